import { sql } from 'drizzle-orm';
import postgres from 'postgres';
import type { Tx } from '../../db/connect.ts';
import type { World } from './world.ts';

const tablesOf = async (client: postgres.Sql): Promise<string[]> => {
  const rows = await client<{ name: string }[]>`
    select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> 'writes_seen' order by 1`;
  return rows.map((row) => row.name);
};

/** From now on every row written to this world's database leaves a line, which a rollback takes back with the row. */
export async function watchWrites(world: World): Promise<void> {
  const owner = postgres(world.urls.owner, { max: 1, onnotice: () => {} });
  try {
    await owner.unsafe(`
      create table writes_seen (n bigserial primary key, line text not null);
      grant select on writes_seen to huiyin_app;
      create function see_write() returns trigger language plpgsql security definer as
        $$ begin insert into public.writes_seen (line) values (lower(tg_op) || ' ' || tg_table_name); return null; end $$;`);
    for (const table of await tablesOf(owner))
      await owner.unsafe(`create trigger see_write after insert or update or delete on ${table} for each row execute function see_write()`);
  } finally {
    await owner.end();
  }
}

/** How far the lines have come; what was written since then is asked with it. */
export async function writesSoFar(tx: Tx): Promise<number> {
  const [row] = await tx.execute<{ n: string }>(sql`select coalesce(max(n), 0) as n from writes_seen`);
  return Number(row!.n);
}

/** What was written since, as `insert events`, `update tickets`, each once. */
export async function writesSince(tx: Tx, so: number): Promise<string[]> {
  const rows = await tx.execute<{ line: string }>(sql`select distinct line from writes_seen where n > ${so} order by line`);
  return rows.map((row) => row.line);
}

/** Every table of this world with the number and a digest of its rows. */
export async function digestTables(world: World): Promise<Record<string, string>> {
  const owner = postgres(world.urls.owner, { max: 1, onnotice: () => {} });
  try {
    const found: Record<string, string> = {};
    for (const table of await tablesOf(owner)) {
      const [row] = await owner.unsafe(
        `select count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), '') as digest from ${table} t`,
      );
      found[table] = String(row!.digest);
    }
    return found;
  } finally {
    await owner.end();
  }
}
