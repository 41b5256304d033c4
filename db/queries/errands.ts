import { type SQL, sql } from 'drizzle-orm';
import type { Complaint } from '../../shared/complaints/complaint.ts';
import { ERRAND_KINDS, type ErrandEventName, type ErrandKind, type ErrandState } from '../../shared/errands/errand.ts';
import { unitsHeadedBy } from '../../shared/errands/relations.ts';
import type { Department, Holder } from '../../shared/kernel/people.ts';
import type { Promised } from '../../shared/kernel/promises.ts';
import type { Tx } from '../connect.ts';
import { behindFrom, leftBefore, leftBehind, mattersBehind, notShut, ownersOf } from './errand-walls.ts';
import type { Json } from './json.ts';
import { type Matter, matterFrom, matterOf } from './matters.ts';
import { headedBy, owedErrands, type StandIns, worksAtTheirs } from './owing.ts';
import { PAGE } from './page.ts';
import { contextFrom, ledgerOf, type OfficeContext, promisedFrom, settingsOf, staffOf } from './ticket-files.ts';
import { uuids } from './uuids.ts';
import { type Appointment, overseenOffices, overseesCompany, type System, type Viewer } from './viewer.ts';

/** One errand as a decision reads it: where it stands, its ledger, and the office around it, without whom its matter is walled from. */
export interface ErrandFile extends OfficeContext {
  id: string;
  /** What colleagues call it. */
  number: string;
  version: number;
  state: ErrandState;
  ledger: Promised[];
  officeName: string;
  /** The matter it is about, where it is about one. */
  ticket: { id: string; number: string; round: number; place: string; hasLeft: boolean } | null;
  /** The same as whoever looks may read it. */
  matter: Matter | null;
}

/** An errand that does not stand yet. */
export interface NewErrand {
  id: string;
  officeId: string;
}

const date = (value: unknown) => new Date(String(value));
const dateOrNull = (value: unknown) => (value === null || value === undefined ? null : date(value));

/** Where an errand stands, from its columns. */
export const errandStateFrom = (row: Json): ErrandState => ({
  kind: row.kind as ErrandKind,
  status: row.status as ErrandState['status'],
  round: Number(row.round),
  givenAt: date(row.given_at),
  roundBeganAt: date(row.round_began_at),
  giver: String(row.giver_id),
  holder: String(row.holder_id),
  unit: row.department === null ? null : { department: row.department as Department, atHeadOffice: row.at_head_office === true },
  ticketId: (row.ticket_id as string | null) ?? null,
  answerBy: dateOrNull(row.answer_by),
  promisedBy: dateOrNull(row.promised_by),
  key: (row.key as string | null) ?? null,
  facts: row.facts as Record<string, unknown>,
  happened: Object.fromEntries(Object.entries(row.happened as Json).map(([did, at]) => [did, date(at)])) as Partial<Record<ErrandEventName, Date>>,
});

/** Letters `errands t` that were copied to a department one of these posts heads (I14). */
const copiedTo = (viewer: Viewer, posts: readonly Appointment[]): SQL[] =>
  posts.flatMap((post) =>
    unitsHeadedBy({ ...post, person: viewer.id }).map(({ department, atHeadOffice }) =>
      atHeadOffice
        ? sql`(t.kind = 'letter' and t.facts->'copies' ? ${department})`
        : sql`(t.kind = 'letter' and t.office_id = ${post.officeId} and t.facts->'copies' ? ${department})`,
    ),
  );

/**
 * The posts that open `errands t` to a viewer, one condition a post: the company's roles all, an office's its own, whoever holds or gave one, and whoever heads where it
 * went or was copied to. What an office they oversee opens anyway is not looked for again by another way.
 */
function errandSights(viewer: Viewer): SQL[] {
  if (overseesCompany(viewer)) return [sql`true`];
  const overseen = overseenOffices(viewer);
  const posts = viewer.appointments.filter((post) => !overseen.includes(post.officeId));
  const here = worksAtTheirs(posts);
  const mine = viewer.appointments.length > 0 ? [sql`(t.holder_id = ${viewer.id} and ${here})`, sql`(t.giver_id = ${viewer.id} and ${here})`] : [];
  return [...overseen.map((office) => sql`t.office_id = ${office}`), ...mine, ...headedBy(viewer, posts), ...copiedTo(viewer, posts)];
}

