import { sql } from 'drizzle-orm';
import type { ErrandState } from '../../shared/errands/errand.ts';
import type { Answers } from '../../shared/surveys/answers.ts';
import type { Tx } from '../connect.ts';
import { errandStateFrom } from './errands.ts';
import type { Json } from './json.ts';
import { PAGE } from './page.ts';
import { putSurveyNews, type SurveyNews } from './survey-telling.ts';
import type { System, Viewer } from './viewer.ts';

/** Since when the company is run by the manual: since the first of its estates is; null while none has begun (Z17). */
export async function readCompanyBegan(tx: Tx, _system: System): Promise<Date | null> {
  const [row] = await tx.execute<{ began: string | null }>(sql`select min(from_at) as began from channel_keepers`);
  return row?.began ? new Date(row.began) : null;
}

/** Writes down whom a survey of colleagues asks: whoever holds a post anywhere in the company now. @returns how many they are */
export async function insertSurveyColleagues(tx: Tx, _viewer: Viewer, survey: { id: string; officeId: string }, now: Date): Promise<number> {
  const rows = await tx.execute(sql`insert into survey_colleagues (office_id, survey_id, person_id)
    select distinct ${survey.officeId}::uuid, ${survey.id}::uuid, a.person_id from appointments a
    where a.from_at <= ${now.toISOString()} and (a.until_at is null or a.until_at > ${now.toISOString()}) returning 1`);
  return rows.length;
}

/** How many hold a post anywhere in the company now. */
export async function countColleagues(tx: Tx, _viewer: Viewer, now: Date): Promise<number> {
  const [row] = await tx.execute<{ n: number }>(sql`
    select count(distinct a.person_id)::int as n from appointments a where a.from_at <= ${now.toISOString()} and (a.until_at is null or a.until_at > ${now.toISOString()})`);
  return row?.n ?? 0;
}

/** A survey as a colleague meets it. */
export interface SurveyOfColleague {
  id: string;
  officeId: string;
  officeName: string;
  state: ErrandState;
  answered: boolean;
}

const mine = (viewer: Viewer) => sql`select t.*, o.name as office_name,
    exists (select 1 from colleague_participations p where p.survey_id = l.survey_id and p.person_id = l.person_id) as answered
  from survey_colleagues l join errands t on t.office_id = l.office_id and t.id = l.survey_id and t.kind = 'needs' join offices o on o.id = t.office_id
  where l.person_id = ${viewer.id} and ${viewer.appointments.length > 0}`;

const fromRow = (row: Json): SurveyOfColleague => ({
  id: String(row.id),
  officeId: String(row.office_id),
  officeName: String(row.office_name),
  state: errandStateFrom(row),
  answered: row.answered === true,
});

/** The surveys that ask this colleague, newest first, a page and one more. */
export async function listSurveysOfColleague(tx: Tx, viewer: Viewer, after: string | null): Promise<SurveyOfColleague[]> {
  const rows = await tx.execute<Json>(sql`${mine(viewer)} ${after ? sql`and t.id < ${after}` : sql``} order by t.id desc limit ${PAGE + 1}`);
  return rows.map(fromRow);
}

/** One of them; null where it does not ask them, or they work here no more. */
export async function readSurveyOfColleague(tx: Tx, viewer: Viewer, id: string): Promise<SurveyOfColleague | null> {
  const [row] = await tx.execute<Json>(sql`${mine(viewer)} and t.id = ${id}`);
  return row ? fromRow(row) : null;
}

/**
 * A colleague's answers: that they took part, and beside it what they answered; these two rows and nothing else.
 * @returns whether they were counted now; false where they had answered before
 */
export async function insertColleagueAnswers(
  tx: Tx,
  viewer: Viewer,
  survey: Pick<SurveyOfColleague, 'id' | 'officeId'>,
  { answers, day }: { answers: Answers; day: string },
): Promise<boolean> {
  const took =
    await tx.execute(sql`insert into colleague_participations (office_id, survey_id, person_id, answered_on) values (${survey.officeId}, ${survey.id}, ${viewer.id}, ${day})
    on conflict do nothing returning 1`);
  if (took.length === 0) return false;
  await tx.execute(
    sql`insert into survey_inbox (office_id, survey_id, building, body) values (${survey.officeId}, ${survey.id}, null, ${JSON.stringify(answers)}::jsonb)`,
  );
  return true;
}

/** How many colleagues who were asked have not answered; of those who work here no more nobody is waited for. */
export async function countSilentColleagues(tx: Tx, _system: System, id: string): Promise<number> {
  const [row] = await tx.execute<{ n: number }>(sql`
    select count(*)::int as n from survey_colleagues l where l.survey_id = ${id}
      and not exists (select 1 from colleague_participations p where p.survey_id = l.survey_id and p.person_id = l.person_id)`);
  return row?.n ?? 0;
}

/**
 * Tells whoever was asked and works here still, each once: that it is out, what came of it; that it soon is over only whoever has not answered. In WeChat, too, while it waits for an answer.
 * @param now null where there is no WeChat
 */
export async function tellSurveyColleagues(tx: Tx, system: System, news: SurveyNews, newId: () => string, now: Date | null) {
  const { officeId, surveyId, eventId, at } = news;
  const people = await tx.execute<{ person_id: string; did: string; waits: boolean }>(sql`
    select l.person_id, e.did, e.did in ('issued', 'reminded') as waits from errands t join events e on e.office_id = t.office_id and e.subject = t.id and e.id = ${eventId} join survey_colleagues l on l.survey_id = t.id
    where t.office_id = ${officeId} and t.id = ${surveyId}
      and exists (select 1 from appointments a where a.person_id = l.person_id and a.from_at <= ${at.toISOString()} and (a.until_at is null or a.until_at > ${at.toISOString()}))
      and (e.did not in ('issued', 'reminded') or (t.status = 'taken' and not exists (select 1 from colleague_participations p where p.survey_id = l.survey_id and p.person_id = l.person_id)))`);
  await putSurveyNews(tx, system, news, { people, to: 'colleague', wechatAt: people[0]?.waits ? now : null }, newId);
}
