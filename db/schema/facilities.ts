import { foreignKey, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { instant, officeId, takenFromPrices } from './columns.ts';
import { offices } from './offices.ts';
import { people } from './people.ts';
import { prices } from './prices.ts';
import { tickets } from './tickets.ts';

/** A public facility as colleagues call it, named once and used again: 3栋2单元电梯 (R7). */
export const facilities = pgTable(
  'facilities',
  {
    id: uuid('id').notNull(),
    officeId: officeId().references(() => offices.id),
    name: text('name').notNull(),
    /** Where it stands, as far as its name says so; neither for what is the whole estate's. */
    building: integer('building'),
    unit: integer('unit'),
    namedBy: uuid('named_by')
      .notNull()
      .references(() => people.id),
    namedAt: instant('named_at').notNull(),
  },
  (facility) => [primaryKey({ columns: [facility.id, facility.officeId] }), uniqueIndex('facilities_by_name').on(facility.officeId, facility.name)],
);

/** What labour and material a round of a public repair took, version by version, append-only: the newest counts, and no resident pays it (R7). */
export const spendings = pgTable(
  'spendings',
  {
    id: uuid('id').notNull(),
    officeId: officeId(),
    ticketId: uuid('ticket_id').notNull(),
    round: integer('round').notNull(),
    version: integer('version').notNull(),
    labourFen: integer('labour_fen').notNull(),
    partsFen: integer('parts_fen').notNull(),
    by: uuid('by_id')
      .notNull()
      .references(() => people.id),
    at: instant('at').notNull(),
    /** When the round's costs were first put on record: a correction stays in the period it corrects. */
    spentAt: instant('spent_at').notNull(),
  },
  (spending) => [
    primaryKey({ columns: [spending.id, spending.officeId] }),
    foreignKey({ columns: [spending.ticketId, spending.officeId], foreignColumns: [tickets.id, tickets.officeId] }),
    uniqueIndex('spendings_by_ticket').on(spending.officeId, spending.ticketId, spending.round, spending.version),
    index('spendings_by_time').on(spending.officeId, spending.spentAt),
  ],
);

/** A line of it, with the price of its day. */
export const spendingLines = pgTable(
  'spending_lines',
  {
    officeId: officeId(),
    spendingId: uuid('spending_id').notNull(),
    position: integer('position').notNull(),
    ...takenFromPrices(),
    priceFen: integer('price_fen').notNull(),
  },
  (line) => [
    primaryKey({ columns: [line.officeId, line.spendingId, line.position] }),
    foreignKey({ name: 'spending_lines_of', columns: [line.spendingId, line.officeId], foreignColumns: [spendings.id, spendings.officeId] }),
    foreignKey({ name: 'spending_lines_from', columns: [line.priceId, line.officeId], foreignColumns: [prices.id, prices.officeId] }),
  ],
);
