import { type SQL, sql } from 'drizzle-orm';
import { type Holder, RELATION_HOLDERS, type Relation } from '../../shared/kernel/people.ts';
import { standsInFor } from '../../shared/kernel/routing.ts';
import { overseenOffices, overseesCompany, technicianOffices, type Viewer } from './viewer.ts';

const uuids = (ids: readonly string[]): SQL => sql`${`{${ids.join(',')}}`}::uuid[]`;

/**
 * What a viewer may see of `tickets t`, branch by branch: the one place that says so. Narrower than this nothing asks, wider nobody gets.
 * Each branch has an index of its own that ends with the id, so that a list reads a page of each and no more.
 */
export function sightsOf(viewer: Viewer): SQL[] {
  if (overseesCompany(viewer)) return [sql`true`];
  const mends = technicianOffices(viewer);
  return [
    ...overseenOffices(viewer).map((office) => sql`t.office_id = ${office}`),
    sql`t.reporter_id = ${viewer.id}`,
    // A technician sees what they hold, and what came back from them until somebody else holds it. Said so that no index of offices is read for it.
    ...(mends.length === 0
      ? []
      : [
          sql`t.assignee_id = ${viewer.id} and array_position(${uuids(mends)}, t.office_id) is not null`,
          sql`t.assignee_id is null and t.former_assignee_id = ${viewer.id} and array_position(${uuids(mends)}, t.office_id) is not null`,
        ]),
    // Whoever follows because they reported is the reporter above.
    sql`exists (select 1 from followers f where f.office_id = t.office_id and f.ticket_id = t.id and f.person_id = ${viewer.id} and f.via <> 'reported')`,
    ...viewer.residences.map(
      (home) =>
        sql`t.office_id = ${home.officeId} and t.home_id = ${home.homeId} and t.place = 'home' and t.received_at >= ${home.fromAt.toISOString()}${
          home.untilAt ? sql` and t.received_at < ${home.untilAt.toISOString()}` : sql``
        }`,
    ),
  ];
}

/** Whether a viewer may see a `tickets t` at hand. Lists go branch by branch instead. */
export function visibleTickets(viewer: Viewer): SQL {
  return sql`(${sql.join(
    sightsOf(viewer).map((sight) => sql`(${sight})`),
    sql` or `,
  )})`;
}

/** Whether a `tickets t` at hand is this viewer's own: reported by them, or by the home they live in. Of their own they are never a colleague; `relationsTo` says the same of a row. */
export function ownTickets(viewer: Viewer): SQL {
  const homesNow = viewer.residences.filter((home) => home.untilAt === null || home.untilAt > viewer.at).map((home) => home.homeId);
  const lived = viewer.residences
    .filter((home) => homesNow.includes(home.homeId))
    .map(
      (home) =>
        sql`t.home_id = ${home.homeId} and t.place = 'home' and t.received_at >= ${home.fromAt.toISOString()}${
          home.untilAt ? sql` and t.received_at < ${home.untilAt.toISOString()}` : sql``
        }`,
    );
  return sql`(${sql.join([sql`t.reporter_id = ${viewer.id}`, ...lived], sql` or `)})`;
}

interface Row {
  officeId: string;
  reporterId: string;
  homeId: string;
  place: string;
  receivedAt: Date;
  assignee: string | null;
  follows: boolean;
}

/** What a viewer is to one ticket. Whoever moved out may still look at their own time, but acts no more. Lists pass no staff: nobody acts from a list. */
export function relationsTo(viewer: Viewer, ticket: Row, staff: readonly Holder[] | null): Relation[] {
  const roles = viewer.appointments.filter((one) => one.officeId === ticket.officeId);
  const homes = viewer.residences.filter((home) => home.homeId === ticket.homeId);
  const livesThere = homes.some((home) => home.untilAt === null || home.untilAt > viewer.at);
  // An occupant who became the owner, or came back, has lived there in two goes.
  const livedThere = homes.some((home) => home.fromAt <= ticket.receivedAt && (home.untilAt === null || home.untilAt > ticket.receivedAt));
  const isReporter = ticket.reporterId === viewer.id;
  const isHousehold = livesThere && livedThere && ticket.place === 'home';
  // A post nobody holds climbs, for who may act as for who hears.
  const standsIn = (relation: 'agent' | 'head' | 'director') => staff !== null && standsInFor(relation, viewer.id, staff, ticket.reporterId);
  const relations: [Relation, boolean][] = [
    ['reporter', isReporter],
    ['household', isHousehold],
    ['resident', isHousehold || (isReporter && livesThere)],
    ['follower', ticket.follows],
    ['assignee', ticket.assignee === viewer.id && roles.some((one) => one.role === 'technician')],
    ['agent', roles.some(RELATION_HOLDERS.agent) || standsIn('agent')],
    ['head', roles.some(RELATION_HOLDERS.head) || standsIn('head')],
    ['director', roles.some(RELATION_HOLDERS.director) || standsIn('director')],
    ['quality', viewer.appointments.some(RELATION_HOLDERS.quality)],
    ['leadership', viewer.appointments.some(RELATION_HOLDERS.leadership)],
  ];
  return relations.filter(([, holds]) => holds).map(([relation]) => relation);
}
