import { type SQL, sql } from 'drizzle-orm';
import type { EstateForm } from '../../shared/company/estates.ts';
import type { Place } from '../../shared/company/homes.ts';
import type { Books, RosterPlan } from '../../shared/company/roster.ts';
import { headsServiceCentre, RELATION_HOLDERS } from '../../shared/kernel/people.ts';
import type { Transaction, Tx } from '../connect.ts';
import type { Json } from './json.ts';
import { serviceNumber } from './service-number.ts';
import type { Stranger } from './sign-in.ts';
import { uuids } from './uuids.ts';
import { overseesCompany, type Viewer } from './viewer.ts';

/** Whether no company was set up here yet. */
export async function isEmpty(tx: Tx): Promise<boolean> {
  const [row] = await tx.execute<{ empty: boolean }>(sql`select not exists (select 1 from offices) as empty`);
  return row!.empty;
}

/**
 * Keeps a code for whoever sets the company up, as whoever owns the database; an earlier one is good no longer.
 * @returns false where a company was set up
 */
export async function offerSetUp(tx: Tx, offer: { id: string; codeHash: string; expiresAt: Date }, now: Date): Promise<boolean> {
  const at = now.toISOString();
  const [made] = await tx.execute(sql`
    with before as (update set_up_codes set replaced_at = ${at} where used_at is null and replaced_at is null)
    insert into set_up_codes (id, code_hash, made_at, expires_at)
    select ${offer.id}, ${offer.codeHash}, ${at}, ${offer.expiresAt.toISOString()} where not exists (select 1 from offices) returning id`);
  return made !== undefined;
}

/** The code with this hash, held until the transaction ends; null where there is none that is good. */
export async function holdSetUp(tx: Tx, _stranger: Stranger, codeHash: string, now: Date): Promise<string | null> {
  const [row] = await tx.execute<{ id: string }>(sql`
    select id from set_up_codes where code_hash = ${codeHash} and used_at is null and replaced_at is null and expires_at > ${now.toISOString()} for no key update`);
  return row?.id ?? null;
}

export interface NewCompany {
  codeId: string;
  head: { id: string; form: EstateForm; entryId: string };
  manager: { id: string; name: string; phoneCipher: string; phoneIndex: string; phoneLast4: string; appointmentId: string };
}

/** Begins the company: its head office, and its first user as general manager. The code must be held (`holdSetUp`). */
export async function beginCompany(tx: Transaction, _stranger: Stranger, { codeId, head, manager }: NewCompany, now: Date): Promise<void> {
  const at = now.toISOString();
  await insertOffice(tx, { id: head.id, kind: 'head_office', form: head.form });
  await tx.execute(sql`insert into people (id, name, phone_cipher, phone_index, phone_last4)
    values (${manager.id}, ${manager.name}, ${manager.phoneCipher}, ${manager.phoneIndex}, ${manager.phoneLast4})`);
  await tx.execute(sql`insert into appointments (id, office_id, person_id, role, department, scope, from_at)
    values (${manager.appointmentId}, ${head.id}, ${manager.id}, 'generalManager', 'office', 'all', ${at})`);
  await insertEntry(tx, { id: head.entryId, officeId: head.id, version: 1, form: head.form, byId: manager.id }, now);
  await tx.execute(sql`update set_up_codes set used_at = ${at}, used_by_id = ${manager.id} where id = ${codeId}`);
}

async function insertOffice(tx: Tx, { id, kind, form }: { id: string; kind: 'head_office' | 'estate'; form: EstateForm }): Promise<boolean> {
  const [made] = await tx.execute(sql`
    insert into offices (id, kind, name, letters, hotline, opens_at_minute, closes_at_minute, occupied_since, commission_based, single_client)
    values (${id}, ${kind}, ${form.name}, ${form.letters}, ${form.hotline}, ${form.opensAtMinute}, ${form.closesAtMinute}, ${form.occupiedSince}, ${form.commissionBased}, ${form.singleClient})
    on conflict do nothing returning id`);
  return made !== undefined;
}

