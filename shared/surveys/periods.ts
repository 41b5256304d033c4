import { isoDay, monthsAfter, shanghaiTime } from '../kernel/time.ts';
import type { Survey, SurveyRow, SurveySpan } from './rows.ts';

/** One time a survey is due: the month, as 2026-06, from its first instant. */
export interface SurveyTime {
  month: string;
  from: Date;
}

/** What makes the survey of a month the only one: two who open at once open one. @param paper of an estate's own, which of its questionnaires */
export const surveyKey = (survey: Survey, { month }: Pick<SurveyTime, 'month'>, paper?: { id: string }): string =>
  paper ? `${survey}/${paper.id}/${month}` : `${survey}/${month}`;

/** The first month of what a survey opened by hand speaks of: there is one of a quarter, of a year, of a month. */
export function timeByHand({ span }: Pick<SurveyRow, 'span'>, now: Date): SurveyTime {
  const today = isoDay(now);
  const at = Number(today.slice(5, 7));
  const first = { half_year: at <= 6 ? 1 : 7, quarter: at - ((at - 1) % 3), month: at, year: 1 }[span];
  return { month: `${today.slice(0, 4)}-${String(first).padStart(2, '0')}`, from: now };
}

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

/** The survey before one: the same questions the last time it came round; null for one that is opened by hand. */
export function monthBefore({ months }: Pick<SurveyRow, 'months'>, month: string): string | null {
  if (months.length === 0) return null;
  const [year, at] = month.split('-').map(Number) as [number, number];
  const earlier = months.filter((one) => one < at);
  const last = earlier.length > 0 ? Math.max(...earlier) : Math.max(...months);
  return `${earlier.length > 0 ? year : year - 1}-${String(last).padStart(2, '0')}`;
}

/** When a survey comes round, as people say it. */
export const sayWhen = ({ months }: Pick<SurveyRow, 'months'>): string => (months.length === 0 ? '有需要时' : `每年 ${months.join('、')} 月`);

/** A stretch of time: from an instant on, before another. */
export interface Stretch {
  from: Date;
  until: Date;
}

/**
 * When a special service was done whose users are asked: in whole months before the survey came round, so that each is asked about once (S10).
 * @returns null for a survey that is asked of whoever lives there
 */
export function usedWithin({ frame, usedMonths }: Pick<SurveyRow, 'frame' | 'usedMonths'>, month: string): Stretch | null {
  if (frame !== 'service_users' || usedMonths === undefined) return null;
  const until = shanghaiTime(`${month}-01 00:00`);
  return { from: monthsAfter(until, -usedMonths), until };
}

/** The same as people say it: 3 月到 5 月. */
export function sayUsedWithin({ from, until }: Stretch): string {
  const monthOf = (at: Date) => Number(isoDay(at).slice(5, 7));
  return `${monthOf(from)} 月到 ${monthOf(monthsAfter(until, -1))} 月`;
}

const SAY_SPAN: Record<SurveySpan, (month: number) => string> = {
  half_year: (month) => `${month <= 6 ? '上' : '下'}半年`,
  quarter: (month) => `第${'一二三四'[Math.floor((month - 1) / 3)]}季度`,
  month: (month) => ` ${month} 月`,
  year: () => '度',
};

/** Of when a survey is, as people say it: 2026 年上半年, 2026 年第二季度, 2026 年 6 月, 2026 年度. */
export function sayMonth({ span }: Pick<SurveyRow, 'span'>, month: string): string {
  const [year, at] = month.split('-').map(Number) as [number, number];
  return `${year} 年${SAY_SPAN[span](at)}`;
}

/** A survey as people call it: 2026 年上半年满意率调查. */
export const surveyTitle = (row: Pick<SurveyRow, 'span' | 'label'>, month: string): string => `${sayMonth(row, month)}${row.label}`;
