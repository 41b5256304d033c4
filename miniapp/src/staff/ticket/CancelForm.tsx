import { View } from '@tarojs/components';
import { CANCEL_REASONS, type CancelReason } from '../../../../shared/tickets/own.ts';
import { useDraft, useDraftChoice } from '../../kernel/draft.ts';
import { Area } from '../../kernel/parts/Area.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { Chips, choicesOf } from '../../kernel/parts/Choice.tsx';
import { wrongWith } from '../../kernel/say.ts';
import { type Channel, ChannelChoice } from './ChannelChoice.tsx';
import type { FormProps } from './form.ts';

const REASONS = choicesOf(CANCEL_REASONS);

/** 替住户撤回: on their word alone; how they said it, and what, stands in the register (R4, I2). */
export function CancelForm({ work, onDone }: FormProps) {
  const [chosen, choose, forgetChoice] = useDraftChoice(`cancel-choice.${work.id}`, {
    why: 'mended' as CancelReason,
    channel: 'phone' as Channel,
  });
  const [words, write, forget] = useDraft(`cancel.${work.id}`);
  const submit = async () => {
    if (!(await work.act('cancel', { ...chosen, words }))) return;
    forget();
    forgetChoice();
    onDone();
  };
  return (
    <>
      <View className="label">为什么</View>
      <Chips id="why" items={REASONS} chosen={chosen.why} onChoose={(why) => choose({ ...chosen, why })} />
      <View className="label">住户怎么说的</View>
      <ChannelChoice chosen={chosen.channel} onChoose={(channel) => choose({ ...chosen, channel })} />
      <View className="mt12">
        <Area
          id="cancel-words"
          words={words}
          hint="谁、什么时候、说了什么"
          max={200}
          wrong={wrongWith(work.refused, 'words') !== undefined}
          onWrite={write}
        />
      </View>
      <View className="mt16">
        <Button id="do-cancel" look="red" busy={work.busy} onPress={submit}>
          替住户撤回
        </Button>
      </View>
    </>
  );
}
