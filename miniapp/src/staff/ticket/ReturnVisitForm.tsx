import { View } from '@tarojs/components';
import { useState } from 'react';
import { useDraft } from '../../kernel/draft.ts';
import { Area } from '../../kernel/parts/Area.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { wrongWith } from '../../kernel/say.ts';
import { type Channel, ChannelChoice } from './ChannelChoice.tsx';
import type { FormProps } from './form.ts';

/** 记回访: without an answer in the app (V8), after a low score (S9). */
export function ReturnVisitForm({ work, onDone }: FormProps) {
  const [words, write, forget] = useDraft(`return-visit.${work.id}`);
  const [outcome, writeOutcome, forgetOutcome] = useDraft(`return-visit-outcome.${work.id}`);
  const [channel, setChannel] = useState<Channel>('phone');
  const submit = async () => {
    if (!(await work.act('returnVisit', { words, outcome, channel }))) return;
    forget();
    forgetOutcome();
    onDone();
  };
  return (
    <>
      <View className="label">怎么联系的</View>
      <ChannelChoice chosen={channel} onChoose={setChannel} />
      <View className="label">说了什么</View>
      <Area id="return-words" words={words} hint="住户怎么说" wrong={wrongWith(work.refused, 'words') !== undefined} onWrite={write} />
      <View className="label">结果</View>
      <Area
        id="return-outcome"
        words={outcome}
        hint="比如：住户说好用了"
        max={100}
        wrong={wrongWith(work.refused, 'outcome') !== undefined}
        onWrite={writeOutcome}
      />
      <View className="mt16">
        <Button id="do-returnVisit" look="main" busy={work.busy} onPress={submit}>
          记下这次回访
        </Button>
      </View>
    </>
  );
}
