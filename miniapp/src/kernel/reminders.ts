import Taro, { useDidHide, useDidShow } from '@tarojs/taro';
import { useEffect, useRef, useState } from 'react';
import { doRemindersStandStill } from '../../../shared/kernel/reminders.ts';
import { MINUTE } from '../../../shared/kernel/time.ts';
import { api } from './api.ts';
import { CLOCK_CHANGED, serverNow } from './clock.ts';

const CHANGED = 'huiyin.reminders';
let standStill = false;
let askedAt = new Date(0);

/** Asks the server's health, once a minute at most for the whole app; where no answer comes, the last one holds. */
async function ask(): Promise<void> {
  const now = serverNow();
  // Either way: the clock may have been wrong until the first answer.
  if (Math.abs(now.getTime() - askedAt.getTime()) < MINUTE) return;
  askedAt = now;
  try {
    standStill = doRemindersStandStill((await api.health({})).oldestLookSeconds);
  } catch {
    return;
  }
  Taro.eventCenter.trigger(CHANGED);
}

/** Whether reminders stand still, asked for when the page is shown and while it stays so. For colleagues' pages only. */
export function useStandStill(): boolean {
  const [found, setFound] = useState(standStill);
  const isShown = useRef(true);
  useEffect(() => {
    const look = () => setFound(standStill);
    const timer = setInterval(() => {
      if (isShown.current) void ask();
    }, MINUTE / 4);
    // A clock that jumps has a minute behind it at once.
    const jumped = () => void ask();
    Taro.eventCenter.on(CHANGED, look);
    Taro.eventCenter.on(CLOCK_CHANGED, jumped);
    look();
    void ask();
    return () => {
      clearInterval(timer);
      Taro.eventCenter.off(CHANGED, look);
      Taro.eventCenter.off(CLOCK_CHANGED, jumped);
    };
  }, []);
  useDidShow(() => {
    isShown.current = true;
    void ask();
  });
  useDidHide(() => {
    isShown.current = false;
  });
  return found;
}
