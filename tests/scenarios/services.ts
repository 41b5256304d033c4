import { expect } from '@jest/globals';
import type { Doer } from '../support/service-deeds.ts';
import { manual, refusal, SATISFIED, type Story, type Told } from '../support/story.ts';

const CLEANING = '空调清洗';
const OUTSIDE: Doer = { provider: '洁亮家电清洗' };
const OWN: Doer = { technician: '钱大勇' };
const UNHAPPY = { ...SATISFIED, result: 'dissatisfied' as const };

const owed = async (s: Story, ticket: Told, what: string) => (await s.promises(ticket)).filter((one) => one.what === what).at(-1);

/** An order that was arranged for the next day at two. */
async function arranged(s: Story, who: Doer = OUTSIDE, service = CLEANING): Promise<Told> {
  s.at('2026-03-02 09:00');
  const ticket = await s.resident('王秀兰').orders(service, { quantity: 2, words: '客厅和卧室' });
  s.at('2026-03-02 10:00');
  await s.agent('林晓芸').arranges(ticket, who, '2026-03-03 14:00');
  return ticket;
}

/** The same, done. */
async function done(s: Story, who: Doer = OUTSIDE): Promise<Told> {
  const ticket = await arranged(s, who);
  const hands = 'technician' in who ? s.technician(who.technician) : s.agent('林晓芸');
  s.at('2026-03-03 13:30');
  await hands.arrives(ticket);
  s.at('2026-03-03 15:00');
  await hands.completes(ticket);
  return ticket;
}

