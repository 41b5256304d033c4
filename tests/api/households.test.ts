import { describe, expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { numberOf, storyOfSignIn } from '../support/sign-in.ts';
import { refusal } from '../support/story.ts';

const { s, phones, post, whoIs, byPhone } = storyOfSignIn();
const HOME = '3栋2单元502';
const TENANT = { name: '租客小周', phone: '13900000031', as: 'occupant' as const, from: '2026-03-02' };

const page = async (label = HOME, name = '林晓芸') => (await s.client(name)).household({ id: await s.homeId(label) });
const stayOf = async (name: string, label = HOME) => (await page(label)).now.find((one) => one.name === name)!.id;
const enter = async (more: object = {}, name = '林晓芸', label = HOME) =>
  (await s.client(name)).addResident({ id: await s.homeId(label), insteadOf: [], ...TENANT, ...more });
const out = async (whose: string, on = '2026-03-02', label = HOME) =>
  (await s.client('林晓芸')).moveOut({ id: await s.homeId(label), stayId: await stayOf(whose, label), on, words: '' });
const seen = async (name: string) => (await (await s.client(name)).tickets({})).items.map((one) => one.number);
const outcomes = (all: PromiseSettledResult<unknown>[]) => all.map((one) => (one.status === 'fulfilled' ? 'done' : one.reason.code)).sort();

describe('手册 A1 住户登记：谁住在哪里，从哪天到哪天', () => {
  test('按房号、姓名、后四位找；号码打码，绑没绑看得到；别的小区的找不到，主任只看，住户和师傅不归他们', async () => {
    await byPhone('o-wang', '王秀兰');
    const find = async (name: string, q: string) => (await (await s.client(name)).households({ q })).items.map((one) => one.label);
    for (const q of [HOME, '3-2-502', '王秀兰', numberOf('王秀兰').slice(-4)]) expect([q, await find('林晓芸', q)]).toEqual([q, [HOME]]);
    expect(await find('郑涛', '王秀兰')).toEqual([HOME]);
    expect(await find('宋雨', '王秀兰')).toEqual([]);
    const found = await page();
    expect(found.now.map((one) => [one.name, one.as, one.phone, one.isBound])).toEqual([
      ['王秀兰', 'owner', '1** **** 6000', true],
      ['李德明', 'owner', '1** **** 6001', false],
    ]);
    expect(JSON.stringify(found)).not.toMatch(/1380000\d{4}/);
    expect([found.mayEnter, (await page(HOME, '郑涛')).mayEnter, (await page(HOME, '郑涛')).mayKey]).toEqual([true, false, true]);
    for (const name of ['王秀兰', '赵建国', '吴桐'])
      expect(await refusal((await s.client(name)).households({ q: HOME }))).toBe('household/not-yours');
    expect(await refusal(page(HOME, '宋雨'))).toBe('seen/not-found');
    expect(await refusal(enter({}, '郑涛'))).toBe('household/not-yours');
    expect(await refusal(enter({}, '何静', '2栋3单元402'))).toBe('household/own-home');
  });

  test('租客住进来：用登记的号码自己绑上，看得到以后的，看不到以前的；搬走当时就看不到新的，自己住着时的还在', async () => {
    const before = await s.resident('王秀兰').reports({ category: 'doors', words: '门坏了' });
    s.at('2026-03-02 10:00');
    await enter();
    const { token } = await post('/sign-in/phone', {
      pass: await s.world.house.passes.sign({ kind: 'stranger', openid: 'o-zhou' }),
      code: phones.phoneCode(TENANT.phone),
    });
    expect(await whoIs(token)).toBe('租客小周');
    s.at('2026-03-02 10:02');
    const during = await s.resident('王秀兰').reports({ category: 'doors', words: '又坏了' });
    expect(await seen('租客小周')).toEqual([during.number]);
    s.at('2026-03-02 10:04');
    await out('租客小周');
    s.at('2026-03-02 10:06');
    const after = await s.resident('王秀兰').reports({ category: 'doors', words: '还是坏的' });
    // The same session: what it sees follows at once.
    const mine = await s.world.app.fetch(new Request('http://house/api/tickets', { headers: { authorization: `Bearer ${token}` } }));
    expect(((await mine.json()) as { items: { number: string }[] }).items.map((one) => one.number)).toEqual([during.number]);
    expect(await refusal((await s.client('租客小周')).ticket({ id: after.id }))).toBe('seen/not-found');
    expect(await seen('王秀兰')).toEqual(expect.arrayContaining([before.number, during.number, after.number]));
    const found = await page();
    expect(found.before.map((one) => [one.name, one.until])).toEqual([['租客小周', '2026-03-02T02:04:00.000Z']]);
    expect(found.changes.map((one) => [one.what, one.whose, one.byName])).toEqual([
      ['登记搬走', '租客小周', '林晓芸'],
      ['登记住进来', '租客小周', '林晓芸'],
    ]);
  });

  test('还没办完的事：搬走的人自己报的一直看得到，登记搬走前客服看得到还有几件；新来的看不到', async () => {
    await enter();
    const open = await s.resident('租客小周').reports({ category: 'doors', words: '门坏了' });
    expect((await page()).now.map((one) => [one.name, one.open])).toContainEqual(['租客小周', 1]);
    s.at('2026-03-04 09:00');
    await enter({ name: '新租客', phone: '13900000032', from: '2026-03-04', insteadOf: [await stayOf('租客小周')] });
    expect(await seen('租客小周')).toEqual([open.number]);
    expect(await seen('新租客')).toEqual([]);
    expect(await seen('王秀兰')).toEqual([open.number]);
  });

  test('往前登记：住进来不早于上一位搬走，看不到上一位报的；搬走不能早于住进来；还没到的日子不收', async () => {
    await enter();
    s.at('2026-03-03 10:00');
    await s.resident('租客小周').reports({ category: 'doors', words: '门坏了' });
    s.at('2026-03-08 10:00');
    expect(await refusal(out('租客小周', '2026-03-09'))).toBe('request/invalid');
    expect(await refusal(out('租客小周', '2026-03-01'))).toBe('request/invalid');
    await out('租客小周', '2026-03-05');
    await enter({ name: '新租客', phone: '13900000032', from: '2026-03-03' });
    expect(await seen('新租客')).toEqual([]);
    const found = await page();
    expect(found.before[0]!.until).toBe('2026-03-05T16:00:00.000Z');
    expect(found.now.find((one) => one.name === '新租客')!.from).toBe('2026-03-05T16:00:00.000Z');
    expect(await refusal(enter({ name: '明天来的', phone: '13900000033', from: '2026-03-09' }))).toBe('request/invalid');
  });

  test('号码登记给了别人：号码和姓名要对得上；同一位再登记一户是同一个人，已经住着的不再登记', async () => {
    expect(await refusal(enter({ name: '别的人', phone: numberOf('马建军') }))).toBe('household/number-taken');
    await enter({ name: '马建军', phone: numberOf('马建军') });
    expect((await (await s.client('马建军')).session({})).homes.map((home) => home.label)).toEqual(['1栋2单元702', HOME]);
    expect(await refusal(enter({ name: '马建军', phone: numberOf('马建军') }))).toBe('household/lives-there');
    expect(await refusal(enter({ phone: '1390000' }))).toBe('request/invalid');
    await enter({ name: '没有手机的老人', phone: '' });
    expect((await page()).now.at(-1)).toMatchObject({ name: '没有手机的老人', phone: '没有登记号码', hasNumber: false });
  });

  test('两位客服同时登记：搬走只有一次，同一个号码只有一个人、一次住进来', async () => {
    const [lin, he, id, stayId] = [await s.client('林晓芸'), await s.client('何静'), await s.homeId(HOME), await stayOf('李德明')];
    const left = await Promise.allSettled([lin, he, lin].map((one) => one.moveOut({ id, stayId, on: '2026-03-02', words: '' })));
    expect(outcomes(left)).toEqual(['done', 'household/changed', 'household/changed']);
    const came = await Promise.allSettled([lin, he, lin].map((one) => one.addResident({ id, insteadOf: [], ...TENANT })));
    expect(outcomes(came)).toEqual(['done', 'household/lives-there', 'household/lives-there']);
    const other = await s.homeId('1栋2单元702');
    const two = await Promise.allSettled([
      lin.addResident({ id, insteadOf: [], ...TENANT, phone: '13900000039' }),
      he.addResident({ id: other, insteadOf: [], ...TENANT, phone: '13900000039' }),
    ]);
    expect(outcomes(two)).toEqual(['done', 'done']);
    const rows = await s.world.house.db.execute(sql`select count(*)::int as n from people where phone_last4 = '0039'`);
    expect([...rows]).toEqual([{ n: 1 }]);
    const turn = await Promise.allSettled(
      ['甲', '乙'].map(async (name, index) =>
        he.addResident({ id: other, ...TENANT, name, phone: `1390000004${index}`, insteadOf: [await stayOf('马建军', '1栋2单元702')] }),
      ),
    );
    expect(outcomes(turn)).toEqual(['done', 'household/changed']);
  });

  test('更正号码：写怎么核对的；原来的微信解绑、退出，新号码才绑得上；同事的、别人的号码改不了', async () => {
    const old = await byPhone('o-ma', '马建军');
    const [agent, id, personId] = [await s.client('林晓芸'), await s.homeId('1栋2单元702'), await s.personId('马建军')];
    const change = (more: object = {}) =>
      agent.correctNumber({ id, personId, phone: '13900000051', proof: 'papers', words: '当面看了证件', ...more });
    expect(await refusal(change({ proof: undefined }))).toBe('request/invalid');
    expect(await refusal(change({ words: ' ' }))).toBe('request/invalid');
    expect(await refusal(change({ phone: numberOf('周文静') }))).toBe('household/number-taken');
    expect(await whoIs(old.token)).toBe('马建军');
    await change();
    expect(await whoIs(old.token)).toBe(401);
    expect((await byPhone('o-else', '马建军')).code).toBe('binding/number-unknown');
    expect((await page('1栋2单元702')).changes[0]).toMatchObject({
      what: '更正号码，微信解绑',
      whose: '马建军',
      proof: '当面看过证件和房产证或租约',
      words: '当面看了证件',
    });
    const he = {
      id: await s.homeId('2栋3单元402'),
      personId: await s.personId('何静'),
      phone: '13900000052',
      proof: 'papers' as const,
      words: '看过',
    };
    expect(await refusal(agent.correctNumber(he))).toBe('binding/colleague');
  });

  test('重要客户由主任定，改过的都留着；所属单位、联系人登记上，一户还是一户', async () => {
    const id = await s.homeId('1栋2单元702');
    const director = await s.client('郑涛');
    expect(await refusal((await s.client('林晓芸')).setKey({ id, key: true, words: '业委会委员' }))).toBe('household/director-only');
    await director.setKey({ id, key: true, words: '业委会委员' });
    expect(await refusal(director.setKey({ id, key: true, words: '再定一次' }))).toBe('household/changed');
    s.at('2026-03-03 09:00');
    await director.setKey({ id, key: false, words: '换届了' });
    const agent = await s.client('林晓芸');
    await agent.setHolder({ id, organisation: '某某贸易公司' });
    await enter({ name: '赵联系', phone: '13900000061', as: 'contact', from: '2026-03-03' }, '林晓芸', '1栋2单元702');
    const found = await page('1栋2单元702');
    expect([found.keyCustomer, found.organisation, found.now.at(-1)!.as]).toEqual([false, '某某贸易公司', 'contact']);
    expect(found.changes.map((one) => [one.what, one.words]).slice(1)).toEqual([
      ['改了所属单位', '某某贸易公司'],
      ['不再是重要客户', '换届了'],
      ['设为重要客户', '业委会委员'],
    ]);
    expect((await (await s.client('林晓芸')).households({ q: '某某贸易公司' })).items.map((one) => one.label)).toEqual(['1栋2单元702']);
    const told = await s.resident('赵联系').reports({ category: 'doors', words: '门坏了' });
    expect(await seen('马建军')).toEqual([told.number]);
  });

  test('看住户的号码要写原因；住户自己、主任都看得到谁看过', async () => {
    const [agent, id, personId] = [await s.client('林晓芸'), await s.homeId(HOME), await s.personId('王秀兰')];
    expect(await refusal(agent.revealResident({ id, personId, reason: 'other', words: '' }))).toBe('request/invalid');
    expect(await agent.revealResident({ id, personId, reason: 'details', words: '' })).toEqual({ name: '王秀兰', phone: numberOf('王秀兰') });
    await agent.revealResident({ id, personId, reason: 'details', words: '' });
    expect(await refusal(agent.revealResident({ id, personId: await s.personId('马建军'), reason: 'details', words: '' }))).toBe('seen/not-found');
    expect((await (await s.client('王秀兰')).ownReveals({})).items).toMatchObject([{ byName: '林晓芸', home: HOME, ticketId: null, survey: null }]);
    expect((await (await s.client('郑涛')).reveals({})).items).toMatchObject([{ whoseName: '王秀兰', home: HOME }]);
  });

  test('who lived where is never edited, and neither is what changed', async () => {
    const { connect } = await import('../../db/connect.ts');
    const { db, close } = connect(s.world.urls.app, { max: 1 });
    const refused = async (statement: string) =>
      db.execute(sql.raw(statement)).then(
        () => 'allowed',
        (error) => error.cause.code,
      );
    for (const column of ['from_at', 'person_id', 'home_id', '"as"'])
      expect(await refused(`update residences set ${column} = ${column}`)).toBe('42501');
    for (const table of ['residences', 'household_changes', 'family_invitations', 'homes'])
      expect([table, await refused(`delete from ${table}`)]).toEqual([table, '42501']);
    expect(await refused('update household_changes set words = words')).toBe('42501');
    expect(await refused('update homes set label = label')).toBe('42501');
    await close();
  });
});

test('手册 A1 住在两个小区：每一户带着自己小区的服务中心，事情各归各的小区', async () => {
  const { homes } = await (await s.client('陈一鸣')).session({});
  const offices = await s.world.house.db.execute<{ name: string; hotline: string }>(
    sql`select name, hotline from offices where kind = 'estate' order by letters`,
  );
  expect(homes.map((home) => [home.officeName, home.hotline])).toEqual(
    expect.arrayContaining(offices.map((office) => [office.name, office.hotline])),
  );
  expect(new Set(homes.map((home) => home.hotline)).size).toBe(2);
  for (const home of homes) expect(await (await s.client('陈一鸣')).ownHome({ id: home.id })).toMatchObject({ label: home.label, mayInvite: true });
});
