import { expect } from '@jest/globals';
import { manual, refusal, type Story, type Told } from '../support/story.ts';

const DOOR = { category: 'doors', words: '阳台门关不严' };

const line = async (s: Story, ticket: Told, what: string) => (await s.promises(ticket)).filter((one) => one.what === what);

/** A door, reported, sent for and done. */
async function repaired(s: Story, resident: string, technician = '赵建国'): Promise<Told> {
  const ticket = await s.resident(resident).reports(DOOR);
  await s.agent('林晓芸').dispatches(ticket, technician);
  await s.technician(technician).arrives(ticket);
  await s.technician(technician).finishes(ticket);
  return ticket;
}

manual('手册 I15 在线留言：服务时间内 15 分钟先回一句', {
  '10:00 留言，10:15 整不算迟，10:16 记超时，服务中心负责人和住户都知道': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').reports(DOOR);
    expect(await line(s, ticket, 'first_reply')).toEqual([]);
    s.at('2026-03-02 10:00');
    await s.resident('王秀兰').says(ticket, '师傅几点来');
    expect(await line(s, ticket, 'first_reply')).toMatchObject([{ clause: 'I15', dueBy: '2026-03-02 10:15', outcome: 'open' }]);
    s.at('2026-03-02 10:15');
    expect(await s.newlyMissed()).toEqual([]);
    s.at('2026-03-02 10:16');
    expect(await s.newlyMissed()).toEqual([[ticket.number, 'first_reply']]);
    expect(await s.person('周敏').heard(ticket)).toContain('missed');
    expect(await s.resident('王秀兰').heard(ticket)).toContain('missed');
  },
  '第一句回复就算做到；没回之前再说几句，不另算一次；回了以后再问，重新算': async (s) => {
    s.at('2026-03-02 10:00');
    const ticket = await s.resident('王秀兰').reports(DOOR);
    await s.resident('王秀兰').says(ticket, '师傅几点来');
    s.at('2026-03-02 10:05');
    await s.resident('李德明').says(ticket, '下午家里没人');
    expect(await line(s, ticket, 'first_reply')).toHaveLength(1);
    s.at('2026-03-02 10:09');
    await s.agent('林晓芸').says(ticket, '中午前到');
    expect(await line(s, ticket, 'first_reply')).toMatchObject([{ keptAt: '2026-03-02 10:09', outcome: 'kept' }]);
    s.at('2026-03-02 11:00');
    await s.agent('林晓芸').says(ticket, '师傅出发了');
    await s.resident('王秀兰').says(ticket, '带梯子吗');
    expect((await line(s, ticket, 'first_reply')).map((one) => [one.dueBy, one.outcome])).toEqual([
      ['2026-03-02 10:15', 'kept'],
      ['2026-03-02 11:15', 'open'],
    ]);
    expect(await s.history(ticket)).toEqual(['received', 'asked', 'said', 'answered', 'said', 'asked']);
  },
  '迟了还没回，再留言也不另算一次；迟回的一句照样记超时': async (s) => {
    s.at('2026-03-02 10:00');
    const ticket = await s.resident('王秀兰').reports(DOOR);
    await s.resident('王秀兰').says(ticket, '师傅几点来');
    s.at('2026-03-02 10:30');
    await s.resident('王秀兰').says(ticket, '有人吗');
    s.at('2026-03-02 10:31');
    await s.agent('林晓芸').says(ticket, '对不起，回晚了，11 点到');
    expect(await line(s, ticket, 'first_reply')).toMatchObject([{ keptAt: '2026-03-02 10:31', outcome: 'missed' }]);
  },
  '同事之间记的、打的电话都不算回复；师傅、主管回的算': async (s) => {
    s.at('2026-03-02 10:00');
    const ticket = await s.resident('王秀兰').reports(DOOR);
    await s.resident('王秀兰').says(ticket, '师傅几点来');
    await s.agent('林晓芸').notes(ticket, '这户催得急');
    await s.agent('林晓芸').calls(ticket, '没人接');
    expect(await line(s, ticket, 'first_reply')).toMatchObject([{ outcome: 'open' }]);
    await s.head('陈立').says(ticket, '我来安排');
    expect(await line(s, ticket, 'first_reply')).toMatchObject([{ outcome: 'kept' }]);
  },
  '17:55 留言，关门前算 5 分钟，第二天 8:10 到点；快到时间才提醒，不在夜里': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').reports(DOOR);
    s.at('2026-03-02 17:55');
    await s.resident('王秀兰').says(ticket, '今天还来吗');
    expect(await line(s, ticket, 'first_reply')).toMatchObject([{ dueBy: '2026-03-03 08:10' }]);
    s.at('2026-03-03 08:06');
    expect(await s.looksAfter()).toEqual([]);
    s.at('2026-03-03 08:07');
    expect(await s.looksAfter()).toEqual([[ticket.number, 'first_reply', 'warned']]);
    s.at('2026-03-03 08:10');
    expect(await s.newlyMissed()).toEqual([]);
    s.at('2026-03-03 08:11');
    expect(await s.newlyMissed()).toEqual([[ticket.number, 'first_reply']]);
    s.at('2026-03-03 08:13');
    expect(await s.looksAfter()).toEqual([]);
    s.at('2026-03-03 08:14');
    expect((await s.looksAfter()).map(([, , step]) => step)).toEqual(['told_director']);
  },
  '22:00 留言，第二天 8:15 到点；周日照样开门，10:00 留言 10:15 到点': async (s) => {
    s.at('2026-03-02 22:00');
    const late = await s.resident('王秀兰').reports(DOOR);
    await s.resident('王秀兰').says(late, '门完全掉下来了');
    expect(await line(s, late, 'first_reply')).toMatchObject([{ dueBy: '2026-03-03 08:15' }]);
    await s.agent('林晓芸').says(late, '收到，明早安排');
    expect(await line(s, late, 'first_reply')).toMatchObject([{ keptAt: '2026-03-02 22:00', outcome: 'kept' }]);
    s.at('2026-03-08 10:00');
    const sunday = await s.resident('方国栋').reports(DOOR);
    await s.resident('方国栋').says(sunday, '今天有人吗');
    expect(await line(s, sunday, 'first_reply')).toMatchObject([{ dueBy: '2026-03-08 10:15' }]);
  },
  '办完以后住户再留言，也欠一句回复': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await repaired(s, '王秀兰');
    await s.resident('王秀兰').confirms(ticket);
    await s.resident('王秀兰').says(ticket, '发票怎么开');
    s.at('2026-03-02 09:16');
    expect(await s.newlyMissed()).toEqual([[ticket.number, 'first_reply']]);
  },
});

