import { Problem, refuseField } from '../kernel/problem.ts';
import { isMissed, keyFacts, type Promised } from '../kernel/promises.ts';
import { AGREE_WITHIN_DAYS, type Decision, type Given, inTheFuture } from './decision.ts';

export const AGREEABLE = ['on_site', 'repaired', 'new_visit', 'new_date', 'named_visit', 'service_done', 'carried_out'] as const;
export type Agreeable = (typeof AGREEABLE)[number];

/** Put off while there is time; late, it is late until it is done. */
const ONLY_IN_TIME: readonly string[] = ['carried_out'];

type Standing = Pick<Given, 'ledger' | 'state' | 'now'>;

/** What of this round is still owed, the newest first. */
const owedIn = ({ ledger, state }: Pick<Standing, 'ledger' | 'state'>) =>
  [...ledger].reverse().filter((one) => one.round === state.round && !one.keptAt && !one.withdrawnAt);

const isVisit = (what: string) => what === 'on_site' || what === 'new_visit' || what === 'named_visit';

/** The date that was agreed on instead of what was missed, and is still ahead. */
const agreedInstead = (owed: readonly Promised[], what: string, now: Date) =>
  owed.find((one) => one.what === (isVisit(what) ? 'new_visit' : 'new_date') && !isMissed(one, now));

/** I7: whether anything that was promised may be put off now, or promised anew once it was missed. */
export function mayAgree({ now, ...given }: Standing): boolean {
  const owed = owedIn(given);
  return owed
    .filter((one) => (AGREEABLE as readonly string[]).includes(one.what))
    .some((one) => !isMissed(one, now) || (!ONLY_IN_TIME.includes(one.what) && !agreedInstead(owed, one.what, now)));
}

/** I7: in time, a later date agreed with the resident is the one in force; too late, the new date is a promise of its own and the miss stands. */
export function decideAgreement(given: Given, input: { what: Agreeable; dueBy: Date; channel: string }): Decision {
  const { now, state } = given;
  const dueBy = inTheFuture('dueBy', input.dueBy, now, AGREE_WITHIN_DAYS);
  const owed = owedIn(given);
  const promise = owed.find((one) => one.what === input.what);
  if (!promise) throw new Problem('promise/nothing-to-agree');
  if (!isMissed(promise, now)) {
    if (input.dueBy <= promise.dueBy) throw refuseField('dueBy', '约的时间要比现在答应的晚；能早做到，直接早做就好');
    // Spoken with, they need not be asked once more for another date (Z14).
    const isAsked = state.proposal !== null || owed.some((one) => one.what === 'another_date');
    const settles = isAsked ? { settles: 'another_date' } : {};
    return { did: 'agreed', facts: { ...keyFacts(promise), dueBy, channel: input.channel, ...settles } };
  }
  if (ONLY_IN_TIME.includes(input.what)) throw new Problem('promise/nothing-to-agree', '说好的日子已经过了，做成了请点“做成了”');
  if (agreedInstead(owed, input.what, now)) throw new Problem('promise/nothing-to-agree', '已经另约过时间，请改那一项');
  return { did: isVisit(input.what) ? 'visit_rescheduled' : 'rescheduled', facts: { dueBy, channel: input.channel } };
}

/** What lateness came from; each breach is on record with its cause (R3, Z2). */
export const MISS_CAUSES = {
  late_dispatch: '派人晚了',
  parts: '缺配件',
  resident_unreachable: '联系不上住户',
  hands: '师傅忙不过来',
  harder_than_thought: '比想的难修',
  reclassified: '中途改成急修',
} as const;

export type MissCause = keyof typeof MISS_CAUSES;

/** R3: a breach is put on record with its cause; only what was missed has one. */
export function decideExplanation(given: Given, input: { what: string; round: number; cause: MissCause }): Decision {
  const missed = given.ledger.filter((one) => one.what === input.what && one.round === input.round && isMissed(one, given.now));
  const promise = missed.find((one) => one.missCause === null) ?? missed[0];
  if (!promise) throw refuseField('what', '这一项没有超时，不用记原因');
  return { did: 'explained', facts: { ...keyFacts(promise), cause: input.cause } };
}
