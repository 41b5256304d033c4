import { useRef, useState } from 'react';
import { Problem, type ProblemCode } from '../../../shared/kernel/problem.ts';
import { ACTS } from './acts.ts';
import { serverNow } from './clock.ts';
import { isAway } from './network.ts';
import { type Held, hold, letGo, type Said, tryNow } from './queue.ts';
import { check, newKey } from './send.ts';

/** So long a page waits for the answer; then the phone keeps what was said and goes on trying. */
const PATIENCE = 8_000;
const NO_PATIENCE = 1_500;

/**
 * Sends what was said through the queue: kept on the phone first, under one key, then tried at once.
 * @returns `send` answers what was said as it stands: arrived, or kept on the phone; undefined where it was refused, `refused` then holds the Problem
 */
export function useQueuedSend() {
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<unknown>(null);
  const running = useRef(false);
  const unkept = useRef<{ words: string; key: string } | null>(null);

  /** Without room on the phone it goes as before: at once, or not. */
  async function sendUnkept(said: Said): Promise<Held> {
    const words = JSON.stringify(said.body);
    if (unkept.current?.words !== words) unkept.current = { words, key: newKey() };
    const { key } = unkept.current;
    const { id, number } = await ACTS[said.act].call(said.body, { key });
    unkept.current = null;
    const at = serverNow().toISOString();
    const rest = {
      order: 0,
      personId: '',
      saidAt: at,
      shots: [],
      lostShots: 0,
      tries: 1,
      faults: 0,
      restUntil: null,
      notBefore: null,
      refused: null,
    };
    return { ...said, ...rest, key, arrived: { id, number, at }, told: true };
  }

  async function send(said: Said): Promise<Held | undefined> {
    if (running.current) return undefined;
    running.current = true;
    setBusy(true);
    setRefused(null);
    try {
      check(ACTS[said.act].schema, said.body);
      const held = hold(said);
      if (!held) return await sendUnkept(said);
      const now = await tryNow(held, isAway() ? NO_PATIENCE : PATIENCE);
      if (!now.refused) return now;
      // The page still has the words, and says what is wrong beside them.
      letGo(now, true);
      throw new Problem(now.refused.code as ProblemCode, now.refused.title, now.refused.errors.length > 0 ? now.refused.errors : undefined);
    } catch (thrown) {
      setRefused(thrown);
      return undefined;
    } finally {
      running.current = false;
      setBusy(false);
    }
  }
  return { send, busy, refused, forgive: () => setRefused(null) };
}

export type QueuedSending = ReturnType<typeof useQueuedSend>;
