import { words } from '../kernel/words.ts';
import { z } from '../kernel/zod.ts';
import { instant, page, pageQuery, route } from './route.ts';
import { TicketCard } from './ticket-views.ts';

export const MAX_QUERY = 40;

export const Found = page(TicketCard)
  .extend({ now: instant, lookedFor: z.array(z.string()).describe('按什么找的，说法：按房号 3栋2单元502') })
  .meta({ id: 'Found' });
export type Found = z.infer<typeof Found>;

export const searchRoutes = {
  search: route({
    method: 'GET',
    path: '/search',
    summary: '同事找一件事：编号、房号、姓名、手机后四位、说过的话，新的在前；一页不满二十也可能还有更早的',
    query: pageQuery.extend({ q: words(MAX_QUERY, 2) }),
    response: Found,
  }),
};
