import { sql } from 'drizzle-orm';
import type { Tx } from '../connect.ts';
import type { Viewer } from './viewer.ts';
import { visibleTickets } from './visible.ts';

export interface PhotoRow {
  id: string;
  officeId: string;
  ticketId: string;
  round: number;
  purpose: 'report' | 'result' | 'message';
  type: string;
  bytes: number;
  storageKey: string;
  finalised: boolean;
}

/** Makes room for one photo; false when the round already shows `max` of that purpose. */
export async function insertPhoto(tx: Tx, viewer: Viewer, photo: Omit<PhotoRow, 'finalised'>, max: number, now: Date): Promise<boolean> {
  const rows = await tx.execute(sql`
    insert into photos (id, office_id, ticket_id, round, purpose, uploaded_by, type, bytes, storage_key, created_at)
    select ${photo.id}, ${photo.officeId}, ${photo.ticketId}, ${photo.round}, ${photo.purpose}, ${viewer.id}, ${photo.type}, ${photo.bytes}, ${photo.storageKey}, ${now.toISOString()}
    where (select count(*) from photos p where p.office_id = ${photo.officeId} and p.ticket_id = ${photo.ticketId} and p.round = ${photo.round}
      and p.purpose = ${photo.purpose} and p.finalised_at is not null and (p.purpose <> 'message' or (p.contact_id is null and p.uploaded_by = ${viewer.id}))) < ${max}
    returning id`);
  return rows.length > 0;
}

/** A photo this viewer is uploading, to a ticket they may still see. */
export async function readOwnPhoto(tx: Tx, viewer: Viewer, id: string): Promise<PhotoRow | null> {
  const [row] = await tx.execute<Record<string, unknown>>(sql`
    select p.* from photos p join tickets t on t.office_id = p.office_id and t.id = p.ticket_id
    where p.id = ${id} and p.uploaded_by = ${viewer.id} and ${visibleTickets(viewer)}`);
  if (!row) return null;
  return {
    id: String(row.id),
    officeId: String(row.office_id),
    ticketId: String(row.ticket_id),
    round: Number(row.round),
    purpose: row.purpose as PhotoRow['purpose'],
    type: String(row.type),
    bytes: Number(row.bytes),
    storageKey: String(row.storage_key),
    finalised: row.finalised_at !== null,
  };
}

/** Makes a photo visible, once, if its round has room left; false when it has none. In a transaction: the ticket is locked, so that no two take the last place. */
export async function finalisePhoto(tx: Tx, viewer: Viewer, photo: PhotoRow, bytes: number, max: number, now: Date): Promise<boolean> {
  await tx.execute(sql`select 1 from tickets where office_id = ${photo.officeId} and id = ${photo.ticketId} for update`);
  const rows = await tx.execute(sql`
    update photos p set finalised_at = coalesce(p.finalised_at, ${now.toISOString()}), bytes = ${bytes}
    where p.id = ${photo.id} and p.office_id = ${photo.officeId} and p.uploaded_by = ${viewer.id} and (p.finalised_at is not null or
      (select count(*) from photos o where o.office_id = p.office_id and o.ticket_id = p.ticket_id and o.round = p.round and o.purpose = p.purpose and o.finalised_at is not null
        and (o.purpose <> 'message' or (o.contact_id is null and o.uploaded_by = ${viewer.id}))) < ${max})
    returning p.id`);
  return rows.length > 0;
}

/** How many of these are finished result photos of this person in this round of the ticket. */
export async function countResultPhotos(tx: Tx, viewer: Viewer, ticketId: string, round: number, ids: readonly string[]): Promise<number> {
  const [row] = await tx.execute<{ n: number }>(sql`
    select count(*)::int as n from photos where ticket_id = ${ticketId} and round = ${round} and purpose = 'result' and uploaded_by = ${viewer.id}
      and finalised_at is not null and id = any(${`{${ids.join(',')}}`}::uuid[])`);
  return row?.n ?? 0;
}
