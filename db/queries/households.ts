import { type SQL, sql } from 'drizzle-orm';
import type { HouseholdChange, ResidesAs, Stay } from '../../shared/households/households.ts';
import { homeTerms } from '../../shared/tickets/search.ts';
import type { Transaction, Tx } from '../connect.ts';
import { answeredOffices, bindingOffices, livesWith } from './bindings.ts';
import { worksHere } from './sign-in.ts';
import { uuids } from './uuids.ts';
import { directedOffices, homesNow, type Viewer } from './viewer.ts';
import { visibleTickets } from './visible.ts';

const MOST_FOUND = 20;
const MOST_CHANGES = 100;

const inForceAt = (row: SQL, at: Date) =>
  sql`${row}.from_at <= ${at.toISOString()} and (${row}.until_at is null or ${row}.until_at > ${at.toISOString()})`;

/** A home at hand, as commands ask of it. */
export interface HouseholdHead {
  id: string;
  officeId: string;
  officeName: string;
  label: string;
  keyCustomer: boolean;
  organisation: string | null;
  /** This viewer enters who lives at this estate. */
  enters: boolean;
  /** This viewer directs it. */
  directs: boolean;
  isOwn: boolean;
}

const headFrom = (viewer: Viewer, row: Record<string, unknown>): HouseholdHead => ({
  id: String(row.id),
  officeId: String(row.office_id),
  officeName: String(row.office_name),
  label: String(row.label),
  keyCustomer: row.key_customer === true,
  organisation: (row.organisation as string | null) || null,
  enters: answeredOffices(viewer).includes(String(row.office_id)),
  directs: directedOffices(viewer).includes(String(row.office_id)),
  isOwn: homesNow(viewer, viewer.at).some((home) => home.homeId === row.id),
});

/** A home of an estate whose residents this viewer reads. @param hold has whatever changes it wait until the transaction ends */
export async function readHouseholdHead(tx: Tx, viewer: Viewer, id: string, hold = false): Promise<HouseholdHead | null> {
  const [row] = await tx.execute<Record<string, unknown>>(sql`
    select h.id, h.office_id, o.name as office_name, h.label, h.key_customer, h.organisation from homes h join offices o on o.id = h.office_id
    where h.id = ${id} and h.office_id = any(${uuids(bindingOffices(viewer))}) ${hold ? sql`for no key update of h` : sql``}`);
  return row ? headFrom(viewer, row) : null;
}

export interface HouseholdFound extends HouseholdHead {
  residents: { name: string; as: ResidesAs }[];
}

/** Homes of this viewer's estates, by how people write them, by who lives there, or by the last four digits. */
export async function findHouseholds(tx: Tx, viewer: Viewer, query: string): Promise<HouseholdFound[]> {
  const [home] = homeTerms(query.replace(/\s/g, '')).slice(-2);
  const parts = /^@(?:(\d+)-(\d+)-)?(\d+)$/.exec(home ?? '');
  const byHome = parts
    ? sql`or (h.room = ${parts[3]} ${parts[1] ? sql`and h.building = ${Number(parts[1])} and h.unit = ${Number(parts[2])}` : sql``})`
    : sql``;
  const rows = await tx.execute<Record<string, unknown>>(sql`
    select h.id, h.office_id, o.name as office_name, h.label, h.key_customer, h.organisation,
      (select coalesce(json_agg(json_build_object('name', p.name, 'as', r."as") order by r.from_at, r.id), '[]'::json)
        from residences r join people p on p.id = r.person_id where r.office_id = h.office_id and r.home_id = h.id and p.name <> '' and ${inForceAt(sql`r`, viewer.at)}) as residents
    from homes h join offices o on o.id = h.office_id
    where h.office_id = any(${uuids(bindingOffices(viewer))}) and (h.label = ${query} or h.organisation = ${query} ${byHome} or exists (
      select 1 from residences r join people p on p.id = r.person_id where r.office_id = h.office_id and r.home_id = h.id and ${inForceAt(sql`r`, viewer.at)}
        and (p.name = ${query} or p.phone_last4 = ${query})))
    order by o.letters, h.building, h.unit, h.room limit ${MOST_FOUND}`);
  return rows.map((row) => ({ ...headFrom(viewer, row), residents: row.residents as HouseholdFound['residents'] }));
}

export interface StayRow extends Stay {
  id: string;
  name: string;
  last4: string | null;
  isBound: boolean;
  isColleague: boolean;
  open: number;
}

