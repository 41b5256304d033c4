import Taro, { useDidShow } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { MINUTE } from '../../../shared/kernel/time.ts';
import { keep, kept } from './keep.ts';

/** Told when the server's clock turned out to be another than was thought. */
export const CLOCK_CHANGED = 'huiyin.clock';
// Kept on the phone: opened without a signal, it still tells the time at which something was done.
let ahead = Number(kept('ahead')) || 0;

/** The instant by the server's clock: a phone may be set to anything. */
export const serverNow = (): Date => new Date(Date.now() + ahead);

/** Takes the server's clock from an answer. */
export function noteNow(now: string): void {
  const offset = new Date(now).getTime() - Date.now();
  const jumped = Math.abs(offset - ahead) > MINUTE / 2;
  ahead = offset;
  if (!jumped) return;
  keep('ahead', String(offset));
  Taro.eventCenter.trigger(CLOCK_CHANGED);
}

/** The server's instant, new each minute and whenever the page is shown. */
export function useNow(): Date {
  const [now, setNow] = useState(serverNow);
  useDidShow(() => setNow(serverNow()));
  useEffect(() => {
    const look = () => setNow(serverNow());
    const timer = setInterval(look, MINUTE);
    Taro.eventCenter.on(CLOCK_CHANGED, look);
    return () => {
      clearInterval(timer);
      Taro.eventCenter.off(CLOCK_CHANGED, look);
    };
  }, []);
  return now;
}
