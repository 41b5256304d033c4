import type { Settings } from '../kernel/settings.ts';
import { endOfDayAfter, endOfDayMonthsAfter } from '../kernel/time.ts';
import { categoryOf } from './categories.ts';

/** R6: how many months a repair of this category is warranted: its own figure, else the estate's. */
export const warrantyMonths = (category: { warrantyMonths?: number } | undefined, settings: Settings): number =>
  category?.warrantyMonths ?? settings.warrantyMonths;

/**
 * R6: warranted to the end of the day, so many months after the confirmation, else after the work was done (readings 12).
 * @param partsMonths how long what was fitted is answered for, as it was quoted: never less
 */
export function warrantyBy(category: string, from: Date, settings: Settings, partsMonths = 0): string {
  return endOfDayMonthsAfter(from, Math.max(warrantyMonths(categoryOf(category), settings), partsMonths)).toISOString();
}

/**
 * What finishing sets going, in dates frozen now: until when 没修好 goes on in this ticket, from when silence confirms it (Z1), until when it is
 * warranted (R6).
 * For repairs alone: a complaint is never closed by silence (C8).
 */
export function afterFinish(
  category: string,
  finishedAt: Date,
  settings: Settings,
  partsMonths: number,
): { reopenBy: string; silentBy: string; warrantyBy: string } {
  return {
    reopenBy: endOfDayAfter(finishedAt, settings.reopenDays).toISOString(),
    silentBy: endOfDayAfter(finishedAt, settings.silenceDays).toISOString(),
    warrantyBy: warrantyBy(category, finishedAt, settings, partsMonths),
  };
}
