import type { Relation } from '../kernel/people.ts';
import { Problem, refuseField } from '../kernel/problem.ts';
import { keyFacts, type Promised } from '../kernel/promises.ts';
import type { Settings } from '../kernel/settings.ts';
import { DAY, HOUR, isoDay, minuteOfDay, sayMoment } from '../kernel/time.ts';
import { categoryOf } from '../repairs/categories.ts';
import { surveyVisitBy } from '../surveys/contact.ts';
import { CALLED_ONCE_IN_DAYS } from '../tickets/calls.ts';
import { isUnconfirmed } from '../tickets/conditions.ts';
import type { Decision, Fact, Given } from '../tickets/decision.ts';
import { KINDS } from '../tickets/kinds.ts';
import {
  type Answers,
  type CallVisit,
  DEFECT_CHECKS,
  type DefectCheck,
  FINDINGS,
  type Finding,
  labelOfQuestion,
  QUESTION_NAMES,
  QUESTIONS,
} from './script.ts';

/** V3, V8: nobody asks about their own work. @throws Problem `ticket/not-yours` */
function refuseOwnHands({ state }: Given, by: string): void {
  if (by === state.assignee || by === state.formerAssignee) throw new Problem('ticket/not-yours', '动手修过的人不能自己回访');
}

const isRepaired = ({ state }: Given) => state.status === 'finished' || state.status === 'closed';

/** Back to work: the next round, with R11's promises; the old clock stays beside it. */
const reopening = (after: 'visit' | 'check'): Fact => ({ did: 'reopened', facts: { after } });

/** Whether an answer sends the ticket back to work (V7); what is still being mended is not sent back again. */
export const reopensBy = (isRepaired: boolean, answers: Answers): boolean =>
  isRepaired && QUESTION_NAMES.some((name) => QUESTIONS[name].reopens && answers[name] === 'dissatisfied');

type Asked = 'visited' | 'return_visited' | 'weekly_visited' | 'provider_visited' | 'quality_visited';

function asked(given: Given, by: string, did: Asked, said: { answers: Answers; words: string; channel?: string }): Decision {
  // The provider asks about their own work, and nobody else does (V5).
  if (did !== 'provider_visited') refuseOwnHands(given, by);
  const { answers, words } = said;
  const left = isRepaired(given) ? QUESTION_NAMES.find((name) => !answers[name]) : undefined;
  if (left) throw refuseField(left, `请问一下“${labelOfQuestion(left, given.state.kind)}”`);
  if (words === '' && QUESTION_NAMES.every((name) => !answers[name])) throw refuseField('words', '请写下住户怎么说');
  if (words === '' && QUESTION_NAMES.some((name) => answers[name] === 'dissatisfied')) throw refuseField('words', '住户不满意，请写下怎么说的');
  const { state, now, settings } = given;
  const facts = {
    ...answers,
    ...(answers.result ? { opinion: answers.result } : {}),
    ...KINDS[state.kind].lasts.afterHeard(state, now, settings),
  };
  if (reopensBy(isRepaired(given), answers)) return { did, facts, also: [reopening('visit')] };
  return {
    did,
    facts,
    ...(saysSolved(given, answers) ? { also: [{ did: 'confirmed', facts: { opinion: answers.result, channel: said.channel ?? 'phone' } }] } : {}),
  };
}

/** C8: a complainant who says in a call that it is solved need not say so once more. */
const saysSolved = ({ state }: Given, { result }: Answers): boolean =>
  state.kind === 'complaint' && result !== undefined && state.happened.confirmed === undefined;

/**
 * R11, V7: the special visit, by somebody who did none of the work; dissatisfied with what was mended, it is mended again.
 * @throws Problem `ticket/not-yours`, `request/invalid` for a question not asked
 */
export const decideVisit = (given: Given, by: string, said: { answers: Answers; words: string }): Decision => asked(given, by, 'visited', said);

/** What a draw opens on a repair (V1, V2). */
const isDrawnFor = (what: CallVisit) => what === 'weekly_visit' || what === 'quality_visit';

/** Z12: from when what was only drawn may be asked, where the household was called at `calledAt`; null for at once. */
export function restsUntil(calledAt: Date | null, now: Date): Date | null {
  const until = calledAt && new Date(calledAt.getTime() + CALLED_ONCE_IN_DAYS * DAY);
  return until && now < until ? until : null;
}

/** Z12: what was only drawn waits until the household was left in peace for a week. @throws Problem `visits/too-soon` */
export function refuseTooSoon({ state, now }: Given, calledAt: Date | null): void {
  const until = state.drawnFor.length === 0 ? null : restsUntil(calledAt, now);
  if (calledAt && until)
    throw new Problem('visits/too-soon', `这户 ${sayMoment(calledAt, now)} 打过电话，一周内不再打；${sayMoment(until, now)} 以后再打`);
}

