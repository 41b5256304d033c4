import { type CostSpan, countMissing, listFacilities, listMissing, listSpendings, sumSpendings } from '../../db/queries/facilities.ts';
import { exportableOffices } from '../../db/queries/registers.ts';
import { sayName } from '../../shared/kernel/people.ts';
import { Problem, refuseField } from '../../shared/kernel/problem.ts';
import { sayLine, totalFen } from '../../shared/quotes/quotes.ts';
import { daysOf, EXPORT } from '../../shared/registers/registers.ts';
import { sayTitle } from '../../shared/tickets/title.ts';
import type { Ctx } from '../context.ts';
import { idCursor, pageOf } from '../http/pages.ts';

/** The named facilities of an estate (R7). @throws Problem `facilities/not-yours` */
export async function facilities(ctx: Ctx, input: { officeId: string }) {
  const items = await listFacilities(ctx.db, ctx.viewer, input.officeId);
  if (!items) throw new Problem('facilities/not-yours');
  return { items: items.map(({ id, name }) => ({ id, name })) };
}

interface Span {
  officeId: string;
  from: string;
  until: string;
}

/** @throws Problem `registers/not-yours`, `request/invalid` for a period that is none or too long */
async function spanOf(ctx: Ctx, input: Span): Promise<CostSpan> {
  if (!(await exportableOffices(ctx.db, ctx.viewer)).some((one) => one.id === input.officeId)) throw new Problem('registers/not-yours');
  const span = { officeId: input.officeId, from: new Date(input.from), until: new Date(input.until) };
  if (span.until <= span.from) throw refuseField('until', '结束的日子要在开始之后');
  if (daysOf(span.from, span.until) > EXPORT.longestDays) throw refuseField('until', `一次最多 ${EXPORT.longestDays} 天，请分几次`);
  return span;
}

/** What public facilities took in a period, facility by facility, and how many repairs have no record of it yet (R7). @throws Problem `registers/not-yours`, `request/invalid` */
export async function publicCosts(ctx: Ctx, input: Span) {
  const span = await spanOf(ctx, input);
  const [rows, missing] = await Promise.all([sumSpendings(ctx.db, ctx.viewer, span), countMissing(ctx.db, ctx.viewer, span)]);
  const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((total, row) => total + of(row), 0);
  const cost = { labourFen: sum((row) => row.labourFen), partsFen: sum((row) => row.partsFen) };
  return {
    now: ctx.clock().toISOString(),
    items: rows.map((row) => ({ ...row, totalFen: totalFen(row) })),
    sum: { repairs: sum((row) => row.repairs), ...cost, totalFen: totalFen(cost) },
    missing,
  };
}

/** The public repairs behind a figure, or those whose cost is still to be recorded (R7). @throws Problem `registers/not-yours`, `request/invalid` */
export async function publicCostLines(ctx: Ctx, input: Span & { figure: string; after?: string | undefined }) {
  const span = await spanOf(ctx, input);
  const after = idCursor(input.after);
  const rows =
    input.figure === 'missing'
      ? await listMissing(ctx.db, ctx.viewer, span, after)
      : await listSpendings(ctx.db, ctx.viewer, span, input.figure, after);
  return {
    now: ctx.clock().toISOString(),
    ...pageOf(
      rows,
      (row) => row.id,
      (row) => ({
        ticketId: row.ticketId,
        number: row.number,
        title: sayTitle('repair', row.category),
        where: row.where,
        at: row.at.toISOString(),
        byName: sayName(row.byName),
        missingUntil: row.missingUntil?.toISOString() ?? null,
        used: row.lines.filter((line) => line.label !== '').map(sayLine),
        labourFen: row.labourFen,
        partsFen: row.partsFen,
        totalFen: totalFen(row),
      }),
    ),
  };
}
