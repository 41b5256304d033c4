import Taro from '@tarojs/taro';
import { useRef } from 'react';
import { Problem, type ProblemCode, refuseField } from '../../../shared/kernel/problem.ts';
import { ACTS } from './acts.ts';
import { serverNow } from './clock.ts';
import { type Held, hold, letGo, type Said } from './held.ts';
import { isAway } from './network.ts';
import { check, newKey, useTurn } from './send.ts';
import { tryNow } from './sending.ts';
import { askSession, personNow } from './session.ts';

/** So long a page waits for the answer; then the phone keeps what was said and goes on trying. */
const PATIENCE = 8_000;
const NO_PATIENCE = 1_500;

/** Says how it went: what follows where it arrived, else that the phone keeps it. */
export function tellSent(held: Held, follows: string): void {
  void Taro.showToast({ title: held.arrived ? follows : '先存在手机里了，有信号自动发', icon: 'none', duration: 2_500 });
}

/**
 * Sends what was said through the queue: kept on the phone first, under one key, then tried at once.
 * @returns `send` answers what was said as it stands: arrived, or kept on the phone; undefined where it was refused, `refused` then holds the Problem
 */
export function useQueuedSend() {
  const { take, ...turn } = useTurn();
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
    return { ...said, ...rest, shotsFirst: false, key, arrived: { id, number, at }, told: true };
  }

  const send = (said: Said): Promise<Held | undefined> =>
    take(async () => {
      // A message of photos alone says something: each stands for itself until it has an id.
      const keys = said.shotsFirst && ACTS[said.act].shotsAs === 'message' ? (said.shots ?? []).map((shot) => shot.key) : [];
      check(ACTS[said.act].schema, keys.length > 0 ? { ...said.body, photoIds: [...((said.body.photoIds as string[]) ?? []), ...keys] } : said.body);
      if (said.shotsFirst && !said.shots?.length) throw refuseField('photoIds', '请至少拍一张修好后的照片');
      // A page opened by its address may be the first that asks who is here.
      if (personNow() === null) await askSession();
      const held = hold(said);
      // What is only spoken would arrive without its voice.
      if (!held && said.body.spoken === true && said.words === '') throw refuseField('words', '手机里存不下了，清理一下再说，或者打字');
      if (!held && said.shotsFirst) throw refuseField('photoIds', '手机里存不下了，清理一下再拍');
      if (!held) return sendUnkept(said);
      const now = await tryNow(held, isAway() ? NO_PATIENCE : PATIENCE);
      if (!now.refused) return now;
      // The page still has the words, and says what is wrong beside them.
      letGo(now, true);
      throw new Problem(now.refused.code as ProblemCode, now.refused.title, now.refused.errors.length > 0 ? now.refused.errors : undefined);
    });
  return { send, ...turn };
}

export type QueuedSending = ReturnType<typeof useQueuedSend>;