/**
 * V8, and after a low score S9: what was asked and answered is on record; V7 as above.
 * R9: a household that says in the call itself that it is mended confirms by it, on record as said that way and without a score.
 * @param calledAt when the household was last called, on whatever matter
 * @param isDrawn whether it is the company's own call of what was drawn (V1)
 * @throws Problem `ticket/not-yours`, `visits/too-soon` for what was only drawn (Z12), `request/invalid`, also where somebody dissatisfied is said to confirm
 */
export function decideReturnVisit(
  given: Given,
  by: string,
  said: { answers: Answers; words: string; fixed?: boolean | undefined; channel: string },
  calledAt: Date | null = null,
  isDrawn = false,
): Decision {
  if (isDrawn) refuseTooSoon(given, calledAt);
  const visited = asked(given, by, isDrawn ? 'weekly_visited' : 'return_visited', said);
  if (!said.fixed || !isUnconfirmed(given.state) || given.state.kind === 'complaint') return visited;
  if (said.answers.result === 'dissatisfied') throw refuseField('fixed', '住户不满意，不能记成修好了');
  const facts = { channel: said.channel, ...KINDS[given.state.kind].lasts.afterConfirm(given.state, given.now, given.settings) };
  return { ...visited, facts: { ...visited.facts, confirms: true }, also: [{ did: 'confirmed', facts }] };
}

/**
 * S9, Z3: a household whose own was merged is asked by itself. What it answers is its own; dissatisfied with what was mended, what several wait for goes back to work.
 * @param survivor what its own was merged into
 * @throws Problem `ticket/not-yours`, `request/invalid` for a question not asked
 */
export function decideFellowVisit(
  given: Given,
  survivor: Given,
  by: string,
  said: { answers: Answers; words: string },
): { own: Decision; onSurvivor: readonly Fact[] } {
  refuseOwnHands(survivor, by);
  const { did, facts, also } = asked({ ...given, state: { ...given.state, status: survivor.state.status } }, by, 'return_visited', said);
  const onSurvivor = (also ?? []).map((next) => ({ ...next, facts: { ...next.facts, fellow: true } }));
  return { own: { did, facts }, onSurvivor };
}

/**
 * V5: the provider's own visit of a special service, and the quality department's; dissatisfied, it is done again and stays open (V7, C8).
 * @throws Problem `ticket/not-yours`, `request/invalid` for a question not asked
 */
export const decideServiceVisit = (
  given: Given,
  by: string,
  did: 'provider_visited' | 'quality_visited',
  said: { answers: Answers; words: string; channel?: string },
): Decision => asked(given, by, did, said);

/** The soonest open promise of a kind. @throws Problem `ticket/action-refused` where none is owed */
export function owedVisit({ ledger }: Pick<Given, 'ledger'>, what: string): Promised {
  const open = ledger.filter((one) => one.what === what && !one.keptAt && !one.withdrawnAt);
  const [first] = [...open].sort((a, b) => a.dueBy.getTime() - b.dueBy.getTime());
  if (!first) throw new Problem('ticket/action-refused', '这次回访已经不用做了');
  return first;
}

/** V1, Z6: who asks what the company drew: its caller, else the quality department. */
const CALLERS: readonly Relation[] = ['caller', 'quality'];

/** Whether this is the company's own call of a week's draw, and no other that the ticket may owe (V1). */
export const isDrawnCall = ({ state }: Pick<Given, 'state'>, relations: readonly Relation[]): boolean =>
  state.drawnFor.includes('weekly_visit') && CALLERS.some((one) => relations.includes(one));

/** Whose visit it is: the provider's own, or the service centre's where they left; quality's, or the service centre's. @throws Problem `ticket/not-yours` */
function refuseOthers(given: Given, by: string, what: CallVisit, relations: readonly Relation[]): void {
  const isProviders = what === 'provider_visit';
  if (!isProviders) refuseOwnHands(given, by);
  const owes: readonly Relation[] =
    isProviders && given.state.provider === null
      ? ['assignee', 'agentInstead']
      : what === 'weekly_visit'
        ? CALLERS
        : [what === 'survey_visit' ? surveyVisitBy(given.state) : what === 'quality_visit' ? 'quality' : 'agent'];
  if (!owes.some((one) => relations.includes(one))) throw new Problem('ticket/not-yours', '这次回访不是您来做');
}

/**
 * Z13: nobody answered; the server's clock says when.
 * @param calledAt when the household was last called, on whatever matter (Z12)
 * @throws Problem `ticket/not-yours`, `ticket/action-refused`, `visits/too-soon` for what was only drawn
 */
export function decideTry(given: Given, by: string, what: CallVisit, relations: readonly Relation[], calledAt: Date | null = null): Decision {
  refuseOthers(given, by, what, relations);
  if (isDrawnFor(what)) refuseTooSoon(given, calledAt);
  return { did: 'visit_tried', facts: keyFacts(owedVisit(given, what)) };
}

