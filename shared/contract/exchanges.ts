import { EXCHANGE_KIND_CODES } from '../exchange/kinds.ts';
import { words } from '../kernel/words.ts';
import { z } from '../kernel/zod.ts';
import { optionalWords } from './command.ts';
import { id, idParams, instant, page, pageQuery, route } from './route.ts';
import { preparing, shot } from './shots.ts';
import { Photo } from './ticket-views.ts';

const kind = z.enum(EXCHANGE_KIND_CODES, { error: '请选是哪一种' });
const department = z.enum(['serviceCentre', 'engineering', 'security', 'environment', 'quality', 'hr', 'finance', 'office'], {
  error: '请选一个部门',
});
const day = z.iso.date({ error: '日期格式不对' }).refine((text) => text >= '2000-01-01' && text <= '2100-12-31', '日期不在合理范围');

const text = {
  source: words(40),
  title: words(60),
  words: words(1_000),
  outcome: optionalWords(500).describe('内部的：后来怎样'),
  department: department.nullable().default(null).describe('涉及哪个部门；客户信息，是哪个部门转来的'),
  holdsFrom: day.nullable().default(null).describe('外来的：从哪天起'),
};

/** One line of the register of information: an entry, or a slip among colleagues. */
export const ExchangeLine = z
  .object({
    id,
    what: z.enum(['entry', 'slip']),
    label: z.string(),
    outside: z.boolean().describe('外来的，标 *'),
    at: instant,
    source: z.string(),
    title: z.string(),
    department: z.string(),
    officeName: z.string(),
    outcome: z.string().describe('后来怎样'),
    late: z.boolean(),
  })
  .meta({ id: 'ExchangeLine' });
export type ExchangeLine = z.infer<typeof ExchangeLine>;

/** A unit that was told, and what it did. */
export const NoticeView = z
  .object({
    errandId: id,
    officeName: z.string(),
    department: z.string(),
    holderName: z.string(),
    standing: z.string(),
    answerBy: instant.nullable(),
    late: z.boolean(),
    answeredAt: instant.nullable(),
    words: z.string().nullable(),
  })
  .meta({ id: 'Notice' });
export type NoticeView = z.infer<typeof NoticeView>;

export const ExchangeDetail = z
  .object({
    id,
    kind,
    label: z.string(),
    outside: z.boolean(),
    book: z.string().describe('登记在哪一本'),
    receivedAt: instant,
    source: z.string(),
    title: z.string(),
    words: z.string(),
    outcome: z.string(),
    department: department.nullable(),
    departmentLabel: z.string(),
    holdsFrom: z.string().nullable(),
    officeName: z.string(),
    authorName: z.string(),
    version: z.int(),
    versions: z.array(z.object({ version: z.int(), at: instant, byName: z.string(), title: z.string(), words: z.string(), outcome: z.string() })),
    photos: z.array(Photo).describe('纸上的拍下来'),
    mayAmend: z.boolean(),
    handling: z
      .object({
        standing: z.string(),
        dueBy: instant.nullable().describe('品质管理部什么时候前传达'),
        late: z.boolean(),
        words: z.string().nullable().describe('为什么不用传达'),
        actions: z.array(z.enum(['distribute', 'setAside'])),
      })
      .nullable(),
    notices: z.array(NoticeView),
  })
  .meta({ id: 'ExchangeDetail' });
export type ExchangeDetail = z.infer<typeof ExchangeDetail>;

const Kept = z.object({ id, version: z.int() });

/** 信息交流: what is worth knowing, from inside and outside, and what became of it (D6, D8). */
export const exchangeRoutes = {
  exchanges: route({
    method: 'GET',
    path: '/exchanges',
    summary: '信息交流登记表：内部的和外来的，新的在前（D6）',
    query: pageQuery.extend({ show: z.enum(['all', 'outside', 'inside']).default('all') }),
    response: page(ExchangeLine).extend({
      now: instant,
      books: z.array(z.object({ id, name: z.string() })).describe('能登记内部信息的小区、总部'),
      waiting: z.int().describe('等品质管理部传达的几件；数到 100 为止'),
    }),
  }),
  exchange: route({
    method: 'GET',
    path: '/exchanges/{id}',
    summary: '一条信息：内容、传达给了谁、各部门怎么处理的（D8）',
    params: idParams,
    response: ExchangeDetail.extend({ now: instant }),
  }),
  exchangeUnits: route({
    method: 'GET',
    path: '/exchanges/{id}/units',
    summary: '能传达给哪些部门，负责人是谁，哪些传达过了',
    params: idParams,
    response: z.object({
      now: instant,
      offices: z.array(
        z.object({ id, name: z.string(), units: z.array(z.object({ department, label: z.string(), headName: z.string(), told: z.boolean() })) }),
      ),
    }),
  }),
  noteExchange: route({
    method: 'POST',
    path: '/exchanges',
    summary: '登记一条信息；外来的交给品质管理部传达（D6、D8）',
    key: true,
    limit: 'intake',
    body: z.strictObject({ kind, officeId: id.optional().describe('内部的：哪个小区的'), receivedAt: instant, ...text }),
    response: Kept,
  }),
  photographExchange: preparing('/exchanges/{id}/photos', '准备传一张照片：纸上的拍下来（D6）', z.strictObject(shot)),
  amendExchange: route({
    method: 'POST',
    path: '/exchanges/{id}/amend',
    summary: '更正，或补记后来怎样；原来写的都留着',
    params: idParams,
    body: z.strictObject({ version: z.int().min(1).max(100_000).describe('看到的是第几版'), ...text }),
    response: Kept,
  }),
  distributeExchange: route({
    method: 'POST',
    path: '/exchanges/{id}/distribute',
    summary: '传达给选好的部门，写明什么时候前回话（D8）',
    params: idParams,
    key: true,
    body: z.strictObject({
      units: z
        .array(z.strictObject({ officeId: id, department }))
        .min(1, '请选传达给哪些部门')
        .max(200, '一次最多 200 个部门'),
      answerBy: instant,
      words: optionalWords(500).describe('要各部门怎么做'),
    }),
    response: Kept,
  }),
  setAsideExchange: route({
    method: 'POST',
    path: '/exchanges/{id}/set-aside',
    summary: '看过，不用传达，写明为什么',
    params: idParams,
    body: z.strictObject({ words: words(500) }),
    response: Kept,
  }),
};
