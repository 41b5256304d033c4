import { sql } from 'drizzle-orm';
import { date, foreignKey, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { instant, officeId } from './columns.ts';
import { people } from './people.ts';
import { surveyHomes } from './surveys.ts';

/** That a colleague counted in a home whose sheet came back on paper, and whether they took it back; never what it said. Its participation is as anybody's. */
export const surveyTicks = pgTable(
  'survey_ticks',
  {
    id: uuid('id').notNull(),
    officeId: officeId(),
    surveyId: uuid('survey_id').notNull(),
    homeId: uuid('home_id').notNull(),
    byId: uuid('by_id')
      .notNull()
      .references(() => people.id),
    at: instant('at').notNull(),
    takenBackAt: instant('taken_back_at'),
  },
  (tick) => [
    primaryKey({ columns: [tick.id, tick.officeId] }),
    foreignKey({ name: 'survey_ticks_of', columns: [tick.surveyId, tick.homeId], foreignColumns: [surveyHomes.surveyId, surveyHomes.homeId] }),
    uniqueIndex('survey_ticks_once').on(tick.surveyId, tick.homeId).where(sql`taken_back_at is null`),
    index('survey_ticks_by').on(tick.surveyId, tick.byId),
  ],
);

/** How many sheets a colleague typed of a survey on a day: a number that grows, so that no row stands beside any one sheet. */
export const surveyTypings = pgTable(
  'survey_typings',
  {
    officeId: officeId(),
    surveyId: uuid('survey_id').notNull(),
    byId: uuid('by_id')
      .notNull()
      .references(() => people.id),
    typedOn: date('typed_on').notNull(),
    sheets: integer('sheets').notNull(),
  },
  (day) => [primaryKey({ columns: [day.surveyId, day.byId, day.typedOn] })],
);

/** Which home of a sample stands in for which, why and who said so, append-only (Z5). */
export const surveyReplacements = pgTable(
  'survey_replacements',
  {
    officeId: officeId(),
    surveyId: uuid('survey_id').notNull(),
    homeId: uuid('home_id').notNull(),
    insteadId: uuid('instead_id').notNull(),
    reason: text('reason').notNull(),
    byId: uuid('by_id')
      .notNull()
      .references(() => people.id),
    at: instant('at').notNull(),
  },
  (one) => [
    primaryKey({ columns: [one.surveyId, one.homeId] }),
    foreignKey({ name: 'survey_replacements_of', columns: [one.surveyId, one.homeId], foreignColumns: [surveyHomes.surveyId, surveyHomes.homeId] }),
    foreignKey({
      name: 'survey_replacements_by',
      columns: [one.surveyId, one.insteadId],
      foreignColumns: [surveyHomes.surveyId, surveyHomes.homeId],
    }),
  ],
);
