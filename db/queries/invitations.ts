import { sql } from 'drizzle-orm';
import type { Post } from '../../shared/staff/levels.ts';
import type { Transaction, Tx } from '../connect.ts';
import type { Viewer } from './viewer.ts';

export interface ColleagueRow {
  id: string;
  name: string;
  posts: (Post & { officeName: string })[];
  boundAt: Date | null;
  invitedUntil: Date | null;
}

/** Everybody who works for the company now; whom a viewer may invite among them is for `invitesAt` to say. @param id only this one */
export async function readColleagues(tx: Tx, viewer: Viewer, id: string | null = null): Promise<ColleagueRow[]> {
  const at = viewer.at.toISOString();
  const rows = await tx.execute<Record<string, unknown>>(sql`
    select p.id, p.name,
      json_agg(json_build_object('officeId', a.office_id, 'officeName', o.name, 'role', a.role, 'department', a.department) order by o.kind, o.letters, a.id) as posts,
      (select w.bound_at from wechat_accounts w where w.person_id = p.id and w.unbound_at is null) as bound_at,
      (select max(i.expires_at) from invitations i where i.person_id = p.id and i.used_at is null and i.replaced_at is null and i.expires_at > ${at}) as invited_until
    from appointments a join people p on p.id = a.person_id join offices o on o.id = a.office_id
    where p.name <> '' and (a.until_at is null or a.until_at > ${at}) ${id ? sql`and p.id = ${id}` : sql``}
    group by p.id, p.name order by min(o.letters), p.name, p.id`);
  return rows.map((row) => ({
    id: String(row.id),
    name: String(row.name),
    posts: row.posts as ColleagueRow['posts'],
    boundAt: row.bound_at ? new Date(row.bound_at as string) : null,
    invitedUntil: row.invited_until ? new Date(row.invited_until as string) : null,
  }));
}

/** The offices that are the company's own. */
export async function readHeadOffices(tx: Tx, _viewer: Viewer): Promise<string[]> {
  return (await tx.execute<{ id: string }>(sql`select id from offices where kind = 'head_office'`)).map((row) => row.id);
}

/** Writes an invitation; an earlier one of the same person that was not used is good no longer. */
export async function insertInvitation(
  tx: Transaction,
  viewer: Viewer,
  invitation: { id: string; officeId: string; personId: string; codeHash: string; expiresAt: Date },
  now: Date,
): Promise<void> {
  await tx.execute(sql`select 1 from people where id = ${invitation.personId} for no key update`);
  await tx.execute(
    sql`update invitations set replaced_at = ${now.toISOString()} where person_id = ${invitation.personId} and used_at is null and replaced_at is null`,
  );
  await tx.execute(sql`
    insert into invitations (id, office_id, person_id, code_hash, issued_by_id, issued_at, expires_at)
    values (${invitation.id}, ${invitation.officeId}, ${invitation.personId}, ${invitation.codeHash}, ${viewer.id}, ${now.toISOString()}, ${invitation.expiresAt.toISOString()})`);
}
