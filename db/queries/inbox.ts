import { sql } from 'drizzle-orm';
import { HELD_PLACE } from '../../shared/content/checks.ts';
import { publicPlace } from '../../shared/tickets/followers.ts';
import type { TicketEventName, TicketKind } from '../../shared/tickets/ticket.ts';
import type { Tx } from '../connect.ts';
import { visibleErrands } from './errands.ts';
import { hiddenWords } from './held.ts';
import { PAGE } from './page.ts';
import { visiblePublications } from './publications.ts';
import { type PraisedLine, praiseOf, praises } from './remarks.ts';
import { uuids } from './uuids.ts';
import { homesNow, overseenOffices, overseesCompany, type Viewer } from './viewer.ts';
import { visibleTickets } from './visible.ts';

/** Nobody's badge shows more than 99+. */
const UNREAD_STOPS_AT = 100;

export interface InboxRow {
  id: string;
  at: Date;
  did: TicketEventName;
  facts: Record<string, unknown>;
  ticketId: string | null;
  ticketNumber: string | null;
  ticketKind: TicketKind;
  category: string | null;
  where: string;
  urgent: boolean;
  read: boolean;
  /** The document's name, where the line is about one and not about a ticket. */
  approval: string | null;
  /** What kind of document it is about. */
  document: string | null;
  /** What was told to many, where the line is about that. */
  publicationId: string | null;
  /** The company's bulletin, where the line is about one (C7). */
  bulletinId: string | null;
  /** What colleagues owe each other, where the line is about that. */
  errandId: string | null;
  /** The survey of one's home, where the line is about one. */
  surveyId: string | null;
  /** Whom it thanks, where it is praise. */
  praised: PraisedLine | null;
}

/**
 * What is behind an inbox line, a ticket or a document, if this viewer may still see it; asked line by line, so that a page reads a page of lines.
 */
const behind = (viewer: Viewer) => sql`
  cross join lateral (
    (select t.id, t.number, t.kind, t.facts, t.office_id, t.first_contact_id, t.place, t.reporter_id, t.assignee_id, coalesce(${visibleTickets(viewer)}, false) as opens, null as approval, null as document, null::uuid as publication from tickets t
    where i.subject_kind = 'ticket' and t.office_id = i.office_id and t.id = i.subject and (${visibleTickets(viewer)} or ${praises(viewer)}) offset 0)
    union all
    (select null, null, null, null, a.office_id, null, null, null, null, null, a.name, a.document, null from approvals a
    where i.subject_kind = 'approval' and a.office_id = i.office_id and a.id = i.subject
      and ${overseesCompany(viewer) ? sql`true` : sql`a.office_id = any(${uuids(viewer.appointments.map((one) => one.officeId))})`})
    union all
    (select null, null, null, null, p.office_id, null, null, null, null, null, null, p.document, p.id from publications p
    where i.subject_kind = 'publication' and p.office_id = i.office_id and p.id = i.subject and ${visiblePublications(viewer)})
    union all
    (select t.id, null, null, case when t.kind = 'duty' then jsonb_build_object('category', (t.facts->>'duty') || '/' || (t.facts->>'part')) end, t.office_id, null, null, null, null, null, null, t.kind, null from errands t
    where i.subject_kind = 'errand' and t.office_id = i.office_id and t.id = i.subject and ${visibleErrands(viewer)})
    union all
    (select t.id, null, null, null, t.office_id, null, null, null, null, null, null, t.kind, null from errands t
    where i.subject_kind = 'survey' and t.office_id = i.office_id and t.id = i.subject and ((i.did = 'lettered' and t.office_id = any(${uuids(homesNow(viewer, viewer.at).map(({ officeId }) => officeId))})) or exists (select 1 from survey_homes l
      where l.survey_id = t.id and l.drawn and l.home_id = any(${uuids(homesNow(viewer, viewer.at).map(({ homeId }) => homeId))}))
      or (${viewer.appointments.length > 0} and exists (select 1 from survey_colleagues c where c.survey_id = t.id and c.person_id = ${viewer.id}))))
    union all
    (select b.id, null, null, null, i.office_id, null, null, null, null, null, null, null, null from bulletins b
    where i.subject_kind = 'bulletin' and b.id = i.subject and ${viewer.appointments.length > 0})) t`;

