import { sql } from 'drizzle-orm';
import type { Tx } from '../connect.ts';
import { uuids } from './uuids.ts';
import type { Viewer } from './viewer.ts';
import { visibleTickets } from './visible.ts';

/** One home of one survey. */
interface OfHome {
  surveyId: string;
  homeId: string;
}

/** Whoever asks for contact from the same home after the same survey waits here, until this transaction ends. */
export async function holdContact(tx: Tx, _viewer: Viewer, { surveyId, homeId }: OfHome): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`${surveyId}/${homeId}`}, 22))`);
}

/** What homes asked for after surveys and is not settled, as far as this viewer may see it: what a housemate keeps to themselves is not told. */
export async function readOpenContacts(tx: Tx, viewer: Viewer, asked: readonly OfHome[]): Promise<(OfHome & { ticketId: string })[]> {
  if (asked.length === 0) return [];
  const rows = await tx.execute<{ survey: string; home: string; id: string }>(sql`
    select t.facts #>> '{fromSurvey,id}' as survey, t.home_id as home, t.id from tickets t
    where t.home_id = any(${uuids(asked.map(({ homeId }) => homeId))}) and (t.facts #>> '{fromSurvey,id}') is not null
      and (t.facts #>> '{fromSurvey,id}')::uuid = any(${uuids(asked.map(({ surveyId }) => surveyId))})
      and t.status not in ('closed', 'cancelled') and (${visibleTickets(viewer)}) order by t.id desc`);
  return rows.map(({ survey, home, id }) => ({ surveyId: survey, homeId: home, ticketId: id }));
}

/** How many households said something in words (Z4). @param codes of the questions that are answered so */
export async function countWords(tx: Tx, _viewer: Viewer, id: string, codes: readonly string[]): Promise<number> {
  const [row] = await tx.execute<{ n: number }>(
    sql`select count(*)::int as n from survey_answers where survey_id = ${id} and body ?| ${`{${codes.join(',')}}`}::text[]`,
  );
  return row?.n ?? 0;
}
