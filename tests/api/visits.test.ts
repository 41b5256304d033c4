import { expect, test } from '@jest/globals';
import type { VisitLine } from '../../shared/contract/visits.ts';
import { Problem } from '../../shared/kernel/problem.ts';
import { storyOfAll } from '../support/api-story.ts';
import { refusal, SATISFIED, type Told } from '../support/story.ts';

const DOOR = { category: 'doors', words: '阳台门关不严' };

const s = storyOfAll();

async function repaired(resident: string, report: { category: string; words: string } = DOOR): Promise<Told> {
  const ticket = await s.resident(resident).reports(report);
  await s.agent('林晓芸').dispatches(ticket, '赵建国');
  await s.technician('赵建国').arrives(ticket);
  await s.technician('赵建国').finishes(ticket, '换了合页');
  return ticket;
}

const queueOf = async (name: string) => (await (await s.client(name)).visits({})).items;
const asPairs = (items: readonly VisitLine[]) => items.map((line) => [line.number, line.what]);

test('手册 V8、S9、V3 队列：先到期的在前；低分归服务中心负责人，检查归主管；动过手的和自己家的都不在里面', async () => {
  s.at('2026-03-02 09:00');
  const waiting = await repaired('方国栋');
  const poor = await repaired('王秀兰');
  const wet = await repaired('王秀兰', { category: 'roof', words: '屋顶渗水' });
  const own = await repaired('何静');
  s.at('2026-03-02 10:00');
  await s.resident('王秀兰').confirms(poor, 1, '门还是响');
  await s.resident('王秀兰').saysNotFixed(wet, '还在滴');
  expect(asPairs(await queueOf('林晓芸'))).toEqual([
    [wet.number, 'special_visit'],
    [waiting.number, 'return_visit'],
    [own.number, 'return_visit'],
  ]);
  expect(asPairs(await queueOf('何静'))).not.toContainEqual([own.number, 'return_visit']);
  expect(asPairs(await queueOf('周敏'))).toContainEqual([poor.number, 'follow_up']);
  expect(await queueOf('陈立')).toEqual([]);
  expect(await queueOf('郑涛')).toEqual([]);
  expect(await refusal((await s.client('王秀兰')).visits({}))).toBe('visits/staff-only');
  // A technician owes the visits of the services they did themselves (V5), and none of these.
  expect(await queueOf('赵建国')).toEqual([]);
  const [special, call] = await queueOf('林晓芸');
  expect(special).toMatchObject({ said: '还在滴', isRepaired: false, clause: 'R11', doneBy: '赵建国', residentName: '王秀兰' });
  expect(call).toMatchObject({ result: '换了合页', isRepaired: true, missing: '还差 3 次，还差 2 天', tries: [] });
  expect(special!.residentPhone).toMatch(/\*{4}/);
  const { counts } = await (await s.client('周敏')).visits({});
  expect(counts).toEqual({ open: 4, today: 0, late: 0 });
});

test('手册 Z13 没打通的几次、还差什么，看得到；每个人打了几次，负责人看全部，客服看自己', async () => {
  s.at('2026-03-02 15:00');
  const [, call] = await queueOf('林晓芸');
  const id = call!.ticketId;
  await (await s.client('林晓芸')).tryVisit({ id, what: 'return_visit' });
  s.at('2026-03-02 18:00');
  await (await s.client('何静')).tryVisit({ id, what: 'return_visit' });
  const { items } = await (await s.client('林晓芸')).ticketVisits({ id });
  expect(items[0]!.tries.map((one) => one.byName)).toEqual(['林晓芸', '何静']);
  expect(items[0]!.missing).toBe('还差 1 次，还差 1 天');
  const refused = await (await s.client('林晓芸')).endVisit({ id, what: 'return_visit' }).catch((error: Problem) => error);
  expect(refused).toBeInstanceOf(Problem);
  expect((refused as Problem).detail).toBe('还差 1 次，还差 1 天');
  s.at('2026-03-03 10:00');
  await (await s.client('林晓芸')).tryVisit({ id, what: 'return_visit' });
  await (await s.client('林晓芸')).endVisit({ id, what: 'return_visit' });
  expect(asPairs(await queueOf('林晓芸'))).not.toContainEqual([call!.number, 'return_visit']);
  const callers = async (name: string) =>
    (await (await s.client(name)).visitCallers({})).items.map((one) => [one.name, one.reached, one.tries, one.ended]);
  expect(await callers('周敏')).toEqual([
    ['林晓芸', 0, 2, 1],
    ['何静', 0, 1, 0],
  ]);
  expect(await callers('何静')).toEqual([['何静', 0, 1, 0]]);
  expect(await callers('吴桐')).toEqual(await callers('周敏'));
  expect(await refusal((await s.client('王秀兰')).visitCallers({}))).toBe('visits/staff-only');
});

test('手册 V8、R10 登记：回访、特殊回访、检查各一本，新的在前；自己家的看不到', async () => {
  const own = (await queueOf('林晓芸')).find((line) => line.where === '1栋1单元102' || line.residentName === '何静')!;
  await (await s.client('林晓芸')).returnVisit({ id: own.ticketId, ...SATISFIED, words: '挺好', outcome: '', channel: 'phone' });
  const records = async (name: string, kind: 'return' | 'special' | 'defect' | 'ended' = 'return') =>
    (await (await s.client(name)).visitRecords({ kind })).items;
  expect(await records('林晓芸')).toMatchObject([{ number: own.number, quality: 'satisfied', words: '挺好', reopened: false, byName: '林晓芸' }]);
  expect(await records('何静')).toEqual([]);
  expect(await records('林晓芸', 'ended')).toMatchObject([{ words: null, byName: '林晓芸' }]);
  const roof = await repaired('陈一鸣', { category: 'roof', words: '顶上湿了一片' }).catch(() =>
    repaired('方国栋', { category: 'roof', words: '顶上湿了一片' }),
  );
  expect(asPairs(await queueOf('陈立')).map(([, what]) => what)).toEqual(['defect_check_first', 'defect_check_second', 'defect_check_third']);
  await s.head('陈立').checks(roof, 'leaking', '墙角又有水');
  const [check] = await records('陈立', 'defect');
  expect(check).toMatchObject({ number: roof.number, finding: 'leaking', words: '墙角又有水', reopened: true, channel: 'face_to_face' });
  expect(check!.photos).toHaveLength(1);
  expect(await queueOf('陈立')).toEqual([]);
  expect((await (await s.client('林晓芸')).ticketVisits({ id: roof.id })).items.map((line) => line.what)).toEqual(['special_visit']);
  expect(await refusal((await s.client('李德明')).ticketVisits({ id: roof.id }))).toBe('seen/not-found');
});

test('队列翻页不漏不重', async () => {
  for (let n = 0; n < 7; n += 1) await repaired('方国栋', { category: 'roof', words: '顶上湿了一片' });
  const api = await s.client('陈立');
  const first = await api.visits({});
  expect(first.items).toHaveLength(20);
  const second = await api.visits({ after: first.next! });
  const all = [...first.items, ...second.items].map((line) => `${line.openedBy}${line.what}`);
  expect(new Set(all).size).toBe(first.counts.open);
  expect(all).toHaveLength(first.counts.open);
  expect(second.next).toBeNull();
  expect(await refusal(api.visits({ after: 'x' }))).toBe('request/invalid');
  expect(await refusal(api.visits({ after: `${first.items[0]!.dueBy}_not-an-id_return_visit` }))).toBe('request/invalid');
});
