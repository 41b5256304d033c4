import { describe, expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { storyOfEach } from '../support/api-story.ts';
import { refusal, SATISFIED } from '../support/story.ts';

const s = storyOfEach();

const HER_HOME = '3栋2单元502';
const DOOR = { category: 'doors', words: '阳台门关不严' };
const homes = async (name: string, q: string) => (await (await s.client(name)).intakeHomes({ q })).items;

describe('手册 I2、A1 记一件时找房屋', () => {
  test('客服按房号、姓名、后四位都找得到，号码打码；师傅只按房号找，看不到住的是谁', async () => {
    for (const q of [HER_HOME, '3-2-502', '王秀兰', '6000'])
      expect((await homes('林晓芸', q)).map((home) => [home.label, home.residents.map((one) => one.name)])).toEqual([
        [HER_HOME, ['李德明', '王秀兰']],
      ]);
    expect(JSON.stringify(await homes('林晓芸', HER_HOME))).not.toContain('13800006000');
    expect(await homes('赵建国', '3-2-502')).toMatchObject([{ label: HER_HOME, residents: [] }]);
    expect(await homes('赵建国', '王秀兰')).toEqual([]);
    expect(await homes('赵建国', '6000')).toEqual([]);
  });

  test('别的小区的找不到；品质管理部、客诉专员哪个小区的都找得到，住的是谁看不到；人事找不到；住户不能找', async () => {
    expect(await homes('宋雨', HER_HOME)).toEqual([]);
    for (const name of ['吴桐', '袁媛']) expect(await homes(name, HER_HOME)).toMatchObject([{ label: HER_HOME, residents: [] }]);
    expect(await homes('韩梅', HER_HOME)).toEqual([]);
    expect(await refusal((await s.client('王秀兰')).intakeHomes({ q: HER_HOME }))).toBe('intake/staff-only');
    expect((await homes('何静', '2-3-402'))[0]).toMatchObject({ own: true });
  });
});

test('手册 R7 替来电的人记公共地方：起过名字的设施点一下，记下来就是那一处', async () => {
  const lift = '3栋2单元电梯';
  const first = await s.resident('王秀兰').reports({ category: 'lift', words: '电梯抖', place: 'public', where: lift });
  await (await s.client('陈立')).nameFacility({ id: first.id, name: lift });
  const [home] = await homes('林晓芸', HER_HOME);
  const agent = await s.client('林晓芸');
  const [named] = (await agent.facilities({ officeId: home!.officeId })).items;
  expect(named!.name).toBe(lift);
  const body = { place: 'public', homeId: home!.id, personId: await s.personId('王秀兰'), category: 'lift', channel: 'hotline_service' } as const;
  const { id } = await agent.intake({ ...body, where: named!.name, words: '又抖了' });
  expect((await agent.ticket({ id })).facility).toEqual({ id: named!.id, name: lift });
});

describe('手册 I4 首问的同事', () => {
  const told = { ...DOOR, home: HER_HOME, who: '王秀兰', channel: 'on_the_way' } as const;

  test('看得到这一件，号码一位也看不到；离开公司就看不到了', async () => {
    const ticket = await s.technician('赵建国').takesDown(told);
    const detail = await (await s.client('赵建国')).ticket({ id: ticket.id });
    expect(detail).toMatchObject({ asStaff: true, firstContact: { name: '赵建国' }, reporter: { name: '王秀兰', phone: '', as: '业主' } });
    expect((await (await s.client('赵建国')).tickets({ show: 'open', as: 'staff' })).items.map((one) => one.id)).toEqual([ticket.id]);
    expect(await refusal((await s.client('孙磊')).ticket({ id: ticket.id }))).toBe('seen/not-found');
    const hers = await (await s.client('王秀兰')).ticket({ id: ticket.id });
    expect([hers.firstContact, hers.handedBack, hers.asStaff]).toEqual([null, null, false]);
    await s.world.house.db.execute(sql`update appointments set until_at = '2026-03-02T02:00:00Z' where person_id = ${await s.personId('赵建国')}`);
    s.at('2026-03-02 11:00');
    expect(await refusal((await s.client('赵建国')).ticket({ id: ticket.id }))).toBe('seen/not-found');
  });

  test('同一下点两次只记一件；名字对得上这一户的，就是那位住户', async () => {
    const api = await s.client('赵建国');
    const homeId = await s.homeId(HER_HOME);
    const body = { homeId, name: '王秀兰', channel: 'on_the_way', place: 'home', category: 'doors' } as const;
    const [one, two] = [await api.intake(body, { key: 'one-tap-one-matter' }), await api.intake(body, { key: 'one-tap-one-matter' })];
    expect(two).toEqual(one);
    const rows = await s.world.house.db.execute<{ name: string }>(sql`select p.name from tickets t join people p on p.id = t.reporter_id`);
    expect(rows.map((row) => row.name)).toEqual(['王秀兰']);
    expect(await refusal(api.intake({ ...body, name: '', personId: await s.personId('周文静') }))).toBe('request/invalid');
    expect(await refusal(api.intake({ ...body, name: '' }))).toBe('request/invalid');
  });
});

describe('手册 I2 登记表写的是真的来路', () => {
  test('来路、什么时候说的、谁记的都在；记的时间另有一栏', async () => {
    await s.agent('林晓芸').takesDown({ ...DOOR, home: HER_HOME, who: '王秀兰', channel: 'chat_group', saidAt: '2026-03-02 08:30' });
    const { items } = await (await s.client('周敏')).register({});
    expect(items[0]).toMatchObject({
      channel: 'chat_group',
      direction: 'in',
      at: '2026-03-02T00:30:00.000Z',
      byName: '林晓芸',
      participants: ['王秀兰'],
    });
    const [row] = await s.world.house.db.execute<{ at: string }>(sql`select recorded_at as at from contacts`);
    expect(new Date(row!.at).toISOString()).toBe('2026-03-02T01:00:00.000Z');
  });
});

describe('手册 I16 按规则派的', () => {
  test('没有人的名字，核对的内容就是报的内容', async () => {
    await s.sets('WT', 'dispatchesItself', true);
    s.at('2026-03-02 09:01');
    const ticket = await s.resident('王秀兰').reports(DOOR);
    const detail = await (await s.client('王秀兰')).ticket({ id: ticket.id });
    expect(detail.history.map((line) => line.text)).toContain('按派人规则派钱大勇师傅上门');
    expect(detail.confirmedContent).toBe('门窗：阳台门关不严');
    expect((await (await s.client('林晓芸')).ticket({ id: ticket.id })).firstContact).toBeNull();
  });
});

describe('手册 A2 只来过电话的人', () => {
  test('够了年限，称呼也清掉；没够就留着', async () => {
    const ticket = await s.agent('林晓芸').takesDown({ ...DOOR, home: '1栋2单元702', who: '马建军的姐姐' });
    await s.agent('林晓芸').dispatches(ticket, '钱大勇');
    await s.technician('钱大勇').arrives(ticket);
    await s.technician('钱大勇').finishes(ticket);
    await s.agent('林晓芸').returns(ticket, '问过，修好了', '满意', { ...SATISFIED, fixed: true });
    const called = () => s.world.house.db.execute<{ name: string }>(sql`select p.name from tickets t join people p on p.id = t.reporter_id`);
    s.at('2029-03-02 08:59');
    await s.tidies();
    expect((await called())[0]?.name).toBe('马建军的姐姐');
    s.at('2029-03-02 09:01');
    await s.tidies();
    expect((await called())[0]?.name).toBe('');
  });
});
