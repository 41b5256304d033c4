import { type SQL, sql } from 'drizzle-orm';
import type { ErrandState } from '../../shared/errands/errand.ts';
import type { Tx } from '../connect.ts';
import { errandStateFrom, visibleErrands } from './errands.ts';
import type { Json } from './json.ts';
import { PAGE } from './page.ts';
import { contextFrom, type OfficeContext, settingsOf, staffOf } from './ticket-files.ts';
import type { Viewer } from './viewer.ts';

/** The head office, to which whoever works in the company writes; null where they work nowhere. */
export async function readCompanyToWriteTo(tx: Tx, viewer: Viewer, now: Date): Promise<OfficeContext | null> {
  const [row] = await tx.execute<Json>(sql`
    select o.id as office_id, o.letters, o.opens_at_minute, o.closes_at_minute, ${staffOf(sql`o.id`, now.toISOString())} as staff, ${settingsOf(sql`o.id`)} as settings
    from offices o where o.kind = 'head_office' and ${viewer.appointments.length > 0} order by o.letters limit 1`);
  return row ? contextFrom(row) : null;
}

/** Whether a letter without a name of this key lies there already; whoever sends the same at this moment waits. */
export async function holdLetterKey(tx: Tx, _viewer: Viewer, officeId: string, key: string): Promise<boolean> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`${officeId} ${key}`}, 22))`);
  const rows = await tx.execute(sql`select 1 from errands where office_id = ${officeId} and kind = 'mailbox' and key = ${key}`);
  return rows.length > 0;
}

/** Keeps what a letter says, what was agreed when they spoke, or why they speak on another day. @param movedTo that day */
export async function insertMailboxWords(
  tx: Tx,
  _viewer: Viewer,
  letter: { id: string; officeId: string },
  body: string,
  movedTo: string | null = null,
): Promise<void> {
  await tx.execute(sql`insert into mailbox_words (office_id, errand_id, nth, body, moved_to)
    select ${letter.officeId}, ${letter.id}, (select count(*)::int from mailbox_words w where w.errand_id = ${letter.id}), ${body}, ${movedTo}::date`);
}

/** What is written of a letter at hand: what it says, what was agreed each time they spoke, and why their day was moved. */
export async function readMailboxWords(tx: Tx, _viewer: Viewer, id: string) {
  const [letter, ...others] = await tx.execute<{ body: string; to: string | null }>(
    sql`select body, moved_to::text as to from mailbox_words where errand_id = ${id} order by nth`,
  );
  return {
    words: letter?.body ?? '',
    agreed: others.filter(({ to }) => to === null).map(({ body }) => body),
    moves: others.flatMap(({ to, body }) => (to === null ? [] : [{ to, why: body }])),
  };
}

/** A letter in a list. */
export interface MailboxLine {
  id: string;
  state: ErrandState;
  /** Of one that was signed. */
  writerName: string | null;
  words: string;
  /** What it was answered by: a document's title, or what was agreed. */
  answer: string | null;
  dueBy: Date | null;
}

/** Letters this viewer may read, newest first, a page and one more. @param which their own, or all that lie before the general manager */
export async function listLetters(tx: Tx, viewer: Viewer, { which, after }: { which: 'mine' | 'all'; after: string | null }): Promise<MailboxLine[]> {
  const own: SQL = which === 'mine' ? sql`and t.giver_id = ${viewer.id} and t.facts->>'signed' = 'true'` : sql``;
  const rows = await tx.execute<Json>(sql`
    select t.*, case when t.facts->>'signed' = 'true' then g.name end as writer_name,
      (select w.body from mailbox_words w where w.errand_id = t.id and w.nth = 0) as words,
      coalesce((select d.title from company_documents d where d.errand_id = t.id limit 1), (select w.body from mailbox_words w where w.errand_id = t.id and w.nth > 0 and w.moved_to is null order by w.nth desc limit 1)) as answer
    from errands t join people g on g.id = t.giver_id
    where t.kind = 'mailbox' and ${visibleErrands(viewer)} ${own} ${after ? sql`and t.id < ${after}` : sql``} order by t.id desc limit ${PAGE + 1}`);
  return rows.map((row) => ({
    id: String(row.id),
    state: errandStateFrom(row),
    writerName: (row.writer_name as string | null) ?? null,
    words: String(row.words ?? ''),
    answer: (row.answer as string | null) ?? null,
    dueBy: row.next_due_by ? new Date(String(row.next_due_by)) : null,
  }));
}

/** A badge counts no further. */
const COUNTED = 100;

/** How many letters wait for this viewer: before the general manager those not answered, before a writer those they are asked about. */
export async function countLetters(tx: Tx, viewer: Viewer, isGeneralManager: boolean): Promise<number> {
  const waits = isGeneralManager
    ? sql`(t.status in ('given', 'taken') or (t.status = 'returned' and t.giver_id = ${viewer.id}))`
    : sql`t.status = 'returned'`;
  const [row] = await tx.execute<{ n: number }>(
    sql`select count(*)::int as n from (select 1 from errands t where t.kind = 'mailbox' and ${waits} and ${visibleErrands(viewer)} limit ${COUNTED}) one`,
  );
  return row?.n ?? 0;
}

/** A year's survey of colleagues' needs, as the register holds it. */
export interface NeedsLine {
  id: string;
  state: ErrandState;
  document: string | null;
}

/** The surveys of colleagues' needs this viewer may see, newest first. */
export async function listNeeds(tx: Tx, viewer: Viewer): Promise<NeedsLine[]> {
  const rows = await tx.execute<Json>(sql`
    select t.*, (select d.title from company_documents d where d.errand_id = t.id limit 1) as document from errands t
    where t.kind = 'needs' and ${visibleErrands(viewer)} order by t.id desc limit ${PAGE}`);
  return rows.map((row) => ({ id: String(row.id), state: errandStateFrom(row), document: (row.document as string | null) ?? null }));
}
