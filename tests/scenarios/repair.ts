import { expect } from '@jest/globals';
import { manual, refusal } from '../support/story.ts';

const BURST = { category: 'burst_pipe', words: '厨房水管爆了，一直喷水' };
const DOOR = { category: 'doors', words: '阳台门关不严' };

manual('手册 R3 急修：2 小时内到场，24 小时内修好', {
  '一直无人到场：11:00 整不算超时，11:01 记到场超时，只记一次': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').reports(BURST);
    s.at('2026-03-02 11:00');
    expect(await s.newlyMissed()).not.toContainEqual([ticket.number, 'on_site']);
    s.at('2026-03-02 11:01');
    expect(await s.newlyMissed()).toEqual([[ticket.number, 'on_site']]);
    s.at('2026-03-02 11:02');
    expect(await s.newlyMissed()).toEqual([]);
  },
  '11:30 才到场：即使当时无人扫描，仍记到场超时': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').reports(BURST);
    s.at('2026-03-02 09:05');
    await s.agent('林晓芸').dispatches(ticket, '赵建国');
    s.at('2026-03-02 11:30');
    await s.technician('赵建国').arrives(ticket);
    const onSite = (await s.promises(ticket)).find((one) => one.what === 'on_site');
    expect(onSite).toMatchObject({ dueBy: '2026-03-02 11:00', keptAt: '2026-03-02 11:30', outcome: 'missed' });
    expect(await s.head('陈立').heard(ticket)).toEqual(['received', 'missed']);
    expect(await s.person('郑涛').heard(ticket)).toEqual(['told_director']);
    expect(await s.resident('王秀兰').heard(ticket)).toEqual(['dispatched', 'missed', 'arrived']);
    expect(await s.looksAfter()).toEqual([]);
    expect(onSite?.explain).toContain('R3（2026-01-01 起）：2 小时，从今天 09:00 算，到今天 11:00；今天 11:30 做到，迟了 30 分');
  },
  '到场准时，24 小时整修好算准时': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').reports(BURST);
    s.at('2026-03-02 09:10');
    await s.agent('林晓芸').dispatches(ticket, '赵建国');
    s.at('2026-03-02 11:00');
    await s.technician('赵建国').arrives(ticket);
    s.at('2026-03-03 09:00');
    await s.technician('赵建国').finishes(ticket);
    expect(await s.promises(ticket)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ what: 'on_site', outcome: 'kept' }),
        expect.objectContaining({ what: 'repaired', dueBy: '2026-03-03 09:00', outcome: 'kept' }),
      ]),
    );
  },
  '修好时间：24 小时过一分钟就是超时': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').reports(BURST);
    await s.agent('林晓芸').dispatches(ticket, '赵建国');
    await s.technician('赵建国').arrives(ticket);
    s.at('2026-03-03 09:00');
    expect(await s.newlyMissed()).toEqual([]);
    s.at('2026-03-03 09:01');
    expect(await s.newlyMissed()).toEqual([[ticket.number, 'repaired']]);
  },
});

manual('手册 R3 每次超时都记下原因', {
  '没超时的不用记；超时的由客服或主管记，写进承诺的来历': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').reports(BURST);
    await s.agent('林晓芸').dispatches(ticket, '赵建国');
    expect(await refusal(s.agent('林晓芸').explainsMiss(ticket, 'on_site', 'parts'))).toBe('request/invalid');
    s.at('2026-03-02 11:30');
    await s.technician('赵建国').arrives(ticket);
    expect(await refusal(s.technician('赵建国').explainsMiss(ticket, 'on_site', 'hands'))).toBe('ticket/not-yours');
    await s.head('陈立').explainsMiss(ticket, 'on_site', 'hands');
    const onSite = (await s.promises(ticket)).find((one) => one.what === 'on_site');
    expect(onSite?.outcome).toBe('missed');
    expect(onSite?.explain).toContain('原因：师傅忙不过来');
  },
});

manual('手册 R3 一般维修：72 小时内修好，没有上门时限', {
  '72 小时整不算超时，过一分钟算': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').reports(DOOR);
    expect((await s.promises(ticket)).map((one) => [one.what, one.dueBy])).toEqual([['repaired', '2026-03-05 09:00']]);
    s.at('2026-03-05 09:00');
    expect(await s.newlyMissed()).toEqual([]);
    s.at('2026-03-05 09:01');
    expect(await s.newlyMissed()).toEqual([[ticket.number, 'repaired']]);
  },
  夜里和周末照样算时间: async (s) => {
    s.at('2026-03-06 23:50');
    const ticket = await s.resident('陈一鸣').reports(DOOR);
    expect((await s.promises(ticket))[0]).toMatchObject({ dueBy: '2026-03-09 23:50' });
  },
});
