import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { type HttpStory, httpStory } from '../support/http-story.ts';
import { allows, approvesAll, binds, openidOf, TEMPLATE_IDS, withWeChat, works } from '../support/messages.ts';
import { expectReplayed } from '../support/replay.ts';
import { refusal, type Told } from '../support/story.ts';
import type { StandIn } from '../support/wechat.ts';

const HOSE = '不锈钢软管 50 厘米';
const TAP = { category: 'tap', words: '水龙头滴水' };

let s: HttpStory;
let standIn: StandIn | null;
beforeEach(async () => {
  standIn = null;
  s = await httpStory();
  s.at('2026-03-02 09:00');
});
afterEach(async () => {
  await standIn?.close();
  await expectReplayed(s.world);
  expect(s.world.reports).toEqual([]);
  await s.close();
});

const line = async (ticket: Told, what: string) => (await s.promises(ticket)).filter((one) => one.what === what);
const detail = async (name: string, { id }: Told) => (await s.client(name)).ticket({ id });

async function onSite(report: Parameters<ReturnType<HttpStory['resident']>['reports']>[0] = TAP, name = '王秀兰'): Promise<Told> {
  const ticket = await s.resident(name).reports(report);
  await s.agent('林晓芸').dispatches(ticket, '赵建国');
  await s.technician('赵建国').arrives(ticket);
  return ticket;
}

async function mended(report: Parameters<ReturnType<HttpStory['resident']>['reports']>[0] = TAP, name = '王秀兰'): Promise<Told> {
  const ticket = await onSite(report, name);
  await s.technician('赵建国').finishes(ticket);
  return ticket;
}

