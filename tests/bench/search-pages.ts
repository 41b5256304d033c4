// How many pages a search touches at each size: node --import tsx tests/bench/search-pages.ts 1000 200000
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { type SQL, sql } from 'drizzle-orm';
import postgres from 'postgres';
import { idsBy } from '../../api/context.ts';
import { openNumbers } from '../../api/identity/numbers.ts';
import { connect, type Tx } from '../../db/connect.ts';
import { migrateDatabase } from '../../db/migrate.ts';
import { searchTickets } from '../../db/queries/search.ts';
import { readViewer } from '../../db/queries/viewer.ts';
import { plantCompany } from '../../db/seeds/plant.ts';
import { readQuery } from '../../shared/tickets/search.ts';
import { onDatabase, SECRETS, THE_BEGINNING } from '../support/world.ts';
import { fillSearch } from './fill-search.ts';

const OFFICES = 200;
const sizes = process.argv.slice(2).map(Number);
// With the addresses of a running server in the environment, what was filled there before is measured again.
const server = process.env.HUIYIN_TEST_ADMIN_URL
  ? null
  : spawn(process.execPath, ['--import', 'tsx', 'tests/support/with-postgres.ts'], { stdio: ['pipe', 'pipe', 'inherit'] });
const urls = !server
  ? (process.env as Record<string, string>)
  : await new Promise<Record<string, string>>((resolve) =>
      createInterface({ input: server.stdout }).once('line', (line) => resolve(JSON.parse(line))),
    );

type Plan = { 'Shared Hit Blocks': number; 'Shared Read Blocks': number };

/** Asks the way the API does, and tells of every statement sent how many pages it touched. */
async function pagesOf(tx: Tx, viewerId: string, query: string): Promise<{ pages: number[]; hits: number; milliseconds: number }> {
  const viewer = await readViewer(tx, viewerId, THE_BEGINNING, new Date('2026-11-21T00:00:00Z'));
  const pages: number[] = [];
  const explaining = {
    execute: async (statement: SQL) => {
      const [row] = await tx.execute<{ 'QUERY PLAN': [{ Plan: Plan }] }>(sql`explain (analyze, buffers, format json) ${statement}`);
      const plan = row!['QUERY PLAN'][0].Plan;
      pages.push(plan['Shared Hit Blocks'] + plan['Shared Read Blocks']);
      if (process.env.PLANS === query)
        console.log((await tx.execute(sql`explain (analyze, buffers) ${statement}`)).map((line) => Object.values(line)[0]).join('\n'));
      return tx.execute(statement);
    },
  } as unknown as Tx;
  const { lines } = await searchTickets(explaining, viewer!, readQuery(query), null);
  const began = performance.now();
  await searchTickets(tx, viewer!, readQuery(query), null);
  return { pages, hits: lines.length, milliseconds: Math.round(performance.now() - began) };
}

const table = new Map<string, string[]>();
for (const tickets of sizes) {
  const name = `bench_${tickets}`;
  const admin = postgres(urls.HUIYIN_TEST_ADMIN_URL!, { max: 1, onnotice: () => {} });
  const [isThere] = await admin`select 1 from pg_database where datname = ${name}`;
  if (!isThere) await admin.unsafe(`create database ${name} owner huiyin_owner`);
  await admin.end();
  await migrateDatabase(onDatabase(urls.HUIYIN_TEST_OWNER_URL!, name), 'db/migrations');
  const { db, close } = connect(onDatabase(urls.HUIYIN_TEST_APP_URL!, name), { max: 1 });
  if (!isThere)
    await plantCompany(
      db,
      { now: THE_BEGINNING, newId: idsBy(() => THE_BEGINNING), seal: openNumbers(SECRETS.NUMBER_KEY, SECRETS.NUMBER_INDEX_KEY).seal },
      'named',
    );
  const superUrl = onDatabase(urls.HUIYIN_TEST_ADMIN_URL!, name);
  const began = performance.now();
  // The small one has no more estates than it can fill: an estate has at least as many tickets as a page shows of a common word.
  const offices = Math.min(OFFICES, Math.max(1, Math.floor(tickets / 1000)));
  if (!isThere) await fillSearch(superUrl, { tickets, offices, from: '2026-01-02T00:00:00Z', until: '2026-11-20T00:00:00Z' });
  const owner = postgres(superUrl, { max: 1, onnotice: () => {} });
  if (!isThere) await owner.unsafe('vacuum analyze');
  const [sizeRow] = await owner.unsafe(
    `select pg_size_pretty(pg_total_relation_size('search_terms')) as size, (select count(*) from search_terms) as n`,
  );
  console.log(
    `${tickets} tickets in ${offices} offices: filled in ${Math.round((performance.now() - began) / 1000)} s, ${sizeRow!.n} terms, ${sizeRow!.size}`,
  );
  await owner.unsafe(
    `insert into appointments select gen_random_uuid(), md5('office1')::uuid, (select id from people where name = '林晓芸'), 'agent', null, null, '2025-01-01', null`,
  );
  await owner.unsafe(
    `update appointments set until_at = '2026-01-01' where person_id = (select id from people where name = '林晓芸') and office_id <> md5('office1')::uuid`,
  );
  const [sample] = await owner.unsafe(
    `select t.number, p.name, p.phone_last4 from tickets t join people p on p.id = t.reporter_id where t.office_id = md5('office1')::uuid order by t.id desc limit 1 offset 50`,
  );
  for (const [who, viewer] of [
    ['agent', '林晓芸'],
    ['leadership', '曾勇'],
  ] as const) {
    const [{ id }] = (await owner.unsafe(`select id from people where name = '${viewer}'`)) as unknown as [{ id: string }];
    for (const [what, query] of Object.entries({
      common: '漏水',
      rare: '法兰',
      longer: '水管漏水昨晚',
      nothing: '摩托',
      room: '502',
      home: '2-2-502',
      number: sample!.number as string,
      tail: (sample!.number as string).slice(-10),
      name: sample!.name as string,
      last4: sample!.phone_last4 as string,
    })) {
      const { pages, hits, milliseconds } = await pagesOf(db, id, query);
      const key = `${who} ${what}`;
      table.set(key, [...(table.get(key) ?? []), `${pages.join(' + ')} pages, ${hits} hits, ${milliseconds} ms`]);
    }
  }
  await owner.end();
  await close();
}
for (const [key, cells] of table) console.log(`${key.padEnd(20)} ${cells.map((cell) => cell.padEnd(36)).join(' | ')}`);
server?.stdin.end();
