import { sql } from 'drizzle-orm';
import type { KeptChannel } from '../../shared/duties/channels.ts';
import type { KeeperLine } from '../../shared/duties/keepers.ts';
import type { Tx } from '../connect.ts';
import type { Json } from './json.ts';
import { contextFrom, type OfficeContext, settingsOf, staffOf } from './ticket-files.ts';
import { uuids } from './uuids.ts';
import { overseesCompany, type Viewer } from './viewer.ts';

/** The lines of an office's list of keepers, of the head office every estate's, as one JSON array, in the order they were written. */
export const keeperLinesOf = sql`(
  select coalesce(json_agg(json_build_object('channel', k.channel, 'keeper', k.keeper_id, 'from', k.from_at) order by k.from_at, k.id), '[]'::json)
  from channel_keepers k where k.office_id = o.id or o.kind = 'head_office')`;

export const keeperLinesFrom = (json: unknown): KeeperLine[] =>
  (json as { channel: KeptChannel; keeper: string | null; from: string }[]).map((line) => ({ ...line, from: new Date(line.from) }));

/** An estate with its list of keepers and everybody who works there now. */
export interface KeepingOffice extends OfficeContext {
  name: string;
  lines: KeeperLine[];
  /** Names of whoever works there or was ever named or did the naming. */
  names: Readonly<Record<string, string>>;
  /** Who wrote each line, as the lines stand. */
  writers: string[];
}

/** The estates whose keepers concern this viewer: where they work; for the company's roles all. */
export async function readKeepingOffices(tx: Tx, viewer: Viewer, now: Date): Promise<KeepingOffice[]> {
  const where = overseesCompany(viewer) ? sql`true` : sql`o.id = any(${uuids([...new Set(viewer.appointments.map((one) => one.officeId))])})`;
  const rows = await tx.execute<Json>(sql`
    select o.id as office_id, o.name, o.letters, o.opens_at_minute, o.closes_at_minute, ${staffOf(sql`o.id`, now.toISOString())} as staff, ${settingsOf(sql`o.id`)} as settings,
      ${keeperLinesOf} as lines,
      (select coalesce(json_agg(k.set_by order by k.from_at, k.id), '[]'::json) from channel_keepers k where k.office_id = o.id) as writers,
      (select coalesce(json_object_agg(p.id, p.name), '{}'::json) from people p where p.id in (
        select a.person_id from appointments a where a.office_id = o.id and a.from_at <= ${now.toISOString()} and (a.until_at is null or a.until_at > ${now.toISOString()})
        union select k.keeper_id from channel_keepers k where k.office_id = o.id union select k.set_by from channel_keepers k where k.office_id = o.id)) as names
    from offices o where o.kind = 'estate' and ${where} order by o.letters`);
  return rows.map((row) => ({
    ...contextFrom(row),
    name: String(row.name),
    lines: keeperLinesFrom(row.lines),
    names: row.names as Record<string, string>,
    writers: row.writers as string[],
  }));
}

/** Adds a line to the list; the lines before it stay. */
export async function insertKeeper(tx: Tx, viewer: Viewer, line: { id: string; officeId: string } & KeeperLine): Promise<void> {
  await tx.execute(sql`
    insert into channel_keepers (id, office_id, channel, keeper_id, from_at, set_by)
    values (${line.id}, ${line.officeId}, ${line.channel}, ${line.keeper}, ${line.from.toISOString()}, ${viewer.id})`);
}
