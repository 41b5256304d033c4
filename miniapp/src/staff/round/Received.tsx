import { Text, View } from '@tarojs/components';
import type { DutyDetail } from '../../../../shared/contract/duties.ts';
import { sayMoment } from '../../../../shared/kernel/time.ts';
import { api } from '../../kernel/api.ts';
import { toErrand } from '../../kernel/go.ts';
import { usePages } from '../../kernel/pages.ts';
import { Dated } from '../../kernel/parts/Dated.tsx';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { More } from '../../kernel/parts/More.tsx';
import { Press } from '../../kernel/parts/Press.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';

/** What a unit got, each where it stands now, the oldest first: what its meeting looks through (D9). */
export function Received({ duty, now }: { duty: DutyDetail; now: Date }) {
  const paged = usePages((after) => api.dutyReceived({ id: duty.id, ...(after ? { after } : {}) }), `received ${duty.id}`);
  return (
    <>
      <View className="sec">
        收到的信息<Text className="cap end">{duty.received} 件</Text>
      </View>
      <Shown asked={paged}>
        {({ items }) => (
          <View className="cells" id="received">
            {items.map((one) => (
              <Press key={one.id} id={`received-${one.id}`} className="cell" role="link" onPress={() => toErrand(one.id)}>
                <View className="grow">
                  <View className="row tight wrap">
                    <Text className="tag">{one.label}</Text>
                  </View>
                  <View className="said mt4">{one.words}</View>
                  <View className={`sub ${one.late ? 'red' : ''}`}>
                    <Dated text={`${one.late ? '已超时 · ' : ''}${one.standing}`} />
                  </View>
                  <View className="cap">
                    {one.giverName} <Dated text={sayMoment(new Date(one.givenAt), now)} />
                  </View>
                </View>
                <Icon name="right" />
              </Press>
            ))}
            {items.length === 0 && <View className="cell sub">这段时间没有收到</View>}
            <More paged={paged} />
          </View>
        )}
      </Shown>
    </>
  );
}
