import { type Period, periodAfter, periodAround } from '../kernel/cadences.ts';
import type { Settings } from '../kernel/settings.ts';
import type { DrawRow } from './rows.ts';

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
  if (last) {
    const next = periodAfter(row.every, { until: last }, settings);
    return next.until <= now ? next : null;
  }
  const around = periodAround(row.every, now, settings);
  const before = periodAround(row.every, new Date(around.from.getTime() - 1), settings);
  return firstAt && firstAt <= before.from ? before : null;
}
