import { type OwedBy, outcomeOf, type Promised } from '../../shared/kernel/promises.ts';
import { explain } from '../../shared/tickets/promise-words.ts';
import { wallClock } from './wall-clock.ts';

/** One line of the ledger as a scenario asks about it; times are wall clock in Shanghai. */
export interface PromiseLine {
  what: string;
  clause: string;
  round: number;
  owedBy: string | null;
  owedByRole: OwedBy;
  firstDueBy: string;
  dueBy: string;
  keptAt: string | null;
  outcome: 'kept' | 'kept_as_agreed' | 'missed' | 'open' | 'withdrawn';
  explain: string;
}

/** A promise of the ledger, as it stands at this instant; whoever owes it by name. */
export const promiseLine = (promise: Promised, owedBy: string | null, now: Date): PromiseLine => ({
  what: promise.what,
  clause: promise.clause,
  round: promise.round,
  owedBy,
  owedByRole: promise.owedByRole,
  firstDueBy: wallClock(promise.firstDueBy),
  dueBy: wallClock(promise.dueBy),
  keptAt: promise.keptAt ? wallClock(promise.keptAt) : null,
  outcome: outcomeOf(promise, now),
  explain: explain(promise, now),
});
