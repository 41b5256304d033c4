import { describe, expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { openWeChat } from '../../api/wechat/client.ts';
import { numberOf, storyOfSignIn } from '../support/sign-in.ts';
import { WECHAT } from '../support/wechat.ts';

const { s, phones, post, whoIs, signIn, passOf, byPhone, ask, requests, accounts } = storyOfSignIn();

describe('one WeChat a person, one person a WeChat', () => {
  test('a new WeChat of the same person ends the sessions of the old one', async () => {
    const old = await byPhone('o-old', '王秀兰');
    s.at('2026-03-02 10:00');
    await ask('o-new', { name: '王秀兰', home: '3栋2单元502', phone: numberOf('王秀兰') });
    const [request] = await requests('林晓芸');
    await (await s.client('林晓芸')).acceptBinding({
      id: request!.id,
      personId: await s.personId('王秀兰'),
      proof: 'at_home',
      words: '上门见到本人',
    });
    const fresh = await signIn('o-new');
    expect([await whoIs(old.token), await whoIs(fresh.token)]).toEqual([401, '王秀兰']);
    expect(await accounts()).toEqual([['o-new', '王秀兰']]);
    expect((await signIn('o-old')).token).toBeNull();
  });

  test('a WeChat that moves on to another person leaves nobody signed in on it', async () => {
    const first = await byPhone('o-shared', '王秀兰');
    s.world.house.wechat = openWeChat({
      appId: WECHAT.appId,
      appSecret: WECHAT.appSecret,
      clock: s.world.now,
      report: s.world.house.report,
      address: phones.address,
    });
    const pass = await s.world.house.passes.sign({ kind: 'stranger', openid: 'o-shared' });
    const second = await post('/sign-in/phone', { pass, code: phones.phoneCode(numberOf('李德明')) });
    expect([await whoIs(first.token), await whoIs(second.token)]).toEqual([401, '李德明']);
    expect(await accounts()).toEqual([['o-shared', '李德明']]);
  });

  test('many at once: one WeChat bound by eight people, one person bound by eight WeChats, each time one outcome', async () => {
    const names = ['王秀兰', '李德明', '陈一鸣', '吴晓雯', '方国栋', '周文静', '马建军', '许若琳'];
    const pass = await passOf('o-one');
    const tokens = await Promise.all(names.map((name) => post('/sign-in/phone', { pass, code: phones.phoneCode(numberOf(name)) })));
    expect(tokens.map((one) => one.status)).toEqual(names.map(() => 200));
    const [[, winner]] = (await accounts()) as [[string, string]];
    expect(await Promise.all(tokens.map((one) => whoIs(one.token)))).toEqual(names.map((name) => (name === winner ? winner : 401)));

    const openids = names.map((_, index) => `o-many-${index}`);
    const passes = await Promise.all(openids.map(passOf));
    const many = await Promise.all(passes.map((one) => post('/sign-in/phone', { pass: one, code: phones.phoneCode(numberOf('高志远')) })));
    expect(many.map((one) => one.status)).toEqual(names.map(() => 200));
    const open = (await accounts()).filter(([, name]) => name === '高志远');
    expect(open).toHaveLength(1);
    const signedIn = await Promise.all(many.map((one) => whoIs(one.token)));
    expect(signedIn.map((who, index) => (who === 200 || who === '高志远' ? openids[index] : null)).filter(Boolean)).toEqual([open[0]![0]]);
  });

  test('the same binding twice at once is one binding, and both answers are good', async () => {
    const pass = await passOf('o-wang');
    const both = await Promise.all([1, 2].map(() => post('/sign-in/phone', { pass, code: phones.phoneCode(numberOf('王秀兰')) })));
    expect(await Promise.all(both.map((one) => whoIs(one.token)))).toEqual(['王秀兰', '王秀兰']);
    const [row] = await s.world.house.db.execute<{ n: number }>(sql`select count(*)::int as n from wechat_accounts`);
    expect(row!.n).toBe(1);
  });

  test('two swap their WeChats at the same instant: nobody waits for ever, each pair is whole', async () => {
    for (let round = 0; round < 5; round += 1) {
      const [a, b] = await Promise.all([`o-a${round}`, `o-b${round}`].map(passOf));
      const bind = (pass: string | undefined, name: string) => post('/sign-in/phone', { pass, code: phones.phoneCode(numberOf(name)) });
      await Promise.all([bind(a, '王秀兰'), bind(b, '李德明')]);
      const swapped = await Promise.all([bind(a, '李德明'), bind(b, '王秀兰')]);
      expect(swapped.map((one) => one.status)).toEqual([200, 200]);
      const open = (await accounts()).filter(([openid]) => openid === `o-a${round}` || openid === `o-b${round}`);
      expect(new Set(open.map(([, name]) => name)).size).toBe(open.length);
    }
  });

  test('signed out everywhere: the phone does not come back by itself, a tap does; unbound, not even a tap', async () => {
    await byPhone('o-wang', '王秀兰');
    s.at('2026-03-02 12:00');
    const asSomebody = (person: string) => post('/sign-in/wechat', { code: phones.loginCode('o-wang'), silently: true, person });
    expect((await asSomebody(s.world.house.newId())).code).toBe('sign-in/required');
    expect(await whoIs((await asSomebody(await s.personId('王秀兰'))).token)).toBe('王秀兰');
    expect(await whoIs((await signIn('o-wang', true)).token)).toBe('王秀兰');
    const other = (await signIn('o-wang')).token!;
    s.at('2026-03-02 12:01');
    await post('/session/sign-out-everywhere', {}, { authorization: `Bearer ${other}` });
    s.at('2026-03-02 12:02');
    expect((await signIn('o-wang', true)).code).toBe('sign-in/required');
    const back = (await signIn('o-wang')).token;
    expect(await whoIs(back)).toBe('王秀兰');
    expect(await whoIs((await signIn('o-wang', true)).token)).toBe('王秀兰');
    s.at('2026-03-02 12:03');
    const mine = await s.world.app.fetch(new Request('http://house/api/session/wechat', { headers: { authorization: `Bearer ${back}` } }));
    expect(((await mine.json()) as { boundAt: string }).boundAt).toBe('2026-03-02T01:00:00.000Z');
    expect((await post('/session/wechat/unbind', {}, { authorization: `Bearer ${back}` })).status).toBe(200);
    expect(await whoIs(back)).toBe(401);
    expect((await signIn('o-wang')).token).toBeNull();
  });
});
