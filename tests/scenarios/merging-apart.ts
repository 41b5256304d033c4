import { expect } from '@jest/globals';
import { manual, refusal, type Story, type Told } from '../support/story.ts';

const LIFT = { category: 'lift', place: 'public', where: '3栋2单元电梯' } as const;
const DOOR = { category: 'doors', place: 'public', where: '3栋2单元单元门' } as const;

async function mends(s: Story, ticket: Told): Promise<void> {
  await s.agent('林晓芸').dispatches(ticket, '赵建国');
  await s.technician('赵建国').arrives(ticket);
  await s.technician('赵建国').finishes(ticket);
}

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
  'S9 已经回访过，后报的人打了低分：照样有人打电话': async (s) => {
    s.at('2026-03-02 09:00');
    const first = await s.resident('王秀兰').reports(LIFT);
    const second = await s.resident('周文静').reports(LIFT);
    await s.agent('林晓芸').merges(first, second);
    await mends(s, first);
    await s.agent('林晓芸').returns(first, '问过一户，都好', '好');
    await s.resident('王秀兰').confirms(first);
    await s.resident('周文静').confirms(first, 1, '还在响', []);
    const followUp = async () => (await s.promises(first)).filter((one) => one.what === 'follow_up').map((one) => one.outcome);
    expect(await followUp()).toEqual(['open']);
    await s.agent('林晓芸').returns(first, '问了，还在响', '再去看');
    expect(await followUp()).toEqual(['kept']);
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
