import { expect } from '@jest/globals';
import { manual, refusal, type Story, type Told } from '../support/story.ts';

const TAP = { category: 'tap', words: '厨房水龙头滴水' };
const HOSE = '不锈钢软管 50 厘米';

/** A repair at home with the technician there. */
async function onSite(s: Story, report: Parameters<ReturnType<Story['resident']>['reports']>[0] = TAP): Promise<Told> {
  s.at('2026-03-02 09:00');
  const ticket = await s.resident('王秀兰').reports(report);
  await s.agent('林晓芸').dispatches(ticket, '赵建国');
  s.at('2026-03-02 10:00');
  await s.technician('赵建国').arrives(ticket);
  return ticket;
}

manual('手册 I7 要收费的，先把价格告诉住户，同意了再动手', {
  '价目表上的：师傅报价，住户马上看到全部价格；同意以后修好，只收同意的': async (s) => {
    const ticket = await onSite(s);
    await s.technician('赵建国').quotes(ticket, [{ item: '单冷水龙头' }, { item: '换水龙头' }]);
    expect(await s.quote(ticket)).toMatchObject({ version: 1, stand: 'offered', labourFen: 3_000, partsFen: 6_800 });
    expect(await s.waitsFor(ticket)).toBe('quote');
    expect(await s.resident('王秀兰').heard(ticket)).toContain('quoted');
    expect(await s.resident('王秀兰').may(ticket)).toEqual(expect.arrayContaining(['acceptQuote', 'refuseQuote']));
    expect(await refusal(s.technician('赵建国').finishes(ticket))).toBe('quote/not-accepted');
    await s.resident('王秀兰').acceptsQuote(ticket);
    expect(await s.technician('赵建国').heard(ticket)).toContain('quote_accepted');
    expect(await s.waitsFor(ticket)).toBe(null);
    await s.technician('赵建国').finishes(ticket);
    expect(await s.charged(ticket)).toEqual({ labourFen: 3_000, partsFen: 6_800, isSettled: false });
  },
  '没报过价的，修好就是不收费；没同意过的价钱收不了': async (s) => {
    const ticket = await onSite(s);
    expect(await refusal(s.technician('赵建国').finishesWith(ticket, [1]))).toBe('quote/not-accepted');
    await s.technician('赵建国').finishes(ticket);
    expect(await s.charged(ticket)).toEqual({ labourFen: 0, partsFen: 0, isSettled: false });
  },
  '改了报价就是新的一份：同意旧的那一份不算，前一份同意过的还作数': async (s) => {
    const ticket = await onSite(s);
    await s.technician('赵建国').quotes(ticket, [{ item: HOSE }]);
    const first = (await s.quote(ticket))!;
    await s.technician('赵建国').quotes(ticket, [{ item: HOSE, quantity: 2 }]);
    expect(await refusal(s.resident('王秀兰').acceptsQuote(ticket, first.id))).toBe('ticket/action-refused');
    await s.resident('王秀兰').acceptsQuote(ticket);
    await s.technician('赵建国').quotes(ticket, [{ item: HOSE, quantity: 3 }]);
    expect(await s.quote(ticket)).toMatchObject({ version: 3, stand: 'offered', partsFen: 11_400 });
    await s.resident('王秀兰').refusesQuote(ticket, true);
    expect(await refusal(s.technician('赵建国').finishesWith(ticket, [3]))).toBe('request/invalid');
    await s.technician('赵建国').finishes(ticket);
    expect(await s.charged(ticket)).toMatchObject({ partsFen: 7_600 });
  },
  '住户不同意：接着修不收费的，或者不修了，都不收费': async (s) => {
    const goesOn = await onSite(s);
    await s.technician('赵建国').quotes(goesOn, [{ item: HOSE }]);
    await s.resident('李德明').refusesQuote(goesOn, true);
    expect(await s.status(goesOn)).toBe('on_site');
    expect(await s.head('陈立').heard(goesOn)).toContain('quote_refused');
    await s.technician('赵建国').finishes(goesOn);
    expect(await s.charged(goesOn)).toMatchObject({ labourFen: 0, partsFen: 0 });

    const ends = await onSite(s);
    await s.technician('赵建国').quotes(ends, [{ item: HOSE }]);
    await s.resident('王秀兰').refusesQuote(ends, false);
    expect(await s.status(ends)).toBe('cancelled');
    expect((await s.history(ends)).slice(-2)).toEqual(['quote_refused', 'cancelled']);
    expect((await s.promises(ends)).map((one) => one.outcome)).not.toContain('open');
    await s.looksAfter();
    for (const name of ['赵建国', '林晓芸', '陈立', '李德明']) {
      const heard = await s.person(name).heard(ends);
      expect([name, heard.filter((did) => did === 'quote_refused' || did === 'cancelled')]).toEqual([name, ['quote_refused']]);
    }
  },
  '家里别的人不同意、说不修了：报价不算了，这件事不因此结束；报修的人知道，由报修的人定': async (s) => {
    const ticket = await onSite(s);
    expect(await s.resident('王秀兰').may(ticket)).not.toContain('cancel');
    await s.technician('赵建国').quotes(ticket, [{ item: HOSE }]);
    await s.resident('李德明').refusesQuote(ticket, false);
    expect(await s.status(ticket)).toBe('on_site');
    expect(await s.quote(ticket)).toMatchObject({ stand: 'refused' });
    expect((await s.history(ticket)).slice(-1)).toEqual(['quote_refused']);
    expect((await s.promises(ticket)).find((one) => one.what === 'repaired')).toMatchObject({ outcome: 'open' });
    await s.looksAfter();
    for (const name of ['王秀兰', '林晓芸', '赵建国']) expect(await s.person(name).heard(ticket)).toContain('quote_refused');
    expect(await refusal(s.resident('李德明').cancels(ticket, 'other'))).toBe('ticket/not-yours');
    await s.technician('赵建国').quotes(ticket, [{ item: HOSE }]);
    expect(await s.resident('王秀兰').may(ticket)).not.toContain('cancel');
    await s.resident('李德明').refusesQuote(ticket, false);
    expect(await s.agent('林晓芸').may(ticket)).toContain('cancel');
    await s.resident('王秀兰').cancels(ticket, 'other');
    expect(await s.status(ticket)).toBe('cancelled');
  },
  '等住户回话的时候时间照样走：修好的时间过了就是超时': async (s) => {
    const ticket = await onSite(s);
    await s.technician('赵建国').quotes(ticket, [{ item: HOSE }]);
    s.at('2026-03-05 09:00');
    expect(await s.newlyMissed()).toEqual([]);
    s.at('2026-03-05 09:01');
    expect(await s.newlyMissed()).toEqual([[ticket.number, 'repaired']]);
  },
  '电话里答应的由客服记下；同事不能替自己家答应，师傅不能替住户答应': async (s) => {
    const ticket = await onSite(s);
    await s.technician('赵建国').quotes(ticket, [{ item: HOSE }]);
    expect(await refusal(s.technician('赵建国').acceptsQuote(ticket))).toBe('ticket/not-yours');
    expect(await refusal(s.technician('赵建国').recordsAnswer(ticket, true))).toBe('ticket/not-yours');
    await s.agent('林晓芸').recordsAnswer(ticket, true);
    expect(await s.quote(ticket)).toMatchObject({ stand: 'accepted' });
    expect(await s.resident('王秀兰').heard(ticket)).toContain('quote_accepted');

    s.at('2026-03-02 09:00');
    const own = await s.resident('何静').reports(TAP);
    await s.agent('林晓芸').dispatches(own, '赵建国');
    await s.technician('赵建国').quotes(own, [{ item: HOSE }]);
    expect(await refusal(s.agent('何静').recordsAnswer(own, true))).toBe('ticket/not-yours');
    await s.resident('何静').acceptsQuote(own);
    expect(await s.quote(own)).toMatchObject({ stand: 'accepted' });
  },
});

