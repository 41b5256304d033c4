import { type SQL, sql } from 'drizzle-orm';
import type { ErrandState } from '../../shared/errands/errand.ts';
import type { Framed, Placed } from '../../shared/kernel/sampling.ts';
import type { Answers } from '../../shared/surveys/answers.ts';
import { LEAST_SHOWN } from '../../shared/surveys/statistics.ts';
import type { Tx } from '../connect.ts';
import { errandStateFrom } from './errands.ts';
import type { Json } from './json.ts';
import { PAGE } from './page.ts';
import { uuids } from './uuids.ts';
import { homesNow, type System, type Viewer } from './viewer.ts';

/** The estates that are run by the manual and have none of these surveys yet, or one whose deadline has passed: of the others nothing is read. */
export async function officesWithSurveys(tx: Tx, _system: System, due: readonly string[], now: Date): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    select o.id from offices o where o.kind = 'estate' and (
      (exists (select 1 from channel_keepers k where k.office_id = o.id) and exists (select 1 from unnest(${`{${due.join(',')}}`}::text[]) d(key)
        where not exists (select 1 from errands e where e.office_id = o.id and e.kind = 'survey' and e.key = d.key)))
      or exists (select 1 from errands e where e.office_id = o.id and e.kind = 'survey' and e.status = 'taken' and (e.facts->>'closesAt')::timestamptz <= ${now.toISOString()}))
    order by o.id`);
  return rows.map(({ id }) => id);
}

/** Whether an estate has a survey of this name already. */
export async function hasSurvey(tx: Tx, _system: System, officeId: string, key: string): Promise<boolean> {
  const rows = await tx.execute(sql`select 1 from errands where office_id = ${officeId} and kind = 'survey' and key = ${key}`);
  return rows.length > 0;
}

/** The homes of an estate with their buildings, and since when it is lived in, for a survey that is issued. */
export async function readSurveyFrame(tx: Tx, _viewer: Viewer, officeId: string): Promise<{ homes: Framed[]; occupiedSince: string | null }> {
  const rows = await tx.execute<{ id: string; building: number }>(
    sql`select h.id, h.building from homes h where h.office_id = ${officeId} order by h.id`,
  );
  const [office] = await tx.execute<{ since: string | null }>(sql`select o.occupied_since::text as since from offices o where o.id = ${officeId}`);
  return { homes: rows.map(({ id, building }) => ({ id, stratum: String(building) })), occupiedSince: office?.since ?? null };
}

/** Writes down to which homes a survey goes, and in which order it was drawn. */
export async function insertSurveyHomes(tx: Tx, _viewer: Viewer, survey: { id: string; officeId: string }, lines: readonly Placed[]): Promise<void> {
  const homes = lines.map(({ id, stratum, place, drawn }) => ({ home: id, building: Number(stratum), place, drawn }));
  await tx.execute(sql`insert into survey_homes (office_id, survey_id, home_id, building, place, drawn)
    select ${survey.officeId}, ${survey.id}, l.home, l.building, l.place, l.drawn
    from jsonb_to_recordset(${JSON.stringify(homes)}::jsonb) as l(home uuid, building int, place int, drawn boolean)`);
}

/** A survey as a household meets it. */
export interface SurveyOfHome {
  id: string;
  officeId: string;
  officeName: string;
  state: ErrandState;
  homeId: string;
  homeLabel: string;
  building: number;
  answered: boolean;
}

const ofHomes = (viewer: Viewer): SQL => sql`l.home_id = any(${uuids(homesNow(viewer, viewer.at).map(({ homeId }) => homeId))})`;

const OF_HOME = sql`select t.*, o.name as office_name, l.home_id, l.building, h.label as home_label,
    exists (select 1 from participations p where p.survey_id = l.survey_id and p.home_id = l.home_id) as answered
  from survey_homes l join errands t on t.office_id = l.office_id and t.id = l.survey_id join offices o on o.id = t.office_id join homes h on h.office_id = l.office_id and h.id = l.home_id`;

const ofHomeFrom = (row: Json): SurveyOfHome => ({
  id: String(row.id),
  officeId: String(row.office_id),
  officeName: String(row.office_name),
  state: errandStateFrom(row),
  homeId: String(row.home_id),
  homeLabel: String(row.home_label),
  building: Number(row.building),
  answered: row.answered === true,
});

/** The surveys that went to a home this viewer lives in now, newest first, a page and one more. @param after the id the last page ended with */
export async function listSurveysOfHomes(tx: Tx, viewer: Viewer, after: string | null): Promise<SurveyOfHome[]> {
  const rows = await tx.execute<Json>(
    sql`${OF_HOME} where ${ofHomes(viewer)} and l.drawn ${after ? sql`and t.id < ${after}` : sql``} order by t.id desc, l.home_id limit ${PAGE + 1}`,
  );
  return rows.map(ofHomeFrom);
}

/** One of them for each home it went to; none where it did not. */
export async function readSurveyOfHomes(tx: Tx, viewer: Viewer, id: string): Promise<SurveyOfHome[]> {
  const rows = await tx.execute<Json>(sql`${OF_HOME} where ${ofHomes(viewer)} and l.drawn and l.survey_id = ${id} order by h.label`);
  return rows.map(ofHomeFrom);
}

const lockName = (id: string) => sql`hashtextextended(${id}, 20)`;

/** Keeps a survey from being closed until this transaction ends; leaves nothing in any row. */
export async function keepSurveyOpen(tx: Tx, _viewer: Viewer, id: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock_shared(${lockName(id)})`);
}

