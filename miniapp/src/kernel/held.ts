import Taro from '@tarojs/taro';
import * as queue from '../../../shared/queue/queue.ts';
import type { Act } from './acts.ts';
import { serverNow } from './clock.ts';
import { keep, kept, namesKept } from './keep.ts';
import { newKey } from './send.ts';
import { personNow } from './session.ts';
import { dropShot } from './shelf.ts';

export type Held = queue.Held;

/** Told when something of the queue has changed. */
export const HELD_CHANGED = 'huiyin.queue';

export const heldChanged = () => Taro.eventCenter.trigger(HELD_CHANGED);

const nameOf = (held: Pick<Held, 'key'>) => `held.${held.key}` as const;

// One storage entry each, so that two open pages, a full phone or one spoilt entry never cost another.
/** What anybody has said on this phone that is not over yet. */
export const allHeld = (): Held[] => namesKept('held.').flatMap((name) => queue.readHeld(kept(name)) ?? []);
export const oneHeld = (key: string): Held | null => queue.readHeld(kept(`held.${key}`));

/** Everything the person present has said that is not over yet, in order. Nobody sees another's. */
export function heldNow(): Held[] {
  const person = personNow();
  return person === null ? [] : queue.inOrder(allHeld().filter((one) => one.personId === person));
}

export const standingNow = (held: Held) => queue.heldStanding(held, serverNow());

/** Those that wait for somebody or something: all but the told and sent. */
export const isUnsent = (held: Held) => standingNow(held) !== 'sent';

/** Words of the person present that can no longer be read as a whole. */
export function spoiltNow(): { name: `held.${string}`; words: string }[] {
  const person = personNow();
  return namesKept('held.').flatMap((name) => {
    const text = kept(name);
    const saved = queue.readHeld(text) ? null : queue.salvage(text);
    return saved && saved.personId === person ? [{ name, words: saved.words }] : [];
  });
}

export function forgetSpoilt(name: `held.${string}`): void {
  keep(name, '');
  heldChanged();
}

/** Writes what became of one, unless another open page has finished with it meanwhile. */
export function keepHeld(held: Held): void {
  if (!kept(nameOf(held))) return;
  keep(nameOf(held), queue.isOver(held, serverNow()) ? '' : JSON.stringify(held));
  heldChanged();
}

export interface Said {
  act: Act;
  subject: string;
  title: string;
  words: string;
  body: Record<string, unknown>;
  shots?: queue.HeldShot[];
  shotsFirst?: boolean;
}

/** Keeps what was said, with the key of this tap. @returns null where nobody is signed in or the phone has no room */
export function hold(said: Said): Held | null {
  const personId = personNow();
  if (personId === null) return null;
  const key = newKey();
  const order = Math.max(0, ...allHeld().map((one) => one.order)) + 1;
  const shots = (said.shots ?? []).map((shot, position) => ({ ...shot, position: shot.position ?? position }));
  const subject = said.subject || key;
  const held = queue.Held.parse({ ...said, shots, subject, key, order, personId, saidAt: serverNow().toISOString() });
  if (!keep(nameOf(held), JSON.stringify(held))) return null;
  heldChanged();
  return held;
}

/** Takes one out of the queue; its photos too, unless somebody still wants them. */
export function letGo(held: Held, keepsShots = false): void {
  keep(nameOf(held), '');
  if (!keepsShots) for (const shot of held.shots) dropShot(shot.name);
  heldChanged();
}

/** Somebody has seen how these ended. */
export function noteTold(all: readonly Held[]): void {
  for (const one of all) keepHeld({ ...(oneHeld(one.key) ?? one), told: true });
}
