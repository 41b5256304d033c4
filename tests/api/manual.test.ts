import { expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { CLAUSES_TOLD } from '../../shared/manual/clauses.ts';
import { storyOfAll } from '../support/api-story.ts';

const s = storyOfAll();

const codeOf = async (answer: Response) => [answer.status, ((await answer.json()) as { code?: string }).code];
const clauseFor = async (name: string, clause: string, asked: { officeId?: string; on?: string } = {}) =>
  (await s.client(name)).manualClause({ clause, ...asked });

/** An office's own figure from a moment on, as its settings page will write it. */
async function sets(letters: string, key: string, value: number, from: string): Promise<void> {
  await s.world.house.db.execute(
    sql`insert into settings (id, office_id, key, value, from_at, set_at) select ${s.world.house.newId()}, id, ${key}, ${JSON.stringify(value)}::jsonb, ${from}, ${from} from offices where letters = ${letters}`,
  );
}

test('who may read: whoever works here, for their own office; the head office for every one; residents are refused', async () => {
  for (const name of ['郑涛', '林晓芸', '赵建国', '郭卫东', '何静']) {
    const { office, offices } = await (await s.client(name)).manual({});
    expect([name, office.name, offices.map((one) => one.name)]).toEqual([name, '梧桐里', ['梧桐里']]);
  }
  for (const name of ['吴桐', '韩梅', '蔡建华']) {
    const { office, offices } = await (await s.client(name)).manual({ officeId: await s.officeId('HT') });
    expect([name, office.name, offices.length]).toEqual([name, '海棠湾', 3]);
  }
  expect(await codeOf(await s.fetch('王秀兰', '/manual'))).toEqual([403, 'manual/staff-only']);
  expect(await codeOf(await s.fetch('王秀兰', '/manual/R3'))).toEqual([403, 'manual/staff-only']);
  expect(await codeOf(await s.fetch(null, '/manual'))).toEqual([401, 'sign-in/required']);
  expect(await codeOf(await s.fetch('郑涛', `/manual?officeId=${await s.officeId('HT')}`))).toEqual([404, 'seen/not-found']);
  expect(await codeOf(await s.fetch('郑涛', `/manual/R3?officeId=${await s.officeId('HT')}`))).toEqual([404, 'seen/not-found']);
});

test('a colleague who has left reads it no more, also one who still lives here', async () => {
  await s.world.house.db.execute(
    sql`update appointments set until_at = '2026-03-02T00:59:00Z' where person_id = ${await s.personId('罗芳')} or person_id = ${await s.personId('何静')}`,
  );
  for (const name of ['罗芳', '何静']) expect(await codeOf(await s.fetch(name, '/manual'))).toEqual([403, 'manual/staff-only']);
});

test('every clause that is run is there: words, a source or why it is our own, rows or what runs it, a scenario, a screen', async () => {
  const { chapters } = await (await s.client('郑涛')).manual({});
  const listed = chapters.flatMap((chapter) => chapter.clauses);
  expect(listed.map((one) => one.clause).sort()).toEqual([...CLAUSES_TOLD].sort());
  for (const { clause, words, terms } of listed) {
    const one = await clauseFor('郑涛', clause);
    expect(one.words).toBe(words);
    expect(terms).toContain(one.source.words);
    expect([clause, one.source.own]).toEqual([clause, one.source.document === null]);
    expect([clause, one.rows.length > 0 || one.withoutRows !== null]).toEqual([clause, true]);
    expect([clause, one.scenarios.length > 0]).toEqual([clause, true]);
    expect([clause, one.screens.length > 0 || one.withoutScreen !== null]).toEqual([clause, true]);
  }
  const r3 = await clauseFor('郑涛', 'R3');
  expect(r3.source.words).toContain('应在2小时内赶到现场，24小时内修理');
  expect(r3.rows.map((row) => [row.text, row.figure])).toEqual(
    expect.arrayContaining([
      ['急修：上门', '2 小时'],
      ['一般维修：修好', '72 小时'],
    ]),
  );
});

test('the list and a clause stay small', async () => {
  expect((await (await s.fetch('郑涛', '/manual')).text()).length).toBeLessThan(30_000);
  for (const clause of CLAUSES_TOLD) expect((await (await s.fetch('郑涛', `/manual/${clause}`)).text()).length).toBeLessThan(24_000);
});

test('the estate’s own figure is the one shown, since its day, with the company’s beside it; another estate keeps its own', async () => {
  await sets('ZB', 'warnAtPercent', 70, '2026-01-10T00:00:00Z');
  await sets('WT', 'warnAtPercent', 60, '2026-02-01T00:00:00Z');
  const shown = async (name: string, asked: { officeId?: string; on?: string } = {}) => {
    const { rows, words } = await clauseFor(name, 'Z18', asked);
    const row = rows.find((one) => one.text === '用掉多少时间时提醒');
    return [row?.figure, row?.set?.by, row?.since, row?.set?.company, /用掉 (\d+)%/.exec(words)?.[1]];
  };
  expect(await shown('郑涛')).toEqual(['60%', 'estate', '2026-02-01', '70%', '60']);
  expect(await shown('谢军')).toEqual(['70%', 'company', '2026-01-10', null, '70']);
  expect(await shown('吴桐')).toEqual(['70%', 'company', '2026-01-10', null, '70']);
  expect(await shown('吴桐', { officeId: await s.officeId('WT') })).toEqual(['60%', 'estate', '2026-02-01', '70%', '60']);
  expect(await shown('郑涛', { on: '2026-01-15' })).toEqual(['70%', 'company', '2026-01-10', null, '70']);
  expect(await shown('郑涛', { on: '2026-01-09' })).toEqual(['75%', 'product', null, null, '75']);
});

test('what is set for a later day is announced, and shows on its day, not before', async () => {
  await sets('WT', 'urgentDispatchMinutes', 10, '2026-03-10T01:00:00Z');
  const dispatch = async (on?: string) => (await clauseFor('郑涛', 'R8', on ? { on } : {})).rows.find((row) => row.text.endsWith('：派人'))?.figure;
  expect([await dispatch(), await dispatch('2026-03-09'), await dispatch('2026-03-10')]).toEqual(['15 分钟', '15 分钟', '10 分钟']);
  const { rows } = await clauseFor('郑涛', 'Z18');
  expect(rows.find((row) => row.text === '急修派人时限')?.next).toEqual({ from: '2026-03-10', figure: '10 分钟' });
  s.at('2026-03-10 08:59');
  expect(await dispatch()).toBe('15 分钟');
  s.at('2026-03-10 09:00');
  expect(await dispatch()).toBe('10 分钟');
  s.at('2026-03-02 09:00');
});

test('a day before the manual, a day that is none, a clause nobody runs: refused by name', async () => {
  expect(await codeOf(await s.fetch('郑涛', '/manual?on=2025-12-31'))).toEqual([422, 'request/invalid']);
  expect(await codeOf(await s.fetch('郑涛', '/manual?on=2026-02-30'))).toEqual([422, 'request/invalid']);
  expect(await codeOf(await s.fetch('郑涛', '/manual?on=2101-01-01'))).toEqual([422, 'request/invalid']);
  expect(await codeOf(await s.fetch('郑涛', '/manual/S99'))).toEqual([404, 'seen/not-found']);
  expect(await codeOf(await s.fetch('郑涛', '/manual/toString'))).toEqual([422, 'request/invalid']);
  expect(s.world.reports).toEqual([]);
});
