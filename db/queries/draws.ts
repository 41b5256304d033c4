import { sql } from 'drizzle-orm';
import type { Drawn, Finished } from '../../shared/draws/drawing.ts';
import type { Draw } from '../../shared/draws/rows.ts';
import type { Opinion } from '../../shared/tickets/ratings.ts';
import type { Tx } from '../connect.ts';
import type { Json } from './json.ts';
import { PAGE } from './page.ts';
import { contextFrom, type OfficeContext, settingsOf, staffOf } from './ticket-files.ts';
import { uuids } from './uuids.ts';
import { overseenOffices, overseesCompany, type System, type Viewer } from './viewer.ts';
import { ownTickets } from './visible.ts';

/** The estates, whose finished repairs are drawn from. */
export async function officesWithDraws(tx: Tx, _system: System): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`select id from offices where kind = 'estate' order by id`);
  return rows.map((row) => row.id);
}

/** An estate as it is drawn from: since when it has tickets, and where the last draw of each kind ended. */
export interface DrawOffice extends OfficeContext {
  firstAt: Date | null;
  lasts: Partial<Record<Draw, Date>>;
}

/** The estate, held so that nobody else draws from it meanwhile; null where somebody does at this moment. */
export async function holdDrawOffice(tx: Tx, _system: System, officeId: string, now: Date): Promise<DrawOffice | null> {
  const [held] = await tx.execute<{ id: string }>(sql`select id from offices where id = ${officeId} for no key update skip locked`);
  if (!held) return null;
  const [row] = await tx.execute<Json>(sql`
    select o.id as office_id, o.kind, o.letters, o.opens_at_minute, o.closes_at_minute, ${staffOf(sql`o.id`, now.toISOString())} as staff, ${settingsOf(sql`o.id`)} as settings,
      (select t.received_at from tickets t where t.office_id = o.id order by t.id limit 1) as first_at,
      (select coalesce(json_object_agg(d.draw, d.until_at), '{}'::json) from (select draw, max(until_at) as until_at from draws where office_id = o.id group by draw) d) as lasts
    from offices o where o.id = ${officeId}`);
  if (!row) return null;
  const lasts = Object.entries(row.lasts as Record<Draw, string>).map(([draw, until]) => [draw, new Date(until)]);
  return { ...contextFrom(row), firstAt: row.first_at === null ? null : new Date(String(row.first_at)), lasts: Object.fromEntries(lasts) };
}

/** What was merged away is its survivor's. */
const IS_APART = sql`coalesce(t.facts->'merged', 'null'::jsonb) = 'null'::jsonb`;

/** The repairs of an estate finished in a period, each once, also where it was finished twice; what was merged away is its survivor's (Z6). */
export async function readFinishedIn(tx: Tx, _system: System, officeId: string, from: Date, until: Date): Promise<Finished[]> {
  const rows = await tx.execute<Json>(sql`
    select t.id, t.number, p.phone_last4 is not null as callable from tickets t join people p on p.id = t.reporter_id
    where t.office_id = ${officeId} and t.kind = 'repair' and t.status <> 'cancelled' and ${IS_APART}
      and t.id in (select e.subject from events e where e.office_id = ${officeId} and e.did = 'finished' and e.at >= ${from.toISOString()} and e.at < ${until.toISOString()})
    order by t.number`);
  return rows.map((row) => ({ ticketId: String(row.id), number: String(row.number), isCallable: row.callable === true }));
}

export interface NewDraw {
  id: string;
  officeId: string;
  draw: Draw;
  from: Date;
  until: Date;
  at: Date;
  percent: number;
  seed: string;
}

/** Writes a draw down, its whole order with it. */
export async function insertDraw(tx: Tx, _system: System, made: NewDraw, drawn: Drawn): Promise<void> {
  await tx.execute(sql`insert into draws (id, office_id, draw, from_at, until_at, drawn_at, percent, seed, finished, left_out, size)
    values (${made.id}, ${made.officeId}, ${made.draw}, ${made.from.toISOString()}, ${made.until.toISOString()}, ${made.at.toISOString()}, ${made.percent}, ${made.seed},
      ${drawn.finished}, ${drawn.leftOut}, ${drawn.size})`);
  if (drawn.lines.length === 0) return;
  await tx.execute(sql`insert into draw_lines (office_id, draw_id, ticket_id, place, drawn)
    select ${made.officeId}, ${made.id}, l.ticket, l.place, l.drawn
    from jsonb_to_recordset(${JSON.stringify(drawn.lines.map(({ ticketId, place, drawn: isDrawn }) => ({ ticket: ticketId, place, drawn: isDrawn })))}::jsonb) as l(ticket uuid, place int, drawn boolean)`);
}

/** The call a draw line came to, with the event that opened it. */
const CALL = sql`promises p join events e on e.office_id = p.office_id and e.id = p.opened_by
  where p.office_id = l.office_id and p.subject = l.ticket_id and e.did in ('drawn', 'drawn_by_quality') and e.facts->>'draw' = l.draw_id::text`;

/** Who stands in for somebody out of reach. */
export interface StandIn {
  drawId: string;
  draw: Draw;
  ticketId: string;
  place: number;
}

/**
 * Readings 39, Z13: of the draws since an instant, one of which more were out of reach than others stand in for, and who is next in its order; null where all are seen to, or
 * nobody is left.
 */
