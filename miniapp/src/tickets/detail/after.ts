import type { TicketDetail } from '../../../../shared/contract/ticket-views.ts';
import { standingNow } from '../../kernel/held.ts';
import { useHeld } from '../../kernel/queue.ts';
import { tellSent, useQueuedSend } from '../../kernel/queued-send.ts';

type Act = 'urge' | 'change' | 'cancel';

/** What is offered behind 更多, in this order; what may be done says the ticket itself. */
const REST = ['change', 'point', 'reopen', 'object', 'becomeComplaint', 'cancel'];

type Offered = TicketDetail['actions'][number];

/** What may be done besides writing and answering. What waits on this phone counts as done: nothing is asked for twice, and nothing after it is taken back. */
export function useOthers(ticket: Pick<TicketDetail, 'id' | 'actions'>): { urge: Offered | undefined; rest: Offered[] } {
  const waits = useHeld(ticket.id).flatMap((one) => (standingNow(one) === 'waiting' ? one.act : []));
  if (waits.includes('cancel')) return { urge: undefined, rest: [] };
  return {
    urge: waits.includes('urge') ? undefined : ticket.actions.find((one) => one.action === 'urge'),
    rest: REST.flatMap((action) => ticket.actions.filter((one) => one.action === action)),
  };
}

/** What residents do with their own report besides writing and answering; each ends with one line that says what follows. */
export function useAfterwards({ id, title }: Pick<TicketDetail, 'id' | 'title'>, onDone: () => Promise<void>) {
  const { send, ...sending } = useQueuedSend();
  const act = async (name: Act, fields: Record<string, unknown>, follows: string): Promise<boolean> => {
    const words = String(fields.words ?? '');
    const done = await send({ act: name, subject: id, title, words, body: { id, ...fields } });
    if (!done) return false;
    tellSent(done, follows);
    if (done.arrived) await onDone();
    return true;
  };
  return { act, again: onDone, ...sending };
}

export type Afterwards = ReturnType<typeof useAfterwards>;
