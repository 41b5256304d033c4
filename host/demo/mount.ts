import { sql } from 'drizzle-orm';
import { Hono } from 'hono';
import { mount } from '../../api/app.ts';
import { lookAfter } from '../../api/caretaking.ts';
import { setUp } from '../../api/company/set-up.ts';
import type { House } from '../../api/context.ts';
import { answerRefusal } from '../../api/http/answer.ts';
import { nextLookOf } from '../../api/ledger/sweep.ts';
import type { WeChat } from '../../api/wechat/wechat.ts';
import { isEmpty } from '../../db/queries/company.ts';
import { PEOPLE } from '../../db/seeds/company.ts';
import { DEMO_API } from '../../shared/contract/demo.ts';
import { signInRoutes } from '../../shared/contract/sign-in.ts';
import { sayPost } from '../../shared/kernel/people.ts';
import { Problem } from '../../shared/kernel/problem.ts';
import type { DemoClock } from './clock.ts';

const WHAT = new Map(PEOPLE.map(({ name, what }) => [name, what]));
/** So many residents are offered: an estate has hundreds. */
const MOST_RESIDENTS = 40;

interface PersonRow extends Record<string, unknown> {
  id: string;
  name: string;
  office: string | null;
  kind: string | null;
  role: string;
  department: string | null;
  home: string | null;
}

const groupOf = ({ office, kind }: PersonRow) => (office === null ? '住户' : kind === 'head_office' ? '公司总部' : `${office}的同事`);

/** Whoever lives and works here now, as the database has them: the seeded, and whoever was appointed or moved in since. */
async function demoPeople(house: House) {
  const at = house.clock().toISOString();
  const now = (table: string) => sql.raw(`${table}.from_at <= '${at}' and (${table}.until_at is null or ${table}.until_at > '${at}')`);
  const rows = await house.db.execute<PersonRow>(sql`
    select p.id, p.name, o.name as office, o.kind, coalesce(a.role, '') as role, a.department, h.label as home from people p
      left join lateral (select * from appointments a where a.person_id = p.id and ${now('a')} order by a.from_at, a.id limit 1) a on true
      left join offices o on o.id = a.office_id
      left join lateral (select * from residences r where r.person_id = p.id and ${now('r')} order by r.from_at, r.id limit 1) r on true
      left join homes h on h.office_id = r.office_id and h.id = r.home_id
    where p.name <> '' and (a.id is not null or r.id is not null) order by o.kind desc, o.letters desc, p.id`);
  const seeded = rows.filter(({ name }) => WHAT.has(name));
  const residents = rows.filter(({ name, office }) => !WHAT.has(name) && office === null).slice(0, MOST_RESIDENTS);
  const shown = [...seeded, ...rows.filter(({ name, office }) => !WHAT.has(name) && office !== null), ...residents];
  const labels = [...new Set(['住户', ...shown.map(groupOf)])];
  const sayWhat = ({ name, role, department, home }: PersonRow) => WHAT.get(name) ?? (role ? sayPost(role, department) : `住在${home}`);
  return {
    isNew: await isEmpty(house.db),
    groups: labels.flatMap((label) => {
      const people = shown.filter((row) => groupOf(row) === label).map((row) => ({ id: row.id, name: row.name, what: sayWhat(row) }));
      return people.length > 0 ? [{ label, people }] : [];
    }),
  };
}

/** WeChat, played for whoever has no WeChat here: whatever number was typed is vouched for. Nothing else of it is asked. */
const PLAYED_CODE = 'demo:';
const playedWechat = {
  phoneNumber: async (code: string) => code.slice(PLAYED_CODE.length),
} as WeChat;

async function demoPass(house: House, { phone }: { phone: string }) {
  return { pass: await house.passes.sign({ kind: 'stranger', openid: `demo-${phone}` }), code: `${PLAYED_CODE}${phone}` };
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
  const doors = new Hono();
  doors.onError((error) => answerRefusal(house, error));
  mount(doors, house, DEMO_API, { demoPeople, demoSignIn, demoPass, demoClock });
  // Before the doors of the house, which ask WeChat itself.
  mount(doors, { ...house, wechat: playedWechat }, { setUp: signInRoutes.setUp }, { setUp });
  app.route('/', doors);
}
