import { expect } from '@jest/globals';
import { manual, refusal, SATISFIED, type Story, type Told } from '../support/story.ts';

const owed = async (s: Story, ticket: Told, what: string) => (await s.promises(ticket)).filter((one) => one.what === what).at(-1);
const cannotSee = (s: Story, name: string, ticket: Told) => refusal(s.person(name).notes(ticket, '看一眼'));

/** From received to a formal reply that the complainant is content with. */
async function answered(s: Story, by: string, ticket: Told): Promise<void> {
  await s.person(by).formallyReplies(ticket);
  await s.person(by).recordsCause(ticket);
}

manual('手册 C1 两扇门：小区的，和公司的', {
  '交给小区的，客服听到；交给公司的，客诉专员听到；号码是抽的，数不出有几件': async (s) => {
    s.at('2026-03-02 09:00');
    const here = await s.resident('王秀兰').complains({}, '楼道灯坏了没人管');
    expect(here.number).toMatch(/^WT-TS-260302-\d{4}$/);
    expect(await s.resident('王秀兰').handledBy(here)).toBe('到小区服务中心：小区先处理，C2');
    expect(await s.agent('林晓芸').heard(here)).toContain('received');
    const there = await s.resident('王秀兰').complains({ door: 'company' });
    expect(await s.resident('王秀兰').handledBy(there)).toBe('到品质管理部：直接投诉到公司，C1');
    expect(await s.person('袁媛').heard(there)).toContain('received');
    expect(await s.agent('林晓芸').heard(there)).toEqual([]);
  },
  '投诉公司别的部门，到品质管理部；客诉专员接到电话，哪个小区的都能记': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.person('袁媛').takesComplaint({ home: '6栋1单元902', who: '许若琳', against: ['company'] });
    expect(ticket.number).toMatch(/^HT-TS-/);
    expect(await s.person('袁媛').handledBy(ticket)).toBe('到品质管理部：投诉公司别的部门，C1');
  },
  '家里人也看不到投诉，只有投诉的人自己看得到': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').complains({});
    expect(await refusal(s.resident('李德明').urges(ticket))).toBe('seen/not-found');
  },
});

manual('手册 C2 小区先办；解决不了，最迟三天到品质管理部', {
  '三天没有书面答复，自己转到品质管理部，主任和住户都听到': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').complains({});
    s.at('2026-03-05 23:59');
    await s.looksAfter();
    expect(await s.resident('王秀兰').handledBy(ticket)).toContain('小区服务中心');
    s.at('2026-03-06 00:01');
    await s.looksAfter();
    expect(await s.resident('王秀兰').handledBy(ticket)).toBe('到品质管理部：小区没有解决，C2');
    expect(await s.person('袁媛').heard(ticket)).toContain('escalated');
    expect(await s.person('郑涛').heard(ticket)).toContain('escalated');
    expect(await s.resident('王秀兰').heard(ticket)).toContain('escalated');
    expect(await refusal(s.agent('林晓芸').formallyReplies(ticket))).toBe('ticket/not-yours');
  },
  '客服办不了，可以早报上去；品质管理部办不了，报公司领导；到最上面就没有再上面': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').complains({});
    await s.agent('林晓芸').escalates(ticket);
    expect(await s.person('袁媛').handledBy(ticket)).toContain('到品质管理部');
    await s.person('吴桐').escalates(ticket);
    expect(await s.person('曾勇').handledBy(ticket)).toBe('到公司领导：下面解决不了，上报，C2');
    expect(await refusal(s.person('曾勇').escalates(ticket))).toBe('ticket/action-refused');
  },
  '住户说没解决，小区办的转到品质管理部，原来的时间照记': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').complains({});
    await s.agent('林晓芸').formallyReplies(ticket);
    s.at('2026-03-03 09:00');
    await s.resident('王秀兰').saysNotFixed(ticket);
    expect(await s.resident('王秀兰').handledBy(ticket)).toBe('到品质管理部：小区没有解决，C2');
    expect(await owed(s, ticket, 'formal_reply')).toMatchObject({ round: 2, dueBy: '2026-03-07 00:00', outcome: 'open' });
  },
});