manual('手册 R12 特约服务公布出来，口头和书面的定单都记录，价格是成本加人工', {
  '住户看得到公布的项目：成本、人工、谁来做；便民服务不收费': async (s) => {
    s.at('2026-03-02 09:00');
    const offered = await s.resident('王秀兰').offered();
    expect(offered.find((one) => one.name === CLEANING)).toMatchObject({
      costFen: 2_000,
      labourFen: 6_000,
      priceFen: 8_000,
      provider: '洁亮家电清洗',
    });
    expect(offered.find((one) => one.name === '量血压')).toMatchObject({ priceFen: 0, provider: '' });
  },
  '书面定单：自己的编号，按看到的价格算，撤得回；什么时候订的都在': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').orders(CLEANING, { quantity: 2 });
    expect(ticket.number).toMatch(/^WT-TY-260302-\d{3}$/);
    expect(await s.history(ticket)).toEqual(['received', 'quote_accepted']);
    expect(await s.quote(ticket)).toMatchObject({ version: 1, stand: 'accepted', labourFen: 12_000, partsFen: 4_000 });
    expect(await s.agent('林晓芸').heard(ticket)).toContain('received');
    expect(await s.agent('林晓芸').may(ticket)).toContain('arrange');
    expect(await s.agent('林晓芸').may(ticket)).not.toContain('dispatch');
    await s.resident('王秀兰').cancels(ticket);
    expect(await s.status(ticket)).toBe('cancelled');
    expect((await s.promises(ticket)).map((one) => one.outcome)).not.toContain('open');
  },
  '口头定单：客服替来电的住户记下，住户在自己手机上看得到；不能替自己家记': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.agent('林晓芸').takesOrder(CLEANING, { home: '3栋2单元502', who: '王秀兰' });
    expect(await s.quote(ticket)).toMatchObject({ stand: 'accepted', labourFen: 6_000, partsFen: 2_000 });
    expect(await s.resident('王秀兰').heard(ticket)).toContain('received');
    expect(await s.resident('王秀兰').may(ticket)).toContain('cancel');
    expect(await refusal(s.agent('何静').takesOrder(CLEANING, { home: '2栋3单元402', who: '何静' }))).toBe('intake/own-home');
    expect(await refusal(s.resident('王秀兰').takesOrder(CLEANING, { home: '3栋2单元502', who: '王秀兰' }))).toBe('intake/staff-only');
  },
  '主任和服务中心负责人改项目，从某一天起，以前的都留着；别人改不了': async (s) => {
    s.at('2026-03-02 09:00');
    const dearer = { service: CLEANING, unit: '台', costFen: 3_000, labourFen: 7_000, provider: '洁亮家电清洗' };
    expect(await refusal(s.head('陈立').publishes({ ...dearer, from: '2026-03-05' }))).toBe('services/not-yours');
    expect(await refusal(s.resident('王秀兰').publishes({ ...dearer, from: '2026-03-05' }))).toBe('services/not-yours');
    expect(await refusal(s.person('郑涛').publishes({ ...dearer, from: '2026-03-01' }))).toBe('request/invalid');
    expect(await refusal(s.person('郑涛').publishes({ ...dearer, kind: 'convenience', from: '2026-03-05' }))).toBe('request/invalid');
    expect(await refusal(s.person('郑涛').publishes({ ...dearer, costFen: 0, labourFen: 0, from: '2026-03-05' }))).toBe('request/invalid');
    await s.person('周敏').publishes({ ...dearer, from: '2026-03-05' });
    const price = async () => (await s.resident('王秀兰').offered()).find((one) => one.name === CLEANING)?.priceFen;
    s.at('2026-03-04 23:59');
    expect(await price()).toBe(8_000);
    s.at('2026-03-05 00:00');
    expect(await price()).toBe(10_000);
    await s.person('郑涛').stopsOffering(CLEANING, '2026-03-06');
    s.at('2026-03-06 00:00');
    expect(await price()).toBeUndefined();
    expect(await refusal(s.resident('王秀兰').orders(CLEANING))).toBe('services/not-offered');
  },
  '看的时候一个价、交的时候另一个价：不收，请看新的；已经订的不变': async (s) => {
    s.at('2026-03-02 09:00');
    const before = await s.resident('王秀兰').orders(CLEANING);
    const seen = (await s.resident('王秀兰').offered()).find((one) => one.name === CLEANING)!.lineId;
    await s.person('郑涛').publishes({ service: CLEANING, unit: '台', costFen: 3_000, labourFen: 7_000, from: '2026-03-02' });
    expect(await refusal(s.resident('王秀兰').orders(CLEANING, { seen }))).toBe('services/price-changed');
    expect(await s.quote(before)).toMatchObject({ labourFen: 6_000, partsFen: 2_000 });
    const after = await s.resident('王秀兰').orders(CLEANING);
    expect(await s.quote(after)).toMatchObject({ labourFen: 7_000, partsFen: 3_000 });
  },
  '订了以后 4 小时内安排好人和时间；到点没安排，服务中心负责人知道': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').orders(CLEANING);
    expect(await owed(s, ticket, 'arranged')).toMatchObject({ clause: 'R12', dueBy: '2026-03-02 13:00', outcome: 'open' });
    s.at('2026-03-02 13:00');
    expect(await s.newlyMissed()).toEqual([]);
    s.at('2026-03-02 13:01');
    expect(await s.newlyMissed()).toEqual([[ticket.number, 'arranged']]);
    expect(await s.person('周敏').heard(ticket)).toContain('missed');
    await s.agent('林晓芸').arranges(ticket, OWN, '2026-03-03 14:00');
    expect(await owed(s, ticket, 'arranged')).toMatchObject({ outcome: 'missed', keptAt: '2026-03-02 13:01' });
    expect(await s.technician('钱大勇').heard(ticket)).toEqual(['dispatched']);
  },
  '价格要改：住户同意了才动手；不同意，按原来的价格做，或者不做了': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').orders(CLEANING, { quantity: 2 });
    await s.agent('林晓芸').arranges(ticket, OWN, '2026-03-03 14:00', { labourFen: 15_000, costFen: 4_000 });
    expect(await s.quote(ticket)).toMatchObject({ version: 2, stand: 'offered', labourFen: 15_000, partsFen: 4_000 });
    expect(await s.waitsFor(ticket)).toBe('quote');
    s.at('2026-03-03 13:30');
    expect(await refusal(s.technician('钱大勇').arrives(ticket))).toBe('ticket/action-refused');
    expect(await refusal(s.technician('钱大勇').acceptsQuote(ticket))).toBe('ticket/not-yours');
    await s.resident('王秀兰').acceptsQuote(ticket);
    await s.technician('钱大勇').arrives(ticket);
    await s.technician('钱大勇').offersPrice(ticket, { labourFen: 18_000, costFen: 4_000 });
    expect(await refusal(s.technician('钱大勇').completes(ticket))).toBe('quote/not-accepted');
    await s.resident('王秀兰').refusesQuote(ticket, true);
    await s.technician('钱大勇').completes(ticket);
    expect(await s.charged(ticket)).toEqual({ labourFen: 15_000, partsFen: 4_000, isSettled: false });

    s.at('2026-03-02 09:00');
    const givenUp = await s.resident('周文静').orders(CLEANING);
    await s.agent('林晓芸').arranges(givenUp, OUTSIDE, '2026-03-03 14:00', { labourFen: 9_000, costFen: 2_000 });
    await s.resident('周文静').refusesQuote(givenUp, false);
    expect(await s.status(givenUp)).toBe('cancelled');
  },
  '没改价格的按订的价格收；便民服务一分不收': async (s) => {
    const paid = await done(s);
    expect(await s.charged(paid)).toMatchObject({ labourFen: 12_000, partsFen: 4_000 });
    const free = await arranged(s, OWN, '量血压');
    expect(await s.quote(free)).toBeNull();
    s.at('2026-03-03 13:00');
    await s.technician('钱大勇').arrives(free);
    await s.technician('钱大勇').completes(free);
    expect(await s.charged(free)).toMatchObject({ labourFen: 0, partsFen: 0 });
  },
  '外面来做的由服务中心登记到场和做好；师傅做的自己登记；换人以后时间照算': async (s) => {
    const ticket = await arranged(s);
    s.at('2026-03-03 13:00');
    expect(await s.agent('林晓芸').may(ticket)).toContain('arrive');
    await s.agent('林晓芸').rearranges(ticket, OWN);
    expect(await s.agent('林晓芸').may(ticket)).not.toContain('arrive');
    expect(await owed(s, ticket, 'named_visit')).toMatchObject({ owedBy: '钱大勇', dueBy: '2026-03-03 14:00' });
    expect(await refusal(s.agent('林晓芸').rearranges(ticket, OWN))).toBe('ticket/action-refused');
    expect(await refusal(s.agent('林晓芸').rearranges(ticket, { technician: '冯刚' }))).toBe('staff/not-suitable');
    await s.technician('钱大勇').handsBack(ticket, 'hands_full');
    expect(await s.status(ticket)).toBe('received');
    expect(await refusal(s.agent('林晓芸').arranges(ticket, OUTSIDE, '2026-03-04 14:00'))).toBe('request/invalid');
    await s.agent('林晓芸').arranges(ticket, OUTSIDE, '2026-03-03 14:00');
    expect((await s.promises(ticket)).filter((one) => one.what === 'named_visit')).toHaveLength(1);
  },
});

