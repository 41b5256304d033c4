import { expect } from '@jest/globals';
import { manual, refusal, type Story, type Told } from '../support/story.ts';

const BURST = { category: 'burst_pipe', words: '厨房水管爆了，一直喷水' };
const DOOR = { category: 'doors', words: '阳台门关不严' };

const line = async (s: Story, ticket: Told, what: string) => (await s.promises(ticket)).filter((one) => one.what === what);

async function finished(s: Story, resident: string, report = DOOR, technician = '赵建国'): Promise<Told> {
  const ticket = await s.resident(resident).reports(report);
  await mends(s, ticket, technician);
  return ticket;
}

async function mends(s: Story, ticket: Told, technician = '赵建国'): Promise<void> {
  await s.agent('林晓芸').dispatches(ticket, technician);
  await s.technician(technician).arrives(ticket);
  await s.technician(technician).finishes(ticket);
}

manual('手册 R4 动手以前，报修的人可以撤回', {
  '派了师傅、还没到：撤回，答应的都不用办了，师傅和客服马上知道': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').reports(BURST);
    s.at('2026-03-02 09:05');
    await s.agent('林晓芸').dispatches(ticket, '赵建国');
    s.at('2026-03-02 09:30');
    expect(await s.resident('王秀兰').may(ticket)).toContain('cancel');
    await s.resident('王秀兰').cancels(ticket, 'somebody_else');
    expect(await s.status(ticket)).toBe('cancelled');
    const outcomes = new Set((await s.promises(ticket)).filter((one) => one.what !== 'dispatched').map((one) => one.outcome));
    expect([...outcomes]).toEqual(['withdrawn']);
    expect(await s.technician('赵建国').heard(ticket)).toEqual(['dispatched', 'cancelled']);
    expect(await s.agent('何静').heard(ticket)).toContain('cancelled');
    expect(await s.resident('李德明').heard(ticket)).toContain('cancelled');
    expect(await s.resident('王秀兰').heard(ticket)).not.toContain('cancelled');
    s.at('2026-03-03 10:00');
    expect(await s.looksAfter()).toEqual([]);
    expect(await refusal(s.technician('赵建国').arrives(ticket))).toBe('ticket/action-refused');
    expect(await refusal(s.agent('林晓芸').dispatches(ticket, '孙磊'))).toBe('ticket/action-refused');
  },
  '不写原因也能撤回；同住的人、师傅不能替他撤': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').reports(DOOR);
    expect(await s.resident('李德明').may(ticket)).not.toContain('cancel');
    expect(await refusal(s.resident('李德明').cancels(ticket))).toBe('ticket/not-yours');
    await s.agent('林晓芸').dispatches(ticket, '赵建国');
    expect(await refusal(s.technician('赵建国').cancels(ticket))).toBe('ticket/not-yours');
    await s.resident('王秀兰').cancels(ticket);
    expect(await s.status(ticket)).toBe('cancelled');
    expect(await refusal(s.resident('王秀兰').cancels(ticket))).toBe('ticket/action-refused');
  },
  '师傅到了就不能撤回；迟了的撤回以后照样是迟了，原因还能记': async (s) => {
    s.at('2026-03-02 09:00');
    const here = await s.resident('王秀兰').reports(DOOR);
    await s.agent('林晓芸').dispatches(here, '赵建国');
    await s.technician('赵建国').arrives(here);
    expect(await refusal(s.resident('王秀兰').cancels(here))).toBe('ticket/action-refused');
    await s.technician('赵建国').finishes(here);
    await s.resident('王秀兰').saysNotFixed(here);
    expect(await refusal(s.resident('王秀兰').cancels(here))).toBe('ticket/action-refused');
    const late = await s.resident('王秀兰').reports(BURST);
    s.at('2026-03-02 11:30');
    await s.resident('王秀兰').cancels(late, 'mended');
    expect(await line(s, late, 'on_site')).toMatchObject([{ outcome: 'missed' }]);
    await s.head('陈立').explainsMiss(late, 'on_site', 'late_dispatch');
    expect((await line(s, late, 'on_site'))[0]?.explain).toContain('派人晚了');
  },
  '师傅来过又退回：动过手了，住户和客服都撤不了；白跑一趟、没进门的还能撤；家里人说不修了的，报修的人能定': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').reports(DOOR);
    await s.agent('林晓芸').dispatches(ticket, '赵建国');
    await s.technician('赵建国').arrives(ticket);
    await s.technician('赵建国').handsBack(ticket, 'parts');
    expect(await s.status(ticket)).toBe('received');
    expect(await s.resident('王秀兰').may(ticket)).not.toContain('cancel');
    expect(await refusal(s.resident('王秀兰').cancels(ticket))).toBe('ticket/action-refused');
    const word = { channel: 'phone', words: '王阿姨来电，说不修了' } as const;
    expect(await refusal(s.agent('林晓芸').cancels(ticket, 'other', word))).toBe('ticket/action-refused');
    await s.agent('林晓芸').dispatches(ticket, '孙磊');
    expect(await refusal(s.resident('王秀兰').cancels(ticket))).toBe('ticket/action-refused');
    await s.technician('孙磊').findsNobody(ticket, 'called');
    expect(await refusal(s.resident('王秀兰').cancels(ticket))).toBe('ticket/action-refused');
    const taken = await s.resident('王秀兰').reports(DOOR);
    await s.agent('林晓芸').dispatches(taken, '赵建国');
    await s.technician('赵建国').arrives(taken);
    await s.agent('林晓芸').reassigns(taken, '孙磊', '赵建国');
    expect(await refusal(s.resident('王秀兰').cancels(taken))).toBe('ticket/action-refused');
    const closed = await s.resident('王秀兰').reports(DOOR);
    await s.agent('林晓芸').dispatches(closed, '赵建国');
    await s.technician('赵建国').arrives(closed);
    await s.technician('赵建国').findsNobody(closed, 'card');
    await s.technician('赵建国').handsBack(closed, 'hands_full');
    await s.resident('王秀兰').cancels(closed, 'mended');
    expect(await s.status(closed)).toBe('cancelled');
    const refused = await s.resident('王秀兰').reports(DOOR);
    await s.agent('林晓芸').dispatches(refused, '赵建国');
    await s.technician('赵建国').arrives(refused);
    await s.technician('赵建国').quotes(refused, [{ item: '换水龙头' }]);
    await s.resident('李德明').refusesQuote(refused, false);
    await s.technician('赵建国').handsBack(refused, 'parts');
    await s.resident('王秀兰').cancels(refused, 'other');
    expect(await s.status(refused)).toBe('cancelled');
  },
  '客服只能按住户说的撤：要写怎么说的、说了什么': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').reports(DOOR);
    expect(await refusal(s.agent('林晓芸').cancels(ticket, 'by_mistake'))).toBe('request/invalid');
    await s.agent('林晓芸').cancels(ticket, 'by_mistake', { channel: 'phone', words: '王阿姨来电，说门没坏' });
    expect(await s.status(ticket)).toBe('cancelled');
    expect(await s.resident('王秀兰').heard(ticket)).toContain('cancelled');
    expect(await s.agent('林晓芸').heard(ticket)).not.toContain('cancelled');
  },
  '由主管派人的小区，撤回了主管也知道': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('许若琳').reports(DOOR);
    await s.resident('许若琳').cancels(ticket, 'mended');
    expect(await s.head('梁宏').heard(ticket)).toEqual(['cancelled']);
  },
});

