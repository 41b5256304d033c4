import type { TicketCard } from '../../../shared/contract/ticket-views.ts';
import { HOUR, sayDay } from '../../../shared/kernel/time.ts';

export interface OwedGroup {
  label: string;
  isLate: boolean;
  tickets: TicketCard[];
}

function groupOf(ticket: TicketCard, now: Date): string {
  if (!ticket.next) return ticket.status === 'finished' ? '等住户确认' : '以后';
  const dueBy = new Date(ticket.next.dueBy);
  // Asked in the app, and the call is not due today: it waits for the resident (V8).
  if (ticket.status === 'finished' && ticket.next.what === 'return_visit' && dueBy >= now && sayDay(dueBy, now) !== '今天') return '等住户确认';
  if (dueBy < now) return '已超时';
  if (dueBy.getTime() - now.getTime() <= HOUR) return '1 小时内';
  return sayDay(dueBy, now) === '今天' ? '今天' : '以后';
}

/** What is owed, by how soon: late first. Groups without tickets fall away. */
export function groupByDue(tickets: readonly TicketCard[], now: Date): OwedGroup[] {
  return ['已超时', '1 小时内', '今天', '以后', '等住户确认']
    .map((label) => ({ label, isLate: label === '已超时', tickets: tickets.filter((one) => groupOf(one, now) === label) }))
    .filter((group) => group.tickets.length > 0);
}
