import { boolean, date, foreignKey, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { instant, officeId, takenFromPrices } from './columns.ts';
import { offices } from './offices.ts';
import { people } from './people.ts';
import { tickets } from './tickets.ts';

const by = (name: string) =>
  uuid(name)
    .notNull()
    .references(() => people.id);

/** What an office charges for what, append-only: the last line of an item that has begun holds, until one withdraws it. */
export const prices = pgTable(
  'prices',
  {
    id: uuid('id').notNull(),
    officeId: officeId().references(() => offices.id),
    item: uuid('item_id').notNull(),
    name: text('name').notNull(),
    unit: text('unit').notNull(),
    kind: text('kind', { enum: ['labour', 'material'] }).notNull(),
    priceFen: integer('price_fen').notNull(),
    warrantyMonths: integer('warranty_months'),
    withdrawn: boolean('withdrawn').notNull(),
    fromOn: date('from_on').notNull(),
    setAt: instant('set_at').notNull(),
    setBy: by('set_by'),
  },
  (line) => [primaryKey({ columns: [line.id, line.officeId] }), index('prices_by_item').on(line.officeId, line.item, line.fromOn)],
);

/** What a repair would cost, version by version, append-only: another price is another version. */
export const quotes = pgTable(
  'quotes',
  {
    id: uuid('id').notNull(),
    officeId: officeId(),
    ticketId: uuid('ticket_id').notNull(),
    round: integer('round').notNull(),
    version: integer('version').notNull(),
    /** Estimated work in half man-days. */
    halfDays: integer('half_days').notNull(),
    madeBy: by('made_by'),
    madeAt: instant('made_at').notNull(),
  },
  (quote) => [
    primaryKey({ columns: [quote.id, quote.officeId] }),
    foreignKey({ columns: [quote.ticketId, quote.officeId], foreignColumns: [tickets.id, tickets.officeId] }),
    uniqueIndex('quotes_by_ticket').on(quote.officeId, quote.ticketId, quote.version),
  ],
);

/** A line of a quote with the price as it stood that day; without one it waits for the supervisor. */
export const quoteLines = pgTable(
  'quote_lines',
  {
    officeId: officeId(),
    quoteId: uuid('quote_id').notNull(),
    position: integer('position').notNull(),
    ...takenFromPrices(),
    priceFen: integer('price_fen'),
    warrantyMonths: integer('warranty_months'),
  },
  (line) => [
    primaryKey({ columns: [line.officeId, line.quoteId, line.position] }),
    foreignKey({ name: 'quote_lines_of', columns: [line.quoteId, line.officeId], foreignColumns: [quotes.id, quotes.officeId] }),
    foreignKey({ name: 'quote_lines_from', columns: [line.priceId, line.officeId], foreignColumns: [prices.id, prices.officeId] }),
  ],
);

/** What a finished round cost, once a round, append-only; that it was booked is the event `settled`. Nought for what was free. */
export const charges = pgTable(
  'charges',
  {
    officeId: officeId(),
    ticketId: uuid('ticket_id').notNull(),
    round: integer('round').notNull(),
    /** The accepted quote; none where nothing was charged. */
    quoteId: uuid('quote_id'),
    /** Of each line of the quote, how much was used. */
    quantities: integer('quantities').array().notNull(),
    labourFen: integer('labour_fen').notNull(),
    partsFen: integer('parts_fen').notNull(),
    by: by('by_id'),
    at: instant('at').notNull(),
  },
  (charge) => [
    primaryKey({ columns: [charge.officeId, charge.ticketId, charge.round] }),
    foreignKey({ columns: [charge.ticketId, charge.officeId], foreignColumns: [tickets.id, tickets.officeId] }),
    foreignKey({ name: 'charges_by_quote', columns: [charge.quoteId, charge.officeId], foreignColumns: [quotes.id, quotes.officeId] }),
  ],
);
