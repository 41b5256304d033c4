import { boolean, date, foreignKey, index, integer, jsonb, pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core';
import { officeId } from './columns.ts';
import { errands } from './errands.ts';
import { homes } from './offices.ts';

/** To which homes a survey went, append-only: the frame in the order it was drawn in, each home with its building (S2). */
export const surveyHomes = pgTable(
  'survey_homes',
  {
    officeId: officeId(),
    surveyId: uuid('survey_id').notNull(),
    homeId: uuid('home_id').notNull(),
    building: integer('building').notNull(),
    place: integer('place').notNull(),
    drawn: boolean('drawn').notNull(),
  },
  (line) => [
    primaryKey({ columns: [line.surveyId, line.homeId] }),
    foreignKey({ name: 'survey_homes_of', columns: [line.surveyId, line.officeId], foreignColumns: [errands.id, errands.officeId] }),
    foreignKey({ name: 'survey_homes_about', columns: [line.homeId, line.officeId], foreignColumns: [homes.id, homes.officeId] }),
    index('survey_homes_by_home').on(line.homeId, line.surveyId),
  ],
);

/**
 * That a home has answered, and on which day: no person, no hour, no answer. It is what makes the second one "counted already". It points at nothing by a foreign key:
 * checking one would leave the transaction's number on a row that many share.
 */
export const participations = pgTable(
  'participations',
  {
    officeId: officeId(),
    surveyId: uuid('survey_id').notNull(),
    homeId: uuid('home_id').notNull(),
    answeredOn: date('answered_on').notNull(),
  },
  (line) => [primaryKey({ columns: [line.surveyId, line.homeId] })],
);

/** What was answered since the clock last moved it: the row beside a participation's, and emptied whole, so that nothing of it stays in its file. */
export const surveyInbox = pgTable('survey_inbox', {
  officeId: officeId(),
  surveyId: uuid('survey_id').notNull(),
  building: integer('building').notNull(),
  body: jsonb('body').notNull(),
});

/** What was answered, in no order, with an id drawn at random; its building only where five or more of it were moved at once. */
export const surveyAnswers = pgTable(
  'survey_answers',
  {
    officeId: officeId(),
    surveyId: uuid('survey_id').notNull(),
    id: uuid('id').notNull(),
    building: integer('building'),
    body: jsonb('body').notNull(),
  },
  (answer) => [primaryKey({ columns: [answer.surveyId, answer.id] })],
);
