import { type SQL, sql } from 'drizzle-orm';
import { DEPARTMENTS } from '../../shared/kernel/people.ts';
import type { SettingEntry } from '../../shared/kernel/settings.ts';
import type { RegisterName } from '../../shared/registers/registers.ts';
import { COMPLAINT, REMARKS } from '../../shared/tickets/groups.ts';
import type { Tx } from '../connect.ts';
import { visibleErrands } from './errands.ts';
import { isLastExchange, visibleExchanges } from './exchanges.ts';
import { countedSpendings, missingSpendings } from './facilities.ts';
import { hiddenWords } from './held.ts';
import type { Json } from './json.ts';
import { PAGE } from './page.ts';
import { settingEntriesFrom, settingsOf } from './ticket-files.ts';
import { uuids } from './uuids.ts';
import { directedOffices, isGeneralManager, overseenOffices, overseesCompany, type Viewer } from './viewer.ts';
import { ownTickets, visibleTickets } from './visible.ts';

/** What a register is asked for. */
export interface Asked {
  officeId: string;
  from: Date;
  until: Date;
  /** So many rows at most. */
  limit: number;
}

/** The estates whose registers this viewer may take out: those they oversee; for the company all. */
export async function exportableOffices(tx: Tx, viewer: Viewer): Promise<{ id: string; name: string }[]> {
  const scope = overseesCompany(viewer) ? sql`o.kind = 'estate'` : sql`o.id = any(${uuids(overseenOffices(viewer))})`;
  return tx.execute<{ id: string; name: string }>(sql`select o.id, o.name from offices o where ${scope} order by o.letters`);
}

/** The company, to whoever may take its own registers out; null to everybody else (S11). */
export async function exportableCompany(tx: Tx, viewer: Viewer): Promise<{ id: string; name: string } | null> {
  const [row] = await tx.execute<{ id: string; name: string }>(
    sql`select o.id, o.name from offices o where o.kind = 'head_office' and ${isGeneralManager(viewer)} order by o.letters limit 1`,
  );
  return row ?? null;
}

/** A department as people call it. */
const departmentName = (column: SQL) =>
  sql`case ${column} ${sql.join(
    Object.entries(DEPARTMENTS).map(([code, label]) => sql`when ${code} then ${label}`),
    sql` `,
  )} else '' end`;
const clock = (at: SQL) => sql`coalesce(to_char(${at} at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI'), '')`;
const mark = (did: string) => clock(sql`(t.happened->>${did})::timestamptz`);
const nameOf = (person: SQL) =>
  sql`coalesce((select case when p.name = '' then '（姓名已清除）' else p.name end from people p where p.id = ${person}), '')`;
/** Of which ticket a line is, where that is a complaint or may become one. */
const SAID = sql`case when t.kind in (${sql.join(
  [...COMPLAINT, ...REMARKS].map((kind) => sql`${kind}`),
  sql`, `,
)}) then t.id end as said`;
const within = (at: SQL, { from, until }: Asked) => sql`${at} >= ${from.toISOString()} and ${at} < ${until.toISOString()}`;

/** Words as this viewer may read them: what is held is not read by whose home it is about. */
const readable = (viewer: Viewer, contact: SQL) => sql`case when ${hiddenWords(contact)} and ${ownTickets(viewer)} then '' else ${contact}.body end`;

/** Repairs of one track with what their record sheet asks. */
const repairs = (viewer: Viewer, asked: Asked, place: 'home' | 'public') => sql`
  select ${clock(sql`t.received_at`)} as received_at, t.number, h.label as home, c.place, (select f.name from facilities f where f.office_id = t.office_id and f.id::text = t.facts->>'facility') as facility, ${nameOf(sql`t.reporter_id`)} as reporter,
    (select p.phone_last4 from people p where p.id = t.reporter_id) as phone, t.facts->>'category' as category, ${readable(viewer, sql`c`)} as content,
    t.facts->>'urgency' as urgency, ${nameOf(sql`t.assignee_id`)} as passed_to, ${mark('finished')} as finished_at, t.status as standing
  from tickets t join contacts c on c.office_id = t.office_id and c.id = t.first_contact_id join homes h on h.office_id = t.office_id and h.id = t.home_id
  where t.office_id = ${asked.officeId} and t.kind = 'repair' and t.place = ${place} and ${within(sql`t.received_at`, asked)} and ${visibleTickets(viewer)}
  order by t.received_at, t.id limit ${asked.limit}`;

/** What was said with an event, as this viewer may read it. */
const wordsWith = (viewer: Viewer, event: SQL) => sql`coalesce((
  select ${readable(viewer, sql`w`)} from contacts w where w.office_id = t.office_id and w.ticket_id = t.id and w.event_id = ${event} order by w.id limit 1), '')`;

