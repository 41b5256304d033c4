import { type SQL, sql } from 'drizzle-orm';
import type { Department, Role } from '../../shared/kernel/people.ts';
import type { Transaction, Tx } from '../connect.ts';
import { isInForce } from './posts-held.ts';
import { uuids } from './uuids.ts';
import type { System, Viewer } from './viewer.ts';
import { visibleTickets } from './visible.ts';

/** One appointment, whoever holds it. */
export interface PostRow {
  id: string;
  officeId: string;
  officeName: string;
  personId: string;
  personName: string;
  role: Role;
  department: Department | null;
  trades: string[];
  from: Date;
  until: Date | null;
  endedAt: Date | null;
  deputyForId: string | null;
  deputyForName: string | null;
}

export interface LeaveRow {
  id: string;
  officeId: string;
  personId: string;
  deputyId: string | null;
  deputyName: string | null;
  from: Date;
  until: Date;
  endedAt: Date | null;
}

export interface OfficeRow {
  id: string;
  name: string;
  isHeadOffice: boolean;
}

const dateOrNull = (value: unknown) => (value ? new Date(String(value)) : null);

const POST = sql`a.id, a.office_id, o.name as office_name, a.person_id, p.name as person_name, a.role, a.department, a.trades, a.from_at, a.until_at, a.ended_at, a.deputy_for_id, f.name as deputy_for_name
  from appointments a join people p on p.id = a.person_id join offices o on o.id = a.office_id left join people f on f.id = a.deputy_for_id`;

const postFrom = (row: Record<string, unknown>): PostRow => ({
  id: String(row.id),
  officeId: String(row.office_id),
  officeName: String(row.office_name),
  personId: String(row.person_id),
  personName: String(row.person_name),
  role: row.role as Role,
  department: (row.department as Department | null) ?? null,
  trades: row.trades as string[],
  from: new Date(String(row.from_at)),
  until: dateOrNull(row.until_at),
  endedAt: dateOrNull(row.ended_at),
  deputyForId: (row.deputy_for_id as string | null) ?? null,
  deputyForName: (row.deputy_for_name as string | null) ?? null,
});

/** Every office of the company. */
export async function readOffices(tx: Tx, _viewer: Viewer): Promise<OfficeRow[]> {
  const rows = await tx.execute<{ id: string; name: string; kind: string }>(sql`select id, name, kind from offices order by kind desc, letters`);
  return rows.map(({ id, name, kind }) => ({ id, name, isHeadOffice: kind === 'head_office' }));
}

const standing = (viewer: Viewer) => sql`(a.until_at is null or a.until_at > ${viewer.at.toISOString()})`;

/** Posts of some offices that are held, or will be. */
export async function readPostsOf(tx: Tx, viewer: Viewer, officeIds: readonly string[]): Promise<PostRow[]> {
  const rows = await tx.execute(
    sql`select ${POST} where a.office_id = any(${uuids(officeIds)}) and ${standing(viewer)} order by p.name, p.id, a.from_at, a.id`,
  );
  return rows.map(postFrom);
}

/** One appointment, held until the transaction ends so that of two who end it one does. */
export async function holdPost(tx: Transaction, viewer: Viewer, id: string): Promise<PostRow | null> {
  await tx.execute(sql`select 1 from appointments a where a.id = ${id} for no key update`);
  return lookAtPost(tx, viewer, id);
}

export async function lookAtPost(tx: Tx, _viewer: Viewer, id: string): Promise<PostRow | null> {
  const [row] = await tx.execute(sql`select ${POST} where a.id = ${id}`);
  return row ? postFrom(row) : null;
}

/** All that somebody holds, or will. */
export async function readPostsOfPerson(tx: Tx, viewer: Viewer, personId: string): Promise<PostRow[]> {
  const rows = await tx.execute(sql`select ${POST} where a.person_id = ${personId} and ${standing(viewer)} order by a.from_at, a.id`);
  return rows.map(postFrom);
}

/** Leaves of some offices that are not over. */
export async function readLeavesOf(tx: Tx, viewer: Viewer, officeIds: readonly string[]): Promise<LeaveRow[]> {
  const rows = await tx.execute(sql`
    select l.*, d.name as deputy_name from leaves l left join people d on d.id = l.deputy_id
    where l.office_id = any(${uuids(officeIds)}) and coalesce(l.ended_at, l.until_at) > ${viewer.at.toISOString()} order by l.from_at, l.id`);
  return rows.map(leaveFrom);
}

