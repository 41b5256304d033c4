import { type SQL, sql } from 'drizzle-orm';
import type { NumberCase } from '../../shared/sign-in/doubts.ts';
import type { Transaction, Tx } from '../connect.ts';
import { serviceNumber } from './service-number.ts';

/** Whoever holds a WeChat that WeChat itself named a moment ago; nobody yet. What they may ask is only what leads to being somebody. */
export interface Stranger {
  kind: 'stranger';
  openid: string;
  /** The number WeChat vouched for a moment ago, hidden. */
  vouched?: string;
}

const A_MOMENT = 1;

/**
 * The person this WeChat is bound to, seen now.
 * @param silently the phone asks by itself: nobody, where all phones were signed out since this WeChat was last here
 * @returns also from when the session counts: after whatever was signed out at this very millisecond
 */
export async function signInStranger(
  tx: Tx,
  stranger: Stranger,
  silently: boolean,
  now: Date,
): Promise<{ personId: string; signedInAt: Date } | 'signed_out' | null> {
  const at = now.toISOString();
  const [row] = await tx.execute<{ person_id: string; signed_out_before: string | null; stays: boolean }>(sql`
    with known as (
      select a.id, a.person_id, p.signed_out_before, not ${silently} or p.signed_out_before is null or p.signed_out_before < a.seen_at as stays
      from wechat_accounts a join people p on p.id = a.person_id where a.openid = ${stranger.openid} and a.unbound_at is null),
    seen as (update wechat_accounts a set seen_at = greatest(a.seen_at, ${at}) from known where a.id = known.id and known.stays)
    select person_id, signed_out_before, stays from known`);
  if (!row) return null;
  if (!row.stays) return 'signed_out';
  return { personId: row.person_id, signedInAt: countsFrom(row.signed_out_before, now) };
}

/** A session counts from now, and always after the last sign-out. */
function countsFrom(signedOutBefore: string | Date | null, now: Date): Date {
  return signedOutBefore && new Date(signedOutBefore) >= now ? new Date(new Date(signedOutBefore).getTime() + A_MOMENT) : now;
}

export interface AskedRow {
  state: 'waiting' | 'declined';
  officeName: string;
  hotline: string;
  askedAt: Date;
  words: string | null;
}

/** What became of this stranger's last request; nothing of one they withdrew, or that was accepted and unbound since. */
export async function readAsked(tx: Tx, stranger: Stranger, now: Date): Promise<AskedRow | null> {
  const [row] = await tx.execute<{ answer: string | null; words: string | null; asked_at: string; name: string; hotline: string }>(sql`
    select r.answer, r.words, r.asked_at, o.name, ${serviceNumber(sql`o`, now.toISOString())} as hotline from binding_requests r join offices o on o.id = r.office_id
    where r.openid = ${stranger.openid} order by r.id desc limit 1`);
  if (!row || row.answer === 'accepted' || row.answer === 'withdrawn') return null;
  return {
    state: row.answer === null ? 'waiting' : 'declined',
    officeName: row.name,
    hotline: row.hotline,
    askedAt: new Date(row.asked_at),
    words: row.words,
  };
}

/** The estates a stranger may name. */
export async function readEstates(tx: Tx): Promise<{ id: string; name: string }[]> {
  return [...(await tx.execute<{ id: string; name: string }>(sql`select id, name from offices where kind = 'estate' order by letters`))];
}

/** Whose registered number this is, and whether they work here now. */
export async function personOfNumber(
  tx: Tx,
  _stranger: Stranger,
  phoneIndex: string,
  now: Date,
): Promise<{ id: string; isColleague: boolean } | null> {
  const [row] = await tx.execute<{ id: string; is_colleague: boolean }>(sql`
    select p.id, ${worksHere(now)} as is_colleague from people p where p.phone_index = ${phoneIndex}`);
  return row ? { id: row.id, isColleague: row.is_colleague } : null;
}

