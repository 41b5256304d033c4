import { expect } from '@jest/globals';
import { manual, refusal, type Story, type Told } from '../support/story.ts';

const owed = async (s: Story, ticket: Told, what: string) => (await s.promises(ticket)).filter((one) => one.what === what).at(-1);

manual('手册 I3、I18 有话想说：建议、表扬、咨询各有各的编号；归错了客服改，时间从收到时算', {
  '三种各有编号，客服都听到；家里人看得到，只有我看的除外': async (s) => {
    s.at('2026-03-02 09:00');
    const suggestion = await s.resident('王秀兰').speaks('suggestion', '楼下装个充电桩');
    const praise = await s.resident('王秀兰').speaks('praise', '赵师傅修得好');
    const enquiry = await s.resident('王秀兰').speaks('enquiry', '装修垃圾放哪里', { onlyMine: true });
    expect(suggestion.number).toMatch(/^WT-JY-260302-\d{3}$/);
    expect(praise.number).toMatch(/^WT-BY-260302-\d{3}$/);
    expect(enquiry.number).toMatch(/^WT-ZX-260302-\d{3}$/);
    for (const ticket of [suggestion, praise, enquiry]) expect(await s.agent('林晓芸').heard(ticket)).toContain('received');
    expect(await s.resident('李德明').may(suggestion)).toContain('say');
    expect(await refusal(s.resident('李德明').urges(enquiry))).toBe('seen/not-found');
  },
  '说成咨询的其实是建议：客服归类，另起建议的时间，咨询的那一项不用了': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').speaks('enquiry', '能不能装个充电桩');
    s.at('2026-03-02 15:00');
    await s.agent('林晓芸').sorts(ticket, 'suggestion', 'equipment');
    expect(await owed(s, ticket, 'enquiry_answered')).toMatchObject({ outcome: 'withdrawn' });
    expect(await owed(s, ticket, 'decided')).toMatchObject({ outcome: 'open', dueBy: '2026-03-10 00:00' });
    expect(await s.agent('林晓芸').may(ticket)).not.toContain('reply');
    expect(await refusal(s.agent('林晓芸').sorts(ticket, 'suggestion', 'equipment'))).toBe('request/invalid');
    expect(await refusal(s.resident('王秀兰').sorts(ticket, 'praise', 'equipment'))).toBe('ticket/not-yours');
  },
  '表扬的是谁，本人和主任都听到；不是本小区的同事选不了': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').speaks('praise', '赵师傅修得好');
    expect(await refusal(s.agent('林晓芸').thanks(ticket, ['赵建国', '吴桐']))).toBe('request/invalid');
    await s.agent('林晓芸').thanks(ticket, ['赵建国']);
    expect(await s.technician('赵建国').heard(ticket)).toContain('thanked');
    expect(await s.person('郑涛').heard(ticket)).toContain('thanked');
    expect(await s.status(ticket)).toBe('closed');
    expect(await s.resident('王秀兰').heard(ticket)).toContain('thanked');
  },
});

manual('手册 I12 咨询答全，一时答不全就约好什么时候答复', {
  '一天内答复；住户说知道了，就办完': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').speaks('enquiry', '装修垃圾放哪里');
    expect(await owed(s, ticket, 'enquiry_answered')).toMatchObject({ dueBy: '2026-03-04 00:00' });
    s.at('2026-03-02 09:10');
    await s.agent('林晓芸').replies(ticket);
    expect(await owed(s, ticket, 'enquiry_answered')).toMatchObject({ outcome: 'kept' });
    expect(await s.resident('王秀兰').heard(ticket)).toContain('replied');
    await s.resident('王秀兰').confirms(ticket);
    expect(await s.status(ticket)).toBe('closed');
  },
  '约好的时间是承诺，过了就是超时；住户说还没说清楚，接着答复': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').speaks('enquiry', '房本什么时候办');
    s.at('2026-03-02 10:00');
    await s.agent('林晓芸').promisesAnswer(ticket, '2026-03-05 18:00');
    expect(await owed(s, ticket, 'enquiry_answered')).toMatchObject({ dueBy: '2026-03-05 18:00', outcome: 'open' });
    s.at('2026-03-05 18:01');
    await s.looksAfter();
    expect(await owed(s, ticket, 'enquiry_answered')).toMatchObject({ outcome: 'missed' });
    await s.agent('林晓芸').replies(ticket);
    await s.resident('王秀兰').saysNotFixed(ticket);
    expect(await s.status(ticket)).toBe('received');
    expect(await owed(s, ticket, 'enquiry_answered')).toMatchObject({ dueBy: '2026-03-07 00:00', outcome: 'open' });
  },
});

