import { Problem } from '../../../shared/kernel/problem.ts';
import { HOUR } from '../../../shared/kernel/time.ts';
import { isSamePlace } from '../../../shared/tickets/followers.ts';
import type { FollowerDeeds, Told } from '../deeds.ts';
import { homesOf } from './company.ts';
import { type Case, caseOf, casesOf, type Doer, happens, settingsOf, type Town } from './town.ts';

const isOpen = (one: Case) => ['received', 'dispatched', 'on_site'].includes(one.story.state.status);

/** The public places reported of late which may be the same, the newest first. */
function alikeTo(town: Town, name: string, category: string, where: string): string[] {
  const [estate, label] = homesOf(name)[0]!;
  const since = town.now.getTime() - settingsOf(town, estate).alikeWithinHours * HOUR;
  return casesOf(town)
    .filter((one) => one.estate === estate && one.reporter !== name && isOpen(one))
    .filter(({ story }) => story.state.place === 'public' && story.state.category === category && story.state.receivedAt.getTime() >= since)
    .filter((one) => isSamePlace(where, one.where, label))
    .map((one) => one.id)
    .reverse();
}

async function follow(town: Town, name: string, ticket: Told): Promise<void> {
  const one = caseOf(town, ticket);
  if (one.story.state.place !== 'public' || !homesOf(name).some(([estate]) => estate === one.estate)) throw new Problem('seen/not-found');
  if (one.reporter === name) throw new Problem('ticket/not-yours');
  if (one.followers.has(name)) return;
  if (!isOpen(one)) throw new Problem('ticket/action-refused');
  happens(town, one, 'followed', {}, name, true);
  one.followers.add(name);
}

export const followerDeeds = ({ town, name, does }: Doer): FollowerDeeds => ({
  hearsOfAlike: async (category, where = '') => alikeTo(town, name, category, where),
  follows: (ticket) => follow(town, name, ticket),
  unfollows: async (ticket) => {
    await does('unfollow', ticket, () => ({ did: 'unfollowed', facts: {} }));
    caseOf(town, ticket).followers.delete(name);
  },
  shares: (ticket) => does('share', ticket, () => ({ did: 'shared', facts: {} })),
});
