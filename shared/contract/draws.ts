import { z } from '../kernel/zod.ts';
import { OPINIONS, type Opinion } from '../tickets/ratings.ts';
import { id, idParams, instant, page, pageQuery, route } from './route.ts';

const opinions = Object.keys(OPINIONS) as [Opinion, ...Opinion[]];

export const DrawCard = z
  .object({
    id,
    officeName: z.string(),
    label: z.string(),
    clause: z.string(),
    from: instant,
    until: instant,
    drawnAt: instant,
    says: z.string().describe('修好几件、抽几件，为什么'),
    size: z.int(),
    asked: z.int().describe('问到的'),
    unreached: z.int().describe('联系不上、换了下一户的'),
    open: z.int().describe('还没问的'),
  })
  .meta({ id: 'DrawCard' });
export type DrawCard = z.infer<typeof DrawCard>;

export const DrawDetail = DrawCard.extend({
  now: instant,
  seed: z.string().describe('抽签的种子：用它和下面的名单，谁都能再抽一遍'),
  percent: z.int(),
  lines: z.array(
    z.object({
      place: z.int().describe('抽签的次序，从 1 起'),
      number: z.string(),
      ticketId: id.nullable().describe('自己家的不给看'),
      drawn: z.boolean(),
      standing: z.enum(['waiting', 'open', 'asked', 'unreached']),
      result: z.enum(opinions).nullable(),
    }),
  ),
}).meta({ id: 'DrawDetail' });
export type DrawDetail = z.infer<typeof DrawDetail>;

export const drawRoutes = {
  draws: route({
    method: 'GET',
    path: '/draws',
    summary: '抽样回访：每周、每月抽了哪些，问了多少（V1、V2、Z6）',
    query: pageQuery,
    response: page(DrawCard).extend({ now: instant }),
  }),
  draw: route({
    method: 'GET',
    path: '/draws/{id}',
    summary: '一次抽样：名单、次序、种子，谁都能再抽一遍（Z6）',
    params: idParams,
    response: DrawDetail,
  }),
};
