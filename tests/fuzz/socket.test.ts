import net from 'node:net';
import { serve } from '@hono/node-server';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { PROBLEMS, type ProblemBody } from '../../shared/kernel/problem.ts';
import { writesSince, writesSoFar } from '../support/writes.ts';
import { openTarget, type Target } from './fuzz.ts';

let target: Target;
let server: ReturnType<typeof serve>;
let port: number;
let token: string;
beforeAll(async () => {
  target = await openTarget();
  token = target.tokens.get('王秀兰')!;
  await new Promise<void>((resolve) => {
    server = serve({ fetch: target.app.fetch, port: 0, hostname: '127.0.0.1' }, (info) => {
      port = info.port;
      resolve();
    });
  });
}, 60_000);
afterAll(async () => {
  (server as net.Server).close();
  await target?.story.close();
});

/** How a connection ends: half of it by us, cut off, when it goes quiet, or by the server itself. */
type End = 'half' | 'cut' | 'wait' | 'closes';

/** What came back over one connection before it ended, went quiet or was cut. */
function send(chunks: readonly (string | Uint8Array)[], end: End): Promise<string> {
  return new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1');
    let heard = '';
    let quiet: NodeJS.Timeout | undefined;
    const finish = () => {
      clearTimeout(quiet);
      socket.destroy();
      resolve(heard);
    };
    const listen = (milliseconds: number) => {
      clearTimeout(quiet);
      quiet = setTimeout(finish, milliseconds);
    };
    socket.on('data', (data) => {
      heard += data.toString('latin1');
      listen(end === 'closes' ? 10_000 : 150);
    });
    socket.on('error', finish);
    socket.on('close', finish);
    socket.on('connect', () => {
      for (const chunk of chunks) socket.write(chunk);
      if (end === 'half') socket.end();
      if (end === 'cut') setTimeout(() => socket.destroy(), 30);
      listen(end === 'cut' ? 60 : end === 'closes' ? 10_000 : 1_000);
    });
  });
}

const ask = (line: string, headers: Record<string, string> = {}, body = '') =>
  `${line} HTTP/1.1\r\nHost: house\r\nAuthorization: Bearer ${token}\r\n${Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('')}\r\n${body}`;
const JSON_KEY = { 'Content-Type': 'application/json', 'Idempotency-Key': 'over-a-socket-1' };

/** The statuses that came back; each app refusal must be problem+json. What Node's parser or its adapter turns away before the app hears of it (400, 417, 431) has no body. */
function judge(heard: string): { statuses: number[]; faults: string[] } {
  const statuses: number[] = [];
  const faults: string[] = [];
  for (const part of heard.split(/(?=HTTP\/1\.1 \d{3} )/)) {
    const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(part)?.[1]);
    if (!status) continue;
    statuses.push(status);
    if (status >= 500) faults.push(part.slice(0, 300));
    const body = /\r\n\r\n([\s\S]*)$/.exec(part)?.[1] ?? '';
    const isNodesOwn = [400, 431, 417].includes(status) && (body === '' || body === '0\r\n\r\n');
    if (status < 400 || isNodesOwn) continue;
    if (!/content-type: application\/problem\+json/i.test(part)) faults.push(`no problem+json: ${part.slice(0, 300)}`);
    else if (body.startsWith('{')) {
      const problem = JSON.parse(Buffer.from(body, 'latin1').toString('utf8')) as ProblemBody;
      if (PROBLEMS[problem.code]?.status !== status) faults.push(`${problem.code} with ${status}`);
    }
  }
  return { statuses, faults };
}

/** Sends something wrong; whatever is said of it, nothing is stored, nothing is reported, and the next caller is served. */
async function wrong(name: string, chunks: readonly (string | Uint8Array)[], end: End = 'wait'): Promise<number[]> {
  const { world } = target.story;
  const so = await writesSoFar(world.house.db);
  const { statuses, faults } = judge(await send(chunks, end));
  const alive = judge(await send([ask('GET /api/health', { Connection: 'close' })], 'wait')).statuses;
  expect([name, faults, alive, await writesSince(world.house.db, so), world.reports]).toEqual([name, [], [200], [], []]);
  return statuses;
}

const say = () => `/api/tickets/${target.pool.tickets[0]}/say`;
const BODY = JSON.stringify({ words: '在吗' });
const LENGTH = String(Buffer.byteLength(BODY));

