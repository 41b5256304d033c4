import { type SQL, sql } from 'drizzle-orm';
import { RELATION_HOLDERS } from '../../shared/kernel/people.ts';
import { type Doubt, doubtsOf, type NumberCase } from '../../shared/sign-in/doubts.ts';
import { homeTerms } from '../../shared/tickets/search.ts';
import type { Transaction, Tx } from '../connect.ts';
import { PAGE } from './page.ts';
import { numberCase, worksHere } from './sign-in.ts';
import { uuids } from './uuids.ts';
import { directedOffices, homesNow, type Viewer } from './viewer.ts';

/** Estates whose requests to bind a viewer answers. */
export const answeredOffices = (viewer: Viewer): string[] => [
  ...new Set(viewer.appointments.filter(RELATION_HOLDERS.agent).map((one) => one.officeId)),
];

/** Estates whose requests to bind a viewer may read. */
export const bindingOffices = (viewer: Viewer): string[] => [...new Set([...answeredOffices(viewer), ...directedOffices(viewer)])];

/** Whether `who`, a person's id in SQL, is this viewer or lives with them now. */
export function livesWith(viewer: Viewer, who: SQL): SQL {
  const homes = homesNow(viewer, viewer.at).map((home) => home.homeId);
  return sql`(${who} = ${viewer.id} or exists (select 1 from residences mine where mine.person_id = ${who} and mine.home_id = any(${uuids(homes)})
    and mine.from_at <= ${viewer.at.toISOString()} and (mine.until_at is null or mine.until_at > ${viewer.at.toISOString()})))`;
}

/** Whether the number typed in `binding_requests r` is this viewer's, or of somebody who lives with them. */
const isOwnRequest = (viewer: Viewer): SQL =>
  sql`exists (select 1 from people own where own.phone_index = r.phone_index and ${livesWith(viewer, sql`own.id`)})`;

export interface BindingRow {
  id: string;
  officeId: string;
  officeName: string;
  name: string;
  home: string;
  last4: string;
  vouched: boolean;
  askedAt: Date;
  isOwn: boolean;
}

const rowOf = (row: Record<string, unknown>): BindingRow => ({
  id: String(row.id),
  officeId: String(row.office_id),
  officeName: String(row.office_name),
  name: String(row.name),
  home: String(row.home),
  last4: String(row.phone_last4),
  vouched: Boolean(row.vouched),
  askedAt: new Date(row.asked_at as string),
  isOwn: Boolean(row.is_own),
});

/** Requests nobody has answered, in the order they came. */
export async function readBindingRequests(tx: Tx, viewer: Viewer, after: string | null): Promise<BindingRow[]> {
  const rows = await tx.execute<Record<string, unknown>>(sql`
    select r.id, r.office_id, o.name as office_name, r.name, r.home, r.phone_last4, r.vouched, r.asked_at, ${isOwnRequest(viewer)} as is_own
    from binding_requests r join offices o on o.id = r.office_id
    where r.office_id = any(${uuids(bindingOffices(viewer))}) and r.answered_at is null ${after ? sql`and r.id > ${after}` : sql``}
    order by r.id limit ${PAGE + 1}`);
  return rows.map(rowOf);
}

/** A request this viewer may read, answered or not. @param hold holds it until the transaction ends */
export async function readBindingRequest(
  tx: Tx,
  viewer: Viewer,
  id: string,
  hold = false,
): Promise<(BindingRow & { openid: string; phoneIndex: string; answeredAt: Date | null }) | null> {
  const [row] = await tx.execute<Record<string, unknown>>(sql`
    select r.id, r.office_id, o.name as office_name, r.name, r.home, r.phone_last4, r.vouched, r.asked_at, r.openid, r.phone_index, r.answered_at, ${isOwnRequest(viewer)} as is_own
    from binding_requests r join offices o on o.id = r.office_id
    where r.id = ${id} and r.office_id = any(${uuids(bindingOffices(viewer))}) ${hold ? sql`for no key update of r` : sql``}`);
  if (!row) return null;
  return {
    ...rowOf(row),
    openid: String(row.openid),
    phoneIndex: String(row.phone_index),
    answeredAt: row.answered_at ? new Date(row.answered_at as string) : null,
  };
}

