import Taro from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { IN_WECHAT } from './wechat.ts';

type Resolve = Parameters<Parameters<typeof Taro.onNeedPrivacyAuthorization>[0]>[0];

/** The button WeChat looks for when somebody agreed. */
export const AGREE_BUTTON = 'agree-privacy';
const CHANGED = 'huiyin.privacy';
/** What waits for an answer: several parts of WeChat may ask at once, one answer serves them all. */
let waiting: Resolve[] = [];

const changed = () => Taro.eventCenter.trigger(CHANGED);

/** Takes over asking for privacy, once, when the app begins. Without it WeChat shows a window of its own. */
export function keepPrivacy(): void {
  // Old WeChats do not ask.
  if (!IN_WECHAT || typeof Taro.onNeedPrivacyAuthorization !== 'function') return;
  Taro.onNeedPrivacyAuthorization((resolve) => {
    waiting.push(resolve);
    resolve({ event: 'exposureAuthorization' });
    changed();
  });
}

/** Answers everything that waits; refused, what asked fails and the page goes on without it. */
export function answerPrivacy(agreed: boolean): void {
  const asked = waiting;
  waiting = [];
  for (const resolve of asked) resolve(agreed ? { event: 'agree', buttonId: AGREE_BUTTON } : { event: 'disagree' });
  changed();
}

/** Whether WeChat waits for an answer about privacy. */
export function usePrivacyAsked(): boolean {
  const [asked, setAsked] = useState(waiting.length > 0);
  useEffect(() => {
    const look = () => setAsked(waiting.length > 0);
    Taro.eventCenter.on(CHANGED, look);
    look();
    return () => {
      Taro.eventCenter.off(CHANGED, look);
    };
  }, []);
  return asked;
}
