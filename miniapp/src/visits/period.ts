import { sayDay } from '../../../shared/kernel/time.ts';

/** The days a draw is of: 3月2日 周一 到 3月8日 周日. The last instant is midnight, and belongs to the day before. */
export const sayPeriod = ({ from, until }: { from: string; until: string }, now: Date): string =>
  `${sayDay(new Date(from), now)} 到 ${sayDay(new Date(new Date(until).getTime() - 1), now)}`;
