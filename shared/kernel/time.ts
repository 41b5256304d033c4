import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc.js';

dayjs.extend(utc);

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Tells the present instant. Comes in `ctx`; nothing else asks the machine what time it is. */
export type Clock = () => Date;

/** Opening hours of a service centre, in minutes since midnight in Shanghai. */
export interface OpeningHours {
  opens: number;
  closes: number;
}

const AHEAD_OF_UTC = 8 * HOUR;

/**
 * The wall clock in Shanghai, read as if it were UTC: day.js reckons with days of the machine's own zone otherwise, and those are not all 24 hours
 * long.
 */
const shanghai = (at: Date) => dayjs.utc(at.getTime() + AHEAD_OF_UTC);

/** The instant of a wall clock in Shanghai. */
const instantOf = (wall: dayjs.Dayjs): Date => new Date(wall.valueOf() - AHEAD_OF_UTC);

/** The instant `minutes` later, by the running clock. */
export function minutesAfter(at: Date, minutes: number): Date {
  return new Date(at.getTime() + minutes * MINUTE);
}

/** The same moment of the calendar in Shanghai, years before. */
export function yearsBefore(at: Date, years: number): Date {
  return instantOf(shanghai(at).subtract(years, 'year'));
}

/** The beginning of the calendar month in Shanghai (readings 6). */
export function startOfMonth(at: Date): Date {
  return instantOf(shanghai(at).startOf('month'));
}

/** The beginning of the day in Shanghai. */
export function startOfDay(at: Date): Date {
  return instantOf(shanghai(at).startOf('day'));
}

/** The day of the week in Shanghai; Sunday is 0. */
export const weekdayOf = (at: Date): number => shanghai(at).day();

/** The same moment of the calendar in Shanghai, months later, or before. */
export function monthsAfter(at: Date, months: number): Date {
  return instantOf(shanghai(at).add(months, 'month'));
}

/** 24:00 in Shanghai of the n-th day after the day of `at`, whose own day is not counted (readings 7). */
export function endOfDayAfter(at: Date, days: number): Date {
  return instantOf(
    shanghai(at)
      .startOf('day')
      .add(days + 1, 'day'),
  );
}

/** 24:00 in Shanghai of the same day of the month, months later (R6). */
export function endOfDayMonthsAfter(at: Date, months: number): Date {
  return instantOf(shanghai(at).add(months, 'month').startOf('day').add(1, 'day'));
}

/** The instant by which `minutes` of opening hours have run since `at` (I15). */
export function serviceMinutesAfter(at: Date, minutes: number, hours: OpeningHours): Date {
  let midnight = shanghai(at).startOf('day');
  let from = Math.max((at.getTime() - instantOf(midnight).getTime()) / MINUTE, hours.opens);
  let left = minutes;
  while (from + left > hours.closes) {
    left -= Math.max(0, hours.closes - from);
    midnight = midnight.add(1, 'day');
    from = hours.opens;
  }
  return new Date(instantOf(midnight).getTime() + (from + left) * MINUTE);
}

/** The day in Shanghai as six digits, as in ticket numbers: 261121. */
export function dayDigits(at: Date): string {
  return shanghai(at).format('YYMMDD');
}

/** The day in Shanghai, for a rule's dates: 2026-11-21. */
export function isoDay(at: Date): string {
  return shanghai(at).format('YYYY-MM-DD');
}

/** The instant of a wall-clock time in Shanghai: '2026-03-02 09:00'. */
export function shanghaiTime(text: string): Date {
  return new Date(`${text.replace(' ', 'T')}:00.000+08:00`);
}

const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'];

/** The day as people say it: 今天, 明天, 昨天, else 11月23日 周一. */
export function sayDay(at: Date, now: Date): string {
  const day = shanghai(at);
  const distance = Math.round((day.startOf('day').valueOf() - shanghai(now).startOf('day').valueOf()) / DAY);
  if (distance === 0) return '今天';
  if (distance === 1) return '明天';
  if (distance === -1) return '昨天';
  const year = day.year() === shanghai(now).year() ? '' : `${day.year()}年`;
  return `${year}${day.month() + 1}月${day.date()}日 ${WEEKDAYS[day.day()]}`;
}

/** The clock time, 09:05. */
export function sayClock(at: Date): string {
  return shanghai(at).format('HH:mm');
}

/** A moment in full, as WeChat's messages write it: 2026年3月2日 09:05. */
export function sayFullMoment(at: Date): string {
  return shanghai(at).format('YYYY年M月D日 HH:mm');
}

/** The hour of the day in Shanghai, 0 to 23. */
export const hourOf = (at: Date): number => shanghai(at).hour();

/** Minutes since midnight in Shanghai, 0 to 1439. */
export const minuteOfDay = (at: Date): number => shanghai(at).hour() * 60 + shanghai(at).minute();

/** The full hour of the same day in Shanghai. */
export const atHour = (at: Date, hour: number): Date => instantOf(shanghai(at).startOf('day').add(hour, 'hour'));

/** A moment as people say it, 今天 12:20; a deadline at midnight is 24:00 of the day that ends. */
export function sayMoment(at: Date, now: Date): string {
  if (sayClock(at) === '00:00') return `${sayDay(new Date(at.getTime() - MINUTE), now)} 24:00`;
  return `${sayDay(at, now)} ${sayClock(at)}`;
}

/** A length as people say it: over 48 hours in days, over one in hours and minutes, else minutes. */
export function sayLength(milliseconds: number): string {
  const minutes = Math.max(1, Math.floor(Math.abs(milliseconds) / MINUTE));
  if (minutes > 48 * 60) return `${Math.floor(minutes / (24 * 60))} 天`;
  if (minutes < 60) return `${minutes} 分`;
  return minutes % 60 === 0 ? `${minutes / 60} 小时` : `${Math.floor(minutes / 60)} 小时 ${minutes % 60} 分`;
}