/** Visits by phone, or that nobody could be reached, with what was answered and what was said. */
const visits = (viewer: Viewer, asked: Asked, which: SQL) => sql`
  select ${SAID}, ${clock(sql`e.at`)} as at, ${clock(sql`n.at`)} as said_at, t.number, f.place as home, ${nameOf(sql`e.by_id`)} as caller, case when e.did = 'visited' and t.kind <> 'repair' then 'survey_visited' else e.did end as visit, coalesce(c.channel, '') as channel,
    e.facts->>'quality' as quality, e.facts->>'attitude' as attitude, e.facts->>'result' as satisfied, coalesce(${readable(viewer, sql`c`)}, '') as content,
    coalesce(c.outcome, '') as outcome, coalesce((select max(r.score)::text from ratings r where r.office_id = t.office_id and r.ticket_id = t.id and r.round = c.round
      and not exists (select 1 from ratings l where l.office_id = r.office_id and l.ticket_id = r.ticket_id and l.round = r.round and l.person_id = r.person_id and l.at > r.at)), '') as score
  from events e join tickets t on t.office_id = e.office_id and t.id = e.subject join contacts f on f.office_id = t.office_id and f.id = t.first_contact_id
    left join contacts c on c.office_id = e.office_id and c.ticket_id = t.id and c.event_id = e.id
    left join lateral (select n.at from events n where n.office_id = e.office_id and n.subject = e.subject and n.did = 'reopened' and n.seq < e.seq order by n.seq desc limit 1) n on true
  where e.office_id = ${asked.officeId} and ${which} and ${within(sql`e.at`, asked)} and ${visibleTickets(viewer)}
  order by e.at, e.id limit ${asked.limit}`;

/** The complaint a corrective measure `t` of one household's figure is shut with, to whoever it is shut to (C3). */
const complaintBehind = sql`case when t.kind = 'action' and t.facts->>'oneHousehold' = 'true' then (select k.id from tickets k
  where k.office_id = t.office_id and k.kind = 'complaint' and k.id = any(array(select one::uuid from jsonb_array_elements_text(t.facts->'behind') one)) order by k.id limit 1) end`;

/** Slips of these kinds: what was asked of which department, by when, and what came of it. */
const slips = (viewer: Viewer, { officeId, ...asked }: Asked, kinds: readonly string[]) => {
  const wordsOf = (event: SQL) =>
    sql`coalesce((select c.body from contacts c where c.event_id = ${event} and c.kind = 'errand' order by c.id limit 1), '')`;
  const last = (did: SQL) =>
    sql`left join lateral (select n.id, n.at, n.by_id, n.facts from events n where n.office_id = t.office_id and n.subject = t.id and n.did in (${did}) order by n.seq desc limit 1)`;
  return sql`
    select case when m.kind in (${sql.join(
      [...COMPLAINT, ...REMARKS].map((kind) => sql`${kind}`),
      sql`, `,
    )}) then m.id else ${complaintBehind} end as said, ${clock(sql`t.given_at`)} as given_at, coalesce(m.number, '') as number, coalesce((select c.place from contacts c where c.office_id = m.office_id and c.id = m.first_contact_id), '') as home,
      ${nameOf(sql`t.giver_id`)} as giver, ${wordsOf(sql`g.id`)} as content, t.department, ${clock(sql`(g.facts->>'dueBy')::timestamptz`)} as answer_by, ${clock(sql`a.at`)} as answered_at,
      ${nameOf(sql`a.by_id`)} as answerer, ${clock(sql`t.promised_by`)} as complete_by, ${wordsOf(sql`r.id`)} as result, ${clock(sql`r.at`)} as returned_at,
      ${nameOf(sql`(t.facts->>'calledPerson')::uuid`)} as called, ${clock(sql`(t.facts->>'calledAt')::timestamptz`)} as called_at, ${clock(sql`v.at`)} as verified_at, ${nameOf(sql`v.by_id`)} as verifier, ${wordsOf(sql`v.id`)} as verified, ${nameOf(sql`t.holder_id`)} as holder, t.facts->>'month' as month, t.id, t.given_at as began
    from errands t left join tickets m on m.office_id = t.office_id and m.id = t.ticket_id
      ${last(sql`'given', 'sent_back'`)} g on true ${last(sql`'taken'`)} a on true ${last(sql`'returned'`)} r on true ${last(sql`'verified', 'received_back'`)} v on true
    where t.office_id = ${officeId} and t.kind in (${sql.join(
      kinds.map((kind) => sql`${kind}`),
      sql`, `,
    )}) and ${within(sql`t.given_at`, { officeId, ...asked })} and ${visibleErrands(viewer)}`;
};

