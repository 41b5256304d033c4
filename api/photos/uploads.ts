import type { Transaction, Tx } from '../../db/connect.ts';
import { takeKey } from '../../db/queries/keys.ts';
import { finalisePhoto, insertPhoto, type NewPhoto, type PhotoRow, type Room, readOwnPhoto, willRemoveFiles } from '../../db/queries/photos.ts';
import { readTakenFile, readTicketFile, type TicketFile } from '../../db/queries/ticket-files.ts';
import { Problem, type ProblemCode, refuseField, refuseReused } from '../../shared/kernel/problem.ts';
import { type Settings, settingsAt } from '../../shared/kernel/settings.ts';
import { type Ctx, transact } from '../context.ts';
import { LEFTOVER_SECONDS, type Storage, type UploadForm } from '../storage/storage.ts';

/** What kind of file it is: how many there may be, how big, what its bytes must say, and how it is refused. */
export interface Sort {
  route: 'addPhoto' | 'addVoice';
  /** How many there may be, in a ticket as this viewer stands to it. */
  room(ctx: Ctx, file: TicketFile): Room;
  /** Whoever took the matter down may hand it in, whatever wall stands before it by now. */
  byTaker?: true;
  maxBytes: number;
  tooMany: ProblemCode;
  notAccepted: { message: string; code: ProblemCode };
  /** The bytes as they may be shown; null where they are not what the row says. */
  clean(type: string, bytes: Uint8Array): Uint8Array | null;
  /** What follows in the transaction that takes it in; what it answers runs once that is over. */
  taken?(ctx: Ctx, tx: Transaction, photo: PhotoRow, settings: Settings): Promise<(() => void) | null>;
}

/** The ticket a file belongs to, if this viewer may add it now. @throws Problem what the ticket refuses */
export type Permit = (ctx: Ctx, file: TicketFile, round: number | null) => void;

/** @throws Problem `storage/unavailable` */
export function storageOf(ctx: Ctx): Storage {
  if (!ctx.storage) throw new Problem('storage/unavailable');
  return ctx.storage;
}

/** The ticket it is for, as far as it is this viewer's to add to. @throws Problem `seen/not-found` */
async function ticketFor(tx: Tx, ctx: Ctx, { byTaker }: Sort, ticketId: string): Promise<TicketFile> {
  const now = ctx.clock();
  const seen = await readTicketFile(tx, ctx.viewer, ticketId, now);
  const file = seen ?? (byTaker ? await readTakenFile(tx, ctx.viewer, ticketId, now) : null);
  if (!file) throw new Problem('seen/not-found');
  return file;
}

async function openTicket(tx: Tx, ctx: Ctx, sort: Sort, ticketId: string, permit: Permit, round: number | null): Promise<TicketFile> {
  const file = await ticketFor(tx, ctx, sort, ticketId);
  permit(ctx, file, round);
  return file;
}

export interface Prepared {
  id: string;
  /** It came whole at an earlier try: nothing is left to send. */
  there: boolean;
  upload: UploadForm;
}

/**
 * Makes room for one file of a ticket and says where it is to be sent. Under the key of an earlier try it is the same file, however far that try got:
 * what was cut off is sent again, what came whole is `there`, what was tidied away is begun afresh.
 * @throws Problem `seen/not-found`, `request/key-reused`, `sort.tooMany`, and what `permit` refuses
 */
export async function prepareUpload(
  ctx: Ctx,
  sort: Sort,
  permit: Permit,
  ticketId: string,
  given: Pick<NewPhoto, 'purpose' | 'type' | 'bytes' | 'position' | 'seconds' | 'withReport'>,
): Promise<Prepared> {
  const storage = storageOf(ctx);
  const now = ctx.clock();
  const photo = await transact(ctx, async (tx): Promise<Pick<PhotoRow, 'id' | 'storageKey' | 'finalised'>> => {
    const seen = await ticketFor(tx, ctx, sort, ticketId);
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
    const made = { ...given, id, officeId: seen.officeId, ticketId: seen.id, round: seen.state.round, storageKey };
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
export async function finishUpload(ctx: Ctx, sort: Sort, permit: Permit, photo: PhotoRow): Promise<PhotoRow> {
  if (photo.finalised) return photo;
  const storage = storageOf(ctx);
  const file = await openTicket(ctx.db, ctx, sort, photo.ticketId, permit, photo.round);
  const bytes = await storage.arrived(photo.storageKey, sort.maxBytes);
  const clean = bytes && bytes.length <= sort.maxBytes ? sort.clean(photo.type, bytes) : null;
  if (!clean) return (await finishedMeanwhile(ctx, photo)) ?? refuse(sort);
  const kept = { ...photo, storageKey: `${photo.ticketId}/${ctx.newId()}`, bytes: clean.length, finalised: true };
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

const refuse = (sort: Sort): never => {
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
