import { type SQL, sql } from 'drizzle-orm';
import { atHour } from '../../shared/kernel/time.ts';
import type { Hand, Matter, Trade } from '../../shared/repairs/dispatching.ts';
import type { Tx } from '../connect.ts';
import type { Json } from './json.ts';
import { isHeld } from './posts-held.ts';
import { stateFrom } from './ticket-files.ts';
import { uuids } from './uuids.ts';
import { overseenOffices, overseesCompany, type System, type Viewer } from './viewer.ts';
import { keptFrom } from './visible.ts';

/** How many of somebody's newest tickets are looked through for where they were last. */
const RECENT = 20;

/**
 * The technicians of an office now, what they have in hand, and in which building they last arrived today, as one JSON array. The duty roster will
 * say `onDuty` here; until then nobody knows.
 */
const handsOf = (office: SQL, now: Date) => {
  const at = now.toISOString();
  const lastArrival = sql`
    select case when y.place = 'home' then h.building end from (select x.* from tickets x where x.assignee_id = p.id order by x.id desc limit ${RECENT}) y
    join homes h on h.office_id = y.office_id and h.id = y.home_id
    where y.office_id = ${office} and (y.happened->>'arrived')::timestamptz >= ${atHour(now, 0).toISOString()}
    order by (y.happened->>'arrived')::timestamptz desc limit 1`;
  return sql`(
    select coalesce(json_agg(json_build_object('id', p.id, 'name', p.name, 'trades', a.trades, 'onDuty', null,
      'openTickets', (select count(*)::int from tickets x where x.assignee_id = p.id and x.status in ('dispatched', 'on_site')), 'building', (${lastArrival})) order by p.name, p.id), '[]'::json)
    from (select a.person_id, array(select distinct unnest(b.trades) from appointments b where b.office_id = ${office} and b.person_id = a.person_id and b.role = 'technician'
        and b.from_at <= ${at} and (b.until_at is null or b.until_at > ${at})) as trades
      from appointments a where a.office_id = ${office} and a.role = 'technician' and ${isHeld(at)} group by a.person_id) a
    join people p on p.id = a.person_id)`;
};

const handFrom = (row: Json): Hand => ({
  id: String(row.id),
  name: String(row.name),
  trades: row.trades as Trade[],
  onDuty: (row.onDuty as boolean | null) ?? null,
  openTickets: Number(row.openTickets),
  building: row.building === null ? null : Number(row.building),
});

/** Whom this ticket could be given to, for whoever may dispatch there; null where this viewer never does. One statement. */
export async function readHandsFor(tx: Tx, viewer: Viewer, ticketId: string, now: Date): Promise<{ hands: Hand[]; matter: Matter } | null> {
  const offices = overseenOffices(viewer);
  if (!overseesCompany(viewer) && offices.length === 0) return null;
  const [row] = await tx.execute<Json>(sql`
    select t.*, h.building, ${handsOf(sql`t.office_id`, now)} as hands from tickets t join homes h on h.office_id = t.office_id and h.id = t.home_id
    where t.id = ${ticketId} and ${overseesCompany(viewer) ? sql`true` : sql`t.office_id = any(${uuids(offices)})`} ${keptFrom(viewer)}`);
  if (!row) return null;
  const state = stateFrom(row);
  const matter: Matter = {
    category: state.category,
    danger: state.danger,
    building: state.place === 'home' ? Number(row.building) : null,
    lastTime: state.formerAssignee,
    handedBackBy: state.happened.handed_back ? state.formerAssignee : null,
  };
  return { hands: (row.hands as Json[]).map(handFrom), matter };
}

/** Whom something that is being taken down in an office could be given to (I16); the estate is the one it was reported at, by this viewer. */
export async function readHandsAt(tx: Tx, _viewer: Viewer, officeId: string, now: Date): Promise<Hand[]> {
  const [row] = await tx.execute<Json>(sql`select ${handsOf(sql`o.id`, now)} as hands from offices o where o.id = ${officeId}`);
  return ((row?.hands as Json[] | undefined) ?? []).map(handFrom);
}

/** Everybody who lives in this home or ever did; ids and nothing else, for whoever sends somebody there. */
export async function everLivedAt(tx: Tx, _viewer: Viewer | System, home: { officeId: string; homeId: string | null }): Promise<string[]> {
  const rows = await tx.execute<{ person_id: string }>(
    sql`select distinct r.person_id from residences r where r.office_id = ${home.officeId} and r.home_id = ${home.homeId}`,
  );
  return rows.map((row) => row.person_id);
}
