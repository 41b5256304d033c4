import { sql } from 'drizzle-orm';
import { boolean, foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { instant, officeId } from './columns.ts';
import { offices } from './offices.ts';
import { people } from './people.ts';
import { tickets } from './tickets.ts';

const OPEN = sql`status in ('given', 'taken', 'returned')`;
const OVER = sql`kind <> 'duty' and status in ('closed', 'withdrawn')`;
const DUTY_OVER = sql`kind = 'duty' and status in ('closed', 'withdrawn')`;
const OWING = sql`next_due_by is not null`;

/** What colleagues owe each other by a date, and where it stands. What happened to it are its events, what was written with it contacts. */
export const errands = pgTable(
  'errands',
  {
    id: uuid('id').notNull(),
    officeId: officeId().references(() => offices.id),
    kind: text('kind').notNull(),
    status: text('status').notNull(),
    round: integer('round').notNull(),
    givenAt: instant('given_at').notNull(),
    roundBeganAt: instant('round_began_at').notNull(),
    giver: uuid('giver_id')
      .notNull()
      .references(() => people.id),
    holder: uuid('holder_id')
      .notNull()
      .references(() => people.id),
    /** The department it went to, and whether that is one of the company. */
    department: text('department'),
    atHeadOffice: boolean('at_head_office'),
    /** The matter it is about, where it is about one; its wall is this one's too. */
    ticketId: uuid('ticket_id'),
    answerBy: instant('answer_by'),
    promisedBy: instant('promised_by'),
    /** What makes it the only one of its kind in its office. */
    key: text('key'),
    /** Ids and figures only kinds of its own have. */
    facts: jsonb('facts').notNull(),
    happened: jsonb('happened').notNull(),
    nextDueBy: instant('next_due_by'),
    /** When the clock alone moves it: nobody said whether they spoke (S11). */
    nextLookAt: instant('next_look_at'),
    version: integer('version').notNull(),
  },
  (errand) => [
    primaryKey({ columns: [errand.id, errand.officeId] }),
    foreignKey({ name: 'errands_about', columns: [errand.ticketId, errand.officeId], foreignColumns: [tickets.id, tickets.officeId] }),
    uniqueIndex('errands_by_key').on(errand.officeId, errand.kind, errand.key).where(sql`key is not null`),
    index('errands_by_office').on(errand.officeId, errand.id),
    index('errands_by_ticket').using('hash', errand.ticketId),
    index('errands_to_look_at').on(errand.officeId, errand.nextLookAt).where(sql`next_look_at is not null`),
    index('errands_open').on(errand.officeId, errand.nextDueBy, errand.id).where(OPEN),
    // What anything is owed of, closed or not.
    index('errands_owing').on(errand.officeId, errand.id).where(sql`next_due_by is not null`),
    // What somebody may see of what is over, beside their offices: what they held, what they gave, what went to a unit they head.
    index('errands_over_in_order').on(errand.id).where(OVER),
    index('errands_over_by_kind').on(errand.kind, errand.id).where(OVER),
    index('errands_over_of_office').on(errand.officeId, errand.id).where(OVER),
    index('errands_over_by_holder').on(errand.holder, errand.id).where(OVER),
    index('errands_over_by_giver').on(errand.giver, errand.id).where(OVER),
    index('errands_over_by_unit').on(errand.department, errand.id).where(OVER),
    index('errands_by_unit').on(errand.department, errand.officeId, errand.id),
    index('errands_open_by_holder').on(errand.holder, errand.id).where(OPEN),
    // Where a duty stands, and whether the one before it was missed (Z8, Z17).
    index('errands_of_duties').on(errand.officeId, sql`(facts->>'duty')`, sql`(facts->>'part')`, errand.answerBy).where(sql`kind = 'duty'`),
    // The measures a month's analysis was answered with (C9).
    index('errands_of_months').on(sql`(facts->>'month')`, errand.id).where(sql`kind = 'action'`),
    // Where a piece of information was given out (D8).
    index('errands_of_exchanges').on(sql`(facts->>'entry')`).where(sql`kind in ('outside', 'notice')`),
    // A list reads what it shows, of one kind or of what is open or owed, in order and by each sight of whoever looks; what is over costs it nothing.
    index('errands_open_in_order').on(errand.id).where(OPEN),
    index('errands_open_of_office').on(errand.officeId, errand.id).where(OPEN),
    index('errands_open_by_giver').on(errand.giver, errand.id).where(OPEN),
    index('errands_owing_by_unit').on(errand.department, errand.id).where(OWING),
    index('errands_owing_by_holder').on(errand.holder, errand.id).where(OWING),
    // Duties that are over, the last first.
    index('duties_over_in_order').on(errand.answerBy, errand.id).where(DUTY_OVER),
    index('duties_over_of_office').on(errand.officeId, errand.answerBy, errand.id).where(DUTY_OVER),
    index('duties_over_by_holder').on(errand.holder, errand.answerBy, errand.id).where(DUTY_OVER),
    index('duties_over_by_giver').on(errand.giver, errand.answerBy, errand.id).where(DUTY_OVER),
    index('duties_over_by_unit').on(errand.department, errand.answerBy, errand.id).where(DUTY_OVER),
    index('duties_open_in_order').on(errand.answerBy, errand.id).where(sql`kind = 'duty' and ${OPEN}`),
    index('errands_by_kind').on(errand.kind, errand.id),
    index('errands_by_kind_of_office').on(errand.officeId, errand.kind, errand.id),
    index('errands_open_by_unit').on(errand.department, errand.id).where(OPEN),
  ],
);
