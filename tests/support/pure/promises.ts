import { shanghaiTime } from '../../../shared/kernel/time.ts';
import { decideAgreement, decideExplanation } from '../../../shared/tickets/agreements.ts';
import { decideReclassify } from '../../../shared/tickets/decide.ts';
import type { PromiseDeeds } from '../deeds.ts';
import type { Doer } from './town.ts';

export const promiseDeeds = ({ does }: Doer): PromiseDeeds => ({
  agrees: (ticket, what, dueBy) => does('agree', ticket, (given) => decideAgreement(given, { what, dueBy: shanghaiTime(dueBy), channel: 'phone' })),
  explainsMiss: (ticket, what, cause, round = 1) => does('explainMiss', ticket, (given) => decideExplanation(given, { what, round, cause })),
  reclassifies: (ticket, change) =>
    does('reclassify', ticket, (given) => decideReclassify(given, { worse: false, danger: false, why: '', ...change })),
});
