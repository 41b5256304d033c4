import { type SQL, sql } from 'drizzle-orm';
import type { Complaint } from '../../shared/complaints/complaint.ts';
import { staffBefore } from '../../shared/complaints/wall.ts';
import type { Holder } from '../../shared/kernel/people.ts';
import type { Tx } from '../connect.ts';
import type { Json } from './json.ts';
import { uuids } from './uuids.ts';
import { isGeneralManager, type Viewer } from './viewer.ts';
import { hiddenFrom, ownTickets, secretAtHome } from './visible.ts';

/** Leaves out `errands t` about a complaint that is walled from a viewer who did not report it: of what is not walled no ticket is read. */
const beforeTheWall = ({ walled, id }: Viewer): SQL =>
  walled.length === 0
    ? sql``
    : sql` and (t.ticket_id is null or t.ticket_id <> all(${uuids(walled)}) or exists (select 1 from tickets k where k.id = t.ticket_id and k.reporter_id = ${id}))`;

/** Leaves out `errands t` about a matter of a viewer's own, or what somebody they live with keeps to themselves. */
function beyondTheirHome(viewer: Viewer): SQL {
  const secret = secretAtHome(viewer);
  if (!secret) return sql``;
  return sql` and not exists (select 1 from (select t.ticket_id as id) asked join tickets t on t.id = asked.id where ${ownTickets(viewer)} or ${secret})`;
}

/** What of `tickets t` is shut to a viewer, where anything can be. */
function shutTo(viewer: Viewer): SQL | null {
  const hidden = hiddenFrom(viewer);
  const own = viewer.residences.length > 0 ? sql`((t.kind = 'complaint' or t.facts->>'onlyMine' = 'true') and ${ownTickets(viewer)})` : null;
  return hidden && own ? sql`(${hidden} or ${own})` : (hidden ?? own);
}

/** Leaves out corrective measures `errands t` for a figure of one household's where any of it is shut to a viewer, and of several's where all of it is. */
function beforeTheFigure(viewer: Viewer): SQL {
  const shut = shutTo(viewer);
  if (!shut) return sql``;
  return sql` and not (t.kind = 'action' and t.facts ? 'behind' and coalesce((
    select case when asked.facts->>'oneHousehold' = 'true' then bool_or(coalesce(${shut}, false)) else bool_and(coalesce(${shut}, false)) end
    from (select t.facts, t.office_id) asked join tickets t on t.office_id = asked.office_id
      and t.id = any(array(select one::uuid from jsonb_array_elements_text(asked.facts->'behind') one)) group by asked.facts), false))`;
}

/** Leaves out letters `errands t` to the general manager, but for whoever holds that post now, and whoever signed one: no other post opens any (S11). */
const beforeTheMailbox = (viewer: Viewer): SQL =>
  isGeneralManager(viewer) ? sql`` : sql` and (t.kind <> 'mailbox' or (t.facts->>'signed' = 'true' and t.giver_id = ${viewer.id}))`;

/** Leaves out of `errands t` what colleagues write of a viewer's own matter, or of what is kept from them (C3), and what was given for such a figure (C9). */
export const notShut = (viewer: Viewer): SQL =>
  sql`${beforeTheWall(viewer)}${beyondTheirHome(viewer)}${beforeTheFigure(viewer)}${beforeTheMailbox(viewer)}`;

/** Whose own a matter `m` is: its reporter, and who lives where it is. */
export const ownersOf = (
  now: Date,
) => sql`(select coalesce(json_agg(own.id), '[]'::json) from (select m.reporter_id as id union select r.person_id from residences r
  where m.place = 'home' and r.office_id = m.office_id and r.home_id = m.home_id and (r.until_at is null or r.until_at > ${now.toISOString()})) own)`;

/** Who is left to write, get and hear of what is about a matter: nobody it is walled from, and nobody whose own it is. */
export const leftBefore = (complaint: Complaint | null, owners: readonly string[], staff: readonly Holder[]): Holder[] =>
  staffBefore({ complaint }, staff).filter((holder) => !owners.includes(holder.person));

/** The same of a ticket at hand, before anything is given. */
export async function readStaffFor(
  tx: Tx,
  _viewer: Viewer,
  ticket: { id: string; officeId: string; state: { complaint: Complaint | null }; staff: readonly Holder[] },
  now: Date,
): Promise<Holder[]> {
  const [row] = await tx.execute<{ owners: string[] }>(
    sql`select ${ownersOf(now)} as owners from tickets m where m.office_id = ${ticket.officeId} and m.id = ${ticket.id}`,
  );
  return leftBefore(ticket.state.complaint, row?.owners ?? [], ticket.staff);
}

/** What a figure was made of when a corrective measure was given for it, as far as a wall can stand before it. */
export interface Behind {
  oneHousehold: boolean;
  /** Only complaints, and what somebody keeps to themselves, have owners here: of nothing else is a colleague kept away. */
  matters: { complaint: Complaint | null; owners: string[] }[];
}

/** A matter `m` behind a figure. */
export const matterOf = (now: Date): SQL =>
  sql`json_build_object('complaint', m.facts->'complaint', 'owners', case when m.kind = 'complaint' or m.facts->>'onlyMine' = 'true' then ${ownersOf(now)} else '[]'::json end)`;

/** The matters behind the figure of `errands t`, as they stand now. */
export const mattersBehind = (now: Date): SQL => sql`(case when t.kind = 'action' and t.facts ? 'behind' then (
  select json_agg(${matterOf(now)}) from tickets m where m.office_id = t.office_id and m.id = any(array(select one::uuid from jsonb_array_elements_text(t.facts->'behind') one))) end)`;

export const behindFrom = (row: Json): Behind => ({
  oneHousehold: (row.facts as Record<string, unknown>).oneHousehold === true,
  matters: (row.behind as Behind['matters'] | null) ?? [],
});

/** Who is left before what is behind a figure: of one household's whom none of it is shut to, of several's whom anything is open to. */
export function leftBehind({ oneHousehold, matters }: Behind, staff: readonly Holder[]): Holder[] {
  if (matters.length === 0) return [...staff];
  const left = matters.map(({ complaint, owners }) => leftBefore(complaint, owners, staff));
  return staff.filter((holder) => (oneHousehold ? left.every((some) => some.includes(holder)) : left.some((some) => some.includes(holder))));
}
