import { type Period, periodAfter, periodAround } from '../kernel/cadences.ts';
import type { Settings } from '../kernel/settings.ts';
import { MINUTE } from '../kernel/time.ts';
import type { DrawRow } from './rows.ts';

/** So long after a period's end whatever was being put on record in it has been [ours]. */
const SETTLES_IN_MINUTES = 10;

const settledBy = (now: Date) => new Date(now.getTime() - SETTLES_IN_MINUTES * MINUTE);

/** Where the last period ended that is over by now: a draw that reaches so far is the latest there can be. */
export const lastEnd = (row: Pick<DrawRow, 'every'>, now: Date, settings: Settings): Date => periodAround(row.every, settledBy(now), settings).from;

/**
 * The next period to draw from: the one behind the last draw, once it is over, however late (Z8). An estate that was never drawn from begins with the period that ended
 * last, and its first is a full one (Z17). null where none is due.
 * @param firstAt when its first ticket came; null while it has none
 */
export function nextPeriod(
  row: Pick<DrawRow, 'every' | 'since'>,
  { last, firstAt }: { last: Date | null; firstAt: Date | null },
  now: Date,
  settings: Settings,
): Period | null {
  const settled = settledBy(now);
  if (last) {
    const next = periodAfter(row.every, { until: last }, settings);
    return next.until <= settled ? next : null;
  }
  const around = periodAround(row.every, settled, settings);
  const before = periodAround(row.every, new Date(around.from.getTime() - 1), settings);
  return firstAt && firstAt <= before.from ? before : null;
}
