import { beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { shanghaiTime } from '../../shared/kernel/time.ts';
import { storyOfEach } from '../support/api-story.ts';
import type { Told } from '../support/deeds.ts';
import { refusal } from '../support/story.ts';

const s = storyOfEach({ at: '2026-03-02 09:00' });
const as = (name: string) => s.client(name);
const iso = (wall: string) => shanghaiTime(wall).toISOString();
const key = () => ({ key: crypto.randomUUID() });

let ticket: Told;
beforeEach(async () => {
  ticket = await s.resident('周文静').speaks('suggestion', '楼下的绿篱该修了');
});

type Slip = Partial<Parameters<Awaited<ReturnType<typeof as>>['giveErrand']>[0]>;
const gives = async (name: string, slip: Slip = {}) =>
  (await as(name)).giveErrand(
    {
      kind: 'handover',
      ticketId: ticket.id,
      department: 'environment',
      content: '修 4 栋楼下的绿篱',
      answerBy: iso('2026-03-02 17:00'),
      lead: false,
      ...slip,
    },
    key(),
  );
const look = async (name: string, id: string) => (await as(name)).errand({ id });
const may = async (name: string, id: string) => (await look(name, id)).actions.map((one) => one.action).sort();
/** What the clock found missed, but for the resident's own matter. */
const missed = async () => (await s.newlyMissed()).filter(([number]) => number !== ticket.number);
const heard = async (name: string) => (await (await as(name)).inbox({})).items.filter((one) => one.errandId !== null).map((one) => one.text);
const owed = async (id: string) =>
  Object.fromEntries((await look('吴桐', id)).promises.map((one) => [one.what, [one.clause, one.dueBy, one.keptAt !== null]] as const));

describe('手册 D1、D3、D4、D7 转给部门：写明答复时间，部门答应时间，办得久说进展，交回来，告诉住户', () => {
  test('一张单从头走到尾：转、接、说进展、交回、告诉住户、收下', async () => {
    const { id } = await gives('林晓芸');
    expect(await heard('罗芳')).toEqual(['有一张单子交给您']);
    expect(await owed(id)).toEqual({ slip_answered: ['D1', iso('2026-03-02 17:00'), false] });
    expect(await may('罗芳', id)).toEqual(['giveBack', 'take']);
    expect(await may('林晓芸', id)).toEqual(['lead', 'tellResident', 'withdraw']);
    await (await as('罗芳')).takeErrand({ id, promisedBy: iso('2026-03-02 16:00'), words: '' });
    expect(await owed(id)).toMatchObject({
      slip_answered: ['D1', iso('2026-03-02 17:00'), true],
      slip_done: ['D2', iso('2026-03-02 16:00'), false],
      slip_progress: ['D3', iso('2026-03-06 00:00'), false],
    });
    expect(await heard('林晓芸')).toEqual(['对方接下了，答应了时间']);
    await (await as('罗芳')).progressErrand({ id, words: '剪了一半', expectedBy: iso('2026-03-03 12:00') });
    await (await as('罗芳')).giveBackErrand({ id, words: '都修好了' });
    expect((await look('林晓芸', id)).promisedBy).toBe(iso('2026-03-02 16:00'));
    expect(await owed(id)).toMatchObject({
      slip_done: ['D2', iso('2026-03-02 16:00'), true],
      slip_received_back: ['D4', iso('2026-03-05 00:00'), false],
      resident_told: ['D7', iso('2026-03-04 00:00'), false],
    });
    const tap = key();
    for (let times = 0; times < 2; times += 1) await (await as('林晓芸')).tellResident({ id, how: 'message', words: '绿篱修好了，请您看看' }, tap);
    await (await as('林晓芸')).receiveErrand({ id, words: '' });
    const told = await s.detail('周文静', ticket);
    expect(told.thread.filter((one) => one.body === '绿篱修好了，请您看看')).toHaveLength(1);
    expect(JSON.stringify(told)).not.toContain('都修好了');
    expect((await s.detail('林晓芸', ticket)).thread.map((one) => one.body)).toContain('都修好了');
    expect(await look('罗芳', id)).toMatchObject({
      status: 'closed',
      standing: '办完了',
      words: '修 4 栋楼下的绿篱',
      to: '环境部 罗芳',
      holderName: '罗芳',
    });
    expect((await look('林晓芸', id)).promises.filter((one) => one.keptAt === null).map((one) => one.what)).toEqual(['progress_told']);
  });

  test('手册 D3 部门说了进展、改了时间，第二天过完前告诉住户；说过几次也只欠一句，告诉过就不欠', async () => {
    const { id } = await gives('何静');
    const owes = async () =>
      (await look('吴桐', id)).promises.filter((one) => one.what === 'progress_told').map((one) => [one.dueBy, one.keptAt, one.missed]);
    const mine = async (name: string) => (await (await as(name)).errands({ which: 'mine' })).items.map((one) => one.id);
    await (await as('罗芳')).takeErrand({ id, promisedBy: iso('2026-03-02 16:00'), words: '' });
    expect([await owes(), await heard('林晓芸')]).toEqual([[], []]);
    await (await as('罗芳')).progressErrand({ id, words: '要等园林公司来', expectedBy: iso('2026-03-12 12:00') });
    expect(await owes()).toEqual([[iso('2026-03-04 00:00'), null, false]]);
    expect([await heard('林晓芸'), await heard('何静')]).toEqual([[], ['对方说了进展', '对方接下了，答应了时间']]);
    expect([await mine('林晓芸'), await mine('何静'), await mine('郑涛')]).toEqual([[id], [id], []]);
    await (await as('罗芳')).progressErrand({ id, words: '园林公司约好了' });
    expect(await owes()).toHaveLength(1);
    s.at('2026-03-03 09:00');
    await (await as('林晓芸')).tellResident({ id, how: 'message', words: '绿篱要等园林公司，12 号中午前修好' });
    expect((await s.detail('周文静', ticket)).thread.map((one) => one.body)).toContain('绿篱要等园林公司，12 号中午前修好');
    expect([await owes(), await mine('林晓芸')]).toEqual([[[iso('2026-03-04 00:00'), iso('2026-03-03 09:00'), false]], []]);
    await (await as('罗芳')).progressErrand({ id, words: '剪了一半' });
    expect((await owes())[1]).toEqual([iso('2026-03-05 00:00'), null, false]);
    s.at('2026-03-05 00:00');
    expect(await missed()).toEqual([]);
    s.at('2026-03-05 00:01');
    expect(await missed()).toEqual([['信息传递单', 'progress_told']]);
    await (await as('罗芳')).giveBackErrand({ id, words: '修好了' });
    expect((await owes())[1]![2]).toBe(true);
    expect(await owed(id)).toMatchObject({ resident_told: ['D7', iso('2026-03-07 00:00'), false] });
  });

  test('手册 D3 接的时候就答应得比要求的晚，也要告诉住户；不是住户的事、没说是谁的，不欠', async () => {
    const { id } = await gives('林晓芸');
    await (await as('罗芳')).takeErrand({ id, promisedBy: iso('2026-03-05 10:00'), words: '工人后天才到' });
    expect(await owed(id)).toMatchObject({ progress_told: ['D3', iso('2026-03-04 00:00'), false] });
    await (await as('林晓芸')).tellResident({ id, how: 'phone', words: '电话里说了，要到 5 号' });
    expect(await owed(id)).toMatchObject({ progress_told: ['D3', iso('2026-03-04 00:00'), true] });
    const inside = await gives('林晓芸', { ticketId: undefined, officeId: await s.officeId('WT') });
    const unnamed = await gives('林晓芸', { ticketId: (await s.agent('林晓芸').takesUnnamedComplaint()).id });
    for (const slip of [inside, unnamed]) {
      await (await as('罗芳')).takeErrand({ id: slip.id, promisedBy: iso('2026-03-05 10:00'), words: '晚一点' });
      await (await as('罗芳')).progressErrand({ id: slip.id, words: '在办' });
      expect(Object.keys(await owed(slip.id))).not.toContain('progress_told');
    }
  });

  test('手册 D3、C3 投诉主任的，小区没有人来说：写单的人和品质管理部的“等我办”里有', async () => {
    const apart = await s.resident('王秀兰').complains({ against: ['director'] });
    const { id } = await gives('程颖', { kind: 'work_letter', ticketId: apart.id, department: 'finance' });
    const mine = async (name: string) => (await (await as(name)).errands({ which: 'mine' })).items.map((one) => one.id);
    const finance = await as('曹阳');
    await finance.takeErrand({ id, promisedBy: iso('2026-03-02 16:00'), words: '' });
    await finance.progressErrand({ id, words: '账在查' });
    expect(await mine('林晓芸')).toEqual([]);
    expect(await heard('林晓芸')).toEqual([]);
    for (const name of ['吴桐', '程颖']) expect([name, await mine(name)]).toEqual([name, [id]]);
    await (await as('程颖')).tellResident({ id, how: 'message', words: '账目在查，明天给您说' });
    expect([await mine('吴桐'), await mine('程颖')]).toEqual([[], []]);
  });

  test('没人接：过了要求的时间记超时，对方和写单的人知道，再上去是主任', async () => {
    const { id } = await gives('林晓芸');
    s.at('2026-03-02 17:00');
    expect(await missed()).toEqual([]);
    s.at('2026-03-02 17:01');
    expect(await missed()).toEqual([['信息传递单', 'slip_answered']]);
    expect((await heard('罗芳'))[0]).toBe('接下并答应时间：超时了');
    expect((await heard('林晓芸'))[0]).toBe('接下并答应时间：超时了');
    s.at('2026-03-02 19:01');
    await s.looksAfter();
    expect((await heard('郑涛'))[0]).toBe('接下并答应时间：超时了，请看看');
    expect((await look('郑涛', id)).promises[0]?.missed).toBe(true);
  });

  test('办得久：三天没有进展就超时；说了进展再从那天算', async () => {
    const { id } = await gives('林晓芸');
    await (await as('罗芳')).takeErrand({ id, promisedBy: iso('2026-03-12 12:00'), words: '要等园林公司来' });
    s.at('2026-03-05 12:00');
    await (await as('罗芳')).progressErrand({ id, words: '园林公司约好了' });
    s.at('2026-03-06 12:00');
    expect(await missed()).toEqual([]);
    s.at('2026-03-09 00:01');
    expect(await missed()).toEqual([['信息传递单', 'slip_progress']]);
  });

  test('答应得比要求的晚，要写为什么；过去的时间、离谱的时间、空话都退回', async () => {
    const { id } = await gives('林晓芸');
    const taking = async (promisedBy: string, words = '') => refusal((await as('罗芳')).takeErrand({ id, promisedBy: iso(promisedBy), words }));
    expect(await taking('2026-03-03 10:00')).toBe('request/invalid');
    expect(await taking('2026-03-02 08:00')).toBe('request/invalid');
    expect(await taking('2026-08-02 08:00', '很久')).toBe('request/invalid');
    expect(await refusal(gives('林晓芸', { content: '  ' }))).toBe('request/invalid');
    expect(await refusal(gives('林晓芸', { answerBy: iso('2026-03-02 08:59') }))).toBe('request/invalid');
    await (await as('罗芳')).takeErrand({ id, promisedBy: iso('2026-03-03 10:00'), words: '明天工人才到' });
  });

  test('没办好就退回再办：第二轮另有时间，第一轮留着；不归自己的不能动', async () => {
    const { id } = await gives('林晓芸');
    await (await as('罗芳')).giveBackErrand({ id, words: '修了' });
    expect(await refusal((await as('罗芳')).receiveErrand({ id, words: '' }))).toBe('ticket/not-yours');
    await (await as('何静')).sendBackErrand({ id, words: '西边没修', answerBy: iso('2026-03-03 10:00') });
    expect(await refusal((await as('林晓芸')).receiveErrand({ id, words: '' }))).toBe('ticket/action-refused');
    expect((await look('罗芳', id)).round).toBe(2);
    expect((await look('罗芳', id)).promises.filter((one) => one.what === 'slip_answered').map((one) => [one.round, one.dueBy])).toEqual([
      [1, iso('2026-03-02 17:00')],
      [2, iso('2026-03-03 10:00')],
    ]);
    await (await as('林晓芸')).withdrawErrand({ id, words: '住户自己剪了' });
    expect((await look('罗芳', id)).promises.every((one) => one.keptAt !== null || one.withdrawnAt !== null)).toBe(true);
  });
});

describe('手册 I3 几个部门的事定一个牵头的', () => {
  test('改由别的部门牵头，原来的就不是了；同时改，只有一个', async () => {
    const first = await gives('林晓芸', { lead: true });
    const second = await gives('林晓芸', { department: 'security' });
    await (await as('林晓芸')).leadErrand({ id: second.id });
    expect([(await look('林晓芸', first.id)).lead, (await look('林晓芸', second.id)).lead]).toEqual([false, true]);
    expect((await heard('罗芳'))[0]).toBe('牵头的部门变了');
    const third = await gives('林晓芸', { department: 'engineering' });
    await Promise.allSettled([(await as('林晓芸')).leadErrand({ id: first.id }), (await as('何静')).leadErrand({ id: third.id })]);
    const of = await (await as('林晓芸')).errandsOfTicket({ id: ticket.id });
    expect(of.items.filter((one) => one.lead)).toHaveLength(1);
  });
});

describe('手册 D5 小区解决不了的转呈公司的部门，办好了由小区验证', () => {
  test('转呈财务：办好三天内验证；没验证记超时；不行就退回', async () => {
    expect(await refusal(gives('林晓芸', { kind: 'referral', department: 'environment' }))).toBe('request/invalid');
    const { id } = await gives('林晓芸', { kind: 'referral', department: 'finance', content: '住户问的退费账目' });
    expect(await heard('曹阳')).toEqual(['有一张单子交给您']);
    await (await as('曹阳')).giveBackErrand({ id, words: '账目核过了' });
    expect(await may('郑涛', id)).toEqual(['sendBack', 'verify']);
    expect((await owed(id)).slip_verified).toEqual(['D5', iso('2026-03-06 00:00'), false]);
    s.at('2026-03-06 00:01');
    expect((await missed()).map(([, what]) => what)).toEqual(expect.arrayContaining(['slip_verified']));
    expect(await refusal((await as('林晓芸')).verifyErrand({ id, words: '' }))).toBe('request/invalid');
    await (await as('郑涛')).verifyErrand({ id, words: '和住户一起对过，没有差错' });
    expect(await look('曹阳', id)).toMatchObject({ status: 'closed' });
    expect((await look('郑涛', id)).promises.find((one) => one.what === 'slip_verified')).toMatchObject({ missed: true });
  });
});

describe('手册 I8 紧急的事：先打电话再写单，十五分钟内联系上人，报到公司，事后写报告', () => {
  const person = async (name: string) => (await s.world.house.db.execute<{ id: string }>(sql`select id from people where name = ${name}`))[0]!.id;
  const urgent = async (name: string, slip: Slip = {}) =>
    gives(name, { kind: 'urgent', department: 'security', content: '3 栋电梯困人', calledPerson: await person('郭卫东'), ...slip });

  test('没打电话不能写；写了品质管理部和主任马上知道', async () => {
    expect(await refusal(gives('赵建国', { kind: 'urgent', ticketId: undefined, department: 'security' }))).toBe('request/invalid');
    const officeId = (await (await as('林晓芸')).errandUnits({})).offices[0]!.id;
    expect(await refusal(urgent('赵建国', { ticketId: undefined, officeId, calledPerson: undefined }))).toBe('request/invalid');
    const { id } = await urgent('赵建国', { ticketId: undefined, officeId });
    for (const name of ['郭卫东', '吴桐', '郑涛']) expect(await heard(name)).toEqual(['有一张单子交给您']);
    expect(await owed(id)).toMatchObject({
      people_reached: ['I8', iso('2026-03-02 09:15'), false],
      urgent_registered: ['I8', iso('2026-03-02 10:00'), false],
      urgent_reported: ['I8', iso('2026-03-04 00:00'), false],
    });
    s.at('2026-03-02 09:15');
    expect(await missed()).toEqual([]);
    s.at('2026-03-02 09:16');
    expect(await missed()).toEqual([['紧急信息处理单', 'people_reached']]);
  });

  test('联系上、登记、报告、交回、写纠正和预防措施报告，都做了才能收下', async () => {
    const { id } = await urgent('林晓芸');
    await (await as('林晓芸')).reachErrand({ id, words: '维保单位十分钟到，物业两人守着' });
    await (await as('郭卫东')).giveBackErrand({ id, words: '人都出来了' });
    expect((await owed(id)).slip_received_back).toBeUndefined();
    expect(await refusal((await as('林晓芸')).withdrawErrand({ id, words: '写错了' }))).toBe('ticket/action-refused');
    expect((await owed(id)).corrective_report).toEqual(['I8', iso('2026-03-10 00:00'), false]);
    expect(await refusal((await as('林晓芸')).receiveErrand({ id, words: '' }))).toBe('ticket/action-refused');
    expect(await refusal((await as('吴桐')).reportErrand({ id, words: '困人一起' }))).toBe('ticket/action-refused');
    await (await as('吴桐')).registerErrand({ id });
    await (await as('吴桐')).reportErrand({ id, words: '困人一起，二十分钟解救' });
    expect(await heard('彭浩')).toContain('有一件紧急的事报给您');
    await (await as('郭卫东')).writeReport({ id, cause: '门机皮带松', correction: '当场换了皮带', prevention: '每周查一次皮带' });
    await (await as('林晓芸')).receiveErrand({ id, words: '' });
    const done = await look('林晓芸', id);
    expect(done.status).toBe('closed');
    expect(done.history.map((one) => one.words).filter(Boolean)).toEqual(expect.arrayContaining(['原因：门机皮带松', '预防：每周查一次皮带']));
  });
});

describe('手册 C3、D2 谁也不替自己的事接单、收单', () => {
  test('被投诉的部门负责人接不到这张单，往上走；单子里也看不到', async () => {
    const complaint = await s.resident('王秀兰').complains({ door: 'company' }, '环境部说话不算数');
    await s.person('吴桐').points(complaint, { accused: ['罗芳'] });
    const units = (await (await as('吴桐')).errandUnits({ ticketId: complaint.id })).units;
    expect(units.find((one) => one.department === 'environment')?.headName).not.toBe('罗芳');
    const { id } = await gives('吴桐', { ticketId: complaint.id });
    expect((await look('吴桐', id)).holderName).not.toBe('罗芳');
    expect(await heard('罗芳')).toEqual([]);
    expect(await refusal((await as('罗芳')).errand({ id }))).toBe('seen/not-found');
  });

  test('自己家的事转不到自己手里；写单的人自己是负责人，往上走；接单的人不能替自己收下、撤回', async () => {
    await s.world.house.db.execute(sql`insert into residences (id, office_id, home_id, person_id, "as", from_at)
      select gen_random_uuid(), h.office_id, h.id, p.id, 'occupant', '2025-01-01' from homes h, people p where h.label = '4栋3单元602' and p.name = '罗芳'`);
    expect((await look('林晓芸', (await gives('林晓芸')).id)).holderName).toBe('郑涛');
    expect((await look('陈立', (await gives('陈立', { department: 'engineering' })).id)).holderName).toBe('郑涛');
    const { id } = await gives('郑涛', { department: 'serviceCentre' });
    expect(await may('周敏', id)).toEqual(['giveBack', 'take', 'tellResident']);
    await (await as('周敏')).giveBackErrand({ id, words: '办了' });
    expect(await may('周敏', id)).toEqual(['tellResident']);
  });

  test('总部没有小区的单子可写；牵头只是信息传递单的事', async () => {
    expect((await (await as('韩梅')).errandUnits({})).units).toEqual([]);
    expect((await (await as('吴桐')).errandUnits({})).offices.map((one) => one.name)).toEqual(['海棠湾', '梧桐里']);
    expect(await refusal(gives('吴桐', { ticketId: undefined, officeId: await s.officeId('ZB') }))).toBe('seen/not-found');
    expect((await look('林晓芸', (await gives('林晓芸', { kind: 'referral', department: 'finance', lead: true })).id)).lead).toBe(false);
  });
});

describe('谁看得见', () => {
  test('别的小区、无关的同事、住户都看不到；列表、消息、登记表也没有', async () => {
    const { id } = await gives('林晓芸');
    for (const name of ['宋雨', '谢军', '郭卫东', '韩梅']) expect(await refusal((await as(name)).errand({ id }))).toBe('seen/not-found');
    expect(await refusal((await as('周文静')).errands({ which: 'open' }))).toBe('errands/staff-only');
    expect(await refusal((await as('周文静')).errandsOfTicket({ id: ticket.id }))).toBe('seen/not-found');
    expect((await (await as('宋雨')).errands({ which: 'open' })).items).toEqual([]);
    expect((await (await as('罗芳')).errands({ which: 'mine' })).items.map((one) => one.id)).toEqual([id]);
    expect((await (await as('林晓芸')).errands({ which: 'given' })).items.map((one) => one.id)).toEqual([id]);
    expect((await (await as('吴桐')).errands({ which: 'open', kind: 'referral' })).items).toEqual([]);
  });

  test('同一次点按只写一张；两个人同时收下只算一次', async () => {
    const once = key();
    const slip = {
      kind: 'handover' as const,
      ticketId: ticket.id,
      department: 'environment' as const,
      content: '修绿篱',
      answerBy: iso('2026-03-02 17:00'),
      lead: false,
    };
    const both = await Promise.all([(await as('林晓芸')).giveErrand(slip, once), (await as('林晓芸')).giveErrand(slip, once)]);
    expect(new Set(both.map((one) => one.id)).size).toBe(1);
    expect(await refusal((await as('林晓芸')).giveErrand({ ...slip, content: '别的' }, once))).toBe('request/key-reused');
    const { id } = both[0]!;
    await (await as('罗芳')).giveBackErrand({ id, words: '好了' });
    const owedTo = async (name: string) => (await (await as(name)).errands({ which: 'mine' })).items.map((one) => one.id);
    expect([await owedTo('罗芳'), await owedTo('林晓芸')]).toEqual([[], [id]]);
    const taken = await Promise.allSettled(['林晓芸', '何静'].map(async (name) => (await as(name)).receiveErrand({ id, words: '' })));
    expect(taken.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});
