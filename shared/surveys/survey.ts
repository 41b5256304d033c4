import type { ErrandEventName, ErrandState, Unit } from '../errands/errand.ts';
import { days, named } from '../kernel/due.ts';
import { refuseField } from '../kernel/problem.ts';
import type { PromiseRow } from '../kernel/promises.ts';
import { drawFrom, type Framed, type Placed, type Seed, shareOf } from '../kernel/sampling.ts';
import type { Settings } from '../kernel/settings.ts';
import { endOfDayAfter, isoDay, yearsBefore } from '../kernel/time.ts';
import { CLIMB, CLIMB_FROM_QUALITY } from '../repairs/promises.ts';
import { type SurveyTime, surveyKey } from './periods.ts';
import { reminderAt } from './reminding.ts';
import {
  isFrequent,
  isOwedByAnalysis,
  isToldProviders,
  isWrittenUp,
  kindOfSurvey,
  providersLeft,
  rowOfSurvey,
  type Survey,
  type SurveyRow,
} from './rows.ts';
import { isReturned } from './statistics.ts';
import type { ToldProvider } from './telling.ts';

/** All of an estate's homes, or a part of them drawn at random (S2). */
export const COVERAGES = { census: '全部住户', sample: '抽一部分住户' } as const;
export type Coverage = keyof typeof COVERAGES;

/** What a survey holds beside what every errand holds: days and figures, never who answered what. */
export interface SurveyFacts extends Record<string, unknown> {
  survey: Survey;
  /** The month it was due in, as 2026-06. */
  month: string;
  /** The day the edition is from. */
  edition: string;
  /** Of an estate's own, the version both agreed to (S8). */
  paper?: { id: string; round: number };
  coverage?: Coverage;
  /** How many homes the estate has, and to how many of them it went. */
  homes?: number;
  issued?: number;
  /** What was drawn of a hundred, and from what seed. */
  percent?: number;
  seed?: Seed;
  /** How many were to be drawn, where their number and not their share is given (S12). */
  most?: number;
  /** The share that has to come back, in percent, as the figure stood when it went out. */
  least?: number;
  closesAt?: string;
  /** When whoever has not answered is reminded; null where that is done, or there is no time for it. */
  remindAt?: string | null;
  /** How many homes were reminded the last time. */
  reminded?: number;
  extended?: true;
  /** How many came back; and whether fewer than had to (Z5). */
  returned?: number;
  below?: boolean;
  analysed?: true;
  /** How many things so many households named that they are answered in public; and whether whoever analysed it found something serious (S5). */
  frequent?: number;
  /** It was known only once the last sheets were typed. */
  frequentLate?: true;
  serious?: true;
  lettered?: true;
  sentUp?: true;
  /** The outside providers who served the homes it was drawn from, as it went out; how satisfied those who answered are, in percent, null where too few did; and who of the providers was told when and by what way (S10). */
  providers?: readonly string[];
  rate?: number | null;
  told?: Readonly<Record<string, ToldProvider>>;
}

/** How many are drawn of a survey that draws a number of homes; undefined for one that draws a share (S12). */
export const mostOf = ({ facts }: Pick<ErrandState, 'facts'>, settings: Settings): number | undefined => {
  const { most } = rowOfSurvey(String(facts.survey));
  return most && settings[most];
};

export const surveyFacts = (state: Pick<ErrandState, 'facts'>): SurveyFacts => state.facts as SurveyFacts;

const isSurvey = ({ kind }: ErrandState) => kind === 'survey';
const GONE = ['withdrawn'] as const;

export type SurveyPromise =
  | 'survey_issued'
  | 'survey_collected'
  | 'survey_analysed'
  | 'survey_lettered'
  | 'survey_sent_up'
  | 'survey_reviewed'
  | 'survey_told';

