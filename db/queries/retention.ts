import { type SQL, sql } from 'drizzle-orm';
import type { Kept } from '../../shared/retention/retention.ts';
import { WORDS_CODES } from '../../shared/surveys/questionnaires.ts';
import type { Tx } from '../connect.ts';
import { contextFrom, type OfficeContext, settingsOf } from './ticket-files.ts';
import { uuids } from './uuids.ts';
import type { System } from './viewer.ts';

/** What a removal took: how many rows, and which files they pointed at. */
export interface Taken {
  rows: number;
  files: string[];
}

/** An office to be tidied by a rule; people are the company's, so theirs asks of every office until when it is removed. */
export interface Tidying {
  officeId: string;
  isHeadOffice: boolean;
  everywhere: readonly { officeId: string; until: Date }[];
}

/** Every office with its figures, the head office first; nobody of it hears of a removal. */
export async function readOfficesToTidy(tx: Tx, _system: System): Promise<(OfficeContext & { isHeadOffice: boolean; name: string })[]> {
  const rows = await tx.execute<Record<string, unknown>>(sql`
    select o.id as office_id, o.name, o.kind, o.letters, o.opens_at_minute, o.closes_at_minute, '[]'::json as staff, ${settingsOf(sql`o.id`)} as settings
    from offices o order by o.kind desc, o.letters`);
  return rows.map((row) => ({ ...contextFrom(row), isHeadOffice: row.kind === 'head_office', name: String(row.name) }));
}

/** Tickets of an office that are done with, owe nothing, and of which nobody has spoken since. */
const quiet = (officeId: string, until: string): SQL => sql`
  select t.id from tickets t where t.office_id = ${officeId} and t.status in ('closed', 'cancelled') and t.next_due_by is null and t.received_at < ${until}
    and not exists (select 1 from contacts n where n.office_id = t.office_id and n.ticket_id = t.id and n.at >= ${until})`;

/** Letters of an office that are answered, filed or taken back, owe nothing, and to which nothing has happened since; one about a ticket, once that is quiet too. */
const quietLetters = (officeId: string, until: string): SQL => sql`
  select e.id from errands e where e.office_id = ${officeId} and e.status in ('closed', 'withdrawn') and e.next_due_by is null
    and (e.ticket_id is null or e.ticket_id in (${quiet(officeId, until)}))
    and not exists (select 1 from events n where n.office_id = e.office_id and n.subject = e.id and n.at >= ${until})`;

/** First lines of entries that nobody has written on since; laws and standards hold on. */
const quietEntries = (officeId: string, until: string): SQL => sql`
  select x.id from exchanges x where x.office_id = ${officeId} and x.version = 1 and x.kind not in ('law', 'standard')
    and not exists (select 1 from exchanges n where n.office_id = x.office_id and n.entry_id = x.entry_id and n.at >= ${until})`;

/**
 * Whoever has lived and worked nowhere here since, each office by its own figure, and of whom no open or recent ticket speaks; who only ever called,
 * once their last matter is kept long enough.
 */
function forgotten(everywhere: Tidying['everywhere']): SQL {
  const offices = `{${everywhere.map((one) => one.officeId).join(',')}}`;
  const untils = `{${everywhere.map((one) => one.until.toISOString()).join(',')}}`;
  const since = (office: SQL) =>
    sql`(select k.until_at from unnest(${offices}::uuid[], ${untils}::timestamptz[]) k (office_id, until_at) where k.office_id = ${office})`;
  return sql`
  select p.id from people p where p.name <> ''
    and not exists (select 1 from residences r where r.person_id = p.id and (r.until_at is null or r.until_at >= ${since(sql`r.office_id`)}))
    and not exists (select 1 from appointments a where a.person_id = p.id and (a.until_at is null or a.until_at >= ${since(sql`a.office_id`)}))
    and (exists (select 1 from residences r where r.person_id = p.id) or exists (select 1 from appointments a where a.person_id = p.id)
      or (exists (select 1 from tickets t where t.reporter_id = p.id) and not exists (
        select 1 from tickets t join contacts c on c.office_id = t.office_id and c.ticket_id = t.id where t.reporter_id = p.id and c.at >= ${since(sql`t.office_id`)})))
    and not exists (select 1 from tickets t where t.reporter_id = p.id and (t.status not in ('closed', 'cancelled') or t.next_due_by is not null))
    and not exists (select 1 from contacts c where c.author_id = p.id and c.at >= ${since(sql`c.office_id`)})`;
}

