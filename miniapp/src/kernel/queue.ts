import Taro, { useDidShow } from '@tarojs/taro';
import { useEffect, useRef, useState } from 'react';
import { afterShot } from '../../../shared/queue/queue.ts';
import { api } from './api.ts';
import { serverNow } from './clock.ts';
import { namesOfDraftShots } from './draft.ts';
import { allHeld, HELD_CHANGED, type Held, heldNow, keepHeld } from './held.ts';
import { isAway, onNetworkBack, REACH_CHANGED } from './network.ts';
import { dropOnWay, isPicture, noteOnWay, onWayTo } from './on-way.ts';
import { ARRIVED, run } from './sending.ts';
import { SESSION_CHANGED } from './session.ts';
import { dropShot, tidyShelf } from './shelf.ts';
import type { Upload } from './shots.ts';

const LOOKS_EVERY = 15_000;

/** What the person present has said that is not over; about one subject only where it is named. */
export function useHeld(subject?: string): Held[] {
  const [, look] = useState(0);
  useEffect(() => {
    const again = () => look((n) => n + 1);
    for (const name of [HELD_CHANGED, REACH_CHANGED]) Taro.eventCenter.on(name, again);
    again();
    return () => {
      for (const name of [HELD_CHANGED, REACH_CHANGED]) Taro.eventCenter.off(name, again);
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

/** The photos of a ticket that the queue brings, as the upload row shows them. */
export function useQueuedPhotos(ticketId: string) {
  useHeld();
  const uploads = onWayTo(ticketId).filter(isPicture);
  return {
    uploads,
    add: () => undefined,
    again: (upload: Upload) => {
      noteOnWay(ticketId, { ...upload, state: 'waiting', percent: 0, why: '' });
      void run(true);
    },
    drop: (upload: Upload) => {
      const held = heldNow().find((one) => one.arrived?.id === ticketId && one.shots.some((shot) => shot.key === upload.key));
      const shot = held?.shots.find((one) => one.key === upload.key);
      if (held && shot) {
        keepHeld(afterShot(held, shot.key, 'missing', serverNow()));
        dropShot(shot.name);
      }
      dropOnWay(ticketId, upload.key);
    },
    room: 0,
    isBusy: uploads.some((one) => one.state === 'sending' || one.state === 'waiting'),
  };
}

/** The voice note of a report that the queue brings; null where there is none. */
export function useQueuedVoice(ticketId: string): { state: Upload['state']; refused: boolean; again: () => void } | null {
  useHeld();
  const voice = onWayTo(ticketId).find((one) => !isPicture(one));
  return voice ? { state: voice.state, refused: voice.refused, again: () => void run(true) } : null;
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
    void tidyShelf([...allHeld().flatMap((one) => one.shots.map((shot) => shot.name)), ...namesOfDraftShots()]);
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
