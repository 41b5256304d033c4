import Taro, { useDidShow } from '@tarojs/taro';
import { useEffect, useRef, useState } from 'react';
import { Problem } from '../../../shared/kernel/problem.ts';
import * as queue from '../../../shared/queue/queue.ts';
import { type Act, actOf } from './acts.ts';
import { api } from './api.ts';
import { serverNow } from './clock.ts';
import { namesOfDraftShots } from './draft.ts';
import { keep, kept, namesKept } from './keep.ts';
import { isAway, onNetworkBack, REACH_CHANGED } from './network.ts';
import { sendShot, type Upload } from './photos.ts';
import { newKey } from './send.ts';
import { personNow, SESSION_CHANGED } from './session.ts';
import { dropShot, takeUp, tidyShelf } from './shelf.ts';
import { sendVoice } from './voice.ts';

export type { Held, HeldShot } from '../../../shared/queue/queue.ts';

type Held = queue.Held;

const CHANGED = 'huiyin.queue';
const ARRIVED = 'huiyin.queue.arrived';
const LOOKS_EVERY = 15_000;

const changed = () => Taro.eventCenter.trigger(CHANGED);
const nameOf = (held: Pick<Held, 'key'>) => `held.${held.key}` as const;

// One storage entry each, so that two open pages, a full phone or one spoilt entry never cost another.
const readAll = (): Held[] => namesKept('held.').flatMap((name) => queue.readHeld(kept(name)) ?? []);
const readOne = (key: string): Held | null => queue.readHeld(kept(`held.${key}`));

/** Everything the person present has said that is not over yet, in order. Nobody sees another's. */
export function heldNow(): Held[] {
  const person = personNow();
  return person === null ? [] : queue.inOrder(readAll().filter((one) => one.personId === person));
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
  changed();
}

/** Writes what became of one, unless another open page has finished with it meanwhile. */
function replace(held: Held): void {
  if (!kept(nameOf(held))) return;
  keep(nameOf(held), queue.isOver(held, serverNow()) ? '' : JSON.stringify(held));
  changed();
}

export interface Said {
  act: Act;
  subject: string;
  title: string;
  words: string;
  body: Record<string, unknown>;
  shots?: queue.HeldShot[];
}

/** Keeps what was said, with the key of this tap. @returns null where nobody is signed in or the phone has no room */
export function hold(said: Said): Held | null {
  const personId = personNow();
  if (personId === null) return null;
  const key = newKey();
  const order = Math.max(0, ...readAll().map((one) => one.order)) + 1;
  const shots = (said.shots ?? []).map((shot, position) => ({ ...shot, position }));
  const subject = said.subject || key;
  const held = queue.Held.parse({ ...said, shots, subject, key, order, personId, saidAt: serverNow().toISOString() });
  if (!keep(nameOf(held), JSON.stringify(held))) return null;
  changed();
  return held;
}

/** Takes one out of the queue; its photos too, unless somebody still wants them. */
export function letGo(held: Held, keepsShots = false): void {
  keep(nameOf(held), '');
  if (!keepsShots) for (const shot of held.shots) dropShot(shot.name);
  changed();
}

/** Somebody has seen how these ended. */
export function noteTold(all: readonly Held[]): void {
  for (const one of all) replace({ ...(readOne(one.key) ?? one), told: true });
}

// ---- photos on their way, for pages that show them

type Sending = Omit<Upload, 'type'> & { type: queue.HeldShot['type']; seconds?: number | undefined };
const onWay = new Map<string, Sending[]>();

function show(ticketId: string, upload: Sending): void {
  const known = onWay.get(ticketId) ?? [];
  const isKnown = known.some((one) => one.key === upload.key);
  onWay.set(ticketId, isKnown ? known.map((one) => (one.key === upload.key ? upload : one)) : [...known, upload]);
  changed();
}

const isPicture = (one: Sending): one is Upload & Sending => one.type !== 'audio/mpeg';

/** The photos of a ticket that the queue brings, as the upload row shows them. */
export function useQueuedPhotos(ticketId: string) {
  useHeld();
  const uploads = (onWay.get(ticketId) ?? []).filter(isPicture);
  return {
    uploads,
    add: () => undefined,
    again: (upload: Upload) => {
      show(ticketId, { ...upload, state: 'waiting', percent: 0, why: '' });
      void run(true);
    },
    drop: (upload: Upload) => {
      const held = heldNow().find((one) => one.arrived?.id === ticketId && one.shots.some((shot) => shot.key === upload.key));
      const shot = held?.shots.find((one) => one.key === upload.key);
      if (held && shot) {
        replace(queue.afterShot(held, shot.key, 'missing', serverNow()));
        dropShot(shot.name);
      }
      onWay.set(
        ticketId,
        (onWay.get(ticketId) ?? []).filter((one) => one.key !== upload.key),
      );
      changed();
    },
    room: 0,
    isBusy: uploads.some((one) => one.state === 'sending' || one.state === 'waiting'),
  };
}