manual('手册 C3 赔偿的、针对主任的到公司领导；被投诉的人看不到、办不了', {
  '涉及赔偿的到公司领导，小区谁也看不到；主任、客服都没听到': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').complains({ compensation: true });
    expect(await s.resident('王秀兰').handledBy(ticket)).toBe('到公司领导：涉及赔偿，C3');
    expect(await s.person('曾勇').heard(ticket)).toContain('received');
    for (const name of ['林晓芸', '周敏', '郑涛', '陈立']) {
      expect(await s.person(name).heard(ticket)).toEqual([]);
      expect(await cannotSee(s, name, ticket)).toBe('seen/not-found');
    }
  },
  '投诉主任：到公司领导；品质管理部回访，主任看不到': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').complains({ against: ['director'] });
    expect(await s.resident('王秀兰').handledBy(ticket)).toBe('到公司领导：投诉主任，C3');
    expect(await cannotSee(s, '郑涛', ticket)).toBe('seen/not-found');
    expect(await refusal(s.person('吴桐').formallyReplies(ticket))).toBe('ticket/not-yours');
    await s.person('曾勇').formallyReplies(ticket);
    expect(await owed(s, ticket, 'quality_visit')).toMatchObject({ outcome: 'open' });
  },
  '投诉师傅、客服、主管的到主任；写明是谁，他就看不到，别的同事照办': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').complains({});
    expect(await s.person('何静').may(ticket)).toContain('note');
    await s.agent('林晓芸').points(ticket, { accused: ['何静'] });
    expect(await s.agent('林晓芸').handledBy(ticket)).toBe('到主任：投诉小区的员工，C3');
    expect(await cannotSee(s, '何静', ticket)).toBe('seen/not-found');
    expect(await s.person('郑涛').heard(ticket)).toContain('walled');
    expect(await s.person('何静').heard(ticket)).not.toContain('walled');
    expect(await refusal(s.agent('林晓芸').formallyReplies(ticket))).toBe('ticket/not-yours');
    await s.person('郑涛').formallyReplies(ticket);
  },
  '后来才说是主任：当场离开小区，记的人也看不到了；时间不断，赔偿标了不退回小区': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.agent('林晓芸').takesComplaint({ home: '3栋2单元502', who: '王秀兰' });
    s.at('2026-03-03 09:00');
    await s.agent('林晓芸').points(ticket, { against: ['director'] });
    expect(await cannotSee(s, '林晓芸', ticket)).toBe('seen/not-found');
    expect(await cannotSee(s, '郑涛', ticket)).toBe('seen/not-found');
    expect(await owed(s, ticket, 'formal_reply')).toMatchObject({ dueBy: '2026-03-06 00:00', outcome: 'open', owedByRole: 'leadership' });
    await s.person('曾勇').points(ticket, { against: ['technician'], accused: ['赵建国'] });
    expect(await s.person('曾勇').handledBy(ticket)).toContain('到公司领导');
    expect(await cannotSee(s, '林晓芸', ticket)).toBe('seen/not-found');
  },
  '从一件报修投诉师傅：就是那一位，别的师傅不算': async (s) => {
    s.at('2026-03-02 09:00');
    const repair = await s.resident('王秀兰').reports({ category: 'burst_pipe' });
    await s.agent('林晓芸').dispatches(repair, '孙磊');
    const ticket = await s.resident('王秀兰').complains({ against: ['technician'], ticket: repair });
    expect(await s.person('郑涛').handledBy(ticket)).toBe('到主任：投诉小区的员工，C3');
    expect(await refusal(s.person('郑涛').points(ticket, { against: ['technician'], accused: ['孙磊'] }))).toBe('request/invalid');
  },
  '答复以后才说是主任：原来的答复不算，公司领导重新答复、品质管理部回访；小区的回访不用了': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').complains({});
    await s.agent('林晓芸').formallyReplies(ticket);
    s.at('2026-03-03 09:00');
    await s.resident('王秀兰').points(ticket, { against: ['director'] });
    expect(await s.status(ticket)).toBe('received');
    expect(await owed(s, ticket, 'return_visit')).toMatchObject({ outcome: 'withdrawn' });
    expect(await owed(s, ticket, 'formal_reply')).toMatchObject({ owedByRole: 'leadership', dueBy: '2026-03-07 00:00', outcome: 'open' });
    await s.person('曾勇').formallyReplies(ticket);
    expect(await owed(s, ticket, 'quality_visit')).toMatchObject({ outcome: 'open' });
  },
  '投诉只会说重，不会说轻：客服去不掉“有人受伤”': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').complains({ danger: true });
    expect(await refusal(s.agent('林晓芸').points(ticket, { danger: false }))).toBe('request/invalid');
    await s.agent('林晓芸').points(ticket, { media: true });
    await s.agent('林晓芸').formallyReplies(ticket);
    expect(await owed(s, ticket, 'major_reported')).toMatchObject({ outcome: 'open' });
  },
  '客服自己投诉：她自己不处理，别的客服处理': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('何静').complains({});
    expect(await s.person('何静').may(ticket)).not.toContain('formalReply');
    expect(await s.person('林晓芸').may(ticket)).toContain('formalReply');
  },
  '说过满意以后再写明情形：不再打一次回访电话，照样结案': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').complains({});
    await answered(s, '林晓芸', ticket);
    await s.resident('王秀兰').confirms(ticket);
    await s.agent('林晓芸').points(ticket, { danger: true });
    expect((await s.promises(ticket)).filter((one) => one.what === 'return_visit' && one.outcome === 'open')).toEqual([]);
    await s.person('吴桐').reportsMajor(ticket);
    await s.agent('林晓芸').concludes(ticket);
    await s.person('吴桐').issuesBulletin(ticket);
    expect((await s.promises(ticket)).filter((one) => one.outcome === 'open')).toEqual([]);
  },
  '公司领导可以请小区的一位同事来看；被投诉的不能请': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').complains({ against: ['director'] });
    await s.person('曾勇').letsIn(ticket, '周敏');
    expect(await s.person('周敏').heard(ticket)).toContain('let_in');
    await s.person('周敏').notes(ticket, '当天的情况');
    expect(await refusal(s.person('曾勇').letsIn(ticket, '郑涛'))).toBe('request/invalid');
    expect(await refusal(s.person('吴桐').letsIn(ticket, '陈立'))).toBe('ticket/not-yours');
  },
  '投诉品质管理部的到管理者代表，投诉管理者代表的到公司领导': async (s) => {
    s.at('2026-03-02 09:00');
    const one = await s.resident('王秀兰').complains({ against: ['quality'] });
    expect(await s.person('彭浩').handledBy(one)).toBe('到管理者代表：投诉品质管理部，C3');
    expect(await cannotSee(s, '吴桐', one)).toBe('seen/not-found');
    const other = await s.resident('王秀兰').complains({ against: ['managementRepresentative'] });
    expect(await s.person('曾勇').handledBy(other)).toBe('到公司领导：投诉管理者代表，C3');
    expect(await cannotSee(s, '彭浩', other)).toBe('seen/not-found');
  },
});

