import { holdReportersNumber, insertReveal } from '../../db/queries/reveals.ts';
import { readTicketFile, relationsToFile } from '../../db/queries/ticket-files.ts';
import { Problem } from '../../shared/kernel/problem.ts';
import { minutesAfter } from '../../shared/kernel/time.ts';
import { decideReveal, ONE_LOOK_MINUTES, type RevealReason } from '../../shared/tickets/reveals.ts';
import { type Ctx, transact } from '../context.ts';
import { permitFile } from '../tickets/permit.ts';

/**
 * A1: the reporter's number, to a colleague who acts on the ticket and says why. The look is on the list before the number is told.
 * @throws Problem `seen/not-found`, `ticket/not-yours`, `ticket/action-refused`, `number/not-known`, `request/invalid` for 其他 without words
 */
export async function reveal(ctx: Ctx, input: { id: string; reason: RevealReason; words: string }): Promise<{ name: string; phone: string }> {
  const why = decideReveal(input);
  return transact(ctx, async (tx) => {
    const now = ctx.clock();
    const file = await readTicketFile(tx, ctx.viewer, input.id, now);
    if (!file) throw new Problem('seen/not-found');
    permitFile('reveal', file, relationsToFile(ctx.viewer, file), now);
    const whose = await holdReportersNumber(tx, ctx.viewer, file.id);
    const phone = whose?.cipher ? ctx.numbers.open(whose.cipher, whose.personId) : null;
    if (!whose || phone === null) throw new Problem('number/not-known');
    const look = { id: ctx.newId(), officeId: file.officeId, of: { ticketId: file.id }, whose: whose.personId, ...why, at: now };
    await insertReveal(tx, ctx.viewer, look, minutesAfter(now, -ONE_LOOK_MINUTES));
    return { name: whose.name, phone };
  });
}
