import { z } from '../kernel/zod.ts';
import { command, optionalWords } from './command.ts';
import { costKind, fen } from './prices.ts';
import { MAX_LINES, MAX_QUANTITY } from './quotes.ts';
import { id, instant, page, pageQuery, route } from './route.ts';

/** A public facility by the name colleagues gave it. */
export const Facility = z.object({ id, name: z.string() }).meta({ id: 'Facility' });
export type Facility = z.infer<typeof Facility>;

const spentLine = z.strictObject({
  itemId: id.nullable().default(null).describe('价目表上的项目；没有的写在下面'),
  label: optionalWords(40),
  unit: optionalWords(10),
  kind: costKind.default('material'),
  quantity: z.int({ error: '请写数量' }).min(1, '数量至少 1').max(MAX_QUANTITY, `数量最多 ${MAX_QUANTITY}`),
  priceFen: fen.nullable().default(null).describe('价目表上没有的，写一下单价'),
});

/** What a public repair used; nothing is an answer too. */
export const spentLines = z.array(spentLine).max(MAX_LINES, `最多 ${MAX_LINES} 项`);
export type SpentAsked = z.infer<typeof spentLine>;

const money = { labourFen: z.int(), partsFen: z.int(), totalFen: z.int() };
const span = z.object({ officeId: id, from: instant.describe('从'), until: instant.describe('到，不含') });

/** What one facility took in a period. */
export const FacilityCost = z
  .object({
    facility: Facility.nullable().describe('空着：还没写是哪一处'),
    repairs: z.int().describe('几件'),
    ...money,
  })
  .meta({ id: 'FacilityCost' });
export type FacilityCost = z.infer<typeof FacilityCost>;

/** One public repair behind a figure. */
export const FacilityCostLine = z
  .object({
    ticketId: id,
    number: z.string(),
    title: z.string(),
    where: z.string(),
    at: instant,
    byName: z.string(),
    used: z.array(z.string()).describe('用了什么'),
    missingUntil: instant.nullable().describe('还没记：最晚哪时要记；记过了就空着'),
    ...money,
  })
  .meta({ id: 'FacilityCostLine' });
export type FacilityCostLine = z.infer<typeof FacilityCostLine>;

/** Which facility `figure` asks for: one by its id, those without a name, all, or what nobody recorded yet. */
const figure = z.union([id, z.enum(['unnamed', 'all', 'missing'])], { error: '请选一处设施' });

export const facilityRoutes = {
  facilities: route({
    method: 'GET',
    path: '/facilities',
    summary: '一个小区的公共设施，起过名字的（R7）：住的、上班的人看得到',
    query: z.strictObject({ officeId: id }),
    response: z.object({ items: z.array(Facility) }),
  }),
  nameFacility: command(
    'name-facility',
    '公共地方的一件：是哪一处设施；第一次的起个名字，以后接着用（R7）',
    z.strictObject({ facilityId: id.optional(), name: optionalWords(40) }),
  ),
  spend: command(
    'spend',
    '公共维修用了多少工、多少料，住户不付钱；写错了再写一次，以前的留着（R7、R14）',
    z.strictObject({ lines: spentLines, why: optionalWords(200).describe('再写一次的原因') }),
  ),
  publicCosts: route({
    method: 'GET',
    path: '/public-costs',
    summary: '公共设施设备维修费用，按设施算（R7）',
    query: z.strictObject(span.shape),
    response: z.object({
      now: instant,
      items: z.array(FacilityCost),
      sum: z.object({ repairs: z.int(), ...money }),
      missing: z.int().describe('这段时间修好、还没记费用的几件'),
    }),
  }),
  publicCostLines: route({
    method: 'GET',
    path: '/public-costs/lines',
    summary: '一处设施的费用后面是哪几件（R7）',
    query: pageQuery.extend({ ...span.shape, figure }),
    response: page(FacilityCostLine).extend({ now: instant }),
  }),
};