manual('手册 R5 价目表以外的，工程主管先定价', {
  '师傅写的不在价目表上：等主管定价，默认 2 小时；定好了住户才看到': async (s) => {
    const ticket = await onSite(s);
    expect(await refusal(s.technician('赵建国').quotes(ticket, [{ label: '老式陶瓷阀芯', priceFen: 5_000 }]))).toBe('request/invalid');
    await s.technician('赵建国').quotes(ticket, [{ item: '换水龙头' }, { label: '老式陶瓷阀芯' }]);
    expect(await s.quote(ticket)).toMatchObject({ version: 1, stand: 'pricing' });
    expect(await s.head('陈立').heard(ticket)).toEqual(['price_asked']);
    expect(await s.resident('王秀兰').heard(ticket)).not.toContain('price_asked');
    expect(await refusal(s.resident('王秀兰').acceptsQuote(ticket))).toBe('ticket/action-refused');
    expect(await refusal(s.technician('赵建国').finishes(ticket))).toBe('quote/not-accepted');
    const owed = (await s.promises(ticket)).find((one) => one.what === 'priced');
    expect(owed).toMatchObject({ clause: 'R5', dueBy: '2026-03-02 12:00', outcome: 'open' });
    expect(await refusal(s.technician('赵建国').prices(ticket, [4_500]))).toBe('ticket/not-yours');
    expect(await refusal(s.head('陈立').prices(ticket, []))).toBe('request/invalid');
    s.at('2026-03-02 11:00');
    await s.head('陈立').prices(ticket, [4_500]);
    expect(await s.quote(ticket)).toMatchObject({ version: 2, stand: 'offered', labourFen: 3_000, partsFen: 4_500 });
    expect((await s.promises(ticket)).find((one) => one.what === 'priced')).toMatchObject({ outcome: 'kept' });
    expect(await s.resident('王秀兰').heard(ticket)).toContain('priced');
  },
  '主管一直没定价：2 小时过一分钟报主任': async (s) => {
    const ticket = await onSite(s);
    await s.technician('赵建国').quotes(ticket, [{ label: '老式陶瓷阀芯' }]);
    s.at('2026-03-02 12:00');
    expect(await s.newlyMissed()).toEqual([]);
    s.at('2026-03-02 12:01');
    expect(await s.newlyMissed()).toEqual([[ticket.number, 'priced']]);
    expect(await s.person('郑涛').heard(ticket)).toEqual(['missed']);
  },
  '超过两个工的，价目表上的也要主管过目；两个工整，师傅自己报': async (s) => {
    const two = await onSite(s);
    await s.technician('赵建国').quotes(two, [{ item: '换马桶' }], 2);
    expect(await s.quote(two)).toMatchObject({ stand: 'offered' });
    const more = await onSite(s);
    await s.technician('赵建国').quotes(more, [{ item: '换马桶' }], 2.5);
    expect(await s.quote(more)).toMatchObject({ stand: 'pricing' });
    await s.head('陈立').prices(more);
    expect(await s.quote(more)).toMatchObject({ stand: 'offered', labourFen: 18_000 });
  },
  '主管自己报价：写上价格，住户直接看到；没写价格的报不出去': async (s) => {
    const ticket = await onSite(s);
    expect(await refusal(s.head('陈立').quotes(ticket, [{ label: '换整段管子' }], 3))).toBe('request/invalid');
    await s.head('陈立').quotes(ticket, [{ label: '换整段管子', priceFen: 60_000 }], 3);
    expect(await s.quote(ticket)).toMatchObject({ stand: 'offered', partsFen: 60_000 });
    expect(await refusal(s.head('陈立').quotes(ticket, [{ label: '换整栋', priceFen: 5_000_001 }], 3))).toBe('request/invalid');
    await s.head('陈立').quotes(ticket, [{ label: '换整栋', priceFen: 5_000_000 }], 3);
  },
  '公共地方不收费，没修好的返工也不收费：报不了价': async (s) => {
    const shared = await onSite(s, { category: 'lighting', place: 'public' });
    expect(await s.technician('赵建国').may(shared)).not.toContain('quote');
    expect(await refusal(s.technician('赵建国').quotes(shared, [{ item: HOSE }]))).toBe('ticket/action-refused');
    const rework = await onSite(s);
    await s.technician('赵建国').finishes(rework);
    await s.resident('王秀兰').saysNotFixed(rework);
    await s.agent('林晓芸').dispatches(rework, '赵建国');
    await s.technician('赵建国').arrives(rework);
    expect(await refusal(s.technician('赵建国').quotes(rework, [{ item: HOSE }]))).toBe('ticket/action-refused');
  },
  '住户一直不回话，师傅撤回报价，不收费的照样修完': async (s) => {
    const ticket = await onSite(s);
    await s.technician('赵建国').quotes(ticket, [{ item: HOSE }]);
    await s.technician('赵建国').withdrawsQuote(ticket);
    expect(await refusal(s.resident('王秀兰').acceptsQuote(ticket))).toBe('ticket/action-refused');
    await s.technician('赵建国').finishes(ticket);
    expect(await s.charged(ticket)).toMatchObject({ labourFen: 0, partsFen: 0 });
  },
});

