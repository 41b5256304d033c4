import { View } from '@tarojs/components';
import { useState } from 'react';
import { revealRoutes } from '../../../../shared/contract/reveals.ts';
import type { TicketDetail } from '../../../../shared/contract/ticket-views.ts';
import { REVEAL_REASONS, type RevealReason } from '../../../../shared/tickets/reveals.ts';
import { api } from '../../kernel/api.ts';
import { useDraft } from '../../kernel/draft.ts';
import { Area } from '../../kernel/parts/Area.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { Chips, choicesOf } from '../../kernel/parts/Choice.tsx';
import { Refusal } from '../../kernel/parts/Refusal.tsx';
import { Sheet } from '../../kernel/parts/Sheet.tsx';
import { wrongWith } from '../../kernel/say.ts';
import { useSend } from '../../kernel/send.ts';
import { Revealed } from './Revealed.tsx';

const REASONS = choicesOf(REVEAL_REASONS);
const SCHEMA = revealRoutes.reveal.params.extend(revealRoutes.reveal.body.shape);

/** 看号码: first why, then the number, large, with a way to call; forgotten when the sheet closes (A1). */
export function RevealSheet({ ticket, onClose }: { ticket: Pick<TicketDetail, 'id' | 'reporter'>; onClose: () => void }) {
  const { send, busy, refused, forgive } = useSend();
  const [reason, choose] = useState<RevealReason | null>(null);
  const [words, write, forget] = useDraft(`reveal.${ticket.id}`);
  const [shown, show] = useState<{ name: string; phone: string } | null>(null);
  const pick = (name: RevealReason) => {
    forgive();
    choose(name);
  };
  const rewrite = (next: string) => {
    forgive();
    write(next);
  };
  const submit = async () => {
    const why = { id: ticket.id, reason: reason as RevealReason, words: reason === 'other' ? words : '' };
    const found = await send(why, api.reveal, SCHEMA);
    if (!found) return;
    forget();
    show(found);
  };
  if (shown) return <Revealed shown={shown} onClose={onClose} />;
  return (
    <Sheet title="看号码" onClose={onClose}>
      <View className="sub mt8">{ticket.reporter?.name}能看到：您是谁、什么时候、为什么看的。</View>
      <View className={`label ${wrongWith(refused, 'reason') ? 'wrong' : ''}`}>为什么要看</View>
      <Chips id="reason" items={REASONS} chosen={reason} onChoose={pick} />
      {reason === 'other' && (
        <View className="mt12">
          <Area
            id="reveal-words"
            words={words}
            hint="比如：钥匙落在服务中心了"
            max={100}
            wrong={wrongWith(refused, 'words') !== undefined}
            onWrite={rewrite}
          />
        </View>
      )}
      <Refusal refused={refused} kept="" />
      <View className="mt16">
        <Button id="do-reveal" look="main" busy={busy} onPress={submit}>
          看号码
        </Button>
      </View>
    </Sheet>
  );
}
