import { Text, View } from '@tarojs/components';
import type { Analysis, AnalysisPlace } from '../../../../shared/contract/analysis.ts';
import { Press } from '../../kernel/parts/Press.tsx';
import { type Figure, shadeOf, shadesTo, toFigure } from './figures.ts';

const Legend = ({ largest }: { largest: number }) => (
  <View className="analysis-legend cap">
    {[{ shade: 0, label: '0' }, ...shadesTo(largest)].map(({ shade, label }) => (
      <View key={shade} className="one">
        <View className={`analysis-heat-cell of-${shade}`} />
        <Text>{label} 件</Text>
      </View>
    ))}
  </View>
);

/** Where and in which week: a row a building or an estate, a column a week; the number stands in each cell, whatever its shade. */
export function Heat({ found, asked }: { found: Analysis; asked: Figure }) {
  const largest = Math.max(1, ...found.places.flatMap((place) => place.weeks));
  const figureOf = ({ officeId, building }: AnalysisPlace): Figure => ({ ...asked, officeId, ...(building === null ? {} : { building }) });
  return (
    <>
      <View className="sec">
        哪里、哪一周<Text className="cap end">一格是一周里的件数</Text>
      </View>
      <View className="cells analysis-heat" id="analysis-heat">
        <View className="analysis-heat-row">
          <View className="analysis-heat-name cap">{found.places.some((place) => place.building !== null) ? '楼' : '小区'}</View>
          {found.weeks.map((week, index) => (
            <Press
              key={week.label}
              id={`heat-week-${index + 1}`}
              className="analysis-heat-cell head"
              label={`${week.label}，${week.count} 件`}
              onPress={() => toFigure({ ...asked, week: String(index + 1) as NonNullable<Figure['week']> }, `${week.label}收到的`)}
            >
              {week.label}
            </Press>
          ))}
        </View>
        {found.places.map((place) => (
          <View key={`${place.officeId} ${place.building}`} className="analysis-heat-row">
            <Press
              id={`heat-${place.building ?? place.officeId}`}
              className="analysis-heat-name"
              label={`${place.label}，${place.count} 件`}
              onPress={() => toFigure(figureOf(place), place.label)}
            >
              <Text>{place.label}</Text>
              <Text className="cap">共 {place.count} 件</Text>
            </Press>
            {place.weeks.map((count, index) => (
              <Press
                key={found.weeks[index]?.label}
                id={`heat-${place.building ?? place.officeId}-${index + 1}`}
                className={`analysis-heat-cell of-${shadeOf(count, largest)}`}
                label={`${place.label} ${found.weeks[index]?.label} ${count} 件`}
                onPress={() =>
                  toFigure(
                    { ...figureOf(place), week: String(index + 1) as NonNullable<Figure['week']> },
                    `${place.label}，${found.weeks[index]?.label}`,
                  )
                }
              >
                {count}
              </Press>
            ))}
          </View>
        ))}
        <Legend largest={largest} />
      </View>
    </>
  );
}
