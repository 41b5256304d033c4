import { decideCoRating } from '../../../shared/merging/decide.ts';
import { decideConfirm } from '../../../shared/tickets/decide.ts';
import type { Fact, Given } from '../../../shared/tickets/decision.ts';
import { isCallDue } from '../../../shared/tickets/notices.ts';
import { decideCancel, decideChange, decideUrge } from '../../../shared/tickets/own.ts';
import type { ResidentDeeds, Told } from '../deeds.ts';
import { scoreFor } from '../story.ts';
import { relationsOf } from './company.ts';
import { type Case, caseOf, type Doer, happens, takeSteps } from './town.ts';

/** The ticket of somebody whose own was merged into this one: what they say of it stands there (Z3). */
function ownOf({ town, name }: Doer, ticket: Told): Case | undefined {
  const one = caseOf(town, ticket);
  return relationsOf(name, one).includes('resident') ? undefined : one.fellows.get(name);
}

async function inTheirOwn(who: Doer, ticket: Told, deed: (isFellow: boolean) => Promise<void>, owed: readonly Fact[] = []): Promise<void> {
  const own = ownOf(who, ticket);
  await deed(own !== undefined);
  if (!own) return;
  takeSteps(who.town, own);
  happens(who.town, own, 'said', {}, who.name, true);
  for (const { did, facts } of owed) happens(who.town, own, did, facts, who.name, true);
  if (isCallDue(own.story.ledger)) happens(who.town, own, 'reached', {}, who.name, true);
}

export const residentDeeds = (who: Doer): ResidentDeeds => ({
  confirms: async (ticket, opinion = 'satisfied', _words = '', tags = []) => {
    const owed: Fact[] = [];
    const input = { score: scoreFor(opinion), tags };
    const rates = (given: Given) => {
      const { inTheirOwn: low, ...decision } = decideCoRating(given, who.name, input);
      owed.push(...low);
      return decision;
    };
    const deed = (isFellow: boolean) => who.does('confirm', ticket, (given) => (isFellow ? rates(given) : decideConfirm(given, input)));
    await inTheirOwn(who, ticket, deed, owed);
  },
  saysNotFixed: (ticket) =>
    inTheirOwn(who, ticket, (isFellow) => who.does('reopen', ticket, () => ({ did: 'reopened', facts: isFellow ? { fellow: true } : {} }))),
  cancels: (ticket, why, onTheirWord) =>
    who.does('cancel', ticket, (_given, one, asStaff) =>
      decideCancel({ why, asStaff, words: onTheirWord?.words ?? '', channel: onTheirWord?.channel, followedBy: one.followers.size }),
    ),
  changes: (ticket, { words = '', ...change }) =>
    who.does('change', ticket, (given) => decideChange(given, { category: undefined, worse: false, danger: false, says: words !== '', ...change })),
  urges: (ticket) => who.does('urge', ticket, decideUrge),
});
