import { Text, View } from '@tarojs/components';
import type { TicketCard } from '../../../../shared/contract/tickets.ts';
import { sayMoment } from '../../../../shared/kernel/time.ts';
import { toTicket } from '../go.ts';
import { sayStanding } from '../standing.ts';
import { Press } from './Press.tsx';
import { badgeFrom, PromiseBadge } from './PromiseBadge.tsx';
import { UrgencyTag } from './Tag.tsx';
import { UnreadDot } from './UnreadDot.tsx';

/** One ticket as a card: what, where, and the promise that presses most. */
export function TicketRow({ ticket, now, asStaff }: { ticket: TicketCard; now: Date; asStaff: boolean }) {
  return (
    <Press id={`ticket-${ticket.id}`} className="card" onPress={() => toTicket(ticket.id, asStaff)}>
      <View className="row tight">
        <UrgencyTag urgency={ticket.urgency} />
        <Text className="lead grow">{ticket.title}</Text>
        {ticket.unread && <UnreadDot />}
      </View>
      {ticket.words && <View className="sub mt4">{ticket.words}</View>}
      <View className="cap mt4">
        <Text className="nw">{ticket.number}</Text> · <Text>{ticket.where}</Text>
      </View>
      <View className="row wrap tight mt12">
        {ticket.next ? (
          <>
            <Text className="grow">
              <Text className="b">{ticket.next.label}</Text> {sayMoment(new Date(ticket.next.dueBy), now)} 前
            </Text>
            <PromiseBadge badge={badgeFrom(ticket.next, now)} />
          </>
        ) : (
          <Text className={`tag ${ticket.yourTurn ? 'yours-tag' : ''}`}>{sayStanding(ticket, asStaff)}</Text>
        )}
      </View>
    </Press>
  );
}
