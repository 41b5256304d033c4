import { Problem, refuseField } from '../kernel/problem.ts';
import { isMissed, type Named, type Promised } from '../kernel/promises.ts';
import { unfold } from '../kernel/subject.ts';
import { isoDay } from '../kernel/time.ts';
import { isDisputed } from '../merging/rows.ts';
import { totalFen } from '../quotes/quotes.ts';
import { categoryOf, urgencyOf } from '../repairs/categories.ts';
import type { Decision, Fact, Given } from '../tickets/decision.ts';
import { sayHolds } from '../tickets/lifecycle.ts';
import { opinionOf, type RatingTag, type Score, tagsFor } from '../tickets/ratings.ts';
import { type Before, type TicketState, type TookIn, UNDER_WAY } from '../tickets/ticket.ts';
import { TICKET_RULES, type TicketStory } from '../tickets/unfold.ts';
import { DATED } from './fellows.ts';

/** The rules and figures of a ticket, as its office stands under them. */
export type BookFor = Parameters<typeof unfold<TicketState, never>>[3];

/** A ticket as merging looks at it. */
export interface Matter extends Given {
  id: string;
  number: string;
  officeId: string;
  bookFor: BookFor;
}

/** What happens to each of the two. */
export interface Together {
  survivor: Matter;
  merged: Matter;
  onSurvivor: Fact[];
  onMerged: Fact;
  /** What had been merged into the one that goes, or comes back with it: where it is being dealt with now. */
  carried: readonly { ticket: string; number: string; event: Fact }[];
}

/** What is promised of what is urgent. */
const URGENT_ONLY = ['on_site', 'repaired', 'dispatched', 'passed_on'];
/** The rule of a time that whoever was merged here had named. */
const BROUGHT = 'named_visit of another';

/** What is promised to residents about the work itself and may still be kept: of these the earlier time of the two holds for both. */
const openIn = ({ ledger, now }: Pick<Matter, 'ledger' | 'now'>) =>
  ledger.filter((one) => !one.keptAt && !one.withdrawnAt && !isMissed(one, now) && DATED.includes(one.what));

/** The oldest survives; of two received at one instant, the one that was written down first. */
const isOlder = (one: Matter, other: Matter): boolean => {
  const apart = one.state.receivedAt.getTime() - other.state.receivedAt.getTime();
  return apart === 0 ? one.id < other.id : apart < 0;
};

function refuseUnlike(one: Matter, other: Matter): void {
  if (one.id === other.id) throw refuseField('withId', '这就是同一件');
  if (one.state.kind !== other.state.kind) throw refuseField('withId', '不是同一类事，不能并');
  if (one.officeId !== other.officeId) throw refuseField('withId', '不是同一个小区的，不能并');
}

/** What has something open that only its own people can answer is finished with that first. */
function refuseUnready({ state, number }: Matter): void {
  const refuse = (why: string) => new Problem('ticket/action-refused', `${number} ${why}`);
  if (state.quote?.stand === 'offered' || state.quote?.stand === 'pricing') throw refuse('有报价没有回话，请先撤回报价');
  if (state.agreedQuote) throw refuse('住户同意过报价，要单独办');
  if (state.charged && totalFen(state.charged) > 0 && !state.charged.isSettled) throw refuse('有一笔收费还没结算，要单独办');
  if (state.claims.length > 0) throw refuse('有师傅记的时间等主管确认，请先确认');
}

/** What was promised to one household alone, or began already, is not given up for another's (R3, R7, R10, R11, I4, Z14). */
function refuseTheirOwn(merged: Matter, survivor: Matter): void {
  const { state, number } = merged;
  const refuse = (why: string) => new Problem('ticket/action-refused', `${number} ${why}`);
  if (state.round > 1 || state.reworkOf !== null) throw refuse('是没修好、又坏了再办的，另外答应过住户，要单独办');
  if (openIn(merged).some((one) => one.what === 'new_visit')) throw refuse('和住户约好了新的时间，要单独办');
  if (state.status === 'on_site' && survivor.state.status !== 'on_site') throw refuse('师傅已经到了，要单独办');
  if (state.keyCustomer && !survivor.state.keyCustomer) throw refuse('是重要客户的，主任还要联系，要单独办');
  if (state.largeDefect && !survivor.state.largeDefect) throw refuse(`是大缺陷，修好以后要按日子检查；请主管先把 ${survivor.number} 标为大缺陷`);
  if (state.place === 'public' && survivor.state.place === 'home') throw refuse('是公共地方的，不能并到家里的那一件');
}

