import { expect, test } from '@jest/globals';
import { differences, receivedBy } from './asking.ts';
import { type Change, type Moment, type Naming, tell } from './tale.ts';

/** The office, as far as it is asked: who takes calls, who mends, who heads, who directs. */
const OFFICE = ['林晓芸', '赵建国', '陈立', '郑涛'];

type Received = Map<string, string[]>;

const MOMENTS: readonly Moment[] = ['open', 'over'];

/** What these people receive at each moment of one tale. */
async function received(naming: Naming | null, change: Change | null, names: readonly string[]): Promise<Received> {
  const all: Received = new Map();
  await tell(naming, change, async (moment, tale) => {
    for (const name of names) all.set(`${moment} ${name}`, await receivedBy(tale, name));
  });
  return all;
}

/** The world without the complaint, told once a change, to whoever is asked for. */
const without = new Map<string, Received>();
async function lifeWithout(change: Change | null): Promise<Received> {
  const key = JSON.stringify(change);
  if (!without.has(key)) without.set(key, await received(null, change, [...OFFICE, '何静', '周敏', '吴桐', '程颖', '曾勇', '宋雨']));
  return without.get(key)!;
}

async function compared(naming: Naming, names: readonly string[], change: Change | null = null): Promise<Record<string, string[]>> {
  const [was, is] = [await lifeWithout(change), await received(naming, change, names)];
  return Object.fromEntries([...is].map(([key, lines]) => [key, differences(was.get(key)!, lines)]));
}

const nothing = (names: readonly string[]) => Object.fromEntries(MOMENTS.flatMap((moment) => names.map((name) => [`${moment} ${name}`, []])));

interface Case {
  accused: string;
  shut: readonly string[];
  sees: string;
}

const CASES: readonly Case[] = [
  { accused: '何静', shut: ['何静'], sees: '林晓芸' },
  { accused: '赵建国', shut: ['赵建国'], sees: '林晓芸' },
  { accused: '周敏', shut: ['周敏'], sees: '林晓芸' },
  { accused: '郑涛', shut: OFFICE, sees: '程颖' },
  { accused: '吴桐', shut: ['吴桐', ...OFFICE], sees: '曾勇' },
  { accused: '曾勇', shut: ['曾勇', ...OFFICE], sees: '程颖' },
];

for (const when of ['at once', 'later'] as const)
  for (const { accused, shut, sees } of CASES)
    test(`${accused} named ${when}: nothing differs for whom it is shut to, and much for a colleague (C3)`, async () => {
      const found = await compared({ accused, when }, [...shut, sees]);
      const { [`open ${sees}`]: atFirst, [`over ${sees}`]: atLast, ...theirs } = found;
      expect(theirs).toEqual(nothing(shut));
      expect(atFirst!.length).toBeGreaterThan(3);
      expect(atLast!.length).toBeGreaterThan(3);
    }, 240_000);