manual('手册 R13 特约服务答应的要兑现，没做好的记下来、改好、告诉住户', {
  '约好的时间是承诺：到点没来就是超时，另约提前说': async (s) => {
    const ticket = await arranged(s);
    expect(await owed(s, ticket, 'named_visit')).toMatchObject({ clause: 'R13', dueBy: '2026-03-03 14:00' });
    await s.agent('林晓芸').agrees(ticket, 'named_visit', '2026-03-03 16:00');
    s.at('2026-03-03 16:00');
    expect(await s.newlyMissed()).toEqual([]);
    s.at('2026-03-03 16:01');
    expect(await s.newlyMissed()).toEqual([[ticket.number, 'named_visit']]);
    expect(await s.resident('王秀兰').heard(ticket)).toContain('missed');
  },
  '来了以后 24 小时内做完': async (s) => {
    const ticket = await arranged(s, OWN);
    s.at('2026-03-03 13:30');
    await s.technician('钱大勇').arrives(ticket);
    expect(await owed(s, ticket, 'service_done')).toMatchObject({ clause: 'R13', dueBy: '2026-03-04 13:30' });
    s.at('2026-03-04 13:31');
    expect(await s.newlyMissed()).toEqual([[ticket.number, 'service_done']]);
  },
  '师傅没有信号：到了、做好了按他点的时间算；太久的等主管确认（R3）': async (s) => {
    const ticket = await arranged(s, OWN);
    s.at('2026-03-03 18:00');
    await s.technician('钱大勇').accepts(ticket, '2026-03-03 13:00');
    await s.technician('钱大勇').arrives(ticket, '2026-03-03 13:40');
    await s.technician('钱大勇').completes(ticket, '洗好了', '2026-03-03 15:30');
    expect(await owed(s, ticket, 'named_visit')).toMatchObject({ outcome: 'kept', keptAt: '2026-03-03 13:40' });
    expect(await owed(s, ticket, 'service_done')).toMatchObject({ outcome: 'kept', keptAt: '2026-03-03 15:30' });
    const late = await arranged(s, OWN);
    s.at('2026-03-03 13:40');
    await s.technician('钱大勇').arrives(late);
    s.at('2026-03-04 13:41');
    await s.technician('钱大勇').completes(late, '洗好了', '2026-03-03 15:30');
    expect(await owed(s, late, 'service_done')).toMatchObject({ outcome: 'missed' });
    await s.head('陈立').answersClaim(late, true);
    expect(await owed(s, late, 'service_done')).toMatchObject({ outcome: 'kept', keptAt: '2026-03-03 15:30' });
  },
  '说没做好：原来那一件接着办，重新安排，返工不收费': async (s) => {
    const ticket = await done(s);
    await s.resident('王秀兰').saysNotFixed(ticket, '卧室那台还有味道');
    expect(await s.status(ticket)).toBe('received');
    expect(await s.agent('林晓芸').heard(ticket)).toContain('reopened');
    expect(await owed(s, ticket, 'arranged')).toMatchObject({ round: 2, dueBy: '2026-03-03 19:00' });
    const price = { labourFen: 9_000, costFen: 2_000 };
    expect(await refusal(s.agent('林晓芸').arranges(ticket, OUTSIDE, '2026-03-04 14:00', price))).toBe('request/invalid');
    await s.agent('林晓芸').arranges(ticket, OUTSIDE, '2026-03-04 14:00');
    expect(await s.agent('林晓芸').may(ticket)).not.toContain('offerPrice');
    s.at('2026-03-04 13:00');
    await s.agent('林晓芸').arrives(ticket);
    await s.agent('林晓芸').completes(ticket);
    expect(await s.charged(ticket)).toMatchObject({ labourFen: 12_000, partsFen: 4_000 });
  },
});