/** What was registered, what came from outside with every unit it was given out to, and the slips among colleagues (D6, D8). */
const exchangeBook = (viewer: Viewer, asked: Asked) => {
  const wordsOf = (dids: SQL) =>
    sql`(select c.body from events e join contacts c on c.event_id = e.id and c.kind = 'errand' where e.office_id = t.office_id and e.subject = t.id and e.did in (${dids}) order by e.seq desc, c.id limit 1)`;
  const notices = (say: SQL) =>
    sql`(select coalesce(string_agg(${say}, '；' order by t.office_id, t.id), '') from errands t join offices n on n.id = t.office_id
      where t.kind = 'notice' and t.status <> 'withdrawn' and t.facts->>'entry' = x.entry_id::text and ${visibleErrands(viewer)})`;
  const unit = sql`n.name || ${departmentName(sql`t.department`)}`;
  return sql`
    select null as said, case when x.outside then '*' else '' end as mark, ${clock(sql`x.received_at`)} as at, x.kind as exchange_kind, x.source, x.title, x.words as content,
      coalesce(x.holds_from::text, '') as holds_from, coalesce(x.department, '') as department, ${notices(unit)} as given_to,
      case when x.outside then ${notices(sql`${unit} || '：' || coalesce(${wordsOf(sql`'answered'`)}, '还没有回话')`)} else x.outcome end as result, ${nameOf(sql`x.by_id`)} as author, x.kind as book, x.received_at as began, x.entry_id as line
    from exchanges x join offices o on o.id = x.office_id
    where (x.office_id = ${asked.officeId} or o.kind = 'head_office') and ${within(sql`x.received_at`, asked)} and ${isLastExchange} and ${visibleExchanges(viewer)}
    union all
    select case when m.kind in (${sql.join(
      [...COMPLAINT, ...REMARKS].map((kind) => sql`${kind}`),
      sql`, `,
    )}) then m.id end, '', ${clock(sql`t.given_at`)}, t.kind, ${nameOf(sql`t.giver_id`)}, coalesce(m.number, ''), coalesce(${wordsOf(sql`'given', 'sent_back'`)}, ''), '', t.department, '',
      coalesce(${wordsOf(sql`'returned', 'verified', 'received_back'`)}, ''), ${nameOf(sql`t.giver_id`)}, t.kind, t.given_at, t.id
    from errands t left join tickets m on m.office_id = t.office_id and m.id = t.ticket_id
    where t.office_id = ${asked.officeId} and t.kind in ('handover', 'urgent', 'referral', 'work_letter') and ${within(sql`t.given_at`, asked)} and ${visibleErrands(viewer)}
    order by began, line limit ${asked.limit}`;
};

