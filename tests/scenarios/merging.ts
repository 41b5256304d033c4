import { expect } from '@jest/globals';
import { manual, refusal, type Story, type Told } from '../support/story.ts';

const LIFT = { category: 'lift', place: 'public', where: '3栋2单元电梯' } as const;
const DOOR = { category: 'doors', place: 'public', where: '3栋2单元单元门' } as const;

const promise = async (s: Story, ticket: Told, what: string) =>
  (await s.promises(ticket)).find((one) => one.what === what && one.outcome !== 'withdrawn');

/** Dispatched, arrived and mended by 赵建国. */
async function mends(s: Story, ticket: Told): Promise<void> {
  await s.agent('林晓芸').dispatches(ticket, '赵建国');
  await s.technician('赵建国').arrives(ticket);
  await s.technician('赵建国').finishes(ticket);
}

manual('手册 Z3 几户报的是同一件：并在一起办', {
  '先报的那一件留下，从哪一件并都一样；并进去的不再另算，两边的人都听得到': async (s) => {
    s.at('2026-03-02 09:00');
    const first = await s.resident('王秀兰').reports(LIFT);
    s.at('2026-03-02 09:20');
    const second = await s.resident('周文静').reports(LIFT);
    await s.agent('林晓芸').merges(first, second);
    expect(await s.status(second)).toBe('cancelled');
    expect(await s.status(first)).toBe('received');
    expect((await s.promises(second)).map((one) => one.outcome)).toEqual(['withdrawn', 'withdrawn', 'withdrawn']);
    expect(await promise(s, first, 'on_site')).toMatchObject({ dueBy: '2026-03-02 11:00', outcome: 'open' });
    await s.looksAfter();
    expect(await s.resident('周文静').heard(second)).toEqual(['merged']);
    await mends(s, first);
    await s.looksAfter();
    expect(await s.resident('周文静').heard(second)).toEqual(['merged', 'dispatched', 'arrived', 'finished']);
    await s.resident('王秀兰').confirms(first);
    await s.looksAfter();
    expect(await s.resident('周文静').heard(second)).toEqual(['merged', 'dispatched', 'arrived', 'finished', 'confirmed']);
    expect(await s.resident('王秀兰').heard(first)).toEqual(['dispatched', 'arrived', 'finished']);
  },
  '没有人回话、视为修好，并进来的人也听得到；两件都是一个人报的，只听一遍': async (s) => {
    s.at('2026-03-02 09:00');
    const first = await s.resident('王秀兰').reports(LIFT);
    s.at('2026-03-02 09:10');
    const again = await s.resident('王秀兰').reports(LIFT);
    const third = await s.resident('周文静').reports(LIFT);
    await s.agent('林晓芸').merges(again, first);
    await s.agent('林晓芸').merges(third, first);
    await mends(s, first);
    s.at('2026-03-10 00:01');
    await s.looksAfter();
    expect(await s.status(first)).toBe('closed');
    expect((await s.resident('王秀兰').heard(first)).filter((did) => did === 'finished' || did === 'confirmed_by_silence')).toEqual([
      'finished',
      'confirmed_by_silence',
    ]);
    expect(await s.resident('王秀兰').heard(again)).toEqual(['merged']);
    expect((await s.resident('周文静').heard(third)).slice(-1)).toEqual(['confirmed_by_silence']);
  },
  '并在一起的，回访问的是其中一户：说了什么不告诉别家': async (s) => {
    s.at('2026-03-02 09:00');
    const first = await s.resident('王秀兰').reports(LIFT);
    const second = await s.resident('周文静').reports(LIFT);
    await s.agent('林晓芸').merges(first, second);
    await mends(s, first);
    await s.agent('林晓芸').returns(first, '', '', { quality: 'satisfied', attitude: 'satisfied', result: 'satisfied' });
    await s.looksAfter();
    expect(await s.history(first)).toContain('return_visited');
    expect(await s.resident('王秀兰').heard(first)).toEqual(['dispatched', 'arrived', 'finished']);
    expect(await s.resident('周文静').heard(second)).toEqual(['merged', 'dispatched', 'arrived', 'finished']);
  },
  '公共地方的：主管到现场看过就算修好，哪一家都还能说没修好；别的主管、客服、干活的师傅不行，自己家里的不行': async (s) => {
    s.at('2026-03-02 09:00');
    const first = await s.resident('王秀兰').reports(LIFT);
    const second = await s.resident('周文静').reports(LIFT);
    await s.agent('林晓芸').merges(first, second);
    expect(await refusal(s.head('陈立').confirmsPublic(first))).toBe('ticket/action-refused');
    await mends(s, first);
    expect(await refusal(s.agent('林晓芸').confirmsPublic(first))).toBe('ticket/not-yours');
    expect(await refusal(s.technician('赵建国').confirmsPublic(first))).toBe('ticket/not-yours');
    await s.head('陈立').confirmsPublic(first);
    expect(await s.status(first)).toBe('closed');
    await s.looksAfter();
    expect(await s.resident('王秀兰').heard(first)).toContain('confirmed_by_head');
    expect(await s.resident('周文静').heard(second)).toContain('confirmed_by_head');
    expect(await promise(s, first, 'return_visit')).toMatchObject({ outcome: 'open' });
    // Seen is not said: whoever reported it still says what they think.
    await s.resident('王秀兰').confirms(first);
    expect(await s.status(first)).toBe('closed');
    expect(await refusal(s.resident('王秀兰').confirms(first))).toBe('ticket/action-refused');
    await s.resident('周文静').saysNotFixed(first);
    expect(await s.status(first)).toBe('received');
    const home = await s.resident('王秀兰').reports({ category: 'tap' });
    await mends(s, home);
    expect(await refusal(s.head('陈立').confirmsPublic(home))).toBe('ticket/action-refused');
  },
  '拆开以后又自己跟着那一件：和别人一样听得到，不再算并进去的': async (s) => {
    s.at('2026-03-02 09:00');
    const first = await s.resident('王秀兰').reports(LIFT);
    const second = await s.resident('周文静').reports(LIFT);
    await s.agent('林晓芸').merges(first, second);
    await s.agent('林晓芸').unmerges(second);
    s.at('2026-03-02 09:10');
    await s.resident('周文静').follows(first);
    await s.agent('林晓芸').dispatches(first, '赵建国');
    await s.looksAfter();
    expect(await s.resident('周文静').heard(first)).toEqual(['dispatched']);
    expect(await refusal(s.resident('周文静').saysNotFixed(first))).toBe('ticket/not-yours');
  },
  '修过一次、收费的还没结算：不能并进别的一件，那笔钱要有地方结': async (s) => {
    s.at('2026-03-02 09:00');
    const first = await s.resident('周文静').reports({ category: 'tap' });
    const paid = await s.resident('王秀兰').reports({ category: 'tap' });
    await s.agent('林晓芸').dispatches(paid, '赵建国');
    await s.technician('赵建国').arrives(paid);
    await s.technician('赵建国').quotes(paid, [{ item: '单冷水龙头' }]);
    await s.resident('王秀兰').acceptsQuote(paid);
    await s.technician('赵建国').finishes(paid);
    await s.resident('王秀兰').saysNotFixed(paid);
    expect(await refusal(s.agent('林晓芸').merges(paid, first))).toBe('ticket/action-refused');
  },
  '更早的时间算数：先报的约晚了，后报的没有同意，按后报的时间': async (s) => {
    s.at('2026-03-02 09:00');
    const first = await s.resident('王秀兰').reports(DOOR);
    await s.agent('林晓芸').agrees(first, 'repaired', '2026-03-12 09:00');
    s.at('2026-03-03 09:00');
    const second = await s.resident('周文静').reports(DOOR);
    await s.agent('林晓芸').merges(second, first);
    expect(await promise(s, first, 'repaired')).toMatchObject({ firstDueBy: '2026-03-05 09:00', dueBy: '2026-03-06 09:00' });
    s.at('2026-03-04 09:00');
    await s.agent('林晓芸').unmerges(second);
    expect(await promise(s, first, 'repaired')).toMatchObject({ dueBy: '2026-03-12 09:00', outcome: 'open' });
    expect(await promise(s, second, 'repaired')).toMatchObject({ dueBy: '2026-03-06 09:00', outcome: 'open' });
  },
  '拆掉一件，另一件更早的时间照样算；并进来以后再约的时间，拆开也不动': async (s) => {
    s.at('2026-03-02 09:00');
    const first = await s.resident('王秀兰').reports(DOOR);
    await s.agent('林晓芸').agrees(first, 'repaired', '2026-03-12 09:00');
    s.at('2026-03-03 09:00');
    const second = await s.resident('周文静').reports(DOOR);
    s.at('2026-03-03 10:00');
    const third = await s.resident('马建军').reports(DOOR);
    await s.agent('林晓芸').merges(third, first);
    await s.agent('林晓芸').merges(second, first);
    expect(await promise(s, first, 'repaired')).toMatchObject({ dueBy: '2026-03-06 09:00' });
    await s.agent('林晓芸').unmerges(second);
    expect(await promise(s, first, 'repaired')).toMatchObject({ dueBy: '2026-03-06 10:00' });
    await s.agent('林晓芸').agrees(first, 'repaired', '2026-03-08 09:00');
    await s.agent('林晓芸').unmerges(third);
    expect(await promise(s, first, 'repaired')).toMatchObject({ dueBy: '2026-03-08 09:00' });
  },
  '急修并进一般维修：留下的改成急修，从它收到时算起；拆开就改回来': async (s) => {
    s.at('2026-03-02 09:00');
    const first = await s.resident('王秀兰').reports(DOOR);
    s.at('2026-03-02 09:30');
    const second = await s.resident('周文静').reports({ ...DOOR, danger: true });
    await s.agent('林晓芸').merges(first, second);
    expect(await s.urgency(first)).toEqual({ urgency: 'urgent', clause: 'R1①' });
    expect(await promise(s, first, 'on_site')).toMatchObject({ dueBy: '2026-03-02 11:00' });
    expect(await promise(s, first, 'repaired')).toMatchObject({ dueBy: '2026-03-03 09:00' });
    await s.agent('林晓芸').unmerges(second);
    expect(await s.urgency(first)).toEqual({ urgency: 'general', clause: 'R2①' });
    expect(await promise(s, first, 'repaired')).toMatchObject({ dueBy: '2026-03-05 09:00' });
    expect(await promise(s, first, 'on_site')).toBeUndefined();
    expect(await s.urgency(second)).toMatchObject({ urgency: 'urgent' });
    expect(await promise(s, second, 'on_site')).toMatchObject({ dueBy: '2026-03-02 11:30', outcome: 'open' });
  },
  '两件急修都并进来，拆开一件，还有一件急的：还是急修；都拆开了才改回来': async (s) => {
    s.at('2026-03-02 09:00');
    const first = await s.resident('王秀兰').reports(DOOR);
    s.at('2026-03-02 09:30');
    const second = await s.resident('周文静').reports({ ...DOOR, danger: true });
    s.at('2026-03-02 09:40');
    const third = await s.resident('马建军').reports({ ...DOOR, danger: true });
    await s.agent('林晓芸').merges(first, second);
    await s.agent('林晓芸').merges(first, third);
    await s.agent('林晓芸').unmerges(second);
    expect(await s.urgency(first)).toMatchObject({ urgency: 'urgent' });
    expect(await promise(s, first, 'on_site')).toMatchObject({ dueBy: '2026-03-02 11:00', outcome: 'open' });
    await s.agent('林晓芸').unmerges(third);
    expect(await s.urgency(first)).toEqual({ urgency: 'general', clause: 'R2①' });
    expect(await promise(s, first, 'on_site')).toBeUndefined();
  },
  '住户说的上门时间，并过去照样算一条': async (s) => {
    s.at('2026-03-02 09:00');
    const first = await s.resident('王秀兰').reports(DOOR);
    s.at('2026-03-02 10:00');
    const second = await s.resident('周文静').reports(DOOR);
    await s.agent('林晓芸').dispatches(second, '钱大勇', '看门', '2026-03-03 12:00');
    await s.agent('林晓芸').merges(second, first);
    expect(await promise(s, first, 'named_visit')).toMatchObject({ dueBy: '2026-03-03 12:00' });
  },
});

