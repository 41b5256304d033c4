import { z } from '../kernel/zod.ts';
import { command, optionalWords } from './command.ts';
import { id, idParams, instant, route } from './route.ts';
import { categoryCodes, Done } from './tickets.ts';

/** A report of a public place that somebody else made, with nothing of theirs in it. */
export const Alike = z
  .object({
    id,
    title: z.string().describe('类别，住户的说法'),
    place: z.string().describe('只有楼号、单元和地方的名字，没有别人写的话'),
    receivedAt: instant,
    following: z.boolean(),
    next: z.object({ label: z.string(), dueBy: instant }).nullable().describe('最近一条还没做到的'),
  })
  .meta({ id: 'Alike' });
export type Alike = z.infer<typeof Alike>;

export const followerRoutes = {
  alike: route({
    method: 'GET',
    path: '/tickets/alike',
    summary: '公共地方：同一处、同一类，是不是有人报过还没修好',
    query: z.strictObject({ homeId: id, category: z.enum(categoryCodes), where: optionalWords(40) }),
    response: z.object({ now: instant, items: z.array(Alike) }),
  }),
  follow: route({
    method: 'POST',
    path: '/tickets/{id}/follow',
    summary: '跟着公共地方的一件：看得到进展，看不到是谁报的；再点一次也只算一户',
    limit: 'follow',
    params: idParams,
    body: z.strictObject({}),
    response: Done,
  }),
  unfollow: command('unfollow', '不再跟着', z.strictObject({})),
};
