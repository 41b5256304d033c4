import { readHomeContext, readTicketFile, relationsToFile } from '../../db/queries/ticket-files.ts';
import { heldBecause } from '../../shared/content/checks.ts';
import { type Done, ticketRoutes } from '../../shared/contract/tickets.ts';
import { writtenIn } from '../../shared/contract/written.ts';
import { Problem } from '../../shared/kernel/problem.ts';
import { settingsAt } from '../../shared/kernel/settings.ts';
import { decideRework } from '../../shared/tickets/receipt.ts';
import { checkWritten } from '../content/words.ts';
import type { Ctx } from '../context.ts';
import { permitFile } from './permit.ts';
import { type ReportInput, receive } from './receive.ts';

/**
 * R6: the repair a report says came back, and the report as it is taken for it.
 * @throws Problem `seen/not-found`, `ticket/not-yours`, `ticket/action-refused` within the days of 没修好, or after the warranty, `request/invalid`
 */
async function comesBack(ctx: Ctx, input: ReportInput, beforeId: string, now: Date) {
  const file = await readTicketFile(ctx.db, ctx.viewer, beforeId, now);
  if (!file) throw new Problem('seen/not-found');
  const relations = relationsToFile(ctx.viewer, file);
  const before = { id: file.id, state: file.state, homeId: file.homeId, where: file.place };
  const taken = relations.includes('resident') ? decideRework(before, input, now) : input;
  permitFile('rework', file, relations, now);
  return { before, taken, file };
}

/**
 * A resident reports a repair of a home of theirs (R1–R3, R8), or that one came back (R6).
 * @throws Problem `home/not-yours`, `request/invalid`, `request/key-reused`, `ticket/action-refused` while it is being mended again, and what
 * `comesBack` refuses
 */
export async function report(ctx: Ctx, given: ReportInput & { reworkOf?: string | undefined }): Promise<Done> {
  const now = ctx.clock();
  const office = await readHomeContext(ctx.db, ctx.viewer, given.homeId, now);
  if (!office) throw new Problem('home/not-yours');
  const back = given.reworkOf === undefined ? null : await comesBack(ctx, given, given.reworkOf, now);
  const input = back?.taken ?? given;
  const held = heldBecause(await checkWritten(ctx, writtenIn(ticketRoutes.report.body, { ...given })), settingsAt(office.settings, now), false);
  const contact = { channel: 'mini_program', kind: 'message', participants: [] };
  return receive(ctx, { route: 'report', office, input, reporterId: ctx.viewer.id, newcomer: null, at: now, held, contact, back });
}
