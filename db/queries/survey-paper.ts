import { sql } from 'drizzle-orm';
import type { Answers } from '../../shared/surveys/answers.ts';
import type { Sheets, Standing } from '../../shared/surveys/paper.ts';
import type { ReplacedBecause } from '../../shared/surveys/replaced.ts';
import type { Tx } from '../connect.ts';
import type { Viewer } from './viewer.ts';

const date = (value: string) => new Date(value);

/** A survey at hand. */
interface Survey {
  id: string;
  officeId: string;
}

/** How far the sheets of a survey are, and what this viewer did of it. */
export async function readSheets(tx: Tx, viewer: Viewer, { id, officeId }: Survey): Promise<Sheets> {
  const [row] = await tx.execute<{ ticked: number; typed: number; i_ticked: boolean; i_typed: number }>(sql`
    select (select count(*)::int from survey_ticks k where k.office_id = ${officeId} and k.survey_id = ${id} and k.taken_back_at is null) as ticked,
      (select coalesce(sum(y.sheets), 0)::int from survey_typings y where y.office_id = ${officeId} and y.survey_id = ${id}) as typed,
      exists (select 1 from survey_ticks k where k.office_id = ${officeId} and k.survey_id = ${id} and k.by_id = ${viewer.id}) as i_ticked,
      (select coalesce(sum(y.sheets), 0)::int from survey_typings y where y.office_id = ${officeId} and y.survey_id = ${id} and y.by_id = ${viewer.id}) as i_typed`);
  return { ticked: row!.ticked, typed: row!.typed, iTicked: row!.i_ticked, iTyped: row!.i_typed };
}

/** The buildings a survey went to: how many homes of each, and how many have not answered. */
export async function readSurveyBuildings(
  tx: Tx,
  _viewer: Viewer,
  { id, officeId }: Survey,
): Promise<{ building: number; homes: number; left: number }[]> {
  const rows = await tx.execute<{ building: number; homes: number; left_over: number }>(sql`
    select l.building, count(*)::int as homes, count(*) filter (where not exists (select 1 from participations p where p.survey_id = l.survey_id and p.home_id = l.home_id))::int as left_over
    from survey_homes l where l.office_id = ${officeId} and l.survey_id = ${id} and l.drawn group by 1 order by 1`);
  return rows.map(({ building, homes, left_over }) => ({ building, homes, left: left_over }));
}

/** A home a survey went to: whether it is counted, and whether a sheet of it was ticked, when and by whom. */
export interface AskedHome {
  id: string;
  label: string;
  answered: boolean;
  tickedBy: string | null;
  tickedAt: Date | null;
}

/** The homes of a building that were asked, door by door. */
export async function readAskedHomes(tx: Tx, _viewer: Viewer, { id, officeId }: Survey, building: number): Promise<AskedHome[]> {
  const rows = await tx.execute<{ id: string; label: string; answered: boolean; by_id: string | null; at: string | null }>(sql`
    select h.id, h.label, p.home_id is not null as answered, k.by_id, k.at from survey_homes l join homes h on h.office_id = l.office_id and h.id = l.home_id
      left join participations p on p.survey_id = l.survey_id and p.home_id = l.home_id
      left join survey_ticks k on k.survey_id = l.survey_id and k.home_id = l.home_id and k.taken_back_at is null
    where l.office_id = ${officeId} and l.survey_id = ${id} and l.drawn and l.building = ${building} order by h.unit, length(h.room), h.room, h.id`);
  return rows.map((row) => ({
    id: row.id,
    label: row.label,
    answered: row.answered,
    tickedBy: row.by_id,
    tickedAt: row.at === null ? null : date(row.at),
  }));
}

/** Whether a survey went to this home. */
export async function wasAsked(tx: Tx, _viewer: Viewer, { id, officeId }: Survey, homeId: string): Promise<boolean> {
  const rows = await tx.execute(
    sql`select 1 from survey_homes l where l.office_id = ${officeId} and l.survey_id = ${id} and l.home_id = ${homeId} and l.drawn`,
  );
  return rows.length > 0;
}

/** Counts in a home whose sheet came back. @returns false where it is counted already */
export async function insertTick(
  tx: Tx,
  viewer: Viewer,
  survey: Survey,
  tick: { id: string; homeId: string; at: Date; day: string },
): Promise<boolean> {
  const took =
    await tx.execute(sql`insert into participations (office_id, survey_id, home_id, answered_on) values (${survey.officeId}, ${survey.id}, ${tick.homeId}, ${tick.day})
    on conflict do nothing returning 1`);
  if (took.length === 0) return false;
  await tx.execute(sql`insert into survey_ticks (id, office_id, survey_id, home_id, by_id, at)
    values (${tick.id}, ${survey.officeId}, ${survey.id}, ${tick.homeId}, ${viewer.id}, ${tick.at.toISOString()})`);
  return true;
}

