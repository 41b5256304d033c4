import { Problem } from './problem.ts';
import type { Dated } from './rules.ts';
import { MINUTE, sayMoment } from './time.ts';

/** How often one person may do something; where nobody has signed in, one address, or one WeChat; or the whole company, where nothing may say who it was. */
export interface LimitRow extends Dated {
  what: string;
  per: 'person' | 'address' | 'wechat' | 'company';
  count: number;
  minutes: number;
  clause: string;
}

/** The fixed window `now` lies in; windows of up to an hour begin on the hour everywhere. */
export function windowAt(row: Pick<LimitRow, 'minutes'>, now: Date): { from: Date; until: Date } {
  const length = row.minutes * MINUTE;
  const from = Math.floor(now.getTime() / length) * length;
  return { from: new Date(from), until: new Date(from + length) };
}

/** The refusal of one time too many, saying when it will do again. */
export function tooMany(row: LimitRow, now: Date): Problem {
  const { until } = windowAt(row, now);
  const seconds = Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 1000));
  return new Problem('request/too-many', `${sayMoment(until, now)} 以后就可以，您填的都还在`, undefined, seconds);
}