/**
 * Which `errands t` a viewer may see: the company's roles all, an office's service centre, head and director its own, whoever holds or gave one, and whoever heads where
 * it went or was copied to. Never what hangs on a complaint that is walled from them, or on a matter of their own; a letter to the general manager only these two (S11).
 */
export function visibleErrands(viewer: Viewer): SQL {
  const sights = errandSights(viewer);
  return sights.length === 0 ? sql`false` : sql`((${sql.join(sights, sql` or `)})${notShut(viewer)})`;
}

/** In which order a page of errands stands: inside each branch, and the branches together. */
interface Order {
  inside: SQL;
  together: SQL;
}
const NEWEST: Order = { inside: sql`t.id desc`, together: sql`page.id desc` };

/**
 * The first `errands t` a viewer may see of any of some conditions, each by each sight: every branch has an index that holds nothing else and ends with the order, so that
 * what is over costs a list of what is open nothing.
 */
export function firstErrands(viewer: Viewer, conditions: readonly SQL[], most: number, { inside, together }: Order): SQL {
  const sights = errandSights(viewer);
  const branches = (sights.length === 0 ? [sql`false`] : sights).flatMap((sight) =>
    conditions.map((one) => sql`(select t.* from errands t where ${one} and ${sight}${notShut(viewer)} order by ${inside} limit ${most})`),
  );
  return sql`(select * from (${sql.join(branches, sql` union `)}) page order by ${together} limit ${most})`;
}

/** The same, the newest first. */
export const newestErrands = (viewer: Viewer, conditions: readonly SQL[], most: number): SQL => firstErrands(viewer, conditions, most, NEWEST);

const FILE = (now: Date) => sql`
  t.*, o.name as office_name, o.letters, o.opens_at_minute, o.closes_at_minute, ${ledgerOf} as ledger, ${staffOf(sql`t.office_id`, now.toISOString())} as staff, ${settingsOf(sql`t.office_id`)} as settings,
  (select json_build_object('id', m.id, 'number', m.number, 'round', m.round, 'place', c.place, 'complaint', m.facts->'complaint', 'owners', ${ownersOf(now)}) from tickets m
    join contacts c on c.office_id = m.office_id and c.id = m.first_contact_id where m.office_id = t.office_id and m.id = t.ticket_id) as ticket, ${mattersBehind(now)} as behind`;

function fileFrom(row: Json): ErrandFile {
  const context = contextFrom(row);
  const ticket = row.ticket as (Json & { complaint: Complaint | null; owners: string[] }) | null;
  return {
    ...context,
    staff: ticket ? leftBefore(ticket.complaint ?? null, ticket.owners, context.staff) : leftBehind(behindFrom(row), context.staff),
    id: String(row.id),
    number: ERRAND_KINDS[row.kind as ErrandKind],
    version: Number(row.version),
    state: errandStateFrom(row),
    ledger: (row.ledger as Json[]).map(promisedFrom),
    officeName: String(row.office_name),
    ticket: ticket && {
      id: String(ticket.id),
      number: String(ticket.number),
      round: Number(ticket.round),
      place: String(ticket.place),
      hasLeft: ticket.complaint?.custody === 'company',
    },
    matter: matterFrom((row.matter as Json | null) ?? null),
  };
}

/** One errand this viewer may see; null where there is none for them. Waits for whoever moves it at this moment. */
export async function readErrand(tx: Tx, viewer: Viewer, id: string, now: Date): Promise<ErrandFile | null> {
  await tx.execute(sql`select 1 from errands t where t.id = ${id} for update`);
  return lookAtErrand(tx, viewer, id, now);
}

/** The same for a look, which waits for nobody. */
export async function lookAtErrand(tx: Tx, viewer: Viewer, id: string, now: Date): Promise<ErrandFile | null> {
  const [row] = await tx.execute<Json>(sql`
    select ${FILE(now)}, ${matterOf(viewer)} as matter from errands t join offices o on o.id = t.office_id where t.id = ${id} and ${visibleErrands(viewer)}`);
  return row ? fileFrom(row) : null;
}

