import { sql } from 'drizzle-orm';
import { openWeChat } from '../../api/wechat/client.ts';
import { TEMPLATE_NAMES, type TemplateName } from '../../shared/messages/templates.ts';
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
  const [office] = await s.world.house.db.execute<{ id: string }>(sql`select id from offices where letters = ${letters}`);
  for (const name of TEMPLATE_NAMES) {
    const { id, round, step } = await (await s.client(author)).submitTemplate({ officeId: office!.id, name });
    await (await s.client(director)).decideApproval({ id, round, step, verdict: 'approved' });
  }
}

/** Lets the outbox work until nothing is due. */
export async function works(s: HttpStory): Promise<void> {
  const { workOutbox } = await import('../../api/outbox/worker.ts');
  await workOutbox(s.world.house);
}