manual('手册 I2 同事之间记的，住户看不到', {
  '办事的人都能记；住户不能；客服报自己家的修，也记不了': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').reports(DOOR);
    await s.agent('林晓芸').notes(ticket, '502 的总阀也关不动');
    await s.person('郑涛').notes(ticket, '一起换掉');
    expect(await refusal(s.resident('王秀兰').notes(ticket, '我也记一条'))).toBe('ticket/not-yours');
    expect(await s.resident('王秀兰').heard(ticket)).toEqual([]);
    const own = await s.resident('何静').reports(DOOR);
    expect(await refusal(s.agent('何静').notes(own, '自己家的'))).toBe('ticket/not-yours');
    await s.agent('林晓芸').notes(own, '何静家的，按一般的办');
  },
});

manual('手册 S9 结果告诉住户以后、关单以前问满意不满意', {
  '修好以前不能打分，修好时问，确认时打一次分，关了不再问': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').reports(DOOR);
    expect(await refusal(s.resident('王秀兰').confirms(ticket, 5))).toBe('ticket/action-refused');
    await s.agent('林晓芸').dispatches(ticket, '赵建国');
    await s.technician('赵建国').arrives(ticket);
    await s.technician('赵建国').finishes(ticket);
    expect(await s.resident('李德明').heard(ticket)).toContain('finished');
    expect(await s.resident('李德明').may(ticket)).toContain('confirm');
    await s.resident('李德明').confirms(ticket, 5, '很仔细', ['fast', 'kind']);
    expect(await s.status(ticket)).toBe('closed');
    expect(await refusal(s.resident('王秀兰').confirms(ticket, 1))).toBe('ticket/action-refused');
    expect(await s.history(ticket)).not.toContain('rated_low');
  },
  原因要和分数对得上: async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await repaired(s, '王秀兰');
    expect(await refusal(s.resident('王秀兰').confirms(ticket, 4, '', ['slow']))).toBe('request/invalid');
    expect(await refusal(s.resident('王秀兰').confirms(ticket, 3, '', ['fast']))).toBe('request/invalid');
    await s.resident('王秀兰').confirms(ticket, 3, '', ['slow']);
    expect(await s.status(ticket)).toBe('closed');
  },
  '2 分是低分，24 小时内联系住户；3 分不是': async (s) => {
    s.at('2026-03-02 09:00');
    const fine = await repaired(s, '方国栋');
    await s.resident('方国栋').confirms(fine, 3);
    expect(await line(s, fine, 'follow_up')).toEqual([]);
    const poor = await repaired(s, '王秀兰');
    s.at('2026-03-02 10:00');
    await s.resident('王秀兰').confirms(poor, 2, '门还是有声音', ['not_lasting']);
    expect(await s.status(poor)).toBe('closed');
    expect(await line(s, poor, 'follow_up')).toMatchObject([{ clause: 'S9', dueBy: '2026-03-03 10:00', outcome: 'open' }]);
    expect(await s.person('周敏').heard(poor)).toContain('rated_low');
    s.at('2026-03-03 10:00');
    expect(await s.newlyMissed()).toEqual([]);
    s.at('2026-03-03 10:01');
    expect(await s.newlyMissed()).toEqual([[poor.number, 'follow_up']]);
    expect(await s.person('郑涛').heard(poor)).toContain('missed');
    expect(await s.resident('王秀兰').heard(poor)).toContain('missed');
  },
  '联系的人没动过手；记下问了什么、怎么说，才算做到，只记一次': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await repaired(s, '王秀兰');
    await s.resident('王秀兰').confirms(ticket, 1);
    expect(await refusal(s.technician('赵建国').returns(ticket, '我去道歉', '好了'))).toBe('ticket/not-yours');
    expect(await s.agent('林晓芸').may(ticket)).toContain('returnVisit');
    await s.agent('林晓芸').calls(ticket, '先打个招呼');
    expect(await line(s, ticket, 'follow_up')).toMatchObject([{ outcome: 'open' }]);
    await s.person('周敏').returns(ticket, '门还响，约了明天再看', '住户同意');
    expect(await line(s, ticket, 'follow_up')).toMatchObject([{ outcome: 'kept' }]);
    expect(await s.agent('林晓芸').may(ticket)).not.toContain('returnVisit');
  },
});