manual('手册 I10 建议答复采不采纳；要研究的说好时间，采纳的做成', {
  '七天内答复；采纳了说好哪天做成，做成了请住户看': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').speaks('suggestion', '楼下装个充电桩');
    expect(await owed(s, ticket, 'decided')).toMatchObject({ dueBy: '2026-03-10 00:00', outcome: 'open' });
    s.at('2026-03-03 09:00');
    await s.agent('林晓芸').adopts(ticket, '2026-04-01 18:00');
    expect(await owed(s, ticket, 'decided')).toMatchObject({ outcome: 'kept' });
    expect(await owed(s, ticket, 'carried_out')).toMatchObject({ dueBy: '2026-04-01 18:00', outcome: 'open' });
    s.at('2026-03-20 09:00');
    await s.agent('林晓芸').carriesOut(ticket);
    expect(await owed(s, ticket, 'carried_out')).toMatchObject({ outcome: 'kept' });
    expect(await s.status(ticket)).toBe('finished');
    await s.resident('王秀兰').confirms(ticket);
    expect(await s.status(ticket)).toBe('closed');
  },
  '重要的先研究，主任按说好的时间答复': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').speaks('suggestion', '地面改成防滑砖');
    await s.agent('林晓芸').studies(ticket, '2026-03-20 18:00');
    expect(await owed(s, ticket, 'decided')).toMatchObject({ dueBy: '2026-03-20 18:00', outcome: 'open' });
  },
});

manual('手册 I7 采纳的来不及做成，先和住户约好新的日子', {
  '没过的日子可以约晚一点；过了就是超时，做成为止': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').speaks('suggestion', '楼下装个充电桩');
    await s.agent('林晓芸').adopts(ticket, '2026-03-20 18:00');
    s.at('2026-03-18 09:00');
    await s.agent('林晓芸').agrees(ticket, 'carried_out', '2026-03-25 18:00');
    expect(await owed(s, ticket, 'carried_out')).toMatchObject({ dueBy: '2026-03-25 18:00', outcome: 'open' });
    s.at('2026-03-25 18:01');
    expect(await s.agent('林晓芸').may(ticket)).not.toContain('agree');
    expect(await refusal(s.agent('林晓芸').agrees(ticket, 'carried_out', '2026-04-01 18:00'))).toBe('promise/nothing-to-agree');
    await s.agent('林晓芸').carriesOut(ticket);
    expect(await owed(s, ticket, 'carried_out')).toMatchObject({ outcome: 'missed' });
  },
});

manual('手册 I11 不采纳要说理由；住户不认同，由上面答复', {
  '三天内品质管理部答复，办的人自己答不了；没有回话就办完': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').speaks('suggestion', '地面改成防滑砖');
    s.at('2026-03-03 09:00');
    await s.agent('林晓芸').declines(ticket);
    expect(await s.status(ticket)).toBe('finished');
    s.at('2026-03-03 10:00');
    await s.resident('王秀兰').objects(ticket);
    expect(await owed(s, ticket, 'answered_above')).toMatchObject({ dueBy: '2026-03-07 00:00', outcome: 'open' });
    expect(await s.agent('林晓芸').may(ticket)).not.toContain('decline');
    expect(await refusal(s.agent('林晓芸').answersAbove(ticket))).toBe('ticket/not-yours');
    await s.person('吴桐').answersAbove(ticket);
    expect(await owed(s, ticket, 'answered_above')).toMatchObject({ outcome: 'kept' });
    expect(await s.resident('王秀兰').may(ticket)).not.toContain('object');
    s.at('2026-03-10 23:59');
    await s.looksAfter();
    expect(await s.status(ticket)).toBe('finished');
    s.at('2026-03-11 00:01');
    await s.looksAfter();
    expect(await s.status(ticket)).toBe('closed');
  },
});

manual('手册 I15 说了一句，十五分钟内有人回；当面和电话里说的，当场就回了', {
  '网上说的，开门时间里十五分钟；回了一句就算': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').speaks('suggestion', '楼下装个充电桩');
    expect(await owed(s, ticket, 'first_reply')).toMatchObject({ dueBy: '2026-03-02 09:15' });
    s.at('2026-03-02 09:05');
    await s.agent('林晓芸').says(ticket, '收到，我们看看');
    expect(await owed(s, ticket, 'first_reply')).toMatchObject({ outcome: 'kept' });
    const taken = await s.agent('林晓芸').takesRemark('praise', { home: '3栋2单元502', who: '王秀兰' });
    expect(await owed(s, taken, 'first_reply')).toBeUndefined();
  },
});
