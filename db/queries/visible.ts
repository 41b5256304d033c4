import { type SQL, sql } from 'drizzle-orm';
import { RELATION_HOLDERS, type Relation } from '../../shared/kernel/people.ts';
import { overseenOffices, overseesCompany, type Viewer } from './viewer.ts';

const uuids = (ids: readonly string[]): SQL => sql`${`{${ids.join(',')}}`}::uuid[]`;

/** What a viewer may see of `tickets t`: the one place that says so. Narrower than this nothing asks, wider nobody gets. */
export function visibleTickets(viewer: Viewer): SQL {
  if (overseesCompany(viewer)) return sql`true`;
  const homes = viewer.residences.map(
    (home) =>
      sql`(t.office_id = ${home.officeId} and t.home_id = ${home.homeId} and t.place = 'home' and t.received_at >= ${home.fromAt.toISOString()}${
        home.untilAt ? sql` and t.received_at < ${home.untilAt.toISOString()}` : sql``
      })`,
  );
  return sql`(${sql.join(
    [
      sql`t.office_id = any(${uuids(overseenOffices(viewer))})`,
      sql`t.reporter_id = ${viewer.id}`,
      sql`t.assignee_id = ${viewer.id}`,
      sql`exists (select 1 from assignments a where a.office_id = t.office_id and a.ticket_id = t.id and a.person_id = ${viewer.id})`,
      sql`exists (select 1 from followers f where f.office_id = t.office_id and f.ticket_id = t.id and f.person_id = ${viewer.id})`,
      ...homes,
    ],
    sql` or `,
  )})`;
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

/** What a viewer is to one ticket. A technician who once held it still sees it, but is no relation any more. */
export function relationsTo(viewer: Viewer, ticket: Row): Relation[] {
  const roles = viewer.appointments.filter((one) => one.officeId === ticket.officeId);
  const lived = viewer.residences.some(
    (home) =>
      home.homeId === ticket.homeId &&
      ticket.place === 'home' &&
      home.fromAt <= ticket.receivedAt &&
      (home.untilAt === null || home.untilAt > ticket.receivedAt),
  );
  const relations: [Relation, boolean][] = [
    ['reporter', ticket.reporterId === viewer.id],
    ['household', lived],
    ['follower', ticket.follows],
    ['assignee', ticket.assignee === viewer.id],
    ['agent', roles.some(RELATION_HOLDERS.agent)],
    ['head', roles.some(RELATION_HOLDERS.head)],
    ['director', roles.some(RELATION_HOLDERS.director)],
    ['quality', viewer.appointments.some(RELATION_HOLDERS.quality)],
    ['leadership', viewer.appointments.some(RELATION_HOLDERS.leadership)],
  ];
  return relations.filter(([, holds]) => holds).map(([relation]) => relation);
}
