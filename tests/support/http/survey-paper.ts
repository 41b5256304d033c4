import { sql } from 'drizzle-orm';
import type { SurveyPaperDeeds, SurveyPaperQuestions } from '../survey-paper-deeds.ts';
import type { World } from '../world.ts';
import { newestSurvey } from './surveys.ts';
import type { Teller } from './teller.ts';

async function surveyId(world: World): Promise<string> {
  const found = await newestSurvey(world);
  if (!found) throw Object.assign(new Error('no survey'), { code: 'seen/not-found' });
  return found.id;
}

async function homeId({ house }: World, label: string): Promise<string> {
  const [row] = await house.db.execute<{ id: string }>(
    sql`select h.id from homes h join offices o on o.id = h.office_id and o.letters = 'WT' where h.label = ${label}`,
  );
  return row!.id;
}

export const surveyPaperDeeds = ({ world, api }: Teller): SurveyPaperDeeds => ({
  ticksSheetOf: async (home) => {
    const { already } = await api.tickSheet({ id: await surveyId(world), homeId: await homeId(world, home) });
    return { already };
  },
  takesTickBackOf: async (home) => void (await api.takeBackTick({ id: await surveyId(world), homeId: await homeId(world, home) })),
  typesSheet: async (given) => {
    const id = await surveyId(world);
    const { edition } = await api.surveySheet({ id });
    await api.typeSheet({ id, edition, building: null, answers: given as never });
  },
  replacesHome: async (home, reason) => (await api.replaceHome({ id: await surveyId(world), homeId: await homeId(world, home), reason })).label,
});

export const surveyPaperQuestions = (world: World): SurveyPaperQuestions => ({
  surveySheets: async () => {
    const id = await surveyId(world);
    const [row] = await world.house.db.execute<{ ticked: number; typed: number }>(
      sql`select (select count(*)::int from survey_ticks where survey_id = ${id} and taken_back_at is null) as ticked, (select coalesce(sum(sheets), 0)::int from survey_typings where survey_id = ${id}) as typed`,
    );
    return { ticked: row!.ticked, typed: row!.typed };
  },
  askedHomes: async () => {
    const rows = await world.house.db.execute<{ label: string }>(
      sql`select h.label from survey_homes l join homes h on h.id = l.home_id where l.survey_id = ${await surveyId(world)} and l.drawn`,
    );
    return rows.map(({ label }) => label);
  },
});
