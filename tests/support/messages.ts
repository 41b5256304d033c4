import { afterEach, beforeEach } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { workOutbox } from '../../api/outbox/worker.ts';
import { openWeChat } from '../../api/wechat/client.ts';
import type { SettingKey } from '../../shared/kernel/settings.ts';
import { TEMPLATE_NAMES, type TemplateName } from '../../shared/messages/templates.ts';
import { held, storyOfEach } from './api-story.ts';
import type { Told } from './deeds.ts';
import type { HttpStory } from './http-story.ts';
import { openStandIn, type StandIn, WECHAT } from './wechat.ts';

export const TEMPLATE_IDS: Record<TemplateName, string> = {
  progress: 'template-progress-0000000',
  needs_you: 'template-needs-you-000000',
  colleagues: 'template-colleagues-00000',
};

/** A story whose house has a WeChat: the stand-in, over HTTP, with the templates connected. */
export async function withWeChat(s: HttpStory): Promise<StandIn> {
  const { house } = s.world;
  const standIn = await openStandIn(house.clock);
  const { appId, appSecret } = WECHAT;
  const report = (what: string, error: unknown) => wechatReports.push(`${what} ${String(error)}`);
  house.wechat = openWeChat({ appId, appSecret, clock: house.clock, report, address: standIn.address, patienceMilliseconds: 300 });
  house.messageTemplates = TEMPLATE_IDS;
  return standIn;
}

/** What the client complained about. */
export const wechatReports: string[] = [];

export const openidOf = (name: string) => `o-${Buffer.from(name).toString('hex')}`;

/** Binds somebody's WeChat, as sign-in would. */
export async function binds(s: HttpStory, ...names: string[]): Promise<void> {
  const { house } = s.world;
  for (const name of names)
    await house.db.execute(sql`insert into wechat_accounts (id, openid, person_id, bound_at, seen_at)
      values (${house.newId()}, ${openidOf(name)}, ${await s.personId(name)}, ${house.clock().toISOString()}, ${house.clock().toISOString()})`);
}

/** Somebody taps, WeChat's dialog says yes, and the phone tells the house. */
export async function allows(s: HttpStory, standIn: StandIn, name: string, template: TemplateName, times = 1): Promise<void> {
  standIn.allow(openidOf(name), TEMPLATE_IDS[template], times);
  for (let left = times; left > 0; left -= 1) await (await s.client(name)).answerConsents({ answers: [{ name: template, answer: 'accept' }] });
}

/** Has every template of an estate handed in and agreed to. */
export async function approvesAll(s: HttpStory, letters: 'WT' | 'HT' = 'WT'): Promise<void> {
  const [author, director] = letters === 'WT' ? ['林晓芸', '郑涛'] : ['宋雨', '谢军'];
  const officeId = await s.officeId(letters);
  for (const name of TEMPLATE_NAMES) {
    const { id, round, step } = await (await s.client(author)).submitTemplate({ officeId, name });
    await (await s.client(director)).decideApproval({ id, round, step, verdict: 'approved' });
  }
}

/** Lets the outbox work until nothing is due. */
export async function works(s: HttpStory): Promise<void> {
  await workOutbox(s.world.house);
}

export const WANG = '王秀兰';
export const PUMP = { category: 'burst_pipe', words: '厨房水管爆了，我是王秀兰' };
export const DOOR = { category: 'doors', words: '门合页松了' };

/** A story of its own for each test, in a house whose messages go out by WeChat. */
export function storyOfMessages() {
  const s = storyOfEach();
  let opened: StandIn;
  const standIn = held(() => opened);
  beforeEach(async () => {
    opened = await withWeChat(s);
    wechatReports.length = 0;
  });
  afterEach(() => opened.close());
  const shown = (name = WANG) => standIn.shown.filter((one) => one.openid === openidOf(name));
  const phrases = (name = WANG) => shown(name).map((one) => one.fields.phrase2);
  const outcomes = async (name = WANG) =>
    (
      await s.world.house.db.execute<{ outcome: string }>(sql`select outcome from deliveries where person_id = ${await s.personId(name)} order by id`)
    ).map((row) => row.outcome);
  const left = async (template = 'progress', name = WANG) =>
    (await (await s.client(name)).consents({})).items.find((one) => one.name === template)?.left;
  const reads = (name = WANG) => s.person(name).reads();
  const later = (minutes: number) => s.world.moveTo(new Date(s.world.now().getTime() + minutes * 60_000));
  /** A figure of 梧桐里, from now on. */
  const sets = (key: SettingKey, value: number) => s.sets('WT', key, value);
  async function ready(times = 1): Promise<void> {
    await binds(s, WANG);
    await approvesAll(s);
    for (const template of ['progress', 'needs_you'] as const) await allows(s, standIn, WANG, template, times);
  }
  const dispatched = async (category = PUMP): Promise<Told> => {
    const ticket = await s.resident(WANG).reports(category);
    await s.agent('林晓芸').dispatches(ticket, '赵建国');
    await works(s);
    return ticket;
  };
  return { s, standIn, shown, phrases, outcomes, left, reads, later, sets, ready, dispatched };
}
