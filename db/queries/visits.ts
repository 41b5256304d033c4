import { type SQL, sql } from 'drizzle-orm';
import { handlesComplaints, headsServiceCentre, makesReturnCalls, RELATION_HOLDERS } from '../../shared/kernel/people.ts';
import type { Promised } from '../../shared/kernel/promises.ts';
import type { SettingEntry } from '../../shared/kernel/settings.ts';
import { CALLS } from '../../shared/tickets/calls.ts';
import type { TicketKind, TicketState } from '../../shared/tickets/ticket.ts';
import { DEFECT_CHECKS, type Visit } from '../../shared/visits/script.ts';
import type { Tx } from '../connect.ts';
import type { Json } from './json.ts';
import { PAGE } from './page.ts';
import { isHeld } from './posts-held.ts';
import { promisedFrom, settingEntriesFrom, settingsOf, stateFrom } from './ticket-files.ts';
import { uuids } from './uuids.ts';
import { directedOffices, overseenOffices, overseesCompany, technicianOffices, type Viewer } from './viewer.ts';
import { beyondTheWall, keptFrom, ownTickets, visibleTickets } from './visible.ts';

/** One visit or check somebody owes, with what a caller must know of it. */
export interface VisitRow {
  promise: Promised;
  ticketId: string;
  number: string;
  officeName: string;
  state: TicketState;
  where: string;
  /** How the work stands: its own, or where it is being dealt with (Z3). */
  worked: { status: TicketState['status']; finishedAt: Date | null };
  residentName: string;
  residentLast4: string | null;
  doneByName: string | null;
  result: string | null;
  said: string | null;
  tries: { at: Date; byName: string }[];
  /** Of what was drawn: when the household was last called. */
  calledAt: Date | null;
  settings: SettingEntry[];
}

/** Where the queue reads on: the promise the last page ended with. */
export interface VisitCursor {
  dueBy: Date;
  openedBy: string;
  what: Visit;
}

export interface VisitCounts {
  open: number;
  today: number;
  late: number;
}

const text = (codes: readonly string[]) => sql.raw(codes.map((code) => `'${code}'`).join(', '));
/** As the partial index writes it; another wording would not use it. */
const OWED = sql`p.kept_at is null and p.withdrawn_at is null and p.what in ('special_visit', 'return_visit', 'follow_up', 'provider_visit', 'quality_visit', 'weekly_visit', 'survey_visit', 'defect_check_first', 'defect_check_second', 'defect_check_third')`;
const AGENT = sql`(a.role = 'agent' or (a.role = 'departmentHead' and a.department = 'serviceCentre'))`;
const CENTRE_HEAD = sql`(a.role = 'departmentHead' and a.department = 'serviceCentre')`;
const HEAD = sql`(a.role = 'engineeringSupervisor' or (a.role = 'departmentHead' and a.department = 'engineering'))`;

/** What has left the office is the quality department's to visit; a key customer's matter the director's (V6). */
const LEFT_OFFICE = sql`coalesce((t.facts #>> '{complaint,custody}') = 'company', false)`;
const KEY_CUSTOMERS = sql`coalesce((t.facts->>'keyCustomer')::boolean, false)`;

/** Whether a complaint `t` is walled from whoever holds `a` (C3): they are as good as absent, and what is theirs climbs. */
const SHUT_TO_THEM = sql`(t.kind = 'complaint' and coalesce((t.facts #> '{complaint,accused}') ? a.person_id::text
  or ((t.facts #>> '{complaint,custody}') = 'company' and not (t.facts #> '{complaint,letIn}') ? a.person_id::text), false))`;

const officesOf = (viewer: Viewer, holds: (post: { role: string; department: string | null }) => boolean) => [
  ...new Set(viewer.appointments.filter(holds).map((one) => one.officeId)),
];

/**
 * Which visits this viewer owes, post by post; a post nobody else than the reporter holds climbs to the director. Nobody owes one where their hands
 * did the work, or on what is their own.
 * @param isQueue agents call after a low score too, but it is the service centre's head who owes it
 */
