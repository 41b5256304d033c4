import { MAX_PHOTO_BYTES } from '../../shared/contract/photos.ts';
import { askAboutPicture, holdUntilSeen } from '../content/pictures.ts';
import { typeOfBytes } from '../storage/storage.ts';
import { stripPicture } from '../storage/strip.ts';
import type { Sort } from './uploads.ts';

/** What every picture has in common, whatever it belongs to: what its bytes must say, and that WeChat looks at it. */
export const PICTURES = {
  maxBytes: MAX_PHOTO_BYTES,
  tooMany: 'photo/too-many',
  notAccepted: { message: '这张照片用不了，请换一张 JPG 或 PNG', code: 'photo/not-accepted' },
  clean(said, bytes) {
    const type = typeOfBytes(bytes);
    return type && type === said ? stripPicture(type, bytes) : null;
  },
  async taken(ctx, tx, photo, settings) {
    const held = await holdUntilSeen(ctx, tx, photo, settings);
    if (!held) return null;
    photo.check = held.check;
    return () => askAboutPicture(ctx, held.id, photo.storageKey);
  },
} satisfies Partial<Sort>;
