import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import postgres from 'postgres';
import { createApp } from '../../api/app.ts';
import { type House, idsBy } from '../../api/context.ts';
import { openNumbers } from '../../api/identity/numbers.ts';
import { openPasses } from '../../api/identity/passes.ts';
import { openTokens } from '../../api/identity/tokens.ts';
import { openFolder } from '../../api/storage/folder.ts';
import { connect } from '../../db/connect.ts';
import { shanghaiTime } from '../../shared/kernel/time.ts';
import { STORY_SEED } from './draw-deeds.ts';

export const TEMPLATE = 'huiyin_template';
/** As a deployment begins: migrated, and nothing in it. */
export const EMPTY_TEMPLATE = 'huiyin_empty';
/** When the named company was planted; the scenarios begin after it. */
export const THE_BEGINNING = shanghaiTime('2026-01-02 08:00');

const secret = (name: string) => createHash('sha256').update(`only for tests: ${name}`).digest('hex');
export const SECRETS = {
  TOKEN_SECRET: secret('token'),
  NUMBER_KEY: secret('number'),
  NUMBER_INDEX_KEY: secret('index'),
  CRON_SECRET: secret('cron'),
  STORAGE_SECRET: secret('storage'),
};

/** The same server and role, another database. */
export function onDatabase(url: string, database: string): string {
  const there = new URL(url);
  there.pathname = `/${database}`;
  return there.toString();
}

/** As behind a pooler, where nothing is prepared; else as on a direct connection, which is twice as fast. */
const IS_POOLED = process.env.HUIYIN_TEST_CONNECTION === 'pooled';

export interface World {
  house: House;
  app: ReturnType<typeof createApp>;
  /** Sets the wall clock in Shanghai. */
  setClock(text: string): void;
  /** Moves the clock to an instant. */
  moveTo(at: Date): void;
  now(): Date;
  /** Waits for what was left for after the answers. */
  settleLater(): Promise<void>;
  /** Statements sent since the last call, BEGIN and COMMIT not counted. */
  statements(): string[];
  reports: string[];
  urls: { app: string; owner: string; retention: string };
  close(): Promise<void>;
}

/** A database of its own for one test, cloned from a template, with the house open on it. @param isEmpty nobody lives in it */
export async function openWorld(isEmpty = false): Promise<World> {
  const name = `world_${randomUUID().replaceAll('-', '')}`;
  const admin = postgres(process.env.HUIYIN_TEST_ADMIN_URL!, { max: 1, onnotice: () => {} });
  try {
    // Cloning needs the template to itself; another worker may be cloning at this moment.
    await admin.unsafe('select pg_advisory_lock(20260321)');
    await admin.unsafe(`create database ${name} template ${isEmpty ? EMPTY_TEMPLATE : TEMPLATE} owner huiyin_owner`);
  } finally {
    await admin.end();
  }

  let now = THE_BEGINNING;
  let sent: string[] = [];
  const reports: string[] = [];
  const waiting: Promise<void>[] = [];
  const clock = () => now;
  const { db, close } = connect(onDatabase(process.env.HUIYIN_TEST_APP_URL!, name), {
    max: 8,
    prepare: !IS_POOLED,
    watch: (statement) => sent.push(statement),
  });
  const house: House = {
    db,
    close,
    clock,
    newId: idsBy(clock),
    newSeed: () => STORY_SEED,
    tokens: await openTokens(SECRETS.TOKEN_SECRET, clock),
    passes: await openPasses(SECRETS.TOKEN_SECRET, clock),
    numbers: openNumbers(SECRETS.NUMBER_KEY, SECRETS.NUMBER_INDEX_KEY),
    storage: openFolder(mkdtempSync(path.join(os.tmpdir(), 'huiyin-photos-')), SECRETS.STORAGE_SECRET),
    wechat: null,
    push: null,
    publicAddress: null,
    cronSecret: SECRETS.CRON_SECRET,
    addressOf: (request) => request.headers.get('x-test-address') ?? 'here',
    later: (work) => waiting.push(work()),
    report: (what, error) =>
      reports.push(
        `${what}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)} ${String((error as { cause?: unknown }).cause ?? '')}`,
      ),
  };
  return {
    house,
    app: createApp(house),
    setClock: (text) => {
      now = shanghaiTime(text);
    },
    moveTo: (at) => {
      now = at;
    },
    now: () => now,
    settleLater: async () => {
      while (waiting.length > 0) await waiting.shift();
    },
    statements: () => {
      const since = sent.filter((statement) => !/^\s*(begin|commit|rollback)/i.test(statement));
      sent = [];
      return since;
    },
    reports,
    urls: {
      app: onDatabase(process.env.HUIYIN_TEST_APP_URL!, name),
      owner: onDatabase(process.env.HUIYIN_TEST_OWNER_URL!, name),
      retention: onDatabase(process.env.HUIYIN_TEST_RETENTION_URL!, name),
    },
    close,
  };
}
