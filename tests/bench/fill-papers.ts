// What colleagues owe each other beside the tickets: slips about one in thirty, letters, measures against what came again, rounds of the channels, and what was worth knowing.
import { BETWEEN_TICKETS_MS, HEAD_OFFICE, NOW, OFFICES, officeId, personId, QUALITY, STAFF } from './ids.ts';

/** The tables filled here beside those of the tickets. */
export const PAPER_TABLES = ['errands', 'exchanges'] as const;

const PAPER = 11;
const EVENT = 12;
const CONTACT = 13;
const INBOX = 14;
const ENTRY = 15;
const DAY_MS = 86_400_000;
/** One letter comes to so many tickets, and one thing worth knowing. */
const TICKETS_A_LETTER = 100;
/** So many letters of each estate are the newest at every size: more than a page of it. */
const OPEN_LETTERS = 2;
const CLOSED_LETTERS = 25;
/** So many rounds of each estate's channels are over and the newest at every size, and so many a week lie behind them. */
const NEWEST_ROUNDS = 25;
const ROUNDS_A_WEEK = 5;
const WEEK_MS = 7 * DAY_MS;

/** How often each is late, as so many in a hundred of what is open. */
const LATE = 10;

const officeBase = officeId(0).slice(0, 24);
const personBase = personId(0, 0).slice(0, 24);
const at = (ms: string) => `bench.at(${ms})`;
const office = (o: string) => `('${officeBase}' || lpad(to_hex(${o}), 12, '0'))::uuid`;
const person = (o: string, who: number) => `('${personBase}' || lpad(to_hex((${o}) * 1000 + ${who}), 12, '0'))::uuid`;

/** One row an errand; every table is made from it. A slip lies where its ticket does; what is over was over within two days. */
const papers = (tickets: number) => `
  create unlogged table bench.papers as
  with slips as (
    select s.i as n, s.office, s.ms + 7200000 as ms, 'handover' as kind, s.k <= 1000 and s.status <> 'closed' as is_open, ${person('s.office', STAFF.agent)} as giver, ${person('s.office', STAFF.supervisor)} as holder,
      'engineering' as department, s.id as ticket_id, '{"lead": false, "told": true}'::jsonb as of, 'slip_answered' as what, 'D1' as clause
    from bench.seed s where s.k > 10 and (s.core or s.k % 30 in (0, 7))),
  letters as (
    select ${tickets} + g as n, bench.pick(g, 21, ${OFFICES}) as office, ${NOW.getTime()} - ${DAY_MS} - g::bigint * ${TICKETS_A_LETTER} * ${BETWEEN_TICKETS_MS} as ms, 'letter' as kind, false as is_open
    from generate_series(1, ${Math.floor(tickets / TICKETS_A_LETTER)}) g
    union all select 4 * ${tickets} + o * ${CLOSED_LETTERS} + g, o, ${NOW.getTime()} - ${DAY_MS} - g * 3600000 - o, 'letter', false from generate_series(0, ${OFFICES - 1}) o, generate_series(1, ${CLOSED_LETTERS}) g
    union all select 2 * ${tickets} + o * ${OPEN_LETTERS} + g, o, ${NOW.getTime()} - ${DAY_MS} + g * 60000 + o, 'letter', true from generate_series(0, ${OFFICES - 1}) o, generate_series(0, ${OPEN_LETTERS - 1}) g),
  measures as (
    -- One an estate and month; the one of this month is open.
    select 3 * ${tickets} + m * ${OFFICES} + o as n, o as office, ${NOW.getTime()} - 3600000 - m::bigint * 30 * ${DAY_MS} + o as ms, m from generate_series(0, ${OFFICES - 1}) o, generate_series(0, ${Math.floor((tickets * BETWEEN_TICKETS_MS) / (30 * DAY_MS))}) m),
  rounds as (
    select 5 * ${tickets} + g * ${OFFICES} + o as n, o as office, ${NOW.getTime()} - ${DAY_MS} - (case when g <= ${NEWEST_ROUNDS} then g * 60000::bigint else (g - ${NEWEST_ROUNDS}) * ${WEEK_MS / ROUNDS_A_WEEK}::bigint end) - o as ms
    from generate_series(0, ${OFFICES - 1}) o, generate_series(1, ${NEWEST_ROUNDS + Math.floor((tickets * BETWEEN_TICKETS_MS) / WEEK_MS) * ROUNDS_A_WEEK}) g),
  every_one as (
    select n, office, ms, kind, is_open, giver, holder, department, ticket_id, of, what, clause from slips
    union all select n, office, ms, kind, is_open, ${person('office', STAFF.agent)}, ${person('office', STAFF.director)}, null, null,
      jsonb_build_object('from', 'authority', 'receivedOn', to_char(${at('ms')}, 'YYYY-MM-DD'), 'important', false, 'copies', '[]'::jsonb), 'letter_answered', 'I14' from letters
    union all select n, office, ms, 'action', m = 0, ${person(String(HEAD_OFFICE), QUALITY)}, ${person('office', STAFF.director)}, null, null,
      jsonb_build_object('month', to_char(${at('ms')} at time zone 'Asia/Shanghai', 'YYYY-MM'), 'about', jsonb_build_object('kind', 'repair'), 'checkedBy', 'quality'), 'action_done', 'C9' from measures
    union all select n, office, ms, 'duty', false, ${person('office', STAFF.agent)}, ${person('office', STAFF.agent)}, null, null,
      jsonb_build_object('duty', 'round', 'part', 'suggestion_box', 'from', ${at('ms')}, 'until', ${at(`ms + ${WEEK_MS}`)}, 'catchUp', 'latest', 'by', 'holder', 'items', 0, 'tickets', '[]'::jsonb), 'duty_done', 'I13' from rounds)
  select p.*, ${office('p.office')} as office_id, bench.id(ms, ${PAPER}, n) as id, case when is_open then 'given' else 'closed' end as status,
    case when is_open then case when bench.pick(n, 22, 100) < ${LATE} then ${NOW.getTime() - 3_600_000} else ${NOW.getTime()} + 7200000 + bench.pick(n, 23, 72) * 3600000::bigint end else ms + 2 * ${DAY_MS} end as due_ms
  from every_one p order by n;
  analyze bench.papers`;