manual('手册 I9 动手以前，报修的人可以改、可以补充', {
  '改得更急：从收到报修算起，客服和师傅知道': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').reports({ category: 'tap', words: '滴水' });
    s.at('2026-03-02 10:00');
    await s.resident('王秀兰').changes(ticket, { category: 'tap', worse: true });
    expect(await s.urgency(ticket)).toEqual({ urgency: 'urgent', clause: 'R1③' });
    expect(await line(s, ticket, 'on_site')).toMatchObject([{ dueBy: '2026-03-02 11:00' }]);
    expect(await s.agent('林晓芸').heard(ticket)).toContain('reclassified');
  },
  '改成不急的要同事看过：请在留言里说': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').reports(BURST);
    expect(await refusal(s.resident('王秀兰').changes(ticket, { category: 'doors' }))).toBe('request/invalid');
    const danger = await s.resident('王秀兰').reports({ category: 'roof', danger: true });
    expect(await refusal(s.resident('王秀兰').changes(danger, { category: 'nothing' }))).toBe('request/invalid');
    await s.resident('王秀兰').changes(danger, { category: 'doors' });
    expect(await s.urgency(danger)).toEqual({ urgency: 'urgent', clause: 'R1⑦' });
  },
  '补充几句：同事看到；没有改动的不收；别人改不了，到场以后改不了': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').reports(DOOR);
    await s.agent('林晓芸').dispatches(ticket, '赵建国');
    expect(await refusal(s.resident('王秀兰').changes(ticket, {}))).toBe('request/invalid');
    await s.resident('王秀兰').changes(ticket, { words: '是靠厨房那一扇' });
    expect(await s.technician('赵建国').heard(ticket)).toEqual(['dispatched', 'changed']);
    expect(await line(s, ticket, 'first_reply')).toEqual([]);
    await s.resident('王秀兰').changes(ticket, { category: 'tap' });
    expect(await s.technician('赵建国').heard(ticket)).toEqual(['dispatched', 'changed', 'recategorised']);
    expect(await refusal(s.resident('李德明').changes(ticket, { words: '我也说一句' }))).toBe('ticket/not-yours');
    await s.technician('赵建国').arrives(ticket);
    expect(await refusal(s.resident('王秀兰').changes(ticket, { words: '还有一扇' }))).toBe('ticket/action-refused');
  },
});

