import { foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { instant, officeId } from './columns.ts';
import { offices } from './offices.ts';
import { people } from './people.ts';
import { tickets } from './tickets.ts';

const by = (name: string) =>
  uuid(name)
    .notNull()
    .references(() => people.id);

/** Something told to many residents at once. It goes out only with somebody else's yes: its approval is the document of its kind that is named by its id (P2). */
export const publications = pgTable(
  'publications',
  {
    id: uuid('id').notNull(),
    officeId: officeId().references(() => offices.id),
    document: text('document').notNull(),
    /** The matter it is about, where it is about one. */
    ticketId: uuid('ticket_id'),
    by: by('by_id'),
    at: instant('at').notNull(),
  },
  (publication) => [
    primaryKey({ columns: [publication.id, publication.officeId] }),
    foreignKey({ name: 'publications_about', columns: [publication.ticketId, publication.officeId], foreignColumns: [tickets.id, tickets.officeId] }),
    index('publications_by_office').on(publication.officeId, publication.id),
  ],
);

/** What was handed in, version by version, append-only; a correction and a withdrawal are versions too (readings 32). */
export const publicationVersions = pgTable(
  'publication_versions',
  {
    officeId: officeId(),
    publicationId: uuid('publication_id').notNull(),
    /** The round of its approval. */
    round: integer('round').notNull(),
    what: text('what', { enum: ['first', 'correction', 'withdrawal'] }).notNull(),
    work: text('work').notNull(),
    place: text('place').notNull(),
    fromAt: instant('from_at').notNull(),
    untilAt: instant('until_at').notNull(),
    /** The contractor, or the team. */
    doneBy: text('done_by').notNull(),
    /** What residents will notice. */
    effect: text('effect').notNull(),
    /** Why it was corrected or withdrawn. */
    why: text('why').notNull(),
    /** Whom it is for: buildings, or units of them; none is the whole estate. */
    areas: jsonb('areas').notNull(),
    author: by('author_id'),
    at: instant('at').notNull(),
  },
  (version) => [
    primaryKey({ columns: [version.officeId, version.publicationId, version.round] }),
    foreignKey({
      name: 'publication_versions_of',
      columns: [version.publicationId, version.officeId],
      foreignColumns: [publications.id, publications.officeId],
    }),
  ],
);

/** Each time one went out, append-only: which version, with whose yes, to how many homes and people. */
export const publicationIssues = pgTable(
  'publication_issues',
  {
    officeId: officeId(),
    publicationId: uuid('publication_id').notNull(),
    round: integer('round').notNull(),
    by: by('by_id'),
    at: instant('at').notNull(),
    homes: integer('homes').notNull(),
    people: integer('people').notNull(),
  },
  (issue) => [
    primaryKey({ columns: [issue.officeId, issue.publicationId, issue.round] }),
    foreignKey({
      name: 'publication_issues_of',
      columns: [issue.officeId, issue.publicationId, issue.round],
      foreignColumns: [publicationVersions.officeId, publicationVersions.publicationId, publicationVersions.round],
    }),
    index('publication_issues_by_time').on(issue.officeId, issue.at),
  ],
);
