import { describe, expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { sweep } from '../../api/ledger/sweep.ts';
import { SETTINGS, type Settings } from '../../shared/kernel/settings.ts';
import { shanghaiTime } from '../../shared/kernel/time.ts';
import { warrantyMonths } from '../../shared/repairs/after.ts';
import { storyOfEach } from '../support/api-story.ts';
import { refusal, type Told } from '../support/story.ts';

const s = storyOfEach();

async function finished(resident: string): Promise<Told> {
  const ticket = await s.resident(resident).reports({ category: 'doors', words: '门坏了' });
  await s.agent('林晓芸').dispatches(ticket, '赵建国');
  await s.technician('赵建国').arrives(ticket);
  await s.technician('赵建国').finishes(ticket);
  return ticket;
}

describe('taken back', () => {
  test('at the moment the technician arrives: one of the two happens, the other is told how things stand', async () => {
    const ticket = await s.resident('王秀兰').reports({ category: 'doors' });
    await s.agent('林晓芸').dispatches(ticket, '赵建国');
    const tries = await Promise.allSettled([s.resident('王秀兰').cancels(ticket), s.technician('赵建国').arrives(ticket)]);
    expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    for (const one of tries) if (one.status === 'rejected') expect(one.reason.code).toBe('ticket/action-refused');
    expect(await s.history(ticket)).toHaveLength(3);
  });

  test('it stays readable among what is over, and its words stand in the register', async () => {
    const ticket = await s.resident('王秀兰').reports({ category: 'doors' });
    await s.agent('林晓芸').cancels(ticket, 'mended', { channel: 'phone', words: '来电说自己修好了' });
    const resident = await s.client('王秀兰');
    expect((await resident.tickets({ show: 'done' })).items.map((one) => [one.id, one.status])).toEqual([[ticket.id, 'cancelled']]);
    const detail = await resident.ticket({ id: ticket.id });
    expect(detail.actions).toEqual([]);
    expect(detail.history[0]?.text).toBe('这件事撤回了，不用办了：自己修好了');
    const line = detail.thread.find((one) => one.body === '来电说自己修好了');
    expect(line).toMatchObject({ channel: 'phone', direction: 'in', outcome: '撤回：自己修好了' });
  });
});

describe('said better', () => {
  test('a photo alone is a change, hung on a message of its own; nothing at all is none', async () => {
    const ticket = await s.resident('王秀兰').reports({ category: 'doors' });
    const resident = await s.client('王秀兰');
    expect(await refusal(resident.change({ id: ticket.id }))).toBe('request/invalid');
    const photoId = await s.photo('王秀兰', ticket, 'message');
    await resident.change({ id: ticket.id, photoIds: [photoId] });
    const said = (await (await s.client('林晓芸')).ticket({ id: ticket.id })).thread.find((one) => one.outcome === '补充');
    expect(said?.photos.map((one) => one.id)).toEqual([photoId]);
  });
});

describe('urged', () => {
  test('whoever urges is told who heard, and from when they may again; colleagues see how often', async () => {
    const ticket = await s.resident('王秀兰').reports({ category: 'doors' });
    await s.agent('林晓芸').dispatches(ticket, '赵建国');
    s.at('2026-03-02 10:00');
    await s.resident('王秀兰').urges(ticket);
    const detail = await (await s.client('李德明')).ticket({ id: ticket.id });
    expect(detail.history[0]?.text).toBe('您家催了一次，赵建国师傅、客服、工程主管都收到了；3月5日 周四 09:00 前修好');
    expect(detail.urgeAgainAt).toBe(shanghaiTime('2026-03-02 11:00').toISOString());
    const bench = await (await s.client('林晓芸')).workbench({});
    expect(bench.items.find((one) => one.id === ticket.id)?.urged).toBe(1);
  });
});

describe('confirmed by silence', () => {
  test('once, however many sweeps look at the same time, also of many offices and with nothing else to look at', async () => {
    const tickets = [await finished('王秀兰'), await finished('方国栋')];
    s.at('2026-03-10 00:01');
    const taken = (await Promise.all([sweep(s.world.house), sweep(s.world.house), sweep(s.world.house)])).flat();
    expect(
      taken
        .filter((one) => one.what === 'confirmed_by_silence')
        .map((one) => one.number)
        .sort(),
    ).toEqual(tickets.map((one) => one.number).sort());
    for (const ticket of tickets) expect((await s.history(ticket)).filter((did) => did === 'confirmed_by_silence')).toHaveLength(1);
    const [left] = await s.world.house.db.execute<{ n: number }>(sql`select count(*)::int as n from tickets where next_look_at is not null`);
    expect(left?.n).toBe(0);
  });

  test('a score of an earlier round is not shown as one of a round that ended in silence', async () => {
    const ticket = await finished('王秀兰');
    await s.resident('王秀兰').confirms(ticket, 2);
    const resident = await s.client('王秀兰');
    expect((await resident.ticket({ id: ticket.id })).rating?.score).toBe(2);
    await s.resident('王秀兰').saysNotFixed(ticket);
    await s.agent('林晓芸').dispatches(ticket, '赵建国');
    await s.technician('赵建国').arrives(ticket);
    await s.technician('赵建国').finishes(ticket);
    expect((await resident.ticket({ id: ticket.id })).silentAt).toBe(shanghaiTime('2026-03-10 00:00').toISOString());
    s.at('2026-03-10 00:01');
    await s.looksAfter();
    const closed = await resident.ticket({ id: ticket.id });
    expect([closed.status, closed.rating, closed.silentAt]).toEqual(['closed', null, null]);
    expect(closed.steps.at(-1)).toMatchObject({ label: '视为修好', state: 'done' });
    expect(closed.thread.some((one) => one.outcome === '2 星，不满意')).toBe(true);
  });

  test('at the moment somebody says it is not mended: one outcome', async () => {
    const ticket = await finished('王秀兰');
    s.at('2026-03-10 00:00');
    await Promise.all([s.resident('王秀兰').saysNotFixed(ticket), sweep(s.world.house)]);
    expect(await s.status(ticket)).toBe('received');
    s.at('2026-03-10 00:01');
    await s.looksAfter();
    expect(await s.status(ticket)).toBe('received');
  });
});

describe('came back within the warranty', () => {
  test('is shown on both tickets as a link, to whoever may see the other one; a tap sent twice is one ticket', async () => {
    const ticket = await finished('王秀兰');
    await s.resident('王秀兰').confirms(ticket, 4);
    s.at('2026-03-20 09:00');
    const resident = await s.client('王秀兰');
    const before = await resident.ticket({ id: ticket.id });
    const body = { place: 'home' as const, homeId: before.homeId!, category: 'doors', reworkOf: ticket.id };
    const done = await resident.report(body, { key: 'one-and-the-same-tap' });
    expect(await resident.report(body, { key: 'one-and-the-same-tap' })).toMatchObject({ id: done.id });
    expect((await resident.ticket({ id: ticket.id })).reworks.map((one) => one.id)).toEqual([done.id]);
    expect(await resident.ticket({ id: done.id })).toMatchObject({ isRework: true, reworkOf: { id: ticket.id, number: ticket.number } });
    await s.agent('林晓芸').dispatches(done, '孙磊');
    expect(await (await s.client('孙磊')).ticket({ id: done.id })).toMatchObject({ isRework: true, reworkOf: null });
    expect(await refusal(resident.report(body, { key: 'another-tap' }))).toBe('ticket/action-refused');
  });

  test('of a public place: where it was is taken over; whoever only works there may not say so', async () => {
    const ticket = await s.resident('王秀兰').reports({ category: 'lighting', place: 'public', where: '3栋2单元门厅' });
    await s.agent('林晓芸').dispatches(ticket, '赵建国');
    await s.technician('赵建国').arrives(ticket);
    await s.technician('赵建国').finishes(ticket);
    await s.resident('王秀兰').confirms(ticket, 4);
    s.at('2026-03-20 09:00');
    const body = { place: 'public' as const, homeId: await s.homeId('3栋2单元502'), category: 'lighting', reworkOf: ticket.id };
    const resident = await s.client('王秀兰');
    expect(await refusal(resident.report({ ...body, where: '别的门厅' }))).toBe('request/invalid');
    const agent = await s.client('何静');
    const own = (await agent.session({})).homes[0]!.id;
    expect(await refusal(agent.report({ ...body, homeId: own }))).toBe('ticket/not-yours');
    const done = await resident.report(body);
    expect((await resident.ticket({ id: done.id })).where).toBe('3栋2单元门厅');
  });

  test('an estate may warrant longer, and a category longer still', () => {
    const settings = Object.fromEntries(Object.entries(SETTINGS).map(([key, row]) => [key, row.fallback])) as unknown as Settings;
    expect(warrantyMonths(undefined, { ...settings, warrantyMonths: 6 })).toBe(6);
    expect(warrantyMonths({ warrantyMonths: 12 }, settings)).toBe(12);
  });
});
