import { beforeAll, expect, test } from '@jest/globals';
import { differences, receivedBy } from './asking.ts';
import { type Change, type Moment, type Naming, tell } from './tale.ts';

/** The office, as far as it is asked: who takes calls, who mends, who heads, who directs. */
const OFFICE = ['林晓芸', '赵建国', '陈立', '郑涛'];

/** Who is asked what they receive, at a moment. */
type Asked = (moment: Moment) => readonly string[];
export type Received = Map<string, string[]>;

/** What these people receive at each moment of one tale. */
export async function received(naming: Naming | null, change: Change | null, asked: Asked): Promise<Received> {
  const all: Received = new Map();
  await tell(naming, change, async (moment, tale) => {
    for (const name of asked(moment)) all.set(`${moment} ${name}`, await receivedBy(tale, name));
  });
  return all;
}

const EVERYBODY = ['林晓芸', '赵建国', '郑涛', '何静', '周敏', '吴桐', '程颖', '曾勇'];

interface Case {
  accused: string;
  /** Of whom besides it is shut. */
  office: readonly string[];
  sees: string;
}

const CASES: readonly Case[] = [
  { accused: '何静', office: [], sees: '林晓芸' },
  { accused: '赵建国', office: [], sees: '林晓芸' },
  { accused: '周敏', office: [], sees: '林晓芸' },
  { accused: '郑涛', office: ['林晓芸', '赵建国', '陈立'], sees: '程颖' },
  { accused: '吴桐', office: OFFICE, sees: '曾勇' },
  { accused: '曾勇', office: OFFICE, sees: '程颖' },
];

/** One test a case: the world without the complaint, told once, against the world with it. */
export function comparesAll(when: Naming['when']): void {
  let without: Received;
  beforeAll(async () => {
    without = await received(null, null, (moment) => (moment === 'open' ? EVERYBODY : [...EVERYBODY, '陈立']));
  }, 500_000);
  for (const { accused, office, sees } of CASES)
    test(`${accused} named ${when}: nothing differs for whom it is shut to, and much for a colleague (C3)`, async () => {
      const naming: Naming = { accused, when };
      const found = await received(naming, null, (moment) => (moment === 'open' ? [accused, sees] : [accused, ...office, sees]));
      const differ = [...found].map(([key, lines]) => [key, differences(without.get(key)!, lines)] as const);
      expect(differ.filter(([key, lines]) => !key.endsWith(sees) && lines.length > 0)).toEqual([]);
      expect(differ.filter(([key, lines]) => key.endsWith(sees) && lines.length > 3).length).toBe(2);
    }, 300_000);
}