manual('手册 Z3 并进来的人：说没修好、打分，都算自己的', {
  '哪一户都可以说没修好，那一件重新办；各打各的分，一轮一次；低分有人联系': async (s) => {
    s.at('2026-03-02 09:00');
    const first = await s.resident('王秀兰').reports(LIFT);
    const second = await s.resident('周文静').reports(LIFT);
    await s.agent('林晓芸').merges(second, first);
    expect(await refusal(s.resident('周文静').saysNotFixed(first))).toBe('ticket/action-refused');
    await mends(s, first);
    expect(await s.resident('周文静').may(first)).toEqual(['reopen', 'confirm']);
    await s.resident('周文静').confirms(first, 2, '还有响声');
    expect(await s.status(first)).toBe('finished');
    expect(await promise(s, second, 'follow_up')).toMatchObject({ outcome: 'open' });
    expect(await refusal(s.resident('周文静').confirms(first, 5))).toBe('ticket/action-refused');
    await s.resident('王秀兰').confirms(first, 5);
    expect(await s.status(first)).toBe('closed');
    s.at('2026-03-05 09:00');
    await s.resident('周文静').saysNotFixed(first, '又停了');
    expect(await s.status(first)).toBe('received');
    expect(await promise(s, first, 'special_visit')).toMatchObject({ round: 2 });
    expect(await s.history(second)).toEqual(['received', 'merged', 'said', 'co_rated_low', 'missed', 'told', 'said']);
    await mends(s, first);
    await s.resident('周文静').confirms(first, 5);
    expect((await s.history(first)).filter((did) => did === 'co_rated')).toHaveLength(2);
  },
  '过了那几天，就不能再说没修好，也不能打分': async (s) => {
    s.at('2026-03-02 09:00');
    const first = await s.resident('王秀兰').reports(LIFT);
    const second = await s.resident('周文静').reports(LIFT);
    await s.agent('林晓芸').merges(second, first);
    await mends(s, first);
    s.at('2026-03-09 23:59');
    expect(await s.resident('周文静').may(first)).toEqual(['reopen', 'confirm']);
    s.at('2026-03-10 00:01');
    expect(await refusal(s.resident('周文静').saysNotFixed(first))).toBe('ticket/action-refused');
    expect(await refusal(s.resident('周文静').confirms(first))).toBe('ticket/action-refused');
  },
  '自己的留言照样有人回；留下的那一件，先报的人不能替大家撤回': async (s) => {
    s.at('2026-03-02 09:00');
    const first = await s.resident('王秀兰').reports(LIFT);
    const second = await s.resident('周文静').reports(LIFT);
    await s.agent('林晓芸').merges(second, first);
    await s.resident('周文静').says(second, '什么时候来');
    expect(await promise(s, second, 'first_reply')).toMatchObject({ dueBy: '2026-03-02 09:15', outcome: 'open' });
    await s.agent('林晓芸').says(second, '半小时内到');
    expect(await promise(s, second, 'first_reply')).toMatchObject({ outcome: 'kept' });
    expect(await refusal(s.resident('王秀兰').cancels(first, 'by_mistake'))).toBe('ticket/action-refused');
    expect(await refusal(s.agent('林晓芸').cancels(first, 'by_mistake', { channel: 'phone', words: '不修了' }))).toBe('ticket/action-refused');
    await s.agent('林晓芸').unmerges(second);
    await s.resident('王秀兰').cancels(first, 'by_mistake');
    expect(await s.status(second)).toBe('received');
  },
});