/** An urgent one makes the survivor urgent, from when that was received (readings 3). */
function madeUrgent(survivor: Matter, merged: Matter): Fact[] {
  if (survivor.state.urgency === 'urgent' || merged.state.urgency === 'general') return [];
  const category = categoryOf(merged.state.category, isoDay(merged.state.receivedAt));
  if (!category) return [];
  const { danger } = merged.state;
  const { clause } = urgencyOf(category, merged.state.place, !danger, danger);
  const facts = { category: category.code, urgency: 'urgent', clause, danger, largeDefect: merged.state.largeDefect };
  return [{ did: 'reclassified', facts }];
}

/** A time a merged resident named for the visit is kept where nobody has come yet (I9); whoever else waits there did not name it. */
function visitTheyNamed(survivor: Matter, merged: Matter): Fact[] {
  const theirs = openIn(merged).find((one) => one.what === 'named_visit');
  const hasOwn = openIn(survivor).some((one) => one.what === 'named_visit');
  return theirs && !hasOwn && survivor.state.status !== 'on_site'
    ? [{ did: 'visit_brought', facts: { dueBy: theirs.dueBy.toISOString(), from: merged.id } }]
    : [];
}

const lastOf = <T>(all: readonly T[]): T | undefined => all[all.length - 1];

/** When something was due by the rule or by agreement, whatever merging brought. */
const ownDueBy = ({ terms, firstDueBy }: Promised): Date => lastOf(terms.filter((term) => term.channel !== 'merged'))?.dueBy ?? firstDueBy;

const ownDues = (matter: Matter): Record<string, string> =>
  Object.fromEntries(openIn(matter).map((promise) => [promise.what, ownDueBy(promise).toISOString()]));

/** What one that is merged had taken in goes along; a time of theirs that was kept there, or has passed and was missed there, is no time for another. */
function goingAlong(merged: Matter): TookIn[] {
  const { id, state, now } = merged;
  const open = openIn(merged).map((one) => one.what);
  const ahead = (dues: TookIn['theirs']) =>
    Object.fromEntries(Object.entries(dues).filter(([what, due]) => open.includes(what) && new Date(due) > now));
  return state.tookIn.map((one) => ({
    ...one,
    theirs: ahead(one.theirs),
    before: null,
    through: [...one.through, { ticket: id, before: one.before }],
  }));
}

/** What comes back with one that is taken apart: what had gone along with it, and was not taken apart since. */
const comingBack = (survivor: Matter, ticket: string): TookIn[] =>
  survivor.state.tookIn.flatMap((one) => {
    const hop = one.through.findIndex((before) => before.ticket === ticket);
    return hop < 0 ? [] : [{ ...one, before: one.through[hop]!.before, through: one.through.slice(0, hop) }];
  });

const carriedTo = ({ id, number }: Matter, all: readonly TookIn[]): Together['carried'] =>
  all.map((one) => ({ ticket: one.ticket, number: one.number, event: { did: 'carried_over', facts: { into: id, number } } }));

/** The earlier times of several, of what the survivor owes later. */
function earlierDues(survivor: Matter, those: readonly TookIn['theirs'][]): Record<string, string> {
  return Object.fromEntries(
    openIn(survivor).flatMap(({ what, dueBy }) => {
      // What one household named is no time that another named.
      if (what === 'named_visit') return [];
      const soonest = those.flatMap((dues) => dues[what] ?? []).sort()[0];
      return soonest !== undefined && new Date(soonest) < dueBy ? [[what, soonest]] : [];
    }),
  );
}

/** How a ticket stands after events, by the same rules that will settle it. */
export function afterwards({ id, state, ledger, now, bookFor }: Matter, events: readonly Fact[]): TicketStory {
  return events.reduce<TicketStory>(
    (story, { did, facts }, index) => {
      const event = { id: `foreseen-${index}`, subject: id, seq: index, did: did as never, at: now, recordedAt: now, by: null, facts };
      return unfold(TICKET_RULES, story, event, bookFor);
    },
    { state, ledger: [...ledger] },
  );
}

const nameOf = ({ what, openedBy }: Named): Named => ({ what, openedBy });

/** Kept by coming, and not by mending alone. */
const COMING = ['on_site', 'new_visit', 'named_visit'];

/**
 * What the one that goes was promised and the survivor does not hold any more, because it was missed or is over there: that is still owed to its household, and kept
 * or missed on its own date.
 */
function owedStill(survivor: Matter, merged: Matter, onSurvivor: readonly Fact[]): Named[] {
  const { state, ledger } = afterwards(survivor, onSurvivor);
  const held = openIn({ ledger, now: survivor.now });
  const isHeld = ({ what, dueBy }: Promised) => {
    if (COMING.includes(what) && state.status === 'on_site') return true;
    return held.some((one) => one.what === what && (what !== 'named_visit' || one.dueBy.getTime() === dueBy.getTime()));
  };
  return openIn(merged)
    .filter((one) => !isHeld(one))
    .map(nameOf);
}