manual('手册 I7 催一下：办的人都收到，答应的时间不变', {
  '师傅、客服、工程主管都收到；每次隔一小时：整一小时可以，差一分钟不行': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').reports(DOOR);
    await s.agent('林晓芸').dispatches(ticket, '赵建国');
    const before = await s.promises(ticket);
    s.at('2026-03-02 10:00');
    await s.resident('王秀兰').urges(ticket);
    expect((await s.promises(ticket)).map((one) => one.dueBy)).toEqual(before.map((one) => one.dueBy));
    for (const name of ['赵建国', '林晓芸', '陈立']) expect(await s.person(name).heard(ticket)).toContain('urged');
    s.at('2026-03-02 10:59');
    expect(await refusal(s.resident('李德明').urges(ticket))).toBe('ticket/urged-lately');
    s.at('2026-03-02 11:00');
    await s.resident('李德明').urges(ticket);
    expect(await refusal(s.agent('林晓芸').urges(ticket))).toBe('ticket/not-yours');
    expect(await s.history(ticket)).toEqual(['received', 'dispatched', 'urged', 'urged']);
  },
  '一天三次，第四次要等到明天；修好了不用催': async (s) => {
    s.at('2026-03-02 09:00');
    const ticket = await s.resident('王秀兰').reports(DOOR);
    for (const at of ['2026-03-02 10:00', '2026-03-02 14:00', '2026-03-02 18:00']) {
      s.at(at);
      await s.resident('王秀兰').urges(ticket);
    }
    s.at('2026-03-02 23:59');
    expect(await refusal(s.resident('王秀兰').urges(ticket))).toBe('ticket/urged-lately');
    s.at('2026-03-03 00:00');
    await s.resident('王秀兰').urges(ticket);
    await mends(s, ticket);
    expect(await refusal(s.resident('王秀兰').urges(ticket))).toBe('ticket/action-refused');
  },
});

manual('手册 Z1 修好后 7 天内，确认过也可以说没修好', {
  '第 7 天 24 点整还可以，过一分钟就不可以；接着办的是同一件，下一轮': async (s) => {
    s.at('2026-03-02 10:00');
    const ticket = await finished(s, '王秀兰');
    const other = await finished(s, '方国栋');
    await s.resident('王秀兰').confirms(ticket, 4);
    await s.resident('方国栋').confirms(other, 4);
    s.at('2026-03-10 00:00');
    expect(await s.resident('王秀兰').may(ticket)).toContain('reopen');
    await s.resident('王秀兰').saysNotFixed(ticket);
    expect(await s.status(ticket)).toBe('received');
    expect((await line(s, ticket, 'special_visit'))[0]).toMatchObject({ round: 2, clause: 'R11', dueBy: '2026-03-11 00:00' });
    expect(await s.technician('赵建国').heard(ticket)).toContain('reopened');
    s.at('2026-03-10 00:01');
    expect(await s.resident('方国栋').may(other)).not.toContain('reopen');
    expect(await refusal(s.resident('方国栋').saysNotFixed(other))).toBe('ticket/action-refused');
  },
  '上一轮打的分留着；新的一轮修好了再打一次分': async (s) => {
    s.at('2026-03-02 10:00');
    const ticket = await finished(s, '王秀兰');
    await s.resident('王秀兰').confirms(ticket, 1, '又坏了', ['not_lasting']);
    await s.resident('王秀兰').saysNotFixed(ticket);
    expect(await line(s, ticket, 'follow_up')).toMatchObject([{ round: 1, outcome: 'open' }]);
    await s.agent('林晓芸').visits(ticket, '马上再来', '住户同意');
    expect(await line(s, ticket, 'follow_up')).toMatchObject([{ round: 1, outcome: 'kept' }]);
    await mends(s, ticket);
    await s.resident('王秀兰').confirms(ticket, 5);
    expect(await s.status(ticket)).toBe('closed');
    expect((await s.history(ticket)).filter((did) => did === 'confirmed')).toHaveLength(2);
  },
});

