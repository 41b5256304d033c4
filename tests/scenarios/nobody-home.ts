import { expect } from '@jest/globals';
import { manual, refusal, type Story, type Told } from '../support/story.ts';

const TAP = { category: 'tap', words: '厨房水龙头滴水' };

async function atTheDoor(s: Story): Promise<Told> {
  s.at('2026-03-02 09:00');
  const ticket = await s.resident('王秀兰').reports(TAP);
  await s.agent('林晓芸').dispatches(ticket, '赵建国');
  s.at('2026-03-02 14:00');
  await s.technician('赵建国').arrives(ticket);
  return ticket;
}

manual('手册 Z14 家里没人：留卡片或试过三次，定一个 72 小时内的新时间', {
  '留了卡片：住户马上知道，时间照样走，师傅可以再来': async (s) => {
    s.at('2026-03-02 09:00');
    const early = await s.resident('王秀兰').reports(TAP);
    await s.agent('林晓芸').dispatches(early, '赵建国');
    expect(await refusal(s.technician('赵建国').findsNobody(early, 'card'))).toBe('ticket/action-refused');
    const ticket = await atTheDoor(s);
    await s.technician('赵建国').findsNobody(ticket, 'card', '您家没人，方便时回个话');
    expect(await s.status(ticket)).toBe('dispatched');
    expect(await s.resident('王秀兰').heard(ticket)).toContain('nobody_home');
    expect(await s.head('陈立').heard(ticket)).toContain('nobody_home');
    expect(await s.technician('赵建国').may(ticket)).toContain('arrive');
    s.at('2026-03-05 09:01');
    expect((await s.newlyMissed()).filter(([number]) => number === ticket.number)).toEqual([[ticket.number, 'repaired']]);
  },
  '新的时间在 72 小时内，住户接受才算约好；比答应的晚，两个时间都留着': async (s) => {
    const ticket = await atTheDoor(s);
    await s.technician('赵建国').findsNobody(ticket, 'card');
    s.at('2026-03-03 10:00');
    expect(await refusal(s.agent('林晓芸').proposes(ticket, '2026-03-06 10:01'))).toBe('request/invalid');
    expect(await refusal(s.technician('赵建国').proposes(ticket, '2026-03-05 12:00'))).toBe('ticket/not-yours');
    await s.head('陈立').proposes(ticket, '2026-03-06 10:00');
    expect(await s.waitsFor(ticket)).toBe('date');
    expect((await s.promises(ticket)).find((one) => one.what === 'repaired')).toMatchObject({ dueBy: '2026-03-05 09:00' });
    expect(await refusal(s.resident('王秀兰').acceptsDate(ticket, '2026-03-05 18:00'))).toBe('ticket/action-refused');
    await s.resident('王秀兰').acceptsDate(ticket, '2026-03-06 10:00');
    expect(await s.waitsFor(ticket)).toBe(null);
    const lines = await s.promises(ticket);
    expect(lines.find((one) => one.what === 'new_visit')).toMatchObject({ clause: 'Z14', dueBy: '2026-03-06 10:00', outcome: 'open' });
    expect(lines.find((one) => one.what === 'repaired')).toMatchObject({ firstDueBy: '2026-03-05 09:00', dueBy: '2026-03-06 10:00' });
    s.at('2026-03-06 10:00');
    await s.technician('赵建国').arrives(ticket);
    expect((await s.promises(ticket)).find((one) => one.what === 'new_visit')).toMatchObject({ outcome: 'kept' });
  },
  '没留卡片的，试过三次才能定；定过以后再没人，又要重新数': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').reports(TAP);
    await s.agent('林晓芸').dispatches(ticket, '赵建国');
    for (const time of ['10:00', '15:00']) {
      s.at(`2026-03-02 ${time}`);
      await s.technician('赵建国').findsNobody(ticket, 'called');
      expect(await refusal(s.agent('林晓芸').proposes(ticket, '2026-03-04 10:00'))).toBe('ticket/action-refused');
    }
    s.at('2026-03-03 09:00');
    await s.technician('赵建国').findsNobody(ticket, 'called');
    await s.agent('林晓芸').proposes(ticket, '2026-03-04 10:00');
    await s.technician('赵建国').findsNobody(ticket, 'called');
    expect(await refusal(s.agent('林晓芸').proposes(ticket, '2026-03-04 12:00'))).toBe('ticket/action-refused');
  },
  '住户要另约：第一个时间不变，写的话 15 分钟内回': async (s) => {
    const ticket = await atTheDoor(s);
    await s.technician('赵建国').findsNobody(ticket, 'card');
    await s.agent('林晓芸').proposes(ticket, '2026-03-04 10:00');
    await s.resident('李德明').declinesDate(ticket, '2026-03-04 10:00', '那天不在，周四下午可以');
    const lines = await s.promises(ticket);
    expect(lines.find((one) => one.what === 'repaired')).toMatchObject({ dueBy: '2026-03-05 09:00' });
    expect(lines.some((one) => one.what === 'new_visit')).toBe(false);
    expect(lines.find((one) => one.what === 'first_reply')).toMatchObject({ clause: 'I15', dueBy: '2026-03-02 14:15' });
    expect(await s.agent('林晓芸').heard(ticket)).toContain('date_declined');
    expect(await refusal(s.resident('王秀兰').acceptsDate(ticket, '2026-03-04 10:00'))).toBe('ticket/action-refused');
  },
  '接受以后师傅没来：另约的上门也记超时': async (s) => {
    const ticket = await atTheDoor(s);
    await s.technician('赵建国').findsNobody(ticket, 'card');
    await s.agent('林晓芸').proposes(ticket, '2026-03-03 10:00');
    await s.resident('王秀兰').acceptsDate(ticket, '2026-03-03 10:00');
    s.at('2026-03-03 10:00');
    expect(await s.newlyMissed()).toEqual([]);
    s.at('2026-03-03 10:01');
    expect(await s.newlyMissed()).toEqual([[ticket.number, 'new_visit']]);
  },
  '新的时间过了住户没回话：不再等住户，两小时内客服另定一个，迟了有人过问': async (s) => {
    const ticket = await atTheDoor(s);
    await s.technician('赵建国').findsNobody(ticket, 'card');
    await s.agent('林晓芸').proposes(ticket, '2026-03-03 10:00');
    s.at('2026-03-03 10:00');
    await s.looksAfter();
    expect(await s.waitsFor(ticket)).toBe('date');
    s.at('2026-03-03 10:01');
    expect(await s.looksAfter()).toEqual([[ticket.number, 'date_lapsed', 'date_lapsed']]);
    expect(await s.waitsFor(ticket)).toBe(null);
    expect((await s.promises(ticket)).find((one) => one.what === 'another_date')).toMatchObject({
      clause: 'Z14',
      dueBy: '2026-03-03 12:01',
      outcome: 'open',
    });
    for (const name of ['林晓芸', '陈立', '赵建国', '王秀兰']) expect(await s.person(name).heard(ticket)).toContain('date_lapsed');
    expect(await refusal(s.resident('王秀兰').acceptsDate(ticket, '2026-03-03 10:00'))).toBe('ticket/action-refused');
    expect(await refusal(s.resident('王秀兰').declinesDate(ticket, '2026-03-03 10:00'))).toBe('ticket/action-refused');
    s.at('2026-03-03 12:02');
    expect(await s.newlyMissed()).toEqual([[ticket.number, 'another_date']]);
    await s.agent('林晓芸').proposes(ticket, '2026-03-04 10:00');
    expect((await s.promises(ticket)).find((one) => one.what === 'another_date')).toMatchObject({ outcome: 'missed' });
    expect(await s.waitsFor(ticket)).toBe('date');
    s.at('2026-03-04 10:01');
    await s.agent('林晓芸').proposes(ticket, '2026-03-05 08:00');
    expect((await s.history(ticket)).slice(-2)).toEqual(['date_lapsed', 'date_proposed']);
    expect((await s.promises(ticket)).filter((one) => one.what === 'another_date').map((one) => one.outcome)).toEqual(['missed', 'kept']);
  },
  '新的时间没到以前师傅又试过一次：过了没回话，照样马上能另定': async (s) => {
    const ticket = await atTheDoor(s);
    await s.technician('赵建国').findsNobody(ticket, 'card');
    await s.agent('林晓芸').proposes(ticket, '2026-03-03 10:00');
    s.at('2026-03-03 08:00');
    await s.technician('赵建国').findsNobody(ticket, 'called');
    s.at('2026-03-03 10:01');
    await s.looksAfter();
    await s.agent('林晓芸').proposes(ticket, '2026-03-04 10:00');
    expect((await s.promises(ticket)).find((one) => one.what === 'another_date')).toMatchObject({ outcome: 'kept' });
  },
  '师傅退回以后，定过的时间照样等住户回话：接受了就算约好，换了人也作数': async (s) => {
    const ticket = await atTheDoor(s);
    await s.technician('赵建国').findsNobody(ticket, 'card');
    await s.agent('林晓芸').proposes(ticket, '2026-03-03 10:00');
    await s.technician('赵建国').handsBack(ticket, 'hands_full');
    expect(await s.waitsFor(ticket)).toBe('date');
    expect(await s.resident('王秀兰').may(ticket)).toEqual(expect.arrayContaining(['acceptDate', 'declineDate']));
    expect(await s.agent('林晓芸').may(ticket)).toEqual(expect.arrayContaining(['recordDate', 'dispatch']));
    await s.resident('王秀兰').acceptsDate(ticket, '2026-03-03 10:00');
    expect(await s.waitsFor(ticket)).toBe(null);
    const visit = async () => (await s.promises(ticket)).find((one) => one.what === 'new_visit');
    expect(await visit()).toMatchObject({ clause: 'Z14', dueBy: '2026-03-03 10:00', outcome: 'open', owedBy: null });
    await s.agent('林晓芸').dispatches(ticket, '孙磊');
    expect(await visit()).toMatchObject({ owedBy: '孙磊' });
    s.at('2026-03-03 10:00');
    await s.technician('孙磊').arrives(ticket);
    expect(await visit()).toMatchObject({ outcome: 'kept' });
  },
  '师傅退回以后，住户要另约的照样听得到；时间过了没人回话，照样两小时内另定一个': async (s) => {
    const declined = await atTheDoor(s);
    await s.technician('赵建国').findsNobody(declined, 'card');
    await s.agent('林晓芸').proposes(declined, '2026-03-03 10:00');
    await s.technician('赵建国').handsBack(declined, 'hands_full');
    await s.resident('李德明').declinesDate(declined, '2026-03-03 10:00', '那天不在');
    expect((await s.promises(declined)).find((one) => one.what === 'first_reply')).toMatchObject({ outcome: 'open' });
    await s.agent('林晓芸').dispatches(declined, '孙磊');
    await s.agent('林晓芸').proposes(declined, '2026-03-04 10:00');
    const lapsed = await atTheDoor(s);
    await s.technician('赵建国').findsNobody(lapsed, 'card');
    await s.agent('林晓芸').proposes(lapsed, '2026-03-03 10:00');
    await s.technician('赵建国').handsBack(lapsed, 'hands_full');
    s.at('2026-03-03 10:01');
    expect(await s.looksAfter()).toContainEqual([lapsed.number, 'date_lapsed', 'date_lapsed']);
    expect(await s.waitsFor(lapsed)).toBe(null);
    expect((await s.promises(lapsed)).find((one) => one.what === 'another_date')).toMatchObject({ dueBy: '2026-03-03 12:01', outcome: 'open' });
    await s.agent('林晓芸').dispatches(lapsed, '孙磊');
    await s.agent('林晓芸').proposes(lapsed, '2026-03-04 10:00');
    expect((await s.promises(lapsed)).find((one) => one.what === 'another_date')).toMatchObject({ outcome: 'kept' });
  },
  '住户在电话里说可以：客服记下来就算约好，写明是电话里说的、谁记的；住户和师傅都知道，只告诉一次': async (s) => {
    const ticket = await atTheDoor(s);
    await s.technician('赵建国').findsNobody(ticket, 'card');
    await s.agent('林晓芸').proposes(ticket, '2026-03-05 12:00');
    expect(await s.agent('林晓芸').may(ticket)).toContain('recordDate');
    expect(await s.resident('王秀兰').may(ticket)).not.toContain('recordDate');
    expect(await refusal(s.agent('林晓芸').recordsDate(ticket, '2026-03-05 11:00', true))).toBe('ticket/action-refused');
    for (const name of ['赵建国', '王秀兰'])
      expect([name, await refusal(s.person(name).recordsDate(ticket, '2026-03-05 12:00', true))]).toEqual([name, 'ticket/not-yours']);
    await s.agent('林晓芸').recordsDate(ticket, '2026-03-05 12:00', true, '王阿姨电话里说周四中午在家');
    expect(await s.waitsFor(ticket)).toBe(null);
    const lines = await s.promises(ticket);
    expect(lines.find((one) => one.what === 'new_visit')).toMatchObject({ clause: 'Z14', dueBy: '2026-03-05 12:00', outcome: 'open' });
    expect(lines.find((one) => one.what === 'repaired')).toMatchObject({ firstDueBy: '2026-03-05 09:00', dueBy: '2026-03-05 12:00' });
    for (const name of ['王秀兰', '赵建国']) {
      const heard = await s.person(name).heard(ticket);
      expect([name, heard.filter((did) => did === 'date_accepted' || did === 'agreed')]).toEqual([name, ['date_accepted']]);
    }
    expect(await refusal(s.resident('王秀兰').declinesDate(ticket, '2026-03-05 12:00'))).toBe('ticket/action-refused');
  },
  '住户在电话里说不行：客服记下来，第一个时间不变，住户知道记了什么；说过话了不用再回留言，可以另定': async (s) => {
    const ticket = await atTheDoor(s);
    await s.technician('赵建国').findsNobody(ticket, 'card');
    await s.agent('林晓芸').proposes(ticket, '2026-03-04 10:00');
    await s.head('陈立').recordsDate(ticket, '2026-03-04 10:00', false, '李叔叔电话里说那天不在');
    expect(await s.waitsFor(ticket)).toBe(null);
    const lines = await s.promises(ticket);
    expect(lines.find((one) => one.what === 'repaired')).toMatchObject({ dueBy: '2026-03-05 09:00' });
    expect(lines.some((one) => one.what === 'new_visit' || one.what === 'first_reply')).toBe(false);
    for (const name of ['王秀兰', '赵建国', '林晓芸']) expect(await s.person(name).heard(ticket)).toContain('date_declined');
    await s.agent('林晓芸').proposes(ticket, '2026-03-04 18:00');
    expect(await s.waitsFor(ticket)).toBe('date');
  },
  '新的时间过了，就没有可记的答复了': async (s) => {
    const ticket = await atTheDoor(s);
    await s.technician('赵建国').findsNobody(ticket, 'card');
    await s.agent('林晓芸').proposes(ticket, '2026-03-03 10:00');
    s.at('2026-03-03 10:01');
    expect(await refusal(s.agent('林晓芸').recordsDate(ticket, '2026-03-03 10:00', true))).toBe('ticket/action-refused');
  },
  '没回话以后电话里约好了修好的时间，就不用再另定': async (s) => {
    const ticket = await atTheDoor(s);
    await s.technician('赵建国').findsNobody(ticket, 'card');
    await s.agent('林晓芸').proposes(ticket, '2026-03-03 10:00');
    s.at('2026-03-03 11:00');
    await s.agent('林晓芸').agrees(ticket, 'repaired', '2026-03-07 09:00');
    s.at('2026-03-03 12:00');
    await s.looksAfter();
    expect((await s.promises(ticket)).filter((one) => one.what === 'another_date').map((one) => one.outcome)).toEqual(['kept']);
  },
});