manual('手册 Z9 投诉公司领导：由另一位领导处理，没有别的领导就到品质管理部', {
  '写明是哪一位，另一位处理，他自己看不到；说不清是谁的先到品质管理部': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').complains({ against: ['leadership'] });
    expect(await s.person('吴桐').handledBy(ticket)).toBe('到品质管理部：投诉公司领导，没有别的领导可以处理，Z9');
    for (const name of ['曾勇', '蒋文', '蔡建华']) expect(await cannotSee(s, name, ticket)).toBe('seen/not-found');
    await s.person('吴桐').points(ticket, { against: ['leadership'], accused: ['曾勇'] });
    expect(await s.person('蒋文').handledBy(ticket)).toBe('到公司领导：投诉公司领导，由另一位领导处理，Z9');
    expect(await cannotSee(s, '曾勇', ticket)).toBe('seen/not-found');
    await s.person('蒋文').formallyReplies(ticket);
  },
  '三天内告诉业委会有这件投诉：只记什么时候、怎么、告诉了谁的职务；换人处理就由接手的人欠着，记过就不再欠': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').complains({ against: ['leadership'] });
    expect(await owed(s, ticket, 'committee_told')).toMatchObject({
      clause: 'Z9',
      owedByRole: 'complaintsOfficer',
      dueBy: '2026-03-06 00:00',
      outcome: 'open',
    });
    expect(await refusal(s.person('曾勇').tellsCommittee(ticket, '2026-03-02 09:00'))).toBe('seen/not-found');
    s.at('2026-03-03 09:00');
    await s.person('吴桐').points(ticket, { against: ['leadership'], accused: ['曾勇'] });
    expect(await owed(s, ticket, 'committee_told')).toMatchObject({ owedByRole: 'leadership', dueBy: '2026-03-07 00:00', outcome: 'open' });
    expect(await refusal(s.person('吴桐').tellsCommittee(ticket, '2026-03-03 09:00'))).toBe('ticket/not-yours');
    expect(await refusal(s.person('蒋文').tellsCommittee(ticket, '2026-03-03 09:01'))).toBe('request/invalid');
    expect(await refusal(s.person('蒋文').tellsCommittee(ticket, '2026-03-02 08:59'))).toBe('request/invalid');
    await s.person('蒋文').tellsCommittee(ticket, '2026-03-02 18:00');
    expect(await owed(s, ticket, 'committee_told')).toMatchObject({ keptAt: '2026-03-03 09:00', outcome: 'kept' });
    expect(await s.person('蒋文').may(ticket)).not.toContain('tellCommittee');
    await s.person('蒋文').points(ticket, { against: ['leadership'], accused: ['曾勇'], media: true });
    expect((await s.promises(ticket)).filter((one) => one.what === 'committee_told' && one.outcome === 'open')).toEqual([]);
  },
  '没告诉：过一分钟算超时，被投诉的那位不知道；不是投诉公司领导的，不用告诉业委会': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').complains({ against: ['leadership'] });
    const other = await s.resident('王秀兰').complains({ against: ['director'] });
    expect(await owed(s, other, 'committee_told')).toBeUndefined();
    expect(await refusal(s.person('曾勇').tellsCommittee(other, '2026-03-02 09:00'))).toBe('ticket/action-refused');
    s.at('2026-03-06 00:01');
    await s.looksAfter();
    expect(await owed(s, ticket, 'committee_told')).toMatchObject({ outcome: 'missed' });
    expect(await s.person('曾勇').heard(ticket)).toEqual([]);
    expect(await s.person('郑涛').heard(ticket)).toEqual([]);
  },
});