/** Errands of an office for the sweep, by id. */
export async function readErrandFiles(tx: Tx, _system: System, officeId: string, ids: readonly string[], now: Date): Promise<ErrandFile[]> {
  const rows = await tx.execute<Json>(
    sql`select ${FILE(now)} from errands t join offices o on o.id = t.office_id where t.office_id = ${officeId} and t.id = any(${uuids(ids)})`,
  );
  return rows.map(fileFrom);
}

/** What stands written about an errand, oldest first. */
export interface ErrandWords {
  did: string;
  at: Date;
  by: string | null;
  byName: string | null;
  byRole: string | null;
  byDepartment: string | null;
  facts: Record<string, unknown>;
  words: string | null;
}

/** What happened to an errand at hand, and what was written with it. */
export async function readErrandHistory(tx: Tx, _viewer: Viewer, { officeId, id }: { officeId: string; id: string }): Promise<ErrandWords[]> {
  const rows = await tx.execute<Json>(sql`
    select e.did, e.at, e.by_id, p.name, post.role, post.department, e.facts, c.body
    from events e left join people p on p.id = e.by_id left join contacts c on c.event_id = e.id and c.kind = 'errand' and c.office_id = e.office_id
    left join lateral (select a.role, a.department from appointments a where a.person_id = e.by_id and a.from_at <= e.at order by (a.office_id = e.office_id) desc, a.from_at limit 1) post on true
    where e.office_id = ${officeId} and e.subject = ${id} order by e.seq, c.id`);
  return rows.map((row) => ({
    did: String(row.did),
    at: date(row.at),
    by: (row.by_id as string | null) ?? null,
    byName: (row.name as string | null) ?? null,
    byRole: (row.role as string | null) ?? null,
    byDepartment: (row.department as string | null) ?? null,
    facts: row.facts as Record<string, unknown>,
    words: (row.body as string | null) ?? null,
  }));
}

/** Names of people, by id. */
export async function readNames(tx: Tx, _viewer: Viewer, ids: readonly string[]): Promise<Record<string, string>> {
  const rows = await tx.execute<{ id: string; name: string }>(sql`select p.id, p.name from people p where p.id = any(${uuids(ids)})`);
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
}

/** One line of a list of errands. */
export interface ErrandLine {
  id: string;
  state: ErrandState;
  officeId: string;
  officeName: string;
  holderName: string;
  /** What whoever holds it is here, or else at the company; null once they work nowhere. */
  holderPost: Holder | null;
  giverName: string;
  matter: Matter | null;
  words: string;
  dueBy: Date | null;
  version: number;
}

export type ErrandsAsked = 'mine' | 'given' | 'open' | 'over';

const OPEN = sql`t.status in ('given', 'taken', 'returned')`;

const OVER = sql`t.status in ('closed', 'withdrawn')`;

const STANDING: Record<Exclude<ErrandsAsked, 'mine'>, (viewer: Viewer) => SQL> = {
  given: (viewer) => sql`${OPEN} and t.giver_id = ${viewer.id}`,
  open: () => OPEN,
  over: () => OVER,
};

/** What is theirs to do, and what came back to whoever gave it; the newest first. */
function myErrands(viewer: Viewer, standIns: StandIns, kind: SQL, after: string | null, most: number): SQL {
  const which = sql`${kind} and ${visibleErrands(viewer)}`;
  const cameBack = sql`(select t.* from errands t where ${OPEN} and t.status = 'returned' and t.giver_id = ${viewer.id} and ${which} ${olderThan(after)} order by t.id desc limit ${most})`;
  const branches = [...owedErrands(viewer, standIns, { which, after, most }), cameBack];
  return sql`(select * from (${sql.join(branches, sql` union `)}) page order by page.id desc limit ${most})`;
}

/** The post of whoever holds `errands t`: one here comes first. */
const holderPost = (
  at: string,
) => sql`(select json_build_object('person', a.person_id, 'role', a.role, 'department', a.department, 'atHeadOffice', w.kind = 'head_office')
  from appointments a join offices w on w.id = a.office_id where a.person_id = t.holder_id and a.from_at <= ${at} and (a.until_at is null or a.until_at > ${at})
    and (a.office_id = t.office_id or w.kind = 'head_office') order by a.office_id = t.office_id desc, a.from_at limit 1)`;

