import { sql } from 'drizzle-orm';
import { foreignKey, check as holds, index, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { instant, officeId } from './columns.ts';
import { people } from './people.ts';
import { photos } from './photos.ts';
import { contacts, tickets } from './tickets.ts';

/**
 * Words or a picture that not everybody may see yet: what WeChat said of it, and what a colleague decided, once. The words themselves stay where
 * they were said.
 */
export const checks = pgTable(
  'checks',
  {
    id: uuid('id').notNull(),
    officeId: officeId(),
    /** None of a picture that belongs to no ticket. */
    ticketId: uuid('ticket_id'),
    contactId: uuid('contact_id'),
    photoId: uuid('photo_id'),
    author: uuid('author_id')
      .notNull()
      .references(() => people.id),
    stand: text('stand').notNull(),
    /** The name a picture's verdict comes back under. */
    traceId: text('trace_id'),
    at: instant('at').notNull(),
    /** From when it is a colleague's to look at. */
    queuedAt: instant('queued_at').notNull(),
    judgedAt: instant('judged_at'),
    decision: text('decision'),
    reason: text('reason'),
    decidedBy: uuid('decided_by').references(() => people.id),
    decidedAt: instant('decided_at'),
  },
  (check) => [
    primaryKey({ columns: [check.id, check.officeId] }),
    holds('checks_of_something', sql`ticket_id is not null or photo_id is not null`),
    foreignKey({ columns: [check.ticketId, check.officeId], foreignColumns: [tickets.id, tickets.officeId] }),
    foreignKey({ columns: [check.contactId, check.officeId], foreignColumns: [contacts.id, contacts.officeId] }),
    // A picture that is removed by rule takes what was said of it along.
    foreignKey({ columns: [check.photoId, check.officeId], foreignColumns: [photos.id, photos.officeId] }).onDelete('cascade'),
    uniqueIndex('checks_by_contact').on(check.contactId, check.officeId).where(sql`contact_id is not null`),
    uniqueIndex('checks_by_photo').on(check.photoId, check.officeId).where(sql`photo_id is not null`),
    index('checks_by_trace').on(check.traceId),
    index('checks_waiting').on(check.id).where(sql`decision is null`),
    index('checks_decided').on(check.id).where(sql`decided_by is not null`),
  ],
);
