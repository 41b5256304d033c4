import { type SQL, sql } from 'drizzle-orm';
import type { Check } from '../../shared/content/checks.ts';
import type { Tx } from '../connect.ts';
import { checkFrom, checkOfPhoto } from './held.ts';
import { uuids } from './uuids.ts';
import type { System, Viewer } from './viewer.ts';
import { tookDownLately, visibleTickets } from './visible.ts';

/** A photo or a voice note of a ticket. */
export interface PhotoRow {
  id: string;
  officeId: string;
  ticketId: string;
  round: number;
  purpose: 'report' | 'result' | 'message' | 'voice';
  type: string;
  bytes: number;
  storageKey: string;
  /** In which place it was chosen. */
  position?: number;
  /** How long a voice note lasts. */
  seconds?: number | null;
  /** The words a voice note belongs to: the report's own, or none until it is said. */
  contactId?: string | null;
  finalised: boolean;
  check: Check | null;
}

/** A file about to be sent; `withReport` binds a voice note to the words the ticket began with. */
export type NewPhoto = Omit<PhotoRow, 'finalised' | 'contactId' | 'check'> & { withReport?: boolean };

/**
 * How many there may be of a purpose with the same words in a round: no `max`, as many as one likes. Whose take up that room: of `all`, of whoever sends them alone
 * (`own`), or of the household together, without what a colleague who took the matter down handed in with it (`household`).
 */
export interface Room {
  max: number | null;
  of: 'all' | 'own' | 'household';
}

/** Which `photos p` take up the room of this viewer. */
const COUNTED: Record<Room['of'], (viewer: Viewer) => SQL> = {
  all: () => sql``,
  own: (viewer) => sql`and p.uploaded_by = ${viewer.id}`,
  household: (viewer) => sql`and (p.uploaded_by = ${viewer.id} or not exists (
    select 1 from followers f where f.office_id = p.office_id and f.ticket_id = p.ticket_id and f.person_id = p.uploaded_by and f.via = 'first_contact'))`,
};
const counted = (viewer: Viewer, { of }: Room) => COUNTED[of](viewer);

/** Makes room for one file; false where there is none left. */
export async function insertPhoto(tx: Tx, viewer: Viewer, photo: NewPhoto, room: Room, now: Date): Promise<boolean> {
  const { max } = room;
  const contactId = sql`(select t.first_contact_id from tickets t where t.office_id = ${photo.officeId} and t.id = ${photo.ticketId} and ${photo.withReport ?? false})`;
  const rows = await tx.execute(sql`
    insert into photos (id, office_id, ticket_id, round, purpose, uploaded_by, type, bytes, storage_key, position, seconds, contact_id, created_at)
    select ${photo.id}, ${photo.officeId}, ${photo.ticketId}, ${photo.round}, ${photo.purpose}, ${viewer.id}, ${photo.type}, ${photo.bytes}, ${photo.storageKey},
      ${photo.position ?? 0}, ${photo.seconds ?? null}, ${contactId}, ${now.toISOString()}
    where ${max}::int is null or (select count(*) from photos p where p.office_id = ${photo.officeId} and p.ticket_id = ${photo.ticketId} and p.round = ${photo.round}
      and p.purpose = ${photo.purpose} and p.contact_id is not distinct from ${contactId} and p.finalised_at is not null ${counted(viewer, room)}) < ${max}::int
    returning id`);
  return rows.length > 0;
}

/** A file this viewer is uploading, to a ticket they may still see, or with what they took down lately. */
export async function readOwnPhoto(tx: Tx, viewer: Viewer, id: string): Promise<PhotoRow | null> {
  const [row] = await tx.execute<Record<string, unknown>>(sql`
    select p.*, ${checkOfPhoto(sql`p`)} as held from photos p join tickets t on t.office_id = p.office_id and t.id = p.ticket_id
    where p.id = ${id} and p.uploaded_by = ${viewer.id} and (${visibleTickets(viewer)} or (p.purpose = 'report' and ${tookDownLately(viewer)}))`);
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
    position: Number(row.position),
    seconds: (row.seconds as number | null) ?? null,
    contactId: (row.contact_id as string | null) ?? null,
    finalised: row.finalised_at !== null,
    check: checkFrom(row.held),
  };
}

