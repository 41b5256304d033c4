import { GUIDE } from '../../../db/seeds/guide.ts';
import {
  checkGuide,
  decideGuide,
  type GuideStand,
  type GuideText,
  isInGuide,
  mayWriteGuide,
  nearestGuide,
  readGuideQuery,
} from '../../../shared/guide/guide.ts';
import { Problem } from '../../../shared/kernel/problem.ts';
import { AN_ENTRY, type GuideDeeds, type Kept } from '../guide-deeds.ts';
import { homesOf, rolesOf } from './company.ts';
import type { Doer, Town } from './town.ts';

interface Entry {
  id: string;
  estate: string;
  versions: GuideStand[];
}

const shelves = new WeakMap<Town, Entry[]>();

/** The guide of a town as it was planted, and what was written since. */
function shelfOf(town: Town): Entry[] {
  const known = shelves.get(town);
  if (known) return known;
  const planted = ['WT', 'HT'].flatMap((estate) =>
    GUIDE.filter(({ only }) => (only ?? estate) === estate).map(({ phone = '', only: _, ...text }, index) => ({
      id: `${estate} ${index}`,
      estate,
      versions: [{ ...text, phone, version: 1, withdrawn: false, by: '' }],
    })),
  );
  shelves.set(town, planted);
  return planted;
}

const lastOf = ({ versions }: Entry): GuideStand => versions[versions.length - 1]!;

export const guideDeeds = ({ town, name }: Doer): GuideDeeds => {
  const near = [...homesOf(name), ...rolesOf(name)].map(([estate]) => estate as string);
  const isCompany = rolesOf(name).some(([estate]) => estate === 'ZB');
  const writes = (estate: string) =>
    rolesOf(name).some(([at, role, department]) => at === estate && mayWriteGuide({ role, department: department ?? null }));
  const isNear = (estate: string) => isCompany || near.includes(estate);
  const standing = () =>
    shelfOf(town)
      .filter((entry) => entry.estate === (near.find((estate) => estate !== 'ZB') ?? 'WT') && !lastOf(entry).withdrawn)
      .map(lastOf);
  const goesOn = (kept: Kept, text: GuideText | null): Kept => {
    const entry = shelfOf(town).find((one) => one.id === kept.id);
    if (!entry || !isNear(entry.estate)) throw new Problem('seen/not-found');
    if (!writes(entry.estate)) throw new Problem('guide/not-yours');
    const stand = lastOf(entry);
    const { version, isNew } = decideGuide(stand, { version: kept.version, by: name, text });
    if (isNew) entry.versions.push({ ...stand, ...text, version, withdrawn: text === null, by: name });
    return { id: kept.id, version };
  };
  return {
    writesGuide: async (estate, text) => {
      if (!isNear(estate)) throw new Problem('seen/not-found');
      if (!writes(estate)) throw new Problem('guide/not-yours');
      const entry = {
        id: `${estate} ${shelfOf(town).length}`,
        estate,
        versions: [{ ...checkGuide({ ...AN_ENTRY, ...text }), version: 1, withdrawn: false, by: name }],
      };
      shelfOf(town).push(entry);
      return { id: entry.id, version: 1 };
    },
    rewritesGuide: async (entry, text) => goesOn(entry, checkGuide({ ...AN_ENTRY, ...text })),
    withdrawsGuide: async (entry) => goesOn(entry, null),
    looksUp: async (typed) => {
      const query = readGuideQuery(typed);
      return query
        ? standing()
            .filter((entry) => isInGuide(query, entry))
            .map(({ title }) => title)
        : [];
    },
    isOffered: async (words) => nearestGuide(words, standing()).map(({ title }) => title),
    readsVersions: async (kept) => {
      const entry = shelfOf(town).find((one) => one.id === kept.id);
      if (!entry || !isNear(entry.estate)) throw new Problem('seen/not-found');
      const isStaff = isCompany || rolesOf(name).some(([estate]) => estate === entry.estate);
      if (lastOf(entry).withdrawn && !isStaff) throw new Problem('seen/not-found');
      return isStaff ? entry.versions.map(({ words }) => words) : [lastOf(entry).words];
    },
  };
};