manual('手册 Z1 七天没有回话，视为修好，不打分', {
  '第 7 天 24 点整还等着，过了才办完，只办一次；住户和客服知道': async (s) => {
    s.at('2026-03-02 10:00');
    const ticket = await finished(s, '王秀兰');
    await s.agent('林晓芸').returns(ticket, '修得怎么样', '没人接');
    s.at('2026-03-10 00:00');
    expect(await s.looksAfter()).toEqual([]);
    expect(await s.resident('王秀兰').may(ticket)).toContain('confirm');
    s.at('2026-03-10 00:01');
    expect(await s.looksAfter()).toEqual([[ticket.number, 'confirmed_by_silence', 'confirmed_by_silence']]);
    expect(await s.looksAfter()).toEqual([]);
    expect(await s.status(ticket)).toBe('closed');
    expect(await s.history(ticket)).toEqual(['received', 'dispatched', 'arrived', 'finished', 'return_visited', 'confirmed_by_silence']);
    for (const name of ['王秀兰', '李德明', '何静']) expect(await s.person(name).heard(ticket)).toContain('confirmed_by_silence');
    expect(await refusal(s.resident('王秀兰').confirms(ticket))).toBe('ticket/action-refused');
  },
  '没人去看也一样：过了时间，确认不了，留一句话之前先算修好': async (s) => {
    s.at('2026-03-02 10:00');
    const ticket = await finished(s, '王秀兰');
    s.at('2026-03-10 00:01');
    expect(await s.resident('王秀兰').may(ticket)).not.toContain('confirm');
    expect(await refusal(s.resident('王秀兰').confirms(ticket))).toBe('ticket/action-refused');
    expect(await refusal(s.resident('王秀兰').saysNotFixed(ticket))).toBe('ticket/action-refused');
    await s.resident('王秀兰').says(ticket, '刚出差回来');
    expect(await s.status(ticket)).toBe('closed');
    expect((await s.history(ticket)).slice(-2)).toEqual(['confirmed_by_silence', 'asked']);
    expect((await s.looksAfter()).filter(([, what]) => what === 'confirmed_by_silence')).toEqual([]);
  },
  欠着的回访电话照样要打: async (s) => {
    s.at('2026-03-02 10:00');
    const ticket = await finished(s, '王秀兰');
    s.at('2026-03-10 00:01');
    await s.looksAfter();
    expect(await line(s, ticket, 'return_visit')).toMatchObject([{ outcome: 'missed', keptAt: null }]);
    expect(await s.agent('林晓芸').may(ticket)).toContain('returnVisit');
    await s.agent('林晓芸').returns(ticket, '修得怎么样', '满意');
    expect(await line(s, ticket, 'return_visit')).toMatchObject([{ keptAt: '2026-03-10 00:01' }]);
    expect(await s.agent('林晓芸').may(ticket)).not.toContain('returnVisit');
  },
  '说过没修好的，从这一轮修好算起': async (s) => {
    s.at('2026-03-02 10:00');
    const ticket = await finished(s, '王秀兰');
    s.at('2026-03-09 10:00');
    await s.resident('王秀兰').saysNotFixed(ticket);
    await mends(s, ticket);
    s.at('2026-03-10 00:01');
    await s.looksAfter();
    expect(await s.status(ticket)).toBe('finished');
    s.at('2026-03-17 00:01');
    await s.looksAfter();
    expect(await s.status(ticket)).toBe('closed');
  },
});