export async function readStandIn(tx: Tx, _system: System, officeId: string, since: Date): Promise<StandIn | null> {
  const [row] = await tx.execute<Json>(sql`
    select d.id, d.draw, l.ticket_id, l.place from draws d join lateral (
      select l.* from draw_lines l join tickets t on t.office_id = l.office_id and t.id = l.ticket_id
      where l.draw_id = d.id and not l.drawn and t.status <> 'cancelled' and ${IS_APART} and not exists (select 1 from ${CALL}) order by l.place limit 1) l on true
    where d.office_id = ${officeId} and d.drawn_at >= ${since.toISOString()}
      and (select count(*) from draw_lines l where l.draw_id = d.id and exists (select 1 from ${CALL} and p.withdrawn_at is not null))
        > (select count(*) from draw_lines l where l.draw_id = d.id and not l.drawn and exists (select 1 from ${CALL}))
    order by d.id limit 1`);
  return row ? { drawId: String(row.id), draw: row.draw as Draw, ticketId: String(row.ticket_id), place: Number(row.place) } : null;
}

/** A draw with what became of those who were asked. */
export interface DrawRead {
  id: string;
  officeId: string;
  officeName: string;
  draw: Draw;
  from: Date;
  until: Date;
  at: Date;
  percent: number;
  seed: string;
  finished: number;
  leftOut: number;
  size: number;
  asked: number;
  unreached: number;
  open: number;
}

const COUNTS = sql`
  (select count(*)::int from draw_lines l where l.draw_id = d.id and exists (select 1 from ${CALL} and p.kept_at is not null)) as asked,
  (select count(*)::int from draw_lines l where l.draw_id = d.id and exists (select 1 from ${CALL} and p.withdrawn_at is not null)) as unreached,
  (select count(*)::int from draw_lines l where l.draw_id = d.id and exists (select 1 from ${CALL} and p.kept_at is null and p.withdrawn_at is null)) as open`;

/** Draws this viewer may look at: of estates they oversee, or of every one for the company. */
const seen = (viewer: Viewer) => (overseesCompany(viewer) ? sql`true` : sql`d.office_id = any(${uuids(overseenOffices(viewer))})`);

const drawFrom = (row: Json): DrawRead => ({
  id: String(row.id),
  officeId: String(row.office_id),
  officeName: String(row.office_name),
  draw: row.draw as Draw,
  from: new Date(String(row.from_at)),
  until: new Date(String(row.until_at)),
  at: new Date(String(row.drawn_at)),
  percent: Number(row.percent),
  seed: String(row.seed),
  finished: Number(row.finished),
  leftOut: Number(row.left_out),
  size: Number(row.size),
  asked: Number(row.asked),
  unreached: Number(row.unreached),
  open: Number(row.open),
});

/** The draws of what this viewer oversees, newest first; null for whoever oversees nothing. @param after the id the last page ended with */
export async function listDraws(tx: Tx, viewer: Viewer, after: string | null): Promise<DrawRead[] | null> {
  if (!overseesCompany(viewer) && overseenOffices(viewer).length === 0) return null;
  const rows = await tx.execute<Json>(sql`
    select d.*, o.name as office_name, ${COUNTS} from draws d join offices o on o.id = d.office_id
    where ${seen(viewer)} ${after ? sql`and d.id < ${after}` : sql``} order by d.id desc limit ${PAGE + 1}`);
  return rows.map(drawFrom);
}

export type DrawStanding = 'waiting' | 'open' | 'asked' | 'unreached';

export interface DrawLineRead {
  ticketId: string;
  number: string;
  place: number;
  drawn: boolean;
  /** Whether this viewer may open it: never what is their own. */
  opens: boolean;
  standing: DrawStanding;
  result: Opinion | null;
}

/** One draw and its whole order; null where there is none for them. */
export async function readDraw(tx: Tx, viewer: Viewer, id: string): Promise<{ draw: DrawRead; lines: DrawLineRead[] } | null> {
  const [row] = await tx.execute<Json>(
    sql`select d.*, o.name as office_name, ${COUNTS} from draws d join offices o on o.id = d.office_id where d.id = ${id} and ${seen(viewer)}`,
  );
  if (!row) return null;
  const rows = await tx.execute<Json>(sql`
    select l.ticket_id, t.number, l.place, l.drawn, not ${ownTickets(viewer)} as opens, p.kept_at, p.withdrawn_at, p.subject as called,
      (select k.facts->>'result' from events k where k.office_id = l.office_id and k.subject = l.ticket_id and k.did in ('return_visited', 'quality_visited') and k.at = p.kept_at order by k.seq desc limit 1) as result
    from draw_lines l join tickets t on t.office_id = l.office_id and t.id = l.ticket_id
      left join lateral (select p.* from ${CALL} limit 1) p on true
    where l.draw_id = ${id} order by l.place`);
  return {
    draw: drawFrom(row),
    lines: rows.map((line) => ({
      ticketId: String(line.ticket_id),
      number: String(line.number),
      place: Number(line.place),
      drawn: line.drawn === true,
      opens: line.opens === true,
      standing: line.kept_at ? 'asked' : line.withdrawn_at ? 'unreached' : line.called ? 'open' : 'waiting',
      result: (line.result as Opinion | null) ?? null,
    })),
  };
}