/** What must be known of the office's figures about tries. */
type TryFigures = Pick<Settings, 'visitTries' | 'visitTryDays' | 'visitTryHoursApart'>;

/** The tries that count: what follows another too soon is no try of its own. */
function countedTries(tries: readonly Date[], { visitTryHoursApart }: TryFigures): Date[] {
  const counted: Date[] = [];
  for (const at of [...tries].sort((one, other) => one.getTime() - other.getTime())) {
    const last = counted[counted.length - 1];
    if (!last || at.getTime() - last.getTime() >= visitTryHoursApart * HOUR) counted.push(at);
  }
  return counted;
}

/**
 * Z13: what is still missing before a call may be ended as unreachable, in words; null where nothing is.
 * @param tries when nobody answered, in any order
 */
export function missingTries(tries: readonly Date[], figures: TryFigures): string | null {
  const counted = countedTries(tries, figures);
  const minutes = counted.map(minuteOfDay);
  const short = figures.visitTries - counted.length;
  const daysShort = figures.visitTryDays - new Set(counted.map(isoDay)).size;
  const isSameHour = Math.max(...minutes) - Math.min(...minutes) < figures.visitTryHoursApart * 60;
  const missing = [
    ...(short > 0 ? [`还差 ${short} 次`] : []),
    ...(daysShort > 0 ? [`还差 ${daysShort} 天`] : []),
    ...(counted.length > 1 && daysShort <= 0 && isSameHour ? [`还要错开 ${figures.visitTryHoursApart} 小时以上的钟点再打`] : []),
  ];
  return missing.length > 0 ? missing.join('，') : null;
}

/** C8: a household out of reach is waited for once more, as one that was heard of is. */
const waitedFor = ({ state, now, settings }: Given, what: CallVisit): Record<string, string> =>
  what === 'return_visit' ? KINDS[state.kind].lasts.afterHeard(state, now, settings) : {};

/** Z13: nobody could be reached; the call falls away, on record and counted, never as kept. @throws Problem `visits/too-few-tries` */
export function decideEndVisit(
  given: Given,
  by: string,
  what: CallVisit,
  relations: readonly Relation[],
  triesOf: (promise: Promised) => readonly Date[],
): Decision {
  refuseOthers(given, by, what, relations);
  const promise = owedVisit(given, what);
  const missing = missingTries(triesOf(promise), given.settings);
  if (missing) throw new Problem('visits/too-few-tries', missing);
  return { did: 'visit_ended', facts: { ...keyFacts(promise), ...waitedFor(given, what) } };
}

/**
 * R10, readings 11: the supervisor says what else is a large defect, and why; what the manual calls one stays one.
 * @throws Problem `ticket/action-refused` where it is one already, or none, or one by its category
 */
export function decideFlag({ state, now }: Given, isLarge: boolean): Decision {
  if (state.largeDefect === isLarge) throw new Problem('ticket/action-refused', isLarge ? '已经是大缺陷了' : '本来就不是大缺陷');
  const category = categoryOf(state.category, isoDay(now));
  if (!isLarge && category?.isLargeDefect) throw new Problem('ticket/action-refused', `${category.label}按规定就是大缺陷，修好以后都要看`);
  return { did: isLarge ? 'flagged' : 'unflagged', facts: {} };
}

/** The checks a ledger still owes, soonest first. */
export const owedChecks = (ledger: readonly Promised[]): Promised[] =>
  ledger
    .filter((one) => DEFECT_CHECKS.includes(one.what as DefectCheck) && !one.keptAt && !one.withdrawnAt)
    .sort((a, b) => a.dueBy.getTime() - b.dueBy.getTime());

/**
 * R10: what somebody saw on the spot; found broken, it goes back to work (R11). One visit is one check: the next is not made on the days of the last, nor on the day it was made.
 * @throws Problem `ticket/not-yours`, `ticket/action-refused`
 */
export function decideCheckDefect(given: Given, by: string, finding: Finding): Decision {
  refuseOwnHands(given, by);
  const [promise] = owedChecks(given.ledger);
  if (!promise) throw new Problem('ticket/action-refused', '这一轮的检查都做过了');
  const before = given.ledger
    .filter((one) => one.openedBy === promise.openedBy && DEFECT_CHECKS.includes(one.what as DefectCheck) && one.dueBy < promise.dueBy)
    .pop();
  if (before && given.now <= before.dueBy) throw new Problem('ticket/action-refused', `下一次检查在${sayMoment(before.dueBy, given.now)} 以后`);
  if (before?.keptAt && isoDay(before.keptAt) === isoDay(given.now)) throw new Problem('ticket/action-refused', '今天已经看过一次，下一次改天再看');
  const facts = { ...keyFacts(promise), finding };
  return { did: 'defect_checked', facts, ...(FINDINGS[finding].isBroken ? { also: [reopening('check')] } : {}) };
}
