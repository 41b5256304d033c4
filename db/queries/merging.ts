import { sql } from 'drizzle-orm';
import type { Tx } from '../connect.ts';
import type { Json } from './json.ts';
import { lineFrom, linesOf, listTheseTickets, type TicketLine } from './ticket-lines.ts';
import { uuids } from './uuids.ts';
import type { System, Viewer } from './viewer.ts';
import { keptFrom, visibleTickets } from './visible.ts';

/** Into which ticket one this viewer may see was merged; null where it was not. */
export async function readIntoWhich(tx: Tx, viewer: Viewer, id: string): Promise<string | null> {
  const [row] = await tx.execute<{ into: string | null }>(
    sql`select t.facts #>> '{merged,into}' as into from tickets t where t.id = ${id} and ${visibleTickets(viewer)}`,
  );
  return row?.into ?? null;
}

/** Tickets of an office that are one matter, those of them this viewer may see. */
export async function readTogether(tx: Tx, viewer: Viewer, officeId: string, ids: readonly string[]): Promise<TicketLine[]> {
  return (await listTheseTickets(tx, viewer, ids, [officeId], sql`null`)).map(({ line }) => line);
}

/** The ticket one was merged into, as this viewer may see it; null where they may not. */
export async function readSurvivor(tx: Tx, viewer: Viewer, merged: { officeId: string; into: string }): Promise<TicketLine | null> {
  const [found] = await readTogether(tx, viewer, merged.officeId, [merged.into]);
  return found ?? null;
}

/**
 * How far what a home's own report was merged into has come, for whoever lives there and sees that report: read as a follower reads it. Never what somebody of the
 * same home keeps to themselves; null where it was not merged.
 */
export async function readProgress(tx: Tx, viewer: Viewer, merged: { officeId: string; id: string }): Promise<TicketLine | null> {
  const into = sql`(select (m.facts #>> '{merged,into}')::uuid from tickets m where m.office_id = ${merged.officeId} and m.id = ${merged.id}
    and m.id in (select t.id from tickets t where t.id = ${merged.id} and ${visibleTickets(viewer)}))`;
  const page = sql`select t.* from tickets t where t.office_id = ${merged.officeId} and t.id = ${into} ${keptFrom(viewer)}`;
  const [row] = await tx.execute<Json>(linesOf(viewer, page));
  return row ? lineFrom({ ...row, follows: true }, viewer) : null;
}

/** What somebody reported, in few words, for colleagues. */
export interface ReportLine {
  id: string;
  number: string;
  reporterName: string;
  where: string;
  words: string;
  receivedAt: Date;
  isVisible: boolean;
}

/** Reports of an office as whoever works on one of them reads them, oldest first; never what a housemate keeps to themselves. */
export async function readReports(tx: Tx, viewer: Viewer, officeId: string, ids: readonly string[]): Promise<ReportLine[]> {
  const rows = await tx.execute<Record<string, unknown>>(sql`
    select t.id, t.number, p.name, c.place as where_text, c.body, t.received_at, ${visibleTickets(viewer)} as visible
    from tickets t join people p on p.id = t.reporter_id join contacts c on c.office_id = t.office_id and c.id = t.first_contact_id
    where t.office_id = ${officeId} and t.id = any(${uuids(ids)}) ${keptFrom(viewer)} order by t.received_at, t.id`);
  return rows.map((row) => ({
    id: String(row.id),
    number: String(row.number),
    reporterName: String(row.name),
    where: String(row.where_text),
    words: String(row.body),
    receivedAt: new Date(String(row.received_at)),
    isVisible: row.visible === true,
  }));
}

interface Carried {
  officeId: string;
  from: readonly string[];
  to: string;
}

