import { expect } from '@jest/globals';
import { manual, refusal, type Story } from '../support/story.ts';

const SHORT = { hours: 2, hours_why: ['staffing'] };
const FINE = { hours: 4 };
const COLLEAGUES = ['赵建国', '孙磊', '钱大勇', '陈立', '丁强', '郑涛', '宋雨', '吴桐'] as const;
const NEED = '工作时间和休息：人手';

const promise = async (s: Story, what: string) => (await s.needs())!.promises.find(([one]) => one === what);

/** The company has been run by the manual since May, and it is September. */
async function september(s: Story): Promise<void> {
  s.at('2026-05-04 10:00');
  await s.head('周敏').names('suggestion_box', '何静');
  s.at('2026-09-01 09:00');
  await s.looksAfterNeeds();
}

/** The needs of the year are closed: so many colleagues named the same. */
async function collected(s: Story, short: number): Promise<void> {
  await september(s);
  await s.person('韩梅').issuesNeeds();
  for (const [index, name] of COLLEAGUES.entries()) await s.person(name).answersNeeds(index < short ? SHORT : FINE);
  s.at('2026-09-12 08:00');
  await s.looksAfterNeeds();
}

manual('手册 S11 每年一次员工需求普查，普遍的需求用公司文件答复', {
  '每年九月，时钟开一次，人事行政部三天内发给全公司每一位同事；八月没有': async (s) => {
    s.at('2026-05-04 10:00');
    await s.head('周敏').names('suggestion_box', '何静');
    s.at('2026-08-31 23:00');
    await s.looksAfterNeeds();
    expect(await s.needs()).toBeNull();
    await september(s);
    await s.looksAfterNeeds();
    expect(await s.needs()).toMatchObject({ month: '2026-09', status: 'given', promises: [['needs_issued', '2026-09-05 00:00', 'open']] });
    await s.person('韩梅').issuesNeeds();
    expect(await s.needs()).toMatchObject({ status: 'taken', issued: 27, returned: 0, closesAt: '2026-09-12 00:00' });
    expect(await s.person('赵建国').heardOfNeeds()).toEqual(['issued']);
    expect(await s.resident('王秀兰').heardOfNeeds()).toEqual([]);
  },
  '一人答一份，答第二次不算；住户答不了，截止以后谁也答不了': async (s) => {
    await september(s);
    expect(await refusal(s.technician('赵建国').answersNeeds(FINE))).toBe('seen/not-found');
    await s.person('韩梅').issuesNeeds();
    expect(await s.technician('赵建国').answersNeeds(SHORT)).toMatchObject({ already: false });
    expect(await s.technician('赵建国').answersNeeds(FINE)).toMatchObject({ already: true });
    expect(await refusal(s.resident('王秀兰').answersNeeds(FINE))).toBe('seen/not-found');
    s.at('2026-09-12 00:00');
    expect(await refusal(s.technician('孙磊').answersNeeds(FINE))).toBe('surveys/closed');
  },
  '快截止了，只提醒还没答的，一次': async (s) => {
    await september(s);
    await s.person('韩梅').issuesNeeds();
    await s.technician('赵建国').answersNeeds(FINE);
    s.at('2026-09-09 00:00');
    await s.looksAfterNeeds();
    await s.looksAfterNeeds();
    expect(await s.needs()).toMatchObject({ reminded: 26 });
    expect(await s.technician('赵建国').heardOfNeeds()).toEqual(['issued']);
    expect(await s.technician('孙磊').heardOfNeeds()).toEqual(['issued', 'reminded']);
  },
  '五个人说到同一样，公布以后三十天内用公司文件答复，每一样都要有；全体同事看得到': async (s) => {
    await collected(s, 5);
    const hr = s.person('韩梅');
    expect(await hr.readsCommon()).toEqual([[NEED, 5]]);
    expect(await refusal(hr.publishesDocument([[NEED, '加两个人']]))).toBe('ticket/action-refused');
    await hr.analysesNeeds('人手最缺');
    expect(await promise(s, 'needs_analysed')).toEqual(['needs_analysed', '2026-09-16 00:00', 'kept']);
    expect(await promise(s, 'needs_answered')).toEqual(['needs_answered', '2026-10-13 00:00', 'open']);
    expect(await refusal(hr.publishesDocument([]))).toBe('request/invalid');
    expect(await s.technician('赵建国').readsDocuments()).toEqual([]);
    await hr.publishesDocument([[NEED, '梧桐里加两位师傅，十一月到岗']]);
    expect(await s.needs()).toMatchObject({ status: 'closed' });
    expect(await s.technician('赵建国').readsDocuments()).toEqual(['关于需求普查的答复']);
    expect((await s.technician('冯刚').heardOfNeeds()).slice(-2)).toEqual(['analysed', 'answered']);
    expect(await refusal(s.resident('王秀兰').readsDocuments())).toBe('errands/staff-only');
  },
  '只有四个人说到，写了分析就办完，不欠文件': async (s) => {
    await collected(s, 4);
    expect(await s.person('韩梅').readsCommon()).toEqual([]);
    await s.person('韩梅').analysesNeeds('没有哪一样说的人多');
    expect(await s.needs()).toMatchObject({ status: 'closed', returned: 8 });
    expect(await promise(s, 'needs_answered')).toBeUndefined();
  },
  '收着的时候谁也看不到普遍的需求；小区主任不碰，品质管理部不代办': async (s) => {
    await september(s);
    expect(await refusal(s.head('郑涛').issuesNeeds())).toBe('seen/not-found');
    expect(await refusal(s.person('吴桐').issuesNeeds())).toBe('ticket/not-yours');
    await s.person('韩梅').issuesNeeds();
    for (const name of COLLEAGUES) await s.person(name).answersNeeds(SHORT);
    expect(await s.person('韩梅').readsCommon()).toEqual([]);
    expect(await refusal(s.head('郑涛').readsCommon())).toBe('seen/not-found');
  },
});

