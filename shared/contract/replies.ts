import { words } from '../kernel/words.ts';
import { z } from '../kernel/zod.ts';
import { id, idParams, instant, route } from './route.ts';

export const CannedReply = z
  .object({ id, officeId: id, title: z.string(), body: z.string(), since: instant, byName: z.string() })
  .meta({ id: 'CannedReply' });
export type CannedReply = z.infer<typeof CannedReply>;

export const replyRoutes = {
  replies: route({
    method: 'GET',
    path: '/canned-replies',
    summary: '本小区的常用话，同事可看',
    response: z.object({
      offices: z.array(z.object({ id, name: z.string(), mayWrite: z.boolean() })),
      items: z.array(CannedReply),
    }),
  }),
  saveReply: route({
    method: 'POST',
    path: '/canned-replies',
    summary: '写一条常用话，或改一条；改过的都留着',
    body: z.strictObject({ officeId: id, replyId: id.nullable().default(null), title: words(20), body: words(500) }),
    response: z.object({ id }),
  }),
  withdrawReply: route({
    method: 'POST',
    path: '/canned-replies/{id}/withdraw',
    summary: '不再用一条常用话',
    params: idParams,
    body: z.strictObject({}),
    response: z.object({ id }),
  }),
  ticketReplies: route({
    method: 'GET',
    path: '/tickets/{id}/canned-replies',
    summary: '常用话，按这一件填好',
    params: idParams,
    response: z.object({ items: z.array(z.object({ id, title: z.string(), text: z.string() })) }),
  }),
};