/** The voice note of a report that the queue brings; null where there is none. */
export function useQueuedVoice(ticketId: string): { state: Upload['state']; refused: boolean; again: () => void } | null {
  useHeld();
  const voice = (onWay.get(ticketId) ?? []).find((one) => !isPicture(one));
  return voice ? { state: voice.state, refused: voice.refused, again: () => void run(true) } : null;
}

async function trayOf(shot: queue.HeldShot): Promise<Sending | null> {
  const path = await takeUp(shot.name);
  return path ? { ...shot, position: shot.position ?? 0, path, state: 'waiting', percent: 0, photoId: null, why: '', refused: false } : null;
}

/** Why one was not taken, in a few words. */
const WHY: Partial<Record<string, string>> = { 'photo/too-many': '已经够了', 'voice/too-many': '已经够了' };

async function tryShot(held: Held, shot: queue.HeldShot): Promise<Problem | null> {
  const ticketId = held.arrived!.id;
  const trays = await Promise.all(held.shots.map((shot) => trayOf(shot)));
  const known = onWay.get(ticketId) ?? [];
  for (const tray of trays) if (tray && !known.some((one) => one.key === tray.key)) show(ticketId, tray);
  const tray = trays.find((one) => one?.key === shot.key);
  // As it stands by then: meanwhile somebody may have dropped another.
  const note = (outcome: 'sent' | 'missing' | Problem) => {
    const after = queue.afterShot(readOne(held.key) ?? held, shot.key, outcome, serverNow());
    replace(after);
    return after;
  };
  if (!tray) {
    note('missing');
    return null;
  }
  try {
    show(ticketId, { ...tray, state: 'sending' });
    const way = {
      key: shot.key,
      position: tray.position,
      onPercent: (percent: number) => show(ticketId, { ...tray, state: 'sending' as const, percent }),
    };
    const photoId = isPicture(tray)
      ? await sendShot(ticketId, 'report', tray, way)
      : await sendVoice(ticketId, 'report', { path: tray.path, bytes: tray.bytes, seconds: tray.seconds ?? 1 }, way);
    show(ticketId, { ...tray, state: 'sent', percent: 100, photoId });
    // Its file stays until the app is opened anew: a page may still show it.
    note('sent');
    Taro.eventCenter.trigger(ARRIVED, held.arrived!.id);
    return null;
  } catch (thrown) {
    const problem = thrown instanceof Problem ? thrown : new Problem('server/bug');
    const refused = !note(problem).shots.some((one) => one.key === shot.key);
    show(ticketId, { ...tray, state: 'failed', refused, why: refused ? (WHY[problem.code] ?? '这张用不了') : '没传上' });
    return problem;
  }
}

// ---- sending: words one at a time, and beside them photos one at a time

async function tryWords(held: Held): Promise<Problem | null> {
  const act = actOf(held.act);
  try {
    if (!act) throw new Problem('request/unknown-route');
    const done = await act.call(held.body, { key: held.key });
    const after = queue.afterWords(held, done, serverNow());
    replace(isWatched(held.key) ? { ...after, told: true } : after);
    const isTold = isWatched(held.key);
    settle(after);
    Taro.eventCenter.trigger(ARRIVED, done.id);
    if (after.shots.length > 0) void take('photos', false);
    if (!isTold) void Taro.showToast({ title: `发出去了\n${done.number}`, icon: 'none', duration: 3_000 });
    return null;
  } catch (thrown) {
    const problem = thrown instanceof Problem ? thrown : new Problem('server/bug');
    const after = queue.afterWords(held, problem, serverNow());
    replace(after);
    settle(after);
    return problem;
  }
}

/** How each ended this session: an entry that is over is gone from storage. */
const settled = new Map<string, Held>();
/** Those whose page still waits and will tell itself. */
const watched = new Map<string, () => void>();
const isWatched = (key: string) => watched.has(key);

function settle(held: Held): void {
  settled.set(held.key, held);
  watched.get(held.key)?.();
}

type Turn = 'waiting' | 'photos';
const running: Record<Turn, Promise<void> | null> = { waiting: null, photos: null };
const hurriedFor: Record<Turn, boolean> = { waiting: false, photos: false };

