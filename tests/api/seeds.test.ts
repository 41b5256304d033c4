import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { createApp } from '../../api/app.ts';
import { idsBy } from '../../api/context.ts';
import { homesOf, OFFICES, type OfficeLetters, PEOPLE } from '../../db/seeds/company.ts';
import { HOME_MATTERS, PUBLIC_MATTERS } from '../../db/seeds/matters.ts';
import { monthOfRepairs } from '../../db/seeds/month.ts';
import type { DemoApi } from '../../host/demo/deeds.ts';
import { playMonth } from '../../host/demo/month.ts';
import { createClient } from '../../shared/contract/client.ts';
import { DOORS } from '../../shared/contract/doors.ts';
import type { Api } from '../../shared/contract/index.ts';
import { ROLES, type Role } from '../../shared/kernel/people.ts';
import { DAY, isoDay, shanghaiTime } from '../../shared/kernel/time.ts';
import { categoryOf } from '../../shared/repairs/categories.ts';
import type { Trade } from '../../shared/repairs/dispatching.ts';
import { expectReplayed } from '../support/replay.ts';
import { openWorld, type World } from '../support/world.ts';

test('somebody named holds every role of the glossary, and each estate has three hundred homes', () => {
  const held = new Set(PEOPLE.flatMap((person) => (person.roles ?? []).map(([, role]) => role)));
  expect((Object.keys(ROLES) as Role[]).filter((role) => !held.has(role))).toEqual([]);
  for (const office of OFFICES.filter((one) => one.kind === 'estate')) expect(homesOf(office)).toHaveLength(300);
  const labels = new Set(OFFICES.flatMap((office) => homesOf(office).map((home) => `${office.letters} ${home.label}`)));
  const lived = PEOPLE.flatMap((person) => (person.homes ?? []).map(([letters, label]) => `${letters} ${label}`));
  expect(lived.filter((home) => !labels.has(home))).toEqual([]);
});

test('the month is the same every time', () => {
  const technicians = { WT: [{ name: '赵建国', trades: ['general', 'water_power'] as Trade[] }], HT: [] };
  const people = { residents: [{ name: '王秀兰', home: ['WT', '3栋2单元502'] as ['WT', string] }], technicians };
  expect(monthOfRepairs(people)).toEqual(monthOfRepairs(people));
});

test('what breaks belongs where it breaks', () => {
  for (const { category } of HOME_MATTERS) expect([category, categoryOf(category)?.places]).toEqual([category, expect.arrayContaining(['home'])]);
  for (const { category, where } of PUBLIC_MATTERS) {
    expect([category, categoryOf(category)?.places]).toEqual([category, expect.arrayContaining(['public'])]);
    expect([where, category === 'lift']).toEqual([where, where.includes('电梯')]);
  }
});

