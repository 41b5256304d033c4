// How much of what Postgres alone could do is left when the same requests come over HTTP.
import { type ChildProcess, fork, spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import postgres from 'postgres';
import { createApp } from '../../api/app.ts';
import { SECRETS } from '../support/world.ts';
import { benchTokens, openWatchedHouse, type Statement } from './house.ts';
import { homeId, OFFICES, officeId, personId, STAFF } from './ids.ts';
import { type Ask, loadFor } from './load.ts';
import { FRESH, hasPgbench, pgbench } from './pgbench.ts';
import type { Stage, Urls } from './stage.ts';
import type { Row } from './table.ts';

export const CONNECTIONS = 32;
const AIM = 0.35;
const KINDS = ['create', 'list', 'detail', 'workbench'] as const;
type Kind = (typeof KINDS)[number];

/**
 * One request of each kind for each estate: residents report and list, agents look at tickets and their workbench.
 * @param fresh other homes than before: how often one may report is limited
 */
async function asksOf(urls: Urls, fresh = 0): Promise<Record<Kind, Ask[]>> {
  const tokens = await benchTokens();
  const sql = postgres(urls.admin, { max: 1, onnotice: () => {} });
  const asks: Record<Kind, Ask[]> = { create: [], list: [], detail: [], workbench: [] };
  for (let office = 0; office < OFFICES; office += 1) {
    const home = 60 + ((office + fresh) % 200);
    const resident = await tokens.sign(personId(office, home));
    const agent = await tokens.sign(personId(office, STAFF.agent));
    const [ticket] = await sql`select id from tickets where office_id = ${officeId(office)} order by id desc limit 1`;
    const body = JSON.stringify({
      place: 'home',
      homeId: homeId(office, home),
      category: office % 5 === 0 ? 'burst_pipe' : 'doors',
      words: '门锁打不开了，麻烦师傅来看看',
    });
    asks.create.push({ method: 'POST', path: '/api/tickets', token: resident, body, key: true });
    asks.list.push({ method: 'GET', path: '/api/tickets', token: resident });
    if (ticket) asks.detail.push({ method: 'GET', path: `/api/tickets/${ticket.id}`, token: agent });
    asks.workbench.push({ method: 'GET', path: '/api/workbench', token: agent });
  }
  await sql.end();
  return asks;
}

const freshId = (nth: number) => `0195ffff-0000-7${nth.toString(16).padStart(3, '0')}-8000-${FRESH}`;

/** What each request sends, in its frames, and what it leaves for after the answer; new ids and numbers stand as FRESH. */
async function statementsOf(urls: Urls, asks: readonly Ask[]): Promise<Statement[][]> {
  const { house, sent } = await openWatchedHouse(urls.app);
  const waiting: (() => Promise<void>)[] = [];
  const sql = postgres(urls.admin, { max: 1, onnotice: () => {}, connection: { session_replication_role: 'replica' } as never });
  let ids = 0;
  const app = createApp({
    ...house,
    newId: () => {
      ids += 1;
      return freshId(ids);
    },
    later: (work) => waiting.push(work),
  });
  await app.fetch(new Request('http://house/api/session', { headers: { authorization: `Bearer ${asks[0]!.token}` } }));
  const requests: Statement[][] = [];
  for (const [nth, ask] of asks.entries()) {
    sent();
    ids = 0;
    const headers: Record<string, string> = { authorization: `Bearer ${ask.token}`, 'content-type': 'application/json' };
    if (ask.key) headers['idempotency-key'] = `bench-${nth}-${FRESH}`;
    const answer = await app.fetch(
      new Request(`http://house${ask.path}`, ask.body === undefined ? { headers } : { method: 'POST', headers, body: ask.body }),
    );
    const body = (await answer.json()) as { number?: string };
    if (answer.status !== 200) throw new Error(`${ask.path}: ${answer.status} ${JSON.stringify(body)}`);
    for (let work = waiting.shift(); work; work = waiting.shift()) await work();
    const number = ask.body === undefined ? '' : (body.number ?? '');
    const fresh = number.replace(/\d+$/, FRESH);
    requests.push(
      sent('with frames').map(({ text, parameters }) => ({
        text,
        parameters: parameters.map((one) => (number && typeof one === 'string' ? one.replaceAll(number, fresh) : one)),
      })),
    );
    // Its row would stand in the next one's way: the same ids.
    if (ask.key) await forget(sql, freshId(1));
  }
  await sql.end();
  await house.close();
  return requests;
}

/** Takes a captured ticket away again: the next capture makes the same ids. */
async function forget(sql: postgres.Sql, ticketId: string): Promise<void> {
  const [ticket] = await sql`select office_id from tickets where id = ${ticketId}`;
  if (!ticket) return;
  const ids = Array.from({ length: 40 }, (_, nth) => freshId(nth + 1));
  await sql`delete from inbox where office_id = ${ticket.office_id} and event_id = any(${ids}::uuid[])`;
  for (const [table, column] of [
    ['followers', 'ticket_id'],
    ['assignments', 'ticket_id'],
    ['promises', 'subject'],
    ['events', 'subject'],
    ['contacts', 'ticket_id'],
    ['tickets', 'id'],
  ] as const)
    await sql`delete from ${sql(table)} where office_id = ${ticket.office_id} and ${sql(column)} = ${ticketId}`;
}

interface Server {
  port: number;
  child: ChildProcess;
  memory(): Promise<number>;
  end(): Promise<void>;
}

const here = path.dirname(fileURLToPath(import.meta.url));

/** The host as a process of its own. */
export async function startServer(url: string, connection: 'direct' | 'pooled', profile?: string): Promise<Server> {
  const child = fork(path.join(here, 'server.ts'), {
    execArgv: ['--import', 'tsx', ...(profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : [])],
    env: { PATH: process.env.PATH, TZ: process.env.TZ, ...SECRETS, DATABASE_URL: url, DATABASE_CONNECTION: connection },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const told = <T>() =>
    new Promise<T>((resolve, reject) => {
      child.once('message', (message) => resolve(message as T));
      child.once('exit', (code) => reject(new Error(`the host ended with ${code}`)));
    });
  const { port } = await told<{ port: number }>();
  return {
    port,
    child,
    memory: async () => {
      child.send('memory');
      return (await told<{ rss: number }>()).rss;
    },
    end: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.send('end');
        setTimeout(() => child.kill('SIGKILL'), 5_000).unref();
      }),
  };
}

const apart = (a: number, b: number) => `${((Math.abs(a - b) / Math.max(a, b, 1)) * 100).toFixed(0)} %`;

/** HTTP against pgbench for each kind, twice by turns; then the host's memory, and the same requests through PgBouncer. */
export async function throughputRows(stage: Stage, filled: Urls, seconds: number, profile?: string): Promise<Row[]> {
  const rows: Row[] = [];
  const urls = await stage.copy(filled, 'bench_throughput');
  const asks = await asksOf(urls);
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'huiyin-pgbench-'));
  const server = await startServer(urls.app, 'direct', profile);
  const unprepared = await startServer(urls.app, 'pooled');
  try {
    for (const kind of KINDS) await loadFor(server.port, asks[kind], CONNECTIONS, 2);
    const before = await server.memory();
    let refused = 0;
    for (const kind of KINDS) {
      const requests = hasPgbench() ? await statementsOf(urls, asks[kind]) : [];
      const http: number[] = [];
      const plain: number[] = [];
      const direct: number[] = [];
      for (let turn = 0; turn < 2; turn += 1) {
        const load = await loadFor(server.port, asks[kind], CONNECTIONS, seconds);
        refused += load.refused;
        http.push(load.perSecond);
        if (requests.length > 0) direct.push(await pgbench(urls.app, requests, CONNECTIONS, seconds, folder));
        plain.push((await loadFor(unprepared.port, asks[kind], CONNECTIONS, seconds)).perSecond);
      }
      const mean = (all: number[]) => all.reduce((sum, one) => sum + one, 0) / all.length;
      const figures = { 'http/s': Math.round(mean(http)), 'http/s not prepared': Math.round(mean(plain)), 'http A/A': apart(http[0]!, http[1]!) };
      if (direct.length === 0) {
        rows.push({
          part: 'throughput',
          what: kind,
          figures,
          verdict: 'not run',
          why: 'pgbench is missing: apt-get install postgresql-15 (or postgresql-contrib)',
        });
        continue;
      }
      const ratio = mean(http) / mean(direct);
      rows.push({
        part: 'throughput',
        what: kind,
        figures: {
          ...figures,
          'pgbench/s': Math.round(mean(direct)),
          'pgbench A/A': apart(direct[0]!, direct[1]!),
          statements: requests[0]!.length,
          ratio,
        },
        verdict: ratio >= AIM ? 'held' : 'broken',
        why: `aim ${AIM}`,
      });
    }
    rows.push({
      part: 'memory',
      what: 'the host under load, MB',
      figures: { before: Math.round(before), after: Math.round(await server.memory()), refused },
      verdict: refused === 0 ? 'shown' : 'broken',
      why: '',
    });
  } finally {
    await server.end();
    await unprepared.end();
  }
  rows.push(...(await poolerRows(urls, await asksOf(urls, 1), seconds)));
  await stage.drop(urls);
  fs.rmSync(folder, { recursive: true, force: true });
  return rows;
}

