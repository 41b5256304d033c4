import { countUnread, markInboxRead, readInbox } from '../../db/queries/inbox.ts';
import { categoryOf } from '../../shared/repairs/categories.ts';
import { sayNews } from '../../shared/tickets/words.ts';
import type { Ctx } from '../context.ts';
import { idCursor, pageOf } from '../tickets/reading.ts';

/** What this person was told, newest first. */
export async function inbox(ctx: Ctx, input: { after?: string | undefined }) {
  const rows = await readInbox(ctx.db, ctx.viewer, idCursor(input.after));
  const page = pageOf(
    rows,
    (row) => row.id,
    (row) => ({
      id: row.id,
      at: row.at.toISOString(),
      text: sayNews(row.did, row.facts),
      ticketId: row.ticketId,
      ticketNumber: row.ticketNumber,
      title: categoryOf(row.category ?? '')?.label ?? '',
      where: row.where,
      urgent: row.urgent,
      read: row.read,
    }),
  );
  return { now: ctx.clock().toISOString(), ...page };
}

/** Everything up to this line is read. */
export async function readUpTo(ctx: Ctx, input: { upTo: string }) {
  await markInboxRead(ctx.db, ctx.viewer, input.upTo, ctx.clock());
  return { unread: await countUnread(ctx.db, ctx.viewer) };
}
