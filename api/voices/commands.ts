import { readOwnPhoto } from '../../db/queries/photos.ts';
import { relationsToFile, type TicketFile } from '../../db/queries/ticket-files.ts';
import { MAX_VOICE_BYTES, type Voice, type VoiceType } from '../../shared/contract/voices.ts';
import { Problem } from '../../shared/kernel/problem.ts';
import type { Ctx } from '../context.ts';
import { finishUpload, ofTicket, prepareUpload, type Sort, storageOf } from '../photos/uploads.ts';
import type { UploadForm } from '../storage/storage.ts';
import { stripVoice, typeOfVoice } from '../storage/voice.ts';
import { voiceView } from '../tickets/part-views.ts';
import { permitFile } from '../tickets/permit.ts';

/** One with the report; with messages one each, so there is no counting them before they are said. */
const sortOf = (withReport: boolean): Sort => ({
  ...ofTicket,
  route: 'addVoice',
  room: () => ({ max: withReport ? 1 : null, of: 'all' }),
  maxBytes: MAX_VOICE_BYTES,
  tooMany: 'voice/too-many',
  notAccepted: { message: '这段语音用不了，请再录一次', code: 'voice/not-accepted' },
  clean: (said, bytes) => (typeOfVoice(bytes) === said ? stripVoice(said as VoiceType, bytes) : null),
});

/**
 * Only residents speak so: with the report as they add photos to it, with a message as they may say one.
 * @throws Problem `ticket/not-yours`, `ticket/action-refused`
 */
const permit = (withReport: boolean) => (ctx: Ctx, file: TicketFile) => {
  const relations = relationsToFile(ctx.viewer, file);
  // A report is spoken by whoever wrote it: it is shown under their name.
  if (!relations.includes('resident') || (withReport && !relations.includes('reporter'))) throw new Problem('ticket/not-yours');
  if (!withReport) permitFile('say', file, relations, ctx.clock());
  else if (file.state.status === 'closed' || file.state.round > 1) throw new Problem('ticket/action-refused', '这一轮已经过去了');
};

/**
 * Prepares one voice note: with the words a report began with, or for a message that is said once it is there.
 * @throws Problem `storage/unavailable`, `seen/not-found`, `ticket/not-yours`, `ticket/action-refused`, `voice/too-many`, `request/key-reused`
 */
export async function addVoice(
  ctx: Ctx,
  input: { id: string; with: 'report' | 'message'; type: VoiceType; bytes: number; seconds: number },
): Promise<{ voiceId: string; there: boolean; upload: UploadForm }> {
  const withReport = input.with === 'report';
  const { type, bytes, seconds } = input;
  const given = { purpose: 'voice', type, bytes, seconds, withReport } as const;
  const { id, there, upload } = await prepareUpload(ctx, sortOf(withReport), permit(withReport), input.id, given);
  return { voiceId: id, there, upload };
}

/**
 * Checks an uploaded voice note; with a report it can then be heard, with a message once that is said.
 * @throws Problem `storage/unavailable`, `seen/not-found`, `voice/not-accepted`, `voice/too-many`, and what `addVoice` refuses
 */
export async function finaliseVoice(ctx: Ctx, input: { id: string }): Promise<{ voice: Voice }> {
  storageOf(ctx);
  const voice = await readOwnPhoto(ctx.db, ctx.viewer, input.id);
  if (voice?.purpose !== 'voice') throw new Problem('seen/not-found');
  const withReport = (voice.contactId ?? null) !== null;
  const finished = await finishUpload(ctx, sortOf(withReport), permit(withReport), voice);
  const view = voiceView(ctx, { id: voice.id, storageKey: finished.storageKey, seconds: voice.seconds ?? 0 }, ctx.clock());
  if (!view) throw new Problem('storage/unavailable');
  return { voice: view };
}
