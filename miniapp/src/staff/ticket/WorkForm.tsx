import type { TicketDetail } from '../../../../shared/contract/ticket-views.ts';
import { Refusal } from '../../kernel/parts/Refusal.tsx';
import { DispatchForm } from './DispatchForm.tsx';
import { HandOverForm } from './HandOverForm.tsx';
import { TakeOnForm } from './TakeOnForm.tsx';
import type { Work } from './work.ts';

/** What must be filled in for the next step, if anything. */
export function WorkForm({ ticket, work, now }: { ticket: TicketDetail; work: Work; now: Date }) {
  const can = (action: string) => ticket.actions.some((one) => one.action === action);
  return (
    <>
      {can('dispatch') && <DispatchForm ticket={ticket} work={work} />}
      {!can('dispatch') && can('takeOn') && <TakeOnForm work={work} now={now} />}
      {!can('dispatch') && !can('takeOn') && can('handOver') && <HandOverForm ticket={ticket} work={work} now={now} />}
      <Refusal refused={work.refused} />
    </>
  );
}
