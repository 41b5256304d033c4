import { Problem } from '../../../shared/kernel/problem.ts';
import { HOUR } from '../../../shared/kernel/time.ts';
import { rankAlike } from '../../../shared/merging/alike.ts';
import { decideMerge, decideUnmerge, type Matter, type Together } from '../../../shared/merging/decide.ts';
import { foresee } from '../../../shared/merging/words.ts';
import type { Action } from '../../../shared/tickets/actions.ts';
import { permitTicket } from '../../../shared/tickets/lifecycle.ts';
import { UNDER_WAY } from '../../../shared/tickets/ticket.ts';
import type { MergingDeeds, Told } from '../deeds.ts';
import { relationsOf } from './company.ts';
import { bookOf, type Case, caseOf, casesOf, type Doer, happens, settingsOf, type Town, takeSteps } from './town.ts';

const matterOf = (town: Town, one: Case): Matter => ({
  id: one.id,
  number: one.number,
  officeId: one.estate,
  state: one.story.state,
  ledger: one.story.ledger,
  now: town.now,
  settings: settingsOf(town, one.estate),
  bookFor: ({ kind }) => bookOf(town, one.estate, kind),
});

/** A ticket somebody may take this action on now. */
function permitted({ town, name }: Doer, action: Action, ticket: Told): Case {
  const one = caseOf(town, ticket);
  const relations = relationsOf(name, one);
  if (relations.length === 0) throw new Problem('seen/not-found');
  permitTicket(action, one.story.state, relations, town.now);
  return one;
}

/** What happens to both, in one breath; whoever reported what is merged is a fellow of what it was merged into. */
function doTogether({ town, name }: Doer, { survivor, merged, onSurvivor, onMerged, carried }: Together): void {
  const [stays, goes] = [caseOf(town, survivor), caseOf(town, merged)];
  for (const one of [stays, goes]) takeSteps(town, one);
  for (const { did, facts } of onSurvivor) happens(town, stays, did, facts, name, false);
  happens(town, goes, onMerged.did, onMerged.facts, name, false);
  for (const { ticket, event } of carried) happens(town, town.cases.get(ticket)!, event.did, event.facts, name, false);
  for (const one of [stays, goes]) {
    const others = one.story.state.tookIn.map((taken) => town.cases.get(taken.ticket)!).filter((own) => own.reporter !== one.reporter);
    one.fellows = new Map([...others].reverse().map((own) => [own.reporter, own]));
  }
}

function alikeTo(who: Doer, ticket: Told): [string, string][] {
  const { town } = who;
  const here = permitted(who, 'merge', ticket);
  const likeness = (one: Case) => ({ id: one.id, state: one.story.state, homeId: one.home, where: one.where, one });
  const apart = (one: Case) => Math.abs(one.story.state.receivedAt.getTime() - here.story.state.receivedAt.getTime());
  const near = casesOf(town)
    .filter((one) => one.estate === here.estate && UNDER_WAY.includes(one.story.state.status))
    .filter((one) => apart(one) <= settingsOf(town, here.estate).duplicateWithinHours * HOUR);
  return rankAlike(likeness(here), near.map(likeness)).map(({ one }) => [
    one.number,
    foresee(decideMerge(matterOf(town, here), matterOf(town, one))),
  ]);
}

export const mergingDeeds = (who: Doer): MergingDeeds => ({
  merges: async (ticket, other) => {
    const [one, another] = [permitted(who, 'merge', ticket), permitted(who, 'merge', other)];
    doTogether(who, decideMerge(matterOf(who.town, one), matterOf(who.town, another)));
  },
  unmerges: async (ticket) => {
    const one = permitted(who, 'unmerge', ticket);
    const survivor = who.town.cases.get(one.story.state.merged!.into)!;
    doTogether(who, decideUnmerge(matterOf(who.town, one), matterOf(who.town, survivor)));
  },
  disputesMerge: (ticket) => who.does('disputeMerge', ticket, () => ({ did: 'merge_disputed', facts: {} })),
  keepsMerged: (ticket) => who.does('keepMerged', ticket, () => ({ did: 'merge_upheld', facts: {} })),
  seesAlike: async (ticket) => alikeTo(who, ticket),
});