/** One query a register: fields as its columns name them, oldest first. */
const QUERIES: Record<RegisterName, (viewer: Viewer, asked: Asked) => SQL> = {
  household_repairs: (viewer, asked) => repairs(viewer, asked, 'home'),
  public_repairs: (viewer, asked) => repairs(viewer, asked, 'public'),
  contacts: (viewer, asked) => sql`
    select ${SAID}, ${clock(sql`c.at`)} as at, c.place, c.channel, c.kind, ${nameOf(sql`c.author_id`)} as author,
      (select coalesce(string_agg(w.name, '、' order by w.id), '') from people w where w.id = any(c.participants) and w.id <> c.author_id) as participants,
      c.body as content, coalesce(c.outcome, '') as outcome, coalesce(t.number, '') as number, coalesce(e.facts->>'department', '') as department, '' as forwarder, c.at as began, c.id as line
    from contacts c left join tickets t on t.office_id = c.office_id and t.id = c.ticket_id left join events e on e.office_id = c.office_id and e.id = c.event_id
    where c.office_id = ${asked.officeId} and ${within(sql`c.at`, asked)} and case when t.id is null then c.kind <> 'errand' else ${visibleTickets(viewer)} end
      and ((c.audience <> 'staff' and (c.author_id = ${viewer.id} or not ${hiddenWords(sql`c`)})) or ${ownTickets(viewer)} is not true)
    union all
    select null, ${clock(sql`x.received_at`)}, '', '', '', ${nameOf(sql`x.by_id`)}, x.source, x.title || '：' || x.words, x.outcome, '', '', x.department, x.received_at, x.entry_id
    from exchanges x where x.kind = 'forwarded' and x.office_id = ${asked.officeId} and ${within(sql`x.received_at`, asked)} and ${isLastExchange} and ${visibleExchanges(viewer)}
    order by began, line limit ${asked.limit}`,
  exchanges: (viewer, asked) => exchangeBook(viewer, asked),
  work_orders: (viewer, asked) => sql`
    select t.number, c.place as home, ${readable(viewer, sql`d`)} as content, ${nameOf(sql`(e.facts->>'assignee')::uuid`)} as technician, ${clock(sql`e.at`)} as dispatched_at,
      case when t.assignee_id::text = e.facts->>'assignee' then ${mark('arrived')} else '' end as arrived_at,
      case when t.assignee_id::text = e.facts->>'assignee' then ${mark('finished')} else '' end as finished_at,
      case when t.assignee_id::text = e.facts->>'assignee' then coalesce((
        select ${readable(viewer, sql`r`)} from events f join contacts r on r.office_id = f.office_id and r.event_id = f.id
        where f.office_id = t.office_id and f.subject = t.id and f.did = 'finished' order by f.seq desc limit 1), '') else '' end as result
    from tickets t join events e on e.office_id = t.office_id and e.subject = t.id and e.did = 'dispatched'
      join contacts c on c.office_id = t.office_id and c.id = t.first_contact_id
      left join contacts d on d.office_id = e.office_id and d.event_id = e.id and d.kind = 'confirmation'
    where t.office_id = ${asked.officeId} and ${within(sql`e.at`, asked)} and ${visibleTickets(viewer)}
    order by e.at, e.id limit ${asked.limit}`,
  return_visits: (viewer, asked) =>
    visits(
      viewer,
      asked,
      sql`(e.did in ('return_visited', 'weekly_visited') or (e.did = 'visited' and t.kind <> 'repair') or (e.did = 'quality_visited' and t.kind = 'repair') or (e.did = 'visit_ended' and e.facts->>'what' <> 'special_visit'))`,
    ),
  special_visits: (viewer, asked) =>
    visits(viewer, asked, sql`((e.did = 'visited' and t.kind = 'repair') or (e.did = 'visit_ended' and e.facts->>'what' = 'special_visit'))`),
  large_defects: (viewer, asked) => sql`
    select t.number, c.place as home, t.facts->>'category' as category, ${readable(viewer, sql`c`)} as content, ${clock(sql`f.at`)} as finished_at,
      ${wordsWith(viewer, sql`f.id`)} as result, ${clock(sql`e.at`)} as checked_at, ${nameOf(sql`e.by_id`)} as checker, e.facts->>'finding' as finding,
      ${wordsWith(viewer, sql`e.id`)} as seen
    from tickets t join contacts c on c.office_id = t.office_id and c.id = t.first_contact_id
      left join events e on e.office_id = t.office_id and e.subject = t.id and e.did = 'defect_checked'
      join lateral (select f.id, f.at from events f where f.office_id = t.office_id and f.subject = t.id and f.did = 'finished' and (e.seq is null or f.seq < e.seq)
        order by f.seq desc limit 1) f on true
    where t.office_id = ${asked.officeId} and (t.facts->>'largeDefect' = 'true' or e.id is not null) and ${within(sql`coalesce(e.at, f.at)`, asked)} and ${visibleTickets(viewer)}
    order by t.received_at, t.id, e.at limit ${asked.limit}`,
  handovers: (viewer, asked) => sql`
    select said, given_at, number, home, giver, content, department, answer_by, answered_at, answerer, complete_by from (
    select ${SAID}, e.at as began, e.id, ${clock(sql`e.at`)} as given_at, t.number, c.place as home, ${nameOf(sql`e.by_id`)} as giver,
      case when ${ownTickets(viewer)} then '' else ${wordsWith(viewer, sql`e.id`)} end as content, e.facts->>'department' as department,
      ${clock(sql`(e.facts->>'dueBy')::timestamptz`)} as answer_by, ${clock(sql`a.at`)} as answered_at, ${nameOf(sql`a.by_id`)} as answerer,
      ${clock(sql`(a.facts->>'dueBy')::timestamptz`)} as complete_by
    from events e join tickets t on t.office_id = e.office_id and t.id = e.subject join contacts c on c.office_id = t.office_id and c.id = t.first_contact_id
      left join lateral (select n.at, n.by_id, n.facts from events n where n.office_id = e.office_id and n.subject = e.subject and n.did = 'taken_on' and n.seq > e.seq
        order by n.seq limit 1) a on true
    where e.office_id = ${asked.officeId} and e.did = 'handed_over' and ${within(sql`e.at`, asked)} and ${visibleTickets(viewer)}
    union all select said, began, id, given_at, number, home, giver, content, department, answer_by, answered_at, answerer, complete_by from (${slips(viewer, asked, ['handover'])}) slip) handed
    order by began, id limit ${asked.limit}`,
  urgent_slips: (viewer, asked) => sql`select * from (${slips(viewer, asked, ['urgent'])}) slip order by began, id limit ${asked.limit}`,
  referrals: (viewer, asked) => sql`select * from (${slips(viewer, asked, ['referral'])}) slip order by began, id limit ${asked.limit}`,
  work_letters: (viewer, asked) => sql`select * from (${slips(viewer, asked, ['work_letter'])}) slip order by began, id limit ${asked.limit}`,
  corrective_actions: (viewer, asked) => sql`select * from (${slips(viewer, asked, ['action'])}) slip order by began, id limit ${asked.limit}`,
  household_orders: (viewer, asked) => sql`
    select t.number, h.label as home, ${nameOf(sql`t.reporter_id`)} as reporter,
      coalesce((select ${readable(viewer, sql`d`)} from contacts d where d.office_id = t.office_id and d.ticket_id = t.id and d.round = g.round and d.kind = 'confirmation' order by d.id desc limit 1), '') as content,
      ${wordsWith(viewer, sql`f.id`)} as result, ${nameOf(sql`g.by_id`)} as technician, ${clock(sql`f.at`)} as finished_at,
      g.labour_fen as labour, g.parts_fen as parts, g.labour_fen + g.parts_fen as sum, ${clock(sql`y.at`)} as signed_at,
      concat_ws('；', case when y.did = 'confirmed_by_silence' then '没有回话，视为修好' end,
        (select nullif(concat_ws('：', o.outcome, nullif(${readable(viewer, sql`o`)}, '')), '') from contacts o where o.office_id = t.office_id and o.ticket_id = t.id and o.round = g.round and o.kind = 'opinion' order by o.id desc limit 1)) as opinion,
      ${clock(sql`z.at`)} as settled_at
    from charges g join tickets t on t.office_id = g.office_id and t.id = g.ticket_id join homes h on h.office_id = t.office_id and h.id = t.home_id
      join lateral (select f.id, f.at, f.seq from events f where f.office_id = t.office_id and f.subject = t.id and f.did = 'finished' and f.recorded_at <= g.at order by f.seq desc limit 1) f on true
      left join lateral (select y.at, y.did from events y where y.office_id = t.office_id and y.subject = t.id and y.seq > f.seq and y.did in ('confirmed', 'confirmed_by_silence')
        and not exists (select 1 from events n where n.office_id = y.office_id and n.subject = y.subject and n.did = 'reopened' and n.seq between f.seq and y.seq) order by y.seq limit 1) y on true
      left join lateral (select z.at from events z where z.office_id = t.office_id and z.subject = t.id and z.did = 'settled' and z.seq > f.seq and g.labour_fen + g.parts_fen > 0 order by z.seq limit 1) z on true
    where g.office_id = ${asked.officeId} and t.kind = 'repair' and t.place = 'home' and ${within(sql`g.at`, asked)} and ${visibleTickets(viewer)}
    order by g.at, t.id limit ${asked.limit}`,
  public_costs: (viewer, asked) => sql`
    with counted as materialized (
        select c.facility_id, c.ticket_id, c.labour_fen, c.parts_fen, null::text as missing from (${countedSpendings(viewer, asked)}) c
        union all select m.facility_id, null, 0, 0, m.number from (${missingSpendings(viewer, asked)}) m),
      by_facility as (select coalesce(f.name, '（还没写是哪一处）') as facility, count(distinct c.ticket_id) as repairs, sum(c.labour_fen) as labour, sum(c.parts_fen) as parts,
          sum(c.labour_fen + c.parts_fen) as sum, coalesce(string_agg(distinct c.missing, '、' order by c.missing), '') as missing, 0 as last
        from counted c left join facilities f on f.office_id = ${asked.officeId} and f.id = c.facility_id::uuid group by f.id, f.name)
    select facility, repairs, labour, parts, sum, missing from (
      select * from by_facility union all
      select '合计', count(distinct c.ticket_id), sum(c.labour_fen), sum(c.parts_fen), sum(c.labour_fen + c.parts_fen), '', 1 from counted c having count(*) > 0) s
    order by last, sum desc, facility limit ${asked.limit}`,
  work_notices: (_viewer, asked) => sql`
    select ${clock(sql`i.at`)} as issued_at, v.what, v.work, v.place, ${clock(sql`v.from_at`)} as from_at, ${clock(sql`v.until_at`)} as until_at, v.done_by, v.effect, v.areas::text as areas,
      i.homes, ${nameOf(sql`v.author_id`)} as author, ${nameOf(sql`i.by_id`)} as approver, v.why, coalesce(t.number, '') as ticket
    from publication_issues i join publication_versions v on v.office_id = i.office_id and v.publication_id = i.publication_id and v.round = i.round
      join publications p on p.office_id = i.office_id and p.id = i.publication_id left join tickets t on t.office_id = p.office_id and t.id = p.ticket_id
    where i.office_id = ${asked.officeId} and p.document = 'work_notice' and ${within(sql`i.at`, asked)} order by i.at, i.publication_id limit ${asked.limit}`,
  oral_orders: (viewer, asked) => sql`
    select ${clock(sql`t.received_at`)} as received_at, t.number, h.label as home, ${nameOf(sql`t.reporter_id`)} as reporter,
      (select p.phone_last4 from people p where p.id = t.reporter_id) as phone, t.facts->>'category' as service, t.facts->'service'->>'quantity' as quantity,
      ${readable(viewer, sql`c`)} as content, coalesce(q.labour, 0) as labour, coalesce(q.parts, 0) as parts, coalesce(q.labour + q.parts, 0) as sum,
      ${clock(sql`(select m.due_by from promises m where m.office_id = t.office_id and m.subject = t.id and m.round = t.round and m.what in ('named_visit', 'new_visit') and m.withdrawn_at is null order by m.made_at desc, m.opened_by desc limit 1)`)} as visit_by,
      coalesce((select v.name from providers v where v.office_id = t.office_id and v.id::text = t.facts->>'provider'), ${nameOf(sql`t.assignee_id`)}) as provider,
      e.facts->>'channel' as channel, ${nameOf(sql`e.by_id`)} as author, ${mark('finished')} as finished_at,
      case when t.happened ? 'closed_unheard' and not t.happened ? 'confirmed' then 'unheard' else t.status end as order_standing
    from tickets t join contacts c on c.office_id = t.office_id and c.id = t.first_contact_id join homes h on h.office_id = t.office_id and h.id = t.home_id
      join events e on e.office_id = t.office_id and e.subject = t.id and e.did = 'received'
      left join lateral (select (n.facts->>'labourFen')::int as labour, (n.facts->>'partsFen')::int as parts from events n
        where n.office_id = t.office_id and n.subject = t.id and n.did = 'quote_accepted' order by n.seq desc limit 1) q on true
    where t.office_id = ${asked.officeId} and t.kind = 'special_service' and e.facts->>'channel' is not null and ${within(sql`t.received_at`, asked)} and ${visibleTickets(viewer)}
    order by t.received_at, t.id limit ${asked.limit}`,
  letters: (viewer, asked) => sql`
    select case when m.kind in (${sql.join(
      [...COMPLAINT, ...REMARKS].map((kind) => sql`${kind}`),
      sql`, `,
    )}) then m.id end as said, t.facts->>'receivedOn' as received_on, t.facts->>'from' as letter_from, coalesce(who.body, '') as sender, coalesce(what.body, '') as content, coalesce(m.number, '') as number,
      ${nameOf(sql`t.holder_id`)} as holder, ${clock(sql`t.answer_by`)} as answer_by, t.facts->>'copies' as copies, coalesce(r.body, '') as result, ${clock(sql`e.at`)} as closed_at,
      case when t.happened ? 'answered' then 'answered' when t.happened ? 'filed' then 'filed' when t.status = 'withdrawn' then 'withdrawn' else 'open' end as letter_standing, ${nameOf(sql`t.giver_id`)} as giver
    from errands t left join tickets m on m.office_id = t.office_id and m.id = t.ticket_id
      join events g on g.office_id = t.office_id and g.subject = t.id and g.did = 'given'
      left join contacts who on who.office_id = t.office_id and who.event_id = g.id and who.kind = 'errand' and who.outcome is not null
      left join contacts what on what.office_id = t.office_id and what.event_id = g.id and what.kind = 'errand' and what.outcome is null
      left join events e on e.office_id = t.office_id and e.subject = t.id and e.did in ('answered', 'filed')
      left join contacts r on r.office_id = t.office_id and r.event_id = e.id and r.kind = 'errand'
    where t.office_id = ${asked.officeId} and t.kind = 'letter' and ${within(sql`t.given_at`, asked)} and ${visibleErrands(viewer)}
    order by t.given_at, t.id limit ${asked.limit}`,
  service_surveys: (viewer, asked) => sql`
    select t.facts->>'month' as quarter, ${mark('issued')} as issued_at, t.facts->>'homes' as homes, t.facts->>'issued' as asked, coalesce(t.facts->>'returned', '') as answered, coalesce(t.facts->>'rate', '') as rate,
      coalesce(a.body, '') as analysis, coalesce(v.name, '') as provider, ${clock(sql`e.at`)} as told_at, coalesce(e.facts->>'how', '') as told_how, ${nameOf(sql`e.by_id`)} as author, coalesce(c.body, '') as content,
      case when p.id is null then 'own' when e.id is not null then 'told' when t.happened ? 'analysed' then 'owed' when t.happened ? 'collected' and t.facts->>'rate' is null then 'few' else 'early' end as told_standing
    from errands t left join lateral jsonb_array_elements_text(t.facts->'providers') as p(id) on true
      left join providers v on v.office_id = t.office_id and v.id::text = p.id
      left join events e on e.office_id = t.office_id and e.subject = t.id and e.did in ('provider_told', 'all_told') and e.facts->>'provider' = p.id
      left join contacts c on c.office_id = t.office_id and c.event_id = e.id and c.kind = 'errand'
      left join events w on w.office_id = t.office_id and w.subject = t.id and w.did in ('analysed', 'concluded')
      left join contacts a on a.office_id = t.office_id and a.event_id = w.id and a.kind = 'errand'
    where t.office_id = ${asked.officeId} and t.kind = 'survey' and t.facts->>'survey' = 'special' and ${within(sql`(t.happened->>'issued')::timestamptz`, asked)} and ${visibleErrands(viewer)}
    order by t.happened->>'issued', t.id, v.name limit ${asked.limit}`,
  mailbox: (viewer, asked) => sql`
    select case when t.kind = 'mailbox' then t.id end as said, ${clock(sql`t.given_at`)} as at, t.kind as mailbox_kind,
      case when t.kind = 'needs' then '全体同事，不记名' when t.facts->>'signed' = 'true' then ${nameOf(sql`t.giver_id`)} else '不署名' end as sender,
      coalesce(g.got->>'need', t.facts->>'need', '') as mailbox_need, coalesce((select w.body from mailbox_words w where w.errand_id = t.id and w.nth = 0), '') as content,
      case when d.id is not null then 'document' when a.body is not null then 'talk' else '' end as answered_by,
      coalesce(d.title || '：' || coalesce(g.got->>'gets', d.words), a.body, '') as result, ${clock(sql`coalesce(d.at, (t.happened->>'returned')::timestamptz)`)} as answered_at,
      json_build_object('kind', t.kind, 'status', t.status, 'facts', t.facts, 'happened', t.happened)::text as mailbox_standing
    from errands t left join company_documents d on d.office_id = t.office_id and d.errand_id = t.id
      left join lateral jsonb_array_elements(d.gets) g(got) on true
      left join lateral (select w.body from mailbox_words w where w.errand_id = t.id and w.nth > 0 and w.moved_to is null order by w.nth desc limit 1) a on true
    where t.office_id = ${asked.officeId} and t.kind in ('mailbox', 'needs') and ${within(sql`t.given_at`, asked)} and ${isGeneralManager(viewer)} and ${visibleErrands(viewer)}
    order by t.given_at, t.id limit ${asked.limit}`,
  rounds: (viewer, asked) => sql`
    select t.facts->>'part' as kept, to_char((t.facts->>'from')::timestamptz at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as from_on,
      to_char((t.facts->>'until')::timestamptz at time zone 'Asia/Shanghai' - interval '1 millisecond', 'YYYY-MM-DD') as until_on, ${nameOf(sql`t.holder_id`)} as keeper, ${mark('opened')} as opened_at, ${nameOf(sql`o.by_id`)} as opened_by,
      coalesce(t.facts->>'items', '') as items, coalesce(c.body, '') as content, ${mark('done')} as done_at,
      case when t.happened ? 'done' then 'done' when t.happened ? 'withdrawn' then 'off' when t.happened ? 'lapsed' then 'missed' when t.happened ? 'opened' then 'opened' else 'owed' end as round_standing,
      coalesce((select string_agg(f.number, '、' order by f.id) from (select t.id, t.number from tickets t where t.office_id = ${asked.officeId} and t.kind <> 'complaint' and t.id::text = any(array(select jsonb_array_elements_text(coalesce(errand.tickets, '[]'::jsonb)))) and ${visibleTickets(viewer)}) f), '') as number
    from errands t cross join lateral (select t.facts->'tickets' as tickets) errand
      left join events o on o.office_id = t.office_id and o.subject = t.id and o.did = 'opened'
      left join events d on d.office_id = t.office_id and d.subject = t.id and d.did = 'done'
      left join contacts c on c.office_id = t.office_id and c.event_id = d.id and c.kind = 'errand'
    where t.office_id = ${asked.officeId} and t.kind = 'duty' and t.facts->>'duty' = 'round' and ${within(sql`(t.facts->>'from')::timestamptz`, asked)} and ${visibleErrands(viewer)}
    order by t.answer_by, t.id limit ${asked.limit}`,
  price_list: (_viewer, asked) => sql`
    select n.name as item, n.unit, n.kind as cost_kind, n.price_fen as price, coalesce(n.warranty_months::text, '') as warranty, n.from_on::text as from_on, ${nameOf(sql`n.set_by`)} as set_by
    from (select distinct on (l.item_id) l.* from prices l where l.office_id = ${asked.officeId} and l.from_on < (${asked.until.toISOString()}::timestamptz at time zone 'Asia/Shanghai')
      order by l.item_id, l.from_on desc, l.id desc) n
    where not n.withdrawn order by n.kind, n.name limit ${asked.limit}`,
};

