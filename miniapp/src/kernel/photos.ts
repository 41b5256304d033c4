import Taro from '@tarojs/taro';
import { useEffect, useRef, useState } from 'react';
import { MAX_MESSAGE_PHOTOS, MAX_PHOTO_BYTES, MAX_PHOTOS } from '../../../shared/contract/photos.ts';
import { Problem } from '../../../shared/kernel/problem.ts';
import { sayMegabytes } from '../../../shared/kernel/sizes.ts';
import { addressOf, api } from './api.ts';
import { takeDraftShots, takeDraftThere } from './draft.ts';
import { newKey } from './send.ts';
import type { Shot, Upload } from './shots.ts';

/** Why one was not taken, in a few words; anything else is worth another try. */
const WHY: Partial<Record<string, string>> = { 'photo/not-accepted': '这张用不了', 'photo/too-many': '已经够了' };

/** How many are on their way at one time. */
const AT_ONCE = 3;

/** Lets somebody take or choose photos; none where they turn back. */
export async function choosePhotos(count: number): Promise<Shot[]> {
  const chosen = await Taro.chooseImage({ count, sizeType: ['compressed'], sourceType: ['camera', 'album'] }).catch(() => null);
  return (chosen?.tempFiles ?? []).slice(0, count).map((file) => ({
    path: file.path,
    bytes: file.size,
    type: (file as { type?: string }).type === 'image/png' || /\.png$/i.test(file.path) ? 'image/png' : 'image/jpeg',
  }));
}

/** Sends one file where the server said. @throws Problem `server/unreachable`, `storage/unavailable` */
export async function sendFile(
  path: string,
  place: { url: string; fields: Record<string, string> },
  onPercent: (percent: number) => void,
): Promise<void> {
  const task = Taro.uploadFile({ url: addressOf(place.url), filePath: path, name: 'file', formData: place.fields, withCredentials: false });
  task.progress?.((given) => onPercent(given.progress));
  const answer = await task.catch(() => {
    throw new Problem('server/unreachable');
  });
  if (answer.statusCode >= 400) throw new Problem('storage/unavailable');
}

/** What a photo is, of a ticket; or what it is a photo of. */
export type Purpose = 'report' | 'result' | 'message' | 'letter' | 'exchange';

/**
 * Sends one photo of a ticket, a letter or an entry: asks where, sends it there, says that it is there. Under the same key it goes again as the same photo,
 * however far the try before got. Knows nothing of pages.
 * @param position in which place it was chosen, from 0
 * @returns the photo's id
 * @throws Problem `photo/not-accepted`, `photo/too-many`, `storage/unavailable`, `server/unreachable`, and what it belongs to refuses
 */
export async function sendShot(
  id: string,
  purpose: Purpose,
  shot: Shot,
  { key, position = 0, onPercent = () => {} }: { key: string; position?: number; onPercent?: (percent: number) => void },
): Promise<string> {
  const { type, bytes } = shot;
  const given = { id, type, bytes, position };
  const { photoId, there, upload } = await (purpose === 'letter'
    ? api.photographLetter(given, { key })
    : purpose === 'exchange'
      ? api.photographExchange(given, { key })
      : api.addPhoto({ ...given, purpose }, { key }));
  if (there) return photoId;
  await sendFile(shot.path, upload, onPercent);
  await api.finalisePhoto({ id: photoId }, { key });
  return photoId;
}

/** A photo at the server that is no part of anything said yet: where it can be seen, empty where nobody answers; null once it was tidied away. */
async function whereItIs(photoId: string): Promise<string | null> {
  try {
    return addressOf((await api.finalisePhoto({ id: photoId }, { key: newKey() })).photo.url);
  } catch (thrown) {
    return thrown instanceof Problem && thrown.code === 'seen/not-found' ? null : '';
  }
}

