import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import { openWeChat } from '../../api/wechat/client.ts';
import { held, storyOfAll } from './api-story.ts';
import type { Told } from './deeds.ts';
import { binds, openidOf } from './messages.ts';
import { openStandIn, type StandIn, WECHAT } from './wechat.ts';

const CROWD = ['王秀兰', '李德明', '周文静', '林晓芸', '何静', '郑涛', '赵建国', '宋雨', '许若琳'];

/** One story for a file, in a house whose words and photos are looked at by WeChat; before each test it is nine, and WeChat has no troubles. */
export function storyOfHeld() {
  const s = storyOfAll({ at: '2026-03-02 08:00', reportsNothing: false });
  let opened: StandIn;
  const standIn = held(() => opened);
  beforeAll(async () => {
    const { house } = s.world;
    opened = await openStandIn(() => s.world.now());
    const { appId, appSecret } = WECHAT;
    house.wechat = openWeChat({ appId, appSecret, clock: house.clock, report: house.report, address: opened.address, patienceMilliseconds: 1_500 });
    house.push = { token: WECHAT.pushToken, key: WECHAT.pushKey, appId };
    house.publicAddress = 'https://wy.example.com';
    await binds(s, ...CROWD);
  });
  afterAll(() => opened.close());
  beforeEach(async () => {
    s.at('2026-03-02 09:00');
    standIn.trouble('every', 0, 0);
    for (const call of ['msg_sec_check', 'media_check_async', 'stable_token'] as const) standIn.trouble(call, 0, 0);
    standIn.quota('msg_sec_check', Number.POSITIVE_INFINITY);
    await everybodyComesIn();
  });

  /** Whoever opens the app may have their words checked for two hours. */
  async function everybodyComesIn(): Promise<void> {
    for (const name of CROWD) await s.world.house.wechat!.signIn(standIn.loginCode(openidOf(name)));
  }
  const reports = (words: string, name = '王秀兰') => s.resident(name).reports({ category: 'burst_pipe', words });
  const thread = async (name: string, ticket: Told) => (await s.detail(name, ticket)).thread.map((one) => one.body);
  const waiting = async (name: string) => (await (await s.client(name)).checks({})).items;
  const decided = async (name: string) => (await (await s.client(name)).checks({ show: 'decided' })).items;
  const of = (ticket: Told) => (line: { ticketId: string | null }) => line.ticketId === ticket.id;
  const decide = async (name: string, id: string, decision: 'released' | 'withheld', reason?: 'insult') =>
    (await s.client(name)).decideCheck({ id, decision, ...(reason ? { reason } : {}) });
  const finds = async (name: string, q: string) => (await (await s.client(name)).search({ q })).items.map((one) => one.id);
  const inRegister = async (name: string, body: string) => (await (await s.client(name)).register({})).items.some((line) => line.body === body);
  return { s, standIn, everybodyComesIn, reports, thread, waiting, decided, of, decide, finds, inRegister };
}
