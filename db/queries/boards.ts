import { type SQL, sql } from 'drizzle-orm';
import type { KindAsked } from '../../shared/contract/boards.ts';
import { headsServiceCentre, RELATION_HOLDERS } from '../../shared/kernel/people.ts';
import { WORKED } from '../../shared/tickets/groups.ts';
import type { TicketKind } from '../../shared/tickets/ticket.ts';
import type { Figure } from '../../shared/tickets/timeliness.ts';
import type { Tx } from '../connect.ts';
import type { Json } from './json.ts';
import { PAGE } from './page.ts';
import { lineFrom, linesOf, type TicketLine } from './ticket-lines.ts';
import { uuids } from './uuids.ts';
import { overseesCompany, type Viewer } from './viewer.ts';
import { hiddenFrom, keptFrom } from './visible.ts';

/** So many open tickets of an office a board shows, the soonest due. */
const BOARD = 200;

/** The estates whose technicians somebody places: the engineers' head, the director, the service centre's head. */
export const boardOffices = (viewer: Viewer): string[] => [
  ...new Set(
    viewer.appointments
      .filter((one) => RELATION_HOLDERS.head(one) || RELATION_HOLDERS.director(one) || headsServiceCentre(one))
      .map((one) => one.officeId),
  ),
];

const ofKind = (kind: KindAsked): SQL => (kind === 'all' ? sql`` : sql`and t.kind = ${kind}`);
/** Where somebody is sent. */
const worked = sql`and t.kind = any(${`{${WORKED.join(',')}}`}::text[])`;

export interface BoardRow {
  lines: TicketLine[];
  technicians: { id: string; name: string; doneToday: number }[];
  places: string[];
  /** So many are listed of more; null where they all are. */
  onlyFirst: number | null;
}

/** What is under way in these offices and who works there, in one statement. @param since the beginning of today */
export async function readBoard(tx: Tx, viewer: Viewer, kind: KindAsked, since: Date, now: Date): Promise<BoardRow> {
  const offices = uuids(boardOffices(viewer));
  const at = now.toISOString();
  const page = sql`
    select t.* from tickets t where t.office_id = any(${offices}) and t.status in ('received', 'dispatched', 'on_site') ${worked} ${ofKind(kind)} ${keptFrom(viewer)}
    order by t.next_due_by, t.id limit ${BOARD + 1}`;
  const [row] = await tx.execute<{ lines: Json[]; technicians: BoardRow['technicians']; places: string[] }>(sql`
    select (select coalesce(json_agg(line order by line.next_due_by, line.id), '[]'::json) from (${linesOf(viewer, page)}) line) as lines,
      (select coalesce(json_agg(o.name order by o.letters), '[]'::json) from offices o where o.id = any(${offices})) as places,
      (select coalesce(json_agg(json_build_object('id', p.id, 'name', p.name, 'doneToday', (
          select count(*) from tickets t where t.assignee_id = p.id and t.office_id = any(${offices}) and t.status in ('finished', 'closed') ${ofKind(kind)}
            and (t.happened->>'finished')::timestamptz >= ${since.toISOString()})) order by p.name, p.id), '[]'::json)
        from people p where p.id in (select a.person_id from appointments a where a.office_id = any(${offices}) and a.role = 'technician'
          and a.from_at <= ${at} and (a.until_at is null or a.until_at > ${at}))) as technicians`);
  const lines = (row?.lines ?? []).map((line) => lineFrom(line, viewer));
  return {
    lines: lines.slice(0, BOARD),
    technicians: row?.technicians ?? [],
    places: row?.places ?? [],
    onlyFirst: lines.length > BOARD ? BOARD : null,
  };
}

/** The estates whose lateness somebody answers for; null where it is nobody's business, 'all' for the company. */
export function lateOffices(viewer: Viewer): string[] | 'all' | null {
  if (overseesCompany(viewer)) return 'all';
  const offices = viewer.appointments.filter((one) => RELATION_HOLDERS.director(one) || RELATION_HOLDERS.head(one)).map((one) => one.officeId);
  return offices.length > 0 ? [...new Set(offices)] : null;
}

