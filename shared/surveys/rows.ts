import type { ErrandRow } from '../errands/rows.ts';
import { type Dated, inForce } from '../kernel/rules.ts';
import { isoDay } from '../kernel/time.ts';
import type { Questionnaire } from './questionnaires.ts';

export type Survey = 'half_year';

/** A survey that comes round by the calendar. */
export interface SurveyRow extends Dated {
  survey: Survey;
  label: string;
  /** In which months of a year it is due, from January. */
  months: readonly number[];
  questionnaire: Questionnaire['questionnaire'];
  clause: string;
}

// What comes round. A row that has been in force is never edited; its successor stands below it.
// biome-ignore format: a table reads best as one
export const SURVEYS: readonly SurveyRow[] = [
  { survey: 'half_year', label: '满意率调查', months: [6, 11], questionnaire: 'half_year', clause: 'S1', since: '2026-01-01' },
];

/** The surveys as they stand at an instant. */
export const surveysAt = (now: Date): SurveyRow[] => inForce(SURVEYS, isoDay(now), (row) => row.survey);

export type SurveyAction = 'issueSurvey' | 'analyseSurvey' | 'sendSurveyUp' | 'reviewSurvey';

const SURVEY = ['survey'] as const;
const OURS = ['receiver', 'holder', 'director'] as const;
const isAnalysed = ({ facts }: { facts: Record<string, unknown> }) => facts.analysed === true;
const isSentUp = ({ facts }: { facts: Record<string, unknown> }) => facts.sentUp === true;
const isAnalysedOnly = (state: { facts: Record<string, unknown> }) => isAnalysed(state) && !isSentUp(state);

// Issued by the estate, closed by the clock, counted and analysed, sent up, reviewed. Nobody closes it early: what comes back late is still asked for.
// biome-ignore format: a table reads best as one
export const SURVEY_ROWS: readonly (ErrandRow & { action: SurveyAction })[] = [
  { action: 'issueSurvey',   label: '发给住户',           kinds: SURVEY, from: ['given'],    to: 'taken',  does: ['issued'],   by: OURS,           clause: 'S2', since: '2026-01-01' },
  { action: 'analyseSurvey', label: '写分析，公布结果',   kinds: SURVEY, from: ['returned'], to: null,     does: ['analysed'], by: OURS,           unless: isAnalysed,    clause: 'S4', since: '2026-01-01' },
  { action: 'sendSurveyUp',  label: '交品质管理部',       kinds: SURVEY, from: ['returned'], to: null,     does: ['sent_up'],  by: OURS,           needs: isAnalysedOnly, clause: 'S6', since: '2026-01-01' },
  { action: 'reviewSurvey',  label: '看过了',             kinds: SURVEY, from: ['returned'], to: 'closed', does: ['reviewed'], by: ['leadership'], needs: isSentUp,       clause: 'S6', since: '2026-01-01' },
];
