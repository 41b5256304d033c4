import type { CostKind } from '../../shared/quotes/prices.ts';

/** What an estate charges to begin with: item, unit, price in fen, labour or material, months it is answered for. All invented. */
// biome-ignore format: a table reads best as one
export const PRICES: readonly [name: string, unit: string, priceFen: number, kind: CostKind, warrantyMonths: number | null][] = [
  ['上门检查（不修也不收费）',     '次',     0,     'labour',   null],
  ['水电人工',                     '半小时', 3_000, 'labour',   3],
  ['木工、泥水人工',               '半小时', 3_500, 'labour',   3],
  ['换水龙头',                     '个',     3_000, 'labour',   3],
  ['换角阀、软管',                 '个',     2_000, 'labour',   3],
  ['换马桶水箱配件',               '套',     5_000, 'labour',   3],
  ['换马桶',                       '个',     18_000, 'labour',  6],
  ['疏通洗手池、地漏',             '处',     6_000, 'labour',   1],
  ['疏通马桶',                     '个',     8_000, 'labour',   1],
  ['疏通家里的主管',               '处',     15_000, 'labour',  1],
  ['换插座、开关',                 '个',     1_500, 'labour',   6],
  ['换空气开关',                   '个',     4_000, 'labour',   6],
  ['换灯具',                       '个',     3_000, 'labour',   3],
  ['查跳闸、查漏电',               '次',     8_000, 'labour',   null],
  ['换锁芯',                       '个',     4_000, 'labour',   6],
  ['调门、换合页',                 '扇',     4_000, 'labour',   3],
  ['修移门、换滑轮',               '扇',     6_000, 'labour',   3],
  ['墙面修补',                     '平方米', 9_000, 'labour',   6],
  ['打玻璃胶',                     '米',     1_500, 'labour',   12],
  ['不锈钢软管 50 厘米',           '根',     3_800, 'material', 12],
  ['铜角阀',                       '个',     4_500, 'material', 24],
  ['单冷水龙头',                   '个',     6_800, 'material', 12],
  ['冷热水龙头',                   '个',     16_800, 'material', 24],
  ['马桶水箱配件',                 '套',     9_800, 'material', 12],
  ['五孔插座',                     '个',     1_800, 'material', 12],
  ['空气开关',                     '个',     5_500, 'material', 12],
  ['不锈钢合页',                   '副',     2_500, 'material', 12],
];