/** The rows of a register, oldest first, one more than asked for where there are more. */
export const readRegisterRows = (tx: Tx, viewer: Viewer, register: RegisterName, asked: Asked): Promise<Json[]> =>
  tx.execute<Json>(QUERIES[register](viewer, { ...asked, limit: asked.limit + 1 }));

/** What an estate and the head office have set. */
export async function readOfficeSettings(tx: Tx, _viewer: Viewer, officeId: string): Promise<SettingEntry[]> {
  const [row] = await tx.execute<{ settings: unknown }>(sql`select ${settingsOf(sql`o.id`)} as settings from offices o where o.id = ${officeId}`);
  return settingEntriesFrom(row?.settings ?? []);
}

export interface Export {
  id: string;
  officeId: string;
  register: RegisterName;
  from: Date;
  until: Date;
  rows: number;
  cut: boolean;
  at: Date;
}

/** How many lines of an export are of each ticket that is a complaint, or may become one. */
export type LinesOf = Readonly<Record<string, number>>;

/** Puts on record that this viewer takes a register out. */
export async function insertExport(tx: Tx, viewer: Viewer, one: Export & { linesOf: LinesOf }): Promise<void> {
  await tx.execute(sql`
    insert into exports (id, office_id, by_id, register, from_at, until_at, rows, cut, lines_of, at)
    values (${one.id}, ${one.officeId}, ${viewer.id}, ${one.register}, ${one.from.toISOString()}, ${one.until.toISOString()}, ${one.rows}, ${one.cut}, ${JSON.stringify(one.linesOf)}::jsonb, ${one.at.toISOString()})`);
}

