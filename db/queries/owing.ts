import { type SQL, sql } from 'drizzle-orm';
import type { Complaint } from '../../shared/complaints/complaint.ts';
import type { ErrandState, Unit } from '../../shared/errands/errand.ts';
import { receiversOf, type StandInRole, standsInAt, unitsHeadedBy } from '../../shared/errands/relations.ts';
import { type Department, type Holder, RELATION_HOLDERS, type Role } from '../../shared/kernel/people.ts';
import { holdersOf } from '../../shared/kernel/routing.ts';
import type { Tx } from '../connect.ts';
import { leftBefore, ownersOf } from './errand-walls.ts';
import { isAway, isHeld } from './posts-held.ts';
import { staffOf } from './ticket-files.ts';
import { uuids } from './uuids.ts';
import { type Appointment, directedOffices, overseesCompany, type Viewer } from './viewer.ts';

/** The posts nobody holds that a viewer stands in for: in which estates, and which departments of the company; and who of the estates they direct works there no more. */
export interface StandIns {
  at: Record<StandInRole, string[]>;
  units: (Unit & { officeId: string })[];
  /** Errands about a matter that is shut to whoever holds the post which owes them, or is their own: nobody else has those before them (C3). */
  errands: string[];
  gone: { officeId: string; people: string[] }[];
}

/** Posts of an office as far as standing in asks for them: which are held, and which of them by the viewer. */
interface Held extends Record<string, unknown> {
  office_id: string;
  kind: string;
  posts: { mine: boolean; role: Role; department: Department | null; atHeadOffice: boolean }[];
}

const HEAD_OFFICES = sql`(select id from offices where kind = 'head_office')`;

/** Who held a post at each of these estates, or at the company, and holds none there any more: what they owed is the director's to see to. */
async function readGone(tx: Tx, viewer: Viewer, offices: readonly string[]): Promise<StandIns['gone']> {
  if (offices.length === 0) return [];
  const at = viewer.at.toISOString();
  const rows = await tx.execute<{ office_id: string; people: string[] }>(sql`
    select o.id as office_id, json_agg(distinct a.person_id) as people from offices o join appointments a on a.office_id = any(array${HEAD_OFFICES} || o.id)
    where o.id = any(${uuids(offices)}) and (a.until_at <= ${at} or ${isAway(at)}) and not exists (select 1 from appointments n where n.person_id = a.person_id and ${isHeld(at, sql`n`)}
      and (n.office_id = o.id or n.office_id in ${HEAD_OFFICES})) group by o.id`);
  return rows.map(({ office_id: officeId, people }) => ({ officeId, people }));
}

/** What this viewer stands in for at this moment. Nobody climbs to an agent or a department's head: they are not asked after. */
export async function readStandIns(tx: Tx, viewer: Viewer): Promise<StandIns> {
  const found: StandIns = { at: { agent: [], director: [], quality: [] }, units: [], errands: [], gone: [] };
  const directed = directedOffices(viewer);
  if (!overseesCompany(viewer) && directed.length === 0) return found;
  const at = viewer.at.toISOString();
  // Each office's posts once; the company's stand in for every estate's.
  const rows = await tx.execute<Held>(sql`
    select w.id as office_id, w.kind, coalesce(json_agg(distinct jsonb_build_object('mine', a.person_id = ${viewer.id}, 'role', a.role, 'department', a.department, 'atHeadOffice', w.kind = 'head_office'))
      filter (where a.id is not null), '[]'::json) as posts
    from offices w left join appointments a on a.office_id = w.id and ${isHeld(at)}
    where ${overseesCompany(viewer) ? sql`true` : sql`(w.id = any(${uuids(directed)}) or w.kind = 'head_office')`} group by w.id, w.kind`);
  const company = rows.filter(({ kind }) => kind === 'head_office').flatMap(({ posts }) => posts);
  for (const { office_id: officeId, kind, posts } of rows) {
    if (kind === 'head_office') continue;
    const staff: Holder[] = [...posts, ...company].map(({ mine, ...post }) => ({ ...post, person: mine ? viewer.id : 'another' }));
    const { roles, units } = standsInAt(viewer.id, staff);
    for (const role of roles) found.at[role].push(officeId);
    found.units.push(...units.map((unit) => ({ ...unit, officeId })));
  }
  found.errands = await readShut(tx, viewer, directed);
  return { ...found, gone: await readGone(tx, viewer, [...new Set([...directed, ...found.at.director])]) };
}