const LINE = (
  viewer: Viewer,
) => sql`t.*, o.name as office_name, h.name as holder_name, g.name as giver_name, ${holderPost(viewer.at.toISOString())} as holder_post, ${matterOf(viewer)} as matter,
  (select c.body from events e join contacts c on c.event_id = e.id and c.kind = 'errand' where e.office_id = t.office_id and e.subject = t.id and e.seq = 1 order by c.id desc limit 1) as words`;

const olderThan = (after: string | null) => (after ? sql`and t.id < ${after}` : sql``);

const lineFrom = (row: Json): ErrandLine => ({
  id: String(row.id),
  state: errandStateFrom(row),
  officeId: String(row.office_id),
  officeName: String(row.office_name),
  holderName: String(row.holder_name),
  holderPost: (row.holder_post as Holder | null) ?? null,
  giverName: String(row.giver_name),
  matter: matterFrom((row.matter as Json | null) ?? null),
  words: String(row.words ?? ''),
  dueBy: dateOrNull(row.next_due_by),
  version: Number(row.version),
});

/** A page of errands this viewer may see, newest first. @param kind of one kind alone; without one all but the duties and letters to the general manager, which have lists of their own */
export async function listErrands(
  tx: Tx,
  viewer: Viewer,
  { which, kind, after, standIns }: { which: ErrandsAsked; kind: ErrandKind | null; after: string | null; standIns: StandIns },
): Promise<ErrandLine[]> {
  const of = kind ? sql`t.kind = ${kind}` : sql`t.kind not in ('duty', 'mailbox')`;
  const page =
    which === 'mine'
      ? myErrands(viewer, standIns, of, after, PAGE + 1)
      : newestErrands(viewer, [sql`${STANDING[which](viewer)} and ${of} ${olderThan(after)}`], PAGE + 1);
  const rows = await tx.execute<Json>(sql`
    select ${LINE(viewer)} from ${page} t join offices o on o.id = t.office_id join people h on h.id = t.holder_id join people g on g.id = t.giver_id
    order by t.id desc`);
  return rows.map(lineFrom);
}

/** A page of the errands about a ticket this viewer may see, newest first. */
export async function listErrandsOf(tx: Tx, viewer: Viewer, ticket: { id: string; officeId: string }, after: string | null): Promise<ErrandLine[]> {
  const rows = await tx.execute<Json>(sql`
    select ${LINE(viewer)} from errands t join offices o on o.id = t.office_id join people h on h.id = t.holder_id join people g on g.id = t.giver_id
    where t.ticket_id = ${ticket.id} and t.office_id = ${ticket.officeId} and ${visibleErrands(viewer)} ${olderThan(after)} order by t.id desc limit ${PAGE + 1}`);
  return rows.map(lineFrom);
}

/** A page of the corrective actions a month was answered with, as far as this viewer may see them, newest first. @param officeId of one estate alone */
export async function listActions(
  tx: Tx,
  viewer: Viewer,
  { month, officeId, after }: { month: string; officeId: string | null; after: string | null },
): Promise<ErrandLine[]> {
  const rows = await tx.execute<Json>(sql`
    select ${LINE(viewer)} from errands t join offices o on o.id = t.office_id join people h on h.id = t.holder_id join people g on g.id = t.giver_id
    where t.kind = 'action' and t.facts->>'month' = ${month} ${officeId ? sql`and t.office_id = ${officeId}` : sql``} and ${visibleErrands(viewer)} ${olderThan(after)} order by t.id desc limit ${PAGE + 1}`);
  return rows.map(lineFrom);
}

/** A badge counts no further. */
const COUNTED = 100;

/** How many errands wait for this viewer: theirs to do, and theirs to receive back. Counted as far as a badge shows. */
export async function countErrands(tx: Tx, viewer: Viewer, standIns: StandIns): Promise<number> {
  if (viewer.appointments.length === 0) return 0;
  const [row] = await tx.execute<{ n: number }>(
    sql`select count(*)::int as n from ${myErrands(viewer, standIns, sql`t.kind not in ('duty', 'mailbox')`, null, COUNTED)} one`,
  );
  return row?.n ?? 0;
}

