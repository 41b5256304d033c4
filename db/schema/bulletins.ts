import { foreignKey, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { instant, officeId } from './columns.ts';
import { people } from './people.ts';
import { tickets } from './tickets.ts';

/** What every colleague was told after a major complaint, append-only; who reads it learns nothing of the complaint (C7). */
export const bulletins = pgTable(
  'bulletins',
  {
    id: uuid('id').notNull(),
    officeId: officeId(),
    ticketId: uuid('ticket_id').notNull(),
    words: text('words').notNull(),
    by: uuid('by_id')
      .notNull()
      .references(() => people.id),
    at: instant('at').notNull(),
  },
  (bulletin) => [
    primaryKey({ columns: [bulletin.id, bulletin.officeId] }),
    foreignKey({ name: 'bulletins_about', columns: [bulletin.ticketId, bulletin.officeId], foreignColumns: [tickets.id, tickets.officeId] }),
  ],
);
