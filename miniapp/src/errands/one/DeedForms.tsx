import { View } from '@tarojs/components';
import { useState } from 'react';
import { CHECKED_HOW, type CheckedHow } from '../../../../shared/surveys/deeds.ts';
import { useDraft } from '../../kernel/draft.ts';
import { Area } from '../../kernel/parts/Area.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { Chips, choicesOf } from '../../kernel/parts/Choice.tsx';
import { Field } from '../../kernel/parts/Field.tsx';
import { MomentChoice } from '../../kernel/parts/MomentChoice.tsx';
import { wrongWith } from '../../kernel/say.ts';
import type { ErrandFormProps } from './Forms.tsx';

const HOW = choicesOf(CHECKED_HOW);

/** What anybody who asks residents about a promise says: how, how many, and what they heard (S7). */
function useCheck({ work }: Pick<ErrandFormProps, 'work'>, name: string) {
  const [words, write, forget] = useDraft(`${name}.${work.id}`);
  const [how, choose] = useState<CheckedHow>('phone');
  const [asked, setAsked] = useState('');
  const wrong = (field: string) => (wrongWith(work.refused, field) === undefined ? undefined : '请写');
  /** What is put right is refused no longer. */
  const again = (change: (text: string) => void) => (text: string) => {
    work.forgive();
    change(text);
  };
  const parts = (hint: string) => (
    <>
      <View className="label">怎么问的</View>
      <Chips id="how" items={HOW} chosen={how} onChoose={choose} />
      <Field id="asked" label="问了几户" words={asked} hint="比如 3" max={3} digits wrong={wrong('asked')} onWrite={again(setAsked)} />
      <View className="mt8">
        <Area id={`${name}-words`} words={words} hint={hint} wrong={wrong('words') !== undefined} onWrite={again(write)} />
      </View>
    </>
  );
  return { given: { how, asked: Number(asked), words }, parts, wrong, again, forget };
}

/** 问过了，住户满意: it is over (S7). */
export function HoldsForm({ work, onDone }: ErrandFormProps) {
  const { given, parts, forget } = useCheck({ work }, 'deedHolds');
  const submit = async () => {
    if (!(await work.act('deedHolds', given))) return;
    forget();
    onDone();
  };
  return (
    <>
      <View className="cap">问到的住户都满意才点；写的只给同事看，问了几户住户看得到</View>
      {parts('问了谁、看到什么')}
      <View className="mt16">
        <Button id="do-deedHolds" look="main" busy={work.busy} onPress={submit}>
          都满意，办完了
        </Button>
      </View>
    </>
  );
}

/** 住户不满意，请再做: by another day, and asked about again (S7, Z11). */
export function FailsForm({ work, now, onDone }: ErrandFormProps) {
  const { given, parts, wrong, again, forget } = useCheck({ work }, 'deedFails');
  const [unhappy, setUnhappy] = useState('');
  const [answerBy, setBy] = useState<Date | null>(null);
  const submit = async () => {
    if (!(await work.act('deedFails', { ...given, unhappy: Number(unhappy), answerBy: answerBy?.toISOString() ?? '' }))) return;
    forget();
    onDone();
  };
  return (
    <>
      <View className="cap">住户看得到还有几户不满意、再做到哪一天；写的只给同事看</View>
      {parts('哪里还不满意')}
      <Field id="unhappy" label="几户不满意" words={unhappy} hint="比如 1" max={3} digits wrong={wrong('unhappy')} onWrite={again(setUnhappy)} />
      <View className={`label ${wrong('answerBy') ? 'wrong' : ''}`}>什么时候前再做好</View>
      <MomentChoice chosen={answerBy} now={now} onChoose={setBy} />
      <View className="mt16">
        <Button id="do-deedFails" look="main" busy={work.busy} onPress={submit}>
          请再做
        </Button>
      </View>
    </>
  );
}