const AT_TWO = '2026-03-03 14:00';
const OUTSIDE = { provider: '洁亮家电清洗' };
const OWN = { technician: '钱大勇' };

/** An order whose people stand at the door of whoever ordered it. */
async function orderAtTheDoor(s: Story, who: typeof OUTSIDE | typeof OWN): Promise<Told> {
  s.at('2026-03-02 09:00');
  const ticket = await s.resident('王秀兰').orders('空调清洗');
  await s.agent('林晓芸').arranges(ticket, who, AT_TWO);
  s.at('2026-03-03 13:50');
  await ('technician' in who ? s.technician(who.technician) : s.agent('林晓芸')).arrives(ticket);
  return ticket;
}

manual('手册 Z14 特约服务上门没人：和报修一样', {
  '本小区师傅：留了卡片，住户马上知道；新的时间住户接受才算，做完的时间跟着往后': async (s) => {
    const ticket = await orderAtTheDoor(s, OWN);
    expect(await refusal(s.agent('林晓芸').findsNobody(ticket, 'card'))).toBe('ticket/action-refused');
    await s.technician('钱大勇').findsNobody(ticket, 'card', '您家没人，方便时回个话');
    expect(await s.status(ticket)).toBe('dispatched');
    expect(await s.resident('王秀兰').heard(ticket)).toContain('nobody_home');
    expect(await refusal(s.agent('林晓芸').proposes(ticket, '2026-03-06 13:51'))).toBe('request/invalid');
    await s.head('陈立').proposes(ticket, '2026-03-05 10:00');
    expect(await s.waitsFor(ticket)).toBe('date');
    const done = async () => (await s.promises(ticket)).find((one) => one.what === 'service_done');
    expect(await done()).toMatchObject({ dueBy: '2026-03-04 13:50' });
    await s.resident('王秀兰').acceptsDate(ticket, '2026-03-05 10:00');
    expect(await done()).toMatchObject({ firstDueBy: '2026-03-04 13:50', dueBy: '2026-03-06 10:00' });
    expect((await s.promises(ticket)).find((one) => one.what === 'new_visit')).toMatchObject({ clause: 'Z14', dueBy: '2026-03-05 10:00' });
    s.at('2026-03-05 10:00');
    await s.technician('钱大勇').arrives(ticket);
    expect((await s.promises(ticket)).find((one) => one.what === 'new_visit')).toMatchObject({ outcome: 'kept' });
    await s.technician('钱大勇').completes(ticket);
    expect(await s.status(ticket)).toBe('finished');
  },
  '新的时间过了没回话，两小时内客服另定；打电话说好了哪天做完，也算': async (s) => {
    const ticket = await orderAtTheDoor(s, OWN);
    await s.technician('钱大勇').findsNobody(ticket, 'card');
    await s.agent('林晓芸').proposes(ticket, '2026-03-04 10:00');
    s.at('2026-03-04 10:01');
    await s.looksAfter();
    expect((await s.promises(ticket)).find((one) => one.what === 'another_date')).toMatchObject({ dueBy: '2026-03-04 12:01', outcome: 'open' });
    await s.agent('林晓芸').agrees(ticket, 'service_done', '2026-03-06 18:00');
    expect((await s.promises(ticket)).find((one) => one.what === 'another_date')).toMatchObject({ outcome: 'kept' });
    expect((await s.promises(ticket)).find((one) => one.what === 'service_done')).toMatchObject({ dueBy: '2026-03-06 18:00' });
  },
  '外面来做的：服务中心替他登记；到了时间没来，记超时': async (s) => {
    const ticket = await orderAtTheDoor(s, OUTSIDE);
    await s.agent('林晓芸').findsNobody(ticket, 'card');
    await s.agent('林晓芸').proposes(ticket, '2026-03-04 10:00');
    expect(await refusal(s.agent('林晓芸').acceptsDate(ticket, '2026-03-04 10:00'))).toBe('ticket/not-yours');
    await s.resident('王秀兰').acceptsDate(ticket, '2026-03-04 10:00');
    s.at('2026-03-04 10:01');
    expect(await s.newlyMissed()).toEqual([[ticket.number, 'new_visit']]);
  },
  '特约服务的新时间，住户也能在电话里答复，客服记下来': async (s) => {
    const ticket = await orderAtTheDoor(s, OUTSIDE);
    await s.agent('林晓芸').findsNobody(ticket, 'card');
    await s.agent('林晓芸').proposes(ticket, '2026-03-05 10:00');
    await s.agent('林晓芸').recordsDate(ticket, '2026-03-05 10:00', true);
    expect((await s.promises(ticket)).find((one) => one.what === 'new_visit')).toMatchObject({ clause: 'Z14', dueBy: '2026-03-05 10:00' });
    expect((await s.promises(ticket)).find((one) => one.what === 'service_done')).toMatchObject({ dueBy: '2026-03-06 10:00' });
    expect(await s.resident('王秀兰').heard(ticket)).toContain('date_accepted');
  },
  '没留卡片的，试过三次才能定；住户要另约，原来的时间照样走': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').orders('空调清洗');
    await s.agent('林晓芸').arranges(ticket, OUTSIDE, AT_TWO);
    expect(await refusal(s.agent('林晓芸').findsNobody(ticket, 'card'))).toBe('ticket/action-refused');
    for (const time of ['10:00', '15:00']) {
      s.at(`2026-03-02 ${time}`);
      await s.agent('林晓芸').findsNobody(ticket, 'called');
      expect(await refusal(s.agent('林晓芸').proposes(ticket, '2026-03-04 10:00'))).toBe('ticket/action-refused');
    }
    s.at('2026-03-03 09:00');
    await s.agent('林晓芸').findsNobody(ticket, 'called');
    await s.agent('林晓芸').proposes(ticket, '2026-03-04 10:00');
    await s.resident('王秀兰').declinesDate(ticket, '2026-03-04 10:00', '那天不在，周四下午可以');
    expect((await s.promises(ticket)).find((one) => one.what === 'named_visit')).toMatchObject({ dueBy: AT_TWO, outcome: 'open' });
    s.at('2026-03-03 14:01');
    expect(await s.newlyMissed()).toContainEqual([ticket.number, 'named_visit']);
  },
});
