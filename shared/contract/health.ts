import { z } from '../kernel/zod.ts';
import { instant, route } from './route.ts';

export const healthRoutes = {
  health: route({
    method: 'GET',
    path: '/health',
    summary: '只报时长：最久没看的承诺、最久没发的消息',
    open: true,
    response: z.object({ now: instant, oldestLookSeconds: z.int(), oldestOutboxSeconds: z.int() }),
  }),
};
