import { readOwnPhoto } from '../../db/queries/photos.ts';
import { readTakenFile, relationsToFile, type TicketFile } from '../../db/queries/ticket-files.ts';
import { MAX_MESSAGE_PHOTOS, MAX_PHOTOS } from '../../shared/contract/photos.ts';
import type { Photo } from '../../shared/contract/ticket-views.ts';
import { Problem } from '../../shared/kernel/problem.ts';
import type { Ctx } from '../context.ts';
import type { UploadForm } from '../storage/storage.ts';
import { photoView } from '../tickets/part-views.ts';
import { permitFile } from '../tickets/permit.ts';
import { finishPaper } from './papers.ts';
import { PICTURES } from './pictures.ts';
import { finishUpload, ofTicket, prepareUpload, type Sort, storageOf } from './uploads.ts';

/** Photos of one purpose: as many as there is room for. */
const photosOf = (room: Sort['room']): Sort => ({ ...ofTicket, ...PICTURES, route: 'addPhoto', room });

type Purpose = Exclude<Photo['purpose'], 'paper'>;
const isResident = (ctx: Ctx, file: TicketFile) => relationsToFile(ctx.viewer, file).includes('resident');

const SORTS: Record<Purpose, Sort> = {
  // What residents show of it is theirs together; how many they show is not told to whoever took it down, and what came with the letter takes nothing from them.
  report: {
    ...photosOf((ctx, file) => ({ max: MAX_PHOTOS, of: isResident(ctx, file) ? 'household' : 'own' })),
    // Whoever took the matter down hands it in, whatever wall stands before it by now.
    read: async (tx, ctx, id) => (await ofTicket.read(tx, ctx, id)) ?? readTakenFile(tx, ctx.viewer, id, ctx.clock()),
  },
  result: photosOf(() => ({ max: MAX_PHOTOS, of: 'all' })),
  message: photosOf(() => ({ max: MAX_MESSAGE_PHOTOS, of: 'own' })),
};

/**
 * Residents add to the report, and for a day whoever took it down, whatever became of it meanwhile (I4); the technician to the result, whoever may speak to
 * a message.
 * @throws Problem `ticket/not-yours`, `ticket/action-refused`
 */
const permit = (purpose: Purpose) => (ctx: Ctx, file: TicketFile, round: number | null) => {
  const relations = relationsToFile(ctx.viewer, file);
  if (purpose === 'message') {
    permitFile('say', file, relations, ctx.clock());
    return;
  }
  if (purpose === 'report' && file.tookDown && !isResident(ctx, file)) return;
  const theirs = purpose === 'result' ? relations.includes('assignee') : relations.includes('resident');
  if (!theirs) throw new Problem('ticket/not-yours');
  if (purpose === 'result' && file.state.status !== 'on_site') throw new Problem('ticket/action-refused', '到场以后、登记修好之前才能传修好的照片');
  if (file.state.status === 'closed' || (round !== null && round !== file.state.round))
    throw new Problem('ticket/action-refused', '这一轮已经过去了');
};

/**
 * Prepares one photo of a ticket; the words were stored long before.
 * @throws Problem `storage/unavailable`, `seen/not-found`, `ticket/not-yours`, `ticket/action-refused`, `photo/too-many`, `request/key-reused`
 */
export async function addPhoto(
  ctx: Ctx,
  input: { id: string; purpose: Purpose; type: 'image/jpeg' | 'image/png'; bytes: number; position: number },
): Promise<{ photoId: string; there: boolean; upload: UploadForm }> {
  const { id: ticketId, ...given } = input;
  const { id, there, upload } = await prepareUpload(ctx, SORTS[input.purpose], permit(input.purpose), ticketId, given);
  return { photoId: id, there, upload };
}

/**
 * Takes an uploaded photo in once its bytes say it is a picture, without what the phone wrote beside it. Asked again, it answers the same;
 * sent again, nothing changes.
 * @throws Problem `storage/unavailable`, `seen/not-found`, `photo/not-accepted`, `photo/too-many`, and what `addPhoto` refuses
 */
export async function finaliseUpload(ctx: Ctx, input: { id: string }): Promise<{ photo: Photo }> {
  storageOf(ctx);
  const photo = await readOwnPhoto(ctx.db, ctx.viewer, input.id);
  if (!photo || photo.purpose === 'voice') throw new Problem('seen/not-found');
  const { purpose } = photo;
  const finished = purpose === 'paper' ? await finishPaper(ctx, photo) : await finishUpload(ctx, SORTS[purpose], permit(purpose), photo);
  const view = photoView(ctx, { ...finished, purpose }, true, ctx.clock());
  if (!view) throw new Problem('storage/unavailable');
  return { photo: view };
}
