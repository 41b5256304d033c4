import { type SQL, sql } from 'drizzle-orm';
import { HELD_PLACE } from '../../shared/content/checks.ts';
import { type Holder, isOnlyFollowing, isStaffTo, type Relation } from '../../shared/kernel/people.ts';
import type { Promised } from '../../shared/kernel/promises.ts';
import { publicPlace } from '../../shared/tickets/followers.ts';
import type { TicketState } from '../../shared/tickets/ticket.ts';
import type { Tx } from '../connect.ts';
import { hiddenWords } from './held.ts';
import type { Json } from './json.ts';
import { PAGE } from './page.ts';
import { promisedFrom, stateFrom } from './ticket-files.ts';
import { uuids } from './uuids.ts';
import { homesNow, overseenOffices, overseesCompany, technicianOffices, type Viewer } from './viewer.ts';
import { keptFrom, relationsTo, secretsIn, sightsOf, visibleTickets } from './visible.ts';

/** A ticket as lists show it. */
export interface TicketLine {
  id: string;
  number: string;
  officeId: string;
  officeName: string;
  reporterId: string;
  homeId: string | null;
  where: string;
  words: string;
  assigneeName: string | null;
  nextDueBy: Date | null;
  relations: Relation[];
  state: TicketState;
  ledger: Promised[];
  /** This viewer's own report that was merged into it. */
  own: { id: string; number: string } | null;
  /** What it is one matter with that a housemate keeps from this viewer: nothing says that there is such a one. */
  secrets: readonly string[];
  /** Whether this viewer, whose own was merged there, has rated this round. */
  hasRated: boolean;
  /** The last thing others said to everybody who follows, and to colleagues too; and how far this viewer has read, at least the report. */
  said: { all: string | null; shown: string | null; readTo: string };
}

// Asked line by line on purpose: joined, the planner reads a whole office's words for a page of twenty.
export const FIRST_CONTACT = sql`
  cross join lateral (select c.place as where_text, c.body as words, ${hiddenWords(sql`c`)} as words_hidden from contacts c where c.office_id = t.office_id and c.id = t.first_contact_id offset 0) c`;

/** Of the ledger, lists need only what is still owed. */
export const OWED = sql`(select coalesce(json_agg(p), '[]'::json) from promises p
  where p.office_id = t.office_id and p.subject = t.id and p.kept_at is null and p.withdrawn_at is null)`;

/** The last words of others on `t`, and how far this viewer has read. */
export const saidTo = (
  viewer: Viewer,
) => sql`(select json_build_object('all', max(s.id::text), 'shown', max(s.id::text) filter (where s.audience <> 'staff' and not ${hiddenWords(sql`s`)}), 'readTo',
    (select r.read_to from reads r where r.office_id = t.office_id and r.ticket_id = t.id and r.person_id = ${viewer.id}))
  from contacts s where s.office_id = t.office_id and s.ticket_id = t.id and s.author_id <> ${viewer.id})`;

/** Where it is: what is held is not said, a neighbour's public place by our own words, and a neighbour's home not at all. */
function placeFor(place: TicketState['place'], where: string, isHeld: boolean, isOther: boolean): string {
  if (place === 'home') return isOther ? '和您报的是同一件' : where;
  return isHeld ? HELD_PLACE : isOther ? publicPlace(where) : where;
}

