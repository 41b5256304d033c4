import { expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { workOutbox } from '../../api/outbox/worker.ts';
import { storyOfEach, toldIn } from '../support/api-story.ts';
import { refusal } from '../support/story.ts';

const s = storyOfEach();

const OWN_WORDS = '我家502门口，打我手机';

test('a follower sees how it goes and nothing of whoever reported it', async () => {
  const lift = await s
    .resident('王秀兰')
    .reports({ category: 'lift', place: 'public', where: '3栋2单元502门口的电梯', words: OWN_WORDS, dangerKind: 'lift' });
  await s.photo('王秀兰', lift, 'report');
  await s.resident('王秀兰').says(lift, '孩子吓哭了');
  const { items } = await (await s.client('周文静')).alike({ homeId: await s.homeId('4栋3单元602'), category: 'lift', where: '3栋2单元' });
  expect(items).toMatchObject([{ id: lift.id, title: '电梯坏了', place: '3栋2单元电梯', following: false, next: { label: '上门' } }]);
  await s.resident('周文静').follows(lift);
  await s.agent('林晓芸').dispatches(lift, '赵建国', '王秀兰说电梯停在三楼');
  await s.technician('赵建国').arrives(lift);
  await s.technician('赵建国').finishes(lift, '换了门机皮带');
  await s.resident('王秀兰').confirms(lift, 2, '来得太慢', []);
  await s.agent('林晓芸').calls(lift, '打过电话道歉');
  await workOutbox(s.world.house);

  const seen = await s.detail('周文静', lift);
  expect(seen).toMatchObject({
    following: true,
    asStaff: false,
    where: '3栋2单元电梯',
    words: '',
    reporter: null,
    thread: [],
    rating: null,
    danger: null,
  });
  expect(seen.confirmedContent).toBeNull();
  expect(seen.result).toBe('换了门机皮带');
  expect(seen.photos.map((one) => one.purpose)).toEqual(['result']);
  expect(seen.promises.map((one) => one.what).sort()).toEqual(['on_site', 'repaired']);
  expect(seen.responsible?.phone).not.toBe((await s.detail('林晓芸', lift)).responsible?.phone);
  const list = await (await s.client('周文静')).tickets({ show: 'done' });
  const inbox = await (await s.client('周文静')).inbox({});
  expect(inbox.items.length).toBeGreaterThan(0);
  for (const told of [seen, list, inbox, items]) {
    const text = toldIn(told);
    for (const secret of ['王秀兰', '502', '手机', '孩子', '三楼', '太慢', '道歉']) expect([secret, text.includes(secret)]).toEqual([secret, false]);
  }
  expect((await s.detail('王秀兰', lift)).thread.map((one) => one.body)).toContain('孩子吓哭了');
});

test('colleagues see how many households wait for it; one household that follows twice is one', async () => {
  const lift = await s.resident('王秀兰').reports({ category: 'lift', place: 'public', where: '3栋2单元电梯' });
  await Promise.all([s.resident('周文静').follows(lift), s.resident('周文静').follows(lift), s.resident('陈一鸣').follows(lift)]);
  expect((await s.detail('林晓芸', lift)).followedBy).toBe(2);
  expect((await s.detail('林晓芸', lift)).history.filter((line) => line.did === 'followed')).toHaveLength(1);
  expect((await s.detail('王秀兰', lift)).history.map((line) => line.did)).toEqual(['received']);
  await s.resident('周文静').unfollows(lift);
  expect((await s.detail('林晓芸', lift)).followedBy).toBe(1);
  expect(await refusal(s.detail('周文静', lift))).toBe('seen/not-found');
  expect((await (await s.client('周文静')).inbox({})).items).toEqual([]);
});

test('what waits for its reporter is not a follower’s turn, and a follower’s reading is not the reporter’s', async () => {
  const lift = await s.resident('王秀兰').reports({ category: 'lift', place: 'public', where: '3栋2单元电梯' });
  await s.resident('周文静').follows(lift);
  await s.agent('林晓芸').dispatches(lift, '赵建国');
  await s.technician('赵建国').arrives(lift);
  await s.technician('赵建国').finishes(lift);
  await workOutbox(s.world.house);
  await s.nothingReached(lift);
  expect((await (await s.client('周文静')).tickets({ show: 'your_turn' })).items).toEqual([]);
  await s.resident('周文静').reads();
  await (await s.client('周文静')).look({ id: lift.id, readTo: null });
  expect((await s.promises(lift)).find((one) => one.what === 'phone_call')?.outcome).toBe('open');
  await s.resident('王秀兰').reads();
  expect((await s.promises(lift)).find((one) => one.what === 'phone_call')?.outcome).toBe('withdrawn');
});

test('only what is public, in one’s own estate, can be followed', async () => {
  const own = await s.resident('王秀兰').reports({ category: 'doors' });
  expect(await refusal(s.resident('周文静').follows(own))).toBe('seen/not-found');
  expect(await refusal(s.resident('李德明').follows(own))).toBe('ticket/not-yours');
  expect(await refusal(s.agent('林晓芸').follows(own))).toBe('ticket/not-yours');
  const lift = await s.resident('王秀兰').reports({ category: 'lift', place: 'public', where: '3栋2单元电梯' });
  expect(await refusal(s.resident('许若琳').follows(lift))).toBe('seen/not-found');
  await expect((await s.client('周文静')).alike({ homeId: await s.homeId('3栋2单元502'), category: 'lift' })).rejects.toMatchObject({
    code: 'home/not-yours',
  });
});

test('只有我看: no list, no inbox and no search of the household has it, also where one of them works here', async () => {
  const { db, newId } = s.world.house;
  await db.execute(sql`insert into residences (id, office_id, home_id, person_id, "as", from_at)
    select ${newId()}, office_id, id, ${await s.personId('高志远')}, 'occupant', '2026-01-05T00:00:00Z' from homes where label = '2栋3单元402'`);
  const hers = await s.resident('高志远').reports({ category: 'sanitary', words: '浴缸裂了一条缝', home: '2栋3单元402', onlyMine: true });
  const agent = await s.client('何静');
  await s.agent('林晓芸').dispatches(hers, '赵建国');
  await workOutbox(s.world.house);
  expect(await refusal(agent.ticket({ id: hers.id }))).toBe('seen/not-found');
  for (const as of [undefined, 'resident', 'staff'] as const)
    expect((await agent.tickets({ show: 'open', ...(as ? { as } : {}) })).items.map((one) => one.id)).not.toContain(hers.id);
  expect((await agent.workbench({})).items.map((one) => one.id)).not.toContain(hers.id);
  expect((await agent.register({})).items.map((one) => one.ticketId)).not.toContain(hers.id);
  expect((await agent.inbox({})).items.map((one) => one.ticketId)).not.toContain(hers.id);
  expect((await agent.search({ q: '浴缸裂' })).items).toEqual([]);
  const other = await s.client('林晓芸');
  expect((await other.search({ q: '浴缸裂' })).items).toHaveLength(1);
  expect((await other.workbench({})).items.map((one) => one.id)).toContain(hers.id);
  expect((await s.detail('高志远', hers)).onlyMine).toBe(true);
  await s.resident('高志远').shares(hers);
  expect((await agent.ticket({ id: hers.id })).onlyMine).toBe(false);
});

test('a wish is said back; what it lies after is named beside it; one that has passed says so', async () => {
  const urgent = await s.resident('王秀兰').reports({ category: 'burst_pipe', wish: ['2026-03-03 12:00', '2026-03-03 18:00'] });
  expect((await s.detail('林晓芸', urgent)).wish).toMatchObject({ text: '明天下午', past: false, after: '上门' });
  const general = await s.resident('王秀兰').reports({ category: 'doors', wish: ['2026-03-04 08:00', '2026-03-04 12:00'] });
  expect((await s.detail('王秀兰', general)).wish).toMatchObject({ text: '3月4日 周三上午', past: false, after: null });
  s.at('2026-03-04 12:00');
  expect((await s.detail('王秀兰', general)).wish).toMatchObject({ past: true });
});
