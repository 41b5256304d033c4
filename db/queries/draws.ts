import { sql } from 'drizzle-orm';
import type { Drawn, Finished } from '../../shared/draws/drawing.ts';
import type { Draw } from '../../shared/draws/rows.ts';
import type { DrawStanding, Standing } from '../../shared/draws/standing.ts';
import { makesReturnCalls } from '../../shared/kernel/people.ts';
import type { Opinion } from '../../shared/tickets/ratings.ts';
import type { Tx } from '../connect.ts';
import type { Json } from './json.ts';
import { PAGE } from './page.ts';
import { contextFrom, type OfficeContext, settingsOf, staffOf } from './ticket-files.ts';
import { uuids } from './uuids.ts';
import { overseenOffices, overseesCompany, type System, type Viewer } from './viewer.ts';
import { ownTickets, visibleTickets } from './visible.ts';

/**
 * The estates that may have something to draw: a period is over since their last draw of a kind, or somebody drawn is asked no more.
 * @param ends when the period of each draw that is over by now began, at the latest
 */
export async function officesWithDraws(tx: Tx, _system: System, ends: readonly { draw: Draw; end: Date }[], since: Date): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    select o.id from offices o where o.kind = 'estate' and (
      exists (select 1 from jsonb_to_recordset(${JSON.stringify(ends)}::jsonb) w(draw text, "end" timestamptz)
        where not exists (select 1 from draws d where d.office_id = o.id and d.draw = w.draw and d.until_at >= w."end"))
      or exists (select 1 from promises p where p.office_id = o.id and p.what in ('weekly_visit', 'quality_visit') and p.withdrawn_at is not null and p.withdrawn_at >= ${since.toISOString()}))
    order by o.id`);
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

/** The repairs of an estate that were put on record as finished in a period, each once, also where it was finished twice; what was merged away is its survivor's (Z6). */
export async function readFinishedIn(tx: Tx, _system: System, officeId: string, from: Date, until: Date): Promise<Finished[]> {
  const rows = await tx.execute<Json>(sql`
    select t.id, t.number, p.phone_last4 is not null as callable from tickets t join people p on p.id = t.reporter_id
    where t.office_id = ${officeId} and t.kind = 'repair' and t.status <> 'cancelled' and ${IS_APART}
      and t.id in (select e.subject from events e where e.office_id = ${officeId} and e.did = 'finished' and e.recorded_at >= ${from.toISOString()} and e.recorded_at < ${until.toISOString()})
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

/** The call a draw line came to: the one it opened, or one that was open already for another draw of the same order. */
const CALL = sql`promises p join events e on e.office_id = p.office_id and e.subject = p.subject and e.did in ('drawn', 'drawn_by_quality') and e.facts->>'draw' = l.draw_id::text
    and p.what = case e.did when 'drawn' then 'weekly_visit' else 'quality_visit' end
    and (p.opened_by = e.id or (p.made_at <= e.at and (p.kept_at is null or p.kept_at >= e.at) and (p.withdrawn_at is null or p.withdrawn_at >= e.at)
      and not exists (select 1 from promises q where q.office_id = p.office_id and q.subject = p.subject and q.what = p.what and q.opened_by = e.id)))
  where p.office_id = l.office_id and p.subject = l.ticket_id`;

/** How a line stands: its call kept, fallen away, open, or none so far. */
const STANDING = sql`case when p.subject is null then 'waiting' when p.kept_at is not null then 'asked' when p.withdrawn_why = 'visit_ended' then 'unreached'
  when p.withdrawn_at is not null then 'gone' else 'open' end`;

/** Somebody of a draw who is to be called. */
export interface StandIn {
  drawId: string;
  ticketId: string;
  place: number;
}

/** The draws of an estate since an instant of which somebody fell away, with how their lines stand, oldest first (Z13). */
export async function readThinned(tx: Tx, _system: System, officeId: string, since: Date): Promise<{ draw: Draw; lines: (StandIn & Standing)[] }[]> {
  const rows = await tx.execute<Json>(sql`
    select d.id, d.draw, json_agg(json_build_object('drawId', l.draw_id, 'ticketId', l.ticket_id, 'place', l.place, 'drawn', l.drawn, 'standing', ${STANDING},
      'isApart', t.status <> 'cancelled' and ${IS_APART})) as lines
    from draws d join draw_lines l on l.draw_id = d.id join tickets t on t.office_id = l.office_id and t.id = l.ticket_id left join lateral (select p.* from ${CALL} limit 1) p on true
    where d.office_id = ${officeId} and d.drawn_at >= ${since.toISOString()} and exists (select 1 from draw_lines l where l.draw_id = d.id and exists (select 1 from ${CALL} and p.withdrawn_at is not null))
    group by d.id, d.draw order by d.id`);
  return rows.map((row) => ({ draw: row.draw as Draw, lines: row.lines as (StandIn & Standing)[] }));
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
  /** Of those asked, how many were not dissatisfied with how it was mended. */
  satisfied: number;
  unreached: number;
  gone: number;
  open: number;
}