const leaveFrom = (row: Record<string, unknown>): LeaveRow => ({
  id: String(row.id),
  officeId: String(row.office_id),
  personId: String(row.person_id),
  deputyId: (row.deputy_id as string | null) ?? null,
  deputyName: (row.deputy_name as string | null) ?? null,
  from: new Date(String(row.from_at)),
  until: new Date(String(row.until_at)),
  endedAt: dateOrNull(row.ended_at),
});

/** One leave, held until the transaction ends. */
export async function holdLeave(tx: Transaction, _viewer: Viewer, id: string): Promise<LeaveRow | null> {
  await tx.execute(sql`select 1 from leaves where id = ${id} for no key update`);
  const [row] = await tx.execute(sql`select l.*, d.name as deputy_name from leaves l left join people d on d.id = l.deputy_id where l.id = ${id}`);
  return row ? leaveFrom(row) : null;
}

/** A person as appointing looks at them. */
export interface KnownPerson {
  id: string;
  name: string;
  /** What their WeChat was bound by; null where none is. */
  via: string | null;
}

/** Whose number this is, held to the end; null where it is nobody's. */
export async function holdPersonOfNumber(tx: Transaction, _viewer: Viewer, phoneIndex: string): Promise<KnownPerson | null> {
  const [row] = await tx.execute<{ id: string; name: string; via: string | null }>(sql`
    select p.id, p.name, (select w.via from wechat_accounts w where w.person_id = p.id and w.unbound_at is null) as via
    from people p where p.phone_index = ${phoneIndex} for no key update of p`);
  return row ?? null;
}

/** Has whoever moves one person's posts wait its turn. */
export async function holdPerson(tx: Transaction, _viewer: Viewer, id: string): Promise<void> {
  await tx.execute(sql`select 1 from people where id = ${id} for no key update`);
}

/** A new person on the roster. @returns false where somebody else wrote down the number a moment ago */
export async function insertPerson(
  tx: Transaction,
  _viewer: Viewer,
  person: { id: string; name: string; phoneCipher: string; phoneIndex: string; phoneLast4: string },
): Promise<boolean> {
  const rows = await tx.execute(sql`
    insert into people (id, name, phone_cipher, phone_index, phone_last4) values (${person.id}, ${person.name}, ${person.phoneCipher}, ${person.phoneIndex}, ${person.phoneLast4})
    on conflict (phone_index) do nothing returning id`);
  return rows.length > 0;
}

export interface NewPost {
  id: string;
  officeId: string;
  personId: string;
  role: Role;
  department: string | null;
  scope: string | null;
  trades: readonly string[];
  from: Date;
}

/** Appoints somebody; who did, and when, stays beside it (A3). */
export async function insertPost(tx: Transaction, viewer: Viewer, post: NewPost, now: Date): Promise<void> {
  await tx.execute(sql`
    insert into appointments (id, office_id, person_id, role, department, scope, trades, from_at, appointed_by_id, appointed_at)
    values (${post.id}, ${post.officeId}, ${post.personId}, ${post.role}, ${post.department}, ${post.scope}, ${`{${post.trades.join(',')}}`}::text[],
      ${post.from.toISOString()}, ${viewer.id}, ${now.toISOString()})`);
}

/** Ends a post; whoever ends it again says nothing new. @returns whether it was this one that ended it */
export async function endPost(
  tx: Transaction,
  viewer: Viewer,
  post: { id: string; officeId: string; until: Date; handTo: string | null },
  now: Date,
): Promise<boolean> {
  const rows = await tx.execute(sql`
    update appointments set until_at = ${post.until.toISOString()}, ended_at = ${now.toISOString()}, ended_by_id = ${viewer.id}, hand_to_id = ${post.handTo}
    where id = ${post.id} and office_id = ${post.officeId} and ended_at is null and (until_at is null or until_at > ${now.toISOString()}) returning id`);
  return rows.length > 0;
}

export interface NewLeave {
  id: string;
  officeId: string;
  personId: string;
  deputyId: string | null;
  from: Date;
  until: Date;
  handsOn: boolean;
  handTo: string | null;
}

