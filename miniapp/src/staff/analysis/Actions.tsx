import { Text, View } from '@tarojs/components';
import { analysisScope } from '../../../../shared/analysis/sight.ts';
import { api } from '../../kernel/api.ts';
import { useAsked } from '../../kernel/ask.ts';
import { toErrand } from '../../kernel/go.ts';
import { usePages } from '../../kernel/pages.ts';
import { Chip } from '../../kernel/parts/Choice.tsx';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { More } from '../../kernel/parts/More.tsx';
import { Press } from '../../kernel/parts/Press.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import { useViewer } from '../../kernel/session.ts';
import { type Figure, toFigure } from './figures.ts';

/** 纠正措施: what a month's main causes were answered with, and by whom (C9). */
export function Actions({ month, officeId, isAll }: { month: string; officeId: string | null; isAll: boolean }) {
  const paged = usePages(
    (after) => api.analysisActions({ month, ...(officeId ? { officeId } : {}), ...(after ? { after } : {}) }),
    `actions ${month} ${officeId ?? ''}`,
  );
  return (
    <>
      <View className="sec">
        纠正措施<Text className="cap end">{isAll ? '点开一个数，选好小区，针对它定' : '点开一个数，针对它定'}</Text>
      </View>
      <Shown asked={paged}>
        {({ items }) => (
          <View className="cells" id="analysis-actions">
            {items.length === 0 && <View className="cell sub">这个月还没有定措施</View>}
            {items.map((one) => (
              <Press key={one.id} id={`action-${one.id}`} className="cell" role="link" onPress={() => toErrand(one.id)}>
                <View className="grow">
                  <View className="said">{one.words}</View>
                  <View className="cap">
                    {one.to} · {one.standing}
                  </View>
                </View>
                <Icon name="right" />
              </Press>
            ))}
            <More paged={paged} />
          </View>
        )}
      </Shown>
    </>
  );
}

/** A measure is an estate's: of a figure of all of them, which it is for is chosen here, by whoever may give one (C9). */
export function ChooseEstate({ figure, what }: { figure: Figure; what: string }) {
  const { viewer } = useViewer();
  const offices = viewer ? (analysisScope(viewer.session.appointments)?.offices ?? []) : [];
  const asked = useAsked(
    offices.length > 0 ? () => api.analysis(figure.month ? { month: figure.month } : {}) : null,
    `estates ${figure.month ?? ''}`,
  );
  const mine = (asked.value?.offices ?? []).filter(({ id }) => offices === 'all' || offices.includes(id));
  if (mine.length === 0) return null;
  return (
    <View className="card" id="choose-estate">
      <View>要针对这些定纠正措施，先选是哪个小区</View>
      <View className="chips mt8">
        {mine.map(({ id, name }) => (
          <Chip key={id} id={`for-${id}`} on={false} onPress={() => toFigure({ ...figure, officeId: id }, `${what}，${name}`)}>
            {name}
          </Chip>
        ))}
      </View>
    </View>
  );
}

/** Whether the figure shown may be answered with an action by whoever looks; undefined until that is known. */
export function useMayAnswer(month: string | undefined, officeId: string | undefined): boolean {
  const asked = useAsked(
    async () => (month && officeId ? (await api.analysisActions({ month, officeId })).mayGive : false),
    `may answer ${month ?? ''} ${officeId ?? ''}`,
  );
  return asked.value === true;
}
