import { beforeAll, expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { connect } from '../../db/connect.ts';
import { PEOPLE } from '../../db/seeds/company.ts';
import { storyOfAll } from '../support/api-story.ts';
import type { Told } from '../support/story.ts';

const s = storyOfAll();
let ticket: Told;
beforeAll(async () => {
  ticket = await s.resident('王秀兰').reports({ category: 'burst_pipe', words: '水管爆了' });
  await s.agent('林晓芸').dispatches(ticket, '赵建国');
  for (const name of ['林晓芸', '赵建国']) await (await s.client(name)).reveal({ id: ticket.id, reason: 'other', words: '钥匙落在这里' });
  await s.technician('赵建国').arrives(ticket);
  await s.technician('赵建国').finishes(ticket);
  s.at('2026-03-02 11:01');
  await s.looksAfter();
});

/** The planted numbers, however they might be written. */
const planted = PEOPLE.map((_, index) => `1380000${6000 + index}`);
const shapes = planted.flatMap((number) => [
  number,
  Buffer.from(number).toString('hex'),
  Buffer.from(number).toString('base64').replace(/=+$/, '').slice(0, -1),
  [...number].reverse().join(''),
]);

/** Columns of any table and of any type in which one of these stands, as [table.column, rows]. */
async function columnsWith(texts: readonly string[]): Promise<[string, number][]> {
  const { db, close } = connect(s.world.urls.owner, { max: 1 });
  const tables = await db.execute<{ name: string }>(
    sql`select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p', 'm') and n.nspname not in ('pg_catalog', 'information_schema') order by 1`,
  );
  expect(tables.length).toBeGreaterThan(18);
  const found: [string, number][] = [];
  for (const { name } of tables) {
    const rows = await db.execute<{ key: string; n: number }>(sql`
      select e.key, count(*)::int as n from ${sql.raw(name)} t, jsonb_each_text(to_jsonb(t)) e
      where regexp_replace(e.value, '[ +()-]', '', 'g') ~ ${texts.join('|')} group by e.key order by e.key`);
    found.push(...rows.map((row): [string, number] => [`${name}.${row.key}`, row.n]));
  }
  await close();
  return found;
}

test('no number of anybody stands readable in any column of any table, though they can all be opened', async () => {
  const people = await s.world.house.db.execute<{ id: string; phone_cipher: string }>(sql`select id, phone_cipher from people`);
  expect(people.map((one) => s.world.house.numbers.open(one.phone_cipher, one.id)).sort()).toEqual(planted);
  expect(await columnsWith(shapes)).toEqual([]);
});

test('the search would find one: in text, in JSON, with blanks, and as bytes in hex', async () => {
  const { db, close } = connect(s.world.urls.owner, { max: 1 });
  const [office] = await db.execute<{ id: string }>(sql`select id from offices where letters = 'WT'`);
  await db.execute(sql`update people set phone_index = '13800006000' where name = '王秀兰'`);
  await db.execute(sql`update outbox set payload = payload || '{"to":"138 0000 6001"}'::jsonb`);
  await db.execute(sql`insert into reveals (id, office_id, ticket_id, whose_id, by_id, reason, words, at)
    select ${s.world.house.newId()}, ${office!.id}, ${ticket.id}, p.id, p.id, 'other', ${Buffer.from('13800006002').toString('hex')}, '2026-03-02T01:00:00Z' from people p where p.name = '王秀兰'`);
  await close();
  expect(await columnsWith(shapes)).toEqual([
    ['public.outbox.payload', expect.any(Number)],
    ['public.people.phone_index', 1],
    ['public.reveals.words', 1],
  ]);
});