/** Voice notes and photos lie in one table, and go by rows of their own. */
const isVoice = (yes: boolean): SQL => (yes ? sql`purpose = 'voice'` : sql`purpose <> 'voice'`);

/** Which tables a kind empties: the first is the one its rows are counted in. Every other table has its reason to stay (`STAYS`). */
export const EMPTIED_BY: Record<Kept, readonly [string, ...string[]]> = {
  words: ['contacts', 'search_terms'],
  photos: ['photos'],
  voices: ['photos'],
  unfinished_photos: ['photos'],
  unsaid_voices: ['photos'],
  reveals: ['reveals'],
  exports: ['exports'],
  people: ['people'],
  bindings: ['binding_requests'],
  invitations: ['invitations'],
  family_invitations: ['family_invitations'],
  households: ['household_changes'],
  wechats: ['wechat_accounts'],
  inbox: ['inbox'],
  outbox: ['outbox'],
  keys: ['idempotency_keys'],
  deliveries: ['deliveries'],
  consents: ['consents'],
  quotes: ['quote_lines'],
  spendings: ['spending_lines'],
  limits: ['limit_uses'],
  ratings: ['ratings'],
  checks: ['checks'],
  presences: ['presences'],
  replies: ['canned_replies'],
  guides: ['guide_versions'],
  publications: ['publication_versions'],
  drafts: ['approval_versions'],
  verdicts: ['approval_decisions'],
  exchanges: ['exchanges'],
  surveys: ['survey_answers'],
  letters: ['open_letter_lines'],
  mailbox: ['mailbox_words'],
};

/** What of an answered survey was written in words, by the codes of its questions. */
const WORDS = sql`${`{${WORDS_CODES.join(',')}}`}::text[]`;

/** What is emptied of a person who is forgotten: by rule, or because they ask (Z10). */
export const FORGOTTEN = sql`name = '', phone_cipher = null, phone_index = null, phone_last4 = null`;

/** Whether a person's id in SQL is one who was forgotten. */
const isForgotten = (who: SQL): SQL => sql`${who} in (select id from people where name = '')`;

/** What is emptied where history points at the row; every other row goes as a whole. */
const EMPTIED: Partial<Record<Kept, SQL>> = {
  people: FORGOTTEN,
  households: sql`words = ''`,
  quotes: sql`label = ''`,
  spendings: sql`label = ''`,
  publications: sql`work = '', place = '', done_by = '', effect = '', why = ''`,
  drafts: sql`words = ''`,
  verdicts: sql`words = ''`,
  mailbox: sql`body = ''`,
  exchanges: sql`source = '', title = '', words = '', outcome = ''`,
  surveys: sql`body = body - ${WORDS}`,
  letters: sql`words = ''`,
};

/** The rows of a kind in an office that were kept long enough; null where the kind is the head office's alone and this is an estate. */
function due(what: Kept, office: Tidying, until: string): { table: string; where: SQL } | null {
  const where = dueRows(what, office, until);
  return where && { table: EMPTIED_BY[what][0], where };
}

