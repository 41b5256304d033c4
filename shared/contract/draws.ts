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
    finished: z.int().describe('这段时间修好几件'),
    leftOut: z.int().describe('没有电话可打、不抽的'),
    size: z.int(),
    asked: z.int().describe('问到的'),
    satisfied: z.int().describe('问到的里面，说满意、基本满意的'),
    unreached: z.int().describe('联系不上、换了下一户的'),
    gone: z.int().describe('这一件本身并掉了、撤掉了，换了下一户的'),
    open: z.int().describe('还没问的'),
  })
  .meta({ id: 'DrawCard' });
export type DrawCard = z.infer<typeof DrawCard>;

export const DrawFigures = DrawCard.pick({
  officeName: true,
  label: true,
  clause: true,
  asked: true,
  satisfied: true,
  unreached: true,
  open: true,
}).meta({
  id: 'DrawFigures',
});
export type DrawFigures = z.infer<typeof DrawFigures>;

export const DrawDetail = DrawCard.extend({
  now: instant,
  seed: z.string().describe('抽签的种子：用它和下面的名单，谁都能再抽一遍'),
  percent: z.int(),
  lines: z.array(
    z.object({
      place: z.int().describe('抽签的次序，从 1 起'),
      number: z.string(),
      ticketId: id.nullable().describe('自己家的、不归您看的不给看'),
      drawn: z.boolean(),
      standing: z.enum(['waiting', 'open', 'asked', 'unreached', 'gone']),
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
    response: page(DrawCard).extend({ now: instant, figures: z.array(DrawFigures).describe('近 90 天，每个小区问了多少、多少满意、多少联系不上') }),
  }),
  draw: route({
    method: 'GET',
    path: '/draws/{id}',
    summary: '一次抽样：名单、次序、种子，谁都能再抽一遍（Z6）',
    params: idParams,
    response: DrawDetail,
  }),
};
