import type { Transaction, Tx } from '../../db/connect.ts';
import { takeKey } from '../../db/queries/keys.ts';
import {
  finalisePhoto,
  insertPhoto,
  type NewPhoto,
  type PhotoRow,
  type PhotoSubject,
  type Room,
  readOwnPhoto,
  willRemoveFiles,
} from '../../db/queries/photos.ts';
import { readTicketFile, type TicketFile } from '../../db/queries/ticket-files.ts';
import { Problem, type ProblemCode, refuseField, refuseReused } from '../../shared/kernel/problem.ts';
import { type SettingEntry, type Settings, settingsAt } from '../../shared/kernel/settings.ts';
import { type Ctx, transact } from '../context.ts';
import { LEFTOVER_SECONDS, type Storage, type UploadForm } from '../storage/storage.ts';

/** What a file can belong to, as whoever sends it reads it. */
export interface Subject {
  id: string;
  officeId: string;
  settings: readonly SettingEntry[];
  state: { round: number };
}

/** What kind of file it is, and of what: how many there may be, how big, what its bytes must say, and how it is refused. */
export interface Sort<File extends Subject = TicketFile> {
  route: 'addPhoto' | 'addVoice' | 'photographLetter' | 'photographExchange';
  of: PhotoSubject['of'];
  /** What it belongs to, as far as it is this viewer's to add to; null where there is none for them. */
  read(tx: Tx, ctx: Ctx, id: string): Promise<File | null>;
  /** How many there may be, of a subject as this viewer stands to it. */
  room(ctx: Ctx, file: File): Room;
  maxBytes: number;
  tooMany: ProblemCode;
  notAccepted: { message: string; code: ProblemCode };
  /** The bytes as they may be shown; null where they are not what the row says. */
  clean(type: string, bytes: Uint8Array): Uint8Array | null;
  /** What follows in the transaction that takes it in; what it answers runs once that is over. */
  taken?(ctx: Ctx, tx: Transaction, photo: PhotoRow, settings: Settings): Promise<(() => void) | null>;
}

/** A sort of a ticket's files, as its readers see it. */
export const ofTicket = { of: 'ticket', read: (tx: Tx, ctx: Ctx, id: string) => readTicketFile(tx, ctx.viewer, id, ctx.clock()) } as const;

/** Lets whoever may add to it now. @throws Problem what its subject refuses */
export type Permit<File extends Subject = TicketFile> = (ctx: Ctx, file: File, round: number | null) => void;

/** @throws Problem `storage/unavailable` */
export function storageOf(ctx: Ctx): Storage {
  if (!ctx.storage) throw new Problem('storage/unavailable');
  return ctx.storage;
}

/** @throws Problem `seen/not-found` */
async function subjectFor<File extends Subject>(tx: Tx, ctx: Ctx, sort: Sort<File>, id: string): Promise<File> {
  const file = await sort.read(tx, ctx, id);
  if (!file) throw new Problem('seen/not-found');
  return file;
}

export interface Prepared {
  id: string;
  /** It came whole at an earlier try: nothing is left to send. */
  there: boolean;
  upload: UploadForm;
}

/**
 * Makes room for one file and says where it is to be sent. Under the key of an earlier try it is the same file, however far that try got:
 * what was cut off is sent again, what came whole is `there`, what was tidied away is begun afresh.
 * @throws Problem `seen/not-found`, `request/key-reused`, `sort.tooMany`, and what `permit` refuses
 */
