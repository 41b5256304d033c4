import { refuseField } from '../kernel/problem.ts';
import { isMissed } from '../kernel/promises.ts';
import { endOfDayAfter, isoDay, minutesAfter, sayMoment } from '../kernel/time.ts';
import { type Charge, decideWithdrawal, isQuoteOpen } from '../quotes/quotes.ts';
import { categoryOf, urgencyOf } from '../repairs/categories.ts';
import { spared } from './calls.ts';
import { AGREE_WITHIN_DAYS, type Decision, type Fact, type Given, inTheFuture } from './decision.ts';
import { type HandBackReason, handBackReasonsFor } from './hand-back.ts';
import { KINDS } from './kinds.ts';
import { opinionOf, type RatingTag, type Score, tagsFor } from './ratings.ts';

/**
 * R8: whoever was sent hands it back, for a reason that fits where they are; a quote of theirs that nobody answered goes with it.
 * @throws Problem `request/invalid`
 */
export function decideHandBack(given: Given, input: { reason: HandBackReason }): Decision {
  if (!handBackReasonsFor(given.state.status, isoDay(given.now)).some((row) => row.code === input.reason))
    throw refuseField('reason', '请选一个原因');
  return handedBack(given, input.reason);
}

function handedBack(given: Given, reason: HandBackReason): Decision {
  const { quote } = given.state;
  const also = quote && isQuoteOpen(given.state) ? [decideWithdrawal(given, quote.id)] : [];
  return { did: 'handed_back', facts: { reason }, also };
}

/** Z15, R8: nothing stays with a technician who left, or is away: it is another's, or back to be given anew; the clocks run on. */
export function decideTakingBack(given: Given, input: { reason: 'left' | 'away'; to: string | null }): Decision {
  if (input.to === null) return handedBack(given, input.reason);
  return given.state.kind === 'special_service'
    ? { did: 'dispatched', facts: { assignee: input.to, provider: null } }
    : decideDispatch(given, { assignee: input.to });
}

/** D1: within how long a handover is answered. */
export const handOverMinutes = ({ state, settings }: Pick<Given, 'state' | 'settings'>): number =>
  state.urgency === 'urgent' ? settings.urgentHandoverAnswerMinutes : settings.handoverAnswerMinutes;

/** D1: a handover names its department and the time by which an answer is due: the setting's, or sooner. */
export function decideHandOver(given: Given, input: { answerBy?: Date | undefined }): Decision {
  const { now } = given;
  const allowed = handOverMinutes(given);
  const latest = minutesAfter(now, allowed);
  const answerBy = input.answerBy ?? latest;
  if (answerBy > latest) throw refuseField('answerBy', `最晚 ${allowed} 分钟内要答复`);
  return { did: 'handed_over', facts: { department: 'engineering', dueBy: inTheFuture('answerBy', answerBy, now, 1) } };
}

/** D2: the head gives a firm time, never later than what the resident was promised (a later one is agreed with the resident first, I7). */
export function decideTakeOn(given: Given, input: { completeBy: Date }): Decision {
  const repaired = given.ledger.find((one) => one.what === 'repaired' && one.round === given.state.round && !one.keptAt && !one.withdrawnAt);
  if (repaired && !isMissed(repaired, given.now) && input.completeBy > repaired.dueBy)
    throw refuseField('completeBy', `不能晚于答应住户的${sayMoment(repaired.dueBy, given.now)}；来不及就先和住户约时间`);
  return { did: 'taken_on', facts: { dueBy: inTheFuture('completeBy', input.completeBy, given.now, AGREE_WITHIN_DAYS) } };
}

const owes = (given: Given, what: string) => [...given.ledger].reverse().find((one) => one.what === what && !one.keptAt && !one.withdrawnAt);

/**
 * R8: who is sent. A time the customer named is a promise of its own beside R3's, which it never erases (I9); the one they named before stands
 * until another is agreed on (I7).
 * @throws Problem `request/invalid` for a time that is not ahead, or another than the one that stands
 */