/**
 * Photos of one thing on their way, three at once, each with its own bar; a failed one goes again at a tap.
 * @param draft where photos taken back with their words lie: they go on from there, under their own keys; those that had arrived stay there
 */
export function usePhotos(id: string, purpose: Purpose, draft?: string) {
  const [uploads, setUploads] = useState<Upload[]>([]);
  const queue = useRef<Upload[]>([]);
  const running = useRef(0);
  const change = (key: string, to: Partial<Upload>) => setUploads((all) => all.map((one) => (one.key === key ? { ...one, ...to } : one)));

  async function start(one: Upload): Promise<void> {
    const { key } = one;
    if (one.bytes > MAX_PHOTO_BYTES) return change(key, { state: 'failed', why: `超过 ${sayMegabytes(MAX_PHOTO_BYTES)}`, refused: true });
    change(key, { state: 'sending', percent: 0, why: '' });
    try {
      const photoId = await sendShot(id, purpose, one, { key, position: one.position, onPercent: (percent) => change(key, { percent }) });
      change(key, { state: 'sent', percent: 100, photoId });
    } catch (thrown) {
      const why = thrown instanceof Problem ? WHY[thrown.code] : undefined;
      change(key, { state: 'failed', why: why ?? '没传上', refused: why !== undefined });
    }
  }

  async function work(): Promise<void> {
    if (running.current >= AT_ONCE) return;
    running.current += 1;
    for (let next = queue.current.shift(); next; next = queue.current.shift()) await start(next);
    running.current -= 1;
  }

  function enqueue(added: Upload[]): void {
    queue.current.push(...added);
    for (let n = 0; n < Math.min(added.length, AT_ONCE); n += 1) void work();
  }

  function add(shots: (Shot & { key?: string; position?: number | undefined })[]): void {
    const first = 1 + Math.max(-1, ...uploads.map((one) => one.position));
    const added = shots.map(
      (shot, n): Upload => ({
        ...shot,
        key: shot.key ?? newKey(),
        position: shot.position ?? Math.min(first + n, MAX_PHOTOS - 1),
        state: 'waiting',
        percent: 0,
        photoId: null,
        why: '',
        refused: false,
      }),
    );
    setUploads((all) => [...all, ...added]);
    enqueue(added);
  }

  function addThere(photoIds: readonly string[]): void {
    const sent = { bytes: 0, type: 'image/jpeg', state: 'sent', percent: 100, why: '', refused: false } as const;
    setUploads((all) => [...photoIds.map((photoId, position): Upload => ({ ...sent, key: photoId, photoId, position, path: '' })), ...all]);
    for (const photoId of photoIds)
      void whereItIs(photoId).then((path) =>
        path === null ? setUploads((all) => all.filter((one) => one.key !== photoId)) : change(photoId, { path }),
      );
  }

  useEffect(() => {
    if (!draft) return;
    const there = takeDraftThere(draft);
    if (there.length > 0) addThere(there);
    void takeDraftShots(draft).then((shots) => shots.length > 0 && add(shots));
  }, [draft]);

  return {
    uploads,
    add,
    again: (one: Upload) => {
      change(one.key, { state: 'waiting', percent: 0, why: '' });
      enqueue([one]);
    },
    drop: (one: Upload) => {
      queue.current = queue.current.filter((other) => other.key !== one.key);
      setUploads((all) => all.filter((other) => other.key !== one.key));
    },
    forget: () => setUploads([]),
    sentIds: uploads.flatMap((one) => (one.state === 'sent' && one.photoId ? [one.photoId] : [])),
    /** Those that did not get through, and may later. */
    unsent: uploads.filter((one) => one.state === 'failed' && !one.refused),
    room: (purpose === 'message' ? MAX_MESSAGE_PHOTOS : MAX_PHOTOS) - uploads.length,
    isBusy: uploads.some((one) => one.state === 'sending' || one.state === 'waiting'),
  };
}

export type Photos = ReturnType<typeof usePhotos>;
