import { sql } from 'drizzle-orm';
import type { ServiceLine } from '../../shared/services/services.ts';
import type { Tx } from '../connect.ts';
import type { Json } from './json.ts';
import { uuids } from './uuids.ts';
import type { Viewer } from './viewer.ts';

/** A line as it is kept: its provider by id. */
export type KeptService = ServiceLine & { providerId: string | null };

const lineFrom = (row: Json): KeptService => ({
  id: String(row.id),
  officeId: String(row.office_id),
  item: String(row.item_id),
  name: String(row.name),
  unit: String(row.unit),
  kind: row.kind as ServiceLine['kind'],
  costFen: Number(row.cost_fen),
  labourFen: Number(row.labour_fen),
  about: String(row.about),
  providerId: (row.provider_id as string | null) ?? null,
  providerName: (row.provider_name as string | null) ?? null,
  withdrawn: row.withdrawn === true,
  from: String(row.from_day),
  byName: String(row.by_name),
});

/** Every line of these offices' services, of those this viewer was found to be near. */
export async function readServiceLines(tx: Tx, _viewer: Viewer, offices: readonly string[]): Promise<KeptService[]> {
  const rows = await tx.execute<Json>(sql`
    select l.*, to_char(l.from_on, 'YYYY-MM-DD') as from_day, p.name as by_name, v.name as provider_name
    from services l join people p on p.id = l.set_by left join providers v on v.office_id = l.office_id and v.id = l.provider_id
    where l.office_id = any(${uuids(offices)}) order by l.office_id, l.id`);
  return rows.map(lineFrom);
}

/** Adds a line to an office's services; the lines before it stay. */
export async function insertService(tx: Tx, viewer: Viewer, line: Omit<KeptService, 'byName' | 'providerName'> & { at: Date }): Promise<void> {
  await tx.execute(sql`
    insert into services (id, office_id, item_id, name, unit, kind, cost_fen, labour_fen, about, provider_id, withdrawn, from_on, set_at, set_by)
    values (${line.id}, ${line.officeId}, ${line.item}, ${line.name}, ${line.unit}, ${line.kind}, ${line.costFen}, ${line.labourFen}, ${line.about},
      ${line.providerId}, ${line.withdrawn}, ${line.from}, ${line.at.toISOString()}, ${viewer.id})`);
}

/** The outside provider of this name, kept once an office. */
export async function keepProvider(tx: Tx, viewer: Viewer, given: { id: string; officeId: string; name: string; at: Date }): Promise<string> {
  await tx.execute(sql`
    insert into providers (id, office_id, name, added_at, added_by) values (${given.id}, ${given.officeId}, ${given.name}, ${given.at.toISOString()}, ${viewer.id})
    on conflict (office_id, name) do nothing`);
  const [row] = await tx.execute<{ id: string }>(sql`select id from providers where office_id = ${given.officeId} and name = ${given.name}`);
  return String(row!.id);
}

/** The names of the outside providers of these offices, of those this viewer was found to be near. */
export async function readProviders(tx: Tx, _viewer: Viewer, offices: readonly string[]): Promise<{ id: string; officeId: string; name: string }[]> {
  const rows = await tx.execute<Json>(
    sql`select id, office_id, name from providers where office_id = any(${uuids(offices)}) order by office_id, name`,
  );
  return rows.map((row) => ({ id: String(row.id), officeId: String(row.office_id), name: String(row.name) }));
}