const inOffices = (offices: string[] | 'all'): SQL =>
  offices === 'all' ? sql`p.subject_kind = 'ticket'` : sql`p.office_id = any(${uuids(offices)}) and p.subject_kind = 'ticket'`;

/** Promises of tickets of a kind; what a housemate keeps to themselves, and what is walled, is in nobody's figures whom it is kept from. No ticket is read for what is asked of none. */
const keptPromises = (viewer: Viewer, kind: KindAsked): SQL =>
  hiddenFrom(viewer) === null && kind === 'all'
    ? sql``
    : sql`and exists (select 1 from tickets t where t.office_id = p.office_id and t.id = p.subject ${ofKind(kind)} ${keptFrom(viewer)})`;

/** As `isMissed` and `outcomeOf` have it; a test holds the two together. */
export const isMissed = (now: string) => sql`coalesce(p.kept_at, p.withdrawn_at, ${now}::timestamptz) > p.due_by`;
const isLateNow = (now: string) => sql`p.kept_at is null and p.withdrawn_at is null and p.due_by < ${now}`;
const wasExtended = sql`exists (select 1 from promise_terms m where m.office_id = p.office_id and m.subject = p.subject and m.what = p.what and m.round = p.round and m.opened_by = p.opened_by)`;

/** Which promises are behind a figure, of those that fell due or were kept in the span. */
const behind = (figure: Figure, now: string): SQL =>
  ({
    kept: sql`p.kept_at is not null and not (${isMissed(now)}) and p.kept_at <= p.first_due_by`,
    agreed: sql`p.kept_at is not null and not (${isMissed(now)}) and p.kept_at > p.first_due_by`,
    missed: isMissed(now),
    open: isLateNow(now),
    extended: wasExtended,
  })[figure];

/** A promise belongs to the span in which it was kept, or else fell due. What is late now is late however long ago it fell due. */
const inSpan = (from: string, now: string) => sql`p.due_by >= ${from} and least(p.due_by, coalesce(p.kept_at, p.due_by)) <= ${now}`;

export interface Counted {
  what: string;
  clause: string;
  cause: string | null;
  kept: number;
  agreed: number;
  missed: number;
  open: number;
  extended: number;
}

/** How many promises are behind each figure, by what was promised and why it was missed, in one statement. */
export async function countTimeliness(
  tx: Tx,
  viewer: Viewer,
  offices: string[] | 'all',
  kind: KindAsked,
  from: Date,
  now: Date,
): Promise<{ rows: Counted[]; places: string[] }> {
  const [since, at] = [from.toISOString(), now.toISOString()];
  const figure = (one: Figure) => sql`count(*) filter (where ${one === 'open' ? sql`true` : inSpan(since, at)} and ${behind(one, at)})::int`;
  const [row] = await tx.execute<{ rows: Counted[] | null; places: string[] | null }>(sql`
    select (select json_agg(c) from (
        select p.what, p.clause, case when ${isMissed(at)} then p.miss_cause end as cause, ${figure('kept')} as kept, ${figure('agreed')} as agreed, ${figure('missed')} as missed,
          ${figure('open')} as open, ${figure('extended')} as extended
        from promises p where ${inOffices(offices)} and ((${inSpan(since, at)}) or (${isLateNow(at)})) ${keptPromises(viewer, kind)} group by 1, 2, 3) c) as rows,
      (select json_agg(o.name order by o.letters) from offices o where ${offices === 'all' ? sql`o.kind = 'head_office'` : sql`o.id = any(${uuids(offices)})`}) as places`);
  return { rows: row?.rows ?? [], places: row?.places ?? [] };
}

