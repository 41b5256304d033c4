import { Text, View } from '@tarojs/components';
import type { TicketCard } from '../../../../shared/contract/ticket-views.ts';
import { sayMoment } from '../../../../shared/kernel/time.ts';
import { toTicket } from '../go.ts';
import { sayStanding } from '../standing.ts';
import { Dated } from './Dated.tsx';
import { Press } from './Press.tsx';
import { badgeFrom, PromiseBadge, waitsOn } from './PromiseBadge.tsx';
import { KindTag, ReworkTag, UrgedTag } from './Tag.tsx';
import { UnreadDot } from './UnreadDot.tsx';

/** One ticket as a card: what, where, and the promise that presses most. */
export function TicketRow({ ticket, now, asStaff }: { ticket: TicketCard; now: Date; asStaff: boolean }) {
  return (
    <Press id={`ticket-${ticket.id}`} className="card" onPress={() => toTicket(ticket.own?.id ?? ticket.id, asStaff)}>
      <View className="row tight">
        <KindTag ticket={ticket} />
        <Text className="lead grow">{ticket.title}</Text>
        {ticket.following && <Text className="tag ours">{ticket.own ? '和别家一起办' : '跟着的'}</Text>}
        {ticket.tookIn > 0 && <Text className="tag ours">并了 {ticket.tookIn} 件</Text>}
        <ReworkTag isRework={ticket.isRework} />
        {asStaff && <UrgedTag urged={ticket.urged} />}
        {ticket.unread && <UnreadDot />}
      </View>
      {ticket.words && <View className="sub mt4">{ticket.words}</View>}
      <View className="cap pair mt4">
        <Text className="part nw">{ticket.own?.number ?? ticket.number}</Text>
        <Text className="part">{ticket.where}</Text>
      </View>
      <View className="row wrap tight mt12">
        {ticket.next ? (
          <>
            <Text className="by-when">
              <Text className="b">{ticket.next.label}</Text> <Dated text={`${sayMoment(new Date(ticket.next.dueBy), now)} 前`} />
            </Text>
            <PromiseBadge badge={badgeFrom(ticket.next, now, waitsOn(ticket, asStaff))} />
          </>
        ) : (
          <Text className={`tag ${ticket.yourTurn ? 'yours-tag' : ''}`}>{sayStanding(ticket, asStaff)}</Text>
        )}
      </View>
    </Press>
  );
}
