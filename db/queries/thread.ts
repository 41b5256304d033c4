import { sql } from 'drizzle-orm';
import type { Tx } from '../connect.ts';
import { uuids } from './uuids.ts';
import type { Viewer } from './viewer.ts';

interface At {
  officeId: string;
  id: string;
}

/** Remembers how far this viewer has read a ticket they were shown; never back. A line that is not of it changes nothing. */
export async function markRead(tx: Tx, viewer: Viewer, ticket: At, readTo: string): Promise<void> {
  await tx.execute(sql`
    insert into reads (office_id, ticket_id, person_id, read_to)
    select c.office_id, c.ticket_id, ${viewer.id}, c.id from contacts c where c.office_id = ${ticket.officeId} and c.ticket_id = ${ticket.id} and c.id = ${readTo}
    on conflict (office_id, ticket_id, person_id) do update set read_to = greatest(reads.read_to, excluded.read_to)`);
}

/** Says that this colleague has the ticket open, and names the others who do; whoever has not said so since `since` is gone. */
export async function beat(
  tx: Tx,
  viewer: Viewer,
  ticket: At,
  now: Date,
  since: Date,
): Promise<{ id: string; name: string; role: string | null; department: string | null }[]> {
  await tx.execute(sql`
    insert into presences (office_id, ticket_id, person_id, at) values (${ticket.officeId}, ${ticket.id}, ${viewer.id}, ${now.toISOString()})
    on conflict (office_id, person_id) do update set ticket_id = excluded.ticket_id, at = excluded.at`);
  const rows = await tx.execute<{ id: string; name: string; role: string | null; department: string | null }>(sql`
    select p.id, p.name, a.role, a.department from presences s join people p on p.id = s.person_id
    left join lateral (select a.role, a.department from appointments a where a.person_id = p.id order by (a.office_id = s.office_id) desc, a.from_at limit 1) a on true
    where s.office_id = ${ticket.officeId} and s.ticket_id = ${ticket.id} and s.person_id <> ${viewer.id} and s.at > ${since.toISOString()}
    order by p.name, p.id`);
  return [...rows];
}

/** Keeps the score of a closure; of two of one person and round the later holds. */
export async function insertRating(
  tx: Tx,
  viewer: Viewer,
  rating: { officeId: string; ticketId: string; round: number; score: number; tags: readonly string[]; at: Date },
): Promise<void> {
  await tx.execute(sql`
    insert into ratings (office_id, ticket_id, round, person_id, score, tags, at)
    values (${rating.officeId}, ${rating.ticketId}, ${rating.round}, ${viewer.id}, ${rating.score}, ${`{${rating.tags.join(',')}}`}::text[], ${rating.at.toISOString()})
    on conflict do nothing`);
}

/** Hangs this viewer's uploaded photos on the message they go with; how many there were to hang. */
export async function attachPhotos(tx: Tx, viewer: Viewer, ticketId: string, contactId: string, ids: readonly string[]): Promise<number> {
  const rows = await tx.execute(sql`
    update photos set contact_id = ${contactId} where ticket_id = ${ticketId} and id = any(${uuids(ids)}) and uploaded_by = ${viewer.id}
      and purpose = 'message' and finalised_at is not null and contact_id is null returning id`);
  return rows.length;
}

/**
 * When the home of a ticket was last called, on whatever matter: an instant and nothing else, also for a technician who may not see the other matter
 * (Z12).
 */
export async function lastCallTo(
  tx: Tx,
  _viewer: Viewer,
  home: { officeId: string; homeId: string | null },
  calls: readonly string[],
  since: Date,
): Promise<Date | null> {
  const [row] = await tx.execute<{ at: string | null }>(sql`
    select max(e.at) as at from tickets t join events e on e.office_id = t.office_id and e.subject = t.id
    where t.office_id = ${home.officeId} and t.home_id = ${home.homeId} and e.did = any(${`{${calls.join(',')}}`}::text[]) and e.at >= ${since.toISOString()} and t.kind <> 'complaint'`);
  return row?.at ? new Date(row.at) : null;
}
