import { insertReply, readReplies } from '../../db/queries/replies.ts';
import { readTicketFile, relationsToFile } from '../../db/queries/ticket-files.ts';
import { isStaffTo, sayName } from '../../shared/kernel/people.ts';
import { Problem } from '../../shared/kernel/problem.ts';
import { sayMoment } from '../../shared/kernel/time.ts';
import { checkReply, fillReply, mayWriteReplies } from '../../shared/tickets/replies.ts';
import { type Ctx, transact } from '../context.ts';

const mayWriteAt = (ctx: Ctx, officeId: string) => ctx.viewer.appointments.some((one) => one.officeId === officeId && mayWriteReplies(one));

/** The canned replies of the offices this viewer works at. @throws Problem `replies/not-yours` for whoever works nowhere */
export async function replies(ctx: Ctx) {
  if (ctx.viewer.appointments.length === 0) throw new Problem('replies/not-yours');
  const offices = new Map(ctx.viewer.appointments.map((one) => [one.officeId, one.officeName]));
  const items = await readReplies(ctx.db, ctx.viewer);
  return {
    offices: [...offices].map(([id, name]) => ({ id, name, mayWrite: mayWriteAt(ctx, id) })),
    items: items.map((item) => ({ ...item, since: item.since.toISOString(), byName: sayName(item.byName) })),
  };
}

/** Writes or rewrites one; what stood before stays in the table. @throws Problem `replies/not-yours`, `request/invalid`, `seen/not-found` */
export async function saveReply(ctx: Ctx, input: { officeId: string; replyId: string | null; title: string; body: string }) {
  if (!mayWriteAt(ctx, input.officeId)) throw new Problem('replies/not-yours');
  const body = checkReply(input.body);
  return transact(ctx, async (tx) => {
    const known = input.replyId === null ? [] : await readReplies(tx, ctx.viewer);
    if (input.replyId !== null && !known.some((one) => one.id === input.replyId && one.officeId === input.officeId))
      throw new Problem('seen/not-found');
    const id = ctx.newId();
    const reply = input.replyId ?? id;
    await insertReply(tx, ctx.viewer, { id, officeId: input.officeId, reply, title: input.title, body, withdrawn: false, at: ctx.clock() });
    return { id: reply };
  });
}

/** Takes one out of use. @throws Problem `seen/not-found`, `replies/not-yours` */
export async function withdrawReply(ctx: Ctx, input: { id: string }) {
  return transact(ctx, async (tx) => {
    const found = (await readReplies(tx, ctx.viewer)).find((one) => one.id === input.id);
    if (!found) throw new Problem('seen/not-found');
    if (!mayWriteAt(ctx, found.officeId)) throw new Problem('replies/not-yours');
    const { officeId, title, body } = found;
    await insertReply(tx, ctx.viewer, { id: ctx.newId(), officeId, reply: input.id, title, body, withdrawn: true, at: ctx.clock() });
    return { id: input.id };
  });
}

/** The canned replies of a ticket's office, filled in from it; residents have none. @throws Problem `seen/not-found`, `ticket/not-yours` */
export async function ticketReplies(ctx: Ctx, input: { id: string }) {
  const now = ctx.clock();
  const file = await readTicketFile(ctx.db, ctx.viewer, input.id, now);
  if (!file) throw new Problem('seen/not-found');
  if (!isStaffTo(relationsToFile(ctx.viewer, file))) throw new Problem('ticket/not-yours');
  const promised = file.ledger
    .filter((one) => one.owedTo === 'residents' && one.what !== 'first_reply' && !one.keptAt && !one.withdrawnAt && one.dueBy > now)
    .sort((a, b) => a.dueBy.getTime() - b.dueBy.getTime())[0];
  const values = {
    称呼: sayName(file.reporterName),
    房号: file.homeLabel,
    师傅: file.assigneeName === null ? null : `${sayName(file.assigneeName)}师傅`,
    约定时间: promised ? `${sayMoment(promised.dueBy, now)} 前` : null,
    报修号: file.number,
    服务中心: `${file.officeName}服务中心 ${file.hotline}`,
  };
  const items = await readReplies(ctx.db, ctx.viewer, input.id);
  return { items: items.map((one) => ({ id: one.id, title: one.title, text: fillReply(one.body, values) })) };
}
