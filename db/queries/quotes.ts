import { sql } from 'drizzle-orm';
import type { QuoteLine } from '../../shared/quotes/quotes.ts';
import type { Tx } from '../connect.ts';
import type { Json } from './json.ts';
import type { Viewer } from './viewer.ts';

interface At {
  officeId: string;
  id: string;
}

/** What a line says of what was taken from a price list, by its columns. */
export const takenColumns = (line: Omit<QuoteLine, 'warrantyMonths'>) => ({
  price_id: line.priceId,
  label: line.label,
  unit: line.unit,
  kind: line.kind,
  quantity: line.quantity,
  price_fen: line.priceFen,
});

/** One version of a quote with its lines, as a ticket shows it. */
export interface QuoteRow {
  id: string;
  version: number;
  halfDays: number;
  madeBy: string;
  madeAt: Date;
  lines: QuoteLine[];
}

/** What a finished round cost. */
export interface ChargeRow {
  round: number;
  quoteId: string | null;
  quantities: number[];
  labourFen: number;
  partsFen: number;
}

const lineFrom = (line: Json): QuoteLine => ({
  priceId: (line.price_id as string | null) ?? null,
  label: String(line.label),
  unit: String(line.unit),
  kind: line.kind as QuoteLine['kind'],
  quantity: Number(line.quantity),
  priceFen: (line.price_fen as number | null) ?? null,
  warrantyMonths: (line.warranty_months as number | null) ?? null,
});

/** A quote's columns, with its lines as JSON in their order. */
export const quoteFrom = (row: Json): QuoteRow => ({
  id: String(row.id),
  version: Number(row.version),
  halfDays: Number(row.half_days),
  madeBy: String(row.made_by),
  madeAt: new Date(String(row.made_at)),
  lines: (row.lines as Json[]).map(lineFrom),
});

export const chargeFrom = (row: Json): ChargeRow => ({
  round: Number(row.round),
  quoteId: (row.quote_id as string | null) ?? null,
  quantities: row.quantities as number[],
  labourFen: Number(row.labour_fen),
  partsFen: Number(row.parts_fen),
});

/** The lines of a quote, in their order; none for no quote. The ticket is one this viewer may see. */
export async function readQuoteLines(tx: Tx, _viewer: Viewer, ticket: At, quoteId: string | null): Promise<QuoteLine[]> {
  if (quoteId === null) return [];
  const rows = await tx.execute<Json>(sql`
    select l.* from quotes q join quote_lines l on l.office_id = q.office_id and l.quote_id = q.id
    where q.office_id = ${ticket.officeId} and q.ticket_id = ${ticket.id} and q.id = ${quoteId} order by l.position`);
  return rows.map(lineFrom);
}

/** Keeps a version of a quote; false where somebody else has made this version. */
export async function insertQuote(
  tx: Tx,
  viewer: Viewer,
  quote: { id: string; officeId: string; ticketId: string; round: number; version: number; halfDays: number; at: Date; lines: readonly QuoteLine[] },
): Promise<boolean> {
  const made = await tx.execute(sql`
    insert into quotes (id, office_id, ticket_id, round, version, half_days, made_by, made_at)
    values (${quote.id}, ${quote.officeId}, ${quote.ticketId}, ${quote.round}, ${quote.version}, ${quote.halfDays}, ${viewer.id}, ${quote.at.toISOString()})
    on conflict (office_id, ticket_id, version) do nothing returning id`);
  if (made.length === 0) return false;
  const lines = quote.lines.map((line, position) => ({
    office_id: quote.officeId,
    quote_id: quote.id,
    position,
    ...takenColumns(line),
    warranty_months: line.warrantyMonths,
  }));
  await tx.execute(sql`insert into quote_lines select * from jsonb_populate_recordset(null::quote_lines, ${JSON.stringify(lines)}::jsonb)`);
  return true;
}

/** Keeps what a finished round cost, once; false where somebody else has finished it. */
export async function insertCharge(tx: Tx, viewer: Viewer, charge: ChargeRow & { officeId: string; ticketId: string; at: Date }): Promise<boolean> {
  const made = await tx.execute(sql`
    insert into charges (office_id, ticket_id, round, quote_id, quantities, labour_fen, parts_fen, by_id, at)
    values (${charge.officeId}, ${charge.ticketId}, ${charge.round}, ${charge.quoteId}, ${`{${charge.quantities.join(',')}}`}::int[], ${charge.labourFen},
      ${charge.partsFen}, ${viewer.id}, ${charge.at.toISOString()})
    on conflict (office_id, ticket_id, round) do nothing returning round`);
  return made.length > 0;
}

/** The half man-days of a quote of a ticket this viewer may see. */
export async function readHalfDays(tx: Tx, _viewer: Viewer, ticket: At, quoteId: string): Promise<number> {
  const [row] = await tx.execute<{ half_days: number }>(
    sql`select half_days from quotes where office_id = ${ticket.officeId} and ticket_id = ${ticket.id} and id = ${quoteId}`,
  );
  return Number(row?.half_days ?? 1);
}
