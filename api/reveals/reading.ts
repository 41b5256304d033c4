import { type RevealRow, readOwnReveals, readReveals } from '../../db/queries/reveals.ts';
import { overseesCompany } from '../../db/queries/viewer.ts';
import type { OwnReveal } from '../../shared/contract/reveals.ts';
import { sayName, sayPost } from '../../shared/kernel/people.ts';
import { Problem } from '../../shared/kernel/problem.ts';
import { LOOKED_BECAUSE } from '../../shared/tickets/reveals.ts';
import type { Ctx } from '../context.ts';
import { idCursor, pageOf } from '../http/pages.ts';
import { titleOf } from '../surveys/edition.ts';

const idOf = (row: RevealRow) => row.id;

const ownLine = (row: RevealRow): OwnReveal => ({
  id: row.id,
  at: row.at.toISOString(),
  byName: sayName(row.byName),
  byPost: sayPost(row.byRole, row.byDepartment),
  reason: LOOKED_BECAUSE[row.reason],
  words: row.words,
  ticketId: row.ticketId,
  ticketNumber: row.ticketNumber,
  survey: row.survey && titleOf({ facts: row.survey }),
  home: row.home,
});

/** Who looked at residents' numbers when and why (A1). @throws Problem `reveals/not-yours` */
export async function reveals(ctx: Ctx, input: { after?: string | undefined }) {
  const rows = await readReveals(ctx.db, ctx.viewer, idCursor(input.after));
  if (!rows) throw new Problem('reveals/not-yours');
  // Whom the company asks is nothing to the estate it asks about (S12): there they read that somebody looked, and why.
  const told = (row: RevealRow) => (row.survey && !overseesCompany(ctx.viewer) ? null : sayName(row.whoseName));
  return pageOf(rows, idOf, (row) => ({ ...ownLine(row), whoseName: told(row), officeName: row.officeName }));
}

/** Who looked at one's own number when and why (A1). */
export async function ownReveals(ctx: Ctx, input: { after?: string | undefined }) {
  return pageOf(await readOwnReveals(ctx.db, ctx.viewer, idCursor(input.after)), idOf, ownLine);
}
