import { sql } from 'drizzle-orm';
import type { ThreadDeeds } from '../deeds.ts';
import type { Teller } from './teller.ts';

export const threadDeeds = ({ world, name, api, personId }: Teller): ThreadDeeds => ({
  says: async ({ id }, words, options) => {
    await api.say({ id, words, upset: options?.upset ?? false });
  },
  notes: async ({ id }, words) => {
    await api.note({ id, words });
  },
  calls: async ({ id }, words) => {
    await api.call({ id, words });
  },
  reads: async () => {
    const { items } = await api.inbox({});
    if (items[0]) await api.readInbox({ upTo: items[0].id });
  },
  may: async ({ id }) => (await api.ticket({ id })).actions.map((one) => one.action),
  heard: async ({ id }) => {
    const rows = await world.house.db.execute<{ did: string; facts: { step?: string } }>(
      sql`select did, facts from inbox where person_id = ${await personId(name)} and subject = ${id} order by id`,
    );
    return rows.map((row) => row.facts.step ?? row.did);
  },
});
