import { expect } from '@jest/globals';
import { manual, refusal } from '../support/story.ts';

const PUMP = { category: 'burst_pipe', words: '卫生间水管裂了' };

manual('手册 D1 传递单写明内容、部门和答复时间', {
  '由主管派人的小区：客服转给工程主管，急修默认 15 分钟内答复': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('许若琳').reports(PUMP);
    expect(await s.agent('宋雨').may(ticket)).toContain('handOver');
    expect(await s.agent('宋雨').may(ticket)).not.toContain('dispatch');
    expect(await refusal(s.agent('宋雨').dispatches(ticket, '冯刚'))).toBe('ticket/action-refused');
    s.at('2026-03-02 09:05');
    await s.agent('宋雨').handsOver(ticket, '卫生间水管裂，先关总阀');
    expect((await s.promises(ticket)).find((one) => one.what === 'passed_on')).toMatchObject({
      clause: 'R8',
      dueBy: '2026-03-02 09:15',
      outcome: 'kept',
    });
    expect((await s.promises(ticket)).find((one) => one.what === 'taken_on')).toMatchObject({
      clause: 'D2',
      dueBy: '2026-03-02 09:20',
      outcome: 'open',
    });
    expect(await s.head('梁宏').heard(ticket)).toContain('handed_over');
    expect(await refusal(s.agent('宋雨').handsOver(ticket, '再转一次'))).toBe('ticket/action-refused');
  },
  '一般维修默认 2 小时答复；也可以自己定，不能定在过去': async (s) => {
    s.at('2026-03-02 09:00');
    const first = await s.resident('许若琳').reports({ category: 'doors' });
    await s.agent('宋雨').handsOver(first, '门合页松');
    expect((await s.promises(first)).find((one) => one.what === 'taken_on')?.dueBy).toBe('2026-03-02 11:00');
    const second = await s.resident('高志远').reports({ category: 'doors' });
    expect(await refusal(s.agent('宋雨').handsOver(second, '门合页松', '2026-03-02 08:30'))).toBe('request/invalid');
    expect(await refusal(s.agent('宋雨').handsOver(second, '门合页松', '2026-03-02 11:01'))).toBe('request/invalid');
    await s.agent('宋雨').handsOver(second, '门合页松', '2026-03-02 10:00');
    expect((await s.promises(second)).find((one) => one.what === 'taken_on')?.dueBy).toBe('2026-03-02 10:00');
  },
  '急修没及时转出：15 分钟后记超时': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('许若琳').reports(PUMP);
    s.at('2026-03-02 09:15');
    expect(await s.newlyMissed()).toEqual([]);
    s.at('2026-03-02 09:16');
    expect(await s.newlyMissed()).toEqual([[ticket.number, 'passed_on']]);
    expect(await s.person('唐慧').heard(ticket)).toEqual(['missed']);
  },
});

manual('手册 D2 部门负责人在要求的时间里给出确定的完成时间', {
  '接下、答应时间、派人，答应的时间是另一个承诺': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('许若琳').reports(PUMP);
    expect(await refusal(s.head('梁宏').dispatches(ticket, '冯刚'))).toBe('ticket/action-refused');
    await s.agent('宋雨').handsOver(ticket, '卫生间水管裂');
    expect(await refusal(s.head('梁宏').dispatches(ticket, '冯刚'))).toBe('ticket/action-refused');
    expect(await refusal(s.head('梁宏').takesOn(ticket, '2026-03-02 08:00'))).toBe('request/invalid');
    expect(await refusal(s.head('梁宏').takesOn(ticket, '2026-03-03 09:01'))).toBe('request/invalid');
    s.at('2026-03-02 09:10');
    await s.head('梁宏').takesOn(ticket, '2026-03-02 15:00');
    await s.head('梁宏').dispatches(ticket, '冯刚');
    const lines = await s.promises(ticket);
    expect(lines.find((one) => one.what === 'taken_on')).toMatchObject({ outcome: 'kept' });
    expect(lines.find((one) => one.what === 'finished_as_promised')).toMatchObject({ clause: 'D2', dueBy: '2026-03-02 15:00', outcome: 'open' });
    expect(lines.find((one) => one.what === 'repaired')).toMatchObject({ clause: 'R3', dueBy: '2026-03-03 09:00' });
    s.at('2026-03-02 15:01');
    expect(await s.newlyMissed()).toContainEqual([ticket.number, 'finished_as_promised']);
    expect(await s.person('谢军').heard(ticket)).toContain('missed');
  },
  '主管没有按时答复：报主任，不经过他自己的下一级': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('许若琳').reports({ category: 'doors' });
    await s.agent('宋雨').handsOver(ticket, '门合页松');
    s.at('2026-03-02 11:00');
    expect(await s.newlyMissed()).toEqual([]);
    s.at('2026-03-02 11:01');
    expect(await s.newlyMissed()).toEqual([[ticket.number, 'taken_on']]);
    expect(await s.head('梁宏').heard(ticket)).toEqual(['handed_over', 'warned', 'missed']);
    expect(await s.person('谢军').heard(ticket)).toEqual(['missed']);
    expect(await s.person('吴桐').heard(ticket)).toEqual([]);
    s.at('2026-03-02 12:59');
    expect(await s.looksAfter()).toEqual([]);
    s.at('2026-03-02 13:00');
    expect((await s.looksAfter()).map(([, , step]) => step)).toEqual(['told_quality']);
  },
  '不由主管派人的小区：没有转交这一步，主管可以直接派': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').reports(PUMP);
    expect(await refusal(s.agent('林晓芸').handsOver(ticket, '转给工程'))).toBe('ticket/action-refused');
    await s.head('陈立').dispatches(ticket, '孙磊');
    expect(await s.status(ticket)).toBe('dispatched');
  },
});
