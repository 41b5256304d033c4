import { boolean, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { instant, officeId } from './columns.ts';
import { offices } from './offices.ts';
import { people } from './people.ts';

/** What a service centre keeps for whoever asks, append-only: the last version of an entry holds, until one withdraws it (I12). */
export const guideVersions = pgTable(
  'guide_versions',
  {
    id: uuid('id').notNull(),
    officeId: officeId().references(() => offices.id),
    entry: uuid('entry_id').notNull(),
    version: integer('version').notNull(),
    section: text('section', { enum: ['ways', 'questions', 'phones', 'functions', 'activities', 'surroundings'] }).notNull(),
    title: text('title').notNull(),
    words: text('words').notNull(),
    /** Of a public desk; empty where there is none. */
    phone: text('phone').notNull(),
    withdrawn: boolean('withdrawn').notNull(),
    /** What it is found by: every character, and every two side by side. */
    terms: text('terms').array().notNull(),
    at: instant('at').notNull(),
    by: uuid('by_id')
      .notNull()
      .references(() => people.id),
  },
  (line) => [
    primaryKey({ columns: [line.id, line.officeId] }),
    // One follows a version, whoever else has read it.
    uniqueIndex('guide_versions_by_entry').on(line.officeId, line.entry, line.version),
    index('guide_versions_by_terms').using('gin', line.terms),
  ],
);
