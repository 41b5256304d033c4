import { keyFacts, type Named, type Promised } from '../kernel/promises.ts';
import type { Fact } from '../tickets/decision.ts';
import type { TicketEventName, TicketState } from '../tickets/ticket.ts';

/** What happened to what several are waiting for, as each of them is owed something of their own. */
export interface Deed extends Fact {
  at?: Date;
}

/** A household's own report, and what it is owed by itself. */
export interface Own {
  id: string;
  ledger: readonly Promised[];
}

/** What keeps a promise of a household's own: done where it is being dealt with. */
const ACTS: readonly TicketEventName[] = ['arrived', 'finished'];

/** What is promised to residents about the work itself. */
export const DATED = ['on_site', 'repaired', 'named_visit', 'new_visit', 'new_date'];

const isOwed = (one: Promised) => one.keptAt === null && one.withdrawnAt === null && DATED.includes(one.what);

/** A later date was agreed with one household: what was promised to another for sooner is owed to that other as it was (Z3, I7). */
function owedApart({ state, own, now }: Beheld, { did, facts }: Deed): Deed[] {
  const dueBy = did === 'agreed' ? new Date(String(facts.dueBy)) : null;
  const theirs = state.tookIn.find((one) => one.ticket === own.id)?.theirs[String(facts.what)];
  if (!dueBy || theirs === undefined || new Date(theirs) >= dueBy || new Date(theirs) <= now) return [];
  const promise = own.ledger.find((one) => one.what === facts.what && one.withdrawnWhy === 'merged' && one.dueBy > now);
  if (!promise) return [];
  const { what, clause, openedBy } = keyFacts(promise);
  const only: Named[] = [{ what, openedBy }];
  return [{ did: 'owed_apart', facts: { what, clause, undoes: 'merged', only } }];
}

/** What was done for all is done for them. */
function doneThere({ own }: Beheld, { did, facts, at }: Deed): Deed[] {
  if (!ACTS.includes(did) || !own.ledger.some(isOwed)) return [];
  return [
    { did: 'done_there', facts: { act: did, ...(facts.claimedAt === undefined ? {} : { claimedAt: facts.claimedAt }) }, ...(at ? { at } : {}) },
  ];
}

/** R3: what was said to have been done earlier, and is believed, was done earlier for them too. */
function upheldThere({ own }: Beheld, { did, facts }: Deed): Deed[] {
  const isTheirs = own.ledger.some((one) => DATED.includes(one.what) && one.keptAt?.toISOString() === facts.registeredAt);
  return did === 'claim_upheld' && isTheirs ? [{ did: 'done_there', facts: { ...facts, act: facts.claimed, upholds: true } }] : [];
}

interface Beheld {
  state: Pick<TicketState, 'tookIn'>;
  own: Own;
  now: Date;
}

/** Whether anything in these may matter to households whose own was merged. */
export const mattersToFellows = (events: readonly Fact[]): boolean =>
  events.some(({ did }) => did === 'agreed' || did === 'claim_upheld' || ACTS.includes(did));

/**
 * Z3: what follows for one household whose own was merged, from what happened to what several wait for.
 * @param state what several wait for, as it stood before
 */
export const followsForOwn = (state: Pick<TicketState, 'tookIn'>, own: Own, events: readonly Deed[], now: Date): Deed[] =>
  events.flatMap((event) => [owedApart, doneThere, upheldThere].flatMap((rule) => rule({ state, own, now }, event)));
