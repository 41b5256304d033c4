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
