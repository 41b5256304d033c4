import { expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { storyOfEach } from '../support/api-story.ts';
import { refusal, SATISFIED, type Told } from '../support/story.ts';

const s = storyOfEach();

/** Ends what somebody is here, as of now. */
const dismiss = (name: string) =>
  s.world.house.db.execute(
    sql`update appointments set until_at = ${s.world.now().toISOString()} where until_at is null and person_id = (select id from people where name = ${name})`,
  );

/** A service a technician of the estate has done and still is to ask about (V5). */
async function done(): Promise<Told> {
  const order = await s.resident('王秀兰').orders('安装灯具');
  await s.agent('林晓芸').arranges(order, { technician: '赵建国' }, '2026-03-02 10:00');
  await s.technician('赵建国').arrives(order);
  await s.technician('赵建国').completes(order);
  return order;
}

const queue = async (name: string) => {
  const items = await (await s.client(name)).visits({}).then((found) => found.items);
  return items.filter((line) => line.what === 'provider_visit').map((line) => line.number);
};
const offered = async (name: string, ticket: Told) => (await s.detail(name, ticket)).actions.map((one) => one.action);

test('手册 V5 师傅还在，服务方回访是他自己的；人走了，归客服，照样问、照样记没打通', async () => {
  const order = await done();
  expect([await queue('赵建国'), await queue('林晓芸')]).toEqual([[order.number], []]);
  expect(await offered('林晓芸', order)).not.toContain('providerVisit');
  expect(await refusal((await s.client('林晓芸')).tryVisit({ id: order.id, what: 'provider_visit' }))).toBe('ticket/not-yours');
  await dismiss('赵建国');
  for (const name of ['林晓芸', '周敏']) expect([name, await queue(name)]).toEqual([name, [order.number]]);
  for (const name of ['陈立', '吴桐', '郑涛']) expect([name, await queue(name)]).toEqual([name, []]);
  expect((await (await s.client('林晓芸')).ticketVisits({ id: order.id })).items.map((line) => line.what)).toContain('provider_visit');
  expect(await offered('林晓芸', order)).toEqual(expect.arrayContaining(['providerVisit', 'tryVisit', 'endVisit']));
  const agent = await s.client('林晓芸');
  await agent.tryVisit({ id: order.id, what: 'provider_visit' });
  expect(await refusal(agent.endVisit({ id: order.id, what: 'provider_visit' }))).toBe('visits/too-few-tries');
  await agent.providerVisit({ id: order.id, ...SATISFIED, words: '说挺好', outcome: '', channel: 'phone' });
  expect(await queue('林晓芸')).toEqual([]);
  expect((await s.promises(order)).find((one) => one.what === 'provider_visit')).toMatchObject({ outcome: 'kept' });
});

test('手册 V5 客服也没有人，归主任', async () => {
  const order = await done();
  for (const name of ['赵建国', '林晓芸', '何静', '周敏']) await dismiss(name);
  expect(await queue('郑涛')).toEqual([order.number]);
  expect(await offered('郑涛', order)).toContain('providerVisit');
});

test('手册 V5 自己家的不归自己问', async () => {
  const order = await s.resident('何静').orders('安装灯具');
  await s.agent('林晓芸').arranges(order, { technician: '赵建国' }, '2026-03-02 10:00');
  await s.technician('赵建国').arrives(order);
  await s.technician('赵建国').completes(order);
  await dismiss('赵建国');
  expect([await queue('何静'), await queue('林晓芸')]).toEqual([[], [order.number]]);
  expect(await offered('何静', order)).not.toContain('providerVisit');
});
