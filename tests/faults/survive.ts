import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import postgres from 'postgres';
import { createApp } from '../../api/app.ts';
import { lookAfter } from '../../api/caretaking.ts';
import { type House, idsBy } from '../../api/context.ts';
import { openNumbers } from '../../api/identity/numbers.ts';
import { openPasses } from '../../api/identity/passes.ts';
import { openTokens } from '../../api/identity/tokens.ts';
import { connect } from '../../db/connect.ts';
import { migrateDatabase } from '../../db/migrate.ts';
import { plantCompany } from '../../db/seeds/plant.ts';
import { startPostgres } from '../../host/postgres.ts';
import { shanghaiTime } from '../../shared/kernel/time.ts';
import { expectReplayed } from '../support/replay.ts';
import { SECRETS, type World } from '../support/world.ts';

/** What was seen while Postgres was killed again and again under load. */
export interface Survived {
  kills: number;
  requests: number;
  acknowledged: number;
  /** Answers 503, every one with Retry-After. */
  away: number;
  /** The longest time from a kill to the next good answer. */
  longestSilenceMilliseconds: number;
  wrong: string[];
}

const BEGIN = shanghaiTime('2026-03-02 09:00');
const PATIENCE = 3_000;

/** The processes that serve the house, from the system's own list: whoever is asked over a connection is already gone. */
function backendsOf(postmaster: number): number[] {
  const out = execFileSync('ps', ['-e', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' });
  const lines = out.split('\n').map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line));
  return lines.filter((line) => Number(line?.[2]) === postmaster && line?.[3]?.includes('huiyin_app')).map((line) => Number(line![1]));
}

/**
 * Kills a process of Postgres with -9 `kills` times while eight people work and a timer looks after promises. The server throws everything in memory away,
 * recovers from its log and comes back; whoever was answered must find their word there, once.
 */
async function survive(kills: number, actors = 8): Promise<Survived> {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'huiyin-kill-'));
  fs.chmodSync(dataDir, 0o711);
  const pg = await startPostgres({ dataDir });
  await migrateDatabase(pg.ownerUrl, 'db/migrations');
  let now = BEGIN;
  const clock = () => now;
  const { db, close } = connect(pg.appUrl, { max: 10 });
  const waiting = new Set<Promise<void>>();
  const reports: string[] = [];
  const house: House = {
    db,
    close,
    clock,
    newId: idsBy(clock),
    tokens: await openTokens(SECRETS.TOKEN_SECRET, clock),
    passes: await openPasses(SECRETS.TOKEN_SECRET, clock),
    numbers: openNumbers(SECRETS.NUMBER_KEY, SECRETS.NUMBER_INDEX_KEY),
    storage: null,
    wechat: null,
    push: null,
    publicAddress: null,
    cronSecret: SECRETS.CRON_SECRET,
    addressOf: (request) => request.headers.get('x-test-address') ?? 'here',
    later: (work) => {
      const one: Promise<void> = work()
        .catch(() => {})
        .finally(() => waiting.delete(one));
      waiting.add(one);
    },
    report: (what, error) => reports.push(`${what}: ${String(error)} ${String((error as { cause?: unknown }).cause ?? '')}`),
  };
  const planted = await plantCompany(db, { now: shanghaiTime('2026-01-02 08:00'), newId: house.newId, seal: house.numbers.seal }, 'named');
  const app = createApp(house);
  const seen: Survived = { kills: 0, requests: 0, acknowledged: 0, away: 0, longestSilenceMilliseconds: 0, wrong: [] };
  const tickets: string[] = [];
  const said: { ticketId: string; text: string }[] = [];
  let isOver = false;
  let killedAt: number | null = null;
  let taps = 0;

  async function ask(name: string, method: 'GET' | 'POST', url: string, body?: object): Promise<Record<string, unknown>> {
    const key = `kill-${taps++}-${process.pid}`;
    for (let tries = 0; tries < PATIENCE; tries += 1) {
      const token = await house.tokens.sign(planted.people.get(name)!);
      seen.requests += 1;
      const answer = await app.fetch(
        new Request(`http://house/api${url}`, {
          method,
          headers: { authorization: `Bearer ${token}`, ...(body ? { 'content-type': 'application/json', 'idempotency-key': key } : {}) },
          ...(body ? { body: JSON.stringify(body) } : {}),
        }),
      );
      const answered = (await answer.json()) as Record<string, unknown>;
      if (answer.status === 200) {
        if (killedAt !== null) {
          seen.longestSilenceMilliseconds = Math.max(seen.longestSilenceMilliseconds, performance.now() - killedAt);
          killedAt = null;
        }
        return answered;
      }
      if (answer.status !== 503) {
        seen.wrong.push(`${method} ${url} answered ${answer.status} ${JSON.stringify(answered)}`);
        return answered;
      }
      seen.away += 1;
      if (!answer.headers.get('retry-after')) seen.wrong.push('a 503 without Retry-After');
      await pause(20);
    }
    throw new Error('Postgres never came back');
  }

  async function work(index: number): Promise<void> {
    const [resident, label] = index % 2 === 0 ? ['王秀兰', 'WT 3栋2单元502'] : ['马建军', 'WT 1栋2单元702'];
    for (let turn = 0; !isOver; turn += 1) {
      const text = `第 ${index}-${turn} 句`;
      const made = await ask(resident!, 'POST', '/tickets', {
        place: 'home',
        homeId: planted.homes.get(label!),
        category: turn % 3 ? 'doors' : 'burst_pipe',
        words: text,
      });
      const ticketId = String(made.id);
      tickets.push(ticketId);
      said.push({ ticketId, text });
      const answer = `第 ${index}-${turn} 答`;
      await ask('林晓芸', 'POST', `/tickets/${ticketId}/say`, { words: answer });
      said.push({ ticketId, text: answer });
      const sent = `第 ${index}-${turn} 派`;
      await ask('林晓芸', 'POST', `/tickets/${ticketId}/dispatch`, { technicianId: planted.people.get('赵建国'), content: sent });
      said.push({ ticketId, text: sent });
      seen.acknowledged += 3;
      await ask('林晓芸', 'GET', '/workbench');
    }
  }

  async function timer(): Promise<void> {
    while (!isOver) {
      now = new Date(now.getTime() + 60_000);
      await lookAfter(house).catch(() => {});
      await pause(20);
    }
  }

  async function murder(): Promise<void> {
    const admin = postgres(pg.adminUrl, { max: 1, onnotice: () => {} });
    const [row] = await admin<
      { pid: number }[]
    >`select pg_read_file('postmaster.pid') as text, split_part(pg_read_file('postmaster.pid'), chr(10), 1)::int as pid`;
    const postmaster = row!.pid;
    await admin.end({ timeout: 1 });
    for (let kill = 0; kill < kills; kill += 1) {
      const before = seen.acknowledged;
      // Only a server that works is killed: a few writes were acknowledged since the last time, and it stands again (an answer under way at the kill counts too).
      let backends = backendsOf(postmaster);
      for (let wait = 0; seen.acknowledged < before + 6 || backends.length === 0; wait += 1) {
        if (wait > PATIENCE) throw new Error('nothing was acknowledged any more');
        await pause(10);
        if (seen.acknowledged >= before + 6) backends = backendsOf(postmaster);
      }
      const victim = backends[(kill * 7) % backends.length]!;
      killedAt = performance.now();
      process.kill(victim, 'SIGKILL');
      seen.kills += 1;
      // With it all others go; until then one of them may still answer, and what is answered after that is answered by a server that came back.
      for (let wait = 0; backendsOf(postmaster).some((pid) => backends.includes(pid)); wait += 1) {
        if (wait > PATIENCE) throw new Error('the others outlived the kill');
        await pause(10);
      }
    }
  }

  try {
    const working = [...Array.from({ length: actors }, (_, index) => work(index)), timer()];
    await murder().finally(() => {
      isOver = true;
    });
    await Promise.all(working);
    await Promise.all(waiting);
    // The last kill may have come when everybody had just been answered.
    await ask('林晓芸', 'GET', '/workbench');
    // Twice: the first may still meet a connection that died with the last kill, and puts off what it had in hand.
    for (let turn = 0; turn < 2; turn += 1) {
      now = new Date(now.getTime() + 3_600_000);
      await lookAfter(house);
    }
    await judge(house, seen, tickets, said);
    seen.wrong.push(...reports.filter((line) => line.startsWith('a request failed')));
  } finally {
    await close().catch(() => {});
    await pg.stop();
    fs.rmSync(dataDir, { recursive: true, force: true });
  }
  return seen;
}