manual('手册 Z3 并错了，拆开：答应过的接着算', {
  '以后才到期的还是原来的时间；并着的时候到期的，剩多少还给多少；并以前迟了的照样是迟了': async (s) => {
    s.at('2026-03-02 09:00');
    const first = await s.resident('王秀兰').reports(LIFT);
    s.at('2026-03-02 09:10');
    const second = await s.resident('周文静').reports(LIFT);
    await s.agent('林晓芸').dispatches(second, '孙磊');
    s.at('2026-03-02 10:50');
    await s.agent('林晓芸').merges(first, second);
    s.at('2026-03-02 14:00');
    expect(await s.newlyMissed()).not.toContainEqual([second.number, 'on_site']);
    await s.agent('林晓芸').unmerges(second);
    expect(await s.status(second)).toBe('dispatched');
    expect(await promise(s, second, 'on_site')).toMatchObject({ firstDueBy: '2026-03-02 11:10', dueBy: '2026-03-02 14:20', owedBy: '孙磊' });
    expect(await promise(s, second, 'repaired')).toMatchObject({ dueBy: '2026-03-03 09:10' });
    s.at('2026-03-02 14:20');
    expect(await s.newlyMissed()).not.toContainEqual([second.number, 'on_site']);
    s.at('2026-03-02 14:21');
    expect(await s.newlyMissed()).toContainEqual([second.number, 'on_site']);
    await s.agent('林晓芸').merges(second, first);
    s.at('2026-03-02 15:00');
    await s.agent('林晓芸').unmerges(second);
    expect(await promise(s, second, 'on_site')).toMatchObject({ dueBy: '2026-03-02 14:20', outcome: 'missed' });
    await s.technician('孙磊').arrives(second);
    expect(await promise(s, second, 'on_site')).toMatchObject({ outcome: 'missed', keptAt: '2026-03-02 15:00' });
  },
  '拆开以后各听各的；那一件修好了就不能再拆': async (s) => {
    s.at('2026-03-02 09:00');
    const first = await s.resident('王秀兰').reports(LIFT);
    const second = await s.resident('周文静').reports(LIFT);
    await s.agent('林晓芸').merges(first, second);
    await s.agent('林晓芸').unmerges(second);
    await s.agent('林晓芸').dispatches(first, '赵建国');
    await s.looksAfter();
    expect(await s.resident('周文静').heard(second)).toEqual(['merged', 'unmerged']);
    expect(await refusal(s.resident('周文静').saysNotFixed(first))).toBe('seen/not-found');
    await s.agent('林晓芸').merges(first, second);
    await s.technician('赵建国').arrives(first);
    await s.technician('赵建国').finishes(first);
    expect(await refusal(s.agent('林晓芸').unmerges(second))).toBe('ticket/action-refused');
    await s.resident('王秀兰').confirms(first);
    expect(await refusal(s.agent('林晓芸').unmerges(second))).toBe('ticket/action-refused');
    await s.resident('周文静').saysNotFixed(first, '我说的是另一部电梯');
    await s.agent('林晓芸').unmerges(second);
    expect(await s.status(second)).toBe('received');
  },
});

