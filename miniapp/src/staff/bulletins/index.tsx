import { Text, View } from '@tarojs/components';
import { sayMoment } from '../../../../shared/kernel/time.ts';
import { api } from '../../kernel/api.ts';
import { useNow } from '../../kernel/clock.ts';
import { usePages } from '../../kernel/pages.ts';
import { Blank } from '../../kernel/parts/Blank.tsx';
import { Dated } from '../../kernel/parts/Dated.tsx';
import { More } from '../../kernel/parts/More.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import { StandStill } from '../../kernel/parts/StandStill.tsx';

/** 公司通报: what every colleague was told after a major complaint, newest first (C7). */
export default function BulletinsPage() {
  const now = useNow();
  const paged = usePages((after) => api.bulletins(after ? { after } : {}), 'bulletins');
  return (
    <Screen>
      <StandStill />
      <Shown asked={paged}>
        {({ items }) => (
          <>
            {items.length === 0 && <Blank icon="bell" title="还没有通报" note="重大投诉办过以后，要大家都知道的，会发在这里。" />}
            {items.map((one) => (
              <View key={one.id} id={`bulletin-${one.id}`} className="card mt12">
                <View className="said">{one.words}</View>
                <View className="cap pair mt8">
                  <Text className="part">{one.byPost}</Text>
                  <Text className="part">
                    <Dated text={sayMoment(new Date(one.at), now)} />
                  </Text>
                </View>
              </View>
            ))}
            <More paged={paged} />
          </>
        )}
      </Shown>
    </Screen>
  );
}
