import { type SQL, sql } from 'drizzle-orm';
import type { SpentLine } from '../../shared/facilities/spending.ts';
import { areaOf } from '../../shared/tickets/followers.ts';
import type { Tx } from '../connect.ts';
import type { Json } from './json.ts';
import { PAGE } from './page.ts';
import { takenColumns } from './quotes.ts';
import { homesNow, overseesCompany, type Viewer } from './viewer.ts';
import { visibleTickets } from './visible.ts';

/** A public facility by its name. */
export interface FacilityRow {
  id: string;
  name: string;
}

const isNear = (viewer: Viewer, officeId: string) =>
  overseesCompany(viewer) || [...homesNow(viewer, viewer.at), ...viewer.appointments].some((one) => one.officeId === officeId);

/** The named facilities of an estate where this viewer lives or works, by name; null where they do neither. */
export async function listFacilities(tx: Tx, viewer: Viewer, officeId: string): Promise<FacilityRow[] | null> {
  if (!isNear(viewer, officeId)) return null;
  return tx.execute<FacilityRow & Json>(
    sql`select f.id, f.name from facilities f where f.office_id = ${officeId} order by f.building nulls last, f.unit nulls last, f.name`,
  );
}

/** One facility of an estate this viewer was found to be near, by its id or by its name; null where none is called so. */
export async function readFacility(
  tx: Tx,
  _viewer: Viewer,
  officeId: string,
  by: { id?: string | undefined; name: string },
): Promise<FacilityRow | null> {
  const which = by.id === undefined ? sql`f.name = ${by.name}` : sql`f.id = ${by.id}`;
  const [row] = await tx.execute<FacilityRow & Json>(sql`select f.id, f.name from facilities f where f.office_id = ${officeId} and ${which}`);
  return row ?? null;
}

/** Names a facility; whoever named it first at this moment named it for both. */
export async function insertFacility(
  tx: Tx,
  viewer: Viewer,
  facility: { id: string; officeId: string; name: string; at: Date },
): Promise<FacilityRow> {
  const { building, unit } = areaOf(facility.name);
  await tx.execute(sql`
    insert into facilities (id, office_id, name, building, unit, named_by, named_at)
    values (${facility.id}, ${facility.officeId}, ${facility.name}, ${building}, ${unit}, ${viewer.id}, ${facility.at.toISOString()})
    on conflict (office_id, name) do nothing`);
  return (await readFacility(tx, viewer, facility.officeId, { name: facility.name }))!;
}

/** How often the costs of a round were written, and when first. The ticket is one this viewer may see. */
export async function readSpendingBefore(
  tx: Tx,
  _viewer: Viewer,
  ticket: { officeId: string; id: string },
  round: number,
): Promise<{ version: number; spentAt: Date | null }> {
  const [row] = await tx.execute<{ version: number; spent_at: string | null }>(sql`
    select coalesce(max(s.version), 0)::int as version, min(s.spent_at) as spent_at from spendings s
    where s.office_id = ${ticket.officeId} and s.ticket_id = ${ticket.id} and s.round = ${round}`);
  return { version: Number(row?.version ?? 0), spentAt: row?.spent_at ? new Date(row.spent_at) : null };
}

/** Keeps what a round used; false where somebody else has written this version. */
export async function insertSpending(
  tx: Tx,
  viewer: Viewer,
  spending: {
    id: string;
    officeId: string;
    ticketId: string;
    round: number;
    version: number;
    labourFen: number;
    partsFen: number;
    at: Date;
    spentAt: Date;
    lines: readonly SpentLine[];
  },
): Promise<boolean> {
  const made = await tx.execute(sql`
    insert into spendings (id, office_id, ticket_id, round, version, labour_fen, parts_fen, by_id, at, spent_at)
    values (${spending.id}, ${spending.officeId}, ${spending.ticketId}, ${spending.round}, ${spending.version}, ${spending.labourFen}, ${spending.partsFen},
      ${viewer.id}, ${spending.at.toISOString()}, ${spending.spentAt.toISOString()})
    on conflict (office_id, ticket_id, round, version) do nothing returning id`);
  if (made.length === 0) return false;
  const lines = spending.lines.map((line, position) => ({
    office_id: spending.officeId,
    spending_id: spending.id,
    position,
    ...takenColumns(line),
  }));
  if (lines.length > 0)
    await tx.execute(sql`insert into spending_lines select * from jsonb_populate_recordset(null::spending_lines, ${JSON.stringify(lines)}::jsonb)`);
  return true;
}

/** A period of an estate's costs. */
export interface CostSpan {
  officeId: string;
  from: Date;
  until: Date;
}

/** What counts of an estate's spendings in a period: of each round of a ticket this viewer may see, what was written last. */
export const countedSpendings = (viewer: Viewer, { officeId, from, until }: CostSpan): SQL => sql`
  select distinct on (s.ticket_id, s.round) s.*, t.number, t.facts->>'facility' as facility_id, t.facts->>'category' as category, t.first_contact_id
  from spendings s join tickets t on t.office_id = s.office_id and t.id = s.ticket_id
  where s.office_id = ${officeId} and s.spent_at >= ${from.toISOString()} and s.spent_at < ${until.toISOString()} and ${visibleTickets(viewer)}
  order by s.ticket_id, s.round, s.version desc`;

