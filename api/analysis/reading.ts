import { type FigureOf, listMonth, type MonthAsked, type MonthRead, type RepeatRead, readMonth, type Tally } from '../../db/queries/analysis.ts';
import { besideMonth, monthOf, spanOfMonth, weeksOf } from '../../shared/analysis/months.ts';
import { REPEATS } from '../../shared/analysis/repeats.ts';
import { NO_BUILDING, sayBuilding, sayCause, sayField } from '../../shared/analysis/say.ts';
import { analysisScope } from '../../shared/analysis/sight.ts';
import { LEVELS } from '../../shared/complaints/complaint.ts';
import type { Analysis, AnalysisBar, AnalysisPlace, AnalysisRepeat } from '../../shared/contract/analysis.ts';
import { Problem } from '../../shared/kernel/problem.ts';
import { KIND_LABELS } from '../../shared/tickets/ticket.ts';
import { shareOf } from '../../shared/tickets/timeliness.ts';
import { sayTitle } from '../../shared/tickets/title.ts';
import type { Ctx } from '../context.ts';
import { idCursor, pageOf } from '../http/pages.ts';
import { cardOf } from '../tickets/card-view.ts';

interface Month {
  month?: string | undefined;
  officeId?: string | undefined;
}

/** Whose month this viewer may look at. @throws Problem `analysis/not-yours` */
export function monthFor(ctx: Ctx, { month, officeId }: Month): MonthAsked & { month: string } {
  const scope = analysisScope(ctx.viewer.appointments);
  const isTheirs = officeId === undefined || scope?.offices === 'all' || scope?.complaints || scope?.offices.includes(officeId);
  if (!scope || !isTheirs) throw new Problem('analysis/not-yours');
  const now = ctx.clock();
  const asked = month ?? monthOf(now);
  return { scope, officeId: officeId ?? null, month: asked, ...spanOfMonth(asked), weeks: weeksOf(asked), now };
}

/** In the order of its label where nothing else decides. */
const most = (one: AnalysisBar, other: AnalysisBar) => other.count - one.count || one.name.localeCompare(other.name);

const barsOf = (tallies: readonly Tally[], total: number, say: (name: string) => string): AnalysisBar[] =>
  tallies.map(({ name, count }) => ({ name, label: say(name), count, percent: shareOf(count, total) })).sort(most);

/** All kinds there are, in their own order, those nobody spoke of too. */
const kindsOf = (tallies: readonly Tally[], total: number, onlyComplaints: boolean): AnalysisBar[] =>
  Object.entries(KIND_LABELS)
    .filter(([name]) => !onlyComplaints || name === 'complaint')
    .map(([name, label]) => {
      const count = tallies.find((one) => one.name === name)?.count ?? 0;
      return { name, label, count, percent: shareOf(count, total) };
    });

/** A row an estate, or where there is only one a row a building; a number a week. */
function placesOf({ cells, offices }: MonthRead, only: string | null, weeks: number): AnalysisPlace[] {
  const one = only ?? (offices.length === 1 ? offices[0]!.id : null);
  const weekly = (some: MonthRead['cells']) =>
    Array.from({ length: weeks }, (_, index) => some.reduce((sum, cell) => sum + (cell.week === index + 1 ? cell.count : 0), 0));
  const row = (officeId: string, building: string | null, label: string, some: MonthRead['cells']) => {
    const each = weekly(some);
    return { officeId, building, label, count: each.reduce((sum, count) => sum + count, 0), weeks: each };
  };
  if (one === null)
    return offices.map(({ id, name }) =>
      row(
        id,
        null,
        name,
        cells.filter((cell) => cell.officeId === id),
      ),
    );
  const place = (building: string) => (building === NO_BUILDING ? Number.POSITIVE_INFINITY : Number(building));
  const buildings = [...new Set(cells.map((cell) => cell.building))].sort((a, b) => place(a) - place(b));
  return buildings.map((building) =>
    row(
      one,
      building,
      sayBuilding(building),
      cells.filter((cell) => cell.building === building),
    ),
  );
}

const repeatOf = ({ name, ...read }: RepeatRead): AnalysisRepeat => ({
  ...read,
  label: name ?? `${sayBuilding(read.building ?? NO_BUILDING)} ${sayTitle('repair', read.category ?? '')}`,
  several: read.households >= REPEATS.households,
});

/** What was said and asked in a month, sorted and counted; every figure opens its tickets (C9). @throws Problem `analysis/not-yours` */
export async function analysis(ctx: Ctx, input: Month): Promise<Analysis> {
  const asked = monthFor(ctx, input);
  const { month, scope, weeks, now } = asked;
  const read = await readMonth(ctx.db, ctx.viewer, asked);
  const { total } = read;
  const { previous, next } = besideMonth(month);
  const onlyComplaints = scope.offices !== 'all' && !(asked.officeId === null ? scope.offices.length > 0 : scope.offices.includes(asked.officeId));
  return {
    now: now.toISOString(),
    month,
    previous,
    next: month < monthOf(now) ? next : null,
    offices: read.offices,
    officeId: asked.officeId,
    onlyComplaints,
    total,
    weeks: weeks.map(({ label }, index) => ({
      label,
      count: read.cells.reduce((sum, cell) => sum + (cell.week === index + 1 ? cell.count : 0), 0),
    })),
    kinds: kindsOf(read.kinds, total, onlyComplaints),
    fields: barsOf(read.fields, total, sayField),
    categories: barsOf(read.categories, total, (name) => sayTitle('repair', name)),
    causes: barsOf(read.causes, total, sayCause),
    levels: barsOf(read.levels, total, (name) => LEVELS[name as keyof typeof LEVELS]?.label ?? name),
    places: placesOf(read, asked.officeId, weeks.length),
    repeats: read.repeats.map(repeatOf),
  };
}

/** The tickets behind one figure of a month, the newest first (C9). @throws Problem `analysis/not-yours` */
export async function analysisTickets(ctx: Ctx, input: Month & FigureOf & { after?: string | undefined }) {
  const asked = monthFor(ctx, input);
  const lines = await listMonth(ctx.db, ctx.viewer, asked, input, idCursor(input.after));
  const page = pageOf(
    lines,
    (line) => line.id,
    (line) => cardOf(line, asked.now),
  );
  return { now: asked.now.toISOString(), ...page };
}
