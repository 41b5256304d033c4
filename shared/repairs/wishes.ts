import { refuseField } from '../kernel/problem.ts';
import { inForce } from '../kernel/rules.ts';
import { DAY, isoDay, sayClock, sayDay, shanghaiTime } from '../kernel/time.ts';

/** A part of the day a resident may wish for. */
export interface WishPart {
  code: string;
  label: string;
  from: string;
  until: string;
  clause: 'I9';
  since: string;
}

// The parts of a day that are offered; any other time is said in words. A row in force is never edited: add its successor.
// biome-ignore format: a table reads best as one
export const WISH_PARTS: readonly WishPart[] = [
  { code: 'morning',   label: '上午', from: '08:00', until: '12:00', clause: 'I9', since: '2026-01-01' },
  { code: 'afternoon', label: '下午', from: '12:00', until: '18:00', clause: 'I9', since: '2026-01-01' },
  { code: 'evening',   label: '晚上', from: '18:00', until: '21:00', clause: 'I9', since: '2026-01-01' },
];

/** When a resident would like somebody to come. */
export interface Wish {
  from: Date;
  until: Date;
}

/** A part of a day as instants. */
export const wishOf = (day: string, part: WishPart): Wish => ({
  from: shanghaiTime(`${day} ${part.from}`),
  until: shanghaiTime(`${day} ${part.until}`),
});

/** The parts of a day still ahead, in order. */
export const partsAhead = (day: string, now: Date): WishPart[] =>
  inForce(WISH_PARTS, isoDay(now), (part) => part.code).filter((part) => wishOf(day, part).until > now);

/** A wish as people say it: 明天下午, 3月9日 周一 09:00–11:00. */
export function sayWish(wish: Wish, now: Date): string {
  const part = WISH_PARTS.find((one) => one.from === sayClock(wish.from) && one.until === sayClock(wish.until));
  return `${sayDay(wish.from, now)}${part ? part.label : ` ${sayClock(wish.from)}–${sayClock(wish.until)}`}`;
}

/**
 * Checks a wish. One that has passed meanwhile stands: a report that waited without a signal is not lost for it.
 * @throws Problem `request/invalid` for one that ends before it begins, lasts longer than a day, or lies too far ahead
 */
export function checkWish(wish: Wish, now: Date, withinDays: number): Wish {
  const length = wish.until.getTime() - wish.from.getTime();
  if (length <= 0 || length > DAY) throw refuseField('wishUntil', '希望上门的时间要在同一天里，先早后晚');
  if (wish.until.getTime() - now.getTime() > withinDays * DAY) throw refuseField('wishFrom', `希望上门的时间不能超过 ${withinDays} 天`);
  return wish;
}
