import { RESIDES_AS, type ResidesAs } from '../households/households.ts';
import { words } from '../kernel/words.ts';
import { z } from '../kernel/zod.ts';
import { PROOFS, type Proof } from '../sign-in/bindings.ts';
import { REVEAL_REASONS, type RevealReason } from '../tickets/reveals.ts';
import { id, idParams, instant, route } from './route.ts';

const residesAs = z.enum(Object.keys(RESIDES_AS) as [ResidesAs, ...ResidesAs[]], { error: '请选是业主、住户还是联系人' });
const proofs = Object.keys(PROOFS) as [Proof, ...Proof[]];
const reasons = Object.keys(REVEAL_REASONS) as [RevealReason, ...RevealReason[]];
const day = z.iso.date({ error: '请选日子' });
export const aNumber = z.string({ error: '请填手机号' }).regex(/^1\d{10}$/, '请填 11 位手机号');

/** A home as the search for residents lists it. */
export const HouseholdLine = z
  .object({
    id,
    officeName: z.string(),
    label: z.string(),
    keyCustomer: z.boolean(),
    organisation: z.string().nullable(),
    residents: z.array(z.object({ name: z.string(), as: residesAs })),
  })
  .meta({ id: 'HouseholdLine' });
export type HouseholdLine = z.infer<typeof HouseholdLine>;

/** One stay in a home as its service centre reads it. */
export const StayLine = z
  .object({
    id,
    personId: id,
    name: z.string(),
    as: residesAs,
    phone: z.string().describe('号码打码'),
    hasNumber: z.boolean(),
    isBound: z.boolean(),
    isColleague: z.boolean(),
    isInvited: z.boolean().describe('家里人请进来的'),
    from: instant,
    until: instant.nullable(),
    open: z.int().describe('还没办完的事'),
  })
  .meta({ id: 'StayLine' });
export type StayLine = z.infer<typeof StayLine>;

export const HouseholdChangeLine = z
  .object({
    id,
    at: instant,
    byName: z.string(),
    what: z.string(),
    whose: z.string().nullable(),
    as: residesAs.nullable(),
    on: instant.nullable().describe('从哪天、到哪天'),
    proof: z.string().nullable(),
    words: z.string(),
  })
  .meta({ id: 'HouseholdChangeLine' });
export type HouseholdChangeLine = z.infer<typeof HouseholdChangeLine>;

export const Household = z
  .object({
    id,
    officeName: z.string(),
    label: z.string(),
    keyCustomer: z.boolean(),
    organisation: z.string().nullable(),
    now: z.array(StayLine),
    before: z.array(StayLine),
    changes: z.array(HouseholdChangeLine),
    mayEnter: z.boolean().describe('客服登记；自己家的由别的同事登记'),
    mayKey: z.boolean().describe('主任定重要客户'),
  })
  .meta({ id: 'Household' });
export type Household = z.infer<typeof Household>;

const Done = z.object({ id });

export const householdRoutes = {
  households: route({
    method: 'GET',
    path: '/households',
    summary: '找住户：房号、姓名、手机后四位；客服和主任看本小区的（A1）',
    limit: 'roster',
    query: z.strictObject({ q: words(40, 2) }),
    response: z.object({ items: z.array(HouseholdLine) }),
  }),
  household: route({
    method: 'GET',
    path: '/households/{id}',
    summary: '一户：现在谁住、以前谁住、改过什么（A1、A3）',
    limit: 'roster',
    params: idParams,
    response: Household,
  }),
  addResident: route({
    method: 'POST',
    path: '/households/{id}/residents',
    summary: '登记谁住进来；换租客、换业主时，原来的同时搬走',
    limit: 'household',
    params: idParams,
    body: z.strictObject({
      name: words(20),
      phone: z.union([z.literal(''), aNumber], { error: '请填 11 位手机号，没有就空着' }),
      as: residesAs,
      from: day.describe('从哪一天住'),
      insteadOf: z.array(id, { error: '请选同时搬走的人' }).max(20, '一次选得太多了').default([]).describe('同时搬走的'),
    }),
    response: Done,
  }),
  moveOut: route({
    method: 'POST',
    path: '/households/{id}/move-out',
    summary: '登记谁搬走：之前报的还看得到，之后的看不到；他请进来的家人一起搬走',
    limit: 'household',
    params: idParams,
    body: z.strictObject({ stayId: id, on: day.describe('住到哪一天'), words: words(100, 0).default('') }),
    response: Done,
  }),
  correctNumber: route({
    method: 'POST',
    path: '/households/{id}/number',
    summary: '更正登记的号码，写怎么核对的；原来号码绑的微信解绑、退出（A1）',
    limit: 'household',
    params: idParams,
    body: z.strictObject({
      personId: id,
      phone: aNumber,
      proof: z.enum(proofs, { error: '请选怎么核对的本人' }),
      words: words(100).describe('核对的情况'),
    }),
    response: Done,
  }),
  setKey: route({
    method: 'POST',
    path: '/households/{id}/key',
    summary: '主任定这一户是不是重要客户，改过的都留着（I4）',
    limit: 'household',
    params: idParams,
    body: z.strictObject({ key: z.boolean({ error: '请选是不是重要客户' }), words: words(100).describe('为什么') }),
    response: Done,
  }),
  setHolder: route({
    method: 'POST',
    path: '/households/{id}/holder',
    summary: '登记这一户属于哪个单位；不属于单位就空着',
    limit: 'household',
    params: idParams,
    body: z.strictObject({ organisation: words(40, 0) }),
    response: Done,
  }),
  revealResident: route({
    method: 'POST',
    path: '/households/{id}/reveal',
    summary: '看一位住户的号码，要写原因；看过的都记下来（A1）',
    limit: 'reveal',
    params: idParams,
    body: z.strictObject({ personId: id, reason: z.enum(reasons, { error: '请选为什么要看号码' }), words: words(100, 0).default('') }),
    response: z.object({ name: z.string(), phone: z.string() }),
  }),
};