export async function prepareUpload<File extends Subject>(
  ctx: Ctx,
  sort: Sort<File>,
  permit: Permit<File>,
  subjectId: string,
  given: Pick<NewPhoto, 'purpose' | 'type' | 'bytes' | 'position' | 'seconds' | 'withReport'>,
): Promise<Prepared> {
  const storage = storageOf(ctx);
  const now = ctx.clock();
  const photo = await transact(ctx, async (tx): Promise<Pick<PhotoRow, 'id' | 'storageKey' | 'finalised'>> => {
    const seen = await subjectFor(tx, ctx, sort, subjectId);
    let id = ctx.newId();
    if (ctx.key) {
      const line = { officeId: seen.officeId, personId: ctx.viewer.id, route: sort.route, ...ctx.key, subject: id, at: now };
      const known = await takeKey(tx, line);
      if (known && known.digest !== ctx.key.digest) throw refuseReused();
      const begun = known && (await readOwnPhoto(tx, ctx.viewer, known.subject));
      if (begun && !begun.finalised) permit(ctx, seen, begun.round);
      if (begun) return begun;
      if (known) id = known.subject;
    }
    permit(ctx, seen, null);
    // A name of its own: what removes the files of an earlier try under this id never meets this one.
    const storageKey = `${seen.id}/${ctx.newId()}`;
    const made = { ...given, id, officeId: seen.officeId, subject: { of: sort.of, id: seen.id }, round: seen.state.round, storageKey };
    if (!(await insertPhoto(tx, ctx.viewer, made, sort.room(ctx, seen), now))) throw new Problem(sort.tooMany);
    return { ...made, finalised: false };
  });
  // What is in takes nothing more: its form was never good.
  const upload = storage.presign(photo.storageKey, { type: given.type, maxBytes: sort.maxBytes }, photo.finalised ? new Date(0) : now);
  return { id: photo.id, there: photo.finalised, upload };
}

/**
 * Makes an uploaded file visible once its bytes are what it was said to be, without what the phone wrote beside it; from then on they never change:
 * each try keeps them under a name of its own, and the first to be written down is the one that stays. Asked again, it answers the same; sent again,
 * nothing changes; cut off between its place and its row, it goes on from what arrived.
 * @returns the file as it stands
 * @throws Problem `seen/not-found`, `sort.notAccepted`, `sort.tooMany`, `storage/unavailable`, and what `permit` refuses
 */
export async function finishUpload<File extends Subject>(ctx: Ctx, sort: Sort<File>, permit: Permit<File>, photo: PhotoRow): Promise<PhotoRow> {
  if (photo.finalised) return photo;
  const storage = storageOf(ctx);
  const file = await subjectFor(ctx.db, ctx, sort, photo.subject.id);
  permit(ctx, file, photo.round);
  const bytes = await storage.arrived(photo.storageKey, sort.maxBytes);
  const clean = bytes && bytes.length <= sort.maxBytes ? sort.clean(photo.type, bytes) : null;
  if (!clean) return (await finishedMeanwhile(ctx, photo)) ?? refuse(sort);
  const kept = { ...photo, storageKey: `${photo.subject.id}/${ctx.newId()}`, bytes: clean.length, finalised: true };
  const tidying = await willLetGo(ctx, photo, kept);
  await storage.keep(kept.storageKey, clean, photo.type);
  const now = ctx.clock();
  const after = await transact(ctx, async (tx) => {
    const outcome = await finalisePhoto(tx, ctx.viewer, kept, tidying, sort.room(ctx, file), now);
    if (outcome === 'full') throw new Problem(sort.tooMany);
    if (outcome === 'late') throw new Problem('storage/unavailable');
    return outcome === 'already' ? 'already' : ((await sort.taken?.(ctx, tx, kept, settingsAt(file.settings, now))) ?? null);
  });
  if (after === 'already') return (await finishedMeanwhile(ctx, photo)) ?? refuse(sort);
  after?.();
  ctx.later(() => storage.remove(photo.storageKey));
  return kept;
}

const refuse = (sort: Pick<Sort, 'notAccepted'>): never => {
  throw refuseField('file', sort.notAccepted.message, sort.notAccepted.code);
};

/** The file as another try has finished it while this one was under way; null where none has. */
async function finishedMeanwhile(ctx: Ctx, { id }: PhotoRow): Promise<PhotoRow | null> {
  const photo = await readOwnPhoto(ctx.db, ctx.viewer, id);
  return photo?.finalised ? photo : null;
}

/** Writes down, before anything is kept, what is to go later if no row points at it: what arrived, and a copy that comes too late. */
function willLetGo(ctx: Ctx, photo: PhotoRow, kept: PhotoRow): Promise<string> {
  const now = ctx.clock();
  const job = { id: ctx.newId(), officeId: photo.officeId, files: [photo.storageKey, kept.storageKey] };
  return transact(ctx, async (tx) => {
    await willRemoveFiles(tx, ctx.viewer, job, now, new Date(now.getTime() + LEFTOVER_SECONDS * 1000));
    return job.id;
  });
}
