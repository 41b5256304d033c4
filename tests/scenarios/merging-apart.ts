import { expect } from '@jest/globals';
import { manual, refusal, type Story, type Told } from '../support/story.ts';

const LIFT = { category: 'lift', place: 'public', where: '3栋2单元电梯' } as const;
const DOOR = { category: 'doors', place: 'public', where: '3栋2单元单元门' } as const;

async function mends(s: Story, ticket: Told): Promise<void> {
  await s.agent('林晓芸').dispatches(ticket, '赵建国');
  await s.technician('赵建国').arrives(ticket);
  await s.technician('赵建国').finishes(ticket);
}

const lines = async (s: Story, ticket: Told, what: string) => (await s.promises(ticket)).filter((one) => one.what === what);
const followUps = async (s: Story, ticket: Told) => (await lines(s, ticket, 'follow_up')).map((one) => one.outcome);

const refusesToMerge = async (s: Story, one: Told, other: Told) => {
  expect(await refusal(s.agent('林晓芸').merges(one, other))).toBe('ticket/action-refused');
  expect([await s.status(one), await s.status(other)]).not.toContain('cancelled');
};

manual('手册 Z3 单独答应过一户的，不并到别人那里去', {
  'R11 说没修好再办的，不并：24 小时内的特殊回访还在': async (s) => {
    s.at('2026-03-02 09:00');
    const first = await s.resident('王秀兰').reports(DOOR);
    s.at('2026-03-02 09:10');
    const second = await s.resident('周文静').reports(LIFT);
    await mends(s, second);
    await s.resident('周文静').saysNotFixed(second);
    await refusesToMerge(s, first, second);
    expect((await s.promises(second)).find((one) => one.what === 'special_visit')).toMatchObject({ outcome: 'open', dueBy: '2026-03-03 09:10' });
  },
  'I4 重要客户的，不并到别人那里：主任的联系还在；别人的可以并到重要客户那里': async (s) => {
    s.at('2026-03-02 09:00');
    const plain = await s.resident('王秀兰').reports(LIFT);
    s.at('2026-03-02 09:10');
    const key = await s.resident('方国栋').reports(LIFT);
    await refusesToMerge(s, plain, key);
    s.at('2026-03-02 09:20');
    const later = await s.resident('周文静').reports(LIFT);
    await s.agent('林晓芸').merges(later, key);
    expect(await s.status(later)).toBe('cancelled');
  },
  'R10 大缺陷要检查的，不并到不检查的那里；主管先标了大缺陷就可以': async (s) => {
    s.at('2026-03-02 09:00');
    const first = await s.resident('王秀兰').reports({ category: 'doors' });
    s.at('2026-03-02 09:10');
    const leak = await s.resident('王秀兰').reports({ category: 'roof', words: '漏了一片' });
    await refusesToMerge(s, first, leak);
    await s.head('陈立').flags(first, true);
    await s.agent('林晓芸').merges(first, leak);
    expect(await s.status(leak)).toBe('cancelled');
  },
  'R3 师傅已经到了后报的那一件，就在那一件上修好': async (s) => {
    s.at('2026-03-02 09:00');
    const first = await s.resident('王秀兰').reports(LIFT);
    s.at('2026-03-02 09:10');
    const second = await s.resident('周文静').reports(LIFT);
    await s.agent('林晓芸').dispatches(second, '赵建国');
    await s.technician('赵建国').arrives(second);
    await refusesToMerge(s, first, second);
    await s.technician('赵建国').finishes(second);
    expect(await s.status(second)).toBe('finished');
  },
  'R7 公共地方的，不并到家里的那一件': async (s) => {
    s.at('2026-03-02 09:00');
    const home = await s.resident('王秀兰').reports({ category: 'doors' });
    s.at('2026-03-02 09:10');
    await refusesToMerge(s, home, await s.resident('周文静').reports(DOOR));
  },
});

