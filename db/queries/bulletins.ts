import { sql } from 'drizzle-orm';
import type { Complainant } from '../../shared/complaints/bulletin.ts';
import { UNNAMED } from '../../shared/intake/unnamed.ts';
import type { Department, Role } from '../../shared/kernel/people.ts';
import type { Tx } from '../connect.ts';
import type { Json } from './json.ts';
import { PAGE } from './page.ts';
import type { System, Viewer } from './viewer.ts';

/** What a bulletin must not say, of a complaint this viewer was found to see. */
export async function readComplainant(tx: Tx, _viewer: Viewer, ticket: { officeId: string; id: string }): Promise<Complainant> {
  const [row] = await tx.execute<Json>(sql`
    select t.number, p.phone_last4, h.building, h.unit, h.room,
      (select json_agg(distinct q.name) from people q where q.id = t.reporter_id or q.id in (
        select r.person_id from residences r where r.office_id = t.office_id and r.home_id = t.home_id and (r.until_at is null or r.until_at > t.received_at))) as names
    from tickets t join people p on p.id = t.reporter_id left join homes h on h.office_id = t.office_id and h.id = t.home_id
    where t.office_id = ${ticket.officeId} and t.id = ${ticket.id}`);
  return {
    names: ((row!.names as string[] | null) ?? []).filter((name) => name !== UNNAMED),
    phoneLast4: (row!.phone_last4 as string | null) ?? null,
    homes: row!.room === null ? [] : [{ building: Number(row!.building), unit: Number(row!.unit), room: String(row!.room) }],
    number: String(row!.number),
  };
}

/** Keeps a bulletin, and lets everybody be told after the answer. */
export async function insertBulletin(
  tx: Tx,
  viewer: Viewer,
  one: { id: string; jobId: string; officeId: string; ticketId: string; words: string; at: Date },
): Promise<void> {
  const at = one.at.toISOString();
  await tx.execute(sql`
    with issued as (insert into bulletins (id, office_id, ticket_id, words, by_id, at)
      values (${one.id}, ${one.officeId}, ${one.ticketId}, ${one.words}, ${viewer.id}, ${at}))
    insert into outbox (id, office_id, job, payload, created_at, due_at, attempts)
    values (${one.jobId}, ${one.officeId}, 'announce', ${JSON.stringify({ bulletinId: one.id })}::jsonb, ${at}, ${at}, 0)`);
}

/** Tells everybody who works here, each once and as the head office's word; whoever issued it knows. */
export async function tellStaff(tx: Tx, _system: System, { bulletinId }: { bulletinId: string }, newId: () => string): Promise<number> {
  const people = await tx.execute<{ person_id: string; office_id: string; at: string }>(sql`
    select distinct a.person_id, h.id as office_id, b.at from bulletins b join appointments a on a.person_id <> b.by_id and a.from_at <= b.at and (a.until_at is null or a.until_at > b.at)
      cross join (select id from offices where kind = 'head_office' order by letters limit 1) h
    where b.id = ${bulletinId}`);
  if (people.length === 0) return 0;
  const rows = people.map((one) => ({
    id: newId(),
    office_id: one.office_id,
    person_id: one.person_id,
    subject: bulletinId,
    subject_kind: 'bulletin',
    event_id: bulletinId,
    did: 'bulletin_issued',
    facts: {},
    at: one.at,
    read_at: null,
  }));
  await tx.execute(sql`insert into inbox select * from jsonb_populate_recordset(null::inbox, ${JSON.stringify(rows)}::jsonb) on conflict do nothing`);
  return rows.length;
}

export interface BulletinRow {
  id: string;
  at: Date;
  words: string;
  role: Role | null;
  department: Department | null;
}

/** What every colleague was told, newest first, one more than a page; null for whoever works nowhere. Of the complaint behind it nothing is read. */
export async function listBulletins(tx: Tx, viewer: Viewer, after: string | null): Promise<BulletinRow[] | null> {
  if (viewer.appointments.length === 0) return null;
  const rows = await tx.execute<Json>(sql`
    select b.id, b.at, b.words, post.role, post.department from bulletins b left join lateral (
      select a.role, a.department from appointments a where a.person_id = b.by_id and a.from_at <= b.at and (a.until_at is null or a.until_at > b.at) order by a.from_at, a.id limit 1) post on true
    where true ${after ? sql`and b.id < ${after}` : sql``} order by b.id desc limit ${PAGE + 1}`);
  return rows.map((row) => ({
    id: String(row.id),
    at: new Date(String(row.at)),
    words: String(row.words),
    role: row.role as Role | null,
    department: row.department as Department | null,
  }));
}
