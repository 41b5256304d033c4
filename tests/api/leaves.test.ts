import { describe, expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { lookAfterPosts } from '../../api/staff-posts/hand-over.ts';
import { storyOfEach } from '../support/api-story.ts';
import { refusal, type Told } from '../support/story.ts';

const s = storyOfEach();

const TODAY = '2026-03-02';
const books = async (by: string, whom: string, more: object = {}) =>
  (await s.client(by)).bookLeave({
    officeId: await s.officeId('WT'),
    personId: await s.personId(whom),
    from: TODAY,
    until: '2026-03-06',
    deputyId: null,
    handsOn: false,
    handTo: null,
    ...more,
  } as never);
const assignee = async (ticket: Told) => {
  const [row] = await s.world.house.db.execute<{ status: string; name: string | null }>(
    sql`select t.status, p.name from tickets t left join people p on p.id = t.assignee_id where t.id = ${ticket.id}`,
  );
  return [row!.status, row!.name];
};
/** A template that waits for the director's yes. */
const submits = async (name: string, by = '林晓芸') => (await s.client(by)).submitTemplate({ officeId: await s.officeId('WT'), name } as never);
const decides = async (by: string, id: string) =>
  refusal((await s.client(by)).decideApproval({ id, round: 1, step: 0, verdict: 'approved', words: '' } as never)).catch(() => 'ok');
const posts = async (name: string) => (await (await s.client(name)).session({})).appointments.map((one) => [one.role, one.deputyFor ?? null]);

describe('手册 Z15 请假：谁代，没有人代的往上一级', () => {
  test('主任请假，周敏代：审核归周敏，标着代郑涛；请假结束那天 24:00 还给郑涛', async () => {
    await books('郑涛', '郑涛', { deputyId: await s.personId('周敏') });
    expect(await posts('周敏')).toEqual([
      ['departmentHead', null],
      ['director', '郑涛'],
    ]);
    const { id } = await submits('progress');
    expect(await decides('郑涛', id)).toBe('approval/not-yours');
    expect(await decides('周敏', id)).toBe('ok');
    s.at('2026-03-06 23:59');
    expect(await posts('周敏')).toHaveLength(2);
    s.at('2026-03-07 00:00');
    expect(await posts('周敏')).toHaveLength(1);
    const later = await submits('needs_you');
    expect(await decides('周敏', later.id)).toBe('approval/not-yours');
    expect(await decides('郑涛', later.id)).toBe('ok');
  });

  test('没有人代：主任的审核归上一级，品质管理部', async () => {
    await books('韩梅', '郑涛');
    const { id } = await submits('progress');
    expect(await decides('郑涛', id)).toBe('approval/not-yours');
    expect(await decides('吴桐', id)).toBe('ok');
  });

  test('写的人请了假，代他的人不能审他写的；代主任的人写的，也不是自己审', async () => {
    const { id } = await submits('progress', '周敏');
    await books('郑涛', '郑涛', { deputyId: await s.personId('周敏') });
    expect(await decides('周敏', id)).toBe('approval/not-yours');
    expect(await decides('吴桐', id)).toBe('ok');
    const own = await submits('needs_you', '林晓芸');
    // 林晓芸 is away herself now, and whoever stands in for her agrees to nothing of hers.
    await books('郑涛', '林晓芸', { deputyId: await s.personId('何静') });
    expect(await decides('何静', own.id)).toBe('approval/not-yours');
    expect(await decides('周敏', own.id)).toBe('ok');
  });

  test('师傅请假：名字不在派单的人里，代的人在；手上的照选的交出去或者留着', async () => {
    const [one, two] = [
      await s.resident('王秀兰').reports({ category: 'burst_pipe', words: '厨房水管爆了' }),
      await s.resident('马建军').reports({ category: 'tap', words: '龙头滴水' }),
    ];
    await s.agent('林晓芸').dispatches(one, '赵建国');
    await s.agent('林晓芸').dispatches(two, '孙磊');
    const done = await books('郑涛', '赵建国', { deputyId: await s.personId('陈立'), handsOn: true, handTo: await s.personId('陈立') });
    expect(done.handedOn).toBe(1);
    expect(await assignee(one)).toEqual(['dispatched', '陈立']);
    await books('郑涛', '孙磊');
    expect(await assignee(two)).toEqual(['dispatched', '孙磊']);
    const three = await s.resident('王秀兰').reports({ category: 'tap', words: '龙头又滴水' });
    const hands = (await (await s.client('林晓芸')).technicians({ id: three.id })).items.map((hand) => hand.name).sort();
    expect(hands).toEqual(['钱大勇', '陈立'].sort());
    expect(await refusal(s.agent('林晓芸').dispatches(three, '孙磊'))).toBe('staff/not-suitable');
  });

  test('代的人手上的活，请假完了还给本人；提前销假当场还', async () => {
    const leave = await books('郑涛', '赵建国', { deputyId: await s.personId('陈立') });
    const ticket = await s.resident('王秀兰').reports({ category: 'burst_pipe', words: '厨房水管爆了' });
    await s.agent('林晓芸').dispatches(ticket, '陈立');
    s.at('2026-03-03 09:00');
    await (await s.client('郑涛')).endLeave({ id: leave.id });
    expect(await refusal((await s.client('郑涛')).endLeave({ id: leave.id }))).toBe('staff-posts/ended');
    await lookAfterPosts(s.world.house);
    expect(await assignee(ticket)).toEqual(['dispatched', '赵建国']);
    expect(await posts('陈立')).toEqual([['engineeringSupervisor', null]]);
  });

  test('下周的假：到那天才算，要交的到那天交', async () => {
    const ticket = await s.resident('王秀兰').reports({ category: 'tap', words: '龙头滴水' });
    await s.agent('林晓芸').dispatches(ticket, '赵建国');
    await books('郑涛', '赵建国', { from: '2026-03-04', handsOn: true });
    await lookAfterPosts(s.world.house);
    expect(await assignee(ticket)).toEqual(['dispatched', '赵建国']);
    s.at('2026-03-04 00:01');
    await lookAfterPosts(s.world.house);
    expect(await assignee(ticket)).toEqual(['received', null]);
  });

  test('投诉主任：代主任的人看不到，也轮不到他办', async () => {
    await books('郑涛', '郑涛', { deputyId: await s.personId('周敏') });
    const about = await s.resident('王秀兰').complains({ against: ['director'] }, '主任说话很难听');
    expect(await refusal((await s.client('周敏')).ticket({ id: about.id }))).toBe('seen/not-found');
    expect((await (await s.client('曾勇')).ticket({ id: about.id })).number).toBe(about.number);
  });

  test('谁能批：主任批本小区的，公司批主任的；师傅、客服不能自己批，主任可以', async () => {
    expect(await refusal(books('林晓芸', '林晓芸'))).toBe('staff-posts/not-yours');
    expect(await refusal(books('赵建国', '孙磊'))).toBe('staff-posts/not-yours');
    expect(await refusal(books('谢军', '林晓芸'))).toBe('staff-posts/not-yours');
    expect(await refusal(books('韩梅', '林晓芸'))).toBe('staff-posts/not-yours');
    expect(await refusal(books('郑涛', '王秀兰'))).toBe('seen/not-found');
    const field = (more: object) =>
      books('郑涛', '林晓芸', more).then(
        () => 'ok',
        (error) => error.errors?.[0]?.field ?? error.code,
      );
    expect(await field({ deputyId: await s.personId('林晓芸') })).toBe('deputyId');
    expect(await field({ deputyId: await s.personId('冯刚') })).toBe('deputyId');
    expect(await field({ from: '2026-03-01' })).toBe('from');
    expect(await field({ until: '2026-03-01' })).toBe('until');
    expect(await field({ until: '2026-12-01' })).toBe('until');
    expect(await field({ handsOn: true, handTo: await s.personId('赵建国') })).toBe('handTo');
    expect(await field({})).toBe('ok');
    expect(await field({})).toBe('from');
    expect(await field({ personId: await s.personId('何静'), deputyId: await s.personId('林晓芸') })).toBe('deputyId');
  });

  test('代主任的人不任命、不叫人离任', async () => {
    await books('郑涛', '郑涛', { deputyId: await s.personId('林晓芸') });
    expect(await refusal((await s.client('林晓芸')).staffPosts({}))).toBe('staff-posts/not-yours');
  });
});