/** What was answered in the call `p` a line `l` came to. */
const RESULT = sql`(select k.facts->>'result' from events k where k.office_id = l.office_id and k.subject = l.ticket_id and k.did in ('weekly_visited', 'quality_visited') and k.at = p.kept_at
  order by k.seq desc limit 1)`;

const COUNTS = sql`(select json_build_object('asked', count(*) filter (where c.standing = 'asked'), 'satisfied', count(*) filter (where c.standing = 'asked' and c.result <> 'dissatisfied'),
    'unreached', count(*) filter (where c.standing = 'unreached'), 'gone', count(*) filter (where c.standing = 'gone'), 'open', count(*) filter (where c.standing = 'open'))
  from (select ${STANDING} as standing, ${RESULT} as result from draw_lines l left join lateral (select p.* from ${CALL} limit 1) p on true where l.draw_id = d.id) c)`;

const looksEverywhere = (viewer: Viewer) => overseesCompany(viewer) || viewer.appointments.some(makesReturnCalls);

/** Draws this viewer may look at: of estates they oversee, or of every one for the company and its callers. */
const seen = (viewer: Viewer) => (looksEverywhere(viewer) ? sql`true` : sql`d.office_id = any(${uuids(overseenOffices(viewer))})`);

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
  ...(row.counts as Pick<DrawRead, 'asked' | 'satisfied' | 'unreached' | 'gone' | 'open'>),
});

/** The draws of what this viewer oversees, newest first; null for whoever oversees nothing. @param after the id the last page ended with */
export async function listDraws(tx: Tx, viewer: Viewer, after: string | null): Promise<DrawRead[] | null> {
  if (!looksEverywhere(viewer) && overseenOffices(viewer).length === 0) return null;
  const rows = await tx.execute<Json>(sql`
    select d.*, o.name as office_name, ${COUNTS} as counts from draws d join offices o on o.id = d.office_id
    where ${seen(viewer)} ${after ? sql`and d.id < ${after}` : sql``} order by d.id desc limit ${PAGE + 1}`);
  return rows.map(drawFrom);
}

export interface DrawLineRead {
  ticketId: string;
  number: string;
  place: number;
  drawn: boolean;
  /** Whether this viewer may open it: never what is their own, and the company's caller only what is theirs to call. */
  opens: boolean;
  standing: DrawStanding;
  result: Opinion | null;
}

/** How the calls of an estate went since an instant. */
export type DrawFigures = Pick<DrawRead, 'officeName' | 'asked' | 'satisfied' | 'unreached' | 'open'> & { draw: Draw };

/** The figures of what this viewer oversees, an estate and kind of draw each, of the draws since an instant (V1, V2). */
export async function readDrawFigures(tx: Tx, viewer: Viewer, since: Date): Promise<DrawFigures[]> {
  const rows = await tx.execute<Json>(sql`
    select o.name as office_name, d.draw, json_agg(${COUNTS}) as counts from draws d join offices o on o.id = d.office_id
    where ${seen(viewer)} and d.drawn_at >= ${since.toISOString()} group by o.name, o.letters, d.draw order by o.letters, d.draw desc`);
  return rows.map((row) => {
    const all = row.counts as Record<'asked' | 'satisfied' | 'unreached' | 'open', number>[];
    const sum = (name: keyof (typeof all)[number]) => all.reduce((so, one) => so + one[name], 0);
    return {
      officeName: String(row.office_name),
      draw: row.draw as Draw,
      asked: sum('asked'),
      satisfied: sum('satisfied'),
      unreached: sum('unreached'),
      open: sum('open'),
    };
  });
}

/** One draw and its whole order; null where there is none for them. */
export async function readDraw(tx: Tx, viewer: Viewer, id: string): Promise<{ draw: DrawRead; lines: DrawLineRead[] } | null> {
  const [row] = await tx.execute<Json>(
    sql`select d.*, o.name as office_name, ${COUNTS} as counts from draws d join offices o on o.id = d.office_id where d.id = ${id} and ${seen(viewer)}`,
  );
  if (!row) return null;
  const rows = await tx.execute<Json>(sql`
    select l.ticket_id, t.number, l.place, l.drawn, not ${ownTickets(viewer)} and ${visibleTickets(viewer)} as opens, ${STANDING} as standing, ${RESULT} as result
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
      standing: line.standing as DrawStanding,
      result: (line.result as Opinion | null) ?? null,
    })),
  };
}
