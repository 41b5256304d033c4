import { isoDay, shanghaiTime } from '../kernel/time.ts';
import type { Survey, SurveyRow } from './rows.ts';

/** One time a survey is due: the month, as 2026-06, from its first instant. */
export interface SurveyTime {
  month: string;
  from: Date;
}

/** What makes the survey of a month the only one: two who open at once open one. */
export const surveyKey = (survey: Survey, { month }: Pick<SurveyTime, 'month'>): string => `${survey}/${month}`;

/**
 * The survey that is due now: in its month alone. What the clock slept through stays missed (Z8), and an estate that began in the middle of a month owes the next (Z17).
 * @param beganAt since when the estate is run by the manual; null while it has not begun
 */
export function surveyDue(row: Pick<SurveyRow, 'months' | 'since'>, beganAt: Date | null, now: Date): SurveyTime | null {
  const month = isoDay(now).slice(0, 7);
  const from = shanghaiTime(`${month}-01 00:00`);
  const isDue = row.months.includes(Number(month.slice(5))) && row.since <= isoDay(from);
  return isDue && beganAt !== null && beganAt <= from ? { month, from } : null;
}

/** The survey before one: the same question half a year ago. */
export function monthBefore({ months }: Pick<SurveyRow, 'months'>, month: string): string {
  const [year, at] = month.split('-').map(Number) as [number, number];
  const earlier = months.filter((one) => one < at);
  const last = earlier.length > 0 ? Math.max(...earlier) : Math.max(...months);
  return `${earlier.length > 0 ? year : year - 1}-${String(last).padStart(2, '0')}`;
}

/** A survey as people call it: 2026 年上半年满意率调查. */
export function surveyTitle(month: string, label: string): string {
  const [year, at] = month.split('-').map(Number) as [number, number];
  return `${year} 年${at <= 6 ? '上' : '下'}半年${label}`;
}
