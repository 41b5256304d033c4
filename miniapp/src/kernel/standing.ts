import type { TicketCard } from '../../../shared/contract/tickets.ts';

/** Where a ticket stands, in the reader's words, when no promise is open. */
export function sayStanding(ticket: Pick<TicketCard, 'status' | 'yourTurn'>, asStaff: boolean): string {
  if (ticket.yourTurn) return '等您确认';
  switch (ticket.status) {
    case 'received':
      return '收到了，正在安排';
    case 'dispatched':
      return '已派人';
    case 'on_site':
      return '师傅到了';
    case 'finished':
      return asStaff ? '等住户确认' : '修好了，等确认';
    case 'closed':
      return '办完了';
    case 'cancelled':
      return '撤回了';
  }
}

/** A clause as residents read it: 急修承诺 R3. */
export const sayClause = (ticket: Pick<TicketCard, 'urgency'>, clause: string): string =>
  clause === 'R3' ? `${ticket.urgency === 'urgent' ? '急修' : '维修'}承诺 R3` : `规则 ${clause}`;
