import type { DutyLine } from '../../../../shared/contract/duties.ts';
import { isoDay, sayDay } from '../../../../shared/kernel/time.ts';

/** Which days a period has: 11月16日 周一到11月22日 周日, or the month by its name. */
export function sayPeriod({ duty, from, until }: Pick<DutyLine, 'duty' | 'from' | 'until'>, now: Date): string {
  const first = new Date(from);
  const last = new Date(new Date(until).getTime() - 1);
  if (duty !== 'round') return isoDay(first).replace(/^(\d+)-0?(\d+)-.*$/, '$1年$2月');
  return `${sayDay(first, now)}到${sayDay(last, now)}`;
}
