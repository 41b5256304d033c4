// A company of two hundred estates with a past, made inside Postgres: the same newest thousand tickets whatever lies below them.
import postgres from 'postgres';
import { openNumbers } from '../../api/identity/numbers.ts';
import { SECRETS } from '../support/world.ts';
import { fillPapers, PAPER_TABLES } from './fill-papers.ts';
import {
  BETWEEN_TICKETS_MS,
  BORN,
  COMPLAINTS_OFFICER,
  HEAD_OFFICE,
  HOMES,
  idOf,
  KIND,
  NOW,
  OCCUPANTS,
  OFFICES,
  officeId,
  personId,
  QUALITY,
  STAFF,
  TECHNICIANS,
} from './ids.ts';

/** One in so many tickets is recent; half of those are open. */
const RECENT = 25;

/** Among the first estate's hundred newest so many are complaints: two of ten from the twentieth on; elsewhere one in twenty. */
const IS_COMPLAINT = '(core and m > 20 and m % 10 in (1, 2) or not core and bench.pick(k, 11, 20) = 0)';

export interface Fill {
  tickets: number;
  /** `few`: two in a hundred are open, as in life. `all`: every ticket has two open promises (for the sweep). */
  open: 'few' | 'all';
  /** How many promises want to be looked at now. */
  due: number;
}

type Sql = postgres.Sql;

/** Staff with sealed numbers, residents, homes, offices. */
async function fillPeople(sql: Sql): Promise<void> {
  const numbers = openNumbers(SECRETS.NUMBER_KEY, SECRETS.NUMBER_INDEX_KEY);
  const people: object[] = [];
  const appointments: object[] = [];
  const appoint = (office: number, who: number, name: string, role: string, department: string | null) => {
    const id = personId(office, who);
    const sealed = numbers.seal(`139${String(office * 1000 + who).padStart(8, '0')}`, id);
    people.push({ id, name, phone_cipher: sealed.phoneCipher, phone_index: sealed.phoneIndex, phone_last4: sealed.phoneLast4 });
    appointments.push({
      id: idOf(BORN, 'appointment', office * 1000 + who),
      office_id: officeId(office),
      person_id: id,
      role,
      department,
      scope: office === HEAD_OFFICE ? 'all' : null,
      trades: [],
      from_at: new Date(BORN),
    });
  };
  for (let office = 0; office < OFFICES; office += 1) {
    appoint(office, STAFF.agent, `客服${office}`, 'agent', 'serviceCentre');
    appoint(office, STAFF.livingAgent, `住在这里的客服${office}`, 'agent', 'serviceCentre');
    appoint(office, STAFF.director, `主任${office}`, 'director', null);
    appoint(office, STAFF.supervisor, `工程主管${office}`, 'engineeringSupervisor', 'engineering');
    appoint(office, STAFF.desk, `服务中心负责人${office}`, 'departmentHead', 'serviceCentre');
    for (let n = 0; n < TECHNICIANS; n += 1) appoint(office, STAFF.technician + n, `师傅${office}-${n}`, 'technician', 'engineering');
  }
  appoint(HEAD_OFFICE, QUALITY, '品质甲', 'quality', 'quality');
  appoint(HEAD_OFFICE, QUALITY + 1, '品质乙', 'quality', 'quality');
  appoint(HEAD_OFFICE, QUALITY + 2, '公司领导', 'leadership', 'office');
  appoint(HEAD_OFFICE, COMPLAINTS_OFFICER, '客诉专员', 'complaintsOfficer', 'quality');

  await sql.unsafe(`
    insert into offices (id, kind, name, letters, hotline, opens_at_minute, closes_at_minute, occupied_since, commission_based, single_client)
    select bench.id(${BORN}, ${KIND.office}, o), case when o = ${HEAD_OFFICE} then 'head_office' else 'estate' end, '小区' || o, 'E' || o, '0571-0000 ' || o, 480, 1200, '2016-01-04', false, false
      from generate_series(0, ${HEAD_OFFICE}) o;
    insert into homes (id, office_id, building, unit, room, label, key_customer)
    select bench.id(${BORN}, ${KIND.home}, o * 1000 + h), bench.id(${BORN}, ${KIND.office}, o), h / 60 + 1, h / 20 % 3 + 1, (h % 20 / 2 + 1) || '0' || (h % 2 + 1),
      (h / 60 + 1) || '栋' || (h / 20 % 3 + 1) || '单元' || (h % 20 / 2 + 1) || '0' || (h % 2 + 1), false
      from generate_series(0, ${OFFICES - 1}) o, generate_series(0, ${HOMES - 1}) h;
    insert into people (id, name, phone_last4)
    select bench.id(${BORN}, ${KIND.person}, o * 1000 + p), '住户' || o || '-' || p, lpad((p * 37 % 10000)::text, 4, '0')
      from generate_series(0, ${OFFICES - 1}) o, generate_series(0, ${HOMES + OCCUPANTS - 1}) p;
    insert into residences (id, office_id, home_id, person_id, "as", from_at)
    select bench.id(${BORN}, ${KIND.residence}, o * 1000 + p), bench.id(${BORN}, ${KIND.office}, o),
      bench.id(${BORN}, ${KIND.home}, o * 1000 + case when p < ${HOMES} then p when p = ${STAFF.livingAgent} then 1 else (p - ${HOMES}) * 3 end),
      bench.id(${BORN}, ${KIND.person}, o * 1000 + p), case when p < ${HOMES} then 'owner' else 'occupant' end, '2016-01-04'
      from generate_series(0, ${OFFICES - 1}) o, (select generate_series(0, ${HOMES + OCCUPANTS - 1}) union all select ${STAFF.livingAgent}) as one(p)
      -- The second home of each estate belongs to the agent who lives there.
      where not p = 1;
    insert into settings (id, office_id, key, value, from_at, set_at)
    select bench.id(${BORN}, ${KIND.residence}, 900000 + o), bench.id(${BORN}, ${KIND.office}, o), 'warnAtPercent', '70', '2016-01-04', '2016-01-04' from generate_series(0, ${OFFICES - 1}, 10) o;`);
  await sql`insert into people select * from jsonb_populate_recordset(null::people, ${sql.json(people as never)})`;
  await sql`insert into appointments select * from jsonb_populate_recordset(null::appointments, ${sql.json(appointments as never)})`;
}

