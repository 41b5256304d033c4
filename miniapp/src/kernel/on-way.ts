import type { HeldShot } from '../../../shared/queue/queue.ts';
import { heldChanged } from './held.ts';
import { takeUp } from './shelf.ts';
import type { Upload } from './shots.ts';

/** A photo or a voice note on its way. */
export type Sending = Omit<Upload, 'type'> & { type: HeldShot['type']; seconds?: number | undefined };
const onWay = new Map<string, Sending[]>();

export const onWayTo = (ticketId: string): Sending[] => onWay.get(ticketId) ?? [];

/** One that nobody waits for any more. */
export function dropOnWay(ticketId: string, key: string): void {
  onWay.set(
    ticketId,
    onWayTo(ticketId).filter((one) => one.key !== key),
  );
  heldChanged();
}

/** Notes how far one has come, for pages that show it. */
export function noteOnWay(ticketId: string, upload: Sending): void {
  const known = onWayTo(ticketId);
  const isKnown = known.some((one) => one.key === upload.key);
  onWay.set(ticketId, isKnown ? known.map((one) => (one.key === upload.key ? upload : one)) : [...known, upload]);
  heldChanged();
}

export const isPicture = (one: Sending): one is Upload & Sending => one.type !== 'audio/mpeg';

/** One as it lies on the phone; null where it is gone. */
export async function trayOf(shot: HeldShot): Promise<Sending | null> {
  const path = await takeUp(shot.name);
  return path ? { ...shot, position: shot.position ?? 0, path, state: 'waiting', percent: 0, photoId: null, why: '', refused: false } : null;
}
