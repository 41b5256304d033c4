import type { ErrandRow } from '../errands/rows.ts';
import { type Dated, inForce } from '../kernel/rules.ts';
import { isoDay } from '../kernel/time.ts';
import type { Questionnaire } from './questionnaires.ts';
import type { SurveyFacts } from './survey.ts';

/** Surveys somebody opens when there is need (S8). */
export type OpenedByHand = 'quarter' | 'year' | 'own';
export type Survey = 'half_year' | 'spot' | 'special' | 'colleagues' | OpenedByHand;

/** Of what time one speaks: 上半年, 第二季度, 6 月, 年度. */
export type SurveySpan = 'half_year' | 'quarter' | 'month' | 'year';

/** A survey, and how it goes. */
export interface SurveyRow extends Dated {
  survey: Survey;
  label: string;
  /** How one of them is titled. */
  span: SurveySpan;
  /** In which months of a year the clock opens it, from January; none where it is opened by hand. */
  months: readonly number[];
  questionnaire: Questionnaire['questionnaire'];
  /** Who issues it and writes its analysis: the estate's service centre, or the company's quality department; of colleagues' needs the personnel department. */
  heldBy: 'serviceCentreHead' | 'quality' | 'hr';
  /** Of whom it may be asked: every home of the estate, those where a special service was done in the months before it came round, or whoever works anywhere in the company (S11). */
  frame: 'homes' | 'service_users' | 'colleagues';
  /** In how many months before. */
  usedMonths?: number;
  /** The setting that says how many are drawn; without one it goes to all, or to a share of them. */
  most?: 'spotHomes' | 'serviceHomes';
  /** With what it is over: the management representative's review, its analysis, where outside providers served, that they were told, or the company's document on what many need. */
  endsWith: 'review' | 'analysis' | 'telling' | 'document';
  clause: string;
}

// What is asked. A row that has been in force is never edited; its successor stands below it.
// biome-ignore format: a table reads best as one
export const SURVEYS: readonly SurveyRow[] = [
  { survey: 'half_year', label: '满意率调查', span: 'half_year', months: [6, 11], questionnaire: 'half_year', heldBy: 'serviceCentreHead', frame: 'homes', endsWith: 'review', clause: 'S1', since: '2026-01-01' },
  { survey: 'spot', label: '日常管理满意度抽查', span: 'month', months: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], questionnaire: 'spot', heldBy: 'quality', frame: 'homes', most: 'spotHomes', endsWith: 'analysis', clause: 'S12', since: '2026-01-01' },
  { survey: 'special', label: '特约服务客户调查', span: 'quarter', months: [3, 6, 9, 12], questionnaire: 'special', heldBy: 'quality', frame: 'service_users', usedMonths: 3, most: 'serviceHomes', endsWith: 'telling', clause: 'S10', since: '2026-01-01' },
  { survey: 'quarter', label: '满意率调查', span: 'quarter', months: [], questionnaire: 'half_year', heldBy: 'quality', frame: 'homes', endsWith: 'analysis', clause: 'S8', since: '2026-01-01' },
  { survey: 'year', label: '满意率调查', span: 'year', months: [], questionnaire: 'half_year', heldBy: 'quality', frame: 'homes', endsWith: 'analysis', clause: 'S8', since: '2026-01-01' },
  { survey: 'own', label: '小区问卷调查', span: 'month', months: [], questionnaire: 'own', heldBy: 'serviceCentreHead', frame: 'homes', endsWith: 'analysis', clause: 'S8', since: '2026-01-01' },
  { survey: 'colleagues', label: '员工需求普查', span: 'year', months: [9], questionnaire: 'colleagues', heldBy: 'hr', frame: 'colleagues', endsWith: 'document', clause: 'S11', since: '2026-01-01' },
];

/** The surveys as they stand at an instant. */
export const surveysAt = (now: Date): SurveyRow[] => inForce(SURVEYS, isoDay(now), (row) => row.survey);

/** Whether it is asked of colleagues, of the whole company, and not of homes (S11). */
export const isOfColleagues = ({ frame }: Pick<SurveyRow, 'frame'>): boolean => frame === 'colleagues';

/** What an errand is that carries a survey: colleagues' needs are a kind of their own, so that nothing that is of homes finds them. */
export const kindOfSurvey = (row: Pick<SurveyRow, 'frame'>) => (isOfColleagues(row) ? ('needs' as const) : ('survey' as const));

/** A survey as its newest row has it. @throws Error for a name no row has: a mistake of ours */
export function rowOfSurvey(survey: string): SurveyRow {
  const row = SURVEYS.filter((one) => one.survey === survey).slice(-1)[0];
  if (!row) throw new Error(`no survey is called ${survey}`);
  return row;
}

export type SurveyAction = 'issueSurvey' | 'analyseSurvey' | 'concludeSurvey' | 'sendSurveyUp' | 'reviewSurvey' | 'tellProvider';

