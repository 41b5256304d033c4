import { sql } from 'drizzle-orm';
import { AN_ENTRY, type GuideDeeds } from '../guide-deeds.ts';
import type { Teller } from './teller.ts';

/** What the service centre keeps for whoever asks, over the real app. */
export function guideDeeds({ api, world }: Teller): GuideDeeds {
  const officeId = async (letters: string) =>
    (await world.house.db.execute<{ id: string }>(sql`select id from offices where letters = ${letters}`))[0]!.id;
  return {
    writesGuide: async (estate, text) => api.addGuide({ officeId: await officeId(estate), ...AN_ENTRY, ...text }),
    rewritesGuide: async ({ id, version }, text) => api.changeGuide({ id, version, ...AN_ENTRY, ...text }),
    withdrawsGuide: async ({ id, version }) => api.withdrawGuide({ id, version }),
    looksUp: async (q) => (await api.guide({ q })).items.map(({ title }) => title),
    isOffered: async (words) => (await api.nearGuide({ officeId: (await api.guide({})).officeId!, words })).items.map(({ title }) => title),
    readsVersions: async ({ id }) => {
      const { entry, versions } = await api.guideEntry({ id });
      return versions.length > 0 ? versions.map((one) => one.words) : [entry.words];
    },
  };
}
