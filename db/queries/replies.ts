import { sql } from 'drizzle-orm';
import type { Tx } from '../connect.ts';
import { uuids } from './uuids.ts';
import type { Viewer } from './viewer.ts';
import { visibleTickets } from './visible.ts';

export interface ReplyRow {
  id: string;
  officeId: string;
  title: string;
  body: string;
  since: Date;
  byName: string;
}

/** The estates this viewer works at. */
const workplaces = (viewer: Viewer): string[] => [...new Set(viewer.appointments.map((one) => one.officeId))];

/** The canned replies that hold now at these offices, of those this viewer works at; or at the office of a ticket they may see. */
export async function readReplies(tx: Tx, viewer: Viewer, ticketId: string | null = null): Promise<ReplyRow[]> {
  const where = ticketId
    ? sql`r.office_id in (select t.office_id from tickets t where t.id = ${ticketId} and ${visibleTickets(viewer)})`
    : sql`r.office_id = any(${uuids(workplaces(viewer))})`;
  const rows = await tx.execute<Record<string, unknown>>(sql`
    select r.reply_id, r.office_id, r.title, r.body, r.from_at, p.name from (
      select distinct on (r.office_id, r.reply_id) r.* from canned_replies r where ${where} order by r.office_id, r.reply_id, r.id desc) r
    join people p on p.id = r.set_by where not r.withdrawn order by r.office_id, r.reply_id`);
  return rows.map((row) => ({
    id: String(row.reply_id),
    officeId: String(row.office_id),
    title: String(row.title),
    body: String(row.body),
    since: new Date(String(row.from_at)),
    byName: String(row.name),
  }));
}

/** Adds a line to a canned reply; the lines before it stay. */
export async function insertReply(
  tx: Tx,
  viewer: Viewer,
  line: { id: string; officeId: string; reply: string; title: string; body: string; withdrawn: boolean; at: Date },
): Promise<void> {
  await tx.execute(sql`
    insert into canned_replies (id, office_id, reply_id, title, body, withdrawn, from_at, set_by)
    values (${line.id}, ${line.officeId}, ${line.reply}, ${line.title}, ${line.body}, ${line.withdrawn}, ${line.at.toISOString()}, ${viewer.id})`);
}
