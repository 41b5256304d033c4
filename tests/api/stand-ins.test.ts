import { beforeEach, expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { shanghaiTime } from '../../shared/kernel/time.ts';
import { storyOfEach } from '../support/api-story.ts';
import type { Told } from '../support/deeds.ts';
import { refusal } from '../support/story.ts';

const s = storyOfEach({ at: '2026-03-02 09:00' });
const as = (name: string) => s.client(name);
const key = () => ({ key: crypto.randomUUID() });

let ticket: Told;
beforeEach(async () => {
  ticket = await s.resident('周文静').speaks('suggestion', '楼下的绿篱该修了');
});

const gives = async (name: string, slip: object = {}) =>
  (await as(name)).giveErrand(
    {
      kind: 'handover',
      ticketId: ticket.id,
      department: 'environment',
      content: '修 4 栋楼下的绿篱',
      answerBy: shanghaiTime('2026-03-02 17:00').toISOString(),
      lead: false,
      ...slip,
    },
    key(),
  );
/** What somebody finds under 等我办, and the number on its badge. */
const mine = async (name: string) => {
  const { items, owed } = await (await as(name)).errands({ which: 'mine' });
  return [items.map((one) => one.id), owed];
};
const may = async (name: string, id: string) => (await (await as(name)).errand({ id })).actions.map((one) => one.action);
const leave = async (...names: string[]) => {
  for (const name of names)
    await s.world.house.db.execute(
      sql`update appointments set until_at = ${s.world.now().toISOString()} where until_at is null and person_id = (select id from people where name = ${name})`,
    );
};
const appoint = async (name: string, office: string, role: string, department: string) =>
  s.world.house.db.execute(sql`insert into appointments (id, person_id, office_id, role, department, from_at)
    select gen_random_uuid(), p.id, o.id, ${role}, ${department}, ${s.world.now().toISOString()} from people p, offices o where p.name = ${name} and o.letters = ${office}`);

test('没有客服也没有服务中心负责人：主任替着，交回来的在他“等我办”里；补了人就不在了', async () => {
  const { id } = await gives('何静');
  await (await as('罗芳')).giveBackErrand({ id, words: '修好了' });
  expect(await mine('郑涛')).toEqual([[], 0]);
  await leave('林晓芸', '何静', '周敏');
  expect(await may('郑涛', id)).toContain('receiveBack');
  expect(await mine('郑涛')).toEqual([[id], 1]);
  for (const name of ['谢军', '吴桐', '彭浩']) expect([name, ...(await mine(name))]).toEqual([name, [], 0]);
  await appoint('林晓芸', 'WT', 'agent', 'serviceCentre');
  expect(await mine('郑涛')).toEqual([[], 0]);
  expect(await mine('林晓芸')).toEqual([[id], 1]);
});

test('部门负责人换了岗位没人接：主任替着，主任也没有就是品质管理部；公司的部门是管理者代表', async () => {
  const { id } = await gives('林晓芸');
  const asked = await gives('林晓芸', { kind: 'referral', department: 'finance', content: '退费账目' });
  await leave('罗芳', '曹阳');
  await appoint('罗芳', 'WT', 'technician', 'engineering');
  await appoint('曹阳', 'ZB', 'hr', 'hr');
  expect(await may('郑涛', id)).toContain('take');
  expect(await mine('郑涛')).toEqual([[id], 1]);
  expect(await may('彭浩', asked.id)).toContain('take');
  expect(await mine('彭浩')).toEqual([[asked.id], 1]);
  expect(await mine('曾勇')).toEqual([[], 0]);
  await leave('郑涛', '彭浩');
  expect(await mine('吴桐')).toEqual([[id], 1]);
  for (const name of ['曾勇', '蒋文']) expect(await mine(name)).toEqual([[asked.id], 1]);
  expect(await mine('谢军')).toEqual([[], 0]);
});

test('品质管理部没人：紧急的事由管理者代表登记，在他“等我办”里', async () => {
  const calledPerson = await s.personId('郭卫东');
  const { id } = await gives('林晓芸', { kind: 'urgent', department: 'security', content: '3 栋电梯困人', calledPerson });
  expect(await mine('彭浩')).toEqual([[], 0]);
  await leave('吴桐', '程颖');
  expect(await may('彭浩', id)).toContain('registerUrgent');
  expect(await mine('彭浩')).toEqual([[id], 1]);
  expect(await mine('曾勇')).toEqual([[], 0]);
});

test('调到别的小区的：原来小区的单子看不到了，欠的归原来小区的主任看着；新的小区照旧', async () => {
  const { id } = await gives('何静');
  await (await as('罗芳')).takeErrand({ id, promisedBy: shanghaiTime('2026-03-02 16:00').toISOString(), words: '' });
  expect((await (await as('何静')).errands({ which: 'given' })).items.map((one) => one.id)).toEqual([id]);
  s.at('2026-03-02 12:00');
  await leave('何静', '罗芳');
  await appoint('何静', 'HT', 'agent', 'serviceCentre');
  await appoint('罗芳', 'HT', 'departmentHead', 'environment');
  for (const name of ['何静', '罗芳']) {
    expect((await (await as(name)).errands({ which: 'given' })).items).toEqual([]);
    expect((await (await as(name)).errands({ which: 'open' })).items).toEqual([]);
    expect(await mine(name)).toEqual([[], 0]);
    expect(await refusal((await as(name)).errand({ id }))).toBe('seen/not-found');
  }
  expect(await mine('郑涛')).toEqual([[id], 1]);
});
