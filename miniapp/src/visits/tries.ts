import type { VisitLine } from '../../../shared/contract/visits.ts';
import { sayDay, sayMoment } from '../../../shared/kernel/time.ts';

/** How often nobody answered, and when last: 第 2 次，昨天 10:05 没打通. */
export function sayTries({ tries }: Pick<VisitLine, 'tries'>, now: Date): string {
  const last = tries.at(-1);
  return last ? `打了 ${tries.length} 次，${sayMoment(new Date(last.at), now)} ${last.byName}没打通` : '';
}

/** Who repaired it, and when: 赵建国修的，11月12日 周四. */
export function sayDone({ doneBy, doneAt, isRepaired }: Pick<VisitLine, 'doneBy' | 'doneAt' | 'isRepaired'>, now: Date): string {
  if (!doneBy) return '';
  if (!isRepaired) return `${doneBy}修过，要返工`;
  return `${doneBy}修的${doneAt ? `，${sayDay(new Date(doneAt), now)}` : ''}`;
}
