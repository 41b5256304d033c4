import { sql } from 'drizzle-orm';
import type { Tx } from '../connect.ts';

/** The next running number of a series, drawn outside the transaction: a gap means nothing. */
export async function drawNumber(tx: Tx, officeId: string, series: string): Promise<number> {
  const [row] = await tx.execute<{ last: number }>(sql`
    insert into counters (office_id, series, last) values (${officeId}, ${series}, 1)
    on conflict (office_id, series) do update set last = counters.last + 1 returning last`);
  return row?.last ?? 1;
}
