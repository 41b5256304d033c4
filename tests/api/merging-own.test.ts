import { describe, expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { storyOfEach, toldIn } from '../support/api-story.ts';
import { refusal } from '../support/story.ts';

const LIFT = { category: 'lift', place: 'public', where: '3栋2单元电梯' } as const;

const s = storyOfEach();

const ticket = async (name: string, { id }: { id: string }) => (await s.client(name)).ticket({ id });

describe('手册 Z3 并在一起的几户', () => {
  test('回访了其中一户，别家看不到说了什么；同事看得到', async () => {
    const first = await s.resident('王秀兰').reports(LIFT);
    const second = await s.resident('周文静').reports(LIFT);
    await s.agent('林晓芸').merges(first, second);
    await s.agent('林晓芸').dispatches(first, '赵建国');
    await s.technician('赵建国').arrives(first);
    await s.technician('赵建国').finishes(first);
    await s.resident('周文静').saysNotFixed(first);
    await s.agent('何静').visits(first, '602说夜里还是响', '等再修');
    expect(toldIn(await ticket('王秀兰', first))).not.toContain('602说夜里还是响');
    expect((await ticket('林晓芸', first)).thread.map((one) => one.body)).toContain('602说夜里还是响');
  });

  test('同事先替人记下，自己后报的又并了进来：是自己的事，不是同事的事', async () => {
    const first = await s.agent('何静').takesDown({ ...LIFT, home: '3栋2单元502', who: '王秀兰' });
    const own = await s.resident('何静').reports(LIFT);
    await s.agent('林晓芸').merges(first, own);
    const seen = await ticket('何静', first);
    expect([seen.asStaff, seen.own?.id]).toEqual([false, own.id]);
    expect(await refusal(s.agent('何静').reclassifies(first, { category: 'lighting', why: '不急' }))).toBe('ticket/not-yours');
  });

  test('并进来的一户打了低分：要打的电话上写的是这一户、它的话，修没修好看那一件；电话里说了什么，只有这一户看得到', async () => {
    const first = await s.resident('王秀兰').reports(LIFT);
    const second = await s.resident('周文静').reports(LIFT);
    await s.agent('林晓芸').merges(first, second);
    await s.agent('林晓芸').dispatches(first, '赵建国');
    await s.technician('赵建国').arrives(first);
    await s.technician('赵建国').finishes(first);
    await s.resident('周文静').confirms(first, 1, '夜里还是响');
    const owed = await (await s.client('林晓芸')).ticketVisits({ id: second.id });
    expect(owed.items).toMatchObject([{ what: 'follow_up', number: second.number, residentName: '周文静', said: '夜里还是响', isRepaired: true }]);
    expect(owed.items[0]!.doneBy).toBe('赵建国');
    expect((await (await s.client('林晓芸')).ticketVisits({ id: first.id })).items.map((one) => one.what)).toEqual(['return_visit']);
    expect((await (await s.client('周敏')).visits({})).items.map((one) => [one.what, one.number])).toContainEqual(['follow_up', second.number]);
    expect(await s.agent('林晓芸').may(second)).toContain('returnVisit');
    const answers = { quality: 'dissatisfied', attitude: 'satisfied', result: 'dissatisfied' } as const;
    expect(await refusal((await s.client('林晓芸')).returnVisit({ id: second.id, words: '', outcome: '', channel: 'phone' }))).toBe(
      'request/invalid',
    );
    await s.agent('林晓芸').returns(second, '602说夜里还是响', '等再修', answers);
    expect(await s.status(first)).toBe('received');
    expect(toldIn(await ticket('周文静', second))).toContain('不满意');
    for (const text of ['602说夜里还是响', '夜里还是响', '您家说不满意']) expect(toldIn(await ticket('王秀兰', first))).not.toContain(text);
    expect(toldIn(await ticket('王秀兰', first))).toContain('一起报的住户回访时说不满意，重新办');
  });

  test('并进来的一户说过上门的时间：先报的一户看到的是约定的时间，不是“您说的”；拆开就看不到了', async () => {
    const first = await s.resident('王秀兰').reports({ category: 'doors', place: 'public', where: '3栋2单元单元门' });
    const second = await s.resident('周文静').reports({ category: 'doors', place: 'public', where: '3栋2单元单元门' });
    await s.agent('林晓芸').dispatches(second, '钱大勇', '看门', '2026-03-03 12:00');
    await s.agent('林晓芸').merges(second, first);
    const hers = await ticket('王秀兰', first);
    expect(hers.promises.find((one) => one.what === 'named_visit')).toMatchObject({ label: '按约定的时间上门' });
    expect(toldIn(hers)).not.toContain('您说的');
    expect((await ticket('林晓芸', first)).promises.find((one) => one.what === 'named_visit')).toMatchObject({ label: '按约定的时间上门' });
    await s.agent('林晓芸').unmerges(second);
    expect((await ticket('周文静', second)).next).toMatchObject({ label: '按您说的时间上门' });
    expect((await ticket('王秀兰', first)).next).toMatchObject({ what: 'repaired' });
  });

  test('和先报的一户另约了时间：并进来的一户听得到，自己那一件上写着答应它的照样算', async () => {
    const first = await s.resident('王秀兰').reports({ category: 'doors', place: 'public', where: '3栋2单元单元门' });
    const second = await s.resident('周文静').reports({ category: 'doors', place: 'public', where: '3栋2单元单元门' });
    await s.agent('林晓芸').merges(second, first);
    const due = (await ticket('王秀兰', first)).next!.dueBy;
    await s.agent('林晓芸').agrees(first, 'repaired', '2026-03-08 09:00');
    const theirs = await ticket('周文静', second);
    expect(theirs.next).toMatchObject({ what: 'repaired', dueBy: due });
    expect(toldIn(theirs)).toContain('别的住户另约了修好的时间；答应您家的照样算');
    expect(await s.agent('林晓芸').may(second)).toContain('agree');
    expect((await (await s.client('林晓芸')).workbench({})).items.map((one) => one.id)).toContain(second.id);
  });

  test('师傅自己报的并了进来，不派他自己；搬走的人不再替以前的家说没修好', async () => {
    const first = await s.resident('王秀兰').reports(LIFT);
    const own = await s.resident('周文静').reports(LIFT);
    const db = s.world.house.db;
    await s.agent('林晓芸').merges(first, own);
    await db.execute(sql`update tickets set reporter_id = (select id from people where name = '赵建国') where id = ${own.id}`);
    expect(await refusal(s.agent('林晓芸').dispatches(first, '赵建国'))).toBe('staff/not-suitable');
    await s.agent('林晓芸').dispatches(first, '孙磊');
    await s.technician('孙磊').arrives(first);
    await s.technician('孙磊').finishes(first);
    await db.execute(
      sql`update residences set until_at = now() - interval '100 years' where person_id = (select id from people where name = '周文静')`,
    );
    expect(await refusal(s.resident('周文静').saysNotFixed(first))).toBe('ticket/not-yours');
  });
});