manual('手册 C5 三天内书面答复；没办完先回一封，说好新的时间', {
  '从收到起三天；先回的一封也算书面答复，新的时间另记': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').complains({ door: 'company' });
    expect(await owed(s, ticket, 'formal_reply')).toMatchObject({ dueBy: '2026-03-06 00:00', outcome: 'open', owedByRole: 'complaintsOfficer' });
    s.at('2026-03-04 09:00');
    await s.person('袁媛').interims(ticket, '2026-03-10 18:00');
    const replies = (await s.promises(ticket)).filter((one) => one.what === 'formal_reply');
    expect(replies.map((one) => one.outcome)).toEqual(['kept', 'open']);
    expect(replies[1]).toMatchObject({ dueBy: '2026-03-10 18:00' });
    expect(await s.resident('王秀兰').heard(ticket)).toContain('interim_replied');
    s.at('2026-03-09 09:00');
    await s.person('袁媛').formallyReplies(ticket);
    expect(await owed(s, ticket, 'formal_reply')).toMatchObject({ outcome: 'kept' });
    expect(await s.status(ticket)).toBe('finished');
  },
  '小区没按时答复：超时记在小区，品质管理部另有三天': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').complains({});
    s.at('2026-03-06 00:01');
    await s.looksAfter();
    const replies = (await s.promises(ticket)).filter((one) => one.what === 'formal_reply');
    expect(replies.map((one) => [one.outcome, one.owedByRole])).toEqual([
      ['missed', 'agent'],
      ['open', 'complaintsOfficer'],
    ]);
    expect(replies[1]).toMatchObject({ dueBy: '2026-03-10 00:00' });
  },
});