export function decideDispatch(given: Given, input: { assignee: string; visitBy?: Date | undefined }): Decision {
  const sent: Fact = { did: 'dispatched', facts: { assignee: input.assignee } };
  if (!input.visitBy) return sent;
  const named = owes(given, 'named_visit');
  if (named && named.round === given.state.round && !isMissed(named, given.now)) {
    // The first time they named may have been put off since: it is no other time.
    if ([named.dueBy, named.firstDueBy].some((at) => at.getTime() === input.visitBy?.getTime())) return sent;
    throw refuseField('visitBy', `住户先前说的${sayMoment(named.dueBy, given.now)} 还算数；要改，请先“和住户约时间”`);
  }
  return { ...sent, also: [{ did: 'visit_named', facts: { dueBy: inTheFuture('visitBy', input.visitBy, given.now, AGREE_WITHIN_DAYS) } }] };
}

/**
 * I15: the resident's first word is owed a first reply, and what they add while it is owed opens nothing new; the first reply they can read keeps it.
 * A report is no message: it is answered by sending somebody (R8). A note among colleagues never comes here.
 * @param input.isReadable whether residents can read it now: words that are not held
 */
export function decideSay(given: Given, input: { asStaff: boolean; upset: boolean; isReadable: boolean }): Decision {
  if (input.upset) return { did: 'reassured', facts: {} };
  const owed = owes(given, 'first_reply') !== undefined;
  if (input.asStaff) return { did: owed && input.isReadable ? 'answered' : 'said', facts: {} };
  const { state, now, settings } = given;
  return { did: owed ? 'said' : 'asked', facts: KINDS[state.kind].lasts.afterHeard(state, now, settings) };
}

/**
 * R9, S9: the confirmation that closes carries the score, once; a low one is followed up by its own promise.
 * @throws Problem `request/invalid` for reasons that do not go with the score
 */
export function decideConfirm(given: Given, input: { score: Score; tags: readonly RatingTag[] }): Decision {
  const tags = [...new Set(input.tags)];
  if (tags.some((tag) => !tagsFor(input.score).includes(tag))) throw refuseField('tags', '选的原因和打的分对不上，请重新选');
  const low = input.score <= given.settings.lowScoreAtMost;
  const kind = KINDS[given.state.kind];
  if (low && kind.closesOnlyContent) throw refuseField('score', '不满意就还没办完：请点“没做好”，说说哪里不对，我们接着办');
  return {
    did: 'confirmed',
    facts: {
      opinion: opinionOf(input.score),
      score: input.score,
      tags,
      ...kind.lasts.afterConfirm(given.state, given.now, given.settings),
    },
    ...(low ? { also: [{ did: 'rated_low' as const, facts: { score: input.score } }] } : {}),
  };
}

/**
 * R3, R14: done, with what it cost; how long 没修好, silence and warranty last is frozen now (Z1, R6).
 * V8's call falls away at once where the household was called within the week (Z12).
 */
export function decideFinish(given: Given, calledAt: Date | null, { labourFen, partsFen, ...charge }: Omit<Charge, 'quantities'>): Decision {
  const partsMonths = Math.max(given.state.partsMonths, charge.partsMonths);
  const facts = {
    labourFen,
    partsFen,
    ...(partsMonths > 0 ? { partsMonths } : {}),
    ...KINDS[given.state.kind].lasts.afterFinish({ ...given.state, partsMonths }, given.now, given.settings),
  };
  return { did: 'finished', facts, also: spared(endOfDayAfter(given.now, given.settings.returnVisitDays), calledAt) };
}

/** R1, R2: another category; where the urgency moves, the clocks run again from receipt. Urgent → general needs a reason (readings 3). */
export function decideReclassify(given: Given, input: { category: string; worse: boolean; danger: boolean; why: string }): Decision {
  const { state } = given;
  const category = categoryOf(input.category, isoDay(given.now));
  if (!category?.places.includes(state.place)) throw refuseField('category', '请选一个类别');
  const { urgency, clause } = urgencyOf(category, state.place, input.worse, input.danger);
  if (state.urgency === 'urgent' && urgency === 'general' && input.why === '') throw refuseField('why', '急修改成一般，请写明原因');
  return {
    did: urgency === state.urgency ? 'recategorised' : 'reclassified',
    facts: { category: category.code, urgency, clause, danger: input.danger, largeDefect: category.isLargeDefect === true },
  };
}

/** Z3: of a public place the supervisor confirms what they have seen; whoever reported it may still say otherwise. */
export const decideConfirmPublic = ({ state, now, settings }: Given): Decision => ({
  did: 'confirmed_by_head',
  facts: { ...KINDS[state.kind].lasts.afterConfirm(state, now, settings) },
});
