import { expect } from '@jest/globals';
import { manual, refusal } from '../support/story.ts';

const BURST = { category: 'burst_pipe', words: '厨房水管爆了' };

manual('手册 Z18 提醒、超时、逐级上报', {
  '上门：10:29 不提醒，10:30 提醒师傅，11:01 报主管，11:30 报主任，13:00 报品质管理部，每步一次': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').reports(BURST);
    s.at('2026-03-02 09:05');
    await s.agent('林晓芸').dispatches(ticket, '赵建国');
    const steps = async () => (await s.looksAfter()).filter(([, what]) => what === 'on_site').map(([, , step]) => step);
    s.at('2026-03-02 10:29');
    expect(await steps()).toEqual([]);
    s.at('2026-03-02 10:30');
    expect(await steps()).toEqual(['warned']);
    expect(await s.technician('赵建国').heard(ticket)).toEqual(['dispatched', 'warned']);
    expect(await s.head('陈立').heard(ticket)).toEqual(['received']);
    s.at('2026-03-02 11:01');
    expect(await steps()).toEqual(['missed']);
    expect(await s.head('陈立').heard(ticket)).toEqual(['received', 'missed']);
    expect(await s.technician('赵建国').heard(ticket)).toEqual(['dispatched', 'warned', 'missed']);
    expect(await s.resident('王秀兰').heard(ticket)).toEqual(['dispatched', 'missed']);
    s.at('2026-03-02 11:29');
    expect(await steps()).toEqual([]);
    s.at('2026-03-02 11:30');
    expect(await steps()).toEqual(['told_director']);
    expect(await s.person('郑涛').heard(ticket)).toEqual(['told_director']);
    s.at('2026-03-02 12:59');
    expect(await steps()).toEqual([]);
    s.at('2026-03-02 13:00');
    expect(await steps()).toEqual(['told_quality']);
    expect(await s.person('吴桐').heard(ticket)).toEqual(['told_quality']);
    expect(await s.person('程颖').heard(ticket)).toEqual(['told_quality']);
    s.at('2026-03-02 15:00');
    expect(await steps()).toEqual([]);
  },
  '没有派人也照样上报：算客服的': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').reports(BURST);
    s.at('2026-03-02 10:30');
    await s.looksAfter();
    expect(await s.agent('林晓芸').heard(ticket)).toContain('warned');
    expect(await s.agent('何静').heard(ticket)).toContain('warned');
    s.at('2026-03-02 11:01');
    expect(await s.newlyMissed()).toContainEqual([ticket.number, 'on_site']);
    expect(await s.head('陈立').heard(ticket)).toContain('missed');
    s.at('2026-03-02 13:00');
    expect((await s.looksAfter()).map(([, , step]) => step)).toContain('told_quality');
  },
  '时钟停了三天再走：一次补齐，过了期的不再提醒，谁也不听两遍': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').reports(BURST);
    await s.agent('林晓芸').dispatches(ticket, '赵建国');
    s.at('2026-03-05 09:00');
    const steps = (await s.looksAfter()).filter(([, what]) => what === 'on_site').map(([, , step]) => step);
    expect(steps).toEqual(['missed', 'told_director', 'told_quality']);
    expect(await s.looksAfter()).toEqual([]);
    expect((await s.person('郑涛').heard(ticket)).filter((heard) => heard === 'told_director')).toHaveLength(2); // 上门和修好各一次
  },
  '派人时限：11 分 15 秒提醒客服，即 09:12 看时已提醒，09:11 还没有': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').reports(BURST);
    s.at('2026-03-02 09:11');
    expect(await s.newlyWarned()).toEqual([]);
    s.at('2026-03-02 09:12');
    expect(await s.newlyWarned()).toEqual([[ticket.number, 'dispatched']]);
  },
  '做到以后不再提醒，也不再上报': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').reports(BURST);
    await s.agent('林晓芸').dispatches(ticket, '赵建国');
    await s.technician('赵建国').arrives(ticket);
    await s.technician('赵建国').finishes(ticket);
    await s.resident('王秀兰').confirms(ticket);
    s.at('2026-03-09 09:00');
    expect(await s.looksAfter()).toEqual([]);
  },
  '72 小时的提醒在第 54 小时，主任在第 90 小时，品质管理部在第 144 小时': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').reports({ category: 'doors' });
    const moments: [string, string, string][] = [
      ['2026-03-04 14:59', '2026-03-04 15:00', 'warned'],
      ['2026-03-05 09:00', '2026-03-05 09:01', 'missed'],
      ['2026-03-06 02:59', '2026-03-06 03:00', 'told_director'],
      ['2026-03-08 08:59', '2026-03-08 09:00', 'told_quality'],
    ];
    for (const [before, then, step] of moments) {
      s.at(before);
      expect(await s.looksAfter()).toEqual([]);
      s.at(then);
      expect(await s.looksAfter()).toEqual([[ticket.number, 'repaired', step]]);
    }
  },
});