/** The other handovers of a ticket that lead it now (I3). Waits for whoever moves them. */
export async function readLeading(tx: Tx, _viewer: Viewer, ticket: { id: string; officeId: string }, now: Date): Promise<ErrandFile[]> {
  const rows = await tx.execute<Json>(sql`
    select ${FILE(now)} from errands t join offices o on o.id = t.office_id
    where t.office_id = ${ticket.officeId} and t.ticket_id = ${ticket.id} and t.kind = 'handover' and t.facts->>'lead' = 'true' and t.status in ('given', 'taken', 'returned') for update of t`);
  return rows.map(fileFrom);
}

/** The estates a viewer may write slips for: where they work, for the company's roles all. */
export async function officesToGiveFor(tx: Tx, viewer: Viewer): Promise<{ id: string; name: string }[]> {
  const works = overseesCompany(viewer) ? sql`true` : sql`o.id = any(${uuids(viewer.appointments.map((one) => one.officeId))})`;
  return tx.execute<{ id: string; name: string }>(sql`select o.id, o.name from offices o where o.kind = 'estate' and ${works} order by o.letters`);
}

/** The office around an errand that is given for the first time; null where this viewer does not work there. */
export async function readOfficeToGiveFor(tx: Tx, viewer: Viewer, officeId: string, now: Date): Promise<OfficeContext | null> {
  const works = overseesCompany(viewer) ? sql`true` : sql`o.id = any(${uuids(viewer.appointments.map((one) => one.officeId))})`;
  const rows = await tx.execute<Json>(sql`
    select o.id as office_id, o.letters, o.opens_at_minute, o.closes_at_minute, ${staffOf(sql`o.id`, now.toISOString())} as staff, ${settingsOf(sql`o.id`)} as settings
    from offices o where o.id = ${officeId} and o.kind = 'estate' and ${works}`);
  return rows[0] ? contextFrom(rows[0]) : null;
}

/** Where an errand has been brought, and when anybody has to look at it again. */
interface SavedErrand {
  id: string;
  officeId: string;
  version: number;
  newVersion: number;
  state: ErrandState;
  nextDueBy: Date | null;
  nextLookAt: Date | null;
}

const json = (rows: unknown[]) => sql`${JSON.stringify(rows)}::jsonb`;

const columns = ({ state, nextDueBy, nextLookAt }: Pick<SavedErrand, 'state' | 'nextDueBy' | 'nextLookAt'>) => ({
  kind: state.kind,
  status: state.status,
  round: state.round,
  given_at: state.givenAt,
  round_began_at: state.roundBeganAt,
  giver_id: state.giver,
  holder_id: state.holder,
  department: state.unit?.department ?? null,
  at_head_office: state.unit?.atHeadOffice ?? null,
  ticket_id: state.ticketId,
  answer_by: state.answerBy,
  promised_by: state.promisedBy,
  key: state.key,
  facts: state.facts,
  happened: state.happened,
  next_due_by: nextDueBy,
  next_look_at: nextLookAt,
});

/** Puts a new errand where `record` has brought it. A twin under the same key is refused by its index. */
export async function insertErrand(tx: Tx, made: NewErrand, at: Omit<SavedErrand, 'id' | 'officeId' | 'version'>): Promise<void> {
  await tx.execute(
    sql`insert into errands select * from jsonb_populate_recordset(null::errands, ${json([{ id: made.id, office_id: made.officeId, ...columns(at), version: at.newVersion }])})`,
  );
}

/** Saves where errands stand now, each only if nobody moved it since it was read. Returns the ids that were saved. */
export async function saveErrands(tx: Tx, moved: readonly SavedErrand[]): Promise<string[]> {
  const rows = moved.map((one) => ({ id: one.id, office_id: one.officeId, version: one.version, ...columns(one) }));
  const versions = moved.map((one) => ({ id: one.id, version: one.newVersion }));
  const saved = await tx.execute<{ id: string }>(sql`
    update errands t set status = n.status, round = n.round, round_began_at = n.round_began_at, holder_id = n.holder_id, answer_by = n.answer_by, promised_by = n.promised_by,
      facts = n.facts, happened = n.happened, next_due_by = n.next_due_by, next_look_at = n.next_look_at, version = v.version
    from jsonb_populate_recordset(null::errands, ${json(rows)}) n join jsonb_to_recordset(${json(versions)}) as v(id uuid, version int) on v.id = n.id
    where t.office_id = n.office_id and t.id = n.id and t.version = n.version returning t.id`);
  return saved.map((row) => row.id);
}