// A row in force is never edited; its successor stands below it.
// biome-ignore format: a table reads best as one
export const SURVEY_PROMISES: readonly PromiseRow<ErrandState, SurveyPromise, ErrandEventName>[] = [
  { rule: 'survey_issued',    what: 'survey_issued',    label: '发意见表',       clause: 'S2', since: '2026-01-01', opens: { given: 'given' },         when: isSurvey, due: days('surveyIssueDays'),   keeps: ['issued'],    drops: GONE, owedBy: 'assignee',                 owedTo: 'company',   ladder: CLIMB },
  { rule: 'survey_collected', what: 'survey_collected', label: '收回意见表',     clause: 'S3', since: '2026-01-01', opens: { issued: 'issued' },       when: isSurvey, due: named,                     keeps: ['collected'], drops: GONE, owedBy: 'assignee',                 owedTo: 'company',   ladder: CLIMB },
  { rule: 'survey_analysed',  what: 'survey_analysed',  label: '统计分析并公布', clause: 'S4', since: '2026-01-01', opens: { collected: 'collected' }, when: isSurvey, due: days('surveyCountDays'),   keeps: ['analysed', 'concluded'], drops: GONE, owedBy: 'assignee',                 owedTo: 'residents', ladder: CLIMB },
  { rule: 'survey_lettered',  what: 'survey_lettered',  label: '贴出公开信',     clause: 'S5', since: '2026-01-01', opens: { collected: 'collected' }, when: isFrequent, due: days('letterDays'),     keeps: ['lettered'], drops: GONE, owedBy: 'assignee',                 owedTo: 'residents', ladder: CLIMB },
  { rule: 'survey_lettered of the analysis', what: 'survey_lettered', label: '贴出公开信', clause: 'S5', since: '2026-01-01', opens: { analysed: 'analysed' }, when: isOwedByAnalysis, due: named, keeps: ['lettered'], drops: GONE, owedBy: 'assignee', owedTo: 'residents', ladder: CLIMB },
  { rule: 'survey_sent_up',   what: 'survey_sent_up',   label: '交品质管理部',   clause: 'S6', since: '2026-01-01', opens: { analysed: 'analysed', lettered: 'lettered' }, when: isWrittenUp, due: days('surveySendUpDays'),  keeps: ['sent_up'],   drops: GONE, owedBy: 'assignee',                 owedTo: 'company',   ladder: CLIMB },
  { rule: 'survey_reviewed',  what: 'survey_reviewed',  label: '管理者代表评审', clause: 'S6', since: '2026-01-01', opens: { sent_up: 'sent_up' },     when: isSurvey, due: days('surveyReviewDays'),  keeps: ['reviewed'],  drops: GONE, owedBy: 'managementRepresentative', owedTo: 'company',   ladder: CLIMB_FROM_QUALITY },
  { rule: 'survey_told',      what: 'survey_told',      label: '把结果告诉服务方', clause: 'S10', since: '2026-01-01', opens: { analysed: 'analysed' },  when: isToldProviders, due: days('providerToldDays'), keeps: ['all_told'], drops: GONE, owedBy: 'assignee',                owedTo: 'company',   ladder: CLIMB_FROM_QUALITY },
];

/** Where a survey is, by who holds it. */
const UNITS = {
  serviceCentreHead: { department: 'serviceCentre', atHeadOffice: false },
  hr: { department: 'hr', atHeadOffice: true },
  quality: { department: 'quality', atHeadOffice: true },
} as const satisfies Record<SurveyRow['heldBy'], Unit>;

/** Where a survey is. */
export const unitOfSurvey = ({ heldBy }: Pick<SurveyRow, 'heldBy'>): Unit => UNITS[heldBy];

/** S1: the form reaches whoever owes it to the households. @param holder who heads where it is, or stands in */
export function decideOpening(row: SurveyRow, time: SurveyTime, edition: string, holder: string, paper?: SurveyFacts['paper']) {
  const of: SurveyFacts = { survey: row.survey, month: time.month, edition, ...(paper ? { paper } : {}) };
  return {
    did: 'given' as const,
    facts: { kind: kindOfSurvey(row), holder, giver: holder, unit: UNITS[row.heldBy], key: surveyKey(row.survey, time, paper), of },
  };
}

/** S2, readings 38: so many of a hundred at least, fewer where the estate has been lived in for years. @param occupiedSince the day, as 2019-05-01 */
export function samplePercent(occupiedSince: string | null, settings: Settings, now: Date): number {
  const isOld = occupiedSince !== null && occupiedSince <= isoDay(yearsBefore(now, settings.surveyOldYears));
  return isOld ? settings.surveyOldPercent : settings.surveySamplePercent;
}

/**
 * S2: to whom it goes. The frame is what it is, then the seed is drawn; a sample is spread over the buildings in proportion, and whoever has both draws it again.
 * @param frame the homes, each of its building
 * @param most so many are drawn, whatever share of them that is (S12)
 */
export function decideIssue(coverage: Coverage, frame: readonly Framed[], seed: Seed, percent: number, settings: Settings, now: Date, most?: number) {
  if (frame.length === 0) throw refuseField('coverage', '小区里还没有登记住户，发不出去');
  if (most !== undefined && coverage === 'census') throw refuseField('coverage', `这一种只抽 ${most} 户，不发给全部住户`);
  const size = coverage === 'census' ? frame.length : most === undefined ? shareOf(frame.length, percent) : Math.min(most, frame.length);
  const lines: Placed[] = drawFrom(frame, seed, size);
  const closesAt = endOfDayAfter(now, settings.surveyCollectDays).toISOString();
  const least = settings.surveyReturnPercent;
  const of = {
    coverage,
    homes: frame.length,
    issued: size,
    least,
    closesAt,
    ...reminderAt(closesAt, now, settings),
    ...(coverage === 'sample' ? { ...(most === undefined ? { percent } : { most }), seed } : {}),
  };
  return { decision: { did: 'issued' as const, facts: { dueBy: closesAt, of } }, lines };
}

