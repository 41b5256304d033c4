import { describe, expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { hashOfSetUp, offerCode } from '../../api/company/set-up.ts';
import { sheetOf } from '../../api/registers/sheet.ts';
import { connect } from '../../db/connect.ts';
import { ROSTER_COLUMNS } from '../../shared/company/roster.ts';
import type { RosterRead } from '../../shared/contract/company.ts';
import { Problem } from '../../shared/kernel/problem.ts';
import { storyOfSignIn } from '../support/sign-in.ts';
import { refusal } from '../support/story.ts';

const { s, phones, post, whoIs, signIn, passOf } = storyOfSignIn({ isEmpty: true });
const MANAGER = '13900000001';
const ESTATE = {
  name: '银杏园',
  letters: 'yx',
  hotline: '0571-0000 0130',
  opensAtMinute: 480,
  closesAtMinute: 1080,
  occupiedSince: '2020-05-01',
  commissionBased: false,
  singleClient: false,
};

/** As the migration does, at deployment. */
async function offered(): Promise<string | null> {
  const { db, close } = connect(s.world.urls.owner, { max: 1 });
  return offerCode(db, s.world.house)
    .then((offer) => offer?.code ?? null)
    .finally(close);
}

const setUp = async (openid: string, setUpCode: string, name = '蔡建华', number = MANAGER) =>
  post('/sign-in/set-up', {
    pass: await passOf(openid),
    setUpCode,
    companyName: '回音物业',
    hotline: '0571-0000 0100',
    name,
    code: phones.phoneCode(number),
  });

/** What a refusal says of its first field. */
const wrongOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (thrown: unknown) => (thrown instanceof Problem ? (thrown.errors?.[0]?.field ?? thrown.code) : String(thrown)),
  );

const row = (building: number | string, unit: number | string, room: string, name: string, phone = '', as = '业主', since = '', key = '') => [
  String(building),
  String(unit),
  room,
  name,
  phone,
  as,
  since,
  key,
];

const sheet = async (rows: string[][]) => Buffer.from(await sheetOf('住户名单', ROSTER_COLUMNS, rows)).toString('base64');

async function ready(): Promise<{ id: string; read: (rows: string[][], isPreview?: boolean) => Promise<RosterRead> }> {
  expect((await setUp('o-cai', (await offered())!)).status).toBe(200);
  const manager = await s.client('蔡建华');
  const { id } = await manager.addEstate(ESTATE, { key: 'first-estate' });
  return { id, read: async (rows, isPreview = false) => manager.readRoster({ id, file: await sheet(rows), isPreview }) };
}

const counted = async () => {
  const [line] = await s.world.house.db.execute<{ homes: number; people: number; residences: number; imports: number }>(
    sql`select (select count(*)::int from homes) homes, (select count(*)::int from people) people, (select count(*)::int from residences) residences, (select count(*)::int from roster_imports) imports`,
  );
  return line!;
};

describe('建公司：从空的数据库开始', () => {
  test('部署时给的码：第一个人就是总经理；只能用一次，只存摘要；建好以后不再给码', async () => {
    const code = (await offered())!;
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
    const stored = await s.world.house.db.execute(sql`select c::text as row from set_up_codes c`);
    expect(JSON.stringify(stored)).not.toContain(code);
    expect(JSON.stringify(stored)).toContain(hashOfSetUp(code));
    expect((await signIn('o-cai')).isNew).toBe(true);
    expect((await setUp('o-thief', '0'.repeat(26))).code).toBe('set-up/not-good');
    const done = await setUp('o-cai', ` ${code.slice(0, 5)}-${code.slice(5).toLowerCase()}`);
    expect(await whoIs(done.token)).toBe('蔡建华');
    expect(await (await s.client('蔡建华')).session({})).toMatchObject({ appointments: [{ officeName: '回音物业', role: 'generalManager' }] });
    expect((await setUp('o-thief', code, '小偷', '13900000009')).code).toBe('set-up/done');
    expect(await offered()).toBeNull();
    expect((await signIn('o-other')).isNew).toBe(false);
    expect(await counted()).toMatchObject({ people: 1 });
  });

  test('丢了再给一个，前一个作废；七天以后作废；几个人同时用一个码：一个成', async () => {
    const first = (await offered())!;
    const second = (await offered())!;
    expect((await setUp('o-1', first)).code).toBe('set-up/not-good');
    s.at('2026-03-09 09:00');
    expect((await setUp('o-1', second)).code).toBe('set-up/not-good');
    const third = (await offered())!;
    const tried = await Promise.all(['o-1', 'o-2', 'o-3'].map((one, nth) => setUp(one, third, `经理${nth}`, `1390000001${nth}`)));
    expect(tried.map((one) => one.status).sort()).toEqual([200, 409, 409]);
    expect(await s.count(sql`select count(*)::int as n from offices`)).toBe(1);
    expect(await s.count(sql`select count(*)::int as n from people`)).toBe(1);
  });

  test('没有码、填错的，说清是哪一项，什么也没建', async () => {
    await offered();
    const pass = await passOf('o-1');
    const form = { pass, setUpCode: 'x', companyName: '回音物业', hotline: '0571-0000 0100', name: '蔡建华', code: 'c' };
    for (const [field, value] of [
      ['companyName', ''],
      ['hotline', '打我'],
      ['name', ' '],
    ] as const)
      expect((await post('/sign-in/set-up', { ...form, [field]: value })).errors?.[0]?.field).toBe(field);
    expect((await post('/sign-in/set-up', form)).code).toBe('set-up/not-good');
    expect(await s.count(sql`select count(*)::int as n from offices`)).toBe(0);
  });
});

