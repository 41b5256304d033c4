import { decideCoRating } from '../../../shared/merging/decide.ts';
import { decideConfirm } from '../../../shared/tickets/decide.ts';
import { decideCancel, decideChange, decideUrge } from '../../../shared/tickets/own.ts';
import type { ResidentDeeds, Told } from '../deeds.ts';
import { scoreFor } from '../story.ts';
import { relationsOf } from './company.ts';
import { type Case, caseOf, type Doer, happens } from './town.ts';

/** The ticket of somebody whose own was merged into this one: what they say of it stands there (Z3). */
function ownOf({ town, name }: Doer, ticket: Told): Case | undefined {
  const one = caseOf(town, ticket);
  return relationsOf(name, one).includes('resident') ? undefined : one.fellows.get(name);
}

async function inTheirOwn(who: Doer, ticket: Told, deed: (isFellow: boolean) => Promise<void>): Promise<void> {
  const own = ownOf(who, ticket);
  await deed(own !== undefined);
  if (own) happens(who.town, own, 'said', {}, who.name, true);
}

export const residentDeeds = (who: Doer): ResidentDeeds => ({
  confirms: (ticket, opinion = 'satisfied', _words = '', tags = []) =>
    inTheirOwn(who, ticket, (isFellow) => {
      const input = { score: scoreFor(opinion), tags };
      return who.does('confirm', ticket, (given) => (isFellow ? decideCoRating(given, who.name, input) : decideConfirm(given, input)));
    }),
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