manual('手册 C8 特约服务要住户满意才算办完', {
  '打低分不算验收：请说没做好；满意了才办完': async (s) => {
    const ticket = await done(s);
    expect(await refusal(s.resident('王秀兰').confirms(ticket, 2))).toBe('request/invalid');
    expect(await s.status(ticket)).toBe('finished');
    await s.resident('王秀兰').confirms(ticket, 5);
    expect(await s.status(ticket)).toBe('closed');
    await s.agent('林晓芸').settles(ticket);
    expect(await s.charged(ticket)).toMatchObject({ isSettled: true });
  },
  '一直没有回话，也不会自己算验收': async (s) => {
    const ticket = await done(s);
    s.at('2026-04-30 09:00');
    await s.looksAfter();
    expect(await s.history(ticket)).not.toContain('confirmed_by_silence');
    expect(await s.history(ticket)).not.toContain('confirmed');
    expect(await owed(s, ticket, 'settled')).toBeUndefined();
  },
});

/** Still waited for on the last day, over by itself when it has passed, and accepted by nobody. */
async function endsAfter(s: Story, ticket: Told, lastDay: string, nextDay: string): Promise<void> {
  s.at(`${lastDay} 23:59`);
  await s.looksAfter();
  expect(await s.status(ticket)).toBe('finished');
  s.at(`${nextDay} 00:01`);
  expect(await s.looksAfter()).toContainEqual([ticket.number, 'closed_unheard', 'closed_unheard']);
  expect(await s.status(ticket)).toBe('closed');
  expect(await s.history(ticket)).not.toContain('confirmed');
}