/** A row of `linesOf` as this viewer may read it. */
export function lineFrom(row: Json, viewer: Viewer): TicketLine {
  const state = stateFrom(row);
  const relations = relationsTo(
    viewer,
    {
      officeId: String(row.office_id),
      reporterId: String(row.reporter_id),
      homeId: (row.home_id as string | null) ?? null,
      place: state.place,
      receivedAt: state.receivedAt,
      assignee: state.assignee,
      firstContact: state.firstContact,
      follows: row.follows === true,
      fellow: Boolean(row.own),
      onlyMine: state.onlyMine === true,
      kind: state.kind,
      complaint: state.complaint,
      drawnFor: state.drawnFor,
    },
    (row.staff as Holder[] | undefined) ?? null,
  );
  // What the reporter wrote, until somebody has looked at it, is theirs and colleagues' to read.
  const isHeld = row.words_hidden === true && row.reporter_id !== viewer.id && !isStaffTo(relations);
  // What a neighbour wrote is theirs: whoever only follows reads where it is by our own words.
  const isOther = isOnlyFollowing(relations);
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
    homeId: (row.home_id as string | null) ?? null,
    where: placeFor(state.place, String(row.where_text), isHeld, isOther),
    words: isHeld || isOther ? '' : String(row.words),
    assigneeName: (row.assignee_name as string | null) ?? null,
    nextDueBy: row.next_due_by === null ? null : new Date(String(row.next_due_by)),
    relations,
    state,
    ledger: (row.ledger as Json[]).map(promisedFrom),
    own: (row.own as TicketLine['own']) ?? null,
    secrets: (row.secrets as string[] | undefined) ?? [],
    hasRated: state.ratedBy.includes(viewer.id),
    said: { ...said, readTo: said.readTo ?? String(row.first_contact_id) },
  };
}

/** As the partial indexes write it; another wording would not use them. */
const OPEN = sql`t.status in ('received', 'dispatched', 'on_site', 'finished')`;

/** Finished, among all estates. As its index writes it. */
export const FINISHED_ANYWHERE = sql`(t.status || '') = 'finished'`;

/** Under way, and only a resident can go on with it: a quote or a new date waits. As the partial indexes write it. */
export const WAITING = sql`(t.waits_for is not null)`;

/** What stands on workbenches: what is open, and what is closed but still owes somebody a call or a visit. */
export const TO_DO = sql`(${OPEN} or t.next_due_by is not null)`;

/** Of what a viewer sees: whoever oversees it reads what waits for residents; residents, what waits for the home they live in now. */
function asksOf(viewer: Viewer): SQL {
  if (overseesCompany(viewer)) return sql`true`;
  const homes = homesNow(viewer, viewer.at).map((home) => home.homeId);
  return sql`(t.office_id = any(${uuids(overseenOffices(viewer))}) or t.home_id = any(${uuids(homes)}))`;
}

/**
 * Finished, as the index of what this viewer oversees writes it. Whoever oversees nothing has few tickets of their own: an index of all that are
 * finished would only be in the way.
 */
function finishedTo(viewer: Viewer): SQL {
  if (overseesCompany(viewer)) return FINISHED_ANYWHERE;
  return overseenOffices(viewer).length > 0 ? sql`t.status = 'finished'` : sql`coalesce(t.status, '') = 'finished'`;
}

/** The same of what is finished: whose own was merged there is asked too (Z3). */
const asksOrTookIn = (viewer: Viewer) => sql`(${asksOf(viewer)} or exists (select 1 from followers f
  where f.office_id = t.office_id and f.ticket_id = t.id and f.person_id = ${viewer.id} and f.via = 'merged' and f.until_at is null))`;

/** What this viewer follows, among these tickets if they are known, and which report of theirs was merged there. */
export const followedBy = (viewer: Viewer, among: SQL) => sql`
  select f.ticket_id, case when f.via = 'merged' then (select json_build_object('id', m.id, 'number', m.number) from tickets m where m.office_id = f.office_id and m.id = f.own_ticket) end as own
  from followers f where f.person_id = ${viewer.id} and f.via <> 'first_contact' and f.until_at is null ${among}`;

const FOLLOWS = sql`t.id in (select ticket_id from followed) as follows, (select own from followed where ticket_id = t.id) as own`;

/**
 * The lines of a page of tickets, whatever its order. What few rows answer for all lines is read once: offices, technicians, what the viewer
 * follows.
 */
export const linesOf = (viewer: Viewer, page: SQL) => sql`
  with page as materialized (${page}),
    office as materialized (select o.id, o.name from offices o where o.id = any(array(select office_id from page))),
    technician as materialized (select p.id, p.name from people p where p.id = any(array(select assignee_id from page))),
    followed as materialized (${followedBy(viewer, sql`and f.ticket_id = any(array(select id from page))`)})
  select t.*, o.name as office_name, c.*, pa.name as assignee_name, ${FOLLOWS}, ${OWED} as ledger, ${saidTo(viewer)} as said, ${secretsIn(viewer)} as secrets
  from page t join office o on o.id = t.office_id left join technician pa on pa.id = t.assignee_id ${FIRST_CONTACT}`;

