import { expect } from '@jest/globals';
import { manual, refusal, SATISFIED } from '../support/story.ts';

const HER_HOME = '3栋2单元502';
const BURST = { category: 'burst_pipe', words: '厨房水管爆了，一直喷水' };
const DOOR = { category: 'doors', words: '阳台门关不严' };

manual('手册 I1、I2 替来电、到访的人记一件', {
  '打热线来的，登记成她的报修：她在自己手机里看得到，时间照样算': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.agent('林晓芸').takesDown({ ...BURST, home: HER_HOME, who: '王秀兰' });
    expect((await s.promises(ticket)).map((one) => [one.what, one.dueBy])).toEqual(
      expect.arrayContaining([
        ['on_site', '2026-03-02 11:00'],
        ['repaired', '2026-03-03 09:00'],
        ['dispatched', '2026-03-02 09:15'],
      ]),
    );
    expect(await s.resident('王秀兰').heard(ticket)).toEqual(['received']);
    expect(await s.head('陈立').heard(ticket)).toEqual(['received']);
    expect(await s.agent('林晓芸').heard(ticket)).toEqual([]);
    await s.agent('林晓芸').dispatches(ticket, '赵建国');
    await s.technician('赵建国').arrives(ticket);
    await s.technician('赵建国').finishes(ticket);
    expect(await s.resident('王秀兰').may(ticket)).toEqual(expect.arrayContaining(['confirm', 'reopen']));
  },
  '电话是早上接的，补记按接电话的时间算；将来的不行，最多补记 24 小时，多一分钟也不行': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.agent('林晓芸').takesDown({ ...BURST, home: HER_HOME, who: '王秀兰', saidAt: '2026-03-02 08:10' });
    const promises = await s.promises(ticket);
    expect(promises.find((one) => one.what === 'on_site')).toMatchObject({ dueBy: '2026-03-02 10:10' });
    const late = (saidAt: string) => s.agent('林晓芸').takesDown({ ...DOOR, home: HER_HOME, who: '王秀兰', saidAt });
    expect(await refusal(late('2026-03-02 09:01'))).toBe('request/invalid');
    expect(await refusal(late('2026-03-01 08:59'))).toBe('request/invalid');
    const yesterday = await late('2026-03-01 09:00');
    expect((await s.promises(yesterday))[0]).toMatchObject({ what: 'repaired', dueBy: '2026-03-04 09:00' });
  },
  '家里没有登记住户，或者是别的人打来：只记怎么称呼，一样派人、修好；确认靠电话回访': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.agent('林晓芸').takesDown({ ...DOOR, home: '1栋2单元702', who: '马建军的姐姐', channel: 'front_desk' });
    await s.agent('林晓芸').dispatches(ticket, '钱大勇');
    await s.technician('钱大勇').arrives(ticket);
    await s.technician('钱大勇').finishes(ticket);
    expect(await s.person('马建军').heard(ticket)).toEqual(['received', 'dispatched', 'arrived', 'finished']);
    const both = s.agent('林晓芸').returns(ticket, '关不严', '不满意', { ...SATISFIED, result: 'dissatisfied', fixed: true });
    expect(await refusal(both)).toBe('request/invalid');
    await s.agent('林晓芸').returns(ticket, '打电话问过，修好了', '满意', { ...SATISFIED, fixed: true });
    expect((await s.promises(ticket)).find((one) => one.what === 'return_visit')).toMatchObject({ outcome: 'kept' });
    expect(await s.status(ticket)).toBe('closed');
    expect(await s.history(ticket)).toEqual(['received', 'dispatched', 'arrived', 'finished', 'return_visited', 'confirmed']);
    expect(await s.person('马建军').heard(ticket)).toContain('confirmed');
  },
  '自己家的不能用同事的身份记；不在这里上班的，记不了': async (s) => {
    s.at('2026-03-02 09:00');
    expect(await refusal(s.agent('何静').takesDown({ ...DOOR, home: '2栋3单元402', who: '何静' }))).toBe('intake/own-home');
    expect(await refusal(s.agent('何静').takesDown({ ...DOOR, home: '2栋3单元402', who: '家里人' }))).toBe('intake/own-home');
    expect(await refusal(s.agent('宋雨').takesDown({ ...DOOR, home: HER_HOME, who: '王秀兰' }))).toBe('home/unknown');
    expect(await refusal(s.resident('周文静').takesDown({ ...DOOR, home: HER_HOME, who: '王秀兰' }))).toBe('intake/staff-only');
  },
});