manual('手册 C8 特约服务做好以后没有验收：从做好或最后一次听到住户的话起 30 天，先归档，不算验收', {
  '不用打回访电话的也有头：做好 30 天没有验收就归档，以后照样可以验收': async (s) => {
    const ticket = await arranged(s);
    s.at('2026-03-03 13:30');
    await s.agent('林晓芸').arrives(ticket);
    await s.agent('林晓芸').calls(ticket, '说一声人到了');
    await s.agent('林晓芸').completes(ticket);
    expect(await s.history(ticket)).toContain('call_spared');
    await endsAfter(s, ticket, '2026-04-02', '2026-04-03');
    s.at('2026-06-20 09:00');
    expect(await s.resident('王秀兰').may(ticket)).toContain('confirm');
    await s.resident('王秀兰').confirms(ticket, 5);
    expect(await owed(s, ticket, 'settled')).toMatchObject({ outcome: 'open' });
  },
  '回访问到了、没说验收：从那天起再等 30 天；客服、服务方、品质谁问到的都算': async (s) => {
    const ticket = await done(s);
    s.at('2026-03-05 09:00');
    await s.agent('林晓芸').returns(ticket, '', '', SATISFIED);
    s.at('2026-03-10 09:00');
    await s.agent('林晓芸').asksAsProvider(ticket);
    s.at('2026-03-12 09:00');
    await s.person('吴桐').asksAsQuality(ticket);
    await endsAfter(s, ticket, '2026-04-11', '2026-04-12');
    expect(await s.resident('王秀兰').may(ticket)).toContain('reopen');
  },
  '住户留言也算有消息：每说一句，都从那天起再等 30 天；同事说的不算': async (s) => {
    const ticket = await done(s);
    s.at('2026-03-20 09:00');
    await s.resident('王秀兰').says(ticket, '我出差了，回来看');
    s.at('2026-03-20 09:05');
    await s.resident('王秀兰').says(ticket, '下个月回来');
    s.at('2026-03-25 09:00');
    await s.agent('林晓芸').says(ticket, '好的，等您');
    await endsAfter(s, ticket, '2026-04-19', '2026-04-20');
  },
});

/** Done, and nobody answers: called three times on three days, then on record as out of reach. */
async function unreached(s: Story): Promise<Told> {
  const ticket = await done(s);
  for (const at of ['2026-03-04 09:00', '2026-03-05 19:00', '2026-03-06 12:00']) {
    s.at(at);
    await s.agent('林晓芸').tries(ticket, 'return_visit');
  }
  await s.agent('林晓芸').endsVisit(ticket, 'return_visit');
  return ticket;
}

