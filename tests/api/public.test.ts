import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { shanghaiTime } from '../../shared/kernel/time.ts';
import { type HttpStory, httpStory } from '../support/http-story.ts';
import { refusal, type Told } from '../support/story.ts';

let s: HttpStory;
beforeEach(async () => {
  s = await httpStory();
  s.at('2026-03-02 09:00');
});
afterEach(async () => {
  expect(s.world.reports).toEqual([]);
  await s.close();
});

const officeOf = async (letters: string) =>
  (await s.world.house.db.execute<{ id: string }>(sql`select id from offices where letters = ${letters}`))[0]!.id;
const MARCH = { from: shanghaiTime('2026-03-01 00:00').toISOString(), until: shanghaiTime('2026-04-01 00:00').toISOString() };
const LIFT = { category: 'lift', place: 'public', where: '3栋2单元电梯' } as const;
const WAGE = { itemId: null, label: '电梯厂家上门', unit: '次', kind: 'labour', quantity: 1, priceFen: 30_000 } as const;
const FUSE = { itemId: null, label: '熔断器', unit: '个', kind: 'material', quantity: 2, priceFen: 1_500 } as const;

async function onSite(report: { where?: string } = {}): Promise<Told> {
  const ticket = await s.resident('王秀兰').reports({ ...LIFT, ...report });
  await s.agent('林晓芸').dispatches(ticket, '赵建国');
  await s.technician('赵建国').arrives(ticket);
  return ticket;
}
const named = async (by: string, ticket: Told, name: string) => (await s.client(by)).nameFacility({ id: ticket.id, name });
const costs = async (by: string) => (await s.client(by)).publicCosts({ officeId: await officeOf('WT'), ...MARCH });

describe('手册 R7 公共设施：起一次名字，以后接着用', () => {
  test('同事起名字；别的同事再用就是同一处；住户点得到，写一样的名字也算', async () => {
    const first = await onSite();
    expect((await (await s.client('林晓芸')).ticket({ id: first.id })).suggestedFacility).toBe('3栋2单元电梯');
    await named('赵建国', first, '3栋2单元电梯');
    const office = await officeOf('WT');
    const [lift] = (await (await s.client('周文静')).facilities({ officeId: office })).items;
    expect(lift!.name).toBe('3栋2单元电梯');

    const tapped = await (await s.client('周文静')).report({
      place: 'public',
      homeId: await s.homeId('4栋3单元602'),
      category: 'lift',
      facilityId: lift!.id,
    });
    const written = await s.resident('马建军').reports(LIFT);
    for (const ticket of [first, tapped, written])
      expect((await (await s.client('林晓芸')).ticket({ id: ticket.id })).facility).toEqual({ id: lift!.id, name: '3栋2单元电梯' });
    expect((await (await s.client('林晓芸')).ticket({ id: tapped.id })).where).toBe('3栋2单元电梯');
    expect((await (await s.client('王秀兰')).ticket({ id: first.id })).facility).toBe(null);
    await named('林晓芸', written, '3栋2单元电梯');
    expect((await (await s.client('周文静')).facilities({ officeId: office })).items).toHaveLength(1);
  });

  test('家里的没有设施；别的小区的名字用不了；不住也不上班的看不到', async () => {
    const home = await s.resident('王秀兰').reports({ category: 'tap' });
    expect(await s.agent('林晓芸').may(home)).not.toContain('nameFacility');
    expect(await refusal(named('林晓芸', home, '水龙头'))).toBe('ticket/action-refused');
    const lift = await onSite();
    await named('林晓芸', lift, '3栋2单元电梯');
    const [one] = (await (await s.client('王秀兰')).facilities({ officeId: await officeOf('WT') })).items;
    expect(await refusal((await s.client('许若琳')).facilities({ officeId: await officeOf('WT') }))).toBe('facilities/not-yours');
    const elsewhere = (await s.client('许若琳')).report({
      place: 'public',
      homeId: await s.homeId('6栋1单元902'),
      category: 'lift',
      facilityId: one!.id,
    });
    expect(await refusal(elsewhere)).toBe('request/invalid');
    expect(await refusal(named('林晓芸', lift, ''))).toBe('request/invalid');
    expect(await refusal(named('王秀兰', lift, '电梯'))).toBe('ticket/not-yours');
  });
});