manual('手册 R14 修完以结算和归档结束', {
  '用得少就收得少，不能比同意的多；确认以后 7 天内结算，只结一次': async (s) => {
    const ticket = await onSite(s);
    await s.technician('赵建国').quotes(ticket, [
      { item: HOSE, quantity: 2 },
      { item: '换角阀、软管', quantity: 2 },
    ]);
    await s.resident('王秀兰').acceptsQuote(ticket);
    expect(await refusal(s.technician('赵建国').finishesWith(ticket, [3, 2]))).toBe('request/invalid');
    await s.technician('赵建国').finishesWith(ticket, [1, 2]);
    expect(await s.charged(ticket)).toEqual({ labourFen: 4_000, partsFen: 3_800, isSettled: false });
    expect(await s.agent('林晓芸').may(ticket)).not.toContain('settle');
    await s.resident('王秀兰').confirms(ticket);
    expect((await s.promises(ticket)).find((one) => one.what === 'settled')).toMatchObject({
      clause: 'R14',
      dueBy: '2026-03-10 00:00',
      outcome: 'open',
    });
    expect(await refusal(s.technician('赵建国').settles(ticket))).toBe('ticket/not-yours');
    await s.agent('林晓芸').settles(ticket);
    expect(await s.charged(ticket)).toMatchObject({ isSettled: true });
    expect((await s.promises(ticket)).find((one) => one.what === 'settled')).toMatchObject({ outcome: 'kept' });
    expect(await refusal(s.agent('林晓芸').settles(ticket))).toBe('ticket/action-refused');
  },
  不收费的没有要结算的: async (s) => {
    const ticket = await onSite(s);
    await s.technician('赵建国').finishes(ticket);
    await s.resident('王秀兰').confirms(ticket);
    expect((await s.promises(ticket)).some((one) => one.what === 'settled')).toBe(false);
    expect(await s.agent('林晓芸').may(ticket)).not.toContain('settle');
  },
  '返工不再收费，前一次收的留着': async (s) => {
    const ticket = await onSite(s);
    await s.technician('赵建国').quotes(ticket, [{ item: HOSE }]);
    await s.resident('王秀兰').acceptsQuote(ticket);
    await s.technician('赵建国').finishes(ticket);
    await s.resident('王秀兰').saysNotFixed(ticket);
    await s.agent('林晓芸').dispatches(ticket, '孙磊');
    await s.technician('孙磊').arrives(ticket);
    await s.technician('孙磊').finishes(ticket);
    expect(await s.charged(ticket)).toEqual({ labourFen: 0, partsFen: 3_800, isSettled: false });
    await s.resident('王秀兰').confirms(ticket);
    expect((await s.promises(ticket)).some((one) => one.what === 'settled')).toBe(true);
  },
});
