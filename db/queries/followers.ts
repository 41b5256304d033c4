import { sql } from 'drizzle-orm';
import type { Promised } from '../../shared/kernel/promises.ts';
import type { TicketState } from '../../shared/tickets/ticket.ts';
import type { Tx } from '../connect.ts';
import type { Json } from './json.ts';
import { promisedFrom, stateFrom } from './ticket-files.ts';
import { OWED } from './ticket-lines.ts';
import { FOLLOWING_HOMES } from './ticket-whole.ts';
import { uuids } from './uuids.ts';
import { homesNow, type Viewer } from './viewer.ts';

/** At most so many open reports of a category are held against a new one. */
const MOST = 100;

export interface AlikeLine {
  id: string;
  where: string;
  state: TicketState;
  ledger: Promised[];
  follows: boolean;
}

/** What others reported of the same category in public places of an estate this viewer lives in, not mended yet, newest first. */
export async function readAlike(tx: Tx, viewer: Viewer, officeId: string, category: string, since: Date): Promise<AlikeLine[]> {
  if (!homesNow(viewer, viewer.at).some((home) => home.officeId === officeId)) return [];
  const rows = await tx.execute<Json>(sql`
    select t.*, c.place as where_text, ${OWED} as ledger,
      exists (select 1 from followers f where f.office_id = t.office_id and f.ticket_id = t.id and f.person_id = ${viewer.id} and f.until_at is null) as follows
    from tickets t join contacts c on c.office_id = t.office_id and c.id = t.first_contact_id
    where t.office_id = ${officeId} and t.status in ('received', 'dispatched', 'on_site') and t.place = 'public' and t.facts->>'category' = ${category}
      and t.received_at >= ${since.toISOString()} and t.reporter_id <> ${viewer.id} order by t.id desc limit ${MOST}`);
  return rows.map((row) => ({
    id: String(row.id),
    where: String(row.where_text),
    state: stateFrom(row),
    ledger: (row.ledger as Json[]).map(promisedFrom),
    follows: row.follows === true,
  }));
}

/** Takes hold of a report of a public place, in an estate this viewer lives in, to the end of the transaction; false where there is none. */
export async function holdFollowable(tx: Tx, viewer: Viewer, id: string): Promise<boolean> {
  const offices = homesNow(viewer, viewer.at).map((home) => home.officeId);
  const rows = await tx.execute(
    sql`select 1 from tickets t where t.id = ${id} and t.place = 'public' and t.office_id = any(${uuids(offices)}) for update of t`,
  );
  return rows.length > 0;
}

/** Lets this viewer follow somebody else's report; false where they follow it by their own wish already, or theirs was merged there. */
export async function beginFollowing(tx: Tx, viewer: Viewer, ticketId: string, now: Date): Promise<boolean> {
  const rows = await tx.execute(sql`
    insert into followers as f (office_id, ticket_id, person_id, via, own_ticket, from_at)
    select t.office_id, t.id, ${viewer.id}, 'hint', t.id, ${now.toISOString()} from tickets t where t.id = ${ticketId}
    on conflict (office_id, ticket_id, person_id) do update set via = excluded.via, own_ticket = excluded.own_ticket, until_at = null, from_at = excluded.from_at
      where f.until_at is not null or (f.via = 'hint' and f.own_ticket <> f.ticket_id)
    returning 1`);
  return rows.length > 0;
}

/** Takes back following, also of what was merged there; false where this viewer does not follow by their own wish. */
export async function endFollowing(tx: Tx, viewer: Viewer, ticketId: string, now: Date): Promise<boolean> {
  const rows = await tx.execute(sql`
    update followers set until_at = ${now.toISOString()}
    where ticket_id = ${ticketId} and person_id = ${viewer.id} and via = 'hint' and until_at is null returning 1`);
  if (rows.length > 0)
    await tx.execute(sql`
      update followers f set until_at = ${now.toISOString()} from tickets m where m.office_id = f.office_id and m.id = f.ticket_id
        and m.facts #>> '{merged,into}' = ${ticketId} and f.person_id = ${viewer.id} and f.via = 'hint' and f.until_at is null`);
  return rows.length > 0;
}

/** How many other households wait for a ticket this viewer was shown. */
export async function countFollowing(tx: Tx, _viewer: Viewer, ticket: { officeId: string; id: string }): Promise<number> {
  const [row] = await tx.execute<{ n: number }>(
    sql`select ${FOLLOWING_HOMES}::int as n from tickets t where t.office_id = ${ticket.officeId} and t.id = ${ticket.id}`,
  );
  return row?.n ?? 0;
}
