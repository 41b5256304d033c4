import { sql } from 'drizzle-orm';
import { boolean, date, foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { instant, officeId } from './columns.ts';
import { people } from './people.ts';

export const offices = pgTable('offices', {
  id: uuid('id').primaryKey(),
  kind: text('kind', { enum: ['head_office', 'estate'] }).notNull(),
  name: text('name').notNull(),
  letters: text('letters').notNull().unique(),
  /** The service number it began with; what it is now, `hotlines` says. */
  hotline: text('hotline').notNull(),
  opensAtMinute: integer('opens_at_minute').notNull(),
  closesAtMinute: integer('closes_at_minute').notNull(),
  occupiedSince: date('occupied_since'),
  commissionBased: boolean('commission_based').notNull(),
  singleClient: boolean('single_client').notNull(),
});

export const homes = pgTable(
  'homes',
  {
    id: uuid('id').notNull(),
    officeId: officeId().references(() => offices.id),
    building: integer('building').notNull(),
    unit: integer('unit').notNull(),
    room: text('room').notNull(),
    label: text('label').notNull(),
    keyCustomer: boolean('key_customer').notNull(),
    /** The organisation that holds it; none where people do. Its contacts act for it. */
    organisation: text('organisation'),
  },
  (home) => [
    primaryKey({ columns: [home.id, home.officeId] }),
    index('homes_by_label').on(home.officeId, home.label),
    uniqueIndex('homes_by_place').on(home.officeId, home.building, home.unit, home.room),
  ],
);

export const residences = pgTable(
  'residences',
  {
    id: uuid('id').notNull(),
    officeId: officeId(),
    homeId: uuid('home_id').notNull(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    as: text('as', { enum: ['owner', 'occupant', 'contact'] }).notNull(),
    fromAt: instant('from_at').notNull(),
    untilAt: instant('until_at'),
    /** Who of the home invited them; nobody, where the service centre entered them. */
    invitedBy: uuid('invited_by_id').references(() => people.id),
  },
  (residence) => [
    primaryKey({ columns: [residence.id, residence.officeId] }),
    foreignKey({ columns: [residence.homeId, residence.officeId], foreignColumns: [homes.id, homes.officeId] }),
    index('residences_by_person').on(residence.personId),
    index('residences_by_home').on(residence.officeId, residence.homeId),
  ],
);

export const appointments = pgTable(
  'appointments',
  {
    id: uuid('id').notNull(),
    officeId: officeId().references(() => offices.id),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    role: text('role').notNull(),
    department: text('department'),
    scope: text('scope', { enum: ['all', 'line', 'estate'] }),
    /** What a technician can do; codes of `TRADES`. */
    trades: text('trades').array().notNull().default(sql`'{}'`),
    fromAt: instant('from_at').notNull(),
    untilAt: instant('until_at'),
    /** Nobody, of what stood before anybody was appointed here. */
    appointedBy: uuid('appointed_by_id').references(() => people.id),
    appointedAt: instant('appointed_at'),
    /** Who said that it ends, and when they said so. */
    endedBy: uuid('ended_by_id').references(() => people.id),
    endedAt: instant('ended_at'),
    /** Whom what they still hold goes to on the last day; nobody: back to be given anew. */
    handTo: uuid('hand_to_id').references(() => people.id),
    /** When nothing was left with them. */
    handedAt: instant('handed_at'),
    /** Held in the place of somebody on leave (Z15), for as long. */
    deputyFor: uuid('deputy_for_id').references(() => people.id),
    leaveId: uuid('leave_id'),
  },
  (appointment) => [
    index('appointments_to_hand_on').on(appointment.untilAt).where(sql`ended_at is not null and handed_at is null`),
    primaryKey({ columns: [appointment.id, appointment.officeId] }),
    index('appointments_by_person').on(appointment.personId),
    index('appointments_by_office').on(appointment.officeId, appointment.role),
  ],
);

/** Who is away from an office, and for how long; somebody of the office holds their posts meanwhile, or nobody and things climb (Z15). */
export const leaves = pgTable(
  'leaves',
  {
    id: uuid('id').notNull(),
    officeId: officeId().references(() => offices.id),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    deputyId: uuid('deputy_id').references(() => people.id),
    fromAt: instant('from_at').notNull(),
    untilAt: instant('until_at').notNull(),
    bookedBy: uuid('booked_by_id')
      .notNull()
      .references(() => people.id),
    bookedAt: instant('booked_at').notNull(),
    /** Ended early, or called off before it began. */
    endedAt: instant('ended_at'),
    endedBy: uuid('ended_by_id').references(() => people.id),
    /** Whether what they hold by name goes to somebody else when it begins, and to whom; nobody: back to be given anew. */
    handsOn: boolean('hands_on').notNull(),
    handTo: uuid('hand_to_id').references(() => people.id),
    handedAt: instant('handed_at'),
  },
  (leave) => [
    primaryKey({ columns: [leave.id, leave.officeId] }),
    index('leaves_of_person').on(leave.officeId, leave.personId, leave.fromAt),
    index('leaves_to_hand_on').on(leave.fromAt).where(sql`hands_on and handed_at is null`),
  ],
);

/** Append-only: what a company or an estate set, and from when; a value of null takes back what the office had set (A3). */
export const settings = pgTable(
  'settings',
  {
    id: uuid('id').notNull(),
    officeId: officeId().references(() => offices.id),
    key: text('key').notNull(),
    value: jsonb('value').notNull(),
    fromAt: instant('from_at').notNull(),
    setAt: instant('set_at').notNull(),
    setBy: uuid('set_by').references(() => people.id),
    /** Why, in the words of whoever set it; none for what an estate began with. */
    reason: text('reason'),
    /** The proposal the quality department put on record, for an estate's own (A4). */
    approvalId: uuid('approval_id'),
    round: integer('round'),
  },
  (setting) => [primaryKey({ columns: [setting.id, setting.officeId] }), index('settings_by_key').on(setting.officeId, setting.key, setting.fromAt)],
);

/** The running numbers people speak, one line a series: WT-BX-261121. */
export const counters = pgTable(
  'counters',
  { officeId: officeId().references(() => offices.id), series: text('series').notNull(), last: integer('last').notNull() },
  (counter) => [primaryKey({ columns: [counter.officeId, counter.series] })],
);