const stayFrom = (row: Record<string, unknown>): StayRow => ({
  id: String(row.id),
  personId: String(row.person_id),
  name: String(row.name),
  as: row.as as ResidesAs,
  from: new Date(row.from_at as string),
  until: row.until_at ? new Date(row.until_at as string) : null,
  invitedBy: (row.invited_by_id as string | null) ?? null,
  last4: (row.phone_last4 as string | null) ?? null,
  isBound: Boolean(row.is_bound),
  isColleague: Boolean(row.is_colleague),
  open: Number(row.open ?? 0),
});

const stays = (viewer: Viewer, home: { id: string; officeId: string }, open: SQL) => sql`
  select r.id, r.person_id, p.name, r."as", r.from_at, r.until_at, r.invited_by_id, p.phone_last4, ${worksHere(viewer.at)} as is_colleague,
    exists (select 1 from wechat_accounts w where w.person_id = p.id and w.unbound_at is null) as is_bound, ${open} as open
  from residences r join people p on p.id = r.person_id where r.office_id = ${home.officeId} and r.home_id = ${home.id} order by r.from_at, r.id`;

/** Everybody who lives or lived in a home, the first to come first; with what each of them reported and this viewer sees that is not done. */
export async function readStays(tx: Tx, viewer: Viewer, home: { id: string; officeId: string }): Promise<StayRow[]> {
  const open = sql`(select count(*)::int from tickets t where t.office_id = r.office_id and t.home_id = r.home_id and t.reporter_id = r.person_id
    and t.status not in ('closed', 'cancelled') and ${visibleTickets(viewer)})`;
  return (await tx.execute<Record<string, unknown>>(stays(viewer, home, open))).map(stayFrom);
}

/** The same for whoever lives there: nothing of what others reported. */
export async function readHousemates(tx: Tx, viewer: Viewer, home: { id: string; officeId: string }): Promise<StayRow[]> {
  return (await tx.execute<Record<string, unknown>>(stays(viewer, home, sql`0`))).map(stayFrom);
}

export interface ChangeRow {
  id: string;
  did: HouseholdChange;
  byName: string;
  whose: string | null;
  as: ResidesAs | null;
  on: Date | null;
  proof: string | null;
  words: string;
  at: Date;
}

/** What changed in a home's register, the latest first. */
export async function readChanges(tx: Tx, _viewer: Viewer, home: { id: string; officeId: string }): Promise<ChangeRow[]> {
  const rows = await tx.execute<Record<string, unknown>>(sql`
    select c.id, c.did, b.name as by_name, p.name as whose, c."as", c.on_at, c.proof, c.words, c.at
    from household_changes c join people b on b.id = c.by_id left join people p on p.id = c.person_id
    where c.office_id = ${home.officeId} and c.home_id = ${home.id} order by c.id desc limit ${MOST_CHANGES}`);
  return rows.map((row) => ({
    id: String(row.id),
    did: row.did as HouseholdChange,
    byName: String(row.by_name),
    whose: (row.whose as string | null) ?? null,
    as: (row.as as ResidesAs | null) ?? null,
    on: row.on_at ? new Date(row.on_at as string) : null,
    proof: (row.proof as string | null) ?? null,
    words: String(row.words),
    at: new Date(row.at as string),
  }));
}

/** A line of a home's history. */
export interface NewChange {
  id: string;
  did: HouseholdChange;
  personId?: string;
  as?: ResidesAs;
  on?: Date;
  proof?: string;
  words?: string;
  at: Date;
}

/** @param by who entered it: the viewer, or whoever joined */
export async function insertChange(
  tx: Transaction,
  _viewer: Viewer | null,
  home: { id: string; officeId: string },
  by: string,
  change: NewChange,
): Promise<void> {
  const { id, did, personId = null, as = null, on = null, proof = null, words = '', at } = change;
  await tx.execute(sql`
    insert into household_changes (id, office_id, home_id, did, person_id, "as", on_at, proof, words, by_id, at)
    values (${id}, ${home.officeId}, ${home.id}, ${did}, ${personId}, ${as}, ${on ? on.toISOString() : null}, ${proof}, ${words}, ${by}, ${at.toISOString()})`);
}

/** Begins a stay. */
export async function insertStay(
  tx: Transaction,
  _viewer: Viewer | null,
  home: { id: string; officeId: string },
  stay: { id: string } & Pick<Stay, 'personId' | 'as' | 'from' | 'invitedBy'>,
): Promise<void> {
  await tx.execute(sql`
    insert into residences (id, office_id, home_id, person_id, "as", from_at, invited_by_id)
    values (${stay.id}, ${home.officeId}, ${home.id}, ${stay.personId}, ${stay.as}, ${stay.from.toISOString()}, ${stay.invitedBy})`);
}

/**
 * Ends stays in a home that have not ended, and takes back the codes those people gave out and nobody used.
 * @returns whose stays they were
 */
