import { Problem } from '../kernel/problem.ts';
import type { Settings } from '../kernel/settings.ts';
import { HOUR, MINUTE } from '../kernel/time.ts';
import type { Claim, Happened, TicketEvent, TicketEventName, TicketState, Told } from './ticket.ts';

/** What a technician does where there may be no signal, and what must have happened before it. */
const AFTER = {
  accepted: ['dispatched'],
  arrived: ['dispatched', 'accepted', 'nobody_home'],
  finished: ['dispatched', 'accepted', 'nobody_home', 'arrived', 'quote_accepted'],
} as const satisfies Record<string, readonly TicketEventName[]>;

export type Claimable = keyof typeof AFTER;

/** Nearer to the server's own time than this, a claimed time says nothing of its own [ours]. */
export const CLAIM = { negligibleMinutes: 1, clause: 'R3', since: '2026-01-01' } as const;

/** What a claimed time makes of an act: when it counts, what it says of itself, and what waits for the supervisor. */
export interface Judged {
  /** Where the ledger puts it; undefined: the server's own time. */
  at?: Date;
  facts: Record<string, unknown>;
  also: readonly { did: 'claimed'; facts: Record<string, unknown> }[];
}

/**
 * R3 [ours]: the technician's own time counts if it lies after the dispatch and whatever the act depends on, and is not older than the office allows.
 * Otherwise the act stands at the server's time until the supervisor has looked at the claim.
 */
export function judgeClaim(given: { state: TicketState; now: Date; settings: Settings }, did: Claimable, claimedAt: Date | null): Judged {
  const { state, now, settings } = given;
  const hours = claimedAt ? (now.getTime() - claimedAt.getTime()) / HOUR : 0;
  if (!claimedAt || hours * HOUR < CLAIM.negligibleMinutes * MINUTE) return { facts: {}, also: [] };
  const said = { claimedAt: claimedAt.toISOString() };
  const isInOrder = AFTER[did].every((before) => (state.happened[before] ?? claimedAt) <= claimedAt);
  if (isInOrder && hours <= settings.claimWithinHours) return { at: claimedAt, facts: said, also: [] };
  return { facts: said, also: [{ did: 'claimed', facts: { claimed: did, ...said, registeredAt: now.toISOString() } }] };
}

/**
 * The supervisor's yes or no to every time that waits; what was told meanwhile stays told.
 * @throws Problem `ticket/action-refused` where none waits
 */
export function answerClaims(claims: readonly Claim[], upheld: boolean) {
  const answers = claims.map((facts) => ({ did: upheld ? ('claim_upheld' as const) : ('claim_declined' as const), facts: { ...facts } }));
  const [first, ...also] = answers;
  if (!first) throw new Problem('ticket/action-refused', '没有等您确认的时间');
  return { ...first, also };
}

const others = ({ claims }: TicketState, { facts }: TicketEvent) => {
  const { claimed, registeredAt } = facts as unknown as Claim;
  return claims.filter((one) => one.claimed !== claimed || one.registeredAt !== registeredAt);
};

function upheld(state: TicketState, event: TicketEvent): Partial<TicketState> {
  const { claimed, claimedAt, registeredAt } = event.facts as unknown as Claim;
  const moved = (marks: Happened): Happened =>
    marks[claimed as TicketEventName]?.toISOString() === registeredAt ? { ...marks, [claimed]: new Date(claimedAt) } : marks;
  return { claims: others(state, event), happened: moved(state.happened), first: moved(state.first) };
}

/** Times that wait for the supervisor. Upheld, what a claim speaks of happened when it says. */
export const CLAIMS_TOLD: Told = {
  claimed: ({ claims }, { facts }) => ({ claims: [...claims, facts as unknown as Claim] }),
  claim_upheld: upheld,
  claim_declined: (state, event) => ({ claims: others(state, event) }),
};