manual('手册 Z3 并在一起以后', {
  'S9 两户都打了低分：各打各的电话，一通电话只算打给了那一户': async (s) => {
    s.at('2026-03-02 09:00');
    const first = await s.resident('王秀兰').reports(LIFT);
    const second = await s.resident('周文静').reports(LIFT);
    await s.agent('林晓芸').merges(first, second);
    await mends(s, first);
    await s.resident('周文静').confirms(first, 1, '还在响');
    await s.resident('王秀兰').confirms(first, 2, '等太久');
    expect([await followUps(s, first), await followUps(s, second)]).toEqual([['open'], ['open']]);
    await s.agent('林晓芸').returns(first, '问过502，说等太久', '记下了');
    expect([await followUps(s, first), await followUps(s, second)]).toEqual([['kept'], ['open']]);
    await s.agent('林晓芸').tries(second, 'follow_up');
    await s.agent('林晓芸').returns(second, '问过602，还在响', '再去看', { quality: 'acceptable', attitude: 'satisfied', result: 'acceptable' });
    expect(await followUps(s, second)).toEqual(['kept']);
    expect(await s.status(first)).toBe('closed');
    await s.looksAfter();
    expect(await s.resident('周文静').heard(second)).toContain('return_visited');
    expect(await s.resident('王秀兰').heard(first)).not.toContain('co_rated_low');
  },
  'S9 已经回访过，后报的人打了低分：照样有人打电话；说不满意，那一件重新办，低分的电话到时间没打就是超时': async (s) => {
    s.at('2026-03-02 09:00');
    const first = await s.resident('王秀兰').reports(LIFT);
    const second = await s.resident('周文静').reports(LIFT);
    const third = await s.resident('马建军').reports(LIFT);
    for (const one of [second, third]) await s.agent('林晓芸').merges(first, one);
    await mends(s, first);
    await s.agent('林晓芸').returns(first, '问过一户，都好', '好');
    await s.resident('王秀兰').confirms(first);
    await s.resident('周文静').confirms(first, 1, '还在响', []);
    await s.resident('马建军').confirms(first, 1, '还在响', []);
    expect([await followUps(s, first), await followUps(s, second)]).toEqual([[], ['open']]);
    await s.agent('林晓芸').returns(second, '问了，还在响', '再去看', { quality: 'dissatisfied', attitude: 'satisfied', result: 'dissatisfied' });
    expect(await followUps(s, second)).toEqual(['kept']);
    expect([await s.status(first), await s.status(second)]).toEqual(['received', 'cancelled']);
    expect(await refusal(s.agent('林晓芸').returns(second, '再问', '好'))).toBe('ticket/action-refused');
    await s.agent('林晓芸').unmerges(third);
    s.at('2026-03-03 09:01');
    expect(await s.newlyMissed()).toContainEqual([third.number, 'follow_up']);
    await s.agent('林晓芸').returns(third, '问了', '记下了');
    expect(await followUps(s, third)).toEqual(['missed']);
  },
  'Z3 那一件修好了，住户说并错了：拆开，自己的接着办': async (s) => {
    s.at('2026-03-02 09:00');
    const first = await s.resident('王秀兰').reports(DOOR);
    const second = await s.resident('周文静').reports(DOOR);
    await s.agent('林晓芸').merges(first, second);
    await mends(s, first);
    await s.resident('王秀兰').confirms(first);
    expect(await refusal(s.agent('林晓芸').unmerges(second))).toBe('ticket/action-refused');
    await s.resident('周文静').disputesMerge(second, '我说的是另一扇');
    await s.agent('林晓芸').unmerges(second);
    expect([await s.status(first), await s.status(second)]).toEqual(['closed', 'received']);
    expect((await s.promises(second)).filter((one) => one.outcome === 'open').map((one) => one.what)).toContain('repaired');
  },
  'R1 并过来以后又说有危险的，拆开了还是急修': async (s) => {
    s.at('2026-03-02 09:00');
    const first = await s.resident('王秀兰').reports(DOOR);
    const second = await s.resident('周文静').reports({ ...DOOR, danger: true });
    await s.agent('林晓芸').merges(first, second);
    s.at('2026-03-02 09:30');
    await s.agent('林晓芸').reclassifies(first, { category: 'doors', danger: true, why: '玻璃要掉下来' });
    await s.agent('林晓芸').unmerges(second);
    expect(await s.urgency(first)).toMatchObject({ urgency: 'urgent' });
  },
});

