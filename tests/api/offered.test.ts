import { describe, expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { storyOfEach } from '../support/api-story.ts';
import { refusal, type Told } from '../support/story.ts';

const LIFT = { category: 'lift', place: 'public', where: '3栋2单元电梯' } as const;

const s = storyOfEach();

const offered = async (name: string, ticket: Told) => (await s.detail(name, ticket)).actions.map((one) => one.action as string);

/** What somebody is offered of these, beside what the server does of them. */
async function compared(name: string, ticket: Told, deeds: Record<string, () => Promise<unknown>>): Promise<[string, boolean, string][]> {
  const buttons = await offered(name, ticket);
  const told: [string, boolean, string][] = [];
  for (const [action, deed] of Object.entries(deeds)) {
    const outcome = await refusal(deed()).catch(() => 'done');
    told.push([action, buttons.includes(action), outcome]);
  }
  return told;
}

/** Moves somebody in with 高志远. */
async function livesWithGao(name: string): Promise<void> {
  await s.world.house.db.execute(sql`insert into residences (id, office_id, home_id, person_id, "as", from_at)
    select ${s.world.house.newId()}, office_id, id, ${await s.personId('高志远')}, 'occupant', '2026-01-05T01:00:00Z' from homes where label = '2栋3单元402'`);
  expect((await (await s.client(name)).session({})).homes.map((home) => home.label)).toContain('2栋3单元402');
}

describe('和住户约时间', () => {
  const agree = (ticket: Told, what: 'named_visit' | 'new_date' | 'repaired', dueBy: string) => ({
    agree: () => s.agent('林晓芸').agrees(ticket, what, dueBy),
  });

  test('of a fresh order nothing is promised that could be put off; once a time is agreed on, there is', async () => {
    const order = await s.resident('周文静').orders('空调清洗');
    expect(await compared('林晓芸', order, agree(order, 'named_visit', '2026-03-04 10:00'))).toEqual([['agree', false, 'promise/nothing-to-agree']]);
    await s.agent('林晓芸').arranges(order, { provider: '洁亮家电清洗' }, '2026-03-03 14:00');
    expect(await compared('林晓芸', order, agree(order, 'named_visit', '2026-03-04 10:00'))).toEqual([['agree', true, 'done']]);
  });

  test('of what was adopted, until the day is over; an answer is promised instead', async () => {
    const said = await s.resident('王秀兰').speaks('suggestion', '楼下装个充电桩');
    const off = { agree: () => s.agent('林晓芸').agrees(said, 'carried_out', '2026-03-12 09:00') };
    expect(await compared('林晓芸', said, off)).toEqual([['agree', false, 'promise/nothing-to-agree']]);
    await s.agent('林晓芸').adopts(said, '2026-03-10 09:00');
    expect(await compared('林晓芸', said, off)).toEqual([['agree', true, 'done']]);
    s.at('2026-03-12 09:01');
    const later = { agree: () => s.agent('林晓芸').agrees(said, 'carried_out', '2026-03-20 09:00') };
    expect(await compared('林晓芸', said, later)).toEqual([['agree', false, 'promise/nothing-to-agree']]);
  });

  test('of a repair always; once missed, one new date is enough, and that may be put off again', async () => {
    const repair = await s.resident('王秀兰').reports({ category: 'doors' });
    expect(await compared('林晓芸', repair, agree(repair, 'repaired', '2026-03-06 09:00'))).toEqual([['agree', true, 'done']]);
    s.at('2026-03-06 09:01');
    expect(await compared('林晓芸', repair, agree(repair, 'repaired', '2026-03-08 09:00'))).toEqual([['agree', true, 'done']]);
    expect(await compared('林晓芸', repair, agree(repair, 'new_date', '2026-03-09 09:00'))).toEqual([['agree', true, 'done']]);
  });
});

describe('拆开，单独办', () => {
  const settling = (name: string, ticket: Told) => ({
    keepMerged: () => s.agent(name).keepsMerged(ticket, '是同一部'),
    unmerge: () => s.agent(name).unmerges(ticket),
  });

  test('not from the other side of one’s own', async () => {
    const own = await s.resident('何静').reports(LIFT);
    const second = await s.resident('王秀兰').reports(LIFT);
    await s.agent('林晓芸').merges(second, own);
    await s.resident('王秀兰').disputesMerge(second);
    expect(await compared('何静', second, settling('何静', second))).toEqual([
      ['keepMerged', false, 'ticket/not-yours'],
      ['unmerge', false, 'ticket/not-yours'],
    ]);
    expect(await compared('林晓芸', second, settling('林晓芸', second))).toEqual([
      ['keepMerged', true, 'done'],
      ['unmerge', true, 'done'],
    ]);
  });

  test('nor of what a housemate keeps to themselves', async () => {
    await livesWithGao('何静');
    const secret = await s.resident('高志远').reports({ category: 'burst_pipe', home: '2栋3单元402', onlyMine: true });
    const second = await s.resident('王秀兰').reports({ category: 'burst_pipe' });
    await s.agent('林晓芸').merges(second, secret);
    await s.resident('王秀兰').disputesMerge(second);
    expect(await compared('何静', second, settling('何静', second))).toEqual([
      ['keepMerged', false, 'seen/not-found'],
      ['unmerge', false, 'seen/not-found'],
    ]);
  });

  test('nor where something of one’s own would come back with it, nor once the other is mended and nobody disputes', async () => {
    const oldest = await s.resident('马建军').reports(LIFT);
    const first = await s.resident('王秀兰').reports(LIFT);
    const own = await s.resident('何静').reports(LIFT);
    await s.agent('林晓芸').merges(own, first);
    await s.agent('林晓芸').merges(first, oldest);
    const unmerge = (name: string) => ({ unmerge: () => s.agent(name).unmerges(first) });
    expect(await compared('何静', first, unmerge('何静'))).toEqual([['unmerge', false, 'ticket/not-yours']]);
    await s.agent('林晓芸').dispatches(oldest, '赵建国');
    await s.technician('赵建国').arrives(oldest);
    await s.technician('赵建国').finishes(oldest);
    expect(await compared('林晓芸', first, unmerge('林晓芸'))).toEqual([['unmerge', false, 'ticket/action-refused']]);
    await s.resident('王秀兰').disputesMerge(first);
    expect(await compared('林晓芸', first, unmerge('林晓芸'))).toEqual([['unmerge', true, 'done']]);
  });
});

test('改派别人: not by whoever waits for it themselves, who is not shown whom they would send away', async () => {
  const first = await s.resident('王秀兰').reports(LIFT);
  const own = await s.resident('何静').reports(LIFT);
  await s.agent('林晓芸').merges(own, first);
  await s.agent('林晓芸').dispatches(first, '赵建国');
  /** As the form of the page sends it: instead of whom the page shows. */
  const instead = async (name: string) => ({
    technicianId: await s.personId('孙磊'),
    insteadOf: (await s.detail(name, first)).responsible!.id,
    content: '电梯',
    id: first.id,
  });
  const reassign = (name: string) => ({ reassign: async () => (await s.client(name)).reassign(await instead(name)) });
  expect(await compared('何静', first, reassign('何静'))).toEqual([['reassign', false, 'ticket/not-yours']]);
  expect(await compared('林晓芸', first, reassign('林晓芸'))).toEqual([['reassign', true, 'done']]);
});