/** When this viewer ticked a home; null where it is not ticked, or by another. */
export async function ownTickOf(tx: Tx, viewer: Viewer, { id, officeId }: Survey, homeId: string): Promise<Date | null> {
  const [row] = await tx.execute<{ at: string }>(sql`select k.at from survey_ticks k
    where k.office_id = ${officeId} and k.survey_id = ${id} and k.home_id = ${homeId} and k.by_id = ${viewer.id} and k.taken_back_at is null`);
  return row ? date(row.at) : null;
}

/** Takes this viewer's tick of a home back, and with it that the home took part: only where it was this tick that said so. */
export async function takeTickBack(tx: Tx, viewer: Viewer, { id, officeId }: Survey, homeId: string, at: Date): Promise<void> {
  await tx.execute(sql`
    with gone as (update survey_ticks k set taken_back_at = ${at.toISOString()}
      where k.office_id = ${officeId} and k.survey_id = ${id} and k.home_id = ${homeId} and k.by_id = ${viewer.id} and k.taken_back_at is null returning k.survey_id, k.home_id)
    delete from participations p using gone where p.survey_id = gone.survey_id and p.home_id = gone.home_id`);
}

/** A sheet of whoever's home: what it says goes where every answer goes, and one more is counted for whoever typed it that day. */
export async function insertSheet(
  tx: Tx,
  viewer: Viewer,
  { id, officeId }: Survey,
  { answers, building, day }: { answers: Answers; building: number | null; day: string },
): Promise<void> {
  await tx.execute(
    sql`insert into survey_inbox (office_id, survey_id, building, body) values (${officeId}, ${id}, ${building}, ${JSON.stringify(answers)}::jsonb)`,
  );
  await tx.execute(sql`insert into survey_typings (office_id, survey_id, by_id, typed_on, sheets) values (${officeId}, ${id}, ${viewer.id}, ${day}, 1)
    on conflict (survey_id, by_id, typed_on) do update set sheets = survey_typings.sheets + 1`);
}

/** Keeps every household from answering a survey until this transaction ends. */
export async function holdAnswers(tx: Tx, _viewer: Viewer, id: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${id}, 20))`);
}

/** Every home of a draw, and which of them have answered. */
export async function readStanding(tx: Tx, _viewer: Viewer, { id, officeId }: Survey): Promise<(Standing & { label: string; answered: boolean })[]> {
  const rows = await tx.execute<{
    home_id: string;
    building: number;
    place: number;
    drawn: boolean;
    replaced: boolean;
    label: string;
    answered: boolean;
  }>(sql`
    select l.home_id, l.building, l.place, l.drawn, h.label, exists (select 1 from survey_replacements r where r.survey_id = l.survey_id and r.home_id = l.home_id) as replaced,
      exists (select 1 from participations p where p.survey_id = l.survey_id and p.home_id = l.home_id) as answered
    from survey_homes l join homes h on h.office_id = l.office_id and h.id = l.home_id where l.office_id = ${officeId} and l.survey_id = ${id}`);
  return rows.map(({ home_id, ...row }) => ({ homeId: home_id, ...row }));
}

/** One home is asked instead of another from now on (Z5). */
export async function insertReplacement(
  tx: Tx,
  viewer: Viewer,
  { id, officeId }: Survey,
  line: { homeId: string; insteadId: string; reason: ReplacedBecause; at: Date },
): Promise<void> {
  await tx.execute(sql`insert into survey_replacements (office_id, survey_id, home_id, instead_id, reason, by_id, at)
    values (${officeId}, ${id}, ${line.homeId}, ${line.insteadId}, ${line.reason}, ${viewer.id}, ${line.at.toISOString()})`);
  await tx.execute(sql`update survey_homes set drawn = (home_id = ${line.insteadId})
    where office_id = ${officeId} and survey_id = ${id} and home_id in (${line.homeId}, ${line.insteadId})`);
}

export interface Replacement {
  label: string;
  instead: string;
  reason: ReplacedBecause;
  at: Date;
  byName: string;
}

/** Which homes of a survey stand in for which, in the order it was done. */
export async function readReplacements(tx: Tx, _viewer: Viewer, { id, officeId }: Survey): Promise<Replacement[]> {
  const rows = await tx.execute<{ label: string; instead: string; reason: ReplacedBecause; at: string; by_name: string }>(sql`
    select h.label, i.label as instead, r.reason, r.at, p.name as by_name from survey_replacements r join homes h on h.office_id = r.office_id and h.id = r.home_id
      join homes i on i.office_id = r.office_id and i.id = r.instead_id join people p on p.id = r.by_id
    where r.office_id = ${officeId} and r.survey_id = ${id} order by r.at, r.home_id`);
  return rows.map(({ label, instead, reason, at, by_name }) => ({ label, instead, reason, at: date(at), byName: by_name }));
}
