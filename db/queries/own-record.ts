import { sql } from 'drizzle-orm';
import type { ResidesAs } from '../../shared/households/households.ts';
import type { Transaction, Tx } from '../connect.ts';
import { FORGOTTEN } from './retention.ts';
import { contextFrom, type OfficeContext } from './ticket-files.ts';
import type { Viewer } from './viewer.ts';

/** What is still going on of what somebody reported: neither it nor what is owed of it is done. */
const STILL_OPEN = sql`(t.status not in ('closed', 'cancelled') or t.next_due_by is not null)`;

/** Whether something was said or photographed by somebody as themselves, not at work: of a matter of their own, or while they held no post (C3). */
const asThemselves = (viewer: Viewer, row: string, at: string) => sql`(
  exists (select 1 from tickets own where own.office_id = ${sql.raw(row)}.office_id and own.id = ${sql.raw(row)}.ticket_id and own.reporter_id = ${viewer.id})
  or not exists (select 1 from appointments a where a.person_id = ${viewer.id} and a.from_at <= ${sql.raw(at)} and (a.until_at is null or a.until_at > ${sql.raw(at)})))`;

export interface OwnRecordRow {
  last4: string | null;
  boundAt: Date | null;
  homes: { id: string; officeName: string; label: string; as: ResidesAs; from: Date; until: Date | null }[];
  consents: number;
  looks: number;
  tickets: number;
  words: number;
  photos: number;
  open: { id: string; number: string }[];
}

/** What is known of whoever asks, in figures. */
export async function readOwnRecord(tx: Tx, viewer: Viewer): Promise<OwnRecordRow> {
  const [row] = await tx.execute<Record<string, unknown>>(sql`
    select p.phone_last4, (select w.bound_at from wechat_accounts w where w.person_id = p.id and w.unbound_at is null) as bound_at,
      (select count(*)::int from consents c where c.person_id = p.id and c.via <> 'house') as consents,
      (select count(*)::int from reveals r where r.whose_id = p.id) as looks,
      (select count(*)::int from tickets t where t.reporter_id = p.id) as tickets,
      (select count(*)::int from contacts c where c.author_id = p.id and c.body <> '' and ${asThemselves(viewer, 'c', 'c.at')}) as words,
      (select count(*)::int from photos f where f.uploaded_by = p.id and f.finalised_at is not null and ${asThemselves(viewer, 'f', 'f.finalised_at')}) as photos,
      (select coalesce(json_agg(json_build_object('id', t.id, 'number', t.number) order by t.id), '[]'::json) from tickets t where t.reporter_id = p.id and ${STILL_OPEN}) as open
    from people p where p.id = ${viewer.id}`);
  const count = (name: string) => Number(row?.[name] ?? 0);
  return {
    last4: (row?.phone_last4 as string | null) ?? null,
    boundAt: row?.bound_at ? new Date(row.bound_at as string) : null,
    homes: viewer.residences.map(({ homeId, officeName, label, as, fromAt, untilAt }) => ({
      id: homeId,
      officeName,
      label,
      as,
      from: fromAt,
      until: untilAt,
    })),
    consents: count('consents'),
    looks: count('looks'),
    tickets: count('tickets'),
    words: count('words'),
    photos: count('photos'),
    open: (row?.open as OwnRecordRow['open'] | undefined) ?? [],
  };
}

/** One thing of somebody's own, as a row of their file. */
export interface OwnLine {
  kind: 'ticket' | 'words' | 'photo' | 'rating' | 'consent';
  of: string | null;
  body: string;
  at: Date;
}

/** What somebody reported, said, photographed, rated and answered, the latest first of each; nobody else's words. */
export async function readOwnLines(tx: Tx, viewer: Viewer, most: number): Promise<OwnLine[]> {
  const numberOf = (row: string) =>
    sql`(select t.number from tickets t where t.office_id = ${sql.raw(row)}.office_id and t.id = ${sql.raw(row)}.ticket_id)`;
  const rows = await tx.execute<Record<string, unknown>>(sql`
    select * from (
      select 1 as place, 'ticket' as kind, t.number as of, c.place as body, t.received_at as at from tickets t
        join contacts c on c.office_id = t.office_id and c.id = t.first_contact_id where t.reporter_id = ${viewer.id}
      union all select 2, 'words', ${numberOf('c')}, c.body, c.at from contacts c where c.author_id = ${viewer.id} and c.body <> '' and ${asThemselves(viewer, 'c', 'c.at')}
      union all select 3, 'photo', ${numberOf('f')}, f.type, f.finalised_at from photos f where f.uploaded_by = ${viewer.id} and f.finalised_at is not null and ${asThemselves(viewer, 'f', 'f.finalised_at')}
      union all select 4, 'rating', ${numberOf('g')}, g.score::text, g.at from ratings g where g.person_id = ${viewer.id}
      union all select 5, 'consent', null, a.template || ' ' || a.what, a.at from consents a where a.person_id = ${viewer.id} and a.via <> 'house') mine
    order by place, at desc limit ${most}`);
  return rows.map((row) => ({
    kind: row.kind as OwnLine['kind'],
    of: (row.of as string | null) ?? null,
    body: String(row.body),
    at: new Date(row.at as string),
  }));
}

/** The head office, which keeps what was removed of people; nobody of it hears of a removal. */
export async function readCompanyToForgetFor(tx: Tx, _viewer: Viewer): Promise<OfficeContext> {
  const [row] = await tx.execute<Record<string, unknown>>(sql`
    select o.id as office_id, o.letters, o.opens_at_minute, o.closes_at_minute, '[]'::json as staff, '[]'::json as settings from offices o where o.kind = 'head_office'`);
  return contextFrom(row!);
}

/** Has whatever somebody reports wait until it is decided whether they may be forgotten. */
export async function holdOneself(tx: Transaction, viewer: Viewer): Promise<boolean> {
  const homes = [...new Set(viewer.residences.map((home) => home.homeId))];
  await tx.execute(sql`select 1 from homes h where h.id = any(${`{${homes.join(',')}}`}::uuid[]) order by h.id for no key update of h`);
  const rows = await tx.execute(sql`select 1 from people where id = ${viewer.id} and name <> '' for update`);
  return rows.length > 0;
}

/** Empties somebody's name and number as retention does, ends what they live in and are bound by, and every session of theirs (Z10). */
export async function forget(tx: Transaction, viewer: Viewer, now: Date): Promise<{ officeId: string; id: string }[]> {
  const at = now.toISOString();
  const gone = await tx.execute<{ office_id: string; home_id: string }>(sql`
    update residences set until_at = greatest(${at}, from_at) where person_id = ${viewer.id} and (until_at is null or until_at > ${at}) returning office_id, home_id`);
  await tx.execute(sql`
    update family_invitations set withdrawn_at = ${at} where issued_by_id = ${viewer.id} and used_at is null and withdrawn_at is null`);
  await tx.execute(
    sql`update people set ${FORGOTTEN}, signed_out_before = greatest(${at}, signed_out_before + interval '1 millisecond') where id = ${viewer.id}`,
  );
  await tx.execute(sql`update wechat_accounts set unbound_at = ${at} where person_id = ${viewer.id} and unbound_at is null`);
  return gone.map((row) => ({ officeId: row.office_id, id: row.home_id }));
}
