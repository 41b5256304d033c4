import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { type HttpBindings, serve } from '@hono/node-server';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { Hono } from 'hono';
import { createApp } from '../../api/app.ts';
import { openSockets } from '../../host/sockets.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

/** Asks a host with so many proxies before it, over a real socket; answers whom it counted. */
async function countedAs(hops: number, headers: Record<string, string>): Promise<string[]> {
  const app = new Hono();
  const sockets = openSockets(hops, () => app);
  app.route('/', createApp({ ...world.house, addressOf: sockets.addressOf }));
  const server = serve({ fetch: (request, env) => sockets.fetch(request, env as HttpBindings), port: 0, hostname: '127.0.0.1' }) as http.Server;
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((resolve, reject) => {
    http.get({ host: '127.0.0.1', port, path: '/api/sign-in/estates', headers }, (answer) => answer.resume().on('end', resolve)).on('error', reject);
  });
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  const rows = await world.house.db.execute<{ who: string }>(sql`select who from limit_uses where what = 'signIn'`);
  return rows.map((row) => row.who);
}
const hidden = (address: string) => world.house.numbers.hide(`address ${address}`);

test('a host of its own counts the socket, whatever the headers say', async () => {
  const claimed = { 'x-forwarded-for': '1.2.3.4', 'x-real-ip': '1.2.3.4', forwarded: 'for=1.2.3.4', 'x-vercel-forwarded-for': '1.2.3.4' };
  expect(await countedAs(0, claimed)).toEqual([hidden('127.0.0.1')]);
});

test('behind one proxy it counts whom the proxy heard from, not what the asker wrote before it', async () => {
  expect(await countedAs(1, { 'x-forwarded-for': '1.2.3.4, 203.0.113.9' })).toEqual([hidden('203.0.113.9')]);
});