manual('手册 R6 保修期内又坏了，免费返修', {
  '七天以内在原来那一件里接着办；七天以后、三个月以内另开一件返修': async (s) => {
    s.at('2026-03-02 10:00');
    const ticket = await finished(s, '王秀兰');
    s.at('2026-03-05 10:00');
    await s.resident('王秀兰').confirms(ticket, 4);
    expect(await s.resident('王秀兰').may(ticket)).not.toContain('rework');
    expect(await refusal(s.resident('王秀兰').reports({ ...DOOR, reworkOf: ticket }))).toBe('ticket/action-refused');
    s.at('2026-06-05 23:59');
    expect(await s.resident('李德明').may(ticket)).toContain('rework');
    const again = await s.resident('李德明').reports({ ...DOOR, reworkOf: ticket });
    expect(again.number).not.toBe(ticket.number);
    expect(await s.status(ticket)).toBe('closed');
    expect(await refusal(s.resident('王秀兰').reports({ ...DOOR, reworkOf: ticket }))).toBe('ticket/action-refused');
  },
  '从确认那天算三个月，最后一天 24 点为止': async (s) => {
    s.at('2026-03-02 10:00');
    const ticket = await finished(s, '王秀兰');
    s.at('2026-03-05 10:00');
    await s.resident('王秀兰').confirms(ticket, 4);
    s.at('2026-06-06 00:00');
    expect(await s.resident('王秀兰').may(ticket)).toContain('rework');
    s.at('2026-06-06 00:01');
    expect(await s.resident('王秀兰').may(ticket)).not.toContain('rework');
    expect(await refusal(s.resident('王秀兰').reports({ ...DOOR, reworkOf: ticket }))).toBe('ticket/action-refused');
  },
  '没有确认的，从修好算起': async (s) => {
    s.at('2026-03-02 10:00');
    const ticket = await finished(s, '王秀兰');
    s.at('2026-03-10 00:01');
    await s.looksAfter();
    s.at('2026-06-03 00:00');
    expect(await s.resident('王秀兰').may(ticket)).toContain('rework');
    s.at('2026-06-03 00:01');
    expect(await s.resident('王秀兰').may(ticket)).not.toContain('rework');
  },
  '是同一处、同一样东西；不是这一户的看不到': async (s) => {
    s.at('2026-03-02 10:00');
    const ticket = await finished(s, '陈一鸣');
    await s.resident('陈一鸣').confirms(ticket, 4);
    s.at('2026-03-20 10:00');
    expect(await refusal(s.resident('陈一鸣').reports({ category: 'tap', reworkOf: ticket }))).toBe('request/invalid');
    expect(await refusal(s.resident('陈一鸣').reports({ ...DOOR, place: 'public', reworkOf: ticket }))).toBe('request/invalid');
    expect(await refusal(s.resident('王秀兰').reports({ ...DOOR, reworkOf: ticket }))).toBe('seen/not-found');
    await s.resident('陈一鸣').reports({ ...DOOR, reworkOf: ticket });
  },
  '原来是急修，返修也是急修；原来一般的，返修也要 2 小时内上门、24 小时内特殊回访': async (s) => {
    s.at('2026-03-02 10:00');
    const badly = await finished(s, '王秀兰', { category: 'tap', words: '关不住', worse: true } as never);
    await s.resident('王秀兰').confirms(badly, 4);
    const door = await finished(s, '方国栋');
    await s.resident('方国栋').confirms(door, 4);
    s.at('2026-03-20 10:00');
    const tap = await s.resident('王秀兰').reports({ category: 'tap', reworkOf: badly });
    expect(await s.urgency(tap)).toEqual({ urgency: 'urgent', clause: 'R6' });
    expect(await line(s, tap, 'on_site')).toMatchObject([{ clause: 'R3', dueBy: '2026-03-20 12:00' }]);
    const again = await s.resident('方国栋').reports({ ...DOOR, reworkOf: door });
    expect(await s.urgency(again)).toEqual({ urgency: 'general', clause: 'R2①' });
    expect(await line(s, again, 'on_site')).toMatchObject([{ clause: 'R11', dueBy: '2026-03-20 12:00' }]);
    expect(await line(s, again, 'special_visit')).toMatchObject([{ clause: 'R11', dueBy: '2026-03-21 10:00' }]);
    expect(await s.agent('林晓芸').may(again)).toContain('visit');
  },
});

manual('手册 S9 打低分，服务中心负责人只收到一条', {
  '1 分：收到打了低分这一条，不再另收确认的一条': async (s) => {
    s.at('2026-03-02 10:00');
    const ticket = await finished(s, '王秀兰');
    await s.resident('王秀兰').confirms(ticket, 1);
    expect(await s.person('周敏').heard(ticket)).toEqual(['rated_low']);
    expect(await s.head('陈立').heard(ticket)).toContain('confirmed');
  },
});