/** An open errand about a matter that somebody who works there may not know of. */
interface Shut extends Record<string, unknown> {
  id: string;
  department: Department | null;
  at_head_office: boolean | null;
  holder_id: string;
  giver_id: string;
  complaint: Complaint | null;
  owners: string[];
  staff: Holder[];
  owed_by_roles: string[];
}

/** Whether somebody stands in for what is owed, before the matter at hand: a post held only by whom it is shut to is as good as empty. */
function standsInBefore(person: string, { department, at_head_office, holder_id, giver_id, complaint, owners, staff, owed_by_roles }: Shut): boolean {
  const left = leftBefore(complaint, owners, staff);
  const { roles } = standsInAt(person, left);
  const unit = department === null ? null : { department, atHeadOffice: at_head_office === true };
  const isLeft = left.some((holder) => holder.person === holder_id);
  // What nobody but its holder owes is the director's to hand on, once it is shut to them.
  const takes = unit
    ? receiversOf({ unit, holder: holder_id, giver: giver_id }, left)
    : isLeft
      ? []
      : holdersOf(
          'director',
          left.filter((holder) => holder.person !== giver_id),
        );
  return owed_by_roles.some((role) => (role === 'assignee' ? takes.includes(person) : roles.some((one) => one === role)));
}

/** The errands this viewer stands in for because of what they are about, of the estates they direct, or of all. */
async function readShut(tx: Tx, viewer: Viewer, directed: readonly string[]): Promise<string[]> {
  const at = viewer.at.toISOString();
  const rows = await tx.execute<Shut>(sql`
    select t.id, t.department, t.at_head_office, t.holder_id, t.giver_id, m.facts->'complaint' as complaint, ${ownersOf(viewer.at)} as owners, ${staffOf(sql`t.office_id`, at)} as staff,
      (select coalesce(json_agg(distinct p.owed_by_role), '[]'::json) from promises p where p.office_id = t.office_id and p.subject = t.id and p.kept_at is null and p.withdrawn_at is null) as owed_by_roles
    from errands t join tickets m on m.office_id = t.office_id and m.id = t.ticket_id
    where t.status in ('given', 'taken', 'returned') and t.next_due_by is not null and ${overseesCompany(viewer) ? sql`true` : sql`t.office_id = any(${uuids(directed)})`}
      and (m.kind = 'complaint' or exists (select 1 from appointments a where a.person_id in (select (own.id)::uuid from json_array_elements_text(${ownersOf(viewer.at)}) own(id))
        and a.from_at <= ${at} and (a.until_at is null or a.until_at > ${at})))`);
  return rows.filter((row) => standsInBefore(viewer.id, row)).map((row) => row.id);
}

/** `errands t` of an office of these posts; the company's people work at all, and what was handed on to the company, or written to its general manager, stays its giver's. */
export function worksAtTheirs(posts: readonly Appointment[]): SQL {
  if (posts.some((post) => post.atHeadOffice)) return sql`true`;
  if (posts.length === 0) return sql`t.kind in ('outside', 'mailbox')`;
  return sql`(t.office_id = any(${uuids([...new Set(posts.map((post) => post.officeId))])}) or t.kind in ('outside', 'mailbox'))`;
}

