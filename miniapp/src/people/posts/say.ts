import type { StaffPost } from '../../../../shared/contract/staff-posts.ts';
import { sayPost } from '../../../../shared/kernel/people.ts';
import { isoDay, sayDay } from '../../../../shared/kernel/time.ts';
import { TRADES, type Trade } from '../../../../shared/repairs/dispatching.ts';

/** A day as it is read: 2026年3月6日. */
export function sayFullDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

const A_MOMENT = 1;

/** The last day something holds on, by the instant it is over. */
export const lastDayOf = (until: string): string => isoDay(new Date(new Date(until).getTime() - A_MOMENT));

/** A post with what matters of it now: 维修师傅（水电）, 主任（代郑涛）, 客服，做到3月6日. */
export function sayStaffPost({ role, department, trades, from, until, deputyFor }: StaffPost, now: Date): string {
  const skills = trades.flatMap((trade) => (trade in TRADES ? [TRADES[trade as Trade]] : []));
  const beside = [...(deputyFor ? [`代${deputyFor}`] : []), ...skills];
  const begins = isoDay(new Date(from)) > isoDay(now) ? `，${sayDay(new Date(from), now)}起` : '';
  const ends = until ? `，到${sayFullDay(lastDayOf(until))}` : '';
  return `${sayPost(role, department)}${beside.length > 0 ? `（${beside.join('、')}）` : ''}${begins}${ends}`;
}
