import { Problem, refuseField } from '../kernel/problem.ts';
import { isMissed, keyFacts, type Promised } from '../kernel/promises.ts';
import type { Settings } from '../kernel/settings.ts';
import { DAY, endOfDayAfter, isoDay, minutesAfter, sayMoment } from '../kernel/time.ts';
import { categoryOf, urgencyOf } from '../repairs/categories.ts';
import { opinionOf, type RatingTag, type Score, tagsFor } from './ratings.ts';
import type { RepairPlace, TicketEventName, TicketState } from './ticket.ts';

/** What a decision may look at: the ticket, its ledger, the instant and the office's figures. Never a clock or a table. */
export interface Given {
  state: TicketState;
  ledger: readonly Promised[];
  now: Date;
  settings: Settings;
}

/** Something that happens: the event's name and its facts (ids, dates and codes only). */
export interface Fact {
  did: TicketEventName;
  facts: Record<string, unknown>;
}

/** What follows. */
export interface Decision extends Fact {
  /** What follows from it at once, in the same breath. */
  also?: readonly Fact[];
}

/** A longer delay is no agreement on a date any more. */
const AGREE_WITHIN_DAYS = 30;

const inTheFuture = (field: string, at: Date, now: Date, withinDays: number): string => {
  if (at <= now) throw refuseField(field, '时间要在现在之后');
  if (at.getTime() - now.getTime() > withinDays * DAY) throw refuseField(field, `时间不能超过 ${withinDays} 天`);
  return at.toISOString();
};

/**
 * A report: its category decides urgent or general (R1, R2); who dispatches is frozen now (D2, I16).
 * @throws Problem `request/invalid` for a category that is not offered for this place, a public place without where, or 其他 without words
 */
export function decideReport(
  input: { category: string; place: RepairPlace; where: string; worse: boolean; danger: boolean; words: string },
  settings: Settings,
  now: Date,
): Decision {
  const category = categoryOf(input.category, isoDay(now));
  if (!category?.places.includes(input.place)) throw refuseField('category', '请点一下哪里坏了');
  if (input.place === 'public' && input.where === '') throw refuseField('where', '请写一下公共地方在哪里');
  if (category.code === 'other' && input.words === '') throw refuseField('words', '选了“其他”，请说一下哪里坏了');
  const { urgency, clause } = urgencyOf(category, input.place, input.worse, input.danger);
  return {
    did: 'received',
    facts: {
      kind: 'repair',
      category: category.code,
      urgency,
      clause,
      place: input.place,
      danger: input.danger,
      supervised: settings.supervisorDispatches,
    },
  };
}