/** S10: with the frame it is known, too, which outside providers served its homes; of another survey nothing is. */
export const withProviders = <Issuing extends { facts: { of: object } }>(issuing: Issuing, providers: readonly string[] | null) => ({
  ...issuing,
  facts: { ...issuing.facts, of: { ...issuing.facts.of, ...(providers ? { providers } : {}) } },
});

/** Whether answers are still taken. */
export const isTaking = ({ status, facts }: Pick<ErrandState, 'status' | 'facts'>, now: Date): boolean =>
  status === 'taken' && typeof facts.closesAt === 'string' && now < new Date(facts.closesAt);

/** The instant a survey that is out closes at, once it is past; else now (S3). */
export const closingAt = ({ facts }: Pick<ErrandState, 'facts'>, now: Date): Date =>
  typeof facts.closesAt === 'string' && new Date(facts.closesAt) < now ? new Date(facts.closesAt) : now;

/**
 * S3, readings 34: at its deadline a survey is over if enough came back; else it runs on once, and is then counted as what it is (Z5).
 * @returns null where it is not its time yet; it happened at the deadline, whenever the clock looks
 */
export function decideClosing(state: ErrandState, returned: number, settings: Settings, now: Date) {
  const { closesAt, issued, least, extended } = surveyFacts(state);
  if (state.status !== 'taken' || closesAt === undefined || now < new Date(closesAt)) return null;
  const isEnough = isReturned(returned, issued ?? 0, least ?? 0);
  const at = new Date(closesAt);
  if (isEnough || extended) return { did: 'collected' as const, at, facts: { of: { returned, below: !isEnough } } };
  const later = endOfDayAfter(new Date(at.getTime() - 1), settings.surveyExtendDays).toISOString();
  return { did: 'extended' as const, at, facts: { of: { extended: true, closesAt: later, ...reminderAt(later, at, settings) } } };
}

/** S5: with the deadline it is known, too, how many things so many households named that they are answered in public. */
export const withFrequent = <Closing extends { facts: { of: object } }>(closing: Closing, frequent: number) => ({
  ...closing,
  facts: { ...closing.facts, of: { ...closing.facts.of, frequent } },
});

/** S10: how satisfied those who answered are, as far as it may be shown: providers are told it, and nothing where too few answered. */
export const withRate = <Closing extends { facts: { of: object } }>(closing: Closing, rate: number | null) => ({
  ...closing,
  facts: { ...closing.facts, of: { ...closing.facts.of, rate } },
});

/** S4, S5: what came out is written up; what is serious is answered in public though hardly anybody else named it, and within the same two weeks of collection. */
export function decideAnalysis(state: ErrandState, { isSerious, frequent }: { isSerious: boolean; frequent: number }, settings: Settings) {
  const collectedAt = state.happened.collected;
  const wasOwed = isFrequent(state);
  const owesLetter = !wasOwed && state.facts.lettered !== true && (isSerious || frequent > 0) && collectedAt !== undefined;
  const dueBy = owesLetter ? { dueBy: endOfDayAfter(collectedAt, settings.letterDays).toISOString() } : {};
  const late = owesLetter && frequent > 0 ? { frequentLate: true } : {};
  return { did: 'analysed' as const, facts: { ...dueBy, of: { analysed: true, frequent, ...late, ...(isSerious ? { serious: true } : {}) } } };
}

/** Where a survey stands, as one would say it. */
export function saySurveyStanding({ status, facts }: Pick<ErrandState, 'status' | 'facts'>, moment: (at: Date) => string): string {
  const { closesAt, extended, returned, issued, below, analysed, sentUp, frequent, serious, lettered } = facts as SurveyFacts;
  if (status === 'given') return '等发给住户';
  if (status === 'taken') return `在收，${closesAt ? `${moment(new Date(closesAt))}  截止` : ''}${extended ? '（交回的不够，延过一次）' : ''}`;
  if (status === 'withdrawn') return '撤回了';
  const counted = `发 ${issued ?? 0} 户，交回 ${returned ?? 0} 户${below ? '，没到要求' : ''}`;
  if (status === 'closed') return `${counted}，办完了`;
  if (sentUp) return `${counted}，等管理者代表评审`;
  if (!analysed) return `${counted}，等写分析`;
  if (isToldProviders({ facts })) return `公布了，还要告诉 ${providersLeft({ facts }).length} 家服务方`;
  const waitsForLetter = ((frequent ?? 0) > 0 || serious) && !lettered;
  return `${counted}，已公布，${waitsForLetter ? '等贴出公开信' : '等交品质管理部'}`;
}
