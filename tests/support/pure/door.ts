import { shanghaiTime } from '../../../shared/kernel/time.ts';
import { decideDateAccepted, decideDateDeclined, decideDateTold, decideNobodyHome, decideProposal } from '../../../shared/quotes/door.ts';
import type { DoorDeeds } from '../deeds.ts';
import type { Doer } from './town.ts';

export const doorDeeds = ({ name, does }: Doer): DoorDeeds => ({
  findsNobody: (ticket, how) => does('nobodyHome', ticket, (given) => decideNobodyHome(given, how)),
  proposes: (ticket, dueBy) => does('proposeDate', ticket, (given) => decideProposal(given, shanghaiTime(dueBy))),
  acceptsDate: (ticket, dueBy) => does('acceptDate', ticket, (given) => decideDateAccepted(given, shanghaiTime(dueBy), name)),
  declinesDate: (ticket, dueBy) => does('declineDate', ticket, (given) => decideDateDeclined(given, shanghaiTime(dueBy))),
  recordsDate: (ticket, dueBy, accepts) =>
    does('recordDate', ticket, (given, { reporter }) =>
      decideDateTold(given, { seen: shanghaiTime(dueBy), accepts, channel: 'phone', answeredBy: reporter }),
    ),
});