/** `errands t` that went to a unit one of these posts of a viewer heads, one condition a unit. */
export const headedBy = (viewer: Viewer, posts: readonly Appointment[]): SQL[] =>
  posts.flatMap((post) =>
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

/** A promise `p` about an errand that is still owed. */
const OWED = sql`p.subject_kind = 'errand' and p.kept_at is null and p.withdrawn_at is null`;

/** What a list of what somebody owes is narrowed to: which `errands t`, older than which, and so many at most. */
export interface OwedAsked {
  which: SQL;
  after: string | null;
  most: number;
}

/**
 * What this viewer owes of `errands t`, as the ledger says: by name, for a department they head, with the service centre, as director or as quality; and what whoever
 * holds such a post would owe, where nobody does and they stand in. Found by who owes it, the newest first, branch by branch: what others owe is not read.
 */
export function owedErrands(viewer: Viewer, standIns: StandIns, { which, after, most }: OwedAsked): SQL[] {
  const agentAt = [...viewer.appointments.filter(RELATION_HOLDERS.agent).map((one) => one.officeId), ...standIns.at.agent];
  const directed = [...directedOffices(viewer), ...standIns.at.director];
  const isQuality = viewer.appointments.some(RELATION_HOLDERS.quality) || standIns.at.quality.length > 0;
  const promised = (
    who: SQL,
  ) => sql`(select distinct on (p.subject) t.* from promises p join errands t on t.office_id = p.office_id and t.id = p.subject
    where ${OWED} and ${who} and ${which} ${after ? sql`and p.subject < ${after}` : sql``} order by p.subject desc limit ${most})`;
  const held = (
    who: SQL,
    owed: SQL,
  ) => sql`(select t.* from errands t where t.next_due_by is not null and ${who} and ${which} ${after ? sql`and t.id < ${after}` : sql``}
    and exists (select 1 from promises p where p.subject = t.id and ${OWED} and ${owed}) order by t.id desc limit ${most})`;
  const there = (offices: readonly string[]) => sql`p.office_id = any(${uuids(offices)})`;
  return [
    promised(sql`p.owed_by = ${viewer.id} and ${worksAtTheirs(viewer.appointments)}`),
    ...[...headedBy(viewer, viewer.appointments), ...stoodInFor(standIns)].map((unit) => held(unit, sql`p.owed_by_role = 'assignee'`)),
    ...(agentAt.length > 0 ? [promised(sql`p.owed_by_role = 'agent' and ${there(agentAt)}`)] : []),
    // What the director owes, and what is left of whoever works here no more.
    ...(directed.length > 0 ? [promised(sql`p.owed_by_role = 'director' and ${there(directed)}`)] : []),
    ...standIns.gone.flatMap(({ officeId, people }) => [
      promised(sql`p.office_id = ${officeId} and p.owed_by = any(${uuids(people)})`),
      held(sql`t.office_id = ${officeId} and t.holder_id = any(${uuids(people)})`, sql`p.owed_by is null`),
    ]),
    // What is shut to whoever else holds the post.
    ...(standIns.errands.length > 0
      ? [
          sql`(select t.* from errands t where t.id = any(${uuids(standIns.errands)}) and t.next_due_by is not null and ${which} ${after ? sql`and t.id < ${after}` : sql``} order by t.id desc limit ${most})`,
        ]
      : []),
    ...(isQuality ? [promised(sql`p.owed_by_role = 'quality'`)] : []),
    // Of a complaint that has left its office whoever wrote the slip says it as well (C3, D3).
    held(sql`t.giver_id = ${viewer.id} and t.status = 'taken'`, sql`p.owed_by_role = 'quality' and p.what = 'progress_told'`),
  ];
}

/** Whether an errand went to this viewer: by name, to a unit they head, or to one they stand in for. */
export function wentTo(viewer: Viewer, standIns: StandIns, { id, officeId, state }: { id: string; officeId: string; state: ErrandState }): boolean {
  if (state.giver === viewer.id) return false;
  if (state.holder === viewer.id || standIns.errands.includes(id)) return true;
  const { unit } = state;
  const isUnit = (one: Unit) => one.department === unit?.department && one.atHeadOffice === unit.atHeadOffice;
  const isHere = (one: { atHeadOffice: boolean; officeId: string }) => one.atHeadOffice || one.officeId === officeId;
  return (
    viewer.appointments.some((post) => isHere(post) && unitsHeadedBy({ ...post, person: viewer.id }).some(isUnit)) ||
    standIns.units.some((one) => isUnit(one) && isHere(one))
  );
}
