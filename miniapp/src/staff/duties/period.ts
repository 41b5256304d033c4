import type { DutyLine } from '../../../../shared/contract/duties.ts';
import { isoDay } from '../../../../shared/kernel/time.ts';

const numbersOf = (at: Date) => isoDay(at).split('-').map(Number) as [year: number, month: number, day: number];

/** A day by its date alone: 11月16日, of another year with it. */
function sayDate(at: Date, now: Date): string {
  const [year, month, day] = numbersOf(at);
  return `${year === numbersOf(now)[0] ? '' : `${year}年`}${month}月${day}日`;
}

/** Which days a period has: 11月16日到11月22日, or the month by its name. */
export function sayPeriod({ duty, from, until }: Pick<DutyLine, 'duty' | 'from' | 'until'>, now: Date): string {
  const first = new Date(from);
  const [year, month] = numbersOf(first);
  if (duty !== 'round') return `${year}年${month}月`;
  return `${sayDate(first, now)}到${sayDate(new Date(new Date(until).getTime() - 1), now)}`;
}
