// The host's doors in a process of their own, as a container would run them: one port, one pool, nothing else.
import { serve } from '@hono/node-server';
import { createApp } from '../../api/app.ts';
import { readDemoEnvironment } from '../../api/environment.ts';
import { openHouse } from '../../api/open.ts';
import { NOW } from './ids.ts';

const MINUTES = 30 * 24 * 60;
const MEGABYTE = 1024 * 1024;
const clock = () => new Date(NOW.getTime() + Math.floor(performance.now()));
const house = await openHouse(readDemoEnvironment(process.env), {
  clock,
  later: (work) => setImmediate(() => void work()),
  maxConnections: 10,
  tokenMinutes: MINUTES,
  addressOf: () => 'bench',
});
const server = serve({ fetch: createApp(house).fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => process.send?.({ port }));

process.on('message', (asked) => {
  if (asked === 'memory') process.send?.({ rss: process.memoryUsage().rss / MEGABYTE });
  if (asked === 'end')
    server.close(() => {
      void house.close().then(() => process.exit(0));
    });
});