function dueRows(what: Kept, { officeId, isHeadOffice, everywhere }: Tidying, until: string): SQL | null {
  const here = sql`office_id = ${officeId}`;
  const ofQuiet = sql`${here} and ticket_id in (${quiet(officeId, until)})`;
  switch (what) {
    case 'words':
      return sql`${here} and (body <> '' or place <> '' or outcome is not null) and (ticket_id in (${quiet(officeId, until)}) or (ticket_id is null and at < ${until}))`;
    case 'photos':
      return sql`${here} and ${isVoice(false)} and finalised_at < ${until} and (ticket_id in (${quiet(officeId, until)})
        or errand_id in (${quietLetters(officeId, until)}) or exchange_id in (${quietEntries(officeId, until)}))`;
    case 'voices':
      return sql`${here} and ${isVoice(true)} and finalised_at < ${until} and ticket_id in (${quiet(officeId, until)})`;
    case 'unfinished_photos':
      return sql`${here} and ${isVoice(false)} and (finalised_at is null or (purpose = 'message' and contact_id is null)) and created_at < ${until}`;
    case 'unsaid_voices':
      return sql`${here} and ${isVoice(true)} and (finalised_at is null or contact_id is null) and created_at < ${until}`;
    case 'reveals':
      return sql`${here} and at < ${until}`;
    case 'exports':
      return sql`${here} and at < ${until}`;
    case 'people':
      return isHeadOffice ? sql`id in (${forgotten(everywhere)})` : null;
    case 'bindings':
      return sql`${here} and (asked_at < ${until} or ${isForgotten(sql`person_id`)})`;
    case 'invitations':
      return sql`${here} and issued_at < ${until}`;
    case 'family_invitations':
      return sql`${here} and (issued_at < ${until} or ${isForgotten(sql`used_by_id`)} or ${isForgotten(sql`issued_by_id`)})`;
    case 'households':
      return sql`${here} and words <> '' and at < ${until}`;
    case 'wechats':
      return isHeadOffice ? sql`(unbound_at < ${until} or ${isForgotten(sql`person_id`)})` : null;
    case 'inbox':
      return sql`${here} and at < ${until}`;
    case 'outbox':
      return sql`${here} and done_at < ${until}`;
    case 'keys':
      return sql`${here} and at < ${until}`;
    case 'deliveries':
      return sql`${here} and tried_at < ${until}`;
    case 'consents':
      return isHeadOffice ? sql`at < ${until}` : null;
    case 'quotes':
      return sql`${here} and label <> '' and quote_id in (select q.id from quotes q where q.office_id = ${officeId} and q.ticket_id in (${quiet(officeId, until)}))`;
    case 'spendings':
      return sql`${here} and label <> '' and spending_id in (select s.id from spendings s where s.office_id = ${officeId} and s.ticket_id in (${quiet(officeId, until)}))`;
    case 'limits':
      return isHeadOffice ? sql`window_from < ${until}` : null;
    case 'ratings':
      return ofQuiet;
    case 'checks':
      // What was said of a picture goes with the picture.
      return sql`${ofQuiet} and contact_id is not null`;
    case 'presences':
      return sql`${here} and at < ${until}`;
    default:
      return dueWritings(what, officeId, until);
  }
}

/** What colleagues wrote that another version has taken the place of, or that is over: the line that still holds is none of it. */
function dueWritings(
  what: 'replies' | 'guides' | 'publications' | 'drafts' | 'verdicts' | 'exchanges' | 'surveys' | 'letters' | 'mailbox',
  officeId: string,
  until: string,
): SQL {
  const here = sql`office_id = ${officeId}`;
  switch (what) {
    case 'replies':
      // A withdrawal goes last, or what it withdrew would hold again.
      return sql`${here} and (
        exists (select 1 from canned_replies n where n.office_id = canned_replies.office_id and n.reply_id = canned_replies.reply_id and n.id > canned_replies.id and n.from_at < ${until})
        or (withdrawn and from_at < ${until} and not exists (
          select 1 from canned_replies o where o.office_id = canned_replies.office_id and o.reply_id = canned_replies.reply_id and o.id < canned_replies.id)))`;
    case 'guides':
      return sql`${here} and (
        exists (select 1 from guide_versions n where n.office_id = guide_versions.office_id and n.entry_id = guide_versions.entry_id
          and n.version > guide_versions.version and n.at < ${until})
        or (withdrawn and at < ${until} and not exists (
          select 1 from guide_versions o where o.office_id = guide_versions.office_id and o.entry_id = guide_versions.entry_id and o.version < guide_versions.version)))`;
    case 'publications':
      return sql`${here} and work <> '' and publication_id::text in (${overNotices(officeId, until)})`;
    case 'drafts':
      return sql`${here} and words <> '' and (
        exists (select 1 from approval_versions n where n.office_id = approval_versions.office_id and n.approval_id = approval_versions.approval_id
          and n.round > approval_versions.round and n.at < ${until})
        or approval_id in (select a.id from approvals a where a.office_id = ${officeId} and (a.name in (${overNotices(officeId, until)}) or (a.document = 'open_letter' and a.submitted_at < ${until}))))`;
    case 'verdicts':
      return sql`${here} and words <> '' and at < ${until}`;
    case 'surveys':
      return sql`${here} and body ?| ${WORDS} and survey_id in (
        select t.id from errands t where t.office_id = ${officeId} and t.kind in ('survey', 'needs') and (t.happened->>'collected')::timestamptz < ${until})`;
    case 'mailbox':
      return sql`${here} and body <> '' and errand_id in (${quietLetters(officeId, until)})`;
    case 'letters':
      return sql`${here} and words <> '' and at < ${until}`;
    case 'exchanges':
      // Laws and standards are public, and hold on.
      return sql`${here} and words <> '' and kind not in ('law', 'standard') and not exists (
        select 1 from exchanges n where n.office_id = exchanges.office_id and n.entry_id = exchanges.entry_id and n.at >= ${until})`;
  }
}

