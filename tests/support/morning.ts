import { atHour, DAY, hourOf } from '../../shared/kernel/time.ts';

/** Hours of the estate's day between which a flow may begin. */
const MORNING = 9;
const NOON = 12;

/** When a flow may begin: now in the morning, else the next one; what it sees never depends on the hour it is run at. */
export function morningFrom(now: Date): Date {
  if (hourOf(now) >= MORNING && hourOf(now) < NOON) return now;
  const today = atHour(now, MORNING);
  return today > now ? today : new Date(today.getTime() + DAY);
}
