import { Text, View } from '@tarojs/components';
import type { TicketCard } from '../../../../shared/contract/tickets.ts';
import { sayMoment } from '../../../../shared/kernel/time.ts';
import { toConfirm, toTicket } from '../../kernel/go.ts';
import { Button } from '../../kernel/parts/Button.tsx';
import { Press } from '../../kernel/parts/Press.tsx';

function whoFinished(ticket: TicketCard, now: Date): string {
  const when = ticket.finishedAt ? `${sayMoment(new Date(ticket.finishedAt), now)} ` : '';
  return `${ticket.assigneeName ? `${ticket.assigneeName}师傅` : ''}${when}修完`;
}

/** 等您办: what only the resident can do next. */
export function YourTurn({ tickets, now }: { tickets: readonly TicketCard[]; now: Date }) {
  if (tickets.length === 0) return null;
  return (
    <>
      <View className="sec">
        等您办<Text className="apricot-ink">{tickets.length} 件</Text>
      </View>
      <View className="yours">
        {tickets.map((ticket) => (
          <View key={ticket.id} className="cell">
            <Press id={`ticket-${ticket.id}`} className="grow" onPress={() => toTicket(ticket.id, false)}>
              <View className="b">{ticket.title}修好了，请您看看</View>
              <View className="sub">{whoFinished(ticket, now)}</View>
            </Press>
            <Button id={`confirm-${ticket.id}`} look="line" size="small" onPress={() => toConfirm(ticket.id)}>
              去确认
            </Button>
          </View>
        ))}
      </View>
    </>
  );
}