/** One narrow row a ticket: who, where, when and how far; every table is made from it. */
async function seedTickets(sql: Sql, fill: Fill): Promise<void> {
  const n = fill.tickets;
  await sql.unsafe(`
    create unlogged table bench.seed as
    with numbered as (select i, ${n} - i + 1 as k, (${n} - i + 1) / 10 as m, (${n} - i + 1) <= 1000 and (${n} - i + 1) % 10 = 0 as core,
        -- What is open was reported lately, but for a few that nobody closed for years.
        ${n} - i + 1 <= 1000 and (${n} - i + 1) % 2 = 1 or ${n} - i + 1 <= ${Math.floor(n / RECENT)} and bench.pick(${n} - i + 1, 4, 2) = 0 or bench.pick(${n} - i + 1, 4, 5000) = 0 as is_open
      from generate_series(1, ${n}) i),
    placed as (
      select i, k, m, core, ${NOW.getTime()}::bigint - k::bigint * ${BETWEEN_TICKETS_MS} as ms,
        case when core then 0 when k <= 1000 then 1 + bench.pick(k, 1, ${OFFICES - 1}) else bench.pick(k, 1, ${OFFICES}) end as office,
        case when core then case when m <= 12 then 0 when m <= 20 then 1 else 2 + m / 2 end else 60 + bench.pick(k, 2, ${HOMES - 60}) end as home,
        case when core then 0 else 1 + bench.pick(k, 3, ${TECHNICIANS - 1}) end as tech,
        ${fill.open === 'few' ? IS_COMPLAINT : 'false'} as is_complaint,
        case when core then m % 20 in (1, 2) else bench.pick(k, 12, 4) = 0 end as left_office,
        case when core then m in (51, 52, 91, 92) else bench.pick(k, 13, 20) = 0 end as of_director,
        case when core then m % 30 in (1, 2) else bench.pick(k, 13, 20) = 1 end as of_technician,
        case when ${fill.open === 'all'} then 'dispatched'
          when core and m % 2 = 1 then (array['finished', 'received', 'finished', 'dispatched', 'finished', 'on_site', 'finished', 'dispatched'])[(m - 1) / 2 % 8 + 1]
          when core then 'closed'
          -- Nobody leaves for a day undispatched what is due.
          when is_open and bench.pick(k, 8, 7 * 86400) < 86400 then 'dispatched'
          when is_open then (array['received', 'dispatched', 'on_site', 'dispatched', 'finished'])[bench.pick(k, 5, 5) + 1]
          else 'closed' end as status,
        not core and bench.pick(k, 6, 10) = 0 as in_public,
        bench.pick(k, 7, 5) = 0 as is_urgent
      from numbered),
    -- Nobody is sent to what is complained of.
    said as (select i, k, m, core, ms, office, home, tech, is_complaint, left_office, of_director, of_technician, in_public and not is_complaint as in_public, is_urgent and not is_complaint as is_urgent,
      case when is_complaint and status in ('dispatched', 'on_site') then 'received' else status end as status from placed)
    select p.*, office * 1000 + case when home = 1 then ${STAFF.livingAgent} else home end as reporter,
      array_position(array['received', 'dispatched', 'on_site', 'finished', 'closed'], status) as stage,
      bench.id(${BORN}, ${KIND.office}, office) as office_id, bench.id(ms, ${KIND.ticket}, i) as id,
      ${
        fill.open === 'all'
          ? `case when i % ${Math.max(1, Math.floor(n / Math.max(1, fill.due)))} = 0 and i <= ${fill.due * Math.max(1, Math.floor(n / Math.max(1, fill.due)))}
               then ${NOW.getTime() - 60_000} else ${NOW.getTime() + 86_400_000}::bigint + bench.pick(k, 8, 400) * 1000000 end`
          : `${NOW.getTime() - 2 * 86_400_000}::bigint + bench.pick(k, 8, 7 * 86400) * 1000`
      } as due_ms
    from said p order by i;
    analyze bench.seed;`);
}

