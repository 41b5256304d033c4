import { expect } from '@jest/globals';
import type { Told } from '../support/deeds.ts';
import { manual, refusal, type Story } from '../support/story.ts';

const LIFT = { category: 'lift', place: 'public', where: '3栋2单元电梯' } as const;
const owed = async (s: Story, ticket: Told) => (await s.promises(ticket)).filter((one) => one.what === 'cost_recorded');
const BELT = { label: '门机皮带', kind: 'material', priceFen: 4_500 } as const;

/** A public repair with the technician there. */
async function onSite(s: Story): Promise<Told> {
  s.at('2026-03-02 09:00');
  const ticket = await s.resident('王秀兰').reports(LIFT);
  await s.agent('林晓芸').dispatches(ticket, '赵建国');
  s.at('2026-03-02 10:00');
  await s.technician('赵建国').arrives(ticket);
  return ticket;
}

manual('手册 R7 家里的和公共设施的分开记，公共设施有名字、有费用', {
  '公共地方的一件，师傅、客服、主管都能写是哪一处；家里的没有这一步，住户也没有': async (s) => {
    const ticket = await onSite(s);
    for (const name of ['赵建国', '林晓芸', '陈立'])
      expect([name, await s.person(name).may(ticket)]).toEqual([name, expect.arrayContaining(['nameFacility'])]);
    expect(await s.resident('王秀兰').may(ticket)).not.toContain('nameFacility');
    expect(await refusal(s.resident('王秀兰').namesFacility(ticket, '电梯'))).toBe('ticket/not-yours');
    expect(await refusal(s.technician('赵建国').namesFacility(ticket, ''))).toBe('request/invalid');
    await s.technician('赵建国').namesFacility(ticket, '3栋2单元电梯');
    expect((await s.history(ticket)).at(-1)).toBe('facility_named');
    const home = await s.resident('王秀兰').reports({ category: 'tap' });
    expect(await s.agent('林晓芸').may(home)).not.toContain('nameFacility');
    expect(await refusal(s.agent('林晓芸').namesFacility(home, '水龙头'))).toBe('ticket/action-refused');
  },
  '用工用料由师傅或主管记，到场以后才记；住户不付钱，也不用结算': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').reports(LIFT);
    await s.agent('林晓芸').dispatches(ticket, '赵建国');
    expect(await refusal(s.technician('赵建国').spends(ticket, [BELT]))).toBe('ticket/action-refused');
    await s.technician('赵建国').arrives(ticket);
    expect(await refusal(s.agent('林晓芸').spends(ticket, [BELT]))).toBe('ticket/not-yours');
    await s.technician('赵建国').spends(ticket, [BELT]);
    await s.head('陈立').spends(ticket, [{ ...BELT, quantity: 2 }]);
    expect((await s.history(ticket)).filter((did) => did === 'spent')).toHaveLength(2);
    expect(await s.resident('王秀兰').heard(ticket)).not.toContain('spent');
    await s.technician('赵建国').finishes(ticket);
    expect(await s.charged(ticket)).toEqual({ labourFen: 0, partsFen: 0, isSettled: false });
    await s.resident('王秀兰').confirms(ticket);
    expect((await s.promises(ticket)).some((one) => one.what === 'settled')).toBe(false);
    await s.head('陈立').spends(ticket, []);
  },
  一次最多写到价格上限: async (s) => {
    const ticket = await onSite(s);
    expect(await refusal(s.technician('赵建国').spends(ticket, [{ ...BELT, priceFen: 5_000_001 }]))).toBe('request/invalid');
    await s.technician('赵建国').spends(ticket, [{ ...BELT, priceFen: 5_000_000 }]);
  },
  只有工程主管能给公共维修发工程通知: async (s) => {
    const ticket = await onSite(s);
    expect(await s.head('陈立').may(ticket)).toContain('announce');
    for (const name of ['林晓芸', '赵建国', '王秀兰']) expect([name, (await s.person(name).may(ticket)).includes('announce')]).toEqual([name, false]);
  },
});

