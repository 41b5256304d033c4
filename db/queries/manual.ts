import { sql } from 'drizzle-orm';
import type { SettingEntry } from '../../shared/kernel/settings.ts';
import type { Tx } from '../connect.ts';
import { settingEntriesFrom, settingsOf } from './ticket-files.ts';
import { uuids } from './uuids.ts';
import type { Viewer } from './viewer.ts';

export interface ManualOffice {
  id: string;
  name: string;
}

const scopeOf = (viewer: Viewer) => {
  const mine = sql`any(${uuids(viewer.appointments.map((one) => one.officeId))})`;
  return sql`(o.id = ${mine} or exists (select 1 from offices h where h.kind = 'head_office' and h.id = ${mine}))`;
};

/** The offices whose manual this viewer may read: their own, and for whoever works at the head office every one. */
export async function readManualOffices(tx: Tx, viewer: Viewer): Promise<ManualOffice[]> {
  const rows = await tx.execute<{ id: string; name: string }>(
    sql`select o.id, o.name from offices o where ${scopeOf(viewer)} order by o.kind, o.letters`,
  );
  return rows.map(({ id, name }) => ({ id, name }));
}

/** What an office and the head office set, of every date; null for an office whose manual is not this viewer's to read. */
export async function readOfficeSettings(tx: Tx, viewer: Viewer, officeId: string): Promise<(ManualOffice & { settings: SettingEntry[] }) | null> {
  const rows = await tx.execute<{ id: string; name: string; settings: unknown }>(
    sql`select o.id, o.name, ${settingsOf(sql`o.id`)} as settings from offices o where o.id = ${officeId} and ${scopeOf(viewer)}`,
  );
  const row = rows[0];
  return row ? { id: row.id, name: row.name, settings: settingEntriesFrom(row.settings) } : null;
}
