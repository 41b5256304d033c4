import { sql } from 'drizzle-orm';
import { boolean, index, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { instant, officeId } from './columns.ts';
import { offices } from './offices.ts';
import { people } from './people.ts';

/**
 * A stranger's WeChat that asks the service centre to be known as a resident: what was typed stands as it was typed, by grant, and the answer beside
 * it, once (A1, A3).
 * At most one open a WeChat: another one withdraws it.
 */
export const bindingRequests = pgTable(
  'binding_requests',
  {
    id: uuid('id').notNull(),
    officeId: officeId().references(() => offices.id),
    openid: text('openid').notNull(),
    name: text('name').notNull(),
    home: text('home').notNull(),
    phoneCipher: text('phone_cipher').notNull(),
    phoneIndex: text('phone_index').notNull(),
    phoneLast4: text('phone_last4').notNull(),
    /** WeChat vouched for the number: it is theirs, and whether they are still who it was registered for is the question. */
    vouched: boolean('vouched').notNull().default(false),
    askedAt: instant('asked_at').notNull(),
    answer: text('answer', { enum: ['accepted', 'declined', 'withdrawn'] }),
    answeredAt: instant('answered_at'),
    /** Nobody, where the asker bound otherwise or asked anew. */
    answeredBy: uuid('answered_by_id').references(() => people.id),
    personId: uuid('person_id').references(() => people.id),
    /** How the agent knew: by the registered number, or as they say. */
    proof: text('proof', { enum: ['number', 'papers', 'called', 'at_home', 'other'] }),
    words: text('words'),
  },
  (request) => [
    primaryKey({ columns: [request.id, request.officeId] }),
    uniqueIndex('binding_requests_open').on(request.officeId, request.openid).where(sql`answered_at is null`),
    index('binding_requests_by_office').on(request.officeId, request.id).where(sql`answered_at is null`),
    index('binding_requests_by_openid').on(request.openid, request.id),
  ],
);

/** A colleague's way in, once: only the hash of its code is kept. */
export const invitations = pgTable(
  'invitations',
  {
    id: uuid('id').notNull(),
    officeId: officeId().references(() => offices.id),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    codeHash: text('code_hash').notNull(),
    issuedBy: uuid('issued_by_id')
      .notNull()
      .references(() => people.id),
    issuedAt: instant('issued_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
    /** A later one took its place. */
    replacedAt: instant('replaced_at'),
  },
  (invitation) => [
    primaryKey({ columns: [invitation.id, invitation.officeId] }),
    index('invitations_by_code').on(invitation.codeHash),
    index('invitations_by_person').on(invitation.personId, invitation.id),
  ],
);
