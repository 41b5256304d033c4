import { beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { sweep } from '../../api/ledger/sweep.ts';
import { doRemindersStandStill } from '../../shared/kernel/reminders.ts';
import { minutesAfter, shanghaiTime } from '../../shared/kernel/time.ts';
import { storyOfEach } from '../support/api-story.ts';
import type { Told } from '../support/story.ts';

const s = storyOfEach();
let ticket: Told;
beforeEach(async () => {
  ticket = await s.resident('王秀兰').reports({ category: 'burst_pipe', words: '厨房水管爆了' });
  await s.agent('林晓芸').dispatches(ticket, '赵建国');
  await s.looksAfter();
});

const ages = async () => {
  const { oldestLookSeconds, oldestOutboxSeconds } = await (await s.client('林晓芸')).health({});
  return [oldestLookSeconds, oldestOutboxSeconds];
};
const missed = async (name: string) =>
  (await (await s.client(name)).ticket({ id: ticket.id })).promises.filter((one) => one.missed).map((one) => one.what);

/** How often anybody was told of the same step of the same promise. */
const tellings = async () =>
  (
    await s.world.house.db.execute<{ times: number }>(
      sql`select count(*)::int as times from inbox where subject = ${ticket.id} and facts ? 'step' group by person_id, facts`,
    )
  ).map((row) => row.times);

describe('手册 Z18 提醒停了，截止时间照常', () => {
  test('停了三天：说得出停了多久，承诺照样按时间算超时；再走起来，每步一次，谁也不听两遍', async () => {
    expect(await ages()).toEqual([0, 0]);
    s.at('2026-03-05 09:00');
    const sinceTheFirstWarning = shanghaiTime('2026-03-05 09:00').getTime() - shanghaiTime('2026-03-02 10:30').getTime();
    expect(await ages()).toEqual([sinceTheFirstWarning / 1000, 0]);

    expect((await missed('王秀兰')).sort()).toEqual(['on_site', 'repaired']);
    expect((await missed('林晓芸')).sort()).toEqual(['on_site', 'repaired']);
    const late = await (await s.client('林晓芸')).workbench({ show: 'overdue' });
    expect([late.counts.overdue, late.items.length]).toEqual([1, 1]);
    expect(await s.history(ticket)).not.toContain('missed');
    expect(await tellings()).toEqual([]);

    const steps = await s.looksAfter();
    expect(steps.map(([, what, step]) => `${what} ${step}`).sort()).toEqual([
      'on_site missed',
      'on_site told_director',
      'on_site told_quality',
      'repaired missed',
      'repaired told_director',
      'repaired told_quality',
    ]);
    expect(await ages()).toEqual([0, 0]);
    expect(await s.looksAfter()).toEqual([]);
    const times = await tellings();
    expect(times.length).toBeGreaterThan(5);
    expect([...new Set(times)]).toEqual([1]);
    expect((await missed('王秀兰')).sort()).toEqual(['on_site', 'repaired']);
  });

  test('超时记下了、消息还没发出：另说没发多久，发完归零', async () => {
    s.at('2026-03-02 11:01');
    const frozen = { ...s.world.house, later: () => {} };
    expect((await sweep(frozen)).map((one) => one.step)).toEqual(['missed']);
    s.at('2026-03-02 11:06');
    expect(await ages()).toEqual([0, 300]);
    await s.looksAfter();
    expect(await ages()).toEqual([0, 0]);
  });

  test('十分钟整还不算停，过了十分钟才说暂停', async () => {
    const says = async (minutes: number) => {
      s.world.moveTo(minutesAfter(shanghaiTime('2026-03-02 10:30'), minutes));
      return doRemindersStandStill((await ages())[0]!);
    };
    expect([await says(-1), await says(0), await says(10), await says(10.05), await says(4_000)]).toEqual([false, false, false, true, true]);
  });
});
