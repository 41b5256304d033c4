import { complaintRoutes } from '../../../../shared/contract/complaints.ts';
import { doorCommands } from '../../../../shared/contract/door.ts';
import { facilityRoutes } from '../../../../shared/contract/facilities.ts';
import { followerRoutes } from '../../../../shared/contract/followers.ts';
import { mergingRoutes } from '../../../../shared/contract/merging.ts';
import { quoteCommands } from '../../../../shared/contract/quotes.ts';
import { remarkRoutes } from '../../../../shared/contract/remarks.ts';
import { revealRoutes } from '../../../../shared/contract/reveals.ts';
import { serviceRoutes } from '../../../../shared/contract/services.ts';
import { ticketCommands } from '../../../../shared/contract/ticket-commands.ts';
import { visitRoutes } from '../../../../shared/contract/visits.ts';

/** What a ticket's page may send, with the schemas it is checked by before it goes. */
export const COMMANDS = {
  ...ticketCommands,
  ...visitRoutes,
  ...revealRoutes,
  ...followerRoutes,
  ...quoteCommands,
  ...doorCommands,
  ...facilityRoutes,
  ...mergingRoutes,
  ...serviceRoutes,
  ...remarkRoutes,
  ...complaintRoutes,
};
