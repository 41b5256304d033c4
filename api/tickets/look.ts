import { markTicketLinesRead } from '../../db/queries/inbox.ts';
import { beat, markRead } from '../../db/queries/thread.ts';
import { readTicketFile, relationsToFile } from '../../db/queries/ticket-files.ts';
import { isOwnTo, isStaffTo, sayName, sayPost } from '../../shared/kernel/people.ts';
import { Problem } from '../../shared/kernel/problem.ts';
import { isCallDue } from '../../shared/tickets/notices.ts';
import { PRESENCE } from '../../shared/tickets/presence.ts';
import { type Ctx, transact } from '../context.ts';
import { noteReached } from '../inbox/inbox.ts';

/**
 * This viewer has the ticket open: how far they have read is kept, and colleagues learn who else has it open. No event, and nothing of it to the
 * other side.
 * @throws Problem `seen/not-found`
 */
export async function look(ctx: Ctx, input: { id: string; readTo: string | null }) {
  const { isCalled, ...seen } = await transact(ctx, async (tx) => {
    const now = ctx.clock();
    const file = await readTicketFile(tx, ctx.viewer, input.id, now);
    if (!file) throw new Problem('seen/not-found');
    if (input.readTo) await markRead(tx, ctx.viewer, file, input.readTo);
    const relations = relationsToFile(ctx.viewer, file);
    // Whoever has it before them has been reached, and need not be called about it (R8).
    if (!isStaffTo(relations)) await markTicketLinesRead(tx, ctx.viewer, file, now);
    const since = new Date(now.getTime() - PRESENCE.goneAfterSeconds * 1000);
    const others = isStaffTo(relations) ? await beat(tx, ctx.viewer, file, now, since) : [];
    return {
      isCalled: isOwnTo(relations) && isCallDue(file.ledger),
      version: file.version,
      others: others.map((one) => ({ id: one.id, name: sayName(one.name), title: sayPost(one.role, one.department) })),
    };
  });
  if (isCalled) await noteReached(ctx, [input.id]);
  return seen;
}
