import { expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { workOutbox } from '../../api/outbox/worker.ts';
import { shanghaiTime } from '../../shared/kernel/time.ts';
import { storyOfEach } from '../support/api-story.ts';
import { refusal, type Told } from '../support/story.ts';

const s = storyOfEach();

const sees = async (name: string, ticket: Told) => {
  const answer = await s.fetch(name, `/tickets/${ticket.id}`);
  return answer.status === 200;
};
const home = (label: string) => sql`(select id from homes where label = ${label})`;
const person = (name: string) => sql`(select id from people where name = ${name})`;

test('who sees a repair of one home', async () => {
  const ticket = await s.resident('王秀兰').reports({ category: 'doors', words: '门坏了' });
  const seen = [];
  for (const name of [
    '王秀兰',
    '李德明',
    '陈一鸣',
    '林晓芸',
    '周敏',
    '赵建国',
    '陈立',
    '丁强',
    '郭卫东',
    '郑涛',
    '宋雨',
    '冯刚',
    '吴桐',
    '袁媛',
    '韩梅',
    '曹阳',
    '彭浩',
    '曾勇',
    '蔡建华',
  ])
    if (await sees(name, ticket)) seen.push(name);
  expect(seen).toEqual(['王秀兰', '李德明', '林晓芸', '周敏', '陈立', '郑涛', '吴桐', '彭浩', '曾勇', '蔡建华']);
});

test('a public facility’s repair is its reporter’s among residents, not the household’s', async () => {
  const ticket = await s.resident('王秀兰').reports({ category: 'lift', place: 'public', where: '2栋电梯' });
  expect(await sees('王秀兰', ticket)).toBe(true);
  expect(await sees('李德明', ticket)).toBe(false);
});

test('whoever moves in sees nothing from before; whoever moved out looks at their own time, acts and hears no more', async () => {
  const ticket = await s.resident('吴晓雯').reports({ category: 'doors', words: '门坏了' });
  await s.agent('林晓芸').dispatches(ticket, '赵建国');
  await s.technician('赵建国').arrives(ticket);
  await s.technician('赵建国').finishes(ticket);
  await s.world.house.db.execute(sql`update residences set until_at = '2026-03-02T02:00:00Z' where person_id = ${person('吴晓雯')}`);
  await s.world.house.db.execute(
    sql`insert into residences (id, office_id, home_id, person_id, "as", from_at) select ${s.world.house.newId()}, office_id, id, ${person('高志远')}, 'owner', '2026-03-02T02:00:00Z' from homes where id = ${home('5栋1单元1002')}`,
  );
  s.at('2026-03-02 11:00');
  expect(await sees('吴晓雯', ticket)).toBe(true);
  expect(await refusal(s.resident('吴晓雯').saysNotFixed(ticket))).toBe('ticket/not-yours');
  expect(await sees('高志远', ticket)).toBe(false);
  const told = (await s.resident('吴晓雯').heard(ticket)).length;
  await s.agent('林晓芸').says(ticket, '还有问题吗');
  expect(await s.resident('吴晓雯').heard(ticket)).toHaveLength(told);
  const later = await s.resident('高志远').reports({ category: 'doors', words: '我的门', home: '5栋1单元1002' });
  expect(await sees('吴晓雯', later)).toBe(false);
  await s.agent('林晓芸').says(later, '收到');
  await workOutbox(s.world.house);
  expect(await s.resident('吴晓雯').heard(later)).toEqual([]);
});

test('a technician sees what he holds, what came back from him until somebody else holds it, and nothing once he is gone', async () => {
  const ticket = await s.resident('王秀兰').reports({ category: 'doors', words: '门坏了' });
  expect(await sees('赵建国', ticket)).toBe(false);
  await s.agent('林晓芸').dispatches(ticket, '赵建国');
  await s.technician('赵建国').arrives(ticket);
  await s.technician('赵建国').finishes(ticket);
  await s.resident('王秀兰').saysNotFixed(ticket);
  expect(await sees('赵建国', ticket)).toBe(true);
  await s.agent('林晓芸').dispatches(ticket, '孙磊');
  expect(await sees('赵建国', ticket)).toBe(false);
  expect((await (await s.client('赵建国')).inbox({})).items).toEqual([]);
  expect((await (await s.client('赵建国')).session({})).unread).toBe(0);
  expect(await sees('孙磊', ticket)).toBe(true);
  await s.world.house.db.execute(sql`update appointments set until_at = '2026-03-02T00:59:00Z' where person_id = ${person('孙磊')}`);
  expect(await sees('孙磊', ticket)).toBe(false);
  expect(await refusal(s.technician('孙磊').arrives(ticket))).toBe('seen/not-found');
  await s.agent('林晓芸').reassigns(ticket, '钱大勇', '孙磊');
  expect(await sees('钱大勇', ticket)).toBe(true);
});

test('nobody judges or is sent to their own: an agent reports as a resident, a technician is not sent home', async () => {
  const own = await s.resident('何静').reports({ category: 'doors', words: '我家的门' });
  expect((await (await s.client('何静')).ticket({ id: own.id })).asStaff).toBe(false);
  await s.agent('林晓芸').dispatches(own, '赵建国');
  await s.technician('赵建国').arrives(own);
  await s.technician('赵建国').finishes(own);
  await s.resident('何静').saysNotFixed(own);
  expect(await refusal(s.agent('何静').visits(own, '我问过我自己了', '好'))).toBe('ticket/not-yours');
  await s.world.house.db.execute(
    sql`insert into appointments (id, office_id, person_id, role, department, from_at) select ${s.world.house.newId()}, id, ${person('王秀兰')}, 'technician', 'engineering', '2026-01-03T00:00:00Z' from offices where letters = 'WT'`,
  );
  const hers = await s.resident('王秀兰').reports({ category: 'doors', words: '门坏了' });
  expect(await refusal(s.agent('林晓芸').dispatches(hers, '王秀兰'))).toBe('staff/not-suitable');
});

test('with nobody heading the engineers, the director takes on and dispatches: no ticket is stuck', async () => {
  const ticket = await s.resident('许若琳').reports({ category: 'doors', words: '门坏了' });
  await s.world.house.db.execute(sql`update appointments set until_at = '2026-03-02T00:59:00Z' where person_id = ${person('梁宏')}`);
  await s.agent('宋雨').handsOver(ticket, '门合页松');
  expect(await s.person('谢军').heard(ticket)).toEqual(['handed_over']);
  expect(await s.person('谢军').may(ticket)).toContain('takeOn');
  await s.person('谢军').takesOn(ticket, '2026-03-03 09:00');
  await s.person('谢军').dispatches(ticket, '冯刚');
  expect(await s.status(ticket)).toBe('dispatched');
});

const ends = (name: string, table: 'appointments' | 'residences', at: string) =>
  s.world.house.db.execute(sql`update ${sql.identifier(table)} set until_at = ${shanghaiTime(at).toISOString()} where person_id = ${person(name)}`);
const movesIn = (name: string, label: string, as: 'owner' | 'occupant', at: string) =>
  s.world.house.db.execute(
    sql`insert into residences (id, office_id, home_id, person_id, "as", from_at) select ${s.world.house.newId()}, office_id, id, ${person(name)}, ${as}, ${shanghaiTime(at).toISOString()} from homes where id = ${home(label)}`,
  );
const appoints = (name: string, letters: string, role: string, department: string | null) =>
  s.world.house.db.execute(
    sql`insert into appointments (id, office_id, person_id, role, department, from_at) select ${s.world.house.newId()}, id, ${person(name)}, ${role}, ${department}, '2026-01-03T00:00:00Z' from offices where letters = ${letters}`,
  );
const finished = async () => {
  const ticket = await s.resident('吴晓雯').reports({ category: 'doors', words: '门坏了' });
  await s.agent('林晓芸').dispatches(ticket, '赵建国');
  await s.technician('赵建国').arrives(ticket);
  await s.technician('赵建国').finishes(ticket);
  return ticket;
};

test('an occupant who becomes the owner still confirms what they reported', async () => {
  const ticket = await finished();
  await ends('吴晓雯', 'residences', '2026-03-02 10:00');
  await movesIn('吴晓雯', '5栋1单元1002', 'owner', '2026-03-02 10:00');
  s.at('2026-03-02 11:00');
  await s.resident('吴晓雯').confirms(ticket);
  expect(await s.status(ticket)).toBe('closed');
});

test('an agent who moved out is no colleague to what they reported, and agrees no date on it', async () => {
  const own = await s.resident('何静').reports({ category: 'doors', words: '我家的门' });
  await s.agent('林晓芸').says(own, '收到');
  await ends('何静', 'residences', '2026-03-02 10:00');
  s.at('2026-03-02 11:00');
  expect((await (await s.client('何静')).ticket({ id: own.id })).asStaff).toBe(false);
  expect(await refusal(s.agent('何静').agrees(own, 'repaired', '2026-03-09 09:00'))).toBe('ticket/not-yours');
});

test('whoever moved out reads nothing that was said later, and rings nobody', async () => {
  const ticket = await finished();
  await movesIn('高志远', '5栋1单元1002', 'occupant', '2026-01-05 09:00');
  await ends('吴晓雯', 'residences', '2026-03-02 10:00');
  s.at('2026-03-02 11:00');
  await s.resident('高志远').saysNotFixed(ticket, '还是关不上');
  await s.agent('林晓芸').dispatches(ticket, '孙磊');
  const seen = await (await s.client('吴晓雯')).ticket({ id: ticket.id });
  expect(seen.thread.map((line) => line.body)).not.toContain('还是关不上');
  expect(seen.history.map((line) => line.did)).not.toContain('reopened');
  expect(seen.responsible?.name).toBe('梧桐里服务中心');
  const housemate = await (await s.client('高志远')).ticket({ id: ticket.id });
  expect(housemate.thread.map((line) => line.body)).toContain('还是关不上');
  expect(housemate.responsible?.name).toBe('孙磊');
});

test('a department’s head at the head office heads no estate’s engineers', async () => {
  await appoints('韩梅', 'ZB', 'departmentHead', 'engineering');
  await ends('梁宏', 'appointments', '2026-03-02 08:59');
  const ticket = await s.resident('许若琳').reports({ category: 'doors', words: '门坏了' });
  await s.agent('宋雨').handsOver(ticket, '门合页松');
  expect(await s.person('谢军').heard(ticket)).toEqual(['handed_over']);
  expect(await s.person('谢军').may(ticket)).toContain('takeOn');
});

test('with nobody at the service centre, the director hears of a report and may dispatch', async () => {
  for (const name of ['林晓芸', '何静', '周敏']) await ends(name, 'appointments', '2026-03-02 08:59');
  const ticket = await s.resident('王秀兰').reports({ category: 'doors', words: '门坏了' });
  expect(await s.person('郑涛').heard(ticket)).toEqual(['received']);
  await s.person('郑涛').dispatches(ticket, '赵建国');
  expect(await s.status(ticket)).toBe('dispatched');
});

test('what a dismissed technician owed is warned of to those who can still do something', async () => {
  const ticket = await s.resident('王秀兰').reports({ category: 'burst_pipe' });
  await s.agent('林晓芸').dispatches(ticket, '赵建国');
  await ends('赵建国', 'appointments', '2026-03-02 09:30');
  s.at('2026-03-02 10:30');
  expect(await s.newlyWarned()).toEqual([[ticket.number, 'on_site']]);
  expect(await s.agent('林晓芸').heard(ticket)).toContain('warned');
  expect(await s.technician('赵建国').heard(ticket)).not.toContain('warned');
});

test('a resident reads nothing of what colleagues owe each other', async () => {
  const ticket = await s.resident('王秀兰').reports({ category: 'burst_pipe' });
  s.at('2026-03-02 09:16');
  expect(await s.newlyMissed()).toEqual([[ticket.number, 'dispatched']]);
  expect((await (await s.client('王秀兰')).ticket({ id: ticket.id })).history.map((line) => line.did)).toEqual(['received']);
  expect((await (await s.client('林晓芸')).ticket({ id: ticket.id })).history.map((line) => line.did)).toContain('missed');
});

test('an agent of one estate who lives in another sees neither its technicians nor its internal slips', async () => {
  await movesIn('林晓芸', '6栋1单元902', 'owner', '2026-01-05 09:00');
  const hers = await s.resident('林晓芸').reports({ category: 'doors', words: '我海棠湾的门', home: '6栋1单元902' });
  expect((await (await s.client('林晓芸')).technicians({ id: hers.id })).items).toEqual([]);
  const own = await s.resident('何静').reports({ category: 'doors', words: '我家的门' });
  await s.agent('林晓芸').reclassifies(own, { category: 'roof', why: '其实是渗水' });
  const register = async (name: string) => (await (await s.client(name)).register({})).items.map((line) => line.body);
  expect(await register('林晓芸')).toContain('其实是渗水');
  expect(await register('何静')).not.toContain('其实是渗水');
});

test('a technician who was let go gets no new link to a picture', async () => {
  const ticket = await s.resident('王秀兰').reports({ category: 'doors', words: '门坏了' });
  await s.agent('林晓芸').dispatches(ticket, '赵建国');
  await s.technician('赵建国').arrives(ticket);
  const photoId = await s.photo('赵建国', ticket, 'result');
  const again = () =>
    s.fetch('赵建国', `/photos/${photoId}/finalise`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' });
  expect((await again()).status).toBe(200);
  await ends('赵建国', 'appointments', '2026-03-02 08:59');
  expect((await again()).status).toBe(404);
});

test('a housemate’s report is an agent’s own too: no internal slips in the register, none found by searching, none on the card', async () => {
  await movesIn('高志远', '2栋3单元402', 'occupant', '2026-01-05 09:00');
  const ticket = await s.resident('高志远').reports({ category: 'burst_pipe', words: '水管爆了', home: '2栋3单元402' });
  await s.agent('林晓芸').reclassifies(ticket, { category: 'drain', why: '其实是下水倒灌' });
  const asks = await s.client('何静');
  expect((await asks.register({})).items.map((line) => line.body)).not.toContain('其实是下水倒灌');
  expect((await (await s.client('林晓芸')).register({})).items.map((line) => line.body)).toContain('其实是下水倒灌');
  expect((await asks.search({ q: '下水倒灌' })).items).toEqual([]);
  expect((await (await s.client('林晓芸')).search({ q: '下水倒灌' })).items).toHaveLength(1);
  const card = (await asks.tickets({ show: 'open', as: 'staff' })).items.find((one) => one.id === ticket.id);
  expect(card?.next?.what).toBe('on_site');
  expect((await (await s.client('林晓芸')).tickets({ show: 'open', as: 'staff' })).items[0]?.next?.what).toBe('dispatched');
});

test('a post held only by whoever reported it is as good as empty: the director makes the visit', async () => {
  for (const name of ['林晓芸', '周敏']) await ends(name, 'appointments', '2026-03-02 08:59');
  const ticket = await s.resident('何静').reports({ category: 'doors', words: '我家的门' });
  await s.person('陈立').dispatches(ticket, '赵建国');
  await s.technician('赵建国').arrives(ticket);
  await s.technician('赵建国').finishes(ticket);
  await s.resident('何静').saysNotFixed(ticket);
  expect(await s.agent('何静').may(ticket)).not.toContain('visit');
  await s.person('郑涛').visits(ticket, '打过电话，今天再来', '约好了');
  expect((await s.promises(ticket)).find((one) => one.what === 'special_visit')?.keptAt).toBe('2026-03-02 09:00');
});

test('an agent decides nothing on a report of their own home, and looks at no number of it', async () => {
  await movesIn('高志远', '2栋3单元402', 'occupant', '2026-01-05 09:00');
  const ticket = await s.resident('高志远').reports({ category: 'doors', words: '门坏了', home: '2栋3单元402' });
  const may = await s.agent('何静').may(ticket);
  for (const action of ['agree', 'explainMiss', 'reclassify', 'reveal', 'visit'] as const) expect(may).not.toContain(action);
  expect(await s.agent('林晓芸').may(ticket)).toEqual(expect.arrayContaining(['agree', 'reclassify', 'reveal']));
});
