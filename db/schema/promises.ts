import { sql } from 'drizzle-orm';
import { date, foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { instant, officeId } from './columns.ts';
import { offices } from './offices.ts';
import { people } from './people.ts';

/** What happened, append-only: ids and facts, never names, numbers or words. */
export const events = pgTable(
  'events',
  {
    id: uuid('id').notNull(),
    officeId: officeId().references(() => offices.id),
    subject: uuid('subject').notNull(),
    subjectKind: text('subject_kind').notNull(),
    seq: integer('seq').notNull(),
    did: text('did').notNull(),
    at: instant('at').notNull(),
    recordedAt: instant('recorded_at').notNull(),
    by: uuid('by_id').references(() => people.id),
    facts: jsonb('facts').notNull(),
  },
  (event) => [
    primaryKey({ columns: [event.id, event.officeId] }),
    uniqueIndex('events_by_subject').on(event.officeId, event.subject, event.seq),
    // What was put on record as finished when: what is drawn from (V1, V2).
    index('events_of_finishing').on(event.officeId, event.recordedAt).where(sql`did = 'finished'`),
    // The registers of visits, and who reached whom (Z13).
    index('events_of_visits')
      .on(event.officeId, event.id)
      .where(
        sql`did in ('visited', 'return_visited', 'weekly_visited', 'provider_visited', 'quality_visited', 'visit_tried', 'visit_ended', 'defect_checked')`,
      ),
  ],
);

const OF_ERRANDS = sql`subject_kind = 'errand' and kept_at is null and withdrawn_at is null`;

/** The one ledger of every deadline. What stands here is `settle`'s answer to the events, and nothing else. */
export const promises = pgTable(
  'promises',
  {
    officeId: officeId().references(() => offices.id),
    subject: uuid('subject').notNull(),
    subjectKind: text('subject_kind').notNull(),
    what: text('what').notNull(),
    round: integer('round').notNull(),
    openedBy: uuid('opened_by').notNull(),
    rule: text('rule').notNull(),
    clause: text('clause').notNull(),
    ruleSince: date('rule_since').notNull(),
    allowance: text('allowance').notNull(),
    ladder: jsonb('ladder').notNull(),
    owedByRole: text('owed_by_role').notNull(),
    owedBy: uuid('owed_by').references(() => people.id),
    owedTo: text('owed_to').notNull(),
    startedAt: instant('started_at').notNull(),
    madeAt: instant('made_at').notNull(),
    firstDueBy: instant('first_due_by').notNull(),
    dueBy: instant('due_by').notNull(),
    keptAt: instant('kept_at'),
    keptBy: uuid('kept_by').references(() => people.id),
    withdrawnAt: instant('withdrawn_at'),
    withdrawnWhy: text('withdrawn_why'),
    missCause: text('miss_cause'),
    nextLookAt: instant('next_look_at'),
  },
  (promise) => [
    primaryKey({ columns: [promise.officeId, promise.subject, promise.what, promise.round, promise.openedBy] }),
    index('promises_to_look_at').on(promise.subjectKind, promise.officeId, promise.nextLookAt).where(sql`next_look_at is not null`),
    index('promises_by_due').on(promise.officeId, promise.dueBy),
    // Who of a draw was not reached, or is asked no more: the next stands in (Z13).
    index('promises_of_draws_ended')
      .on(promise.officeId, promise.withdrawnAt)
      .where(sql`what in ('weekly_visit', 'quality_visit') and withdrawn_at is not null`),
    // The queue of visits, soonest due first (V3, V8, S9, R10).
    index('promises_visits_owed')
      .on(promise.officeId, promise.dueBy, promise.openedBy, promise.what)
      .where(
        sql`kept_at is null and withdrawn_at is null and what in ('special_visit', 'return_visit', 'follow_up', 'provider_visit', 'quality_visit', 'weekly_visit', 'survey_visit', 'defect_check_first', 'defect_check_second', 'defect_check_third')`,
      ),
    // What colleagues owe each other, by whoever owes it: what others owe is not read for it.
    index('promises_of_errands_by_name').on(promise.owedBy, promise.subject).where(OF_ERRANDS),
    index('promises_of_errands_by_role').on(promise.owedByRole, promise.subject).where(OF_ERRANDS),
    index('promises_of_errands_by_office').on(promise.officeId, promise.owedByRole, promise.subject).where(OF_ERRANDS),
    // Hashes, here and below, so that a ticket costs the same page however many promises were ever made.
    index('promises_owed').using('hash', promise.subject).with({ fillfactor: 50 }).where(sql`kept_at is null and withdrawn_at is null`),
  ],
);

const promiseKey = () => ({
  officeId: officeId(),
  subject: uuid('subject').notNull(),
  what: text('what').notNull(),
  round: integer('round').notNull(),
  openedBy: uuid('opened_by').notNull(),
});

/** A later date agreed in time, append-only. */
export const promiseTerms = pgTable(
  'promise_terms',
  {
    ...promiseKey(),
    eventId: uuid('event_id').notNull(),
    dueBy: instant('due_by').notNull(),
    agreedAt: instant('agreed_at').notNull(),
    agreedWith: uuid('agreed_with').references(() => people.id),
    channel: text('channel').notNull(),
  },
  (term) => [
    primaryKey({ columns: [term.officeId, term.subject, term.what, term.round, term.openedBy, term.eventId] }),
    index('promise_terms_by_subject').using('hash', term.subject),
    foreignKey({
      name: 'promise_terms_of',
      columns: [term.officeId, term.subject, term.what, term.round, term.openedBy],
      foreignColumns: [promises.officeId, promises.subject, promises.what, promises.round, promises.openedBy],
    }),
  ],
);

/** Each step once, ever, append-only. */
export const promiseSteps = pgTable(
  'promise_steps',
  { ...promiseKey(), step: text('step').notNull(), eventId: uuid('event_id').notNull(), at: instant('at').notNull() },
  (step) => [
    primaryKey({ columns: [step.officeId, step.subject, step.what, step.round, step.openedBy, step.step] }),
    index('promise_steps_by_subject').using('hash', step.subject),
    foreignKey({
      name: 'promise_steps_of',
      columns: [step.officeId, step.subject, step.what, step.round, step.openedBy],
      foreignColumns: [promises.officeId, promises.subject, promises.what, promises.round, promises.openedBy],
    }),
  ],
);
