import { expect } from '@jest/globals';
import { manual, refusal } from '../support/story.ts';

manual('手册 R1 ⑦ 有危险：先打电话，报修照样交得出去，按急修办', {
  '门窗本来是一般维修，点了“漏电冒火花”就是急修，两小时内上门': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').reports({ category: 'doors', dangerKind: 'live_wire' });
    expect(await s.urgency(ticket)).toEqual({ urgency: 'urgent', clause: 'R1⑦' });
    expect((await s.promises(ticket)).find((one) => one.what === 'on_site')).toMatchObject({ clause: 'R3', dueBy: '2026-03-02 11:00' });
  },
  '点了危险，“其他”不用再写字，公共地方不用写在哪里；没点危险的照旧要写': async (s) => {
    s.at('2026-03-02 09:00');
    const gas = await s.resident('王秀兰').reports({ category: 'other', dangerKind: 'gas' });
    expect((await s.urgency(gas)).urgency).toBe('urgent');
    const lift = await s.resident('王秀兰').reports({ category: 'lift', place: 'public', dangerKind: 'lift' });
    expect((await s.urgency(lift)).urgency).toBe('urgent');
    expect(await refusal(s.resident('王秀兰').reports({ category: 'other' }))).toBe('request/invalid');
    expect(await refusal(s.resident('王秀兰').reports({ category: 'lift', place: 'public', where: '' }))).toBe('request/invalid');
  },
});

manual('手册 I5 公共地方有人报过：跟着那一件，不重复派人', {
  '同一处、同一类才算；别的楼、别的类、办完的、太久的都不算；自己报的不算': async (s) => {
    s.at('2026-03-02 09:00');
    const lift = await s.resident('王秀兰').reports({ category: 'lift', place: 'public', where: '3栋2单元的电梯，我是502' });
    s.at('2026-03-02 09:20');
    expect(await s.resident('周文静').hearsOfAlike('lift', '三栋2单元')).toEqual([lift.id]);
    expect(await s.resident('周文静').hearsOfAlike('lift', '3栋电梯')).toEqual([lift.id]);
    expect(await s.resident('周文静').hearsOfAlike('lift', '5栋电梯')).toEqual([]);
    expect(await s.resident('周文静').hearsOfAlike('lift', '3栋1单元电梯')).toEqual([]);
    expect(await s.resident('周文静').hearsOfAlike('lighting', '3栋2单元')).toEqual([]);
    expect(await s.resident('王秀兰').hearsOfAlike('lift', '3栋2单元')).toEqual([]);
    expect(await s.resident('高志远').hearsOfAlike('lift', '3栋2单元')).toEqual([]);
    s.at('2026-03-05 09:00');
    expect(await s.resident('周文静').hearsOfAlike('lift', '3栋2单元')).toEqual([lift.id]);
    s.at('2026-03-05 09:01');
    expect(await s.resident('周文静').hearsOfAlike('lift', '3栋2单元')).toEqual([]);
  },
  '跟着的人听得到一样的进展，不能替报修的人确认或说没修好；点两次只算一户；不想跟了就不再听': async (s) => {
    s.at('2026-03-02 09:00');
    const lift = await s.resident('王秀兰').reports({ category: 'lift', place: 'public', where: '3栋2单元电梯' });
    await s.resident('周文静').follows(lift);
    await s.resident('周文静').follows(lift);
    expect((await s.history(lift)).filter((did) => did === 'followed')).toHaveLength(1);
    expect(await refusal(s.resident('王秀兰').follows(lift))).toBe('ticket/not-yours');
    expect(await refusal(s.resident('高志远').follows(lift))).toBe('seen/not-found');
    await s.agent('林晓芸').dispatches(lift, '赵建国');
    await s.agent('林晓芸').says(lift, '您放心');
    await s.technician('赵建国').arrives(lift);
    await s.technician('赵建国').finishes(lift);
    await s.looksAfter();
    expect(await s.resident('王秀兰').heard(lift)).toEqual(['dispatched', 'said', 'arrived', 'finished']);
    expect(await s.resident('周文静').heard(lift)).toEqual(['dispatched', 'arrived', 'finished']);
    expect(await s.resident('周文静').may(lift)).toEqual(['unfollow']);
    expect(await refusal(s.resident('周文静').confirms(lift))).toBe('ticket/not-yours');
    expect(await refusal(s.resident('周文静').saysNotFixed(lift))).toBe('ticket/not-yours');
    expect(await refusal(s.resident('陈一鸣').follows(lift))).toBe('ticket/action-refused');
    await s.resident('周文静').unfollows(lift);
    await s.resident('王秀兰').saysNotFixed(lift);
    await s.agent('林晓芸').dispatches(lift, '孙磊');
    await s.looksAfter();
    expect(await s.resident('周文静').heard(lift)).toEqual(['dispatched', 'arrived', 'finished']);
  },
});