manual('手册 Z3 并在一起，各家答应过的各算各的', {
  'R8 并进来的那一户通知不到，也要打电话：打给谁算谁的': async (s) => {
    s.at('2026-03-02 09:00');
    const first = await s.resident('王秀兰').reports(LIFT);
    const second = await s.resident('周文静').reports(LIFT);
    await s.agent('林晓芸').merges(first, second);
    await mends(s, first);
    for (const one of [first, second]) await s.nothingReached(one);
    const calls = async (ticket: Told) => (await lines(s, ticket, 'phone_call')).map((one) => one.outcome);
    await s.agent('林晓芸').calls(first, '打通了');
    expect([await calls(first), await calls(second)]).toEqual([['kept'], ['open']]);
    await s.resident('周文静').confirms(first, 5);
    expect(await calls(second)).toEqual(['withdrawn']);
  },
  'I9 别家说的上门时间：并过来的一户不算是它说的，拆开就回到自己那一件': async (s) => {
    s.at('2026-03-02 09:00');
    const first = await s.resident('王秀兰').reports(DOOR);
    s.at('2026-03-02 10:00');
    const second = await s.resident('周文静').reports(DOOR);
    await s.agent('林晓芸').dispatches(second, '钱大勇', '看门', '2026-03-03 12:00');
    await s.agent('林晓芸').merges(second, first);
    expect(await lines(s, first, 'named_visit')).toMatchObject([{ clause: 'Z3', dueBy: '2026-03-03 12:00', outcome: 'open' }]);
    expect(await lines(s, second, 'named_visit')).toMatchObject([{ clause: 'I9', outcome: 'withdrawn' }]);
    s.at('2026-03-02 11:00');
    await s.agent('林晓芸').unmerges(second);
    expect(await lines(s, first, 'named_visit')).toMatchObject([{ outcome: 'withdrawn' }]);
    expect(await lines(s, second, 'named_visit')).toMatchObject([{ dueBy: '2026-03-03 12:00', outcome: 'open' }]);
    s.at('2026-03-03 12:01');
    expect(await s.newlyMissed()).not.toContainEqual([first.number, 'named_visit']);
  },
  'I9 先报的那一户自己也说过时间：各是各的，谁的也不改成别家的；师傅到了，两户的都算做到': async (s) => {
    s.at('2026-03-02 09:00');
    const first = await s.resident('王秀兰').reports(DOOR);
    await s.agent('林晓芸').dispatches(first, '钱大勇', '看门', '2026-03-03 14:00');
    const second = await s.resident('周文静').reports(DOOR);
    await s.agent('林晓芸').dispatches(second, '孙磊', '看门', '2026-03-03 12:00');
    await s.agent('林晓芸').merges(second, first);
    expect(await lines(s, first, 'named_visit')).toMatchObject([{ dueBy: '2026-03-03 14:00', outcome: 'open' }]);
    expect(await lines(s, second, 'named_visit')).toMatchObject([{ dueBy: '2026-03-03 12:00', outcome: 'open', owedBy: null }]);
    s.at('2026-03-03 11:30');
    await s.technician('钱大勇').arrives(first);
    for (const one of [first, second]) expect(await lines(s, one, 'named_visit')).toMatchObject([{ outcome: 'kept', keptAt: '2026-03-03 11:30' }]);
    expect((await s.history(second)).slice(-1)).toEqual(['done_there']);
  },
  'R3 并进已经超时的那一件：后报的那一户还是按自己的 72 小时，按时修好算做到，过了算超时': async (s) => {
    s.at('2026-03-02 09:00');
    const first = await s.resident('王秀兰').reports(DOOR);
    const slow = await s.resident('陈一鸣').reports(DOOR);
    s.at('2026-03-05 09:01');
    expect(await s.newlyMissed()).toContainEqual([first.number, 'repaired']);
    const second = await s.resident('周文静').reports(DOOR);
    const third = await s.resident('马建军').reports(DOOR);
    await s.agent('林晓芸').merges(second, first);
    await s.agent('林晓芸').merges(third, slow);
    expect(await lines(s, second, 'repaired')).toMatchObject([{ dueBy: '2026-03-08 09:01', outcome: 'open' }]);
    s.at('2026-03-06 09:00');
    await mends(s, first);
    expect(await lines(s, first, 'repaired')).toMatchObject([{ outcome: 'missed' }]);
    expect(await lines(s, second, 'repaired')).toMatchObject([{ outcome: 'kept', keptAt: '2026-03-06 09:00' }]);
    s.at('2026-03-08 09:02');
    expect(await s.newlyMissed()).toContainEqual([third.number, 'repaired']);
    await s.looksAfter();
    expect(await s.resident('马建军').heard(third)).toContain('missed');
    await s.agent('林晓芸').unmerges(third);
    expect(await lines(s, third, 'repaired')).toMatchObject([{ dueBy: '2026-03-08 09:01', outcome: 'missed' }]);
  },
  'R3 师傅没信号时先做、后登记：主管确认的时间，并进来的一户也照样算': async (s) => {
    s.at('2026-03-02 09:00');
    const first = await s.resident('王秀兰').reports(DOOR);
    await s.agent('林晓芸').dispatches(first, '赵建国');
    s.at('2026-03-05 09:01');
    const second = await s.resident('周文静').reports(DOOR);
    await s.agent('林晓芸').merges(second, first);
    s.at('2026-03-07 20:00');
    await s.technician('赵建国').arrives(first);
    s.at('2026-03-08 10:00');
    await s.technician('赵建国').finishes(first, '换了合页', '2026-03-07 20:30');
    const repaired = async () => (await lines(s, second, 'repaired'))[0];
    expect(await repaired()).toMatchObject({ outcome: 'missed', keptAt: '2026-03-08 10:00' });
    await s.head('陈立').answersClaim(first, true);
    expect(await repaired()).toMatchObject({ outcome: 'kept', keptAt: '2026-03-07 20:30' });
  },
  'R3 并进已经超时的，又一起并进更早的：自己的时间跟着走，在那里修好才算做到；拆回来、再拆出来都还在': async (s) => {
    s.at('2026-03-02 09:00');
    const oldest = await s.resident('陈一鸣').reports(DOOR);
    const first = await s.resident('王秀兰').reports(DOOR);
    s.at('2026-03-05 09:01');
    const second = await s.resident('周文静').reports(DOOR);
    await s.agent('林晓芸').merges(second, first);
    await s.agent('林晓芸').merges(first, oldest);
    const repaired = async () => (await lines(s, second, 'repaired')).map((one) => [one.outcome, one.dueBy]);
    expect(await repaired()).toEqual([['open', '2026-03-08 09:01']]);
    await s.agent('林晓芸').unmerges(first);
    expect(await repaired()).toEqual([['open', '2026-03-08 09:01']]);
    await s.agent('林晓芸').merges(first, oldest);
    s.at('2026-03-06 09:00');
    await mends(s, oldest);
    expect(await repaired()).toEqual([['kept', '2026-03-08 09:01']]);
    await s.resident('周文静').saysNotFixed(oldest);
    await s.agent('林晓芸').unmerges(second);
    expect(await repaired()).toEqual([['open', '2026-03-08 09:01']]);
  },
  'R3 那一件修好了，并进来的一户说不是同一件：自己的没修，不算做到，剩多少时间还有多少': async (s) => {
    s.at('2026-03-02 09:00');
    const first = await s.resident('王秀兰').reports(LIFT);
    s.at('2026-03-03 09:01');
    const second = await s.resident('周文静').reports(LIFT);
    expect((await s.agent('林晓芸').seesAlike(second))[0]![1]).toContain(`并进去，答应 ${second.number} 的时间照旧算，`);
    await s.agent('林晓芸').merges(second, first);
    s.at('2026-03-03 10:01');
    await mends(s, first);
    for (const what of ['on_site', 'repaired']) expect(await lines(s, second, what)).toMatchObject([{ outcome: 'kept' }]);
    await s.resident('周文静').disputesMerge(second, '我说的是另一部');
    s.at('2026-03-03 12:01');
    await s.agent('林晓芸').unmerges(second);
    expect(await lines(s, second, 'on_site')).toMatchObject([{ outcome: 'open', dueBy: '2026-03-03 13:01', keptAt: null }]);
    expect(await lines(s, second, 'repaired')).toMatchObject([{ outcome: 'open', dueBy: '2026-03-04 09:01', keptAt: null }]);
  },
  'R3 急修并错了，修好以后才拆开：因为它才有的超时也不算留下的那一件的': async (s) => {
    s.at('2026-03-02 09:00');
    const first = await s.resident('王秀兰').reports(DOOR);
    s.at('2026-03-02 10:00');
    const second = await s.resident('周文静').reports({ ...DOOR, danger: true });
    await s.agent('林晓芸').merges(first, second);
    s.at('2026-03-02 15:00');
    await mends(s, first);
    const late = async () => (await s.promises(first)).filter((one) => one.outcome === 'missed').map((one) => one.what);
    expect(await late()).toContain('on_site');
    await s.resident('周文静').disputesMerge(second, '我说的是另一扇');
    await s.agent('林晓芸').unmerges(second);
    expect(await late()).toEqual([]);
    expect(await s.status(first)).toBe('finished');
  },
  'I7 和一户约了晚一点：只动那一户的；别家答应过的照旧，别家听得到新的时间，也可以再和它约': async (s) => {
    s.at('2026-03-02 09:00');
    const first = await s.resident('王秀兰').reports(DOOR);
    s.at('2026-03-02 10:00');
    const second = await s.resident('周文静').reports(DOOR);
    const third = await s.resident('马建军').reports(DOOR);
    for (const one of [second, third]) await s.agent('林晓芸').merges(first, one);
    expect(await s.agent('林晓芸').may(second)).not.toContain('agree');
    s.at('2026-03-03 09:00');
    await s.agent('林晓芸').agrees(first, 'repaired', '2026-03-09 09:00', '王秀兰家要出门');
    expect(await lines(s, first, 'repaired')).toMatchObject([{ dueBy: '2026-03-09 09:00', outcome: 'open' }]);
    for (const one of [second, third]) expect(await lines(s, one, 'repaired')).toMatchObject([{ dueBy: '2026-03-05 10:00', outcome: 'open' }]);
    await s.looksAfter();
    expect(await s.resident('周文静').heard(second)).toEqual(['merged', 'agreed']);
    await s.agent('林晓芸').agrees(second, 'repaired', '2026-03-08 10:00', '周文静也同意');
    expect(await lines(s, second, 'repaired')).toMatchObject([{ dueBy: '2026-03-08 10:00', outcome: 'open' }]);
    s.at('2026-03-05 10:01');
    expect(await s.newlyMissed()).toEqual([[third.number, 'repaired']]);
    s.at('2026-03-07 10:00');
    await mends(s, first);
    expect(await lines(s, second, 'repaired')).toMatchObject([{ outcome: 'kept_as_agreed' }]);
    expect(await lines(s, third, 'repaired')).toMatchObject([{ outcome: 'missed', keptAt: '2026-03-07 10:00' }]);
  },
  'R3 急修并错了再拆开：因为它才有的超时不算留下的那一件的，原来答应的接着算': async (s) => {
    s.at('2026-03-02 09:00');
    const first = await s.resident('王秀兰').reports(DOOR);
    await s.agent('林晓芸').agrees(first, 'repaired', '2026-03-07 09:00');
    s.at('2026-03-02 12:00');
    const second = await s.resident('周文静').reports({ ...DOOR, danger: true });
    await s.agent('林晓芸').merges(first, second);
    s.at('2026-03-03 09:01');
    const missed = await s.newlyMissed();
    for (const what of ['on_site', 'repaired']) expect(missed).toContainEqual([first.number, what]);
    await s.agent('林晓芸').unmerges(second);
    expect(await s.urgency(first)).toMatchObject({ urgency: 'general' });
    const now = (await s.promises(first)).map((one) => [one.what, one.outcome]);
    expect(now.filter(([, outcome]) => outcome === 'missed')).toEqual([]);
    expect((await lines(s, first, 'repaired')).filter((one) => one.outcome === 'open')).toMatchObject([{ dueBy: '2026-03-07 09:00' }]);
    s.at('2026-03-07 09:01');
    expect(await s.newlyMissed()).toContainEqual([first.number, 'repaired']);
  },
});
