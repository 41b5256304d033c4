import { type CheckRow, readChecks } from '../../db/queries/checks.ts';
import { readPaperChecks } from '../../db/queries/paper-checks.ts';
import { mayDecide, WITHHOLD_REASONS } from '../../shared/content/checks.ts';
import type { CheckLine } from '../../shared/contract/checks.ts';
import { sayName, sayPost } from '../../shared/kernel/people.ts';
import { Problem } from '../../shared/kernel/problem.ts';
import type { Ctx } from '../context.ts';
import { idCursor, pageOf } from '../http/pages.ts';
import { photoView } from '../tickets/part-views.ts';

function lineOf(ctx: Ctx, row: CheckRow, now: Date): CheckLine {
  const mine = row.author === ctx.viewer.id;
  const said = [row.place, row.body, row.outcome].filter(Boolean).join('\n');
  return {
    id: row.id,
    at: row.at.toISOString(),
    ticketId: row.ticketId,
    paper: row.paper,
    ticketNumber: row.ticketNumber,
    officeName: row.officeName,
    byName: sayName(row.authorName),
    byTitle: sayPost(row.authorRole, row.authorDepartment),
    mine,
    said: row.photo ? null : said,
    photo: row.photo && photoView(ctx, { ...row.photo, check: row }, mine, now),
    stand: row.stand,
    decision: row.decision,
    reason: row.reason && WITHHOLD_REASONS[row.reason],
    decidedBy: row.decidedBy === null ? null : sayName(row.decidedBy),
    decidedAt: row.decidedAt?.toISOString() ?? null,
    mayDecide: row.decision === null && (row.paper ? !mine : mayDecide(row.relations, mine)),
  };
}

/** What waits for a colleague to look at, or was looked at. @throws Problem `checks/not-yours` */
export async function checks(ctx: Ctx, input: { show: 'waiting' | 'decided'; after?: string | undefined }) {
  const after = idCursor(input.after);
  const said = await readChecks(ctx.db, ctx.viewer, input.show, after);
  if (!said) throw new Problem('checks/not-yours');
  const papers = await readPaperChecks(ctx.db, ctx.viewer, input.show, after);
  const forward = input.show === 'waiting' ? 1 : -1;
  const rows = [...said, ...papers].sort((a, b) => (a.id < b.id ? -forward : forward));
  const now = ctx.clock();
  return {
    now: now.toISOString(),
    ...pageOf(
      rows,
      (row) => row.id,
      (row) => lineOf(ctx, row, now),
    ),
  };
}