/** Books a leave; the deputy holds every post of theirs at the office meanwhile, each by a row of its own (Z15). */
export async function insertLeave(tx: Transaction, viewer: Viewer, leave: NewLeave, deputyIds: () => string, now: Date): Promise<void> {
  const [from, until, at] = [leave.from, leave.until, now].map((one) => one.toISOString()) as [string, string, string];
  await tx.execute(sql`
    insert into leaves (id, office_id, person_id, deputy_id, from_at, until_at, booked_by_id, booked_at, hands_on, hand_to_id)
    values (${leave.id}, ${leave.officeId}, ${leave.personId}, ${leave.deputyId}, ${from}, ${until}, ${viewer.id}, ${at}, ${leave.handsOn}, ${leave.handTo})`);
  if (!leave.deputyId) return;
  const posts = await tx.execute<{ id: string }>(sql`
    select a.id from appointments a where a.office_id = ${leave.officeId} and a.person_id = ${leave.personId} and a.deputy_for_id is null
      and a.from_at < ${until} and (a.until_at is null or a.until_at > ${from})`);
  for (const post of posts)
    await tx.execute(sql`
      insert into appointments (id, office_id, person_id, role, department, scope, trades, from_at, until_at, appointed_by_id, appointed_at, ended_by_id, ended_at, hand_to_id, deputy_for_id, leave_id)
      select ${deputyIds()}, a.office_id, ${leave.deputyId}, a.role, a.department, a.scope, a.trades, greatest(a.from_at, ${from}), least(a.until_at, ${until}),
        ${viewer.id}, ${at}, ${viewer.id}, ${at}, a.person_id, a.person_id, ${leave.id} from appointments a where a.id = ${post.id} and a.office_id = ${leave.officeId}`);
}

/** Ends a leave now: whoever was away holds their posts again, and the deputy theirs alone. */
export async function endLeave(tx: Transaction, viewer: Viewer, leave: { id: string; officeId: string }, now: Date): Promise<boolean> {
  const at = now.toISOString();
  const rows = await tx.execute(sql`
    update leaves set ended_at = greatest(from_at, ${at}), ended_by_id = ${viewer.id}
    where id = ${leave.id} and office_id = ${leave.officeId} and ended_at is null and until_at > ${at} returning id`);
  await tx.execute(sql`
    update appointments set until_at = greatest(from_at, ${at}) where office_id = ${leave.officeId} and leave_id = ${leave.id} and until_at > ${at}`);
  return rows.length > 0;
}

/** Deputies of a post that ends before the leave does hold it no longer than it stands. */
export async function endDeputies(
  tx: Transaction,
  _viewer: Viewer,
  post: { officeId: string; personId: string; role: Role },
  until: Date,
): Promise<void> {
  await tx.execute(sql`
    update appointments set until_at = greatest(from_at, ${until.toISOString()})
    where office_id = ${post.officeId} and deputy_for_id = ${post.personId} and role = ${post.role} and until_at > ${until.toISOString()}`);
}

/** What somebody holds by name. */
export interface HeldByName {
  tickets: string[];
  errands: { id: string; officeId: string }[];
  channels: string[];
}

/** Whose, where, and what of it: a technician's tickets, and what colleagues owe each other by name. */
export interface Whose {
  personId: string;
  officeId: string;
  isHeadOffice: boolean;
}

const ticketsOf = ({ personId, officeId }: Whose): SQL =>
  sql`t.assignee_id = ${personId} and t.office_id = ${officeId} and t.status in ('dispatched', 'on_site')`;

/** Letters to the general manager are the post's, and what comes round again goes by its keeper. */
const errandsOf = ({ personId, officeId, isHeadOffice }: Whose): SQL =>
  sql`t.holder_id = ${personId} and t.status in ('given', 'taken') and t.kind not in ('mailbox', 'duty') and ${isHeadOffice ? sql`true` : sql`t.office_id = ${officeId}`}`;

const channelsOf = ({ personId, officeId }: Whose): SQL => sql`
  select k.channel from (select distinct on (l.channel) l.channel, l.keeper_id from channel_keepers l where l.office_id = ${officeId} order by l.channel, l.from_at desc, l.id desc) k
  where k.keeper_id = ${personId} order by k.channel`;

/** What somebody holds by name at an office, each waited for. The house's own: what is kept from whoever asks goes on as well. */
export async function lockHeld(tx: Transaction, _system: System, whose: Whose): Promise<HeldByName> {
  const tickets = await tx.execute<{ id: string }>(sql`select t.id from tickets t where ${ticketsOf(whose)} order by t.id for update`);
  const errands = await tx.execute<{ id: string; office_id: string }>(
    sql`select t.id, t.office_id from errands t where ${errandsOf(whose)} order by t.id for update`,
  );
  const channels = await tx.execute<{ channel: string }>(channelsOf(whose));
  return {
    tickets: tickets.map((row) => row.id),
    errands: errands.map((row) => ({ id: row.id, officeId: row.office_id })),
    channels: channels.map((row) => row.channel),
  };
}

