import { type SQL, sql } from 'drizzle-orm';
import type { Holder, Relation } from '../../shared/kernel/people.ts';
import type { Promised } from '../../shared/kernel/promises.ts';
import type { TicketEventName, TicketState } from '../../shared/tickets/ticket.ts';
import type { Tx } from '../connect.ts';
import { ledgerOf, promisedFrom, staffOf, stateFrom } from './ticket-files.ts';
import { overseenOffices, overseesCompany, technicianOffices, type Viewer } from './viewer.ts';
import { relationsTo, visibleTickets } from './visible.ts';

export const PAGE = 20;

/** A ticket as lists show it. */
export interface TicketLine {
  id: string;
  number: string;
  officeId: string;
  officeName: string;
  reporterId: string;
  homeId: string;
  where: string;
  words: string;
  assigneeName: string | null;
  nextDueBy: Date | null;
  relations: Relation[];
  state: TicketState;
  ledger: Promised[];
}

type Json = Record<string, unknown>;

const LINE = sql`t.*, o.name as office_name, c.place as where_text, c.body as words, pa.name as assignee_name,
  exists (select 1 from followers f where f.office_id = t.office_id and f.ticket_id = t.id and f.person_id = `;
const from = (tickets: SQL, offices: SQL, contacts: SQL) => sql`from ${tickets} t
  join ${offices} o on o.id = t.office_id
  join ${contacts} c on c.office_id = t.office_id and c.id = t.first_contact_id
  left join people pa on pa.id = t.assignee_id`;
const FROM = from(sql`tickets`, sql`offices`, sql`contacts`);
/** Of the ledger, lists need only what is still owed. */
const OWED = sql`(select coalesce(json_agg(p), '[]'::json) from promises p
  where p.office_id = t.office_id and p.subject = t.id and p.kept_at is null and p.withdrawn_at is null)`;

function lineFrom(row: Json, viewer: Viewer): TicketLine {
  const state = stateFrom(row);
  return {
    id: String(row.id),
    number: String(row.number),
    officeId: String(row.office_id),
    officeName: String(row.office_name),
    reporterId: String(row.reporter_id),
    homeId: String(row.home_id),
    where: String(row.where_text),
    words: String(row.words),
    assigneeName: (row.assignee_name as string | null) ?? null,
    nextDueBy: row.next_due_by === null ? null : new Date(String(row.next_due_by)),
    relations: relationsTo(
      viewer,
      {
        officeId: String(row.office_id),
        reporterId: String(row.reporter_id),
        homeId: String(row.home_id),
        place: state.place,
        receivedAt: state.receivedAt,
        assignee: state.assignee,
        follows: row.follows === true,
      },
      (row.staff as Holder[] | undefined) ?? null,
    ),
    state,
    ledger: (row.ledger as Json[]).map(promisedFrom),
  };
}

const DONE = sql`t.status in ('closed', 'cancelled')`;

/**
 * What this viewer may see, newest first, in pages of twenty; one more than a page means there is a next.
 * @param after the id the last page ended with
 */
export async function listTickets(tx: Tx, viewer: Viewer, show: 'open' | 'your_turn' | 'done', after: string | null): Promise<TicketLine[]> {
  const shown: Record<typeof show, SQL> = {
    open: sql`not ${DONE}`,
    your_turn: sql`t.status = 'finished' and not (t.assignee_id = ${viewer.id})`,
    done: DONE,
  };
  const rows = await tx.execute<Json>(sql`
    select ${LINE}${viewer.id}) as follows, ${OWED} as ledger ${FROM}
    where ${visibleTickets(viewer)} and ${shown[show]} ${after ? sql`and t.id < ${after}` : sql``}
    order by t.id desc limit ${PAGE + 1}`);
  return rows.map((row) => lineFrom(row, viewer));
}

/**
 * Those of these tickets that this viewer may see, newest first, each with what `beside` selects of it.
 * Tickets and their words are each read in one pass over an index, not one by one, and what owes nothing has no ledger to read.
 * @param offices where they all are, if that is known
 */
