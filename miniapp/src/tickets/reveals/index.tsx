import { View } from '@tarojs/components';
import { api } from '../../kernel/api.ts';
import { useNow } from '../../kernel/clock.ts';
import { usePages } from '../../kernel/pages.ts';
import { Blank } from '../../kernel/parts/Blank.tsx';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { More } from '../../kernel/parts/More.tsx';
import { RevealRow } from '../../kernel/parts/RevealRow.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';

/** 谁看过我的号码: who looked at one's own number, when and why, newest first (A1). */
export default function OwnRevealsPage() {
  const now = useNow();
  const paged = usePages((after) => api.ownReveals(after ? { after } : {}), 'own-reveals');
  return (
    <Screen>
      <View className="strip lake-strip">
        <Icon name="lock" />
        <View className="grow">同事平时只看得到您号码的后四位。要看全部，得先写原因，都记在下面。</View>
      </View>
      <Shown asked={paged}>
        {({ items }) => (
          <>
            {items.length === 0 && <Blank icon="lock" title="还没有人看过" note="有人看了您的号码，这里马上看得到。" />}
            <View className="cells mt12">
              {items.map((look) => (
                <RevealRow key={look.id} look={look} now={now} asStaff={false} />
              ))}
            </View>
            <More paged={paged} />
          </>
        )}
      </Shown>
    </Screen>
  );
}
