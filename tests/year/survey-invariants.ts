import { sql } from 'drizzle-orm';
import type { Database } from '../../db/connect.ts';
import { rowsOf, type Wrong } from './wrong.ts';
import type { Year } from './year.ts';

/** S1, S3: of every home that was told it is counted one answer is counted, none of another, and a survey that is over says how many there are. */
export async function answersLost({ acknowledged }: Year, db: Database): Promise<Wrong[]> {
  const took = await rowsOf(db, sql`select survey_id, home_id from participations`);
  const kept = await rowsOf(
    db,
    sql`select survey_id, body->>'words' as words from survey_answers union all select survey_id, body->>'words' from survey_inbox`,
  );
  const surveys = await rowsOf(
    db,
    sql`select e.id, e.status, (e.facts->>'returned')::int as returned, (e.facts->>'issued')::int as issued, coalesce((e.facts->>'tooLate')::int, 0) as too_late,
      (select count(*)::int from participations p where p.survey_id = e.id) as homes, (select count(*)::int from survey_inbox i where i.survey_id = e.id) as waiting,
      (select count(*)::int from survey_ticks k where k.survey_id = e.id and k.taken_back_at is null) - (select coalesce(sum(y.sheets), 0)::int from survey_typings y where y.survey_id = e.id) as untyped,
      (select count(*)::int from survey_homes h where h.survey_id = e.id and h.drawn) as drawn from errands e where e.kind = 'survey'`,
  );
  const counted = new Set(took.map((row) => `${row.survey_id} ${row.home_id}`));
  const said = new Set(kept.map((row) => String(row.words)));
  const about = surveys.flatMap(({ id, status, returned, issued, homes, waiting, drawn, untyped, too_late }): [boolean, string][] => [
    [
      status === 'returned' || status === 'closed' ? returned !== homes || waiting !== 0 : false,
      `${id} says ${returned} and has ${homes}, ${waiting} still in the inbox`,
    ],
    [issued !== null && issued !== drawn, `${id} went to ${issued} and ${drawn} were drawn`],
    // Of a sheet that was ticked the answer is there once it is typed, unless it came so late that it would be told apart.
    [Number(homes) - Number(untyped) - Number(too_late) !== kept.filter((row) => row.survey_id === id).length, `${id} has not an answer a home`],
  ]);
  return [
    ...[...acknowledged.answered].filter((one) => !counted.has(one)).map((one) => `${one} was told it is counted, and is not`),
    ...(counted.size === acknowledged.answered.size ? [] : [`${counted.size} homes are counted, ${acknowledged.answered.size} were told so`]),
    ...acknowledged.answers.filter(({ words }) => !said.has(words)).map(({ words }) => `nobody kept ${words}`),
    ...about.flatMap(([isWrong, what]) => (isWrong ? [what] : [])),
  ].map((what) => ({ ticketId: null, what }));
}