/** The public repairs finished in a period whose cost nobody has recorded yet (R7), of tickets this viewer may see. */
export const missingSpendings = (viewer: Viewer, { officeId, from, until }: CostSpan): SQL => sql`
  select p.opened_by as id, p.subject as ticket_id, p.due_by, p.started_at as spent_at, t.number, t.facts->>'facility' as facility_id, t.facts->>'category' as category,
    t.first_contact_id, (select e.by_id from events e where e.office_id = p.office_id and e.id = p.opened_by) as by_id
  from promises p join tickets t on t.office_id = p.office_id and t.id = p.subject
  where p.office_id = ${officeId} and p.what = 'cost_recorded' and p.kept_at is null and p.withdrawn_at is null
    and p.due_by >= ${from.toISOString()} and p.started_at >= ${from.toISOString()} and p.started_at < ${until.toISOString()} and ${visibleTickets(viewer)}`;

/** How many those are. */
export async function countMissing(tx: Tx, viewer: Viewer, span: CostSpan): Promise<number> {
  const [row] = await tx.execute<{ n: number }>(sql`select count(*)::int as n from (${missingSpendings(viewer, span)}) m`);
  return Number(row?.n ?? 0);
}

export interface CostRow {
  facility: FacilityRow | null;
  repairs: number;
  labourFen: number;
  partsFen: number;
}

/** What each facility took in a period, the dearest first; what has no facility yet comes last. */
export async function sumSpendings(tx: Tx, viewer: Viewer, span: CostSpan): Promise<CostRow[]> {
  const rows = await tx.execute<Json>(sql`
    select f.id, f.name, count(distinct c.ticket_id)::int as repairs, sum(c.labour_fen)::int as labour_fen, sum(c.parts_fen)::int as parts_fen
    from (${countedSpendings(viewer, span)}) c left join facilities f on f.office_id = c.office_id and f.id = c.facility_id::uuid
    group by f.id, f.name order by f.id is null, sum(c.labour_fen + c.parts_fen) desc, f.name`);
  return rows.map((row) => ({
    facility: row.id === null ? null : { id: String(row.id), name: String(row.name) },
    repairs: Number(row.repairs),
    labourFen: Number(row.labour_fen),
    partsFen: Number(row.parts_fen),
  }));
}

export interface CostLineRow {
  id: string;
  ticketId: string;
  number: string;
  category: string;
  where: string;
  at: Date;
  byName: string;
  labourFen: number;
  partsFen: number;
  lines: { label: string; quantity: number; unit: string }[];
  missingUntil: Date | null;
}

/** The finished public repairs nobody recorded the cost of, the last finished first. */
export async function listMissing(tx: Tx, viewer: Viewer, span: CostSpan, after: string | null): Promise<CostLineRow[]> {
  const rows = await tx.execute<Json>(sql`
    select m.*, w.place, coalesce(p.name, '') as by_name
    from (${missingSpendings(viewer, span)}) m join contacts w on w.office_id = ${span.officeId} and w.id = m.first_contact_id left join people p on p.id = m.by_id
    where ${after ? sql`m.id < ${after}` : sql`true`} order by m.id desc limit ${PAGE + 1}`);
  return rows.map((row) => costLineFrom({ ...row, labour_fen: 0, parts_fen: 0, lines: [] }));
}

const costLineFrom = (row: Json): CostLineRow => ({
  id: String(row.id),
  ticketId: String(row.ticket_id),
  number: String(row.number),
  category: String(row.category ?? ''),
  where: String(row.place),
  at: new Date(String(row.spent_at)),
  byName: String(row.by_name),
  labourFen: Number(row.labour_fen),
  partsFen: Number(row.parts_fen),
  lines: row.lines as CostLineRow['lines'],
  missingUntil: row.due_by ? new Date(String(row.due_by)) : null,
});

/** The public repairs behind a figure, newest first. @param figure a facility's id, those without one, or all */
export async function listSpendings(tx: Tx, viewer: Viewer, span: CostSpan, figure: string, after: string | null): Promise<CostLineRow[]> {
  const which = figure === 'all' ? sql`true` : figure === 'unnamed' ? sql`c.facility_id is null` : sql`c.facility_id = ${figure}`;
  const rows = await tx.execute<Json>(sql`
    select c.*, w.place, p.name as by_name,
      (select coalesce(json_agg(json_build_object('label', l.label, 'quantity', l.quantity, 'unit', l.unit) order by l.position), '[]'::json)
        from spending_lines l where l.office_id = c.office_id and l.spending_id = c.id) as lines
    from (${countedSpendings(viewer, span)}) c join contacts w on w.office_id = c.office_id and w.id = c.first_contact_id join people p on p.id = c.by_id
    where ${which} ${after ? sql`and c.id < ${after}` : sql``} order by c.id desc limit ${PAGE + 1}`);
  return rows.map(costLineFrom);
}
