import { describe, expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { SETTINGS } from '../../shared/kernel/settings.ts';
import { SIGN_IN_TERMS } from '../../shared/sign-in/terms.ts';
import { numberOf, storyOfSignIn } from '../support/sign-in.ts';
import { refusal } from '../support/story.ts';

const { s, phones, post, whoIs, byPhone, accounts } = storyOfSignIn();
const HOME = '3栋2单元502';
const GRANDSON = { name: '小李', phone: '13900000071' };

const invite = async (who = '王秀兰', more: object = {}, label = HOME) =>
  (await s.client(who)).inviteFamily({ id: await s.homeId(label), ...GRANDSON, ...more });
const joinWith = async (openid: string, invitation: string, phone: string) =>
  post('/sign-in/invitation', { pass: await s.world.house.passes.sign({ kind: 'stranger', openid }), invitation, code: phones.phoneCode(phone) });
const home = async (who = '王秀兰', label = HOME) => (await s.client(who)).ownHome({ id: await s.homeId(label) });
const names = async (who = '王秀兰') => (await home(who)).residents.map((one) => one.name);
const seen = async (name: string) => (await (await s.client(name)).tickets({})).items.map((one) => one.number);
const setTo = async (value: number) =>
  s.world.house.db.execute(sql`insert into settings (id, office_id, key, value, from_at, set_at)
    values (${s.world.house.newId()}, ${await s.officeId('WT')}, 'familyPeople', ${JSON.stringify(value)}::jsonb, ${s.world.now().toISOString()}, ${s.world.now().toISOString()})`);

describe('手册 A1 请家人进来：一个号码一张码，用一次', () => {
  test('业主发码，家人用那个号码进来，看得到以后这一户的事；转发给别的号码打不开，也看不到什么', async () => {
    const before = await s.resident('王秀兰').reports({ category: 'doors', words: '门坏了' });
    s.at('2026-03-02 10:00');
    const { code } = await invite();
    expect((await home()).invitations).toMatchObject([{ name: '小李', phone: '1** **** 0071' }]);
    const forwarded = await joinWith('o-stranger', code, '13900000079');
    expect([forwarded.code, JSON.stringify(forwarded).includes('502')]).toEqual(['invitation/other-number', false]);
    expect(await accounts()).toEqual([]);
    const joined = await joinWith('o-li', code, GRANDSON.phone);
    expect(await whoIs(joined.token)).toBe('小李');
    expect(await names()).toEqual(['王秀兰', '李德明', '小李']);
    expect((await joinWith('o-again', code, GRANDSON.phone)).code).toBe('invitation/not-good');
    s.at('2026-03-02 10:10');
    const after = await s.resident('王秀兰').reports({ category: 'doors', words: '又坏了' });
    expect([await seen('小李'), before.number === after.number]).toEqual([[after.number], false]);
    // What the code opens stands nowhere, and neither does the whole number.
    const rows = await s.world.house.db.execute<{ text: string }>(sql`select i::text as text from family_invitations i`);
    expect(rows[0]!.text).not.toMatch(new RegExp(`${code}|${GRANDSON.phone}`));
  });

  test('码的期限到点就不能用；再发一张，前一张作废；收回的不能用；发的人搬走了也不能用', async () => {
    const term = SIGN_IN_TERMS.find((row) => row.what === 'family')!.lasts as { days: number };
    const { code, goodUntil } = await invite();
    const over = new Date(goodUntil);
    expect(over.getTime() - s.world.now().getTime()).toBe(term.days * 86_400_000);
    const last = await invite('王秀兰', { phone: '13900000072' });
    s.world.moveTo(new Date(over.getTime() - 1));
    expect((await joinWith('o-a', last.code, '13900000072')).status).toBe(200);
    s.world.moveTo(over);
    expect((await joinWith('o-b', code, GRANDSON.phone)).code).toBe('invitation/not-good');
    const [first, second] = [await invite(), await invite()];
    expect((await joinWith('o-b', first.code, GRANDSON.phone)).code).toBe('invitation/not-good');
    const [open] = (await home()).invitations;
    await (await s.client('李德明')).withdrawFamily({ id: await s.homeId(HOME), invitationId: open!.id });
    expect((await joinWith('o-b', second.code, GRANDSON.phone)).code).toBe('invitation/not-good');
    expect(await refusal((await s.client('王秀兰')).withdrawFamily({ id: await s.homeId(HOME), invitationId: open!.id }))).toBe('household/changed');
    const third = await invite('李德明');
    await s.world.house.db.execute(
      sql`update residences set until_at = ${s.world.now().toISOString()} where person_id = ${await s.personId('李德明')}`,
    );
    expect((await joinWith('o-b', third.code, GRANDSON.phone)).code).toBe('invitation/not-good');
  });

  test('登录了的人（别处的住户）凭码进家：号码要是发给的那个；两户都在名下', async () => {
    const { code } = await invite('王秀兰', { name: '周文静', phone: numberOf('周文静') });
    expect(await refusal((await s.client('马建军')).joinHome({ invitation: code }))).toBe('invitation/other-number');
    expect(await (await s.client('周文静')).joinHome({ invitation: code })).toMatchObject({ label: HOME });
    expect(await refusal((await s.client('周文静')).joinHome({ invitation: code }))).toBe('invitation/not-good');
    expect((await (await s.client('周文静')).session({})).homes.map((one) => one.label)).toEqual(['4栋3单元602', HOME]);
    expect(await refusal(invite('王秀兰', { phone: numberOf('周文静') }))).toBe('household/lives-there');
    for (const bad of ['0'.repeat(26), 'xyz'])
      expect(await refusal((await s.client('周文静')).joinHome({ invitation: bad }))).toBe('invitation/not-good');
  });

  test('发给的号码登记过：姓名对不上，或者绑过别的微信的，交服务中心核对，不会打开别人的家', async () => {
    const other = await invite('王秀兰', { name: '小李', phone: numberOf('周文静') });
    const doubted = await joinWith('o-new', other.code, numberOf('周文静'));
    expect([doubted.token, await accounts(), await names()]).toEqual([null, [], ['王秀兰', '李德明']]);
    await byPhone('o-ma', '马建军');
    const bound = await invite('王秀兰', { name: '马建军', phone: numberOf('马建军') });
    expect((await joinWith('o-new', bound.code, numberOf('马建军'))).token).toBeNull();
    const staff = await invite('王秀兰', { name: '赵建国', phone: numberOf('赵建国') });
    expect((await joinWith('o-new', staff.code, numberOf('赵建国'))).code).toBe('sign-in/invitation-needed');
    expect(await names()).toEqual(['王秀兰', '李德明']);
    const same = await invite('王秀兰', { name: '周文静', phone: numberOf('周文静') });
    expect(await whoIs((await joinWith('o-new', same.code, numberOf('周文静'))).token)).toBe('周文静');
  });

  test('谁能请：业主；业主绑了微信，住户就不能请；请进来的能请出去，业主也能，自己也能走，别人不能', async () => {
    await (await s.client('林晓芸')).addResident({
      id: await s.homeId(HOME),
      name: '租客小周',
      phone: '13900000081',
      as: 'occupant',
      from: '2026-03-02',
      insteadOf: [],
    });
    expect((await home('租客小周')).mayInvite).toBe(true);
    const { code } = await invite('租客小周');
    await joinWith('o-li', code, GRANDSON.phone);
    // Somebody of the home is bound already: her number asks the service centre.
    expect((await byPhone('o-wang', '王秀兰')).token).toBeNull();
    await s.world.house.db.execute(sql`insert into wechat_accounts (id, openid, person_id, bound_at, seen_at, via)
      values (${s.world.house.newId()}, 'o-wang', ${await s.personId('王秀兰')}, ${s.world.now().toISOString()}, ${s.world.now().toISOString()}, 'request')`);
    expect((await home('租客小周')).mayInvite).toBe(false);
    expect(await names('租客小周')).toEqual(['租客小周', '小李']);
    expect(await names('小李')).toEqual(['小李']);
    expect(await refusal(invite('租客小周'))).toBe('family/not-yours');
    expect(await refusal(invite('马建军'))).toBe('seen/not-found');
    expect(await refusal(home('马建军'))).toBe('seen/not-found');
    const stay = async (name: string) => (await home()).residents.find((one) => one.name === name)!.id;
    const send = async (who: string, stayId: string) => (await s.client(who)).sendOff({ id: await s.homeId(HOME), stayId });
    expect(await refusal(send('王秀兰', await stay('租客小周')))).toBe('family/not-yours');
    expect(await refusal(send('小李', await stay('租客小周')))).toBe('seen/not-found');
    await send('租客小周', await stay('小李'));
    expect(await names()).toEqual(['王秀兰', '李德明', '租客小周']);
    expect(await refusal((await s.client('小李')).ownHome({ id: await s.homeId(HOME) }))).toBe('seen/not-found');
  });

  test('租客搬走，他请进来的家人一起搬走，没用的码作废', async () => {
    const agent = await s.client('林晓芸');
    const id = await s.homeId(HOME);
    const { id: stayId } = await agent.addResident({ id, name: '租客小周', phone: '13900000081', as: 'occupant', from: '2026-03-02', insteadOf: [] });
    await joinWith('o-li', (await invite('租客小周')).code, GRANDSON.phone);
    const open = await invite('租客小周', { phone: '13900000082' });
    await agent.moveOut({ id, stayId, on: '2026-03-02', words: '' });
    expect(await names()).toEqual(['王秀兰', '李德明']);
    expect((await joinWith('o-c', open.code, '13900000082')).code).toBe('invitation/not-good');
  });

  test.each([SETTINGS.familyPeople.fallback, 2])('一户最多请 %i 位，没用的码也算；同一个号码再发不算，收回就空出来', async (most) => {
    await setTo(most);
    for (let left = most; left > 0; left -= 1) await invite('王秀兰', { phone: `139000001${String(left).padStart(2, '0')}` });
    expect((await home()).left).toBe(0);
    expect(await refusal(invite('王秀兰', { phone: '13900000199' }))).toBe('family/full');
    const again = await invite('王秀兰', { phone: '13900000101' });
    await joinWith('o-one', again.code, '13900000101');
    expect(await refusal(invite('王秀兰', { phone: '13900000199' }))).toBe('family/full');
    const [open] = (await home()).invitations;
    await (await s.client('王秀兰')).withdrawFamily({ id: await s.homeId(HOME), invitationId: open!.id });
    await invite('王秀兰', { phone: '13900000199' });
  });

  test('同时来：一张码只进来一个人一次；两张码抢最后一个名额，只发出一张', async () => {
    const { code } = await invite();
    const all = await Promise.all(['o-1', 'o-2', 'o-3'].map((openid) => joinWith(openid, code, GRANDSON.phone)));
    expect(all.map((one) => one.code ?? 'done').sort()).toEqual(['done', 'invitation/not-good', 'invitation/not-good']);
    expect((await names()).filter((name) => name === '小李')).toHaveLength(1);
    await setTo(2);
    const two = await Promise.allSettled(
      ['13900000073', '13900000074', '13900000075'].map((phone, index) => invite(index === 1 ? '李德明' : '王秀兰', { phone })),
    );
    expect(two.map((one) => (one.status === 'fulfilled' ? 'done' : one.reason.code)).sort()).toEqual(['done', 'family/full', 'family/full']);
  });
});
