import type { Merged, Status, TicketState, Told, TookIn } from '../tickets/ticket.ts';

const without = (tookIn: readonly TookIn[], gone: readonly unknown[]) => tookIn.filter((one) => !gone.includes(one.ticket));

const into = ({ status }: TicketState, facts: Readonly<Record<string, unknown>>): Merged => ({
  into: String(facts.into),
  number: String(facts.number),
  stood: status,
  ...(Array.isArray(facts.stays) ? { owes: true } : {}),
});

const takenIn = (facts: Readonly<Record<string, unknown>>): TookIn => ({
  ticket: String(facts.ticket),
  number: String(facts.number),
  theirs: facts.theirs as TookIn['theirs'],
  urgent: facts.urgent === true,
  before: (facts.before as TookIn['before'] | undefined) ?? null,
  through: [],
});

/** What came along with a ticket, or comes back with it. */
const along = ({ along: others }: Readonly<Record<string, unknown>>) => (others as readonly TookIn[] | undefined) ?? [];

/**
 * What being one matter leaves on both tickets; taken apart, the one that went stands where it stood, with what it had taken in itself (Z3). What that took in is
 * always kept where the work is being done.
 */
export const MERGING_TOLD: Told = {
  merged: (state, { facts }) => ({ status: 'cancelled', merged: into(state, facts), tookIn: [] }),
  owed_apart: ({ merged }) => ({ merged: merged && { ...merged, owes: true } }),
  carried_over: ({ merged }, { facts }) => ({ merged: merged && { ...merged, into: String(facts.into), number: String(facts.number) } }),
  unmerged: ({ merged }, { facts }) => ({ status: (merged?.stood ?? 'received') satisfies Status, merged: null, tookIn: along(facts) }),
  // Danger that came with another stays said, also once that is taken apart: a colleague says that it is over.
  took_in: ({ tookIn, danger }, { facts }) => {
    const come = [takenIn(facts), ...along(facts)];
    const ids = come.map((one) => one.ticket);
    return { tookIn: [...without(tookIn, ids), ...come], danger: danger || facts.danger === true };
  },
  let_go: ({ tookIn }, { facts }) => {
    const gone = [facts.ticket, ...((facts.along as readonly string[] | undefined) ?? [])];
    const left = without(tookIn, gone);
    // What the survivor was before stays known while another urgent one is there.
    const before = tookIn.find((one) => gone.includes(one.ticket) && one.before)?.before ?? null;
    const heir = left.find((one) => one.urgent);
    return { tookIn: before && heir ? left.map((one) => (one === heir ? { ...one, before } : one)) : left };
  },
  co_rated: ({ ratedBy }, { by }) => ({ ratedBy: by === null ? ratedBy : [...ratedBy, by] }),
  reopened: () => ({ ratedBy: [] }),
};
