import { Text, View } from '@tarojs/components';
import { api } from '../../kernel/api.ts';
import { useAsked } from '../../kernel/ask.ts';
import { toErrand } from '../../kernel/go.ts';
import { usePages } from '../../kernel/pages.ts';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { More } from '../../kernel/parts/More.tsx';
import { Press } from '../../kernel/parts/Press.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';

/** 纠正措施: what a month's main causes were answered with, and by whom (C9). */
export function Actions({ month, officeId }: { month: string; officeId: string | null }) {
  const paged = usePages(
    (after) => api.analysisActions({ month, ...(officeId ? { officeId } : {}), ...(after ? { after } : {}) }),
    `actions ${month} ${officeId ?? ''}`,
  );
  return (
    <>
      <View className="sec">
        纠正措施<Text className="cap end">点开一个数，针对它定</Text>
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
                    {one.holderName} · {one.standing}
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

/** Whether the figure shown may be answered with an action by whoever looks; undefined until that is known. */
export function useMayAnswer(month: string | undefined, officeId: string | undefined): boolean {
  const asked = useAsked(
    async () => (month && officeId ? (await api.analysisActions({ month, officeId })).mayGive : false),
    `may answer ${month ?? ''} ${officeId ?? ''}`,
  );
  return asked.value === true;
}
