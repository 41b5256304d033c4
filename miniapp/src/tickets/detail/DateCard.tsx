import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { doorCommands } from '../../../../shared/contract/door.ts';
import type { TicketDetail } from '../../../../shared/contract/ticket-views.ts';
import { sayMoment } from '../../../../shared/kernel/time.ts';
import { api } from '../../kernel/api.ts';
import { Area } from '../../kernel/parts/Area.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { Dated } from '../../kernel/parts/Dated.tsx';
import { Refusal } from '../../kernel/parts/Refusal.tsx';
import { Sheet } from '../../kernel/parts/Sheet.tsx';
import { wrongWith } from '../../kernel/say.ts';
import { useSend } from '../../kernel/send.ts';

interface Props {
  ticket: TicketDetail;
  now: Date;
  onDone: () => Promise<void>;
}

function Decline({ ticket, dueBy, onDone, onClose }: Omit<Props, 'now'> & { dueBy: string; onClose: () => void }) {
  const [words, write] = useState('');
  const { send, busy, refused } = useSend();
  const { params, body } = doorCommands.declineDate;
  const submit = async () => {
    if (await send({ id: ticket.id, dueBy, words }, api.declineDate, params.extend(body.shape))) await onDone();
  };
  return (
    <Sheet title="什么时候在家" onClose={onClose}>
      <Area
        id="decline-words"
        words={words}
        hint="比如：周六上午，或者晚上七点以后"
        max={200}
        wrong={wrongWith(refused, 'words') !== undefined}
        onWrite={write}
      />
      <View className="cap mt8">服务中心看到就回您。原来答应您的时间不变。</View>
      <Refusal refused={refused} />
      <View className="mt16">
        <Button id="do-decline" look="main" busy={busy} onPress={submit}>
          告诉我们
        </Button>
      </View>
    </Sheet>
  );
}

/** 新的时间: the one date named where nobody was home; it counts once the resident says yes (Z14). */
export function DateCard({ ticket, now, onDone }: Props) {
  const dueBy = ticket.proposal?.dueBy;
  const [declining, decline] = useState(false);
  const { send, busy, refused } = useSend();
  if (!dueBy || !ticket.actions.some((one) => one.action === 'acceptDate')) return null;
  const accept = async () => {
    await send({ id: ticket.id, dueBy }, api.acceptDate);
    await onDone();
  };
  return (
    <>
      <View className="yours-card" id="date-card">
        <Text className="title">
          <Dated text={`${sayMoment(new Date(dueBy), now)} 前`} />
          来，行吗
        </Text>
        <View className="sub mt4">上次您家没人。您说可以才算约好；没回话，原来答应您的时间照样算。</View>
        <Refusal refused={refused} kept="" />
        <View className="btns mt12">
          <Button id="decline-date" onPress={() => decline(true)}>
            另约
          </Button>
          <Button id="accept-date" look="main" size="wide" busy={busy} onPress={accept}>
            可以，那时候来
          </Button>
        </View>
      </View>
      {declining && <Decline ticket={ticket} dueBy={dueBy} onDone={onDone} onClose={() => decline(false)} />}
    </>
  );
}
