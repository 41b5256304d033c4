import { MOST_ROWS, ROSTER_COLUMNS, type RosterField } from '../company/roster.ts';
import { STEPS, type Step } from '../company/steps.ts';
import { words } from '../kernel/words.ts';
import { z } from '../kernel/zod.ts';
import { id, idParams, instant, route } from './route.ts';

const BASE64_OF_THREE = 4;
/** A sheet of 5,000 rows has a tenth of it. */
export const MAX_ROSTER_BYTES = 2 * 1024 * 1024;
const MAX_FILE_CHARACTERS = Math.ceil(MAX_ROSTER_BYTES / 3) * BASE64_OF_THREE;

const stepCodes = STEPS.map((step) => step.code) as [Step['code'], ...Step['code'][]];
const columnTitles = ROSTER_COLUMNS.map((column) => column.title) as [string, ...string[]];

export type { RosterField };

/** A number people dial: digits, with spaces or dashes between. */
export const hotline = z
  .string({ error: '请填电话' })
  .trim()
  .max(20, '电话太长了')
  .regex(/^[\d+][\d -]{4,18}\d$/, '请填能拨通的电话，比如 0571-8888 0110');

const minute = z
  .int({ error: '请写时间，比如 8:00' })
  .min(0, '请写时间，比如 8:00')
  .max(24 * 60, '请写时间，比如 18:00');
const day = z.iso.date({ error: '请写日期，比如 2021-05-01' });

const estate = {
  name: words(20).describe('小区名称'),
  letters: z
    .string({ error: '请填代号' })
    .trim()
    .toUpperCase()
    .regex(/^[A-Z]{2,4}$/, '代号写 2 到 4 个字母，比如 WT')
    .describe('编号的开头，比如 WT；定了就不再改'),
  hotline,
  opensAtMinute: minute.describe('几点上班，从 0 点算的分钟'),
  closesAtMinute: minute.describe('几点下班'),
  occupiedSince: day.nullable().describe('入伙日期；不知道先空着（S2）'),
  commissionBased: z.boolean({ error: '请选是不是酬金制' }).describe('酬金制：账目审过才公布（P6）'),
  singleClient: z.boolean({ error: '请选是不是单一客户项目' }).describe('单一客户项目：可以有自己的规矩（A4）'),
};

/** An office as whoever sets it up sees it. */
export const Office = z
  .object({
    id,
    kind: z.enum(['head_office', 'estate']),
    name: z.string(),
    letters: z.string(),
    homes: z.int(),
    residents: z.int().describe('现在住着的人'),
    colleagues: z.int(),
    director: z.string().nullable(),
    missing: z.array(z.string()).describe('还缺什么'),
  })
  .meta({ id: 'Office' });
export type Office = z.infer<typeof Office>;

const Wrong = z.object({ row: z.int(), column: z.enum(columnTitles), message: z.string() });

/** What reading a sheet in found, or did. */
export const RosterRead = z
  .object({
    rows: z.int(),
    homes: z.int().describe('新增几户'),
    people: z.int().describe('新增几人'),
    residences: z.int().describe('新登记几条'),
    keyCustomers: z.int().describe('几户改为重要客户'),
    unchanged: z.int().describe('和现在一样的'),
    wrong: z.array(Wrong).describe('有一行不对，就一行都不写'),
    wrongRows: z.int(),
    isWritten: z.boolean(),
  })
  .meta({ id: 'RosterRead' });
export type RosterRead = z.infer<typeof RosterRead>;

/** How a company is set up: its offices, their homes, and who lives there. */
export const companyRoutes = {
  company: route({
    method: 'GET',
    path: '/company',
    summary: '公司和小区：还差哪几步；公司领导看全部，主任和服务中心负责人看自己的小区',
    response: z.object({
      name: z.string(),
      offices: z.array(Office),
      steps: z.array(z.object({ code: z.enum(stepCodes), label: z.string(), note: z.string(), done: z.boolean() })).describe('公司领导才有'),
      mayAdd: z.boolean(),
    }),
  }),
  companyOffice: route({
    method: 'GET',
    path: '/company/offices/{id}',
    summary: '一个小区：登记的内容、楼栋、改过几次、导入过几次',
    params: idParams,
    response: Office.extend({
      ...estate,
      letters: z.string(),
      hotline: z.string(),
      name: z.string(),
      version: z.int(),
      buildings: z.array(z.object({ building: z.int(), units: z.int(), homes: z.int() })),
      entries: z.array(z.object({ at: instant, byName: z.string().nullable() })),
      imports: z.array(z.object({ id, at: instant, byName: z.string(), rows: z.int(), homes: z.int(), people: z.int(), residences: z.int() })),
      mayChange: z.boolean(),
      mayImport: z.boolean(),
    }),
  }),
  addEstate: route({
    method: 'POST',
    path: '/company/offices',
    summary: '建一个小区',
    limit: 'company',
    key: true,
    body: z.strictObject(estate),
    response: z.object({ id }),
  }),
  changeOffice: route({
    method: 'POST',
    path: '/company/offices/{id}/change',
    summary: '改小区或者总部登记的内容；以前怎么写的都留着',
    limit: 'company',
    params: idParams,
    body: z.strictObject({ ...estate, version: z.int().min(0).describe('看到的是第几版') }),
    response: z.object({ id, version: z.int() }),
  }),
  layOutHomes: route({
    method: 'POST',
    path: '/company/offices/{id}/homes',
    summary: '排一栋楼的房号；先看会有哪些，再写；已经有的不动',
    limit: 'company',
    params: idParams,
    body: z.strictObject({
      building: z.int({ error: '楼栋写数字' }).min(1, '楼栋从 1 开始').max(999, '楼栋写 999 以内的数字'),
      units: z.int({ error: '几个单元写数字' }).min(0, '没有单元写 0').max(20, '一栋最多 20 个单元'),
      fromFloor: z.int({ error: '楼层写数字' }).min(1, '楼层从 1 开始').max(99, '楼层写 99 以内的数字'),
      toFloor: z.int({ error: '楼层写数字' }).min(1, '楼层从 1 开始').max(99, '楼层写 99 以内的数字'),
      roomsAFloor: z.int({ error: '每层几户写数字' }).min(1, '每层至少 1 户').max(50, '每层最多 50 户'),
      isPreview: z.boolean().describe('只看，不写'),
    }),
    response: z.object({ added: z.int(), standing: z.int().describe('已经有的'), first: z.string(), last: z.string() }),
  }),
  readRoster: route({
    method: 'POST',
    path: '/company/offices/{id}/roster',
    summary: `导入住户名单（xlsx，最多 ${MOST_ROWS} 行）：先看，再写；有一行不对就一行都不写；同一份再导一次什么也不变`,
    limit: 'import',
    params: idParams,
    bytes: MAX_FILE_CHARACTERS + 1024,
    body: z.strictObject({
      file: z
        .string({ error: '请选一份表格' })
        .min(1, '请选一份表格')
        .max(MAX_FILE_CHARACTERS, '表格太大了，请分成几份')
        .regex(/^UEsD[A-Za-z0-9+/]+={0,2}$/, '这不是 xlsx 表格，请用下载的表格填好再选')
        .describe('xlsx 文件，base64；都从 PK 开始'),
      isPreview: z.boolean().describe('只看，不写'),
    }),
    response: RosterRead,
  }),
};
