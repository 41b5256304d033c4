import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { instant, officeId } from './columns.ts';
import { offices } from './offices.ts';
import { people } from './people.ts';

/** What makes the first user of an empty database its general manager, once: only the hash is kept. */
export const setUpCodes = pgTable(
  'set_up_codes',
  {
    id: uuid('id').primaryKey(),
    codeHash: text('code_hash').notNull().unique(),
    madeAt: instant('made_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    /** When another took its place before it was used. */
    replacedAt: instant('replaced_at'),
    usedAt: instant('used_at'),
    usedById: uuid('used_by_id').references(() => people.id),
  },
  () => [uniqueIndex('set_up_codes_used_once').on(sql`(true)`).where(sql`used_at is not null`)],
);

/** Append-only: how an office was described, by whom, from when (A3). */
export const officeEntries = pgTable(
  'office_entries',
  {
    id: uuid('id').notNull(),
    officeId: officeId().references(() => offices.id),
    version: integer('version').notNull(),
    /** The whole of it, as `EstateForm` has it. */
    facts: jsonb('facts').notNull(),
    at: instant('at').notNull(),
    byId: uuid('by_id').references(() => people.id),
  },
  (entry) => [primaryKey({ columns: [entry.id, entry.officeId] }), uniqueIndex('office_entries_by_version').on(entry.officeId, entry.version)],
);

/** Append-only: who read a roster in, and how much of it was new (A2); never what stood in it. */
export const rosterImports = pgTable(
  'roster_imports',
  {
    id: uuid('id').notNull(),
    officeId: officeId().references(() => offices.id),
    at: instant('at').notNull(),
    byId: uuid('by_id')
      .notNull()
      .references(() => people.id),
    rows: integer('rows').notNull(),
    homes: integer('homes').notNull(),
    people: integer('people').notNull(),
    residences: integer('residences').notNull(),
  },
  (one) => [primaryKey({ columns: [one.id, one.officeId] }), index('roster_imports_by_office').on(one.officeId, one.at)],
);
