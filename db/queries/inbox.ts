import { sql } from 'drizzle-orm';
import { HELD_PLACE } from '../../shared/content/checks.ts';
import type { TicketEventName } from '../../shared/tickets/ticket.ts';
import type { Tx } from '../connect.ts';
import { hiddenWords } from './held.ts';
import { PAGE } from './tickets.ts';
import { overseenOffices, overseesCompany, type Viewer } from './viewer.ts';
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
  category: string | null;
  where: string;
  urgent: boolean;
  read: boolean;
}

/** The ticket behind an inbox line, if this viewer may still see it; asked line by line, so that a page reads a page of lines. */
const ticketBehind = (viewer: Viewer) => sql`
  cross join lateral (
    select t.id, t.number, t.facts, t.office_id, t.first_contact_id, t.place, t.reporter_id, t.assignee_id from tickets t
    where t.office_id = i.office_id and t.id = i.subject and ${visibleTickets(viewer)} offset 0) t`;

/** What this viewer was told, newest first; filtered by what they may see now. */
export async function readInbox(tx: Tx, viewer: Viewer, after: string | null): Promise<InboxRow[]> {
  const readsAll = overseesCompany(viewer)
    ? sql`true`
    : sql`(t.reporter_id = ${viewer.id} or coalesce(t.assignee_id = ${viewer.id}, false) or t.office_id = any(${`{${overseenOffices(viewer).join(',')}}`}::uuid[]))`;
  const rows = await tx.execute<Record<string, unknown>>(sql`
    select i.*, t.number, t.facts->>'category' as category, t.facts->>'urgency' as urgency,
      (select case when t.place = 'public' and ${hiddenWords(sql`c`)} and not ${readsAll} then ${HELD_PLACE} else c.place end from contacts c where c.office_id = t.office_id and c.id = t.first_contact_id) as where_text
    from inbox i ${ticketBehind(viewer)}
    where i.person_id = ${viewer.id} ${after ? sql`and i.id < ${after}` : sql``}
    order by i.id desc limit ${PAGE + 1}`);
  return rows.map((row) => ({
    id: String(row.id),
    at: new Date(String(row.at)),
    did: row.did as TicketEventName,
    facts: row.facts as Record<string, unknown>,
    ticketId: String(row.subject),
    ticketNumber: String(row.number),
    category: String(row.category),
    where: String(row.where_text),
    urgent: row.urgency === 'urgent',
    read: row.read_at !== null,
  }));
}

/** How many lines this viewer has not read, of those they may still see; counted as far as a badge shows, 100 for 99+. */
export async function countUnread(tx: Tx, viewer: Viewer): Promise<number> {
  const [row] = await tx.execute<{ unread: number }>(sql`
    select count(*)::int as unread from (
      select 1 from inbox i ${ticketBehind(viewer)} where i.person_id = ${viewer.id} and i.read_at is null limit ${UNREAD_STOPS_AT}) unread`);
  return row?.unread ?? 0;
}

/** Marks this line and everything older of this viewer as read. */
export async function markInboxRead(tx: Tx, viewer: Viewer, upTo: string, now: Date): Promise<void> {
  await tx.execute(sql`update inbox set read_at = ${now.toISOString()} where person_id = ${viewer.id} and id <= ${upTo} and read_at is null`);
}
