import { sql } from 'drizzle-orm';
import { check, foreignKey, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { instant, officeId } from './columns.ts';
import { homes, offices } from './offices.ts';
import { people } from './people.ts';
import { surveyHomes } from './surveys.ts';
import { tickets } from './tickets.ts';

/** Every look at a resident's number, append-only: who, whose, and why: for which ticket, for which home a survey is asked of by phone, or for which home's register (A1, S12). */
export const reveals = pgTable(
  'reveals',
  {
    id: uuid('id').notNull(),
    officeId: officeId().references(() => offices.id),
    ticketId: uuid('ticket_id'),
    surveyId: uuid('survey_id'),
    homeId: uuid('home_id'),
    whose: uuid('whose_id')
      .notNull()
      .references(() => people.id),
    by: uuid('by_id')
      .notNull()
      .references(() => people.id),
    reason: text('reason').notNull(),
    words: text('words'),
    at: instant('at').notNull(),
  },
  (look) => [
    primaryKey({ columns: [look.id, look.officeId] }),
    foreignKey({ columns: [look.ticketId, look.officeId], foreignColumns: [tickets.id, tickets.officeId] }),
    foreignKey({ name: 'reveals_of_call', columns: [look.surveyId, look.homeId], foreignColumns: [surveyHomes.surveyId, surveyHomes.homeId] }),
    foreignKey({ name: 'reveals_of_home', columns: [look.homeId, look.officeId], foreignColumns: [homes.id, homes.officeId] }),
    check('reveals_of_one', sql`(ticket_id is null) = (home_id is not null) and (ticket_id is null or survey_id is null)`),
    index('reveals_by_office').on(look.officeId, look.id),
    index('reveals_by_ticket').on(look.officeId, look.ticketId, look.at),
    index('reveals_by_survey').on(look.surveyId, look.homeId, look.at).where(sql`survey_id is not null`),
    index('reveals_by_whose').on(look.whose, look.id),
  ],
);