describe('手册 R7、R14 公共维修用了多少工、多少料', () => {
  test('师傅交的时候写上，主管再写一次算新的，以前的留着；住户不付钱，也看不到', async () => {
    const ticket = await onSite();
    await named('赵建国', ticket, '3栋2单元电梯');
    const photoId = await s.photo('赵建国', ticket, 'result');
    await (await s.client('赵建国')).finish({ id: ticket.id, result: '换了熔断器', photoIds: [photoId], spent: [WAGE, FUSE] });
    expect((await s.history(ticket)).slice(-2)).toEqual(['finished', 'spent']);
    const seen = await (await s.client('陈立')).ticket({ id: ticket.id });
    expect(seen.spending).toMatchObject({ version: 1, labourFen: 30_000, partsFen: 3_000, totalFen: 33_000, byName: '赵建国' });
    expect((await (await s.client('王秀兰')).ticket({ id: ticket.id })).spending).toBe(null);
    expect(await s.charged(ticket)).toMatchObject({ labourFen: 0, partsFen: 0 });

    s.at('2026-04-02 09:00');
    await (await s.client('陈立')).spend({ id: ticket.id, lines: [FUSE], why: '厂家没有收钱' });
    const again = await costs('陈立');
    expect(again.items).toEqual([
      { facility: { id: expect.any(String), name: '3栋2单元电梯' }, repairs: 1, labourFen: 0, partsFen: 3_000, totalFen: 3_000 },
    ]);
    expect(again.sum).toEqual({ repairs: 1, labourFen: 0, partsFen: 3_000, totalFen: 3_000 });
    const rows = await s.world.house.db.execute(sql`select version from spendings order by version`);
    expect(rows.map((row) => row.version)).toEqual([1, 2]);
  });

  test('数字点得开：每一处后面是哪几件，没写是哪一处的另算', async () => {
    const lift = await onSite();
    await named('林晓芸', lift, '3栋2单元电梯');
    const pump = await onSite({ where: '5栋楼道' });
    await (await s.client('赵建国')).spend({ id: lift.id, lines: [WAGE] });
    await (await s.client('陈立')).spend({ id: pump.id, lines: [] });
    const { items, sum } = await costs('郑涛');
    expect(items.map((one) => [one.facility?.name ?? null, one.repairs, one.totalFen])).toEqual([
      ['3栋2单元电梯', 1, 30_000],
      [null, 1, 0],
    ]);
    expect(sum.repairs).toBe(2);
    const behind = async (figure: string) =>
      (await (await s.client('郑涛')).publicCostLines({ officeId: await officeOf('WT'), ...MARCH, figure })).items.map((one) => one.number);
    expect(await behind(items[0]!.facility!.id)).toEqual([lift.number]);
    expect(await behind('unnamed')).toEqual([pump.number]);
    expect(await behind('all')).toEqual([pump.number, lift.number]);
    for (const name of ['王秀兰', '赵建国', '谢军']) expect([name, await refusal(costs(name))]).toEqual([name, 'registers/not-yours']);
  });

  test('费用表写明还有几件没记、是哪几件；没有花费的记一笔就不缺了', async () => {
    const lift = await onSite();
    await named('林晓芸', lift, '3栋2单元电梯');
    const pump = await onSite({ where: '5栋楼道' });
    const lamp = await onSite({ where: '6栋楼道' });
    for (const ticket of [lift, pump]) await s.technician('赵建国').finishes(ticket);
    expect((await costs('郑涛')).missing).toBe(2);
    const missing = async (by: string) =>
      (await (await s.client(by)).publicCostLines({ officeId: await officeOf('WT'), ...MARCH, figure: 'missing' })).items;
    expect(await missing('郑涛')).toMatchObject([
      { number: pump.number, where: '5栋楼道', byName: '赵建国', missingUntil: shanghaiTime('2026-03-06 00:00').toISOString() },
      { number: lift.number, where: '3栋2单元电梯', used: [], totalFen: 0 },
    ]);
    await (await s.client('陈立')).spend({ id: lift.id, lines: [] });
    expect((await missing('陈立')).map((one) => one.number)).toEqual([pump.number]);
    expect((await (await s.client('陈立')).publicCostLines({ officeId: await officeOf('WT'), ...MARCH, figure: 'all' })).items).toMatchObject([
      { number: lift.number, missingUntil: null },
    ]);
    expect(await costs('陈立')).toMatchObject({ missing: 1, sum: { repairs: 1, totalFen: 0 } });
    expect((await (await s.client('郑涛')).publicCosts({ officeId: await officeOf('HT'), ...MARCH }).catch((refused) => refused)).code).toBe(
      'registers/not-yours',
    );
    await s.technician('赵建国').finishes(lamp);
    expect((await missing('郑涛')).map((one) => one.number)).toEqual([lamp.number, pump.number]);
  });

  test('没修好，重新办：上一次的还欠着，写明是谁修的；这一次交的时候写的只算这一次，补记的只算上一次', async () => {
    const lift = await onSite();
    await named('林晓芸', lift, '3栋2单元电梯');
    await s.technician('赵建国').finishes(lift);
    await s.resident('王秀兰').saysNotFixed(lift);
    const missing = async () =>
      (await (await s.client('郑涛')).publicCostLines({ officeId: await officeOf('WT'), ...MARCH, figure: 'missing' })).items.map((one) => [
        one.number,
        one.byName,
      ]);
    expect(await missing()).toEqual([[lift.number, '赵建国']]);
    await s.agent('林晓芸').dispatches(lift, '孙磊');
    await s.technician('孙磊').arrives(lift);
    const photoId = await s.photo('孙磊', lift, 'result');
    await (await s.client('孙磊')).finish({ id: lift.id, result: '又换了熔断器', photoIds: [photoId], spent: [FUSE] });
    expect(await missing()).toEqual([[lift.number, '赵建国']]);
    expect((await (await s.client('陈立')).ticket({ id: lift.id })).spending).toBe(null);
    await (await s.client('陈立')).spend({ id: lift.id, lines: [WAGE] });
    expect(await missing()).toEqual([]);
    expect(await costs('郑涛')).toMatchObject({ missing: 0, items: [{ repairs: 1, labourFen: 30_000, partsFen: 3_000 }] });
    expect((await (await s.client('陈立')).ticket({ id: lift.id })).spending).toMatchObject({ version: 1, partsFen: 3_000 });
    const rows = await s.world.house.db.execute(sql`select round, version, labour_fen from spendings order by round`);
    expect(rows).toEqual([
      { round: 1, version: 1, labour_fen: 30_000 },
      { round: 2, version: 1, labour_fen: 0 },
    ]);
  });

  test('家里的记不了；没写单价的、贵得离谱的记不了；没到场记不了', async () => {
    const home = await s.resident('王秀兰').reports({ category: 'tap' });
    await s.agent('林晓芸').dispatches(home, '赵建国');
    await s.technician('赵建国').arrives(home);
    const spends = async (ticket: Told, line: object) => (await s.client('赵建国')).spend({ id: ticket.id, lines: [line as typeof WAGE] });
    expect(await refusal(spends(home, WAGE))).toBe('ticket/action-refused');
    const photoId = await s.photo('赵建国', home, 'result');
    const finished = (await s.client('赵建国')).finish({ id: home.id, result: '好了', photoIds: [photoId], spent: [WAGE] });
    expect(await refusal(finished)).toBe('request/invalid');
    const lift = await onSite();
    expect(await refusal(spends(lift, { ...WAGE, priceFen: null }))).toBe('request/invalid');
    expect(await refusal(spends(lift, { ...WAGE, priceFen: 5_000_001 }))).toBe('request/invalid');
    const waiting = await s.resident('王秀兰').reports({ ...LIFT, where: '1栋大堂' });
    expect(await refusal((await s.client('陈立')).spend({ id: waiting.id, lines: [] }))).toBe('ticket/action-refused');
  });
});

