import { Problem, refuseField } from '../kernel/problem.ts';
import { endOfDayAfter, isoDay, minutesAfter, sayMoment } from '../kernel/time.ts';
import { categoryOf, urgencyOf } from '../repairs/categories.ts';
import type { Decision, Given } from './decision.ts';

/** Why a report is taken back before anybody works on it; for one's own fittings anybody else may be called (R4). */
export const CANCEL_REASONS = {
  mended: '自己修好了',
  by_mistake: '报错了',
  somebody_else: '找了别人修',
  other: '其他',
} as const;

export type CancelReason = keyof typeof CANCEL_REASONS;

/**
 * R4: taken back before work begins, by whoever reported it, or by an agent on their word: then how they said it, and what, is on record (I2).
 * Never where other households wait for the same public place (I5): they were told they need not report it.
 * @throws Problem `request/invalid` for an agent who leaves that out, `ticket/action-refused` where others follow
 */
export function decideCancel(input: {
  why: CancelReason | undefined;
  asStaff: boolean;
  words: string;
  channel: string | undefined;
  followedBy: number;
}): Decision {
  if (input.followedBy > 0) throw new Problem('ticket/action-refused', `还有 ${input.followedBy} 户在等这一处，撤不了；师傅看过没事，就办完了`);
  if (input.asStaff && input.channel === undefined) throw refuseField('channel', '请选住户怎么说的');
  if (input.asStaff && input.words === '') throw refuseField('words', '请写住户是怎么说的');
  return { did: 'cancelled', facts: { ...(input.why ? { why: input.why } : {}), ...(input.asStaff ? { channel: input.channel } : {}) } };
}

interface Change {
  category: string | undefined;
  worse: boolean;
  danger: boolean;
  /** Whether something is said or shown beside it. */
  says: boolean;
}

/**
 * I9: before work begins whoever reported it says it better: another category, which may make it more urgent and never less (that needs a
 * colleague), words or photos.
 * @throws Problem `request/invalid` for a change that changes nothing, one from urgent to general, or another matter where it is mended again for
 *   free (R6, R11)
 */
export function decideChange(given: Given, input: Change): Decision {
  const { state } = given;
  const code = input.category ?? state.category;
  const category = categoryOf(code, isoDay(given.now));
  if (!category?.places.includes(state.place)) throw refuseField('category', '请点一下哪里坏了');
  if (code !== state.category && (state.round > 1 || state.reworkOf !== null))
    throw refuseField('category', '返修的是原来那样东西；别的坏了，请另外报修');
  const danger = state.danger || input.danger;
  const isSame = code === state.category && danger === state.danger && (!input.worse || state.urgency === 'urgent');
  if (isSame && !input.says) throw refuseField('words', '还没有改动，请改类别，或者写几个字、放一张照片');
  if (isSame) return { did: 'changed', facts: {} };
  const { urgency, clause } = urgencyOf(category, state.place, input.worse, danger);
  if (state.urgency === 'urgent' && urgency === 'general') throw refuseField('category', '急修改成一般，要同事看过才行，请在留言里说一声');
  return {
    did: urgency === state.urgency ? 'recategorised' : 'reclassified',
    facts: { category: category.code, urgency, clause, danger, largeDefect: category.isLargeDefect === true },
  };
}

/** I7: when residents may urge next; null where they may now. So many a day, and so long apart; the day is Shanghai's. */
export function urgeAgainAt({ state, now, settings }: Pick<Given, 'state' | 'now' | 'settings'>): Date | null {
  const last = state.urges[state.urges.length - 1];
  if (!last) return null;
  const today = state.urges.filter((at) => isoDay(at) === isoDay(now)).length;
  const apart = minutesAfter(last, settings.urgeMinutesBetween);
  const midnight = endOfDayAfter(now, 0);
  const again = today >= settings.urgesADay && midnight > apart ? midnight : apart;
  return again > now ? again : null;
}

/**
 * I7: residents urge: whoever works on it hears, and what was promised next is said again. It moves no promise.
 * @throws Problem `ticket/urged-lately`
 */
export function decideUrge(given: Given): Decision {
  const again = urgeAgainAt(given);
  if (again) throw new Problem('ticket/urged-lately', `${sayMoment(again, given.now)} 以后可以再催；有话请留言`);
  const [next] = given.ledger
    .filter((one) => !one.keptAt && !one.withdrawnAt && one.owedTo === 'residents')
    .sort((a, b) => a.dueBy.getTime() - b.dueBy.getTime());
  const promised = next ? { promise: next.what, clause: next.clause, dueBy: next.dueBy.toISOString() } : {};
  return { did: 'urged', facts: { assignee: given.state.assignee, ...promised } };
}