const NOT_THEIRS = ['郑涛', '陈立', '吴桐', '韩梅', '彭浩', '曾勇', '孙磊'] as const;

manual('手册 S11 总裁信箱：写给总经理，中间没有人；尖锐的当面谈', {
  '署名写的，只有总经理和写的人看得到，七天内答复': async (s) => {
    s.at('2026-05-04 10:00');
    await s.technician('赵建国').writesToGeneralManager(true);
    expect(await s.mailboxOwed()).toEqual([['mailbox_answered', '2026-05-12 00:00', 'open']]);
    expect(await s.person('蔡建华').readsMailboxLetter()).toBe('等总经理答复');
    expect(await s.technician('赵建国').readsMailboxLetter()).toBe('等总经理答复');
    for (const name of NOT_THEIRS) expect(await refusal(s.person(name).readsMailboxLetter())).toBe('seen/not-found');
    for (const name of NOT_THEIRS) expect(await s.person(name).heardOfMailbox()).toEqual([]);
    expect(await refusal(s.resident('王秀兰').writesToGeneralManager(true))).toBe('errands/staff-only');
  },
  '约一天当面谈，谈过记下说好的，写的人说是，才算办完': async (s) => {
    s.at('2026-05-04 10:00');
    await s.technician('赵建国').writesToGeneralManager(true);
    const manager = s.person('蔡建华');
    expect(await refusal(manager.arrangesTalk('2026-05-03'))).toBe('request/invalid');
    expect(await refusal(manager.arrangesTalk('2026-05-12'))).toBe('request/invalid');
    await manager.arrangesTalk('2026-05-11');
    expect(await s.mailboxOwed()).toEqual([
      ['mailbox_answered', '2026-05-12 00:00', 'kept'],
      ['mailbox_talk', '2026-05-12 00:00', 'open'],
    ]);
    expect(await refusal(s.technician('赵建国').saysTheySpoke(true))).toBe('ticket/action-refused');
    expect(await s.technician('赵建国').readsMailboxLetter()).toBe('定了 5月11日当面谈');
    s.at('2026-05-11 15:00');
    await manager.recordsTalk();
    expect(await manager.readsMailboxLetter()).toBe('总经理记下谈过了，等写信的人说是不是');
    expect(await s.technician('赵建国').readsMailboxLetter()).toBe('总经理记下和您谈过了，请您说是不是');
    expect(await refusal(manager.saysTheySpoke(true))).toBe('ticket/not-yours');
    await s.technician('赵建国').saysTheySpoke(true);
    expect(await s.technician('赵建国').readsMailboxLetter()).toBe('当面谈过了');
    expect(await s.technician('赵建国').heardOfMailbox()).toEqual(['talk_named', 'returned']);
  },
  '写的人说没有谈过，从那天起又欠七天': async (s) => {
    s.at('2026-05-04 10:00');
    await s.technician('赵建国').writesToGeneralManager(true);
    s.at('2026-05-06 10:00');
    await s.person('蔡建华').recordsTalk();
    s.at('2026-05-07 10:00');
    await s.technician('赵建国').saysTheySpoke(false);
    expect(await s.person('蔡建华').readsMailboxLetter()).toBe('说没有谈过，等总经理再答复');
    expect(await s.mailboxOwed()).toEqual([
      ['mailbox_answered', '2026-05-12 00:00', 'kept'],
      ['mailbox_answered', '2026-05-15 00:00', 'open'],
    ]);
  },
  '记下谈过了，写的人七天没有回话，当作谈过了，告诉写的人；第七天夜里还说得，过了说不得': async (s) => {
    s.at('2026-05-04 10:00');
    await s.technician('赵建国').writesToGeneralManager(true);
    s.at('2026-05-06 10:00');
    await s.person('蔡建华').recordsTalk();
    s.at('2026-05-14 00:00');
    await s.looksAfterNeeds();
    expect(await s.technician('赵建国').readsMailboxLetter()).toBe('总经理记下和您谈过了，请您说是不是');
    s.at('2026-05-14 00:01');
    expect(await refusal(s.technician('赵建国').saysTheySpoke(false))).toBe('ticket/action-refused');
    await s.looksAfterNeeds();
    await s.looksAfterNeeds();
    expect(await s.technician('赵建国').readsMailboxLetter()).toBe('您没有回话，当作谈过了');
    expect(await s.technician('赵建国').heardOfMailbox()).toEqual(['returned', 'confirmed_by_silence']);
    expect(await s.person('蔡建华').heardOfMailbox()).toEqual(['given', 'confirmed_by_silence']);
    for (const name of NOT_THEIRS) expect(await s.person(name).heardOfMailbox()).toEqual([]);
    expect(await s.mailboxOwed()).toEqual([['mailbox_answered', '2026-05-12 00:00', 'kept']]);
  },
  '第七天夜里说没有谈过，又欠着；再记下谈过了，从那天重新等': async (s) => {
    s.at('2026-05-04 10:00');
    await s.technician('赵建国').writesToGeneralManager(true);
    s.at('2026-05-06 10:00');
    await s.person('蔡建华').recordsTalk();
    s.at('2026-05-13 23:59');
    await s.technician('赵建国').saysTheySpoke(false);
    s.at('2026-05-15 10:00');
    await s.looksAfterNeeds();
    expect(await s.person('蔡建华').readsMailboxLetter()).toBe('说没有谈过，等总经理再答复');
    await s.person('蔡建华').recordsTalk();
    s.at('2026-05-22 23:59');
    await s.technician('赵建国').saysTheySpoke(true);
    expect(await s.technician('赵建国').readsMailboxLetter()).toBe('当面谈过了');
  },
  '约好的日子，总经理写明为什么可以改，写的人看得到，按新的日子又欠着；过了的那一天还是没做到': async (s) => {
    s.at('2026-05-04 10:00');
    await s.technician('赵建国').writesToGeneralManager(true);
    const manager = s.person('蔡建华');
    expect(await refusal(manager.movesTalk('2026-05-06'))).toBe('ticket/action-refused');
    await manager.arrangesTalk('2026-05-06');
    expect(await refusal(manager.movesTalk('2026-05-06'))).toBe('request/invalid');
    expect(await refusal(manager.movesTalk('2026-05-12'))).toBe('request/invalid');
    expect(await refusal(s.technician('赵建国').movesTalk('2026-05-07'))).toBe('ticket/not-yours');
    s.at('2026-05-05 10:00');
    await manager.movesTalk('2026-05-08');
    expect(await s.technician('赵建国').readsMailboxLetter()).toBe('改到 5月8日当面谈');
    expect(await s.mailboxOwed()).toEqual([
      ['mailbox_answered', '2026-05-12 00:00', 'kept'],
      ['mailbox_talk', '2026-05-07 00:00', 'withdrawn'],
      ['mailbox_talk', '2026-05-09 00:00', 'open'],
    ]);
    s.at('2026-05-09 10:00');
    await manager.movesTalk('2026-05-11');
    expect((await s.mailboxOwed()).slice(2)).toEqual([
      ['mailbox_talk', '2026-05-09 00:00', 'missed'],
      ['mailbox_talk', '2026-05-12 00:00', 'open'],
    ]);
    expect(await s.technician('赵建国').heardOfMailbox()).toEqual(['talk_named', 'talk_moved', 'missed', 'talk_moved']);
  },
  '不署名的，谁写的哪里也没有；只能用公司文件答复，全体同事看得到': async (s) => {
    s.at('2026-05-04 10:00');
    await s.technician('赵建国').writesToGeneralManager(false);
    expect(await s.technician('赵建国').countsOwnLetters()).toBe(0);
    expect(await refusal(s.technician('赵建国').readsMailboxLetter())).toBe('seen/not-found');
    const manager = s.person('蔡建华');
    expect(await refusal(manager.arrangesTalk('2026-05-06'))).toBe('ticket/action-refused');
    expect(await refusal(manager.recordsTalk())).toBe('ticket/action-refused');
    await manager.answersByDocument();
    expect(await s.technician('赵建国').readsDocuments()).toEqual(['关于排班的答复']);
    expect(await s.mailboxOwed()).toEqual([['mailbox_answered', '2026-05-12 00:00', 'kept']]);
  },
  '迟了，只有总经理和署名的人知道；署名的没答复以前可以撤回': async (s) => {
    s.at('2026-05-04 10:00');
    await s.technician('赵建国').writesToGeneralManager(true);
    s.at('2026-05-10 12:00');
    await s.looksAfterNeeds();
    s.at('2026-05-30 10:00');
    await s.looksAfterNeeds();
    expect(await s.person('蔡建华').heardOfMailbox()).toEqual(['given', 'warned', 'missed']);
    expect(await s.technician('赵建国').heardOfMailbox()).toEqual(['missed']);
    for (const name of NOT_THEIRS) expect(await s.person(name).heardOfMailbox()).toEqual([]);
    expect(await refusal(s.person('蔡建华').takesBackLetter())).toBe('ticket/not-yours');
    await s.technician('赵建国').takesBackLetter();
    expect(await refusal(s.person('蔡建华').recordsTalk())).toBe('ticket/action-refused');
  },
});
