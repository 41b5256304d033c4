import { sql } from 'drizzle-orm';
import type { PriceLine } from '../../shared/quotes/prices.ts';
import type { Tx } from '../connect.ts';
import { uuids } from './uuids.ts';
import { homesNow, overseesCompany, type Viewer } from './viewer.ts';

/** The estates whose prices concern this viewer: where they live now and where they work; for the company, all. */
export async function readPricedOffices(tx: Tx, viewer: Viewer): Promise<{ id: string; name: string }[]> {
  const near = [...homesNow(viewer, viewer.at), ...viewer.appointments].map((one) => one.officeId);
  const where = overseesCompany(viewer) ? sql`true` : sql`o.id = any(${uuids([...new Set(near)])})`;
  const rows = await tx.execute<{ id: string; name: string }>(
    sql`select o.id, o.name from offices o where o.kind = 'estate' and ${where} order by o.letters`,
  );
  return [...rows];
}

/** Every line of these offices' price lists, of those this viewer was found to be near. */
export async function readPriceLines(tx: Tx, _viewer: Viewer, offices: readonly string[]): Promise<PriceLine[]> {
  const rows = await tx.execute<Record<string, unknown>>(sql`
    select l.*, to_char(l.from_on, 'YYYY-MM-DD') as from_day, p.name as by_name from prices l join people p on p.id = l.set_by
    where l.office_id = any(${uuids(offices)}) order by l.office_id, l.id`);
  return rows.map((row) => ({
    id: String(row.id),
    officeId: String(row.office_id),
    item: String(row.item_id),
    name: String(row.name),
    unit: String(row.unit),
    kind: row.kind as PriceLine['kind'],
    priceFen: Number(row.price_fen),
    warrantyMonths: (row.warranty_months as number | null) ?? null,
    withdrawn: row.withdrawn === true,
    from: String(row.from_day),
    byName: String(row.by_name),
  }));
}

/** Adds a line to a price list; the lines before it stay. */
export async function insertPrice(tx: Tx, viewer: Viewer, line: Omit<PriceLine, 'byName'> & { at: Date }): Promise<void> {
  await tx.execute(sql`
    insert into prices (id, office_id, item_id, name, unit, kind, price_fen, warranty_months, withdrawn, from_on, set_at, set_by)
    values (${line.id}, ${line.officeId}, ${line.item}, ${line.name}, ${line.unit}, ${line.kind}, ${line.priceFen}, ${line.warrantyMonths},
      ${line.withdrawn}, ${line.from}, ${line.at.toISOString()}, ${viewer.id})`);
}
