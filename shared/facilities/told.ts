import type { Told } from '../tickets/ticket.ts';

/** Which public facility a repair is about, and whether this round's own cost is on record (R7). */
export const FACILITY_TOLD: Told = {
  facility_named: (_, { facts }) => ({ facility: String(facts.facility) }),
  spent: ({ round, happened: { spent, ...happened } }, { facts }) => (facts.round === round ? {} : { happened }),
};
