import { integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { instant, officeId } from './columns.ts';
import { offices } from './offices.ts';

/** What was removed by rule, and when: how much, never whose (A2, Z10). Its history is its events. */
export const removals = pgTable(
  'removals',
  {
    id: uuid('id').notNull(),
    officeId: officeId().references(() => offices.id),
    what: text('what').notNull(),
    rows: integer('rows').notNull(),
    keptUntil: instant('kept_until').notNull(),
    at: instant('at').notNull(),
    version: integer('version').notNull(),
  },
  (removal) => [primaryKey({ columns: [removal.id, removal.officeId] })],
);