/**
 * A household's answers: that it took part, and beside it what it answered; these two rows and nothing else.
 * @returns whether they were counted now; false where the home had answered before
 */
export async function insertAnswers(
  tx: Tx,
  _viewer: Viewer,
  survey: Pick<SurveyOfHome, 'id' | 'officeId' | 'homeId' | 'building'>,
  { answers, day }: { answers: Answers; day: string },
): Promise<boolean> {
  const took =
    await tx.execute(sql`insert into participations (office_id, survey_id, home_id, answered_on) values (${survey.officeId}, ${survey.id}, ${survey.homeId}, ${day})
    on conflict do nothing returning 1`);
  if (took.length === 0) return false;
  await tx.execute(
    sql`insert into survey_inbox (office_id, survey_id, building, body) values (${survey.officeId}, ${survey.id}, ${survey.building}, ${JSON.stringify(answers)}::jsonb)`,
  );
  return true;
}

/** How many homes have answered a survey. */
export async function countReturned(tx: Tx, _viewer: Viewer | System, id: string): Promise<number> {
  const [row] = await tx.execute<{ n: number }>(sql`select count(*)::int as n from participations where survey_id = ${id}`);
  return row?.n ?? 0;
}

/** So many of a survey are moved at once at least, and so many stay behind for the next time, so that its last ones are as many too. */
const MOVED_AT_ONCE = 20;

/** Whether enough came in of any survey to be moved. */
export async function hasAnswersToMove(tx: Tx, _system: System): Promise<boolean> {
  const rows = await tx.execute(sql`select 1 from survey_inbox group by survey_id having count(*) >= ${2 * MOVED_AT_ONCE} limit 1`);
  return rows.length > 0;
}

/**
 * Moves what came in into the answers, in no order, and empties the inbox whole; what stays behind is put back, in no order either. Of a survey that is over all of it.
 * After it no row tells with which participation it was written.
 * @param over the surveys that are over
 */
export async function moveAnswers(tx: Tx, _system: System, over: readonly string[]): Promise<void> {
  await tx.execute(sql`lock table survey_inbox in access exclusive mode`);
  const left = await tx.execute<Json>(sql`
    with inbox as materialized (select *, row_number() over (partition by survey_id order by gen_random_uuid()) as nth, count(*) over (partition by survey_id) as many from survey_inbox),
      goes as materialized (select *, (survey_id = any(${uuids(over)}) or (many >= ${2 * MOVED_AT_ONCE} and nth > ${MOVED_AT_ONCE})) as now from inbox),
      moved as (insert into survey_answers (office_id, survey_id, id, building, body)
        select office_id, survey_id, gen_random_uuid(), case when count(*) over (partition by survey_id, building) >= ${LEAST_SHOWN} then building end, body
        from goes where now order by gen_random_uuid())
    select office_id, survey_id, building, body from goes where not now`);
  await tx.execute(sql`truncate survey_inbox`);
  if (left.length === 0) return;
  await tx.execute(sql`insert into survey_inbox (office_id, survey_id, building, body)
    select l.office_id, l.survey_id, l.building, l.body
    from jsonb_to_recordset(${JSON.stringify(left)}::jsonb) as l(office_id uuid, survey_id uuid, building int, body jsonb) order by gen_random_uuid()`);
}

