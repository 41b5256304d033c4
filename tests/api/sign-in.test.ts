import { describe, expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { SignJWT } from 'jose';
import { openPasses } from '../../api/identity/passes.ts';
import { limitOn } from '../../shared/limits/limits.ts';
import { numberOf, storyOfSignIn } from '../support/sign-in.ts';
import { SECRETS } from '../support/world.ts';

const { s, phones, expectsReports, post, whoIs, signIn, passOf, byPhone, ask, accounts } = storyOfSignIn();

describe('手册 A1 用微信登录', () => {
  test('认识的微信直接登录；不认识的先绑定：微信担保的号码登记过，就绑上', async () => {
    const stranger = await signIn('o-wang');
    expect([stranger.token, stranger.asked]).toEqual([null, null]);
    const bound = await post('/sign-in/phone', { pass: stranger.pass, code: phones.phoneCode(numberOf('王秀兰')) });
    expect(await whoIs(bound.token)).toBe('王秀兰');
    const again = await signIn('o-wang');
    expect([await whoIs(again.token), again.pass]).toEqual(['王秀兰', null]);
  });

  test('没有登记的号码：说清楚要服务中心登记，什么也不绑', async () => {
    const answer = await post('/sign-in/phone', { pass: await passOf('o-nobody'), code: phones.phoneCode('13900000001') });
    expect([answer.status, answer.code]).toEqual([409, 'binding/number-unknown']);
    expect(answer.title).toContain('服务中心');
    expect(await accounts()).toEqual([]);
  });

  test('国外的号码请改填；同一个号码码只能用一次', async () => {
    const pass = await passOf('o-wang');
    expect((await post('/sign-in/phone', { pass, code: phones.phoneCode('5550100', '1') })).code).toBe('wechat/foreign-number');
    const code = phones.phoneCode(numberOf('王秀兰'));
    expect((await post('/sign-in/phone', { pass, code })).status).toBe(200);
    expect((await post('/sign-in/phone', { pass, code })).code).toBe('wechat/code-used');
  });

  test('条子十分钟：09:10 整过期', async () => {
    const pass = await passOf('o-wang');
    s.at('2026-03-02 09:09');
    expect((await post('/sign-in/phone', { pass, code: phones.phoneCode('13900000001') })).code).toBe('binding/number-unknown');
    s.at('2026-03-02 09:10');
    expect((await post('/sign-in/phone', { pass, code: phones.phoneCode(numberOf('王秀兰')) })).code).toBe('sign-in/pass-over');
  });

  test('同事的号码不能一键绑定，要邀请码；又住这里又在这里上班的也一样', async () => {
    for (const name of ['赵建国', '何静']) expect((await byPhone('o-x', name)).code).toBe('sign-in/invitation-needed');
    expect(await accounts()).toEqual([]);
  });
});

describe('a pass and a session are never each other', () => {
  test('a pass opens nothing, a session token binds nothing, whatever either is made to say', async () => {
    const { house, now } = s.world;
    const personId = await s.personId('王秀兰');
    const passOfPerson = await house.passes.sign({ kind: 'stranger', openid: personId });
    expect(await whoIs(passOfPerson)).toBe(401);
    const token = await house.tokens.sign(personId);
    const code = phones.phoneCode(numberOf('王秀兰'));
    expect((await post('/sign-in/phone', { pass: token, code })).code).toBe('sign-in/pass-over');
    const key = (hex: string) => crypto.subtle.importKey('raw', Buffer.from(hex, 'hex'), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
    const seconds = now().getTime() / 1000;
    const forged = (header: object, payload: object) =>
      key(SECRETS.TOKEN_SECRET).then((secret) =>
        new SignJWT({ sub: personId, iat: seconds, exp: seconds + 600, auth_time: seconds, ...payload })
          .setProtectedHeader({ alg: 'HS256', ...header })
          .sign(secret),
      );
    // The same secret even: a session that is addressed to somebody is none, and a pass made with it is none either.
    expect(await whoIs(await forged({}, {}))).toBe('王秀兰');
    expect(await whoIs(await forged({ typ: 'stranger+jwt' }, { aud: 'binding' }))).toBe(401);
    expect(await house.passes.verify(await forged({ typ: 'stranger+jwt' }, { aud: 'binding' }))).toBeNull();
    const foreign = await openPasses(SECRETS.CRON_SECRET, now);
    expect(await house.passes.verify(await foreign.sign({ kind: 'stranger', openid: 'o-wang' }))).toBeNull();
    expect(await house.passes.verify(await house.passes.sign({ kind: 'stranger', openid: 'o-wang' }))).toEqual({
      kind: 'stranger',
      openid: 'o-wang',
    });
  });
});

describe('what WeChat may answer', () => {
  test.each([
    [40029, 409, 'wechat/code-used'],
    [40163, 409, 'wechat/code-used'],
    [45011, 429, 'wechat/too-often'],
    [-1, 503, 'wechat/away'],
    [40164, 503, 'wechat/away'],
    ['timeout', 503, 'wechat/away'],
    ['gateway', 503, 'wechat/away'],
    ['lost', 503, 'wechat/away'],
  ] as const)('%s at sign-in and at the number is said as %i %s; a fresh code goes on', async (how, status, code) => {
    if (how === -1 || how === 40164) expectsReports(/WeChat refuses code2Session/, /WeChat refuses getPhoneNumber/);
    phones.trouble('jscode2session', how);
    const refused = await signIn('o-wang');
    expect([refused.status, refused.code]).toEqual([status, code]);
    const pass = await passOf('o-wang');
    phones.trouble('getuserphonenumber', how);
    const unbound = await post('/sign-in/phone', { pass, code: phones.phoneCode(numberOf('王秀兰')) });
    expect([unbound.status, unbound.code]).toEqual([status, code]);
    expect(await accounts()).toEqual([]);
    expect((await post('/sign-in/phone', { pass, code: phones.phoneCode(numberOf('王秀兰')) })).status).toBe(200);
  });

  test('our answer was lost on its way: the app takes a new code, and one binding stands', async () => {
    await byPhone('o-wang', '王秀兰');
    const once = await signIn('o-wang');
    expect(await whoIs(once.token)).toBe('王秀兰');
    expect(await accounts()).toEqual([['o-wang', '王秀兰']]);
    // The very same pass, another number code: the binding that stands, not a second one, and nobody is signed out.
    const again = await byPhone('o-ma', '马建军');
    expect(await whoIs(again.token)).toBe('马建军');
    expect(await whoIs(once.token)).toBe('王秀兰');
    const [row] = await s.world.house.db.execute<{ n: number }>(sql`select count(*)::int as n from wechat_accounts`);
    expect(row!.n).toBe(2);
  });

  test('nobody asks a WeChat that is not there, nor with a code that is none', async () => {
    s.world.house.wechat = null;
    expect((await post('/sign-in/wechat', { code: 'x' })).code).toBe('wechat/absent');
    const odd = await post('/sign-in/wechat', { code: 'x y\u0000' });
    expect([odd.status, odd.errors?.[0]?.field]).toEqual([422, 'code']);
  });
});

describe('how often', () => {
  test('one WeChat, whatever its addresses; then others from there still may', async () => {
    const pass = await passOf('o-busy');
    const { count } = limitOn('bindOne', s.world.now());
    const tryOnce = (given: string, address: string) =>
      post('/sign-in/phone', { pass: given, code: phones.phoneCode('13900000001') }, { 'x-test-address': address });
    for (let left = count; left > 0; left -= 1) expect((await tryOnce(pass, `10.0.0.${left}`)).code).toBe('binding/number-unknown');
    const paid = phones.calls.getuserphonenumber;
    const refused = await tryOnce(pass, '10.0.1.1');
    expect([refused.status, refused.code, phones.calls.getuserphonenumber]).toEqual([429, 'request/too-many', paid]);
    expect((await tryOnce(await passOf('o-calm'), '10.0.1.1')).code).toBe('binding/number-unknown');
  });

  test('one address, whatever its WeChats; another address still may', async () => {
    const { count } = limitOn('invite', s.world.now());
    const tryOnce = async (openid: string, address: string) => {
      const pass = await s.world.house.passes.sign({ kind: 'stranger', openid });
      return post('/sign-in/invitation', { pass, invitation: '0'.repeat(25), code: 'x' }, { 'x-test-address': address });
    };
    for (let left = count; left > 0; left -= 1) expect((await tryOnce(`o-${left}`, 'here')).code).toBe('invitation/not-good');
    expect((await tryOnce('o-more', 'here')).code).toBe('request/too-many');
    expect((await tryOnce('o-more', 'there')).code).toBe('invitation/not-good');
  });

  test('addresses and WeChats are counted hidden', async () => {
    await ask('o-secret');
    const rows = await s.world.house.db.execute<{ who: string }>(sql`select what, who from limit_uses order by what`);
    expect(rows.map((row) => (row as unknown as { what: string }).what)).toEqual(['ask', 'askOne', 'signIn']);
    for (const { who } of rows) expect(who).toMatch(/^[0-9a-f]{64}$/);
  });
});