manual('手册 C4 品质管理部定纠正方案，小区一步步做完；最后由品质管理部回访', {
  '方案每一步有时间，做完一步才到下一步；没做完、没回访，不能结案': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').complains({ door: 'company' });
    expect(await refusal(s.person('郑涛').plans(ticket, ['2026-03-05 18:00']))).toBe('ticket/not-yours');
    await s.person('吴桐').plans(ticket, ['2026-03-05 18:00', '2026-03-08 18:00']);
    expect(await s.person('郑涛').heard(ticket)).toContain('plan_set');
    expect(await owed(s, ticket, 'plan_step')).toMatchObject({ dueBy: '2026-03-05 18:00', owedByRole: 'director', outcome: 'open' });
    s.at('2026-03-04 09:00');
    await s.person('郑涛').doesStep(ticket);
    expect(await owed(s, ticket, 'plan_step')).toMatchObject({ dueBy: '2026-03-08 18:00', outcome: 'open' });
    await answered(s, '袁媛', ticket);
    await s.resident('王秀兰').confirms(ticket);
    expect(await refusal(s.person('袁媛').concludes(ticket))).toBe('ticket/action-refused');
    await s.person('郑涛').doesStep(ticket);
    expect(await refusal(s.person('袁媛').concludes(ticket))).toBe('ticket/action-refused');
    await s.person('吴桐').asksAsQuality(ticket);
    await s.person('袁媛').concludes(ticket);
    expect(await s.status(ticket)).toBe('closed');
    expect(await refusal(s.person('郑涛').doesStep(ticket))).toBe('ticket/action-refused');
  },
});

manual('手册 V4 品质管理部办的，品质管理部自己回访；不满意就没办完', {
  '电话里说解决了，就是满意：不用再到小程序里说一次，可以结案': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').complains({ door: 'company' });
    await answered(s, '袁媛', ticket);
    await s.person('吴桐').asksAsQuality(ticket);
    expect(await s.history(ticket)).toContain('confirmed');
    await s.person('袁媛').concludes(ticket);
    expect(await s.status(ticket)).toBe('closed');
  },
  '回访说不满意：重开，再答复；小区办的由客服回访': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').complains({ door: 'company' });
    await s.person('袁媛').formallyReplies(ticket);
    expect(await owed(s, ticket, 'return_visit')).toBeUndefined();
    await s.person('吴桐').asksAsQuality(ticket, '还是不行', { ...SATISFIED, result: 'dissatisfied' });
    expect(await s.status(ticket)).toBe('received');
    const here = await s.resident('王秀兰').complains({});
    await s.agent('林晓芸').formallyReplies(here);
    expect(await owed(s, here, 'quality_visit')).toBeUndefined();
    expect(await owed(s, here, 'return_visit')).toMatchObject({ outcome: 'open' });
  },
});

manual('手册 C6 每一件都记根本原因和预防措施，答复以后三天内', {
  没记原因不能结案: async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').complains({});
    await s.agent('林晓芸').formallyReplies(ticket);
    expect(await owed(s, ticket, 'cause_recorded')).toMatchObject({ dueBy: '2026-03-06 00:00', outcome: 'open' });
    await s.resident('王秀兰').confirms(ticket);
    expect(await refusal(s.agent('林晓芸').concludes(ticket))).toBe('ticket/action-refused');
    await s.agent('林晓芸').recordsCause(ticket);
    expect(await owed(s, ticket, 'cause_recorded')).toMatchObject({ outcome: 'kept' });
    await s.agent('林晓芸').concludes(ticket);
    expect(await s.status(ticket)).toBe('closed');
  },
});

manual('手册 C7 重大投诉：写纠正措施报告，发全企业通报', {
  '有人受伤的就是重大的；没写报告不能结案': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').complains({ danger: true });
    await answered(s, '林晓芸', ticket);
    expect(await owed(s, ticket, 'major_reported')).toMatchObject({ dueBy: '2026-03-10 00:00', owedByRole: 'quality', outcome: 'open' });
    await s.resident('王秀兰').confirms(ticket);
    expect(await refusal(s.agent('林晓芸').concludes(ticket))).toBe('ticket/action-refused');
    await s.person('吴桐').reportsMajor(ticket);
    await s.agent('林晓芸').concludes(ticket);
  },
  '写好报告，品质管理部或公司领导把通报发给全体同事，只发一次；没写报告不能发，小区不能发': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').complains({ danger: true });
    expect(await refusal(s.person('吴桐').issuesBulletin(ticket))).toBe('ticket/action-refused');
    await s.person('吴桐').reportsMajor(ticket);
    expect(await refusal(s.agent('林晓芸').issuesBulletin(ticket))).toBe('ticket/not-yours');
    expect(await refusal(s.resident('王秀兰').issuesBulletin(ticket))).toBe('ticket/not-yours');
    await s.person('曾勇').issuesBulletin(ticket);
    expect(await s.history(ticket)).toContain('bulletin_issued');
    expect(await refusal(s.person('吴桐').issuesBulletin(ticket))).toBe('ticket/action-refused');
  },
  品质管理部也可以定为重大的: async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').complains({});
    expect(await refusal(s.agent('林晓芸').callsMajor(ticket))).toBe('ticket/not-yours');
    await s.person('吴桐').callsMajor(ticket);
    expect(await owed(s, ticket, 'major_reported')).toMatchObject({ outcome: 'open' });
    expect(await refusal(s.person('吴桐').callsMajor(ticket))).toBe('ticket/action-refused');
  },
});

