// Runs the doors outside Vercel: in a container on its own DATABASE_URL, or here with a Postgres of its own and the demo.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type HttpBindings, serve } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { createApp } from '../api/app.ts';
import { answerCron, lookAfter } from '../api/caretaking.ts';
import { type House, idsBy } from '../api/context.ts';
import { type DemoEnvironment, readDemoEnvironment, readEnvironment } from '../api/environment.ts';
import { openHouse } from '../api/open.ts';
import { removeByRule } from '../api/retention/retention.ts';
import { connect } from '../db/connect.ts';
import { migrateDatabase } from '../db/migrate.ts';
import { plantCompany } from '../db/seeds/plant.ts';
import { askForBindings } from './demo/bindings.ts';
import { openDemoClock } from './demo/clock.ts';
import { playMonth } from './demo/month.ts';
import { mountDemo } from './demo/mount.ts';
import { emptyDatabase, type RunningPostgres, readSecret, startPostgres } from './postgres.ts';
import { openSockets } from './sockets.ts';

const LOOK_EVERY_SECONDS = 15;
const TIDY_EVERY_HOURS = 24;
const DEMO_TOKEN_MINUTES = 30 * 24 * 60;
const root = fileURLToPath(new URL('..', import.meta.url));
const dataDir = path.join(root, '.data');
const migrations = path.join(root, 'db/migrations');
const isOwn = !process.env.DATABASE_URL;
const say = (line: string) => console.log(line);

function later(work: () => Promise<void>): void {
  setImmediate(() => void work());
}

async function ownEnvironment(): Promise<{ environment: DemoEnvironment; running: RunningPostgres }> {
  mkdirSync(dataDir, { recursive: true });
  const running = await startPostgres({ dataDir });
  await migrateDatabase(running.ownerUrl, migrations);
  const secret = (name: string) => readSecret(dataDir, name);
  const environment = readDemoEnvironment({
    DATABASE_URL: running.appUrl,
    DATABASE_CONNECTION: 'direct',
    TOKEN_SECRET: secret('TOKEN_SECRET'),
    NUMBER_KEY: secret('NUMBER_KEY'),
    NUMBER_INDEX_KEY: secret('NUMBER_INDEX_KEY'),
    CRON_SECRET: secret('CRON_SECRET'),
    STORAGE_SECRET: secret('STORAGE_SECRET'),
    STORAGE_DIR: path.join(dataDir, 'photos'),
  });
  return { environment, running };
}

/** Plants the demo's company and its month of repairs, once. A start that was cut off half-way is begun afresh. */
async function seedOnce({ environment, running }: { environment: DemoEnvironment; running: RunningPostgres }, until: Date): Promise<void> {
  const seeded = path.join(dataDir, 'demo-seeded');
  if (existsSync(seeded)) return;
  await emptyDatabase(running.adminUrl);
  await migrateDatabase(running.ownerUrl, migrations);
  say('第一次启动：正在写入演示数据（一家公司、两个小区、600 户、一个月的报修）…');
  const hand = { now: new Date(until.getTime() - 31 * 24 * 3_600_000) };
  const clock = () => hand.now;
  const house: House = await openHouse(environment, { clock, later: () => {}, addressOf: () => 'here', maxConnections: 4 });
  const company = await plantCompany(house.db, { now: hand.now, newId: idsBy(clock), seal: house.numbers.seal }, 'all');
  await playMonth(house, hand, company, until, (done, total) => process.stdout.write(`\r  ${done} / ${total}`));
  await askForBindings(house);
  say('');
  await house.close();
  writeFileSync(seeded, '');
}

async function freePort(wanted: number): Promise<number> {
  for (let port = wanted; port < wanted + 50; port += 1) {
    const isFree = await new Promise<boolean>((resolve) => {
      const probe = net.createServer().once('error', () => resolve(false));
      probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
    });
    if (isFree) return port;
  }
  throw new Error(`no free port from ${wanted} on`);
}

const running = isOwn ? await ownEnvironment() : null;
const environment = running?.environment ?? readEnvironment(process.env);
// One of the edges where the machine is asked for the time.
const demo = running ? openDemoClock(path.join(dataDir, 'demo-clock.json')) : null;
const clock = demo ? () => demo.now() : () => new Date();
if (running) await seedOnce(running, clock());

const sockets = openSockets(environment.TRUSTED_PROXIES, () => app);
const house = await openHouse(environment, {
  clock,
  later,
  addressOf: sockets.addressOf,
  maxConnections: 10,
  ...(demo ? { tokenMinutes: DEMO_TOKEN_MINUTES } : {}),
});
const address = isOwn ? '127.0.0.1' : '0.0.0.0';
const port = isOwn ? await freePort(Number(process.env.PORT ?? 5600)) : Number(process.env.PORT ?? 5600);

const app = new Hono();
app.all('/api/cron', (c) => answerCron(house, c.req.raw));
if (demo) mountDemo(app, house, demo, process.env, address);
app.route('/', createApp(house));
const pages = path.relative(process.cwd(), path.join(root, isOwn ? 'dist/demo/h5' : 'dist/h5'));
app.use('/*', serveStatic({ root: pages }));
app.get('/*', serveStatic({ path: path.join(pages, 'index.html') }));

const timer = setInterval(() => {
  lookAfter(house).catch((error) => house.report('looking after promises failed', error));
}, LOOK_EVERY_SECONDS * 1000);

// What has been kept long enough goes once a day, by the role that may: here our own, elsewhere whoever runs `npm run retention`.
const tidying = running ? connect(running.running.retentionUrl, { max: 1 }) : null;
const tidier = setInterval(() => {
  if (tidying) removeByRule({ ...house, db: tidying.db }, { dryRun: false }).catch((error) => house.report('retention failed', error));
}, TIDY_EVERY_HOURS * 3_600_000);

const server = serve({ fetch: (request, env) => sockets.fetch(request, env as HttpBindings), port, hostname: address }, () => {
  say(`\n回音已启动： http://localhost:${port}`);
  if (!existsSync(path.join(root, pages, 'index.html'))) say('  （页面还没有构建：npm run build）');
  if (!demo) return;
  say('打开后点一个人登录，比如：');
  say('  王秀兰   住户，报修、确认        林晓芸   客服，派师傅');
  say('  赵建国   师傅，到场、修好        陈立     工程主管        郑涛   主任');
  say('“我的”里有“+2 小时”：看一个承诺怎样提醒、超时、逐级上报。按 Ctrl-C 结束。\n');
});

let stopping = false;
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  clearInterval(timer);
  clearInterval(tidier);
  server.close();
  await house.close();
  await tidying?.close();
  await running?.running.stop();
  process.exit(0);
}
process.on('SIGINT', stop);
process.on('SIGTERM', stop);