describe('建小区、排房号', () => {
  test('总经理建小区：代号不重、点两下只建一个；还差什么说得出；改了留着以前的，两个人同时改后一个看现在的', async () => {
    const { id } = await ready();
    const manager = await s.client('蔡建华');
    expect((await manager.addEstate(ESTATE, { key: 'first-estate' })).id).toBe(id);
    expect(await wrongOf(manager.addEstate({ ...ESTATE, letters: 'YX' }, { key: 'second-estate' }))).toBe('letters');
    expect(await wrongOf(manager.addEstate({ ...ESTATE, letters: '银杏' }, { key: 'second-estate' }))).toBe('letters');
    expect(await wrongOf(manager.addEstate({ ...ESTATE, letters: 'AB', closesAtMinute: 480 }, { key: 'third-estate' }))).toBe('closesAtMinute');
    expect(await wrongOf(manager.addEstate({ ...ESTATE, letters: 'AB', occupiedSince: '2030-01-01' }, { key: 'third-estate' }))).toBe(
      'occupiedSince',
    );
    const { offices, steps, mayAdd } = await manager.company({});
    expect(offices.map(({ letters, missing }) => [letters, missing])).toEqual(
      [
        ['YX', ['房号', '主任', '客服', '师傅', '住户名单']],
        ['ZB', []],
      ].reverse(),
    );
    expect([mayAdd, steps.find(({ done }) => !done)?.code]).toEqual([true, 'homes']);
    const form = { ...ESTATE, letters: 'YX', name: '银杏苑' };
    expect(await manager.changeOffice({ id, ...form, version: 1 })).toEqual({ id, version: 2 });
    expect(await refusal(manager.changeOffice({ id, ...form, name: '银杏里', version: 1 }))).toBe('company/changed');
    expect(await wrongOf(manager.changeOffice({ id, ...form, letters: 'ZZ', version: 2 }))).toBe('letters');
    expect(await wrongOf(manager.changeOffice({ id, ...form, hotline: '0571-0000 0199', version: 2 }))).toBe('hotline');
    expect(await manager.companyOffice({ id })).toMatchObject({ name: '银杏苑', version: 2, entries: [{ byName: '蔡建华' }, { byName: '蔡建华' }] });
  });

  test('一栋一栋排：先看再写，已经有的不动，同时两次不多一户；多得不像话的不写', async () => {
    const { id } = await ready();
    const manager = await s.client('蔡建华');
    const building = { id, building: 3, units: 2, fromFloor: 1, toFloor: 6, roomsAFloor: 2 };
    expect(await manager.layOutHomes({ ...building, isPreview: true })).toEqual({
      added: 24,
      standing: 0,
      first: '3栋1单元101',
      last: '3栋2单元602',
    });
    expect((await counted()).homes).toBe(0);
    const both = await Promise.all([1, 2].map(() => manager.layOutHomes({ ...building, isPreview: false })));
    expect(both.map(({ added }) => added).sort()).toEqual([0, 24]);
    expect(await manager.layOutHomes({ ...building, toFloor: 7, isPreview: false })).toMatchObject({ added: 4, standing: 24 });
    expect(await wrongOf(manager.layOutHomes({ ...building, fromFloor: 9, isPreview: false }))).toBe('toFloor');
    expect(await wrongOf(manager.layOutHomes({ ...building, units: 20, toFloor: 99, roomsAFloor: 50, isPreview: false }))).toBe('roomsAFloor');
    expect(await manager.layOutHomes({ ...building, building: 9, units: 0, isPreview: false })).toMatchObject({ first: '9栋101' });
    expect((await manager.companyOffice({ id })).buildings).toEqual([
      { building: 3, units: 2, homes: 28 },
      { building: 9, units: 1, homes: 12 },
    ]);
  });
});

