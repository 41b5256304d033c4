import { useState } from 'react';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { Segments } from '../../kernel/parts/Segments.tsx';
import { StandStill } from '../../kernel/parts/StandStill.tsx';
import { Callers } from './Callers.tsx';
import { Owed } from './Owed.tsx';
import { Records } from './Records.tsx';

const TABS = [
  { name: 'owed', label: '欠着的', id: 'tab-owed' },
  { name: 'records', label: '记录', id: 'tab-records' },
  { name: 'callers', label: '谁打的', id: 'tab-callers' },
] as const;

/** 回访: who is to be called or looked at, soonest first; what was asked and answered; who reached whom. */
export default function VisitQueuePage() {
  const [tab, setTab] = useState<'owed' | 'records' | 'callers'>('owed');
  return (
    <Screen>
      <StandStill />
      <Segments items={TABS} chosen={tab} onChoose={setTab} />
      {tab === 'owed' && <Owed />}
      {tab === 'records' && <Records />}
      {tab === 'callers' && <Callers />}
    </Screen>
  );
}
