import Taro from '@tarojs/taro';
import { Problem } from '../../../shared/kernel/problem.ts';
import { addressOf, api } from './api.ts';
import type { Shot } from './photos.ts';

interface Way {
  /** The same for every try of this photo. */
  key: string;
  onPercent?: (percent: number) => void;
}

/**
 * Sends one photo of a ticket, from asking where to until it is there. @returns its id
 * @throws Problem what the server refuses with; `server/unreachable` where it could not be brought
 */
export async function sendShot(ticketId: string, purpose: 'report' | 'result', shot: Shot, { key, onPercent }: Way): Promise<string> {
  const { type, bytes } = shot;
  const { photoId, upload } = await api.addPhoto({ id: ticketId, purpose, type, bytes }, { key });
  const task = Taro.uploadFile({ url: addressOf(upload.url), filePath: shot.path, name: 'file', formData: upload.fields, withCredentials: false });
  task.progress?.((given) => onPercent?.(given.progress));
  const answer = await task.catch(() => {
    throw new Problem('server/unreachable');
  });
  if (answer.statusCode >= 400) throw new Problem('storage/unavailable');
  await api.finalisePhoto({ id: photoId }, { key: `${key}-there` });
  return photoId;
}