manual('手册 Z3 住户说“这不是同一件”', {
  '不会自己拆开：记下一条答应过的时间，客服和主管都听到；拆开就算做到，住户听得到': async (s) => {
    s.at('2026-03-02 09:00');
    const first = await s.resident('王秀兰').reports(LIFT);
    const second = await s.resident('周文静').reports(LIFT);
    expect(await refusal(s.resident('周文静').disputesMerge(second))).toBe('ticket/action-refused');
    await s.agent('林晓芸').merges(second, first);
    s.at('2026-03-02 09:30');
    expect(await s.resident('周文静').may(second)).toEqual(['say', 'disputeMerge']);
    expect(await refusal(s.resident('王秀兰').disputesMerge(second))).toBe('seen/not-found');
    expect(await refusal(s.agent('林晓芸').disputesMerge(second))).toBe('ticket/not-yours');
    await s.resident('周文静').disputesMerge(second, '我说的是1单元的电梯');
    expect(await s.status(second)).toBe('cancelled');
    expect(await promise(s, second, 'merge_answer')).toMatchObject({ dueBy: '2026-03-02 11:30', outcome: 'open' });
    for (const name of ['林晓芸', '陈立']) expect(await s.person(name).heard(second)).toContain('merge_disputed');
    expect(await refusal(s.resident('周文静').disputesMerge(second))).toBe('ticket/action-refused');
    s.at('2026-03-02 10:00');
    await s.agent('林晓芸').unmerges(second);
    expect(await s.status(second)).toBe('received');
    expect(await promise(s, second, 'merge_answer')).toMatchObject({ outcome: 'kept' });
    await s.looksAfter();
    expect(await s.resident('周文静').heard(second)).toEqual(['merged', 'unmerged']);
    await s.agent('林晓芸').merges(second, first);
    expect(await s.resident('周文静').may(second)).toContain('disputeMerge');
  },
  '是同一件的，写明为什么：住户听得到，别家听不到，还是一起办；还不同意可以再说一次': async (s) => {
    s.at('2026-03-02 09:00');
    const first = await s.resident('王秀兰').reports(LIFT);
    const second = await s.resident('周文静').reports(LIFT);
    await s.agent('林晓芸').merges(second, first);
    expect(await refusal(s.agent('林晓芸').keepsMerged(second, '是同一部'))).toBe('ticket/action-refused');
    await s.resident('周文静').disputesMerge(second);
    expect(await refusal(s.resident('周文静').keepsMerged(second, '算了'))).toBe('ticket/not-yours');
    expect(await refusal(s.technician('赵建国').keepsMerged(second, '是同一部'))).toBe('seen/not-found');
    await s.head('陈立').keepsMerged(second, '去看过，两户说的都是2单元这一部');
    expect(await promise(s, second, 'merge_answer')).toMatchObject({ outcome: 'kept' });
    expect(await s.status(second)).toBe('cancelled');
    await s.looksAfter();
    expect(await s.resident('周文静').heard(second)).toEqual(['merged', 'merge_upheld']);
    expect(await s.resident('王秀兰').heard(first)).toEqual([]);
    expect(await s.agent('林晓芸').may(second)).not.toContain('keepMerged');
    await s.resident('周文静').disputesMerge(second, '我家这边没有那部');
    expect((await s.promises(second)).filter((one) => one.what === 'merge_answer').map((one) => one.outcome)).toEqual(['kept', 'open']);
  },
  '没有人回话，到时间就是超时：服务中心负责人和住户都听到；本小区可以定多久': async (s) => {
    await s.sets('WT', 'mergeAnswerMinutes', 60);
    s.at('2026-03-02 09:00');
    const first = await s.resident('王秀兰').reports({ category: 'burst_pipe' });
    const second = await s.resident('周文静').reports({ category: 'burst_pipe' });
    await s.agent('林晓芸').merges(second, first);
    await s.resident('周文静').disputesMerge(second, '漏的是我家，不是一处');
    s.at('2026-03-02 10:00');
    expect(await s.newlyMissed()).not.toContainEqual([second.number, 'merge_answer']);
    s.at('2026-03-02 10:01');
    expect(await s.newlyMissed()).toContainEqual([second.number, 'merge_answer']);
    expect(await s.resident('周文静').heard(second)).toEqual(['merged', 'missed']);
    await s.agent('林晓芸').unmerges(second);
    expect(await promise(s, second, 'merge_answer')).toMatchObject({ outcome: 'missed', keptAt: '2026-03-02 10:01' });
  },
});

