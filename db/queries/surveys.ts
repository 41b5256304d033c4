import { type SQL, sql } from 'drizzle-orm';
import type { ErrandState } from '../../shared/errands/errand.ts';
import type { Framed, Placed } from '../../shared/kernel/sampling.ts';
import type { Answers } from '../../shared/surveys/answers.ts';
import type { Stretch } from '../../shared/surveys/periods.ts';
import { LEAST_SHOWN } from '../../shared/surveys/statistics.ts';
import type { Tx } from '../connect.ts';
import { errandStateFrom } from './errands.ts';
import type { Json } from './json.ts';
import { PAGE } from './page.ts';
import { uuids } from './uuids.ts';
import { homesNow, type System, type Viewer } from './viewer.ts';

/** A survey the clock is to open: its name in an office, and when a special service was done there at least, where it is asked of whoever used one. */
export interface DueSurvey {
  key: string;
  used: Stretch | null;
}

/** Whether somebody who lived in the home of `tickets t` when a service was done there lives there still: whoever moved in since did not use it. */
const stillLivesThere = (done: SQL, now: Date) => sql`exists (select 1 from residences r where r.office_id = t.office_id and r.home_id = t.home_id
  and r.from_at <= ${done} and (r.until_at is null or r.until_at > ${now.toISOString()}))`;

/** Whether a special service was done in an office between two instants, at somebody's who lives there still. */
const isUsed = (
  office: SQL,
  { from, until }: { from: SQL; until: SQL },
  now: Date,
) => sql`exists (select 1 from tickets t where t.office_id = ${office} and t.kind = 'special_service' and t.received_at < ${until}::timestamptz
  and t.happened->>'finished' >= ${from} and t.happened->>'finished' < ${until} and ${stillLivesThere(sql`(t.happened->>'finished')::timestamptz`, now)})`;

/**
 * The estates that are run by the manual and have none of these surveys yet though there is somebody to ask, or one whose deadline has passed or whose silent homes are to be reminded: of the others nothing is read.
 * The head office, too, once any of its estates is, for its colleagues' (S11).
 */
export async function officesWithSurveys(
  tx: Tx,
  _system: System,
  due: { homes: readonly DueSurvey[]; colleagues: readonly DueSurvey[] },
  now: Date,
): Promise<string[]> {
  const line =
    (kind: 'estate' | 'head_office') =>
    ({ key, used }: DueSurvey) => ({ kind, key, used_from: used?.from.toISOString() ?? null, used_until: used?.until.toISOString() ?? null });
  const lines = [...due.homes.map(line('estate')), ...due.colleagues.map(line('head_office'))];
  const rows = await tx.execute<{ id: string }>(sql`
    select o.id from offices o where (
      (exists (select 1 from channel_keepers k where k.office_id = o.id or o.kind = 'head_office')
        and exists (select 1 from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) d(kind text, key text, used_from text, used_until text)
        where d.kind = o.kind and (d.used_from is null or ${isUsed(sql`o.id`, { from: sql`d.used_from`, until: sql`d.used_until` }, now)})
          and not exists (select 1 from errands e where e.office_id = o.id and e.kind = case o.kind when 'estate' then 'survey' else 'needs' end and e.key = d.key)))
      or exists (select 1 from errands e where e.office_id = o.id and e.kind in ('survey', 'needs') and e.status = 'taken' and ((e.facts->>'closesAt')::timestamptz <= ${now.toISOString()} or (e.facts->>'remindAt')::timestamptz <= ${now.toISOString()})))
    order by o.id`);
  return rows.map(({ id }) => id);
}

/** Whether an office has a survey of this name already. */
export async function hasSurvey(tx: Tx, _system: System, officeId: string, kind: 'survey' | 'needs', key: string): Promise<boolean> {
  const rows = await tx.execute(sql`select 1 from errands where office_id = ${officeId} and kind = ${kind} and key = ${key}`);
  return rows.length > 0;
}

/** Whether a special service was done in an estate between two instants, at somebody's who lives there still (S10). */
export async function hasServiceUsers(tx: Tx, _system: System, officeId: string, { from, until }: Stretch, now: Date): Promise<boolean> {
  const stretch = { from: sql`${from.toISOString()}`, until: sql`${until.toISOString()}` };
  const [row] = await tx.execute<{ is_used: boolean }>(sql`select ${isUsed(sql`${officeId}`, stretch, now)} as is_used`);
  return row?.is_used === true;
}

/**
 * The homes of an estate where a special service was done between two instants at somebody's who lives there still, with their buildings, and the outside providers who
 * did them: whoever was asked last before each was done. What was said not to be good and is done again was done all the same; so was what counts as done then because a phone had no signal.
 */
