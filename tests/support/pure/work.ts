import { shanghaiTime } from '../../../shared/kernel/time.ts';
import { chargeOf } from '../../../shared/quotes/quotes.ts';
import { CALLS } from '../../../shared/tickets/calls.ts';
import { answerClaims, type Claimable, judgeClaim } from '../../../shared/tickets/claims.ts';
import { decideFinish } from '../../../shared/tickets/decide.ts';
import type { Decision, Given } from '../../../shared/tickets/decision.ts';
import type { Told, WorkDeeds } from '../deeds.ts';
import { casesOf, type Doer, type Town } from './town.ts';

export const claimed = (given: Given, did: Claimable, claimedAt: string | undefined): Decision => ({
  did,
  ...judgeClaim(given, did, claimedAt === undefined ? null : shanghaiTime(claimedAt)),
});

/** When this home was last called, on whatever ticket. */
export const lastCallTo = (town: Town, home: string): Date | null =>
  casesOf(town)
    .filter((one) => one.home === home)
    .flatMap((one) => one.events.filter((event) => CALLS.includes(event.did)).map((event) => event.at))
    .reduce<Date | null>((last, at) => (last === null || at > last ? at : last), null);

const finish = ({ town, does }: Doer, ticket: Told, claimedAt?: string, used?: number[]) =>
  does('finish', ticket, (given, one) => {
    const claim = claimed(given, 'finished', claimedAt);
    const lines = one.quotes.get(given.state.agreedQuote?.id ?? '') ?? [];
    const decision = decideFinish({ ...given, now: claim.at ?? given.now }, lastCallTo(town, one.home), chargeOf(given.state, lines, used));
    return { ...claim, facts: { ...claim.facts, ...decision.facts }, also: [...(claim.also ?? []), ...(decision.also ?? [])] };
  });

export const workDeeds = (doer: Doer): WorkDeeds => ({
  accepts: (ticket, claimedAt) => doer.does('accept', ticket, (given) => claimed(given, 'accepted', claimedAt)),
  arrives: (ticket, claimedAt) => doer.does('arrive', ticket, (given) => claimed(given, 'arrived', claimedAt)),
  finishes: (ticket, _result, claimedAt) => finish(doer, ticket, claimedAt),
  finishesWith: (ticket, used) => finish(doer, ticket, undefined, used),
  answersClaim: (ticket, upheld) => doer.does('answerClaim', ticket, (given) => answerClaims(given.state.claims, upheld)),
});
