import { expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { connect } from '../../db/connect.ts';

/** How often a statement was asked for by one that was kept, inside a transaction and beside it. */
async function keptBy(prepare: boolean): Promise<number> {
  const { db, close } = connect(process.env.HUIYIN_TEST_APP_URL!, { max: 1, prepare });
  try {
    const asks = (n: number) => sql`select ${n}::int as n, 'asked again' as what`;
    for (const n of [1, 2]) await db.execute(asks(n));
    await db.transaction(async (tx) => {
      await tx.execute(asks(3));
    });
    const [kept] = await db.execute<{ plans: number }>(
      sql`select coalesce(sum(generic_plans + custom_plans), 0)::int as plans from pg_prepared_statements where statement like '%asked again%' and statement not like '%pg_prepared%'`,
    );
    return kept!.plans;
  } finally {
    await close();
  }
}

test('on a direct connection a statement is planned by the one that was kept, in a transaction too; through a pooler nothing is kept', async () => {
  expect([await keptBy(true), await keptBy(false)]).toEqual([3, 0]);
});
