import { beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import type { Figure } from '../../shared/contract/settings.ts';
import { Problem } from '../../shared/kernel/problem.ts';
import { SETTINGS, type SettingKey } from '../../shared/kernel/settings.ts';
import { storyOfEach } from '../support/api-story.ts';
import { refusal } from '../support/story.ts';

const s = storyOfEach({ at: '2026-03-02 09:00' });
let wt = '';
let zb = '';

beforeEach(async () => {
  const rows = await s.world.house.db.execute<{ id: string; letters: string }>(sql`select id, letters from offices`);
  wt = rows.find((row) => row.letters === 'WT')!.id;
  zb = rows.find((row) => row.letters === 'ZB')!.id;
});

const figure = async (name: string, officeId: string, key: SettingKey): Promise<Figure> =>
  (await (await s.client(name)).settings({ officeId })).clauses.flatMap(({ figures }) => figures).find((one) => one.key === key)!;

const GIVEN = { key: 'slipProgressDays', value: 2, from: '2026-03-03', reason: '快一点', seen: null } as const;
const PROPOSED = { key: 'slipProgressDays', value: 2, from: '2026-03-05', reason: '业主大会说的' } as const;

async function fieldsOf(deed: Promise<unknown>): Promise<string[]> {
  const thrown = await deed.then(
    () => null,
    (error: unknown) => error,
  );
  return thrown instanceof Problem ? (thrown.errors ?? []).map(({ field }) => field) : ['was not refused'];
}

const lines = async () =>
  (await s.world.house.db.execute<{ value: unknown }>(sql`select value from settings where key = 'slipProgressDays' order by id`)).map(
    ({ value }) => value,
  );

describe('手册 A4 同事看得到的规矩', () => {
  test('每一项都在，带着条款、单位、上下限和手册的话；住户看不到；别的小区的人看不到这个小区的，公司的看得到', async () => {
    const { clauses, office, offices } = await (await s.client('赵建国')).settings({});
    expect(office).toMatchObject({ name: '梧桐里', isCompany: false });
    expect(offices.map(({ name }) => name)).toEqual(['梧桐里', '回音物业总部']);
    const figures = clauses.flatMap((one) => one.figures);
    expect(figures.map(({ key }) => key).sort()).toEqual(Object.keys(SETTINGS).sort());
    expect(figures.find(({ key }) => key === 'urgentDispatchMinutes')).toMatchObject({
      said: '15 分钟',
      least: 1,
      most: 60,
      whose: 'manual',
      own: true,
    });
    expect(clauses.find(({ clause }) => clause === 'Z18')!.words).not.toBe('');
    expect(await refusal((await s.client('王秀兰')).settings({}))).toBe('settings/staff-only');
    expect(await refusal((await s.client('王秀兰')).settingHistory({ officeId: wt, key: 'slipProgressDays' }))).toBe('settings/staff-only');
    expect(await refusal((await s.client('王秀兰')).settingChanges({}))).toBe('settings/staff-only');
    expect(await refusal((await s.client('宋雨')).settings({ officeId: wt }))).toBe('seen/not-found');
    expect(await refusal((await s.client('宋雨')).settingHistory({ officeId: wt, key: 'slipProgressDays' }))).toBe('seen/not-found');
    expect((await (await s.client('宋雨')).settings({ officeId: zb })).office.isCompany).toBe(true);
    expect((await (await s.client('曹阳')).settings({})).offices).toHaveLength(3);
  });

  test('谁能改，页面就给谁改：领导改公司的，主任提自己小区的', async () => {
    const may = async (name: string, officeId: string) => {
      const { maySet, mayPropose } = await (await s.client(name)).settings({ officeId });
      return [maySet, mayPropose];
    };
    expect(await may('曾勇', zb)).toEqual([true, false]);
    expect(await may('曾勇', wt)).toEqual([false, false]);
    expect(await may('郑涛', wt)).toEqual([false, true]);
    expect(await may('郑涛', zb)).toEqual([false, false]);
    expect(await may('吴桐', zb)).toEqual([false, false]);
    expect(await may('周敏', wt)).toEqual([false, false]);
  });

  test('将来的看得到，历史里每一条都带着谁定的、为什么；谁改过的表新的在前，别的小区自己的不在里面', async () => {
    await (await s.client('曾勇')).setSetting(GIVEN);
    const told = await (await s.client('郑涛')).proposeSetting({ ...PROPOSED, value: 1, officeId: wt });
    await (await s.client('吴桐')).decideApproval({ id: told.id, round: 1, step: 0, verdict: 'approved', words: '比公司的严' });
    expect(await figure('赵建国', wt, 'slipProgressDays')).toMatchObject({
      value: 3,
      coming: [
        { said: '2 天', whose: 'company', from: '2026-03-03' },
        { said: '1 天', whose: 'estate', from: '2026-03-05' },
      ],
    });
    s.at('2026-03-06 09:00');
    expect(await figure('赵建国', wt, 'slipProgressDays')).toMatchObject({
      value: 1,
      whose: 'estate',
      since: '2026-03-05',
      byName: '郑涛',
      above: '2 天',
      coming: [],
    });
    const { items } = await (await s.client('赵建国')).settingHistory({ officeId: wt, key: 'slipProgressDays' });
    expect(items).toMatchObject([
      { said: '1 天', whose: 'estate', from: '2026-03-05', byName: '郑涛', reason: '业主大会说的', recordedBy: '吴桐', record: '比公司的严' },
      { said: '2 天', whose: 'company', from: '2026-03-03', byName: '曾勇', reason: '快一点', recordedBy: null },
    ]);
    const changes = async (name: string) => (await (await s.client(name)).settingChanges({})).items.map(({ key, officeName }) => [key, officeName]);
    expect(await changes('吴桐')).toEqual([
      ['slipProgressDays', '梧桐里'],
      ['slipProgressDays', '回音物业总部'],
      ['supervisorDispatches', '海棠湾'],
    ]);
    expect(await changes('宋雨')).toEqual([
      ['slipProgressDays', '回音物业总部'],
      ['supervisorDispatches', '海棠湾'],
    ]);
  });

  test('谁改过的表一页二十条，翻得完', async () => {
    const leader = await s.client('曾勇');
    let seen: string | null = null;
    for (let nth = 0; nth < 22; nth += 1) seen = (await leader.setSetting({ ...GIVEN, value: 1 + (nth % 2), seen })).id;
    const first = await leader.settingChanges({});
    expect(first.items).toHaveLength(20);
    const rest = await leader.settingChanges({ after: first.next! });
    expect(rest.items).toHaveLength(3);
    expect(rest.next).toBeNull();
    expect(await refusal(leader.settingChanges({ after: 'x' }))).toBe('request/invalid');
  });
});

describe('手册 A4 一项只有一个结果', () => {
  test('点两下只有一条；两个人同时改，后到的要看过现在的再改', async () => {
    const leader = await s.client('曾勇');
    const twice = await Promise.all([leader.setSetting(GIVEN), leader.setSetting(GIVEN)]);
    expect(twice[0]).toEqual(twice[1]);
    expect(await lines()).toEqual([2]);
    const { seen } = await figure('曾勇', zb, 'slipProgressDays');
    const both = await Promise.allSettled([
      (await s.client('曾勇')).setSetting({ ...GIVEN, value: 4, seen }),
      (await s.client('彭浩')).setSetting({ ...GIVEN, value: 5, seen }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((both.find((one) => one.status === 'rejected') as PromiseRejectedResult).reason).toMatchObject({ code: 'setting/changed' });
    expect(await lines()).toHaveLength(2);
  });

  test('主任点两下、两次同时提，只有一份；两个人同时记，只记一次', async () => {
    const director = await s.client('郑涛');
    const twice = await Promise.allSettled([
      director.proposeSetting({ ...PROPOSED, officeId: wt }),
      director.proposeSetting({ ...PROPOSED, officeId: wt }),
    ]);
    expect(twice.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(0);
    expect(await director.proposeSetting({ ...PROPOSED, officeId: wt })).toMatchObject({ status: 'waiting', round: 1 });
    expect(await refusal(director.proposeSetting({ ...PROPOSED, value: 1, officeId: wt }))).toBe('approval/decided');
    const { approvalId: id } = (await director.settings({ officeId: wt })).proposals[0]!;
    const both = await Promise.allSettled(
      ['吴桐', '程颖'].map(async (name) => (await s.client(name)).decideApproval({ id, round: 1, step: 0, verdict: 'approved', words: '同意' })),
    );
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await lines()).toEqual([2]);
  });

  test('公司同时改得更严、品质管理部同时记，小区的不会比公司的松', async () => {
    const told = await (await s.client('郑涛')).proposeSetting({ ...PROPOSED, officeId: wt });
    await Promise.allSettled([
      (await s.client('曾勇')).setSetting({ ...GIVEN, value: 1 }),
      (await s.client('吴桐')).decideApproval({ id: told.id, round: 1, step: 0, verdict: 'approved', words: '同意' }),
    ]);
    s.at('2026-03-10 09:00');
    expect((await figure('郑涛', wt, 'slipProgressDays')).value).toBe(1);
  });
});

describe('手册 A4 不收的', () => {
  test('每一种都说是哪一栏', async () => {
    const leader = await s.client('曾勇');
    expect(await fieldsOf(leader.setSetting({ ...GIVEN, value: 99 }))).toEqual(['value']);
    expect(await fieldsOf(leader.setSetting({ ...GIVEN, value: true }))).toEqual(['value']);
    expect(await fieldsOf(leader.setSetting({ ...GIVEN, value: 1.5 as never }))).toEqual(['value']);
    expect(await fieldsOf(leader.setSetting({ ...GIVEN, from: '2026-03-02' }))).toEqual(['from']);
    expect(await fieldsOf(leader.setSetting({ ...GIVEN, from: '2026-02-30' }))).toEqual(['from']);
    expect(await fieldsOf(leader.setSetting({ ...GIVEN, reason: ' ' }))).toEqual(['reason']);
    expect(await fieldsOf(leader.setSetting({ ...GIVEN, key: 'constructor' as never }))).toEqual(['key']);
    expect(await fieldsOf(leader.setSetting({ ...GIVEN, key: 'quietFromHour', value: 8 }))).toEqual(['value']);
    const director = await s.client('郑涛');
    expect(await fieldsOf(director.proposeSetting({ ...PROPOSED, value: 4, officeId: wt }))).toEqual(['value']);
    expect(await fieldsOf(director.proposeSetting({ ...PROPOSED, key: 'mailboxDays', officeId: wt }))).toEqual(['key']);
    expect(await fieldsOf(director.proposeSetting({ ...PROPOSED, from: '2026-03-02', officeId: wt }))).toEqual(['from']);
    expect((await director.settings({ officeId: wt })).proposals).toEqual([]);
    expect(await refusal(director.proposeSetting({ ...PROPOSED, officeId: zb }))).toBe('seen/not-found');
    expect(await refusal((await s.client('王秀兰')).proposeSetting({ ...PROPOSED, officeId: wt }))).toBe('seen/not-found');
    expect(await lines()).toEqual([]);
  });

  test('定过的谁也改不了、删不掉（A3）', async () => {
    await (await s.client('曾勇')).setSetting(GIVEN);
    const told = await (await s.client('郑涛')).proposeSetting({ ...PROPOSED, value: 1, officeId: wt });
    expect(told.status).toBe('waiting');
    const denied = async (statement: ReturnType<typeof sql>) =>
      expect(s.world.house.db.execute(statement)).rejects.toMatchObject({ cause: { code: '42501' } });
    await denied(sql`update settings set value = '9'`);
    await denied(sql`delete from settings`);
    await denied(sql`update setting_proposals set value = '9'`);
    await denied(sql`delete from setting_proposals`);
  });

  test('主任收到记没记的消息，点开是规矩；品质管理部收到有一份等着', async () => {
    const told = await (await s.client('郑涛')).proposeSetting({ ...PROPOSED, officeId: wt });
    expect((await (await s.client('吴桐')).inbox({})).items[0]).toMatchObject({ title: '小区自己的规矩', setting: true, ticketId: null });
    await (await s.client('吴桐')).decideApproval({ id: told.id, round: 1, step: 0, verdict: 'returned', words: '做不到' });
    expect((await (await s.client('郑涛')).inbox({})).items[0]).toMatchObject({
      title: '小区自己的规矩',
      setting: true,
      text: '送审的文字被退回，请看原因',
    });
    expect((await (await s.client('郑涛')).settings({ officeId: wt })).proposals).toMatchObject([{ status: 'returned', words: '做不到' }]);
  });
});