function owedBy(viewer: Viewer, isQueue: boolean): SQL {
  const at = viewer.at.toISOString();
  const nobody = (post: SQL) => sql`not exists (select 1 from appointments a where a.office_id = p.office_id and ${post}
    and a.person_id <> t.reporter_id and not ${SHUT_TO_THEM} and ${isHeld(at)})`;
  const there = (offices: readonly string[], whats: readonly string[], unless: SQL = sql`true`) =>
    offices.length === 0 ? [] : [sql`(p.office_id = any(${uuids(offices)}) and p.what in (${text(whats)}) and ${unless})`];
  const directed = directedOffices(viewer);
  const calls = ['special_visit', 'return_visit'];
  const byPhone = isQueue ? calls : [...calls, 'follow_up'];
  const outside = sql`t.facts->>'provider' is not null`;
  const branches = [
    ...there(officesOf(viewer, RELATION_HOLDERS.agent), byPhone),
    ...there(officesOf(viewer, RELATION_HOLDERS.agent), ['survey_visit'], sql`not ${LEFT_OFFICE} and not ${KEY_CUSTOMERS}`),
    ...there(directed, ['survey_visit'], sql`not ${LEFT_OFFICE} and (${KEY_CUSTOMERS} or ${nobody(AGENT)})`),
    // V5: the service centre asks for a provider who has no post here.
    ...there(officesOf(viewer, RELATION_HOLDERS.agent), ['provider_visit'], outside),
    ...there(officesOf(viewer, headsServiceCentre), ['follow_up']),
    ...there(officesOf(viewer, RELATION_HOLDERS.head), DEFECT_CHECKS),
    ...there(directed, calls, nobody(AGENT)),
    ...there(directed, ['follow_up'], nobody(isQueue ? CENTRE_HEAD : AGENT)),
    ...there(directed, DEFECT_CHECKS, nobody(HEAD)),
    ...there(directed, ['provider_visit'], sql`${outside} and ${nobody(AGENT)}`),
    ...(holdsQuality(viewer) || asksOfComplaints(viewer) ? [sql`(p.what = 'survey_visit' and ${LEFT_OFFICE})`] : []),
    ...(standsAboveQuality(viewer) ? [sql`(p.what = 'survey_visit' and ${LEFT_OFFICE} and ${nobodyOfQuality(at)})`] : []),
    ...(holdsQuality(viewer) ? [sql`p.what = 'quality_visit'`, sql`(p.what = 'weekly_visit' and ${nobodyOfTheCallers(at)})`] : []),
    // V1: somebody of the company, of estates they do not work at.
    ...(isCaller(viewer)
      ? [
          sql`(p.what = 'weekly_visit' and array_position(${uuids([...new Set(viewer.appointments.map((one) => one.officeId))])}, p.office_id) is null)`,
        ]
      : []),
    ...(asksOfComplaints(viewer) ? [sql`(p.what = 'quality_visit' and t.kind = 'complaint')`] : []),
    // V4: where the whole department is complained about, whoever stands above it asks.
    ...(standsAboveQuality(viewer) ? [sql`(p.what = 'quality_visit' and t.kind = 'complaint' and ${nobodyOfQuality(at)})`] : []),
  ];
  const apart = sql`(${branches.length > 0 ? sql.join(branches, sql` or `) : sql`false`})
    and t.assignee_id is distinct from ${viewer.id} and t.former_assignee_id is distinct from ${viewer.id}`;
  // V5: whoever did it of the estate asks for themselves; once they work here no more, the service centre does.
  const mends = technicianOffices(viewer);
  const left = sql`t.assignee_id is not null and not exists (select 1 from appointments a where a.office_id = p.office_id and a.person_id = t.assignee_id
    and a.role = 'technician' and ${isHeld(at)})`;
  const hands = sql.join(
    [
      mends.length === 0 ? sql`false` : sql`(p.what = 'provider_visit' and t.assignee_id = ${viewer.id} and p.office_id = any(${uuids(mends)}))`,
      ...there(officesOf(viewer, RELATION_HOLDERS.agent), ['provider_visit'], left),
      ...there(directed, ['provider_visit'], sql`${left} and ${nobody(AGENT)}`),
    ],
    sql` or `,
  );
  const where =
    isCaller(viewer) || holdsQuality(viewer) || asksOfComplaints(viewer) || standsAboveQuality(viewer)
      ? sql`true`
      : sql`p.office_id = any(${uuids([...new Set([...overseenOffices(viewer), ...mends])])})`;
  return sql`${where} and ${OWED} and ((${apart}) or (${hands})) and not ${ownTickets(viewer)} ${keptFrom(viewer)}`;
}

const isCaller = (viewer: Viewer) => viewer.appointments.some(makesReturnCalls);

