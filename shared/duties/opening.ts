import { type Period, periodsToOpen } from '../kernel/cadences.ts';
import type { Holder } from '../kernel/people.ts';
import type { Settings } from '../kernel/settings.ts';
import { shanghaiTime, yearsBefore } from '../kernel/time.ts';
import { beganKeeping, type KeeperLine, keptSince, owingParts } from './keepers.ts';
import { type DutyRow, dutiesAt } from './rows.ts';

/** What of an estate owes a duty, and since when. */
export interface Owing {
  row: DutyRow;
  part: string;
  beganAt: Date;
}

/** An office as its duties are opened. */
export interface DutyPlace {
  /** Of the head office every estate's: the company begins with the first of them. */
  lines: readonly KeeperLine[];
  staff: readonly Holder[];
  isHeadOffice?: boolean;
}

/** What an office owes by its rows, its channels and its units: since it keeps its channels, but never since before the rule. */
export function owingSince(place: DutyPlace, now: Date): Owing[] {
  const { lines } = place;
  return dutiesAt(now).flatMap((row) =>
    owingParts(row, place, now).flatMap((part) => {
      const kept = row.per === 'channel' ? keptSince(lines, part, now) : beganKeeping(lines);
      const since = shanghaiTime(`${row.since} 00:00`);
      return kept ? [{ row, part, beganAt: new Date(Math.max(kept.getTime(), since.getTime())) }] : [];
    }),
  );
}

/** One period somebody begins to owe. */
export interface OwedPeriod {
  row: DutyRow;
  part: string;
  period: Period;
}

/**
 * The periods to open now, oldest first: from the last one on, but never from before a channel was there (again), nor what is kept no longer (Z17).
 * @param lasts where the last period opened of each ends, in the order of `parts`
 * @param most so many at once; the next call goes on
 */
export function periodsOwed(
  parts: readonly Owing[],
  lasts: readonly (Date | null | undefined)[],
  settings: Settings,
  now: Date,
  most: number,
): OwedPeriod[] {
  const keptFrom = yearsBefore(now, settings.retentionYears);
  const owed = parts.flatMap(({ row, part, beganAt }, index) => {
    const until = lasts[index];
    const last = until && until >= beganAt ? { until } : null;
    return periodsToOpen(row, { last, beganAt, keptFrom }, now, settings, most).map((period) => ({ row, part, period }));
  });
  return owed.sort((a, b) => a.period.from.getTime() - b.period.from.getTime()).slice(0, most);
}
