import { DAY, isoDay, MINUTE, sayMoment, shanghaiTime } from '../../../shared/kernel/time.ts';

export interface Moment {
  at: Date;
  label: string;
}

/** The usual times one promises, those still ahead: 今天 18:00, 明天 12:00 … */
export function usualMoments(now: Date): Moment[] {
  const day = (ahead: number) => isoDay(new Date(now.getTime() + ahead * DAY));
  return [`${day(0)} 18:00`, `${day(1)} 12:00`, `${day(1)} 18:00`, `${day(2)} 18:00`]
    .map(shanghaiTime)
    .filter((at) => at > now)
    .map((at) => ({ at, label: sayMoment(at, now).replace(/ 周./, '') }));
}

/** So many minutes from now. */
export const minutesAhead = (now: Date, minutes: number): Date => new Date(now.getTime() + minutes * MINUTE);

/** A rule's day as people say it: 2026年3月1日. */
export const sayDate = (day: string): string => day.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日');
