import type { ErrandDecision } from '../errands/decide.ts';
import type { ErrandEventName, ErrandState } from '../errands/errand.ts';
import type { ErrandRow } from '../errands/rows.ts';
import { days, named } from '../kernel/due.ts';
import { refuseField } from '../kernel/problem.ts';
import type { PromiseRow } from '../kernel/promises.ts';
import type { Settings } from '../kernel/settings.ts';
import { endOfDayAfter } from '../kernel/time.ts';
import { CLIMB_FROM_QUALITY } from '../repairs/promises.ts';
import type { Named } from './letter.ts';
import { reminderAt } from './reminding.ts';
import { type SurveyFacts, surveyFacts } from './survey.ts';

// 员工需求普查: what everybody who works in the company needs, once a year (S11). The same questions in the same way as households' surveys, and a kind of errand of its own.

export type NeedsAction = 'issueNeeds' | 'analyseNeeds' | 'concludeNeeds' | 'answerNeeds';
export type NeedsPromise = 'needs_issued' | 'needs_collected' | 'needs_analysed' | 'needs_answered';

const NEEDS = ['needs'] as const;
const OURS = ['receiver', 'holder'] as const;
const isNeeds = ({ kind }: ErrandState) => kind === 'needs';

/** Whether so many named the same that a company document answers it (S11). */
export const isCommon = ({ facts }: Pick<ErrandState, 'facts'>): boolean => (surveyFacts({ facts }).frequent ?? 0) > 0;
const isAnalysed = ({ facts }: Pick<ErrandState, 'facts'>) => facts.analysed === true;
const mayAnswer = (state: ErrandState) => isAnalysed(state) && isCommon(state);

// A row in force is never edited; its successor stands below it.
// biome-ignore format: a table reads best as one
export const NEEDS_ROWS: readonly (ErrandRow & { action: NeedsAction })[] = [
  { action: 'issueNeeds',    label: '发给全体同事',       kinds: NEEDS, from: ['given'],    to: 'taken',  does: ['issued'],    by: OURS,                                        clause: 'S11', since: '2026-01-01' },
  { action: 'analyseNeeds',  label: '写分析，公布结果',   kinds: NEEDS, from: ['returned'], to: null,     does: ['analysed'],  by: OURS, needs: isCommon, unless: isAnalysed,   clause: 'S11', since: '2026-01-01' },
  { action: 'concludeNeeds', label: '写分析，公布结果',   kinds: NEEDS, from: ['returned'], to: 'closed', does: ['concluded'], by: OURS, unless: isCommon,                      clause: 'S11', since: '2026-01-01' },
  { action: 'answerNeeds',   label: '用公司文件答复',     kinds: NEEDS, from: ['returned'], to: 'closed', does: ['answered'],  by: OURS, needs: mayAnswer,                      clause: 'S11', since: '2026-01-01' },
];

// As long as households' surveys take (S2–S4), by this clause. A row in force is never edited; its successor stands below it.
// biome-ignore format: a table reads best as one
export const NEEDS_PROMISES: readonly PromiseRow<ErrandState, NeedsPromise, ErrandEventName>[] = [
  { rule: 'needs_issued',    what: 'needs_issued',    label: '发员工需求普查',     clause: 'S11', since: '2026-01-01', opens: { given: 'given' },         when: isNeeds,  due: days('surveyIssueDays'), keeps: ['issued'],                drops: [], owedBy: 'assignee', owedTo: 'company', ladder: CLIMB_FROM_QUALITY },
  { rule: 'needs_collected', what: 'needs_collected', label: '收回员工需求普查',   clause: 'S11', since: '2026-01-01', opens: { issued: 'issued' },       when: isNeeds,  due: named,                   keeps: ['collected'],             drops: [], owedBy: 'assignee', owedTo: 'company', ladder: CLIMB_FROM_QUALITY },
  { rule: 'needs_analysed',  what: 'needs_analysed',  label: '统计分析并公布',     clause: 'S11', since: '2026-01-01', opens: { collected: 'collected' }, when: isNeeds,  due: days('surveyCountDays'), keeps: ['analysed', 'concluded'], drops: [], owedBy: 'assignee', owedTo: 'company', ladder: CLIMB_FROM_QUALITY },
  { rule: 'needs_answered',  what: 'needs_answered',  label: '用公司文件答复普遍的需求', clause: 'S11', since: '2026-01-01', opens: { analysed: 'analysed' }, when: isNeeds, due: days('staffNeedsDays'), keeps: ['answered'],           drops: [], owedBy: 'assignee', owedTo: 'company', ladder: CLIMB_FROM_QUALITY },
];

/** S11: to whoever holds a post anywhere in the company now. How many have to come back the manual does not say, so none waits for it. @throws Problem `request/invalid` where nobody works yet */
export function decideAsking(people: number, settings: Settings, now: Date) {
  if (people === 0) throw refuseField('id', '还没有登记同事，发不出去');
  const closesAt = endOfDayAfter(now, settings.surveyCollectDays).toISOString();
  const of: Partial<SurveyFacts> = { coverage: 'census', homes: people, issued: people, least: 0, closesAt, ...reminderAt(closesAt, now, settings) };
  return { did: 'issued' as const, facts: { dueBy: closesAt, of } };
}

/** What the company does about one need many have. */
export interface Got {
  need: string;
  gets: string;
}

/**
 * S11: what is common is answered by a company document, each need by what it gets.
 * @param common what so many named, most named first
 * @throws Problem `request/invalid` where one of them is left out, or something is answered that hardly anybody named
 */
export function decideDocument(common: readonly Named[], gets: readonly Got[]): ErrandDecision {
  const missing = common.find(({ label }) => !gets.some(({ need }) => need === label));
  if (missing) throw refuseField('gets', `还有一样没有答复：${missing.label}`);
  if (gets.length > common.length) throw refuseField('gets', '有一样不在普遍的需求里，请重新打开这一页');
  return { did: 'answered', facts: { of: { answered: true } } };
}

/** Where it stands, as one would say it. */
export function sayNeedsStanding(state: Pick<ErrandState, 'status' | 'facts'>, moment: (at: Date) => string): string {
  const { closesAt, returned, issued, frequent, answered } = surveyFacts(state);
  const counted = `发 ${issued ?? 0} 人，交回 ${returned ?? 0} 人`;
  if (state.status === 'given') return '等发给全体同事';
  if (state.status === 'taken') return closesAt ? `在收，${moment(new Date(closesAt))}  截止` : '在收';
  if (state.status === 'closed') return `${counted}，${answered ? '公司用文件答复了' : '公布了，没有普遍的需求'}`;
  return isAnalysed(state) ? `${counted}，已公布，${frequent ?? 0} 样普遍的需求等公司文件答复` : `${counted}，等写分析`;
}

/** What a colleague hears of it, in the inbox. */
export const NEEDS_NEWS: Readonly<Record<string, string>> = {
  issued: '员工需求普查发给您了，不记名，一人答一份',
  reminded: '员工需求普查快截止了，您还没有答',
  analysed: '员工需求普查的结果公布了',
  concluded: '员工需求普查的结果公布了',
  answered: '普遍的需求，公司用文件答复了',
};

/** What of it all who were asked hear. */
export const ALL_HEAR: readonly string[] = ['issued', 'reminded', 'analysed', 'concluded', 'answered'];
