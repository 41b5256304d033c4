import { DAY, endOfDayAfter, isoDay, shanghaiTime, startOfMonth } from '../kernel/time.ts';

/** A month of the calendar in Shanghai as it is asked for: 2026-03 (readings 6). */
export const MONTH = /^20\d\d-(0[1-9]|1[0-2])$/;

/** The part of a month that lies in one week, Monday to Sunday (readings 6). */
export interface WeekOfMonth {
  from: Date;
  /** Not in it any more. */
  until: Date;
  /** Its days: 2–8 日. */
  label: string;
}

/** The month an instant lies in. */
export const monthOf = (at: Date): string => isoDay(at).slice(0, 7);

/** From 00:00 of its first day until 00:00 of the next month's, in Shanghai. */
export function spanOfMonth(month: string): { from: Date; until: Date } {
  const from = shanghaiTime(`${month}-01 00:00`);
  return { from, until: startOfMonth(new Date(from.getTime() + 32 * DAY)) };
}

/** The months on both sides. */
export function besideMonth(month: string): { previous: string; next: string } {
  const { from, until } = spanOfMonth(month);
  return { previous: monthOf(new Date(from.getTime() - DAY)), next: monthOf(until) };
}

/** How a month is called: 3月, in another year 2025年12月. */
export const sayMonth = (month: string, now: Date): string =>
  `${month.slice(0, 4) === monthOf(now).slice(0, 4) ? '' : `${month.slice(0, 4)}年`}${Number(month.slice(5))}月`;

const dayOf = (at: Date) => Number(isoDay(at).slice(8));
const daysToMonday = (at: Date) => (8 - new Date(`${isoDay(at)}T00:00:00Z`).getUTCDay()) % 7 || 7;

/** The weeks of a month, the first and the last cut off at its borders. */
export function weeksOf(month: string): WeekOfMonth[] {
  const { from, until } = spanOfMonth(month);
  const weeks: WeekOfMonth[] = [];
  for (let start = from; start < until; ) {
    const end = new Date(Math.min(endOfDayAfter(start, daysToMonday(start) - 1).getTime(), until.getTime()));
    const [first, last] = [dayOf(start), dayOf(new Date(end.getTime() - 1))];
    weeks.push({ from: start, until: end, label: first === last ? `${first} 日` : `${first}–${last} 日` });
    start = end;
  }
  return weeks;
}
