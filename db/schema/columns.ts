import { integer, text, timestamp, uuid } from 'drizzle-orm/pg-core';

/** An instant to the millisecond: finer ones break keyset cursors, ones without zone break everything. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });

/** The office a row belongs to; part of every key, so that no row can point into another estate. */
export const officeId = () => uuid('office_id').notNull();

/** What a line says of what was taken from a price list, or stands on none. */
export const takenFromPrices = () => ({
  /** The line of the price list it was taken from; none for what is not on it. */
  priceId: uuid('price_id'),
  label: text('label').notNull(),
  unit: text('unit').notNull(),
  kind: text('kind', { enum: ['labour', 'material'] }).notNull(),
  quantity: integer('quantity').notNull(),
});
