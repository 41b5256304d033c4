import { type SQL, sql } from 'drizzle-orm';
import type { Check } from '../../shared/content/checks.ts';
import type { Tx } from '../connect.ts';
import { visibleErrands } from './errands.ts';
import { visibleExchanges } from './exchanges.ts';
import { checkFrom, checkOfPhoto } from './held.ts';
import { uuids } from './uuids.ts';
import type { System, Viewer } from './viewer.ts';
import { tookDownLately, visibleTickets } from './visible.ts';

/** What a file belongs to: a ticket, an errand, or an entry of the register of information, by its first line. */
export interface PhotoSubject {
  of: 'ticket' | 'errand' | 'exchange';
  id: string;
}

/** A photo or a voice note. */
export interface PhotoRow {
  id: string;
  officeId: string;
  subject: PhotoSubject;
  round: number;
  purpose: 'report' | 'result' | 'message' | 'voice' | 'paper';
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

const COLUMNS: Record<PhotoSubject['of'], SQL> = { ticket: sql`ticket_id`, errand: sql`errand_id`, exchange: sql`exchange_id` };
const idIn = (subject: PhotoSubject, of: PhotoSubject['of']) => (subject.of === of ? subject.id : null);

/** Makes room for one file; false where there is none left. */
export async function insertPhoto(tx: Tx, viewer: Viewer, photo: NewPhoto, room: Room, now: Date): Promise<boolean> {
  const { max } = room;
  const { subject } = photo;
  const ticketId = idIn(subject, 'ticket');
  const contactId = sql`(select t.first_contact_id from tickets t where t.office_id = ${photo.officeId} and t.id = ${ticketId} and ${photo.withReport ?? false})`;
  const rows = await tx.execute(sql`
    insert into photos (id, office_id, ticket_id, errand_id, exchange_id, round, purpose, uploaded_by, type, bytes, storage_key, position, seconds, contact_id, created_at)
    select ${photo.id}, ${photo.officeId}, ${ticketId}, ${idIn(subject, 'errand')}, ${idIn(subject, 'exchange')}, ${photo.round}, ${photo.purpose}, ${viewer.id},
      ${photo.type}, ${photo.bytes}, ${photo.storageKey}, ${photo.position ?? 0}, ${photo.seconds ?? null}, ${contactId}, ${now.toISOString()}
    where ${max}::int is null or (select count(*) from photos p where p.office_id = ${photo.officeId} and p.${COLUMNS[subject.of]} = ${subject.id} and p.round = ${photo.round}
      and p.purpose = ${photo.purpose} and p.contact_id is not distinct from ${contactId} and p.finalised_at is not null ${counted(viewer, room)}) < ${max}::int
    returning id`);
  return rows.length > 0;
}

/** Whether this viewer may read what `photos p` belongs to: a picture of a letter is shut where the letter is. */
export const readsItsSubject = (viewer: Viewer): SQL => sql`(
  exists (select 1 from tickets t where t.office_id = p.office_id and t.id = p.ticket_id and (${visibleTickets(viewer)} or (p.purpose = 'report' and ${tookDownLately(viewer)})))
  or exists (select 1 from errands t where t.office_id = p.office_id and t.id = p.errand_id and ${visibleErrands(viewer)})
  or exists (select 1 from exchanges x where x.office_id = p.office_id and x.id = p.exchange_id and ${visibleExchanges(viewer)}))`;

const subjectFrom = (row: Record<string, unknown>): PhotoSubject =>
  row.ticket_id
    ? { of: 'ticket', id: String(row.ticket_id) }
    : row.errand_id
      ? { of: 'errand', id: String(row.errand_id) }
      : { of: 'exchange', id: String(row.exchange_id) };

/** A file this viewer is uploading, to what they may still see, or with what they took down lately. */
export async function readOwnPhoto(tx: Tx, viewer: Viewer, id: string): Promise<PhotoRow | null> {
  const [row] = await tx.execute<Record<string, unknown>>(sql`
    select p.*, ${checkOfPhoto(sql`p`)} as held from photos p where p.id = ${id} and p.uploaded_by = ${viewer.id} and ${readsItsSubject(viewer)}`);
  if (!row) return null;
  return {
    id: String(row.id),
    officeId: String(row.office_id),
    subject: subjectFrom(row),
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

/** A picture of a letter or an entry that has arrived. */
export interface PaperRow {
  id: string;
  round: number;
  storageKey: string;
  by: string;
  check: Check | null;
}

/** The pictures of a letter or an entry this viewer may read, in the order they were chosen; none that has not arrived. */
export async function readPapers(tx: Tx, viewer: Viewer, { of, id }: PhotoSubject): Promise<PaperRow[]> {
  const rows = await tx.execute<Record<string, unknown>>(sql`
    select p.id, p.round, p.storage_key, p.uploaded_by, ${checkOfPhoto(sql`p`)} as held from photos p
    where p.${COLUMNS[of]} = ${id} and p.purpose = 'paper' and p.finalised_at is not null and ${readsItsSubject(viewer)} order by p.position, p.id`);
  return rows.map((row) => ({
    id: String(row.id),
    round: Number(row.round),
    storageKey: String(row.storage_key),
    by: String(row.uploaded_by),
    check: checkFrom(row.held),
  }));
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

/** Those of these keys that a row points at. A key begins with what it belongs to. */
export async function readFilesInUse(tx: Tx, _system: System, keys: readonly string[]): Promise<Set<string>> {
  const subjects = uuids([...new Set(keys.map((key) => key.split('/')[0]!))]);
  const rows = await tx.execute<{ storage_key: string }>(
    sql`select storage_key from photos where (ticket_id = any(${subjects}) or errand_id = any(${subjects}) or exchange_id = any(${subjects}))
      and storage_key in (select jsonb_array_elements_text(${JSON.stringify(keys)}::jsonb))`,
  );
  return new Set(rows.map((row) => row.storage_key));
}

/** What two who take the last place wait at: an entry is append-only, so its files are held instead. */
const LOCKS: Record<PhotoSubject['of'], (photo: Pick<PhotoRow, 'officeId' | 'subject'>) => SQL> = {
  ticket: ({ officeId, subject }) => sql`select 1 from tickets where office_id = ${officeId} and id = ${subject.id} for update`,
  errand: ({ officeId, subject }) => sql`select 1 from errands where office_id = ${officeId} and id = ${subject.id} for update`,
  exchange: ({ officeId, subject }) => sql`select 1 from photos where office_id = ${officeId} and exchange_id = ${subject.id} order by id for update`,
};

/**
 * Makes a file visible under the key it is kept by, once, if there is room left. In a transaction: what it belongs to is locked, so that no two take the last
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
  await tx.execute(LOCKS[photo.subject.of](photo));
  const { max } = room;
  const mine = sql`q.id = ${photo.id} and q.office_id = ${photo.officeId} and q.uploaded_by = ${viewer.id}`;
  const [stands] = await tx.execute<{ already: boolean; waits: boolean }>(sql`
    select exists (select 1 from photos q where ${mine} and q.finalised_at is not null) as already,
      exists (select 1 from outbox b where b.office_id = ${photo.officeId} and b.id = ${tidying} and b.done_at is null and b.attempts = 0 for update) as waits`);
  if (stands?.already) return 'already';
  if (!stands?.waits) return 'late';
  const column = COLUMNS[photo.subject.of];
  const rows = await tx.execute(sql`
    update photos q set finalised_at = ${now.toISOString()}, bytes = ${photo.bytes}, storage_key = ${photo.storageKey}
    where ${mine} and (${max}::int is null or
      (select count(*) from photos p where p.office_id = q.office_id and p.${column} = q.${column} and p.round = q.round and p.purpose = q.purpose
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
