import { sql } from 'drizzle-orm';
import type { Questionnaire } from '../../shared/surveys/questionnaires.ts';
import type { Tx } from '../connect.ts';
import { uuids } from './uuids.ts';
import type { System, Viewer } from './viewer.ts';

/** Keeps what a version of an estate's own questionnaire asks (S8). */
export async function insertQuestionnaire(
  tx: Tx,
  _viewer: Viewer,
  { officeId, approvalId, round, body }: { officeId: string; approvalId: string; round: number; body: Questionnaire },
): Promise<void> {
  await tx.execute(
    sql`insert into questionnaires (office_id, approval_id, round, body) values (${officeId}, ${approvalId}, ${round}, ${JSON.stringify(body)}::jsonb)`,
  );
}

/** What a version asks; null where there is none. Whoever may see what it belongs to may read it. */
export async function readQuestionnaire(tx: Tx, _viewer: Viewer | System, approvalId: string, round: number): Promise<Questionnaire | null> {
  const [row] = await tx.execute<{ body: Questionnaire }>(
    sql`select body from questionnaires where approval_id = ${approvalId} and round = ${round}`,
  );
  return row?.body ?? null;
}

/** The newest version of each of some questionnaires, by their approvals. */
export async function readNewestQuestionnaires(tx: Tx, _viewer: Viewer, approvals: readonly string[]): Promise<Map<string, Questionnaire>> {
  const rows = await tx.execute<{ id: string; body: Questionnaire }>(
    sql`select distinct on (approval_id) approval_id as id, body from questionnaires where approval_id = any(${uuids(approvals)}) order by approval_id, round desc`,
  );
  return new Map(rows.map(({ id, body }) => [id, body]));
}

/** Whether an estate has a survey of this name already; whoever opens one of the same name at this moment waits. */
export async function holdSurveyKey(tx: Tx, _viewer: Viewer, officeId: string, key: string): Promise<boolean> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`${officeId} ${key}`}, 21))`);
  const rows = await tx.execute(sql`select 1 from errands where office_id = ${officeId} and kind = 'survey' and key = ${key}`);
  return rows.length > 0;
}