/** Every acknowledged write is there once, the ledger is what the events make of it, nobody was told twice, and nothing waits. */
async function judge(house: House, seen: Survived, tickets: string[], said: { ticketId: string; text: string }[]): Promise<void> {
  const { db } = house;
  const rows = <T extends Record<string, unknown>>(statement: ReturnType<typeof sql>) => db.execute<T>(statement);
  const [{ n } = { n: -1 }] = await rows<{ n: number }>(sql`select count(*)::int as n from tickets`);
  if (n !== tickets.length || new Set(tickets).size !== tickets.length) seen.wrong.push(`${n} tickets stand, ${tickets.length} were acknowledged`);
  const bodies = new Map(
    (await rows<{ key: string; n: number }>(sql`select ticket_id || '/' || body as key, count(*)::int as n from contacts group by 1`)).map((row) => [
      row.key,
      row.n,
    ]),
  );
  for (const { ticketId, text } of said)
    if (bodies.get(`${ticketId}/${text}`) !== 1) seen.wrong.push(`“${text}” stands ${bodies.get(`${ticketId}/${text}`) ?? 0} times`);
  const twice = await rows(
    sql`select 1 from inbox group by person_id, subject, case when did in ('warned', 'missed', 'told') then facts::text else event_id::text end, did having count(*) > 1`,
  );
  if (twice.length > 0) seen.wrong.push(`${twice.length} people were told twice`);
  const [{ open } = { open: -1 }] = await rows<{ open: number }>(sql`select count(*)::int as open from outbox where done_at is null`);
  if (open !== 0) seen.wrong.push(`${open} messages were never sent`);
  await expectReplayed({ house, now: house.clock } as World);
}

// A process of its own: what a driver throws from a timer must be seen to end it, or not.
const survived = await survive(Number(process.argv[2] ?? 5));
process.stdout.write(`${JSON.stringify(survived)}\n`);
process.exit(survived.wrong.length === 0 ? 0 : 1);