manual('手册 V8 办完的每一件，服务中心都回访', {
  '先在小程序里问；三天没有回音就欠一次电话回访，打过或住户确认了就算做到': async (s) => {
    s.at('2026-03-02 12:00');
    const ticket = await repaired(s, '王秀兰');
    expect(await line(s, ticket, 'return_visit')).toMatchObject([{ clause: 'V8', dueBy: '2026-03-06 00:00', outcome: 'open' }]);
    const answered = await repaired(s, '周文静');
    await s.resident('周文静').confirms(answered);
    expect(await line(s, answered, 'return_visit')).toMatchObject([{ outcome: 'kept' }]);
    s.at('2026-03-06 00:00');
    expect(await s.newlyMissed()).toEqual([]);
    s.at('2026-03-06 00:01');
    expect(await s.newlyMissed()).toEqual([[ticket.number, 'return_visit']]);
    expect(await s.person('周敏').heard(ticket)).toContain('missed');
    expect(await s.resident('王秀兰').heard(ticket)).not.toContain('missed');
  },
  '回访的人没动过手；回访过，住户还是能确认、能打分': async (s) => {
    s.at('2026-03-02 12:00');
    const ticket = await repaired(s, '王秀兰');
    expect(await refusal(s.technician('赵建国').returns(ticket, '我自己问', '好'))).toBe('ticket/not-yours');
    await s.agent('林晓芸').returns(ticket, '修得怎么样', '还没细看');
    expect(await line(s, ticket, 'return_visit')).toMatchObject([{ outcome: 'kept' }]);
    expect(await refusal(s.agent('何静').returns(ticket, '再问一次', '好'))).toBe('ticket/action-refused');
    await s.resident('王秀兰').confirms(ticket, 1);
    expect(await s.agent('何静').may(ticket)).toContain('returnVisit');
  },
  '住户说没修好，也是回音，不再打这个电话': async (s) => {
    s.at('2026-03-02 12:00');
    const ticket = await repaired(s, '王秀兰');
    await s.resident('王秀兰').saysNotFixed(ticket);
    expect(await line(s, ticket, 'return_visit')).toMatchObject([{ round: 1, outcome: 'kept' }]);
  },
});

