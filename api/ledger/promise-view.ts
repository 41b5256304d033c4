import type { PromiseView } from '../../shared/contract/ticket-views.ts';
import { isMissed, type Promised } from '../../shared/kernel/promises.ts';
import { MISS_CAUSES, type MissCause } from '../../shared/tickets/agreements.ts';
import { explain } from '../../shared/tickets/promise-words.ts';
import { iso, isoOrNull, warnAt } from '../tickets/card-view.ts';

/**
 * A promise as a screen shows it, of whatever subject.
 * @param named what it is called, and who owes it: a name, or the post where nobody has it yet
 */
export const promiseView = (promise: Promised, named: { label: string; owedBy: string }, now: Date): PromiseView => ({
  what: promise.what,
  label: named.label,
  round: promise.round,
  openedBy: promise.openedBy,
  clause: promise.clause,
  ruleSince: promise.ruleSince,
  allowance: promise.allowance,
  warnAtPercent: warnAt(promise),
  owedBy: named.owedBy,
  owedTo: promise.owedTo,
  startedAt: iso(promise.startedAt),
  firstDueBy: iso(promise.firstDueBy),
  dueBy: iso(promise.dueBy),
  keptAt: isoOrNull(promise.keptAt),
  withdrawnAt: isoOrNull(promise.withdrawnAt),
  missed: isMissed(promise, now),
  missCause: promise.missCause ? (MISS_CAUSES[promise.missCause as MissCause] ?? promise.missCause) : null,
  explain: explain(promise, now),
});