manual('手册 I4 首问负责：谁先听到，谁跟到底', {
  '师傅路上听到一句，顺手记下：交给客服，安排了什么告诉他，他看得到、写得进': async (s) => {
    s.at('2026-03-02 09:00');
    const told = { ...DOOR, home: HER_HOME, who: '王秀兰', channel: 'on_the_way' } as const;
    const ticket = await s.technician('赵建国').takesDown(told);
    expect(await s.agent('林晓芸').heard(ticket)).toEqual(['received']);
    await s.agent('林晓芸').dispatches(ticket, '钱大勇');
    expect(await refusal(s.technician('赵建国').arrives(ticket))).toBe('ticket/not-yours');
    await s.agent('林晓芸').agrees(ticket, 'repaired', '2026-03-06 12:00');
    await s.technician('钱大勇').arrives(ticket);
    await s.technician('钱大勇').finishes(ticket);
    await s.resident('王秀兰').confirms(ticket);
    expect(await s.technician('赵建国').heard(ticket)).toEqual(['dispatched', 'agreed', 'finished', 'confirmed']);
    expect(await s.technician('赵建国').may(ticket)).not.toContain('unfollow');
    await s.technician('赵建国').notes(ticket, '那天在楼下碰到她说的');
  },
  '重要客户的事办完，主任 3 天内再联系一次；不是重要客户就不用': async (s) => {
    s.at('2026-03-02 09:00');
    const key = await s.resident('方国栋').reports(DOOR);
    const other = await s.resident('王秀兰').reports(DOOR);
    for (const ticket of [key, other]) {
      await s.agent('林晓芸').dispatches(ticket, '钱大勇');
      await s.technician('钱大勇').arrives(ticket);
      await s.technician('钱大勇').finishes(ticket);
      expect(await s.person('郑涛').may(ticket)).not.toContain('directorCall');
    }
    await s.resident('方国栋').confirms(key);
    await s.resident('王秀兰').confirms(other);
    const owed = async () => (await s.promises(key)).find((one) => one.what === 'director_contact');
    expect(await owed()).toMatchObject({ clause: 'I4', dueBy: '2026-03-06 00:00', outcome: 'open' });
    expect((await s.promises(other)).some((one) => one.what === 'director_contact')).toBe(false);
    expect(await refusal(s.agent('林晓芸').callsAsDirector(key, '问过了'))).toBe('ticket/not-yours');
    s.at('2026-03-05 10:00');
    await s.person('郑涛').callsAsDirector(key, '打过电话，他说修得好');
    expect(await owed()).toMatchObject({ keptAt: '2026-03-05 10:00', outcome: 'kept' });
    expect(await refusal(s.person('郑涛').callsAsDirector(key, '再打一次'))).toBe('ticket/action-refused');
  },
});

