import { expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { idsBy } from '../../api/context.ts';
import { homesOf, OFFICES, PEOPLE } from '../../db/seeds/company.ts';
import { monthOfRepairs } from '../../db/seeds/month.ts';
import { playMonth } from '../../host/demo/month.ts';
import { ROLES, type Role } from '../../shared/kernel/people.ts';
import { shanghaiTime } from '../../shared/kernel/time.ts';
import { expectReplayed } from '../support/replay.ts';
import { openWorld } from '../support/world.ts';

test('somebody named holds every role of the glossary, and each estate has three hundred homes', () => {
  const held = new Set(PEOPLE.flatMap((person) => (person.roles ?? []).map(([, role]) => role)));
  expect((Object.keys(ROLES) as Role[]).filter((role) => !held.has(role))).toEqual([]);
  for (const office of OFFICES.filter((one) => one.kind === 'estate')) expect(homesOf(office)).toHaveLength(300);
  const labels = new Set(OFFICES.flatMap((office) => homesOf(office).map((home) => `${office.letters} ${home.label}`)));
  const lived = PEOPLE.flatMap((person) => (person.homes ?? []).map(([letters, label]) => `${letters} ${label}`));
  expect(lived.filter((home) => !labels.has(home))).toEqual([]);
});

test('the month is the same every time', () => {
  const people = { residents: [{ name: '王秀兰', home: ['WT', '3栋2单元502'] as ['WT', string] }], technicians: { WT: ['赵建国'], HT: ['冯刚'] } };
  expect(monthOfRepairs(people)).toEqual(monthOfRepairs(people));
});

test('it holds a hundred and twenty repairs, eight late, three reopened, played through the real commands', async () => {
  const world = await openWorld();
  try {
    const until = shanghaiTime('2026-11-21 10:00');
    const hand = { now: new Date(until.getTime() - 31 * 24 * 3_600_000) };
    const clock = () => hand.now;
    const house = { ...world.house, clock, newId: idsBy(clock), later: () => {} };
    const people = new Map((await house.db.execute<{ id: string; name: string }>(sql`select id, name from people`)).map((row) => [row.name, row.id]));
    const homes = new Map(
      (
        await house.db.execute<{ id: string; name: string }>(
          sql`select h.id, o.letters || ' ' || h.label as name from homes h join offices o on o.id = h.office_id`,
        )
      ).map((row) => [row.name, row.id]),
    );
    await playMonth(house, hand, { people, homes, offices: new Map() }, until, () => {});
    const late = sql`select count(distinct subject)::int as n from promises where coalesce(kept_at, withdrawn_at, ${until.toISOString()}) > due_by`;
    const count = async (query: ReturnType<typeof sql>) => (await house.db.execute<{ n: number }>(query))[0]!.n;
    expect(await count(sql`select count(*)::int as n from tickets`)).toBe(120);
    expect(await count(late)).toBe(8);
    expect(await count(sql`select count(*)::int as n from tickets where round > 1`)).toBe(3);
    expect(await expectReplayed({ ...world, house, now: clock })).toBe(120);
    expect(world.reports).toEqual([]);
  } finally {
    await world.close();
  }
}, 300_000);