const SURVEY = ['survey'] as const;
const OURS = ['receiver', 'holder', 'director'] as const;
/** The company's own survey is the quality department's alone: nobody of the estate it is about touches it (S12, S10). */
const COMPANYS = ['quality'] as const;
type Facts = { facts: Record<string, unknown> };
const isCompanys = ({ facts }: Facts) => facts.survey !== undefined && rowOfSurvey(String(facts.survey)).heldBy === 'quality';
/** Whether a survey is sent up and reviewed once it is analysed (S6). */
export const goesUp = ({ facts }: Facts) => facts.survey === undefined || rowOfSurvey(String(facts.survey)).endsWith === 'review';
/** Whether the estate holds it itself; the company's own is none of its colleagues' (S12). */
export const isEstates = (state: Facts) => !isCompanys(state);
/** Whether outside providers are told what it came to once it is analysed: some served, and enough answered for something to be shown (S10). */
export const isToldProviders = ({ facts }: Facts): boolean => {
  const { survey, providers, rate } = facts as Partial<SurveyFacts>;
  return survey !== undefined && rowOfSurvey(survey).endsWith === 'telling' && (providers ?? []).length > 0 && typeof rate === 'number';
};
/** Which of them have not been told yet. */
export const providersLeft = ({ facts }: Facts): string[] => {
  const { providers = [], told = {} } = facts as Partial<SurveyFacts>;
  return providers.filter((provider) => told[provider] === undefined);
};
/** Whether it is written up before it is over: it is sent up, or providers are told. */
export const goesOn = (state: Facts): boolean => goesUp(state) || isToldProviders(state);
const goesUpHere = (state: Facts) => isEstates(state) && goesUp(state);
const endsHere = (state: Facts) => isEstates(state) && !goesUp(state);
const isAnalysed = ({ facts }: { facts: Record<string, unknown> }) => facts.analysed === true;
const toldByCompany = (state: Facts) => isCompanys(state) && isToldProviders(state);
const companysEnds = (state: Facts) => isCompanys(state) && !isToldProviders(state);
const tellsOneOfMany = (state: Facts) => toldByCompany(state) && isAnalysed(state) && providersLeft(state).length > 1;
const tellsTheLast = (state: Facts) => toldByCompany(state) && isAnalysed(state) && providersLeft(state).length === 1;
const isSentUp = ({ facts }: { facts: Record<string, unknown> }) => facts.sentUp === true;

/** What so many households named that it is answered in public (S5). */
export const isFrequent = (state: Facts): boolean => goesUp(state) && ((state.facts as SurveyFacts).frequent ?? 0) > 0;

/** What nobody else named so often and is answered in public all the same, or was named so often only on the sheets typed last: the analysis says so (S5). */
export function isOwedByAnalysis(state: Facts): boolean {
  const { frequentLate, lettered, serious } = state.facts as SurveyFacts;
  return goesUp(state) && lettered !== true && (frequentLate === true || (serious === true && !isFrequent(state)));
}

/** S5: what was frequent or serious is answered in an open letter. */
export const isLetterDue = (state: Facts): boolean => isFrequent(state) || isOwedByAnalysis(state);

/** Readings 36: five days behind the letter, or behind the statistics where none is due (S6). */
export const isWrittenUp = (state: Facts): boolean =>
  goesUp(state) && isAnalysed(state) && !isSentUp(state) && (!isLetterDue(state) || state.facts.lettered === true);

// Issued, closed by the clock, counted and analysed; sent up and reviewed where it goes up, told to providers where they served. Nobody closes it early: what comes back late is still asked for.
// biome-ignore format: a table reads best as one
export const SURVEY_ROWS: readonly (ErrandRow & { action: SurveyAction })[] = [
  { action: 'issueSurvey',    label: '发给住户',             kinds: SURVEY, from: ['given'],    to: 'taken',  does: ['issued'],    by: OURS,           needs: isEstates,                         clause: 'S2',  since: '2026-01-01' },
  { action: 'issueSurvey',    name: "issue the company's",   label: '抽户发出', kinds: SURVEY, from: ['given'],    to: 'taken',  does: ['issued'],    by: COMPANYS, notBy: ['worksHere'], needs: isCompanys,    clause: 'S12', since: '2026-01-01' },
  { action: 'analyseSurvey',  label: '写分析，公布结果',     kinds: SURVEY, from: ['returned'], to: null,     does: ['analysed'],  by: OURS,           needs: goesUpHere,    unless: isAnalysed, clause: 'S4',  since: '2026-01-01' },
  { action: 'concludeSurvey', label: '写分析，公布结果',     kinds: SURVEY, from: ['returned'], to: 'closed', does: ['concluded'], by: OURS,           needs: endsHere,                          clause: 'S4',  since: '2026-01-01' },
  { action: 'concludeSurvey', name: "conclude the company's", label: '写分析，公布结果', kinds: SURVEY, from: ['returned'], to: 'closed', does: ['concluded'], by: COMPANYS, notBy: ['worksHere'], needs: companysEnds, clause: 'S12', since: '2026-01-01' },
  { action: 'analyseSurvey', name: 'analyse what providers are told', label: '写分析，公布结果', kinds: SURVEY, from: ['returned'], to: null, does: ['analysed'], by: COMPANYS, notBy: ['worksHere'], needs: toldByCompany, unless: isAnalysed, clause: 'S10', since: '2026-01-01' },
  { action: 'tellProvider',   label: '告诉服务方',           kinds: SURVEY, from: ['returned'], to: null,     does: ['provider_told'], by: COMPANYS, notBy: ['worksHere'], needs: tellsOneOfMany, clause: 'S10', since: '2026-01-01' },
  { action: 'tellProvider',   name: 'tell the last provider', label: '告诉服务方', kinds: SURVEY, from: ['returned'], to: 'closed', does: ['all_told'],  by: COMPANYS, notBy: ['worksHere'], needs: tellsTheLast, clause: 'S10', since: '2026-01-01' },
  { action: 'sendSurveyUp',   label: '交品质管理部',         kinds: SURVEY, from: ['returned'], to: null,     does: ['sent_up'],   by: OURS,           needs: isWrittenUp,                        clause: 'S6',  since: '2026-01-01' },
  { action: 'reviewSurvey',   label: '看过了',               kinds: SURVEY, from: ['returned'], to: 'closed', does: ['reviewed'],  by: ['leadership'], needs: isSentUp,                          clause: 'S6',  since: '2026-01-01' },
];
