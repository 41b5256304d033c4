import { sql } from 'drizzle-orm';
import type { Check, CheckStand, Decision, WithholdReason } from '../../shared/content/checks.ts';
import { type Holder, RELATION_HOLDERS, type Relation } from '../../shared/kernel/people.ts';
import type { Tx } from '../connect.ts';
import { checkFrom } from './held.ts';
import type { Json } from './json.ts';
import { PAGE } from './page.ts';
import { staffOf, stateFrom } from './ticket-files.ts';
import { uuids } from './uuids.ts';
import { overseesCompany, type System, type Viewer } from './viewer.ts';
import { keptFrom, ownTickets, relationsTo, visibleTickets } from './visible.ts';

/** Estates whose held words somebody looks after; null for all of them. */
export function lookedAfter(viewer: Viewer): string[] | null {
  if (overseesCompany(viewer)) return null;
  return [...new Set(viewer.appointments.filter((one) => RELATION_HOLDERS.agent(one) || RELATION_HOLDERS.director(one)).map((one) => one.officeId))];
}

export interface CheckRow extends Check {
  id: string;
  at: Date;
  /** None of a picture that belongs to no ticket: then `paper` says to what. */
  ticketId: string | null;
  paper: { of: 'errand' | 'exchange'; id: string } | null;
  ticketNumber: string;
  officeName: string;
  author: string;
  authorName: string;
  authorRole: string | null;
  authorDepartment: string | null;
  place: string | null;
  body: string | null;
  outcome: string | null;
  photo: { id: string; purpose: 'report' | 'result' | 'paper'; round: number; storageKey: string } | null;
  decidedBy: string | null;
  decidedAt: Date | null;
  relations: Relation[];
}

/**
 * What waits for a colleague, oldest first, or what colleagues decided, newest first: of the estates this viewer looks after, and nothing a
 * housemate wrote on
 * what is their own. Null for whoever looks after none.
 */
export async function readChecks(tx: Tx, viewer: Viewer, show: 'waiting' | 'decided', after: string | null): Promise<CheckRow[] | null> {
  const offices = lookedAfter(viewer);
  if (offices?.length === 0) return null;
  const now = viewer.at.toISOString();
  const here = offices ? sql`k.office_id = any(${uuids(offices)})` : sql`true`;
  const shown =
    show === 'waiting'
      ? sql`k.decision is null and k.queued_at <= ${now} ${after ? sql`and k.id > ${after}` : sql``} order by k.id`
      : sql`k.decided_by is not null ${after ? sql`and k.id < ${after}` : sql``} order by k.id desc`;
  const rows = await tx.execute<Json>(sql`
    select t.*, k.id as check_id, k.at, k.stand, k.decision, k.reason, k.decided_at, k.author_id, o.name as office_name, p.name as author_name, d.name as decided_by_name,
      c.body, c.outcome, case when t.place = 'public' and c.id = t.first_contact_id then c.place end as said_place,
      case when f.id is not null then json_build_object('id', f.id, 'purpose', f.purpose, 'round', f.round, 'storageKey', f.storage_key) end as photo,
      post.role as author_role, post.department as author_department, ${staffOf(sql`t.office_id`, now)} as staff,
      exists (select 1 from followers w where w.office_id = t.office_id and w.ticket_id = t.id and w.person_id = ${viewer.id} and w.via <> 'first_contact' and w.until_at is null) as follows
    from checks k join tickets t on t.office_id = k.office_id and t.id = k.ticket_id join offices o on o.id = k.office_id join people p on p.id = k.author_id
    left join people d on d.id = k.decided_by
    left join contacts c on c.office_id = k.office_id and c.id = k.contact_id left join photos f on f.office_id = k.office_id and f.id = k.photo_id
    left join lateral (
      select a.role, a.department from appointments a where a.person_id = k.author_id order by (a.office_id = k.office_id) desc, a.from_at limit 1) post on true
    where ${here} and (f.id is null or f.purpose <> 'message' or f.contact_id is not null) and (k.author_id = ${viewer.id} or not ${ownTickets(viewer)}) ${keptFrom(viewer)} and ${shown} limit ${PAGE + 1}`);
  return rows.map((row) => ({
    id: String(row.check_id),
    at: new Date(String(row.at)),
    ...checkFrom(row)!,
    ticketId: String(row.id),
    paper: null,
    ticketNumber: String(row.number),
    officeName: String(row.office_name),
    author: String(row.author_id),
    authorName: String(row.author_name),
    authorRole: (row.author_role as string | null) ?? null,
    authorDepartment: (row.author_department as string | null) ?? null,
    place: (row.said_place as string | null) ?? null,
    body: (row.body as string | null) ?? null,
    outcome: (row.outcome as string | null) ?? null,
    photo: (row.photo as CheckRow['photo']) ?? null,
    decidedBy: (row.decided_by_name as string | null) ?? null,
    decidedAt: row.decided_at === null ? null : new Date(String(row.decided_at)),
    relations: relationsTo(
      viewer,
      {
        officeId: String(row.office_id),
        reporterId: String(row.reporter_id),
        homeId: (row.home_id as string | null) ?? null,
        place: String(row.place),
        receivedAt: stateFrom(row).receivedAt,
        assignee: (row.assignee_id as string | null) ?? null,
        firstContact: stateFrom(row).firstContact,
        follows: row.follows === true,
        // What one's own was merged into is not listed here.
        fellow: false,
        onlyMine: stateFrom(row).onlyMine === true,
        kind: stateFrom(row).kind,
        complaint: stateFrom(row).complaint,
        drawnFor: stateFrom(row).drawnFor,
      },
      row.staff as Holder[],
    ),
  }));
}

