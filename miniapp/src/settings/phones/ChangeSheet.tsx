import { Picker, View } from '@tarojs/components';
import { useState } from 'react';
import type { Hotline, HotlineOffice } from '../../../../shared/contract/hotlines.ts';
import { api } from '../../kernel/api.ts';
import { sayDate } from '../../kernel/moments.ts';
import { Area } from '../../kernel/parts/Area.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { Chips } from '../../kernel/parts/Choice.tsx';
import { Field } from '../../kernel/parts/Field.tsx';
import { Refusal } from '../../kernel/parts/Refusal.tsx';
import { Sheet } from '../../kernel/parts/Sheet.tsx';
import { wrongWith } from '../../kernel/say.ts';
import { useSend } from '../../kernel/send.ts';

interface Props {
  office: HotlineOffice;
  line: Hotline;
  firstDay: string;
  onDone: () => void;
  onClose: () => void;
}

const HOW = [
  { name: 'other', label: '换一个' },
  { name: 'none', label: '不再用' },
] as const;

/** Another number from a day on, or none; it goes to the management representative (P5). */
export function ChangeSheet({ office, line, firstDay, onDone, onClose }: Props) {
  const [how, choose] = useState<'other' | 'none'>('other');
  const [number, write] = useState('');
  const [from, setFrom] = useState(firstDay);
  const [reason, explain] = useState('');
  const { send, busy, refused, forgive } = useSend();
  const changed =
    <T,>(set: (next: T) => void) =>
    (next: T) => {
      forgive();
      set(next);
    };
  const save = async () => {
    const body = { officeId: office.id, purpose: line.purpose, number: how === 'none' ? null : number, from, reason };
    if (await send(body, api.proposeHotline)) onDone();
  };
  return (
    <Sheet title={`${office.name}的${line.label}`} onClose={onClose}>
      {line.number !== null && line.purpose !== 'service' && <Chips id="how" className="mt8" items={HOW} chosen={how} onChoose={changed(choose)} />}
      {how === 'other' && (
        <Field
          id="number"
          label="新的号码"
          words={number}
          hint="区号和号码，或者手机号"
          max={20}
          wrong={wrongWith(refused, 'number')}
          onWrite={changed(write)}
        />
      )}
      <View className={`label ${wrongWith(refused, 'from') ? 'wrong' : ''}`}>从哪天起</View>
      <Picker mode="date" value={from} start={firstDay} onChange={(event) => changed(setFrom)(event.detail.value)}>
        <View id="from" className="chip on">
          {from === firstDay ? '明天起' : `${sayDate(from)}起`}
        </View>
      </Picker>
      <View className={`label ${wrongWith(refused, 'reason') ? 'wrong' : ''}`}>为什么</View>
      <Area
        id="reason"
        words={reason}
        hint="写几个字，给批的人看"
        max={200}
        wrong={wrongWith(refused, 'reason') !== undefined}
        onWrite={changed(explain)}
      />
      <View className="cap mt8">管理者代表批准了才换。以前的号码都留着。</View>
      <Refusal refused={refused} />
      <View className="mt16">
        <Button id="propose-number" look="main" busy={busy} onPress={save}>
          交给管理者代表
        </Button>
      </View>
    </Sheet>
  );
}