/** A `residences` row in force at an instant. */
const inForce = (row: SQL, now: Date) =>
  sql`${row}.from_at <= ${now.toISOString()} and (${row}.until_at is null or ${row}.until_at > ${now.toISOString()})`;

/** What is known of `people p` as the WeChat that asks finds it: one JSON object, as `NumberCase`. */
export const numberCase = (openid: string, now: Date): SQL => sql`json_build_object(
  'isBoundHere', exists (select 1 from wechat_accounts w where w.person_id = p.id and w.unbound_at is null and w.openid = ${openid}),
  'wasBoundElsewhere', exists (select 1 from wechat_accounts w where w.person_id = p.id and w.openid <> ${openid}),
  'isHomeBound', exists (
    select 1 from residences x join residences y on y.office_id = x.office_id and y.home_id = x.home_id and y.person_id <> x.person_id and ${inForce(sql`y`, now)}
      join wechat_accounts w on w.person_id = y.person_id and w.unbound_at is null and w.openid <> ${openid}
    where x.person_id = p.id and ${inForce(sql`x`, now)}),
  'livesNowhere', not exists (select 1 from residences x where x.person_id = p.id and ${inForce(sql`x`, now)}))`;

/** Has whatever changes who lives in somebody's homes, and which of them is bound, wait its turn: homes before people, in the order of their ids. */
export async function holdHomesOf(tx: Transaction, _stranger: Stranger, personId: string, now: Date): Promise<void> {
  await tx.execute(sql`
    select 1 from homes h where exists (select 1 from residences x where x.office_id = h.office_id and x.home_id = h.id and x.person_id = ${personId}
      and ${inForce(sql`x`, now)}) order by h.id for no key update of h`);
}

/** The same person, once their homes are held; null where the number is no longer theirs. */
export async function readNumberCase(
  tx: Transaction,
  stranger: Stranger,
  { id, phoneIndex }: { id: string; phoneIndex: string },
  now: Date,
): Promise<NumberCase | null> {
  const [row] = await tx.execute<{ found: NumberCase }>(sql`
    select ${numberCase(stranger.openid, now)} as found from people p where p.id = ${id} and p.phone_index = ${phoneIndex}`);
  return row?.found ?? null;
}

/** Whether `people p` holds a post now, or will. */
export const worksHere = (now: Date) =>
  sql`exists (select 1 from appointments a where a.person_id = p.id and (a.until_at is null or a.until_at > ${now.toISOString()}))`;

