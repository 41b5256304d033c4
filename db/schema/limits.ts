import { integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { instant } from './columns.ts';

/**
 * How often somebody did something in the present window; UNLOGGED by hand in its migration, for a crash may forget it. Of no office: it is counted
 * before one is known.
 */
export const limitUses = pgTable(
  'limit_uses',
  { what: text('what').notNull(), who: text('who').notNull(), windowFrom: instant('window_from').notNull(), uses: integer('uses').notNull() },
  (use) => [primaryKey({ columns: [use.what, use.who] })],
);
