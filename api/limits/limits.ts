import { countUse } from '../../db/queries/limits.ts';
import { tooMany, windowAt } from '../../shared/kernel/limits.ts';
import { type Limited, limitOn } from '../../shared/limits/limits.ts';
import type { House } from '../context.ts';

/**
 * Counts one request against its limit, by the person who asks, or by the address, or the WeChat, where nobody has signed in; or for the whole company, where nothing may say who it was.
 * @throws Problem `request/too-many`
 */
export async function countRequest(
  house: Pick<House, 'db' | 'clock' | 'numbers'>,
  what: Limited,
  who: { person: string } | { address: string } | { wechat: string } | { company: true },
): Promise<void> {
  const now = house.clock();
  const row = limitOn(what, now);
  const name =
    'company' in who
      ? 'company'
      : 'person' in who
        ? who.person
        : house.numbers.hide('address' in who ? `address ${who.address}` : `wechat ${who.wechat}`);
  const { from } = windowAt(row, now);
  if (!(await countUse(house.db, { what, who: name, windowFrom: from, count: row.count }))) throw tooMany(row, now);
}
