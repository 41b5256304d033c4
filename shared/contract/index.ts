import { contactRoutes } from './contacts.ts';
import { healthRoutes } from './health.ts';
import { inboxRoutes } from './inbox.ts';
import { manualRoutes } from './manual.ts';
import { replyRoutes } from './replies.ts';
import { revealRoutes } from './reveals.ts';
import { searchRoutes } from './search.ts';
import { sessionRoutes } from './session.ts';
import { ticketRoutes } from './tickets.ts';

/** Every route of the API. */
export const API = {
  ...healthRoutes,
  ...sessionRoutes,
  ...ticketRoutes,
  ...searchRoutes,
  ...contactRoutes,
  ...inboxRoutes,
  ...revealRoutes,
  ...replyRoutes,
  ...manualRoutes,
};
export type Api = typeof API;
