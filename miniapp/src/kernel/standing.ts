import type { TicketCard } from '../../../shared/contract/ticket-views.ts';

/** The same of a special service, where other words fit. */
const SERVICE: Partial<Record<TicketCard['status'], string>> = { dispatched: '约好了', on_site: '人到了', finished: '做好了，等验收' };

/** Where a ticket stands, in the reader's words, when no promise is open. */
export function sayStanding(ticket: Pick<TicketCard, 'kind' | 'status' | 'yourTurn' | 'waitsFor' | 'mergedInto'>, asStaff: boolean): string {
  // Handed back while a date waits, it is the office's turn too.
  if (ticket.waitsFor && !(asStaff && ticket.status === 'received'))
    return asStaff ? '等住户回话' : ticket.waitsFor === 'quote' ? '等您看报价' : '等您看新的时间';
  const service = ticket.kind === 'special_service' ? SERVICE[ticket.status] : undefined;
  if (ticket.yourTurn) return service ? '等您验收' : '等您确认';
  if (ticket.mergedInto) return '并到别的一件一起处理';
  if (service) return service;
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