export interface LateRow {
  key: string;
  ticketId: string;
  number: string;
  kind: TicketKind;
  category: string;
  where: string;
  officeName: string;
  what: string;
  clause: string;
  ownerName: string | null;
  firstDueBy: Date;
  dueBy: Date;
  keptAt: Date | null;
  cause: string | null;
  agreed: { byName: string; at: Date; from: Date; to: Date } | null;
}

export interface LateCursor {
  dueBy: Date;
  key: string;
}

const KEY = sql`p.opened_by::text || '-' || p.what || '-' || p.round`;

/** The promises behind a figure, the newest due first; what is late now the oldest first. */
export async function listTimeliness(
  tx: Tx,
  viewer: Viewer,
  asked: { offices: string[] | 'all'; kind: KindAsked; figure: Figure; cause: string | null; from: Date; now: Date; after: LateCursor | null },
): Promise<LateRow[]> {
  const { offices, kind, figure, cause, after } = asked;
  const [from, now] = [asked.from.toISOString(), asked.now.toISOString()];
  const isOpen = figure === 'open';
  const why = cause === null ? sql`true` : cause === 'not_said' ? sql`p.miss_cause is null` : sql`p.miss_cause = ${cause}`;
  const beyond = after ? sql`and (p.due_by, ${KEY}) ${isOpen ? sql`>` : sql`<`} (${after.dueBy.toISOString()}, ${after.key})` : sql``;
  const order = isOpen ? sql`p.due_by, 1` : sql`p.due_by desc, 1 desc`;
  const rows = await tx.execute<Json>(sql`
    select ${KEY} as key, p.subject, p.what, p.clause, p.first_due_by, p.due_by, p.kept_at, p.miss_cause, t.number, t.kind, t.facts->>'category' as category, c.place, o.name as office_name,
      w.name as owner_name, term.by_name, term.agreed_at, term.to_by, coalesce(term.from_by, p.first_due_by) as from_by
    from promises p join tickets t on t.office_id = p.office_id and t.id = p.subject join offices o on o.id = p.office_id
      join contacts c on c.office_id = t.office_id and c.id = t.first_contact_id left join people w on w.id = p.owed_by
      left join lateral (
        select m.agreed_at, m.due_by as to_by, pe.name as by_name,
          (select b.due_by from promise_terms b where b.office_id = m.office_id and b.subject = m.subject and b.what = m.what and b.round = m.round and b.opened_by = m.opened_by
            and b.agreed_at < m.agreed_at order by b.agreed_at desc limit 1) as from_by
        from promise_terms m join events e on e.office_id = m.office_id and e.id = m.event_id left join people pe on pe.id = e.by_id
        where m.office_id = p.office_id and m.subject = p.subject and m.what = p.what and m.round = p.round and m.opened_by = p.opened_by
        order by m.agreed_at desc limit 1) term on true
    where ${inOffices(offices)} and ${isOpen ? sql`true` : inSpan(from, now)} and ${behind(figure, now)} and ${why} ${ofKind(kind)} ${keptFrom(viewer)} ${beyond}
    order by ${order} limit ${PAGE + 1}`);
  const date = (value: unknown) => new Date(String(value));
  return rows.map((row) => ({
    key: String(row.key),
    ticketId: String(row.subject),
    number: String(row.number),
    kind: row.kind as TicketKind,
    category: String(row.category),
    where: String(row.place),
    officeName: String(row.office_name),
    what: String(row.what),
    clause: String(row.clause),
    ownerName: (row.owner_name as string | null) ?? null,
    firstDueBy: date(row.first_due_by),
    dueBy: date(row.due_by),
    keptAt: row.kept_at === null ? null : date(row.kept_at),
    cause: (row.miss_cause as string | null) ?? null,
    agreed:
      row.agreed_at === null ? null : { byName: String(row.by_name ?? ''), at: date(row.agreed_at), from: date(row.from_by), to: date(row.to_by) },
  }));
}
