import { type Figure, figure } from './due.ts';
import type { Settings } from './settings.ts';
import { DAY, endOfDayAfter, isoDay, monthsAfter, startOfDay, startOfMonth, weekdayOf } from './time.ts';

/** Lengths of the calendar in Shanghai, in months from January (readings 6): the forum's two months are January and February, March and April, … */
const MONTHS = { month: 1, twoMonths: 2, quarter: 3, halfYear: 6, year: 12 } as const;

/** How long one period is: of the calendar (a week is Monday to Sunday), or so many days behind the one before it. */
export type Every = 'day' | 'week' | keyof typeof MONTHS | { days: Figure };

/** One duty of the manual that comes round again. A row that has been in force is never edited; its successor stands below it. */
export interface CadenceRow<Duty extends string = string, Per extends string = string> {
  duty: Duty;
  label: string;
  every: Every;
  /** What of an office each owes one: the office itself, each of its channels, each of its departments. */
  per: Per;
  /** How often in a period. */
  atLeast: Figure;
  /** Days after the period's end in which it is still on time. */
  grace: Figure;
  /** What was missed is made up late, each of them (draws, reports), or stays missed: only the latest is still done (meetings, checks; Z8). */
  catchUp: 'each' | 'latest';
  clause: string;
  since: string;
}

/** One period, from its first instant to that of the next. Its key is the day it begins. */
export interface Period {
  key: string;
  from: Date;
  until: Date;
}

const DAYS_OF_A_WEEK = 7;

/** Monday is 0. */
const daysIntoWeek = (at: Date) => (weekdayOf(at) + DAYS_OF_A_WEEK - 1) % DAYS_OF_A_WEEK;

const startOfWeek = (at: Date) => new Date(startOfDay(at).getTime() - daysIntoWeek(at) * DAY);

/** The beginning of the calendar's period around `at`. One of so many days has none of its own: it stands behind the one before it, the first begins on a Monday [ours]. */
function startAround(every: Every, at: Date): Date {
  if (every === 'day') return startOfDay(at);
  if (every === 'week' || typeof every === 'object') return startOfWeek(at);
  const month = Number(isoDay(at).slice(5, 7)) - 1;
  return monthsAfter(startOfMonth(at), -(month % MONTHS[every]));
}

/** Where a period ends that begins at `from`. Days are 24 hours long in Shanghai. */
function endOf(every: Every, from: Date, settings: Settings): Date {
  if (every === 'day') return new Date(from.getTime() + DAY);
  if (every === 'week') return new Date(from.getTime() + DAYS_OF_A_WEEK * DAY);
  if (typeof every === 'object') return new Date(from.getTime() + Math.max(1, figure(every.days, settings)) * DAY);
  return monthsAfter(from, MONTHS[every]);
}

const periodFrom = (every: Every, from: Date, settings: Settings): Period => ({ key: isoDay(from), from, until: endOf(every, from, settings) });

/** The period of the calendar around `at`; for so many days, the one that begins with its week. */
export function periodAround(every: Every, at: Date, settings: Settings): Period {
  return periodFrom(every, startAround(every, at), settings);
}

/** The first whole period from `at` on: where it begins at that very instant, that one (Z17). */
export function nextFullPeriod(every: Every, at: Date, settings: Settings): Period {
  const around = periodFrom(typeof every === 'object' ? 'week' : every, startAround(every, at), settings);
  return periodFrom(every, around.from < at ? around.until : around.from, settings);
}

/** The period behind one: it begins where that one ends, or with the first of its own calendar after it, where the rule has changed. */
export function periodAfter(every: Every, last: Pick<Period, 'until'>, settings: Settings): Period {
  return typeof every === 'object' ? periodFrom(every, last.until, settings) : nextFullPeriod(every, last.until, settings);
}

/** Where opening stands: the last period opened, else the instant its office, or its duty, began. */
export interface Standing {
  last: Pick<Period, 'until'> | null;
  beganAt: Date;
  /** What ended before is kept no longer, and not opened any more (Z17). */
  keptFrom: Date;
}

/**
 * The periods that have begun and are not opened yet, oldest first, from the last one on (Z17). Asked again with the last of them it finds nothing.
 * A period opens the instant after it begins: at that instant the one before it may still be kept.
 * @param most never more at once; the next call goes on
 */
export function periodsToOpen(row: Pick<CadenceRow, 'every'>, standing: Standing, now: Date, settings: Settings, most = 1_000): Period[] {
  const { last, beganAt, keptFrom } = standing;
  const opened: Period[] = [];
  let next = last ? periodAfter(row.every, last, settings) : nextFullPeriod(row.every, beganAt, settings);
  while (next.from < now && opened.length < most) {
    if (next.until > keptFrom) opened.push(next);
    next = periodAfter(row.every, next, settings);
  }
  return opened;
}

/** When what a period owes is due: 24:00 of the last day of its grace, which without grace is its own end. */
export function dueOf(row: Pick<CadenceRow, 'grace'>, period: Period, settings: Settings): Date {
  return endOfDayAfter(new Date(period.until.getTime() - 1), figure(row.grace, settings));
}

/** Whether what a period owed may still be done at `now`: until it is due, and made up late only where the row says so (Z8). */
export function mayStillBeDone(row: Pick<CadenceRow, 'catchUp'>, dueBy: Date, now: Date): boolean {
  return row.catchUp === 'each' || now <= dueBy;
}