const LADDER = JSON.stringify([
  { step: 'warned', after: 'start', percent: 75 },
  { step: 'missed', after: 'due', percent: 0 },
  { step: 'told_director', after: 'due', percent: 25 },
  { step: 'told_quality', after: 'due', percent: 100 },
]);
const at = (ms: string) => `bench.at(${ms})`;
const person = (who: string) => `bench.id(${BORN}, ${KIND.person}, ${who})`;
const tech = person(`s.office * 1000 + ${STAFF.technician} + s.tech`);
const agent = person(`s.office * 1000 + ${STAFF.agent}`);
const event = (seq: string | number) => `bench.id(s.ms + (${seq} - 1) * 3600000, ${KIND.event}, s.i * 16 + ${seq})`;
const NOW_MS = NOW.getTime();
/** What a complaint has that no other kind has: whom it is against and whether it has left the office (C3). */
const COMPLAINT = `jsonb_build_object('urgency', 'general', 'category', (array['environment', 'security', 'unsorted'])[bench.pick(s.k, 14, 3) + 1], 'onlyMine', true, 'keyCustomer', false, 'complaint', jsonb_build_object(
  'door', 'office', 'author', ${person('s.reporter')}, 'level', case when s.left_office then 'quality' else 'office' end, 'why', 'level', 'custody', case when s.left_office then 'company' else 'office' end, 'against', '[]'::jsonb,
  'accused', case when s.of_director then jsonb_build_array(${person(`s.office * 1000 + ${STAFF.director}`)}) when s.of_technician then jsonb_build_array(${tech}) else '[]'::jsonb end,
  'letIn', '[]'::jsonb, 'compensation', false, 'danger', false, 'media', false, 'saidMajor', false, 'unsolved', false, 'handedUp', false, 'plan', '[]'::jsonb, 'committee', null))`;
