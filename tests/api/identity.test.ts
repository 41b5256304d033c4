import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { createApp } from '../../api/app.ts';
import type { House } from '../../api/context.ts';
import { maskNumber, openNumbers } from '../../api/identity/numbers.ts';
import { openTokens } from '../../api/identity/tokens.ts';
import { connect } from '../../db/connect.ts';
import { drawNumber } from '../../db/queries/counters.ts';
import { shanghaiTime } from '../../shared/kernel/time.ts';
import { seriesOf, ticketNumber } from '../../shared/tickets/kinds.ts';
import { openWorld, SECRETS, type World } from '../support/world.ts';

const SOMEBODY = '01a15fdd-063a-7593-ab3f-2ad78571ebf4';
const ANOTHER = '01a15fdd-063a-7593-ab3f-2ad95866709d';

describe('tokens keep their contract', () => {
  let now = shanghaiTime('2026-03-02 09:00');
  const clock = () => now;

  test('say who signed in and when, until their life is over; a foreign or broken one says nothing', async () => {
    const tokens = await openTokens(SECRETS.TOKEN_SECRET, clock, 120);
    const token = await tokens.sign(SOMEBODY);
    expect(await tokens.verify(token)).toEqual({ personId: SOMEBODY, signedInAt: now, issuedAt: now });
    now = shanghaiTime('2026-03-02 10:59');
    expect(await tokens.verify(token)).not.toBeNull();
    now = shanghaiTime('2026-03-02 11:00');
    expect(await tokens.verify(token)).toBeNull();
    now = shanghaiTime('2026-03-02 09:00');
    const foreign = await openTokens(SECRETS.CRON_SECRET, clock, 120);
    expect(await tokens.verify(await foreign.sign(SOMEBODY))).toBeNull();
    const [, payload] = token.split('.');
    const none = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}.`;
    for (const broken of ['', 'x', none, token.slice(0, -2), await tokens.sign('not-an-id')]) expect(await tokens.verify(broken)).toBeNull();
  });
});

/** A token of any shape, signed with our own secret: what only a mistake of ours could make. */
async function forge(payload: Record<string, unknown>, secretHex = SECRETS.TOKEN_SECRET, alg = 'HS256'): Promise<string> {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const hash = alg === 'HS512' ? 'SHA-512' : 'SHA-256';
  const key = await crypto.subtle.importKey('raw', Buffer.from(secretHex, 'hex'), { name: 'HMAC', hash }, false, ['sign']);
  const signed = `${part({ alg })}.${part(payload)}`;
  return `${signed}.${Buffer.from(await crypto.subtle.sign('HMAC', key, Buffer.from(signed))).toString('base64url')}`;
}

describe('who is let in', () => {
  let world: World;
  let now: Date;
  let house: House;
  beforeEach(async () => {
    world = await openWorld();
    now = shanghaiTime('2026-03-02 09:00');
    house = { ...world.house, clock: () => now, tokens: await openTokens(SECRETS.TOKEN_SECRET, () => now) };
  });
  afterEach(() => world.close());

  const asks = async (token: string, path = '/session', init: RequestInit = {}) =>
    createApp(house).fetch(new Request(`http://house/api${path}`, { ...init, headers: { ...init.headers, authorization: `Bearer ${token}` } }));
  const isIn = async (token: string) => (await asks(token)).status === 200;
  const signsOutEverywhere = (token: string) =>
    asks(token, '/session/sign-out-everywhere', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' });
  const personId = async (name: string) => (await world.house.db.execute<{ id: string }>(sql`select id from people where name = ${name}`))[0]!.id;
  const later = (milliseconds: number) => {
    now = new Date(now.getTime() + milliseconds);
  };

  test('a good token, and none that is expired, foreign, of another algorithm, cut, changed, or says too little', async () => {
    const sub = await personId('王秀兰');
    const seconds = now.getTime() / 1000;
    const whole = { sub, iat: seconds, auth_time: seconds, exp: seconds + 60 };
    expect(await isIn(await forge(whole))).toBe(true);
    const good = await forge(whole);
    const [head, , signature] = good.split('.');
    const other = Buffer.from(JSON.stringify({ ...whole, sub: await personId('蔡建华') })).toString('base64url');
    const refused: Record<string, string> = {
      expired: await forge({ ...whole, exp: seconds }),
      'signed with another of our secrets': await forge(whole, SECRETS.CRON_SECRET),
      'another algorithm, our secret': await forge(whole, SECRETS.TOKEN_SECRET, 'HS512'),
      'alg none': `${Buffer.from('{"alg":"none"}').toString('base64url')}.${good.split('.')[1]}.`,
      'alg none, signed': `${Buffer.from('{"alg":"none"}').toString('base64url')}.${good.split('.')[1]}.${signature}`,
      'another person in it': `${head}.${other}.${signature}`,
      'no subject': await forge({ ...whole, sub: undefined }),
      'a subject that is no id': await forge({ ...whole, sub: "' or true --" }),
      'a subject nobody has': await forge({ ...whole, sub: SOMEBODY }),
      'no issue': await forge({ ...whole, iat: undefined }),
      'no sign-in': await forge({ ...whole, auth_time: undefined }),
      'a sign-in that is no number': await forge({ ...whole, auth_time: '2026' }),
      'no end': await forge({ ...whole, exp: undefined }),
    };
    const found: string[] = [];
    for (const [what, token] of Object.entries(refused)) if (await isIn(token)) found.push(what);
    expect(found).toEqual([]);
    expect(world.reports).toEqual([]);
  });

  test('a person whose row is gone is nobody at the next request', async () => {
    const owner = connect(world.urls.owner, { max: 1 });
    await owner.db.execute(sql`insert into people (id, name) values (${SOMEBODY}, '路人')`);
    const token = await house.tokens.sign(SOMEBODY);
    expect(await isIn(token)).toBe(true);
    await owner.db.execute(sql`delete from people where id = ${SOMEBODY}`);
    await owner.close();
    expect((await asks(token)).status).toBe(401);
  });

  test('signing out everywhere ends every older token at once, to the millisecond, and none that is newer', async () => {
    const sub = await personId('王秀兰');
    const hours = await house.tokens.sign(sub);
    now = new Date('2026-03-02T01:30:00.200Z');
    const justBefore = await house.tokens.sign(sub);
    later(300);
    expect((await signsOutEverywhere(hours)).status).toBe(200);
    const sameInstant = await house.tokens.sign(sub);
    later(1);
    const justAfter = await house.tokens.sign(sub);
    expect(await Promise.all([hours, justBefore, sameInstant, justAfter].map(isIn))).toEqual([false, false, false, true]);
    expect(await isIn(await house.tokens.sign(await personId('李德明'), new Date('2026-03-02T01:00:00Z')))).toBe(true);
    later(60_000);
    expect(await isIn(justAfter)).toBe(true);
  });

  test('a token renewed from an older sign-in ends with it, even when it was signed after', async () => {
    const sub = await personId('王秀兰');
    const thief = await house.tokens.sign(sub);
    later(60_000);
    const renewed = ((await (await asks(thief)).json()) as { token: string }).token;
    expect((await house.tokens.verify(renewed))!.signedInAt).toEqual(shanghaiTime('2026-03-02 09:00'));
    later(60_000);
    const mine = await house.tokens.sign(sub);
    later(1000);
    expect((await signsOutEverywhere(mine)).status).toBe(200);
    later(1000);
    // What a request that read its viewer just before the sign-out would still have signed just after it.
    const raced = await house.tokens.sign(sub, shanghaiTime('2026-03-02 09:00'));
    expect(await Promise.all([thief, renewed, mine, raced].map(isIn))).toEqual([false, false, false, false]);
    expect((await signsOutEverywhere(renewed)).status).toBe(401);
  });

  test('signing out again never lets an older token back in', async () => {
    const sub = await personId('王秀兰');
    await world.house.db.execute(sql`update people set signed_out_before = '2026-03-02T02:00:00Z' where id = ${sub}`);
    const ahead = await house.tokens.sign(sub, new Date('2026-03-02T02:00:00.001Z'));
    expect((await signsOutEverywhere(ahead)).status).toBe(200);
    expect(await isIn(await house.tokens.sign(sub, new Date('2026-03-02T01:59:59Z')))).toBe(false);
    expect(await isIn(ahead)).toBe(true);
  });
});

describe('phone numbers keep their contract', () => {
  const numbers = openNumbers(SECRETS.NUMBER_KEY, SECRETS.NUMBER_INDEX_KEY);

  test('open for their own person only, never look the same twice, and are found by their index', () => {
    const sealed = numbers.seal('13800006000', SOMEBODY);
    const again = numbers.seal('13800006000', SOMEBODY);
    expect(numbers.open(sealed.phoneCipher, SOMEBODY)).toBe('13800006000');
    expect(numbers.open(sealed.phoneCipher, ANOTHER)).toBeNull();
    expect(numbers.open(`${sealed.phoneCipher.slice(0, -4)}AAA=`, SOMEBODY)).toBeNull();
    expect(again.phoneCipher).not.toBe(sealed.phoneCipher);
    expect(again.phoneIndex).toBe(sealed.phoneIndex);
    expect(JSON.stringify(sealed)).not.toContain('13800006000');
    expect(openNumbers(SECRETS.NUMBER_INDEX_KEY, SECRETS.NUMBER_INDEX_KEY).open(sealed.phoneCipher, SOMEBODY)).toBeNull();
  });

  test('are shown by their last four', () => {
    expect(maskNumber('6000')).toBe('1** **** 6000');
    expect(maskNumber(null)).toBe('没有登记号码');
  });
});

describe('numbering keeps its contract', () => {
  test('a series is estate, kind and day in Shanghai; the running part grows past three digits', () => {
    expect(seriesOf('WT', 'repair', shanghaiTime('2026-11-21 00:00'))).toBe('WT-BX-261121');
    expect(seriesOf('WT', 'repair', shanghaiTime('2026-11-20 23:59'))).toBe('WT-BX-261120');
    expect([ticketNumber('WT-BX-261121', 7), ticketNumber('WT-BX-261121', 1000)]).toEqual(['WT-BX-261121-007', 'WT-BX-261121-1000']);
  });

  test('twenty at once are twenty different numbers; another series begins at one', async () => {
    const world = await openWorld();
    try {
      const [office] = await world.house.db.execute<{ id: string }>(sql`select id from offices where letters = 'WT'`);
      const drawn = await Promise.all(Array.from({ length: 20 }, () => drawNumber(world.house.db, office!.id, 'WT-BX-261121')));
      expect([...drawn].sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
      expect(await drawNumber(world.house.db, office!.id, 'WT-BX-261122')).toBe(1);
    } finally {
      await world.close();
    }
  });
});
