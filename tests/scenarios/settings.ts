import { expect } from '@jest/globals';
import { manual, refusal, type Story } from '../support/story.ts';

const leads = (s: Story) => s.person('曾勇');
const directs = (s: Story) => s.head('郑涛');

manual('手册 A4 公司的规矩由领导定，从明天或以后起', {
  '公司领导、管理者代表、总经理能定；品质管理部、主任、住户定不了': async (s) => {
    s.at('2026-03-02 09:00');
    for (const name of ['吴桐', '郑涛', '林晓芸', '王秀兰'])
      expect(await refusal(s.person(name).setsForCompany('slipProgressDays', 2, '2026-03-03'))).toMatch(/setting\/not-yours|settings\/staff-only/);
    await s.person('彭浩').setsForCompany('slipProgressDays', 2, '2026-03-03');
    await s.person('蔡建华').setsForCompany('slipTellDays', 2, '2026-03-03');
    await leads(s).setsForCompany('supervisorDispatches', true, '2026-03-03');
    s.at('2026-03-03 00:00');
    expect(await s.figure('WT', 'slipProgressDays')).toEqual([2, 'company', '2026-03-03']);
    expect(await s.figure('WT', 'supervisorDispatches')).toEqual([true, 'company', '2026-03-03']);
  },
  '不能往回改：今天不行，最早明天 0:00；到那一刻以前还是原来的': async (s) => {
    s.at('2026-03-02 23:59');
    expect(await refusal(leads(s).setsForCompany('slipProgressDays', 2, '2026-03-02'))).toBe('request/invalid');
    expect(await refusal(leads(s).setsForCompany('slipProgressDays', 2, '2026-03-01'))).toBe('request/invalid');
    await leads(s).setsForCompany('slipProgressDays', 2, '2026-03-03');
    expect(await s.figure('WT', 'slipProgressDays')).toEqual([3, 'manual', null]);
    s.at('2026-03-03 00:00');
    expect(await s.figure('WT', 'slipProgressDays')).toEqual([2, 'company', '2026-03-03']);
  },
  '已经开始算的不变，从那天起新报的才按新的': async (s) => {
    s.at('2026-03-02 09:00');
    await leads(s).setsForCompany('urgentDispatchMinutes', 5, '2026-03-03');
    s.at('2026-03-02 23:50');
    const before = await s.resident('王秀兰').reports({ category: 'burst_pipe' });
    s.at('2026-03-03 00:01');
    const after = await s.resident('陈一鸣').reports({ category: 'burst_pipe' });
    const dispatched = async (ticket: typeof before) => (await s.promises(ticket)).find(({ what }) => what === 'dispatched')!.dueBy;
    expect(await dispatched(before)).toBe('2026-03-03 00:05');
    expect(await dispatched(after)).toBe('2026-03-03 00:06');
  },
  '出了上下限、种类不对的不收；两样碰在一起的不收': async (s) => {
    s.at('2026-03-02 09:00');
    expect(await refusal(leads(s).setsForCompany('urgentDispatchMinutes', 61, '2026-03-03'))).toBe('setting/refused');
    expect(await refusal(leads(s).setsForCompany('urgentDispatchMinutes', true, '2026-03-03'))).toBe('setting/refused');
    expect(await refusal(leads(s).setsForCompany('supervisorDispatches', 1, '2026-03-03'))).toBe('setting/refused');
    expect(await refusal(leads(s).setsForCompany('quietFromHour', 8, '2026-03-03'))).toBe('setting/refused');
    await leads(s).setsForCompany('quietUntilHour', 7, '2026-03-10');
    expect(await refusal(leads(s).setsForCompany('quietFromHour', 7, '2026-03-03'))).toBe('setting/refused');
    expect(await refusal(leads(s).setsForCompany('directorAfterPercent', 100, '2026-03-03'))).toBe('setting/refused');
    await leads(s).setsForCompany('quietFromHour', 6, '2026-03-03');
  },
  '收回也是新的一条：照手册；以前定的都在': async (s) => {
    s.at('2026-03-02 09:00');
    await leads(s).setsForCompany('slipProgressDays', 2, '2026-03-03');
    s.at('2026-03-04 09:00');
    await s.person('彭浩').setsForCompany('slipProgressDays', null, '2026-03-05');
    expect(await s.figure('WT', 'slipProgressDays')).toEqual([2, 'company', '2026-03-03']);
    s.at('2026-03-05 00:00');
    expect(await s.figure('WT', 'slipProgressDays')).toEqual([3, 'manual', null]);
  },
});

