import { View } from '@tarojs/components';
import { useState } from 'react';
import { reopensBy } from '../../../../shared/visits/decide.ts';
import type { Answers as Given } from '../../../../shared/visits/script.ts';
import { useDraft, useDraftChoice } from '../../kernel/draft.ts';
import { Area } from '../../kernel/parts/Area.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { wrongWith } from '../../kernel/say.ts';
import { Answers } from '../../visits/form/Answers.tsx';
import { type Channel, ChannelChoice } from './ChannelChoice.tsx';
import type { FormProps } from './form.ts';

/** 住户来电说的: whoever is owed no call any more says by themselves how it was (V8, C8). */
export function HeardForm({ ticket, work, onDone }: FormProps) {
  const draft = `heard.${ticket.id}.${ticket.round}`;
  const [answers, setAnswers, forgetAnswers] = useDraftChoice<Given>(`answers.${draft}`, {});
  const [words, write, forget] = useDraft(draft);
  const [channel, setChannel] = useState<Channel>('phone');
  const [saysDone, setDone] = useState(false);
  const reopens = reopensBy(ticket.status === 'finished' || ticket.status === 'closed', answers);
  const mayConfirm = ticket.isUnconfirmed && answers.result !== 'dissatisfied';
  const fixed = mayConfirm && saysDone;
  const answer = (name: keyof Given, chosen: Given[keyof Given]) => {
    if (work.refused) work.forgive();
    setAnswers({ ...answers, [name]: chosen });
  };
  const submit = async () => {
    if (!(await work.act('returnVisit', { ...answers, words, outcome: '', channel, ...(fixed ? { fixed } : {}) }))) return;
    forget();
    forgetAnswers();
    onDone();
  };
  return (
    <>
      <View className="mt8">住户自己打来、走进来说的，记在这里。</View>
      <View className="mt12">
        <Answers
          kind={ticket.kind}
          answers={answers}
          refused={work.refused}
          onAnswer={answer}
          mayConfirm={mayConfirm}
          fixed={fixed}
          onFixed={() => setDone(!fixed)}
        />
      </View>
      <View className="label">住户怎么说</View>
      <Area id="heard-words" words={words} hint="住户的原话" wrong={wrongWith(work.refused, 'words') !== undefined} onWrite={write} />
      <View className="label">怎么联系的</View>
      <ChannelChoice chosen={channel} onChoose={setChannel} />
      <View className="mt16">
        <Button id="do-heard" look="main" busy={work.busy} onPress={submit}>
          {reopens ? '保存，重开这一件' : '记下'}
        </Button>
      </View>
    </>
  );
}
