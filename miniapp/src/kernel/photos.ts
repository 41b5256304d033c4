import Taro from '@tarojs/taro';
import { useRef, useState } from 'react';
import { MAX_MESSAGE_PHOTOS, MAX_PHOTO_BYTES, MAX_PHOTOS } from '../../../shared/contract/tickets.ts';
import { Problem } from '../../../shared/kernel/problem.ts';
import { addressOf, api } from './api.ts';
import { newKey } from './send.ts';

/** A photo on the phone. */
export interface Shot {
  path: string;
  bytes: number;
  type: 'image/jpeg' | 'image/png';
}

export interface Upload extends Shot {
  key: string;
  state: 'waiting' | 'sending' | 'sent' | 'failed';
  percent: number;
  photoId: string | null;
  why: string;
}

/** Lets somebody take or choose photos; none where they turn back. */
export async function choosePhotos(count: number): Promise<Shot[]> {
  const chosen = await Taro.chooseImage({ count, sizeType: ['compressed'], sourceType: ['camera', 'album'] }).catch(() => null);
  return (chosen?.tempFiles ?? []).slice(0, count).map((file) => ({
    path: file.path,
    bytes: file.size,
    type: (file as { type?: string }).type === 'image/png' || /\.png$/i.test(file.path) ? 'image/png' : 'image/jpeg',
  }));
}

type Place = Awaited<ReturnType<typeof api.addPhoto>>;

/** Sends one photo where the server said, then tells it that it is there. */
async function sendOne(shot: Shot, place: Place, onPercent: (percent: number) => void): Promise<void> {
  const task = Taro.uploadFile({
    url: addressOf(place.upload.url),
    filePath: shot.path,
    name: 'file',
    formData: place.upload.fields,
    withCredentials: false,
  });
  task.progress?.((given) => onPercent(given.progress));
  const answer = await task;
  if (answer.statusCode >= 400) throw new Problem('storage/unavailable');
  await api.finalisePhoto({ id: place.photoId }, { key: newKey() });
}

/** Up to three photos of one ticket on their way, each with its own bar; a failed one goes again at a tap. */
export function usePhotos(ticketId: string, purpose: 'report' | 'result' | 'message') {
  const [uploads, setUploads] = useState<Upload[]>([]);
  const places = useRef<Record<string, Place>>({});
  const change = (key: string, to: Partial<Upload>) => setUploads((all) => all.map((one) => (one.key === key ? { ...one, ...to } : one)));

  async function start(one: Upload): Promise<void> {
    if (one.bytes > MAX_PHOTO_BYTES) return change(one.key, { state: 'failed', why: '超过 8 MB' });
    change(one.key, { state: 'sending', percent: 0, why: '' });
    try {
      const { type, bytes, key } = one;
      const place = places.current[key] ?? (await api.addPhoto({ id: ticketId, purpose, type, bytes }, { key }));
      places.current[key] = place;
      await sendOne(one, place, (percent) => change(key, { percent }));
      change(key, { state: 'sent', percent: 100, photoId: place.photoId });
    } catch (thrown) {
      delete places.current[one.key];
      change(one.key, { state: 'failed', why: thrown instanceof Problem && thrown.code === 'photo/not-accepted' ? '换一张' : '点一下再传' });
    }
  }

  async function add(shots: Shot[]): Promise<void> {
    const added = shots.map((shot): Upload => ({ ...shot, key: newKey(), state: 'waiting', percent: 0, photoId: null, why: '' }));
    setUploads((all) => [...all, ...added]);
    for (const one of added) await start(one);
  }

  return {
    uploads,
    add,
    again: start,
    drop: (one: Upload) => setUploads((all) => all.filter((other) => other.key !== one.key)),
    forget: () => setUploads([]),
    sentIds: uploads.flatMap((one) => (one.state === 'sent' && one.photoId ? [one.photoId] : [])),
    room: (purpose === 'message' ? MAX_MESSAGE_PHOTOS : MAX_PHOTOS) - uploads.length,
    isBusy: uploads.some((one) => one.state === 'sending' || one.state === 'waiting'),
  };
}

export type Photos = ReturnType<typeof usePhotos>;

let handedOn: { ticketId: string; shots: Shot[] } | null = null;

/** Gives photos to the page that comes next, which sends them. */
export function handOn(ticketId: string, shots: Shot[]): void {
  handedOn = { ticketId, shots };
}

/** Takes them, once. */
export function takeOver(ticketId: string): Shot[] {
  const shots = handedOn?.ticketId === ticketId ? handedOn.shots : [];
  handedOn = null;
  return shots;
}
