import { type Dated, inForce } from '../kernel/rules.ts';

/** What a technician can do, as the appointment says it. */
export const TRADES = { water_power: '水电', wood_masonry: '木工泥水', general: '综合维修' } as const;
export type Trade = keyof typeof TRADES;

export interface SkillRow extends Dated {
  category: string;
  label: string;
  /** Whose work it is; nobody's where a firm from outside comes. 综合维修 can do whatever is anybody's. */
  trades: readonly Trade[];
  clause: 'R8';
}

// Which trades suit which category. A row that has been in force is never edited: add its successor.
// biome-ignore format: a table reads best as one
export const DISPATCH_SKILLS: readonly SkillRow[] = [
  { category: 'burst_pipe', label: '漏水爆管', trades: ['water_power'],                            clause: 'R8', since: '2026-01-01' },
  { category: 'power',      label: '停电跳闸', trades: ['water_power'],                            clause: 'R8', since: '2026-01-01' },
  { category: 'drain',      label: '下水堵了', trades: ['water_power'],                            clause: 'R8', since: '2026-01-01' },
  { category: 'tap',        label: '水龙头',   trades: ['water_power'],                            clause: 'R8', since: '2026-01-01' },
  { category: 'sanitary',   label: '马桶洁具', trades: ['water_power'],                            clause: 'R8', since: '2026-01-01' },
  { category: 'lighting',   label: '灯不亮',   trades: ['water_power'],                            clause: 'R8', since: '2026-01-01' },
  { category: 'doors',      label: '门窗',     trades: ['wood_masonry'],                           clause: 'R8', since: '2026-01-01' },
  { category: 'roof',       label: '屋顶渗水', trades: ['wood_masonry'],                           clause: 'R8', since: '2026-01-01' },
  { category: 'bathroom_leak', label: '卫生间渗漏', trades: ['wood_masonry', 'water_power'],       clause: 'R8', since: '2026-01-01' },
  { category: 'outer_wall', label: '外墙开裂', trades: ['wood_masonry'],                           clause: 'R8', since: '2026-01-01' },
  { category: 'rail',       label: '栏杆扶手', trades: ['wood_masonry'],                           clause: 'R8', since: '2026-01-01' },
  { category: 'other',      label: '其他',     trades: ['general', 'wood_masonry', 'water_power'], clause: 'R8', since: '2026-01-01' },
  { category: 'lift',       label: '电梯坏了', trades: [],                                         clause: 'R8', since: '2026-01-01' },
];

export type Weighed = 'trade' | 'any_trade' | 'on_duty' | 'off_duty' | 'came_last_time' | 'handed_back' | 'each_open' | 'same_building' | 'full_at';

export interface WeightRow extends Dated {
  what: Weighed;
  label: string;
  /** Points; of `full_at`, how many open tickets are the most that are sent by the rule alone. */
  points: number;
  clause: 'R8' | 'I16';
}

// What counts how much when somebody is sent. A row that has been in force is never edited: add its successor.
// biome-ignore format: a table reads best as one
export const DISPATCH_WEIGHTS: readonly WeightRow[] = [
  { what: 'trade',          label: '正是这个工种',         points: 100, clause: 'R8',  since: '2026-01-01' },
  { what: 'any_trade',      label: '综合维修',             points: 60,  clause: 'R8',  since: '2026-01-01' },
  { what: 'on_duty',        label: '正在值班',             points: 40,  clause: 'R8',  since: '2026-01-01' },
  { what: 'off_duty',       label: '不当班',               points: -200, clause: 'R8', since: '2026-01-01' },
  { what: 'came_last_time', label: '上次是他来的',         points: 30,  clause: 'R8',  since: '2026-01-01' },
  { what: 'handed_back',    label: '这一件刚退回过',       points: -150, clause: 'R8', since: '2026-01-01' },
  { what: 'each_open',      label: '手上每多一件',         points: -15, clause: 'I16', since: '2026-01-01' },
  { what: 'same_building',  label: '人就在这一栋',         points: 10,  clause: 'I16', since: '2026-01-01' },
  { what: 'full_at',        label: '按规则自己派的，手上少于', points: 4, clause: 'I16', since: '2026-01-01' },
];

