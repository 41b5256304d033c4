import { useState } from 'react';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { Segments } from '../../kernel/parts/Segments.tsx';
import { StandStill } from '../../kernel/parts/StandStill.tsx';
import { Callers } from './Callers.tsx';
import { Draws } from './Draws.tsx';
import { Owed } from './Owed.tsx';
import { Records } from './Records.tsx';

const TABS = [
  { name: 'owed', label: '欠着的', id: 'tab-owed' },
  { name: 'records', label: '记录', id: 'tab-records' },
  { name: 'callers', label: '谁打的', id: 'tab-callers' },
  { name: 'draws', label: '抽样', id: 'tab-draws' },
] as const;

/** 回访: who is to be called or looked at, soonest first; what was asked and answered; who reached whom; what was drawn. */
export default function VisitQueuePage() {
  const [tab, setTab] = useState<(typeof TABS)[number]['name']>('owed');
  return (
    <Screen>
      <StandStill />
      <Segments items={TABS} chosen={tab} onChoose={setTab} />
      {tab === 'owed' && <Owed />}
      {tab === 'records' && <Records />}
      {tab === 'callers' && <Callers />}
      {tab === 'draws' && <Draws />}
    </Screen>
  );
}