describe('手册 A2 导入住户名单', () => {
  const ROWS = [
    row(3, 2, '502', '王秀兰', '13800000001', '业主', '2019-06-01'),
    row('3栋', '2单元', '502室', '李德明', '138 0000 0002', '业主'),
    row(3, '', '101', '张租', '', '使用人', '', '是'),
  ];

  test('先看再写；住户的号码点一下就绑上；同一份再导一次什么也不变；两个人同时导只算一次', async () => {
    const { id, read } = await ready();
    const seen = await read(ROWS, true);
    expect(seen).toMatchObject({ rows: 3, homes: 2, people: 3, residences: 3, unchanged: 0, wrong: [], isWritten: false });
    expect(await counted()).toEqual({ homes: 0, people: 1, residences: 0, imports: 0 });
    const both = await Promise.all([read(ROWS), read(ROWS)]);
    expect(both.map(({ residences }) => residences).sort()).toEqual([0, 3]);
    expect(await counted()).toEqual({ homes: 2, people: 4, residences: 3, imports: 1 });
    expect(await read(ROWS)).toMatchObject({ homes: 0, people: 0, residences: 0, unchanged: 3 });
    expect(await counted()).toEqual({ homes: 2, people: 4, residences: 3, imports: 1 });
    const bound = await post('/sign-in/phone', { pass: await passOf('o-wang'), code: phones.phoneCode('13800000001') });
    expect(await whoIs(bound.token)).toBe('王秀兰');
    const { homes } = await (await s.client('王秀兰')).session({});
    expect(homes.map(({ label, as }) => [label, as])).toEqual([['3栋2单元502', 'owner']]);
    expect((await (await s.client('蔡建华')).companyOffice({ id })).imports).toMatchObject([
      { byName: '蔡建华', rows: 3, homes: 2, people: 3, residences: 3 },
    ]);
    const plain = await s.world.house.db.execute(sql`select p::text as row from people p`);
    expect(JSON.stringify(plain)).not.toContain('13800000002');
  });

  test('有一行不对，就一行都不写：哪一行、哪一列、为什么', async () => {
    const { read } = await ready();
    const found = await read([
      ...ROWS,
      row('三', 2, '502', '甲', '', '业主'),
      row(3, 2, '', '', '12345', '房东', '2019-02-30', '大概'),
      row(3, 2, '503', '乙', '', '业主', '2031-01-01'),
    ]);
    expect(found.wrong.map(({ row: at, column }) => `${at} ${column}`)).toEqual([
      '5 楼栋',
      '6 房号',
      '6 姓名',
      '6 手机号',
      '6 身份',
      '6 入住日期',
      '6 重要客户',
      '7 入住日期',
    ]);
    expect([found.wrongRows, found.isWritten]).toEqual([3, false]);
    const clash = await read([
      ...ROWS,
      row(3, 2, '502', '王秀兰', '13800000001'),
      row(4, 1, '101', '别人', '13800000002'),
      row(5, 1, '101', '王秀兰', '13800000001'),
    ]);
    expect(clash.wrong.map(({ row: at, column, message }) => `${at} ${column} ${message}`)).toEqual([
      '5 姓名 和第 2 行是同一户、同一个人',
      '6 手机号 前面一行同一个号码写的是另一个姓名',
    ]);
    expect(await counted()).toEqual({ homes: 0, people: 1, residences: 0, imports: 0 });
    await read(ROWS);
    expect(
      (await read([row(3, 2, '502', '王秀英', '13800000001'), row(3, 2, '502', '李德明', '13800000002', '使用人')])).wrong.map(
        ({ column }) => column,
      ),
    ).toEqual(['手机号', '身份']);
  });

  test('不是表格、空的、少一列、太多行、炸弹：说清楚，什么也不写', async () => {
    const { id, read } = await ready();
    const manager = await s.client('蔡建华');
    for (const file of ['aGVsbG8=', Buffer.alloc(300).toString('base64'), Buffer.from('PK\u0003\u0004'.repeat(20)).toString('base64')])
      expect(await wrongOf(manager.readRoster({ id, file, isPreview: true }))).toBe('file');
    expect(await wrongOf(manager.readRoster({ id, file: '这不是', isPreview: true }))).toBe('file');
    const bomb = Buffer.from(await sheet(ROWS), 'base64');
    expect((await manager.readRoster({ id, file: bomb.toString('base64'), isPreview: true })).rows).toBe(ROWS.length);
    bomb.writeUInt32LE(4_000_000_000, bomb.indexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 24);
    expect(await wrongOf(manager.readRoster({ id, file: bomb.toString('base64'), isPreview: true }))).toBe('file');
    expect(await wrongOf(read([]))).toBe('file');
    const less = Buffer.from(await sheetOf('名单', ROSTER_COLUMNS.slice(0, 3), [['1', '1', '101']])).toString('base64');
    expect((await manager.readRoster({ id, file: less, isPreview: true })).wrong.map(({ column }) => column)).toEqual(['姓名', '身份']);
    expect(await wrongOf(read(Array.from({ length: 5_001 }, (_, nth) => row(1, 1, String(nth + 1), `住户${nth}`))))).toBe('file');
  });

  test('五千行一次写完，再导一次不变', async () => {
    const { read } = await ready();
    const rows = Array.from({ length: 5_000 }, (_, nth) =>
      row(1 + Math.floor(nth / 500), 1, String(101 + (nth % 500)), `住户${nth}`, `139${String(10_000_000 + nth)}`),
    );
    expect(await read(rows)).toMatchObject({ rows: 5_000, homes: 5_000, people: 5_000, residences: 5_000, isWritten: true });
    expect(await read(rows)).toMatchObject({ homes: 0, people: 0, residences: 0, unchanged: 5_000 });
  }, 60_000);
});