export async function endStays(
  tx: Transaction,
  _viewer: Viewer,
  home: { id: string; officeId: string },
  ids: readonly string[],
  until: Date,
  now: Date,
): Promise<string[]> {
  const gone = await tx.execute<{ person_id: string }>(sql`
    update residences set until_at = greatest(${until.toISOString()}, from_at)
    where office_id = ${home.officeId} and home_id = ${home.id} and id = any(${uuids([...ids])}) and until_at is null returning person_id`);
  const people = gone.map((row) => row.person_id);
  await tx.execute(sql`
    update family_invitations set withdrawn_at = ${now.toISOString()} where office_id = ${home.officeId} and home_id = ${home.id}
      and issued_by_id = any(${uuids(people)}) and used_at is null and withdrawn_at is null`);
  return people;
}

export interface NumberOwner {
  id: string;
  name: string;
  isColleague: boolean;
}

/** Whose number this is. */
export async function ownerOfNumber(tx: Tx, viewer: Viewer, phoneIndex: string): Promise<NumberOwner | null> {
  const [row] = await tx.execute<{ id: string; name: string; is_colleague: boolean }>(
    sql`select p.id, p.name, ${worksHere(viewer.at)} as is_colleague from people p where p.phone_index = ${phoneIndex}`,
  );
  return row ? { id: row.id, name: row.name, isColleague: row.is_colleague } : null;
}

export interface NewPerson {
  id: string;
  name: string;
  phoneCipher: string | null;
  phoneIndex: string | null;
  phoneLast4: string | null;
}

/** Somebody nobody knew yet. @returns false where the number is somebody's by now */
export async function insertPerson(tx: Transaction, _viewer: Viewer | null, person: NewPerson): Promise<boolean> {
  const made = await tx.execute(sql`
    insert into people (id, name, phone_cipher, phone_index, phone_last4)
    values (${person.id}, ${person.name}, ${person.phoneCipher}, ${person.phoneIndex}, ${person.phoneLast4}) on conflict (phone_index) do nothing returning id`);
  return made.length > 0;
}

/** Somebody who lives in a home now, held; and whether they are this viewer, or live with them. */
export async function holdResident(
  tx: Transaction,
  viewer: Viewer,
  home: { id: string; officeId: string },
  personId: string,
): Promise<{ id: string; name: string; cipher: string | null; isColleague: boolean; isOwnHome: boolean } | null> {
  const [row] = await tx.execute<Record<string, unknown>>(sql`
    select p.id, p.name, p.phone_cipher, ${worksHere(viewer.at)} as is_colleague, ${livesWith(viewer, sql`p.id`)} as is_own_home from people p
    where p.id = ${personId} and p.name <> '' and exists (
      select 1 from residences r where r.office_id = ${home.officeId} and r.home_id = ${home.id} and r.person_id = p.id and ${inForceAt(sql`r`, viewer.at)})
    for no key update of p`);
  if (!row) return null;
  return {
    id: String(row.id),
    name: String(row.name),
    cipher: (row.phone_cipher as string | null) ?? null,
    isColleague: Boolean(row.is_colleague),
    isOwnHome: Boolean(row.is_own_home),
  };
}

/** Gives somebody another number; whatever WeChat was bound by the old one is unbound and signed out. @returns false where the number is another's */
export async function changeNumber(
  tx: Transaction,
  _viewer: Viewer,
  person: { id: string; phoneCipher: string; phoneIndex: string; phoneLast4: string },
  now: Date,
): Promise<boolean> {
  const at = now.toISOString();
  const done = await tx.execute(sql`
    update people p set phone_cipher = ${person.phoneCipher}, phone_index = ${person.phoneIndex}, phone_last4 = ${person.phoneLast4},
      signed_out_before = greatest(${at}, signed_out_before + interval '1 millisecond')
    where p.id = ${person.id} and not exists (select 1 from people o where o.phone_index = ${person.phoneIndex} and o.id <> p.id) returning id`);
  if (done.length === 0) return false;
  await tx.execute(sql`update wechat_accounts set unbound_at = ${at} where person_id = ${person.id} and unbound_at is null`);
  return true;
}

export async function saveKey(tx: Transaction, _viewer: Viewer, home: { id: string; officeId: string }, key: boolean): Promise<void> {
  await tx.execute(sql`update homes set key_customer = ${key} where office_id = ${home.officeId} and id = ${home.id}`);
}

export async function saveHolder(
  tx: Transaction,
  _viewer: Viewer,
  home: { id: string; officeId: string },
  organisation: string | null,
): Promise<void> {
  await tx.execute(sql`update homes set organisation = ${organisation} where office_id = ${home.officeId} and id = ${home.id}`);
}
