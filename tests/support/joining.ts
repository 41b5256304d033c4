import { sql } from 'drizzle-orm';
import { connect, type Database } from '../../db/connect.ts';
import type { World } from './world.ts';

/** Where who has answered is ticked, and whose the tick is; in the tests that join, each says in words whose answer it is. */
const TICKS = {
  home: { table: sql.raw('participations'), whose: sql.raw('home_id') },
  colleague: { table: sql.raw('colleague_participations'), whose: sql.raw('person_id') },
};
type Whose = keyof typeof TICKS;
export type Where = 'survey_inbox' | 'survey_answers';

/** What whoever holds a copy of the database can ask of it: the owner of everything. */
export async function asOwner<T>({ urls }: Pick<World, 'urls'>, ask: (db: Database) => Promise<T>): Promise<T> {
  const { db, close } = connect(urls.owner, { max: 1 });
  return ask(db).finally(close);
}

/** How many answers are told to whose they are by each way of joining: the transaction that wrote both, the place in the file or in a dump, the order of ids. */
export const joined = (world: Pick<World, 'urls'>, of: Whose, where: Where) =>
  asOwner(world, async (db) => {
    const { table, whose } = TICKS[of];
    const answers = sql.raw(where);
    const find = async (query: ReturnType<typeof sql>) => Number((await db.execute<{ n: number }>(query))[0]!.n);
    // Whoever answered right after somebody stands right after them: no shift of the whole hides it.
    const inOrder = (order: string) =>
      find(sql`with p as (select ${whose}::text as whose, row_number() over (order by ctid) as nth from ${table}),
        a as (select p.nth, lag(p.nth) over (order by ${sql.raw(order)}) as before from (select *, ctid as place from ${answers}) t join p on p.whose = t.body->>'words')
        select count(*)::int as n from a where nth = before + 1`);
    return {
      byTransaction: await find(
        sql`select count(*)::int as n from ${table} p join ${answers} a on a.xmin = p.xmin where a.body->>'words' = p.${whose}::text and (select count(*) from ${answers} o where o.xmin = p.xmin) = 1`,
      ),
      byPlace: await inOrder('t.place'),
      byId: where === 'survey_answers' ? await inOrder('t.id') : 0,
    };
  });

/** Tables that hold a row written in the same transaction as a tick. */
export const writtenWith = (world: Pick<World, 'urls'>, of: Whose) =>
  asOwner(world, async (db) => {
    const tables = await db.execute<{ name: string }>(sql`select tablename as name from pg_tables where schemaname = 'public' order by 1`);
    const found: string[] = [];
    for (const { name } of tables) {
      const [row] = await db.execute<{ n: number }>(
        sql`select count(*)::int as n from ${sql.identifier(name)} where xmin in (select p.xmin from ${TICKS[of].table} p)`,
      );
      if (Number(row!.n) > 0) found.push(name);
    }
    return found;
  });
