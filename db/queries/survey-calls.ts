import { sql } from 'drizzle-orm';
import type { CallLine } from '../../shared/surveys/calls.ts';
import type { Tx } from '../connect.ts';
import { visibleErrands } from './errands.ts';
import type { Json } from './json.ts';
import type { Viewer } from './viewer.ts';

/** The homes a survey's draw put in order, with whether they have answered and when nobody picked up; none where this viewer may not see the survey. */
export async function readCallLines(tx: Tx, viewer: Viewer, id: string): Promise<CallLine[]> {
  const rows = await tx.execute<Json>(sql`
    select l.home_id, h.label, l.building, l.place, l.drawn,
      exists (select 1 from participations p where p.survey_id = l.survey_id and p.home_id = l.home_id) as answered,
      (select coalesce(json_agg(y.at order by y.at), '[]'::json) from survey_tries y where y.survey_id = l.survey_id and y.home_id = l.home_id) as tries
    from survey_homes l join homes h on h.office_id = l.office_id and h.id = l.home_id
    where l.survey_id = ${id} and exists (select 1 from errands t where t.id = l.survey_id and t.office_id = l.office_id and ${visibleErrands(viewer)})
    order by l.building, l.place`);
  return rows.map((row) => ({
    homeId: String(row.home_id),
    label: String(row.label),
    building: Number(row.building),
    place: Number(row.place),
    drawn: row.drawn === true,
    answered: row.answered === true,
    tries: (row.tries as string[]).map((at) => new Date(at)),
  }));
}

/** Writes that nobody picked up (Z13). Twice at the same instant is once. */
export async function insertSurveyTry(tx: Tx, viewer: Viewer, line: { officeId: string; surveyId: string; homeId: string; at: Date }): Promise<void> {
  await tx.execute(sql`insert into survey_tries (office_id, survey_id, home_id, by_id, at)
    values (${line.officeId}, ${line.surveyId}, ${line.homeId}, ${viewer.id}, ${line.at.toISOString()}) on conflict do nothing`);
}