/** Notices of an office of which no version speaks of a time since, by the name their approval has. */
const overNotices = (officeId: string, until: string): SQL => sql`
  select v.publication_id::text from publication_versions v where v.office_id = ${officeId} group by v.publication_id having max(greatest(v.until_at, v.at)) < ${until}`;

/** How many rows a removal would take. */
export async function countDue(tx: Tx, _system: System, what: Kept, office: Tidying, until: Date): Promise<number> {
  const found = due(what, office, until.toISOString());
  if (!found) return 0;
  const [row] = await tx.execute<{ n: number }>(sql`select count(*)::int as n from ${sql.identifier(found.table)} where ${found.where}`);
  return row?.n ?? 0;
}

/** Takes away up to `limit` of them: words and names are emptied where history points at them, everything else goes. */
export async function removeDue(tx: Tx, _system: System, what: Kept, office: Tidying, until: Date, limit: number): Promise<Taken> {
  const found = due(what, office, until.toISOString());
  if (!found) return { rows: 0, files: [] };
  const table = sql.identifier(found.table);
  const some = sql`ctid = any(array(select ctid from ${table} where ${found.where} limit ${limit}))`;
  if (what === 'words') {
    const said = await tx.execute<{ ticket_id: string | null }>(
      sql`update contacts set body = '', place = '', outcome = null where ${some} returning ticket_id`,
    );
    const tickets = [...new Set(said.map((row) => row.ticket_id).filter((id): id is string => id !== null))];
    // A number stays findable; what was said and where is not.
    await tx.execute(
      sql`delete from search_terms where office_id = ${office.officeId} and ticket_id = any(${uuids(tickets)}) and term not like '#%'`,
    );
    return { rows: said.length, files: [] };
  }
  const emptied = EMPTIED[what];
  if (emptied) {
    const gone = await tx.execute(sql`update ${table} set ${emptied} where ${some} returning 1`);
    return { rows: gone.length, files: [] };
  }
  if (found.table === 'photos') {
    const gone = await tx.execute<{ storage_key: string }>(sql`delete from photos where ${some} returning storage_key`);
    return { rows: gone.length, files: gone.map((row) => row.storage_key) };
  }
  const gone = await tx.execute(sql`delete from ${table} where ${some} returning 1`);
  return { rows: gone.length, files: [] };
}

/** A removal that does not stand yet. */
export interface NewRemoval {
  id: string;
  officeId: string;
  keptUntil: Date;
  files: readonly string[];
}

/** Keeps what was removed, as `record` says it. */
export async function insertRemoval(tx: Tx, removal: NewRemoval, state: { what: Kept; rows: number }, version: number, at: Date): Promise<void> {
  await tx.execute(sql`insert into removals (id, office_id, what, rows, kept_until, at, version)
    values (${removal.id}, ${removal.officeId}, ${state.what}, ${state.rows}, ${removal.keptUntil.toISOString()}, ${at.toISOString()}, ${version})`);
}