const NOTICE = {
  work: '检修3栋给水泵',
  place: '3栋地下泵房',
  from: shanghaiTime('2026-03-04 09:00').toISOString(),
  until: shanghaiTime('2026-03-04 12:00').toISOString(),
  doneBy: '工程部水电班',
  effect: '3栋停水三小时',
  areas: [{ building: 3, unit: 2 }],
};
const writes = async (by: string, notice: object = {}) => (await s.client(by)).submitNotice({ officeId: await officeOf('WT'), ...NOTICE, ...notice });
const seenBy = async (name: string) => (await (await s.client(name)).publications({ as: 'resident' })).items;
const news = async (name: string) => (await (await s.client(name)).inbox({})).items.filter((one) => one.publicationId !== null);
async function decides(by: string, id: string, verdict: 'approved' | 'returned' = 'approved', words = '') {
  const { pending } = await (await s.client(by)).publication({ id });
  return (await s.client(by)).decideApproval({ id: pending!.approvalId, round: pending!.round, step: pending!.step, verdict, words });
}

describe('手册 R7、P2 工程通知：一个人写，另一个人批，才到住户手里', () => {
  test('主管写，先数清发给几户；主任批准以前谁也看不到，批准以后那一单元的人收到', async () => {
    const ticket = await onSite();
    const office = await officeOf('WT');
    const preview = await (await s.client('陈立')).previewNotice({ officeId: office, areas: NOTICE.areas });
    expect(preview).toMatchObject({ audience: '3栋2单元', people: 2 });
    const { id } = await writes('陈立', { ticketId: ticket.id });
    expect(await seenBy('王秀兰')).toEqual([]);
    expect(await refusal((await s.client('王秀兰')).publication({ id }))).toBe('seen/not-found');
    expect((await news('郑涛')).map((one) => [one.text, one.title, one.publicationId])).toEqual([['有一份文字等您审核', '工程通知单', id]]);
    expect(await refusal(decides('陈立', id))).toBe('approval/not-yours');
    expect(await refusal(decides('林晓芸', id))).toBe('approval/not-yours');
    await decides('郑涛', id);

    const [mine] = await seenBy('王秀兰');
    expect(mine).toMatchObject({
      stand: 'out',
      ticket: null,
      pending: null,
      current: { work: NOTICE.work, effect: NOTICE.effect, audience: '3栋2单元' },
    });
    expect(mine!.issues[0]).toMatchObject({ homes: preview.homes, people: 2, byName: null, approverName: null });
    expect((await news('李德明')).map((one) => [one.text, one.publicationId])).toEqual([['有一张小区通知，请看看', id]]);
    for (const name of ['周文静', '许若琳']) expect([name, await seenBy(name), await news(name)]).toEqual([name, [], []]);
    expect((await (await s.client('林晓芸')).publication({ id })).issues[0]).toMatchObject({ byName: '陈立', approverName: '郑涛' });
  });

  test('更正和撤回也要批准；批准以前原来的作数，以前的都留着；收过的都再收到', async () => {
    const { id } = await writes('陈立');
    await decides('郑涛', id);
    expect(await refusal(writes('陈立', { publicationId: id }))).toBe('request/invalid');
    await writes('陈立', {
      publicationId: id,
      why: '厂家改了时间',
      from: shanghaiTime('2026-03-05 09:00').toISOString(),
      until: shanghaiTime('2026-03-05 12:00').toISOString(),
      areas: [{ building: 4, unit: null }],
    });
    expect((await seenBy('王秀兰'))[0]).toMatchObject({ stand: 'out', current: { from: NOTICE.from } });
    await decides('郑涛', id);
    expect((await seenBy('王秀兰'))[0]!.issues.map((one) => [one.label, one.why])).toEqual([
      ['通知', ''],
      ['更正', '厂家改了时间'],
    ]);
    expect((await news('王秀兰')).map((one) => one.text)).toEqual(['小区通知有更正，请看看', '有一张小区通知，请看看']);
    expect((await news('周文静')).map((one) => one.text)).toEqual(['小区通知有更正，请看看']);

    await (await s.client('陈立')).withdrawNotice({ id, why: '泵好了，不修了' });
    expect((await seenBy('周文静'))[0]).toMatchObject({ stand: 'out' });
    await decides('郑涛', id);
    expect((await seenBy('周文静'))[0]).toMatchObject({ stand: 'withdrawn', current: { what: 'withdrawal', why: '泵好了，不修了' } });
    expect((await news('王秀兰'))[0]!.text).toBe('小区通知撤回了');
    expect(await refusal(writes('陈立', { publicationId: id, why: '又要修' }))).toBe('publication/withdrawn');
  });

  test('退回的写明原因，改了再送；主任没批的超过两天算迟', async () => {
    const { id } = await writes('陈立');
    expect(await refusal(decides('郑涛', id, 'returned'))).toBe('request/invalid');
    await decides('郑涛', id, 'returned', '写清几点到几点');
    expect(await (await s.client('陈立')).publication({ id })).toMatchObject({
      stand: 'returned',
      mayWrite: true,
      pending: { reason: '写清几点到几点' },
    });
    await writes('陈立', { publicationId: id, effect: '9点到12点停水' });
    const [owed] = await s.world.house.db.execute<{ due_by: string }>(
      sql`select due_by from promises where subject_kind = 'approval' and kept_at is null`,
    );
    expect(new Date(owed!.due_by).toISOString()).toBe(shanghaiTime('2026-03-05 00:00').toISOString());
    await decides('郑涛', id);
    expect((await seenBy('王秀兰'))[0]).toMatchObject({ current: { effect: '9点到12点停水', what: 'first' } });
  });

  test('只有工程主管写；日子不对、家里的事、别的小区写不了；两个人同时批只发一次', async () => {
    for (const name of ['林晓芸', '赵建国', '郑涛']) expect([name, await refusal(writes(name))]).toEqual([name, 'approval/not-yours']);
    expect(await refusal(writes('梁宏'))).toBe('seen/not-found');
    expect(await refusal(writes('王秀兰'))).toBe('seen/not-found');
    expect(await refusal(writes('陈立', { until: NOTICE.from }))).toBe('request/invalid');
    expect(
      await refusal(writes('陈立', { from: shanghaiTime('2026-03-01 09:00').toISOString(), until: shanghaiTime('2026-03-01 10:00').toISOString() })),
    ).toBe('request/invalid');
    const home = await s.resident('王秀兰').reports({ category: 'tap' });
    expect(await refusal(writes('陈立', { ticketId: home.id }))).toBe('ticket/action-refused');
    const { id } = await writes('陈立', { areas: [] });
    expect(await refusal(writes('陈立', { publicationId: id }))).toBe('approval/decided');
    expect(await refusal((await s.client('陈立')).withdrawNotice({ id, why: '不修了' }))).toBe('approval/decided');
    const both = await Promise.allSettled([decides('郑涛', id), decides('郑涛', id)]);
    expect(both.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    expect((await seenBy('周文静'))[0]).toMatchObject({ current: { audience: '全小区' } });
    expect(await news('周文静')).toHaveLength(1);
  });
});
