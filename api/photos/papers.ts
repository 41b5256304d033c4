import { type ErrandFile, lookAtErrand } from '../../db/queries/errands.ts';
import { type EntryFile, readEntryFile } from '../../db/queries/exchanges.ts';
import { type PhotoRow, type PhotoSubject, readPapers } from '../../db/queries/photos.ts';
import { isReadable } from '../../shared/content/checks.ts';
import { MAX_PHOTOS } from '../../shared/contract/photos.ts';
import type { Photo } from '../../shared/contract/ticket-views.ts';
import { permitPhotos } from '../../shared/errands/letter.ts';
import { relationsToErrand } from '../../shared/errands/relations.ts';
import { mayAmend } from '../../shared/exchange/entry.ts';
import { Problem } from '../../shared/kernel/problem.ts';
import type { Ctx } from '../context.ts';
import type { UploadForm } from '../storage/storage.ts';
import { photoView } from '../tickets/part-views.ts';
import { PICTURES } from './pictures.ts';
import { finishUpload, type Permit, type Prepared, prepareUpload, type Sort } from './uploads.ts';

/** What came on paper shows so many pages in all, whoever photographs them. */
const room = () => ({ max: MAX_PHOTOS, of: 'all' as const });

const LETTER: Sort<ErrandFile> = {
  ...PICTURES,
  route: 'photographLetter',
  of: 'errand',
  read: (tx, ctx, id) => lookAtErrand(tx, ctx.viewer, id, ctx.clock()),
  room,
};
const ENTRY: Sort<EntryFile> = {
  ...PICTURES,
  route: 'photographExchange',
  of: 'exchange',
  read: (tx, ctx, id) => readEntryFile(tx, ctx.viewer, id),
  room,
};

const permitLetter: Permit<ErrandFile> = (ctx, { state, staff }) => permitPhotos(state, relationsToErrand(ctx.viewer.id, state, staff));
const permitEntry: Permit<EntryFile> = (ctx, entry) => {
  if (!mayAmend(ctx.viewer, entry)) throw new Problem('exchange/not-yours', '由登记的人、主任或品质管理部来加照片');
};

interface Shot {
  id: string;
  type: 'image/jpeg' | 'image/png';
  bytes: number;
  position: number;
}
type Begun = { photoId: string; there: boolean; upload: UploadForm };

const begun = ({ id, there, upload }: Prepared): Begun => ({ photoId: id, there, upload });

/**
 * Prepares one photo of a letter on paper, by whoever registered it, answers for it or names who does (I14).
 * @throws Problem `storage/unavailable`, `seen/not-found`, `ticket/not-yours`, `ticket/action-refused`, `photo/too-many`, `request/key-reused`
 */
export const photographLetter = async (ctx: Ctx, { id, ...shot }: Shot): Promise<Begun> =>
  begun(await prepareUpload(ctx, LETTER, permitLetter, id, { ...shot, purpose: 'paper' }));

/**
 * Prepares one photo of what came on paper to the register of information, by whoever may put its entry right (D6).
 * @throws Problem `storage/unavailable`, `seen/not-found`, `exchange/not-yours`, `photo/too-many`, `request/key-reused`
 */
export const photographExchange = async (ctx: Ctx, { id, ...shot }: Shot): Promise<Begun> =>
  begun(await prepareUpload(ctx, ENTRY, permitEntry, id, { ...shot, purpose: 'paper' }));

/** Takes in a photo of either. @throws Problem as `finishUpload` */
export const finishPaper = (ctx: Ctx, photo: PhotoRow): Promise<PhotoRow> =>
  photo.subject.of === 'errand' ? finishUpload(ctx, LETTER, permitLetter, photo) : finishUpload(ctx, ENTRY, permitEntry, photo);

/** The photos of a letter or an entry this viewer has before them, with their links. */
export async function papersOf(ctx: Ctx, subject: PhotoSubject): Promise<Photo[]> {
  const now = ctx.clock();
  const rows = await readPapers(ctx.db, ctx.viewer, subject);
  return rows
    .filter((row) => isReadable(row.check, row.by === ctx.viewer.id))
    .map((row) => photoView(ctx, { ...row, purpose: 'paper' }, row.by === ctx.viewer.id, now))
    .filter((photo) => photo !== null);
}
