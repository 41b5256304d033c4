import { describe, expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { storyOfEach, toldIn } from '../support/api-story.ts';
import { refusal } from '../support/story.ts';

const LIFT = { category: 'lift', place: 'public', where: '3栋2单元电梯，我是502' } as const;

const s = storyOfEach();

const ticket = async (name: string, { id }: { id: string }) => (await s.client(name)).ticket({ id });

/** What merging the first with each other one would come to, as somebody may. */
const alike = async (name: string, { id }: { id: string }) =>
  (await (await s.client(name)).duplicates({ id })).items.map(({ number, mayMerge, foresees }) => ({ number, mayMerge, foresees }));

/** A matter of 何静's home, where she is no colleague, told by somebody she lives with. */
async function ofHesHome(onlyMine: boolean) {
  const home = '2栋3单元402';
  await s.world.house.db.execute(sql`insert into residences (id, office_id, home_id, person_id, "as", from_at)
    select ${s.world.house.newId()}, office_id, id, ${await s.personId('高志远')}, 'occupant', '2026-01-05T01:00:00Z' from homes where label = ${home}`);
  return s.resident('高志远').reports({ category: 'burst_pipe', home, onlyMine });
}

describe('at once', () => {
  test('the same two, from both ends and twice each: merged once, in one direction', async () => {
    const first = await s.resident('王秀兰').reports(LIFT);
    const second = await s.resident('周文静').reports(LIFT);
    const tries = await Promise.allSettled([
      s.agent('林晓芸').merges(first, second),
      s.agent('何静').merges(second, first),
      s.head('陈立').merges(second, first),
      s.agent('周敏').merges(first, second),
    ]);
    expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    for (const one of tries) if (one.status === 'rejected') expect(one.reason.code).toBe('ticket/action-refused');
    expect(await s.history(second)).toEqual(['received', 'merged']);
    expect(await s.history(first)).toEqual(['received', 'took_in']);
  });

  test('three into each other: never a chain, never a ring', async () => {
    const all = [];
    for (const name of ['王秀兰', '周文静', '马建军']) all.push(await s.resident(name).reports(LIFT));
    const [first, second, third] = all as [(typeof all)[0], (typeof all)[0], (typeof all)[0]];
    const tries = await Promise.allSettled([
      s.agent('林晓芸').merges(second, third),
      s.agent('何静').merges(first, second),
      s.head('陈立').merges(third, first),
    ]);
    for (const one of tries) if (one.status === 'rejected') expect(one.reason.code).toBe('ticket/action-refused');
    const rows = await s.world.house.db.execute<{ id: string; into: string | null; taken: number }>(
      sql`select id, facts #>> '{merged,into}' as into, jsonb_array_length(facts->'tookIn') as taken from tickets`,
    );
    const merged = rows.filter((row) => row.into !== null);
    expect(merged.length).toBeGreaterThan(0);
    for (const row of merged) {
      expect(Number(row.taken)).toBe(0);
      expect(rows.find((other) => other.id === row.into)!.into).toBeNull();
    }
  });

  test('merging and mending: either the work was done before, or it is done for both', async () => {
    const first = await s.resident('王秀兰').reports(LIFT);
    const second = await s.resident('周文静').reports(LIFT);
    await s.agent('林晓芸').dispatches(first, '赵建国');
    await s.technician('赵建国').arrives(first);
    const [merged, finished] = await Promise.allSettled([s.agent('何静').merges(second, first), s.technician('赵建国').finishes(first)]);
    expect(finished.status).toBe('fulfilled');
    expect(await s.status(second)).toBe(merged.status === 'fulfilled' ? 'cancelled' : 'received');
  });

  test('taking apart twice at once: once', async () => {
    const first = await s.resident('王秀兰').reports(LIFT);
    const second = await s.resident('周文静').reports(LIFT);
    await s.agent('林晓芸').merges(first, second);
    const tries = await Promise.allSettled([s.agent('林晓芸').unmerges(second), s.agent('何静').unmerges(second)]);
    expect(tries.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await s.history(second)).toEqual(['received', 'merged', 'unmerged']);
  });

  test('没修好 of two who reported it: one reopens, the other is told how it stands', async () => {
    const first = await s.resident('王秀兰').reports(LIFT);
    const second = await s.resident('周文静').reports(LIFT);
    await s.agent('林晓芸').merges(first, second);
    await s.agent('林晓芸').dispatches(first, '赵建国');
    await s.technician('赵建国').arrives(first);
    await s.technician('赵建国').finishes(first);
    const tries = await Promise.allSettled([s.resident('王秀兰').saysNotFixed(first), s.resident('周文静').saysNotFixed(first)]);
    expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    for (const one of tries) if (one.status === 'rejected') expect(one.reason.code).toBe('ticket/action-refused');
    expect((await s.history(first)).filter((did) => did === 'reopened')).toHaveLength(1);
  });
});

describe('what each of them sees', () => {
  test('their own number, words and thread, how it goes, and nothing of the others', async () => {
    const first = await s.resident('王秀兰').reports({ ...LIFT, words: '我婆婆困过一回' });
    const second = await s.resident('周文静').reports({ ...LIFT, words: '夜里很响' });
    await s.resident('周文静').says(second, '上班前能好吗');
    await s.agent('林晓芸').merges(second, first);
    await s.resident('王秀兰').says(first, '我在家等');
    const own = await ticket('周文静', second);
    expect(own).toMatchObject({ number: second.number, words: '夜里很响', mergedInto: first.number, survivor: { id: first.id, status: 'received' } });
    expect(own.thread.map((one) => one.body)).toEqual(['夜里很响', '上班前能好吗']);
    const theirs = await ticket('周文静', first);
    expect(theirs).toMatchObject({
      following: true,
      own: { id: second.id, number: second.number },
      thread: [],
      words: '',
      reporter: null,
      merged: [],
    });
    for (const text of ['王秀兰', '我婆婆', '我在家', '502', '我是']) expect(toldIn(theirs)).not.toContain(text);
    const hers = await ticket('王秀兰', first);
    expect(hers.merged).toEqual([]);
    for (const text of ['周文静', '夜里很响', '上班前']) expect(toldIn(hers)).not.toContain(text);
    expect(await refusal(ticket('马建军', first))).toBe('seen/not-found');
    const staff = await ticket('林晓芸', first);
    expect(staff.merged).toMatchObject([{ id: second.id, number: second.number, reporterName: '周文静', words: '夜里很响' }]);
    const { items } = await (await s.client('周文静')).tickets({ show: 'open', as: 'resident' });
    expect(items).toMatchObject([{ id: first.id, own: { number: second.number }, words: '' }]);
  });

  test('of a neighbour’s home neither where it is nor what was done there; what only its author sees stays so', async () => {
    const first = await s.resident('陈一鸣').reports({ category: 'burst_pipe', words: '我家厨房' });
    const second = await s.resident('王秀兰').reports({ category: 'burst_pipe', words: '楼上漏下来', onlyMine: true });
    await s.agent('林晓芸').merges(first, second);
    await s.agent('林晓芸').dispatches(first, '赵建国');
    await s.technician('赵建国').arrives(first);
    await s.technician('赵建国').finishes(first, '换了厨房软管');
    const theirs = await ticket('王秀兰', first);
    expect(theirs).toMatchObject({ where: '和您报的是同一件', photos: [], result: null, quote: null, cost: null, homeId: null });
    for (const text of ['陈一鸣', '1栋1单元', '301', '厨房']) expect(toldIn(theirs)).not.toContain(text);
    expect(await refusal(ticket('李德明', second))).toBe('seen/not-found');
    expect(await refusal(ticket('李德明', first))).toBe('seen/not-found');
    expect(await s.resident('李德明').heard(second)).toEqual([]);
    expect(await s.resident('王秀兰').heard(second)).toEqual(['merged', 'dispatched', 'arrived', 'finished']);
    await s.resident('王秀兰').shares(second);
    const shared = await ticket('李德明', second);
    expect(shared.survivor).toMatchObject({ id: null, number: first.number, status: 'finished', actions: [] });
    for (const text of ['陈一鸣', '1栋1单元', '301', '换了厨房软管']) expect(toldIn(shared)).not.toContain(text);
  });

  test('whoever lives with them sees how far it is, and nothing of the others; a stranger and whoever keeps theirs to themselves as before', async () => {
    const first = await s.resident('陈一鸣').reports({ category: 'burst_pipe', words: '我家厨房' });
    const second = await s.resident('王秀兰').reports({ category: 'burst_pipe', words: '楼上漏下来' });
    const secret = await s.resident('王秀兰').reports({ category: 'burst_pipe', words: '只有我看', onlyMine: true });
    for (const one of [second, secret]) await s.agent('林晓芸').merges(one, first);
    await s.agent('林晓芸').dispatches(first, '赵建国');
    const theirs = await ticket('李德明', second);
    expect(theirs.survivor).toMatchObject({ id: null, number: first.number, status: 'dispatched', next: { what: 'on_site' }, actions: [] });
    expect(theirs.survivor!.steps).toEqual((await ticket('王秀兰', second)).survivor!.steps);
    for (const text of ['陈一鸣', '1栋1单元', '301', '厨房']) expect(toldIn(theirs)).not.toContain(text);
    expect(await refusal(ticket('李德明', first))).toBe('seen/not-found');
    expect(await refusal(ticket('李德明', secret))).toBe('seen/not-found');
    expect(await refusal(ticket('马建军', second))).toBe('seen/not-found');
    expect(await s.resident('李德明').heard(second)).toEqual(['merged', 'dispatched']);
    await s.agent('林晓芸').unmerges(second);
    expect((await ticket('李德明', second)).survivor).toBeNull();
  });

  test('of what their own housemate keeps to themselves nobody of the home sees how far it is', async () => {
    const secret = await s.resident('王秀兰').reports({ category: 'burst_pipe', words: '只有我看', onlyMine: true });
    const second = await s.resident('王秀兰').reports({ category: 'burst_pipe', words: '还在漏' });
    await s.agent('林晓芸').merges(second, secret);
    expect((await ticket('李德明', second)).survivor).toBeNull();
    expect((await ticket('王秀兰', second)).survivor).toMatchObject({ id: secret.id });
  });

  test('whose own was merged there is no colleague to it, whatever their post', async () => {
    const first = await s.resident('王秀兰').reports(LIFT);
    const second = await s.resident('何静').reports(LIFT);
    expect(await refusal(s.agent('何静').merges(first, second))).toBe('ticket/not-yours');
    await s.agent('林晓芸').merges(first, second);
    const theirs = await ticket('何静', first);
    expect(theirs).toMatchObject({ asStaff: false, following: true, merged: [], thread: [] });
    expect(await refusal(s.agent('何静').unmerges(second))).toBe('ticket/not-yours');
    expect(await refusal(s.agent('何静').reclassifies(first, { category: 'lighting', why: '不急' }))).toBe('ticket/not-yours');
  });

  test('nobody settles from the other side what is theirs: neither takes another’s apart from their own, nor says that it is the same', async () => {
    const own = await s.resident('何静').reports(LIFT);
    const second = await s.resident('王秀兰').reports(LIFT);
    await s.agent('林晓芸').merges(second, own);
    expect(await refusal(s.agent('何静').unmerges(second))).toBe('ticket/not-yours');
    await s.resident('王秀兰').disputesMerge(second);
    expect(await refusal(s.agent('何静').keepsMerged(second, '是同一部'))).toBe('ticket/not-yours');
    await s.agent('林晓芸').keepsMerged(second, '是同一部');
    await s.agent('林晓芸').unmerges(second);
    expect(await s.history(second)).toEqual(['received', 'merged', 'merge_disputed', 'merge_upheld', 'unmerged']);
  });

  test('what a housemate keeps to themselves nobody settles from the other side either', async () => {
    const secret = await ofHesHome(true);
    const second = await s.resident('王秀兰').reports({ category: 'burst_pipe', words: '我家也漏' });
    await s.agent('林晓芸').merges(second, secret);
    await s.resident('王秀兰').disputesMerge(second);
    expect(await refusal(s.agent('何静').unmerges(second))).toBe('seen/not-found');
    expect(await refusal(s.agent('何静').keepsMerged(second, '是同一件'))).toBe('seen/not-found');
    expect(await s.history(second)).toEqual(['received', 'merged', 'merge_disputed']);
  });

  test.each([
    { what: 'of one’s own home', onlyMine: false, code: 'ticket/not-yours', why: (own: string) => `${own} 和您有关，请别的同事来办` },
    { what: 'one may not see', onlyMine: true, code: 'ticket/action-refused', why: () => '里面有一件您看不了，请别的同事来办' },
  ])('what has something $what in it is neither merged nor taken apart, and the list says why', async ({ onlyMine, code, why }) => {
    const oldest = await s.resident('马建军').reports(LIFT);
    const first = await s.resident('王秀兰').reports(LIFT);
    const own = await ofHesHome(onlyMine);
    await s.agent('林晓芸').merges(own, first);
    for (const [one, other] of [
      [first, oldest],
      [oldest, first],
    ] as const) {
      expect(await alike('何静', one)).toEqual([{ number: other.number, mayMerge: false, foresees: why(own.number) }]);
      expect(await alike('林晓芸', one)).toMatchObject([{ number: other.number, mayMerge: true }]);
      expect(await refusal(s.agent('何静').merges(one, other))).toBe(code);
    }
    await s.agent('林晓芸').merges(first, oldest);
    expect(await refusal(s.agent('何静').unmerges(first))).toBe(code);
    expect(await s.history(first)).toEqual(['received', 'took_in', 'merged']);
  });

  test('whoever follows a merged one goes with it, and comes back with it; whoever reported two is told once', async () => {
    const first = await s.resident('王秀兰').reports(LIFT);
    const second = await s.resident('周文静').reports(LIFT);
    const third = await s.resident('周文静').reports(LIFT);
    await s.resident('马建军').follows(second);
    await s.agent('林晓芸').merges(second, first);
    await s.agent('林晓芸').merges(third, first);
    await s.agent('林晓芸').dispatches(first, '赵建国');
    expect((await s.resident('马建军').heard(first)).concat(await s.resident('马建军').heard(second))).toEqual(['dispatched', 'merged']);
    const told = [...(await s.resident('周文静').heard(second)), ...(await s.resident('周文静').heard(third))];
    expect(told.filter((did) => did === 'dispatched')).toHaveLength(1);
    await s.agent('林晓芸').unmerges(second);
    expect(await refusal(ticket('马建军', first))).toBe('seen/not-found');
    expect((await ticket('周文静', first)).own).toMatchObject({ id: third.id });
    await s.technician('赵建国').arrives(first);
    expect((await s.resident('周文静').heard(third)).slice(-1)).toEqual(['arrived']);
  });

  test('who followed by their own wish goes on, who followed only because of the merge stops, and who said no more hears no more', async () => {
    const first = await s.resident('王秀兰').reports(LIFT);
    const second = await s.resident('周文静').reports(LIFT);
    for (const name of ['周文静', '李德明']) await s.resident(name).follows(first);
    await s.resident('马建军').follows(second);
    await s.agent('林晓芸').merges(second, first);
    await s.agent('林晓芸').unmerges(second);
    await s.agent('林晓芸').dispatches(first, '赵建国');
    expect(await s.resident('周文静').heard(first)).toEqual(['dispatched']);
    expect(await s.resident('马建军').heard(first)).toEqual([]);
    expect((await ticket('周文静', first)).own).toBeNull();
    await s.agent('林晓芸').merges(second, first);
    await s.technician('赵建国').arrives(first);
    expect(await s.resident('马建军').heard(first)).toEqual(['arrived']);
    await s.resident('马建军').follows(first);
    await s.resident('周文静').says(second, '在吗');
    await s.agent('林晓芸').unmerges(second);
    await s.technician('赵建国').finishes(first);
    expect(await s.resident('马建军').heard(first)).toEqual(['arrived', 'finished']);
    expect(await s.resident('周文静').heard(first)).toEqual(['dispatched', 'finished']);
  });

  test('whoever says no more of what it was merged into follows neither', async () => {
    const first = await s.resident('王秀兰').reports(LIFT);
    const second = await s.resident('周文静').reports(LIFT);
    const third = await s.resident('陈一鸣').reports(LIFT);
    await s.resident('马建军').follows(second);
    for (const one of [second, third]) await s.agent('林晓芸').merges(one, first);
    await s.resident('马建军').unfollows(first);
    await s.agent('林晓芸').unmerges(third);
    await s.agent('林晓芸').dispatches(first, '赵建国');
    await s.agent('林晓芸').unmerges(second);
    await s.agent('林晓芸').dispatches(second, '孙磊');
    expect([...(await s.resident('马建军').heard(first)), ...(await s.resident('马建军').heard(second))]).toEqual(['merged']);
  });

  test('of what was merged twice over: whoever reported it goes along, and back; nobody else sees either', async () => {
    const oldest = await s.resident('陈一鸣').reports(LIFT);
    const first = await s.resident('王秀兰').reports(LIFT);
    const second = await s.resident('周文静').reports(LIFT);
    await s.resident('马建军').follows(second);
    await s.agent('林晓芸').merges(second, first);
    await s.agent('林晓芸').merges(first, oldest);
    expect(await ticket('周文静', second)).toMatchObject({ mergedInto: oldest.number, survivor: { id: oldest.id } });
    expect(await refusal(ticket('周文静', first))).toBe('seen/not-found');
    expect(await refusal(ticket('马建军', first))).toBe('seen/not-found');
    expect((await ticket('马建军', oldest)).following).toBe(true);
    expect((await ticket('林晓芸', oldest)).merged.map((one) => one.number)).toEqual([first.number, second.number]);
    await s.agent('林晓芸').unmerges(first);
    expect(await ticket('周文静', second)).toMatchObject({ mergedInto: first.number, survivor: { id: first.id } });
    expect((await ticket('马建军', first)).following).toBe(true);
    for (const name of ['周文静', '王秀兰', '马建军']) expect(await refusal(ticket(name, oldest))).toBe('seen/not-found');
    expect((await ticket('林晓芸', first)).merged.map((one) => one.number)).toEqual([second.number]);
  });
});
