import { beforeAll, expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { connect } from '../../db/connect.ts';
import { storyOfAll } from '../support/api-story.ts';

const s = storyOfAll();
beforeAll(async () => {
  const ticket = await s.resident('王秀兰').reports({ category: 'burst_pipe', words: '水管爆了' });
  await s.agent('林晓芸').agrees(ticket, 'repaired', '2026-03-04 09:00');
  s.at('2026-03-02 11:01');
  await s.looksAfter();
});

const codeOf = async (statement: string, run = s.world.house.db) => {
  try {
    await run.execute(sql.raw(statement));
    return 'allowed';
  } catch (error) {
    return (error as { cause: { code: string } }).cause.code;
  }
};

const APPEND_ONLY = [
  'events',
  'contacts',
  'promise_terms',
  'promise_steps',
  'settings',
  'reveals',
  'survey_codes',
  'exports',
  'approval_versions',
  'approval_decisions',
  'consents',
  'canned_replies',
  'ratings',
  'facilities',
  'spendings',
  'spending_lines',
  'publications',
  'publication_versions',
  'publication_issues',
  'guide_versions',
  'exchanges',
];

test('手册 A3 谁也不改过去的记录：what is append-only stays so for the doors’ role', async () => {
  for (const table of APPEND_ONLY) {
    expect(await codeOf(`select 1 from ${table} limit 1`)).toBe('allowed');
    expect([table, await codeOf(`update ${table} set ${table === 'consents' ? 'at = at' : 'office_id = office_id'}`)]).toEqual([table, '42501']);
    expect([table, await codeOf(`delete from ${table}`)]).toEqual([table, '42501']);
    expect([table, await codeOf(`truncate ${table}`)]).toEqual([table, '42501']);
  }
  expect(await codeOf('alter table events drop column facts')).toBe('42501');
  expect(await codeOf('drop table tickets')).toBe('42501');
  expect(await codeOf('create table mine (id int)')).toBe('42501');
});

test('the retention role reads, and removes words, but never rewrites what happened', async () => {
  const { db, close } = connect(s.world.urls.retention, { max: 1 });
  expect(await codeOf('select 1 from events limit 1', db)).toBe('allowed');
  expect(await codeOf("update contacts set body = ''", db)).toBe('allowed');
  for (const table of ['events', 'promises', 'promise_terms', 'promise_steps', 'tickets', 'settings']) {
    expect([table, await codeOf(`update ${table} set office_id = office_id`, db)]).toEqual([table, '42501']);
    expect([table, await codeOf(`delete from ${table}`, db)]).toEqual([table, '42501']);
  }
  await close();
});

test('events keep ids and facts, never a name, a number or anybody’s words', async () => {
  const rows = await s.world.house.db.execute<{ facts: unknown }>(
    sql`select facts from events union all select facts from inbox union all select payload from outbox`,
  );
  expect(rows.length).toBeGreaterThan(5);
  expect(JSON.stringify(rows)).not.toMatch(/[\u4e00-\u9fff]{2}|1380000\d{4}/);
});
