import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { DemoForward } from '#demo';
import type { TicketDetail } from '../../../../shared/contract/tickets.ts';
import { api } from '../../kernel/api.ts';
import { useAsked } from '../../kernel/ask.ts';
import { useNow } from '../../kernel/clock.ts';
import { toConfirm } from '../../kernel/go.ts';
import { useLooking } from '../../kernel/looking.ts';
import { Bubble } from '../../kernel/parts/Bubble.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { History } from '../../kernel/parts/History.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { Shots } from '../../kernel/parts/Shots.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import { StepBar } from '../../kernel/parts/StepBar.tsx';
import { UrgencyTag } from '../../kernel/parts/Tag.tsx';
import { Waited } from '../../kernel/parts/Waited.tsx';
import { useArrival } from '../../kernel/queue.ts';
import { Composer } from './Composer.tsx';
import { Promised } from './Promised.tsx';
import { Responsible } from './Responsible.tsx';

function Ticket({ ticket, now }: { ticket: TicketDetail; now: Date }) {
  return (
    <>
      <View className="card">
        <View className="row tight">
          <UrgencyTag urgency={ticket.urgency} />
          <Text className="lead grow">{ticket.title}</Text>
        </View>
        <View className="cap mt4">
          <Text className="nw" id="number">
            {ticket.number}
          </Text>
          {' · '}
          <Text>{ticket.where}</Text>
        </View>
        {ticket.words && <View className="sub mt8 said">{ticket.words}</View>}
        <View className="mt16">
          <StepBar steps={ticket.steps} />
        </View>
      </View>
      <Responsible ticket={ticket} />
      <Promised ticket={ticket} now={now} />
      {ticket.confirmedContent && (
        <View className="card" id="confirmed-content">
          <Text className="b">我们要做的：</Text>
          <Text className="said">{ticket.confirmedContent}</Text>
        </View>
      )}
      {ticket.result && (
        <View className="card">
          <Text className="b">师傅做了：</Text>
          <Text className="said">{ticket.result}</Text>
        </View>
      )}
      {ticket.rating && (
        <View className="card" id="rating">
          <Text className="b">您家打的分：</Text>
          <Text>{ticket.rating.text}</Text>
        </View>
      )}
      {ticket.photos.length > 0 && <View className="sec">照片</View>}
      {ticket.photos.length > 0 && (
        <View className="card">
          <Shots photos={ticket.photos} />
        </View>
      )}
      <View className="sec">
        经过<Text className="cap end">共 {ticket.history.length} 条</Text>
      </View>
      <History history={ticket.history} now={now} />
      {ticket.thread.length > 0 && <View className="sec">留言</View>}
      {ticket.thread.map((said) => (
        <Bubble key={said.id} said={said} now={now} />
      ))}
      <Waited ticketId={ticket.id} />
    </>
  );
}

function Foot({ ticket, onWrite }: { ticket: TicketDetail; onWrite: () => void }) {
  const can = (action: string) => ticket.actions.some((one) => one.action === action);
  if (!can('say') && !can('confirm')) return null;
  return (
    <View className="btns">
      {can('say') && (
        <Button id="write" onPress={onWrite}>
          写留言
        </Button>
      )}
      {can('confirm') && (
        <Button id="go-confirm" look="main" size="wide" onPress={() => toConfirm(ticket.id)}>
          去确认
        </Button>
      )}
    </View>
  );
}

/** 报修进度: whose turn it is, what was promised, what happened, what was said. */
export default function DetailPage() {
  const { id = '' } = useRouter().params;
  const now = useNow();
  const asked = useAsked(() => api.ticket({ id }), id, `ticket.${id}`);
  useArrival(id, asked.again);
  const [writing, setWriting] = useState(false);
  const ticket = asked.value;
  useLooking(asked, true);
  const close = async () => {
    setWriting(false);
    await asked.again();
  };
  const foot =
    ticket && (writing ? <Composer ticketId={id} title={ticket.title} onClose={close} /> : <Foot ticket={ticket} onWrite={() => setWriting(true)} />);
  return (
    <Screen foot={foot}>
      <Shown asked={asked}>{(found) => <Ticket ticket={found} now={now} />}</Shown>
      <DemoForward onForward={asked.again} />
    </Screen>
  );
}
