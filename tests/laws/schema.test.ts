import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { ROOT } from './sources.ts';

const folder = path.join(ROOT, 'db/migrations');
const migrations = readdirSync(folder)
  .filter((file) => file.endsWith('.sql'))
  .map((file) => readFileSync(path.join(folder, file), 'utf8'));
const ddl = migrations.join('\n');

const zoneless = (sql: string) => sql.match(/\btimestamp\b(?!(\(\d\))? with time zone)/gi) ?? [];
const imprecise = (sql: string) => sql.match(/\btimestamp (with time zone)/gi) ?? [];

test('no instant without its zone, none finer than a millisecond', () => {
  expect(migrations.length).toBeGreaterThan(1);
  expect(ddl).toMatch(/timestamp \(3\) with time zone|timestamp\(3\) with time zone/);
  expect(zoneless(ddl.replace(/timestamp \(3\)/g, 'timestamp(3)'))).toEqual([]);
  expect(imprecise(ddl)).toEqual([]);
  expect(zoneless('"at" timestamp NOT NULL')).toHaveLength(1);
});

test('every table belongs to an office, but for people and their WeChat, the offices themselves, what begins a company, and uses counted before an office is known', () => {
  const tables = [...ddl.matchAll(/CREATE (?:UNLOGGED )?TABLE "(\w+)" \(([\s\S]*?)\n\);/g)].map(([, name, columns]) => ({
    name: name!,
    columns: columns!,
  }));
  expect(tables.length).toBeGreaterThan(15);
  expect(
    tables
      .filter(({ columns }) => !/"office_id" uuid NOT NULL/.test(columns))
      .map(({ name }) => name)
      .sort(),
  ).toEqual(['consents', 'limit_uses', 'offices', 'people', 'set_up_codes', 'wechat_accounts']);
});

test('only what a crash may forget is unlogged', () => {
  expect([...ddl.matchAll(/CREATE UNLOGGED TABLE "(\w+)"/g)].map(([, name]) => name)).toEqual(['limit_uses', 'presences']);
});

test('indexes ascend: a descending one would not be used', () => {
  expect(ddl).not.toMatch(/CREATE (UNIQUE )?INDEX[^;]*\bDESC\b/i);
});
