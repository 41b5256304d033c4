import { type SQL, sql } from 'drizzle-orm';
import { handlesComplaints } from '../../shared/kernel/people.ts';
import { HOUR } from '../../shared/kernel/time.ts';
import type { Tx } from '../connect.ts';
import type { Json } from './json.ts';
import { PAGE } from './page.ts';
import { FINISHED_ANYWHERE, lineFrom, linesOf, type TicketLine, TO_DO, WAITING } from './ticket-lines.ts';
import { uuids } from './uuids.ts';
import { overseenOffices, overseesCompany, technicianOffices, type Viewer } from './viewer.ts';
import { hiddenFrom, keptFrom } from './visible.ts';

const COMPANY_COUNTS_STOP_AT = 100;

/** How far this viewer's workbench counts: what is open in a whole company has no end that a page should wait for; null where it counts it all. */
export const countsStopAt = (viewer: Viewer) => (overseesCompany(viewer) ? COMPANY_COUNTS_STOP_AT : null);

export interface WorkbenchCounts {
  overdue: number;
  withinHour: number;
  today: number;
  waitingForResident: number;
  open: number;
}

/** Which part of a workbench: each is what one of its counts counts. */
export type BenchShow = 'all' | 'overdue' | 'within_hour' | 'today' | 'waiting';

/** Where a workbench reads on: the due time and id the last page ended with; no due time comes last. */
export interface WorkbenchCursor {
  dueBy: Date | null;
  id: string;
}

/** Whose tickets stand on a workbench, branch by branch: what one oversees, else what one has been given. */
function benchesOf(viewer: Viewer, kept = keptFrom(viewer)): SQL[] {
  if (overseesCompany(viewer)) return [sql`${TO_DO} ${kept}`];
  const offices = overseenOffices(viewer);
  if (offices.length > 0) return offices.map((office) => sql`${TO_DO} and t.office_id = ${office} ${kept}`);
  // The complaints officer has the company's complaints before them (C1).
  if (viewer.appointments.some(handlesComplaints)) return [sql`${TO_DO} and t.kind = 'complaint' ${kept}`];
  // Said so that no index of offices is read for it.
  const mends = sql`array_position(${uuids(technicianOffices(viewer))}, t.office_id) is not null`;
  // What is over and owes somebody a call or a check stands with whoever owes it, whoever mended it.
  const isTheirs = sql`(t.status <> 'closed' or exists (select 1 from promises p where p.office_id = t.office_id and p.subject = t.id
    and p.owed_by = ${viewer.id} and p.kept_at is null and p.withdrawn_at is null))`;
  return [sql`${TO_DO} and t.assignee_id = ${viewer.id} and t.status <> 'finished' and ${mends} and ${isTheirs}`];
}

/** What a workbench counts by due time. */
function duesOf(now: Date, endOfToday: Date) {
  const [at, soon] = [now.toISOString(), new Date(now.getTime() + HOUR).toISOString()];
  return {
    overdue: sql`t.next_due_by < ${at}`,
    withinHour: sql`t.next_due_by between ${at} and ${soon}`,
    today: sql`t.next_due_by > ${soon} and t.next_due_by <= ${endOfToday.toISOString()}`,
  };
}

/** For the company only as far as a hundred. */
function companyCountsOf(viewer: Viewer, due: ReturnType<typeof duesOf>): SQL {
  const kept = keptFrom(viewer);
  const upTo = (where: SQL) => sql`(select count(*) from (select 1 from tickets t where ${where} ${kept} limit ${COMPANY_COUNTS_STOP_AT}) counted)`;
  return sql`json_build_object('overdue', ${upTo(due.overdue)}, 'withinHour', ${upTo(due.withinHour)}, 'today', ${upTo(due.today)},
    'waitingForResident', ${upTo(FINISHED_ANYWHERE)} + ${upTo(WAITING)}, 'open', ${upTo(TO_DO)})`;
}

