import { sayMegabytes } from '../kernel/sizes.ts';
import { z } from '../kernel/zod.ts';
import { MAX_PHOTO_BYTES, MAX_PHOTOS } from './photos.ts';
import { id, idParams, route } from './route.ts';

/** A photo that is about to be sent. */
export const shot = {
  type: z.enum(['image/jpeg', 'image/png'], { error: '只收 JPG 或 PNG 照片' }),
  bytes: z
    .int()
    .min(1)
    .max(MAX_PHOTO_BYTES, `照片不能超过 ${sayMegabytes(MAX_PHOTO_BYTES)}`),
  position: z
    .int()
    .min(0)
    .max(MAX_PHOTOS - 1)
    .default(0)
    .describe('选的时候排第几，从 0 起；先传到的不抢在前面'),
};

/** Where it is to be sent. */
const Begun = z.object({
  photoId: id,
  there: z.boolean().describe('早已传好，不用再传'),
  upload: z.object({ url: z.string(), fields: z.record(z.string(), z.string()) }),
});

/** Prepares one photo of what the path names. */
export const preparing = <const Path extends `/${string}`, Body extends z.ZodObject>(path: Path, summary: string, body: Body) =>
  route({ method: 'POST', path, summary, limit: 'photo', params: idParams, body, response: Begun });
