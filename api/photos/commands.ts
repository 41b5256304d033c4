import { finalisePhoto, insertPhoto, readOwnPhoto } from '../../db/queries/photos.ts';
import { readTicketFile, relationsToFile } from '../../db/queries/ticket-files.ts';
import { MAX_PHOTO_BYTES, MAX_PHOTOS, type Photo } from '../../shared/contract/tickets.ts';
import { Problem } from '../../shared/kernel/problem.ts';
import type { Ctx } from '../context.ts';
import { typeOfBytes, type UploadForm } from '../storage/storage.ts';
import { photoView } from '../tickets/views.ts';

/**
 * Prepares one photo of a ticket; the words were stored long before. Residents add to the report, the technician to the result.
 * @throws Problem `storage/unavailable`, `seen/not-found`, `ticket/not-yours`, `photo/too-many`
 */
export async function addPhoto(
  ctx: Ctx,
  input: { id: string; purpose: 'report' | 'result'; type: 'image/jpeg' | 'image/png'; bytes: number },
): Promise<{ photoId: string; upload: UploadForm }> {
  if (!ctx.storage) throw new Problem('storage/unavailable');
  const now = ctx.clock();
  const file = await readTicketFile(ctx.db, ctx.viewer, input.id, now);
  if (!file) throw new Problem('seen/not-found');
  const relations = relationsToFile(ctx.viewer, file);
  const theirs = input.purpose === 'result' ? relations.includes('assignee') : relations.includes('reporter') || relations.includes('household');
  if (!theirs) throw new Problem('ticket/not-yours');
  if (input.purpose === 'result' && file.state.status !== 'on_site') throw new Problem('ticket/action-refused', '到场以后才能传修好的照片');
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
  if (!(await insertPhoto(ctx.db, ctx.viewer, photo, MAX_PHOTOS, now))) throw new Problem('photo/too-many');
  return { photoId: id, upload: ctx.storage.presign(storageKey, { type: input.type, maxBytes: MAX_PHOTO_BYTES }, now) };
}

/**
 * Makes an uploaded photo visible once its bytes say it is a picture. Asked again, it answers the same.
 * @throws Problem `storage/unavailable`, `seen/not-found`, `photo/not-accepted`, `photo/too-many`
 */
export async function finaliseUpload(ctx: Ctx, input: { id: string }): Promise<{ photo: Photo }> {
  if (!ctx.storage) throw new Problem('storage/unavailable');
  const photo = await readOwnPhoto(ctx.db, ctx.viewer, input.id);
  if (!photo) throw new Problem('seen/not-found');
  const now = ctx.clock();
  if (!photo.finalised) {
    const bytes = await ctx.storage.read(photo.storageKey);
    if (!bytes || bytes.length > MAX_PHOTO_BYTES || typeOfBytes(bytes) !== photo.type) throw new Problem('photo/not-accepted');
    if (!(await finalisePhoto(ctx.db, ctx.viewer, photo, bytes.length, MAX_PHOTOS, now))) throw new Problem('photo/too-many');
  }
  const view = photoView(ctx, photo, now);
  if (!view) throw new Problem('storage/unavailable');
  return { photo: view };
}
