import type { SubjectRules } from '../kernel/subject.ts';
import type { Kept, RemovalState } from './retention.ts';

/** A removal by rule as the ledger knows it: one event, nothing promised, nobody told. */
export const REMOVAL_RULES: SubjectRules<RemovalState, 'removed'> = {
  follow: (_, event) => ({ what: event.facts.what as Kept, rows: Number(event.facts.rows) }),
  subjectOf: () => ({ round: 1, roundBeganAt: new Date(0), assignee: null, happened: {} }),
  bookFor: (_, settings, openingHours) => ({ rows: [], settings, openingHours }),
  hearersOf: () => ({ people: [], residents: false, mustKnow: false }),
};