export async function readServiceUsers(
  tx: Tx,
  viewer: Viewer,
  officeId: string,
  { from, until }: Stretch,
): Promise<{ homes: Framed[]; providers: string[] }> {
  const rows = await tx.execute<{ id: string; building: number; provider: string | null }>(sql`
    select distinct h.id, h.building, d.facts->>'provider' as provider
    from tickets t join events e on e.office_id = t.office_id and e.subject = t.id and e.did = 'finished'
        and ((e.at >= ${from.toISOString()} and e.at < ${until.toISOString()}) or (t.happened->>'finished' >= ${from.toISOString()} and t.happened->>'finished' < ${until.toISOString()}))
      join homes h on h.office_id = t.office_id and h.id = t.home_id
      left join lateral (select d.facts from events d where d.office_id = e.office_id and d.subject = e.subject and d.did = 'dispatched' and d.seq < e.seq order by d.seq desc limit 1) d on true
    where t.office_id = ${officeId} and t.kind = 'special_service' and t.received_at < ${until.toISOString()} and ${stillLivesThere(sql`e.at`, viewer.at)} order by h.id`);
  const homes = rows.filter(({ id }, index) => rows.findIndex((other) => other.id === id) === index);
  const providers = [...new Set(rows.flatMap(({ provider }) => (provider === null ? [] : [provider])))].sort();
  return { homes: homes.map(({ id, building }) => ({ id, stratum: String(building) })), providers };
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

/** Homes it went to, and of what is published those it was drawn from, too. */
const READ_BY_HOME = sql`(l.drawn or t.facts->>'analysed' = 'true')`;

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
    sql`${OF_HOME} where ${ofHomes(viewer)} and ${READ_BY_HOME} ${after ? sql`and t.id < ${after}` : sql``} order by t.id desc, l.home_id limit ${PAGE + 1}`,
  );
  return rows.map(ofHomeFrom);
}

