import { type SQL, sql } from 'drizzle-orm';
import type { ApprovalState, Verdict } from '../../shared/kernel/approvals.ts';
import type { Promised } from '../../shared/kernel/promises.ts';
import type { Tx } from '../connect.ts';
import type { Json } from './json.ts';
import { contextFrom, ledgerOf, type OfficeContext, promisedFrom, settingsOf, staffOf } from './ticket-files.ts';
import { uuids } from './uuids.ts';
import { overseesCompany, type System, type Viewer } from './viewer.ts';

/** One document as a decision reads it: where it stands, its ledger, and the office around it. */
export interface ApprovalFile extends OfficeContext {
  id: string;
  /** What colleagues call it. */
  number: string;
  version: number;
  state: ApprovalState;
  ledger: Promised[];
}

/** A document that does not stand yet. */
export interface NewApproval {
  id: string;
  officeId: string;
}

/** Where a document stands, from its columns. */
export const stateFrom = (row: Json): ApprovalState => ({
  document: String(row.document),
  name: String(row.name),
  writtenOn: String(row.written_on),
  status: row.status as ApprovalState['status'],
  round: Number(row.round),
  step: Number(row.step),
  steps: row.steps as ApprovalState['steps'],
  author: String(row.author_id),
  submittedAt: new Date(String(row.submitted_at)),
  decidedAt: row.decided_at === null ? null : new Date(String(row.decided_at)),
});

/** Estates whose documents a viewer may see: colleagues their own, the company's roles all. */
const estatesSeen = (viewer: Viewer): SQL =>
  overseesCompany(viewer) ? sql`o.kind = 'estate'` : sql`o.kind = 'estate' and o.id = any(${uuids(viewer.appointments.map((one) => one.officeId))})`;

/** The head office, whose own documents the company's roles see. */
const companySeen = (viewer: Viewer): SQL => (overseesCompany(viewer) ? sql`o.kind = 'head_office'` : sql`false`);

const officesSeen = (viewer: Viewer): SQL => sql`((${estatesSeen(viewer)}) or (${companySeen(viewer)}))`;

async function readFiles(tx: Tx, where: SQL, now: Date): Promise<ApprovalFile[]> {
  const rows = await tx.execute<Json>(sql`
    select t.*, t.written_on::text as written_on, o.letters, o.opens_at_minute, o.closes_at_minute,
      ${ledgerOf} as ledger, ${staffOf(sql`t.office_id`, now.toISOString())} as staff, ${settingsOf(sql`t.office_id`)} as settings
    from approvals t join offices o on o.id = t.office_id where ${where}`);
  return rows.map((row) => ({
    ...contextFrom(row),
    id: String(row.id),
    number: `${row.document} ${row.name}`,
    version: Number(row.version),
    state: stateFrom(row),
    ledger: (row.ledger as Json[]).map(promisedFrom),
  }));
}

/** One document this viewer may see; null where there is none for them. Waits for whoever decides on it at this moment. */
export async function readApproval(tx: Tx, viewer: Viewer, id: string, now: Date): Promise<ApprovalFile | null> {
  await tx.execute(sql`select 1 from approvals t where t.id = ${id} for update`);
  const [file] = await readFiles(tx, sql`t.id = ${id} and ${officesSeen(viewer)}`, now);
  return file ?? null;
}

/** A document of an office by its name, where it was ever handed in. */
export async function readApprovalByName(
  tx: Tx,
  viewer: Viewer,
  given: { officeId: string; document: string; name: string },
  now: Date,
): Promise<ApprovalFile | null> {
  const [file] = await readFiles(
    tx,
    sql`t.office_id = ${given.officeId} and t.document = ${given.document} and t.name = ${given.name} and ${officesSeen(viewer)}`,
    now,
  );
  return file ?? null;
}

/** The office around a document that is handed in for the first time; null where this viewer does not work there. The company's own only where it is asked for. */
export async function readOfficeToWriteFor(tx: Tx, viewer: Viewer, officeId: string, now: Date, ofCompany = false): Promise<OfficeContext | null> {
  const rows = await tx.execute<Json>(sql`
    select o.id as office_id, o.letters, o.opens_at_minute, o.closes_at_minute, ${staffOf(sql`o.id`, now.toISOString())} as staff, ${settingsOf(sql`o.id`)} as settings
    from offices o where o.id = ${officeId} and ${ofCompany ? companySeen(viewer) : estatesSeen(viewer)}`);
  return rows[0] ? contextFrom(rows[0]) : null;
}

/** Documents of some offices for the sweep, by id. */
export const readApprovalFiles = (tx: Tx, _system: System, officeId: string, ids: readonly string[], now: Date): Promise<ApprovalFile[]> =>
  readFiles(tx, sql`t.office_id = ${officeId} and t.id = any(${uuids(ids)})`, now);

