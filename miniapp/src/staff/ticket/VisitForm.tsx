import { View } from '@tarojs/components';
import { useDraft, useDraftChoice } from '../../kernel/draft.ts';
import { Area } from '../../kernel/parts/Area.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { wrongWith } from '../../kernel/say.ts';
import { type Channel, ChannelChoice } from './ChannelChoice.tsx';
import type { FormProps } from './form.ts';

/** 记特殊回访: after 没修好, once, within the time promised (R11). */
export function VisitForm({ work, onDone }: FormProps) {
  const [words, write, forget] = useDraft(`visit.${work.id}`);
  const [outcome, writeOutcome, forgetOutcome] = useDraft(`visit-outcome.${work.id}`);
  const [channel, setChannel, forgetChannel] = useDraftChoice<Channel>(`visit-channel.${work.id}`, 'phone');
  const submit = async () => {
    if (!(await work.act('visit', { words, outcome, channel }))) return;
    forget();
    forgetOutcome();
    forgetChannel();
    onDone();
  };
  return (
    <>
      <View className="label">怎么联系的</View>
      <ChannelChoice chosen={channel} onChoose={setChannel} />
      <View className="label">说了什么</View>
      <Area id="visit-words" words={words} hint="住户怎么说" wrong={wrongWith(work.refused, 'words') !== undefined} onWrite={write} />
      <View className="label">结果</View>
      <Area
        id="visit-outcome"
        words={outcome}
        hint="比如：这次修好了，住户满意"
        max={100}
        wrong={wrongWith(work.refused, 'outcome') !== undefined}
        onWrite={writeOutcome}
      />
      <View className="mt16">
        <Button id="do-visit" look="main" busy={work.busy} onPress={submit}>
          记下这次回访
        </Button>
      </View>
    </>
  );
}