async function loop(turn: Turn): Promise<void> {
  let hurries = false;
  const tried = new Set<string>();
  const mayHurry = (one: { key: string }) => hurries && !tried.has(one.key);
  for (;;) {
    if (hurriedFor[turn]) {
      // Tapped for while others were on their way: those that failed meanwhile are tried once more.
      hurriedFor[turn] = false;
      hurries = true;
      tried.clear();
    }
    // Asked anew each time: whoever signed in on another page has changed the token too.
    const person = personNow();
    if (person === null) return;
    const next = queue.nextUp(readAll(), person, serverNow(), (one, shot) => mayHurry(shot ?? one), [turn]);
    if (!next) return;
    const shot = turn === 'photos' ? queue.nextShot(next, serverNow(), mayHurry) : null;
    tried.add(shot?.key ?? next.key);
    const problem = await (shot ? tryShot(next, shot) : tryWords(next));
    if (!problem) continue;
    // A photo may fail on its way to the store while the house still answers.
    if ((queue.isUnreached(problem) && isAway()) || queue.fateOf(problem) === 'sign-in') return;
  }
}

function take(turn: Turn, hurry: boolean): Promise<void> {
  hurriedFor[turn] ||= hurry;
  running[turn] ??= loop(turn).finally(() => {
    running[turn] = null;
    hurriedFor[turn] = false;
    changed();
  });
  return running[turn]!;
}

/** Sends what may go now, in order. @param hurry a tap or the returned network: our own rests are over, the server's Retry-After is not */
export async function run(hurry = false): Promise<void> {
  await Promise.all([take('waiting', hurry), take('photos', hurry)]);
}

/** Tries one that was just said. @returns it as it stands, once tried or after so long */
export async function tryNow(held: Held, patienceMilliseconds: number): Promise<Held> {
  // The words alone are waited for: the same run goes on with the photos.
  const isTried = new Promise<void>((resolve) => {
    watched.set(held.key, resolve);
  });
  const tries = async () => {
    // A run under way may have looked for the last time already.
    await take('waiting', true);
    if (!settled.has(held.key)) await take('waiting', true);
  };
  await Promise.race([isTried, tries(), new Promise((resolve) => setTimeout(resolve, patienceMilliseconds))]);
  watched.delete(held.key);
  return settled.get(held.key) ?? readOne(held.key) ?? held;
}

/** One by its key: as it waits, or as it ended this session. */
export const heldByKey = (key: string): Held | null => heldNow().find((one) => one.key === key) ?? settled.get(key) ?? null;

// ---- pages

/** What the person present has said that is not over; about one subject only where it is named. */
export function useHeld(subject?: string): Held[] {
  const [, look] = useState(0);
  useEffect(() => {
    const again = () => look((n) => n + 1);
    for (const name of [CHANGED, REACH_CHANGED]) Taro.eventCenter.on(name, again);
    again();
    return () => {
      for (const name of [CHANGED, REACH_CHANGED]) Taro.eventCenter.off(name, again);
    };
  }, []);
  return heldNow().filter((one) => subject === undefined || one.subject === subject);
}

/** Calls back when something about this ticket has arrived. */
export function useArrival(ticketId: string, onArrival: () => unknown): void {
  const latest = useRef(onArrival);
  latest.current = onArrival;
  useEffect(() => {
    const look = (id: string) => {
      if (!ticketId || id === ticketId) latest.current();
    };
    Taro.eventCenter.on(ARRIVED, look);
    return () => {
      Taro.eventCenter.off(ARRIVED, look);
    };
  }, [ticketId]);
}

let isStarted = false;
let isShown = true;

function look(): void {
  if (!isShown) return;
  // A question nobody needs answered tells whether anything answers at all.
  if (isAway())
    api.health({}).then(
      () => run(true),
      () => undefined,
    );
  else void run();
}

/** Starts the queue: when the app is shown, when the network is back, and every so often while it is open. */
export function useQueue(): void {
  useEffect(() => {
    if (isStarted) return;
    isStarted = true;
    onNetworkBack(() =>
      api.health({}).then(
        () => run(true),
        () => undefined,
      ),
    );
    Taro.eventCenter.on(SESSION_CHANGED, look);
    setInterval(look, LOOKS_EVERY);
    // Before anything is sent: what is sent is dropped by name.
    void tidyShelf([...readAll().flatMap((one) => one.shots.map((shot) => shot.name)), ...namesOfDraftShots()]);
    void run(true);
  }, []);
  useDidShow(() => {
    isShown = true;
    if (isStarted) void run(true);
  });
}

export const pauseQueue = () => {
  isShown = false;
};
