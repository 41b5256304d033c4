import { sql } from 'drizzle-orm';
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

/** Whose WeChat is whose: one a person at a time, bound by a number WeChat vouched for, by an invitation, or by the service centre. */
export const wechatAccounts = pgTable(
  'wechat_accounts',
  {
    id: uuid('id').primaryKey(),
    openid: text('openid').notNull(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    boundAt: instant('bound_at').notNull(),
    /** When this WeChat last signed in: a check of words needs a visit within two hours. */
    seenAt: instant('seen_at').notNull(),
    unboundAt: instant('unbound_at'),
    /** What it was bound by. */
    via: text('via', { enum: ['phone', 'request', 'invitation', 'family'] })
      .notNull()
      .default('phone'),
  },
  (account) => [
    uniqueIndex('wechat_accounts_by_openid').on(account.openid).where(sql`unbound_at is null`),
    uniqueIndex('wechat_accounts_by_person').on(account.personId).where(sql`unbound_at is null`),
    index('wechat_accounts_of_person').on(account.personId),
  ],
);