/** Z6: no caller of the company is left for `t`: none but whoever it is their own or their work. */
const nobodyOfTheCallers = (
  at: string,
) => sql`not exists (select 1 from appointments a where a.role = 'returnVisitCaller' and a.person_id <> t.reporter_id and ${isHeld(at)}
  and a.person_id is distinct from t.assignee_id and a.person_id is distinct from t.former_assignee_id
  and not exists (select 1 from residences r where r.office_id = t.office_id and r.home_id = t.home_id and r.person_id = a.person_id and (r.until_at is null or r.until_at > ${at}))
  and not exists (select 1 from appointments w where w.person_id = a.person_id and w.office_id = t.office_id and w.from_at <= ${at} and (w.until_at is null or w.until_at > ${at})))`;

const holdsQuality = (viewer: Viewer) => viewer.appointments.some(RELATION_HOLDERS.quality);

/** V4: the complaints officer asks about complaints, as the department does. */
const asksOfComplaints = (viewer: Viewer) => viewer.appointments.some(handlesComplaints);

const standsAboveQuality = (viewer: Viewer) => viewer.appointments.some(RELATION_HOLDERS.leadership);

/** Nobody is left of the quality department who may see a complaint `t` (C3). */
const nobodyOfQuality = (
  at: string,
) => sql`not exists (select 1 from appointments a where a.role in ('quality', 'complaintsOfficer') and not ${SHUT_TO_THEM}
  and ${isHeld(at)})`;

/** Whether any visit may ever be this viewer's. */
const owesVisits = (viewer: Viewer) =>
  overseenOffices(viewer).length > 0 ||
  technicianOffices(viewer).length > 0 ||
  isCaller(viewer) ||
  holdsQuality(viewer) ||
  asksOfComplaints(viewer) ||
  standsAboveQuality(viewer);

const FROM = sql`promises p join tickets t on t.office_id = p.office_id and t.id = p.subject`;
const IN_ORDER = sql`p.due_by, p.opened_by, p.what`;

/** A visit or a check that sent it back to work is the deed before; its words say why. */
const DEED_BEFORE = sql`(select b.id from events o join events b on b.office_id = o.office_id and b.subject = o.subject and b.seq = o.seq - 1
  where o.office_id = p.office_id and o.id = p.opened_by and o.facts ? 'after')`;

/** When the household of what was drawn was last called, on whatever matter (Z12). */
const LAST_CALL = sql`case when p.what = 'weekly_visit' or (p.what = 'quality_visit' and t.kind = 'repair') then (select max(e.at) from tickets o join events e on e.office_id = o.office_id and e.subject = o.id
  where o.office_id = t.office_id and o.home_id = t.home_id and o.kind <> 'complaint' and e.did in (${text(CALLS)})) end`;

/** The lines of a page of visits, each with what was done, what was said and who tried; what few rows answer for all is read once. */
const linesOf = (where: SQL) => sql`
  with page as materialized (select p.*, to_jsonb(t) as ticket from ${FROM} where ${where} order by ${IN_ORDER} limit ${PAGE + 1}),
    office as materialized (select o.id, o.name, ${settingsOf(sql`o.id`)} as settings from offices o where o.id = any(array(select office_id from page)))
  select to_jsonb(p) - 'ticket' as promise, t.id, t.number, o.name as office_name, o.settings, to_jsonb(t) as ticket, c.place, r.name as resident_name, r.phone_last4, m.status as work_status, m.happened->>'finished' as work_finished,
    coalesce(h.name, (select v.name from providers v where v.office_id = t.office_id and v.id = (t.facts->>'provider')::uuid)) as done_by,
    (select w.body from contacts w where w.ticket_id = t.id and w.office_id = t.office_id and w.event_id =
      (select e.id from events e where e.office_id = t.office_id and e.subject = t.id and e.did = 'finished' order by e.seq desc limit 1) order by w.id limit 1) as result,
    (select w.body from contacts w where w.ticket_id = t.id and w.office_id = t.office_id
      and ((w.direction = 'in' and w.event_id = p.opened_by) or (w.kind = 'visit' and w.event_id = ${DEED_BEFORE}) or (p.what = 'follow_up' and w.kind = 'opinion' and w.round = p.round)) order by w.id desc limit 1) as said,
    (select coalesce(json_agg(json_build_object('at', e.at, 'byName', b.name) order by e.seq), '[]'::json) from events e join people b on b.id = e.by_id
      where e.office_id = t.office_id and e.subject = t.id and e.did = 'visit_tried' and e.facts->>'openedBy' = p.opened_by::text and e.facts->>'what' = p.what) as tries,
    ${LAST_CALL} as called_at
  from page p join tickets t on t.office_id = p.office_id and t.id = p.subject join office o on o.id = t.office_id
    join contacts c on c.office_id = t.office_id and c.id = t.first_contact_id join people r on r.id = t.reporter_id
    left join tickets m on m.office_id = t.office_id and m.id = coalesce((t.facts #>> '{merged,into}')::uuid, t.id)
    left join people h on h.id = coalesce(m.assignee_id, m.former_assignee_id)
  order by ${IN_ORDER}`;

