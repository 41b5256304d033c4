import { type SQL, sql } from 'drizzle-orm';
import type { SettingEntry, SettingKey } from '../../shared/kernel/settings.ts';
import type { Change, Estate } from '../../shared/settings/changing.ts';
import type { Tx } from '../connect.ts';
import type { Json } from './json.ts';
import { settingEntriesFrom, settingsOf } from './ticket-files.ts';
import { uuids } from './uuids.ts';
import type { Viewer } from './viewer.ts';

/** An office whose figures are read. */
export interface RuledOffice {
  id: string;
  name: string;
  isCompany: boolean;
  singleClient: boolean;
}

const officeFrom = (row: Json): RuledOffice => ({
  id: String(row.id),
  name: String(row.name),
  isCompany: row.kind === 'head_office',
  singleClient: row.single_client === true,
});

/** Offices a colleague reads the figures of: their own and the company; who works for the company, all. */
const readable = (viewer: Viewer): SQL =>
  viewer.appointments.some((one) => one.atHeadOffice)
    ? sql`true`
    : sql`(o.kind = 'head_office' or o.id = any(${uuids(viewer.appointments.map((one) => one.officeId))}))`;

/** The offices whose figures this colleague may read: estates first, by their letters, then the company. */
export async function readRuledOffices(tx: Tx, viewer: Viewer): Promise<RuledOffice[]> {
  const rows = await tx.execute<Json>(
    sql`select o.id, o.name, o.kind, o.single_client from offices o where ${readable(viewer)} order by o.kind = 'head_office', o.letters`,
  );
  return rows.map(officeFrom);
}

/** A line as it was written, with why and by whom. */
export interface WrittenSetting extends SettingEntry {
  id: string;
  officeId: string;
  officeName: string;
  setAt: Date;
  by: string | null;
  byName: string | null;
  reason: string;
  /** Who put an estate's own on record, and their words; null for the company's. */
  recordedBy: string | null;
  record: string | null;
}

const WRITTEN = sql`select s.id, s.office_id, o.name as office_name, o.kind, s.key, s.value, s.from_at, s.set_at, s.reason, s.set_by, p.name as by_name, d.name as recorded_by, d.words as record
  from settings s join offices o on o.id = s.office_id left join people p on p.id = s.set_by
  left join lateral (select b.name, n.words from approval_decisions n join people b on b.id = n.by_id
    where n.office_id = s.office_id and n.approval_id = s.approval_id and n.round = s.round and n.verdict = 'approved' order by n.id desc limit 1) d on true`;

const writtenFrom = (row: Json): WrittenSetting => ({
  id: String(row.id),
  officeId: String(row.office_id),
  officeName: String(row.office_name),
  office: row.kind === 'estate' ? 'estate' : 'headOffice',
  key: row.key as SettingKey,
  value: row.value as SettingEntry['value'],
  from: new Date(String(row.from_at)),
  setAt: new Date(String(row.set_at)),
  reason: String(row.reason ?? ''),
  by: (row.set_by as string | null) ?? null,
  byName: (row.by_name as string | null) ?? null,
  recordedBy: (row.recorded_by as string | null) ?? null,
  record: (row.record as string | null) ?? null,
});

/** What an office and the company set, in the order in which it was written; with a key, only that figure's. */
export async function readWrittenSettings(tx: Tx, viewer: Viewer, officeId: string, key: SettingKey | null = null): Promise<WrittenSetting[]> {
  const rows = await tx.execute<Json>(sql`${WRITTEN} where (s.office_id = ${officeId} or o.kind = 'head_office') and ${readable(viewer)}
    and (${key}::text is null or s.key = ${key}) order by s.id`);
  return rows.map(writtenFrom);
}

/** Every change this colleague may read of, newest first. */
export async function listSettingChanges(tx: Tx, viewer: Viewer, after: string | null): Promise<WrittenSetting[]> {
  const rows = await tx.execute<Json>(
    sql`${WRITTEN} where ${readable(viewer)} and (${after}::uuid is null or s.id < ${after}::uuid) order by s.id desc limit 21`,
  );
  return rows.map(writtenFrom);
}

/** Whoever changes figures at this moment waits for whoever does so already: one is looked at with all the others. */
export async function holdSettings(tx: Tx, _viewer: Viewer): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('settings', 23))`);
}

/** The company's lines, and every estate with its own beside them. */
export async function readEveryEstate(tx: Tx, _viewer: Viewer): Promise<{ companys: SettingEntry[]; estates: Estate[] }> {
  const rows = await tx.execute<Json>(
    sql`select o.id, o.kind, o.single_client, ${settingsOf(sql`o.id`)} as settings from offices o order by o.kind, o.letters`,
  );
  const all = rows.map((row) => ({ ...officeFrom(row), entries: settingEntriesFrom(row.settings) }));
  return { companys: all.find((one) => one.isCompany)?.entries ?? [], estates: all.filter((one) => !one.isCompany) };
}

/** A line that does not stand yet. */
export interface NewSetting extends Pick<SettingEntry, 'key' | 'value' | 'from'> {
  id: string;
  officeId: string;
  by: string;
  reason: string;
  at: Date;
  approval: { id: string; round: number } | null;
}

/** Adds a line; those before it stay. */
export async function insertSetting(tx: Tx, _viewer: Viewer, line: NewSetting): Promise<void> {
  await tx.execute(sql`insert into settings (id, office_id, key, value, from_at, set_at, set_by, reason, approval_id, round)
    values (${line.id}, ${line.officeId}, ${line.key}, ${JSON.stringify(line.value)}::jsonb, ${line.from.toISOString()}, ${line.at.toISOString()}, ${line.by}, ${line.reason},
      ${line.approval?.id ?? null}, ${line.approval?.round ?? null})`);
}

/** What a version of a proposal wants. */
export interface Proposed extends Change {
  reason: string;
}

const proposedFrom = (row: Json): Proposed => ({
  key: row.key as SettingKey,
  value: row.value as Change['value'],
  from: String(row.from_day),
  reason: String(row.reason),
});

export async function insertProposal(
  tx: Tx,
  _viewer: Viewer,
  { officeId, approvalId, round, key, value, from, reason }: Proposed & { officeId: string; approvalId: string; round: number },
): Promise<void> {
  await tx.execute(sql`insert into setting_proposals (office_id, approval_id, round, key, value, from_on, reason)
    values (${officeId}, ${approvalId}, ${round}, ${key}, ${JSON.stringify(value)}::jsonb, ${from}, ${reason})`);
}

/** What one version of a proposal wants; null where there is none. Whoever may see the approval may read it. */
export async function readProposal(tx: Tx, _viewer: Viewer, approvalId: string, round: number): Promise<Proposed | null> {
  const [row] = await tx.execute<Json>(
    sql`select key, value, reason, from_on::text as from_day from setting_proposals where approval_id = ${approvalId} and round = ${round}`,
  );
  return row ? proposedFrom(row) : null;
}

/** The newest version of each of some proposals, by their approvals. */
export async function readNewestProposals(tx: Tx, _viewer: Viewer, approvals: readonly string[]): Promise<Map<string, Proposed>> {
  const rows = await tx.execute<Json>(sql`select distinct on (approval_id) approval_id, key, value, reason, from_on::text as from_day
    from setting_proposals where approval_id = any(${uuids(approvals)}) order by approval_id, round desc`);
  return new Map(rows.map((row) => [String(row.approval_id), proposedFrom(row)]));
}
