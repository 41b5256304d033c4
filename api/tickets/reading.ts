import { readTechnicians, readTicketFile } from '../../db/queries/ticket-files.ts';
import { countsStopAt, listTickets, PAGE, readTicketWhole, readWorkbench, type TicketLine, type WorkbenchCursor } from '../../db/queries/tickets.ts';
import type { Viewer } from '../../db/queries/viewer.ts';
import { Problem } from '../../shared/kernel/problem.ts';
import { endOfDayAfter } from '../../shared/kernel/time.ts';
import type { Ctx } from '../context.ts';
import { cardOf, detailOf } from './views.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const badCursor = () => new Problem('request/invalid', '翻页的位置不对，请从头看', [{ field: 'after', message: '翻页的位置不对' }]);

/** A cursor that is an id. @throws Problem `request/invalid` for anything else */
export function idCursor(after: string | undefined): string | null {
  if (after === undefined) return null;
  if (!UUID.test(after)) throw badCursor();
  return after;
}

/** Cuts a page of twenty-one to twenty, and says where the next begins. */
export function pageOf<Line, Item>(
  lines: readonly Line[],
  cursor: (line: Line) => string,
  item: (line: Line) => Item,
): { items: Item[]; next: string | null } {
  const shown = lines.slice(0, PAGE);
  const last = shown[shown.length - 1];
  return { items: shown.map(item), next: lines.length > PAGE && last ? cursor(last) : null };
}

/** The viewer with one hat on: an employee who also lives here looks as one or the other, and never sees more for it. */
function wearing(viewer: Viewer, as: 'resident' | 'staff' | undefined): Viewer {
  if (as === 'resident') return { ...viewer, appointments: [] };
  return as === 'staff' ? { ...viewer, residences: [] } : viewer;
}

/** A page of what this viewer may see, with one hat on or both. */
export async function tickets(
  ctx: Ctx,
  input: { show: 'open' | 'your_turn' | 'done'; as?: 'resident' | 'staff' | undefined; after?: string | undefined },
) {
  const lines = await listTickets(ctx.db, ctx.viewer, input.show, idCursor(input.after), wearing(ctx.viewer, input.as));
  const now = ctx.clock();
  return {
    now: now.toISOString(),
    ...pageOf(
      lines,
      (line) => line.id,
      (line) => cardOf(line, now),
    ),
  };
}

const workbenchCursor = (line: TicketLine) => `${line.nextDueBy?.toISOString() ?? '-'}_${line.id}`;

function readCursor(after: string | undefined): WorkbenchCursor | null {
  if (after === undefined) return null;
  const [due = '', id = ''] = after.split('_');
  const dueBy = due === '-' ? null : new Date(due);
  const isDue = /^20\d\d-[\d:T.-]+Z$/.test(due) && dueBy !== null && !Number.isNaN(dueBy.getTime());
  if (!UUID.test(id) || (dueBy !== null && !isDue)) throw badCursor();
  return { dueBy, id };
}

/** What is to be done, first due first, with its counts. */
export async function workbench(ctx: Ctx, input: { after?: string | undefined }) {
  const now = ctx.clock();
  const { counts, lines } = await readWorkbench(ctx.db, ctx.viewer, now, endOfDayAfter(now, 0), readCursor(input.after));
  return { now: now.toISOString(), counts, countsStopAt: countsStopAt(ctx.viewer), ...pageOf(lines, workbenchCursor, (line) => cardOf(line, now)) };
}

/** @throws Problem `seen/not-found` */
export async function ticket(ctx: Ctx, input: { id: string }) {
  const whole = await readTicketWhole(ctx.db, ctx.viewer, input.id);
  if (!whole) throw new Problem('seen/not-found');
  return detailOf(ctx, whole, ctx.viewer);
}

/** @throws Problem `seen/not-found` */
export async function technicians(ctx: Ctx, input: { id: string }) {
  const items = await readTechnicians(ctx.db, ctx.viewer, input.id, ctx.clock());
  if (items.length === 0 && !(await readTicketFile(ctx.db, ctx.viewer, input.id, ctx.clock()))) throw new Problem('seen/not-found');
  return { items };
}
