import { readNames } from '../../db/queries/remarks.ts';
import { readTicketFile, relationsToFile } from '../../db/queries/ticket-files.ts';
import { sayName, sayPost } from '../../shared/kernel/people.ts';
import { Problem } from '../../shared/kernel/problem.ts';
import { ticketActions } from '../../shared/tickets/lifecycle.ts';
import type { Ctx } from '../context.ts';

/** The colleagues of this office whom praise may be for, to whoever may thank for it; nobody to anybody else. @throws Problem `seen/not-found` */
export async function praisable(ctx: Ctx, input: { id: string }) {
  const now = ctx.clock();
  const file = await readTicketFile(ctx.db, ctx.viewer, input.id, now);
  if (!file) throw new Problem('seen/not-found');
  const mayThank = ticketActions(file.state, relationsToFile(ctx.viewer, file), now).some((row) => row.action === 'thank');
  const holders = mayThank ? file.staff.filter((one) => !one.atHeadOffice) : [];
  const names = holders.length > 0 ? await readNames(ctx.db, ctx.viewer, holders) : [];
  return {
    items: names.map(({ id, name }) => {
      const post = holders.find((one) => one.person === id);
      return { id, name: sayName(name), title: sayPost(post?.role ?? null, post?.department ?? null) };
    }),
  };
}