/** Whether somebody reported one of these tickets of an office themselves. */
export async function reportedOne(tx: Tx, _viewer: Viewer | System, officeId: string, ids: readonly string[], personId: string): Promise<boolean> {
  if (ids.length === 0) return false;
  const rows = await tx.execute(
    sql`select 1 from tickets t where t.office_id = ${officeId} and t.id = any(${uuids(ids)}) and t.reporter_id = ${personId} limit 1`,
  );
  return rows.length > 0;
}

/** The tickets that were merged into these, of those this viewer may see. */
export async function readTakenIn(tx: Tx, viewer: Viewer, ids: readonly string[]): Promise<string[]> {
  const rows = await tx.execute<{ ticket: string }>(sql`
    select taken->>'ticket' as ticket from tickets t cross join lateral jsonb_array_elements(t.facts->'tookIn') taken
    where t.id = any(${uuids(ids)}) and jsonb_typeof(t.facts->'tookIn') = 'array' and ${visibleTickets(viewer)}`);
  return rows.map((row) => row.ticket);
}

/**
 * Lets whoever reported or followed merged tickets follow what they were merged into; whoever reported both follows as before, and whoever already follows does so
 * by their own wish.
 */
export async function carryFollowers(tx: Tx, _viewer: Viewer, { officeId, from, to }: Carried, now: Date): Promise<void> {
  await tx.execute(sql`
    insert into followers as f (office_id, ticket_id, person_id, via, own_ticket, from_at)
    select distinct on (m.reporter_id) m.office_id, ${to}::uuid, m.reporter_id, 'merged', m.id, ${now.toISOString()}::timestamptz from tickets m
    where m.office_id = ${officeId} and m.id = any(${uuids(from)}) order by m.reporter_id, m.id
    on conflict (office_id, ticket_id, person_id) do update set via = 'merged', own_ticket = excluded.own_ticket, from_at = excluded.from_at, until_at = null
    where f.via in ('hint', 'first_contact') or (f.via = 'merged' and f.until_at is not null)`);
  await tx.execute(sql`
    insert into followers as g (office_id, ticket_id, person_id, via, own_ticket, from_at)
    select distinct on (f.person_id) f.office_id, ${to}::uuid, f.person_id, 'hint', f.ticket_id, ${now.toISOString()}::timestamptz
    from followers f join tickets s on s.office_id = f.office_id and s.id = ${to} and s.place = 'public'
    where f.office_id = ${officeId} and f.ticket_id = any(${uuids(from)}) and f.via = 'hint' and f.until_at is null order by f.person_id, f.ticket_id
    on conflict (office_id, ticket_id, person_id) do update set via = 'hint', own_ticket = excluded.own_ticket, from_at = excluded.from_at, until_at = null
    where g.until_at is not null and g.via in ('merged', 'hint')`);
}

/** Whoever came with a ticket that is taken apart goes with it, unless another of theirs stays, or they had asked to follow the other too. */
export async function takeBackFollowers(tx: Tx, viewer: Viewer, gone: Carried, rest: readonly string[], now: Date): Promise<void> {
  if (gone.from.length === 0) return;
  await tx.execute(sql`
    update followers f set via = case when wish.did = 'followed' then 'hint' else f.via end, own_ticket = case when wish.did = 'followed' then f.ticket_id else f.own_ticket end,
      until_at = case when wish.did = 'followed' then null else ${now.toISOString()}::timestamptz end
    from followers one left join lateral (select e.did from events e where e.office_id = one.office_id and e.subject = one.ticket_id and e.by_id = one.person_id
      and e.did in ('followed', 'unfollowed') order by e.seq desc limit 1) wish on true
    where f.office_id = one.office_id and f.ticket_id = one.ticket_id and f.person_id = one.person_id and f.office_id = ${gone.officeId} and f.ticket_id = ${gone.to}
      and f.own_ticket = any(${uuids(gone.from)}) and f.via in ('merged', 'hint') and f.until_at is null`);
  if (rest.length > 0) await carryFollowers(tx, viewer, { ...gone, from: rest }, now);
}
