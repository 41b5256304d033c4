import { boolean, date, foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { approvalVersions } from './approvals.ts';
import { instant, officeId } from './columns.ts';
import { errands } from './errands.ts';
import { homes } from './offices.ts';
import { people } from './people.ts';

/** To which homes a survey went: the frame in the order it was drawn in, each home with its building (S2). Only who is asked changes, where a home stands in for another (Z5). */
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
  /** None where a sheet on paper does not say it. */
  building: integer('building'),
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

/** An open letter's versions as they were handed in, line by line, append-only: the first line is what it says, each other one a thing it promises, by whom and by which day (S5). */
export const openLetterLines = pgTable(
  'open_letter_lines',
  {
    officeId: officeId(),
    surveyId: uuid('survey_id').notNull(),
    /** The round of its approval. */
    round: integer('round').notNull(),
    nth: integer('nth').notNull(),
    words: text('words').notNull(),
    holder: uuid('holder_id').references(() => people.id),
    dueOn: date('due_on'),
    at: instant('at').notNull(),
  },
  (line) => [
    primaryKey({ columns: [line.surveyId, line.round, line.nth] }),
    foreignKey({ name: 'open_letter_lines_of', columns: [line.surveyId, line.officeId], foreignColumns: [errands.id, errands.officeId] }),
  ],
);

/** The code WeChat drew for a survey's sheet, as a picture in text: it says which survey, and nothing of anybody (S3). */
export const surveyCodes = pgTable(
  'survey_codes',
  {
    officeId: officeId(),
    surveyId: uuid('survey_id').notNull(),
    picture: text('picture').notNull(),
    at: instant('at').notNull(),
  },
  (code) => [
    primaryKey({ columns: [code.surveyId] }),
    foreignKey({ name: 'survey_codes_of', columns: [code.surveyId, code.officeId], foreignColumns: [errands.id, errands.officeId] }),
  ],
);

/** That nobody picked up when a home was called for a survey, append-only (Z13). What was answered stands nowhere beside it. */
export const surveyTries = pgTable(
  'survey_tries',
  {
    officeId: officeId(),
    surveyId: uuid('survey_id').notNull(),
    homeId: uuid('home_id').notNull(),
    by: uuid('by_id')
      .notNull()
      .references(() => people.id),
    at: instant('at').notNull(),
  },
  (line) => [
    primaryKey({ columns: [line.surveyId, line.homeId, line.at] }),
    foreignKey({ name: 'survey_tries_of', columns: [line.surveyId, line.homeId], foreignColumns: [surveyHomes.surveyId, surveyHomes.homeId] }),
  ],
);

/** What an estate's own questionnaire asks, a row a version, append-only: a survey asks what the version it was opened with asks (S8). */
export const questionnaires = pgTable(
  'questionnaires',
  {
    officeId: officeId(),
    approvalId: uuid('approval_id').notNull(),
    round: integer('round').notNull(),
    body: jsonb('body').notNull(),
  },
  (version) => [
    primaryKey({ columns: [version.approvalId, version.round] }),
    foreignKey({
      name: 'questionnaires_of',
      columns: [version.officeId, version.approvalId, version.round],
      foreignColumns: [approvalVersions.officeId, approvalVersions.approvalId, approvalVersions.round],
    }),
  ],
);
