import Taro from '@tarojs/taro';
import { useEffect, useState } from 'react';

/** Told when answers stopped coming, or come again. */
export const REACH_CHANGED = 'huiyin.reach';
let away = false;

/** Whether nothing answers. */
export const isAway = (): boolean => away;

/** Takes note of an answer that came, or of none. */
export function noteReach(reached: boolean): void {
  if (away === !reached) return;
  away = !reached;
  Taro.eventCenter.trigger(REACH_CHANGED);
}

/** Calls back when the phone says that its network is back; takes note when it is gone. */
export function onNetworkBack(look: () => void): void {
  const changed = (isConnected: boolean) => (isConnected ? look() : noteReach(false));
  Taro.onNetworkStatusChange(({ isConnected }) => changed(isConnected));
  // Browsers tell the quality of a network through one event and its absence through another.
  if (process.env.TARO_ENV === 'h5') {
    window.addEventListener('online', () => changed(true));
    window.addEventListener('offline', () => changed(false));
  }
}

/** Whether nothing answers, for a page. */
export function useAway(): boolean {
  const [found, setFound] = useState(away);
  useEffect(() => {
    const look = () => setFound(away);
    Taro.eventCenter.on(REACH_CHANGED, look);
    look();
    return () => {
      Taro.eventCenter.off(REACH_CHANGED, look);
    };
  }, []);
  return found;
}
