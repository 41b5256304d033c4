import { expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { API } from '../../shared/contract/index.ts';
import type { Route } from '../../shared/contract/route.ts';
import { type Pool, valid } from '../support/arbitraries.ts';
import { asking, differences, NOBODYS, receivedBy } from './asking.ts';
import { received } from './cases.ts';
import { type Change, tell } from './tale.ts';

const PROMOTED: Change = { who: '郑涛', office: 'ZB', role: 'quality', department: 'quality', leaves: '郑涛' };
const SUCCESSOR: Change = { who: '宋雨', office: 'WT', role: 'agent', department: 'serviceCentre' };
const NEXT_DIRECTOR: Change = { who: '宋雨', office: 'WT', role: 'director', department: 'office', leaves: '郑涛' };

async function differing(accused: string, change: Change, name: string): Promise<string[]> {
  const over = () => [name];
  const [was, is] = [await received(null, change, over), await received({ accused, when: 'at once' }, change, over)];
  return [...is].flatMap(([key, lines]) => differences(was.get(key)!, lines));
}

test('a director who is promoted to the quality department afterwards still sees nothing of it (C3)', async () => {
  expect(await differing('郑涛', PROMOTED, '郑涛')).toEqual([]);
}, 240_000);

test('the next director is not accused, and sees what their office may see: nothing of what has left it (C3)', async () => {
  expect(await differing('郑涛', NEXT_DIRECTOR, '宋雨')).toEqual([]);
}, 240_000);

test('the next agent is not accused, and sees what the office keeps (C3)', async () => {
  expect((await differing('何静', SUCCESSOR, '宋雨')).length).toBeGreaterThan(3);
}, 240_000);

/** Every command by an id, and every id that stands in a body, asked of the complaint and of nobody's. */
const POSTS = (Object.entries(API) as [string, Route][]).filter(([, route]) => route.method === 'POST' && route.path.includes('{id}'));

test('every command on it is refused as on an id that nobody has, and a line that moved is found (C3)', async () => {
  const refused: string[] = [];
  let planted: string[] = [];
  await tell({ accused: '何静', when: 'at once' }, null, async (moment, tale) => {
    if (moment === 'over') return;
    const [person, home] = [await tale.story.personId('赵建国'), await tale.story.homeId('3栋2单元502')];
    const pool = (ticket: string): Pool => ({
      tickets: [ticket],
      complaints: [ticket],
      errands: [ticket],
      duties: [ticket],
      exchanges: [ticket],
      surveys: [ticket],
      needs: [ticket],
      letters: [ticket],
      draws: [ticket],
      homes: [home],
      technicians: [person],
      photos: [ticket],
      checks: [ticket],
      news: [ticket],
      cursors: [],
      people: [],
    });
    const ask = await asking(tale, '何静');
    const [slip] = await tale.story.world.house.db.execute<{ id: string }>(sql`select id from errands where ticket_id = ${tale.apart.id} limit 1`);
    const idIn = (route: Route, ticket: string) => (route.path.startsWith('/errands/') && ticket === tale.apart.id ? slip!.id : ticket);
    for (const [name, route] of POSTS) {
      const body = (ticket: string) => (route.body ? fc.sample(valid(route.body, pool(ticket)), { seed: 7, numRuns: 1 })[0] : {});
      const answer = async (ticket: string) => {
        const { status, text } = await ask('POST', route.path.replace('{id}', idIn(route, ticket)), body(ticket));
        return `${name} ${status} ${text.replaceAll(ticket, 'it').replaceAll(slip!.id, 'it')}`;
      };
      const [nobodys, its] = [await answer(NOBODYS), await answer(tale.apart.id)];
      if (nobodys !== its) refused.push(`${nobodys} | ${its}`);
    }
    const lines = await receivedBy(tale, '何静');
    planted = differences(lines, [...lines.slice(1), lines[0]!.replace('200', '201')]);
  });
  expect(POSTS.length).toBeGreaterThan(60);
  expect(refused).toEqual([]);
  expect(planted).toHaveLength(2);
}, 240_000);
