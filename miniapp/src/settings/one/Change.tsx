import { Picker, View } from '@tarojs/components';
import { useState } from 'react';
import type { Figure } from '../../../../shared/contract/settings.ts';
import { api } from '../../kernel/api.ts';
import { useDraft } from '../../kernel/draft.ts';
import { sayDate } from '../../kernel/moments.ts';
import { Area } from '../../kernel/parts/Area.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { Chips } from '../../kernel/parts/Choice.tsx';
import { Field } from '../../kernel/parts/Field.tsx';
import { Refusal } from '../../kernel/parts/Refusal.tsx';
import { wrongWith } from '../../kernel/say.ts';
import { useSend } from '../../kernel/send.ts';
import { sayLimits } from '../say.ts';

interface Props {
  figure: Figure;
  office: { id: string; isCompany: boolean; singleClient: boolean };
  firstDay: string;
  onDone: () => Promise<void>;
}

const SWITCH = [
  { name: 'on', label: '开' },
  { name: 'off', label: '关' },
] as const;

/** What an estate may say of a figure of its own. */
function sayRoom({ kind, stricter, above }: Figure, isFree: boolean): string {
  if (isFree || kind === 'boolean' || stricter === null) return '';
  return stricter === 'lower' ? `，要比公司的 ${above} 少` : `，要比公司的 ${above} 多`;
}

/** A figure from a later day on: by whoever leads the company, or as a director's proposal (A4). */
export function Change({ figure, office, firstDay, onDone }: Props) {
  const { key, kind, value, label, above, seen } = figure;
  const [how, choose] = useState<'own' | 'back'>('own');
  const [words, write] = useState(typeof value === 'number' ? String(value) : value ? 'on' : 'off');
  const [from, setFrom] = useState(firstDay);
  const [reason, explain, forget] = useDraft(`setting.${office.id}.${key}`);
  const { send, busy, refused, forgive } = useSend();
  const hasOwn = office.isCompany ? seen !== null : figure.whose === 'estate' || figure.coming.some((turn) => turn.whose === 'estate');
  const wanted = (): number | boolean | null => {
    if (how === 'back') return null;
    // What is no number is left to the contract to refuse.
    return kind === 'boolean' ? words === 'on' : words === '' ? (undefined as unknown as number) : Number(words);
  };
  const save = async () => {
    const body = { key, value: wanted(), from, reason };
    const done = office.isCompany ? await send({ ...body, seen }, api.setSetting) : await send({ ...body, officeId: office.id }, api.proposeSetting);
    if (!done) return;
    forget();
    await onDone();
  };
  const changed =
    <T,>(set: (next: T) => void) =>
    (next: T) => {
      forgive();
      set(next);
    };
  return (
    <>
      <View className="sec">{office.isCompany ? '公司改一个' : '小区提一个自己的'}</View>
      <View className="card">
        {hasOwn && (
          <Chips
            id="how"
            items={[
              { name: 'own', label: '定一个' },
              { name: 'back', label: office.isCompany ? `照手册（${above}）` : `照公司的（${above}）` },
            ]}
            chosen={how}
            onChoose={changed(choose)}
          />
        )}
        {how === 'own' &&
          (kind === 'boolean' ? (
            <Chips id="value" className="mt12" items={SWITCH} chosen={words as 'on' | 'off'} onChoose={changed(write)} />
          ) : (
            <Field
              id="value"
              label={`${label}（${sayLimits(figure)}${office.isCompany ? '' : sayRoom(figure, office.singleClient)}）`}
              words={words}
              hint="写一个整数"
              max={6}
              digits
              wrong={wrongWith(refused, 'value')}
              onWrite={changed(write)}
            />
          ))}
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
          hint="写几个字，同事都看得到"
          max={200}
          wrong={wrongWith(refused, 'reason') !== undefined}
          onWrite={changed(explain)}
        />
        <View className="cap mt8">从那天 0:00 起。已经开始算的时限不变，那天以后新开始的才按新的。以前定的都留着。</View>
        <Refusal refused={refused} />
        <View className="mt12">
          <Button id="save-setting" look="main" busy={busy} onPress={save}>
            {office.isCompany ? '定下' : '提给品质管理部'}
          </Button>
        </View>
      </View>
    </>
  );
}
