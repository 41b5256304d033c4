import { sql } from 'drizzle-orm';
import { handlesComplaints } from '../../shared/kernel/people.ts';
import { homeTerms } from '../../shared/tickets/search.ts';
import type { Transaction, Tx } from '../connect.ts';
import type { Json } from './json.ts';
import { contextFrom, HOME_COLUMNS, type HomeContext, homeContextFrom, settingsOf, staffOf } from './ticket-files.ts';
import { uuids } from './uuids.ts';
import { overseenOffices, overseesCompany, type Viewer } from './viewer.ts';

const MOST_HOMES = 10;

/** Whether a viewer may take down a matter of a home `h`: wherever they work (I4); whoever oversees the company, and the complaints officer, of every estate (C1). */
function takesFrom(viewer: Viewer) {
  if (overseesCompany(viewer) || viewer.appointments.some(handlesComplaints)) return sql`true`;
  return sql`h.office_id = any(${uuids([...new Set(viewer.appointments.map((one) => one.officeId))])})`;
}

export interface HomeFound {
  id: string;
  label: string;
  officeId: string;
  officeName: string;
  keyCustomer: boolean;
  residents: { id: string; name: string; as: 'owner' | 'occupant'; last4: string | null }[];
}

/** The rows of `residences r` in force at an instant. */
const livedIn = (at: string) => sql`r.from_at <= ${at} and (r.until_at is null or r.until_at > ${at})`;

/**
 * Homes of the estates a viewer works in, by their number as people write it; for whoever oversees them also by a resident's name or last four
 * digits.
 * Who lives there is read only by whoever oversees the estate (A1).
 */
export async function findHomes(tx: Tx, viewer: Viewer, query: string): Promise<HomeFound[]> {
  const at = viewer.at.toISOString();
  const overseen = uuids(overseenOffices(viewer));
  const parts = /^@(?:(\d+)-(\d+)-)?(\d+)$/.exec(homeTerms(query.replace(/\s/g, '')).slice(-2)[0] ?? '');
  const byNumber = parts
    ? sql`or (h.room = ${parts[3]} ${parts[1] ? sql`and h.building = ${Number(parts[1])} and h.unit = ${Number(parts[2])}` : sql``})`
    : sql``;
  const rows = await tx.execute<Json>(sql`
    select h.id, h.office_id, h.label, h.key_customer, o.name as office_name, case when h.office_id = any(${overseen}) then (
      select coalesce(json_agg(json_build_object('id', p.id, 'name', p.name, 'as', r."as", 'last4', p.phone_last4) order by r."as" desc, p.name, p.id), '[]'::json)
      from residences r join people p on p.id = r.person_id where r.office_id = h.office_id and r.home_id = h.id and p.name <> '' and ${livedIn(at)}) else '[]'::json end as residents
    from homes h join offices o on o.id = h.office_id
    where ${takesFrom(viewer)} and (h.label = ${query} ${byNumber} or (h.office_id = any(${overseen}) and h.id in (
      select r.home_id from people p join residences r on r.person_id = p.id where (p.name = ${query} or p.phone_last4 = ${query}) and ${livedIn(at)})))
    order by h.office_id, h.building, h.unit, length(h.room), h.room limit ${MOST_HOMES}`);
  return rows.map((row) => ({
    id: String(row.id),
    label: String(row.label),
    officeId: String(row.office_id),
    officeName: String(row.office_name),
    keyCustomer: row.key_customer === true,
    residents: row.residents as HomeFound['residents'],
  }));
}

/**
 * The office around a home where this viewer works, to take a matter down for it, with whoever of it is meant; null where they do not work there.
 * @param who the resident chosen, or the name that was said: a resident of that name is that resident
 */
export async function readIntakeHome(
  tx: Tx,
  viewer: Viewer,
  homeId: string,
  who: { personId?: string | undefined; name: string },
  now: Date,
): Promise<(HomeContext & { residentId: string | null }) | null> {
  const at = now.toISOString();
  const meant = who.personId === undefined ? sql`p.name = ${who.name}` : sql`p.id = ${who.personId}`;
  const [row] = await tx.execute<Json>(sql`
    select ${HOME_COLUMNS},
      ${staffOf(sql`o.id`, at)} as staff, ${settingsOf(sql`o.id`)} as settings,
      (select p.id from residences r join people p on p.id = r.person_id
        where r.office_id = h.office_id and r.home_id = h.id and ${livedIn(at)} and ${meant} order by r.from_at, p.id limit 1) as resident_id
    from homes h join offices o on o.id = h.office_id
    where h.id = ${homeId} and o.kind = 'estate' and ${takesFrom(viewer)}`);
  return row ? { ...homeContextFrom(row), residentId: (row.resident_id as string | null) ?? null } : null;
}

/** The estates this viewer takes things down at, by their letters. */
export async function intakeOffices(tx: Tx, viewer: Viewer): Promise<{ id: string; name: string }[]> {
  return tx.execute<{ id: string; name: string }>(sql`
    select o.id, o.name from (select id as office_id from offices) h join offices o on o.id = h.office_id where o.kind = 'estate' and ${takesFrom(viewer)} order by o.letters`);
}

/** The office of an estate where this viewer takes things down, for what nobody put a name to; null where they do not. @param where what stands for the home */
export async function readIntakeOffice(tx: Tx, viewer: Viewer, officeId: string, where: string, now: Date): Promise<HomeContext | null> {
  const [row] = await tx.execute<Json>(sql`
    select h.office_id, o.letters, o.opens_at_minute, o.closes_at_minute, ${staffOf(sql`o.id`, now.toISOString())} as staff, ${settingsOf(sql`o.id`)} as settings
    from (select id as office_id from offices) h join offices o on o.id = h.office_id
    where o.id = ${officeId} and o.kind = 'estate' and ${takesFrom(viewer)}`);
  return row ? { ...contextFrom(row), homeLabel: where, unitLabel: '', building: 0, keyCustomer: false } : null;
}

/** Keeps what somebody who lives nowhere here is called; no number is asked of them. Their name goes with the words of their matter (retention). */
export async function insertCaller(tx: Transaction, _viewer: Viewer, caller: { id: string; name: string }): Promise<void> {
  await tx.execute(sql`insert into people (id, name) values (${caller.id}, ${caller.name})`);
}
