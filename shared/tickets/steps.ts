import { isoDay, sayClock, sayDay } from '../kernel/time.ts';
import { KINDS } from './kinds.ts';
import type { TicketState } from './ticket.ts';

/**
 * The step bar of a resident: the last one reached is now, until the matter is closed. A clock time belongs to the day named before it: the first
 * step's is today unless it says another.
 */
export function stepsOf(state: Pick<TicketState, 'kind' | 'status' | 'receivedAt' | 'happened'>, now: Date) {
  const steps = KINDS[state.kind].steps.map(({ label, did, or }) => {
    const otherwise = (state.happened[did] ? undefined : or?.find((one) => state.happened[one.did])) ?? { label, did };
    return { label: otherwise.label, at: did === 'received' ? state.receivedAt : state.happened[otherwise.did] };
  });
  const reached = steps.reduce((last, step, index) => (step.at ? index : last), 0);
  const over = state.status === 'closed' ? reached : reached - 1;
  let day = isoDay(now);
  const sayAt = (at: Date) => {
    const isSameDay = isoDay(at) === day;
    day = isoDay(at);
    return isSameDay ? sayClock(at) : `${sayDay(at, now).split(' ')[0]} ${sayClock(at)}`;
  };
  return steps.map((step, index) => ({
    label: step.label,
    at: step.at ? sayAt(step.at) : '',
    state: index <= over ? ('done' as const) : index === reached ? ('now' as const) : ('ahead' as const),
  }));
}