manual('手册 Z3 里面并了别的，还可以再并进更早的', {
  '里面的跟着过去，谁也不多听一遍，谁也不断了音讯；拆开就带着回来，再拆各办各的': async (s) => {
    s.at('2026-03-02 09:00');
    const oldest = await s.resident('马建军').reports(LIFT);
    s.at('2026-03-02 09:10');
    const first = await s.resident('王秀兰').reports(LIFT);
    s.at('2026-03-02 09:20');
    const second = await s.resident('周文静').reports(LIFT);
    await s.agent('林晓芸').merges(second, first);
    await s.agent('林晓芸').merges(oldest, first);
    for (const one of [first, second]) expect(await s.status(one)).toBe('cancelled');
    expect(await s.history(second)).toEqual(['received', 'merged', 'carried_over']);
    await s.agent('林晓芸').dispatches(oldest, '赵建国');
    await s.looksAfter();
    expect(await s.resident('周文静').heard(second)).toEqual(['merged', 'dispatched']);
    expect(await s.resident('王秀兰').heard(first)).toEqual(['merged', 'dispatched']);
    await s.agent('林晓芸').unmerges(first);
    expect(await s.status(first)).toBe('received');
    expect(await s.status(second)).toBe('cancelled');
    await s.agent('林晓芸').dispatches(first, '钱大勇');
    await s.technician('赵建国').arrives(oldest);
    await s.looksAfter();
    expect(await s.resident('周文静').heard(second)).toEqual(['merged', 'dispatched', 'dispatched']);
    expect(await refusal(s.resident('周文静').saysNotFixed(oldest))).toBe('seen/not-found');
    expect(await promise(s, first, 'repaired')).toMatchObject({ dueBy: '2026-03-03 09:10', outcome: 'open' });
    await s.agent('林晓芸').unmerges(second);
    expect(await s.status(second)).toBe('received');
    expect(await promise(s, second, 'repaired')).toMatchObject({ dueBy: '2026-03-03 09:20', outcome: 'open' });
    expect(await s.history(second)).toEqual(['received', 'merged', 'carried_over', 'carried_over', 'unmerged']);
  },
  '跟着过去的也能单独拆出来、说没修好、说不是同一件；更早的时间照样算': async (s) => {
    s.at('2026-03-02 09:00');
    const oldest = await s.resident('马建军').reports(DOOR);
    await s.agent('林晓芸').agrees(oldest, 'repaired', '2026-03-12 09:00');
    s.at('2026-03-03 09:00');
    const first = await s.resident('王秀兰').reports(DOOR);
    await s.agent('林晓芸').agrees(first, 'repaired', '2026-03-10 09:00');
    s.at('2026-03-03 10:00');
    const second = await s.resident('周文静').reports(DOOR);
    await s.agent('林晓芸').merges(second, first);
    await s.resident('周文静').disputesMerge(second);
    await s.agent('林晓芸').merges(first, oldest);
    expect(await promise(s, oldest, 'repaired')).toMatchObject({ dueBy: '2026-03-06 10:00' });
    expect(await promise(s, second, 'merge_answer')).toMatchObject({ outcome: 'open' });
    await s.agent('林晓芸').unmerges(second);
    expect(await promise(s, second, 'merge_answer')).toMatchObject({ outcome: 'kept' });
    expect(await promise(s, oldest, 'repaired')).toMatchObject({ dueBy: '2026-03-10 09:00' });
    await s.agent('林晓芸').merges(second, oldest);
    await mends(s, oldest);
    for (const name of ['王秀兰', '周文静']) expect(await s.resident(name).may(oldest)).toEqual(['reopen', 'confirm']);
    await s.resident('王秀兰').saysNotFixed(oldest);
    await s.agent('林晓芸').unmerges(first);
    expect(await s.status(first)).toBe('received');
    expect(await s.status(second)).toBe('cancelled');
  },
});