describe('money', () => {
  test('R14: what was charged is settled also where nobody answered', async () => {
    const ticket = await onSite();
    await s.technician('赵建国').quotes(ticket, [{ item: HOSE }]);
    await s.resident('王秀兰').acceptsQuote(ticket);
    await s.technician('赵建国').finishes(ticket);
    s.at('2026-03-10 00:01');
    await s.looksAfter();
    expect(await s.status(ticket)).toBe('closed');
    expect(await line(ticket, 'settled')).toMatchObject([{ dueBy: '2026-03-18 00:00', outcome: 'open' }]);
    await s.agent('林晓芸').settles(ticket);
    expect(await line(ticket, 'settled')).toMatchObject([{ outcome: 'kept' }]);
  });

  test('R6: free is what came back, not whatever else it is renamed to', async () => {
    const before = await mended({ category: 'doors', words: '门坏了' });
    await s.resident('王秀兰').confirms(before, 4);
    s.at('2026-03-20 09:00');
    const back = await s.resident('王秀兰').reports({ category: 'doors', reworkOf: before });
    expect(await refusal(s.resident('王秀兰').changes(back, { category: 'tap' }))).toBe('request/invalid');
    await s.resident('王秀兰').changes(back, { danger: true, words: '要掉下来了' });
    expect((await s.urgency(back)).urgency).toBe('urgent');
    const again = await mended({ category: 'doors', words: '窗坏了' });
    await s.resident('王秀兰').saysNotFixed(again);
    expect(await refusal(s.resident('王秀兰').changes(again, { category: 'tap' }))).toBe('request/invalid');
    await s.resident('王秀兰').changes(again, { words: '还是关不上' });
  });

  test('R6: what a fitted part is answered for, as it was quoted, is how long it is mended free', async () => {
    const ticket = await onSite();
    await s.technician('赵建国').quotes(ticket, [{ item: '换水龙头' }, { item: '冷热水龙头' }, { item: HOSE }]);
    await s.resident('王秀兰').acceptsQuote(ticket);
    expect((await detail('王秀兰', ticket)).agreedQuote?.lines.map((one) => one.warrantyMonths)).toEqual([3, 24, 12]);
    await s.technician('赵建国').finishesWith(ticket, [1, 0, 1]);
    expect((await detail('王秀兰', ticket)).warrantyUntil).toBe('2027-03-02T16:00:00.000Z');
    s.at('2026-03-03 09:00');
    await s.resident('王秀兰').confirms(ticket, 4);
    expect((await detail('王秀兰', ticket)).warrantyUntil).toBe('2027-03-03T16:00:00.000Z');
    await s.resident('王秀兰').saysNotFixed(ticket);
    await s.agent('林晓芸').dispatches(ticket, '赵建国');
    await s.technician('赵建国').arrives(ticket);
    await s.technician('赵建国').finishes(ticket);
    s.at('2026-03-11 00:01');
    await s.looksAfter();
    expect((await detail('王秀兰', ticket)).warrantyUntil).toBe('2027-03-03T16:00:00.000Z');
    s.at('2027-01-05 09:00');
    const back = await s.resident('王秀兰').reports({ ...TAP, reworkOf: ticket });
    expect((await detail('王秀兰', back)).isRework).toBe(true);
  });

  test('R5: a quote nobody answered goes with whoever hands the work back; no price is owed that nobody can set', async () => {
    const ticket = await onSite();
    await s.technician('赵建国').quotes(ticket, [{ label: '老式陶瓷阀芯' }]);
    await s.technician('赵建国').handsBack(ticket, 'not_my_trade');
    expect(await s.quote(ticket)).toMatchObject({ stand: 'withdrawn' });
    expect(await line(ticket, 'priced')).toMatchObject([{ outcome: 'withdrawn' }]);
    await s.agent('林晓芸').dispatches(ticket, '孙磊');
    await s.technician('孙磊').arrives(ticket);
    await s.technician('孙磊').quotes(ticket, [{ item: HOSE }]);
    await s.technician('孙磊').handsBack(ticket, 'parts');
    expect(await s.resident('王秀兰').heard(ticket)).toContain('quote_withdrawn');
    await s.agent('林晓芸').dispatches(ticket, '赵建国');
    expect(await s.waitsFor(ticket)).toBeNull();
    await s.technician('赵建国').arrives(ticket);
    await s.technician('赵建国').quotes(ticket, [{ item: HOSE }]);
    await s.resident('王秀兰').acceptsQuote(ticket);
    await s.technician('赵建国').handsBack(ticket, 'parts');
    expect(await s.quote(ticket)).toMatchObject({ stand: 'accepted' });
    await s.agent('林晓芸').dispatches(ticket, '孙磊');
    await s.technician('孙磊').arrives(ticket);
    await s.technician('孙磊').finishes(ticket);
    expect(await s.charged(ticket)).toMatchObject({ partsFen: 3_800 });
  });

  test('I7: work said to have been done before its price was accepted waits for the supervisor', async () => {
    const ticket = await onSite();
    s.at('2026-03-02 10:00');
    await s.technician('赵建国').quotes(ticket, [{ item: HOSE }]);
    s.at('2026-03-02 12:00');
    await s.resident('王秀兰').acceptsQuote(ticket);
    s.at('2026-03-02 13:00');
    await s.technician('赵建国').finishes(ticket, '换好了', '2026-03-02 11:00');
    expect((await line(ticket, 'repaired'))[0]).toMatchObject({ keptAt: '2026-03-02 13:00' });
    expect(await s.head('陈立').may(ticket)).toContain('answerClaim');
  });
});

