// What `npm start` has on one's own machine: a Postgres of its own, secrets drawn once, the demo's people, month and clock. No container knows this file.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import type { Hono } from 'hono';
import { offerCode } from '../api/company/set-up.ts';
import { type House, idsBy } from '../api/context.ts';
import { type DemoEnvironment, readDemoEnvironment } from '../api/environment.ts';
import { openHouse } from '../api/open.ts';
import { removeByRule } from '../api/retention/retention.ts';
import { connect } from '../db/connect.ts';
import { migrateDatabase } from '../db/migrate.ts';
import { plantCompany } from '../db/seeds/plant.ts';
import type { Clock } from '../shared/kernel/time.ts';
import { askForBindings } from './demo/bindings.ts';
import { openDemoClock } from './demo/clock.ts';
import { playMonth } from './demo/month.ts';
import { mountDemo } from './demo/mount.ts';
import { emptyDatabase, type RunningPostgres, readSecret, startPostgres } from './postgres.ts';

const TIDY_EVERY_HOURS = 24;
const DEMO_TOKEN_MINUTES = 30 * 24 * 60;
const say = (line: string) => console.log(line);

export interface Own {
  environment: DemoEnvironment;
  clock: Clock;
  tokenMinutes: number;
  /** The first port nobody has, from this one on. */
  freePort(wanted: number): Promise<number>;
  /** The demo's doors, and once a day what has been kept long enough goes, by the role that may. */
  moveIn(app: Hono, house: House, address: string): void;
  welcome(): void;
  close(): Promise<void>;
}

async function ownEnvironment(dataDir: string, migrations: string): Promise<{ environment: DemoEnvironment; running: RunningPostgres }> {
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
async function seedOnce(dataDir: string, migrations: string, environment: DemoEnvironment, running: RunningPostgres, until: Date): Promise<void> {
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

/** The code that begins a company, as the migration prints it; null where one was begun. */
async function offerAtStart(running: RunningPostgres, clock: Clock) {
  const owner = connect(running.ownerUrl, { max: 1 });
  return offerCode(owner.db, { clock, newId: idsBy(clock) }).finally(owner.close);
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

/** Starts everything under `.data` of this root, seeded at the first start. */
export async function openOwn(root: string): Promise<Own> {
  // `npm start -- --empty`: as a deployment begins, with nobody there.
  const isEmpty = process.env.HUIYIN_EMPTY !== undefined;
  const dataDir = path.join(root, '.data', ...(isEmpty ? ['empty'] : []));
  const migrations = path.join(root, 'db/migrations');
  const { environment, running } = await ownEnvironment(dataDir, migrations);
  const demo = openDemoClock(path.join(dataDir, 'demo-clock.json'));
  const clock = () => demo.now();
  if (!isEmpty) await seedOnce(dataDir, migrations, environment, running, clock());
  const offer = isEmpty ? await offerAtStart(running, clock) : null;
  const tidying = connect(running.retentionUrl, { max: 1 });
  let tidier: NodeJS.Timeout | undefined;
  return {
    environment,
    clock,
    tokenMinutes: DEMO_TOKEN_MINUTES,
    freePort,
    moveIn(app, house, address) {
      mountDemo(app, house, demo, process.env, address);
      tidier = setInterval(() => {
        removeByRule({ ...house, db: tidying.db }, { dryRun: false }).catch((error) => house.report('retention failed', error));
      }, TIDY_EVERY_HOURS * 3_600_000);
    },
    welcome() {
      if (offer) {
        say('这里还没有公司。打开后填上这个码，您就是总经理：');
        say(`\n    ${offer.code}\n`);
        return;
      }
      if (isEmpty) return;
      say('打开后点一个人登录，比如：');
      say('  王秀兰   住户，报修、确认        林晓芸   客服，派师傅');
      say('  赵建国   师傅，到场、修好        陈立     工程主管        郑涛   主任');
      say('“我的”里有“+2 小时”：看一个承诺怎样提醒、超时、逐级上报。按 Ctrl-C 结束。\n');
    },
    async close() {
      clearInterval(tidier);
      await tidying.close();
      await running.stop();
    },
  };
}