manual('手册 A4 小区自己的规矩，品质管理部记下才算', {
  '主任提，品质管理部写上怎么看的，从定的那天起；没有记下的不算': async (s) => {
    s.at('2026-03-02 09:00');
    expect(await refusal(s.head('周敏').proposesSetting('WT', 'slipProgressDays', 2, '2026-03-05'))).toBe('approval/not-yours');
    expect(await refusal(s.head('谢军').proposesSetting('WT', 'slipProgressDays', 2, '2026-03-05'))).toBe('seen/not-found');
    expect(await directs(s).proposesSetting('WT', 'slipProgressDays', 2, '2026-03-05')).toBe(1);
    expect(await refusal(directs(s).recordsSetting('WT', 'slipProgressDays', 'approved', '行'))).toBe('approval/not-yours');
    expect(await refusal(s.person('彭浩').recordsSetting('WT', 'slipProgressDays', 'approved', '行'))).toBe('approval/not-yours');
    expect(await refusal(s.person('吴桐').recordsSetting('WT', 'slipProgressDays', 'approved', ''))).toBe('request/invalid');
    expect(await s.person('吴桐').recordsSetting('WT', 'slipProgressDays', 'approved', '比公司的严，同意')).toBe('approved');
    expect(await s.figure('WT', 'slipProgressDays')).toEqual([3, 'manual', null]);
    s.at('2026-03-05 00:00');
    expect(await s.figure('WT', 'slipProgressDays')).toEqual([2, 'estate', '2026-03-05']);
    expect(await s.figure('HT', 'slipProgressDays')).toEqual([3, 'manual', null]);
  },
  '记得晚了，从记下的第二天起，不往回算；退回的不算，改了再提': async (s) => {
    s.at('2026-03-02 09:00');
    await directs(s).proposesSetting('WT', 'slipProgressDays', 1, '2026-03-03');
    expect(await refusal(directs(s).proposesSetting('WT', 'slipProgressDays', 2, '2026-03-03'))).toBe('approval/decided');
    expect(await refusal(s.person('吴桐').recordsSetting('WT', 'slipProgressDays', 'returned', ''))).toBe('request/invalid');
    expect(await s.person('吴桐').recordsSetting('WT', 'slipProgressDays', 'returned', '一天做不到')).toBe('returned');
    expect(await directs(s).proposesSetting('WT', 'slipProgressDays', 2, '2026-03-03')).toBe(2);
    s.at('2026-03-04 15:00');
    await s.person('程颖').recordsSetting('WT', 'slipProgressDays', 'approved', '同意');
    expect(await s.figure('WT', 'slipProgressDays')).toEqual([3, 'manual', null]);
    s.at('2026-03-05 00:00');
    expect(await s.figure('WT', 'slipProgressDays')).toEqual([2, 'estate', '2026-03-05']);
  },
  '几家住户的小区只能比公司更严；一家客户的小区在上下限里都行': async (s) => {
    s.at('2026-03-02 09:00');
    expect(await refusal(directs(s).proposesSetting('WT', 'slipProgressDays', 4, '2026-03-03'))).toBe('setting/refused');
    expect(await refusal(directs(s).proposesSetting('WT', 'slipProgressDays', 3, '2026-03-03'))).toBe('setting/refused');
    expect(await refusal(directs(s).proposesSetting('WT', 'urgesADay', 2, '2026-03-03'))).toBe('setting/refused');
    expect(await directs(s).proposesSetting('WT', 'urgesADay', 4, '2026-03-03')).toBe(1);
    await s.servesOneClient('HT');
    expect(await refusal(s.head('谢军').proposesSetting('HT', 'slipProgressDays', 15, '2026-03-03'))).toBe('setting/refused');
    expect(await s.head('谢军').proposesSetting('HT', 'slipProgressDays', 5, '2026-03-03')).toBe(1);
    await s.person('吴桐').recordsSetting('HT', 'slipProgressDays', 'approved', '客户的合同这样写');
    s.at('2026-03-03 00:00');
    expect(await s.figure('HT', 'slipProgressDays')).toEqual([5, 'estate', '2026-03-03']);
  },
  '办事的方式没有更严更松，哪个小区都能提；全公司一个样的不能提': async (s) => {
    s.at('2026-03-02 09:00');
    expect(await directs(s).proposesSetting('WT', 'supervisorDispatches', true, '2026-03-03')).toBe(1);
    expect(await refusal(directs(s).proposesSetting('WT', 'mailboxDays', 3, '2026-03-03'))).toBe('setting/refused');
  },
  '公司后来更严了，小区跟着公司；一家客户的小区不变': async (s) => {
    s.at('2026-03-02 09:00');
    await s.servesOneClient('HT');
    await directs(s).proposesSetting('WT', 'slipProgressDays', 2, '2026-03-03');
    await s.head('谢军').proposesSetting('HT', 'slipProgressDays', 2, '2026-03-03');
    for (const estate of ['WT', 'HT'] as const) await s.person('吴桐').recordsSetting(estate, 'slipProgressDays', 'approved', '同意');
    await leads(s).setsForCompany('slipProgressDays', 1, '2026-03-10');
    s.at('2026-03-09 23:59');
    expect(await s.figure('WT', 'slipProgressDays')).toEqual([2, 'estate', '2026-03-03']);
    s.at('2026-03-10 00:00');
    expect(await s.figure('WT', 'slipProgressDays')).toEqual([1, 'company', '2026-03-10']);
    expect(await s.figure('HT', 'slipProgressDays')).toEqual([2, 'estate', '2026-03-03']);
  },
  '提的时候比公司严，记的时候不严了，记不成': async (s) => {
    s.at('2026-03-02 09:00');
    await directs(s).proposesSetting('WT', 'slipProgressDays', 2, '2026-03-10');
    await leads(s).setsForCompany('slipProgressDays', 2, '2026-03-05');
    expect(await refusal(s.person('吴桐').recordsSetting('WT', 'slipProgressDays', 'approved', '同意'))).toBe('setting/refused');
    expect(await s.person('吴桐').recordsSetting('WT', 'slipProgressDays', 'returned', '公司已经一样了')).toBe('returned');
  },
  '不要自己的了，也要提、也要记：照公司的': async (s) => {
    s.at('2026-03-02 09:00');
    await directs(s).proposesSetting('WT', 'slipProgressDays', 2, '2026-03-03');
    await s.person('吴桐').recordsSetting('WT', 'slipProgressDays', 'approved', '同意');
    s.at('2026-03-04 09:00');
    expect(await directs(s).proposesSetting('WT', 'slipProgressDays', null, '2026-03-06')).toBe(2);
    await s.person('吴桐').recordsSetting('WT', 'slipProgressDays', 'approved', '回到公司的');
    s.at('2026-03-05 23:59');
    expect(await s.figure('WT', 'slipProgressDays')).toEqual([2, 'estate', '2026-03-03']);
    s.at('2026-03-06 00:00');
    expect(await s.figure('WT', 'slipProgressDays')).toEqual([3, 'manual', null]);
  },
});