describe('promises', () => {
  test('R10: a large defect is one also where its author says so later', async () => {
    const ticket = await s.resident('王秀兰').reports({ category: 'other', words: '顶上湿了' });
    await s.resident('王秀兰').changes(ticket, { category: 'roof' });
    await s.agent('林晓芸').dispatches(ticket, '赵建国');
    await s.technician('赵建国').arrives(ticket);
    await s.technician('赵建国').finishes(ticket);
    expect(await line(ticket, 'defect_check_first')).toHaveLength(1);
  });

  test('R10: what the manual calls a large defect is nobody’s to unsay; two checks are never one visit', async () => {
    const roof = await mended({ category: 'roof', words: '渗水' });
    expect(await refusal(s.head('陈立').flags(roof, false))).toBe('ticket/action-refused');
    s.at('2026-03-10 09:00');
    await s.head('陈立').checks(roof, 'sound');
    expect(await refusal(s.head('陈立').checks(roof, 'sound'))).toBe('ticket/action-refused');
    s.at('2026-03-11 09:00');
    await s.head('陈立').checks(roof, 'sound');
  });

  test('I5: a public place others wait for is not taken back by one of them', async () => {
    const lift = await s.resident('王秀兰').reports({ category: 'lift', place: 'public', where: '3栋2单元电梯' });
    await s.resident('周文静').follows(lift);
    expect(await refusal(s.resident('王秀兰').cancels(lift, 'by_mistake'))).toBe('ticket/action-refused');
    const word = { channel: 'phone', words: '说不用来了' } as const;
    expect(await refusal(s.agent('林晓芸').cancels(lift, 'by_mistake', word))).toBe('ticket/action-refused');
    await s.resident('周文静').unfollows(lift);
    await s.resident('王秀兰').cancels(lift, 'by_mistake');
    expect(await s.status(lift)).toBe('cancelled');
  });

  test('I9: another time the customer names is agreed on, never lost', async () => {
    const ticket = await s.resident('王秀兰').reports({ category: 'doors' });
    await s.agent('林晓芸').dispatches(ticket, '赵建国', '修门', '2026-03-03 10:00');
    await s.technician('赵建国').handsBack(ticket, 'cannot_come');
    expect(await refusal(s.agent('林晓芸').dispatches(ticket, '孙磊', '修门', '2026-03-04 10:00'))).toBe('request/invalid');
    await s.agent('林晓芸').agrees(ticket, 'named_visit', '2026-03-04 10:00');
    await s.agent('林晓芸').dispatches(ticket, '孙磊', '修门', '2026-03-03 10:00');
    expect(await line(ticket, 'named_visit')).toMatchObject([{ dueBy: '2026-03-04 10:00', owedBy: '孙磊', outcome: 'open' }]);
    s.at('2026-03-04 10:01');
    await s.agent('林晓芸').reassigns(ticket, '赵建国', '孙磊');
    await s.technician('赵建国').handsBack(ticket, 'cannot_come');
    await s.agent('林晓芸').dispatches(ticket, '孙磊', '修门', '2026-03-05 08:00');
    expect(await line(ticket, 'named_visit')).toMatchObject([{ outcome: 'missed' }, { dueBy: '2026-03-05 08:00', outcome: 'open' }]);
  });

  test('Z14: an accepted date puts off every visit that was to be before it', async () => {
    const ticket = await s.resident('王秀兰').reports({ category: 'doors' });
    await s.agent('林晓芸').dispatches(ticket, '赵建国', '修门', '2026-03-03 10:00');
    await s.technician('赵建国').arrives(ticket);
    await s.technician('赵建国').findsNobody(ticket, 'card');
    await s.agent('林晓芸').proposes(ticket, '2026-03-03 12:00');
    await s.resident('王秀兰').acceptsDate(ticket, '2026-03-03 12:00');
    for (const time of ['09:00', '10:00', '11:00']) {
      s.at(`2026-03-03 ${time}`);
      await s.technician('赵建国').findsNobody(ticket, 'called');
    }
    await s.head('陈立').proposes(ticket, '2026-03-04 12:00');
    await s.resident('王秀兰').acceptsDate(ticket, '2026-03-04 12:00');
    s.at('2026-03-03 12:01');
    expect(await s.newlyMissed()).toEqual([]);
    const visits = await line(ticket, 'new_visit');
    expect(visits).toMatchObject([{ firstDueBy: '2026-03-03 12:00', dueBy: '2026-03-04 12:00', outcome: 'open' }]);
  });

  test('Z14: a date nobody accepted, or one that was declined, is not the last that can be named', async () => {
    const ticket = await onSite();
    await s.technician('赵建国').findsNobody(ticket, 'card');
    await s.head('陈立').proposes(ticket, '2026-03-03 10:00');
    s.at('2026-03-03 10:01');
    expect(await s.resident('王秀兰').may(ticket)).not.toContain('acceptDate');
    await s.head('陈立').proposes(ticket, '2026-03-04 10:00');
    await s.resident('王秀兰').declinesDate(ticket, '2026-03-04 10:00');
    await s.head('陈立').proposes(ticket, '2026-03-05 10:00');
    await s.resident('王秀兰').acceptsDate(ticket, '2026-03-05 10:00');
    expect(await line(ticket, 'new_visit')).toMatchObject([{ dueBy: '2026-03-05 10:00' }]);
    expect(await s.head('陈立').may(ticket)).not.toContain('proposeDate');
  });

  test('Z14: nobody is at home in a lift', async () => {
    const lift = await onSite({ category: 'lift', place: 'public', where: '3栋2单元电梯' });
    expect(await s.technician('赵建国').may(lift)).not.toContain('nobodyHome');
    expect(await refusal(s.technician('赵建国').findsNobody(lift, 'card'))).toBe('ticket/action-refused');
  });

  test('R6: two people of a home who say at the same moment that it came back make one ticket', async () => {
    const before = await mended({ category: 'doors', words: '门坏了' });
    await s.resident('王秀兰').confirms(before, 4);
    s.at('2026-03-20 09:00');
    const tries = await Promise.allSettled(['王秀兰', '李德明'].map((name) => s.resident(name).reports({ category: 'doors', reworkOf: before })));
    expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    for (const one of tries) if (one.status === 'rejected') expect(one.reason.code).toBe('ticket/action-refused');
    const [row] = await s.world.house.db.execute<{ n: number }>(sql`select count(*)::int as n from tickets where rework_of = ${before.id}`);
    expect(row?.n).toBe(1);
  });
});

