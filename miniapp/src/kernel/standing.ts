import type { TicketCard } from '../../../shared/contract/ticket-views.ts';
import { WORDINGS } from '../../../shared/tickets/wordings.ts';

/** Where a ticket stands, in the reader's words, when no promise is open. */
export function sayStanding(ticket: Pick<TicketCard, 'kind' | 'status' | 'yourTurn' | 'waitsFor' | 'mergedInto'>, asStaff: boolean): string {
  // Handed back while a date waits, it is the office's turn too.
  if (ticket.waitsFor && !(asStaff && ticket.status === 'received'))
    return asStaff ? '等住户回话' : ticket.waitsFor === 'quote' ? '等您看报价' : '等您看新的时间';
  const wording = WORDINGS[ticket.kind];
  if (ticket.yourTurn) return wording.yourTurn.stands;
  if (ticket.mergedInto) return '并到别的一件一起处理';
  return wording.stands[ticket.status][asStaff ? 'colleague' : 'resident'];
}

/** A clause as residents read it: 急修承诺 R3. */
export const sayClause = (ticket: Pick<TicketCard, 'urgency'>, clause: string): string =>
  clause === 'R3' ? `${ticket.urgency === 'urgent' ? '急修' : '维修'}承诺 R3` : `规则 ${clause}`;