manual('手册 Z3 不能并的，说清楚', {
  '自己、已经并了的、办完的、别的小区的；住户和师傅不能并': async (s) => {
    s.at('2026-03-02 09:00');
    const first = await s.resident('王秀兰').reports(LIFT);
    const second = await s.resident('周文静').reports(LIFT);
    const third = await s.resident('马建军').reports(LIFT);
    const elsewhere = await s.resident('高志远').reports(LIFT);
    const agent = s.agent('林晓芸');
    expect(await refusal(agent.merges(first, first))).toBe('request/invalid');
    expect(await refusal(agent.merges(first, elsewhere))).toBe('seen/not-found');
    expect(await refusal(s.resident('王秀兰').merges(first, second))).toBe('ticket/not-yours');
    expect(await refusal(s.person('吴桐').merges(first, second))).toBe('ticket/not-yours');
    await agent.merges(second, third);
    expect(await refusal(agent.merges(third, first))).toBe('ticket/action-refused');
    expect(await refusal(agent.merges(first, third))).toBe('ticket/action-refused');
    await agent.merges(second, first);
    expect(await refusal(agent.merges(third, first))).toBe('ticket/action-refused');
    expect(await refusal(agent.unmerges(first))).toBe('ticket/action-refused');
    await agent.unmerges(third);
    await s.resident('马建军').cancels(third);
    expect(await refusal(agent.merges(third, first))).toBe('ticket/action-refused');
  },
  '找同一件：同一类或同一处、前后三天里的；同一处同一类的排前面；先说清楚并了会怎样': async (s) => {
    s.at('2026-03-02 09:00');
    const early = await s.resident('吴晓雯').reports(LIFT);
    s.at('2026-03-05 09:00');
    const first = await s.resident('王秀兰').reports(LIFT);
    const other = await s.resident('马建军').reports({ ...LIFT, where: '1栋电梯' });
    await s.resident('马建军').reports({ ...DOOR, where: '1栋单元门' });
    await s.resident('高志远').reports(LIFT);
    const second = await s.resident('周文静').reports(LIFT);
    const seen = await s.agent('林晓芸').seesAlike(second);
    expect(seen.map(([number]) => number)).toEqual([first.number, early.number, other.number]);
    expect(seen[0]![1]).toBe(`留 ${first.number}（先报的），明天 09:00 前修好。${second.number} 并进去，住户照样收到每一步。`);
    s.at('2026-03-05 09:01');
    const late = await s.resident('周文静').reports(LIFT);
    expect((await s.agent('林晓芸').seesAlike(late)).map(([number]) => number)).not.toContain(early.number);
    expect(await refusal(s.resident('周文静').seesAlike(late))).toBe('ticket/not-yours');
  },
});
