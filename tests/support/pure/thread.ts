import { mayAgree } from '../../../shared/tickets/agreements.ts';
import { decideSay } from '../../../shared/tickets/decide.ts';
import { ticketActions } from '../../../shared/tickets/lifecycle.ts';
import { isCallDue } from '../../../shared/tickets/notices.ts';
import type { ThreadDeeds } from '../deeds.ts';
import { relationsOf } from './company.ts';
import { caseOf, casesOf, type Doer, happens } from './town.ts';

export const threadDeeds = ({ town, name, does }: Doer): ThreadDeeds => ({
  says: (ticket, _words, options) =>
    does('say', ticket, (given, _one, asStaff) => decideSay(given, { asStaff, upset: options?.upset ?? false, isReadable: true })),
  notes: (ticket) => does('note', ticket, () => ({ did: 'noted', facts: {} })),
  calls: (ticket) => does('call', ticket, () => ({ did: 'called', facts: {} })),
  reads: async () => {
    for (const one of casesOf(town)) if (one.inbox.has(name) && isCallDue(one.story.ledger)) happens(town, one, 'reached', {}, name, true);
  },
  may: async (ticket) => {
    const one = caseOf(town, ticket);
    const open = ticketActions(one.story.state, relationsOf(name, one), town.now).map((row) => row.action);
    return open.filter((action) => action !== 'agree' || mayAgree({ ...one.story, now: town.now }));
  },
  heard: async (ticket) => caseOf(town, ticket).inbox.get(name) ?? [],
});