/**
 * Counted in one pass over what is to do in one's offices or is one's own. What somebody at home keeps from a colleague, and what is walled from them, is taken
 * off afterwards, by the home and by its id: no index knows of it, and looking at each ticket for it would cost more the more there are.
 */
function countsOf(viewer: Viewer, due: ReturnType<typeof duesOf>): SQL {
  if (overseesCompany(viewer)) return companyCountsOf(viewer, due);
  const hidden = hiddenFrom(viewer);
  const offices = overseenOffices(viewer);
  const benches = benchesOf(viewer, sql``);
  const these = (sign: 1 | -1, where: SQL) =>
    sql`select next_due_by, ${sign}::int as n from (select t.next_due_by from tickets t where ${where} order by t.id offset 0) t`;
  const standing = [
    ...benches.map((bench) => these(1, bench)),
    ...(hidden && offices.length > 0 ? benches.map((bench) => these(-1, sql`${bench} and ${hidden}`)) : []),
  ];
  const there = sql`t.office_id = any(${uuids(offices)})`;
  const waits = [sql`t.status = 'finished' and ${there}`, sql`${WAITING} and ${there}`].flatMap((where) => [
    sql`(select count(*) from tickets t where ${where})`,
    ...(hidden ? [sql`-(select count(*) from tickets t where ${where} and ${hidden})`] : []),
  ]);
  return sql`(select json_build_object('overdue', coalesce(sum(n) filter (where ${due.overdue}), 0), 'withinHour', coalesce(sum(n) filter (where ${due.withinHour}), 0),
    'today', coalesce(sum(n) filter (where ${due.today}), 0), 'waitingForResident', ${offices.length === 0 ? sql`0` : sql.join(waits, sql` + `)},
    'open', coalesce(sum(n), 0)) from (${sql.join(standing, sql` union all `)}) t)`;
}

/** What is to be done, first due first, with its counts, in one statement. @param show what one of the counts counts, or all of it; @param hat this viewer with one post on: what stands there is theirs anyway */
export async function readWorkbench(
  tx: Tx,
  viewer: Viewer,
  now: Date,
  endOfToday: Date,
  after: WorkbenchCursor | null,
  show: BenchShow = 'all',
  hat: Viewer = viewer,
): Promise<{ counts: WorkbenchCounts; lines: TicketLine[] }> {
  const due = duesOf(now, endOfToday);
  const shown: Record<BenchShow, SQL> = {
    all: sql`true`,
    overdue: due.overdue,
    within_hour: due.withinHour,
    today: due.today,
    waiting: sql`(t.status = 'finished' or ${WAITING})`,
  };
  // What has no due time comes last, and an index can be entered in the middle only by a range: two ranges after a page that ended before it.
  const dueBy = after?.dueBy?.toISOString();
  const ranges = !after
    ? [sql`true`]
    : dueBy
      ? [sql`(t.next_due_by, t.id) > (${dueBy}, ${after.id})`, sql`t.next_due_by is null`]
      : [sql`t.next_due_by is null and t.id > ${after.id}`];
  const branches = benchesOf(hat).flatMap((bench) =>
    ranges.map(
      (range) => sql`(select t.* from tickets t where ${bench} and ${shown[show]} and ${range} order by t.next_due_by, t.id limit ${PAGE + 1})`,
    ),
  );
  const page = sql`select * from (${sql.join(branches, sql` union all `)}) standing order by standing.next_due_by, standing.id limit ${PAGE + 1}`;
  const rows = await tx.execute<{ counts: WorkbenchCounts; lines: Json[] }>(sql`
    select ${countsOf(hat, due)} as counts,
      (select coalesce(json_agg(line order by line.next_due_by, line.id), '[]'::json) from (${linesOf(viewer, page)}) line) as lines`);
  const row = rows[0]!;
  return { counts: row.counts, lines: row.lines.map((line) => lineFrom(line, viewer)) };
}