export async function listTheseTickets(
  tx: Tx,
  viewer: Viewer,
  ids: readonly string[],
  offices: readonly string[] | null,
  beside: SQL,
): Promise<{ line: TicketLine; beside: Json }[]> {
  const there = offices ? sql`t.office_id = any(${`{${offices.join(',')}}`}::uuid[]) and` : sql``;
  const rows = await tx.execute<Json>(sql`
    with picked as materialized (select t.* from tickets t where ${there} t.id = any(${`{${ids.join(',')}}`}::uuid[]) and ${visibleTickets(viewer)}),
      said as materialized (select c.* from contacts c
        where ${offices ? sql`c.office_id = any(${`{${offices.join(',')}}`}::uuid[])` : sql`c.office_id = any(array(select distinct office_id from picked))`} and c.id = any(array(select first_contact_id from picked))),
      places as materialized (select * from offices where id = any(array(select distinct office_id from picked))),
      followed as materialized (select f.ticket_id from followers f where f.person_id = ${viewer.id})
    select t.*, o.name as office_name, c.place as where_text, c.body as words, pa.name as assignee_name, t.id in (select ticket_id from followed) as follows,
      case when t.next_due_by is null then '[]'::json else ${OWED} end as ledger, ${beside} as beside
    ${from(sql`picked`, sql`places`, sql`said`)} order by t.id desc`);
  return rows.map((row) => ({ line: lineFrom(row, viewer), beside: row.beside as Json }));
}

export interface WorkbenchCounts {
  overdue: number;
  withinHour: number;
  today: number;
  waitingForResident: number;
  open: number;
}

/** Where a workbench reads on: the due time and id the last page ended with; no due time comes last. */
export interface WorkbenchCursor {
  dueBy: Date | null;
  id: string;
}

/** Whose tickets stand on a workbench: what one oversees, else what one has been given. */
function onTheBenchOf(viewer: Viewer): SQL {
  const offices = overseenOffices(viewer);
  // What is closed but still owes somebody a call or a visit stands there too.
  const open = sql`(t.status in ('received', 'dispatched', 'on_site', 'finished') or t.next_due_by is not null)`;
  if (overseesCompany(viewer)) return open;
  if (offices.length > 0) return sql`${open} and t.office_id = any(${`{${offices.join(',')}}`}::uuid[])`;
  const mends = sql`t.office_id = any(${`{${technicianOffices(viewer).join(',')}}`}::uuid[])`;
  return sql`${open} and t.assignee_id = ${viewer.id} and t.status <> 'finished' and ${mends}`;
}

/** What is to be done, first due first, with its counts, in one statement. */
export async function readWorkbench(
  tx: Tx,
  viewer: Viewer,
  now: Date,
  endOfToday: Date,
  after: WorkbenchCursor | null,
): Promise<{ counts: WorkbenchCounts; lines: TicketLine[] }> {
  const bench = onTheBenchOf(viewer);
  const soon = new Date(now.getTime() + 3_600_000).toISOString();
  const from = !after
    ? sql``
    : after.dueBy
      ? sql`and (t.next_due_by > ${after.dueBy.toISOString()} or (t.next_due_by = ${after.dueBy.toISOString()} and t.id > ${after.id}) or t.next_due_by is null)`
      : sql`and t.next_due_by is null and t.id > ${after.id}`;
  const rows = await tx.execute<{ counts: WorkbenchCounts; lines: Json[] }>(sql`
    select
      (select json_build_object(
          'overdue', count(*) filter (where t.next_due_by < ${now.toISOString()}),
          'withinHour', count(*) filter (where t.next_due_by between ${now.toISOString()} and ${soon}),
          'today', count(*) filter (where t.next_due_by > ${soon} and t.next_due_by <= ${endOfToday.toISOString()}),
          'waitingForResident', count(*) filter (where t.status = 'finished'),
          'open', count(*))
        from tickets t where ${bench}) as counts,
      (select coalesce(json_agg(line), '[]'::json) from (
        select ${LINE}${viewer.id}) as follows, ${OWED} as ledger ${FROM} where ${bench} ${from}
        order by t.next_due_by, t.id limit ${PAGE + 1}) line) as lines`);
  const row = rows[0]!;
  return { counts: row.counts, lines: row.lines.map((line) => lineFrom(line, viewer)) };
}

export interface HistoryLine {
  id: string;
  did: TicketEventName;
  at: Date;
  by: string | null;
  facts: Record<string, unknown>;
}

export interface ThreadLine {
  id: string;
  at: Date;
  channel: string;
  kind: string;
  direction: 'in' | 'out' | 'internal';
  audience: string;
  round: number | null;
  author: string;
  body: string;
  outcome: string | null;
  eventId: string | null;
}

export interface PhotoLine {
  id: string;
  at: Date;
  purpose: 'report' | 'result';
  round: number;
  storageKey: string;
}

