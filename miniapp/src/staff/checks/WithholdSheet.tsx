import { View } from '@tarojs/components';
import { useState } from 'react';
import { WITHHOLD_REASONS, type WithholdReason } from '../../../../shared/content/checks.ts';
import { api } from '../../kernel/api.ts';
import { Button } from '../../kernel/parts/Button.tsx';
import { Chips, choicesOf } from '../../kernel/parts/Choice.tsx';
import { Refusal } from '../../kernel/parts/Refusal.tsx';
import { Sheet } from '../../kernel/parts/Sheet.tsx';
import { wrongWith } from '../../kernel/say.ts';
import { useSend } from '../../kernel/send.ts';

const REASONS = choicesOf(WITHHOLD_REASONS);

/** 不展示: the reason is what its author will read. */
export function WithholdSheet({ id, from, onClose }: { id: string; from: string; onClose: (isDecided: boolean) => void }) {
  const sending = useSend();
  const [reason, setReason] = useState<WithholdReason | null>(null);
  const choose = (name: WithholdReason) => {
    sending.forgive();
    setReason(name);
  };
  const submit = async () => {
    const body = { id, decision: 'withheld' as const, ...(reason ? { reason } : {}) };
    if (await sending.send(body, api.decideCheck)) onClose(true);
  };
  return (
    <Sheet title={`不给${from}看`} onClose={() => onClose(false)}>
      <View className="sub mt4">写的人会读到为什么；事情照样办。</View>
      <View className={`label ${wrongWith(sending.refused, 'reason') ? 'wrong' : ''}`}>为什么</View>
      <Chips id="reason" items={REASONS} chosen={reason} onChoose={choose} />
      <Refusal refused={sending.refused} />
      <View className="mt16">
        <Button id="do-withhold" look="main" busy={sending.busy} onPress={submit}>
          不展示
        </Button>
      </View>
    </Sheet>
  );
}