/** The words of the closing event of each kind. */
const ENDED = `case p.kind when 'letter' then 'answered' when 'action' then 'verified' when 'duty' then 'done' else 'received_back' end`;
const event = (seq: number) => `bench.id(p.ms + ${seq - 1} * 3600000, ${EVENT}, p.n * 4 + ${seq})`;

const TABLES: Record<string, string> = {
  errands: `
    insert into errands (id, office_id, kind, status, round, given_at, round_began_at, giver_id, holder_id, department, at_head_office, ticket_id, answer_by, promised_by, key, facts, happened, next_due_by, version)
    select p.id, p.office_id, p.kind, p.status, 1, ${at('p.ms')}, ${at('p.ms')}, p.giver, p.holder, p.department, case when p.department is not null then false end, p.ticket_id, ${at('p.due_ms')}, null, null, p.of,
      jsonb_strip_nulls(jsonb_build_object('given', ${at('p.ms')}, ${ENDED}, case when not p.is_open then ${at('p.ms + 3600000')} end)), case when p.is_open then ${at('p.due_ms')} end, case when p.is_open then 1 else 2 end from bench.papers p`,
  events: `
    insert into events (id, office_id, subject, subject_kind, seq, did, at, recorded_at, by_id, facts)
    select ${event(1)}, p.office_id, p.id, 'errand', 1, 'given', ${at('p.ms')}, ${at('p.ms')}, p.giver, jsonb_build_object('kind', p.kind, 'holder', p.holder) from bench.papers p
    union all select ${event(2)}, p.office_id, p.id, 'errand', 2, ${ENDED}, ${at('p.ms + 3600000')}, ${at('p.ms + 3600000')}, p.holder, '{}' from bench.papers p where not p.is_open`,
  contacts: `
    insert into contacts (id, office_id, ticket_id, round, event_id, at, recorded_at, channel, kind, direction, audience, place, author_id, participants, body)
    select bench.id(p.ms, ${CONTACT}, p.n), p.office_id, p.ticket_id, case when p.ticket_id is not null then 1 end, ${event(1)}, ${at('p.ms')}, ${at('p.ms')}, 'mini_program', 'errand', 'internal', 'staff', '', p.giver, '{}', '请看一看，在约好的时间前答复。' || p.n from bench.papers p`,
  promises: `
    insert into promises (office_id, subject, subject_kind, what, round, opened_by, rule, clause, rule_since, allowance, ladder, owed_by_role, owed_by, owed_to, started_at, made_at, first_due_by, due_by, kept_at, kept_by, next_look_at)
    select p.office_id, p.id, 'errand', p.what, 1, ${event(1)}, p.what, p.clause, '2026-01-01', '', '[]', 'assignee', p.holder, 'company', ${at('p.ms')}, ${at('p.ms')}, ${at('p.due_ms')}, ${at('p.due_ms')},
      case when not p.is_open then ${at('p.ms + 3600000')} end, case when not p.is_open then p.holder end, null from bench.papers p`,
  inbox: `
    insert into inbox (id, office_id, person_id, subject, subject_kind, event_id, did, facts, at, read_at)
    select bench.id(p.ms, ${INBOX}, p.n), p.office_id, p.holder, p.id, 'errand', ${event(1)}, 'given', '{}', ${at('p.ms')}, ${at('p.ms + 60000')} from bench.papers p where p.kind <> 'duty'`,
};

/** What was worth knowing: in every third of what stands in an estate's book it came from outside, and stands in the company's. */
const entries = (tickets: number) => `
  insert into exchanges (id, office_id, entry_id, version, kind, outside, received_at, source, title, words, outcome, department, holds_from, at, by_id)
  select id, case when outside then ${office(String(HEAD_OFFICE))} else ${office('o')} end, id, 1, case when outside then 'authority' else 'matter' end, outside, ${at('ms')}, '某处', '有个通知', '内容如下', '', null, null, ${at('ms')}, ${person('o', STAFF.desk)}
  from (select g % 3 = 0 as outside, bench.pick(g, 24, ${OFFICES}) as o, ms, bench.id(ms, ${ENTRY}, g) as id from (
    select g, ${NOW.getTime()} - g::bigint * 3600000 as ms from generate_series(1, ${400 + Math.floor(tickets / TICKETS_A_LETTER)}) g) numbered) x`;

/** Fills them into a database whose tickets' seeds stand. @param timed runs a statement and says how long it took */
export async function fillPapers(tickets: number, timed: (what: string, statement: string) => Promise<void>): Promise<void> {
  await timed('papers', papers(tickets));
  for (const [table, statement] of Object.entries(TABLES)) await timed(`papers: ${table}`, statement);
  await timed('exchanges', entries(tickets));
}