interface Entry {
  id: string;
  officeId: string;
  version: number;
  form: EstateForm;
  byId: string;
}

/** @returns false where that version was written meanwhile */
async function insertEntry(tx: Tx, { id, officeId, version, form, byId }: Entry, now: Date): Promise<boolean> {
  const [made] = await tx.execute(sql`
    insert into office_entries (id, office_id, version, facts, at, by_id) values (${id}, ${officeId}, ${version}, ${JSON.stringify(form)}::jsonb, ${now.toISOString()}, ${byId})
    on conflict do nothing returning id`);
  return made !== undefined;
}

/** Whether somebody sets up the company: its leadership. */
export const setsUp = (viewer: Viewer): boolean => viewer.appointments.some((one) => one.atHeadOffice && RELATION_HOLDERS.leadership(one));

/** Estates whose roster somebody reads in: its director, whoever heads its service centre; leadership anywhere. */
export const keepsRosterOf = (viewer: Viewer, officeId: string): boolean =>
  setsUp(viewer) || viewer.appointments.some((one) => one.officeId === officeId && (RELATION_HOLDERS.director(one) || headsServiceCentre(one)));

/** Which offices somebody sees the set-up of. */
function seen(viewer: Viewer): SQL {
  if (overseesCompany(viewer) || viewer.appointments.some((one) => one.role === 'hr')) return sql`true`;
  const own = viewer.appointments.filter((one) => RELATION_HOLDERS.director(one) || headsServiceCentre(one)).map((one) => one.officeId);
  return sql`o.id = any(${uuids(own)})`;
}

export interface OfficeRow extends EstateForm {
  id: string;
  kind: 'head_office' | 'estate';
  version: number;
  homes: number;
  residents: number;
  colleagues: number;
  director: string | null;
  /** Roles held there now. */
  roles: string[];
}

/** Offices as whoever sets them up sees them, the head office first. @param id only this one */
export async function readOffices(tx: Tx, viewer: Viewer, id: string | null = null): Promise<OfficeRow[]> {
  const at = viewer.at.toISOString();
  const now = (table: string) => sql.raw(`${table}.from_at <= '${at}' and (${table}.until_at is null or ${table}.until_at > '${at}')`);
  const rows = await tx.execute<Json>(sql`
    select o.*, ${serviceNumber(sql`o`, at)} as number, coalesce((select max(e.version) from office_entries e where e.office_id = o.id), 0) as version,
      (select count(*)::int from homes h where h.office_id = o.id) as homes,
      (select count(distinct r.person_id)::int from residences r where r.office_id = o.id and ${now('r')}) as residents,
      (select count(distinct a.person_id)::int from appointments a where a.office_id = o.id and ${now('a')}) as colleagues,
      (select p.name from appointments a join people p on p.id = a.person_id where a.office_id = o.id and a.role = 'director' and ${now('a')} order by a.from_at, a.id limit 1) as director,
      coalesce((select json_agg(distinct a.role) from appointments a where a.office_id = o.id and ${now('a')}), '[]'::json) as roles
    from offices o where ${seen(viewer)} ${id ? sql`and o.id = ${id}` : sql``} order by o.kind desc, o.letters`);
  return rows.map((row) => ({
    id: String(row.id),
    kind: row.kind as OfficeRow['kind'],
    name: String(row.name),
    letters: String(row.letters),
    hotline: String(row.number),
    opensAtMinute: Number(row.opens_at_minute),
    closesAtMinute: Number(row.closes_at_minute),
    occupiedSince: (row.occupied_since as string | null) ?? null,
    commissionBased: Boolean(row.commission_based),
    singleClient: Boolean(row.single_client),
    version: Number(row.version),
    homes: Number(row.homes),
    residents: Number(row.residents),
    colleagues: Number(row.colleagues),
    director: (row.director as string | null) ?? null,
    roles: row.roles as string[],
  }));
}

