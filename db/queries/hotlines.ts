import { sql } from 'drizzle-orm';
import type { NumberChange, NumberLine, Purpose } from '../../shared/hotlines/hotlines.ts';
import type { Tx } from '../connect.ts';
import type { Json } from './json.ts';
import { uuids } from './uuids.ts';
import { homesNow, overseesCompany, type Viewer } from './viewer.ts';

/** An office with its numbers, of every date. */
export interface NumberedOffice {
  id: string;
  name: string;
  isCompany: boolean;
  /** The service number it began with. */
  first: string;
  lines: NumberLine[];
}

/** Where a viewer lives and works, and the company; for whoever oversees it, all. Estates first. */
export async function readNumberedOffices(tx: Tx, viewer: Viewer): Promise<NumberedOffice[]> {
  const near = [...homesNow(viewer, viewer.at), ...viewer.appointments].map((one) => one.officeId);
  const seen = overseesCompany(viewer) ? sql`true` : sql`(o.kind = 'head_office' or o.id = any(${uuids([...new Set(near)])}))`;
  const rows = await tx.execute<Json>(sql`
    select o.id, o.name, o.kind, o.hotline, (select coalesce(json_agg(json_build_object('id', n.id, 'item', n.purpose, 'number', n.number,
      'withdrawn', n.number is null, 'from', n.from_on::text) order by n.id), '[]'::json) from hotlines n where n.office_id = o.id) as lines
    from offices o where ${seen} order by o.kind = 'head_office', o.letters`);
  return rows.map((row) => ({
    id: String(row.id),
    name: String(row.name),
    isCompany: row.kind === 'head_office',
    first: String(row.hotline),
    lines: row.lines as NumberLine[],
  }));
}

/** What a version of a proposal wants. */
export interface ProposedNumber extends NumberChange {
  reason: string;
}

const proposedFrom = (row: Json): ProposedNumber => ({
  purpose: row.purpose as Purpose,
  number: (row.number as string | null) ?? null,
  from: String(row.from_day),
  reason: String(row.reason),
});

export async function insertNumberProposal(
  tx: Tx,
  _viewer: Viewer,
  { officeId, approvalId, round, purpose, number, from, reason }: ProposedNumber & { officeId: string; approvalId: string; round: number },
): Promise<void> {
  await tx.execute(sql`insert into hotline_proposals (office_id, approval_id, round, purpose, number, from_on, reason)
    values (${officeId}, ${approvalId}, ${round}, ${purpose}, ${number}, ${from}, ${reason})`);
}

/** The newest version of each of some proposals, by their approvals. */
export async function readNewestNumbers(tx: Tx, _viewer: Viewer, approvals: readonly string[]): Promise<Map<string, ProposedNumber>> {
  const rows = await tx.execute<Json>(sql`select distinct on (approval_id) approval_id, purpose, number, reason, from_on::text as from_day
    from hotline_proposals where approval_id = any(${uuids(approvals)}) order by approval_id, round desc`);
  return new Map(rows.map((row) => [String(row.approval_id), proposedFrom(row)]));
}

/** Adds a line to an office's numbers; those before it stay. */
export async function insertNumber(
  tx: Tx,
  _viewer: Viewer,
  line: NumberChange & { id: string; officeId: string; by: string; at: Date; approval: { id: string; round: number } },
): Promise<void> {
  await tx.execute(sql`insert into hotlines (id, office_id, purpose, number, from_on, set_at, set_by, approval_id, round)
    values (${line.id}, ${line.officeId}, ${line.purpose}, ${line.number}, ${line.from}, ${line.at.toISOString()}, ${line.by}, ${line.approval.id}, ${line.approval.round})`);
}
