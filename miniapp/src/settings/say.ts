import type { Figure, SettingChange } from '../../../shared/contract/settings.ts';
import { sayDate } from '../kernel/moments.ts';

/** Whose a figure is, since when, and who set it. */
export function sayWhose({ whose, since, byName }: Pick<Figure, 'whose' | 'since' | 'byName'>): string {
  if (whose === 'manual') return '照手册';
  const by = byName ? `${byName}定的` : '定的';
  return `${whose === 'estate' ? '小区自己的' : '公司的'}，${since ? `${sayDate(since)}起，` : ''}${by}`;
}

/** A figure that was taken back, as one would say it. */
export const sayBack = (whose: SettingChange['whose']): string => (whose === 'estate' ? '照公司的' : '照手册');

/** What a figure will be, and from when. */
export const sayComing = ({ said, whose, from }: Figure['coming'][number]): string =>
  `${sayDate(from)}起：${said ?? sayBack(whose)}（${whose === 'estate' ? '小区定的' : '公司定的'}）`;

/** What values a figure may have. */
export function sayLimits({ kind, least, most, unit }: Figure): string {
  return kind === 'boolean' ? '开或者关' : `${least} 到 ${most} ${unit}`;
}
