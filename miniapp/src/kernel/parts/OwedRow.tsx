import { Text, View } from '@tarojs/components';
import type { TicketCard } from '../../../../shared/contract/ticket-views.ts';
import { DAY, sayClock, sayDay, sayLength, sayMoment } from '../../../../shared/kernel/time.ts';
import { isRemark } from '../../../../shared/remarks/decide.ts';
import { toTicket } from '../go.ts';
import { sayStanding } from '../standing.ts';
import { Icon } from './Icon.tsx';
import { Press } from './Press.tsx';
import { badgeFrom } from './PromiseBadge.tsx';
import { KindTag, ReworkTag, UrgedTag } from './Tag.tsx';
import { UnreadDot } from './UnreadDot.tsx';

function whenOf(next: NonNullable<TicketCard['next']>, now: Date): { figure: string; note: string } {
  const dueBy = new Date(next.dueBy);
  // A column this narrow has room for hours or minutes, not both.
  const left = sayLength(dueBy.getTime() - now.getTime()).replace(/小时 .*/, '小时');
  const today = sayDay(dueBy, now) === '今天';
  if (dueBy < now) return { figure: left, note: today ? `应 ${sayClock(dueBy)}` : `应${sayMoment(dueBy, now)}` };
  if (today) return { figure: sayClock(dueBy), note: `剩 ${left}` };
  const words = sayMoment(dueBy, now).split(' ');
  const isThisWeek = words.length === 3 && dueBy.getTime() - now.getTime() < 6 * DAY;
  return { figure: (isThisWeek ? words[1] : words[0]) ?? '', note: `${words[words.length - 1]} 前` };
}

/** One thing owed: by when, the verb, the thing; place and number below. */
export function OwedRow({ ticket, now }: { ticket: TicketCard; now: Date }) {
  const state = ticket.next ? badgeFrom(ticket.next, now).state : '';
  const when = ticket.next ? whenOf(ticket.next, now) : { figure: '', note: ticket.status === 'finished' ? '等住户' : sayStanding(ticket, true) };
  return (
    <Press id={`ticket-${ticket.id}`} className={`owe ${state}`} onPress={() => toTicket(ticket.id, true)}>
      <View className="when">
        {when.figure && <Text className="figure">{when.figure}</Text>}
        {when.note}
      </View>
      <View className="grow">
        {ticket.next && <Text className="do">{ticket.next.label}</Text>}
        <Text>{ticket.title}</Text>
        {(ticket.urgency === 'urgent' || isRemark(ticket.kind)) && <KindTag ticket={ticket} />}
        <UrgedTag urged={ticket.urged} />
        <ReworkTag isRework={ticket.isRework} />
        <View className="cap pair">
          <Text className="part">{ticket.where}</Text>
          <Text className="part nw">{ticket.number}</Text>
        </View>
      </View>
      {ticket.unread && <UnreadDot />}
      <Icon name="right" />
    </Press>
  );
}
