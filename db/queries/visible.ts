import { type SQL, sql } from 'drizzle-orm';
import type { Complaint } from '../../shared/complaints/complaint.ts';
import { handlersOf, hasLeftFor, isAccused, staffBefore } from '../../shared/complaints/wall.ts';
import { TAKEN_PHOTO_HOURS } from '../../shared/contract/photos.ts';
import { type Holder, handlesComplaints, hasLeft, makesReturnCalls, RELATION_HOLDERS, type Relation } from '../../shared/kernel/people.ts';
import { standsInFor } from '../../shared/kernel/routing.ts';
import { HOUR } from '../../shared/kernel/time.ts';
import type { TicketState } from '../../shared/tickets/ticket.ts';
import { uuids } from './uuids.ts';
import { overseenOffices, overseesCompany, technicianOffices, type Viewer } from './viewer.ts';

/** Drawn, and not asked yet (V1). As the partial index writes it; another wording would not use it. */
const IS_DRAWN = sql`(t.facts->'drawnFor') ? 'weekly_visit' and t.status <> 'cancelled'`;

/** What its author keeps to themselves is no household's: nobody of it sees, finds or hears of it. */
export const IS_SHARED = sql`t.facts->>'onlyMine' is distinct from 'true'`;

/** Whether a ticket is what somebody this viewer lives with keeps to themselves; null for whoever lives nowhere. */
export function secretAtHome(viewer: Viewer, t: SQL = sql`t`): SQL | null {
  if (viewer.residences.length === 0) return null;
  const homes = uuids([...new Set(viewer.residences.map((home) => home.homeId))]);
  return sql`(${t}.facts->>'onlyMine' = 'true' and ${t}.reporter_id <> ${viewer.id} and ${t}.home_id = any(${homes}))`;
}

/** What somebody this viewer lives with keeps to themselves, of what `t` is one matter with now: ids, as one JSON array. Whoever reported `t` knows. */
export function secretsIn(viewer: Viewer): SQL {
  const secret = secretAtHome(viewer, sql`k`);
  if (!secret) return sql`'[]'::json`;
  return sql`case when t.reporter_id <> ${viewer.id} and (jsonb_typeof(t.facts->'merged') = 'object' or jsonb_array_length(coalesce(t.facts->'tookIn', '[]'::jsonb)) > 0) then (
    select coalesce(json_agg(k.id), '[]'::json) from tickets k where k.office_id = t.office_id and ${secret} and k.id = any(array(
      select (taken->>'ticket')::uuid from jsonb_array_elements(coalesce(t.facts->'tookIn', '[]'::jsonb)) taken union all select (t.facts #>> '{merged,into}')::uuid)))
    else '[]'::json end`;
}

/** Which `tickets t` no post of this viewer opens: what a housemate keeps to themselves, and complaints that are walled from them (C3); null where there are none. */
export function hiddenFrom(viewer: Viewer): SQL | null {
  const secret = secretAtHome(viewer);
  const walled = viewer.walled.length === 0 ? null : sql`(t.id = any(${uuids(viewer.walled)}) and t.reporter_id <> ${viewer.id})`;
  return secret && walled ? sql`(${secret} or ${walled})` : (secret ?? walled);
}

/** The same as a condition that leaves them out, empty where there are none; `t` may be missing. */
export function keptFrom(viewer: Viewer): SQL {
  const hidden = hiddenFrom(viewer);
  return hidden ? sql`and ${hidden} is not true` : sql``;
}

/** Whether the wall stands before this viewer by now, whatever was read of it a moment ago (C3). */
export function isShutTo(viewer: Viewer, { officeId, reporterId, state }: { officeId: string; reporterId: string; state: TicketState }): boolean {
  if (reporterId === viewer.id) return false;
  return isAccused(state, viewer.id) || (hasLeftFor(state, viewer.id) && viewer.appointments.some((one) => one.officeId === officeId));
}

/** Leaves a walled complaint out by a column that holds its id, before a ticket is read for it; empty where none is walled. */
export const beyondTheWall = (viewer: Viewer, ticketId: SQL): SQL =>
  viewer.walled.length === 0 ? sql`` : sql`and ${ticketId} <> all(${uuids(viewer.walled)})`;

/**
 * Whether this viewer took a `tickets t` at hand down lately and still works for the company: what came with it is theirs to hand in, whatever wall stands
 * before it by now; nothing of it is read for that (I4, C3).
 */