/**
 * A check on a ticket this viewer may see; null where there is none. Whether they may see what it is about, and decide, is asked of their relations.
 */
export async function readCheck(
  tx: Tx,
  viewer: Viewer,
  id: string,
): Promise<(Check & { ticketId: string; author: string; at: Date; isReply: boolean }) | null> {
  const [row] = await tx.execute<Json>(sql`
    select k.stand, k.decision, k.reason, k.ticket_id, k.author_id, k.at, c.direction = 'out' and c.kind = 'message' as is_reply
    from checks k join tickets t on t.office_id = k.office_id and t.id = k.ticket_id left join contacts c on c.office_id = k.office_id and c.id = k.contact_id
    where k.id = ${id} and ${visibleTickets(viewer)}`);
  return row
    ? {
        ...checkFrom(row)!,
        ticketId: String(row.ticket_id),
        author: String(row.author_id),
        at: new Date(String(row.at)),
        isReply: row.is_reply === true,
      }
    : null;
}

/** Decides, once; false where somebody was faster. */
export async function decide(tx: Tx, viewer: Viewer, id: string, decision: Decision, reason: WithholdReason | null, now: Date): Promise<boolean> {
  const rows = await tx.execute(sql`
    update checks set decision = ${decision}, reason = ${reason}, decided_by = ${viewer.id}, decided_at = ${now.toISOString()}
    where id = ${id} and decision is null returning id`);
  return rows.length > 0;
}

/** Holds a picture of this viewer's until WeChat or a colleague has looked; false where it is held already. */
export async function holdPicture(
  tx: Tx,
  viewer: Viewer,
  check: { id: string; officeId: string; ticketId: string | null; photoId: string; at: Date; queuedAt: Date },
): Promise<boolean> {
  const rows = await tx.execute(sql`
    insert into checks (id, office_id, ticket_id, photo_id, author_id, stand, at, queued_at)
    values (${check.id}, ${check.officeId}, ${check.ticketId}, ${check.photoId}, ${viewer.id}, 'waiting', ${check.at.toISOString()}, ${check.queuedAt.toISOString()})
    on conflict do nothing returning id`);
  return rows.length > 0;
}

/** Notes under which name WeChat will speak of this viewer's picture, or that it will not: then colleagues look at once. */
export async function notePictureAsked(tx: Tx, viewer: Viewer, id: string, traceId: string | null, now: Date): Promise<void> {
  const at = now.toISOString();
  await tx.execute(
    traceId === null
      ? sql`update checks set stand = 'unknown', judged_at = ${at}, queued_at = least(queued_at, ${at}) where id = ${id} and author_id = ${viewer.id} and judged_at is null`
      : sql`update checks set trace_id = ${traceId} where id = ${id} and author_id = ${viewer.id} and trace_id is null`,
  );
}

/**
 * Takes WeChat's verdict on a picture, once: nothing against it shows it, anything else asks a colleague. What a colleague has decided stands.
 * @returns false where no picture goes by this name
 */
export async function judgePicture(tx: Tx, _system: System, traceId: string, stand: Exclude<CheckStand, 'waiting'>, now: Date): Promise<boolean> {
  const at = now.toISOString();
  const decision = stand === 'pass' ? 'released' : null;
  const [row] = await tx.execute<{ known: boolean }>(sql`
    with judged as (
      update checks set stand = ${stand}, judged_at = ${at}, queued_at = least(queued_at, ${at}), decision = coalesce(decision, ${decision}),
        decided_at = case when decision is null and ${decision}::text is not null then ${at}::timestamptz else decided_at end
      where trace_id = ${traceId} and judged_at is null returning id)
    select exists (select 1 from checks where trace_id = ${traceId}) as known, (select count(*) from judged) as judged`);
  return row?.known === true;
}
