import { countAlike, readSeenBefore } from '../../db/queries/complaints.ts';
import { readHandsFor } from '../../db/queries/dispatching.ts';
import { readProgress, readReports, readSurvivor } from '../../db/queries/merging.ts';
import { readTicketFile } from '../../db/queries/ticket-files.ts';
import { listDone, listTickets, type TicketLine } from '../../db/queries/ticket-lines.ts';
import { readTicketWhole, type TicketWhole } from '../../db/queries/ticket-whole.ts';
import type { Viewer } from '../../db/queries/viewer.ts';
import { type BenchShow, countsStopAt, readWorkbench, type WorkbenchCursor } from '../../db/queries/workbench.ts';
import { isMajor, mayBeMajor } from '../../shared/complaints/major.ts';
import { isStaffTo, type Role } from '../../shared/kernel/people.ts';
import { Problem } from '../../shared/kernel/problem.ts';
import { settingsAt } from '../../shared/kernel/settings.ts';
import { endOfDayAfter, isoDay } from '../../shared/kernel/time.ts';
import { rankHands } from '../../shared/repairs/dispatching.ts';
import type { Ctx } from '../context.ts';
import { badCursor, idCursor, pageOf, UUID } from '../http/pages.ts';
import { barredFrom } from './barred.ts';
import { cardOf } from './card-view.ts';
import { detailOf } from './detail-view.ts';

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
export async function workbench(
  ctx: Ctx,
  input: { after?: string | undefined; show: BenchShow; officeId?: string | undefined; role?: Role | undefined },
) {
  const now = ctx.clock();
  const isOn = (post: { officeId: string; role: Role }) =>
    (!input.officeId || post.officeId === input.officeId) && (!input.role || post.role === input.role);
  const hat = { ...ctx.viewer, appointments: ctx.viewer.appointments.filter(isOn) };
  const { counts, lines } = await readWorkbench(ctx.db, ctx.viewer, now, endOfDayAfter(now, 0), readCursor(input.after), input.show, hat);
  return { now: now.toISOString(), counts, countsStopAt: countsStopAt(hat), ...pageOf(lines, workbenchCursor, (line) => cardOf(line, now)) };
}

/** What a technician has done today. */
export async function doneToday(ctx: Ctx) {
  const now = ctx.clock();
  const lines = await listDone(ctx.db, ctx.viewer, endOfDayAfter(now, -1));
  return { now: now.toISOString(), items: lines.map((line) => cardOf(line, now)) };
}

/** Readings 17: how many households complained of the same, where that may make it a major one; null where it does not. */
async function householdsIn(ctx: Ctx, { officeId, homeId, state, settings }: TicketWhole): Promise<number | null> {
  const figures = settingsAt(settings, ctx.clock());
  const one = { officeId, homeId, category: state.category, receivedAt: state.receivedAt };
  const households = await countAlike(ctx.db, ctx.viewer, one, figures.majorWithinDays);
  return mayBeMajor(households, figures) ? households : null;
}

/** @throws Problem `seen/not-found` */
export async function ticket(ctx: Ctx, input: { id: string }) {
  const whole = await readTicketWhole(ctx.db, ctx.viewer, input.id);
  if (!whole) throw new Problem('seen/not-found');
  const { officeId, state, relations } = whole;
  const survivor = state.merged && (await readSurvivor(ctx.db, ctx.viewer, { officeId, into: state.merged.into }));
  const progress =
    state.merged && !survivor && relations.includes('resident') ? await readProgress(ctx.db, ctx.viewer, { officeId, id: whole.id }) : null;
  const taken = isStaffTo(relations) ? state.tookIn.map((one) => one.ticket) : [];
  const merged = taken.length === 0 ? [] : await readReports(ctx.db, ctx.viewer, officeId, taken);
  const barred = state.merged && isStaffTo(relations) ? await barredFrom(ctx, whole, survivor) : [];
  const { complaint } = state;
  const seenBefore =
    complaint && relations.includes('leadership')
      ? await readSeenBefore(ctx.db, ctx.viewer, { id: whole.id, officeId, receivedAt: state.receivedAt }, complaint.accused, {
          isShut: complaint.custody === 'company',
          letIn: complaint.letIn,
        })
      : [];
  const households = complaint && relations.includes('quality') && !isMajor(state) ? await householdsIn(ctx, whole) : null;
  return detailOf(ctx, whole, ctx.viewer, { survivor, progress, merged, barred }, seenBefore, households);
}

/** Who could be sent, the likeliest first, and why (R8, I16). @throws Problem `seen/not-found` */
export async function technicians(ctx: Ctx, input: { id: string }) {
  const now = ctx.clock();
  const found = await readHandsFor(ctx.db, ctx.viewer, input.id, now);
  if (!found && !(await readTicketFile(ctx.db, ctx.viewer, input.id, now))) throw new Problem('seen/not-found');
  const ranked = found ? rankHands(found.hands, found.matter, isoDay(now)) : [];
  return {
    items: ranked.map(({ id, name, openTickets, cameLastTime, why, suits }) => ({
      id,
      name,
      openTickets,
      cameLastTime,
      why,
      suits: suits !== 'none',
    })),
  };
}
