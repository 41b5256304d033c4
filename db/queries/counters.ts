import { sql } from 'drizzle-orm';
import type { Tx } from '../connect.ts';

/** The next running number of a series, drawn outside the transaction: a gap means nothing. */
export async function drawNumber(tx: Tx, officeId: string, series: string): Promise<number> {
  const [row] = await tx.execute<{ last: number }>(sql`
    insert into counters (office_id, series, last) values (${officeId}, ${series}, 1)
    on conflict (office_id, series) do update set last = counters.last + 1 returning last`);
  return row?.last ?? 1;
}

/** A number of four digits that nobody has in this series yet, drawn outside the transaction: none can be counted by theirs. @param drawn four digits, at random */
export async function drawAtRandom(tx: Tx, officeId: string, series: string, drawn: () => number): Promise<number> {
  for (;;) {
    const digits = drawn();
    const taken = await tx.execute(sql`
      insert into counters (office_id, series, last) values (${officeId}, ${`${series}-${digits}`}, 1) on conflict (office_id, series) do nothing returning last`);
    if (taken.length > 0) return digits;
  }
}
