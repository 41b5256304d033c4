import { expect, test } from '@jest/globals';
import { PARTS } from '../../api/parts/index.ts';
import { doorsOf } from '../../shared/contract/client.ts';
import { DOORS } from '../../shared/contract/doors.ts';
import { API } from '../../shared/contract/index.ts';
import type { Route } from '../../shared/contract/route.ts';

test('every route of the contract is in the part its first word leads to, and no part has another', async () => {
  const routes = Object.entries(API) as [string, Route][];
  expect(routes.length).toBeGreaterThan(100);
  const stray = [];
  for (const [name, { path }] of routes) {
    const load = PARTS[path.split('/')[1] as keyof typeof PARTS];
    if (!(name in ((await load?.())?.part.routes ?? {}))) stray.push(`${name} ${path}`);
  }
  expect(stray).toEqual([]);
  const doors = routes.map(([, { method, path }]) => `${method} ${path.replace(/\{\w+\}/g, '{}')}`);
  const twice = (all: readonly string[]) => all.filter((door, place) => all.indexOf(door) !== place);
  expect([twice(doors), twice([...doors, doors[3]!])]).toEqual([[], [doors[3]]]);
  const parts = await Promise.all([...new Set(Object.values(PARTS))].map((load) => load()));
  expect(parts.flatMap(({ part }) => Object.keys(part.routes)).sort()).toEqual(Object.keys(API).sort());
});

test('what a phone knows of the contract is the contract: run `npm run doors`', () => {
  expect(DOORS).toEqual(doorsOf(API));
  expect(Object.keys(DOORS).length).toBeGreaterThan(100);
  expect({ ...DOORS, report: 'POST /elsewhere' }).not.toEqual(doorsOf(API));
});