export interface OfficeMore {
  buildings: { building: number; units: number; homes: number }[];
  entries: { at: Date; byName: string | null }[];
  imports: { id: string; at: Date; byName: string; rows: number; homes: number; people: number; residences: number }[];
}

const LATEST = 20;

/** What stands of one office beside what it is known by; the office must be seen (`readOffices`). */
export async function readOfficeMore(tx: Tx, _viewer: Viewer, id: string): Promise<OfficeMore> {
  const [row] = await tx.execute<{ buildings: OfficeMore['buildings'] | null; entries: Json[] | null; imports: Json[] | null }>(sql`
    select (select json_agg(b order by b.building) from (select building, count(distinct unit)::int as units, count(*)::int as homes from homes where office_id = ${id} group by building) b) as buildings,
      (select json_agg(json_build_object('at', e.at, 'byName', p.name) order by e.version desc) from (select * from office_entries where office_id = ${id} order by version desc limit ${LATEST}) e left join people p on p.id = e.by_id) as entries,
      (select json_agg(json_build_object('id', i.id, 'at', i.at, 'byName', p.name, 'rows', i.rows, 'homes', i.homes, 'people', i.people, 'residences', i.residences) order by i.at desc)
        from (select * from roster_imports where office_id = ${id} order by at desc limit ${LATEST}) i join people p on p.id = i.by_id) as imports`);
  const atOf = <T extends Json>(one: T) => ({ ...one, at: new Date(one.at as string) });
  return {
    buildings: row?.buildings ?? [],
    entries: (row?.entries ?? []).map(atOf) as unknown as OfficeMore['entries'],
    imports: (row?.imports ?? []).map(atOf) as unknown as OfficeMore['imports'],
  };
}

/** Writes an estate. @returns false where another office has these letters */
export async function insertEstate(
  tx: Transaction,
  viewer: Viewer,
  estate: { id: string; entryId: string; form: EstateForm },
  now: Date,
): Promise<boolean> {
  if (!(await insertOffice(tx, { id: estate.id, kind: 'estate', form: estate.form }))) return false;
  await insertEntry(tx, { id: estate.entryId, officeId: estate.id, version: 1, form: estate.form, byId: viewer.id }, now);
  return true;
}

/** Describes an office anew; its letters stay, and its numbers are changed by approval (P5). @returns false where somebody did meanwhile */
export async function updateOffice(tx: Transaction, viewer: Viewer, change: Omit<Entry, 'byId'>, now: Date): Promise<boolean> {
  if (!(await insertEntry(tx, { ...change, byId: viewer.id }, now))) return false;
  const { form } = change;
  await tx.execute(sql`
    update offices set name = ${form.name}, opens_at_minute = ${form.opensAtMinute}, closes_at_minute = ${form.closesAtMinute},
      occupied_since = ${form.occupiedSince}, commission_based = ${form.commissionBased}, single_client = ${form.singleClient} where id = ${change.officeId}`);
  return true;
}

/** The homes of an office, by where they are. */
export async function readPlaces(tx: Tx, _viewer: Viewer, officeId: string): Promise<Books['homes'][number][]> {
  const rows = await tx.execute<Json>(sql`select id, building, unit, room, key_customer from homes where office_id = ${officeId}`);
  return rows.map((row) => ({
    id: String(row.id),
    building: Number(row.building),
    unit: Number(row.unit),
    room: String(row.room),
    isKeyCustomer: Boolean(row.key_customer),
  }));
}

