import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { httpStory } from '../support/http-story.ts';

test('tickets from before get the marks their events tell: what 0002 reckons is what the app would have kept', async () => {
  const s = await httpStory();
  s.at('2026-03-02 09:00');
  const plain = await s.resident('王秀兰').reports({ category: 'doors', words: '门坏了' });
  const back = await s.resident('王秀兰').reports({ category: 'burst_pipe', words: '水管爆了' });
  const other = await s.resident('马建军').reports({ category: 'sanitary', words: '马桶漏水' });
  await s.agent('林晓芸').says(plain, '收到');
  s.at('2026-03-02 09:10');
  for (const ticket of [back, other]) await s.agent('林晓芸').dispatches(ticket, '赵建国');
  s.at('2026-03-02 09:30');
  for (const ticket of [back, other]) await s.technician('赵建国').arrives(ticket);
  await s.agent('林晓芸').agrees(other, 'repaired', '2026-03-06 09:00');
  s.at('2026-03-02 10:00');
  await s.agent('林晓芸').reassigns(other, '孙磊', '赵建国');
  await s.technician('赵建国').finishes(back);
  s.at('2026-03-02 12:00');
  await s.resident('王秀兰').saysNotFixed(back);
  await s.agent('林晓芸').calls(back, '打过电话，约好下午来');

  const migration = readFileSync('db/migrations/0002_marks.sql', 'utf8');
  const reckoning = migration.slice(migration.indexOf('FROM "tickets" o'), migration.indexOf('WHERE t.id = o.id'));
  const instants = (marks: unknown) =>
    Object.fromEntries(Object.entries((marks ?? {}) as Record<string, string>).map(([did, at]) => [did, new Date(at).toISOString()]));
  const rows = await s.world.house.db.execute<Record<string, unknown>>(
    sql.raw(`select o.happened as kept, o.first_happened as kept_first, m.happened as reckoned, m.first_happened as reckoned_first ${reckoning}`),
  );
  expect(rows).toHaveLength(3);
  for (const row of rows) {
    expect(instants(row.reckoned)).toEqual(instants(row.kept));
    expect(instants(row.reckoned_first)).toEqual(instants(row.kept_first));
  }
  // Whoever took over has not been there yet, though somebody was.
  expect(rows.map((row) => Object.keys(instants(row.kept)).includes('arrived'))).not.toContain(true);
  expect(rows.filter((row) => Object.keys(instants(row.kept_first)).includes('arrived'))).toHaveLength(1);
  await s.close();
});