describe('over a real socket', () => {
  test('a body shorter or longer than it says, cut off, or never coming', async () => {
    await wrong('shorter, then closed', [ask(`POST ${say()}`, { ...JSON_KEY, 'Content-Length': '500' }, BODY)], 'half');
    await wrong('shorter, then cut', [ask(`POST ${say()}`, { ...JSON_KEY, 'Content-Length': '500' }, BODY)], 'cut');
    await wrong('never coming', [ask(`POST ${say()}`, { ...JSON_KEY, 'Content-Length': '500' })], 'cut');
    await wrong('half of it', [ask(`POST ${say()}`, { ...JSON_KEY, 'Content-Length': String(Number(LENGTH) - 3) }, BODY)]);
    await wrong('two lengths', [ask(`POST ${say()}`, { ...JSON_KEY, 'Content-Length': `${LENGTH}\r\nContent-Length: 2` }, BODY)]);
    await wrong('a length and chunks', [ask(`POST ${say()}`, { ...JSON_KEY, 'Content-Length': '5', 'Transfer-Encoding': 'chunked' }, '0\r\n\r\n')]);
    for (const length of ['-1', 'x', '1e3', '99999999999999999999', '10485760'])
      await wrong(`length ${length}`, [ask(`POST ${say()}`, { ...JSON_KEY, 'Content-Length': length })], 'cut');
  });

  test('chunks cut off, without end, or no chunks at all', async () => {
    const chunked = ask(`POST ${say()}`, { ...JSON_KEY, 'Transfer-Encoding': 'chunked' });
    await wrong('cut off', [chunked, '5\r\n{"wor'], 'cut');
    await wrong('closed half-way', [chunked, '5\r\n{"wor\r\n'], 'half');
    await wrong('a bad size', [chunked, 'zz\r\n{"words":"x"}\r\n0\r\n\r\n']);
    await wrong('a huge size', [chunked, 'ffffffffffffffff\r\n{'], 'cut');
    expect(await wrong('empty', [chunked, '0\r\n\r\n'])).toEqual([400]);
    expect(await wrong('too many small ones', [chunked, ...Array.from({ length: 700 }, () => `80\r\n${'x'.repeat(128)}\r\n`), '0\r\n\r\n'])).toEqual([
      413,
    ]);
  });

  test('ten megabytes really sent are refused before they are read', async () => {
    const big = Buffer.alloc(10 * 1024 * 1024, 0x61);
    const said = await wrong('ten megabytes', [ask(`POST ${say()}`, { ...JSON_KEY, 'Content-Length': String(big.length) }), big]);
    expect([[413], []]).toContainEqual(said);
    const form = ask('POST /api/files', { 'Content-Type': 'multipart/form-data; boundary=b', 'Content-Length': String(big.length) });
    expect([[413], []]).toContainEqual(await wrong('ten megabytes of photo', [form, big]));
  });

  test('bad addresses, bad bytes, headers that are too large', async () => {
    for (const path of [
      '/api/tickets/%',
      '/api/tickets/%ff',
      '/api/tickets/%00',
      '/api/%2e%2e/%2e%2e/etc/passwd',
      '/api/tickets/\u00ff\u00fe',
      '/api//tickets',
      '//api/tickets',
      '/api/tickets?after=%',
      '/api/tickets?%=1',
      `/api/${'x'.repeat(9_000)}`,
    ])
      await wrong(path.slice(0, 60), [Buffer.from(ask(`GET ${path}`), 'latin1')]);
    expect(await wrong('a header too large', [ask('GET /api/tickets', { 'X-Huge': 'x'.repeat(20_000) })])).toEqual([431]);
    await wrong('a thousand headers', [
      ask('GET /api/session', Object.fromEntries(Array.from({ length: 1_000 }, (_, index) => [`X-${index}`, 'x']))),
    ]);
    for (const line of [
      'GET http://elsewhere/api/session',
      'GET *',
      'OPTIONS *',
      'BREW /api/tickets',
      'CONNECT house:443',
      'TRACE /api/tickets',
      'GET',
      '',
      'GET /api/tickets HTTP/9.9',
      '\u0000\u0001',
    ])
      await wrong(line, [Buffer.from(ask(line), 'latin1')], 'wait');
    for (const host of ['', 'a b', 'house:99999', '[', 'x'.repeat(300), '\u00ff'])
      await wrong(`host ${host}`.slice(0, 40), [
        Buffer.from(`GET /api/session HTTP/1.1\r\nHost: ${host}\r\nAuthorization: Bearer ${token}\r\n\r\n`, 'latin1'),
      ]);
    await wrong('no host', ['GET /api/session HTTP/1.1\r\n\r\n']);
    await wrong('a name in the token that no header takes', [
      Buffer.from('GET /api/session HTTP/1.1\r\nHost: house\r\nAuthorization: Bearer \u00e9\u00ff\r\n\r\n', 'latin1'),
    ]);
    expect(await wrong('wait for it', [ask(`POST ${say()}`, { ...JSON_KEY, Expect: 'the-moon', 'Content-Length': LENGTH }, BODY)])).toEqual([417]);
  });

  test('several requests in one breath are answered in order, each for itself', async () => {
    const statuses = await wrong(
      'pipelined',
      [
        ask('GET /api/session') +
          ask('GET /api/tickets/%ff') +
          ask('GET /api/nowhere') +
          ask('POST /api/tickets', { 'Content-Type': 'text/plain', 'Idempotency-Key': 'pipelined-1', 'Content-Length': '2' }, '{}') +
          ask('GET /api/health', { Connection: 'close' }),
      ],
      'closes',
    );
    expect(statuses).toEqual([200, 422, 404, 415, 200]);
  });

  test('any bytes at all: no bug, nothing stored, and the next caller is served', async () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc
        .tuple(
          fc.constantFrom('GET ', 'POST ', 'HEAD ', 'get '),
          fc.uint8Array({ maxLength: 60 }),
          fc.constantFrom(' HTTP/1.1\r\n', ' HTTP/1.0\r\n', '\r\n'),
          fc.uint8Array({ maxLength: 100 }),
        )
        .map(([verb, path, version, rest]) =>
          Buffer.concat([Buffer.from(`${verb}/api/`), path, Buffer.from(`${version}Host: house\r\n`), rest, Buffer.from('\r\n\r\n')]),
        ),
    );
    await fc.assert(
      fc.asyncProperty(bytes, async (given) => {
        await wrong('bytes', [given], 'half');
      }),
      { seed: Number(process.env.FUZZ_SEED ?? 20_260_321), numRuns: 60, endOnFailure: true, includeErrorInReport: true },
    );
  }, 120_000);
});
