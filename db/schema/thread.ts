import { boolean, foreignKey, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { instant, officeId } from './columns.ts';
import { offices } from './offices.ts';
import { people } from './people.ts';
import { tickets } from './tickets.ts';

const ticketOf = () => ({ officeId: officeId(), ticketId: uuid('ticket_id').notNull() });
const personId = () =>
  uuid('person_id')
    .notNull()
    .references(() => people.id);

/** How far somebody has read a ticket's thread; told to nobody else. */
export const reads = pgTable('reads', { ...ticketOf(), personId: personId(), readTo: uuid('read_to').notNull() }, (read) => [
  primaryKey({ columns: [read.officeId, read.ticketId, read.personId] }),
  foreignKey({ columns: [read.ticketId, read.officeId], foreignColumns: [tickets.id, tickets.officeId] }),
]);

/**
 * Which ticket a colleague has open, and when they last said so: one line a colleague and office; UNLOGGED by hand in its migration, for a crash may
 * forget it.
 */
export const presences = pgTable('presences', { ...ticketOf(), personId: personId(), at: instant('at').notNull() }, (presence) => [
  primaryKey({ columns: [presence.officeId, presence.personId] }),
  index('presences_by_ticket').on(presence.officeId, presence.ticketId),
]);

/** How good a result was, once a real closure: append-only, beside its words in the register (S9). */
export const ratings = pgTable(
  'ratings',
  {
    ...ticketOf(),
    round: integer('round').notNull(),
    personId: personId(),
    score: integer('score').notNull(),
    tags: text('tags').array().notNull(),
    at: instant('at').notNull(),
  },
  (rating) => [
    // An opinion whose answer was overturned is followed by another of the same round (C3, C8).
    primaryKey({ columns: [rating.officeId, rating.ticketId, rating.round, rating.personId, rating.at] }),
    foreignKey({ columns: [rating.ticketId, rating.officeId], foreignColumns: [tickets.id, tickets.officeId] }),
  ],
);

/** What an office often says, append-only: the latest line of a reply holds, until one withdraws it. */
export const cannedReplies = pgTable(
  'canned_replies',
  {
    id: uuid('id').notNull(),
    officeId: officeId().references(() => offices.id),
    reply: uuid('reply_id').notNull(),
    title: text('title').notNull(),
    body: text('body').notNull(),
    withdrawn: boolean('withdrawn').notNull(),
    fromAt: instant('from_at').notNull(),
    setBy: uuid('set_by')
      .notNull()
      .references(() => people.id),
  },
  (line) => [primaryKey({ columns: [line.id, line.officeId] }), index('canned_replies_by_reply').on(line.officeId, line.reply, line.id)],
);
