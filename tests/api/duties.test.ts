import { beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { lookAfterDuties } from '../../api/duties/opening.ts';
import { sweep } from '../../api/ledger/sweep.ts';
import type { KeptChannel } from '../../shared/duties/channels.ts';
import { storyOfEach } from '../support/api-story.ts';
import { parts } from '../support/sheets.ts';
import { refusal } from '../support/story.ts';

// Wednesday; the Sunday of this week New York puts its clocks forward.
const s = storyOfEach({ at: '2026-03-04 10:00' });
const HOME = '3栋2单元502';
let officeId = '';

beforeEach(async () => {
  const [row] = await s.world.house.db.execute<{ id: string }>(sql`select id from offices where letters = 'WT'`);
  officeId = row!.id;
});

/** What cron does, without messages. */
async function looksAfter(): Promise<void> {
  await sweep(s.world.house);
  await lookAfterDuties(s.world.house);
}

const names = async (by: string, channel: KeptChannel, keeper: string | null) =>
  (await s.client(by)).nameKeeper({ officeId, channel, keeperId: keeper === null ? null : await s.personId(keeper) });
const duties = async (name: string, show: 'owed' | 'past' = 'owed') => (await (await s.client(name)).duties({ show })).items;
const roundOf = async (name: string, title: string, show: 'owed' | 'past' = 'owed') => (await duties(name, show)).find((one) => one.title === title);
const countOf = (where: string) => s.count(sql`select count(*)::int as n from errands where kind = 'duty' and ${sql.raw(where)}`);
/** What somebody was told of duties; without a name of all of them but what units look through (D9). */
const heard = async (name: string, duty: string | null = null) =>
  (
    await s.world.house.db.execute<{ did: string; n: number; row: number | null }>(sql`
    select i.did, count(*)::int as n, max((i.facts #>> '{of,inARow}')::int) as row from inbox i join people p on p.id = i.person_id join errands e on e.id = i.subject
    where p.name = ${name} and e.kind = 'duty' and (e.facts->>'duty' = ${duty} or ${duty}::text is null and e.facts->>'duty' <> 'unit_review') group by i.did order by i.did`)
  ).map(({ did, n, row }) => [did, n, row]);

/** The register of rounds as somebody takes it out, all its words. */
async function rowsOfRegister(name: string): Promise<string> {
  const span = { from: '2026-02-28T16:00:00.000Z', until: '2026-03-31T16:00:00.000Z' };
  const { file } = await (await s.client(name)).exportRegister({ register: 'rounds', officeId, ...span });
  const found = parts(new Uint8Array(await (await s.fetch(name, file)).arrayBuffer()));
  return Object.values(found).join('');
}

/** The box alone, so that misses of other channels say nothing. */
async function keepsTheBoxAlone(): Promise<void> {
  for (const channel of ['notice_board', 'website', 'email', 'official_account', 'chat_group', 'forum'] as const) await names('周敏', channel, null);
  await names('周敏', 'suggestion_box', '何静');
}

describe('手册 I13 各渠道由谁看', () => {
  test('主任和服务中心负责人指定，别人不行；只能选在这个小区上班的；换过的都留着', async () => {
    await names('郑涛', 'suggestion_box', '何静');
    s.at('2026-03-05 10:00');
    await names('周敏', 'suggestion_box', '林晓芸');
    await names('周敏', 'forum', null);
    for (const name of ['林晓芸', '陈立', '吴桐', '唐慧']) expect(await refusal(names(name, 'email', '何静'))).toBe('keepers/not-yours');
    expect(await refusal(names('郑涛', 'email', '宋雨'))).toBe('request/invalid');
    expect(await refusal(names('王秀兰', 'email', '何静'))).toBe('duties/staff-only');
    const [office] = (await (await s.client('林晓芸')).keepers({})).offices;
    expect(office).toMatchObject({ name: '梧桐里', mayName: false, everyDays: 7 });
    expect(office!.channels.find((one) => one.channel === 'suggestion_box')).toMatchObject({
      keeper: { name: '林晓芸', left: false },
      off: false,
      byName: '周敏',
    });
    expect(office!.channels.find((one) => one.channel === 'forum')).toMatchObject({ keeper: null, off: true });
    expect(office!.channels.find((one) => one.channel === 'email')).toMatchObject({ keeper: null, off: false, since: null });
    expect((await (await s.client('吴桐')).keepers({})).offices.map((one) => one.name)).toEqual(['海棠湾', '梧桐里']);
    expect(await s.count(sql`select count(*)::int as n from channel_keepers`)).toBe(3);
    expect(await refusal((await s.client('王秀兰')).keepers({}))).toBe('duties/staff-only');
  });

  test('一个渠道也没有指定过的小区，还什么都不用做；不上班的地方看不到', async () => {
    s.at('2026-06-01 10:00');
    await looksAfter();
    expect(await countOf('true')).toBe(0);
  });
});

describe('手册 I13、Z17 一轮一轮地开', () => {
  test('头一轮从下一个整周开始，每 7 天一轮；没有指定的归服务中心负责人；多看几遍、两边同时看，也只开一次', async () => {
    await names('周敏', 'suggestion_box', '何静');
    s.at('2026-03-09 00:00');
    await looksAfter();
    expect(await countOf('true')).toBe(0);
    s.at('2026-03-09 00:01');
    await Promise.all([lookAfterDuties(s.world.house), lookAfterDuties(s.world.house), lookAfterDuties(s.world.house)]);
    await looksAfter();
    expect(await countOf('true')).toBe(7);
    const box = await roundOf('何静', '开意见箱');
    expect(box).toMatchObject({ from: '2026-03-08T16:00:00.000Z', until: '2026-03-15T16:00:00.000Z', isMine: true, standing: 'owed', clause: 'I13' });
    expect(box!.promise).toMatchObject({ dueBy: '2026-03-15T16:00:00.000Z', warnAtPercent: 75 });
    expect((await roundOf('何静', '看邮箱'))!.holder.name).toBe('周敏');
    expect((await (await s.client('何静')).duties({})).mine).toBe(1);
    expect(await heard('何静')).toEqual([['given', 1, null]]);
    s.at('2026-03-16 00:01');
    await looksAfter();
    expect(await countOf(`facts->>'part' = 'suggestion_box'`)).toBe(2);
  });

  test('小区自己定得更勤，从下一轮起算', async () => {
    await keepsTheBoxAlone();
    s.at('2026-03-09 08:00');
    await looksAfter();
    await s.sets('WT', 'roundEveryDays', 3);
    s.at('2026-03-20 08:00');
    await looksAfter();
    const periods = await s.world.house.db.execute<{ key: string }>(sql`select key from errands where facts->>'duty' = 'round' order by key`);
    expect(periods.map((one) => one.key.split('/')[2])).toEqual(['2026-03-09', '2026-03-16', '2026-03-19']);
  });

  test('停了几个月再开：从最后一轮往后都补上，都记着没做；不一轮一轮地喊，每一级只听到一次', async () => {
    await keepsTheBoxAlone();
    s.at('2026-03-09 08:00');
    await looksAfter();
    s.at('2026-06-17 08:00');
    await looksAfter();
    await looksAfter();
    const rows = await s.world.house.db.execute<{ status: string; row: string | null }>(
      sql`select status, facts->>'inARow' as row from errands where facts->>'duty' = 'round' order by key`,
    );
    expect(rows).toHaveLength(15);
    expect(rows.slice(0, -1).map((one) => [one.status, Number(one.row)])).toEqual(Array.from({ length: 14 }, (_, n) => ['withdrawn', n + 1]));
    expect(rows[14]).toMatchObject({ status: 'given', row: null });
    expect(await heard('周敏')).toEqual(expect.arrayContaining([['lapsed', 1, 1]]));
    expect((await heard('郑涛')).filter(([did]) => did === 'lapsed')).toEqual([['lapsed', 1, 2]]);
    expect((await heard('吴桐')).filter(([did]) => did === 'lapsed')).toEqual([['lapsed', 1, 3]]);
    // A level once each: of two months of a department the director, then quality; of the company's the management representative.
    expect((await heard('郑涛', 'unit_review')).filter(([did]) => did === 'lapsed')).toEqual([['lapsed', 4, 1]]);
    expect((await heard('吴桐', 'unit_review')).filter(([did]) => did === 'lapsed')).toEqual([['lapsed', 4, 2]]);
    expect((await heard('彭浩', 'unit_review')).filter(([did]) => did === 'lapsed')).toEqual([['lapsed', 3, 1]]);
    expect((await heard('何静')).filter(([did]) => did !== 'given')).toEqual([['missed', 1, null]]);
  });

  test('关掉的渠道不用看，正开着的一轮不算没做；再打开，从下一个整轮开始', async () => {
    await keepsTheBoxAlone();
    s.at('2026-03-10 08:00');
    await looksAfter();
    await names('周敏', 'suggestion_box', null);
    expect(await roundOf('何静', '开意见箱', 'past')).toMatchObject({ standing: 'off', promise: { missed: false } });
    s.at('2026-04-15 08:00');
    await looksAfter();
    expect(await countOf(`facts->>'duty' = 'round'`)).toBe(1);
    await names('周敏', 'suggestion_box', '林晓芸');
    s.at('2026-04-20 08:00');
    await looksAfter();
    expect(await roundOf('林晓芸', '开意见箱')).toMatchObject({ from: '2026-04-19T16:00:00.000Z', isMine: true });
    expect(await countOf(`facts->>'duty' = 'round'`)).toBe(2);
  });
});

describe('手册 I13 看一轮', () => {
  beforeEach(async () => {
    await keepsTheBoxAlone();
    s.at('2026-03-10 09:00');
    await looksAfter();
  });

  test('打开、当场一张张记下来、写下结果；后来怎样，这一轮里看得到', async () => {
    const { id } = (await roundOf('何静', '开意见箱'))!;
    const he = await s.client('何静');
    expect(await he.duty({ id })).toMatchObject({ takenAs: 'suggestion_box', openedAt: null, actions: ['openRound'], tickets: [] });
    expect(await refusal(he.recordRound({ id, items: 0, words: '没有' }))).toBe('ticket/action-refused');
    expect(await he.openRound({ id })).toMatchObject({ standing: 'opened', openedByName: '何静', actions: ['recordRound'] });
    s.at('2026-03-10 09:20');
    const note = await s.agent('何静').takesDown({ category: 'doors', words: '单元门关不上', home: HOME, who: '王秀兰', channel: 'suggestion_box' });
    await s.agent('何静').takesDown({ category: 'doors', words: '打电话说的', home: HOME, who: '王秀兰', channel: 'hotline_service' });
    expect((await he.duty({ id })).tickets.map((one) => one.number)).toEqual([note.number]);
    s.at('2026-03-10 09:40');
    await he.recordRound({ id, items: 2, words: '一张说单元门，一张空白' });
    const done = await (await s.client('周敏')).duty({ id });
    expect(done).toMatchObject({
      standing: 'done',
      items: 2,
      words: '一张说单元门，一张空白',
      doneByName: '何静',
      actions: [],
      promise: { missed: false },
    });
    expect(done.tickets).toMatchObject([{ number: note.number, status: 'received' }]);
    await s.agent('林晓芸').dispatches(note, '赵建国');
    expect((await (await s.client('周敏')).duty({ id })).tickets).toMatchObject([{ status: 'dispatched' }]);
    s.at('2026-03-16 00:01');
    await looksAfter();
    expect(await heard('周敏')).toEqual([]);
    s.at('2026-03-23 00:01');
    await looksAfter();
    const words = await rowsOfRegister('周敏');
    for (const one of [
      '意见箱',
      '2026-03-09',
      '2026-03-15',
      '2026-03-10 09:00',
      '何静',
      '一张说单元门，一张空白',
      note.number,
      '看过了',
      '没有做',
      '还没打开',
    ])
      expect([one, words.includes(one)]).toEqual([one, true]);
    expect(await refusal(rowsOfRegister('赵建国'))).toBe('registers/not-yours');
  });

  test('里面没有，也是结果；别的同事不能替他开，服务中心负责人可以；住户看不到', async () => {
    const { id } = (await roundOf('何静', '开意见箱'))!;
    expect(await refusal((await s.client('林晓芸')).openRound({ id }))).toBe('ticket/not-yours');
    expect(await refusal((await s.client('赵建国')).duty({ id }))).toBe('seen/not-found');
    expect(await refusal((await s.client('宋雨')).duty({ id }))).toBe('seen/not-found');
    expect(await refusal((await s.client('王秀兰')).duty({ id }))).toBe('duties/staff-only');
    const head = await s.client('周敏');
    await head.openRound({ id });
    expect(await head.recordRound({ id, words: '没有' })).toMatchObject({ standing: 'done', items: 0, tickets: [] });
  });

  test('两个人同时记，只有一个算数，另一个听到已经有了变化', async () => {
    const { id } = (await roundOf('何静', '开意见箱'))!;
    await (await s.client('何静')).openRound({ id });
    const both = await Promise.allSettled([
      (await s.client('何静')).recordRound({ id, items: 1, words: '一张' }),
      (await s.client('周敏')).recordRound({ id, items: 3, words: '三张' }),
    ]);
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.flatMap((one) => (one.status === 'rejected' ? [(one.reason as { code: string }).code] : []))).toEqual(['ticket/action-refused']);
    expect(await s.count(sql`select count(*)::int as n from contacts where kind = 'errand'`)).toBe(1);
  });

  test('过了那一周，补不上了：没做就是没做；下一轮照开，按时做了就不再是连着', async () => {
    const first = (await roundOf('何静', '开意见箱'))!;
    s.at('2026-03-16 00:01');
    await looksAfter();
    expect(await refusal((await s.client('何静')).openRound({ id: first.id }))).toBe('ticket/action-refused');
    expect(await (await s.client('何静')).duty({ id: first.id })).toMatchObject({ standing: 'missed', inARow: 1, promise: { missed: true } });
    expect((await heard('周敏')).filter(([did]) => did === 'lapsed')).toEqual([['lapsed', 1, 1]]);
    const second = (await roundOf('何静', '开意见箱'))!;
    await (await s.client('何静')).openRound({ id: second.id });
    await (await s.client('何静')).recordRound({ id: second.id, words: '没有' });
    s.at('2026-03-30 00:01');
    await looksAfter();
    expect(await heard('郑涛')).toEqual([]);
    expect(await roundOf('何静', '开意见箱', 'past')).toMatchObject({ standing: 'missed', inARow: 1 });
  });

  test('负责人走了，这一轮归服务中心负责人；换了人，开着的一轮归新的人', async () => {
    const { id } = (await roundOf('何静', '开意见箱'))!;
    await names('周敏', 'suggestion_box', '林晓芸');
    expect(await (await s.client('林晓芸')).duty({ id })).toMatchObject({ isMine: true, holder: { name: '林晓芸' } });
    await s.world.house.db.execute(sql`update appointments set until_at = '2026-03-11T02:00:00Z' where person_id = ${await s.personId('林晓芸')}`);
    s.at('2026-03-11 11:00');
    await looksAfter();
    expect(await (await s.client('周敏')).duty({ id })).toMatchObject({ isMine: true, holder: { name: '周敏' }, actions: ['openRound'] });
    expect((await heard('周敏')).map(([did]) => did)).toEqual(['handed_on']);
    const [office] = (await (await s.client('周敏')).keepers({})).offices;
    expect(office!.channels.find((one) => one.channel === 'suggestion_box')).toMatchObject({ keeper: { name: '林晓芸', left: true } });
    s.at('2026-03-16 08:00');
    await looksAfter();
    expect((await roundOf('周敏', '开意见箱'))!.holder.name).toBe('周敏');
  });
});

