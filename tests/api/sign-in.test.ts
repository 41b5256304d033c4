import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { SignJWT } from 'jose';
import { openPasses } from '../../api/identity/passes.ts';
import { openWeChat } from '../../api/wechat/client.ts';
import { connect } from '../../db/connect.ts';
import { PEOPLE } from '../../db/seeds/company.ts';
import { limitOn } from '../../shared/limits/limits.ts';
import { type HttpStory, httpStory } from '../support/http-story.ts';
import { openStandIn, type StandIn, WECHAT } from '../support/wechat.ts';
import { SECRETS } from '../support/world.ts';

let s: HttpStory;
let phones: StandIn;
/** What WeChat is expected to have said of our own faults. */
let expectedReports: RegExp[];
beforeEach(async () => {
  s = await httpStory();
  s.at('2026-03-02 09:00');
  expectedReports = [];
  const { house, now } = s.world;
  phones = await openStandIn(now);
  const { appId, appSecret } = WECHAT;
  house.wechat = openWeChat({ appId, appSecret, clock: now, report: house.report, address: phones.address, patienceMilliseconds: 500 });
});
afterEach(async () => {
  const unexpected = s.world.reports.filter((line) => !expectedReports.some((one) => one.test(line)));
  expect(unexpected).toEqual([]);
  for (const one of expectedReports) expect(s.world.reports.some((line) => one.test(line))).toBe(true);
  await phones.close();
  await s.close();
});

interface Answer {
  status: number;
  code?: string;
  token?: string | null;
  pass?: string | null;
  asked?: { state: string; officeName: string; reason: string | null } | null;
  title?: string;
  errors?: { field: string; message: string }[];
}

const numberOf = (name: string) => `1380000${6000 + PEOPLE.findIndex((person) => person.name === name)}`;
const headers = { 'content-type': 'application/json' };
async function post(path: string, body: object, more: Record<string, string> = {}): Promise<Answer> {
  const answer = await s.world.app.fetch(
    new Request(`http://house/api${path}`, { method: 'POST', headers: { ...headers, ...more }, body: JSON.stringify(body) }),
  );
  return { ...((await answer.json()) as object), status: answer.status };
}
const whoIs = async (token: string | null | undefined) => {
  const answer = await s.world.app.fetch(new Request('http://house/api/session', { headers: { authorization: `Bearer ${token}` } }));
  return answer.status === 200 ? ((await answer.json()) as { person: { name: string } }).person.name : answer.status;
};
const signIn = (openid: string, silently = false) => post('/sign-in/wechat', { code: phones.loginCode(openid), silently });
const passOf = async (openid: string) => (await signIn(openid)).pass!;
const byPhone = async (openid: string, name: string) =>
  post('/sign-in/phone', { pass: await passOf(openid), code: phones.phoneCode(numberOf(name)) });
const officeId = async (letters: string) =>
  (await s.world.house.db.execute<{ id: string }>(sql`select id from offices where letters = ${letters}`))[0]!.id;
const ask = async (openid: string, form: { name?: string; home?: string; phone?: string; letters?: string } = {}) =>
  post('/sign-in/ask', {
    pass: await passOf(openid),
    officeId: await officeId(form.letters ?? 'WT'),
    name: form.name ?? '马建军',
    home: form.home ?? '1栋2单元702',
    phone: form.phone ?? numberOf('马建军'),
  });
const requests = async (name: string) => (await (await s.client(name)).bindingRequests({})).items;
const refusal = (asked: Promise<unknown>) =>
  asked.then(
    () => 'none',
    (error) => (error as { code: string }).code,
  );
const accounts = async () =>
  (
    await s.world.house.db.execute<{ openid: string; name: string }>(
      sql`select a.openid, p.name from wechat_accounts a join people p on p.id = a.person_id where a.unbound_at is null order by a.openid`,
    )
  ).map((row) => [row.openid, row.name]);

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
    if (how === -1 || how === 40164) expectedReports = [/WeChat refuses code2Session/, /WeChat refuses getPhoneNumber/];
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
    const again = await byPhone('o-li', '李德明');
    expect(await whoIs(again.token)).toBe('李德明');
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

