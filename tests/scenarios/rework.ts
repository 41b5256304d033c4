import { expect } from '@jest/globals';
import { manual, refusal } from '../support/story.ts';

const BURST = { category: 'burst_pipe', words: '厨房水管爆了，一直喷水' };
const DOOR = { category: 'doors', words: '阳台门关不严' };

manual('手册 R9 修好后住户确认并写意见', {
  '报修人和同住的人都能确认，确认后办完': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').reports(BURST);
    await s.agent('林晓芸').dispatches(ticket, '赵建国');
    await s.technician('赵建国').arrives(ticket);
    expect(await refusal(s.resident('王秀兰').confirms(ticket))).toBe('ticket/action-refused');
    await s.technician('赵建国').finishes(ticket);
    expect(await s.resident('李德明').may(ticket)).toEqual(expect.arrayContaining(['confirm', 'reopen']));
    await s.resident('李德明').confirms(ticket, 'satisfied', '师傅很仔细');
    expect(await s.status(ticket)).toBe('closed');
    expect(await refusal(s.resident('王秀兰').confirms(ticket))).toBe('ticket/action-refused');
    expect(await s.technician('赵建国').heard(ticket)).toEqual(['dispatched', 'confirmed']);
  },
  '不是这一户的人看不到，也确认不了；师傅不能替住户确认': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').reports(BURST);
    await s.agent('林晓芸').dispatches(ticket, '赵建国');
    await s.technician('赵建国').arrives(ticket);
    await s.technician('赵建国').finishes(ticket);
    expect(await refusal(s.resident('陈一鸣').confirms(ticket))).toBe('seen/not-found');
    expect(await refusal(s.technician('赵建国').confirms(ticket))).toBe('ticket/not-yours');
    expect(await refusal(s.agent('林晓芸').confirms(ticket))).toBe('ticket/not-yours');
  },
});

manual('手册 R11 没修好：马上返工，24 小时内特殊回访', {
  '进入第二轮：2 小时内返工上门，24 小时内回访，旧的一轮照样留着': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').reports(BURST);
    await s.agent('林晓芸').dispatches(ticket, '赵建国');
    await s.technician('赵建国').arrives(ticket);
    s.at('2026-03-02 12:00');
    await s.technician('赵建国').finishes(ticket);
    s.at('2026-03-02 13:00');
    await s.resident('王秀兰').saysNotFixed(ticket);
    expect(await s.status(ticket)).toBe('received');
    expect((await s.promises(ticket)).filter((one) => one.round === 2).map((one) => [one.what, one.clause, one.dueBy])).toEqual(
      expect.arrayContaining([
        ['on_site', 'R11', '2026-03-02 15:00'],
        ['special_visit', 'R11', '2026-03-03 13:00'],
        ['repaired', 'R3', '2026-03-03 13:00'],
        ['dispatched', 'R8', '2026-03-02 13:15'],
      ]),
    );
    expect((await s.promises(ticket)).filter((one) => one.round === 1 && one.what === 'repaired')).toEqual([
      expect.objectContaining({ outcome: 'kept', keptAt: '2026-03-02 12:00' }),
    ]);
    expect(await s.technician('赵建国').heard(ticket)).toContain('reopened');
    expect(await s.head('陈立').heard(ticket)).toContain('reopened');
    expect(await s.agent('何静').heard(ticket)).toContain('reopened');
  },
  '回访由没有动手的客服做；24 小时整不算迟，过一分钟算': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').reports(DOOR);
    await s.agent('林晓芸').dispatches(ticket, '赵建国');
    await s.technician('赵建国').arrives(ticket);
    await s.technician('赵建国').finishes(ticket);
    expect(await refusal(s.agent('林晓芸').visits(ticket, '没有返工过', '无'))).toBe('ticket/action-refused');
    await s.resident('李德明').saysNotFixed(ticket);
    expect(await refusal(s.technician('赵建国').visits(ticket, '我自己回访', '好'))).toMatch(/not-yours|not-found/);
    s.at('2026-03-03 09:00');
    expect(await s.newlyMissed()).not.toContainEqual([ticket.number, 'special_visit']);
    s.at('2026-03-03 09:01');
    expect(await s.newlyMissed()).toEqual([[ticket.number, 'special_visit']]);
    await s.agent('林晓芸').visits(ticket, '师傅下午再来', '住户同意');
    expect((await s.promises(ticket)).find((one) => one.what === 'special_visit')).toMatchObject({ outcome: 'missed', keptAt: '2026-03-03 09:01' });
  },
  返工上门也会超时: async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').reports(DOOR);
    await s.agent('林晓芸').dispatches(ticket, '赵建国');
    await s.technician('赵建国').arrives(ticket);
    await s.technician('赵建国').finishes(ticket);
    await s.resident('王秀兰').saysNotFixed(ticket);
    s.at('2026-03-02 11:00');
    expect(await s.newlyMissed()).toEqual([]);
    s.at('2026-03-02 11:01');
    expect(await s.newlyMissed()).toEqual([[ticket.number, 'on_site']]);
  },
});

manual('手册 R11 返工后很快确认了，回访照样要做', {
  '这件事已经办完，回访没做：过了 24 小时照样超时': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').reports(DOOR);
    for (const round of [1, 2]) {
      await s.agent('林晓芸').dispatches(ticket, '赵建国');
      await s.technician('赵建国').arrives(ticket);
      await s.technician('赵建国').finishes(ticket);
      if (round === 1) await s.resident('王秀兰').saysNotFixed(ticket);
    }
    await s.resident('王秀兰').confirms(ticket);
    s.at('2026-03-03 09:01');
    expect(await s.newlyMissed()).toEqual([[ticket.number, 'special_visit']]);
    await s.agent('何静').visits(ticket, '问了，已经好了', '满意');
    expect((await s.promises(ticket)).find((one) => one.what === 'special_visit')?.outcome).toBe('missed');
  },
});