/** One of them for each home it went to; none where it did not. */
export async function readSurveyOfHomes(tx: Tx, viewer: Viewer, id: string): Promise<SurveyOfHome[]> {
  const rows = await tx.execute<Json>(sql`${OF_HOME} where ${ofHomes(viewer)} and ${READ_BY_HOME} and l.survey_id = ${id} order by h.label`);
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

/** How many homes, or colleagues, have answered a survey: it asks the ones or the others. */
export async function countReturned(tx: Tx, _viewer: Viewer | System, id: string): Promise<number> {
  const [row] = await tx.execute<{ n: number }>(
    sql`select (select count(*) from participations where survey_id = ${id})::int + (select count(*) from colleague_participations where survey_id = ${id})::int as n`,
  );
  return row?.n ?? 0;
}

/** So many of a survey are moved at once at least, and so many stay behind for the next time, so that its last ones are as many too. */
const MOVED_AT_ONCE = 20;
/** The same of a survey `e` in whose inbox these lie: what is typed of sheets after it closed are few, and wait for fewer. */
const AT_ONCE = sql`case when e.status = 'taken' then ${MOVED_AT_ONCE}::int else ${LEAST_SHOWN}::int end`;

/** Whether enough came in of any survey to be moved. */
export async function hasAnswersToMove(tx: Tx, _system: System): Promise<boolean> {
  const rows = await tx.execute(
    sql`select 1 from survey_inbox i join errands e on e.office_id = i.office_id and e.id = i.survey_id group by e.id, e.office_id having count(*) >= 2 * (${AT_ONCE}) limit 1`,
  );
  return rows.length > 0;
}

/**
 * Moves what came in into the answers, survey by survey and in no order, and empties the inbox whole; what stays behind is put back, in no order either. Of a survey that is over all of it,
 * unless its results are read already and fewer than five would come to them: what they say would be told by what changed, and they are thrown away.
 * After it no row tells with which participation it was written. Of a building fewer than five are not kept apart, nor may fewer than five be without one: a sheet on
 * paper that does not say its building would be told by that.
 * @param over the surveys that are over
 * @returns how many were thrown away
 */
export async function moveAnswers(tx: Tx, _viewer: Viewer | System, over: readonly string[]): Promise<number> {
  await tx.execute(sql`lock table survey_inbox in access exclusive mode`);
  const left = await tx.execute<Json>(sql`
    with inbox as materialized (select i.*, e.status, ${AT_ONCE} as at_once, row_number() over (partition by i.survey_id order by gen_random_uuid()) as nth, count(*) over (partition by i.survey_id) as many
        from survey_inbox i join errands e on e.office_id = i.office_id and e.id = i.survey_id),
      all_of as materialized (select *, survey_id = any(${uuids(over)}) as is_over from inbox),
      told as materialized (select *, is_over and status <> 'taken' and many < ${LEAST_SHOWN} as is_told from all_of),
      goes as materialized (select *, not is_told and (is_over or (many >= 2 * at_once and nth > at_once)) as now from told),
      cells as (select survey_id, building, building is not null and count(*) >= ${LEAST_SHOWN} as stays, count(*) as cell from goes where now group by 1, 2),
      gone as (select survey_id, coalesce(sum(cell) filter (where not stays), 0) as many, (array_agg(building order by cell, building) filter (where stays))[1] as next from cells group by 1),
      moved as (insert into survey_answers (office_id, survey_id, id, building, body)
        select g.office_id, g.survey_id, gen_random_uuid(), case when c.stays and (n.many = 0 or n.many >= ${LEAST_SHOWN} or g.building <> n.next) then g.building end, g.body
        from goes g join cells c on c.survey_id = g.survey_id and c.building is not distinct from g.building join gone n on n.survey_id = g.survey_id
        where g.now order by g.survey_id, gen_random_uuid())
    select office_id, survey_id, building, case when not is_told then body end as body, is_told from goes where not now`);
  await tx.execute(sql`truncate survey_inbox`);
  const stays = left.filter((one) => one.is_told !== true);
  if (stays.length === 0) return left.length;
  await tx.execute(sql`insert into survey_inbox (office_id, survey_id, building, body)
    select l.office_id, l.survey_id, l.building, l.body
    from jsonb_to_recordset(${JSON.stringify(stays)}::jsonb) as l(office_id uuid, survey_id uuid, building int, body jsonb) order by gen_random_uuid()`);
  return left.length - stays.length;
}

/** Surveys of an estate whose deadline has passed. Held; what somebody moves at this moment is left for the next time. */
export async function lockSurveysToClose(tx: Tx, _system: System, officeId: string, now: Date): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    select t.id from errands t where t.office_id = ${officeId} and t.kind in ('survey', 'needs') and t.status = 'taken' and (t.facts->>'closesAt')::timestamptz <= ${now.toISOString()}
    order by t.id for update skip locked`);
  for (const { id } of rows) await tx.execute(sql`select pg_advisory_xact_lock(${lockName(id)})`);
  return rows.map(({ id }) => id);
}

/** A survey of an estate by its name, that is counted and published; null where there is none. */
export async function readSurveyByKey(tx: Tx, _viewer: Viewer, officeId: string, key: string): Promise<Pick<SurveyOfHome, 'id' | 'state'> | null> {
  const [row] = await tx.execute<Json>(
    sql`select * from errands where office_id = ${officeId} and kind in ('survey', 'needs') and key = ${key} and facts->>'analysed' = 'true'`,
  );
  return row ? { id: String(row.id), state: errandStateFrom(row) } : null;
}

/** How many of each building graded anything; those without a building apart, as null. @param graded the codes of what is graded */
export async function countByBuilding(
  tx: Tx,
  _viewer: Viewer,
  id: string,
  graded: readonly string[],
): Promise<{ building: number | null; count: number }[]> {
  const rows = await tx.execute<{ building: number | null; count: number }>(
    sql`select building, count(*)::int as count from survey_answers where survey_id = ${id} and body ?| ${`{${graded.join(',')}}`}::text[] group by building order by building nulls last`,
  );
  return rows.map(({ building, count }) => ({ building, count }));
}

/** How many answers of a survey are counted. */
export async function countAnswers(tx: Tx, _viewer: Viewer, id: string): Promise<number> {
  const [row] = await tx.execute<{ n: number }>(sql`select count(*)::int as n from survey_answers where survey_id = ${id}`);
  return row?.n ?? 0;
}

/** What was said in words, in no order: by an id that was drawn at random. @param after the id the last page ended with */
export async function listWords(
  tx: Tx,
  _viewer: Viewer,
  { id, codes, after }: { id: string; codes: readonly string[]; after: string | null },
): Promise<{ id: string; words: string }[]> {
  const written = sql`${`{${codes.join(',')}}`}::text[]`;
  const rows = await tx.execute<{ id: string; words: string }>(sql`
    select id, (select string_agg(body->>c.code, '；' order by c.nth) from unnest(${written}) with ordinality c(code, nth) where body ? c.code) as words
    from survey_answers where survey_id = ${id} and body ?| ${written} ${after ? sql`and id > ${after}` : sql``} order by id limit ${PAGE + 1}`);
  return rows.map(({ id: answer, words }) => ({ id: answer, words }));
}
