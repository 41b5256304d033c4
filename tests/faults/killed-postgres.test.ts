import { spawnSync } from 'node:child_process';
import { expect, test } from '@jest/globals';
import type { Survived } from './survive.ts';

test('Postgres killed under load: 503 with Retry-After, then well; every acknowledged write is there once, nobody was told twice', () => {
  const ran = spawnSync(process.execPath, ['--import', 'tsx', 'tests/faults/survive.ts', '4'], { encoding: 'utf8' });
  expect(ran.stderr).toBe('');
  const seen = JSON.parse(ran.stdout) as Survived;
  console.log(ran.stdout);
  expect(seen.wrong.slice(0, 5)).toEqual([]);
  expect(seen.kills).toBe(4);
  expect(seen.away).toBeGreaterThan(0);
  expect(seen.acknowledged).toBeGreaterThan(20);
}, 600_000);
