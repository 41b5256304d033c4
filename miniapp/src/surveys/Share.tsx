import { View } from '@tarojs/components';
import type { CSSProperties } from 'react';

interface Props {
  percent: number;
  /** Where the line across it stands: the least there has to be, or what it was before. */
  tick: number | null;
  isLow?: boolean;
}

/** A share as a bar from zero. */
export function Share({ percent, tick, isLow = false }: Props) {
  return (
    <View className="survey-bar mt8" aria-hidden>
      <View className={`survey-bar-part ${isLow ? 'low' : ''}`} style={{ width: `${percent}%` } as CSSProperties} />
      {tick !== null && <View className="survey-tick" style={{ left: `${Math.min(tick, 99)}%` } as CSSProperties} />}
    </View>
  );
}

const DECIMALS = 10;

/** A share in percent, to one decimal. */
export const percentOf = (part: number, of: number): number => (of === 0 ? 0 : Math.round((part / of) * 100 * DECIMALS) / DECIMALS);

/** How far a figure is from what it was, as people say it: 高 2.7. */
export function sayChange(now: number, before: number): string {
  const points = Math.round((now - before) * DECIMALS) / DECIMALS;
  return points === 0 ? '一样' : points > 0 ? `高 ${points}` : `低 ${-points}`;
}
