import { countUnread, markInboxRead, readInbox } from '../../db/queries/inbox.ts';
import { readCallsDue } from '../../db/queries/messages.ts';
import { readTicketFile, relationsToFile } from '../../db/queries/ticket-files.ts';
import { sayApprovalNews } from '../../shared/approvals/approvals.ts';
import { isStaffTo } from '../../shared/kernel/people.ts';
import { type TemplateName, templateOn } from '../../shared/messages/templates.ts';
import { categoryOf } from '../../shared/repairs/categories.ts';
import { isCallDue } from '../../shared/tickets/notices.ts';
import { sayNews } from '../../shared/tickets/words.ts';
import { type Ctx, transact } from '../context.ts';
import { deedOn, Moved, record } from '../ledger/record.ts';
import { REACHED } from '../messages/reach.ts';
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
      text: row.approval === null ? sayNews(row.did, row.facts) : sayApprovalNews(row.did),
      ticketId: row.ticketId,
      ticketNumber: row.ticketNumber,
      title:
        row.approval === null ? (categoryOf(row.category ?? '')?.label ?? '') : (templateOn(row.approval as TemplateName, ctx.clock())?.label ?? ''),
      where: row.where,
      urgent: row.urgent,
      read: row.read,
    }),
  );
  return { now: ctx.clock().toISOString(), ...page };
}

/** Where a call was due because nothing had reached them, it is not any more (R8). Somebody else at the same ticket this very moment: the call stays, and does no harm. */
export async function noteReached(ctx: Ctx, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    try {
      await transact(ctx, async (tx) => {
        const file = await readTicketFile(tx, ctx.viewer, id, ctx.clock());
        if (file && isCallDue(file.ledger) && !isStaffTo(relationsToFile(ctx.viewer, file)))
          await record(ctx, tx, [deedOn('ticket', file, ctx.viewer.id, [REACHED])]);
      });
    } catch (error) {
      if (!(error instanceof Moved)) throw error;
    }
  }
}

/** Everything up to this line is read. */
export async function readUpTo(ctx: Ctx, input: { upTo: string }) {
  await noteReached(ctx, await readCallsDue(ctx.db, ctx.viewer, input.upTo));
  await markInboxRead(ctx.db, ctx.viewer, input.upTo, ctx.clock());
  return { unread: await countUnread(ctx.db, ctx.viewer) };
}