manual('手册 Z12 同一户七天内不打两次', {
  '这户在另一件里刚打过电话：这一件的回访电话不打了，记下来': async (s) => {
    s.at('2026-03-02 12:00');
    const first = await repaired(s, '王秀兰');
    const second = await repaired(s, '李德明', '孙磊');
    const other = await repaired(s, '方国栋');
    s.at('2026-03-03 10:00');
    await s.agent('林晓芸').returns(first, '修得怎么样', '满意');
    expect(await line(s, first, 'return_visit')).toMatchObject([{ outcome: 'kept' }]);
    expect(await line(s, second, 'return_visit')).toMatchObject([{ outcome: 'withdrawn' }]);
    expect(await s.history(second)).toContain('call_spared');
    expect(await line(s, other, 'return_visit')).toMatchObject([{ outcome: 'open' }]);
    s.at('2026-03-06 00:01');
    expect(await s.newlyMissed()).toEqual([[other.number, 'return_visit']]);
  },
  '先打过电话、后修好的：七天以内到期的不打，七天以后到期的照样打': async (s) => {
    s.at('2026-03-02 10:00');
    const called = await s.resident('王秀兰').reports(DOOR);
    await s.agent('林晓芸').calls(called, '问了门的情况');
    s.at('2026-03-05 12:00');
    const within = await repaired(s, '王秀兰');
    expect(await line(s, within, 'return_visit')).toMatchObject([{ dueBy: '2026-03-09 00:00', outcome: 'withdrawn' }]);
    s.at('2026-03-06 12:00');
    const beyond = await repaired(s, '王秀兰');
    expect(await line(s, beyond, 'return_visit')).toMatchObject([{ dueBy: '2026-03-10 00:00', outcome: 'open' }]);
  },
  '没修好的特殊回访、低分后的联系不在此列，照样要做': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await repaired(s, '王秀兰');
    await s.resident('王秀兰').saysNotFixed(ticket);
    await s.agent('林晓芸').calls(ticket, '马上返工');
    expect(await line(s, ticket, 'special_visit')).toMatchObject([{ outcome: 'open' }]);
    const poor = await repaired(s, '王秀兰', '孙磊');
    await s.resident('王秀兰').confirms(poor, 1);
    expect(await line(s, poor, 'follow_up')).toMatchObject([{ outcome: 'open' }]);
  },
});
