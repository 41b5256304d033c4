import { beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { answerPush } from '../../api/wechat/push.ts';
import type { Told } from '../support/deeds.ts';
import { storyOfHeld } from '../support/held.ts';
import type { Trouble } from '../support/wechat.ts';

const { s, standIn, reports, waiting, of, decide } = storyOfHeld();

describe('手册 I2 照片先请微信看，看完再给别的住户看', () => {
  const shots = async (name: string, ticket: Told) => (await s.detail(name, ticket)).photos;
  const push = async (event: Record<string, unknown>) => {
    const { query, body } = standIn.push(event);
    return answerPush(s.world.house, new Request(`http://house/api/wechat?${query}`, { method: 'POST', body }));
  };
  const verdict = (traceId: string, suggest: string) => ({
    MsgType: 'event',
    Event: 'wxa_media_check',
    trace_id: traceId,
    errcode: 0,
    result: { suggest, label: 100 },
  });
  let ticket: Told;
  beforeEach(async () => {
    standIn.verdicts();
    ticket = await reports('水管爆了');
    await s.photo('王秀兰', ticket, 'report');
  });

  test('没看完：自己和同事看得到，同住的人看不到；不在待看的里面', async () => {
    expect((await shots('王秀兰', ticket))[0]!.held).toBe('这张照片正在核对，同事已经能看到');
    expect(await shots('林晓芸', ticket)).toHaveLength(1);
    expect(await shots('李德明', ticket)).toEqual([]);
    expect((await waiting('林晓芸')).filter(of(ticket))).toEqual([]);
  });

  test('微信拿到的地址打得开', async () => {
    const { url } = standIn.verdicts()[0]!;
    expect(url).toMatch(/^https:\/\/wy\.example\.com\/api\/files\//);
    expect((await s.fetch(null, new URL(url).pathname.replace(/^\/api/, '') + new URL(url).search)).status).toBe(200);
  });

  test('没有问题：大家看得到，推两次也一样', async () => {
    const { traceId } = standIn.verdicts()[0]!;
    for (let times = 0; times < 2; times += 1) expect(await (await push(verdict(traceId, 'pass'))).text()).toBe('success');
    expect((await shots('李德明', ticket))[0]!.held).toBeNull();
    expect((await push(verdict(traceId, 'risky'))).status).toBe(200);
    expect(await shots('李德明', ticket)).toHaveLength(1);
  });

  test.each([
    ['review', 0, 'review'],
    ['risky', 0, 'risky'],
    ['pass', -1008, 'unknown'],
    ['something', 0, 'unknown'],
  ])('%s（错误码 %s）：同事看过再定', async (suggest, errcode, stand) => {
    const { traceId } = standIn.verdicts()[0]!;
    await push({ ...verdict(traceId, suggest), errcode });
    expect(await shots('李德明', ticket)).toEqual([]);
    const [line] = (await waiting('林晓芸')).filter(of(ticket));
    expect(line).toMatchObject({ stand, said: null, byName: '王秀兰', mayDecide: true });
    expect(line!.photo?.url).toMatch(/^\/api\/files\//);
    await decide('林晓芸', line!.id, 'released');
    expect(await shots('李德明', ticket)).toHaveLength(1);
    await push(verdict(traceId, 'risky'));
    expect(await shots('李德明', ticket)).toHaveLength(1);
  });

  test('30 分钟没有回话就请同事看，早一分钟还不用；来晚的回话仍然算数', async () => {
    const { traceId } = standIn.verdicts()[0]!;
    s.at('2026-03-02 09:29');
    expect((await waiting('林晓芸')).filter(of(ticket))).toEqual([]);
    s.at('2026-03-02 09:30');
    expect((await waiting('林晓芸')).filter(of(ticket))).toHaveLength(1);
    await push(verdict(traceId, 'pass'));
    expect((await waiting('林晓芸')).filter(of(ticket))).toEqual([]);
    expect(await shots('李德明', ticket)).toHaveLength(1);
  });

  test('问不到微信：马上请同事看，照片照收', async () => {
    for (const how of ['timeout', 'lost', 'gateway', 45009, 61010] as Trouble[]) {
      standIn.trouble('media_check_async', how);
      const another = await reports('水管爆了');
      await s.photo('王秀兰', another, 'report');
      expect([how, (await waiting('林晓芸')).filter(of(another)).map((line) => line.stand)]).toEqual([how, ['unknown']]);
    }
    s.world.house.publicAddress = null;
    const another = await reports('水管爆了');
    await s.photo('王秀兰', another, 'report');
    s.world.house.publicAddress = 'https://wy.example.com';
    expect((await waiting('林晓芸')).filter(of(another)).map((line) => line.stand)).toEqual(['unknown']);
    expect(await shots('王秀兰', another)).toHaveLength(1);
  });

  test('师傅修好的照片同样，修好照样登记得上', async () => {
    await s.agent('林晓芸').dispatches(ticket, '赵建国');
    await s.technician('赵建国').arrives(ticket);
    await s.technician('赵建国').finishes(ticket);
    expect(await s.status(ticket)).toBe('finished');
    expect((await shots('王秀兰', ticket)).map((one) => one.purpose)).toEqual(['report']);
    expect((await shots('赵建国', ticket)).map((one) => one.purpose)).toEqual(['report', 'result']);
  });

  test('a photo removed by rule takes its check along', async () => {
    const { connect } = await import('../../db/connect.ts');
    const { db, close } = connect(s.world.urls.retention, { max: 1 });
    const count = async () => (await s.world.house.db.execute(sql`select 1 from checks where ticket_id = ${ticket.id}`)).length;
    expect(await count()).toBe(1);
    await db.execute(sql`delete from photos where ticket_id = ${ticket.id}`);
    expect(await count()).toBe(0);
    await close();
  });
});
