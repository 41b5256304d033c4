import { describe, expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { sweep } from '../../api/ledger/sweep.ts';
import { workOutbox } from '../../api/outbox/worker.ts';
import { leaseJobs } from '../../db/queries/outbox.ts';
import { asSystem } from '../../db/queries/viewer.ts';
import { storyOfEach } from '../support/api-story.ts';
import { refusal } from '../support/story.ts';

const s = storyOfEach();

describe('one outcome, nothing lost, nobody told twice', () => {
  test('a report tapped five times at once with one key is one ticket', async () => {
    const resident = await s.client('王秀兰');
    const homeId = await s.homeId('3栋2单元502');
    const tap = () => resident.report({ place: 'home', homeId, category: 'doors', words: '门坏了' }, { key: 'one-and-the-same-tap' });
    const done = await Promise.all([tap(), tap(), tap(), tap(), tap()]);
    expect(new Set(done.map((one) => one.id)).size).toBe(1);
    expect(await s.count(sql`select count(*) as n from tickets`)).toBe(1);
    expect(await s.count(sql`select count(*) as n from contacts`)).toBe(1);
  });

  test('two people may use the same key, one person not for two things', async () => {
    const ticket = await s.resident('王秀兰').reports({ category: 'doors' });
    const other = await s.resident('王秀兰').reports({ category: 'roof' });
    const resident = await s.client('王秀兰');
    await resident.say({ id: ticket.id, words: '在吗' }, { key: 'the-same-key' });
    expect(await refusal(resident.say({ id: other.id, words: '在吗' }, { key: 'the-same-key' }))).toBe('request/key-reused');
    const husband = await s.client('李德明');
    await husband.say({ id: other.id, words: '在的' }, { key: 'the-same-key' });
    expect(await s.count(sql`select count(*) as n from contacts`)).toBe(4);
  });

  test('the same key with other words is no retry: refused, and nothing is lost in silence', async () => {
    const resident = await s.client('王秀兰');
    const homeId = await s.homeId('3栋2单元502');
    await resident.report({ place: 'home', homeId, category: 'doors' }, { key: 'one-and-the-same-tap' });
    expect(await refusal(resident.report({ place: 'home', homeId, category: 'burst_pipe' }, { key: 'one-and-the-same-tap' }))).toBe(
      'request/key-reused',
    );
  });

  test('two dispatchers at once: one wins, the other is told how things stand', async () => {
    const ticket = await s.resident('王秀兰').reports({ category: 'burst_pipe' });
    const tries = await Promise.allSettled([
      s.agent('林晓芸').dispatches(ticket, '赵建国', '一'),
      s.agent('何静').dispatches(ticket, '孙磊', '二'),
      s.head('陈立').dispatches(ticket, '钱大勇', '三'),
    ]);
    expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    for (const one of tries) if (one.status === 'rejected') expect(one.reason.code).toBe('ticket/action-refused');
    expect(await s.history(ticket)).toEqual(['received', 'dispatched']);
    expect(await s.count(sql`select count(*) as n from assignments`)).toBe(1);
    expect(
      await s.count(
        sql`select count(*) as n from inbox where did = 'dispatched' and person_id in (select person_id from appointments where role = 'technician')`,
      ),
    ).toBe(1);
  });

  test('arriving tapped twice without a key: the second is refused, the first stands', async () => {
    const ticket = await s.resident('王秀兰').reports({ category: 'burst_pipe' });
    await s.agent('林晓芸').dispatches(ticket, '赵建国');
    const tries = await Promise.allSettled([s.technician('赵建国').arrives(ticket), s.technician('赵建国').arrives(ticket)]);
    expect(tries.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await s.history(ticket)).toEqual(['received', 'dispatched', 'arrived']);
  });

  test('words of ten people at once on one ticket: every word stands, in order, none lost', async () => {
    const ticket = await s.resident('王秀兰').reports({ category: 'doors' });
    const client = await s.client('王秀兰');
    const tries = await Promise.allSettled(Array.from({ length: 10 }, (_, n) => client.say({ id: ticket.id, words: `第 ${n} 句` })));
    const heard = tries.filter((one) => one.status === 'fulfilled').length;
    for (const one of tries) if (one.status === 'rejected') expect(one.reason.code).toBe('ticket/busy');
    expect(heard).toBeGreaterThan(0);
    expect(await s.count(sql`select count(*) as n from contacts`)).toBe(1 + heard);
    expect(await s.count(sql`select count(*) as n from events`)).toBe(1 + heard);
  });

  test('three sweeps at once take each step once', async () => {
    const numbers = [];
    for (const category of ['burst_pipe', 'power', 'drain']) numbers.push((await s.resident('王秀兰').reports({ category })).number);
    s.at('2026-03-02 11:01');
    const taken = (await Promise.all([sweep(s.world.house), sweep(s.world.house), sweep(s.world.house)])).flat();
    const missed = taken.filter((one) => one.what === 'on_site' && one.step === 'missed').map((one) => one.number);
    expect(missed.sort()).toEqual(numbers.sort());
    expect(await sweep(s.world.house)).toEqual([]);
  });

  test('a sweep and a command at once: both hold, neither is lost', async () => {
    const ticket = await s.resident('王秀兰').reports({ category: 'burst_pipe' });
    await s.agent('林晓芸').dispatches(ticket, '赵建国');
    s.at('2026-03-02 11:01');
    await Promise.all([sweep(s.world.house), s.technician('赵建国').arrives(ticket), sweep(s.world.house)]);
    await sweep(s.world.house);
    expect((await s.promises(ticket)).find((one) => one.what === 'on_site')).toMatchObject({ outcome: 'missed', keptAt: '2026-03-02 11:01' });
    expect(await s.history(ticket)).toContain('arrived');
  });

  test('a sweep cut off half-way has done nothing, and the next does it all', async () => {
    const ticket = await s.resident('王秀兰').reports({ category: 'burst_pipe' });
    s.at('2026-03-02 11:01');
    let ids = 0;
    const dying = {
      ...s.world.house,
      newId: () => {
        ids += 1;
        if (ids % 3 === 0) throw new Error('killed');
        return s.world.house.newId();
      },
    };
    expect(await sweep(dying)).toEqual([]);
    expect(s.world.reports.splice(0)).toEqual([expect.stringContaining('killed'), expect.stringContaining('killed')]);
    expect(await s.history(ticket)).toEqual(['received']);
    expect(await s.newlyMissed()).toContainEqual([ticket.number, 'on_site']);
  });
});

test('a ticket in trouble silences no other, in its office or elsewhere', async () => {
  const broken = await s.resident('王秀兰').reports({ category: 'burst_pipe' });
  const well = await s.resident('陈一鸣').reports({ category: 'power' });
  const elsewhere = await s.resident('许若琳').reports({ category: 'power' });
  await s.world.house.db.execute(sql`update tickets set kind = 'unheard_of' where id = ${broken.id}`);
  s.at('2026-03-02 11:01');
  const taken = await sweep(s.world.house);
  expect(
    taken
      .filter((one) => one.what === 'on_site')
      .map((one) => one.number)
      .sort(),
  ).toEqual([elsewhere.number, well.number].sort());
  expect(s.world.reports.splice(0).length).toBeGreaterThan(0);
  await s.world.house.db.execute(sql`update tickets set kind = 'repair' where id = ${broken.id}`);
  expect((await sweep(s.world.house)).map((one) => one.number)).toContain(broken.number);
});

describe('the outbox', () => {
  test('tells the household of who reported, never who did it, each once', async () => {
    const ticket = await s.resident('王秀兰').reports({ category: 'doors' });
    await s.agent('林晓芸').says(ticket, '收到');
    expect(await s.resident('王秀兰').heard(ticket)).toEqual(['said']);
    expect(await s.resident('李德明').heard(ticket)).toEqual(['said']);
    await s.world.house.db.execute(sql`update outbox set done_at = null, lease_until = null`);
    expect(await workOutbox(s.world.house)).toBe(1);
    expect(await s.resident('李德明').heard(ticket)).toEqual(['said']);
  });

  test('a worker killed after its lease: the job comes back when the lease is over', async () => {
    const ticket = await s.resident('王秀兰').reports({ category: 'doors' });
    await s.agent('林晓芸').says(ticket, '收到');
    await s.world.house.db.execute(sql`update outbox set done_at = null, lease_until = null`);
    expect(await leaseJobs(s.world.house.db, asSystem('outbox'), s.world.now(), 10, 60)).toHaveLength(1);
    expect(await workOutbox(s.world.house)).toBe(0);
    s.at('2026-03-02 09:02');
    expect(await workOutbox(s.world.house)).toBe(1);
  });

  test('a job that fails waits longer each time and is reported without its contents', async () => {
    await s.world.house.db.execute(
      sql`insert into outbox (id, office_id, job, payload, created_at, due_at, attempts) select ${s.world.house.newId()}, id, 'unheard_of', '{}', now(), '2026-03-02T00:00:00Z', 0 from offices limit 1`,
    );
    expect(await workOutbox(s.world.house)).toBe(0);
    expect(s.world.reports.splice(0)).toEqual([expect.stringContaining('unheard_of')]);
    expect(await workOutbox(s.world.house)).toBe(0);
    s.at('2026-03-02 09:02');
    expect(await workOutbox(s.world.house)).toBe(0);
    expect(s.world.reports.splice(0)).toHaveLength(1);
  });
});