export interface ExportRow extends Export {
  byName: string;
  byRole: string | null;
  byDepartment: string | null;
  officeName: string;
}

/** Lines of what is walled from this viewer, in an export `x` (C3). */
const walledLines = ({ walled }: Viewer) =>
  walled.length === 0
    ? sql`0`
    : sql`(select coalesce(sum(n.value::int), 0) from jsonb_each_text(x.lines_of) n where n.key::uuid = any(${uuids(walled)}))`;

/** Lines of letters to the general manager: how many there are nobody else learns (S11). */
const lettersIn = (viewer: Viewer) =>
  isGeneralManager(viewer)
    ? sql`0`
    : sql`case when x.register = 'mailbox' then (select coalesce(sum(n.value::int), 0) from jsonb_each_text(x.lines_of) n) else 0 end`;

async function readExports(tx: Tx, viewer: Viewer, where: SQL): Promise<ExportRow[]> {
  const rows = await tx.execute<Json>(sql`
    select x.*, x.rows - ${walledLines(viewer)} - ${lettersIn(viewer)} as rows_shown, o.name as office_name, p.name as by_name, post.role as by_role, post.department as by_department
    from exports x join offices o on o.id = x.office_id join people p on p.id = x.by_id
    left join lateral (
      select a.role, a.department from appointments a where a.person_id = x.by_id and a.from_at <= x.at and (a.until_at is null or a.until_at > x.at)
      order by (a.office_id = x.office_id) desc, a.from_at limit 1) post on true
    where ${where} order by x.id desc limit ${PAGE + 1}`);
  const date = (value: unknown) => new Date(String(value));
  return rows.map((row) => ({
    id: String(row.id),
    officeId: String(row.office_id),
    register: row.register as RegisterName,
    from: date(row.from_at),
    until: date(row.until_at),
    rows: Number(row.rows_shown),
    cut: row.cut === true,
    at: date(row.at),
    byName: String(row.by_name),
    byRole: (row.by_role as string | null) ?? null,
    byDepartment: (row.by_department as string | null) ?? null,
    officeName: String(row.office_name),
  }));
}

/** What was taken out, newest first: the director's own estates, all for the company, for others their own. */
export function listExports(tx: Tx, viewer: Viewer, after: string | null): Promise<ExportRow[]> {
  const mine = sql`(x.by_id = ${viewer.id} or x.office_id = any(${uuids(directedOffices(viewer))}))`;
  return readExports(tx, viewer, sql`${overseesCompany(viewer) ? sql`true` : mine} ${after ? sql`and x.id < ${after}` : sql``}`);
}

/** One export of this viewer's own; null where there is none. */
export async function readOwnExport(tx: Tx, viewer: Viewer, id: string): Promise<ExportRow | null> {
  const [row] = await readExports(tx, viewer, sql`x.id = ${id} and x.by_id = ${viewer.id}`);
  return row ?? null;
}
