import { z } from '../kernel/zod.ts';
import { id, instant, page, pageQuery, route } from './route.ts';

/** A bulletin, as every colleague reads it: whose complaint it was, and which, it does not say (C7). */
export const Bulletin = z.object({ id, at: instant, words: z.string(), byPost: z.string() }).meta({ id: 'Bulletin' });
export type Bulletin = z.infer<typeof Bulletin>;

export const bulletinRoutes = {
  bulletins: route({
    method: 'GET',
    path: '/bulletins',
    summary: '公司的通报，给全体同事看，新的在前（C7）',
    query: pageQuery,
    response: page(Bulletin).extend({ now: instant }),
  }),
};