/**
 * Z3: two tickets are one matter. The oldest survives, an earlier time of the other's holds there too, an urgent one makes it urgent; the other's promises end, but
 * for what the survivor does not hold: that stays with its household.
 * What was missed before stays missed where it was. What the other had taken in goes along, and is dealt with where the work is.
 * @throws Problem `request/invalid` for the same ticket or another estate's, `ticket/action-refused` where one of them must be settled first
 */
export function decideMerge(one: Matter, other: Matter): Together {
  refuseUnlike(one, other);
  const [survivor, merged] = isOlder(one, other) ? [one, other] : [other, one];
  refuseUnready(merged);
  refuseTheirOwn(merged, survivor);
  const theirs = ownDues(merged);
  const along = goingAlong(merged);
  const dues = earlierDues(survivor, [theirs, ...along.map((one) => one.theirs)]);
  const urgent = madeUrgent(survivor, merged);
  const { category, danger, largeDefect } = survivor.state;
  const before = {
    ...(merged.state.urgency === 'urgent' ? { urgent: true } : {}),
    ...(merged.state.danger && urgent.length === 0 ? { danger: true } : {}),
    ...(urgent.length > 0 ? { before: { category, danger, largeDefect, since: survivor.now.toISOString() } } : {}),
  };
  const onSurvivor: Fact[] = [
    { did: 'took_in', facts: { ticket: merged.id, number: merged.number, theirs, dues, ...before, ...(along.length > 0 ? { along } : {}) } },
    ...urgent,
    ...visitTheyNamed(survivor, merged),
  ];
  const stays = owedStill(survivor, merged, onSurvivor);
  return {
    survivor,
    merged,
    onSurvivor,
    onMerged: { did: 'merged', facts: { into: survivor.id, number: survivor.number, ...(stays.length > 0 ? { stays } : {}) } },
    carried: carriedTo(survivor, along),
  };
}

/** When something is due by its own and by these: the soonest. */
function dueAmong(promise: Promised, others: readonly TookIn[]): Date {
  const theirs = others.flatMap((one) => (one.theirs[promise.what] ? [new Date(one.theirs[promise.what]!).getTime()] : []));
  return new Date(Math.min(ownDueBy(promise).getTime(), ...theirs));
}

/** The times of the survivor as they are without these: what was agreed, else the rule's, else another merged one's if that is earlier. */
function duesWithout(survivor: Matter, gone: readonly string[]): Record<string, string> {
  const others = survivor.state.tookIn.filter((one) => !gone.includes(one.ticket));
  const shortened = openIn(survivor).filter((promise) => lastOf(promise.terms)?.channel === 'merged');
  return Object.fromEntries(
    shortened.flatMap((promise) => {
      const by = dueAmong(promise, others);
      return by.getTime() === promise.dueBy.getTime() ? [] : [[promise.what, by.toISOString()]];
    }),
  );
}

/** Whether somebody said what it is since another was last merged into it: that stands. */
function wasSaidSince({ happened }: TicketState): boolean {
  const said = Math.max(happened.reclassified?.getTime() ?? 0, happened.recategorised?.getTime() ?? 0);
  return happened.took_in !== undefined && said > happened.took_in.getTime();
}

/** What hung on these alone, made since they came: it was never owed to anybody who stays, and what it took the place of is owed again. */
function mistaken({ state, ledger, now }: Matter, those: readonly string[], since: string | undefined): Record<string, unknown> {
  if (since === undefined) return {};
  const from = new Date(since);
  const ofThisRound = ledger.filter((one) => one.round === state.round);
  const annuls = ofThisRound.filter(
    (one) => one.madeAt >= from && URGENT_ONLY.includes(one.what) && one.withdrawnAt === null && (one.keptAt === null || isMissed(one, now)),
  );
  const only = ofThisRound.filter(
    (one) => DATED.includes(one.what) && one.withdrawnWhy === 'reclassified' && one.withdrawnAt! >= from && !isMissed(one, now),
  );
  const others = state.tookIn.filter((one) => !those.includes(one.ticket));
  const dues = Object.fromEntries(only.map((one) => [one.what, dueAmong(one, others).toISOString()]));
  return { annuls: annuls.map(nameOf), undoes: 'reclassified', only: only.map(nameOf), dues };
}

/** What these alone made urgent, as it was before; null where others did too, or somebody said so since. */
function madeBy({ state }: Matter, those: readonly string[]): Before | null {
  if (wasSaidSince(state) || state.urgency === 'general' || state.tookIn.some((one) => one.urgent && !those.includes(one.ticket))) return null;
  return state.tookIn.find((one) => those.includes(one.ticket) && one.before)?.before ?? null;
}

