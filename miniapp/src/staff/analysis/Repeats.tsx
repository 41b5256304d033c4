import { Text, View } from '@tarojs/components';
import { REPEATED_BY, REPEATS } from '../../../../shared/analysis/repeats.ts';
import type { Analysis, AnalysisRepeat } from '../../../../shared/contract/analysis.ts';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { Press } from '../../kernel/parts/Press.tsx';
import { type Figure, toFigure } from './figures.ts';

const figureOf = (asked: Figure, { officeId, homeId, facilityId, category, building }: AnalysisRepeat): Figure => ({
  ...asked,
  officeId,
  ...(homeId ? { homeId } : {}),
  ...(facilityId ? { facilityId } : {}),
  ...(category && building ? { category, building } : {}),
});

/** What came again within the month, the most frequent first. */
export function Repeats({ found, asked }: { found: Analysis; asked: Figure }) {
  return (
    <>
      <View className="sec">
        反复出现的<Text className="cap end">当月 {REPEATS.times} 次以上</Text>
      </View>
      {found.repeats.length === 0 && <View className="strip quiet">没有反复出现的</View>}
      <View className="cells" id="analysis-repeats">
        {found.repeats.map((one, index) => (
          <Press
            key={`${one.by} ${one.officeId} ${one.homeId} ${one.facilityId} ${one.category} ${one.building}`}
            id={`repeat-${index}`}
            className="cell"
            role="link"
            onPress={() => toFigure(figureOf(asked, one), one.label)}
          >
            <View className="grow">
              <View className="row tight wrap">
                <Text>{one.label}</Text>
                {one.several && <Text className="red">{one.households} 户说的是同一件</Text>}
              </View>
              <Text className="cap">
                {found.offices.length > 1 && !found.officeId ? `${one.officeName} · ` : ''}
                {REPEATED_BY[one.by]}
                {one.households > 1 && !one.several ? ` · ${one.households} 户` : ''}
              </Text>
            </View>
            <Text className="b nw">{one.count} 件</Text>
            <Icon name="right" />
          </Press>
        ))}
      </View>
    </>
  );
}
