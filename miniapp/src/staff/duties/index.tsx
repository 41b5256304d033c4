import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import type { DutyLine } from '../../../../shared/contract/duties.ts';
import { api } from '../../kernel/api.ts';
import { useNow } from '../../kernel/clock.ts';
import { toRound } from '../../kernel/go.ts';
import { usePages } from '../../kernel/pages.ts';
import { Blank } from '../../kernel/parts/Blank.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { More } from '../../kernel/parts/More.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { Segments } from '../../kernel/parts/Segments.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import { StandStill } from '../../kernel/parts/StandStill.tsx';
import { DutyRow } from './DutyRow.tsx';

const TABS = [
  { name: 'owed', label: '要做的', id: 'tab-owed' },
  { name: 'past', label: '做过的', id: 'tab-past' },
] as const;

function Lines({ title, lines, now }: { title: string; lines: readonly DutyLine[]; now: Date }) {
  if (lines.length === 0) return null;
  return (
    <View>
      <View className="sec">{title}</View>
      {lines.map((line) => (
        <DutyRow key={line.id} line={line} now={now} onPress={() => toRound(line.id)} />
      ))}
    </View>
  );
}

/** What is owed: one's own first, then the others', each soonest due first. */
function Owed() {
  const now = useNow();
  const paged = usePages((after) => api.duties(after ? { after } : {}), 'owed');
  return (
    <Shown asked={paged}>
      {({ items }) => (
        <View className="mt12">
          {items.length === 0 && <Blank icon="check" title="现在没有要做的" note="到了时候，意见箱、公告栏、邮箱这些会排在这里。" />}
          <Lines title="我的" lines={items.filter((one) => one.isMine)} now={now} />
          <Lines title="同事的" lines={items.filter((one) => !one.isMine)} now={now} />
          <More paged={paged} />
        </View>
      )}
    </Shown>
  );
}

/** What is over, the last first; what was not done stays among it. */
function Past() {
  const now = useNow();
  const paged = usePages((after) => api.duties({ show: 'past', ...(after ? { after } : {}) }), 'past');
  return (
    <Shown asked={paged}>
      {({ items }) => (
        <View className="mt12">
          {items.length === 0 && <Blank title="还没有做过的" />}
          {items.map((line) => (
            <DutyRow key={line.id} line={line} now={now} onPress={() => toRound(line.id)} />
          ))}
          <More paged={paged} />
        </View>
      )}
    </Shown>
  );
}

/** 定期要做的事: the rounds through the channels that do not ring, and what is done every month (I13, D10, C9). */
export default function DutiesPage() {
  const [tab, setTab] = useState<'owed' | 'past'>('owed');
  return (
    <Screen
      foot={
        <Button id="go-keepers" look="line" onPress={() => void Taro.navigateTo({ url: '/staff/keepers/index' })}>
          各渠道由谁看
        </Button>
      }
    >
      <StandStill />
      <Segments items={TABS} chosen={tab} onChoose={setTab} />
      {tab === 'owed' ? <Owed /> : <Past />}
    </Screen>
  );
}