describe('one WeChat a person, one person a WeChat', () => {
  test('a new WeChat of the same person ends the sessions of the old one', async () => {
    const old = await byPhone('o-old', '王秀兰');
    s.at('2026-03-02 10:00');
    const fresh = await byPhone('o-new', '王秀兰');
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

describe('手册 A1 自己填的号码由服务中心核对', () => {
  test('填了不会自己绑上：等着，同意了才登录；同一张表再交一次还是那一条，改了以新的为准', async () => {
    const asked = await ask('o-ma');
    expect([asked.status, asked.asked?.state, asked.asked?.officeName]).toEqual([200, 'waiting', '梧桐里']);
    await ask('o-ma');
    const waiting = await signIn('o-ma');
    expect([waiting.token, waiting.asked?.state]).toEqual([null, 'waiting']);
    expect(await requests('林晓芸')).toHaveLength(1);
    await ask('o-ma', { home: '1栋2单元702室' });
    const [request, ...others] = await requests('林晓芸');
    expect(others).toEqual([]);
    expect(request).toMatchObject({ name: '马建军', home: '1栋2单元702室', phone: '1** **** 6006', last4: '6006', mayAnswer: true });
    const agent = await s.client('林晓芸');
    const found = await agent.bindingRoster({ id: request!.id, q: '6006' });
    expect(found.items.map((one) => [one.name, one.homes, one.isRegisteredNumber])).toEqual([['马建军', ['1栋2单元702'], true]]);
    await agent.acceptBinding({ id: request!.id, personId: found.items[0]!.id });
    expect(await requests('林晓芸')).toEqual([]);
    const known = await signIn('o-ma');
    expect([await whoIs(known.token), known.asked]).toEqual(['马建军', null]);
  });

  test('找住户：姓名、房号几种写法、后四位；找不到别的小区的人、同事、自己家的人', async () => {
    await ask('o-x');
    const [request] = await requests('何静');
    const agent = await s.client('何静');
    const find = async (q: string) => (await agent.bindingRoster({ id: request!.id, q })).items.map((one) => one.name);
    for (const q of ['马建军', '1栋2单元702', '1-2-702', '702', '6006']) expect([q, await find(q)]).toEqual([q, ['马建军']]);
    expect(await find('3-2-502')).toEqual(['李德明', '王秀兰']);
    for (const q of ['许若琳', '林晓芸', '何静', '2-3-402', '不存在']) expect([q, await find(q)]).toEqual([q, []]);
  });

  test('号码和登记的不一样：不写怎么核对的就不行；写了，记下谁核对的、怎么核对的', async () => {
    await ask('o-ma', { phone: '13900000009' });
    const [request] = await requests('林晓芸');
    const agent = await s.client('林晓芸');
    const personId = await s.personId('马建军');
    const accept = (more: object) => agent.acceptBinding({ id: request!.id, personId, ...more });
    expect(await refusal(accept({}))).toBe('request/invalid');
    expect(await refusal(accept({ proof: 'papers' }))).toBe('request/invalid');
    expect(await refusal(accept({ words: '认识' }))).toBe('request/invalid');
    expect(await accounts()).toEqual([]);
    await accept({ proof: 'papers', words: '当面看了身份证和房产证' });
    const rows = await s.world.house.db.execute(
      sql`select r.answer, r.proof, r.words, b.name as by, p.name from binding_requests r join people b on b.id = r.answered_by_id join people p on p.id = r.person_id`,
    );
    expect([...rows]).toEqual([{ answer: 'accepted', proof: 'papers', words: '当面看了身份证和房产证', by: '林晓芸', name: '马建军' }]);
    // Who typed a number never makes it the registered one.
    expect((await post('/sign-in/phone', { pass: await passOf('o-y'), code: phones.phoneCode('13900000009') })).code).toBe('binding/number-unknown');
  });

  test('不同意要写原因，对方下次登录看得到，可以再填', async () => {
    await ask('o-ma', { name: '马健军' });
    const [request] = await requests('林晓芸');
    const agent = await s.client('林晓芸');
    expect(await refusal(agent.declineBinding({ id: request!.id, words: ' ' }))).toBe('request/invalid');
    await agent.declineBinding({ id: request!.id, words: '姓名和房号对不上，请带证件来服务中心' });
    const told = await signIn('o-ma');
    expect(told.asked).toMatchObject({ state: 'declined', reason: '姓名和房号对不上，请带证件来服务中心' });
    const again = await ask('o-ma');
    expect(again.asked).toMatchObject({ state: 'waiting', reason: null });
    expect(await requests('林晓芸')).toHaveLength(1);
  });

  test('自己的、家里人的不能自己办；同事不能从这里绑；别的小区看不到，主任只看，住户和师傅不归他们办', async () => {
    await ask('o-he', { name: '何静', home: '2栋3单元402', phone: numberOf('何静') });
    const [own] = await requests('何静');
    expect(own!.mayAnswer).toBe(false);
    const he = await s.client('何静');
    expect(await refusal(he.acceptBinding({ id: own!.id, personId: await s.personId('马建军'), proof: 'called', words: '核对过' }))).toBe(
      'binding/own-home',
    );
    expect(await refusal(he.declineBinding({ id: own!.id, words: '不对' }))).toBe('binding/own-home');
    const lin = await s.client('林晓芸');
    expect(await refusal(lin.acceptBinding({ id: own!.id, personId: await s.personId('何静') }))).toBe('binding/colleague');
    await ask('o-z', { phone: '13900000003' });
    const other = (await requests('何静')).find((one) => one.mayAnswer)!;
    expect(await refusal(he.acceptBinding({ id: other.id, personId: await s.personId('何静'), proof: 'called', words: '是我' }))).toBe(
      'binding/own-home',
    );
    expect(await refusal(lin.acceptBinding({ id: other.id, personId: await s.personId('许若琳'), proof: 'called', words: '是她' }))).toBe(
      'seen/not-found',
    );
    const directors = await requests('郑涛');
    expect(directors.map((one) => one.mayAnswer)).toEqual([false, false]);
    const director = await s.client('郑涛');
    expect(await refusal(director.declineBinding({ id: other.id, words: '不行' }))).toBe('binding/not-yours');
    expect(await refusal(director.bindingRoster({ id: other.id, q: '马建军' }))).toBe('binding/not-yours');
    expect(await requests('宋雨')).toEqual([]);
    expect(await refusal((await s.client('宋雨')).declineBinding({ id: other.id, words: '不行' }))).toBe('seen/not-found');
    for (const name of ['王秀兰', '赵建国', '吴桐']) expect(await refusal(requests(name))).toBe('binding/not-yours');
    expect(await accounts()).toEqual([]);
  });

  test('家里人也算：同住的客服不能办同住人的', async () => {
    await s.world.house.db.execute(sql`insert into residences (id, office_id, home_id, person_id, "as", from_at)
      select ${s.world.house.newId()}, office_id, home_id, ${await s.personId('林晓芸')}, 'occupant', from_at from residences where person_id = ${await s.personId('马建军')}`);
    await ask('o-ma');
    const [request] = await requests('林晓芸');
    expect(request!.mayAnswer).toBe(false);
    expect(await refusal((await s.client('林晓芸')).acceptBinding({ id: request!.id, personId: await s.personId('马建军') }))).toBe(
      'binding/own-home',
    );
    await (await s.client('何静')).acceptBinding({ id: request!.id, personId: await s.personId('马建军') });
    expect(await whoIs((await signIn('o-ma')).token)).toBe('马建军');
  });

  test('两位客服同时办：一个成，另一个知道已经办了；办的时候对方用手机号绑好了，也只有一个结果', async () => {
    await ask('o-ma');
    const [request] = await requests('林晓芸');
    const personId = await s.personId('马建军');
    const [lin, he] = [await s.client('林晓芸'), await s.client('何静')];
    const outcomes = await Promise.all([
      refusal(lin.acceptBinding({ id: request!.id, personId })),
      refusal(he.declineBinding({ id: request!.id, words: '对不上' })),
      refusal(he.acceptBinding({ id: request!.id, personId })),
    ]);
    expect(outcomes.filter((one) => one === 'none')).toHaveLength(1);
    expect(outcomes.filter((one) => one === 'binding/answered')).toHaveLength(2);

    await ask('o-zhou', { name: '周文静', phone: numberOf('周文静') });
    const [next] = await requests('林晓芸');
    const pass = await passOf('o-zhou');
    const zhou = await s.personId('周文静');
    const [bound, accepted] = await Promise.all([
      post('/sign-in/phone', { pass, code: phones.phoneCode(numberOf('周文静')) }),
      refusal(lin.acceptBinding({ id: next!.id, personId: zhou })),
    ]);
    expect(bound.status).toBe(200);
    expect(['none', 'binding/answered']).toContain(accepted);
    expect((await accounts()).filter(([, name]) => name === '周文静')).toEqual([['o-zhou', '周文静']]);
    expect(await requests('林晓芸')).toEqual([]);
  });

  test('many forms at once from one WeChat leave one open request', async () => {
    const pass = await passOf('o-ma');
    const office = await officeId('WT');
    await Promise.all(
      Array.from({ length: 6 }, (_, index) =>
        post('/sign-in/ask', { pass, officeId: office, name: '马建军', home: `1栋2单元70${index % 3}`, phone: numberOf('马建军') }),
      ),
    );
    expect(await requests('林晓芸')).toHaveLength(1);
  });

  test('an estate that is none, the head office, a number that is none: the field is named', async () => {
    const pass = await passOf('o-ma');
    const form = { pass, officeId: await officeId('WT'), name: '马建军', home: '1-2-702', phone: '13800006006' };
    const field = async (more: object) => (await post('/sign-in/ask', { ...form, ...more })).errors?.[0]?.field;
    expect(await field({ officeId: await officeId('ZB') })).toBe('officeId');
    expect(await field({ officeId: '0190b2c4-0000-7000-8000-000000000000' })).toBe('officeId');
    for (const phone of ['1380000600', '138000060066', '+8613800006006', '23800006006', '138 0000 6006'])
      expect(await field({ phone })).toBe('phone');
    expect(await field({ name: '' })).toBe('name');
    const estates = await s.world.app.fetch(new Request('http://house/api/sign-in/estates'));
    expect(((await estates.json()) as { items: { name: string }[] }).items.map((one) => one.name)).toEqual(['海棠湾', '梧桐里']);
  });

  test('what was asked cannot be rewritten, and the typed number stands nowhere in clear', async () => {
    await ask('o-ma', { phone: '13911112222' });
    const { db, close } = connect(s.world.urls.app, { max: 1 });
    for (const column of ['name', 'home', 'phone_index', 'asked_at', 'openid']) {
      const refused = await db.execute(sql.raw(`update binding_requests set ${column} = ${column}`)).catch((error) => error.cause.code);
      expect([column, refused]).toEqual([column, '42501']);
    }
    const [row] = await db.execute<{ text: string; id: string; cipher: string }>(
      sql`select r::text as text, id, phone_cipher as cipher from binding_requests r`,
    );
    expect(row!.text).not.toContain('13911112222');
    expect(s.world.house.numbers.open(row!.cipher, row!.id)).toBe('13911112222');
    await close();
  });
});

describe('手册 A1 同事凭邀请码登录', () => {
  const invite = async (by: string, whom: string) => (await s.client(by)).invite({ id: await s.personId(whom) });
  const redeem = async (openid: string, invitation: string, number: string) =>
    post('/sign-in/invitation', { pass: await passOf(openid), invitation, code: phones.phoneCode(number) });

  test('主任发，本人的号码才能用，只能用一次；只存了摘要', async () => {
    const { code, name } = await invite('郑涛', '赵建国');
    expect([code, name]).toEqual([expect.stringMatching(/^[0-9A-HJKMNP-TV-Z]{26}$/), '赵建国']);
    const stored = await s.world.house.db.execute(sql`select i::text as row from invitations i`);
    expect(JSON.stringify(stored)).not.toContain(code);
    expect((await redeem('o-thief', code, numberOf('孙磊'))).code).toBe('invitation/other-number');
    expect((await redeem('o-thief', code, '13900000001')).code).toBe('invitation/other-number');
    const done = await redeem('o-zhao', `${code.slice(0, 5)}-${code.slice(5).toLowerCase()} `, numberOf('赵建国'));
    expect(await whoIs(done.token)).toBe('赵建国');
    expect((await redeem('o-again', code, numberOf('赵建国'))).code).toBe('invitation/not-good');
    expect(await accounts()).toEqual([['o-zhao', '赵建国']]);
  });

  test('七天：第七天 09:00 整作废；再发一个，前一个作废；抄错的不行', async () => {
    const first = await invite('郑涛', '赵建国');
    s.at('2026-03-09 08:59');
    const listed = (await (await s.client('郑涛')).colleagues({})).items.find((one) => one.name === '赵建国')!;
    expect(listed.invitedUntil).toBe(first.goodUntil);
    s.at('2026-03-09 09:00');
    expect((await redeem('o-zhao', first.code, numberOf('赵建国'))).code).toBe('invitation/not-good');
    const second = await invite('郑涛', '赵建国');
    const third = await invite('郑涛', '赵建国');
    expect((await redeem('o-zhao', second.code, numberOf('赵建国'))).code).toBe('invitation/not-good');
    for (const wrong of ['', '你好', third.code.slice(1), `${third.code}0`, 'U'.repeat(26)])
      expect([422, 409]).toContain((await redeem('o-zhao', wrong, numberOf('赵建国'))).status);
    s.at('2026-03-16 08:59');
    expect((await redeem('o-zhao', third.code, numberOf('赵建国'))).status).toBe(200);
  });

  test('两个人同时用一个码：一个成', async () => {
    const { code } = await invite('郑涛', '赵建国');
    const passes = await Promise.all(['o-1', 'o-2', 'o-3', 'o-4'].map(passOf));
    const tried = await Promise.all(
      passes.map((pass) => post('/sign-in/invitation', { pass, invitation: code, code: phones.phoneCode(numberOf('赵建国')) })),
    );
    expect(tried.map((one) => one.status).sort()).toEqual([200, 409, 409, 409]);
    expect(await accounts()).toHaveLength(1);
  });

  test('谁可以邀请谁：主任管本小区，总部的同事和主任由品质管理部或公司领导；不能邀请自己；住户不用邀请', async () => {
    const may = async (by: string, whom: string) => (await refusal(invite(by, whom))) === 'none';
    expect(await Promise.all(['赵建国', '林晓芸', '何静', '冯刚', '谢军', '韩梅', '郑涛', '王秀兰'].map((whom) => may('郑涛', whom)))).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
      false,
      false,
    ]);
    expect(await Promise.all(['韩梅', '郑涛', '程颖', '吴桐', '赵建国', '王秀兰'].map((whom) => may('吴桐', whom)))).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
    expect(await may('曾勇', '蔡建华')).toBe(true);
    for (const name of ['林晓芸', '赵建国', '韩梅', '王秀兰']) {
      expect(await may(name, '赵建国')).toBe(false);
      expect(await refusal((await s.client(name)).colleagues({}))).toBe('invitation/not-yours');
    }
    const seen = (await (await s.client('郑涛')).colleagues({})).items.map((one) => one.name);
    expect(seen).toContain('赵建国');
    expect(seen).not.toContain('郑涛');
    expect(seen).not.toContain('冯刚');
  });

  test('离职以后邀请码就没用了', async () => {
    const { code } = await invite('郑涛', '赵建国');
    await s.world.house.db.execute(
      sql`update appointments set until_at = ${s.world.now().toISOString()} where person_id = ${await s.personId('赵建国')}`,
    );
    expect((await redeem('o-zhao', code, numberOf('赵建国'))).code).toBe('invitation/not-good');
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
