import { sayMegabytes } from '../kernel/sizes.ts';
import { z } from '../kernel/zod.ts';
import { id, idParams, route } from './route.ts';

/** How long a voice note may last. The phone says how long it is; nobody decodes it. */
export const MAX_VOICE_SECONDS = 60;
/** A minute of speech is some 400 KB as the phone is asked to record it. */
export const MAX_VOICE_BYTES = 1024 * 1024;

/** What stands where a voice note was said without words. */
export const ONLY_VOICE = '语音留言';

/** Something is said: in words, or in a voice note that follows. */
export const saidSomehow: [(given: { words: string; spoken: boolean }) => boolean, { path: string[]; message: string }] = [
  (given) => given.words !== '' || given.spoken,
  { path: ['words'], message: '请写几个字，或者用说的' },
];
export const spoken = z.boolean().default(false).describe('是用说的：语音随后就到，可以不写字');

const type = z.enum(['audio/mpeg', 'audio/aac', 'audio/mp4'], { error: '只收 MP3、AAC 或 M4A 语音' });
export type VoiceType = z.infer<typeof type>;

export const Voice = z.object({ id, url: z.string(), seconds: z.int() }).meta({ id: 'Voice' });
export type Voice = z.infer<typeof Voice>;

export const voiceRoutes = {
  addVoice: route({
    method: 'POST',
    path: '/tickets/{id}/voices',
    summary: '准备传一段语音：和报修一起，或者等着和留言一起发',
    limit: 'voice',
    params: idParams,
    body: z.strictObject({
      with: z.enum(['report', 'message'], { error: '请选和报修一起还是和留言一起' }),
      type,
      bytes: z
        .int()
        .min(1)
        .max(MAX_VOICE_BYTES, `语音不能超过 ${sayMegabytes(MAX_VOICE_BYTES)}`),
      seconds: z.int().min(1, '太短了，请再录一次').max(MAX_VOICE_SECONDS, `语音最长 ${MAX_VOICE_SECONDS} 秒`),
    }),
    response: z.object({
      voiceId: id,
      there: z.boolean().describe('早已传好，不用再传'),
      upload: z.object({ url: z.string(), fields: z.record(z.string(), z.string()) }),
    }),
  }),
  finaliseVoice: route({
    method: 'POST',
    path: '/voices/{id}/finalise',
    summary: '语音传完了，核对后能听',
    params: idParams,
    body: z.strictObject({}),
    response: z.object({ voice: Voice }),
  }),
};