/** One document of an office in a list; without an approval it was never handed in. */
export interface DocumentLine extends OfficeContext {
  officeName: string;
  approvals: { id: string; state: ApprovalState; authorName: string; decidedByName: string | null; words: string | null; dueBy: Date | null }[];
}

/** Every document of a kind in the estates a viewer may see, or of the company itself, with the last word on each. */
export async function listDocuments(tx: Tx, viewer: Viewer, document: string, now: Date, ofCompany = false): Promise<DocumentLine[]> {
  const rows = await tx.execute<Json>(sql`
    select o.id as office_id, o.name, o.letters, o.opens_at_minute, o.closes_at_minute, ${staffOf(sql`o.id`, now.toISOString())} as staff, '[]'::json as settings,
      (select coalesce(json_agg(to_jsonb(t) || jsonb_build_object('author_name', p.name, 'by_name', d.name, 'words', d.words,
         'due_by', (select min(m.due_by) from promises m where m.office_id = t.office_id and m.subject = t.id and m.kept_at is null and m.withdrawn_at is null))), '[]'::json)
       from approvals t join people p on p.id = t.author_id
       left join lateral (select n.words, b.name from approval_decisions n join people b on b.id = n.by_id
         where n.office_id = t.office_id and n.approval_id = t.id and n.round = t.round order by n.id desc limit 1) d on true
       where t.office_id = o.id and t.document = ${document}) as approvals
    from offices o where ${ofCompany ? companySeen(viewer) : estatesSeen(viewer)} order by o.letters`);
  return rows.map((row) => ({
    ...contextFrom(row),
    officeName: String(row.name),
    approvals: (row.approvals as Json[]).map((one) => ({
      id: String(one.id),
      state: stateFrom(one),
      authorName: String(one.author_name),
      decidedByName: (one.by_name as string | null) ?? null,
      words: (one.words as string | null) ?? null,
      dueBy: one.due_by ? new Date(String(one.due_by)) : null,
    })),
  }));
}

const columns = (state: ApprovalState) => ({
  document: state.document,
  name: state.name,
  written_on: state.writtenOn,
  status: state.status,
  round: state.round,
  step: state.step,
  steps: state.steps,
  author_id: state.author,
  submitted_at: state.submittedAt,
  decided_at: state.decidedAt,
});
const json = (rows: unknown[]) => sql`${JSON.stringify(rows)}::jsonb`;

/** Puts a new document where `record` has brought it. @returns nothing; a twin handed in at the same moment is refused by its name */
export async function insertApproval(tx: Tx, made: NewApproval, state: ApprovalState, version: number): Promise<void> {
  await tx.execute(
    sql`insert into approvals select * from jsonb_populate_recordset(null::approvals, ${json([
      { id: made.id, office_id: made.officeId, ...columns(state), version },
    ])})`,
  );
}

/** Saves where documents stand now, each only if nobody moved it since it was read. Returns the ids that were saved. */
export async function saveApprovals(
  tx: Tx,
  moved: readonly { id: string; officeId: string; version: number; newVersion: number; state: ApprovalState }[],
): Promise<string[]> {
  const rows = moved.map((one) => ({ id: one.id, office_id: one.officeId, version: one.version, ...columns(one.state) }));
  const versions = moved.map((one) => ({ id: one.id, version: one.newVersion }));
  const saved = await tx.execute<{ id: string }>(sql`
    update approvals t set written_on = n.written_on, status = n.status, round = n.round, step = n.step, steps = n.steps, author_id = n.author_id,
      submitted_at = n.submitted_at, decided_at = n.decided_at, version = v.version
    from jsonb_populate_recordset(null::approvals, ${json(rows)}) n join jsonb_to_recordset(${json(versions)}) as v(id uuid, version int) on v.id = n.id
    where t.office_id = n.office_id and t.id = n.id and t.version = n.version returning t.id`);
  return saved.map((row) => row.id);
}

/** Keeps the words of a version as they were handed in. */
export async function insertApprovalVersion(
  tx: Tx,
  viewer: Viewer,
  version: { officeId: string; approvalId: string; round: number; words: string; at: Date },
): Promise<void> {
  await tx.execute(sql`insert into approval_versions (office_id, approval_id, round, author_id, words, at)
    values (${version.officeId}, ${version.approvalId}, ${version.round}, ${viewer.id}, ${version.words}, ${version.at.toISOString()})`);
}

/** Keeps what a step decided, and why. */
export async function insertApprovalDecision(
  tx: Tx,
  viewer: Viewer,
  decision: { id: string; officeId: string; approvalId: string; round: number; step: number; verdict: Verdict; words: string; at: Date },
): Promise<void> {
  await tx.execute(sql`insert into approval_decisions (id, office_id, approval_id, round, step, by_id, verdict, words, at)
    values (${decision.id}, ${decision.officeId}, ${decision.approvalId}, ${decision.round}, ${decision.step}, ${viewer.id}, ${decision.verdict}, ${decision.words}, ${decision.at.toISOString()})`);
}