/** What each is about: 漏水 in two of five. */
const SAID = `(array['厨房水管漏水了', '入户门锁打不开', '客厅突然没有电', '卫生间墙角漏水', '阳台窗户关不上'])[bench.pick(s.k, 9, 5) + 1]`;
/** What happened in the round, as far as each ticket came. */
const MARKS = `jsonb_strip_nulls(case when s.is_complaint then jsonb_build_object('formally_replied', case when s.stage > 3 then ${at('s.ms + 14400000')} end, 'confirmed', case when s.stage > 4 then ${at('s.ms + 18000000')} end) else jsonb_build_object(
  'dispatched', case when s.stage > 1 then ${at('s.ms + 3600000')} end, 'accepted', case when s.stage > 2 then ${at('s.ms + 7200000')} end,
  'arrived', case when s.stage > 2 then ${at('s.ms + 10800000')} end, 'finished', case when s.stage > 3 then ${at('s.ms + 14400000')} end,
  'confirmed', case when s.stage > 4 then ${at('s.ms + 18000000')} end) end)`;

/** A statement a table, each reading only the seeds. */
const TABLES: Record<string, string> = {
  tickets: `
    insert into tickets (id, office_id, number, reporter_id, home_id, first_contact_id, kind, status, facts, place, round,
      assignee_id, former_assignee_id, received_at, round_began_at, happened, first_happened, next_due_by, version)
    select s.id, s.office_id, 'E' || s.office || '-BX-' || s.i, ${person('s.reporter')}, bench.id(${BORN}, ${KIND.home}, s.office * 1000 + s.home), bench.id(s.ms, ${KIND.contact}, s.i * 16),
      case when s.is_complaint then 'complaint' else 'repair' end, s.status, case when s.is_complaint then ${COMPLAINT} else jsonb_build_object('urgency', case when s.is_urgent then 'urgent' else 'general' end, 'category', case when s.is_urgent then 'burst_pipe' else 'doors' end, 'danger', false, 'supervised', false) end,
      case when s.in_public then 'public' else 'home' end, 1,
      case when s.stage > 1 and not s.is_complaint then ${tech} end, null, ${at('s.ms')}, ${at('s.ms')},
      ${MARKS}, ${MARKS}, case when s.stage < 4 then ${at('s.due_ms')} end, least(s.stage + 1, 6)
    from bench.seed s`,
  contacts: `
    insert into contacts (id, office_id, ticket_id, round, event_id, at, recorded_at, channel, kind, direction, audience, place, author_id, participants, body)
    select bench.id(s.ms + c * 3600000, ${KIND.contact}, s.i * 16 + c), s.office_id, s.id, 1, ${event('c + 1')}, ${at('s.ms + c * 3600000')}, ${at('s.ms + c * 3600000')}, 'mini_program', 'message',
      case c when 0 then 'in' else 'out' end, 'followers', '3栋2单元' || (100 + s.home), case c when 0 then ${person('s.reporter')} else ${agent} end, '{}',
      case c when 0 then ${SAID} || '，麻烦尽快派师傅来看看，白天家里都有人。' || s.i else '您好，已经收到，师傅今天下午会先打电话再上门。' || s.i end
    from bench.seed s, generate_series(0, 1) c where c < s.stage`,
  search_terms: `
    insert into search_terms (office_id, term, ticket_id)
    select s.office_id, t.term, s.id from bench.seed s cross join lateral (
      select '#E' || s.office || '-BX-' || s.i as term union all select '@' || (100 + s.home)
      union select substr(${SAID}, c, 2) from generate_series(1, 6) c) t`,
  events: `
    insert into events (id, office_id, subject, subject_kind, seq, did, at, recorded_at, by_id, facts)
    select ${event('e')}, s.office_id, s.id, 'ticket', e, (case when s.is_complaint then array['received', null, null, null, 'formally_replied', 'confirmed'] else array['received', 'dispatched', 'accepted', 'arrived', 'finished', 'confirmed'] end)[e],
      ${at('s.ms + (e - 1) * 3600000')}, ${at('s.ms + (e - 1) * 3600000')}, case e when 1 then ${person('s.reporter')} when 2 then ${agent} when 6 then ${person('s.reporter')} else ${tech} end,
      case e when 1 then case when s.is_complaint then jsonb_build_object('kind', 'complaint', 'place', 'home') || ${COMPLAINT} else jsonb_build_object('kind', 'repair', 'urgency', case when s.is_urgent then 'urgent' else 'general' end, 'category', case when s.is_urgent then 'burst_pipe' else 'doors' end, 'place', 'home', 'homeId', s.home) end
        when 2 then jsonb_build_object('assignee', ${tech}) when 6 then '{"opinion": "satisfied"}'::jsonb else '{}'::jsonb end
    from bench.seed s, generate_series(1, 6) e where e <= (array[1, 2, 4, 5, 6])[s.stage] and not (s.is_complaint and e between 2 and 4)`,
  promises: `
    insert into promises (office_id, subject, subject_kind, what, round, opened_by, rule, clause, rule_since, allowance, ladder, owed_by_role, owed_by, owed_to,
      started_at, made_at, first_due_by, due_by, kept_at, kept_by, next_look_at)
    select s.office_id, s.id, 'ticket', w.what, 1, ${event(1)}, w.rule, w.clause, '2026-01-01', w.allowance, '${LADDER}', w.role, case when w.role = 'assignee' and s.stage > 1 then ${tech} end, w.owed_to,
      ${at('b.began')}, ${at('b.began')}, ${at('b.due')}, ${at('b.due')}, case when s.stage >= w.kept then ${at('s.ms + (w.kept - 1) * 3600000')} end, case when s.stage >= w.kept then ${tech} end,
      case when s.stage < w.kept then ${at(`case when b.due < ${NOW_MS} then case when w.what = 'on_site' then b.due else ${NOW_MS + 90_000_000} end else ${NOW_MS + 3_600_000} + (b.due - ${NOW_MS}) / 2 end`)} end
    from bench.seed s,
      (values ('formal_reply', 'formal_reply', 'C5', '3 天', 'handler', 'residents', 4), ('dispatched', 'dispatched', 'R8', '15 分钟', 'agent', 'company', 2), ('on_site', 'on_site urgent', 'R3', '2 小时', 'assignee', 'residents', 3), ('repaired', 'repaired general', 'R3', '72 小时', 'assignee', 'residents', 4)) as w(what, rule, clause, allowance, role, owed_to, kept),
      lateral (select case when s.stage < w.kept then ${NOW_MS - 3_600_000} else s.ms end as began,
        case when s.stage >= w.kept then s.ms + 259200000 when w.what = 'repaired' then greatest(s.due_ms, ${NOW_MS}) + 90000000 else s.due_ms end as due) b
    where s.is_complaint = (w.what = 'formal_reply')`,
  promise_steps: `
    insert into promise_steps (office_id, subject, what, round, opened_by, step, event_id, at)
    select s.office_id, s.id, 'repaired', 1, ${event(1)}, 'warned', ${event(4)}, ${at('s.ms + 10800000')} from bench.seed s where s.stage > 3 and not s.is_complaint and bench.pick(s.k, 9, 20) = 0
    union all
    -- What is due now was warned of before.
    select s.office_id, s.id, 'on_site', 1, ${event(1)}, 'warned', ${event(2)}, ${at('s.ms + 3600000')} from bench.seed s where s.stage < 3 and not s.is_complaint and s.due_ms < ${NOW_MS}`,
  promise_terms: `
    insert into promise_terms (office_id, subject, what, round, opened_by, event_id, due_by, agreed_at, agreed_with, channel)
    select s.office_id, s.id, 'repaired', 1, ${event(1)}, ${event(3)}, ${at('s.ms + 259200000')}, ${at('s.ms + 7200000')}, ${person('s.reporter')}, 'phone' from bench.seed s where s.stage > 3 and not s.is_complaint and bench.pick(s.k, 10, 50) = 0`,
  followers: `
    insert into followers (office_id, ticket_id, person_id, via, own_ticket, from_at) select s.office_id, s.id, ${person('s.reporter')}, 'reported', s.id, ${at('s.ms')} from bench.seed s`,
  assignments: `
    insert into assignments (office_id, ticket_id, event_id, person_id, from_at) select s.office_id, s.id, ${event(2)}, ${tech}, ${at('s.ms + 3600000')} from bench.seed s where s.stage > 1 and not s.is_complaint`,
  photos: `
    insert into photos (id, office_id, ticket_id, round, purpose, uploaded_by, type, bytes, storage_key, created_at, finalised_at)
    select bench.id(s.ms + 14400000, 10, s.i), s.office_id, s.id, 1, 'result', ${tech}, 'image/jpeg', 200000, s.id || '/' || s.i, ${at('s.ms + 14400000')}, ${at('s.ms + 14400000')} from bench.seed s where s.stage > 3 and not s.is_complaint`,
  inbox: `
    insert into inbox (id, office_id, person_id, subject, subject_kind, event_id, did, facts, at, read_at)
    select bench.id(s.ms + l * 60000, ${KIND.inbox}, s.i * 16 + l), s.office_id, case l when 0 then ${agent} when 1 then ${person('s.reporter')} when 2 then ${tech} else ${person(String(HEAD_OFFICE * 1000 + QUALITY))} end,
      s.id, 'ticket', ${event('least(l, 1) + 1')}, case l when 0 then 'received' else 'dispatched' end, '{}', ${at('s.ms + l * 60000')}, case when s.k > 1000 and l < 3 then ${at('s.ms + 3600000')} end
    from bench.seed s, generate_series(0, 3) l where case l when 0 then true when 3 then s.k <= 1000 or s.i % 50 = 0 else s.stage > 1 and not s.is_complaint end`,
};

