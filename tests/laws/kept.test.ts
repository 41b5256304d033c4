import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { EMPTIED_BY } from '../../db/queries/retention.ts';
import { KEPT, RETENTION } from '../../shared/retention/retention.ts';
import { STAYS } from '../../shared/retention/stays.ts';
import { ROOT } from './sources.ts';

const folder = path.join(ROOT, 'db/migrations');
const ddl = readdirSync(folder)
  .filter((file) => file.endsWith('.sql'))
  .map((file) => readFileSync(path.join(folder, file), 'utf8'))
  .join('\n');
const tables = [...ddl.matchAll(/CREATE (?:UNLOGGED )?TABLE "(\w+)"/g)].map(([, name]) => name!);
const dropped = new Set([...ddl.matchAll(/DROP TABLE "(\w+)"/g)].map(([, name]) => name!));

/** Tables of which nobody has said how long they are kept, or both that they go and that they stay. */
function unsaid(all: readonly string[], going: ReadonlySet<string>, staying: ReadonlySet<string>): string[] {
  return all.filter((table) => going.has(table) === staying.has(table));
}

test('手册 A2 of every table it is said how long it is kept, or why it stays', () => {
  const going = new Set(Object.values(EMPTIED_BY).flat());
  const staying = new Set<string>(STAYS.map((one) => one.table));
  const standing = tables.filter((table) => !dropped.has(table));
  expect(standing.length).toBeGreaterThan(40);
  expect(unsaid(standing, going, staying)).toEqual([]);
  expect([...going, ...staying].filter((table) => !standing.includes(table))).toEqual([]);
  expect(unsaid([...standing, 'letters'], going, staying)).toEqual(['letters']);
  expect(unsaid(standing, new Set([...going, 'tickets']), staying)).toEqual(['tickets']);
});

test('each kind has a row, and each that stays its reason', () => {
  expect(KEPT.filter((what) => !RETENTION.some((row) => row.what === what))).toEqual([]);
  expect(STAYS.filter((one) => one.why.length < 8 || one.clause === '')).toEqual([]);
});
