import { beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { answerCron } from '../../api/caretaking.ts';
import { readEnvironment } from '../../api/environment.ts';
import { answerRefusal, describeError } from '../../api/http/answer.ts';
import { API } from '../../shared/contract/index.ts';
import { storyOfAll } from '../support/api-story.ts';
import type { Told } from '../support/story.ts';
import { WECHAT } from '../support/wechat.ts';
import { SECRETS } from '../support/world.ts';

const s = storyOfAll();
let ticket: Told;
beforeAll(async () => {
  ticket = await s.resident('王秀兰').reports({ category: 'doors', words: '门坏了' });
});

const post = (path: string, body: unknown, headers: Record<string, string> = {}, name: string | null = '王秀兰') =>
  s.fetch(name, path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': `tap-${Math.random().toString(36).slice(2)}`, ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
const codeOf = async (answer: Response) => [answer.status, ((await answer.json()) as { code: string }).code];

describe('a database that is away', () => {
  const statusOf = (code: string) => {
    const reports: string[] = [];
    const failed = new Error('Failed query', { cause: Object.assign(new Error('gone'), { code }) });
    const answer = answerRefusal({ report: (what) => reports.push(what) }, failed);
    return [answer.status, answer.headers.get('retry-after'), reports.length];
  };

  test.each(['ECONNREFUSED', 'EPIPE', 'ETIMEDOUT', 'CONNECTION_CLOSED', 'CONNECT_TIMEOUT', '57P01', '53300', '53100', '08006', '40P01', '40001'])(
    '%s is answered 503 with Retry-After',
    (code) => expect(statusOf(code)).toEqual([503, '2', 0]),
  );

  test.each(['23505', '42P01', 'ENOENT', 'ERR_INVALID_ARG_TYPE'])('%s is ours, and reported', (code) =>
    expect(statusOf(code)).toEqual([500, null, 1]),
  );
});

describe('refusals', () => {
  test('are problem+json in Chinese, naming the field', async () => {
    const answer = await post('/tickets', { place: 'home', homeId: 'not-an-id', category: 'nonsense', surprise: 1 });
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    const body = (await answer.json()) as { status: number; title: string; errors: { field: string; message: string }[] };
    expect(body.status).toBe(422);
    expect(body.errors.map((one) => one.field).sort()).toEqual(['category', 'homeId', 'surprise']);
    for (const { message } of body.errors) expect(message).toMatch(/[\u4e00-\u9fff]/);
  });

  test('whatever is sent, nothing is stored and nothing is a bug', async () => {
    const before = await s.world.house.db.execute(sql`select count(*) from contacts`);
    const homeId = await s.homeId('3栋2单元502');
    const good = { place: 'home', homeId, category: 'doors', words: '门坏了' };
    expect(await codeOf(await post('/tickets', '{"a":'))).toEqual([400, 'request/malformed']);
    expect(await codeOf(await post('/tickets', '[]'))).toEqual([422, 'request/invalid']);
    expect(await codeOf(await post('/tickets', 'null'))).toEqual([422, 'request/invalid']);
    expect(await codeOf(await post('/tickets', good, { 'content-type': 'text/plain' }))).toEqual([415, 'request/wrong-type']);
    expect(await codeOf(await post('/tickets', { ...good, words: 'x'.repeat(100_000) }))).toEqual([413, 'request/too-large']);
    expect(await codeOf(await post('/tickets', { ...good, words: '坏\u0000了' }))).toEqual([422, 'request/invalid']);
    expect(await codeOf(await post('/tickets', `{"place":"home","homeId":"${homeId}","category":"doors","words":"\\ud800"}`))).toEqual([
      422,
      'request/invalid',
    ]);
    expect(await codeOf(await post('/tickets', { ...good, danger: 'yes' }))).toEqual([422, 'request/invalid']);
    expect(await codeOf(await post('/tickets', good, { 'idempotency-key': '!' }))).toEqual([422, 'request/invalid']);
    expect(await codeOf(await post('/tickets', { ...good, homeId: await s.homeId('2栋1单元801') }))).toEqual([403, 'home/not-yours']);
    expect(
      await codeOf(await post(`/tickets/${ticket.id}/agree`, { what: 'repaired', dueBy: '275760-09-13T00:00:00Z', channel: 'phone', why: '等' })),
    ).toEqual([422, 'request/invalid']);
    expect(await codeOf(await post('/tickets/abc/say', { words: '在吗' }))).toEqual([422, 'request/invalid']);
    expect(await codeOf(await post(`/tickets/${crypto.randomUUID()}/say`, { words: '在吗' }))).toEqual([404, 'seen/not-found']);
    expect(await codeOf(await s.fetch('王秀兰', '/tickets?after=zzz'))).toEqual([422, 'request/invalid']);
    expect(await codeOf(await s.fetch('王秀兰', '/tickets?show=open&show=done'))).toEqual([400, 'request/malformed']);
    for (const name of ['__proto__', 'constructor', 'toString', 'unknown'])
      expect([name, ...(await codeOf(await s.fetch('王秀兰', `/tickets?${name}=1`)))]).toEqual([name, 422, 'request/invalid']);
    expect(await codeOf(await s.fetch('林晓芸', '/workbench?after=2026-99-01_x'))).toEqual([422, 'request/invalid']);
    for (const year of ['%2B275760-09-13', '-000001-01-01', '0000-01-01', '2026-13-45'])
      expect(await codeOf(await s.fetch('林晓芸', `/workbench?after=${year}T00:00:00.000Z_${crypto.randomUUID()}`))).toEqual([
        422,
        'request/invalid',
      ]);
    expect(await codeOf(await s.fetch('林晓芸', `/tickets/${crypto.randomUUID()}/technicians`))).toEqual([404, 'seen/not-found']);
    expect(await codeOf(await post(`/tickets/${ticket.id}/say`, { words: '\u200b\u2060' }))).toEqual([422, 'request/invalid']);
    expect(await codeOf(await post(`/tickets/${ticket.id}/say`, { words: '漏\u200d'.repeat(501) }))).toEqual([422, 'request/invalid']);
    expect(await codeOf(await s.fetch('王秀兰', '/nowhere'))).toEqual([404, 'request/unknown-route']);
    expect(await codeOf(await s.fetch(null, '/%2e%2e/etc/passwd'))).toEqual([404, 'request/unknown-route']);
    expect(await codeOf(await s.fetch('王秀兰', '/tickets', { method: 'DELETE' }))).toEqual([405, 'request/wrong-method']);
    expect(await s.world.house.db.execute(sql`select count(*) from contacts`)).toEqual(before);
    expect(s.world.reports).toEqual([]);
  });

  test('a refusal of what was typed names something: the field, the file, the key, or the body as a whole', async () => {
    const fieldsOf = async (answer: Response) => ((await answer.json()) as { errors?: { field: string }[] }).errors?.map((one) => one.field);
    for (const body of ['[]', 'null', '1', '"x"']) expect(await fieldsOf(await post('/tickets', body))).toEqual(['body']);
    expect(await fieldsOf(await s.fetch('王秀兰', '/tickets?=1'))).toEqual(['body']);
    const form = new FormData();
    form.set('file', new Blob(['x']), 'x.jpg');
    expect(await fieldsOf(await s.fetch(null, '/files', { method: 'POST', body: form }))).toEqual(['file']);
    const say = (words: string) => post(`/tickets/${ticket.id}/say`, { words }, { 'idempotency-key': 'the-same-tap' });
    expect((await say('在吗')).status).toBe(200);
    expect(await fieldsOf(await say('在不在'))).toEqual(['Idempotency-Key']);
  });

  test('a bug is logged by code and place, never by what somebody typed', () => {
    const bug = Object.assign(new Error('invalid input: 王秀兰 13800006000'), { code: '22P02' });
    expect(describeError(bug)).toContain('22P02');
    expect(describeError(bug)).not.toMatch(/王秀兰|1380000/);
  });
});

describe('who is asking', () => {
  test('nobody: please sign in; a broken, foreign or old token is nobody', async () => {
    expect(await codeOf(await s.fetch(null, '/tickets'))).toEqual([401, 'sign-in/required']);
    for (const token of ['x', 'a.b.c', `${await s.world.house.tokens.sign(await s.personId('王秀兰'))}x`])
      expect(await codeOf(await s.fetch(null, '/tickets', { headers: { authorization: `Bearer ${token}` } }))).toEqual([401, 'sign-in/required']);
    const old = await s.world.house.tokens.sign(await s.personId('王秀兰'));
    s.at('2026-03-02 11:01');
    expect(await codeOf(await s.fetch(null, '/tickets', { headers: { authorization: `Bearer ${old}` } }))).toEqual([401, 'sign-in/required']);
    s.at('2026-03-02 09:00');
  });

  test('a dismissed colleague is out at once, and so is everybody signed out', async () => {
    const token = await s.world.house.tokens.sign(await s.personId('何静'));
    const asked = () => s.fetch(null, '/workbench', { headers: { authorization: `Bearer ${token}` } });
    expect(((await (await asked()).json()) as { items: unknown[] }).items).toHaveLength(1);
    await s.world.house.db.execute(sql`update appointments set until_at = '2026-03-02T00:30:00Z' where person_id = ${await s.personId('何静')}`);
    expect(((await (await asked()).json()) as { items: unknown[] }).items).toHaveLength(0);
    await s.world.house.db.execute(sql`update people set signed_out_before = '2026-03-02T02:00:00Z' where id = ${await s.personId('何静')}`);
    expect((await asked()).status).toBe(401);
  });
});

describe('the doors', () => {
  test('cron refuses without its secret, and looks after promises with it', async () => {
    const ask = (authorization?: string) =>
      answerCron(s.world.house, new Request('http://house/api/cron', authorization ? { headers: { authorization } } : {}));
    expect((await ask()).status).toBe(401);
    expect((await ask('Bearer ')).status).toBe(401);
    expect((await ask(`Bearer ${'0'.repeat(64)}`)).status).toBe(401);
    const answer = await ask(`Bearer ${SECRETS.CRON_SECRET}`);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ steps: 0, messages: 0, oldestLookSeconds: 0, oldestOutboxSeconds: 0 });
  });

  test('a start without its secrets names what is missing and never a value', () => {
    const { appId, appSecret, pushToken, pushKey } = WECHAT;
    const wechat = { WECHAT_APP_ID: appId, WECHAT_APP_SECRET: appSecret, WECHAT_PUSH_TOKEN: pushToken, WECHAT_PUSH_KEY: pushKey };
    const given = { DATABASE_URL: 'postgres://somewhere', ...SECRETS, ...wechat };
    expect(readEnvironment(given).TOKEN_SECRET).toBe(SECRETS.TOKEN_SECRET);
    for (const name of Object.keys(given)) expect(() => readEnvironment({ ...given, [name]: undefined })).toThrow(name);
    expect(() => readEnvironment({ ...given, TOKEN_SECRET: 'short' })).toThrow('TOKEN_SECRET');
    expect(() => readEnvironment({ ...given, TOKEN_SECRET: 'short' })).not.toThrow('short');
  });

  test('describe themselves in OpenAPI 3.1, every route of the contract and no other', async () => {
    const document = (await (await s.fetch(null, '/openapi.json')).json()) as { openapi: string; paths: Record<string, Record<string, unknown>> };
    expect(document.openapi).toBe('3.1.0');
    const described = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(described.sort()).toEqual(
      Object.values(API)
        .map((route) => `${route.method} /api${route.path}`)
        .sort(),
    );
    expect(JSON.stringify(document)).toContain('#/components/schemas/TicketDetail');
  });

  test('health gives ages only', async () => {
    const body = (await (await s.fetch(null, '/health')).json()) as object;
    expect(Object.keys(body).sort()).toEqual(['now', 'oldestLookSeconds', 'oldestOutboxSeconds']);
  });
});
