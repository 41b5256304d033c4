import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro';
import { useEffect, useRef, useState } from 'react';

export interface Asked<T> {
  value: T | null;
  failed: unknown;
  again: () => Promise<void>;
  take: (value: T) => void;
}

/**
 * One answer, asked for when the page is shown and pulled down; the last one stays until the next has come.
 * @param ask null while it cannot be asked yet
 * @param about what the question depends on
 */
export function useAsked<T>(ask: (() => Promise<T>) | null, about: string): Asked<T> {
  const [value, take] = useState<T | null>(null);
  const [failed, setFailed] = useState<unknown>(null);
  const turn = useRef(0);
  const running = useRef(0);
  const again = async () => {
    if (!ask) return;
    turn.current += 1;
    const mine = turn.current;
    running.current += 1;
    try {
      const found = await ask();
      if (mine !== turn.current) return;
      take(found);
      setFailed(null);
    } catch (thrown) {
      if (mine === turn.current) setFailed(thrown);
    } finally {
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
  return { value, failed, again, take };
}
