import { View } from '@tarojs/components';
import { useState } from 'react';
import { sayServiceCancel } from '../../../../shared/services/words.ts';
import { CANCEL_REASONS, type CancelReason } from '../../../../shared/tickets/own.ts';
import { useDraft } from '../../kernel/draft.ts';
import { Area } from '../../kernel/parts/Area.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { Chips, choicesOf } from '../../kernel/parts/Choice.tsx';
import type { OtherProps } from './other.ts';

const REASONS = choicesOf(CANCEL_REASONS);
const SERVICE_REASONS = REASONS.map((one) => ({ ...one, label: sayServiceCancel(one.name) }));

/** 撤回: why, if one likes; it is over then (R4). */
export function CancelForm({ ticket, afterwards, onDone }: OtherProps) {
  const [why, choose] = useState<CancelReason | null>(null);
  const [words, write, forget] = useDraft(`cancel.${ticket.id}`);
  const isService = ticket.kind === 'special_service';
  const cancel = async () => {
    if (!(await afterwards.act('cancel', { words, ...(why ? { why } : {}) }, '撤回了，不来了'))) return;
    forget();
    onDone();
  };
  return (
    <>
      <View className="label">
        为什么撤回<View className="cap">可以不选</View>
      </View>
      <Chips id="why" items={isService ? SERVICE_REASONS : REASONS} chosen={why} onChoose={(reason) => choose(reason === why ? null : reason)} />
      <View className="mt12">
        <Area id="cancel-words" words={words} hint="想说的话（可以不写）" max={200} onWrite={write} />
      </View>
      <View className="sub mt12">撤回以后就不来了，这一件还看得到。{isService ? '再要就重新订。' : '要修，重新报修就行。'}</View>
      <View className="mt16">
        <Button id="do-cancel" look="red" busy={afterwards.busy} onPress={cancel}>
          {isService ? '不订了' : '撤回这件报修'}
        </Button>
      </View>
    </>
  );
}