manual('手册 C8 住户满意才算解决；没有回话不算', {
  '一个月没有回话也不结案；满意以后七天内结案，结案七天内还能说没解决': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').complains({});
    await answered(s, '林晓芸', ticket);
    s.at('2026-04-02 09:00');
    await s.looksAfter();
    expect(await s.status(ticket)).toBe('finished');
    expect(await refusal(s.agent('林晓芸').concludes(ticket))).toBe('ticket/action-refused');
    await s.resident('王秀兰').confirms(ticket);
    expect(await s.status(ticket)).toBe('finished');
    expect(await owed(s, ticket, 'concluded')).toMatchObject({ dueBy: '2026-04-10 00:00', outcome: 'open' });
    await s.agent('林晓芸').concludes(ticket);
    s.at('2026-04-09 23:59');
    await s.resident('王秀兰').saysNotFixed(ticket);
    expect(await s.status(ticket)).toBe('received');
  },
  打低分不算满意: async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').complains({});
    await s.agent('林晓芸').formallyReplies(ticket);
    expect(await refusal(s.resident('王秀兰').confirms(ticket, 1))).toBe('request/invalid');
  },
});

manual('手册 C10 每一件投诉都有回音', {
  '收到就告诉住户谁在办、为什么；网上说的十五分钟内有人回': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').complains({ door: 'company' });
    expect(await owed(s, ticket, 'first_reply')).toMatchObject({ dueBy: '2026-03-02 09:15', owedByRole: 'complaintsOfficer' });
    await s.person('袁媛').says(ticket, '收到，我们来查');
    expect(await owed(s, ticket, 'first_reply')).toMatchObject({ outcome: 'kept' });
  },
});

manual('手册 C11 追踪的投诉要会审', {
  '谁参加、怎么定的，只给同事看': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').complains({ door: 'company' });
    await s.person('吴桐').reviews(ticket);
    expect(await s.person('袁媛').heard(ticket)).toContain('reviewed');
    expect(await s.resident('王秀兰').heard(ticket)).not.toContain('reviewed');
  },
});

manual('手册 I3 建议里说的其实是投诉：转为投诉，前面的话都留着', {
  '建议的时间不用了，书面答复从收到时算；家里人看不到了': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').speaks('suggestion', '保安总睡觉，应该管管');
    expect(await s.resident('李德明').may(ticket)).toContain('say');
    s.at('2026-03-02 09:05');
    await s.agent('林晓芸').turnsIntoComplaint(ticket);
    expect(await owed(s, ticket, 'decided')).toMatchObject({ outcome: 'withdrawn' });
    expect(await owed(s, ticket, 'formal_reply')).toMatchObject({ dueBy: '2026-03-06 00:00', outcome: 'open' });
    expect(await refusal(s.resident('李德明').urges(ticket))).toBe('seen/not-found');
    expect(await s.history(ticket)).toEqual(['received', 'became_complaint']);
  },
});

