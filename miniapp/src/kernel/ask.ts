import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro';
import { useEffect, useRef, useState } from 'react';
import { forgetAnswer, keepAnswer, keptAnswer } from './answers.ts';
import { isAway } from './network.ts';
import { codeOf } from './say.ts';

/** After so long without an answer the last one kept is shown meanwhile. */
const PATIENCE = 3_000;

export interface Asked<T> {
  value: T | null;
  failed: unknown;
  /** When the answer shown came, if it is one the phone kept. */
  keptAt: Date | null;
  again: () => Promise<void>;
  take: (value: T) => void;
}

/**
 * One answer, asked for when the page is shown and pulled down; the last one stays until the next has come.
 * @param ask null while it cannot be asked yet
 * @param about what the question depends on
 * @param keepAs under which name the phone keeps the answer for when nothing answers
 */
export function useAsked<T>(ask: (() => Promise<T>) | null, about: string, keepAs: string | null = null): Asked<T> {
  const [value, setValue] = useState<T | null>(null);
  const [keptAt, setKeptAt] = useState<Date | null>(null);
  const hasValue = useRef(false);
  const take = (found: T | null) => {
    hasValue.current = found !== null;
    setKeptAt(null);
    setValue(found);
  };
  const takeKept = () => {
    const found = keepAs && !hasValue.current ? keptAnswer<T>(keepAs) : null;
    if (!found) return;
    take(found.value);
    setKeptAt(new Date(found.at));
  };
  const [failed, setFailed] = useState<unknown>(null);
  const turn = useRef(0);
  const running = useRef(0);
  const again = async () => {
    if (!ask) return;
    turn.current += 1;
    const mine = turn.current;
    running.current += 1;
    const patience = setTimeout(() => mine === turn.current && takeKept(), isAway() ? 0 : PATIENCE);
    try {
      const found = await ask();
      if (mine !== turn.current) return;
      take(found);
      setFailed(null);
      if (keepAs) keepAnswer(keepAs, found);
    } catch (thrown) {
      if (mine !== turn.current) return;
      if (codeOf(thrown) === 'server/unreachable') takeKept();
      else if (keepAs) forgetAnswer(keepAs);
      setFailed(thrown);
    } finally {
      clearTimeout(patience);
      running.current -= 1;
    }
  };
  const asked = useRef('');
  const isReady = ask !== null;
  useEffect(() => {
    if (!isReady || asked.current === about) return;
    if (asked.current) take(null);
    asked.current = about;
    void again();
  }, [isReady, about]);
  useDidShow(() => {
    if (asked.current && running.current === 0) void again();
  });
  usePullDownRefresh(() => {
    void again().finally(() => Taro.stopPullDownRefresh());
  });
  return { value, failed, keptAt, again, take };
}
