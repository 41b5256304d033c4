import { type SQL, sql } from 'drizzle-orm';
import { type Check, HELD_PLACE } from '../../shared/content/checks.ts';
import { type Holder, isStaffTo, type Relation } from '../../shared/kernel/people.ts';
import type { Promised } from '../../shared/kernel/promises.ts';
import type { TicketEventName, TicketState } from '../../shared/tickets/ticket.ts';
import type { Tx } from '../connect.ts';
import { checkFrom, checkOf, checkOfPhoto, hiddenWords } from './held.ts';
import { ledgerOf, promisedFrom, staffOf, stateFrom } from './ticket-files.ts';
import { overseenOffices, overseesCompany, technicianOffices, type Viewer } from './viewer.ts';
import { relationsTo, sightsOf, visibleTickets } from './visible.ts';

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
  /** The last thing others said to everybody who follows, and to colleagues too; and how far this viewer has read, at least the report. */
  said: { all: string | null; shown: string | null; readTo: string };
}

type Json = Record<string, unknown>;

// Asked line by line on purpose: joined, the planner reads a whole office's words for a page of twenty.
const FIRST_CONTACT = sql`
  cross join lateral (select c.place as where_text, c.body as words, ${hiddenWords(sql`c`)} as words_hidden from contacts c where c.office_id = t.office_id and c.id = t.first_contact_id offset 0) c`;
/** Of the ledger, lists need only what is still owed. */
const OWED = sql`(select coalesce(json_agg(p), '[]'::json) from promises p
  where p.office_id = t.office_id and p.subject = t.id and p.kept_at is null and p.withdrawn_at is null)`;

/** The last words of others on `t`, and how far this viewer has read. */
const saidTo = (
  viewer: Viewer,
) => sql`(select json_build_object('all', max(s.id::text), 'shown', max(s.id::text) filter (where s.audience <> 'staff' and not ${hiddenWords(sql`s`)}), 'readTo',
    (select r.read_to from reads r where r.office_id = t.office_id and r.ticket_id = t.id and r.person_id = ${viewer.id}))
  from contacts s where s.office_id = t.office_id and s.ticket_id = t.id and s.author_id <> ${viewer.id})`;

function lineFrom(row: Json, viewer: Viewer): TicketLine {
  const state = stateFrom(row);
  const relations = relationsTo(
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
  );
  // What the reporter wrote, until somebody has looked at it, is theirs and colleagues' to read.
  const isHeld = row.words_hidden === true && row.reporter_id !== viewer.id && !isStaffTo(relations);
  const said = (row.said as { all: string | null; shown: string | null; readTo: string | null } | undefined) ?? {
    all: null,
    shown: null,
    readTo: null,
  };
  return {
    id: String(row.id),
    number: String(row.number),
    officeId: String(row.office_id),
    officeName: String(row.office_name),
    reporterId: String(row.reporter_id),
    homeId: String(row.home_id),
    where: isHeld && state.place === 'public' ? HELD_PLACE : String(row.where_text),
    words: isHeld ? '' : String(row.words),
    assigneeName: (row.assignee_name as string | null) ?? null,
    nextDueBy: row.next_due_by === null ? null : new Date(String(row.next_due_by)),
    relations,
    state,
    ledger: (row.ledger as Json[]).map(promisedFrom),
    said: { ...said, readTo: said.readTo ?? String(row.first_contact_id) },
  };
}

/** As the partial indexes write it; another wording would not use them. */
const OPEN = sql`t.status in ('received', 'dispatched', 'on_site', 'finished')`;
/** What stands on workbenches: what is open, and what is closed but still owes somebody a call or a visit. */
const TO_DO = sql`(${OPEN} or t.next_due_by is not null)`;

