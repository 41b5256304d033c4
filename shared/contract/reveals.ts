import { words } from '../kernel/words.ts';
import { z } from '../kernel/zod.ts';
import { REVEAL_REASONS, type RevealReason } from '../tickets/reveals.ts';
import { id, idParams, instant, page, pageQuery, route } from './route.ts';

const reasons = Object.keys(REVEAL_REASONS) as [RevealReason, ...RevealReason[]];

/** One look at one's own number, as its owner reads it. */
export const OwnReveal = z
  .object({
    id,
    at: instant,
    byName: z.string(),
    byPost: z.string().describe('看的时候的岗位'),
    reason: z.string().describe('原因，说法'),
    words: z.string().nullable(),
    ticketId: id.nullable().describe('为哪一件；打电话问调查的、住户登记里看的空着'),
    ticketNumber: z.string().nullable(),
    survey: z.string().nullable().describe('打电话问的是哪一次调查'),
    home: z.string().nullable().describe('在住户登记里看的，是哪一户'),
  })
  .meta({ id: 'OwnReveal' });
export type OwnReveal = z.infer<typeof OwnReveal>;

/** One look at a resident's number, as those who answer for it read it. */
export const Reveal = OwnReveal.extend({
  whoseName: z.string().nullable().describe('公司的调查问了谁，小区的人不看，空着（S12）'),
  officeName: z.string(),
}).meta({ id: 'Reveal' });
export type Reveal = z.infer<typeof Reveal>;

export const revealRoutes = {
  reveal: route({
    method: 'POST',
    path: '/tickets/{id}/reveal',
    summary: '看报修人的号码，要写原因；看过的都记下来（A1）',
    limit: 'reveal',
    params: idParams,
    body: z.strictObject({ reason: z.enum(reasons, { error: '请选为什么要看号码' }), words: words(100, 0).default('') }),
    response: z.object({ name: z.string(), phone: z.string() }),
  }),
  reveals: route({
    method: 'GET',
    path: '/reveals',
    summary: '谁看过住户的号码，新的在前：主任看本小区，品质管理部和公司领导看全部（A1）',
    query: pageQuery,
    response: page(Reveal),
  }),
  ownReveals: route({ method: 'GET', path: '/reveals/mine', summary: '谁看过我的号码，新的在前（A1）', query: pageQuery, response: page(OwnReveal) }),
};
