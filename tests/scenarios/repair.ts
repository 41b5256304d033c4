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

manual('手册 R1 急修的七类', {
  '爆管、停电、下水、电梯、栏杆都是急修': async (s) => {
    s.at('2026-03-02 09:00');
    const kinds: [string, 'home' | 'public', string][] = [
      ['burst_pipe', 'home', 'R1③'],
      ['power', 'home', 'R1②'],
      ['drain', 'home', 'R1④'],
      ['lift', 'public', 'R1⑤'],
      ['rail', 'public', 'R1⑥'],
    ];
    for (const [category, place, clause] of kinds) {
      const ticket = await s.resident('王秀兰').reports({ category, place });
      expect(await s.urgency(ticket)).toEqual({ urgency: 'urgent', clause });
    }
  },
  '水龙头关不住是急修，滴漏是一般': async (s) => {
    s.at('2026-03-02 09:00');
    const badly = await s.resident('王秀兰').reports({ category: 'tap', worse: true });
    expect(await s.urgency(badly)).toEqual({ urgency: 'urgent', clause: 'R1③' });
    const dripping = await s.resident('王秀兰').reports({ category: 'tap' });
    expect(await s.urgency(dripping)).toEqual({ urgency: 'general', clause: 'R2②' });
  },
  '有人有危险就是急修：家里按⑦，公共地方按①': async (s) => {
    s.at('2026-03-02 09:00');
    const ceiling = await s.resident('王秀兰').reports({ category: 'roof', danger: true });
    expect(await s.urgency(ceiling)).toEqual({ urgency: 'urgent', clause: 'R1⑦' });
    const lamp = await s.resident('王秀兰').reports({ category: 'lighting', place: 'public', danger: true });
    expect(await s.urgency(lamp)).toEqual({ urgency: 'urgent', clause: 'R1①' });
  },
});

manual('手册 R2 一般维修的四类', {
  '门窗、洁具、屋面渗水、其他小修是一般': async (s) => {
    s.at('2026-03-02 09:00');
    const kinds: [string, string][] = [
      ['doors', 'R2①'],
      ['sanitary', 'R2②'],
      ['roof', 'R2③'],
      ['other', 'R2④'],
    ];
    for (const [category, clause] of kinds) {
      const ticket = await s.resident('王秀兰').reports({ category, words: '坏了' });
      expect(await s.urgency(ticket)).toEqual({ urgency: 'general', clause });
    }
  },
  '选“其他”要写几个字；家里没有电梯这一类': async (s) => {
    s.at('2026-03-02 09:00');
    expect(await refusal(s.resident('王秀兰').reports({ category: 'other' }))).toBe('request/invalid');
    expect(await refusal(s.resident('王秀兰').reports({ category: 'lift' }))).toBe('request/invalid');
  },
});

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

manual('手册 R8 每一步谁能办、谁知道', {
  '按钮：每个人在每一步能点的，不多也不少': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').reports(BURST);
    const agent = ['say', 'note', 'call', 'agree', 'explainMiss', 'reclassify', 'reveal'];
    const stands = async (expected: Record<string, string[]>) => {
      for (const [name, actions] of Object.entries(expected))
        expect([name, [...(await s.person(name).may(ticket))].sort()]).toEqual([name, [...actions].sort()]);
    };
    await stands({
      王秀兰: ['say'],
      李德明: ['say'],
      林晓芸: ['dispatch', ...agent],
      周敏: ['dispatch', ...agent],
      陈立: ['dispatch', ...agent],
      郑涛: ['say', 'note'],
      吴桐: ['say', 'note'],
      蔡建华: [],
    });
    await s.agent('林晓芸').dispatches(ticket, '赵建国');
    await stands({ 王秀兰: ['say'], 林晓芸: ['reassign', ...agent], 赵建国: ['accept', 'arrive', 'say', 'note', 'reveal'], 郑涛: ['say', 'note'] });
    await s.technician('赵建国').accepts(ticket);
    await stands({ 赵建国: ['arrive', 'say', 'note', 'reveal'] });
    await s.technician('赵建国').arrives(ticket);
    await stands({ 赵建国: ['finish', 'say', 'note', 'reveal'], 陈立: ['reassign', ...agent] });
    await s.technician('赵建国').finishes(ticket);
    await stands({
      王秀兰: ['confirm', 'reopen', 'say'],
      李德明: ['confirm', 'reopen', 'say'],
      林晓芸: ['say', 'note', 'call', 'explainMiss', 'reveal', 'returnVisit'],
      赵建国: ['say', 'note'],
      郑涛: ['say', 'note'],
    });
    await s.resident('李德明').saysNotFixed(ticket);
    await stands({ 王秀兰: ['say'], 林晓芸: ['dispatch', 'visit', ...agent], 陈立: ['dispatch', ...agent] });
    await s.agent('林晓芸').visits(ticket, '问了', '等返工');
    await stands({ 林晓芸: ['dispatch', ...agent] });
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
    expect(await s.person('周敏').heard(ticket)).toEqual(['confirmed', 'rated_low']);
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
