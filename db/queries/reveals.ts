import { type SQL, sql } from 'drizzle-orm';
import type { LookReason } from '../../shared/tickets/reveals.ts';
import type { Tx } from '../connect.ts';
import { visibleErrands } from './errands.ts';
import { PAGE } from './page.ts';
import { uuids } from './uuids.ts';
import { directedOffices, overseesCompany, type Viewer } from './viewer.ts';
import { visibleTickets } from './visible.ts';

/** A reporter with the number still sealed; null cipher where none is registered. */
export interface SealedNumber {
  personId: string;
  name: string;
  cipher: string | null;
}

/** The reporter of a ticket this viewer may see, held until the transaction ends, so that two taps at once are one look. */
export async function holdReportersNumber(tx: Tx, viewer: Viewer, ticketId: string): Promise<SealedNumber | null> {
  const [row] = await tx.execute<{ id: string; name: string; phone_cipher: string | null }>(sql`
    select p.id, p.name, p.phone_cipher from tickets t join people p on p.id = t.reporter_id
    where t.id = ${ticketId} and ${visibleTickets(viewer)} for no key update of p`);
  return row ? { personId: row.id, name: row.name, cipher: row.phone_cipher } : null;
}

/** Who lives in a home a survey went to and has a number, owners first; held as above. None where this viewer may not see the survey. */
export async function holdNumbersOfHome(
  tx: Tx,
  viewer: Viewer,
  { surveyId, homeId }: { surveyId: string; homeId: string },
  now: Date,
): Promise<SealedNumber[]> {
  const rows = await tx.execute<{ id: string; name: string; phone_cipher: string }>(sql`
    select p.id, p.name, p.phone_cipher from survey_homes l join errands t on t.id = l.survey_id and t.office_id = l.office_id
      join residences r on r.office_id = l.office_id and r.home_id = l.home_id and r.from_at <= ${now.toISOString()} and (r.until_at is null or r.until_at > ${now.toISOString()})
      join people p on p.id = r.person_id and p.phone_cipher is not null and p.id <> ${viewer.id}
    where l.survey_id = ${surveyId} and l.home_id = ${homeId} and ${visibleErrands(viewer)}
    order by r."as" = 'owner' desc, r.from_at, p.id for no key update of p`);
  return rows.map((row) => ({ personId: row.id, name: row.name, cipher: row.phone_cipher }));
}

/** What a look was for: a ticket, a home a survey is asked of by phone, or a home's register. */
export type LookedFor = { ticketId: string } | { surveyId: string; homeId: string } | { homeId: string };

export interface Look {
  id: string;
  officeId: string;
  of: LookedFor;
  whose: string;
  reason: LookReason;
  words: string | null;
  at: Date;
}

/** Writes that this viewer looked, unless the same look already stands since `since`. */
export async function insertReveal(tx: Tx, viewer: Viewer, look: Look, since: Date): Promise<void> {
  const { ticketId = null, surveyId = null, homeId = null } = look.of as { ticketId?: string; surveyId?: string; homeId?: string };
  const same = ticketId ? sql`r.ticket_id = ${ticketId}` : sql`r.survey_id is not distinct from ${surveyId}::uuid and r.home_id = ${homeId}`;
  await tx.execute(sql`
    insert into reveals (id, office_id, ticket_id, survey_id, home_id, whose_id, by_id, reason, words, at)
    select ${look.id}, ${look.officeId}, ${ticketId}::uuid, ${surveyId}::uuid, ${homeId}::uuid, ${look.whose}, ${viewer.id}, ${look.reason}, ${look.words}, ${look.at.toISOString()}
    where not exists (select 1 from reveals r where r.office_id = ${look.officeId} and ${same}
      and r.whose_id = ${look.whose} and r.by_id = ${viewer.id} and r.reason = ${look.reason} and r.words is not distinct from ${look.words} and r.at > ${since.toISOString()})`);
}

export interface RevealRow {
  id: string;
  at: Date;
  reason: LookReason;
  words: string | null;
  byName: string;
  byRole: string | null;
  byDepartment: string | null;
  whoseName: string;
  ticketId: string | null;
  ticketNumber: string | null;
  /** What the survey a home was called for holds; null where the look was for a ticket. */
  survey: Record<string, unknown> | null;
  /** The home whose register it was for. */
  home: string | null;
  officeName: string;
}

async function readLooks(tx: Tx, scope: SQL, after: string | null): Promise<RevealRow[]> {
  const rows = await tx.execute<Record<string, unknown>>(sql`
    select r.id, r.at, r.reason, r.words, r.ticket_id, t.number, e.facts as survey, case when r.survey_id is null then h.label end as home, o.name as office_name, pb.name as by_name, pw.name as whose_name,
      post.role as by_role, post.department as by_department
    from reveals r left join tickets t on t.office_id = r.office_id and t.id = r.ticket_id
      left join errands e on e.office_id = r.office_id and e.id = r.survey_id left join homes h on h.office_id = r.office_id and h.id = r.home_id join offices o on o.id = r.office_id
    join people pb on pb.id = r.by_id join people pw on pw.id = r.whose_id
    left join lateral (
      select a.role, a.department from appointments a where a.person_id = r.by_id and a.from_at <= r.at and (a.until_at is null or a.until_at > r.at)
      order by (a.office_id = r.office_id) desc, a.from_at limit 1) post on true
    where ${scope} ${after ? sql`and r.id < ${after}` : sql``} order by r.id desc limit ${PAGE + 1}`);
  return rows.map((row) => ({
    id: String(row.id),
    at: new Date(String(row.at)),
    reason: row.reason as LookReason,
    words: (row.words as string | null) ?? null,
    byName: String(row.by_name),
    byRole: (row.by_role as string | null) ?? null,
    byDepartment: (row.by_department as string | null) ?? null,
    whoseName: String(row.whose_name),
    ticketId: (row.ticket_id as string | null) ?? null,
    ticketNumber: (row.number as string | null) ?? null,
    survey: (row.survey as Record<string, unknown> | null) ?? null,
    home: (row.home as string | null) ?? null,
    officeName: String(row.office_name),
  }));
}

/** Who looked at residents' numbers, newest first: the director's own estates, all for the company; null where it is nobody's business. */
export async function readReveals(tx: Tx, viewer: Viewer, after: string | null): Promise<RevealRow[] | null> {
  const seen = sql`(r.ticket_id is null or ${visibleTickets(viewer)})`;
  if (overseesCompany(viewer)) return readLooks(tx, seen, after);
  const offices = directedOffices(viewer);
  if (offices.length === 0) return null;
  return readLooks(tx, sql`r.office_id = any(${uuids(offices)}) and ${seen}`, after);
}

/** Who looked at this viewer's own number, newest first. */
export function readOwnReveals(tx: Tx, viewer: Viewer, after: string | null): Promise<RevealRow[]> {
  return readLooks(tx, sql`r.whose_id = ${viewer.id}`, after);
}
