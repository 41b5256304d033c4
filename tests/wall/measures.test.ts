import { expect, test } from '@jest/globals';
import { differences } from './asking.ts';
import { type Received, received } from './cases.ts';
import type { Naming } from './tale.ts';

const SHUT: Record<string, readonly string[]> = { 郑涛: ['郑涛', '林晓芸', '赵建国'], 赵建国: ['赵建国'] };

/** The world without the complaint is the same for both. */
let without: Promise<Received> | undefined;

for (const [accused, when] of [
  ['郑涛', 'later'],
  ['赵建国', 'at once'],
] as const)
  test(`a corrective measure for what a complaint against ${accused} counts in is nowhere for whom it is shut to, named ${when} (C3, C9)`, async () => {
    without ??= received(null, null, () => ['郑涛', '林晓芸', '赵建国']);
    const was = await without;
    const naming: Naming = { accused, when, measured: true };
    const found = await received(naming, null, (moment) => [...SHUT[accused]!, ...(moment === 'over' ? ['曾勇'] : [])]);
    expect([...found].flatMap(([key, lines]) => (key.endsWith('曾勇') ? [] : differences(was.get(key)!, lines)))).toEqual([]);
    const leader = found
      .get('over 曾勇')!
      .filter((line) => line.includes('GET /analysis/actions'))
      .join();
    for (const given of ['请程颖去谈', ...(accused === '郑涛' ? [] : ['请林晓芸去谈'])]) expect(leader).toContain(given);
    if (when === 'at once') expect(leader).not.toContain('请赵建国去谈');
  }, 500_000);
