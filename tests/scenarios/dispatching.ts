import { expect } from '@jest/globals';
import { manual, refusal } from '../support/story.ts';

const BURST = { category: 'burst_pipe', words: '厨房水管爆了，一直喷水' };
const DOOR = { category: 'doors', words: '阳台门关不严' };

manual('手册 R8 客服登记后马上派人，跟到修好', {
  '急修 15 分钟内派人：09:15 整不算迟，09:16 记超时，服务中心负责人知道': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').reports(BURST);
    s.at('2026-03-02 09:15');
    expect(await s.newlyMissed()).toEqual([]);
    s.at('2026-03-02 09:16');
    expect(await s.newlyMissed()).toEqual([[ticket.number, 'dispatched']]);
    expect(await s.person('周敏').heard(ticket)).toEqual(['missed']);
    expect(await s.resident('王秀兰').heard(ticket)).toEqual([]);
  },
  一般维修没有派人时限: async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').reports(DOOR);
    expect((await s.promises(ticket)).map((one) => one.what)).not.toContain('dispatched');
  },
  '师傅按顺序接下、到场、修好；别人不能替他点': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').reports(BURST);
    expect(await refusal(s.technician('赵建国').accepts(ticket))).toBe('seen/not-found');
    await s.agent('林晓芸').dispatches(ticket, '赵建国');
    expect(await refusal(s.technician('孙磊').arrives(ticket))).toBe('seen/not-found');
    expect(await refusal(s.agent('林晓芸').arrives(ticket))).toBe('ticket/not-yours');
    expect(await refusal(s.technician('赵建国').finishes(ticket))).toBe('ticket/action-refused');
    await s.technician('赵建国').accepts(ticket);
    await s.technician('赵建国').arrives(ticket);
    expect(await refusal(s.technician('赵建国').arrives(ticket))).toBe('ticket/action-refused');
    await s.technician('赵建国').finishes(ticket);
    expect(await s.history(ticket)).toEqual(['received', 'dispatched', 'accepted', 'arrived', 'finished']);
    expect(await s.status(ticket)).toBe('finished');
  },
  '住户着急：客服答复时记下，当天 24 点前再打一次电话': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').reports(BURST);
    s.at('2026-03-02 09:03');
    await s.agent('林晓芸').says(ticket, '赵师傅 11 点前到', { upset: true });
    const again = (await s.promises(ticket)).find((one) => one.what === 'called_again');
    expect(again).toMatchObject({ clause: 'R8', dueBy: '2026-03-03 00:00', outcome: 'open' });
    s.at('2026-03-02 17:30');
    await s.agent('何静').calls(ticket, '问了，水已经止住');
    expect((await s.promises(ticket)).find((one) => one.what === 'called_again')).toMatchObject({ outcome: 'kept', keptAt: '2026-03-02 17:30' });
    s.at('2026-03-03 09:00');
    await s.agent('林晓芸').says(ticket, '今天再催', { upset: true });
    expect((await s.promises(ticket)).filter((one) => one.what === 'called_again').map((one) => one.outcome)).toEqual(['kept', 'open']);
  },
  '当天没再打电话：过了 24 点算超时，住户和负责人都知道': async (s) => {
    s.at('2026-03-02 21:00');
    const ticket = await s.resident('王秀兰').reports(DOOR);
    await s.agent('林晓芸').says(ticket, '明天一早安排', { upset: true });
    s.at('2026-03-03 00:00');
    expect(await s.newlyMissed()).toEqual([]);
    s.at('2026-03-03 00:01');
    expect(await s.newlyMissed()).toEqual([[ticket.number, 'called_again']]);
    expect(await s.person('周敏').heard(ticket)).toContain('missed');
    expect(await s.resident('王秀兰').heard(ticket)).toContain('missed');
  },
});

manual('手册 I16 客服直接派本小区的师傅', {
  '不用请示就能派；别的小区的师傅派不了': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').reports(BURST);
    expect(await s.agent('林晓芸').may(ticket)).toContain('dispatch');
    expect(await refusal(s.agent('林晓芸').dispatches(ticket, '冯刚'))).toBe('staff/not-suitable');
    expect(await refusal(s.agent('林晓芸').dispatches(ticket, '陈立'))).toBe('staff/not-suitable');
    await s.agent('林晓芸').dispatches(ticket, '赵建国');
    expect((await s.promises(ticket)).find((one) => one.what === 'on_site')?.owedBy).toBe('赵建国');
  },
  '住户自己不能派，别的小区的客服看不到': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').reports(BURST);
    expect(await refusal(s.resident('王秀兰').dispatches(ticket, '赵建国'))).toBe('ticket/not-yours');
    expect(await refusal(s.agent('宋雨').dispatches(ticket, '赵建国'))).toBe('seen/not-found');
  },
  '已经派出，第二个人再派：说明现在的情况，不改变派给谁': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').reports(BURST);
    await s.agent('林晓芸').dispatches(ticket, '赵建国');
    expect(await refusal(s.agent('何静').dispatches(ticket, '孙磊'))).toBe('ticket/action-refused');
    expect((await s.promises(ticket)).find((one) => one.what === 'repaired')?.owedBy).toBe('赵建国');
  },
});

