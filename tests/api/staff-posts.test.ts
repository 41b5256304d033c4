import { describe, expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { lookAfterPosts } from '../../api/staff-posts/hand-over.ts';
import { numberOf, storyOfSignIn } from '../support/sign-in.ts';
import { refusal } from '../support/story.ts';

const { s, phones, post, whoIs, passOf, byPhone } = storyOfSignIn();

const NEW = { name: '林大力', phone: '13911112222' };
const TODAY = '2026-03-02';

const appointed = async (by: string, more: object) =>
  (await s.client(by)).appoint({ ...NEW, officeId: await s.officeId('WT'), role: 'technician', trades: ['general'], from: TODAY, ...more } as never);
const postOf = async (name: string, role?: string) => {
  const [row] = await s.world.house.db.execute<{ id: string }>(sql`
    select a.id from appointments a join people p on p.id = a.person_id where p.name = ${name} and a.deputy_for_id is null and (${role ?? null}::text is null or a.role = ${role ?? null}) order by a.id desc limit 1`);
  return row!.id;
};
const ends = async (by: string, name: string, more: object = {}) =>
  (await s.client(by)).endPost({ id: await postOf(name), lastDay: null, handTo: null, hands: [], ...more } as never);
const assignee = async (id: string) => {
  const [row] = await s.world.house.db.execute<{ status: string; name: string | null }>(
    sql`select t.status, p.name from tickets t left join people p on p.id = t.assignee_id where t.id = ${id}`,
  );
  return [row!.status, row!.name];
};
const redeem = async (openid: string, invitation: string, number: string) =>
  post('/sign-in/invitation', { pass: await passOf(openid), invitation, code: phones.phoneCode(number) });
const names = async (by: string) =>
  (await (await s.client(by)).staffPosts({})).offices.map((one) => [one.name, one.people.map((person) => person.name).sort()]);

describe('手册 A1 任命：谁能任命谁，邀请码只给填的那个号码', () => {
  test('主任任命一位师傅，号码对上才进得来，进来就在派单的人里；号码不留明文', async () => {
    const made = await appointed('郑涛', {});
    expect([made.name, made.code]).toEqual(['林大力', expect.stringMatching(/^[0-9A-Z]{26}$/)]);
    expect((await redeem('o-thief', made.code!, numberOf('孙磊'))).code).toBe('invitation/other-number');
    const done = await redeem('o-new', made.code!, NEW.phone);
    expect(await whoIs(done.token)).toBe('林大力');
    const ticket = await s.resident('王秀兰').reports({ category: 'other', words: '柜门坏了' });
    const hands = (await (await s.client('林晓芸')).technicians({ id: ticket.id })).items.map((one) => one.name);
    expect(hands).toContain('林大力');
    const rows = await s.world.house.db.execute(sql`select p::text as row from people p where p.name = '林大力'`);
    expect(JSON.stringify(rows)).not.toContain(NEW.phone);
    const [kept] = await s.world.house.db.execute<{ by: string; trades: string[] }>(
      sql`select b.name as by, a.trades from appointments a join people b on b.id = a.appointed_by_id where a.id = ${made.id}`,
    );
    expect(kept).toEqual({ by: '郑涛', trades: ['general'] });
  });

  test('不高过自己：主任任命本小区主任以下，公司任命总部和主任，领导由总经理；自己的不行', async () => {
    const may = (by: string, more: object) =>
      appointed(by, more).then(
        () => 'ok',
        (error) => error.code as string,
      );
    const ZB = await s.officeId('ZB');
    const HT = await s.officeId('HT');
    expect(await may('郑涛', { role: 'director' })).toBe('staff-posts/not-yours');
    expect(await may('郑涛', { officeId: HT })).toBe('staff-posts/not-yours');
    expect(await may('郑涛', { officeId: ZB, role: 'hr' })).toBe('staff-posts/not-yours');
    expect(await may('林晓芸', {})).toBe('staff-posts/not-yours');
    expect(await may('王秀兰', {})).toBe('staff-posts/not-yours');
    expect(await may('韩梅', { role: 'agent' })).toBe('staff-posts/not-yours');
    expect(await may('韩梅', { officeId: ZB, role: 'quality' })).toBe('staff-posts/not-yours');
    expect(await may('吴桐', { officeId: ZB, role: 'leadership' })).toBe('staff-posts/not-yours');
    expect(await may('曾勇', { officeId: ZB, role: 'leadership' })).toBe('staff-posts/not-yours');
    expect(await may('郑涛', { name: '郑涛', phone: numberOf('郑涛') })).toBe('staff-posts/own');
    expect(await may('韩梅', { role: 'director' })).toBe('ok');
    expect(await may('曾勇', { officeId: ZB, role: 'quality', phone: '13911113333', name: '陆远' })).toBe('ok');
    expect(await may('蔡建华', { officeId: ZB, role: 'managementRepresentative', scope: 'line', phone: '13911114444', name: '苏明' })).toBe('ok');
  });

  test('总经理交给下一位：自己的到此为止', async () => {
    await appointed('蔡建华', { officeId: await s.officeId('ZB'), role: 'generalManager' });
    const rows = await s.world.house.db.execute<{ name: string }>(
      sql`select p.name from appointments a join people p on p.id = a.person_id where a.role = 'generalManager' and (a.until_at is null or a.until_at > ${s.world.now().toISOString()})`,
    );
    expect(rows.map((row) => row.name)).toEqual(['林大力']);
  });

  test('号码已经登记：姓名对不上就不办，也不说是谁；对上了就是同一个人，住户变同事', async () => {
    expect(await refusal(appointed('郑涛', { phone: numberOf('王秀兰') }))).toBe('staff-posts/not-the-same');
    const client = await s.client('郑涛');
    const refused = await client
      .appoint({ ...NEW, phone: numberOf('王秀兰'), officeId: await s.officeId('WT'), role: 'agent', from: TODAY } as never)
      .catch((error) => JSON.stringify(error));
    expect(refused).not.toContain('王秀兰');
    expect((await byPhone('o-ma', '马建军')).status).toBe(200);
    // WeChat has vouched for the number already: no code is needed.
    const made = await appointed('郑涛', { name: '马建军', phone: numberOf('马建军') });
    expect([made.personId, made.code]).toEqual([await s.personId('马建军'), null]);
    expect(await refusal(appointed('郑涛', { name: '马建军', phone: numberOf('马建军') }))).toBe('staff-posts/held');
  });

  test('服务中心核对绑上的住户成了同事，要凭邀请码再进一次', async () => {
    await s.world.house.db.execute(
      sql`insert into wechat_accounts (id, openid, person_id, bound_at, seen_at, via) values (${s.world.house.newId()}, 'o-typed', ${await s.personId('马建军')}, ${s.world.now().toISOString()}, ${s.world.now().toISOString()}, 'request')`,
    );
    const made = await appointed('郑涛', { name: '马建军', phone: numberOf('马建军') });
    expect(made.code).not.toBeNull();
    const [left] = await s.world.house.db.execute(sql`select 1 from wechat_accounts where openid = 'o-typed' and unbound_at is null`);
    expect(left).toBeUndefined();
  });

  test('要填的没填、日子不对，说是哪一项；同时任命两次只成一次', async () => {
    const field = (more: object) =>
      appointed('郑涛', more).then(
        () => 'ok',
        (error) => error.errors?.[0]?.field ?? error.code,
      );
    expect(await field({ trades: [] })).toBe('trades');
    expect(await field({ role: 'departmentHead' })).toBe('department');
    expect(await field({ role: 'departmentHead', department: 'finance' })).toBe('department');
    expect(await field({ role: 'quality' })).toBe('role');
    expect(await field({ from: '2026-03-01' })).toBe('from');
    expect(await field({ phone: '1391111' })).toBe('phone');
    expect(await field({ officeId: crypto.randomUUID() })).toBe('officeId');
    const both = await Promise.all([field({}), field({})]);
    expect(both.sort()).toEqual(['ok', 'staff-posts/held']);
  });

  test('名册只给定岗的人看：主任看本小区，人事看总部和各主任', async () => {
    expect((await names('郑涛')).map(([name]) => name)).toEqual(['梧桐里']);
    expect((await names('韩梅')).map(([name]) => name)).toEqual(['回音物业总部', '海棠湾', '梧桐里']);
    for (const name of ['林晓芸', '赵建国', '袁媛', '王秀兰'])
      expect(await refusal((await s.client(name)).staffPosts({}))).toBe('staff-posts/not-yours');
  });
});

describe('手册 A3、Z15 离任、换岗：手上的都交出去', () => {
  test('师傅离任：交给同事的归同事，没说的退回服务中心；离了的人什么也看不到，谁办的记着', async () => {
    const one = await s.resident('王秀兰').reports({ category: 'burst_pipe', words: '厨房水管爆了' });
    const two = await s.resident('马建军').reports({ category: 'tap', words: '龙头滴水' });
    for (const ticket of [one, two]) await s.agent('林晓芸').dispatches(ticket, '赵建国');
    const boss = await s.client('郑涛');
    const held = await boss.heldByPost({ id: await postOf('赵建国') });
    expect([held.matters.map((line) => line.label), held.takers.map((taker) => taker.name).sort(), held.climbsTo]).toEqual([
      [one.number, two.number],
      ['孙磊', '钱大勇'],
      null,
    ]);
    const done = await ends('郑涛', '赵建国', { hands: [{ id: one.id, to: await s.personId('孙磊') }] });
    expect(done.handedOn).toBe(2);
    expect([await assignee(one.id), await assignee(two.id)]).toEqual([
      ['dispatched', '孙磊'],
      ['received', null],
    ]);
    expect(await refusal((await s.client('赵建国')).ticket({ id: two.id }))).toBe('seen/not-found');
    const history = (await s.detail('林晓芸', two)).history.map((line) => line.text);
    expect(history.join()).toContain('师傅离开了这个岗位，退回另派');
    expect(await refusal(ends('郑涛', '赵建国'))).toBe('staff-posts/ended');
    const [kept] = await s.world.house.db.execute<{ by: string }>(
      sql`select b.name as by from appointments a join people b on b.id = a.ended_by_id where a.id = ${await postOf('赵建国')}`,
    );
    expect(kept!.by).toBe('郑涛');
  });

  test('客服离任：来信给上一级，她管的渠道给同事；客服全走了，往上走，页面说是谁', async () => {
    const client = await s.client('周敏');
    await client.nameKeeper({ officeId: await s.officeId('WT'), channel: 'suggestion_box', keeperId: await s.personId('林晓芸') });
    const done = await ends('郑涛', '林晓芸', { handTo: await s.personId('何静') });
    expect(done.handedOn).toBe(1);
    const kept = (await client.keepers({})).offices[0]!.channels.find((one) => one.channel === 'suggestion_box')!;
    expect(kept.keeper?.name).toBe('何静');
    expect((await (await s.client('郑涛')).heldByPost({ id: await postOf('何静') })).climbsTo).toEqual(['服务中心负责人']);
    await ends('郑涛', '何静');
    const ticket = await s.resident('王秀兰').reports({ category: 'tap', words: '龙头滴水' });
    await s.agent('周敏').dispatches(ticket, '孙磊');
    expect(await assignee(ticket.id)).toEqual(['dispatched', '孙磊']);
  });

  test('最后一位主任离任：往上走到品质管理部', async () => {
    expect((await (await s.client('韩梅')).heldByPost({ id: await postOf('郑涛') })).climbsTo).toEqual(['品质管理部']);
    await ends('韩梅', '郑涛');
    expect(await names('韩梅')).toHaveLength(3);
  });

  test('做到某一天：那天 24:00 前照样干活，过了钟就交出去；钟走两遍、同时走，结果一样', async () => {
    const ticket = await s.resident('王秀兰').reports({ category: 'tap', words: '龙头滴水' });
    await s.agent('林晓芸').dispatches(ticket, '赵建国');
    await ends('郑涛', '赵建国', { lastDay: '2026-03-04', handTo: await s.personId('孙磊') });
    s.at('2026-03-04 23:59');
    await lookAfterPosts(s.world.house);
    expect(await assignee(ticket.id)).toEqual(['dispatched', '赵建国']);
    await (await s.client('赵建国')).ticket({ id: ticket.id });
    s.at('2026-03-05 00:00');
    expect(await Promise.all([lookAfterPosts(s.world.house), lookAfterPosts(s.world.house)]).then((done) => done.reduce((a, b) => a + b))).toBe(1);
    expect(await lookAfterPosts(s.world.house)).toBe(0);
    expect(await assignee(ticket.id)).toEqual(['dispatched', '孙磊']);
  });

  test('升职：师傅升工程主管，手上的交出去；客服升主任由公司办；不能自己升自己', async () => {
    const ticket = await s.resident('王秀兰').reports({ category: 'tap', words: '龙头滴水' });
    await s.agent('林晓芸').dispatches(ticket, '赵建国');
    const moves = async (by: string, name: string, more: object) =>
      (await s.client(by)).movePost({ id: await postOf(name), officeId: await s.officeId('WT'), handTo: null, hands: [], ...more } as never);
    await moves('郑涛', '赵建国', { role: 'engineeringSupervisor' });
    expect(await assignee(ticket.id)).toEqual(['received', null]);
    const session = await (await s.client('赵建国')).session({});
    expect(session.appointments.map((one) => one.role)).toEqual(['engineeringSupervisor']);
    expect(await refusal(moves('郑涛', '林晓芸', { role: 'director' }))).toBe('staff-posts/not-yours');
    await moves('韩梅', '林晓芸', { role: 'director' });
    expect((await (await s.client('林晓芸')).session({})).appointments.map((one) => one.role)).toEqual(['director']);
    expect(await refusal(moves('韩梅', '何静', { role: 'technician', trades: ['general'] }))).toBe('staff-posts/not-yours');
    expect(await refusal(moves('郑涛', '郑涛', { role: 'agent' }))).toBe('staff-posts/own');
  });

  test('既是同事又是住户：离了任，家里的还在', async () => {
    const ticket = await s.resident('何静').reports({ category: 'doors', words: '我家的门' });
    await ends('郑涛', '何静');
    const session = await (await s.client('何静')).session({});
    expect([session.appointments, session.homes.length]).toEqual([[], 1]);
    expect((await (await s.client('何静')).ticket({ id: ticket.id })).number).toBe(ticket.number);
  });
});
