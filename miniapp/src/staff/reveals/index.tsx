import { View } from '@tarojs/components';
import { api } from '../../kernel/api.ts';
import { useNow } from '../../kernel/clock.ts';
import { usePages } from '../../kernel/pages.ts';
import { Blank } from '../../kernel/parts/Blank.tsx';
import { More } from '../../kernel/parts/More.tsx';
import { RevealRow } from '../../kernel/parts/RevealRow.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import { StandStill } from '../../kernel/parts/StandStill.tsx';

/** 看号码的记录: who looked at whose number, when and why, newest first (A1). */
export default function RevealsPage() {
  const now = useNow();
  const paged = usePages((after) => api.reveals(after ? { after } : {}), 'reveals');
  return (
    <Screen>
      <StandStill />
      <Shown asked={paged}>
        {({ items }) => (
          <>
            {items.length === 0 && <Blank icon="lock" title="还没有人看过" note="同事看了住户的号码，会记在这里：谁、什么时候、为什么。" />}
            <View className="cells">
              {items.map((look) => (
                <RevealRow key={look.id} look={look} now={now} asStaff whose={look.whoseName ?? '一位住户'} where={look.officeName} />
              ))}
            </View>
            <More paged={paged} />
          </>
        )}
      </Shown>
    </Screen>
  );
}
