import type { ErrandDecision } from '../errands/decide.ts';
import type { ErrandState } from '../errands/errand.ts';
import type { Holder } from '../kernel/people.ts';
import { Problem, refuseField } from '../kernel/problem.ts';
import { DAY, isoDay, shanghaiTime } from '../kernel/time.ts';
import { DEED_WITHIN_DAYS, type DeedFacts, deedKey } from './deeds.ts';
import { type Questionnaire, sayField } from './questionnaires.ts';
import { goesUp } from './rows.ts';

/** One thing a letter promises: who does it, and by which day. */
export interface PromisedDeed {
  words: string;
  holder: string;
  /** The last day, in Shanghai, as 2026-12-15. */
  dueOn: string;
}

/** What households named, and how many of them. */
export interface Named {
  label: string;
  count: number;
}

/**
 * Readings 35: what at least so many households are not satisfied with. Asked only of whoever was not, so each count is one of opinions, not of wishes.
 * @param tallies how often each answer was given
 * @param least the figure `letterHouseholds`
 * @returns what was named most first
 */
export function frequentIn(edition: Questionnaire, tallies: readonly { code: string; value: string; count: number }[], least: number): Named[] {
  return edition.sections
    .flatMap(({ field, questions }) =>
      questions.flatMap((question) =>
        question.kind === 'multiple' && question.showIf
          ? tallies
              .filter(({ code, value, count }) => code === question.code && count >= least && question.options[value] !== undefined)
              .map(({ value, count }) => ({ label: `${sayField(field)}：${question.options[value]}`, count }))
          : [],
      ),
    )
    .sort((a, b) => b.count - a.count);
}

/** The last instant of a day somebody named. */
const endOfDay = (day: string): Date => new Date(shanghaiTime(`${day} 00:00`).getTime() + DAY);

/** @throws Problem `request/invalid` for a colleague who does not work at the estate, or a day that has passed or lies too far off */
function checkDeed({ holder, dueOn }: PromisedDeed, nth: number, staff: readonly Holder[], now: Date): void {
  const field = (name: string) => `deeds.${nth}.${name}`;
  if (!staff.some((one) => one.person === holder && !one.atHeadOffice)) throw refuseField(field('holder'), '请选小区的同事来做');
  if (dueOn < isoDay(now)) throw refuseField(field('dueOn'), '这一天已经过去了');
  if (dueOn > isoDay(new Date(now.getTime() + DEED_WITHIN_DAYS * DAY))) throw refuseField(field('dueOn'), `最多答应 ${DEED_WITHIN_DAYS} 天以内`);
}

/** S5: a letter is written once the forms are back, and once: what became of it is said with what it promised. @throws Problem `letters/not-yet`, `approval/decided`, `request/invalid` */
export function checkLetter(state: ErrandState, deeds: readonly PromisedDeed[], staff: readonly Holder[], now: Date): void {
  if (state.happened.collected === undefined) throw new Problem('surveys/not-yet', '收回来、统计了才写公开信');
  if (!goesUp(state)) throw new Problem('ticket/action-refused', '这种调查不写公开信');
  if (state.facts.lettered === true) throw new Problem('approval/decided', '公开信已经贴出去了');
  for (const [nth, deed] of deeds.entries()) checkDeed(deed, nth, staff, now);
}

/**
 * S5: with the last yes the letter is out, and each thing it promised is owed to the residents from then on.
 * @param author who wrote it
 * @returns the survey's event, and one for each promise
 * @throws Problem `letters/stale` where a promised day has passed meanwhile, or a colleague works here no longer: it goes back to be written anew
 */
export function decidePosting(
  survey: { id: string },
  { author, deeds, round }: { author: string; deeds: readonly PromisedDeed[]; round: number },
  staff: readonly Holder[],
  now: Date,
): { posted: ErrandDecision; begun: ErrandDecision[] } {
  const isStale = ({ holder, dueOn }: PromisedDeed) => endOfDay(dueOn) <= now || !staff.some((one) => one.person === holder && !one.atHeadOffice);
  if (deeds.some(isStale)) throw new Problem('letters/stale');
  const begun = deeds.map(({ holder, dueOn }, index): ErrandDecision => {
    const of: DeedFacts = { survey: survey.id, nth: index + 1 };
    return { did: 'given', facts: { kind: 'deed', holder, giver: author, key: deedKey(of), dueBy: endOfDay(dueOn).toISOString(), of } };
  });
  return { posted: { did: 'lettered', facts: { round, of: { lettered: true, letterRound: round } } }, begun };
}

/** The whole of a letter as it is handed in, word for word. */
export const sayLetter = (words: string, deeds: readonly PromisedDeed[]): string =>
  [words, ...deeds.map((deed, index) => `${index + 1}. ${deed.words}（${deed.dueOn} 前）`)].join('\n');