/** Has whatever moves one WeChat wait its turn; persons are held after it, in the order of their ids. */
export async function holdOpenid(tx: Transaction, stranger: Stranger): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`wechat ${stranger.openid}`}, 0))`);
}

/**
 * Binds a WeChat to a person: whatever either was bound to before is unbound and every session of it ends, and an open request is withdrawn.
 * The WeChat must be held (`holdOpenid`).
 * @returns from when a session of theirs counts; null where the person is no longer there
 */
export async function bindStranger(
  tx: Transaction,
  stranger: Stranger,
  binding: { id: string; personId: string; via: 'phone' | 'request' | 'invitation' | 'family' },
  now: Date,
): Promise<Date | null> {
  const at = now.toISOString();
  const { openid } = stranger;
  const held = await tx.execute<{ id: string; name: string; signed_out_before: string | null }>(sql`
    select p.id, p.name, p.signed_out_before from people p
    where p.id = ${binding.personId} or p.id in (select person_id from wechat_accounts where openid = ${openid} and unbound_at is null)
    order by p.id for no key update of p`);
  const person = held.find((one) => one.id === binding.personId);
  if (!person || person.name === '') return null;
  const [same] = await tx.execute(sql`
    update wechat_accounts set seen_at = greatest(seen_at, ${at}) where openid = ${openid} and person_id = ${person.id} and unbound_at is null returning id`);
  if (same) return countsFrom(person.signed_out_before, now);
  await withdrawRequest(tx, stranger, now);
  const ended = await tx.execute<{ person_id: string }>(sql`
    update wechat_accounts set unbound_at = ${at} where (openid = ${openid} or person_id = ${person.id}) and unbound_at is null returning person_id`);
  await tx.execute(sql`
    insert into wechat_accounts (id, openid, person_id, bound_at, seen_at, via) values (${binding.id}, ${openid}, ${person.id}, ${at}, ${at}, ${binding.via})`);
  if (ended.length === 0) return countsFrom(person.signed_out_before, now);
  const people = `{${[...new Set(ended.map((one) => one.person_id))].join(',')}}`;
  // Later than the last sign-out even within one millisecond, so that of two phones at once only the later one stays.
  const out = await tx.execute<{ id: string; signed_out_before: string }>(sql`
    update people set signed_out_before = greatest(${at}, signed_out_before + interval '1 millisecond') where id = any(${people}::uuid[])
    returning id, signed_out_before`);
  return countsFrom(out.find((one) => one.id === person.id)?.signed_out_before ?? person.signed_out_before, now);
}

/** Withdraws what this stranger has asked and nobody answered. */
export async function withdrawRequest(tx: Transaction, stranger: Stranger, now: Date): Promise<void> {
  await tx.execute(sql`
    update binding_requests set answer = 'withdrawn', answered_at = ${now.toISOString()} where openid = ${stranger.openid} and answered_at is null`);
}

/** A request as it is written down. */
export interface NewBindingRequest {
  id: string;
  officeId: string;
  name: string;
  home: string;
  phoneCipher: string;
  phoneIndex: string;
  phoneLast4: string;
  /** WeChat vouched for it. */
  vouched: boolean;
}

/**
 * Asks the service centre of an estate. The same once more is the request that stands; another one takes its place. The WeChat must be held.
 * @returns false where there is no such estate
 */
export async function askServiceCentre(tx: Transaction, stranger: Stranger, asked: NewBindingRequest, now: Date): Promise<boolean> {
  const [estate] = await tx.execute(sql`select 1 from offices where id = ${asked.officeId} and kind = 'estate'`);
  if (!estate) return false;
  const [same] = await tx.execute(sql`
    select 1 from binding_requests where openid = ${stranger.openid} and answered_at is null and office_id = ${asked.officeId}
      and name = ${asked.name} and home = ${asked.home} and phone_index = ${asked.phoneIndex} and vouched = ${asked.vouched}`);
  if (same) return true;
  await withdrawRequest(tx, stranger, now);
  await tx.execute(sql`
    insert into binding_requests (id, office_id, openid, name, home, phone_cipher, phone_index, phone_last4, vouched, asked_at)
    values (${asked.id}, ${asked.officeId}, ${stranger.openid}, ${asked.name}, ${asked.home}, ${asked.phoneCipher}, ${asked.phoneIndex}, ${asked.phoneLast4}, ${asked.vouched}, ${now.toISOString()})`);
  return true;
}

/**
 * The person an invitation is for, held until the transaction ends so that two taps at once use it once.
 * @returns null where there is none with this hash, or it was used, replaced, is over, or its person no longer works here
 */
export async function holdInvitation(
  tx: Transaction,
  _stranger: Stranger,
  codeHash: string,
  now: Date,
): Promise<{ id: string; officeId: string; personId: string; phoneIndex: string | null } | null> {
  const at = now.toISOString();
  const [row] = await tx.execute<{ id: string; office_id: string; person_id: string; phone_index: string | null }>(sql`
    select i.id, i.office_id, i.person_id, p.phone_index from invitations i join people p on p.id = i.person_id
    where i.code_hash = ${codeHash} and i.used_at is null and i.replaced_at is null and i.expires_at > ${at} and ${worksHere(now)}
    for no key update of i`);
  return row ? { id: row.id, officeId: row.office_id, personId: row.person_id, phoneIndex: row.phone_index } : null;
}

export async function spendInvitation(tx: Transaction, _stranger: Stranger, invitation: { id: string; officeId: string }, now: Date): Promise<void> {
  await tx.execute(sql`update invitations set used_at = ${now.toISOString()} where office_id = ${invitation.officeId} and id = ${invitation.id}`);
}