describe('the demo as of its present moment', () => {
  const until = shanghaiTime('2026-11-21 10:00');
  const hand = { now: new Date(until.getTime() - 31 * DAY) };
  const clock = () => hand.now;
  let world: World;
  const idsOf = async (query: ReturnType<typeof sql>) =>
    new Map((await world.house.db.execute<{ id: string; name: string }>(query)).map((row) => [row.name, row.id]));
  let people: Map<string, string>;
  let offices: Map<OfficeLetters, string>;

  beforeAll(async () => {
    world = await openWorld();
    world = { ...world, house: { ...world.house, clock, newId: idsBy(clock), later: () => {} }, now: clock };
    people = await idsOf(sql`select id, name from people`);
    offices = (await idsOf(sql`select id, letters as name from offices`)) as typeof offices;
    const homes = await idsOf(sql`select h.id, o.letters || ' ' || h.label as name from homes h join offices o on o.id = h.office_id`);
    await playMonth(world.house, hand, { people, homes, offices }, until, () => {});
  }, 300_000);
  afterAll(() => world.close());

  const count = async (query: ReturnType<typeof sql>) => (await world.house.db.execute<{ n: number }>(query))[0]!.n;
  const as = async (name: string): Promise<DemoApi> => {
    const app = createApp(world.house);
    const authorization = `Bearer ${await world.house.tokens.sign(people.get(name)!)}`;
    return createClient<Api>(DOORS, async ({ method, url }) => {
      const answer = await app.fetch(new Request(`http://house/api${url}`, { method, headers: { authorization } }));
      return { status: answer.status, body: await answer.json() };
    });
  };
  const turnsOf = async (name: string) => (await (await as(name)).tickets({ show: 'your_turn', as: 'resident' })).items;

  test('a hundred and eight repairs are over and fourteen matters go on, eight things were said, eight complaints made, ten were late, three reopened, all by the real commands', async () => {
    const late = sql`select count(distinct subject)::int as n from promises where subject_kind = 'ticket' and coalesce(kept_at, withdrawn_at, ${until.toISOString()}) > due_by`;
    expect(await count(sql`select count(*)::int as n from tickets`)).toBe(138);
    expect(await count(late)).toBe(10);
    expect(await count(sql`select count(*)::int as n from tickets where round > 1`)).toBe(3);
    expect(await expectReplayed(world)).toBe(138);
    expect(world.reports).toEqual([]);
  });

  test('of what was late one has no cause on record yet, and two were done at a later date that was agreed on', async () => {
    const { causes, figures } = await (await as('郑涛')).late({});
    expect(causes.filter((one) => one.cause === 'not_said')).toMatchObject([{ count: 1 }]);
    expect(causes.length).toBeGreaterThan(2);
    expect(figures.agreed).toMatchObject({ count: 2 });
    expect((await (await as('谢军')).late({})).causes.map((one) => one.cause)).not.toContain('not_said');
  });

  test('one urgent matter is overdue, and the director knows', async () => {
    const { lateNow } = await (await as('郑涛')).late({});
    expect(lateNow).toMatchObject([{ label: '上门', clause: 'R3', where: '4栋3单元602', ownerName: '赵建国' }]);
    const { items } = await (await as('郑涛')).inbox({});
    expect(items.some((one) => one.ticketId === lateNow[0]!.ticketId && !one.read)).toBe(true);
    expect((await (await as('林晓芸')).workbench({})).counts).toMatchObject({ overdue: 1 });
  });

  test('a repair waits for 王秀兰, a quote for 马建军', async () => {
    expect(await turnsOf('王秀兰')).toMatchObject([{ title: '水龙头', status: 'finished' }]);
    expect(await turnsOf('马建军')).toMatchObject([{ title: '停电跳闸', status: 'on_site', waitsFor: 'quote' }]);
  });

  test('what residents say is there, of each kind: one declined and objected to, one praise for a colleague by name', async () => {
    const kinds = sql`select count(*)::int as n from tickets where kind in ('suggestion', 'praise', 'enquiry')`;
    expect(await count(kinds)).toBe(8);
    expect(await count(sql`select count(*)::int as n from events where did = 'objected'`)).toBe(1);
    const [praise] = (await (await as('赵建国')).inbox({})).items.filter((one) => one.praise !== null);
    expect(praise).toMatchObject({ text: '住户表扬了您', ticketId: null, where: '梧桐里', praise: expect.stringContaining('赵师傅') });
    const { items } = await (await as('郑涛')).inbox({});
    expect(items.map((one) => one.text)).toContain('住户表扬了赵建国');
    const turns = (await (await as('吴桐')).workbench({})).items;
    expect(turns.filter((one) => one.next?.what === 'answered_above')).toMatchObject([{ kind: 'suggestion', title: '消防' }]);
  });

  test('the channels of 梧桐里 were looked through for weeks, and of one the round was missed, which its head knows (I13, Z8)', async () => {
    const { items } = await (await as('何静')).duties({ show: 'past' });
    const box = items.filter((one) => one.title === '开意见箱');
    expect(box.map((one) => one.standing)).toEqual(['done', 'missed', 'done']);
    expect(items.filter((one) => one.standing === 'missed')).toMatchObject([{ title: '开意见箱', inARow: 1 }]);
    expect((await (await as('周敏')).inbox({})).items.some((one) => one.text.includes('到时间没有做'))).toBe(true);
    expect((await (await as('何静')).duties({})).items.filter((one) => one.isMine).map((one) => one.title)).toEqual(['开意见箱', '收公告栏留言']);
    const { offices: kept } = await (await as('郑涛')).keepers({});
    expect(kept[0]!.channels.filter((one) => one.off).map((one) => one.label)).toEqual(['网站', '论坛']);
  });

  test('a slip is on its way, a referral waits to be verified, and last week’s emergency is over with its report (D3, D5, I8)', async () => {
    const { items: owed } = await (await as('罗芳')).errands({ kind: 'handover' });
    expect(owed).toMatchObject([{ status: 'taken', to: expect.stringContaining('环境部'), ticketNumber: expect.any(String) }]);
    const { history } = await (await as('罗芳')).errand({ id: owed[0]!.id });
    expect(history.map((one) => one.did)).toContain('progressed');
    const { items: back } = await (await as('林晓芸')).errands({ which: 'given', kind: 'referral' });
    expect(back).toMatchObject([{ status: 'returned' }]);
    const { items: over } = await (await as('吴桐')).errands({ which: 'over', kind: 'urgent' });
    expect(over).toMatchObject([{ status: 'closed' }]);
    expect((await (await as('吴桐')).errand({ id: over[0]!.id })).history.map((one) => one.did)).toContain('report_written');
    const { items: letters } = await (await as('郑涛')).errands({ which: 'open', kind: 'letter' });
    expect(letters).toMatchObject([{ status: 'given', to: '主任 郑涛' }]);
    const { items: notices } = await (await as('吴桐')).errands({ which: 'open', kind: 'notice' });
    expect(notices).toMatchObject([{ status: 'given', officeName: '海棠湾' }]);
    expect((await (await as('吴桐')).exchanges({})).waiting).toBe(1);
    const { items: actions } = await (await as('郑涛')).errands({ kind: 'action' });
    expect(actions).toMatchObject([{ status: 'returned', holderName: expect.stringContaining('陈立') }]);
    const lateOf = sql`select count(*)::int as n from promises p join errands e on e.id = p.subject where e.kind not in ('duty', 'survey') and coalesce(p.kept_at, ${until.toISOString()}) > p.due_by`;
    expect(await count(lateOf)).toBe(0);
  });

  test('November’s survey went from its issue to its review: every household that has a name here answered it (S1–S6)', async () => {
    const { items } = await (await as('吴桐')).errands({ which: 'over', kind: 'survey' });
    const [half] = await world.house.db.execute<{ id: string }>(sql`select id from errands where facts->>'survey' = 'half_year'`);
    const { id } = half!;
    expect(items.filter((one) => one.id === id)).toMatchObject([{ status: 'closed', officeName: '梧桐里' }]);
    const { history, promises } = await (await as('吴桐')).errand({ id });
    expect(history.map((one) => one.did).filter((did) => !['warned', 'missed', 'told'].includes(did))).toEqual([
      'given',
      'issued',
      'collected',
      'analysed',
      'lettered',
      'sent_up',
      'reviewed',
    ]);
    expect(promises.filter((one) => one.missed)).toEqual([]);
    expect(await (await as('王秀兰')).openLetter({ id })).toMatchObject({
      stand: 'posted',
      kept: 2,
      deeds: [{ stand: 'kept' }, { stand: 'kept' }, { stand: 'doing' }],
    });
    const results = await (await as('王秀兰')).surveyResults({ id });
    expect(results).toMatchObject({ returned: 7, below: false, whole: { percent: expect.any(Number) }, analysis: expect.stringContaining('楼道') });
    expect((await (await as('周敏')).surveyWords({ id })).items).toHaveLength(2);
  });

  test('there are complaints at every level: solved, taken from the office by the clock, about compensation, come as a suggestion, a major one with its report', async () => {
    const told = sql`select t.facts #>> '{complaint,level}' || ' ' || t.status || ' ' || (t.facts #>> '{complaint,why}') as told from tickets t where t.kind = 'complaint' order by 1`;
    const rows = await world.house.db.execute<{ told: string }>(told);
    expect(rows.map((row) => row.told)).toEqual([
      'leadership received against the director',
      'leadership received compensation',
      'office closed the office’s door',
      'office closed the office’s door',
      'office closed the office’s door',
      'office received the office’s door',
      'quality closed unsolved at the office',
      'quality received against all of leadership',
    ]);
    for (const did of ['escalated', 'plan_set', 'quality_visited', 'became_complaint', 'major_reported', 'bulletin_issued', 'interim_replied'])
      expect([did, await count(sql`select count(*)::int as n from events where did = ${did}`)]).toEqual([did, 1]);
    const owed = await world.house.db.execute<{ what: string }>(
      sql`select p.what from promises p join tickets t on t.id = p.subject where t.kind = 'complaint' and p.kept_at is null and p.withdrawn_at is null order by 1`,
    );
    expect(owed.map((row) => row.what)).toEqual(['formal_reply', 'formal_reply', 'formal_reply', 'formal_reply']);
  });

  test('C3: of the complaint against the director whoever signs in as 郑涛 or 林晓芸 has nothing; 曾勇 has it', async () => {
    const [against] = await world.house.db.execute<{ id: string; number: string }>(
      sql`select id, number from tickets where facts #>> '{complaint,why}' = 'against the director'`,
    );
    const { id } = against!;
    for (const name of ['郑涛', '林晓芸', '周敏', '陈立']) {
      const api = await as(name);
      await expect(api.ticket({ id })).rejects.toMatchObject({ code: 'seen/not-found' });
      const [lists, news, workbench] = [await api.tickets({ as: 'staff' }), await api.inbox({}), await api.workbench({})];
      expect(JSON.stringify([lists, news, workbench])).not.toContain(id);
    }
    const leader = await as('曾勇');
    expect(await leader.ticket({ id })).toMatchObject({ complaint: { explain: '到公司领导：投诉主任，C3', hasLeftOffice: true } });
    expect((await leader.inbox({})).items.some((one) => one.ticketId === id)).toBe(true);
  });

  test('a special service is ordered and arranged for tomorrow', async () => {
    const { items } = await (await as('王秀兰')).tickets({ as: 'resident' });
    const [service] = items.filter((one) => one.kind === 'special_service');
    expect(service).toMatchObject({ title: '空调清洗', status: 'dispatched', next: { what: 'named_visit' } });
    expect(isoDay(new Date(service!.next!.dueBy))).toBe('2026-11-22');
  });

  test('two neighbours reported one row of lamps, and the second goes on in the first', async () => {
    const [own] = (await (await as('马建军')).tickets({ as: 'resident' })).items.filter((one) => one.own !== null);
    expect(own).toMatchObject({ title: '灯不亮', status: 'dispatched', own: { number: expect.any(String) } });
  });

  test('somebody has to look at a mended roof by tomorrow', async () => {
    const [check] = (await (await as('陈立')).visits({})).items;
    expect(check).toMatchObject({ what: 'defect_check_first', where: '5栋1单元1002' });
    expect(check!.dueBy).toBe(shanghaiTime('2026-11-23 00:00').toISOString());
  });

  test('a technician has three jobs in hand, and nobody is missing where a firm from outside comes', async () => {
    const { technicians, unassigned } = await (await as('陈立')).board({});
    expect(technicians.find((one) => one.name === '赵建国')).toMatchObject({ late: 1, tickets: { length: 3 } });
    expect(unassigned.map((one) => one.where)).toEqual(['2栋1单元门口', '2栋3单元402']);
  });

  test('a works notice of a public repair is out, with the director’s approval', async () => {
    const { items } = await (await as('王秀兰')).publications({});
    expect(items).toMatchObject([{ stand: 'out', current: { work: '更换生活水泵的轴承' } }]);
    const [forStaff] = (await (await as('陈立')).publications({ as: 'staff' })).items;
    expect(forStaff).toMatchObject({ ticket: { number: expect.any(String) }, issues: [{ approverName: '郑涛' }] });
  });

  test('every public facility has its name, labour and parts are on record, and nothing of one', async () => {
    const officeId = offices.get('WT')!;
    const api = await as('郑涛');
    const span = { officeId, from: new Date(until.getTime() - 30 * DAY).toISOString(), until: until.toISOString() };
    const { items, sum, missing } = await api.publicCosts(span);
    expect(missing).toBe(0);
    expect(items.length).toBeGreaterThan(3);
    expect(items.filter((one) => one.facility === null)).toEqual([]);
    expect(Math.min(sum.labourFen, sum.partsFen)).toBeGreaterThan(0);
    expect(items.filter((one) => one.totalFen === 0)).toMatchObject([{ facility: { name: '5栋2单元电梯' } }]);
  });

  test('a convenience costs nothing', async () => {
    const { items } = await (await as('王秀兰')).services({});
    expect(items.filter((one) => one.kind === 'convenience').map((one) => one.priceFen)).toEqual([0, 0, 0]);
  });

  test('手册 V1、V2 the company drew every week, called, and has somebody left to call', async () => {
    const { items } = await (await as('邓丽')).draws({});
    const ofEstate = items.filter((one) => one.clause === 'V1' && one.officeName === '梧桐里');
    expect(ofEstate.length).toBeGreaterThan(2);
    expect(ofEstate.reduce((sum, one) => sum + one.asked, 0)).toBeGreaterThan(2);
    const owed = (await (await as('邓丽')).visits({})).items;
    expect(owed.length).toBeGreaterThan(0);
    expect(owed.filter((line) => line.what !== 'weekly_visit')).toEqual([]);
    expect(owed.filter((line) => new Date(line.dueBy) < until)).toEqual([]);
  });
});