/** Surveys of an estate whose deadline has passed. Held; what somebody moves at this moment is left for the next time. */
export async function lockSurveysToClose(tx: Tx, _system: System, officeId: string, now: Date): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    select t.id from errands t where t.office_id = ${officeId} and t.kind = 'survey' and t.status = 'taken' and (t.facts->>'closesAt')::timestamptz <= ${now.toISOString()}
    order by t.id for update skip locked`);
  for (const { id } of rows) await tx.execute(sql`select pg_advisory_xact_lock(${lockName(id)})`);
  return rows.map(({ id }) => id);
}

/** How often each answer was given to each question but those of words, and how many answered it. @param building of one building alone */
export async function readTallies(
  tx: Tx,
  _viewer: Viewer,
  { id, words, building }: { id: string; words: readonly string[]; building: number | null },
): Promise<{ code: string; value: string; count: number; valid: number }[]> {
  const rows = await tx.execute<Json>(sql`
    select e.key as code, given.value, count(*)::int as count from survey_answers a cross join lateral jsonb_each(a.body) e
      cross join lateral (select e.value #>> '{}' as value where jsonb_typeof(e.value) in ('number', 'string')
        union all select o.value from jsonb_array_elements_text(case jsonb_typeof(e.value) when 'array' then e.value else '[]' end) o
        union all select l.key || '/' || (l.value #>> '{}') from jsonb_each(case jsonb_typeof(e.value) when 'object' then e.value else '{}' end) l
        union all select null) given
    where a.survey_id = ${id} and e.key <> all(${`{${words.join(',')}}`}::text[]) ${building === null ? sql`` : sql`and a.building = ${building}`}
    group by 1, 2`);
  const valid = new Map(rows.filter(({ value }) => value === null).map(({ code, count }) => [String(code), Number(count)]));
  return rows
    .filter(({ value }) => value !== null)
    .map(({ code, value, count }) => ({ code: String(code), value: String(value), count: Number(count), valid: valid.get(String(code)) ?? 0 }));
}

/** A survey of an estate by its name, that is counted and published; null where there is none. */
export async function readSurveyByKey(tx: Tx, _viewer: Viewer, officeId: string, key: string): Promise<string | null> {
  const [row] = await tx.execute<{ id: string }>(
    sql`select id from errands where office_id = ${officeId} and kind = 'survey' and key = ${key} and facts->>'analysed' = 'true'`,
  );
  return row?.id ?? null;
}

/** How many answers there are of each building; those without one apart, as null. */
export async function countByBuilding(tx: Tx, _viewer: Viewer, id: string): Promise<{ building: number | null; count: number }[]> {
  const rows = await tx.execute<{ building: number | null; count: number }>(
    sql`select building, count(*)::int as count from survey_answers where survey_id = ${id} group by building order by building nulls last`,
  );
  return rows.map(({ building, count }) => ({ building, count }));
}

/** What was said in words, in no order: by an id that was drawn at random. @param after the id the last page ended with */
export async function listWords(
  tx: Tx,
  _viewer: Viewer,
  { id, code, after }: { id: string; code: string; after: string | null },
): Promise<{ id: string; words: string }[]> {
  const rows = await tx.execute<{ id: string; words: string }>(sql`
    select id, body->>${code} as words from survey_answers where survey_id = ${id} and body ? ${code} ${after ? sql`and id > ${after}` : sql``} order by id limit ${PAGE + 1}`);
  return rows.map(({ id: answer, words }) => ({ id: answer, words }));
}
