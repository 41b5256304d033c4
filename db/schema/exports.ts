import { boolean, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { instant, officeId } from './columns.ts';
import { offices } from './offices.ts';
import { people } from './people.ts';

/** Every time a register left the house as a file, append-only: who, which, of what period, how much (A1). */
export const exports = pgTable(
  'exports',
  {
    id: uuid('id').notNull(),
    officeId: officeId().references(() => offices.id),
    by: uuid('by_id')
      .notNull()
      .references(() => people.id),
    register: text('register').notNull(),
    fromAt: instant('from_at').notNull(),
    untilAt: instant('until_at').notNull(),
    rows: integer('rows').notNull(),
    cut: boolean('cut').notNull(),
    /** How many of its lines are of each ticket that is a complaint, or may become one: what is walled from somebody later is not counted before them. */
    linesOf: jsonb('lines_of').$type<Record<string, number>>().notNull().default({}),
    at: instant('at').notNull(),
  },
  (one) => [
    primaryKey({ columns: [one.id, one.officeId] }),
    index('exports_by_office').on(one.officeId, one.id),
    index('exports_by_person').on(one.by, one.id),
  ],
);