/** What these alone had made urgent is general again. */
function asBefore(survivor: Matter, those: readonly string[]): Fact[] {
  const { state } = survivor;
  const made = UNDER_WAY.includes(state.status) ? madeBy(survivor, those) : null;
  const category = made && categoryOf(made.category, isoDay(state.receivedAt));
  if (!made || !category) return [];
  const { since, ...before } = made;
  const { clause } = urgencyOf(category, state.place, false, before.danger);
  return [{ did: 'reclassified', facts: { ...before, urgency: 'general', clause, ...mistaken(survivor, those, since) } }];
}

/** What is mended is not called something else any more; a time missed only because these were urgent was no time of whoever stays all the same. */
function missedForThem(survivor: Matter, those: readonly string[]): readonly Named[] {
  if (UNDER_WAY.includes(survivor.state.status)) return [];
  return (mistaken(survivor, those, madeBy(survivor, those)?.since).annuls as readonly Named[] | undefined) ?? [];
}

/** What counts as kept only because something else was done is owed again. */
const keptElsewhere = ({ state, ledger }: Matter): Named[] =>
  ledger.filter((one) => DATED.includes(one.what) && one.keptAt !== null && state.happened.merged && one.keptAt >= state.happened.merged).map(nameOf);

/** Times that only these had named: nobody who stays named them. */
function visitsBrought({ state, ledger }: Matter, those: readonly string[]): Named[] {
  const dues = state.tookIn.flatMap((one) => (those.includes(one.ticket) && one.theirs.named_visit ? [one.theirs.named_visit] : []));
  return ledger
    .filter((one) => one.rule === BROUGHT && one.withdrawnAt === null && one.keptAt === null && dues.includes(one.firstDueBy.toISOString()))
    .map(nameOf);
}

/** Once the work is done it is done for both, unless whoever's own was merged says that it is another matter. */
export const isTooLateToUnmerge = (merged: TicketState, survivor: TicketState): boolean =>
  !UNDER_WAY.includes(survivor.status) && !isDisputed(merged);

/**
 * Z3: a merged ticket stands by itself again, where it stood. What it owed is owed again: what was missed before stays missed, what is due later stays due then,
 * and what would have been due meanwhile has as long left as it had when it was merged. What it had taken in comes back with it.
 * Where its household said that it is another matter, it stands by itself also once the survivor is mended.
 * @throws Problem `ticket/action-refused` once the survivor is mended or over, and nobody said so
 */
export function decideUnmerge(merged: Matter, survivor: Matter): Together {
  if (isTooLateToUnmerge(merged.state, survivor.state))
    throw new Problem('ticket/action-refused', `${survivor.number} ${sayHolds(survivor.state)}，不能再拆；没修好的，请住户点“没修好”`);
  const along = comingBack(survivor, merged.id);
  const ids = along.map((one) => one.ticket);
  const gone = [merged.id, ...ids];
  const dues = duesWithout(survivor, gone);
  const annuls = [...visitsBrought(survivor, gone), ...missedForThem(survivor, gone)];
  const unkeeps = keptElsewhere(merged);
  const letGo = {
    ticket: merged.id,
    number: merged.number,
    dues,
    ...(ids.length > 0 ? { along: ids } : {}),
    ...(annuls.length > 0 ? { annuls } : {}),
  };
  return {
    survivor,
    merged,
    onSurvivor: [{ did: 'let_go', facts: letGo }, ...asBefore(survivor, gone)],
    onMerged: {
      did: 'unmerged',
      facts: {
        from: survivor.id,
        number: survivor.number,
        undoes: 'merged',
        ...(unkeeps.length > 0 ? { unkeeps } : {}),
        ...(along.length > 0 ? { along } : {}),
      },
    },
    carried: carriedTo(merged, along),
  };
}

/**
 * Z3: whoever's report was merged says for themselves how good it was, once a round; the ticket stays where it is. A low score is followed up (S9).
 * @returns what happens to what is dealt with together, and `inTheirOwn` what is owed to this household alone
 * @throws Problem `ticket/action-refused` the second time, `request/invalid` for reasons that do not go with the score
 */
export function decideCoRating(
  given: Given,
  by: string,
  input: { score: Score; tags: readonly RatingTag[] },
): Decision & { inTheirOwn: readonly Fact[] } {
  if (given.state.ratedBy.includes(by)) throw new Problem('ticket/action-refused', '您已经打过分了');
  const tags = [...new Set(input.tags)];
  if (tags.some((tag) => !tagsFor(input.score).includes(tag))) throw refuseField('tags', '选的原因和打的分对不上，请重新选');
  const low = input.score <= given.settings.lowScoreAtMost;
  return {
    did: 'co_rated',
    facts: { opinion: opinionOf(input.score), score: input.score, tags },
    inTheirOwn: low ? [{ did: 'co_rated_low' as const, facts: { score: input.score } }] : [],
  };
}
