import { boardOffices, countTimeliness, type LateCursor, type LateRow, lateOffices, listTimeliness, readBoard } from '../../db/queries/boards.ts';
import type { BoardTechnician, KindAsked, Late, LateLine } from '../../shared/contract/boards.ts';
import { sayName } from '../../shared/kernel/people.ts';
import { Problem } from '../../shared/kernel/problem.ts';
import { endOfDayAfter } from '../../shared/kernel/time.ts';
import { MISS_CAUSES, type MissCause } from '../../shared/tickets/agreements.ts';
import { labelOf } from '../../shared/tickets/promise-words.ts';
import { FIGURES, type Figure, shareOf } from '../../shared/tickets/timeliness.ts';
import { sayTitle } from '../../shared/tickets/title.ts';
import type { Ctx } from '../context.ts';
import { pageOf } from '../http/pages.ts';
import { cardOf } from '../tickets/card-view.ts';

/** Who does what in an office now, and what nobody does yet (R8); of one kind of tickets, or of all. @throws Problem `board/not-yours` */
export async function board(ctx: Ctx, input: { kind: KindAsked }) {
  if (boardOffices(ctx.viewer).length === 0) throw new Problem('board/not-yours');
  const now = ctx.clock();
  const { lines, technicians, places, onlyFirst } = await readBoard(ctx.db, ctx.viewer, input.kind, endOfDayAfter(now, -1), now);
  // What the agents owe is not the technician's lateness.
  const isLate = (line: (typeof lines)[number]) => line.ledger.some((one) => one.owedByRole === 'assignee' && one.dueBy < now);
  return {
    now: now.toISOString(),
    places,
    onlyFirst,
    unassigned: lines.filter(({ state }) => state.assignee === null && state.provider === null).map((line) => cardOf(line, now)),
    technicians: technicians.map(({ id, name, doneToday }): BoardTechnician => {
      const theirs = lines.filter((line) => line.state.assignee === id);
      const there = theirs.find((line) => line.state.status === 'on_site');
      return {
        id,
        name: sayName(name),
        late: theirs.filter(isLate).length,
        doneToday,
        onSite: there ? { ticketId: there.id, where: there.where } : null,
        tickets: theirs.map((line) => cardOf(line, now)),
      };
    }),
  };
}

const lineOf = (row: LateRow): LateLine => ({
  ticketId: row.ticketId,
  number: row.number,
  title: sayTitle(row.kind, row.category),
  where: row.where,
  officeName: row.officeName,
  label: labelOf(row.what, row.clause),
  clause: row.clause,
  ownerName: row.ownerName === null ? null : sayName(row.ownerName),
  firstDueBy: row.firstDueBy.toISOString(),
  dueBy: row.dueBy.toISOString(),
  keptAt: row.keptAt?.toISOString() ?? null,
  cause: row.cause === null ? null : (MISS_CAUSES[row.cause as MissCause] ?? row.cause),
  agreed: row.agreed
    ? { byName: sayName(row.agreed.byName), at: row.agreed.at.toISOString(), from: row.agreed.from.toISOString(), to: row.agreed.to.toISOString() }
    : null,
});

/** Whose lateness this viewer answers for. @throws Problem `late/not-yours` */
function spanOf(ctx: Ctx, days: string) {
  const offices = lateOffices(ctx.viewer);
  if (offices === null) throw new Problem('late/not-yours');
  const now = ctx.clock();
  return { offices, now, from: endOfDayAfter(now, -Number(days)) };
}

/** What is late and why, the three figures apart (Z2); of one kind of tickets, or of all. @throws Problem `late/not-yours` */
export async function late(ctx: Ctx, input: { days: string; kind: KindAsked }): Promise<Late> {
  const { kind } = input;
  const { offices, now, from } = spanOf(ctx, input.days);
  const [{ rows, places }, open] = await Promise.all([
    countTimeliness(ctx.db, ctx.viewer, offices, kind, from, now),
    listTimeliness(ctx.db, ctx.viewer, { offices, kind, figure: 'open', cause: null, from, now, after: null }),
  ]);
  const sum = (some: typeof rows, figure: Figure) => some.reduce((total, row) => total + row[figure], 0);
  const judged = sum(rows, 'kept') + sum(rows, 'agreed') + sum(rows, 'missed');
  const figures = Object.fromEntries(
    (Object.keys(FIGURES) as Figure[]).map((one) => [one, { count: sum(rows, one), percent: shareOf(sum(rows, one), judged) }]),
  ) as Late['figures'];
  const labels = [...new Set(rows.map((row) => `${row.what} ${row.clause}`))].map((label) =>
    rows.filter((row) => `${row.what} ${row.clause}` === label),
  );
  const causes = [...new Set(rows.filter((row) => row.missed > 0).map((row) => row.cause))];
  return {
    now: now.toISOString(),
    from: from.toISOString(),
    places,
    judged,
    figures,
    labels: labels
      .map((some) => {
        const [kept, agreed, missed] = [sum(some, 'kept'), sum(some, 'agreed'), sum(some, 'missed')];
        return {
          label: labelOf(some[0]!.what, some[0]!.clause),
          clause: some[0]!.clause,
          kept,
          agreed,
          missed,
          percent: shareOf(kept, kept + agreed + missed),
        };
      })
      .filter((one) => one.kept + one.agreed + one.missed > 0)
      .sort((a, b) => b.missed - a.missed || a.label.localeCompare(b.label)),
    causes: causes
      .map((cause) => ({
        cause: (cause ?? 'not_said') as Late['causes'][number]['cause'],
        label: cause === null ? '还没写原因' : (MISS_CAUSES[cause as MissCause] ?? cause),
        count: sum(
          rows.filter((row) => row.cause === cause),
          'missed',
        ),
      }))
      .sort((a, b) => b.count - a.count),
    lateNow: open.slice(0, 20).map(lineOf),
  };
}

function cursorOf(after: string | undefined): LateCursor | null {
  if (after === undefined) return null;
  const [due = '', ...key] = after.split('_');
  const dueBy = new Date(due);
  if (!/^20\d\d-[\d:T.-]+Z$/.test(due) || Number.isNaN(dueBy.getTime()) || !/^[\w-]{1,120}$/.test(key.join('_')))
    throw new Problem('request/invalid', '翻页的位置不对，请从头看', [{ field: 'after', message: '翻页的位置不对' }]);
  return { dueBy, key: key.join('_') };
}

/** The promises behind one figure, in pages. @throws Problem `late/not-yours` */
export async function lateLines(
  ctx: Ctx,
  input: { days: string; kind: KindAsked; figure: Figure; cause?: string | undefined; after?: string | undefined },
) {
  const { offices, now, from } = spanOf(ctx, input.days);
  const asked = { offices, kind: input.kind, figure: input.figure, cause: input.cause ?? null, from, now, after: cursorOf(input.after) };
  const rows = await listTimeliness(ctx.db, ctx.viewer, asked);
  return { now: now.toISOString(), ...pageOf(rows, (row) => `${row.dueBy.toISOString()}_${row.key}`, lineOf) };
}
