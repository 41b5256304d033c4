import Taro from '@tarojs/taro';
import type { TicketCard, TicketDetail } from '../../../shared/contract/ticket-views.ts';
import { LIFECYCLE } from '../../../shared/tickets/lifecycle.ts';
import { serverNow } from './clock.ts';
import { type Held, standingNow } from './held.ts';
import { useHeld } from './queue.ts';
import { useQueuedSend } from './queued-send.ts';
import { arrivedAfter } from './sending.ts';

type Action = TicketDetail['actions'][number];

/** What is no longer to do once one of these has been done. */
const GONE: Record<string, readonly string[]> = {
  accept: ['accept'],
  arrive: ['accept', 'arrive'],
  finish: ['accept', 'arrive', 'finish'],
  complete: ['accept', 'arrive', 'complete'],
};
/** How the work of a kind of ticket ends: what comes next once somebody is there. */
const ENDS: Partial<Record<TicketDetail['kind'], 'finish' | 'complete'>> = { repair: 'finish', special_service: 'complete' };

const isWaiting = (held: Held) => standingNow(held) === 'waiting' && held.act in GONE;

const actionOf = (name: string): Action => {
  const row = LIFECYCLE.find((one) => one.action === name)!;
  return { action: row.action, label: row.label };
};

/**
 * The buttons of a ticket as they stand once what waits on this phone has gone out: without a signal the work goes on.
 * What has arrived counts until an answer knows of it, so that no button comes back for a moment under a finger.
 */
export function useActionsAhead(ticket: Pick<TicketDetail, 'id' | 'kind' | 'actions' | 'version'> | null): Action[] {
  const waiting = useHeld(ticket?.id ?? '').filter(isWaiting);
  if (!ticket) return [];
  const done = [...arrivedAfter(ticket.id, ticket.version), ...waiting.map((one) => one.act)];
  const gone = done.flatMap((act) => GONE[act] ?? []);
  const end = ENDS[ticket.kind];
  const next = end && done.includes('arrive') && !gone.includes(end) ? [actionOf(end)] : [];
  return [...ticket.actions.filter(({ action }) => !gone.includes(action) && next.every((one) => one.action !== action)), ...next];
}

/** The tickets whose work is done and waits on this phone to be told. */
export const useDoneHere = (): string[] =>
  useHeld()
    .filter((one) => (one.act === 'finish' || one.act === 'complete') && isWaiting(one))
    .map((one) => one.subject);

/** What a technician calls a job in the queue. */
export const jobTitle = ({ where, title }: Pick<TicketCard, 'where' | 'title'>) => `${where} ${title}`;

export const KEPT_HERE = '记在手机里了，有信号自动发';

/** 接下 and 我到了, with or without a signal; the time of the tap goes with it. */
export function useJob(ticket: Pick<TicketCard, 'id' | 'where' | 'title'>) {
  const { send, ...turn } = useQueuedSend();
  const act = async (action: 'accept' | 'arrive'): Promise<boolean> => {
    const body = { id: ticket.id, claimedAt: serverNow().toISOString() };
    const done = await send({ act: action, subject: ticket.id, title: jobTitle(ticket), words: '', body });
    if (done && !done.arrived) void Taro.showToast({ title: KEPT_HERE, icon: 'none', duration: 2_500 });
    return done !== undefined;
  };
  return { act, ...turn };
}
