import { index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { instant, officeId } from './columns.ts';
import { offices } from './offices.ts';
import { people } from './people.ts';

/** Who keeps which channel of an estate, append-only: the last line of a channel that has begun holds; one without a keeper says that the estate has none (I13). */
export const channelKeepers = pgTable(
  'channel_keepers',
  {
    id: uuid('id').notNull(),
    officeId: officeId().references(() => offices.id),
    channel: text('channel').notNull(),
    keeper: uuid('keeper_id').references(() => people.id),
    fromAt: instant('from_at').notNull(),
    setBy: uuid('set_by')
      .notNull()
      .references(() => people.id),
  },
  (line) => [primaryKey({ columns: [line.id, line.officeId] }), index('channel_keepers_by_channel').on(line.officeId, line.channel, line.fromAt)],
);