/**
 * What this viewer may see, newest first, in pages of twenty; one more than a page means there is a next.
 * @param after the id the last page ended with
 * @param hat the same person as one of what they are, their homes or their posts alone: narrows what is listed, never what they are to it
 */
export async function listTickets(
  tx: Tx,
  viewer: Viewer,
  show: 'open' | 'your_turn' | 'done',
  after: string | null,
  hat: Viewer = viewer,
): Promise<TicketLine[]> {
  const shown: Record<typeof show, SQL> = {
    open: OPEN,
    your_turn: sql`${finishedTo(hat)} and (t.assignee_id = ${viewer.id}) is not true and ${asksOrTookIn(hat)}`,
    done: sql`t.status in ('closed', 'cancelled')`,
  };
  // What somebody holds themselves waits for others: no branch need look there.
  const looking = show === 'your_turn' ? { ...hat, appointments: hat.appointments.filter((one) => one.role !== 'technician') } : hat;
  const those =
    show === 'your_turn' ? [shown[show], sql`${WAITING} and (t.assignee_id = ${viewer.id}) is not true and ${asksOf(hat)}`] : [shown[show]];
  // What one only follows waits for its reporter.
  const branches = sightsOf(looking, show === 'your_turn' ? 'followed' : null).flatMap((sight) =>
    those.map(
      (which) =>
        sql`(select t.* from tickets t where ${sight} and ${which} ${keptFrom(viewer)} ${after ? sql`and t.id < ${after}` : sql``} order by t.id desc limit ${PAGE + 1})`,
    ),
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
 * Tickets are read in one pass over an index, their words one by one by a hash, which is as deep among many as among few; what owes nothing has no ledger to read.
 * @param offices where they all are, if that is known
 */
export async function listTheseTickets(
  tx: Tx,
  viewer: Viewer,
  ids: readonly string[],
  offices: readonly string[] | null,
  beside: SQL,
): Promise<{ line: TicketLine; beside: Json }[]> {
  const there = offices ? sql`t.office_id = any(${uuids(offices)}) and` : sql``;
  const rows = await tx.execute<Json>(sql`
    with picked as materialized (select t.* from tickets t where ${there} t.id = any(${uuids(ids)}) and ${visibleTickets(viewer)}),
      places as materialized (select * from offices where id = any(array(select distinct office_id from picked))),
      technician as materialized (select p.id, p.name from people p where p.id = any(array(select distinct assignee_id from picked))),
      followed as materialized (${followedBy(viewer, sql``)})
    select t.*, o.name as office_name, c.*, pa.name as assignee_name, ${FOLLOWS},
      case when t.next_due_by is null then '[]'::json else ${OWED} end as ledger, ${secretsIn(viewer)} as secrets, ${beside} as beside
    from picked t join places o on o.id = t.office_id left join technician pa on pa.id = t.assignee_id ${FIRST_CONTACT} order by t.id desc`);
  return rows.map((row) => ({ line: lineFrom(row, viewer), beside: row.beside as Json }));
}

/** What this technician has finished since an instant, newest first, at most a page. */
export async function listDone(tx: Tx, viewer: Viewer, since: Date): Promise<TicketLine[]> {
  const mends = technicianOffices(viewer);
  if (mends.length === 0) return [];
  const page = sql`
    select t.* from tickets t where t.assignee_id = ${viewer.id} and array_position(${uuids(mends)}, t.office_id) is not null
      and t.status in ('finished', 'closed') and (t.happened->>'finished')::timestamptz >= ${since.toISOString()} order by t.id desc limit ${PAGE}`;
  const rows = await tx.execute<Json>(sql`${linesOf(viewer, page)} order by t.happened->>'finished' desc`);
  return rows.map((row) => lineFrom(row, viewer));
}