manual('手册 I7 来不及时先和住户约好新时间', {
  '到期之前约好：按新时间算，第一个时间留在旁边，提醒和上报跟着走': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').reports({ category: 'doors' });
    await s.agent('林晓芸').dispatches(ticket, '孙磊');
    s.at('2026-03-04 10:00');
    expect(await refusal(s.technician('孙磊').agrees(ticket, 'repaired', '2026-03-07 18:00'))).toBe('ticket/not-yours');
    expect(await refusal(s.agent('林晓芸').agrees(ticket, 'repaired', '2026-03-05 08:59'))).toBe('request/invalid');
    expect(await refusal(s.agent('林晓芸').agrees(ticket, 'repaired', '2026-04-04 10:00'))).toBe('request/invalid');
    await s.agent('林晓芸').agrees(ticket, 'repaired', '2026-03-07 18:00', '门锁要订货');
    expect(await s.resident('王秀兰').heard(ticket)).toEqual(['dispatched', 'agreed']);
    expect(await s.technician('孙磊').heard(ticket)).toEqual(['dispatched', 'agreed']);
    s.at('2026-03-05 09:01');
    expect(await s.newlyMissed()).toEqual([]);
    s.at('2026-03-07 17:00');
    await s.technician('孙磊').arrives(ticket);
    await s.technician('孙磊').finishes(ticket);
    const repaired = (await s.promises(ticket)).find((one) => one.what === 'repaired');
    expect(repaired).toMatchObject({ firstDueBy: '2026-03-05 09:00', dueBy: '2026-03-07 18:00', outcome: 'kept_as_agreed' });
    expect(repaired?.explain).toContain('约到今天 18:00');
  },
  '约好的时间也没做到：照样超时': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').reports({ category: 'doors' });
    await s.agent('林晓芸').dispatches(ticket, '孙磊');
    await s.agent('林晓芸').agrees(ticket, 'repaired', '2026-03-06 18:00');
    s.at('2026-03-06 18:00');
    expect(await s.newlyMissed()).toEqual([]);
    s.at('2026-03-06 18:01');
    expect(await s.newlyMissed()).toEqual([[ticket.number, 'repaired']]);
  },
  '已经超时才约：超时照记，新时间另算一个承诺': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').reports({ category: 'doors' });
    await s.agent('林晓芸').dispatches(ticket, '孙磊');
    s.at('2026-03-05 10:00');
    await s.looksAfter();
    await s.agent('林晓芸').agrees(ticket, 'repaired', '2026-03-06 12:00');
    expect(await s.history(ticket)).toContain('rescheduled');
    const lines = await s.promises(ticket);
    expect(lines.find((one) => one.what === 'repaired')).toMatchObject({ dueBy: '2026-03-05 09:00', outcome: 'missed' });
    expect(lines.find((one) => one.what === 'new_date')).toMatchObject({ clause: 'I7', dueBy: '2026-03-06 12:00', outcome: 'open', owedBy: '孙磊' });
    expect(await refusal(s.agent('林晓芸').agrees(ticket, 'repaired', '2026-03-08 12:00'))).toBe('promise/nothing-to-agree');
    s.at('2026-03-06 12:01');
    expect(await s.newlyMissed()).toEqual([[ticket.number, 'new_date']]);
    await s.agent('林晓芸').agrees(ticket, 'new_date', '2026-03-07 12:00');
    expect((await s.promises(ticket)).filter((one) => one.what === 'new_date').map((one) => one.outcome)).toEqual(['missed', 'open']);
    s.at('2026-03-07 12:01');
    await s.agent('林晓芸').explainsMiss(ticket, 'new_date', 'parts');
    await s.agent('林晓芸').explainsMiss(ticket, 'new_date', 'hands');
    const causes = (await s.promises(ticket)).filter((one) => one.what === 'new_date').map((one) => /原因：[^；]+/.exec(one.explain)?.[0]);
    expect(causes).toEqual(['原因：缺配件', '原因：师傅忙不过来']);
  },
  '不能约到过去，也不能约已经做到的': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').reports(BURST);
    await s.agent('林晓芸').dispatches(ticket, '赵建国');
    expect(await refusal(s.agent('林晓芸').agrees(ticket, 'repaired', '2026-03-02 08:00'))).toBe('request/invalid');
    await s.technician('赵建国').arrives(ticket);
    expect(await refusal(s.agent('林晓芸').agrees(ticket, 'on_site', '2026-03-02 12:00'))).toBe('promise/nothing-to-agree');
  },
});

manual('手册 I7 上门已经迟了，另约上门时间', {
  '按另约的时间到了就算做到，原来的超时照记': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').reports(BURST);
    await s.agent('林晓芸').dispatches(ticket, '赵建国');
    s.at('2026-03-02 11:30');
    await s.agent('林晓芸').agrees(ticket, 'on_site', '2026-03-02 15:00');
    s.at('2026-03-02 14:50');
    await s.technician('赵建国').arrives(ticket);
    const lines = await s.promises(ticket);
    expect(lines.find((one) => one.what === 'new_visit')).toMatchObject({ dueBy: '2026-03-02 15:00', outcome: 'kept' });
    expect(lines.find((one) => one.what === 'on_site')?.outcome).toBe('missed');
  },
});

