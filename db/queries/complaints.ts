import { sql } from 'drizzle-orm';
import type { Holder } from '../../shared/kernel/people.ts';
import { DAY } from '../../shared/kernel/time.ts';
import type { Tx } from '../connect.ts';
import { staffOf } from './ticket-files.ts';
import { uuids } from './uuids.ts';
import type { Viewer } from './viewer.ts';
import { visibleTickets } from './visible.ts';

/** Of which office a ticket this viewer may see is, and who was sent to it, now or before; null where there is none for them. */
export async function readHands(tx: Tx, viewer: Viewer, ticketId: string): Promise<{ officeId: string; hands: string[] } | null> {
  const [row] = await tx.execute<{ office_id: string; hands: string[] }>(sql`
    select t.office_id, array_remove(array[t.assignee_id, case when t.assignee_id is null then t.former_assignee_id end], null) as hands
    from tickets t where t.id = ${ticketId} and ${visibleTickets(viewer)}`);
  return row ? { officeId: row.office_id, hands: row.hands } : null;
}

export interface AccusableRow {
  id: string;
  name: string;
  role: Holder['role'];
  department: Holder['department'];
}

/** Everybody who works at the office of a complaint this viewer may see, or at the head office, by post; null where there is no such complaint for them. */
export async function readAccusable(tx: Tx, viewer: Viewer, ticketId: string): Promise<AccusableRow[] | null> {
  const [row] = await tx.execute<{ staff: AccusableRow[] }>(sql`
    select (select coalesce(json_agg(json_build_object('id', p.id, 'name', p.name, 'role', s->>'role', 'department', s->>'department')), '[]'::json)
      from json_array_elements(${staffOf(sql`t.office_id`, viewer.at.toISOString())}) s join people p on p.id = (s->>'person')::uuid) as staff
    from tickets t where t.id = ${ticketId} and ${visibleTickets(viewer)}`);
  return row ? row.staff : null;
}

/**
 * How many households of the same building complained of the same field of service within some days before it was received or after, this one too; of what this viewer
 * may see (readings 17, C3).
 */
export async function countAlike(
  tx: Tx,
  viewer: Viewer,
  one: { officeId: string; homeId: string | null; category: string; receivedAt: Date },
  days: number,
): Promise<number> {
  const span = days * DAY;
  const [row] = await tx.execute<{ n: number }>(sql`
    select count(distinct t.home_id)::int as n from tickets t join homes h on h.office_id = t.office_id and h.id = t.home_id
    where t.kind = 'complaint' and t.office_id = ${one.officeId} and t.status <> 'cancelled' and t.facts->>'category' = ${one.category}
      and h.building = (select g.building from homes g where g.office_id = ${one.officeId} and g.id = ${one.homeId})
      and t.received_at between ${new Date(one.receivedAt.getTime() - span).toISOString()} and ${new Date(one.receivedAt.getTime() + span).toISOString()}
      and ${visibleTickets(viewer)}`);
  return Number(row?.n ?? 0);
}

/** What somebody whom a complaint is shut to had of it before. */
export interface SeenBefore {
  name: string;
  how: 'opened' | 'revealed' | 'exported';
  at: Date;
}

/**
 * Who had opened a complaint, asked for the complainant's number, or taken a register out with it in it, of those it is shut to now (C3). For leadership.
 * @param shut the people complained about
 * @param office whether it is shut to everybody of its office, but these
 */
export async function readSeenBefore(
  tx: Tx,
  _viewer: Viewer,
  ticket: { id: string; officeId: string; receivedAt: Date },
  shut: readonly string[],
  office: { isShut: boolean; letIn: readonly string[] },
): Promise<SeenBefore[]> {
  const worksThere = sql`(${office.isShut} and who <> all(${uuids(office.letIn)}) and exists (select 1 from appointments a where a.person_id = who and a.office_id = ${ticket.officeId}))`;
  const rows = await tx.execute<{ name: string; how: SeenBefore['how']; at: string }>(sql`
    select p.name, seen.how, seen.at from (
      select r.person_id as who, 'opened' as how, c.at from reads r join contacts c on c.office_id = r.office_id and c.id = r.read_to where r.office_id = ${ticket.officeId} and r.ticket_id = ${ticket.id}
      union all select v.by_id, 'revealed', v.at from reveals v where v.office_id = ${ticket.officeId} and v.ticket_id = ${ticket.id}
      union all select x.by_id, 'exported', x.at from exports x where x.office_id = ${ticket.officeId} and x.lines_of ? ${ticket.id}
    ) seen join people p on p.id = seen.who where (who = any(${uuids(shut)}) or ${worksThere}) order by seen.at, p.name`);
  return rows.map((row) => ({ ...row, at: new Date(row.at) }));
}

/** What a colleague who took a complaint down keeps of it, whatever became of it: its number. */
export async function readTakenNumber(tx: Tx, viewer: Viewer, id: string): Promise<string | null> {
  const [row] = await tx.execute<{ number: string }>(sql`
    select t.number from tickets t join followers f on f.office_id = t.office_id and f.ticket_id = t.id
    where t.id = ${id} and f.person_id = ${viewer.id} and f.via = 'first_contact'`);
  return row?.number ?? null;
}

/** C3: which of these colleagues live in a home now: what comes from it is as good as their own. */
export async function readColleaguesAt(
  tx: Tx,
  _viewer: Viewer,
  home: { officeId: string; homeId: string | null | undefined },
  staff: readonly Holder[],
  now: Date,
): Promise<string[]> {
  if (!home.homeId) return [];
  const rows = await tx.execute<{ id: string }>(sql`
    select distinct r.person_id as id from residences r where r.office_id = ${home.officeId} and r.home_id = ${home.homeId} and r.person_id = any(${uuids(staff.map(({ person }) => person))})
      and r.from_at <= ${now.toISOString()} and (r.until_at is null or r.until_at > ${now.toISOString()}) order by id`);
  return rows.map((row) => row.id);
}
