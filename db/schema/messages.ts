import { sql } from 'drizzle-orm';
import { boolean, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
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

/**
 * What somebody said to one message of a template, and what became of it, append-only: granted +1, used −1, given back +1, emptied all.
 * Of no office: WeChat knows the person and the mini-program. What is left is added up.
 */
export const consents = pgTable(
  'consents',
  {
    id: uuid('id').primaryKey(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    template: text('template').notNull(),
    what: text('what', { enum: ['granted', 'refused', 'banned', 'off', 'used', 'returned', 'emptied'] }).notNull(),
    change: integer('change').notNull(),
    /** 总是保持选择: the phone asks without a dialog. */
    always: boolean('always').notNull(),
    /** Who said so: the phone, WeChat's push, or the house when it sends. */
    via: text('via', { enum: ['phone', 'push', 'house'] }).notNull(),
    eventId: uuid('event_id'),
    at: instant('at').notNull(),
  },
  (line) => [index('consents_by_person').on(line.personId, line.template, line.id)],
);

/** Which message went to whom because of what, and what came of it; never what it said. One line a person and event, so that nobody is told twice. */
export const deliveries = pgTable(
  'deliveries',
  {
    id: uuid('id').notNull(),
    officeId: officeId().references(() => offices.id),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    eventId: uuid('event_id').notNull(),
    template: text('template').notNull(),
    outcome: text('outcome', { enum: ['sending', 'sent', 'unknown', 'later', 'no_consent', 'capped', 'dropped'] }).notNull(),
    tries: integer('tries').notNull(),
    at: instant('at').notNull(),
    triedAt: instant('tried_at').notNull(),
  },
  (delivery) => [
    primaryKey({ columns: [delivery.id, delivery.officeId] }),
    uniqueIndex('deliveries_once').on(delivery.officeId, delivery.eventId, delivery.personId),
    index('deliveries_by_person').on(delivery.personId, delivery.triedAt),
  ],
);
