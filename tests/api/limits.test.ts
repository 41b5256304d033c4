import { beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { Hono } from 'hono';
import { mount } from '../../api/app.ts';
import { answerRefusal } from '../../api/http/answer.ts';
import { countRequest } from '../../api/limits/limits.ts';
import type { WeChat } from '../../api/wechat/wechat.ts';
import { API } from '../../shared/contract/index.ts';
import { type Route, route } from '../../shared/contract/route.ts';
import { windowAt } from '../../shared/kernel/limits.ts';
import { Problem } from '../../shared/kernel/problem.ts';
import { shanghaiTime } from '../../shared/kernel/time.ts';
import { z } from '../../shared/kernel/zod.ts';
import { LIMITED, type Limited, limitOn } from '../../shared/limits/limits.ts';
import { storyOfEach } from '../support/api-story.ts';
import { refusal, type Told } from '../support/story.ts';

const s = storyOfEach();
let ticket: Told;
beforeEach(async () => {
  ticket = await s.resident('王秀兰').reports({ category: 'doors', words: '门坏了' });
});

const post = (name: string, path: string, body: object) =>
  s.fetch(name, path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
const reveal = (name: string) => post(name, `/tickets/${ticket.id}/reveal`, { reason: 'appointment' });
const uses = async () =>
  (await s.world.house.db.execute<{ what: string; uses: number }>(sql`select what, uses from limit_uses order by what, who`)).map((row) => [
    row.what,
    row.uses,
  ]);

/** The limits that whoever brings a pass meets, by the WeChat in it: counted by what the open routes do, and not by their address. */
async function countedByWeChat(): Promise<string[]> {
  const { house } = s.world;
  house.wechat = {
    phoneNumber: async () => {
      throw new Problem('wechat/code-used');
    },
  } as unknown as WeChat;
  const pass = await house.passes.sign({ kind: 'stranger', openid: 'a-stranger' });
  const [office] = await house.db.execute<{ id: string }>(sql`select id from offices where letters = 'WT'`);
  const post = (path: string, body: object) =>
    s.fetch(null, path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ pass, ...body }) });
  await post('/sign-in/phone', { code: 'a-code' });
  await post('/sign-in/ask', { officeId: office!.id, name: '来绑定的人', home: '1-2-702', phone: '13900000001' });
  await post('/sign-in/invitation', { invitation: '0'.repeat(26), code: 'a-code' });
  const used = (await uses()).map(([what]) => what as Limited);
  return used.filter((what) => limitOn(what, s.world.now()).per === 'wechat');
}

