import { sql } from 'drizzle-orm';
import type { ResidesAs } from '../../shared/households/households.ts';
import type { Transaction, Tx } from '../connect.ts';
import type { Stranger } from './sign-in.ts';
import { uuids } from './uuids.ts';
import { homesNow, type Viewer } from './viewer.ts';

/** One of this viewer's homes as they hold it now. */
export interface OwnHomeHead {
  id: string;
  officeId: string;
  officeName: string;
  label: string;
  organisation: string | null;
  as: ResidesAs;
}

/** A home this viewer lives in now; an owner's stay counts before another. @param hold has whatever changes who lives there wait */
export async function readOwnHome(tx: Tx, viewer: Viewer, id: string, hold = false): Promise<OwnHomeHead | null> {
  const mine = homesNow(viewer, viewer.at).filter((home) => home.homeId === id);
  const home = mine.find((one) => one.as === 'owner') ?? mine[0];
  if (!home) return null;
  const [row] = await tx.execute<{ organisation: string | null }>(sql`
    select h.organisation from homes h where h.office_id = ${home.officeId} and h.id = ${id} ${hold ? sql`for no key update of h` : sql``}`);
  if (!row) return null;
  const { officeId, officeName, label, as } = home;
  return { id, officeId, officeName, label, organisation: row.organisation || null, as };
}

export interface OpenInvitation {
  id: string;
  name: string;
  last4: string;
  phoneIndex: string;
  issuedBy: string;
  expiresAt: Date;
}

/** Codes into a home that are good and that nobody has used. */
export async function readOpenInvitations(tx: Tx, _viewer: Viewer, home: { id: string; officeId: string }, now: Date): Promise<OpenInvitation[]> {
  const rows = await tx.execute<Record<string, unknown>>(sql`
    select i.id, i.name, i.phone_last4, i.phone_index, i.issued_by_id, i.expires_at from family_invitations i where i.office_id = ${home.officeId} and i.home_id = ${home.id}
      and i.used_at is null and i.withdrawn_at is null and i.expires_at > ${now.toISOString()} order by i.id`);
  return rows.map((row) => ({
    id: String(row.id),
    name: String(row.name),
    last4: String(row.phone_last4),
    phoneIndex: String(row.phone_index),
    issuedBy: String(row.issued_by_id),
    expiresAt: new Date(row.expires_at as string),
  }));
}

export interface NewFamilyInvitation {
  id: string;
  name: string;
  phoneIndex: string;
  phoneLast4: string;
  codeHash: string;
  expiresAt: Date;
}

/** Whether somebody of this number lives in a home now. */
export async function livesThere(tx: Tx, _viewer: Viewer, home: { id: string; officeId: string }, phoneIndex: string, now: Date): Promise<boolean> {
  const at = now.toISOString();
  const rows = await tx.execute(sql`
    select 1 from residences r join people p on p.id = r.person_id where r.office_id = ${home.officeId} and r.home_id = ${home.id} and p.phone_index = ${phoneIndex}
      and r.from_at <= ${at} and (r.until_at is null or r.until_at > ${at})`);
  return rows.length > 0;
}

/** Writes a code into a home; an earlier one to the same number is good no longer. */
export async function insertFamilyInvitation(
  tx: Transaction,
  viewer: Viewer,
  home: { id: string; officeId: string },
  invitation: NewFamilyInvitation,
  now: Date,
): Promise<void> {
  const at = now.toISOString();
  await tx.execute(sql`
    update family_invitations set withdrawn_at = ${at} where office_id = ${home.officeId} and home_id = ${home.id} and phone_index = ${invitation.phoneIndex}
      and used_at is null and withdrawn_at is null`);
  const { id, name, phoneIndex, phoneLast4, codeHash, expiresAt } = invitation;
  await tx.execute(sql`
    insert into family_invitations (id, office_id, home_id, name, phone_index, phone_last4, code_hash, issued_by_id, issued_at, expires_at)
    values (${id}, ${home.officeId}, ${home.id}, ${name}, ${phoneIndex}, ${phoneLast4}, ${codeHash}, ${viewer.id}, ${at}, ${expiresAt.toISOString()})`);
}

