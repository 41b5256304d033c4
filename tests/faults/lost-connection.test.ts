import net from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { connect } from '../../db/connect.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld();
}, 120_000);

afterAll(async () => {
  await world.close();
});

type Cut = (socket: net.Socket) => void;

/** A wire between the house and Postgres that can be cut: every connection there is, at once. */
async function openWire(url: string): Promise<{ url: string; cut(how: Cut): void; close(): Promise<void> }> {
  const target = new URL(url);
  const { port } = target;
  const ends = new Set<net.Socket>();
  const server = net.createServer((here) => {
    const there = net.connect(Number(port), target.hostname);
    for (const [one, other] of [
      [here, there],
      [there, here],
    ] as const) {
      one.on('error', () => {}).on('close', () => other.destroy());
      one.pipe(other);
    }
    ends.add(here);
    here.on('close', () => ends.delete(here));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  target.port = String((server.address() as net.AddressInfo).port);
  return {
    url: target.href,
    cut: (how) => {
      for (const end of ends) how(end);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
      }),
  };
}

const CUTS: [string, Cut][] = [
  ['closed', (socket) => socket.destroy()],
  ['reset', (socket) => socket.resetAndDestroy()],
];

test.each(CUTS.flatMap(([name, how]) => [false, true].map((prepare) => [name, prepare, how] as const)))(
  'a transaction whose connection is %s refuses, nothing outlives it, and the next one is answered in the same place of the pool (prepared: %s)',
  async (_, prepare, how) => {
    const wire = await openWire(world.urls.app);
    const { db, close } = connect(wire.url, { max: 1, prepare });
    const told: string[] = [];
    const hear = (error: unknown) => told.push(String(error));
    process.on('uncaughtException', hear);
    for (let turn = 0; turn < 20; turn += 1) {
      const ask = () => db.transaction((tx) => tx.execute(sql`select ${turn}::int as n`));
      const cut = db.transaction(async (tx) => {
        await tx.execute(sql`select ${turn}::int as n`);
        setTimeout(() => wire.cut(how), 5);
        await tx.execute(sql`select pg_sleep(30)`);
      });
      await expect(cut).rejects.toThrow();
      expect([...(await ask())]).toEqual([{ n: turn }]);
    }
    await close();
    await wire.close();
    process.off('uncaughtException', hear);
    expect(told).toEqual([]);
  },
  60_000,
);

test('what only looks like a lost connection ends its transaction as any other refusal does', async () => {
  const { db, close } = connect(world.urls.app, { max: 1 });
  const looksLost = Object.assign(new Error('somebody else was cut off'), { code: 'ECONNRESET' });
  await expect(
    db.transaction(async (tx) => {
      await tx.execute(sql`select 1`);
      throw looksLost;
    }),
  ).rejects.toBe(looksLost);
  expect([...(await db.execute(sql`select 2::int as n`))]).toEqual([{ n: 2 }]);
  await close();
});

test('arrays come and go as they are kept, without asking a new connection what arrays there are', async () => {
  const asked: string[] = [];
  const { db, close } = connect(world.urls.app, { max: 1, watch: (statement) => asked.push(statement) });
  const id = '0192f000-0000-7000-8000-000000000001';
  const [row] = await db.execute(
    sql`select ${'{1,2}'}::int[] as integers, array['a,b', '"c"', ''] as texts, array[${id}::uuid] as uuids, '{}'::text[] as none`,
  );
  await close();
  expect(row).toEqual({ integers: [1, 2], texts: ['a,b', '"c"', ''], uuids: [id], none: [] });
  expect(asked).toHaveLength(1);
});
