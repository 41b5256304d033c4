import { sql } from 'drizzle-orm';
import type { Got } from '../../shared/surveys/needs.ts';
import type { Tx } from '../connect.ts';
import type { Json } from './json.ts';
import { PAGE } from './page.ts';
import type { Viewer } from './viewer.ts';

/** A document the company answers needs by. */
export interface CompanyDocument {
  id: string;
  title: string;
  words: string;
  gets: Got[];
  at: Date;
  /** Whether it answers the year's needs; else a letter, and whose is told nobody. */
  ofSurvey: boolean;
}

/** Publishes a document to every colleague. */
export async function insertDocument(
  tx: Tx,
  _viewer: Viewer,
  errand: { id: string; officeId: string },
  { id, title, words, gets, at }: Pick<CompanyDocument, 'id' | 'title' | 'words' | 'at'> & { gets: readonly Got[] },
): Promise<void> {
  await tx.execute(sql`insert into company_documents (office_id, id, errand_id, title, words, gets, at)
    values (${errand.officeId}, ${id}, ${errand.id}, ${title}, ${words}, ${JSON.stringify(gets)}::jsonb, ${at.toISOString()})`);
}

const LINE = sql`select d.id, d.title, d.words, d.gets, d.at, t.kind = 'needs' as of_survey from company_documents d join errands t on t.office_id = d.office_id and t.id = d.errand_id`;

const fromRow = (row: Json): CompanyDocument => ({
  id: String(row.id),
  title: String(row.title),
  words: String(row.words),
  gets: row.gets as Got[],
  at: new Date(String(row.at)),
  ofSurvey: row.of_survey === true,
});

/** The company's documents, newest first, a page and one more, to whoever works here. */
export async function listDocuments(tx: Tx, viewer: Viewer, after: string | null): Promise<CompanyDocument[]> {
  const rows = await tx.execute<Json>(
    sql`${LINE} where ${viewer.appointments.length > 0} ${after ? sql`and d.id < ${after}` : sql``} order by d.id desc limit ${PAGE + 1}`,
  );
  return rows.map(fromRow);
}

/** The document something was answered by, that this viewer has before them; null where there is none yet. */
export async function readDocumentOf(tx: Tx, _viewer: Viewer, errandId: string): Promise<CompanyDocument | null> {
  const [row] = await tx.execute<Json>(sql`${LINE} where d.errand_id = ${errandId} limit 1`);
  return row ? fromRow(row) : null;
}