manual('手册 R7 公共维修修好以后，3 天内记下用工用料，没有花费也记一笔', {
  '修好时没记的，主管欠着：第 3 天 24 点不算超时，过一分钟算，主任知道，住户不知道': async (s) => {
    const ticket = await onSite(s);
    expect(await owed(s, ticket)).toEqual([]);
    await s.technician('赵建国').finishes(ticket);
    expect(await owed(s, ticket)).toMatchObject([{ clause: 'R7', dueBy: '2026-03-06 00:00', outcome: 'open' }]);
    await s.resident('王秀兰').confirms(ticket);
    s.at('2026-03-06 00:00');
    expect(await s.newlyMissed()).toEqual([]);
    s.at('2026-03-06 00:01');
    expect(await s.newlyMissed()).toEqual([[ticket.number, 'cost_recorded']]);
    for (const name of ['陈立', '郑涛']) expect([name, await s.person(name).heard(ticket)]).toEqual([name, expect.arrayContaining(['missed'])]);
    expect(await s.resident('王秀兰').heard(ticket)).not.toContain('missed');
    await s.head('陈立').spends(ticket, [BELT]);
    expect(await owed(s, ticket)).toMatchObject([{ outcome: 'missed', keptAt: '2026-03-06 00:01' }]);
  },
  '没有花费也记一笔，就算记过了；师傅记的也算': async (s) => {
    const ticket = await onSite(s);
    await s.technician('赵建国').finishes(ticket);
    s.at('2026-03-03 09:00');
    await s.head('陈立').spends(ticket, []);
    expect(await owed(s, ticket)).toMatchObject([{ outcome: 'kept', keptAt: '2026-03-03 09:00' }]);
    const other = await onSite(s);
    await s.technician('赵建国').finishes(other);
    await s.technician('赵建国').spends(other, [BELT]);
    expect(await owed(s, other)).toMatchObject([{ outcome: 'kept' }]);
  },
  '修好以前记过的不欠；没修好再修一次，那一次另记': async (s) => {
    const ticket = await onSite(s);
    await s.technician('赵建国').spends(ticket, [BELT]);
    await s.technician('赵建国').finishes(ticket);
    expect(await owed(s, ticket)).toEqual([]);
    await s.resident('王秀兰').saysNotFixed(ticket);
    await s.agent('林晓芸').dispatches(ticket, '赵建国');
    await s.technician('赵建国').arrives(ticket);
    await s.technician('赵建国').finishes(ticket);
    expect(await owed(s, ticket)).toMatchObject([{ round: 2, outcome: 'open' }]);
  },
  '没修好，重新办：上一次用的还欠着，时间不变，到时没记照样是超时；补记那一次只算那一次，这一次的另记': async (s) => {
    const ticket = await onSite(s);
    expect(await s.head('陈立').may(ticket)).toContain('spend');
    await s.technician('赵建国').finishes(ticket);
    await s.resident('王秀兰').saysNotFixed(ticket);
    expect(await owed(s, ticket)).toMatchObject([{ round: 1, dueBy: '2026-03-06 00:00', outcome: 'open' }]);
    await s.agent('林晓芸').dispatches(ticket, '孙磊');
    await s.technician('孙磊').arrives(ticket);
    s.at('2026-03-06 00:01');
    expect(await s.newlyMissed()).toContainEqual([ticket.number, 'cost_recorded']);
    await s.technician('孙磊').finishes(ticket);
    expect(await owed(s, ticket)).toMatchObject([
      { round: 1, outcome: 'missed', keptAt: null },
      { round: 2, outcome: 'open' },
    ]);
    await s.head('陈立').spends(ticket, [BELT]);
    expect(await owed(s, ticket)).toMatchObject([
      { round: 1, outcome: 'missed', keptAt: '2026-03-06 00:01' },
      { round: 2, outcome: 'open' },
    ]);
    await s.head('陈立').spends(ticket, []);
    expect(await owed(s, ticket)).toMatchObject([{ round: 1 }, { round: 2, outcome: 'kept' }]);
  },
  '重新办的师傅只记自己这一次的，上一次的还是主管欠着': async (s) => {
    const ticket = await onSite(s);
    await s.technician('赵建国').finishes(ticket);
    await s.resident('王秀兰').saysNotFixed(ticket);
    await s.agent('林晓芸').dispatches(ticket, '孙磊');
    await s.technician('孙磊').arrives(ticket);
    await s.technician('孙磊').spends(ticket, [BELT]);
    await s.technician('孙磊').finishes(ticket);
    expect(await owed(s, ticket)).toMatchObject([{ round: 1, outcome: 'open' }]);
    await s.head('陈立').spends(ticket, []);
    expect(await owed(s, ticket)).toMatchObject([{ round: 1, outcome: 'kept' }]);
  },
  '重新办还没派人，主管就能补记上一次的；这一次修好以后照样要记': async (s) => {
    const ticket = await onSite(s);
    await s.technician('赵建国').finishes(ticket);
    await s.resident('王秀兰').saysNotFixed(ticket);
    for (const name of ['林晓芸', '赵建国']) expect([name, (await s.person(name).may(ticket)).includes('spend')]).toEqual([name, false]);
    await s.head('陈立').spends(ticket, [BELT]);
    await s.head('陈立').spends(ticket, [{ ...BELT, quantity: 2 }]);
    expect(await owed(s, ticket)).toMatchObject([{ round: 1, outcome: 'kept' }]);
    await s.agent('林晓芸').dispatches(ticket, '赵建国');
    expect(await s.technician('赵建国').may(ticket)).not.toContain('spend');
    await s.technician('赵建国').arrives(ticket);
    await s.technician('赵建国').finishes(ticket);
    expect(await owed(s, ticket)).toMatchObject([{ round: 1 }, { round: 2, outcome: 'open' }]);
  },
  '家里修的按报价收，没有这一步': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').reports({ category: 'tap' });
    await s.agent('林晓芸').dispatches(ticket, '赵建国');
    await s.technician('赵建国').arrives(ticket);
    await s.technician('赵建国').finishes(ticket);
    expect(await owed(s, ticket)).toEqual([]);
  },
});