/** Somebody who could be sent. */
export interface Hand {
  id: string;
  name: string;
  trades: readonly Trade[];
  /** By the duty roster; null where there is none: whoever works here may be sent. */
  onDuty: boolean | null;
  openTickets: number;
  /** Where the last arrival of today was. */
  building: number | null;
}

/** What they would be sent to. */
export interface Matter {
  category: string;
  danger: boolean;
  /** The building it is in; null for a public place. */
  building: number | null;
  /** Who mended it the last time, and who has just handed it back. */
  lastTime: string | null;
  handedBackBy: string | null;
}

export interface Ranked extends Hand {
  points: number;
  /** 'own': exactly this trade; 'any': can do it as well; 'none': it is not theirs. */
  suits: 'own' | 'any' | 'none';
  cameLastTime: boolean;
  /** Why they stand where they stand, in one line: 值班水电 · 手上 1 件 · 人在 4 栋. */
  why: string;
}

function suitsOf(hand: Hand, category: string, day: string): Ranked['suits'] {
  const trades = inForce(DISPATCH_SKILLS, day, (row) => row.category).find((row) => row.category === category)?.trades ?? [];
  if (trades.some((trade) => hand.trades.includes(trade))) return 'own';
  return trades.length > 0 && hand.trades.includes('general') ? 'any' : 'none';
}

const weightOn = (what: Weighed, day: string): number =>
  inForce(DISPATCH_WEIGHTS, day, (row) => row.what).find((row) => row.what === what)?.points ?? 0;

function sayWhy(hand: Hand, matter: Matter): string {
  const trades = hand.trades.map((trade) => TRADES[trade]).join('、');
  const duty = hand.onDuty === null ? '' : hand.onDuty ? '值班' : '不当班';
  return [
    ...(hand.id === matter.handedBackBy ? ['刚退回过'] : hand.id === matter.lastTime ? ['上次是他来的'] : []),
    `${duty}${trades}`,
    `手上 ${hand.openTickets} 件`,
    ...(hand.building === null ? [] : [`人在 ${hand.building} 栋`]),
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

function weigh(hand: Hand, matter: Matter, suits: Ranked['suits'], day: string): number {
  const counts: [Weighed, number][] = [
    ['trade', suits === 'own' ? 1 : 0],
    ['any_trade', suits === 'any' ? 1 : 0],
    ['on_duty', hand.onDuty === true ? 1 : 0],
    ['off_duty', hand.onDuty === false ? 1 : 0],
    ['handed_back', hand.id === matter.handedBackBy ? 1 : 0],
    ['came_last_time', hand.id === matter.lastTime && hand.id !== matter.handedBackBy ? 1 : 0],
    ['each_open', hand.openTickets],
    ['same_building', hand.building !== null && hand.building === matter.building ? 1 : 0],
  ];
  return counts.reduce((sum, [what, times]) => sum + weightOn(what, day) * times, 0);
}

/** Who could be sent, the likeliest first (R8, I16): trade, duty, what they have in hand, and where they are. Equal ones stand by name. */
export function rankHands(hands: readonly Hand[], matter: Matter, day: string): Ranked[] {
  return hands
    .map((hand) => {
      const suits = suitsOf(hand, matter.category, day);
      const cameLastTime = hand.id === matter.lastTime;
      return { ...hand, suits, cameLastTime, points: weigh(hand, matter, suits, day), why: sayWhy(hand, matter) };
    })
    .sort((a, b) => b.points - a.points || (a.name < b.name ? -1 : 1));
}

/**
 * Whom the rule sends by itself (I16): the first of those it suits, who are not off duty and not full. Into danger only somebody of exactly that
 * trade.
 * @returns null where nobody fits: it stays with the agents
 */
export function sentByRule(hands: readonly Hand[], matter: Matter, day: string): Ranked | null {
  const fullAt = weightOn('full_at', day);
  const fits = (one: Ranked) =>
    (matter.danger ? one.suits === 'own' : one.suits !== 'none') &&
    one.onDuty !== false &&
    one.openTickets < fullAt &&
    one.id !== matter.handedBackBy;
  return rankHands(hands, matter, day).find(fits) ?? null;
}