const POOLER = ['/usr/sbin/pgbouncer', '/usr/bin/pgbouncer', '/usr/local/bin/pgbouncer'].find((file) => fs.existsSync(file));

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = net.createServer();
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as net.AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

/** The same requests through PgBouncer in transaction mode, ten connections behind it. */
async function poolerRows(urls: Urls, asks: Record<Kind, Ask[]>, seconds: number): Promise<Row[]> {
  if (!POOLER)
    return [
      {
        part: 'pooler',
        what: 'PgBouncer, transaction mode',
        figures: {},
        verdict: 'not run',
        why: 'pgbouncer is missing: apt-get install pgbouncer',
      },
    ];
  const url = new URL(urls.app);
  const port = await freePort();
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'huiyin-pgbouncer-'));
  const ini = path.join(folder, 'pgbouncer.ini');
  fs.writeFileSync(
    ini,
    `[databases]\n${urls.name} = host=127.0.0.1 port=${url.port} user=${url.username} password=${url.password}\n[pgbouncer]\nlisten_addr = 127.0.0.1\nlisten_port = ${port}\nunix_socket_dir =\nauth_type = any\npool_mode = transaction\ndefault_pool_size = 10\nignore_startup_parameters = extra_float_digits,idle_in_transaction_session_timeout\n`,
    { mode: 0o644 },
  );
  fs.chmodSync(folder, 0o755);
  // It refuses to run as root.
  const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
  const pooler = spawn(POOLER, ['-q', ini], { ...nobody, cwd: '/', stdio: 'ignore' });
  const through = new URL(urls.app);
  through.port = String(port);
  try {
    await new Promise((resolve) => setTimeout(resolve, 1000));
    const server = await startServer(through.toString(), 'pooled');
    const version = /PgBouncer ([\d.]+)/.exec(spawnSync(POOLER, ['--version'], { encoding: 'utf8' }).stdout)?.[1] ?? '';
    const rows: Row[] = [];
    for (const kind of KINDS) {
      const load = await loadFor(server.port, asks[kind], CONNECTIONS, seconds);
      rows.push({
        part: 'pooler',
        what: `PgBouncer ${version}, transaction mode: ${kind}`,
        figures: { 'http/s': Math.round(load.perSecond), answered: load.answered, refused: load.refused },
        verdict: load.answered > 0 && load.refused === 0 ? 'held' : 'broken',
        why: ['every request answered', ...load.examples].join('; '),
      });
    }
    await server.end();
    return rows;
  } finally {
    pooler.kill('SIGINT');
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
