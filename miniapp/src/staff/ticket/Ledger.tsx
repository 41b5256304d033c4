import type { TicketDetail } from '../../../../shared/contract/ticket-views.ts';
import { waitsOn } from '../../kernel/parts/PromiseBadge.tsx';
import { PromiseList } from '../../kernel/parts/PromiseList.tsx';

/** 答应了什么: every promise of a ticket. */
export const Ledger = ({ ticket, now }: { ticket: TicketDetail; now: Date }) => (
  <PromiseList title="答应了什么" promises={ticket.promises} now={now} unit="条承诺" waits={waitsOn(ticket, true)} officeId={ticket.officeId} />
);
