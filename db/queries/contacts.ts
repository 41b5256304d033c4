import { sql } from 'drizzle-orm';
import type { Tx } from '../connect.ts';
import { checkOf, hiddenWords } from './held.ts';
import { PAGE } from './page.ts';
import { type ThreadLine, threadFrom } from './ticket-whole.ts';
import { uuids } from './uuids.ts';
import { overseenOffices, overseesCompany, type Viewer } from './viewer.ts';
import { keptFrom, ownTickets } from './visible.ts';

export interface RegisterRow extends ThreadLine {
  authorName: string;
  authorRole: string | null;
  authorDepartment: string | null;
  ticketId: string | null;
  ticketNumber: string | null;
  where: string;
  participants: string[];
  officeName: string;
}

/**
 * The contact register of the offices this viewer oversees, newest first (I2), without colleagues' words and what is held on what is their own.
 * Others have none.
 */
export async function readRegister(tx: Tx, viewer: Viewer, after: string | null): Promise<RegisterRow[]> {
  const offices = overseenOffices(viewer);
  const scope = overseesCompany(viewer) ? sql`true` : sql`c.office_id = any(${uuids(offices)})`;
  const rows = await tx.execute<Record<string, unknown>>(sql`
    select c.*, ${checkOf(sql`c`)} as held, p.name as author_name,
      (select coalesce(json_agg(w.name order by w.id), '[]'::json) from people w where w.id = any(c.participants) and w.id <> c.author_id) as with_names, t.number, o.name as office_name,
      post.role as author_role, post.department as author_department
    from contacts c join people p on p.id = c.author_id join offices o on o.id = c.office_id
    left join tickets t on t.office_id = c.office_id and t.id = c.ticket_id
    left join lateral (
      select a.role, a.department from appointments a where a.person_id = c.author_id order by (a.office_id = c.office_id) desc, a.from_at limit 1) post on true
    where ${scope} ${keptFrom(viewer)} and (c.ticket_id is not null or c.kind <> 'errand') and ((c.audience <> 'staff' and (c.author_id = ${viewer.id} or not ${hiddenWords(sql`c`)})) or ${ownTickets(viewer)} is not true) ${after ? sql`and c.id < ${after}` : sql``} order by c.id desc limit ${PAGE + 1}`);
  return rows.map((row) => ({
    ...threadFrom(row),
    authorName: String(row.author_name),
    authorRole: (row.author_role as string | null) ?? null,
    authorDepartment: (row.author_department as string | null) ?? null,
    ticketId: (row.ticket_id as string | null) ?? null,
    ticketNumber: (row.number as string | null) ?? null,
    where: String(row.place),
    participants: row.with_names as string[],
    officeName: String(row.office_name),
  }));
}
