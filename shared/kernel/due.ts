import type { NumberKey, Settings } from './settings.ts';
import { endOfDayAfter, MINUTE, minutesAfter, type OpeningHours, serviceMinutesAfter } from './time.ts';

/** A figure of a rule: a number, or the setting that holds it. */
export type Figure = number | NumberKey;

/** When a promise is due. Four kinds on purpose, so that nobody adds them. */
export type Due =
  | { runs: 'exactly'; minutes: Figure }
  | { runs: 'days'; days: Figure }
  | { runs: 'serviceMinutes'; minutes: Figure }
  | { runs: 'named' };

export const hours = (n: number): Due => ({ runs: 'exactly', minutes: n * 60 });
export const minutes = (n: Figure): Due => ({ runs: 'exactly', minutes: n });
export const days = (n: Figure): Due => ({ runs: 'days', days: n });
export const serviceMinutes = (n: Figure): Due => ({ runs: 'serviceMinutes', minutes: n });
export const named: Due = { runs: 'named' };

/** A figure as it stands: its own, or the setting's. */
export const figure = (value: Figure, settings: Settings): number => (typeof value === 'number' ? value : settings[value]);

/** The instant something is due that starts at `from`; a named due takes the date in the event. */
export function dueBy(due: Due, from: Date, settings: Settings, openingHours: OpeningHours, namedBy?: Date): Date {
  switch (due.runs) {
    case 'exactly':
      return minutesAfter(from, figure(due.minutes, settings));
    case 'days':
      return endOfDayAfter(from, figure(due.days, settings));
    case 'serviceMinutes':
      return serviceMinutesAfter(from, figure(due.minutes, settings), openingHours);
    case 'named':
      if (!namedBy) throw new Error('a named promise needs the date in its event');
      return namedBy;
  }
}

/** When the clock of a due begins to run: at once, but for one that counts opening hours only. */
export function runsFrom(due: Due, at: Date, openingHours: OpeningHours): Date {
  return due.runs === 'serviceMinutes' ? serviceMinutesAfter(at, 0, openingHours) : at;
}

/**
 * A rung as a share of the time between start and due time. Where only opening hours count, a night between them is no part of the allowance:
 * the rung stands where that share of the allowance has run (Z18).
 */
export function shareOfSpan(
  due: Due,
  from: Date,
  by: Date,
  after: 'start' | 'due',
  percent: number,
  settings: Settings,
  openingHours: OpeningHours,
): number {
  const span = by.getTime() - from.getTime();
  if (due.runs !== 'serviceMinutes' || span <= 0) return percent;
  const minutes = (figure(due.minutes, settings) * percent) / 100;
  if (minutes * MINUTE * 100 === span * percent) return percent;
  const run = after === 'due' ? minutes * MINUTE : serviceMinutesAfter(from, minutes, openingHours).getTime() - from.getTime();
  return (run / span) * 100;
}

/** The allowance in words, frozen with the promise: '24 小时', '15 分钟', '3 天'. */
export function sayAllowance(due: Due, settings: Settings): string {
  switch (due.runs) {
    case 'exactly': {
      const n = figure(due.minutes, settings);
      return n % 60 === 0 ? `${n / 60} 小时` : `${n} 分钟`;
    }
    case 'days': {
      const n = figure(due.days, settings);
      return n === 0 ? '当天' : `${n} 天`;
    }
    case 'serviceMinutes':
      return `服务时间 ${figure(due.minutes, settings)} 分钟`;
    case 'named':
      return '约定时间';
  }
}