export function tookDownLately(viewer: Viewer): SQL {
  if (viewer.appointments.length === 0) return sql`false`;
  const since = new Date(viewer.at.getTime() - TAKEN_PHOTO_HOURS * HOUR).toISOString();
  return sql`(exists (select 1 from followers f where f.office_id = t.office_id and f.ticket_id = t.id and f.person_id = ${viewer.id} and f.via = 'first_contact')
    and exists (select 1 from contacts said where said.office_id = t.office_id and said.id = t.first_contact_id and said.recorded_at >= ${since}))`;
}

/**
 * What a viewer may see of `tickets t`, branch by branch: the one place that says so. Narrower than this nothing asks, wider nobody gets.
 * Each branch has an index of its own that ends with the id, so that a list reads a page of each and no more.
 * @param except leaves out what a viewer only follows
 */
export function sightsOf(viewer: Viewer, except: 'followed' | null = null): SQL[] {
  const kept = keptFrom(viewer);
  if (overseesCompany(viewer)) return [sql`true ${kept}`];
  const mends = technicianOffices(viewer);
  const overseen = overseenOffices(viewer);
  const worksAt = [...new Set(viewer.appointments.map((one) => one.officeId))].filter((office) => !overseen.includes(office));
  return [
    ...overseen.map((office) => sql`t.office_id = ${office} ${kept}`),
    sql`t.reporter_id = ${viewer.id}`,
    // The complaints officer sees complaints, of every estate, and nothing else (C1).
    ...(viewer.appointments.some(handlesComplaints) ? [sql`t.kind = 'complaint' ${kept}`] : []),
    // The company's caller sees what was drawn until it is asked, of estates they do not work at, and nothing else (V1).
    ...(viewer.appointments.some(makesReturnCalls)
      ? [sql`${IS_DRAWN} and array_position(${uuids([...new Set(viewer.appointments.map((one) => one.officeId))])}, t.office_id) is null ${kept}`]
      : []),
    // A technician sees what they hold, and what came back from them until somebody else holds it. Said so that no index of offices is read for it.
    ...(mends.length === 0
      ? []
      : [
          sql`t.assignee_id = ${viewer.id} and array_position(${uuids(mends)}, t.office_id) is not null ${kept}`,
          sql`t.assignee_id is null and t.former_assignee_id = ${viewer.id} and array_position(${uuids(mends)}, t.office_id) is not null ${kept}`,
        ]),
    // Whoever took it down sees it as long as they work there (I4).
    ...(worksAt.length === 0
      ? []
      : [
          sql`exists (select 1 from followers f where f.office_id = t.office_id and f.ticket_id = t.id and f.person_id = ${viewer.id} and f.via = 'first_contact'
            and array_position(${uuids(worksAt)}, f.office_id) is not null) ${kept}`,
        ]),
    // Whoever follows because they reported is the reporter above.
    // What one's own report was merged into waits for one like one's own; whoever lives nowhere reported nothing.
    ...(except === 'followed' && viewer.residences.length === 0
      ? []
      : [
          sql`exists (select 1 from followers f where f.office_id = t.office_id and f.ticket_id = t.id and f.person_id = ${viewer.id}
            and ${except === 'followed' ? sql`f.via = 'merged'` : sql`f.via not in ('reported', 'first_contact')`} and f.until_at is null) ${kept}`,
        ]),
    ...viewer.residences.map(
      (home) =>
        sql`t.office_id = ${home.officeId} and t.home_id = ${home.homeId} and t.place = 'home' and ${IS_SHARED} and t.received_at >= ${home.fromAt.toISOString()}${
          home.untilAt ? sql` and t.received_at < ${home.untilAt.toISOString()}` : sql``
        }`,
    ),
  ];
}

/** Whether a viewer may see a `tickets t` at hand. Lists go branch by branch instead. */
export function visibleTickets(viewer: Viewer, except: 'followed' | null = null): SQL {
  return sql`(${sql.join(
    sightsOf(viewer, except).map((sight) => sql`(${sight})`),
    sql` or `,
  )})`;
}

/**
 * Whether a `tickets t` at hand is this viewer's own: reported by them, by the home they live in, or what theirs was merged into. Of their own they are never a colleague;
 * `relationsTo` says the same of a row.
 */
