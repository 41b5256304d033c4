import { createCipheriv, createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { answerPush } from '../../api/wechat/push.ts';
import { type HttpStory, httpStory } from '../support/http-story.ts';
import { openStandIn, type StandIn, WECHAT } from '../support/wechat.ts';
import { digestTables } from '../support/writes.ts';

let s: HttpStory;
let standIn: StandIn;
beforeAll(async () => {
  s = await httpStory();
  s.at('2026-03-02 09:00');
  standIn = await openStandIn(() => s.world.now());
  s.world.house.push = { token: WECHAT.pushToken, key: WECHAT.pushKey, appId: WECHAT.appId };
});
afterAll(async () => {
  await standIn.close();
  await s.close();
});
beforeEach(() => {
  s.at('2026-03-02 09:00');
  s.world.reports.length = 0;
});

type Push = ReturnType<StandIn['push']>;
const EVENT = { MsgType: 'event', Event: 'something_new', CreateTime: 1 };
const ask = async (query: string, init: RequestInit = {}) => {
  const answer = await answerPush(s.world.house, new Request(`http://house/api/wechat?${query}`, init));
  return [answer.status, await answer.text()] as const;
};
const knock = ({ query, body }: Push) => ask(query, { method: 'POST', body });
const codeOf = ([status, text]: readonly [number, string]) => [status, (JSON.parse(text) as { code: string }).code];
const minutesAgo = (minutes: number) => new Date(s.world.now().getTime() - minutes * 60_000);

/** A push with whatever inside, sealed and signed as WeChat's would be. */
function sealed(plain: Uint8Array, pad: Uint8Array, encode: (sealed: Buffer) => string = (bytes) => bytes.toString('base64')): Push {
  const key = Buffer.from(`${WECHAT.pushKey}=`, 'base64');
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  return signed(encode(Buffer.concat([cipher.update(Buffer.concat([plain, pad])), cipher.final()])));
}

function signed(Encrypt: string, body: string = JSON.stringify({ Encrypt })): Push {
  const timestamp = String(Math.floor(s.world.now().getTime() / 1000));
  const nonce = randomBytes(4).toString('hex');
  const msg_signature = createHash('sha1').update([WECHAT.pushToken, timestamp, nonce, Encrypt].sort().join('')).digest('hex');
  return { query: new URLSearchParams({ timestamp, nonce, msg_signature }).toString(), body };
}

const letter = (text: string, appId = WECHAT.appId, length = Buffer.byteLength(text)) => {
  const said = Buffer.alloc(4);
  said.writeUInt32BE(length);
  return Buffer.concat([randomBytes(16), said, Buffer.from(text), Buffer.from(appId)]);
};
const padTo32 = (plain: Uint8Array) => {
  const pad = 32 - (plain.length % 32);
  return Buffer.alloc(pad, pad);
};

describe('the address is verified', () => {
  test('by an echo, as text, for whoever knows the token', async () => {
    expect(await ask(standIn.verification('5087'))).toEqual([200, '5087']);
    const answer = await answerPush(s.world.house, new Request(`http://house/api/wechat?${standIn.verification('<script>')}`));
    expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  });

  test('not with another token, another signature, or late', async () => {
    expect(codeOf(await ask(standIn.verification('5087', 'another')))).toEqual([401, 'push/refused']);
    expect(codeOf(await ask('echostr=5087'))).toEqual([401, 'push/refused']);
    const old = standIn.verification('5087');
    s.at('2026-03-02 09:06');
    expect(codeOf(await ask(old))).toEqual([401, 'push/refused']);
  });
});

describe('a push', () => {
  test('that is good is taken, also one nobody here knows what to do with', async () => {
    expect(await knock(standIn.push(EVENT))).toEqual([200, 'success']);
    expect(await knock(standIn.push({ MsgType: 'text', Content: '你好' }))).toEqual([200, 'success']);
    for (const Event of ['toString', '__proto__', 'constructor', '']) expect(await knock(standIn.push({ Event }))).toEqual([200, 'success']);
  });

  test('of every length there is between two blocks of padding', async () => {
    for (let length = 0; length < 34; length += 1)
      expect(await knock(standIn.push({ Event: 'x', pad: 'y'.repeat(length) }))).toEqual([200, 'success']);
  });

  test('forged, changed on its way, for another mini-program, or without any of its parts is refused', async () => {
    expect(codeOf(await knock(standIn.push(EVENT, undefined, { signature: '0'.repeat(40) })))).toEqual([401, 'push/refused']);
    expect(codeOf(await knock(standIn.push(EVENT, undefined, { signature: '' })))).toEqual([401, 'push/refused']);
    expect(codeOf(await knock(standIn.push(EVENT, undefined, { appId: 'wxffffffffffffffff' })))).toEqual([401, 'push/refused']);
    const [one, other] = [standIn.push(EVENT), standIn.push({ Event: 'another' })];
    expect(codeOf(await knock({ query: one.query, body: other.body }))).toEqual([401, 'push/refused']);
    for (const name of ['msg_signature', 'timestamp', 'nonce']) {
      const query = new URLSearchParams(one.query);
      query.delete(name);
      expect([name, ...codeOf(await knock({ query: query.toString(), body: one.body }))]).toEqual([name, 401, 'push/refused']);
    }
    // The signature of plain mode covers nothing that is inside.
    const plain = new URLSearchParams(one.query);
    plain.set('msg_signature', plain.get('signature')!);
    expect(codeOf(await knock({ query: plain.toString(), body: one.body }))).toEqual([401, 'push/refused']);
  });

  test('five minutes old is taken, older is not, nor one from the future, nor one of no time at all', async () => {
    expect(await knock(standIn.push(EVENT, minutesAgo(5)))).toEqual([200, 'success']);
    expect(codeOf(await knock(standIn.push(EVENT, minutesAgo(5.1))))).toEqual([401, 'push/refused']);
    expect(codeOf(await knock(standIn.push(EVENT, minutesAgo(-6))))).toEqual([401, 'push/refused']);
    for (const timestamp of ['', 'NaN', '1e9', '-1', '9'.repeat(30), ' 1'])
      expect(codeOf(await knock(standIn.push(EVENT, undefined, { timestamp })))).toEqual([401, 'push/refused']);
  });

  test('that is broken inside is said to be, never a 500', async () => {
    const good = letter(JSON.stringify(EVENT));
    expect(await knock(sealed(good, padTo32(good)))).toEqual([200, 'success']);
    const broken: Record<string, Push> = {
      'cut short': sealed(good, padTo32(good), (bytes) => bytes.subarray(0, -7).toString('base64')),
      'cut to one block': sealed(good, padTo32(good), (bytes) => bytes.subarray(0, 16).toString('base64')),
      'padding of nought': sealed(good, Buffer.alloc(padTo32(good).length)),
      'padding too long': sealed(good, Buffer.alloc(padTo32(good).length, 33)),
      'padding not all the same': sealed(good, Buffer.concat([Buffer.from([1]), padTo32(good).subarray(1)])),
      'padding and nothing else': sealed(Buffer.alloc(0), Buffer.alloc(32, 32)),
      'a length past the end': sealed(letter('{}', WECHAT.appId, 4_000_000_000), padTo32(letter('{}'))),
      'no JSON': sealed(letter('{"Event":'), padTo32(letter('{"Event":'))),
      'a list': sealed(letter('[]'), padTo32(letter('[]'))),
      'an event that is no word': sealed(letter('{"Event":7}'), padTo32(letter('{"Event":7}'))),
      'no base64': signed('这不是密文'),
      'an empty text': signed(''),
      'XML, as the console may be set': signed('x', '<xml><Encrypt>x</Encrypt></xml>'),
      'no envelope': signed('x', '{}'),
      'no body': signed('x', ''),
    };
    for (const [what, push] of Object.entries(broken)) expect([what, ...codeOf(await knock(push))]).toEqual([what, 400, 'request/malformed']);
    expect(s.world.reports).toEqual([]);
  });

  test('of a megabyte is not read to its end', async () => {
    expect(codeOf(await knock({ ...standIn.push(EVENT), body: 'x'.repeat(1_000_000) }))).toEqual([413, 'request/too-large']);
  });

  test('is not answered where this house takes none, nor by other methods', async () => {
    expect(codeOf(await ask(standIn.verification('x'), { method: 'PUT', body: 'x' }))).toEqual([405, 'request/wrong-method']);
    const demo = { ...s.world.house, push: null };
    expect((await answerPush(demo, new Request(`http://house/api/wechat?${standIn.verification('x')}`))).status).toBe(404);
  });

  test('about a picture nobody knows comes again, one that is no verdict does not', async () => {
    expect(codeOf(await knock(standIn.push({ Event: 'wxa_media_check', trace_id: 'who' })))).toEqual([404, 'push/unknown-picture']);
    expect(codeOf(await knock(standIn.push({ Event: 'wxa_media_check' })))).toEqual([400, 'request/malformed']);
    for (const trace_id of ["x'; drop table checks", '', 'a\u0000b', 7, ['a'], 'x'.repeat(201)])
      expect(codeOf(await knock(standIn.push({ Event: 'wxa_media_check', trace_id })))).toEqual([400, 'request/malformed']);
    expect(await s.world.house.db.execute(sql`select 1 from checks`)).toHaveLength(0);
  });
});

describe('whatever is thrown at the door', () => {
  test('2000 raw bodies, signed and unsigned: no bug, every refusal in Chinese, nothing stored', async () => {
    const before = await digestTables(s.world);
    const bytes = fc.uint8Array({ maxLength: 300 });
    const signedBytes = bytes.map((body) => signed(Buffer.from(body).toString('base64')));
    const sealedBytes = bytes.map((body) => sealed(body, padTo32(body)));
    const sealedJson = fc.json({ maxDepth: 3 }).map((text) => sealed(letter(text), padTo32(letter(text))));
    const verdicts = fc
      .record({ Event: fc.constant('wxa_media_check'), trace_id: fc.anything(), errcode: fc.anything(), result: fc.anything() })
      .map((event) => standIn.push(event));
    const raw = fc.record({ query: fc.webQueryParameters(), body: fc.oneof(fc.string(), fc.json()) });
    await fc.assert(
      fc.asyncProperty(fc.oneof(signedBytes, sealedBytes, sealedJson, verdicts, raw), async (push) => {
        const [status, text] = await knock(push);
        if (status === 200) return expect(text).toBe('success');
        expect([400, 401, 404, 413]).toContain(status);
        expect((JSON.parse(text) as { title: string }).title).toMatch(/[\u4e00-\u9fff]{4}/);
      }),
      { seed: 20_260_321, numRuns: 2_000 },
    );
    expect(s.world.reports).toEqual([]);
    expect(await digestTables(s.world)).toEqual(before);
  });
});
