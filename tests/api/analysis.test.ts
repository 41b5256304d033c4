import { describe, expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { fieldOf } from '../../shared/analysis/fields.ts';
import { weeksOf } from '../../shared/analysis/months.ts';
import { REPEATS } from '../../shared/analysis/repeats.ts';
import type { Analysis } from '../../shared/contract/analysis.ts';
import { REPAIR_CATEGORIES } from '../../shared/repairs/categories.ts';
import type { TicketKind } from '../../shared/tickets/ticket.ts';
import { storyOfEach } from '../support/api-story.ts';
import { refusal } from '../support/story.ts';

const s = storyOfEach();

type Client = Awaited<ReturnType<typeof s.client>>;
type Figure = Parameters<Client['analysisTickets']>[0];

/** How many are behind a figure, every page of it. */
async function countOf(client: Client, figure: Figure): Promise<number> {
  const ids = new Set<string>();
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<Client['analysisTickets']>> = await client.analysisTickets({ ...figure, ...(after ? { after } : {}) } as Figure);
    for (const { id } of page.items) ids.add(id);
    after = page.next;
  } while (after !== null);
  return ids.size;
}

/** Every figure of a month with what opens it. */
function figuresOf(found: Analysis): [string, number, Figure][] {
  const where = { month: found.month, ...(found.officeId ? { officeId: found.officeId } : {}) };
  const bars = (by: 'kind' | 'field' | 'category' | 'cause' | 'level', all: Analysis['kinds']) =>
    all.map(({ name, count }): [string, number, Figure] => [
      `${by} ${name}`,
      count,
      { ...where, ...(by === 'category' ? { kind: 'repair' as const } : {}), [by]: name } as Figure,
    ]);
  return [
    ['total', found.total, where],
    ...bars('kind', found.kinds),
    ...bars('field', found.fields),
    ...bars('category', found.categories),
    ...bars('cause', found.causes),
    ...bars('level', found.levels),
    ...found.weeks.map(({ count }, index): [string, number, Figure] => [`week ${index + 1}`, count, { ...where, week: String(index + 1) } as Figure]),
    ...found.places.flatMap(({ officeId, building, count, weeks }) => {
      const place = { ...where, officeId, ...(building === null ? {} : { building }) };
      const cells = weeks.map((n, index): [string, number, Figure] => [
        `${officeId} ${building} ${index + 1}`,
        n,
        { ...place, week: String(index + 1) } as Figure,
      ]);
      return [[`${officeId} ${building}`, count, place] as [string, number, Figure], ...cells];
    }),
    ...found.repeats.map(({ by, officeId, count, homeId, facilityId, category, building }): [string, number, Figure] => [
      `repeat ${by}`,
      count,
      {
        ...where,
        officeId,
        ...(homeId ? { homeId } : {}),
        ...(facilityId ? { facilityId } : {}),
        ...(category && building ? { category, building } : {}),
      },
    ]),
  ];
}

async function agrees(client: Client, asked: Parameters<Client['analysis']>[0]): Promise<Analysis> {
  const found = await client.analysis(asked);
  for (const [name, count, figure] of figuresOf(found)) expect([name, await countOf(client, figure)]).toEqual([name, count]);
  return found;
}

const nonzero = (bars: Analysis['kinds']) => Object.fromEntries(bars.filter(({ count }) => count > 0).map(({ name, count }) => [name, count]));

/** A March with something of every kind, at two estates. */
async function march() {
  s.at('2026-02-28 23:59');
  await s.resident('王秀兰').reports({ category: 'doors', words: '门坏了' });
  s.at('2026-03-01 00:00');
  const first = await s.resident('王秀兰').reports({ category: 'burst_pipe', words: '水管爆了' });
  s.at('2026-03-02 09:00');
  await s.resident('王秀兰').reports({ category: 'doors', words: '门又坏了' });
  await s.resident('陈一鸣').reports({ category: 'doors', words: '门锁坏了' });
  await s.resident('马建军').reports({ category: 'doors', words: '门合页松了' });
  await s.resident('何静').reports({ category: 'lift', place: 'public', where: '2栋3单元电梯' });
  await s.resident('周文静').orders('擦玻璃');
  await s.resident('许若琳').reports({ category: 'burst_pipe', words: '爆了' });
  s.at('2026-03-11 09:00');
  const praise = await s.resident('周文静').speaks('praise', '保洁很好');
  await s.agent('林晓芸').sorts(praise, 'praise', 'environment');
  await s.resident('王秀兰').speaks('enquiry', '物业费怎么交');
  const complaint = await s.resident('马建军').complains({}, '没人回我');
  s.at('2026-03-31 23:59');
  await s.resident('周文静').speaks('suggestion', '多种点树');
  s.at('2026-04-01 00:00');
  await s.resident('周文静').speaks('suggestion', '四月的话');
  return { first, complaint };
}