describe('手册 D10、C9 每月要做的', () => {
  beforeEach(async () => {
    await keepsTheBoxAlone();
    s.at('2026-04-01 08:00');
    await looksAfter();
  });
  const monthly = async (name: string) =>
    (await duties(name)).filter((one) => one.duty !== 'round' && one.duty !== 'unit_review').map((one) => [one.title, one.holder.name]);

  test('各部门负责人向客服征求意见，服务中心汇总，主任看分析；月底过后 3 天内还算按时', async () => {
    expect((await monthly('周敏')).sort()).toEqual([
      ['向客服征求意见（工程部）', '陈立'],
      ['向客服征求意见（环境部）', '罗芳'],
      ['向客服征求意见（秩序维护部）', '郭卫东'],
      ['客服汇总建议', '周敏'],
      ['看当月分析', '郑涛'],
    ]);
    const asked = (await duties('罗芳')).find((one) => one.duty === 'ask_agents')!;
    expect(asked).toMatchObject({ title: '向客服征求意见（环境部）', isMine: true, clause: 'D10', promise: { dueBy: '2026-05-03T16:00:00.000Z' } });
    const luo = await s.client('罗芳');
    expect((await luo.duty({ id: asked.id })).actions).toEqual(['recordDuty']);
    expect(await refusal((await s.client('周敏')).recordRound({ id: asked.id, words: '问过了' }))).toBe('ticket/not-yours');
    await luo.recordRound({ id: asked.id, words: '问了林晓芸：垃圾清得晚，改成早上七点' });
    expect(await (await s.client('郑涛')).duty({ id: asked.id })).toMatchObject({ standing: 'done', words: '问了林晓芸：垃圾清得晚，改成早上七点' });
    expect((await heard('郑涛')).filter(([did]) => did === 'done')).toEqual([['done', 1, null]]);
  });

  test('迟了可以补：还是记着没按时；主任没做，往上报的是第几次', async () => {
    const own = (await duties('郑涛')).find((one) => one.title === '看当月分析')!;
    s.at('2026-05-04 00:01');
    await looksAfter();
    expect(await (await s.client('郑涛')).duty({ id: own.id })).toMatchObject({ standing: 'missed', inARow: 1, actions: ['recordDuty'] });
    s.at('2026-05-06 09:00');
    await (await s.client('郑涛')).recordRound({ id: own.id, words: '漏水最多，换接头' });
    expect(await (await s.client('郑涛')).duty({ id: own.id })).toMatchObject({ standing: 'done_late', inARow: 1, promise: { missed: true } });
  });
});
