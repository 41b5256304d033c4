import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { createApp } from '../../api/app.ts';
import { PARTS } from '../../api/parts/index.ts';
import { LINK_SECONDS } from '../../api/storage/storage.ts';
import { API } from '../../shared/contract/index.ts';
import { ACTIONS } from '../../shared/tickets/actions.ts';
import { digestTables, watchWrites, writesSince, writesSoFar } from '../support/writes.ts';
import { type Cast, openCast } from './cast.ts';
import { commandsTried, detailsSeen, refusals } from './line-kinds.ts';
import { LINES, measure } from './measure.ts';
import { differences, printTable, readTable, type Table } from './table.ts';

const COMMITTED = fileURLToPath(new URL('./matrix.txt', import.meta.url));
const isUpdate = process.env.UPDATE_ACCESS === '1';

let cast: Cast;
let table: Table;
let before: Record<string, string>;
beforeAll(async () => {
  cast = await openCast();
  await watchWrites(cast.story.world);
  before = await digestTables(cast.story.world);
  const began = performance.now();
  table = await measure(cast);
  if (process.env.ACCESS_TIME)
    console.log(
      `measured ${[...table.values()].flat().length} cells in ${Math.round(performance.now() - began)} ms, ${Math.round(process.cpuUsage().user / 1000)} ms of CPU since the start`,
    );
}, 900_000);
afterAll(() => cast?.story.close());

describe('who may do and see what', () => {
  test('every route of the contract has its lines; the app has no route besides them', () => {
    expect(Object.keys(LINES).sort()).toEqual(Object.keys(API).sort());
    for (const lines of Object.values(LINES)) expect(lines.length).toBeGreaterThan(0);
    const { routes } = createApp(cast.story.world.house);
    const beside = routes.filter((route) => route.method !== 'ALL').map((route) => `${route.method} ${route.path}`);
    expect(beside.sort()).toEqual([
      'GET /api/company/offices/:id/roster-template',
      'GET /api/exports/:id/file',
      'GET /api/files/:ticket/:photo',
      'GET /api/openapi.json',
      'GET /api/own-record/:id/file',
      'GET /api/surveys/:id/table',
      'POST /api/files',
    ]);
    // All others lead to a part, and the law of the parts says that each holds routes of the contract alone.
    const ways = routes.filter((route) => route.method === 'ALL').map((route) => route.path);
    expect(ways.sort()).toEqual(
      Object.keys(PARTS)
        .flatMap((first) => [`/api/${first}`, `/api/${first}/*`])
        .sort(),
    );
  });

  test('is as matrix.txt says, cell by cell', () => {
    const was = existsSync(COMMITTED) ? readTable(readFileSync(COMMITTED, 'utf8')) : new Map();
    const changed = differences(was, table);
    if (isUpdate) {
      writeFileSync(COMMITTED, printTable(table));
      process.stdout.write(`tests/access/matrix.txt written; ${changed.length} cells changed:\n${changed.map((line) => `  ${line}\n`).join('')}`);
    } else expect(changed).toEqual([]);
    expect(readTable(printTable(table))).toEqual(table);
    expect(readFileSync(COMMITTED, 'utf8')).toBe(printTable(table));
  });

  test('the comparison finds a cell that moved', () => {
    const moved = new Map(
      [...table].map(([key, cells]) => [key, key === 'ticket A' ? cells.map((cell, index) => (index === 7 ? 'Sw' : cell)) : cells]),
    );
    expect(differences(table, moved)).toEqual(['ticket A, nbr: was 404, is Sw']);
    moved.delete('ticket A');
    expect(differences(table, moved)).toEqual(['ticket A: in the table, but no line of LINES any more']);
    expect(differences(moved, table)).toEqual(['ticket A: not in the table yet']);
  });

  test('buttons and the door agree: shown exactly where it is done', () => {
    const shown = new Set(detailsSeen.flatMap(({ letter, name, body }) => body.actions.map(({ action }) => `${action} ${letter} ${name}`)));
    expect(detailsSeen.length).toBeGreaterThan(50);
    const tried = commandsTried.filter(({ action }) => (ACTIONS as readonly string[]).includes(action));
    expect(new Set(tried.map(({ action }) => action))).toEqual(new Set(ACTIONS.filter((action) => action in API)));
    expect(tried.filter(({ where, status }) => status === 200 && !shown.has(where)).map(({ where }) => where)).toEqual([]);
    // A body may still be refused: 记超时原因 is offered where nothing was missed.
    // 联系不上 stands beside 没打通, and says which tries are missing (Z13).
    const isRefusedBody = ({ action, letter, status, code }: (typeof tried)[number]) =>
      (action === 'explainMiss' && status === 422) ||
      // 并到一起 asks of another ticket too: one of another estate, or one that must be settled first (Z3).
      (action === 'merge' && (status === 404 || status === 409)) ||
      // 撤回 of a public place says how many other households wait for it (I5): the button cannot know.
      (action === 'cancel' && status === 409) ||
      (action === 'endVisit' && code === 'visits/too-few-tries') ||
      // After a service each calls for their own: 没打通 of quality's call, which this body names, is nobody else's (V5).
      ((action === 'tryVisit' || action === 'endVisit') && letter === 'V' && code === 'ticket/not-yours');
    const buttonNotDone = tried.filter(({ where, status }) => status !== 200 && shown.has(where));
    expect(buttonNotDone.filter((one) => !isRefusedBody(one)).map(({ where }) => where)).toEqual([]);
  });
});