manual('手册 C8 特约服务的住户联系不上：再等 30 天，先归档，不算验收', {
  '记了以后第 30 天 24 点还等着，过了才归档，不算验收、不打分、不催结算': async (s) => {
    const ticket = await unreached(s);
    s.at('2026-04-06 00:00');
    await s.looksAfter();
    expect(await s.status(ticket)).toBe('finished');
    s.at('2026-04-06 00:01');
    expect(await s.looksAfter()).toContainEqual([ticket.number, 'closed_unheard', 'closed_unheard']);
    expect(await s.status(ticket)).toBe('closed');
    expect(await s.history(ticket)).not.toContain('confirmed');
    expect(await owed(s, ticket, 'settled')).toBeUndefined();
    expect(await s.resident('王秀兰').heard(ticket)).toContain('closed_unheard');
    expect(await s.person('周敏').heard(ticket)).toContain('closed_unheard');
  },
  '归档以后，住户随时可以验收，也可以说没做好': async (s) => {
    const ticket = await unreached(s);
    s.at('2026-06-20 09:00');
    await s.looksAfter();
    expect(await s.status(ticket)).toBe('closed');
    await s.resident('王秀兰').confirms(ticket, 5);
    expect(await s.history(ticket)).toContain('confirmed');
    expect(await owed(s, ticket, 'settled')).toMatchObject({ outcome: 'open' });
    expect(await refusal(s.resident('王秀兰').saysNotFixed(ticket, '晚了'))).toBe('ticket/action-refused');
    const other = await unreached(s);
    s.at('2026-06-20 09:00');
    await s.looksAfter();
    await s.resident('王秀兰').saysNotFixed(other, '出差回来看，没洗干净');
    expect(await s.status(other)).toBe('received');
  },
  '归档以后住户打电话来说做好了：客服记下来，就算验收': async (s) => {
    const ticket = await unreached(s);
    s.at('2026-06-20 09:00');
    await s.looksAfter();
    await s.agent('林晓芸').returns(ticket, '', '', { ...SATISFIED, fixed: true });
    expect(await s.history(ticket)).toContain('confirmed');
    expect(await s.status(ticket)).toBe('closed');
    expect(await owed(s, ticket, 'settled')).toMatchObject({ outcome: 'open' });
    expect(await refusal(s.resident('王秀兰').confirms(ticket, 5))).toBe('ticket/action-refused');
  },
  '归档以后住户打电话来说不满意：客服记下来，重新办': async (s) => {
    const other = await unreached(s);
    s.at('2026-06-20 09:00');
    await s.looksAfter();
    await s.agent('林晓芸').returns(other, '没洗干净', '', { quality: 'dissatisfied', attitude: 'satisfied', result: 'dissatisfied' });
    expect(await s.status(other)).toBe('received');
  },
  '这中间住户说过话，就从那天起再等 30 天': async (s) => {
    const ticket = await unreached(s);
    s.at('2026-03-20 09:00');
    await s.resident('王秀兰').says(ticket, '我出差了，回来看');
    await endsAfter(s, ticket, '2026-04-19', '2026-04-20');
  },
});

