import { describe, expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { connect } from '../../db/connect.ts';
import { numberOf, storyOfSignIn } from '../support/sign-in.ts';
import { refusal } from '../support/story.ts';

const { s, phones, post, whoIs, signIn, passOf, ask, requests, accounts } = storyOfSignIn();

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
    const outcomes = await Promise.allSettled([
      lin.acceptBinding({ id: request!.id, personId }),
      he.declineBinding({ id: request!.id, words: '对不上' }),
      he.acceptBinding({ id: request!.id, personId }),
    ]);
    expect(outcomes.map((one) => (one.status === 'fulfilled' ? 'done' : one.reason.code)).sort()).toEqual([
      'binding/answered',
      'binding/answered',
      'done',
    ]);

    await ask('o-zhou', { name: '周文静', phone: numberOf('周文静') });
    const [next] = await requests('林晓芸');
    const pass = await passOf('o-zhou');
    const zhou = await s.personId('周文静');
    const [bound, accepted] = await Promise.all([
      post('/sign-in/phone', { pass, code: phones.phoneCode(numberOf('周文静')) }),
      lin.acceptBinding({ id: next!.id, personId: zhou }).then(
        () => 'done',
        (refused) => refused.code,
      ),
    ]);
    expect(bound.status).toBe(200);
    expect(['done', 'binding/answered']).toContain(accepted);
    expect((await accounts()).filter(([, name]) => name === '周文静')).toEqual([['o-zhou', '周文静']]);
    expect(await requests('林晓芸')).toEqual([]);
  });

  test('many forms at once from one WeChat leave one open request', async () => {
    const pass = await passOf('o-ma');
    const office = await s.officeId('WT');
    await Promise.all(
      Array.from({ length: 6 }, (_, index) =>
        post('/sign-in/ask', { pass, officeId: office, name: '马建军', home: `1栋2单元70${index % 3}`, phone: numberOf('马建军') }),
      ),
    );
    expect(await requests('林晓芸')).toHaveLength(1);
  });

  test('an estate that is none, the head office, a number that is none: the field is named', async () => {
    const pass = await passOf('o-ma');
    const form = { pass, officeId: await s.officeId('WT'), name: '马建军', home: '1-2-702', phone: '13800006006' };
    const field = async (more: object) => (await post('/sign-in/ask', { ...form, ...more })).errors?.[0]?.field;
    expect(await field({ officeId: await s.officeId('ZB') })).toBe('officeId');
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