/** D1: a handover names its department and the time by which an answer is due: the setting's, or sooner. */
export function decideHandOver(given: Given, input: { answerBy?: Date | undefined }): Decision {
  const { settings, now, state } = given;
  const allowed = state.urgency === 'urgent' ? settings.urgentHandoverAnswerMinutes : settings.handoverAnswerMinutes;
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

/** R11: the visit is made by somebody who did none of the work. @throws Problem `ticket/not-yours` */
export function decideVisit(given: Given, by: string): Decision {
  if (by === given.state.assignee || by === given.state.formerAssignee) throw new Problem('ticket/not-yours', '动手修过的人不能自己回访');
  return { did: 'visited', facts: {} };
}

const owes = (given: Given, what: string) => given.ledger.find((one) => one.what === what && !one.keptAt && !one.withdrawnAt);

/**
 * I15: the resident's first word is owed a first reply, and what they add while it is owed opens nothing new; the first reply they can read keeps it.
 * A report is no message: it is answered by sending somebody (R8). A note among colleagues never comes here.
 * @param input.isReadable whether residents can read it now: words that are not held
 */
export function decideSay(given: Given, input: { asStaff: boolean; upset: boolean; isReadable: boolean }): Decision {
  if (input.upset) return { did: 'reassured', facts: {} };
  const owed = owes(given, 'first_reply') !== undefined;
  if (input.asStaff) return { did: owed && input.isReadable ? 'answered' : 'said', facts: {} };
  return { did: owed ? 'said' : 'asked', facts: {} };
}

/**
 * R9, S9: the confirmation that closes carries the score, once; a low one is followed up by its own promise.
 * @throws Problem `request/invalid` for reasons that do not go with the score
 */
export function decideConfirm(given: Given, input: { score: Score; tags: readonly RatingTag[] }): Decision {
  const tags = [...new Set(input.tags)];
  if (tags.some((tag) => !tagsFor(input.score).includes(tag))) throw refuseField('tags', '选的原因和打的分对不上，请重新选');
  const low = input.score <= given.settings.lowScoreAtMost;
  return {
    did: 'confirmed',
    facts: { opinion: opinionOf(input.score), score: input.score, tags },
    ...(low ? { also: [{ did: 'rated_low' as const, facts: { score: input.score } }] } : {}),
  };
}

/** V8, and after a low score S9: what was asked and answered is on record, by somebody who did none of the work. @throws Problem `ticket/not-yours` */
export function decideReturnVisit(given: Given, by: string): Decision {
  return { ...decideVisit(given, by), did: 'return_visited' };
}

/** What counts as calling a household (Z12). */
export const CALLS: readonly TicketEventName[] = ['called', 'visited', 'return_visited'];

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

/** R3: done. V8's call falls away at once where the household was called within the week (Z12). */
export function decideFinish(given: Given, calledAt: Date | null): Decision {
  return { did: 'finished', facts: {}, also: spared(endOfDayAfter(given.now, given.settings.returnVisitDays), calledAt) };
}

export const AGREEABLE = ['on_site', 'repaired', 'new_visit', 'new_date'] as const;
export type Agreeable = (typeof AGREEABLE)[number];

/** I7: in time, a later date agreed with the resident is the one in force; too late, the new date is a promise of its own and the miss stands. */
export function decideAgreement(given: Given, input: { what: Agreeable; dueBy: Date; channel: string }): Decision {
  const { ledger, now, state } = given;
  const dueBy = inTheFuture('dueBy', input.dueBy, now, AGREE_WITHIN_DAYS);
  const owed = [...ledger].reverse().filter((one) => one.round === state.round && !one.keptAt && !one.withdrawnAt);
  const promise = owed.find((one) => one.what === input.what);
  if (!promise) throw new Problem('promise/nothing-to-agree');
  if (!isMissed(promise, now)) {
    if (input.dueBy <= promise.dueBy) throw refuseField('dueBy', '约的时间要比现在答应的晚；能早做到，直接早做就好');
    return { did: 'agreed', facts: { ...keyFacts(promise), dueBy, channel: input.channel } };
  }
  const isVisit = input.what === 'on_site' || input.what === 'new_visit';
  const again = owed.find((one) => one.what === (isVisit ? 'new_visit' : 'new_date') && !isMissed(one, now));
  if (again) throw new Problem('promise/nothing-to-agree', '已经另约过时间，请改那一项');
  return { did: isVisit ? 'visit_rescheduled' : 'rescheduled', facts: { dueBy, channel: input.channel } };
}

/** The opinions a resident confirms with (R9). */
export const OPINIONS = { satisfied: '满意', acceptable: '基本满意', dissatisfied: '不满意' } as const;

export type Opinion = keyof typeof OPINIONS;

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

/** R1, R2: another category; where the urgency moves, the clocks run again from receipt. Urgent → general needs a reason (readings 3). */
export function decideReclassify(given: Given, input: { category: string; worse: boolean; danger: boolean; why: string }): Decision {
  const { state } = given;
  const category = categoryOf(input.category, isoDay(given.now));
  if (!category?.places.includes(state.place)) throw refuseField('category', '请选一个类别');
  const { urgency, clause } = urgencyOf(category, state.place, input.worse, input.danger);
  if (state.urgency === 'urgent' && urgency === 'general' && input.why === '') throw refuseField('why', '急修改成一般，请写明原因');
  return {
    did: urgency === state.urgency ? 'recategorised' : 'reclassified',
    facts: { category: category.code, urgency, clause, danger: input.danger },
  };
}
