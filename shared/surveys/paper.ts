import type { ErrandState } from '../errands/errand.ts';
import type { ErrandRow } from '../errands/rows.ts';
import { Problem } from '../kernel/problem.ts';
import { isoDay } from '../kernel/time.ts';
import { isEstates } from './rows.ts';
import { LEAST_SHOWN } from './statistics.ts';
import { isTaking, surveyFacts } from './survey.ts';

export type SurveyPaperAction = 'tickSheet' | 'takeBackTick' | 'typeSheet' | 'replaceHome';

const SURVEY = ['survey'] as const;
/** Whoever is at the estate's desk: the sheets come back there. */
const DESK = ['agent', 'receiver', 'holder', 'director'] as const;
const isAnalysed = ({ facts }: ErrandState) => facts.analysed === true;
const isEstatesSample = (state: ErrandState) => isEstates(state) && state.facts.coverage === 'sample';

// Sheets on paper, and what was answered on the phone and written on one: of the estate's own surveys, never of the company's (S12). None of it moves the survey: how many came back is counted, not told. A row that has been in force is never edited.
// biome-ignore format: a table reads best as one
export const SURVEY_PAPER_ROWS: readonly (ErrandRow & { action: SurveyPaperAction })[] = [
  { action: 'tickSheet',    label: '勾纸表交回的户',     kinds: SURVEY, from: ['taken'],             to: null, does: [], by: DESK, needs: isEstates,                           clause: 'S3', since: '2026-01-01' },
  { action: 'takeBackTick', label: '勾错了，取消',       kinds: SURVEY, from: ['taken'],             to: null, does: [], by: DESK, needs: isEstates,                           clause: 'S3', since: '2026-01-01' },
  { action: 'typeSheet',    label: '录入纸表',           kinds: SURVEY, from: ['taken', 'returned'], to: null, does: [], by: DESK, needs: isEstates,       unless: isAnalysed, clause: 'S3', since: '2026-01-01' },
  { action: 'replaceHome',  label: '空着、搬走的换一户', kinds: SURVEY, from: ['taken'],             to: null, does: [], by: DESK, needs: isEstatesSample,                     clause: 'Z5', since: '2026-01-01' },
];

/** The sheets of a survey, as far as somebody asks: how many homes were ticked, how many sheets typed, and what they did of it themselves. */
export interface Sheets {
  ticked: number;
  typed: number;
  /** Whether they have ever ticked one, and how many they typed. */
  iTicked: boolean;
  iTyped: number;
}

/** S3: one ticks, another types: whoever does both could tell whose a sheet is. @throws Problem `surveys/closed`, `surveys/two-people` */
export function mayTick(state: ErrandState, { iTyped }: Pick<Sheets, 'iTyped'>, now: Date): void {
  if (!isTaking(state, now)) throw new Problem('surveys/closed');
  if (iTyped > 0) throw new Problem('surveys/two-people', '这次的纸表您录入过，勾户要另一位同事来');
}

/** So many as make whole lots. */
const inLots = (many: number): number => Math.floor(many / LEAST_SHOWN) * LEAST_SHOWN;

/**
 * S3: while it runs sheets are typed lot by lot, so that each of them may be of as many homes: whoever types the only sheet there is could be told whose it is.
 * @returns how many more homes are ticked before the next sheet is typed; 0 where nothing more has to be ticked for that
 */
export function leftToTick({ status }: Pick<ErrandState, 'status'>, { ticked, typed }: Pick<Sheets, 'ticked' | 'typed'>): number {
  if (status !== 'taken' || typed < inLots(ticked)) return 0;
  return inLots(typed) + LEAST_SHOWN - ticked;
}

/** S3: never more sheets than homes that were ticked, and while it runs lot by lot. @throws Problem `surveys/two-people`, `surveys/none-left`, `surveys/too-few-ticked` */
export function mayType(state: Pick<ErrandState, 'status'>, sheets: Sheets): void {
  const { ticked, typed, iTicked } = sheets;
  if (iTicked) throw new Problem('surveys/two-people', '这次的户您勾过，录入要另一位同事来');
  if (typed >= ticked) throw new Problem('surveys/none-left');
  const left = leftToTick(state, sheets);
  if (left > 0) throw new Problem('surveys/too-few-ticked', `勾够 ${LEAST_SHOWN} 户录入一批：再勾 ${left} 户，再接着录入`);
}

/** How many sheets were typed so late, and so few, that they would be told apart: they are counted as returned, and stay out of the answers for ever (S3, S4). */
export const tooLateOf = (state: Pick<ErrandState, 'facts'>): number => Number(surveyFacts(state).tooLate ?? 0);

/**
 * S3: what was ticked by mistake is taken back the same day by whoever ticked it, as long as its sheet cannot have been typed, and what was typed still may be of as many homes: nobody knows which sheet is whose.
 * @param tickedAt when they ticked it; null where they did not
 * @throws Problem `surveys/closed`, `surveys/not-your-tick`, `surveys/tick-stays`
 */
export function mayTakeBack(state: ErrandState, tickedAt: Date | null, { ticked, typed }: Sheets, now: Date): void {
  if (!isTaking(state, now)) throw new Problem('surveys/closed');
  if (tickedAt === null) throw new Problem('surveys/not-your-tick');
  if (isoDay(tickedAt) !== isoDay(now)) throw new Problem('surveys/tick-stays', '只能当天取消，过了这一天就不能改了');
  if (typed > inLots(ticked - 1)) throw new Problem('surveys/tick-stays', '这一批纸表已经在录入了，取消不了');
}

/** A home of a draw, as a replacement asks of it. */
export interface Standing {
  homeId: string;
  building: number;
  place: number;
  drawn: boolean;
  /** Whether another stands in for it already. */
  replaced: boolean;
}

/** Z5: the next of the order it was drawn in, of the same building; where that has no more, of whichever comes next. Undefined where everybody is asked. */
export function nextInstead(homes: readonly Standing[], building: number): Standing | undefined {
  const waiting = homes.filter(({ drawn, replaced }) => !drawn && !replaced);
  return waiting.sort((a, b) => Number(b.building === building) - Number(a.building === building) || a.place - b.place || a.building - b.building)[0];
}
