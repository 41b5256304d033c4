import { date, foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { instant, officeId } from './columns.ts';
import { errands } from './errands.ts';
import { people } from './people.ts';

/** Whom a survey of colleagues asks: whoever held a post anywhere in the company when it went out (S11). */
export const surveyColleagues = pgTable(
  'survey_colleagues',
  {
    officeId: officeId(),
    surveyId: uuid('survey_id').notNull(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
  },
  (line) => [
    primaryKey({ columns: [line.surveyId, line.personId] }),
    foreignKey({ name: 'survey_colleagues_of', columns: [line.surveyId, line.officeId], foreignColumns: [errands.id, errands.officeId] }),
    index('survey_colleagues_by_person').on(line.personId, line.surveyId),
  ],
);

/** That a colleague has answered, and on which day: no hour, no answer. It points at nothing by a foreign key, as `participations`. */
export const colleagueParticipations = pgTable(
  'colleague_participations',
  {
    officeId: officeId(),
    surveyId: uuid('survey_id').notNull(),
    personId: uuid('person_id').notNull(),
    answeredOn: date('answered_on').notNull(),
  },
  (line) => [primaryKey({ columns: [line.surveyId, line.personId] })],
);

/** What the company answers needs by, for every colleague to read: word for word, and never with anybody's own words or name (S11). Append-only. */
export const companyDocuments = pgTable(
  'company_documents',
  {
    officeId: officeId(),
    id: uuid('id').notNull(),
    /** What it answers: the year's needs, or a letter to the general manager. */
    errandId: uuid('errand_id').notNull(),
    title: text('title').notNull(),
    words: text('words').notNull(),
    /** What each need gets. */
    gets: jsonb('gets').notNull(),
    at: instant('at').notNull(),
  },
  (document) => [
    primaryKey({ columns: [document.id, document.officeId] }),
    foreignKey({ name: 'company_documents_of', columns: [document.errandId, document.officeId], foreignColumns: [errands.id, errands.officeId] }),
    index('company_documents_of_errand').on(document.errandId),
  ],
);

/** What is written in a letter to the general manager, and what was agreed when they spoke, and why their day was moved; never who wrote it (S11). */
export const mailboxWords = pgTable(
  'mailbox_words',
  {
    officeId: officeId(),
    errandId: uuid('errand_id').notNull(),
    nth: integer('nth').notNull(),
    body: text('body').notNull(),
    /** The day they are to speak instead, of what says why it was moved. */
    movedTo: date('moved_to'),
  },
  (line) => [
    primaryKey({ columns: [line.errandId, line.nth] }),
    foreignKey({ name: 'mailbox_words_of', columns: [line.errandId, line.officeId], foreignColumns: [errands.id, errands.officeId] }),
  ],
);