/** Writes down files that go at `dueAt`, unless a row points at them by then: begun before they are there, so that nothing cut off is left lying. */
export async function willRemoveFiles(
  tx: Tx,
  _viewer: Viewer,
  job: { id: string; officeId: string; files: readonly string[] },
  now: Date,
  dueAt: Date,
): Promise<void> {
  await tx.execute(sql`insert into outbox (id, office_id, job, payload, created_at, due_at, attempts)
    values (${job.id}, ${job.officeId}, 'remove_files', ${JSON.stringify({ files: job.files })}::jsonb, ${now.toISOString()}, ${dueAt.toISOString()}, 0)`);
}

/** Those of these keys that a row points at. A key begins with its ticket. */
export async function readFilesInUse(tx: Tx, _system: System, keys: readonly string[]): Promise<Set<string>> {
  const tickets = [...new Set(keys.map((key) => key.split('/')[0]!))];
  const rows = await tx.execute<{ storage_key: string }>(
    sql`select storage_key from photos where ticket_id = any(${uuids(tickets)}) and storage_key in (select jsonb_array_elements_text(${JSON.stringify(keys)}::jsonb))`,
  );
  return new Set(rows.map((row) => row.storage_key));
}

/**
 * Makes a file visible under the key it is kept by, once, if there is room left. In a transaction: the ticket is locked, so that no two take the last
 * place; and what is to tidy up after it is, so that it never meets what has just been taken in.
 * @returns `already` where another try was first, `late` where the tidying has begun, `full` where there is no room
 */
export async function finalisePhoto(
  tx: Tx,
  viewer: Viewer,
  photo: PhotoRow,
  tidying: string,
  room: Room,
  now: Date,
): Promise<'taken' | 'already' | 'late' | 'full'> {
  await tx.execute(sql`select 1 from tickets where office_id = ${photo.officeId} and id = ${photo.ticketId} for update`);
  const { max } = room;
  const mine = sql`q.id = ${photo.id} and q.office_id = ${photo.officeId} and q.uploaded_by = ${viewer.id}`;
  const [stands] = await tx.execute<{ already: boolean; waits: boolean }>(sql`
    select exists (select 1 from photos q where ${mine} and q.finalised_at is not null) as already,
      exists (select 1 from outbox b where b.office_id = ${photo.officeId} and b.id = ${tidying} and b.done_at is null and b.attempts = 0 for update) as waits`);
  if (stands?.already) return 'already';
  if (!stands?.waits) return 'late';
  const rows = await tx.execute(sql`
    update photos q set finalised_at = ${now.toISOString()}, bytes = ${photo.bytes}, storage_key = ${photo.storageKey}
    where ${mine} and (${max}::int is null or
      (select count(*) from photos p where p.office_id = q.office_id and p.ticket_id = q.ticket_id and p.round = q.round and p.purpose = q.purpose
        and p.contact_id is not distinct from q.contact_id and p.finalised_at is not null ${counted(viewer, room)}) < ${max}::int)
    returning q.id`);
  return rows.length > 0 ? 'taken' : 'full';
}

/** How many of these are finished result photos of this person in this round of the ticket. */
export async function countResultPhotos(tx: Tx, viewer: Viewer, ticketId: string, round: number, ids: readonly string[]): Promise<number> {
  const [row] = await tx.execute<{ n: number }>(sql`
    select count(*)::int as n from photos where ticket_id = ${ticketId} and round = ${round} and purpose = 'result' and uploaded_by = ${viewer.id}
      and finalised_at is not null and id = any(${uuids(ids)})`);
  return row?.n ?? 0;
}

/** Binds a voice note of one's own, heard by nobody yet, to the words it is said with; false where there is no such note. */
export async function sayVoice(
  tx: Tx,
  viewer: Viewer,
  voice: { id: string; officeId: string; ticketId: string },
  contactId: string,
): Promise<boolean> {
  const rows = await tx.execute(sql`
    update photos set contact_id = ${contactId} where id = ${voice.id} and office_id = ${voice.officeId} and ticket_id = ${voice.ticketId} and purpose = 'voice'
      and uploaded_by = ${viewer.id} and finalised_at is not null and contact_id is null
    returning id`);
  return rows.length > 0;
}
