import { readRegister } from '../../db/queries/contacts.ts';
import { sayName, sayPost } from '../../shared/kernel/people.ts';
import type { Ctx } from '../context.ts';
import { idCursor, pageOf } from '../http/pages.ts';
import { contactView } from '../tickets/part-views.ts';

/** The contact register of whoever oversees an office (I2). */
export async function register(ctx: Ctx, input: { after?: string | undefined }) {
  const rows = await readRegister(ctx.db, ctx.viewer, idCursor(input.after));
  return pageOf(
    rows,
    (row) => row.id,
    (row) => ({
      ...contactView(row, ctx.viewer, { name: row.authorName, title: sayPost(row.authorRole, row.authorDepartment) }),
      ticketId: row.ticketId,
      ticketNumber: row.ticketNumber,
      where: row.where,
      participants: row.participants.map(sayName),
      officeName: row.officeName,
    }),
  );
}
