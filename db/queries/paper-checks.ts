import { sql } from 'drizzle-orm';
import type { Check } from '../../shared/content/checks.ts';
import { ERRAND_KINDS, type ErrandKind } from '../../shared/errands/errand.ts';
import { exchangeKindOf } from '../../shared/exchange/kinds.ts';
import type { Tx } from '../connect.ts';
import { type CheckRow, lookedAfter } from './checks.ts';
import { checkFrom } from './held.ts';
import type { Json } from './json.ts';
import { PAGE } from './page.ts';
import { readsItsSubject } from './photos.ts';
import { uuids } from './uuids.ts';
import type { Viewer } from './viewer.ts';

const FROM = sql`checks k join photos p on p.office_id = k.office_id and p.id = k.photo_id`;

const rowFrom = (row: Json): CheckRow => ({
  ...checkFrom(row)!,
  id: String(row.id),
  at: new Date(String(row.at)),
  ticketId: null,
  paper: row.entry_id ? { of: 'exchange', id: String(row.entry_id) } : { of: 'errand', id: String(row.errand_id) },
  ticketNumber: row.entry_id ? exchangeKindOf(String(row.entry_kind)).label : ERRAND_KINDS[row.errand_kind as ErrandKind],
  officeName: String(row.office_name),
  author: String(row.author_id),
  authorName: String(row.author_name),
  authorRole: (row.author_role as string | null) ?? null,
  authorDepartment: (row.author_department as string | null) ?? null,
  place: null,
  body: null,
  outcome: null,
  photo: { id: String(row.photo_id), purpose: 'paper', round: Number(row.round), storageKey: String(row.storage_key) },
  decidedBy: (row.decided_by_name as string | null) ?? null,
  decidedAt: row.decided_at === null ? null : new Date(String(row.decided_at)),
  relations: [],
});

/** Pictures of letters and entries that wait for a colleague, or were decided on, as `readChecks` has the rest: of what this viewer may read and looks after. */
export async function readPaperChecks(tx: Tx, viewer: Viewer, show: 'waiting' | 'decided', after: string | null): Promise<CheckRow[]> {
  const offices = lookedAfter(viewer);
  if (offices?.length === 0) return [];
  const shown =
    show === 'waiting'
      ? sql`k.decision is null and k.queued_at <= ${viewer.at.toISOString()} ${after ? sql`and k.id > ${after}` : sql``} order by k.id`
      : sql`k.decided_by is not null ${after ? sql`and k.id < ${after}` : sql``} order by k.id desc`;
  const rows = await tx.execute<Json>(sql`
    select k.*, p.round, p.storage_key, p.errand_id, x.entry_id, x.kind as entry_kind, e.kind as errand_kind, o.name as office_name, a.name as author_name,
      d.name as decided_by_name, post.role as author_role, post.department as author_department
    from ${FROM} join offices o on o.id = k.office_id join people a on a.id = k.author_id left join people d on d.id = k.decided_by
    left join errands e on e.office_id = p.office_id and e.id = p.errand_id left join exchanges x on x.office_id = p.office_id and x.id = p.exchange_id
    left join lateral (
      select q.role, q.department from appointments q where q.person_id = k.author_id order by (q.office_id = k.office_id) desc, q.from_at limit 1) post on true
    where k.ticket_id is null ${offices ? sql`and k.office_id = any(${uuids(offices)})` : sql``} and ${readsItsSubject(viewer)} and ${shown} limit ${PAGE + 1}`);
  return rows.map(rowFrom);
}

/** A check on a picture of a letter or an entry this viewer may read, and whether they look after its office; null where there is none. */
export async function readPaperCheck(tx: Tx, viewer: Viewer, id: string): Promise<(Check & { author: string; isLookedAfter: boolean }) | null> {
  const [row] = await tx.execute<Json>(sql`select k.* from ${FROM} where k.id = ${id} and k.ticket_id is null and ${readsItsSubject(viewer)}`);
  const offices = lookedAfter(viewer);
  return row
    ? { ...checkFrom(row)!, author: String(row.author_id), isLookedAfter: offices === null || offices.includes(String(row.office_id)) }
    : null;
}
