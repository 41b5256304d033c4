import { sql } from 'drizzle-orm';
import { check, foreignKey, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { instant, officeId } from './columns.ts';
import { errands } from './errands.ts';
import { exchanges } from './exchanges.ts';
import { people } from './people.ts';
import { tickets } from './tickets.ts';

/** A photo or a voice note, and the one thing it belongs to: whoever may read that sees or hears it. */
export const photos = pgTable(
  'photos',
  {
    id: uuid('id').notNull(),
    officeId: officeId(),
    ticketId: uuid('ticket_id'),
    /** A letter, photographed (I14). */
    errandId: uuid('errand_id'),
    /** The first line of an entry of the register of information (D6). */
    exchangeId: uuid('exchange_id'),
    round: integer('round').notNull(),
    /** A voice note is a file like any other: one way in, one way out. */
    purpose: text('purpose', { enum: ['report', 'result', 'message', 'voice', 'paper'] }).notNull(),
    uploadedBy: uuid('uploaded_by')
      .notNull()
      .references(() => people.id),
    type: text('type').notNull(),
    bytes: integer('bytes').notNull(),
    storageKey: text('storage_key').notNull(),
    /** In which place it was chosen, whichever arrived first. */
    position: integer('position').notNull().default(0),
    /** How long a voice note lasts. */
    seconds: integer('seconds'),
    /** The words it was said or sent with; none until then. Seen and heard by whoever may read those. */
    contactId: uuid('contact_id'),
    createdAt: instant('created_at').notNull(),
    finalisedAt: instant('finalised_at'),
  },
  (photo) => [
    primaryKey({ columns: [photo.id, photo.officeId] }),
    foreignKey({ columns: [photo.ticketId, photo.officeId], foreignColumns: [tickets.id, tickets.officeId] }),
    foreignKey({ name: 'photos_of_errand', columns: [photo.errandId, photo.officeId], foreignColumns: [errands.id, errands.officeId] }),
    foreignKey({ name: 'photos_of_exchange', columns: [photo.exchangeId, photo.officeId], foreignColumns: [exchanges.id, exchanges.officeId] }),
    check('photos_of_one', sql`num_nonnulls(ticket_id, errand_id, exchange_id) = 1`),
    index('photos_by_ticket').using('hash', photo.ticketId),
    index('photos_by_errand').using('hash', photo.errandId),
    index('photos_by_exchange').using('hash', photo.exchangeId),
  ],
);
