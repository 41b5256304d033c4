import { type SQL, sql } from 'drizzle-orm';
import type { RevealReason } from '../../shared/tickets/reveals.ts';
import type { Tx } from '../connect.ts';
import { PAGE } from './page.ts';
import { uuids } from './uuids.ts';
import { directedOffices, overseesCompany, type Viewer } from './viewer.ts';
import { visibleTickets } from './visible.ts';

/** A reporter with the number still sealed; null cipher where none is registered. */
export interface SealedNumber {
  personId: string;
  name: string;
  cipher: string | null;
}

/** The reporter of a ticket this viewer may see, held until the transaction ends, so that two taps at once are one look. */
export async function holdReportersNumber(tx: Tx, viewer: Viewer, ticketId: string): Promise<SealedNumber | null> {
  const [row] = await tx.execute<{ id: string; name: string; phone_cipher: string | null }>(sql`
    select p.id, p.name, p.phone_cipher from tickets t join people p on p.id = t.reporter_id
    where t.id = ${ticketId} and ${visibleTickets(viewer)} for no key update of p`);
  return row ? { personId: row.id, name: row.name, cipher: row.phone_cipher } : null;
}

export interface Look {
  id: string;
  officeId: string;
  ticketId: string;
  whose: string;
  reason: RevealReason;
  words: string | null;
  at: Date;
}

/** Writes that this viewer looked, unless the same look already stands since `since`. */
export async function insertReveal(tx: Tx, viewer: Viewer, look: Look, since: Date): Promise<void> {
  await tx.execute(sql`
    insert into reveals (id, office_id, ticket_id, whose_id, by_id, reason, words, at)
    select ${look.id}, ${look.officeId}, ${look.ticketId}, ${look.whose}, ${viewer.id}, ${look.reason}, ${look.words}, ${look.at.toISOString()}
    where not exists (select 1 from reveals r where r.office_id = ${look.officeId} and r.ticket_id = ${look.ticketId}
      and r.whose_id = ${look.whose} and r.by_id = ${viewer.id} and r.reason = ${look.reason} and r.words is not distinct from ${look.words} and r.at > ${since.toISOString()})`);
}

export interface RevealRow {
  id: string;
  at: Date;
  reason: RevealReason;
  words: string | null;
  byName: string;
  byRole: string | null;
  byDepartment: string | null;
  whoseName: string;
  ticketId: string;
  ticketNumber: string;
  officeName: string;
}

async function readLooks(tx: Tx, scope: SQL, after: string | null): Promise<RevealRow[]> {
  const rows = await tx.execute<Record<string, unknown>>(sql`
    select r.id, r.at, r.reason, r.words, r.ticket_id, t.number, o.name as office_name, pb.name as by_name, pw.name as whose_name,
      post.role as by_role, post.department as by_department
    from reveals r join tickets t on t.office_id = r.office_id and t.id = r.ticket_id join offices o on o.id = r.office_id
    join people pb on pb.id = r.by_id join people pw on pw.id = r.whose_id
    left join lateral (
      select a.role, a.department from appointments a where a.person_id = r.by_id and a.from_at <= r.at and (a.until_at is null or a.until_at > r.at)
      order by (a.office_id = r.office_id) desc, a.from_at limit 1) post on true
    where ${scope} ${after ? sql`and r.id < ${after}` : sql``} order by r.id desc limit ${PAGE + 1}`);
  return rows.map((row) => ({
    id: String(row.id),
    at: new Date(String(row.at)),
    reason: row.reason as RevealReason,
    words: (row.words as string | null) ?? null,
    byName: String(row.by_name),
    byRole: (row.by_role as string | null) ?? null,
    byDepartment: (row.by_department as string | null) ?? null,
    whoseName: String(row.whose_name),
    ticketId: String(row.ticket_id),
    ticketNumber: String(row.number),
    officeName: String(row.office_name),
  }));
}

/** Who looked at residents' numbers, newest first: the director's own estates, all for the company; null where it is nobody's business. */
export async function readReveals(tx: Tx, viewer: Viewer, after: string | null): Promise<RevealRow[] | null> {
  if (overseesCompany(viewer)) return readLooks(tx, visibleTickets(viewer), after);
  const offices = directedOffices(viewer);
  if (offices.length === 0) return null;
  return readLooks(tx, sql`r.office_id = any(${uuids(offices)}) and ${visibleTickets(viewer)}`, after);
}

/** Who looked at this viewer's own number, newest first. */
export function readOwnReveals(tx: Tx, viewer: Viewer, after: string | null): Promise<RevealRow[]> {
  return readLooks(tx, sql`r.whose_id = ${viewer.id}`, after);
}
