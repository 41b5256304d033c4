// Runs the doors outside Vercel: in a container on its own DATABASE_URL, or here with a Postgres of its own and the demo.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type HttpBindings, serve } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { createApp } from '../api/app.ts';
import { answerCron, lookAfter } from '../api/caretaking.ts';
import { readEnvironment } from '../api/environment.ts';
import { openHouse } from '../api/open.ts';
import { answerPush } from '../api/wechat/push.ts';
import { openSockets } from './sockets.ts';

const LOOK_EVERY_SECONDS = 15;
const LAST_ANSWERS_MILLISECONDS = 3_000;
const root = fileURLToPath(new URL('..', import.meta.url));
const say = (line: string) => console.log(line);

function later(work: () => Promise<void>): void {
  setImmediate(() => void work());
}

/** What was given, or an end that says what was not: a stack says nothing to whoever fills in a console. */
function given() {
  try {
    return readEnvironment(process.env);
  } catch (error) {
    console.error((error as Error).message);
    process.exit(1);
  }
}

// Set when a container's files are made, so that nothing of the demo is among them.
const own = process.env.HUIYIN_CONTAINER ? null : process.env.DATABASE_URL ? null : await (await import('./own.ts')).openOwn(root);
const environment = own?.environment ?? given();
// One of the edges where the machine is asked for the time.
const clock = own?.clock ?? (() => new Date());

const sockets = openSockets(environment.TRUSTED_PROXIES, () => app);
const house = await openHouse(environment, {
  clock,
  later,
  addressOf: sockets.addressOf,
  maxConnections: 10,
  ...(own ? { tokenMinutes: own.tokenMinutes } : {}),
});
const address = own ? '127.0.0.1' : '0.0.0.0';
const wanted = Number(process.env.PORT ?? 5600);
const port = own ? await own.freePort(wanted) : wanted;

const app = new Hono();
app.all('/api/cron', (c) => answerCron(house, c.req.raw));
own?.moveIn(app, house, address);
app.all('/api/wechat', (c) => answerPush(house, c.req.raw));
app.route('/', createApp(house));
const pages = path.relative(process.cwd(), path.join(root, own ? 'dist/demo/h5' : 'dist/h5'));
app.use('/*', serveStatic({ root: pages }));
app.get('/*', serveStatic({ path: path.join(pages, 'index.html') }));

const timer = setInterval(() => {
  lookAfter(house).catch((error) => house.report('looking after promises failed', error));
}, LOOK_EVERY_SECONDS * 1000);

const server = serve({ fetch: (request, env) => sockets.fetch(request, env as HttpBindings), port, hostname: address }, () => {
  say(`\n回音已启动： http://localhost:${port}`);
  if (!existsSync(path.join(root, pages, 'index.html'))) say('  （页面还没有构建：npm run build）');
  own?.welcome();
});

let stopping = false;
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  clearInterval(timer);
  await lastAnswers();
  await house.close();
  await own?.close();
  process.exit(0);
}

/** Takes no more, and lets what was begun be answered, within its time. */
function lastAnswers(): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    if ('closeIdleConnections' in server) server.closeIdleConnections();
    setTimeout(resolve, LAST_ANSWERS_MILLISECONDS).unref();
  });
}
process.on('SIGINT', stop);
process.on('SIGTERM', stop);
