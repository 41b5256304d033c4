import { describe, expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { lookAfterDuties } from '../../api/duties/opening.ts';
import { sweep } from '../../api/ledger/sweep.ts';
import type { ExchangeKind } from '../../shared/exchange/kinds.ts';
import type { Department } from '../../shared/kernel/people.ts';
import { shanghaiTime } from '../../shared/kernel/time.ts';
import { storyOfEach } from '../support/api-story.ts';
import { parts } from '../support/sheets.ts';
import { refusal } from '../support/story.ts';

const s = storyOfEach({ at: '2026-03-02 09:00' });
const as = (name: string) => s.client(name);
const iso = (wall: string) => shanghaiTime(wall).toISOString();
const key = () => ({ key: crypto.randomUUID() });

type Noted = Partial<Parameters<Awaited<ReturnType<typeof as>>['noteExchange']>[0]>;

const LAW = { source: '市住建局', title: '电梯维保新规', words: '每台电梯每十五天保养一次', holdsFrom: '2026-05-01' };

/** Registers what somebody noticed. */
const notes = async (name: string, kind: ExchangeKind, text: Noted = {}, sent = key()) =>
  (await as(name)).noteExchange({ kind, receivedAt: iso('2026-03-02 08:30'), ...LAW, ...(text as typeof LAW) }, sent);
const inside = { holdsFrom: null };
const open = async (name: string, id: string) => (await as(name)).exchange({ id });
const list = async (name: string, show: 'all' | 'outside' | 'inside' = 'all') =>
  (await (await as(name)).exchanges({ show })).items.map((one) => `${one.outside ? '*' : ''}${one.label}：${one.title} ${one.outcome}`.trim());
const heard = async (name: string) => (await (await as(name)).inbox({})).items.filter((one) => one.errandId !== null).map((one) => one.text);
const mine = async (name: string) => (await (await as(name)).errands({ which: 'mine' })).items;

/** Gives a piece out; letters of the office and the department. */
async function gives(
  name: string,
  id: string,
  units: readonly [letters: string, department: Department][],
  answerBy = '2026-03-06 18:00',
  words = '',
) {
  const of = await Promise.all(units.map(async ([letters, department]) => ({ officeId: await s.officeId(letters), department })));
  return (await as(name)).distributeExchange({ id, units: of, answerBy: iso(answerBy), words }, key());
}

describe('手册 D6 有价值的信息都登记，外来的标 *', () => {
  test('内部的归工作日志，部门转来的客户信息归与客户沟通登记表并写明哪个部门，外来的归信息交流表；单子也在里面', async () => {
    const log = await notes('周敏', 'result', { ...inside, source: '工程部', title: '3 栋水泵换好了', words: '厂家来换的' });
    const passed = await notes('林晓芸', 'forwarded', { ...inside, title: '9 栋住户嫌路灯暗', department: 'security' } as Noted);
    const law = await notes('吴桐', 'law');
    expect([await open('周敏', log.id), await open('周敏', passed.id), await open('吴桐', law.id)].map((one) => [one.outside, one.book])).toEqual([
      [false, '工作日志'],
      [false, '与客户沟通登记表'],
      [true, '信息交流表'],
    ]);
    await (await as('林晓芸')).giveErrand(
      {
        kind: 'handover',
        officeId: await s.officeId('WT'),
        department: 'environment',
        content: '修绿篱',
        answerBy: iso('2026-03-03 18:00'),
        lead: false,
      },
      key(),
    );
    expect(await list('郑涛')).toEqual([
      '信息传递单：修绿篱 等对方接下，要求明天 18:00 前',
      '部门转来的客户信息：9 栋住户嫌路灯暗',
      '问题的处理结果：3 栋水泵换好了',
    ]);
    expect(await list('吴桐', 'outside')).toEqual(['*法律法规：电梯维保新规 等品质管理部传达']);
    expect(await refusal(notes('林晓芸', 'forwarded', inside))).toBe('request/invalid');
  });

  test('内部的由服务中心、各部门负责人、主任和公司登记；别的小区的、师傅的、住户的不行；看得到的也是他们', async () => {
    for (const name of ['林晓芸', '罗芳', '陈立', '郑涛']) await notes(name, 'matter', { ...inside, title: `${name}记的` });
    for (const name of ['赵建国', '唐慧'])
      expect(await refusal(notes(name, 'matter', { ...inside, officeId: await s.officeId('WT') } as Noted))).toBe('exchange/not-yours');
    expect(await refusal(notes('王秀兰', 'law'))).toBe('exchange/staff-only');
    expect(await refusal((await as('王秀兰')).exchanges({}))).toBe('exchange/staff-only');
    expect(await list('罗芳')).toHaveLength(4);
    expect(await list('吴桐')).toHaveLength(4);
    expect([await list('唐慧'), await list('赵建国'), await list('曹阳')]).toEqual([[], [], []]);
  });

  test('更正和补记后来怎样都另起一版，原来的留着；别人不能改，两个人同时改的只有一个成', async () => {
    const { id } = await notes('罗芳', 'report', { ...inside, title: '绿化带有人倒垃圾', words: '看到三次' });
    const text = { ...LAW, ...inside, title: '绿化带有人倒垃圾', words: '看到三次', outcome: '装了摄像头' };
    expect(await refusal((await as('林晓芸')).amendExchange({ id, version: 1, ...text }))).toBe('exchange/not-yours');
    expect(await (await as('罗芳')).amendExchange({ id, version: 1, ...text })).toEqual({ id, version: 2 });
    expect(await (await as('罗芳')).amendExchange({ id, version: 1, ...text })).toEqual({ id, version: 2 });
    expect(await refusal((await as('郑涛')).amendExchange({ id, version: 1, ...text, outcome: '没管' }))).toBe('exchange/changed');
    const seen = await open('郑涛', id);
    expect([seen.outcome, seen.versions.map((one) => one.outcome)]).toEqual(['装了摄像头', ['', '装了摄像头']]);
    expect(await list('郑涛')).toEqual(['汇报：绿化带有人倒垃圾 装了摄像头']);
  });

  test('点了两次只记一条；时间不对、该写的没写的说是哪一项', async () => {
    const sent = key();
    const { id } = await notes('赵建国', 'supplier', {}, sent);
    expect((await notes('赵建国', 'supplier', {}, sent)).id).toBe(id);
    expect(await refusal(notes('赵建国', 'developer', {}, sent))).toBe('request/key-reused');
    expect(await s.count(sql`select count(*)::int as n from exchanges`)).toBe(1);
    for (const wrong of [{ receivedAt: iso('2026-03-02 09:01') }, { receivedAt: iso('2024-03-02 09:01') }, { outcome: '办了' }, { title: ' ' }])
      expect(await refusal(notes('赵建国', 'supplier', wrong as Noted))).toBe('request/invalid');
    expect(await refusal(notes('周敏', 'matter'))).toBe('request/invalid');
  });

  test('导出的信息交流登记表：标 *、来源、传达给谁、怎么处理的；转来的客户信息也在与客户沟通登记表里', async () => {
    const { id } = await notes('吴桐', 'law');
    await gives('吴桐', id, [['WT', 'engineering']]);
    const [slip] = await mine('陈立');
    await (await as('陈立')).answerNotice({ id: slip!.id, how: 'acted', words: '保养计划改了' });
    await notes('林晓芸', 'forwarded', { ...inside, title: '=嫌路灯暗', words: '9 栋说的', department: 'security' } as Noted);
    const sheet = async (name: string, register: 'exchanges' | 'contacts') => {
      const span = { from: iso('2026-03-01 00:00'), until: iso('2026-04-01 00:00') };
      const { file } = await (await as(name)).exportRegister({ register, officeId: await s.officeId('WT'), ...span });
      return Object.values(parts(new Uint8Array(await (await s.fetch(name, file)).arrayBuffer()))).join('');
    };
    const book = await sheet('吴桐', 'exchanges');
    for (const words of ['*', '法律法规', '市住建局', '电梯维保新规', '梧桐里工程部', '保养计划改了', '嫌路灯暗']) expect(book).toContain(words);
    const contacts = await sheet('郑涛', 'contacts');
    expect(contacts).toContain('嫌路灯暗');
    expect(contacts).toContain('秩序维护部');
    expect(await sheet('郑涛', 'exchanges')).toContain('电梯维保新规');
  });
});

describe('手册 D8 外来信息由品质管理部收，按时传达给各部门', () => {
  test('谁看到都可以交给品质管理部；三天内传达，第三天 24:00 还没有就是超时', async () => {
    const { id } = await notes('赵建国', 'supplier', { title: '门禁厂家停产' } as Noted);
    expect(await heard('吴桐')).toEqual(['有一件外来信息，请传达给各部门']);
    expect((await open('吴桐', id)).handling).toMatchObject({ dueBy: iso('2026-03-06 00:00'), actions: ['distribute', 'setAside'] });
    expect((await open('赵建国', id)).handling).toMatchObject({ actions: [] });
    expect((await mine('程颖')).map((one) => one.label)).toEqual(['外来信息']);
    s.at('2026-03-06 00:00');
    expect(await s.newlyMissed()).toEqual([]);
    s.at('2026-03-06 00:01');
    expect((await s.newlyMissed()).map(([, what]) => what)).toEqual(['outside_distributed']);
    expect((await open('吴桐', id)).handling).toMatchObject({ late: true });
    s.at('2026-03-10 00:01');
    await sweep(s.world.house);
    expect(await heard('彭浩')).toEqual(['传达给各部门：超时了，请看看']);
  });

  test('传达给选好的部门，各部门负责人收到、回话；没回话的到时间超时，报主任；传达过的不再传', async () => {
    const { id } = await notes('赵建国', 'law');
    const units = (await (await as('吴桐')).exchangeUnits({ id })).offices;
    expect(Object.fromEntries(units.map((one) => [one.name, one.units.map((unit) => `${unit.label}${unit.headName}`)]))).toMatchObject({
      回音物业总部: ['品质管理部程颖', '人事行政部韩梅', '财务核算中心曹阳', '总经办彭浩'],
      梧桐里: ['服务中心周敏', '工程部陈立', '秩序维护部郭卫东', '环境部罗芳'],
    });
    await gives(
      '吴桐',
      id,
      [
        ['WT', 'engineering'],
        ['WT', 'security'],
        ['ZB', 'finance'],
      ],
      '2026-03-06 18:00',
      '请传到每个人',
    );
    expect(await heard('赵建国')).toEqual(['传达给各部门了']);
    expect([await heard('陈立'), await heard('曹阳')]).toEqual([
      ['有一件外来信息传达给您，请传到人并回话'],
      ['有一件外来信息传达给您，请传到人并回话'],
    ]);
    const [slip] = await mine('陈立');
    expect(slip).toMatchObject({ kind: 'notice', words: '电梯维保新规。请传到每个人', standing: '等回话，要求3月6日 周五 18:00 前' });
    await (await as('陈立')).answerNotice({ id: slip!.id, how: 'acted', words: '保养计划改成十五天' });
    expect(await mine('陈立')).toEqual([]);
    await (await as('曹阳')).answerNotice({ id: (await mine('曹阳'))[0]!.id, how: 'not_ours', words: '与财务无关' });
    expect(await list('吴桐')).toEqual(['*法律法规：电梯维保新规 传达给 3 个部门，2 个回话了']);
    expect((await open('陈立', id)).notices.map((one) => [one.department, one.standing, one.words])).toEqual([
      ['工程部', '已经照着办了', '保养计划改成十五天'],
      ['秩序维护部', '等回话，要求3月6日 周五 18:00 前', null],
    ]);
    expect(await refusal(gives('吴桐', id, [['WT', 'engineering']]))).toBe('request/invalid');
    await gives('程颖', id, [
      ['WT', 'environment'],
      ['WT', 'engineering'],
    ]);
    expect((await open('吴桐', id)).notices).toHaveLength(4);
    s.at('2026-03-06 18:01');
    expect((await s.newlyMissed()).map(([, what]) => what)).toEqual(['notice_answered', 'notice_answered']);
    s.at('2026-03-08 12:00');
    await sweep(s.world.house);
    expect(await heard('郑涛')).toEqual(['传达到人并回话：超时了，请看看', '传达到人并回话：超时了，请看看']);
  });

  test('只有品质管理部传达；不用传达的写明为什么；没收到的部门看不到这一条', async () => {
    const { id } = await notes('罗芳', 'developer');
    for (const name of ['郑涛', '曹阳', '陈立']) expect(await refusal(gives(name, id, [['WT', 'engineering']]))).toBe('seen/not-found');
    expect(await refusal(gives('罗芳', id, [['WT', 'engineering']]))).toBe('ticket/not-yours');
    expect(await refusal((await as('罗芳')).exchangeUnits({ id }))).toBe('exchange/not-yours');
    await (await as('吴桐')).setAsideExchange({ id, words: '去年传达过' });
    expect(await heard('罗芳')).toEqual(['看过了，不用传达']);
    expect((await open('罗芳', id)).handling).toMatchObject({ standing: '看过，不用传达', words: '去年传达过', dueBy: null });
    await gives('吴桐', id, [['WT', 'engineering']]);
    expect(await list('陈立')).toEqual(['*开发商：电梯维保新规 传达给 1 个部门，0 个回话了']);
    expect(await list('周敏', 'outside')).toHaveLength(1);
    expect(await list('唐慧')).toEqual([]);
  });

  test('传错了可以撤回，撤回的再传一次；回过话的不能再回', async () => {
    const { id } = await notes('吴桐', 'standard');
    await gives('吴桐', id, [
      ['WT', 'engineering'],
      ['WT', 'security'],
    ]);
    const [mineOf, theirs] = [(await mine('陈立'))[0]!.id, (await mine('郭卫东'))[0]!.id];
    expect(await refusal((await as('周敏')).withdrawErrand({ id: theirs, words: '传错了' }))).toBe('ticket/not-yours');
    await (await as('程颖')).withdrawErrand({ id: theirs, words: '传错了' });
    expect(await mine('郭卫东')).toEqual([]);
    expect(await refusal((await as('郭卫东')).answerNotice({ id: mineOf, how: 'told', words: '说了' }))).toBe('seen/not-found');
    await (await as('陈立')).answerNotice({ id: mineOf, how: 'told', words: '早会上说了' });
    expect(await refusal((await as('陈立')).answerNotice({ id: mineOf, how: 'told', words: '又说了' }))).toBe('ticket/action-refused');
    expect(await list('吴桐')).toEqual(['*标准：电梯维保新规 传达给 1 个部门，都回话了']);
    await gives('吴桐', id, [['WT', 'security']]);
    expect((await mine('郭卫东')).map((one) => one.id)).not.toContain(theirs);
    expect(await list('吴桐')).toEqual(['*标准：电梯维保新规 传达给 2 个部门，1 个回话了']);
    expect(await refusal(gives('吴桐', id, [['WT', 'security']]))).toBe('request/invalid');
  });
});

describe('手册 D9 每个部门在例会上看收到的信息是怎么处理的', () => {
  const reviews = async (name: string, show: 'owed' | 'past' = 'owed') =>
    (await (await as(name)).duties({ show })).items.filter((one) => one.duty === 'unit_review');
  const looksAfter = async () => {
    await sweep(s.world.house);
    await lookAfterDuties(s.world.house);
  };

  test('小区和公司每个有负责人的部门，每个月一次；月底过后 3 天内还算按时，过了就是没有做，补不上（Z8）', async () => {
    for (const channel of ['suggestion_box', 'notice_board', 'website', 'email', 'official_account', 'chat_group', 'forum'] as const)
      await (await as('周敏')).nameKeeper({ officeId: await s.officeId('WT'), channel, keeperId: null });
    s.at('2026-04-01 00:01');
    await looksAfter();
    expect((await reviews('吴桐')).map((one) => `${one.officeName}${one.part} ${one.holder.name}`).sort()).toEqual([
      '回音物业总部finance 曹阳',
      '回音物业总部hr 韩梅',
      '回音物业总部quality 吴桐',
      '梧桐里engineering 陈立',
      '梧桐里environment 罗芳',
      '梧桐里security 郭卫东',
      '梧桐里serviceCentre 周敏',
    ]);
    const [own] = await reviews('曹阳');
    s.at('2026-05-04 00:00');
    await looksAfter();
    expect((await reviews('曹阳')).map((one) => one.standing)).toContain('owed');
    s.at('2026-05-04 00:01');
    await looksAfter();
    expect((await reviews('曹阳', 'past')).map((one) => [one.id, one.standing])).toEqual([[own!.id, 'missed']]);
    expect(await refusal((await as('曹阳')).recordRound({ id: own!.id, items: 0, words: '补一个' }))).toBe('ticket/action-refused');
  });

  test('看到这段时间收到的单子和外来信息，各到哪一步；记下来以后留着；上次会后来的，下次会上看', async () => {
    await (await as('周敏')).nameKeeper({ officeId: await s.officeId('WT'), channel: 'forum', keeperId: null });
    s.at('2026-04-01 08:00');
    await looksAfter();
    const { id } = await notes('吴桐', 'law', { receivedAt: iso('2026-04-01 07:00') } as Noted);
    await gives(
      '吴桐',
      id,
      [
        ['WT', 'environment'],
        ['WT', 'security'],
      ],
      '2026-04-03 18:00',
    );
    const given = async (content: string) =>
      (await as('林晓芸')).giveErrand(
        { kind: 'handover', officeId: await s.officeId('WT'), department: 'environment', content, answerBy: iso('2026-05-20 18:00'), lead: false },
        key(),
      );
    await given('修绿篱');
    await (await as('罗芳')).answerNotice({ id: (await mine('罗芳')).find((one) => one.kind === 'notice')!.id, how: 'told', words: '早会说了' });
    const [review] = await reviews('罗芳');
    const seen = async (one: string) => (await (await as('罗芳')).dutyReceived({ id: one })).items.map((line) => `${line.label} ${line.standing}`);
    expect(await seen(review!.id)).toEqual(['外部信息传达 已传达到人', '信息传递单 等对方接下，要求5月20日 周三 18:00 前']);
    expect(await refusal((await as('陈立')).recordRound({ id: review!.id, items: 0, words: '替他记' }))).toMatch(/not-found|not-yours/);
    s.at('2026-04-20 10:00');
    await (await as('罗芳')).recordRound({ id: review!.id, items: 9, words: '两件都看了，绿篱下周修' });
    expect((await reviews('罗芳', 'past')).map((one) => [one.standing, one.items])).toEqual([['done', 2]]);
    s.at('2026-04-25 10:00');
    const late = await given('收落叶');
    await (await as('罗芳')).giveBackErrand({ id: late.id, words: '收好了' });
    expect(await seen(review!.id)).toHaveLength(2);
    s.at('2026-05-01 08:00');
    await looksAfter();
    const next = (await reviews('罗芳'))[0]!;
    expect(await seen(next.id)).toEqual(['信息传递单 等对方接下，要求5月20日 周三 18:00 前', '信息传递单 办好了，等收下']);
  });
});