const rowFrom = (row: Json): VisitRow => ({
  promise: promisedFrom(row.promise as Json),
  ticketId: String(row.id),
  number: String(row.number),
  officeName: String(row.office_name),
  state: stateFrom(row.ticket as Json),
  where: String(row.place),
  worked: {
    status: row.work_status as TicketState['status'],
    finishedAt: row.work_finished === null ? null : new Date(String(row.work_finished)),
  },
  residentName: String(row.resident_name),
  residentLast4: (row.phone_last4 as string | null) ?? null,
  doneByName: (row.done_by as string | null) ?? null,
  result: (row.result as string | null) ?? null,
  said: (row.said as string | null) ?? null,
  tries: (row.tries as { at: string; byName: string }[]).map((one) => ({ at: new Date(one.at), byName: one.byName })),
  calledAt: row.called_at === null ? null : new Date(String(row.called_at)),
  settings: settingEntriesFrom(row.settings),
});

/**
 * What this viewer owes residents by phone and on the spot, soonest due first, with its counts, in one statement; null for whoever owes nobody a
 * visit.
 */
export async function readVisits(
  tx: Tx,
  viewer: Viewer,
  now: Date,
  endOfToday: Date,
  after: VisitCursor | null,
): Promise<{ counts: VisitCounts; rows: VisitRow[] } | null> {
  if (!owesVisits(viewer)) return null;
  const owed = owedBy(viewer, true);
  const on = after ? sql` and (${IN_ORDER}) > (${after.dueBy.toISOString()}, ${after.openedBy}, ${after.what})` : sql``;
  const [row] = await tx.execute<{ counts: VisitCounts; lines: Json[] }>(sql`
    select (select json_build_object('open', count(*), 'today', count(*) filter (where p.due_by <= ${endOfToday.toISOString()}),
        'late', count(*) filter (where p.due_by < ${now.toISOString()})) from ${FROM} where ${owed}) as counts,
      (select coalesce(json_agg(line), '[]'::json) from (${linesOf(sql`${owed}${on}`)}) line) as lines`);
  return { counts: row!.counts, rows: row!.lines.map(rowFrom) };
}

/** The visits one ticket still owes that this viewer may make; null where there is no such ticket for them. */
export async function readTicketVisits(tx: Tx, viewer: Viewer, ticketId: string): Promise<VisitRow[] | null> {
  if (owesVisits(viewer)) {
    const rows = await tx.execute<Json>(linesOf(sql`p.subject = ${ticketId} and ${owedBy(viewer, false)}`));
    if (rows.length > 0) return rows.map(rowFrom);
  }
  const seen = await tx.execute(sql`select 1 from tickets t where t.id = ${ticketId} and ${visibleTickets(viewer)}`);
  return seen.length > 0 ? [] : null;
}

/** When nobody answered on one promise of a ticket this viewer was shown, oldest first (Z13). */
export async function readTries(tx: Tx, _viewer: Viewer, promise: Promised & { officeId: string }): Promise<Date[]> {
  const rows = await tx.execute<{ at: string }>(sql`
    select e.at from events e where e.office_id = ${promise.officeId} and e.subject = ${promise.subject} and e.did = 'visit_tried'
      and e.facts->>'openedBy' = ${promise.openedBy} and e.facts->>'what' = ${promise.what} order by e.seq`);
  return rows.map((row) => new Date(row.at));
}

export interface CallerRow {
  personId: string;
  name: string;
  reached: number;
  tries: number;
  ended: number;
}

/**
 * How often each caller reached somebody, did not, and gave up, since an instant (Z13): all callers for whoever heads the service centre, directs,
 * or oversees the company; else one's own line.
 */