manual('手册 I5 只有我看：同住的人看不到也听不到，同事照办；以后可以放开', {
  '同住的人看不到、听不到、办不了；报修的人照样听得到、确认得了': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').reports({ category: 'sanitary', onlyMine: true });
    await s.agent('林晓芸').dispatches(ticket, '赵建国');
    await s.technician('赵建国').arrives(ticket);
    await s.technician('赵建国').finishes(ticket);
    await s.looksAfter();
    expect(await s.resident('王秀兰').heard(ticket)).toEqual(['dispatched', 'arrived', 'finished']);
    expect(await s.resident('李德明').heard(ticket)).toEqual([]);
    expect(await refusal(s.resident('李德明').confirms(ticket))).toBe('seen/not-found');
    expect(await s.resident('王秀兰').may(ticket)).toEqual(['confirm', 'reopen', 'say', 'share']);
    await s.resident('王秀兰').confirms(ticket);
    expect(await s.status(ticket)).toBe('closed');
  },
  '放开以后同住的人看得到、听得到；放开了收不回，本来就没关的没有这一步': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').reports({ category: 'sanitary', onlyMine: true });
    await s.resident('王秀兰').shares(ticket);
    expect(await s.history(ticket)).toEqual(['received', 'shared']);
    expect(await refusal(s.resident('王秀兰').shares(ticket))).toBe('ticket/action-refused');
    await s.agent('林晓芸').dispatches(ticket, '赵建国');
    await s.looksAfter();
    expect(await s.resident('李德明').heard(ticket)).toEqual(['dispatched']);
    await s.resident('李德明').says(ticket, '我在家');
    const open = await s.resident('王秀兰').reports({ category: 'doors' });
    expect(await s.resident('李德明').may(open)).toEqual(['say', 'urge']);
  },
});

manual('手册 I9 住户说的上门时间：另记一条承诺，原来的时间照样算', {
  '派师傅时写上住户说的时间：15:00 到算做到，15:01 才算超时；R3 的两小时照记': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').reports({ category: 'burst_pipe', wish: ['2026-03-02 12:00', '2026-03-02 15:00'] });
    await s.agent('林晓芸').dispatches(ticket, '赵建国', '上门修', '2026-03-02 15:00');
    const named = async () => (await s.promises(ticket)).find((one) => one.what === 'named_visit');
    expect(await named()).toMatchObject({ clause: 'I9', owedBy: '赵建国', dueBy: '2026-03-02 15:00', outcome: 'open' });
    expect((await s.promises(ticket)).find((one) => one.what === 'on_site')).toMatchObject({ dueBy: '2026-03-02 11:00' });
    s.at('2026-03-02 11:01');
    expect(await s.newlyMissed()).toEqual([[ticket.number, 'on_site']]);
    s.at('2026-03-02 15:00');
    expect(await s.newlyMissed()).toEqual([]);
    s.at('2026-03-02 15:01');
    expect(await s.newlyMissed()).toEqual([[ticket.number, 'named_visit']]);
    await s.technician('赵建国').arrives(ticket);
    expect(await named()).toMatchObject({ keptAt: '2026-03-02 15:01', outcome: 'missed' });
  },
  '没写时间就没有这一条；换了师傅，承诺跟着走；来得及时可以另约': async (s) => {
    s.at('2026-03-02 09:00');
    const plain = await s.resident('王秀兰').reports({ category: 'doors', wish: ['2026-03-03 08:00', '2026-03-03 12:00'] });
    await s.agent('林晓芸').dispatches(plain, '赵建国');
    expect((await s.promises(plain)).map((one) => one.what)).toEqual(['repaired']);
    const ticket = await s.resident('王秀兰').reports({ category: 'doors', wish: ['2026-03-03 08:00', '2026-03-03 12:00'] });
    await s.agent('林晓芸').dispatches(ticket, '赵建国', '上门修', '2026-03-03 12:00');
    await s.agent('林晓芸').reassigns(ticket, '孙磊', '赵建国');
    await s.agent('林晓芸').agrees(ticket, 'named_visit', '2026-03-03 18:00', '住户改到下午');
    const named = (await s.promises(ticket)).find((one) => one.what === 'named_visit');
    expect(named).toMatchObject({ owedBy: '孙磊', firstDueBy: '2026-03-03 12:00', dueBy: '2026-03-03 18:00' });
    s.at('2026-03-03 17:00');
    await s.technician('孙磊').arrives(ticket);
    expect((await s.promises(ticket)).find((one) => one.what === 'named_visit')?.outcome).toBe('kept_as_agreed');
  },
  '先晚后早、太远的不收；存在手机里过了时间才发出的，报修照收': async (s) => {
    s.at('2026-03-02 09:00');
    const wishes = (wish: [string, string]) => s.resident('王秀兰').reports({ category: 'doors', wish });
    expect(await refusal(wishes(['2026-03-03 12:00', '2026-03-03 08:00']))).toBe('request/invalid');
    expect(await refusal(wishes(['2026-03-16 12:00', '2026-03-16 18:00']))).toBe('request/invalid');
    expect((await wishes(['2026-03-16 08:00', '2026-03-16 09:00'])).number).toMatch(/^WT-BX/);
    expect((await wishes(['2026-03-01 08:00', '2026-03-01 12:00'])).number).toMatch(/^WT-BX/);
    expect(
      await refusal(s.agent('林晓芸').dispatches(await wishes(['2026-03-01 08:00', '2026-03-01 12:00']), '赵建国', '修', '2026-03-01 12:00')),
    ).toBe('request/invalid');
  },
});