/** Which tables may be made at the same time, two by two: the heavy ones apart. */
const LANES: readonly (readonly string[])[] = [
  ['tickets', 'promises', 'followers', 'assignments', 'photos', 'promise_steps', 'promise_terms'],
  ['events', 'contacts', 'inbox', 'search_terms'],
];

/**
 * Fills a migrated, empty database and leaves it vacuumed and analysed. Minutes for a million tickets.
 * @param adminUrl the superuser's, on that database: foreign keys are not checked while filling
 */
export async function fillDatabase(adminUrl: string, fill: Fill): Promise<void> {
  const sql = postgres(adminUrl, {
    max: 3,
    onnotice: () => {},
    connection: { session_replication_role: 'replica', synchronous_commit: 'off', maintenance_work_mem: '256MB' } as never,
  });
  try {
    await sql.unsafe(`
      drop schema if exists bench cascade;
      create schema bench;
      create function bench.id(ms bigint, kind int, n bigint) returns uuid language sql immutable parallel safe as
        $$ select (lpad(to_hex(ms), 12, '0') || '7' || lpad(to_hex(kind), 3, '0') || '8000' || lpad(to_hex(n), 12, '0'))::uuid $$;
      create function bench.at(ms bigint) returns timestamptz language sql immutable parallel safe as $$ select to_timestamp(ms / 1000) $$;
      create function bench.pick(i bigint, salt int, n int) returns int language sql immutable parallel safe as
        $$ select ((hashint8extended(i, salt) & 9223372036854775807) % n)::int $$;`);
    const timed = async (what: string, statement: string) => {
      const began = performance.now();
      await sql.unsafe(statement);
      if (process.env.HUIYIN_BENCH_TIMES) console.log(`    ${what} ${((performance.now() - began) / 1000).toFixed(1)} s`);
    };
    await fillPeople(sql);
    await seedTickets(sql, fill);
    const indexes = await sql<{ name: string; definition: string }[]>`
      select i.indexname as name, i.indexdef as definition from pg_indexes i left join pg_constraint c on c.conname = i.indexname
      where i.schemaname = 'public' and c.oid is null and i.tablename = any(${[...Object.keys(TABLES), ...PAPER_TABLES]})`;
    for (const { name } of indexes) await sql.unsafe(`drop index public.${name}`);
    await Promise.all(
      LANES.map(async (lane) => {
        for (const table of lane) await timed(table, TABLES[table]!);
      }),
    );
    if (fill.open === 'few') await fillPapers(fill.tickets, timed);
    const waiting = [...indexes];
    const make = async () => {
      for (let index = waiting.shift(); index; index = waiting.shift()) await timed(index.name, index.definition);
    };
    await Promise.all([make(), make()]);
    await sql.unsafe('drop schema bench cascade');
    await timed('vacuum', 'vacuum (analyze)');
  } finally {
    await sql.end();
  }
}
