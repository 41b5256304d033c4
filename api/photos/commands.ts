import { finalisePhoto, insertPhoto, type PhotoRow, readOwnPhoto } from '../../db/queries/photos.ts';
import { readTicketFile, relationsToFile, type TicketFile } from '../../db/queries/ticket-files.ts';
import { MAX_MESSAGE_PHOTOS, MAX_PHOTO_BYTES, MAX_PHOTOS, type Photo } from '../../shared/contract/tickets.ts';
import { Problem, refuseField } from '../../shared/kernel/problem.ts';
import { permitTicket } from '../../shared/tickets/lifecycle.ts';
import { type Ctx, transact } from '../context.ts';
import { typeOfBytes, type UploadForm } from '../storage/storage.ts';
import { stripPicture } from '../storage/strip.ts';
import { photoView } from '../tickets/views.ts';

const roomFor = (purpose: PhotoRow['purpose']) => (purpose === 'message' ? MAX_MESSAGE_PHOTOS : MAX_PHOTOS);

/** The ticket a photo belongs to, if this viewer may add one of this purpose now. @throws Problem `seen/not-found`, `ticket/not-yours`, `ticket/action-refused` */
async function openFor(ctx: Ctx, ticketId: string, purpose: PhotoRow['purpose'], round: number | null): Promise<TicketFile> {
  const file = await readTicketFile(ctx.db, ctx.viewer, ticketId, ctx.clock());
  if (!file) throw new Problem('seen/not-found');
  const relations = relationsToFile(ctx.viewer, file);
  if (purpose === 'message') {
    permitTicket('say', file.state, relations, ctx.clock());
    return file;
  }
  const theirs = purpose === 'result' ? relations.includes('assignee') : relations.includes('resident');
  if (!theirs) throw new Problem('ticket/not-yours');
  if (purpose === 'result' && file.state.status !== 'on_site') throw new Problem('ticket/action-refused', '到场以后、登记修好之前才能传修好的照片');
  if (file.state.status === 'closed' || (round !== null && round !== file.state.round))
    throw new Problem('ticket/action-refused', '这一轮已经过去了');
  return file;
}

/**
 * Prepares one photo of a ticket; the words were stored long before. Residents add to the report, the technician to the result.
 * @throws Problem `storage/unavailable`, `seen/not-found`, `ticket/not-yours`, `ticket/action-refused`, `photo/too-many`
 */
export async function addPhoto(
  ctx: Ctx,
  input: { id: string; purpose: PhotoRow['purpose']; type: 'image/jpeg' | 'image/png'; bytes: number },
): Promise<{ photoId: string; upload: UploadForm }> {
  if (!ctx.storage) throw new Problem('storage/unavailable');
  const now = ctx.clock();
  const file = await openFor(ctx, input.id, input.purpose, null);
  const id = ctx.newId();
  const storageKey = `${file.id}/${id}`;
  const photo = {
    id,
    officeId: file.officeId,
    ticketId: file.id,
    round: file.state.round,
    purpose: input.purpose,
    type: input.type,
    bytes: input.bytes,
    storageKey,
  };
  if (!(await insertPhoto(ctx.db, ctx.viewer, photo, roomFor(input.purpose), now))) throw new Problem('photo/too-many');
  return { photoId: id, upload: ctx.storage.presign(storageKey, { type: input.type, maxBytes: MAX_PHOTO_BYTES }, now) };
}

/**
 * Makes an uploaded photo visible once its bytes say it is a picture, without what the phone wrote beside it. Asked again, it answers the same;
 * sent again, nothing changes.
 * @throws Problem `storage/unavailable`, `seen/not-found`, `photo/not-accepted`, `photo/too-many`, and what `addPhoto` refuses
 */
export async function finaliseUpload(ctx: Ctx, input: { id: string }): Promise<{ photo: Photo }> {
  const { storage } = ctx;
  if (!storage) throw new Problem('storage/unavailable');
  const photo = await readOwnPhoto(ctx.db, ctx.viewer, input.id);
  if (!photo) throw new Problem('seen/not-found');
  const now = ctx.clock();
  if (!photo.finalised) {
    await openFor(ctx, photo.ticketId, photo.purpose, photo.round);
    const bytes = await storage.arrived(photo.storageKey);
    const type = bytes && bytes.length <= MAX_PHOTO_BYTES ? typeOfBytes(bytes) : null;
    const picture = bytes && type === photo.type ? stripPicture(type, bytes) : null;
    if (!picture) throw refuseField('file', '这张照片用不了，请换一张 JPG 或 PNG', 'photo/not-accepted');
    await storage.keep(photo.storageKey, picture);
    const shown = await transact(ctx, (tx) => finalisePhoto(tx, ctx.viewer, photo, picture.length, roomFor(photo.purpose), now));
    if (!shown) throw new Problem('photo/too-many');
  }
  const view = photoView(ctx, photo, now);
  if (!view) throw new Problem('storage/unavailable');
  return { photo: view };
}
