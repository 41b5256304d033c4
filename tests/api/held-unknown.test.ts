import { describe, expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import type { Told } from '../support/deeds.ts';
import { storyOfHeld } from '../support/held.ts';
import type { Trouble } from '../support/wechat.ts';

const { s, standIn, reports, thread, waiting, of, decide } = storyOfHeld();

describe('WeChat does not say', () => {
  const TROUBLES: Trouble[] = ['timeout', 'lost', 'gateway', 45009, -1, 61010, 40164, 40001];
  test.each(TROUBLES)('%s: taken, held, said to be unknown, then released', async (how) => {
    standIn.trouble('msg_sec_check', how, 9);
    const ticket = await reports('水管爆了');
    expect(await thread('李德明', ticket)).toEqual([]);
    const [line] = (await waiting('林晓芸')).filter(of(ticket));
    expect(line).toMatchObject({ said: '水管爆了', stand: 'unknown' });
    await decide('林晓芸', line!.id, 'released');
    expect(await thread('李德明', ticket)).toEqual(['水管爆了']);
  });

  test('nobody waits longer than two seconds, however many calls WeChat takes its time over', async () => {
    const { wechat } = s.world.house;
    s.world.house.wechat = { ...wechat!, checkWords: () => new Promise(() => {}) };
    const began = performance.now();
    const ticket = await reports('水管爆了');
    s.world.house.wechat = wechat;
    expect(performance.now() - began).toBeGreaterThan(1_900);
    expect((await waiting('林晓芸')).find(of(ticket))).toMatchObject({ stand: 'unknown' });
  });

  test('a resident who was not here for two hours is held too; a colleague’s answer reaches the residents, with WeChat bound or without', async () => {
    s.at('2026-03-02 12:00');
    const ticket = await reports('水管爆了');
    expect((await waiting('林晓芸')).find(of(ticket))).toMatchObject({ stand: 'unknown' });
    await s.person('陈立').calls(ticket, '打过电话了');
    await s.agent('林晓芸').says(ticket, '师傅马上到');
    expect((await waiting('林晓芸')).filter(of(ticket))).toHaveLength(1);
    expect(await thread('李德明', ticket)).toEqual(['打过电话了', '师傅马上到']);
  });

  test('an estate may say that such words are shown; what WeChat has doubts about stays held', async () => {
    const [office] = await s.world.house.db.execute<{ id: string }>(sql`select id from offices where letters = 'HT'`);
    await s.world.house.db.execute(sql`insert into settings (id, office_id, key, value, from_at, set_at)
      values (${s.world.house.newId()}, ${office!.id}, 'holdUnchecked', 'false'::jsonb, '2026-03-01T00:00:00Z', '2026-03-01T00:00:00Z')`);
    standIn.trouble('msg_sec_check', 45009, 2);
    const [here, there] = [await reports('水管爆了'), await reports('水管爆了', '许若琳')];
    expect((await waiting('林晓芸')).filter(of(here))).toHaveLength(1);
    expect((await waiting('宋雨')).filter(of(there))).toHaveLength(0);
    const risky = await reports('违规的水管', '许若琳');
    expect((await waiting('宋雨')).filter(of(risky))).toHaveLength(1);
  });

  test('a tap sent twice, its answer lost, is stored once and held once', async () => {
    const homeId = await s.homeId('3栋2单元502');
    const body = { place: 'home' as const, homeId, category: 'doors' as const, words: '可疑的话' };
    const api = await s.client('王秀兰');
    const [first, second] = [await api.report(body, { key: 'lost-answer-1' }), await api.report(body, { key: 'lost-answer-1' })];
    expect(second).toEqual(first);
    expect((await waiting('林晓芸')).filter(of(first))).toHaveLength(1);
  });

  test('a whole day away: nothing refused, residents’ words held, then released, the answers read at once, and every clock ran', async () => {
    standIn.trouble('every', 'gateway', Number.POSITIVE_INFINITY);
    const told: Told[] = [];
    for (let hour = 8; hour < 20; hour += 2) {
      s.at(`2026-03-10 ${String(hour).padStart(2, '0')}:00`);
      const ticket = await reports(`第 ${hour} 点的水管`);
      await s.agent('林晓芸').says(ticket, `第 ${hour} 点的答复`);
      await s.agent('林晓芸').dispatches(ticket, '赵建国');
      told.push(ticket);
    }
    for (const ticket of told) {
      expect(await s.status(ticket)).toBe('dispatched');
      expect(await thread('李德明', ticket)).toHaveLength(2);
      expect(await thread('赵建国', ticket)).toHaveLength(3);
    }
    standIn.trouble('every', 0, 0);
    s.at('2026-03-11 08:00');
    const queue: string[] = [];
    for (let page = await (await s.client('郑涛')).checks({}); ; page = await (await s.client('郑涛')).checks({ after: page.next! })) {
      queue.push(...page.items.filter((line) => told.some((one) => one.id === line.ticketId)).map((line) => line.id));
      if (!page.next) break;
    }
    expect(queue).toHaveLength(6);
    expect(queue).toEqual([...queue].sort());
    for (const id of queue) await decide('郑涛', id, 'released');
    for (const ticket of told) expect(await thread('李德明', ticket)).toHaveLength(3);
    expect((await s.promises(told[0]!)).find((one) => one.what === 'on_site')?.outcome).toBe('missed');
  });

  test('nobody’s words stand in a report', () => {
    expect(s.world.reports.join('\n')).not.toMatch(/水管|可疑|违规/);
  });
});