/** One thing somebody holds by name, as whoever hands it on reads it. */
export interface HeldLine {
  id: string;
  kind: 'ticket' | 'errand' | 'channel';
  /** The ticket's number, the errand's kind, the channel's code. */
  name: string;
}

/** The same to look at: what is kept from this viewer is counted, and not named. */
export async function readHeld(tx: Tx, viewer: Viewer, whose: Whose, visibleErrands: SQL): Promise<{ lines: HeldLine[]; unseen: number }> {
  const tickets = await tx.execute<{ id: string; number: string; seen: boolean }>(
    sql`select t.id, t.number, ${visibleTickets(viewer)} as seen from tickets t where ${ticketsOf(whose)} order by t.id`,
  );
  const errands = await tx.execute<{ id: string; kind: string; seen: boolean }>(
    sql`select t.id, t.kind, ${visibleErrands} as seen from errands t where ${errandsOf(whose)} order by t.id`,
  );
  const channels = await tx.execute<{ channel: string }>(channelsOf(whose));
  return {
    lines: [
      ...tickets.filter((row) => row.seen).map((row) => ({ id: row.id, kind: 'ticket' as const, name: row.number })),
      ...errands.filter((row) => row.seen).map((row) => ({ id: row.id, kind: 'errand' as const, name: row.kind })),
      ...channels.map((row) => ({ id: row.channel, kind: 'channel' as const, name: row.channel })),
    ],
    unseen: [...tickets, ...errands].filter((row) => !row.seen).length,
  };
}

/** Posts that are over, and leaves that have begun, whose holder may still hold something by name. */
export interface ToHandOn extends Whose {
  from: 'post' | 'leave';
  id: string;
  role: Role | null;
  to: string | null;
  isDeputy: boolean;
}

export async function readToHandOn(tx: Tx, _system: System, now: Date, limit: number): Promise<ToHandOn[]> {
  const at = now.toISOString();
  const rows = await tx.execute<Record<string, unknown>>(sql`
    (select 'post' as what, a.id, a.office_id, a.person_id, a.role, a.hand_to_id, a.deputy_for_id is not null as is_deputy, o.kind from appointments a join offices o on o.id = a.office_id
      where a.ended_at is not null and a.handed_at is null and a.until_at <= ${at} order by a.until_at, a.id limit ${limit})
    union all
    (select 'leave', l.id, l.office_id, l.person_id, null, l.hand_to_id, false, o.kind from leaves l join offices o on o.id = l.office_id
      where l.hands_on and l.handed_at is null and l.from_at <= ${at} and coalesce(l.ended_at, l.until_at) > ${at} order by l.from_at, l.id limit ${limit})`);
  return rows.map((row) => ({
    from: row.what as 'post' | 'leave',
    id: String(row.id),
    officeId: String(row.office_id),
    personId: String(row.person_id),
    role: (row.role as Role | null) ?? null,
    to: (row.hand_to_id as string | null) ?? null,
    isDeputy: row.is_deputy === true,
    isHeadOffice: row.kind === 'head_office',
  }));
}

/** Says that nothing is left with them. @returns false where somebody else is at it, or has said so */
export async function takeToHandOn(tx: Transaction, _system: System, { from, id, officeId }: ToHandOn, now: Date): Promise<boolean> {
  const rows =
    from === 'post'
      ? await tx.execute(
          sql`update appointments set handed_at = ${now.toISOString()} where id = ${id} and office_id = ${officeId} and handed_at is null returning id`,
        )
      : await tx.execute(
          sql`update leaves set handed_at = ${now.toISOString()} where id = ${id} and office_id = ${officeId} and handed_at is null returning id`,
        );
  return rows.length > 0;
}

/** What somebody holds at an office at an instant, of their own and as a deputy, but for what is over by then. */
export async function readRolesAt(tx: Tx, _viewer: Viewer | System, { personId, officeId }: Whose, now: Date): Promise<Role[]> {
  const rows = await tx.execute<{ role: Role }>(
    sql`select a.role from appointments a where a.person_id = ${personId} and a.office_id = ${officeId} and ${isInForce(now.toISOString())}`,
  );
  return rows.map((row) => row.role);
}