/** The lines of a page of tickets, whatever its order. What few rows answer for all lines is read once: offices, technicians, what the viewer follows. */
const linesOf = (viewer: Viewer, page: SQL) => sql`
  with page as materialized (${page}),
    office as materialized (select o.id, o.name from offices o where o.id = any(array(select office_id from page))),
    technician as materialized (select p.id, p.name from people p where p.id = any(array(select assignee_id from page))),
    followed as materialized (select f.ticket_id from followers f where f.person_id = ${viewer.id} and f.ticket_id = any(array(select id from page)))
  select t.*, o.name as office_name, c.*, pa.name as assignee_name, t.id in (select ticket_id from followed) as follows, ${OWED} as ledger, ${saidTo(viewer)} as said
  from page t join office o on o.id = t.office_id left join technician pa on pa.id = t.assignee_id ${FIRST_CONTACT}`;

/**
 * What this viewer may see, newest first, in pages of twenty; one more than a page means there is a next.
 * @param hat what of this viewer looks: all of them, or their homes or their posts alone
 * @param after the id the last page ended with
 * @param hat the same person as one of what they are: narrows what is listed, never what they are to it
 */
export async function listTickets(
  tx: Tx,
  viewer: Viewer,
  show: 'open' | 'your_turn' | 'done',
  after: string | null,
  hat: Viewer = viewer,
): Promise<TicketLine[]> {
  const oversees = overseesCompany(hat) || overseenOffices(hat).length > 0;
  const shown: Record<typeof show, SQL> = {
    open: OPEN,
    // Whoever oversees nothing has few tickets of their own: an index of all that are finished would only be in the way.
    your_turn: sql`${oversees ? sql`t.status` : sql`coalesce(t.status, '')`} = 'finished' and not (t.assignee_id = ${viewer.id})`,
    done: sql`t.status in ('closed', 'cancelled')`,
  };
  // What somebody holds themselves waits for others: no branch need look there.
  const looking = show === 'your_turn' ? { ...hat, appointments: hat.appointments.filter((one) => one.role !== 'technician') } : hat;
  const branches = sightsOf(looking).map(
    (sight) =>
      sql`(select t.* from tickets t where ${sight} and ${shown[show]} ${after ? sql`and t.id < ${after}` : sql``} order by t.id desc limit ${PAGE + 1})`,
  );
  const page = sql`
    select distinct on (seen.id) seen.* from (${sql.join(branches, sql` union all `)}) seen order by seen.id desc limit ${PAGE + 1}`;
  const rows = await tx.execute<Json>(sql`${linesOf(viewer, page)} order by t.id desc`);
  // At work too, a ticket of one's own home is one's own; at home, nobody is a colleague.
  const whole = { ...hat, residences: viewer.residences };
  return rows.map((row) => lineFrom(row, whole));
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
    select t.*, o.name as office_name, c.place as where_text, c.body as words, ${hiddenWords(sql`c`)} as words_hidden, pa.name as assignee_name, t.id in (select ticket_id from followed) as follows,
      case when t.next_due_by is null then '[]'::json else ${OWED} end as ledger, ${beside} as beside
    from picked t join places o on o.id = t.office_id join said c on c.office_id = t.office_id and c.id = t.first_contact_id
      left join people pa on pa.id = t.assignee_id order by t.id desc`);
  return rows.map((row) => ({ line: lineFrom(row, viewer), beside: row.beside as Json }));
}

const COMPANY_COUNTS_STOP_AT = 100;

/** How far this viewer's workbench counts: what is open in a whole company has no end that a page should wait for; null where it counts it all. */
export const countsStopAt = (viewer: Viewer) => (overseesCompany(viewer) ? COMPANY_COUNTS_STOP_AT : null);

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

/** Whose tickets stand on a workbench, branch by branch: what one oversees, else what one has been given. */
function benchesOf(viewer: Viewer): SQL[] {
  if (overseesCompany(viewer)) return [TO_DO];
  const offices = overseenOffices(viewer);
  if (offices.length > 0) return offices.map((office) => sql`${TO_DO} and t.office_id = ${office}`);
  // Said so that no index of offices is read for it.
  const mends = sql`array_position(${`{${technicianOffices(viewer).join(',')}}`}::uuid[], t.office_id) is not null`;
  return [sql`${TO_DO} and t.assignee_id = ${viewer.id} and t.status <> 'finished' and ${mends}`];
}

/** Counted in one pass over what is to do in one's offices or is one's own; for the company only as far as a hundred. */
function countsOf(viewer: Viewer, now: string, soon: string, endOfToday: string): SQL {
  const due = {
    overdue: sql`t.next_due_by < ${now}`,
    withinHour: sql`t.next_due_by between ${now} and ${soon}`,
    today: sql`t.next_due_by > ${soon} and t.next_due_by <= ${endOfToday}`,
  };
  if (overseesCompany(viewer)) {
    const upTo = (where: SQL) => sql`(select count(*) from (select 1 from tickets t where ${where} limit ${COMPANY_COUNTS_STOP_AT}) counted)`;
    return sql`json_build_object('overdue', ${upTo(due.overdue)}, 'withinHour', ${upTo(due.withinHour)}, 'today', ${upTo(due.today)},
      'waitingForResident', ${upTo(sql`t.status = 'finished'`)}, 'open', ${upTo(TO_DO)})`;
  }
  const counted = benchesOf(viewer).map(
    (bench) => sql`select count(*) filter (where ${due.overdue}) as overdue, count(*) filter (where ${due.withinHour}) as within_hour,
      count(*) filter (where ${due.today}) as today, count(*) as open from (select t.next_due_by from tickets t where ${bench} order by t.id offset 0) t`,
  );
  const offices = overseenOffices(viewer);
  const waiting =
    offices.length === 0
      ? sql`0`
      : sql`(select count(*) from tickets t where t.status = 'finished' and t.office_id = any(${`{${offices.join(',')}}`}::uuid[]))`;
  return sql`(select json_build_object('overdue', sum(overdue), 'withinHour', sum(within_hour), 'today', sum(today),
    'waitingForResident', ${waiting}, 'open', sum(open)) from (${sql.join(counted, sql` union all `)}) counted)`;
}

/** What is to be done, first due first, with its counts, in one statement. */
export async function readWorkbench(
  tx: Tx,
  viewer: Viewer,
  now: Date,
  endOfToday: Date,
  after: WorkbenchCursor | null,
): Promise<{ counts: WorkbenchCounts; lines: TicketLine[] }> {
  const soon = new Date(now.getTime() + 3_600_000).toISOString();
  // What has no due time comes last, and an index can be entered in the middle only by a range: two ranges after a page that ended before it.
  const dueBy = after?.dueBy?.toISOString();
  const ranges = !after
    ? [sql`true`]
    : dueBy
      ? [sql`(t.next_due_by, t.id) > (${dueBy}, ${after.id})`, sql`t.next_due_by is null`]
      : [sql`t.next_due_by is null and t.id > ${after.id}`];
  const branches = benchesOf(viewer).flatMap((bench) =>
    ranges.map((range) => sql`(select t.* from tickets t where ${bench} and ${range} order by t.next_due_by, t.id limit ${PAGE + 1})`),
  );
  const page = sql`select * from (${sql.join(branches, sql` union all `)}) standing order by standing.next_due_by, standing.id limit ${PAGE + 1}`;
  const rows = await tx.execute<{ counts: WorkbenchCounts; lines: Json[] }>(sql`
    select ${countsOf(viewer, now.toISOString(), soon, endOfToday.toISOString())} as counts,
      (select coalesce(json_agg(line order by line.next_due_by, line.id), '[]'::json) from (${linesOf(viewer, page)}) line) as lines`);
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
  check: Check | null;
}

export interface PhotoLine {
  id: string;
  at: Date;
  purpose: 'report' | 'result' | 'message';
  round: number;
  storageKey: string;
  by: string;
  check: Check | null;
  contactId: string | null;
}

/** A voice note that was said with some words. */
export interface VoiceLine {
  id: string;
  contactId: string;
  seconds: number;
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
  voices: VoiceLine[];
  people: Map<string, Who>;
}

/** One ticket this viewer may see, whole, in two statements; null where there is none for them. */
export async function readTicketWhole(tx: Tx, viewer: Viewer, id: string): Promise<TicketWhole | null> {
  const [row] = await tx.execute<Json>(sql`
    select t.*, o.name as office_name, c.*, (select pa.name from people pa where pa.id = t.assignee_id) as assignee_name,
      exists (select 1 from followers f where f.office_id = t.office_id and f.ticket_id = t.id and f.person_id = ${viewer.id}) as follows, ${ledgerOf} as ledger, ${saidTo(viewer)} as said, ${staffOf(sql`t.office_id`, viewer.at.toISOString())} as staff, o.hotline,
      (select r."as" from residences r where r.office_id = t.office_id and r.home_id = t.home_id and r.person_id = t.reporter_id order by r.from_at desc limit 1) as reporter_as
    from tickets t join offices o on o.id = t.office_id ${FIRST_CONTACT} where t.id = ${id} and ${visibleTickets(viewer)}`);
  if (!row) return null;
  const line = lineFrom(row, viewer);
  const known = [line.reporterId, line.state.assignee, ...line.ledger.map((promise) => promise.owedBy)].filter((one) => one !== null);
  const [rest] = await tx.execute<{ history: Json[]; thread: Json[]; photos: Json[]; people: Json[] }>(sql`
    with history as materialized (select e.* from events e where e.office_id = ${line.officeId} and e.subject = ${id}),
      thread as materialized (select c.*, ${checkOf(sql`c`)} as held from contacts c where c.office_id = ${line.officeId} and c.ticket_id = ${id}),
      named as materialized (select h.by_id as id from history h union select (h.facts->>'assignee')::uuid from history h union select c.author_id from thread c
        union select unnest(${`{${[...new Set(known)].join(',')}}`}::uuid[]))
    select
      (select coalesce(json_agg(h order by h.seq desc), '[]'::json) from history h) as history,
      (select coalesce(json_agg(c order by c.id), '[]'::json) from thread c) as thread,
      (select coalesce(json_agg(f order by f.round, f.purpose, f.position, f.id), '[]'::json) from (select f.*, ${checkOfPhoto(sql`f`)} as held from photos f where f.office_id = ${line.officeId} and f.ticket_id = ${id} and f.finalised_at is not null) f) as photos,
      (select coalesce(json_agg(json_build_object('id', p.id, 'name', p.name, 'cipher', p.phone_cipher, 'last4', p.phone_last4, 'role', a.role, 'department', a.department)), '[]'::json)
        from named n cross join lateral (select p.* from people p where p.id = n.id offset 0) p left join lateral (
          select a.role, a.department from appointments a where a.person_id = p.id order by (a.office_id = ${line.officeId}) desc, a.from_at limit 1) a on true) as people`);
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
  const files = rest?.photos ?? [];
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
    photos: files
      .filter((file) => file.purpose !== 'voice')
      .map((photo) => ({
        id: String(photo.id),
        at: new Date(String(photo.finalised_at)),
        purpose: photo.purpose as PhotoLine['purpose'],
        round: Number(photo.round),
        storageKey: String(photo.storage_key),
        by: String(photo.uploaded_by),
        check: checkFrom(photo.held),
        contactId: (photo.contact_id as string | null) ?? null,
      })),
    voices: files
      .filter((file) => file.purpose === 'voice' && file.contact_id !== null)
      .map((voice) => ({
        id: String(voice.id),
        contactId: String(voice.contact_id),
        seconds: Number(voice.seconds),
        storageKey: String(voice.storage_key),
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
    check: checkFrom(contact.held),
  };
}
