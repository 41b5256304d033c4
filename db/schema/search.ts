import { foreignKey, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { officeId } from './columns.ts';
import { tickets } from './tickets.ts';

/**
 * What a ticket is found by, one row a term: pairs of characters of its words, its number (#), its home (@). Written once, with the words; never a
 * name or a phone number.
 * Walked newest first from either key, so that a page of hits costs the same however many there are.
 */
export const searchTerms = pgTable(
  'search_terms',
  { officeId: officeId(), term: text('term').notNull(), ticketId: uuid('ticket_id').notNull() },
  (found) => [
    primaryKey({ columns: [found.officeId, found.term, found.ticketId] }),
    foreignKey({ columns: [found.ticketId, found.officeId], foreignColumns: [tickets.id, tickets.officeId] }),
    index('search_terms_of_company').on(found.term, found.ticketId),
  ],
);
