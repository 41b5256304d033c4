import { index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { instant } from './columns.ts';

/** One human being, whatever roles and homes. Numbers are encrypted; the index finds them, last4 shows them. */
export const people = pgTable(
  'people',
  {
    id: uuid('id').primaryKey(),
    name: text('name').notNull(),
    phoneCipher: text('phone_cipher'),
    phoneIndex: text('phone_index'),
    phoneLast4: text('phone_last4'),
    signedOutBefore: instant('signed_out_before'),
  },
  (person) => [
    uniqueIndex('people_by_phone').on(person.phoneIndex),
    index('people_by_last4').on(person.phoneLast4),
    index('people_by_name').on(person.name),
  ],
);