describe('who is told', () => {
  test('Z14: a date a resident accepts is told once, and nobody rings their home about what they said themselves', async () => {
    standIn = await withWeChat(s);
    const ticket = await onSite();
    s.at('2026-03-02 10:00');
    await s.technician('赵建国').findsNobody(ticket, 'card');
    await s.agent('林晓芸').proposes(ticket, '2026-03-05 09:30');
    for (const name of ['王秀兰', '李德明']) await s.resident(name).reads();
    await s.resident('王秀兰').acceptsDate(ticket, '2026-03-05 09:30');
    await works(s);
    s.at('2026-03-02 13:00');
    await works(s);
    expect(await line(ticket, 'phone_call')).toEqual([]);
    for (const name of ['赵建国', '何静', '陈立', '李德明'])
      expect([name, (await s.person(name).heard(ticket)).filter((did) => did === 'date_accepted' || did === 'agreed')]).toEqual([
        name,
        ['date_accepted'],
      ]);
    expect(await line(ticket, 'repaired')).toMatchObject([{ dueBy: '2026-03-05 09:30' }]);
  });

  test('I7, Z14: WeChat says that a quote or a new date waits, as long as it does', async () => {
    standIn = await withWeChat(s);
    const shown = () => standIn!.shown.filter((one) => one.openid === openidOf('王秀兰')).map((one) => one.templateId);
    await binds(s, '王秀兰');
    await approvesAll(s);
    await allows(s, standIn!, '王秀兰', 'needs_you', 5);
    const ticket = await onSite();
    await s.technician('赵建国').quotes(ticket, [{ item: HOSE }]);
    await works(s);
    expect(shown()).toEqual([TEMPLATE_IDS.needs_you]);
    await s.resident('王秀兰').reads();
    await s.resident('王秀兰').acceptsQuote(ticket);
    await s.technician('赵建国').findsNobody(ticket, 'card');
    await s.agent('林晓芸').proposes(ticket, '2026-03-04 09:00');
    await works(s);
    expect(shown()).toEqual([TEMPLATE_IDS.needs_you, TEMPLATE_IDS.needs_you]);
    await s.resident('王秀兰').reads();
    standIn!.trouble('subscribe/send', 'gateway', 1);
    await s.technician('赵建国').quotes(ticket, [{ item: HOSE }]);
    await works(s);
    await s.technician('赵建国').withdrawsQuote(ticket);
    s.at('2026-03-02 09:20');
    await works(s);
    expect(shown()).toHaveLength(2);
  });
});

describe('the board', () => {
  test('a technician is late with what they owe, not with what the agents owe', async () => {
    const ticket = await s.resident('王秀兰').reports({ category: 'doors', words: '门坏了' });
    await s.agent('林晓芸').dispatches(ticket, '赵建国');
    await s.resident('王秀兰').says(ticket, '几点来');
    s.at('2026-03-02 10:00');
    const late = async () => (await (await s.client('陈立')).board({})).technicians.find((one) => one.name === '赵建国')?.late;
    expect(await late()).toBe(0);
    s.at('2026-03-05 09:01');
    expect(await late()).toBe(1);
  });
});
