import { bindingRoutes } from './bindings.ts';
import { checkRoutes } from './checks.ts';
import { consentRoutes } from './consents.ts';
import { contactRoutes } from './contacts.ts';
import { healthRoutes } from './health.ts';
import { inboxRoutes } from './inbox.ts';
import { manualRoutes } from './manual.ts';
import { replyRoutes } from './replies.ts';
import { revealRoutes } from './reveals.ts';
import { searchRoutes } from './search.ts';
import { sessionRoutes } from './session.ts';
import { signInRoutes } from './sign-in.ts';
import { templateRoutes } from './templates.ts';
import { ticketRoutes } from './tickets.ts';
import { voiceRoutes } from './voices.ts';

/** Every route of the API. */
export const API = {
  ...healthRoutes,
  ...sessionRoutes,
  ...signInRoutes,
  ...bindingRoutes,
  ...ticketRoutes,
  ...voiceRoutes,
  ...searchRoutes,
  ...contactRoutes,
  ...checkRoutes,
  ...inboxRoutes,
  ...revealRoutes,
  ...replyRoutes,
  ...manualRoutes,
  ...templateRoutes,
  ...consentRoutes,
};
export type Api = typeof API;