/** Takes codes back that nobody has used. @returns how many */
export async function withdrawInvitations(
  tx: Transaction,
  _viewer: Viewer,
  home: { id: string; officeId: string },
  ids: readonly string[],
  now: Date,
): Promise<number> {
  const gone = await tx.execute(sql`
    update family_invitations set withdrawn_at = ${now.toISOString()} where office_id = ${home.officeId} and home_id = ${home.id} and id = any(${uuids([...ids])})
      and used_at is null and withdrawn_at is null returning id`);
  return gone.length;
}

/** A code that is good: whoever gave it out lives in the home still. */
export interface GoodInvitation {
  id: string;
  officeId: string;
  homeId: string;
  label: string;
  name: string;
  phoneIndex: string;
  issuedBy: string;
}

/**
 * The home a code leads to, and the homes of whoever has its number, held in the order of their ids; then the code itself, held.
 * @param asker who holds the code: a stranger's WeChat, or somebody who is signed in
 */
export async function holdFamilyInvitation(tx: Transaction, _asker: Stranger | Viewer, codeHash: string, now: Date): Promise<GoodInvitation | null> {
  const at = now.toISOString();
  await tx.execute(sql`
    select 1 from homes h where (h.id, h.office_id) in (
      select i.home_id, i.office_id from family_invitations i where i.code_hash = ${codeHash}
      union select r.home_id, r.office_id from family_invitations i join people p on p.phone_index = i.phone_index join residences r on r.person_id = p.id where i.code_hash = ${codeHash})
    order by h.id for no key update of h`);
  const [row] = await tx.execute<Record<string, string>>(sql`
    select i.id, i.office_id, i.home_id, h.label, i.name, i.phone_index, i.issued_by_id from family_invitations i join homes h on h.office_id = i.office_id and h.id = i.home_id
    where i.code_hash = ${codeHash} and i.used_at is null and i.withdrawn_at is null and i.expires_at > ${at}
      and exists (select 1 from residences r where r.office_id = i.office_id and r.home_id = i.home_id and r.person_id = i.issued_by_id
        and r.from_at <= ${at} and (r.until_at is null or r.until_at > ${at}))
    for no key update of i`);
  if (!row) return null;
  return {
    id: row.id!,
    officeId: row.office_id!,
    homeId: row.home_id!,
    label: row.label!,
    name: row.name!,
    phoneIndex: row.phone_index!,
    issuedBy: row.issued_by_id!,
  };
}

/** Whether somebody lives in a home now, and the number they are registered with. */
export async function readJoiner(
  tx: Transaction,
  _asker: Stranger | Viewer,
  home: { id: string; officeId: string },
  personId: string,
  now: Date,
): Promise<{ name: string; phoneIndex: string | null; livesThere: boolean } | null> {
  const at = now.toISOString();
  const [row] = await tx.execute<{ name: string; phone_index: string | null; lives_there: boolean }>(sql`
    select p.name, p.phone_index, exists (select 1 from residences r where r.office_id = ${home.officeId} and r.home_id = ${home.id} and r.person_id = p.id
      and r.from_at <= ${at} and (r.until_at is null or r.until_at > ${at})) as lives_there from people p where p.id = ${personId} and p.name <> ''`);
  return row ? { name: row.name, phoneIndex: row.phone_index, livesThere: row.lives_there } : null;
}

export async function spendFamilyInvitation(
  tx: Transaction,
  _asker: Stranger | Viewer,
  invitation: { id: string; officeId: string },
  usedBy: string,
  now: Date,
): Promise<void> {
  await tx.execute(sql`
    update family_invitations set used_at = ${now.toISOString()}, used_by_id = ${usedBy} where office_id = ${invitation.officeId} and id = ${invitation.id}`);
}
