import type { Promised } from '../kernel/promises.ts';
import { DAY } from '../kernel/time.ts';
import type { Fact } from './decision.ts';
import type { TicketEventName } from './ticket.ts';

/** What counts as calling a household (Z12). */
export const CALLS: readonly TicketEventName[] = ['called', 'visited', 'return_visited', 'weekly_visited', 'quality_visited'];

/** Within so many days nobody is called twice (Z12). */
export const CALLED_ONCE_IN_DAYS = 7;

/**
 * Z12: the household was called at `calledAt`; a call of V8 that would be due within seven days of it falls away, on record.
 * What R11 promises and what the resident was promised themselves is exempt.
 * @param dueBy when the call would be due; null where none is owed
 */
export function spared(dueBy: Date | null, calledAt: Date | null): Fact[] {
  if (!dueBy || !calledAt || dueBy.getTime() - calledAt.getTime() > CALLED_ONCE_IN_DAYS * DAY) return [];
  return [{ did: 'call_spared', facts: { what: 'return_visit', calledAt: calledAt.toISOString() } }];
}

/** When the call of V8 that a ticket still owes is due; null where it owes none. */
export const owedCallBy = (ledger: readonly Promised[]): Date | null =>
  ledger.find((one) => one.what === 'return_visit' && !one.keptAt && !one.withdrawnAt)?.dueBy ?? null;