manual('手册 C10、V4 没留姓名的投诉：照样有答复、有期限，没有人可回访就记下来', {
  '意见箱里的一张纸：不记住户，谁也不通知；记在哪里公开答复了，记了原因就结案，不用等谁说满意': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.agent('林晓芸').takesUnnamedComplaint();
    expect(await s.agent('林晓芸').handledBy(ticket)).toBe('到小区服务中心：小区先处理，C2');
    expect(await owed(s, ticket, 'formal_reply')).toMatchObject({ dueBy: '2026-03-06 00:00', outcome: 'open' });
    const may = await s.agent('林晓芸').may(ticket);
    expect(may).toContain('answerUnnamed');
    for (const action of ['formalReply', 'interim', 'say', 'call', 'reveal']) expect(may).not.toContain(action);
    expect(await refusal(s.agent('林晓芸').formallyReplies(ticket))).toBe('ticket/action-refused');
    s.at('2026-03-03 09:00');
    await s.agent('林晓芸').answersUnnamed(ticket, 'public');
    expect(await owed(s, ticket, 'formal_reply')).toMatchObject({ outcome: 'kept' });
    expect(await owed(s, ticket, 'return_visit')).toBeUndefined();
    expect(await owed(s, ticket, 'concluded')).toMatchObject({ clause: 'C10', dueBy: '2026-03-11 00:00', outcome: 'open' });
    expect(await refusal(s.agent('林晓芸').concludes(ticket))).toBe('ticket/action-refused');
    await s.agent('林晓芸').recordsCause(ticket);
    await s.agent('林晓芸').concludes(ticket);
    expect(await s.status(ticket)).toBe('closed');
    expect((await s.promises(ticket)).filter((one) => one.outcome === 'open')).toEqual([]);
    expect(await s.resident('王秀兰').heard(ticket)).toEqual([]);
  },
  '品质管理部办的：回访照样欠着，记“没法回访”才算；打电话、打不通都点不了；没记不能结案': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.person('袁媛').takesUnnamedComplaint({ door: 'company', channel: 'letter', estate: 'HT' });
    expect(await refusal(s.agent('宋雨').answersUnnamed(ticket, 'nobody'))).toBe('ticket/not-yours');
    await s.person('袁媛').answersUnnamed(ticket, 'nobody');
    expect(await owed(s, ticket, 'quality_visit')).toMatchObject({ clause: 'V4', outcome: 'open' });
    const may = await s.person('吴桐').may(ticket);
    expect(may).toContain('recordNoContact');
    for (const action of ['qualityVisit', 'tryVisit', 'endVisit']) expect(may).not.toContain(action);
    await s.person('袁媛').recordsCause(ticket);
    expect(await refusal(s.person('袁媛').concludes(ticket))).toBe('ticket/action-refused');
    await s.person('吴桐').recordsNoContact(ticket);
    expect(await owed(s, ticket, 'quality_visit')).toMatchObject({ outcome: 'kept' });
    expect(await refusal(s.person('吴桐').recordsNoContact(ticket))).toBe('ticket/action-refused');
    await s.person('袁媛').concludes(ticket);
    expect(await s.status(ticket)).toBe('closed');
  },
  '有名有姓的记不了“没法回访”，也不能用“记怎么答复的”代替书面答复': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').complains({ door: 'company' });
    expect(await refusal(s.person('袁媛').answersUnnamed(ticket, 'public'))).toBe('ticket/action-refused');
    await s.person('袁媛').formallyReplies(ticket);
    expect(await refusal(s.person('吴桐').recordsNoContact(ticket))).toBe('ticket/action-refused');
  },
  '只在自己上班的小区记；投诉主任的一样到公司领导，小区看不到': async (s) => {
    s.at('2026-03-02 09:00');
    expect(await refusal(s.agent('宋雨').takesUnnamedComplaint({ estate: 'WT' }))).toBe('request/invalid');
    expect(await refusal(s.resident('周文静').takesUnnamedComplaint())).toBe('intake/staff-only');
    const ticket = await s.agent('林晓芸').takesUnnamedComplaint({ against: ['director'] });
    expect(await s.person('曾勇').handledBy(ticket)).toBe('到公司领导：投诉主任，C3');
    expect(await cannotSee(s, '林晓芸', ticket)).toBe('seen/not-found');
  },
  '没留姓名的建议：采纳、做成都照办，没有人可回访；转为投诉的，还是没留姓名': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.agent('林晓芸').takesUnnamedSuggestion();
    expect(await refusal(s.agent('林晓芸').sorts(ticket, 'enquiry', 'greening'))).toBe('request/invalid');
    await s.agent('林晓芸').adopts(ticket, '2026-03-20 18:00');
    await s.agent('林晓芸').carriesOut(ticket);
    expect((await s.promises(ticket)).some((one) => one.what === 'return_visit')).toBe(false);
    expect(await s.agent('林晓芸').may(ticket)).not.toContain('returnVisit');
    const other = await s.agent('林晓芸').takesUnnamedSuggestion();
    await s.agent('林晓芸').turnsIntoComplaint(other);
    await s.agent('林晓芸').answersUnnamed(other, 'public');
    expect(await s.status(other)).toBe('finished');
  },
});
