import { z } from '../kernel/zod.ts';
import { id, instant, route } from './route.ts';

/** A day in Shanghai, of years people live in. */
const day = z.iso.date({ error: '日期格式不对' }).refine((text) => text >= '2000-01-01' && text <= '2100-12-31', '日期不在合理范围');
const clause = z.string().regex(/^[A-Z]\d{1,3}$/, '规则编号格式不对');

export const ManualRow = z
  .object({
    kind: z.enum([
      'promise',
      'action',
      'notice',
      'category',
      'danger',
      'suggestion',
      'wish',
      'limit',
      'kept',
      'setting',
      'approval',
      'message',
      'choice',
      'formula',
    ]),
    text: z.string(),
    who: z.string().describe('谁答应谁、谁可以办、告诉谁'),
    when: z.string(),
    figure: z.string().nullable().describe('这一天有效的数字'),
    since: z.string().nullable().describe('从哪天起；产品默认的没有'),
    set: z
      .object({ by: z.enum(['estate', 'company', 'product']), since: z.string().nullable(), company: z.string().nullable() })
      .nullable()
      .describe('数字是谁定的；company：和公司不一样时，公司的数字'),
    next: z.object({ from: z.string(), figure: z.string().nullable() }).nullable().describe('哪天起换成什么'),
  })
  .meta({ id: 'ManualRow' });
export type ManualRow = z.infer<typeof ManualRow>;

export const ManualSource = z
  .object({
    own: z.boolean().describe('本产品自定，没有原文'),
    document: z.string().nullable(),
    section: z.string().nullable(),
    words: z.string().describe('原文；自定的是理由'),
    ours: z.string().nullable().describe('本产品在原文之外定的'),
  })
  .meta({ id: 'ManualSource' });
export type ManualSource = z.infer<typeof ManualSource>;

const office = z.object({ id, name: z.string() });
const read = { now: instant, on: z.string().describe('哪一天的手册'), today: z.string(), office };
const query = z.strictObject({ officeId: id.optional(), on: day.optional() });

export const Manual = z
  .object({
    ...read,
    offices: z.array(office).describe('能看的小区和总部'),
    beginning: z.string().describe('最早从哪天起有规则'),
    chapters: z.array(
      z.object({
        letter: z.string(),
        title: z.string(),
        clauses: z.array(z.object({ clause, words: z.string(), terms: z.string().describe('还能用哪些字找到它') })),
      }),
    ),
  })
  .meta({ id: 'Manual' });
export type Manual = z.infer<typeof Manual>;

export const ManualClause = z
  .object({
    ...read,
    clause,
    chapter: z.string(),
    words: z.string(),
    source: ManualSource,
    rows: z.array(ManualRow),
    withoutRows: z.string().nullable().describe('没有单独的规则行时，靠什么执行'),
    scenarios: z.array(z.string()),
    screens: z.array(z.object({ page: z.string(), title: z.string(), opens: z.boolean().describe('同事可以直接打开') })),
    withoutScreen: z.string().nullable(),
  })
  .meta({ id: 'ManualClause' });
export type ManualClause = z.infer<typeof ManualClause>;

export const manualRoutes = {
  manual: route({ method: 'GET', path: '/manual', summary: '公司手册：每章有哪几条，同事可看', query, response: Manual }),
  manualClause: route({
    method: 'GET',
    path: '/manual/{clause}',
    summary: '手册的一条：怎么说、原文、由什么执行、谁验证过、在哪一页',
    params: z.strictObject({ clause }),
    query,
    response: ManualClause,
  }),
};
