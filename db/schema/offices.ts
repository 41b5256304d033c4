import { sql } from 'drizzle-orm';
import { boolean, date, foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { instant, officeId } from './columns.ts';
import { people } from './people.ts';

export const offices = pgTable('offices', {
  id: uuid('id').primaryKey(),
  kind: text('kind', { enum: ['head_office', 'estate'] }).notNull(),
  name: text('name').notNull(),
  letters: text('letters').notNull().unique(),
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
  (home) => [primaryKey({ columns: [home.id, home.officeId] }), index('homes_by_label').on(home.officeId, home.label)],
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
  },
  (appointment) => [
    primaryKey({ columns: [appointment.id, appointment.officeId] }),
    index('appointments_by_person').on(appointment.personId),
    index('appointments_by_office').on(appointment.officeId, appointment.role),
  ],
);

/** Append-only: what a company or an estate set, and from when. */
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
  },
  (setting) => [primaryKey({ columns: [setting.id, setting.officeId] }), index('settings_by_key').on(setting.officeId, setting.key, setting.fromAt)],
);

/** The running numbers people speak, one line a series: WT-BX-261121. */
export const counters = pgTable(
  'counters',
  { officeId: officeId().references(() => offices.id), series: text('series').notNull(), last: integer('last').notNull() },
  (counter) => [primaryKey({ columns: [counter.officeId, counter.series] })],
);