/** Writes homes that are not there yet. The roster must be held (`holdRoster`). */
export async function insertHomes(
  tx: Transaction,
  _viewer: Viewer,
  officeId: string,
  homes: readonly (Place & { id: string; label: string; isKeyCustomer: boolean })[],
): Promise<void> {
  if (homes.length === 0) return;
  const lines = homes.map(({ isKeyCustomer, ...home }) => ({ ...home, office_id: officeId, key_customer: isKeyCustomer }));
  await tx.execute(sql`insert into homes select * from jsonb_populate_recordset(null::homes, ${JSON.stringify(lines)}::jsonb)`);
}

/** Has whoever else reads a roster in for this office wait. */
export async function holdRoster(tx: Transaction, _viewer: Viewer, officeId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`roster ${officeId}`}, 0))`);
}

/** What the books of an estate say now. @param indexes what the numbers of the sheet are found by */
export async function readBooks(tx: Tx, viewer: Viewer, officeId: string, indexes: readonly string[]): Promise<Books> {
  const at = viewer.at.toISOString();
  const homes = await readPlaces(tx, viewer, officeId);
  const residences = await tx.execute<Json>(sql`
    select home_id, person_id, "as" from residences where office_id = ${officeId} and from_at <= ${at} and (until_at is null or until_at > ${at})`);
  const people = await tx.execute<Json>(sql`
    select id, name, phone_index from people where phone_index = any(array(select jsonb_array_elements_text(${JSON.stringify(indexes)}::jsonb)))
    union select p.id, p.name, p.phone_index from people p where p.id in (select person_id from residences where office_id = ${officeId})`);
  return {
    homes,
    residences: residences.map((row) => ({ homeId: String(row.home_id), personId: String(row.person_id), as: row.as as 'owner' | 'occupant' })),
    people: people.map((row) => ({ id: String(row.id), name: String(row.name), phoneIndex: (row.phone_index as string | null) ?? null })),
  };
}

/** A plan with an id for whatever is new, and numbers sealed. */
export interface RosterLines {
  officeId: string;
  homes: Parameters<typeof insertHomes>[3];
  people: { id: string; name: string; phoneCipher: string | null; phoneIndex: string | null; phoneLast4: string | null }[];
  residences: { id: string; homeId: string; personId: string; as: 'owner' | 'occupant'; fromAt: Date }[];
  keyHomes: RosterPlan['keyHomes'];
}

/** Writes what is new in a roster. The roster must be held (`holdRoster`). */
export async function writeRoster(tx: Transaction, viewer: Viewer, { officeId, homes, people, residences, keyHomes }: RosterLines): Promise<void> {
  await insertHomes(tx, viewer, officeId, homes);
  const put = (table: string, lines: readonly object[]) =>
    tx.execute(
      sql`insert into ${sql.identifier(table)} select * from jsonb_populate_recordset(null::${sql.identifier(table)}, ${JSON.stringify(lines)}::jsonb)`,
    );
  if (people.length > 0)
    await put(
      'people',
      people.map((one) => ({ id: one.id, name: one.name, phone_cipher: one.phoneCipher, phone_index: one.phoneIndex, phone_last4: one.phoneLast4 })),
    );
  if (residences.length > 0)
    await put(
      'residences',
      residences.map((one) => ({ id: one.id, office_id: officeId, home_id: one.homeId, person_id: one.personId, as: one.as, from_at: one.fromAt })),
    );
  if (keyHomes.length > 0) await tx.execute(sql`update homes set key_customer = true where office_id = ${officeId} and id = any(${uuids(keyHomes)})`);
}

/** Puts on record that a roster was read in. */
export async function insertImport(
  tx: Transaction,
  viewer: Viewer,
  line: { id: string; officeId: string; rows: number; homes: number; people: number; residences: number },
  now: Date,
): Promise<void> {
  await tx.execute(sql`
    insert into roster_imports (id, office_id, at, by_id, rows, homes, people, residences)
    values (${line.id}, ${line.officeId}, ${now.toISOString()}, ${viewer.id}, ${line.rows}, ${line.homes}, ${line.people}, ${line.residences})`);
}
