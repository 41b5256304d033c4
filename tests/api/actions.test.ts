import { describe, expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { shanghaiTime } from '../../shared/kernel/time.ts';
import { storyOfEach } from '../support/api-story.ts';
import { refusal } from '../support/story.ts';

const s = storyOfEach({ at: '2026-04-02 09:00' });
const as = (name: string) => s.client(name);
const iso = (wall: string) => shanghaiTime(wall).toISOString();
const key = () => ({ key: crypto.randomUUID() });

type Action = Parameters<Awaited<ReturnType<typeof as>>['giveAction']>[0];
const gives = async (name: string, holder: string, action: Partial<Action> = {}, once = key()) =>
  (await as(name)).giveAction(
    {
      month: '2026-03',
      officeId: await s.officeId('WT'),
      about: { kind: 'repair', category: 'roof', building: '3' },
      holder: await s.personId(holder),
      content: '3 栋屋面分缝重做防水',
      dueBy: iso('2026-04-20 18:00'),
      ...action,
    },
    once,
  );
const look = async (name: string, id: string) => (await as(name)).errand({ id });
const may = async (name: string, id: string) => (await look(name, id)).actions.map((one) => one.action).sort();
const heard = async (name: string) => (await (await as(name)).inbox({})).items.map((one) => [one.title, one.text]);
const owed = async (id: string) =>
  Object.fromEntries(
    (await look('吴桐', id)).promises.map((one) => [`${one.what} ${one.round}`, [one.clause, one.owedBy, one.dueBy, one.keptAt !== null]] as const),
  );

describe('手册 C9 主要原因定纠正措施：有人做、有时间，做好了别人看有没有用', () => {
  test('主任定 → 主管做 → 主任看，没有用再做 → 有用才算完', async () => {
    const { id } = await gives('郑涛', '陈立');
    expect(await heard('陈立')).toEqual([['纠正措施', '有一条纠正措施请您做']]);
    expect(await look('陈立', id)).toMatchObject({
      about: { label: '3月 · 屋顶渗水 · 3栋', figure: { month: '2026-03', building: '3' } },
      to: '工程部 陈立',
    });
    expect(await owed(id)).toEqual({ 'action_done 1': ['C9', '陈立', iso('2026-04-20 18:00'), false] });
    expect([await may('陈立', id), await may('郑涛', id)]).toEqual([
      ['giveBack', 'progress'],
      ['handOn', 'withdraw'],
    ]);
    expect(await refusal((await as('陈立')).verifyErrand({ id, words: '自己看过' }))).toBe('ticket/not-yours');
    await (await as('陈立')).giveBackErrand({ id, words: '分缝都重做了' });
    expect(await owed(id)).toMatchObject({
      'action_done 1': ['C9', '陈立', iso('2026-04-20 18:00'), true],
      'action_checked 1': ['C9', '主任', iso('2026-05-03 00:00'), false],
    });
    expect((await (await as('郑涛')).errands({ which: 'mine' })).items.map((one) => [one.id, one.standing])).toEqual([[id, '做好了，等看有没有用']]);
    await (await as('郑涛')).sendBackErrand({ id, words: '又漏了两户', answerBy: iso('2026-05-10 18:00') });
    expect(await owed(id)).toMatchObject({ 'action_done 2': ['C9', '陈立', iso('2026-05-10 18:00'), false] });
    await (await as('陈立')).giveBackErrand({ id, words: '换了做法' });
    await (await as('郑涛')).verifyErrand({ id, words: '下了两场雨，没有再漏' });
    expect(await look('陈立', id)).toMatchObject({ status: 'closed', standing: '有用，办完了' });
  });

  test('主任自己做的，品质管理部看；公司定的也是', async () => {
    const own = await gives('郑涛', '郑涛');
    await (await as('郑涛')).giveBackErrand({ id: own.id, words: '做了' });
    expect((await owed(own.id))['action_checked 1']?.[1]).toBe('品质管理部');
    expect(await refusal((await as('郑涛')).verifyErrand({ id: own.id, words: '看过' }))).toBe('ticket/not-yours');
    await (await as('吴桐')).verifyErrand({ id: own.id, words: '去看过了' });
    const { id } = await gives('吴桐', '陈立');
    await (await as('陈立')).giveBackErrand({ id, words: '做了' });
    expect((await owed(id))['action_checked 1']?.[1]).toBe('品质管理部');
  });

  test('做的人走不开，换个人，时间不变；换给主任，就由品质管理部看', async () => {
    const { id } = await gives('吴桐', '陈立', { dueBy: iso('2026-04-20 18:00') });
    expect(await refusal((await as('吴桐')).handErrandOn({ id, holder: await s.personId('陈立') }))).toBe('request/invalid');
    expect(await refusal((await as('吴桐')).handErrandOn({ id, holder: await s.personId('王秀兰') }))).toBe('request/invalid');
    await (await as('郑涛')).handErrandOn({ id, holder: await s.personId('赵建国') });
    expect(await heard('赵建国')).toEqual([['纠正措施', '交给您了']]);
    expect(await owed(id)).toEqual({ 'action_done 1': ['C9', '赵建国', iso('2026-04-20 18:00'), false] });
    const other = await gives('周敏', '陈立');
    await (await as('吴桐')).handErrandOn({ id: other.id, holder: await s.personId('郑涛') });
    await (await as('郑涛')).giveBackErrand({ id: other.id, words: '做了' });
    expect((await owed(other.id))['action_checked 1']?.[1]).toBe('品质管理部');
  });

  test('服务中心负责人定的，要看的主任在“等我办”里看得到；做的人走了，主任也看得到', async () => {
    const { id } = await gives('周敏', '赵建国');
    const owedTo = async (name: string) => (await (await as(name)).errands({ which: 'mine' })).items.map((one) => one.id);
    expect([await owedTo('郑涛'), await owedTo('赵建国')]).toEqual([[], [id]]);
    await s.world.house.db.execute(
      sql`update appointments set until_at = ${iso('2026-04-02 09:00')} where person_id = ${await s.personId('赵建国')}`,
    );
    expect(await owedTo('郑涛')).toEqual([id]);
    s.at('2026-04-17 09:00');
    await s.looksAfter();
    expect(await heard('郑涛')).toContainEqual(['纠正措施', '做好纠正措施：快到时间了']);
    await (await as('郑涛')).handErrandOn({ id, holder: await s.personId('孙磊') });
    await (await as('孙磊')).giveBackErrand({ id, words: '做了' });
    expect(await owedTo('郑涛')).toEqual([id]);
  });

  test('到时间没做好，往上报', async () => {
    await gives('郑涛', '陈立');
    s.at('2026-04-20 18:01');
    expect((await s.newlyMissed()).map(([label, what]) => [label, what])).toEqual([['纠正措施', 'action_done']]);
    expect(await heard('陈立')).toContainEqual(['纠正措施', '做好纠正措施：超时了']);
  });
});

describe('谁能定、谁看得见', () => {
  test('客服、师傅、住户、别的小区的主任定不了；还没到的月份、不在这里的人、过去的时间都不行', async () => {
    for (const name of ['林晓芸', '赵建国', '王秀兰', '谢军']) expect(await refusal(gives(name, '陈立'))).toBe('analysis/not-yours');
    for (const wrong of [{ month: '2026-05' }, { holder: await s.personId('王秀兰') }, { dueBy: iso('2026-04-01 18:00') }, { content: ' ' }])
      expect(await refusal(gives('郑涛', '陈立', wrong))).toBe('request/invalid');
    expect((await (await as('郑涛')).analysisActions({ month: '2026-03' })).items).toEqual([]);
  });

  test('在那个月的分析里、登记表里找得到；别的小区看不到', async () => {
    const { id } = await gives('郑涛', '陈立');
    const officeId = await s.officeId('WT');
    const found = await (await as('郑涛')).analysisActions({ month: '2026-03', officeId });
    expect([found.items.map((one) => one.id), found.mayGive]).toEqual([[id], true]);
    expect(found.people.map((one) => one.name)).toEqual(expect.arrayContaining(['陈立', '吴桐']));
    expect((await (await as('郑涛')).analysisActions({ month: '2026-02' })).items).toEqual([]);
    expect(await refusal((await as('林晓芸')).analysisActions({ month: '2026-03' }))).toBe('analysis/not-yours');
    expect(await refusal((await as('宋雨')).errand({ id }))).toBe('seen/not-found');
  });

  test('同一次点按只定一条', async () => {
    const once = key();
    const both = await Promise.all([gives('郑涛', '陈立', {}, once), gives('郑涛', '陈立', {}, once)]);
    expect(new Set(both.map((one) => one.id)).size).toBe(1);
    expect(await refusal(gives('郑涛', '陈立', { content: '别的' }, once))).toBe('request/key-reused');
  });
});