describe('手册 C9 每月分析', () => {
  test('一个月从上海的零点到零点；每个数打开都是那几件，一个不多一个不少', async () => {
    const { first } = await march();
    await s.agent('林晓芸').explainsMiss(first, 'repaired', 'parts');
    const director = await s.client('郑涛');
    const found = await agrees(director, { month: '2026-03' });
    expect(found.total).toBe(10);
    expect(nonzero(found.kinds)).toEqual({ repair: 5, special_service: 1, praise: 1, enquiry: 1, complaint: 1, suggestion: 1 });
    expect(nonzero(found.fields)).toEqual({ buildings: 3, equipment: 2, special: 1, environment: 1, unsorted: 3 });
    expect(nonzero(found.categories)).toEqual({ doors: 3, burst_pipe: 1, lift: 1 });
    expect(nonzero(found.levels)).toEqual({ office: 1 });
    expect(found.causes).toContainEqual({ name: 'parts', label: '缺配件', count: 1, percent: 10 });
    expect(found.weeks.map(({ label, count }) => [label, count])).toEqual([
      ['1 日', 1],
      ['2–8 日', 5],
      ['9–15 日', 3],
      ['16–22 日', 0],
      ['23–29 日', 0],
      ['30–31 日', 1],
    ]);
    expect(found.places.map(({ label, weeks }) => [label, weeks])).toEqual([
      ['1栋', [0, 2, 1, 0, 0, 0]],
      ['2栋', [0, 1, 0, 0, 0, 0]],
      ['3栋', [1, 1, 1, 0, 0, 0]],
      ['4栋', [0, 1, 1, 0, 0, 1]],
    ]);
    expect((await director.analysis({ month: '2026-02' })).total).toBe(1);
    expect((await director.analysis({ month: '2026-04' })).total).toBe(1);
    expect((await director.analysis({})).month).toBe('2026-04');
  });

  test('反复出现的：同一户、同一栋楼同一类；三户说同一件的标出来', async () => {
    await march();
    const repeats = async () =>
      (await (await s.client('郑涛')).analysis({ month: '2026-03' })).repeats.map((one) => [
        one.by,
        one.label,
        one.count,
        one.households,
        one.several,
      ]);
    s.at('2026-04-01 01:00');
    expect(await repeats()).toEqual([
      ['home', '3栋2单元502', 3, 1, false],
      ['home', '4栋3单元602', 3, 1, false],
      ['category', '1栋 门窗', 2, 2, false],
      ['home', '1栋2单元702', 2, 1, false],
    ]);
    expect(REPEATS).toMatchObject({ times: 2, households: 3 });
    for (const name of ['王秀兰', '马建军', '周文静'])
      await s.resident(name).reports({ category: 'lighting', place: 'public', where: '5栋1单元楼道' });
    expect((await (await s.client('郑涛')).analysis({})).repeats).toMatchObject([
      { by: 'category', label: '5栋 灯不亮', count: 3, households: 3, several: true },
    ]);
    await agrees(await s.client('郑涛'), {});
  });

  test('主任看本小区，服务中心负责人一样；公司看各小区，选一个就按楼看；客诉专员只数投诉；别人看不到', async () => {
    await march();
    const whole = await agrees(await s.client('吴桐'), { month: '2026-03' });
    expect(whole.total).toBe(11);
    expect(whole.places.map(({ label, count }) => [label, count])).toEqual([
      ['海棠湾', 1],
      ['梧桐里', 10],
    ]);
    const officeId = await s.officeId('WT');
    const one = await agrees(await s.client('曾勇'), { month: '2026-03', officeId });
    const directors = await (await s.client('郑涛')).analysis({ month: '2026-03' });
    expect({ ...one, offices: [], officeId: null }).toEqual({ ...directors, offices: [] });
    expect((await (await s.client('周敏')).analysis({ month: '2026-03' })).total).toBe(10);
    const complaints = await agrees(await s.client('袁媛'), { month: '2026-03' });
    expect([complaints.total, complaints.onlyComplaints, complaints.kinds.map(({ name }) => name)]).toEqual([1, true, ['complaint']]);
    for (const name of ['林晓芸', '赵建国', '陈立', '王秀兰', '邓丽']) {
      const client = await s.client(name);
      expect([name, await refusal(client.analysis({}))]).toEqual([name, 'analysis/not-yours']);
      expect([name, await refusal(client.analysisTickets({}))]).toEqual([name, 'analysis/not-yours']);
    }
    const next = { officeId: await s.officeId('HT') };
    expect(await refusal((await s.client('郑涛')).analysis(next))).toBe('analysis/not-yours');
    expect(await refusal((await s.client('郑涛')).analysisTickets(next))).toBe('analysis/not-yours');
    for (const month of ['2026-13', '三月', '2026-3']) expect(await refusal((await s.client('郑涛')).analysis({ month }))).toBe('request/invalid');
  });

  test('手册 C3 投诉主任的，主任的每一个数里都没有它；公司的数里有', async () => {
    const before = await (await s.client('郑涛')).analysis({});
    const companyBefore = await (await s.client('曾勇')).analysis({});
    await s.resident('王秀兰').complains({ against: ['director'] });
    await s.resident('王秀兰').complains({ compensation: true });
    for (const name of ['郑涛', '周敏']) expect(await (await s.client(name)).analysis({})).toEqual(before);
    expect((await (await s.client('郑涛')).analysisTickets({})).items).toEqual([]);
    const company = await agrees(await s.client('曾勇'), {});
    expect(company.total).toBe(companyBefore.total + 2);
    expect(company.repeats).toMatchObject([{ by: 'home', count: 2 }]);
    expect((await (await s.client('袁媛')).analysis({})).total).toBe(2);
  });

  test('翻页不漏不重：二十一件，两页', async () => {
    for (let n = 0; n < 21; n += 1) {
      s.at(`2026-03-02 09:${String(n).padStart(2, '0')}`);
      await s.resident('王秀兰').speaks('enquiry', '问一问');
    }
    const client = await s.client('郑涛');
    expect(await countOf(client, { kind: 'enquiry' })).toBe(21);
    expect((await client.analysis({})).kinds.find(({ name }) => name === 'enquiry')).toMatchObject({ count: 21, percent: 100 });
    expect(await refusal(client.analysisTickets({ after: '2026' }))).toBe('request/invalid');
  });

  test('周一到周日算一周，头尾在月边切开；哪一块，库里和规则说的一样', async () => {
    expect(weeksOf('2026-02').map(({ label }) => label)).toEqual(['1 日', '2–8 日', '9–15 日', '16–22 日', '23–28 日']);
    expect(weeksOf('2026-06')).toHaveLength(5);
    expect(weeksOf('2026-03')[0]!.from.toISOString()).toBe('2026-02-28T16:00:00.000Z');
    const client = await s.client('郑涛');
    const ticket = await s.resident('王秀兰').reports({ category: 'doors', words: '门坏了' });
    const cases: [TicketKind, string][] = [
      ...REPAIR_CATEGORIES.map(({ code }): [TicketKind, string] => ['repair', code]),
      ['repair', 'no_such'],
      ['special_service', '擦玻璃'],
      ['enquiry', 'fire'],
      ['complaint', 'unsorted'],
      ['praise', 'no_such'],
    ];
    for (const [kind, category] of cases) {
      await s.world.house.db.execute(
        sql`update tickets set kind = ${kind}, facts = facts || jsonb_build_object('category', ${category}::text) where id = ${ticket.id}`,
      );
      expect([kind, category, (await client.analysis({})).fields.map(({ name }) => name)]).toEqual([kind, category, [fieldOf(kind, category)]]);
    }
    await s.world.house.db.execute(sql`update tickets set kind = 'repair', facts = facts || '{"category": "doors"}' where id = ${ticket.id}`);
  });
});