manual('手册 R8、I16 派给谁，一个算法说了算', {
  '水管爆了先派水电，手上少的在前；木工泥水排后面，每一位都说得出为什么': async (s) => {
    s.at('2026-03-02 09:00');
    const first = await s.resident('周文静').reports(BURST);
    expect((await s.agent('林晓芸').couldSend(first)).map(([name]) => name)).toEqual(['孙磊', '赵建国', '钱大勇']);
    await s.agent('林晓芸').dispatches(first, '孙磊');
    await s.technician('孙磊').arrives(first);
    const next = await s.resident('王秀兰').reports(BURST);
    expect(await s.agent('林晓芸').couldSend(next)).toEqual([
      ['赵建国', '水电 · 手上 0 件'],
      ['孙磊', '水电 · 手上 1 件 · 人在 4 栋'],
      ['钱大勇', '木工泥水 · 手上 0 件'],
    ]);
  },
  '都一样忙，人就在这一栋的先去': async (s) => {
    s.at('2026-03-02 09:00');
    const hers = await s.resident('王秀兰').reports(BURST);
    const his = await s.resident('周文静').reports(BURST);
    await s.agent('林晓芸').dispatches(hers, '赵建国');
    await s.agent('林晓芸').dispatches(his, '孙磊');
    await s.technician('赵建国').arrives(hers);
    await s.technician('孙磊').arrives(his);
    const another = await s.resident('李德明').reports({ category: 'tap', words: '滴水' });
    expect((await s.agent('林晓芸').couldSend(another))[0]).toEqual(['赵建国', '水电 · 手上 1 件 · 人在 3 栋']);
  },
  '小区开了“收到就按规则派人”：合适的当场派去，经过里写明是按规则派的；没人合适就留给客服': async (s) => {
    s.at('2026-03-02 09:00');
    await s.sets('WT', 'dispatchesItself', true);
    s.at('2026-03-02 09:01');
    const burst = await s.resident('王秀兰').reports(BURST);
    expect(await s.status(burst)).toBe('dispatched');
    expect(await s.history(burst)).toEqual(['received', 'dispatched']);
    expect(await s.technician('孙磊').heard(burst)).toEqual(['dispatched']);
    expect((await s.promises(burst)).find((one) => one.what === 'dispatched')).toMatchObject({ outcome: 'kept' });
    const lift = await s.resident('王秀兰').reports({ category: 'lift', place: 'public', words: '电梯不动' });
    expect(await s.status(lift)).toBe('received');
    const door = await s.agent('林晓芸').takesDown({ ...DOOR, home: HER_HOME, who: '王秀兰', danger: true });
    expect(await s.status(door)).toBe('dispatched');
    expect(await s.technician('钱大勇').heard(door)).toEqual(['dispatched']);
  },
  由工程主管派人的小区不会自己派: async (s) => {
    s.at('2026-03-02 09:00');
    await s.sets('HT', 'dispatchesItself', true);
    s.at('2026-03-02 09:01');
    expect(await s.status(await s.resident('许若琳').reports(BURST))).toBe('received');
  },
});

manual('手册 R8 师傅退回，写明原因', {
  '退回就回到“收到了”，时间接着算，客服和主管都知道；刚退回的排最后，也还能再派': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').reports(BURST);
    await s.agent('林晓芸').dispatches(ticket, '孙磊');
    s.at('2026-03-02 09:20');
    expect(await refusal(s.technician('孙磊').handsBack(ticket, 'parts'))).toBe('request/invalid');
    expect(await refusal(s.technician('赵建国').handsBack(ticket, 'hands_full'))).toBe('seen/not-found');
    await s.technician('孙磊').handsBack(ticket, 'hands_full');
    expect(await s.status(ticket)).toBe('received');
    expect(await s.head('陈立').heard(ticket)).toEqual(['received', 'handed_back']);
    expect(await s.agent('林晓芸').heard(ticket)).toEqual(['received', 'handed_back']);
    const promises = await s.promises(ticket);
    expect(promises.find((one) => one.what === 'on_site')).toMatchObject({ dueBy: '2026-03-02 11:00', owedBy: null, outcome: 'open' });
    expect(promises.filter((one) => one.what === 'dispatched').map((one) => [one.dueBy, one.outcome])).toEqual([
      ['2026-03-02 09:15', 'kept'],
      ['2026-03-02 09:35', 'open'],
    ]);
    expect((await s.agent('林晓芸').couldSend(ticket)).map(([name]) => name)).toEqual(['赵建国', '钱大勇', '孙磊']);
    await s.agent('林晓芸').dispatches(ticket, '赵建国');
    await s.technician('赵建国').arrives(ticket);
    expect(await s.technician('赵建国').may(ticket)).toContain('handBack');
    await s.technician('赵建国').handsBack(ticket, 'parts');
    await s.agent('林晓芸').dispatches(ticket, '孙磊');
    expect(await s.status(ticket)).toBe('dispatched');
  },
  由主管派人的小区: async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('许若琳').reports(BURST);
    await s.agent('宋雨').handsOver(ticket, '水管爆了');
    await s.head('梁宏').takesOn(ticket, '2026-03-02 20:00');
    await s.head('梁宏').dispatches(ticket, '董平');
    s.at('2026-03-02 09:30');
    await s.technician('董平').handsBack(ticket, 'not_my_trade');
    expect((await s.promises(ticket)).filter((one) => one.what === 'dispatched').map((one) => one.dueBy)).toEqual(['2026-03-02 09:45']);
    await s.head('梁宏').dispatches(ticket, '冯刚');
    expect(await s.status(ticket)).toBe('dispatched');
  },
});
