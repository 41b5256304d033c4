import { sql } from 'drizzle-orm';
import type { Tx } from '../connect.ts';

/**
 * Counts one use in a window, in one statement. A line begins anew with each window, so a person has one a limit, whatever the years.
 * @returns false when `count` uses stand there already; then nothing is written
 */
export async function countUse(tx: Tx, use: { what: string; who: string; windowFrom: Date; count: number }): Promise<boolean> {
  const counted = await tx.execute(sql`
    insert into limit_uses as u (what, who, window_from, uses) values (${use.what}, ${use.who}, ${use.windowFrom.toISOString()}, 1)
    on conflict (what, who) do update set
      uses = case when u.window_from < excluded.window_from then 1 else u.uses + 1 end,
      window_from = greatest(u.window_from, excluded.window_from)
    where u.window_from < excluded.window_from or u.uses < ${use.count}
    returning uses`);
  return counted.length > 0;
}
