import Taro, { useDidShow } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { keep, kept } from './keep.ts';

const LARGE = 1.4;
/** From this scale on pairs stack, and the step bar stands upright. */
export const STACKS_FROM = 1.3;
const CHANGED = 'huiyin.scale';

function scaleNow(): number {
  if (kept('large')) return LARGE;
  const asked = (Taro.getAppBaseInfo?.() as { fontSizeScaleFactor?: number } | undefined)?.fontSizeScaleFactor;
  return typeof asked === 'number' && asked > 0.5 && asked < 3 ? asked : 1;
}

/** 大字版 on or off, for every page. */
export function toggleLarge(): void {
  keep('large', kept('large') ? '' : '1');
  Taro.eventCenter.trigger(CHANGED);
}

/** Whether 大字版 is on. */
export function useLarge(): boolean {
  useScale();
  return kept('large') !== '';
}

/** How much larger the phone's owner wants the text. */
export function useScale(): number {
  const [scale, setScale] = useState(scaleNow);
  const look = () => setScale(scaleNow());
  useDidShow(look);
  useEffect(() => {
    Taro.eventCenter.on(CHANGED, look);
    return () => {
      Taro.eventCenter.off(CHANGED, look);
    };
  }, []);
  return scale;
}
