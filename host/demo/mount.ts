import { sql } from 'drizzle-orm';
import type { Hono } from 'hono';
import { mount } from '../../api/app.ts';
import { lookAfter } from '../../api/caretaking.ts';
import type { House } from '../../api/context.ts';
import { nextLookOf } from '../../api/ledger/sweep.ts';
import { PEOPLE } from '../../db/seeds/company.ts';
import { DEMO_API } from '../../shared/contract/demo.ts';
import { Problem } from '../../shared/kernel/problem.ts';
import type { DemoClock } from './clock.ts';

const GROUPS = [
  { label: '住户', has: (letters: string | undefined) => letters === undefined },
  { label: '梧桐里的同事', has: (letters: string | undefined) => letters === 'WT' },
  { label: '海棠湾的同事（由主管派人）', has: (letters: string | undefined) => letters === 'HT' },
  { label: '公司总部', has: (letters: string | undefined) => letters === 'ZB' },
];

async function demoPeople(house: House) {
  const ids = new Map((await house.db.execute<{ id: string; name: string }>(sql`select id, name from people`)).map((row) => [row.name, row.id]));
  return {
    groups: GROUPS.map((group) => ({
      label: group.label,
      people: PEOPLE.filter((person) => group.has(person.roles?.[0]?.[0]) && ids.has(person.name)).map(({ name, what }) => ({
        id: ids.get(name)!,
        name,
        what,
      })),
    })),
  };
}

async function demoSignIn(house: House, input: { personId: string }) {
  const [known] = await house.db.execute(sql`select 1 from people where id = ${input.personId}`);
  if (!known) throw new Problem('seen/not-found');
  return { token: await house.tokens.sign(input.personId) };
}

/**
 * Seeded people's sign-in and a clock that can be moved. Never imported from `api/`.
 * @throws Error with a DATABASE_URL, in production, or on an address others can reach
 */
export function mountDemo(app: Hono, house: House, clock: DemoClock, environment: Record<string, string | undefined>, address: string): void {
  if (environment.DATABASE_URL || environment.NODE_ENV === 'production' || address !== '127.0.0.1')
    throw new Error('the demo runs only on its own database, on this machine, and never in production');
  const demoClock = async (_: House, input: { minutes: number }) => {
    const until = new Date(clock.now().getTime() + input.minutes * 60_000);
    for (let at = await nextLookOf(house); at && at < until; ) {
      clock.moveTo(at);
      await lookAfter(house);
      const next = await nextLookOf(house);
      at = next && next > at ? next : null;
    }
    clock.moveTo(until);
    await lookAfter(house);
    return { now: clock.now().toISOString() };
  };
  mount(app, house, DEMO_API, { demoPeople, demoSignIn, demoClock });
}
