import { View } from '@tarojs/components';
import { useState } from 'react';
import { api } from '../../kernel/api.ts';
import { useNow } from '../../kernel/clock.ts';
import { usePages } from '../../kernel/pages.ts';
import { Blank } from '../../kernel/parts/Blank.tsx';
import { More } from '../../kernel/parts/More.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { Segments } from '../../kernel/parts/Segments.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import { StandStill } from '../../kernel/parts/StandStill.tsx';
import { CheckCard } from './CheckCard.tsx';

const TABS = [
  { name: 'waiting', label: '待看', id: 'tab-waiting' },
  { name: 'decided', label: '看过的', id: 'tab-decided' },
] as const;

/** 待看的话: what WeChat had doubts about, or said nothing of, oldest first; what was decided, and by whom. */
export default function ChecksPage() {
  const now = useNow();
  const [show, setShow] = useState<'waiting' | 'decided'>('waiting');
  const paged = usePages((after) => api.checks(after ? { show, after } : { show }), show);
  return (
    <Screen>
      <StandStill />
      <Segments items={TABS} chosen={show} onChoose={setShow} />
      <Shown asked={paged}>
        {({ items }) => (
          <View className="mt12">
            {items.length === 0 && show === 'waiting' && <Blank icon="check" title="都看过了" note="微信拿不准的话和照片，会排在这里等您看。" />}
            {items.length === 0 && show === 'decided' && (
              <Blank icon="check" title="还没有看过的" note="放行或不展示以后，谁看的、为什么，记在这里。" />
            )}
            {items.map((line) => (
              <CheckCard key={line.id} line={line} now={now} onDecided={paged.again} />
            ))}
            <More paged={paged} />
          </View>
        )}
      </Shown>
    </Screen>
  );
}