export interface Who {
  id: string;
  name: string;
  phoneCipher: string | null;
  phoneLast4: string | null;
  role: string | null;
  department: string | null;
}

/** Everything about one ticket; what of it is shown to whom is decided by the caller from `relations`. */
export interface TicketWhole extends TicketLine {
  version: number;
  officeHotline: string;
  reporterAs: string | null;
  history: HistoryLine[];
  thread: ThreadLine[];
  photos: PhotoLine[];
  people: Map<string, Who>;
}

/** One ticket this viewer may see, whole, in two statements; null where there is none for them. */
export async function readTicketWhole(tx: Tx, viewer: Viewer, id: string): Promise<TicketWhole | null> {
  const [row] = await tx.execute<Json>(sql`
    select ${LINE}${viewer.id}) as follows, ${ledgerOf} as ledger, ${staffOf(sql`t.office_id`, viewer.at.toISOString())} as staff, o.hotline,
      (select r."as" from residences r where r.office_id = t.office_id and r.home_id = t.home_id and r.person_id = t.reporter_id order by r.from_at desc limit 1) as reporter_as
    ${FROM} where t.id = ${id} and ${visibleTickets(viewer)}`);
  if (!row) return null;
  const line = lineFrom(row, viewer);
  const [rest] = await tx.execute<{ history: Json[]; thread: Json[]; photos: Json[]; people: Json[] }>(sql`
    with history as (select e.* from events e where e.office_id = ${line.officeId} and e.subject = ${id}),
      thread as (select c.* from contacts c where c.office_id = ${line.officeId} and c.ticket_id = ${id})
    select
      (select coalesce(json_agg(h order by h.seq desc), '[]'::json) from history h) as history,
      (select coalesce(json_agg(c order by c.id), '[]'::json) from thread c) as thread,
      (select coalesce(json_agg(f order by f.id), '[]'::json) from photos f where f.office_id = ${line.officeId} and f.ticket_id = ${id} and f.finalised_at is not null) as photos,
      (select coalesce(json_agg(json_build_object('id', p.id, 'name', p.name, 'cipher', p.phone_cipher, 'last4', p.phone_last4, 'role', a.role, 'department', a.department)), '[]'::json)
        from people p left join lateral (
          select a.role, a.department from appointments a where a.person_id = p.id order by (a.office_id = ${line.officeId}) desc, a.from_at limit 1) a on true
        where p.id in (
          select h.by_id from history h union select (h.facts->>'assignee')::uuid from history h union select c.author_id from thread c
          union select x.reporter_id from tickets x where x.id = ${id} union select x.assignee_id from tickets x where x.id = ${id}
          union select q.owed_by from promises q where q.office_id = ${line.officeId} and q.subject = ${id})) as people`);
  const people = (rest?.people ?? []).map(
    (who): Who => ({
      id: String(who.id),
      name: String(who.name),
      phoneCipher: (who.cipher as string | null) ?? null,
      phoneLast4: (who.last4 as string | null) ?? null,
      role: (who.role as string | null) ?? null,
      department: (who.department as string | null) ?? null,
    }),
  );
  return {
    ...line,
    version: Number(row.version),
    officeHotline: String(row.hotline),
    reporterAs: (row.reporter_as as string | null) ?? null,
    history: (rest?.history ?? []).map((event) => ({
      id: String(event.id),
      did: event.did as TicketEventName,
      at: new Date(String(event.at)),
      by: (event.by_id as string | null) ?? null,
      facts: event.facts as Record<string, unknown>,
    })),
    thread: (rest?.thread ?? []).map(threadFrom),
    photos: (rest?.photos ?? []).map((photo) => ({
      id: String(photo.id),
      at: new Date(String(photo.finalised_at)),
      purpose: photo.purpose as PhotoLine['purpose'],
      round: Number(photo.round),
      storageKey: String(photo.storage_key),
    })),
    people: new Map(people.map((who) => [who.id, who])),
  };
}

/** A contact's columns as a line of a thread. */
export function threadFrom(contact: Json): ThreadLine {
  return {
    id: String(contact.id),
    at: new Date(String(contact.at)),
    channel: String(contact.channel),
    kind: String(contact.kind),
    direction: contact.direction as ThreadLine['direction'],
    audience: String(contact.audience),
    round: (contact.round as number | null) ?? null,
    author: String(contact.author_id),
    body: String(contact.body),
    outcome: (contact.outcome as string | null) ?? null,
    eventId: (contact.event_id as string | null) ?? null,
  };
}
