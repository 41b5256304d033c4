import { foreignKey, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { instant, officeId } from './columns.ts';
import { homes } from './offices.ts';
import { people } from './people.ts';

/** What changed in a home's register, who entered it and when: append-only, beside the residences it is about (A3). */
export const householdChanges = pgTable(
  'household_changes',
  {
    id: uuid('id').notNull(),
    officeId: officeId(),
    homeId: uuid('home_id').notNull(),
    did: text('did', {
      enum: ['moved_in', 'joined', 'moved_out', 'sent_off', 'number_corrected', 'key_set', 'key_unset', 'held_by', 'forgotten'],
    }).notNull(),
    /** Whom it is about; nobody, where it is about the home. */
    personId: uuid('person_id').references(() => people.id),
    as: text('as', { enum: ['owner', 'occupant', 'contact'] }),
    /** Since when, or until when, where that is not the moment it was entered. */
    onAt: instant('on_at'),
    proof: text('proof'),
    words: text('words').notNull(),
    by: uuid('by_id')
      .notNull()
      .references(() => people.id),
    at: instant('at').notNull(),
  },
  (change) => [
    primaryKey({ columns: [change.id, change.officeId] }),
    foreignKey({ name: 'household_changes_of', columns: [change.homeId, change.officeId], foreignColumns: [homes.id, homes.officeId] }),
    index('household_changes_of_home').on(change.officeId, change.homeId, change.id),
  ],
);

/** A way into a home for one number, once: only the hash of its code is kept. */
export const familyInvitations = pgTable(
  'family_invitations',
  {
    id: uuid('id').notNull(),
    officeId: officeId(),
    homeId: uuid('home_id').notNull(),
    name: text('name').notNull(),
    phoneIndex: text('phone_index').notNull(),
    phoneLast4: text('phone_last4').notNull(),
    codeHash: text('code_hash').notNull(),
    issuedBy: uuid('issued_by_id')
      .notNull()
      .references(() => people.id),
    issuedAt: instant('issued_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
    usedBy: uuid('used_by_id').references(() => people.id),
    /** Taken back, or another one to the same number took its place. */
    withdrawnAt: instant('withdrawn_at'),
  },
  (invitation) => [
    primaryKey({ columns: [invitation.id, invitation.officeId] }),
    foreignKey({ name: 'family_invitations_of', columns: [invitation.homeId, invitation.officeId], foreignColumns: [homes.id, homes.officeId] }),
    index('family_invitations_by_code').on(invitation.codeHash),
    index('family_invitations_of_home').on(invitation.officeId, invitation.homeId, invitation.id),
  ],
);