export function ownTickets(viewer: Viewer): SQL {
  const homesNow = viewer.residences.filter((home) => home.untilAt === null || home.untilAt > viewer.at).map((home) => home.homeId);
  const lived = viewer.residences
    .filter((home) => homesNow.includes(home.homeId))
    .map(
      (home) =>
        sql`(t.home_id = ${home.homeId}) is true and t.place = 'home' and t.received_at >= ${home.fromAt.toISOString()}${
          home.untilAt ? sql` and t.received_at < ${home.untilAt.toISOString()}` : sql``
        }`,
    );
  const merged = sql`exists (select 1 from followers f where f.office_id = t.office_id and f.ticket_id = t.id and f.person_id = ${viewer.id} and f.via = 'merged' and f.until_at is null)`;
  return sql`(${sql.join([sql`t.reporter_id = ${viewer.id}`, ...lived, ...(lived.length > 0 ? [merged] : [])], sql` or `)})`;
}

interface Row {
  officeId: string;
  reporterId: string;
  homeId: string | null;
  place: string;
  receivedAt: Date;
  assignee: string | null;
  firstContact: string | null;
  follows: boolean;
  /** Whether a report of theirs was merged into it. */
  fellow: boolean;
  onlyMine: boolean;
  kind: TicketState['kind'];
  complaint: Complaint | null;
  drawnFor: TicketState['drawnFor'];
}

/**
 * What a viewer is to one ticket. Whoever moved out may still look at their own time, but acts no more. Lists pass no staff: nobody acts from a
 * list.
 */
export function relationsTo(viewer: Viewer, ticket: Row, everybody: readonly Holder[] | null): Relation[] {
  const staff = everybody && staffBefore(ticket, everybody);
  const isShut = isAccused(ticket, viewer.id);
  const posts = isShut ? [] : viewer.appointments.filter((one) => one.deputyFor === undefined || !isAccused(ticket, one.deputyFor));
  // Once it has left the office, whoever works there is no colleague to it but by name (C3).
  const roles = hasLeftFor(ticket, viewer.id) ? [] : posts.filter((one) => one.officeId === ticket.officeId);
  const homes = viewer.residences.filter((home) => home.homeId === ticket.homeId);
  const livesThere = homes.some((home) => home.untilAt === null || home.untilAt > viewer.at);
  // An occupant who became the owner, or came back, has lived there in two goes.
  const livedThere = homes.some((home) => home.fromAt <= ticket.receivedAt && (home.untilAt === null || home.untilAt > ticket.receivedAt));
  const isReporter = ticket.reporterId === viewer.id;
  const isHousehold = livesThere && livedThere && ticket.place === 'home' && !ticket.onlyMine;
  // A post nobody holds climbs, for who may act as for who hears.
  const standsIn = (relation: 'agent' | 'head' | 'director' | 'quality') =>
    !isShut && staff !== null && standsInFor(relation, viewer.id, staff, ticket.reporterId);
  const isAgent = roles.some(RELATION_HOLDERS.agent) || standsIn('agent');
  const isComplaint = ticket.kind === 'complaint';
  const isDrawn = ticket.drawnFor.includes('weekly_visit');
  const isHandler = ticket.complaint !== null && staff !== null && !isShut && handlersOf(ticket.complaint, staff).includes(viewer.id);
  const relations: [Relation, boolean][] = [
    ['reporter', isReporter],
    ['author', isReporter && livesThere],
    ['household', isHousehold],
    ['resident', isHousehold || (isReporter && livesThere)],
    ['follower', ticket.follows],
    // Whoever lives nowhere any more looks on; a colleague stays no colleague to it.
    ['fellow', ticket.fellow && (roles.length > 0 || viewer.residences.some((home) => home.untilAt === null || home.untilAt > viewer.at))],
    ['assignee', ticket.assignee === viewer.id && roles.some((one) => one.role === 'technician')],
    ['firstContact', ticket.firstContact === viewer.id && roles.length > 0],
    ['agent', isAgent],
    ['agentInstead', isAgent && staff !== null && hasLeft(ticket.assignee, staff)],
    ['head', roles.some(RELATION_HOLDERS.head) || standsIn('head')],
    ['director', roles.some(RELATION_HOLDERS.director) || standsIn('director')],
    ['quality', posts.some(RELATION_HOLDERS.quality) || (isComplaint && (posts.some(handlesComplaints) || standsIn('quality')))],
    ['leadership', posts.some(RELATION_HOLDERS.leadership)],
    ['handler', isHandler],
    ['caller', isDrawn && roles.length === 0 && posts.some(makesReturnCalls)],
  ];
  return relations.filter(([, holds]) => holds).map(([relation]) => relation);
}
