import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { instant, officeId } from './columns.ts';
import { offices } from './offices.ts';
import { people } from './people.ts';

/** What somebody is told: one line a person and event, so that nobody is told twice. */
export const inbox = pgTable(
  'inbox',
  {
    id: uuid('id').notNull(),
    officeId: officeId().references(() => offices.id),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    subject: uuid('subject').notNull(),
    subjectKind: text('subject_kind').notNull(),
    eventId: uuid('event_id').notNull(),
    did: text('did').notNull(),
    facts: jsonb('facts').notNull(),
    at: instant('at').notNull(),
    readAt: instant('read_at'),
  },
  (line) => [
    primaryKey({ columns: [line.id, line.officeId] }),
    uniqueIndex('inbox_once').on(line.officeId, line.eventId, line.personId),
    index('inbox_by_person').on(line.personId, line.id),
    index('inbox_unread').on(line.personId, line.id).where(sql`read_at is null`),
  ],
);

/** Work to be done after the answer: leased, tried again, done once. */
export const outbox = pgTable(
  'outbox',
  {
    id: uuid('id').notNull(),
    officeId: officeId().references(() => offices.id),
    job: text('job').notNull(),
    payload: jsonb('payload').notNull(),
    createdAt: instant('created_at').notNull(),
    dueAt: instant('due_at').notNull(),
    attempts: integer('attempts').notNull(),
    leaseUntil: instant('lease_until'),
    doneAt: instant('done_at'),
  },
  (job) => [primaryKey({ columns: [job.id, job.officeId] }), index('outbox_due').on(job.dueAt).where(sql`done_at is null`)],
);

/** What a key made at the tap has already done: the id and the route, and a digest to know the same body by; never the body. */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    officeId: officeId().references(() => offices.id),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    route: text('route').notNull(),
    key: text('key').notNull(),
    digest: text('digest').notNull(),
    subject: uuid('subject').notNull(),
    at: instant('at').notNull(),
  },
  (line) => [primaryKey({ columns: [line.personId, line.route, line.key] })],
);