export async function readCallers(tx: Tx, viewer: Viewer, since: Date): Promise<CallerRow[] | null> {
  const offices = overseenOffices(viewer);
  if (offices.length === 0 && !overseesCompany(viewer) && !isCaller(viewer)) return null;
  const answersFor = [...directedOffices(viewer), ...officesOf(viewer, headsServiceCentre)];
  const scope = overseesCompany(viewer)
    ? sql`true`
    : isCaller(viewer)
      ? sql`e.by_id = ${viewer.id}`
      : sql`e.office_id = any(${uuids(offices)}) and (e.office_id = any(${uuids(answersFor)}) or e.by_id = ${viewer.id})`;
  const rows = await tx.execute<Json>(sql`
    select b.id, b.name, count(*) filter (where e.did in ('visited', 'return_visited', 'weekly_visited', 'provider_visited', 'quality_visited'))::int as reached,
      count(*) filter (where e.did = 'visit_tried')::int as tries, count(*) filter (where e.did = 'visit_ended')::int as ended
    from events e join people b on b.id = e.by_id
    where e.did in ('visited', 'return_visited', 'weekly_visited', 'provider_visited', 'quality_visited', 'visit_tried', 'visit_ended', 'defect_checked') and e.did <> 'defect_checked' and ${scope} and e.at >= ${since.toISOString()} ${beyondTheWall(viewer, sql`e.subject`)}
    group by b.id, b.name order by ended desc, tries desc, b.name, b.id`);
  return rows.map((row) => ({
    personId: String(row.id),
    name: String(row.name),
    reached: Number(row.reached),
    tries: Number(row.tries),
    ended: Number(row.ended),
  }));
}

export interface VisitRecordRow {
  id: string;
  at: Date;
  facts: Json;
  ticketId: string;
  number: string;
  officeName: string;
  kind: TicketKind;
  category: string;
  where: string;
  residentName: string;
  byName: string;
  channel: string | null;
  words: string | null;
  outcome: string | null;
  reopened: boolean;
  photos: { id: string; round: number; storageKey: string }[];
}

/** What the registers of visits are made of: the event each line is. */
export const RECORDED = {
  return: 'return_visited',
  special: 'visited',
  defect: 'defect_checked',
  ended: 'visit_ended',
  provider: 'provider_visited',
  quality: 'quality_visited',
  weekly: 'weekly_visited',
} as const;

/**
 * The register of return visits, of special ones, of checks of large defects, or of calls that were ended, newest first (V3, V8, R10, Z13); without
 * what is the viewer's own.
 * @param limit how many at most; one more than a page says that there is a next
 * @returns null for whoever oversees nothing
 */
export async function readVisitRecords(
  tx: Tx,
  viewer: Viewer,
  kind: keyof typeof RECORDED,
  after: string | null,
  limit = PAGE + 1,
): Promise<VisitRecordRow[] | null> {
  const offices = overseenOffices(viewer);
  if (offices.length === 0 && !overseesCompany(viewer)) return null;
  const scope = overseesCompany(viewer) ? sql`true` : sql`e.office_id = any(${uuids(offices)})`;
  const rows = await tx.execute<Json>(sql`
    select e.id, e.at, e.facts, t.id as ticket_id, t.number, t.kind, o.name as office_name, coalesce(t.facts->>'category', '') as category, f.place, r.name as resident_name, b.name as by_name,
      c.channel, c.body, c.outcome,
      exists (select 1 from events n where n.office_id = e.office_id and n.subject = e.subject and n.did = 'reopened' and n.at = e.at and n.seq > e.seq) as reopened,
      (select coalesce(json_agg(json_build_object('id', s.id, 'round', s.round, 'storageKey', s.storage_key) order by s.position, s.id), '[]'::json)
        from photos s where s.ticket_id = t.id and s.contact_id = c.id and s.finalised_at is not null) as photos
    from events e join tickets t on t.office_id = e.office_id and t.id = e.subject join offices o on o.id = t.office_id
      join contacts f on f.office_id = t.office_id and f.id = t.first_contact_id join people r on r.id = t.reporter_id join people b on b.id = e.by_id
      left join contacts c on c.ticket_id = t.id and c.office_id = t.office_id and c.event_id = e.id
    where e.did in ('visited', 'return_visited', 'weekly_visited', 'provider_visited', 'quality_visited', 'visit_tried', 'visit_ended', 'defect_checked') and e.did = ${RECORDED[kind]} and ${scope}
      and not ${ownTickets(viewer)} ${keptFrom(viewer)} ${after ? sql`and e.id < ${after}` : sql``} order by e.id desc limit ${limit}`);
  return rows.map((row) => ({
    id: String(row.id),
    at: new Date(String(row.at)),
    facts: row.facts as Json,
    ticketId: String(row.ticket_id),
    number: String(row.number),
    officeName: String(row.office_name),
    kind: row.kind as TicketKind,
    category: String(row.category),
    where: String(row.place),
    residentName: String(row.resident_name),
    byName: String(row.by_name),
    channel: (row.channel as string | null) ?? null,
    words: (row.body as string | null) ?? null,
    outcome: (row.outcome as string | null) ?? null,
    reopened: row.reopened === true,
    photos: row.photos as VisitRecordRow['photos'],
  }));
}
