import { type SQL, sql } from 'drizzle-orm';
import type { Unit } from '../../shared/errands/errand.ts';
import { type StandInRole, standsInAt, unitsHeadedBy } from '../../shared/errands/relations.ts';
import { type Department, type Holder, RELATION_HOLDERS, type Role } from '../../shared/kernel/people.ts';
import type { Tx } from '../connect.ts';
import { uuids } from './uuids.ts';
import { directedOffices, overseesCompany, type Viewer } from './viewer.ts';

/** The posts nobody holds that a viewer stands in for: in which estates, and which departments of the company. */
export interface StandIns {
  at: Record<StandInRole, string[]>;
  units: (Unit & { officeId: string })[];
}

/** Posts of an estate as far as standing in asks for them: which are held, and which of them by the viewer. */
interface Held extends Record<string, unknown> {
  office_id: string;
  posts: { mine: boolean; role: Role; department: Department | null; atHeadOffice: boolean }[];
}

/** What this viewer stands in for at this moment. Nobody climbs to an agent or a department's head: they are not asked after. */
export async function readStandIns(tx: Tx, viewer: Viewer): Promise<StandIns> {
  const found: StandIns = { at: { agent: [], director: [], quality: [] }, units: [] };
  const directed = directedOffices(viewer);
  if (!overseesCompany(viewer) && directed.length === 0) return found;
  const at = viewer.at.toISOString();
  const rows = await tx.execute<Held>(sql`
    select o.id as office_id, coalesce((select json_agg(distinct jsonb_build_object('mine', a.person_id = ${viewer.id}, 'role', a.role, 'department', a.department, 'atHeadOffice', w.kind = 'head_office'))
      from appointments a join offices w on w.id = a.office_id
      where (w.id = o.id or w.kind = 'head_office') and a.from_at <= ${at} and (a.until_at is null or a.until_at > ${at})), '[]'::json) as posts
    from offices o where o.kind = 'estate' and ${overseesCompany(viewer) ? sql`true` : sql`o.id = any(${uuids(directed)})`}`);
  for (const { office_id: officeId, posts } of rows) {
    const staff: Holder[] = posts.map(({ mine, ...post }) => ({ ...post, person: mine ? viewer.id : 'another' }));
    const { roles, units } = standsInAt(viewer.id, staff);
    for (const role of roles) found.at[role].push(officeId);
    found.units.push(...units.map((unit) => ({ ...unit, officeId })));
  }
  return found;
}

/** `errands t` of an office this viewer works at; the company's people work at all, and what was handed on to the company stays its giver's. */
export function worksAtTheirs(viewer: Viewer): SQL {
  if (viewer.appointments.some((post) => post.atHeadOffice)) return sql`true`;
  return sql`(t.office_id = any(${uuids([...new Set(viewer.appointments.map((post) => post.officeId))])}) or t.kind = 'outside')`;
}

/** `errands t` that went to a unit this viewer heads, one condition a unit. */
export const headedBy = (viewer: Viewer): SQL[] =>
  viewer.appointments.flatMap((post) =>
    unitsHeadedBy({ ...post, person: viewer.id }).map(({ department, atHeadOffice }) =>
      atHeadOffice
        ? sql`(t.at_head_office and t.department = ${department})`
        : sql`(t.office_id = ${post.officeId} and not t.at_head_office and t.department = ${department})`,
    ),
  );

/** `errands t` that went to a unit nobody heads, for which this viewer stands in. */
function stoodInFor({ units }: StandIns): SQL[] {
  const departments = [...new Set(units.map((unit) => unit.department))];
  return departments.map((department) => {
    const unit = units.filter((one) => one.department === department);
    return unit[0]?.atHeadOffice
      ? sql`(t.at_head_office and t.department = ${department})`
      : sql`(not t.at_head_office and t.department = ${department} and t.office_id = any(${uuids(unit.map((one) => one.officeId))}))`;
  });
}

/** Whether `errands t` is about a complaint that has left its office. */
const hasLeftOffice = sql`(t.ticket_id is not null and (select m.facts #>> '{complaint,custody}' from tickets m where m.office_id = t.office_id and m.id = t.ticket_id) = 'company')`;

/**
 * What this viewer owes of `errands t`, as the ledger says: by name, for a department they head, with the service centre, as director or as quality; and what whoever
 * holds such a post would owe, where nobody does and they stand in.
 */
export function owedBy(viewer: Viewer, standIns: StandIns): SQL {
  const agentAt = [...viewer.appointments.filter(RELATION_HOLDERS.agent).map((one) => one.officeId), ...standIns.at.agent];
  const directed = [...directedOffices(viewer), ...standIns.at.director];
  const isQuality = viewer.appointments.some(RELATION_HOLDERS.quality) || standIns.at.quality.length > 0;
  const at = viewer.at.toISOString();
  const worksNow = sql`select 1 from appointments a where a.person_id = coalesce(p.owed_by, t.holder_id) and a.from_at <= ${at} and (a.until_at is null or a.until_at > ${at})
    and (a.office_id = t.office_id or a.office_id in (select id from offices where kind = 'head_office'))`;
  const owed = [
    sql`(p.owed_by = ${viewer.id} and ${worksAtTheirs(viewer)})`,
    ...[...headedBy(viewer), ...stoodInFor(standIns)].map((unit) => sql`(p.owed_by_role = 'assignee' and ${unit})`),
    ...(agentAt.length > 0 ? [sql`(p.owed_by_role = 'agent' and t.office_id = any(${uuids(agentAt)}))`] : []),
    // Of a complaint that has left its office nobody there says a word: whoever wrote the slip does, or the quality department (C3, D3, D7).
    sql`(p.owed_by_role = 'agent' and ${isQuality ? sql`true` : sql`t.giver_id = ${viewer.id}`} and ${hasLeftOffice})`,
    // What the director owes, and what is left of whoever works here no more.
    ...(directed.length > 0 ? [sql`(t.office_id = any(${uuids(directed)}) and (p.owed_by_role = 'director' or not exists (${worksNow})))`] : []),
    ...(isQuality ? [sql`p.owed_by_role = 'quality'`] : []),
  ];
  return sql`(t.next_due_by is not null and exists (select 1 from promises p where p.subject = t.id and p.kept_at is null and p.withdrawn_at is null and (${sql.join(owed, sql` or `)})))`;
}
