import { sql } from 'drizzle-orm';
import type { Tx } from '../connect.ts';
import type { Viewer } from './viewer.ts';

/** The code WeChat drew for a survey, as it is shown; null where it has not been asked for yet. */
export async function readSurveyCode(tx: Tx, _viewer: Viewer, { id, officeId }: { id: string; officeId: string }): Promise<string | null> {
  const [row] = await tx.execute<{ picture: string }>(sql`select picture from survey_codes where office_id = ${officeId} and survey_id = ${id}`);
  return row?.picture ?? null;
}

/** Keeps the code of a survey. Asked twice at once, the first one stays. */
export async function insertSurveyCode(tx: Tx, _viewer: Viewer, code: { id: string; officeId: string; picture: string; at: Date }): Promise<void> {
  await tx.execute(sql`insert into survey_codes (office_id, survey_id, picture, at)
    values (${code.officeId}, ${code.id}, ${code.picture}, ${code.at.toISOString()}) on conflict do nothing`);
}