manual('手册 R3 改急修或一般：从收到时算起（读法 3）', {
  '到场以后换了人，再改成急修：到过就是到过，不能因为换人变成没到': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').reports({ category: 'sanitary', words: '马桶漏水' });
    s.at('2026-03-02 09:05');
    await s.agent('林晓芸').dispatches(ticket, '赵建国');
    s.at('2026-03-02 10:00');
    await s.technician('赵建国').arrives(ticket);
    s.at('2026-03-02 12:00');
    await s.agent('林晓芸').reassigns(ticket, '孙磊', '赵建国');
    s.at('2026-03-02 12:30');
    await s.agent('林晓芸').reclassifies(ticket, { category: 'sanitary', worse: true });
    const ledger = await s.promises(ticket);
    expect(ledger.find((one) => one.what === 'on_site')).toMatchObject({ keptAt: '2026-03-02 10:00', outcome: 'kept' });
    expect(ledger.find((one) => one.what === 'dispatched')).toMatchObject({ keptAt: '2026-03-02 09:05', outcome: 'kept' });
  },
  '一般改急修：2 小时从收到算，已经过了就是超时': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').reports({ category: 'sanitary' });
    s.at('2026-03-02 12:00');
    await s.agent('林晓芸').reclassifies(ticket, { category: 'sanitary', worse: true });
    expect(await s.urgency(ticket)).toEqual({ urgency: 'urgent', clause: 'R1④' });
    const lines = await s.promises(ticket);
    expect(lines.find((one) => one.what === 'on_site')).toMatchObject({ dueBy: '2026-03-02 11:00', outcome: 'missed' });
    expect(lines.filter((one) => one.what === 'repaired').map((one) => [one.dueBy, one.outcome])).toEqual([
      ['2026-03-05 09:00', 'withdrawn'],
      ['2026-03-03 09:00', 'open'],
    ]);
  },
  '急修改一般要写原因，师傅自己不能改；已经错过的照样算错过': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').reports(BURST);
    await s.agent('林晓芸').dispatches(ticket, '赵建国');
    expect(await refusal(s.technician('赵建国').reclassifies(ticket, { category: 'doors', why: '不急' }))).toBe('ticket/not-yours');
    expect(await refusal(s.agent('林晓芸').reclassifies(ticket, { category: 'doors' }))).toBe('request/invalid');
    s.at('2026-03-02 11:30');
    await s.agent('林晓芸').reclassifies(ticket, { category: 'doors', why: '实际是门框渗水，不急' });
    const lines = await s.promises(ticket);
    expect(lines.find((one) => one.what === 'on_site')?.outcome).toBe('missed');
    expect(lines.filter((one) => one.what === 'repaired').map((one) => [one.dueBy, one.outcome])).toEqual([
      ['2026-03-03 09:00', 'withdrawn'],
      ['2026-03-05 09:00', 'open'],
    ]);
  },
  '到场以后才改成急修：到场时间算数': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').reports({ category: 'sanitary' });
    await s.agent('林晓芸').dispatches(ticket, '赵建国');
    s.at('2026-03-02 09:40');
    await s.technician('赵建国').arrives(ticket);
    s.at('2026-03-02 10:00');
    await s.agent('林晓芸').reclassifies(ticket, { category: 'sanitary', worse: true });
    expect((await s.promises(ticket)).find((one) => one.what === 'on_site')).toMatchObject({ keptAt: '2026-03-02 09:40', outcome: 'kept' });
  },
  '后来才知道有危险：改成急修，按危险那一条': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').reports({ category: 'roof' });
    await s.agent('林晓芸').reclassifies(ticket, { category: 'roof', danger: true });
    expect(await s.urgency(ticket)).toEqual({ urgency: 'urgent', clause: 'R1⑦' });
  },
  '只换类别不换急缓：承诺不动': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').reports({ category: 'doors' });
    await s.agent('林晓芸').reclassifies(ticket, { category: 'roof' });
    expect(await s.promises(ticket)).toHaveLength(1);
  },
  '错过以后来回改类别：只有一次超时，主任也只听一次': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').reports({ category: 'sanitary', worse: true });
    s.at('2026-03-02 11:40');
    await s.looksAfter();
    await s.agent('林晓芸').reclassifies(ticket, { category: 'sanitary', why: '看着不急' });
    await s.agent('林晓芸').reclassifies(ticket, { category: 'sanitary', worse: true });
    await s.looksAfter();
    const onSite = (await s.promises(ticket)).filter((one) => one.what === 'on_site');
    expect(onSite.map((one) => one.outcome)).toEqual(['missed']);
    expect(onSite[0]?.explain).toContain('已超时');
    expect((await s.person('郑涛').heard(ticket)).filter((heard) => heard === 'told_director')).toHaveLength(2); // 派人和上门各一次
  },
});
