import { timestamp, uuid } from 'drizzle-orm/pg-core';

/** An instant to the millisecond: finer ones break keyset cursors, ones without zone break everything. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });

/** The office a row belongs to; part of every key, so that no row can point into another estate. */
export const officeId = () => uuid('office_id').notNull();