describe('a refusal', () => {
  test('is refused with its own status, and stores nothing', () => {
    expect(refusals.length).toBeGreaterThan(1000);
    expect(refusals.filter(({ measured }) => ![401, 403, 404, 409, 422].includes(measured.status)).map(({ where }) => where)).toEqual([]);
    expect(refusals.filter(({ measured }) => measured.wrote.length > 0).map(({ where, measured }) => `${where}: ${measured.wrote}`)).toEqual([]);
    expect(cast.story.world.reports).toEqual([]);
  });

  test('and measuring moved nothing: every table is as it was; a planted change is found', async () => {
    expect(await digestTables(cast.story.world)).toEqual(before);
    const { db } = cast.story.world.house;
    const so = await writesSoFar(db);
    await db.execute(sql`update tickets set version = version + 1 where id = ${cast.tickets.A.id}`);
    expect(await writesSince(db, so)).toEqual(['update tickets']);
    const after = await digestTables(cast.story.world);
    expect(Object.keys(after).filter((name) => after[name] !== before[name])).toEqual(['tickets']);
    await db.execute(sql`update tickets set version = version - 1 where id = ${cast.tickets.A.id}`);
    expect(await digestTables(cast.story.world)).toEqual(before);
  });
});

describe('links to photos', () => {
  const open = async (url: string) => (await cast.story.fetch(null, url.replace(/^\/api/, ''))).status;

  test('open what they were made for, for five minutes; changed or another’s they open nothing', async () => {
    const link = async (name: string, letter: 'C' | 'F') =>
      (await (await cast.story.client(name)).ticket({ id: cast.tickets[letter].id })).photos.map((photo) => photo.url);
    const [first] = await link('王秀兰', 'C');
    const [result] = await link('赵建国', 'F');
    expect([await open(first!), await open(result!)]).toEqual([200, 200]);

    const [path, query] = first!.split('?') as [string, string];
    const parts = new URLSearchParams(query);
    const expires = Number(parts.get('expires'));
    const signature = parts.get('signature')!;
    const [otherPath] = result!.split('?') as [string];
    const flipped = (signature.startsWith('0') ? '1' : '0') + signature.slice(1);
    for (const [why, url] of Object.entries({
      'another photo under this signature': `${otherPath}?${query}`,
      'a later end': `${path}?expires=${expires + 60}&signature=${signature}`,
      'another signature': `${path}?expires=${expires}&signature=${flipped}`,
      'no signature': path,
      'a signature cut short': `${path}?expires=${expires}&signature=${signature.slice(0, -1)}`,
      'the end written twice': `${path}?expires=${expires}&expires=9999999999&signature=${signature}x`,
      'an end that is no number': `${path}?expires=Infinity&signature=${signature}`,
      'climbing out of the folder': `/api/files/..%2f..%2f/etc%2fpasswd?${query}`,
    }))
      expect([why, await open(url)]).toEqual([why, 404]);

    const { world } = cast.story;
    const asked = world.now();
    const late = createApp({ ...world.house, clock: () => new Date(asked.getTime() + (LINK_SECONDS + 1) * 1000) });
    const justInTime = createApp({ ...world.house, clock: () => new Date(asked.getTime() + LINK_SECONDS * 1000) });
    expect((await justInTime.fetch(new Request(`http://house${first}`))).status).toBe(200);
    expect((await late.fetch(new Request(`http://house${first}`))).status).toBe(404);
  });

  test('a form for one photo takes no other, and lets nobody else say that it arrived', async () => {
    const api = await cast.story.client('王秀兰');
    const { photoId, upload } = await api.addPhoto({ id: cast.tickets.A.id, purpose: 'report', type: 'image/jpeg', bytes: 26 });
    const send = async (fields: Record<string, string>) => {
      const form = new FormData();
      for (const [name, value] of Object.entries({ ...upload.fields, ...fields })) form.set(name, value);
      form.set('file', new Blob([new Uint8Array([0xff, 0xd8, 0xff])]), 'x.jpg');
      return (await cast.story.fetch(null, '/files', { method: 'POST', body: form })).status;
    };
    expect(await send({ key: cast.uploads.result.key })).toBe(422);
    expect(await send({ maxBytes: '99999999' })).toBe(422);
    expect(await send({})).toBe(204);
    const finalise = (name: string) =>
      cast.story.fetch(name, `/photos/${photoId}/finalise`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' });
    for (const name of ['李德明', '林晓芸', '曾勇']) expect((await finalise(name)).status).toBe(404);
  });
});
