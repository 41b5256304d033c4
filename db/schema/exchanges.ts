import { sql } from 'drizzle-orm';
import { boolean, date, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { instant, officeId } from './columns.ts';
import { offices } from './offices.ts';
import { people } from './people.ts';

/** What is worth knowing, from inside or outside, append-only: the last version of an entry holds (D6, D8). */
export const exchanges = pgTable(
  'exchanges',
  {
    id: uuid('id').notNull(),
    /** Of what came from outside the head office: the quality department collects it. */
    officeId: officeId().references(() => offices.id),
    entry: uuid('entry_id').notNull(),
    version: integer('version').notNull(),
    kind: text('kind', {
      enum: ['law', 'standard', 'authority', 'supplier', 'developer', 'customer', 'outside_other', 'report', 'result', 'matter', 'forwarded'],
    }).notNull(),
    outside: boolean('outside').notNull(),
    receivedAt: instant('received_at').notNull(),
    source: text('source').notNull(),
    title: text('title').notNull(),
    words: text('words').notNull(),
    outcome: text('outcome').notNull(),
    /** The department it concerns, or that passed a customer's matter on. */
    department: text('department'),
    holdsFrom: date('holds_from'),
    at: instant('at').notNull(),
    by: uuid('by_id')
      .notNull()
      .references(() => people.id),
  },
  (line) => [
    primaryKey({ columns: [line.id, line.officeId] }),
    // One follows a version, whoever else has read it.
    // Everybody's in order, and one's own.
    index('exchanges_in_order').on(line.entry),
    index('exchanges_by_author').on(line.by, line.entry).where(sql`version = 1`),
    uniqueIndex('exchanges_by_entry').on(line.officeId, line.entry, line.version),
  ],
);