manual('手册 R8 每一步谁能办、谁知道', {
  '按钮：每个人在每一步能点的，不多也不少': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').reports(BURST);
    const headed = ['say', 'note', 'call', 'agree', 'explainMiss', 'reclassify', 'reveal', 'merge'];
    const agent = [...headed, 'cancel'];
    const reporter = ['say', 'urge', 'change', 'cancel'];
    const stands = async (expected: Record<string, string[]>) => {
      for (const [name, actions] of Object.entries(expected))
        expect([name, [...(await s.person(name).may(ticket))].sort()]).toEqual([name, [...actions].sort()]);
    };
    await stands({
      王秀兰: reporter,
      李德明: ['say', 'urge'],
      林晓芸: ['dispatch', ...agent],
      周敏: ['dispatch', ...agent],
      陈立: ['dispatch', 'flag', ...headed],
      郑涛: ['say', 'note'],
      吴桐: ['say', 'note'],
      蔡建华: [],
    });
    await s.agent('林晓芸').dispatches(ticket, '赵建国');
    await stands({
      王秀兰: reporter,
      林晓芸: ['reassign', ...agent],
      赵建国: ['accept', 'arrive', 'quote', 'nobodyHome', 'handBack', 'say', 'note', 'reveal'],
      郑涛: ['say', 'note'],
    });
    await s.technician('赵建国').accepts(ticket);
    await stands({ 赵建国: ['arrive', 'quote', 'nobodyHome', 'handBack', 'say', 'note', 'reveal'] });
    await s.technician('赵建国').arrives(ticket);
    await stands({
      王秀兰: ['say', 'urge'],
      赵建国: ['finish', 'quote', 'nobodyHome', 'handBack', 'say', 'note', 'reveal'],
      陈立: ['reassign', 'flag', 'quote', ...headed],
    });
    await s.technician('赵建国').finishes(ticket);
    await stands({
      王秀兰: ['confirm', 'reopen', 'say'],
      李德明: ['confirm', 'reopen', 'say'],
      林晓芸: ['say', 'note', 'call', 'explainMiss', 'reveal', 'returnVisit', 'tryVisit', 'endVisit'],
      赵建国: ['say', 'note'],
      郑涛: ['say', 'note'],
    });
    await s.resident('李德明').saysNotFixed(ticket);
    await stands({
      王秀兰: ['say', 'urge', 'change'],
      林晓芸: ['dispatch', 'visit', 'tryVisit', 'endVisit', ...headed],
      陈立: ['dispatch', 'flag', ...headed],
    });
    await s.agent('林晓芸').visits(ticket, '问了', '等返工');
    await stands({ 林晓芸: ['dispatch', ...headed] });
  },
  '消息：每一步谁听到': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').reports(BURST);
    await s.resident('王秀兰').says(ticket, '快点');
    await s.agent('林晓芸').dispatches(ticket, '赵建国');
    await s.resident('李德明').says(ticket, '还在漏');
    await s.technician('赵建国').accepts(ticket);
    await s.technician('赵建国').arrives(ticket);
    await s.agent('林晓芸').reclassifies(ticket, { category: 'doors', why: '其实是门' });
    await s.technician('赵建国').finishes(ticket);
    await s.resident('王秀兰').confirms(ticket, 'dissatisfied');
    expect(await s.agent('何静').heard(ticket)).toEqual(['received', 'asked', 'said', 'reclassified', 'finished', 'confirmed']);
    expect(await s.technician('赵建国').heard(ticket)).toEqual(['dispatched', 'said', 'reclassified', 'confirmed']);
    expect(await s.resident('李德明').heard(ticket)).toEqual(['dispatched', 'accepted', 'arrived', 'reclassified', 'finished']);
    expect(await s.head('陈立').heard(ticket)).toEqual(['received', 'confirmed']);
    expect(await s.person('周敏').heard(ticket)).toEqual(['rated_low']);
    expect(await s.person('郑涛').heard(ticket)).toEqual([]);
  },
  '派错了人：改派，承诺连着原来的时间转过去；看到的人已经变了就不改': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').reports(BURST);
    await s.agent('林晓芸').dispatches(ticket, '赵建国');
    s.at('2026-03-02 09:30');
    await s.agent('何静').reassigns(ticket, '孙磊', '赵建国');
    expect(await refusal(s.agent('林晓芸').reassigns(ticket, '钱大勇', '赵建国'))).toBe('ticket/action-refused');
    expect((await s.promises(ticket)).find((one) => one.what === 'on_site')).toMatchObject({ owedBy: '孙磊', dueBy: '2026-03-02 11:00' });
    expect(await s.technician('孙磊').heard(ticket)).toEqual(['dispatched']);
    expect(await refusal(s.technician('赵建国').arrives(ticket))).toBe('seen/not-found');
    await s.technician('孙磊').arrives(ticket);
    expect(await s.status(ticket)).toBe('on_site');
  },
});