export interface RosterRow {
  id: string;
  name: string;
  homes: string[];
  last4: string | null;
  phoneIndex: string | null;
  isBound: boolean;
  isColleague: boolean;
  isOwnHome: boolean;
  doubts: Doubt[];
}

/** Residents of an estate now: those `which` says of `people p` and `homes h`. */
async function readRoster(
  tx: Tx,
  viewer: Viewer,
  { officeId, openid }: { officeId: string; openid: string },
  which: SQL,
  limit: number,
): Promise<RosterRow[]> {
  const at = viewer.at.toISOString();
  const now = sql`x.office_id = ${officeId} and x.from_at <= ${at} and (x.until_at is null or x.until_at > ${at})`;
  const rows = await tx.execute<Record<string, unknown>>(sql`
    select p.id, p.name, p.phone_last4, p.phone_index, ${worksHere(viewer.at)} as is_colleague, ${livesWith(viewer, sql`p.id`)} as is_own_home,
      exists (select 1 from wechat_accounts w where w.person_id = p.id and w.unbound_at is null) as is_bound,
      ${numberCase(openid, viewer.at)} as number_case,
      (select json_agg(h.label order by h.label) from residences x join homes h on h.office_id = x.office_id and h.id = x.home_id where x.person_id = p.id and ${now}) as homes
    from people p
    where p.name <> '' and exists (select 1 from residences x join homes h on h.office_id = x.office_id and h.id = x.home_id where x.person_id = p.id and ${now} and ${which})
    order by p.name, p.id limit ${limit}`);
  return rows.map((row) => ({
    id: String(row.id),
    name: String(row.name),
    homes: (row.homes as string[] | null) ?? [],
    last4: (row.phone_last4 as string | null) ?? null,
    phoneIndex: (row.phone_index as string | null) ?? null,
    isBound: Boolean(row.is_bound),
    isColleague: Boolean(row.is_colleague),
    isOwnHome: Boolean(row.is_own_home),
    doubts: doubtsOf(row.number_case as NumberCase, viewer.at),
  }));
}

const MOST_FOUND = 20;

/** Residents of an estate by name, the last four digits, or their home as people write it. */
export function findOnRoster(tx: Tx, viewer: Viewer, request: { officeId: string; openid: string }, query: string): Promise<RosterRow[]> {
  const [home] = homeTerms(query.replace(/\s/g, '')).slice(-2);
  const parts = /^@(?:(\d+)-(\d+)-)?(\d+)$/.exec(home ?? '');
  const byHome = parts
    ? sql`or (h.room = ${parts[3]} ${parts[1] ? sql`and h.building = ${Number(parts[1])} and h.unit = ${Number(parts[2])}` : sql``})`
    : sql``;
  return readRoster(tx, viewer, request, sql`(p.name = ${query} or p.phone_last4 = ${query} or h.label = ${query} ${byHome})`, MOST_FOUND);
}

/** One resident of an estate; null where they do not live there now. */
export async function readOnRoster(
  tx: Tx,
  viewer: Viewer,
  request: { officeId: string; openid: string },
  personId: string,
): Promise<RosterRow | null> {
  const [row] = await readRoster(tx, viewer, request, sql`p.id = ${personId}`, 1);
  return row ?? null;
}

/** What was said to a request. */
export interface BindingAnswer {
  answer: 'accepted' | 'declined';
  personId: string | null;
  proof: string | null;
  words: string | null;
}

/** Answers a request, once. @returns false where it was answered or withdrawn meanwhile */
export async function answerBindingRequest(
  tx: Transaction,
  viewer: Viewer,
  request: { id: string; officeId: string },
  said: BindingAnswer,
  now: Date,
): Promise<boolean> {
  const done = await tx.execute(sql`
    update binding_requests set answer = ${said.answer}, answered_at = ${now.toISOString()}, answered_by_id = ${viewer.id},
      person_id = ${said.personId}, proof = ${said.proof}, words = ${said.words}
    where office_id = ${request.officeId} and id = ${request.id} and answered_at is null returning id`);
  return done.length > 0;
}
