import { words } from '../kernel/words.ts';
import { z } from '../kernel/zod.ts';
import { COST_KIND_NAMES } from '../quotes/prices.ts';
import { id, idParams, route } from './route.ts';

/** More than any setting allows, so that no number overflows a column. */
const MOST_FEN = 100_000_000;

/** Longer than anybody gives one. */
const MOST_WARRANTY_MONTHS = 120;

export const fen = z.int({ error: '请写一个价格' }).min(0, '价格不能是负的').max(MOST_FEN, '价格太大了');
export const costKind = z.enum(COST_KIND_NAMES, { error: '请选人工还是材料' });
/** A day in Shanghai. */
const day = z.iso.date({ error: '日期格式不对' }).refine((text) => text >= '2000-01-01' && text <= '2100-12-31', '日期不在合理范围');

export const Price = z
  .object({
    id,
    officeId: id,
    name: z.string(),
    unit: z.string(),
    kind: costKind,
    priceFen: z.int(),
    warrantyMonths: z.int().nullable(),
    from: z.string().describe('从哪天起'),
    byName: z.string(),
    next: z.object({ from: z.string(), priceFen: z.int().nullable().describe('空着：到那天取消') }).nullable(),
  })
  .meta({ id: 'Price' });
export type Price = z.infer<typeof Price>;

export const priceRoutes = {
  prices: route({
    method: 'GET',
    path: '/prices',
    summary: '维修项目收费标准：住的、上班的小区，住户和同事都看得到（P1）',
    response: z.object({ today: z.string(), offices: z.array(z.object({ id, name: z.string(), mayWrite: z.boolean() })), items: z.array(Price) }),
  }),
  savePrice: route({
    method: 'POST',
    path: '/prices',
    summary: '加一个项目，或从某一天起改价；改过的都留着',
    body: z.strictObject({
      officeId: id,
      itemId: id.nullable().default(null),
      name: words(30),
      unit: words(10),
      kind: costKind,
      priceFen: fen,
      warrantyMonths: z.int().min(0).max(MOST_WARRANTY_MONTHS, `保修最多 ${MOST_WARRANTY_MONTHS} 个月`).nullable().default(null),
      from: day,
    }),
    response: z.object({ id }),
  }),
  withdrawPrice: route({
    method: 'POST',
    path: '/prices/{id}/withdraw',
    summary: '从某一天起取消一个项目',
    params: idParams,
    body: z.strictObject({ from: day }),
    response: z.object({ id }),
  }),
};
