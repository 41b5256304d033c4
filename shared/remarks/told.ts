import { datesIn } from '../tickets/follow-dates.ts';
import type { TicketKind, Told } from '../tickets/ticket.ts';

/** An answer waits to be found good or not; silence ends it in time (Z1). */
const answered: Told[keyof Told] = (_, { facts }) => ({ until: datesIn(facts) });

/** What a remark is, and how it stands. */
export const REMARK_TOLD: Told = {
  sorted: (_, { facts }) => ({ kind: facts.kind as TicketKind, category: String(facts.category) }),
  replied: answered,
  carried_out: answered,
  declined: answered,
  answered_above: answered,
  objected: () => ({ until: {} }),
  thanked: (_, { facts }) => ({ praised: facts.praised as readonly string[] }),
};
