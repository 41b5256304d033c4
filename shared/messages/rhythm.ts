import type { Settings } from '../kernel/settings.ts';
import { atHour, DAY, HOUR, hourOf, MINUTE, minutesAfter } from '../kernel/time.ts';

/** Until when a message waits that is not urgent; null outside quiet hours (P3). Equal hours mean there are none. */
export function quietUntil(now: Date, settings: Pick<Settings, 'quietFromHour' | 'quietUntilHour'>): Date | null {
  const { quietFromHour: from, quietUntilHour: until } = settings;
  const hour = hourOf(now);
  const isQuiet = from <= until ? hour >= from && hour < until : hour >= from || hour < until;
  if (!isQuiet) return null;
  const morning = atHour(now, until);
  return morning > now ? morning : atHour(new Date(now.getTime() + DAY), until);
}

/** When somebody who must know counts as not reached: after the set time, and not at night unless it is urgent (R8). */
export function unreachedAt(told: Date, isUrgent: boolean, settings: Settings): Date {
  const at = minutesAfter(told, settings.unreachedAfterMinutes);
  return isUrgent ? at : (quietUntil(at, settings) ?? at);
}

const FIRST_PAUSE = MINUTE;
const LONGEST_PAUSE = HOUR;
/** News older than this is in the inbox, and is told in WeChat no more [ours]. */
const TOLD_WITHIN = 3 * DAY;

/** When a message WeChat did not take is tried again: a minute, two, four … an hour apart; null where it is too old to be news. */
export function nextTry(tries: number, at: Date, now: Date): Date | null {
  if (now.getTime() - at.getTime() > TOLD_WITHIN) return null;
  return new Date(now.getTime() + Math.min(FIRST_PAUSE * 2 ** Math.min(tries, 10), LONGEST_PAUSE));
}
