import { DISPATCH_SKILLS, type Trade } from '../../shared/repairs/dispatching.ts';
import type { MissCause } from '../../shared/tickets/agreements.ts';
import { OFFICES } from './company.ts';
import { HOME_MATTERS, type HomeMatter, PUBLIC_MATTERS, type SeedSpent } from './matters.ts';

type Letters = 'WT' | 'HT';

/** One repair of the demo's month that is over by now, told in minutes since it was received. */
export interface SeedRepair {
  reporter: string;
  home: [letters: Letters, label: string];
  place: 'home' | 'public';
  where: string;
  category: string;
  words: string;
  /** What the technician wrote when it was done. */
  result: string;
  /** Which public facility it was; none in a home. */
  facility: string | null;
  /** What it took, of a public place; nothing is an answer too. */
  spent: readonly SeedSpent[];
  /** Minutes before now at which it was received. */
  receivedMinutesAgo: number;
  late: boolean;
  /** Why it was late, as colleagues put it on record; null where nobody has yet. */
  cause: MissCause | null;
  /** A later date was agreed on before the first was over. */
  agreed: boolean;
  reopened: boolean;
  technician: string;
}

const DAY = 24 * 60;
const TOTAL = 108;
const LATE: Readonly<Record<number, MissCause>> = {
  7: 'parts',
  21: 'hands',
  34: 'harder_than_thought',
  48: 'parts',
  59: 'harder_than_thought',
  73: 'parts',
  88: 'resident_unreachable',
  101: 'hands',
};
const REOPENED = new Set([15, 52, 95]);
/** Parts of doors and fittings have to be ordered; counted from the newest that can wait. */
const CAN_WAIT = ['doors', 'sanitary', 'tap'];
const AGREED = [-2, -9];
const OF_PUBLIC_PLACES = 6;

/** A small generator with a fixed seed: the same month every time. */
function rolls(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Who lives where, and who mends there. */
export interface MonthPeople {
  residents: readonly { name: string; home: [Letters, string] }[];
  technicians: Record<Letters, readonly { name: string; trades: readonly Trade[] }[]>;
}

/** Only under the roof does the roof leak. */
function isTopFloor([letters, label]: [Letters, string]): boolean {
  const floors = OFFICES.find((office) => office.letters === letters)?.floors;
  return Number(label.slice(label.indexOf('单元') + 2, -2)) === floors;
}

/** Whose trade it is; water and power's where a firm from outside comes. */
function whoMends(technicians: MonthPeople['technicians'][Letters], category: string): readonly { name: string }[] {
  const trades = DISPATCH_SKILLS.findLast((row) => row.category === category)?.trades ?? [];
  const asked: readonly Trade[] = trades.length > 0 ? [...trades, 'general'] : ['water_power'];
  return technicians.filter((one) => one.trades.some((trade) => asked.includes(trade)));
}

/**
 * Repairs of the last month, from 30 days ago to 4 days ago: eight late, two at a later date that was agreed on, three reopened; of one late one
 * nobody has said why yet. Deterministic.
 */
export function monthOfRepairs(people: MonthPeople): SeedRepair[] {
  const roll = rolls(20_260_321);
  const pick = <T>(from: readonly T[]): T => from[roll(from.length)]!;
  const month = Array.from({ length: TOTAL }, (_, index): SeedRepair => {
    const { name: reporter, home } = pick(people.residents);
    const ofHome = (): HomeMatter => pick(HOME_MATTERS.filter((matter) => !matter.topFloor || isTopFloor(home)));
    const shared = roll(OF_PUBLIC_PLACES) === 0 ? pick(PUBLIC_MATTERS.filter((matter) => matter.letters === home[0])) : null;
    const { category, words, result } = shared ?? ofHome();
    return {
      reporter,
      home,
      place: shared ? 'public' : 'home',
      where: shared?.where ?? '',
      category,
      words,
      result,
      facility: shared?.facility ?? null,
      spent: shared?.spent ?? [],
      receivedMinutesAgo: 4 * DAY + Math.floor(((TOTAL - index) * 26 * DAY) / TOTAL) + roll(120),
      late: index in LATE,
      cause: LATE[index] ?? null,
      agreed: false,
      reopened: REOPENED.has(index),
      technician: pick(whoMends(people.technicians[home[0]], category)).name,
    };
  });
  const ofEstate = month.filter((one) => one.home[0] === 'WT');
  const unexplained = ofEstate.findLast((one) => one.late);
  const canWait = ofEstate.filter((one) => CAN_WAIT.includes(one.category) && !one.late && !one.reopened);
  const agreed = AGREED.map((place) => canWait.at(place));
  return month.map((one) => (one === unexplained ? { ...one, cause: null } : agreed.includes(one) ? { ...one, agreed: true } : one));
}
