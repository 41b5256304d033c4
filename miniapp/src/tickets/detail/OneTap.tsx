import { View } from '@tarojs/components';
import type { TicketDetail } from '../../../../shared/contract/ticket-views.ts';
import { api } from '../../kernel/api.ts';
import { Button } from '../../kernel/parts/Button.tsx';
import { Refusal } from '../../kernel/parts/Refusal.tsx';
import { useSend } from '../../kernel/send.ts';

const NOTES = {
  share: '现在只有您看得到。让家里人看了，就收不回了。',
  unfollow: '不跟了就看不到这一件，也不再告诉您。',
} as const;

type One = keyof typeof NOTES;

/** What is done by one tap and no words: letting the household see it, or following no more. */
export function OneTap({ ticket, action, onDone }: { ticket: TicketDetail; action: One; onDone: () => void }) {
  const sending = useSend();
  const button = ticket.actions.find((one) => one.action === action);
  if (!button) return null;
  const act = async () => {
    if (await sending.send({ id: ticket.id }, api[action])) onDone();
  };
  return (
    <View className="card">
      <View className="sub">{NOTES[action]}</View>
      <Refusal refused={sending.refused} kept="这一件没有变" />
      <View className="mt8">
        <Button id={action} look="line" busy={sending.busy} onPress={act}>
          {button.label}
        </Button>
      </View>
    </View>
  );
}