describe('how often', () => {
  test('a window holds from its beginning to the instant before its end, the same for everybody', () => {
    expect(windowAt({ minutes: 60 }, shanghaiTime('2026-03-02 09:59'))).toEqual({
      from: shanghaiTime('2026-03-02 09:00'),
      until: shanghaiTime('2026-03-02 10:00'),
    });
    expect(windowAt({ minutes: 10 }, shanghaiTime('2026-03-02 10:00')).from).toEqual(shanghaiTime('2026-03-02 10:00'));
  });

  test('one time too many is refused with when it will do again, for that person alone, until the window is over', async () => {
    const { count } = limitOn('reveal', s.world.now());
    s.at('2026-03-02 09:20');
    for (let left = count; left > 0; left -= 1) expect((await reveal('林晓芸')).status).toBe(200);
    const refused = await reveal('林晓芸');
    expect([refused.status, refused.headers.get('retry-after'), refused.headers.get('content-type')]).toEqual([
      429,
      String(40 * 60),
      'application/problem+json; charset=utf-8',
    ]);
    expect(await refused.json()).toMatchObject({
      code: 'request/too-many',
      title: '一下子太多次了，请过一会儿再试',
      detail: '今天 10:00 以后就可以，您填的都还在',
    });
    expect((await reveal('何静')).status).toBe(200);
    s.at('2026-03-02 09:59');
    expect((await reveal('林晓芸')).headers.get('retry-after')).toBe('60');
    s.at('2026-03-02 10:00');
    expect((await reveal('林晓芸')).status).toBe(200);
  });

  test('requests at once are counted each, none twice, and never past the limit', async () => {
    const { count } = limitOn('reveal', s.world.now());
    const answers = await Promise.all(Array.from({ length: count + 10 }, () => reveal('林晓芸')));
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(count);
    expect(answers.filter((answer) => answer.status === 429)).toHaveLength(10);
    expect(await uses()).toEqual([
      ['report', 1],
      ['reveal', count],
    ]);
  });

  test('what is not understood is not counted; what is refused is counted once', async () => {
    expect((await post('王秀兰', `/tickets/${ticket.id}/say`, { words: '' })).status).toBe(422);
    expect((await post('王秀兰', `/tickets/${ticket.id}/reveal`, { reason: 'nonsense' })).status).toBe(422);
    expect(await uses()).toEqual([['report', 1]]);
    expect((await reveal('王秀兰')).status).toBe(403);
    expect(await uses()).toEqual([
      ['report', 1],
      ['reveal', 1],
    ]);
  });

  test('nobody in earnest meets one: a day of reports, a long talk, three photos a repair', async () => {
    for (let done = 0; done < 20; done += 1) await s.resident('陈一鸣').reports({ category: 'doors', words: `第 ${done} 件` });
    for (let said = 0; said < 40; said += 1) await s.agent('林晓芸').says(ticket, `第 ${said} 句`);
    const { count } = limitOn('report', s.world.now());
    for (let done = 20; done < count; done += 1) await s.resident('陈一鸣').reports({ category: 'doors' });
    expect(await refusal(s.resident('陈一鸣').reports({ category: 'doors' }))).toBe('request/too-many');
  });

  test('a limit costs one statement, a route without one none', async () => {
    await s.client('林晓芸');
    s.world.statements();
    await s.fetch('林晓芸', '/workbench');
    expect(s.world.statements().filter((statement) => statement.includes('limit_uses'))).toEqual([]);
    await reveal('林晓芸');
    expect(s.world.statements().filter((statement) => statement.includes('limit_uses'))).toHaveLength(1);
  });

  test('by an address too: kept unreadable, one neighbour does not pay for another; without addresses such a route does not mount', async () => {
    const open = { ask: route({ method: 'GET', path: '/ask', summary: '', open: true, limit: 'signOut', response: z.object({}) }) };
    const { count } = limitOn('signOut', s.world.now());
    const app = new Hono();
    const house = { ...s.world.house, addressOf: (request: Request) => request.headers.get('x-real-ip') ?? '' };
    app.onError((error) => answerRefusal(house, error));
    mount(app, house, open, { ask: async () => ({}) });
    const ask = async (address: string) => (await app.fetch(new Request('http://house/api/ask', { headers: { 'x-real-ip': address } }))).status;
    for (let left = count; left > 0; left -= 1) expect(await ask('192.0.2.7')).toBe(200);
    expect([await ask('192.0.2.7'), await ask('192.0.2.8')]).toEqual([429, 200]);
    expect(JSON.stringify(await s.world.house.db.execute(sql`select * from limit_uses`))).not.toContain('192.0.2');
    const { addressOf: _, ...nowhere } = s.world.house;
    expect(() => mount(new Hono(), nowhere, open, { ask: async () => ({}) })).toThrow('ask');
  });

  test('every limit of the contract has a row in force, of the sort that route can count, and every row is used', async () => {
    const limited = Object.values(API as Record<string, Route>).filter((one) => one.limit);
    for (const one of limited) expect([one.path, limitOn(one.limit!, s.world.now()).per]).toEqual([one.path, one.open ? 'address' : 'person']);
    const ofRoutes = new Set(limited.map((one) => one.limit!));
    // Of what says nobody's name all together are counted: tests/api/mailbox.test.ts counts them.
    const ofCompany = LIMITED.filter((what) => limitOn(what, s.world.now()).per === 'company');
    // A file is given beside the contract: tests/api/own-record.test.ts asks for it too often.
    expect([...ofRoutes, ...ofCompany, ...(await countedByWeChat()), 'ownFile'].sort()).toEqual([...LIMITED].sort());
    expect(() => limitOn('say', shanghaiTime('2025-12-31 09:00'))).toThrow('say');
    await expect(countRequest(s.world.house, 'say', { person: await s.personId('王秀兰') })).resolves.toBeUndefined();
  });

  test('a crash may forget it: the table is unlogged, and nothing else is', async () => {
    expect(
      await s.world.house.db.execute(sql`select relname from pg_class where relpersistence = 'u' and relkind = 'r' order by relname`),
    ).toMatchObject([{ relname: 'limit_uses' }, { relname: 'presences' }]);
  });
});
