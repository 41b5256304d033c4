import Taro from '@tarojs/taro';
import { IN_WECHAT } from './wechat.ts';

/** What stands at the foot of a page lies over so much of it. */
const FOOT = 140;
const HEAD = 50;

const isSeen = (top: number, bottom: number, height: number) => top >= HEAD && bottom <= height - FOOT;

/**
 * Brings what was just said to where it is read, if it is not there.
 * @param drawn the element itself, where there is a browser
 * @param selector how WeChat finds it
 */
export function intoView(drawn: unknown, selector: string): void {
  if (!IN_WECHAT) {
    const element = drawn as Element | null;
    const box = element?.getBoundingClientRect();
    if (box && !isSeen(box.top, box.bottom, window.innerHeight)) element?.scrollIntoView({ block: 'center' });
    return;
  }
  const { windowHeight } = Taro.getWindowInfo();
  Taro.createSelectorQuery()
    .select(selector)
    .boundingClientRect((found) => {
      const box = found as { top: number; bottom: number } | null;
      if (box && !isSeen(box.top, box.bottom, windowHeight)) void Taro.pageScrollTo({ selector, duration: 200 }).catch(() => undefined);
    })
    .exec();
}