/** Where it is; of a neighbour's report that is only followed, by our own words. */
function whereOf(row: Record<string, unknown>): string {
  if (row.subject_kind !== 'ticket' || row.opens === false) return String(row.office_name);
  return row.follows === true && row.where_text !== HELD_PLACE ? publicPlace(String(row.where_text)) : String(row.where_text);
}

/** What this viewer was told, newest first; filtered by what they may see now. */
export async function readInbox(tx: Tx, viewer: Viewer, after: string | null): Promise<InboxRow[]> {
  const readsAll = overseesCompany(viewer)
    ? sql`true`
    : sql`(t.reporter_id = ${viewer.id} or coalesce(t.assignee_id = ${viewer.id}, false) or t.office_id = any(${uuids(overseenOffices(viewer))}))`;
  const rows = await tx.execute<Record<string, unknown>>(sql`
    select i.*, t.place = 'public' and not ${readsAll} and exists (select 1 from followers f
        where f.office_id = t.office_id and f.ticket_id = t.id and f.person_id = ${viewer.id} and f.via = 'hint') as follows, t.id as ticket_id, t.approval, t.document, t.publication, o.name as office_name, t.number, t.kind as ticket_kind, t.facts->>'category' as category, t.facts->>'urgency' as urgency,
      (select case when t.place = 'public' and ${hiddenWords(sql`c`)} and not ${readsAll} then ${HELD_PLACE} else c.place end from contacts c where c.office_id = t.office_id and c.id = t.first_contact_id) as where_text, t.opens, ${praiseOf(viewer)} as praised
    from inbox i ${behind(viewer)} join offices o on o.id = i.office_id
    where i.person_id = ${viewer.id} ${after ? sql`and i.id < ${after}` : sql``}
    order by i.id desc limit ${PAGE + 1}`);
  return rows.map((row) => ({
    id: String(row.id),
    at: new Date(String(row.at)),
    did: row.did as TicketEventName,
    facts: row.facts as Record<string, unknown>,
    errandId: row.subject_kind === 'errand' ? String(row.ticket_id) : null,
    ticketId: row.opens === false || row.subject_kind !== 'ticket' ? null : ((row.ticket_id as string | null) ?? null),
    ticketNumber: row.opens === false ? null : ((row.number as string | null) ?? null),
    ticketKind: (row.ticket_kind as TicketKind | null) ?? 'repair',
    category: (row.category as string | null) ?? null,
    where: whereOf(row),
    urgent: row.urgency === 'urgent',
    read: row.read_at !== null,
    approval: (row.approval as string | null) ?? null,
    document: (row.document as string | null) ?? null,
    publicationId: (row.publication as string | null) ?? null,
    bulletinId: row.subject_kind === 'bulletin' ? String(row.ticket_id) : null,
    surveyId: row.subject_kind === 'survey' ? String(row.ticket_id) : null,
    praised: row.praised as PraisedLine | null,
  }));
}

/** How many lines this viewer has not read, of those they may still see; counted as far as a badge shows, 100 for 99+. */
export async function countUnread(tx: Tx, viewer: Viewer): Promise<number> {
  const [row] = await tx.execute<{ unread: number }>(sql`
    select count(*)::int as unread from (
      select 1 from inbox i ${behind(viewer)} where i.person_id = ${viewer.id} and i.read_at is null limit ${UNREAD_STOPS_AT}) unread`);
  return row?.unread ?? 0;
}

/** What this viewer was told about a ticket they have before them is read. */
export async function markTicketLinesRead(tx: Tx, viewer: Viewer, ticket: { id: string; officeId: string }, now: Date): Promise<void> {
  await tx.execute(sql`
    update inbox set read_at = ${now.toISOString()} where person_id = ${viewer.id} and office_id = ${ticket.officeId} and subject = ${ticket.id} and read_at is null`);
}

/** Marks this line and everything older of this viewer as read. */
export async function markInboxRead(tx: Tx, viewer: Viewer, upTo: string, now: Date): Promise<void> {
  await tx.execute(sql`update inbox set read_at = ${now.toISOString()} where person_id = ${viewer.id} and id <= ${upTo} and read_at is null`);
}