manual('手册 V5 特约服务两次回访：服务方和品质管理部，不满意就不算办完', {
  '做完 2 天内服务方回访，10 天内品质管理部回访；外面来做的由服务中心替他问': async (s) => {
    const ticket = await done(s);
    expect(await owed(s, ticket, 'provider_visit')).toMatchObject({ clause: 'V5', dueBy: '2026-03-06 00:00', owedBy: null });
    expect(await owed(s, ticket, 'quality_visit')).toMatchObject({ clause: 'V5', dueBy: '2026-03-14 00:00' });
    await s.resident('王秀兰').confirms(ticket);
    s.at('2026-03-04 09:00');
    expect(await refusal(s.agent('林晓芸').asksAsQuality(ticket))).toBe('ticket/not-yours');
    expect(await refusal(s.person('吴桐').asksAsProvider(ticket))).toBe('ticket/not-yours');
    await s.agent('林晓芸').asksAsProvider(ticket);
    expect(await owed(s, ticket, 'provider_visit')).toMatchObject({ outcome: 'kept' });
    s.at('2026-03-12 09:00');
    await s.person('吴桐').asksAsQuality(ticket);
    expect(await owed(s, ticket, 'quality_visit')).toMatchObject({ outcome: 'kept' });
    expect(await refusal(s.person('程颖').asksAsQuality(ticket))).toBe('ticket/action-refused');
    expect(await s.status(ticket)).toBe('closed');
  },
  '本小区师傅做的，他自己回访；品质管理部不由动手的人来问': async (s) => {
    const ticket = await done(s, OWN);
    expect(await owed(s, ticket, 'provider_visit')).toMatchObject({ owedBy: '钱大勇' });
    expect(await refusal(s.agent('林晓芸').asksAsProvider(ticket))).toBe('ticket/action-refused');
    await s.technician('钱大勇').asksAsProvider(ticket);
    expect(await owed(s, ticket, 'provider_visit')).toMatchObject({ outcome: 'kept' });
  },
  '两次都没问：到点各记一次超时，品质的报管理者代表': async (s) => {
    const ticket = await done(s);
    await s.resident('王秀兰').confirms(ticket);
    s.at('2026-03-06 00:00');
    expect(await s.newlyMissed()).toEqual([]);
    s.at('2026-03-06 00:01');
    expect(await s.newlyMissed()).toEqual([[ticket.number, 'provider_visit']]);
    s.at('2026-03-14 00:00');
    expect(await s.newlyMissed()).toEqual([[ticket.number, 'settled']]);
    s.at('2026-03-14 00:01');
    expect(await s.newlyMissed()).toEqual([[ticket.number, 'quality_visit']]);
    expect(await s.person('彭浩').heard(ticket)).toContain('missed');
  },
  '回访时不满意：验收过的也重新办，原来的时间照样留着': async (s) => {
    const ticket = await done(s);
    await s.resident('王秀兰').confirms(ticket);
    s.at('2026-03-12 09:00');
    expect(await refusal(s.person('吴桐').asksAsQuality(ticket, '', UNHAPPY))).toBe('request/invalid');
    await s.person('吴桐').asksAsQuality(ticket, '洗完没几天又滴水', UNHAPPY);
    expect(await s.status(ticket)).toBe('received');
    expect(await owed(s, ticket, 'arranged')).toMatchObject({ round: 2, outcome: 'open' });
  },
  '没验收的，服务中心也回访（V8）；品质的电话打过了，一周内不再打': async (s) => {
    const ticket = await done(s);
    expect(await owed(s, ticket, 'return_visit')).toMatchObject({ clause: 'V8', dueBy: '2026-03-07 00:00' });
    s.at('2026-03-05 09:00');
    await s.agent('林晓芸').returns(ticket, '做得好', '满意', { ...SATISFIED, fixed: true });
    expect(await s.status(ticket)).toBe('closed');
    const other = await done(s, OWN);
    await s.person('吴桐').asksAsQuality(other);
    expect(await s.history(other)).toContain('call_spared');
  },
  '打不通：谁的回访谁来记，够次数才记联系不上': async (s) => {
    const ticket = await done(s);
    expect(await refusal(s.agent('林晓芸').tries(ticket, 'quality_visit'))).toBe('ticket/not-yours');
    await s.agent('林晓芸').tries(ticket, 'provider_visit');
    await s.person('吴桐').tries(ticket, 'quality_visit');
    expect(await refusal(s.person('吴桐').endsVisit(ticket, 'quality_visit'))).toBe('visits/too-few-tries');
    s.at('2026-03-04 09:00');
    await s.person('吴桐').tries(ticket, 'quality_visit');
    s.at('2026-03-05 19:00');
    await s.person('吴桐').tries(ticket, 'quality_visit');
    await s.person('吴桐').endsVisit(ticket, 'quality_visit');
    expect(await owed(s, ticket, 'quality_visit')).toMatchObject({ outcome: 'withdrawn' });
  },
});
