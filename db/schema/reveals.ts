import { foreignKey, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { instant, officeId } from './columns.ts';
import { offices } from './offices.ts';
import { people } from './people.ts';
import { tickets } from './tickets.ts';

/** Every look at a resident's number, append-only: who, whose, for which ticket and why (A1). */
export const reveals = pgTable(
  'reveals',
  {
    id: uuid('id').notNull(),
    officeId: officeId().references(() => offices.id),
    ticketId: uuid('ticket_id').notNull(),
    whose: uuid('whose_id')
      .notNull()
      .references(() => people.id),
    by: uuid('by_id')
      .notNull()
      .references(() => people.id),
    reason: text('reason').notNull(),
    words: text('words'),
    at: instant('at').notNull(),
  },
  (look) => [
    primaryKey({ columns: [look.id, look.officeId] }),
    foreignKey({ columns: [look.ticketId, look.officeId], foreignColumns: [tickets.id, tickets.officeId] }),
    index('reveals_by_office').on(look.officeId, look.id),
    index('reveals_by_ticket').on(look.officeId, look.ticketId, look.at),
    index('reveals_by_whose').on(look.whose, look.id),
  ],
);
