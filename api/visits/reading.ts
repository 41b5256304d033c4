import {
  type CallerRow,
  readCallers,
  readTicketVisits,
  readVisitRecords,
  readVisits,
  type VisitCursor,
  type VisitRecordRow,
  type VisitRow,
} from '../../db/queries/visits.ts';
import type { RecordKind, VisitLine, VisitRecord } from '../../shared/contract/visits.ts';
import { sayName } from '../../shared/kernel/people.ts';
import { Problem } from '../../shared/kernel/problem.ts';
import { settingsAt } from '../../shared/kernel/settings.ts';
import { endOfDayAfter, startOfMonth } from '../../shared/kernel/time.ts';
import { isUnconfirmed } from '../../shared/tickets/conditions.ts';
import { labelOf } from '../../shared/tickets/promise-words.ts';
import type { Opinion } from '../../shared/tickets/ratings.ts';
import { sayTitle } from '../../shared/tickets/title.ts';
import { missingTries, restsUntil } from '../../shared/visits/decide.ts';
import { type Finding, isCallVisit, SCRIPTS, VISITS, type Visit, whyOf } from '../../shared/visits/script.ts';
import type { Ctx } from '../context.ts';
import { badCursor, idCursor, pageOf } from '../http/pages.ts';
import { maskNumber } from '../identity/numbers.ts';
import { photoView } from '../tickets/part-views.ts';

function lineOf(ctx: Ctx, row: VisitRow, now: Date): VisitLine {
  const { promise, state, worked } = row;
  const what = promise.what as Visit;
  const title = sayTitle(state.kind, state.category);
  const isCall = isCallVisit(what);
  return {
    ticketId: row.ticketId,
    number: row.number,
    officeName: row.officeName,
    what,
    label: labelOf(what, promise.clause),
    clause: promise.clause,
    round: promise.round,
    openedBy: promise.openedBy,
    why: what === 'survey_visit' && state.keyCustomer ? `${whyOf(what, state.kind)}，重要客户要登门` : whyOf(what, state.kind),
    said: row.said,
    startedAt: promise.startedAt.toISOString(),
    dueBy: promise.dueBy.toISOString(),
    warnAtPercent: promise.ladder.find((rung) => rung.step === 'warned')?.percent ?? 100,
    kind: state.kind,
    title,
    urgency: state.urgency,
    where: row.where,
    unnamed: state.unnamed,
    residentName: sayName(row.residentName),
    residentPhone: maskNumber(row.residentLast4),
    doneBy: row.doneByName === null ? null : sayName(row.doneByName),
    doneAt: worked.finishedAt?.toISOString() ?? null,
    result: row.result,
    isRepaired: what !== 'survey_visit' && (worked.status === 'finished' || worked.status === 'closed'),
    isUnconfirmed: what !== 'survey_visit' && isUnconfirmed(state),
    opening: isCall ? SCRIPTS[what].says({ kind: state.kind, caller: ctx.viewer.name, office: row.officeName, title }) : null,
    tries: row.tries.map((one) => ({ at: one.at.toISOString(), byName: sayName(one.byName) })),
    notBefore: restsUntil(row.calledAt, now)?.toISOString() ?? null,
    missing: missingTries(
      row.tries.map((one) => one.at),
      settingsAt(row.settings, now),
    ),
  };
}

const cursorOf = ({ promise }: VisitRow) => `${promise.dueBy.toISOString()}_${promise.openedBy}_${promise.what}`;

function readCursor(after: string | undefined): VisitCursor | null {
  if (after === undefined) return null;
  const [due = '', id, ...rest] = after.split('_');
  const what = VISITS.find((one) => one === rest.join('_'));
  const dueBy = new Date(due);
  if (!/^20\d\d-[\d:T.-]+Z$/.test(due) || Number.isNaN(dueBy.getTime()) || !what) throw badCursor();
  return { dueBy, openedBy: idCursor(id ?? '') as string, what };
}

/** What I owe residents by phone and on the spot, soonest due first. @throws Problem `visits/staff-only` */
export async function visits(ctx: Ctx, input: { after?: string | undefined }) {
  const now = ctx.clock();
  const found = await readVisits(ctx.db, ctx.viewer, now, endOfDayAfter(now, 0), readCursor(input.after));
  if (!found) throw new Problem('visits/staff-only');
  return { now: now.toISOString(), counts: found.counts, ...pageOf(found.rows, cursorOf, (row) => lineOf(ctx, row, now)) };
}

/** The visits one ticket still owes. @throws Problem `seen/not-found` */
export async function ticketVisits(ctx: Ctx, input: { id: string }) {
  const now = ctx.clock();
  const rows = await readTicketVisits(ctx.db, ctx.viewer, input.id);
  if (!rows) throw new Problem('seen/not-found');
  return { now: now.toISOString(), items: rows.map((row) => lineOf(ctx, row, now)) };
}

/** Who reached whom this month (Z13). @throws Problem `visits/staff-only` */
export async function visitCallers(ctx: Ctx) {
  const now = ctx.clock();
  const items = await readCallers(ctx.db, ctx.viewer, startOfMonth(now));
  if (!items) throw new Problem('visits/staff-only');
  return { now: now.toISOString(), items: items.map((row: CallerRow) => ({ ...row, name: sayName(row.name) })) };
}

function recordOf(ctx: Ctx, row: VisitRecordRow, now: Date): VisitRecord {
  const answer = (name: string) => (row.facts[name] as Opinion | undefined) ?? null;
  const { id, number, officeName, ticketId, where, channel, words, outcome, reopened } = row;
  const shots = row.photos.map((photo) => photoView(ctx, { ...photo, purpose: 'message', check: null }, false, now));
  return {
    id,
    at: row.at.toISOString(),
    ticketId,
    number,
    officeName,
    where,
    title: sayTitle(row.kind, row.category),
    residentName: sayName(row.residentName),
    byName: sayName(row.byName),
    channel,
    quality: answer('quality'),
    attitude: answer('attitude'),
    result: answer('result'),
    finding: (row.facts.finding as Finding | undefined) ?? null,
    words,
    outcome,
    reopened,
    photos: shots.filter((photo) => photo !== null),
  };
}

/** The registers of visits, newest first. @throws Problem `visits/staff-only` */
export async function visitRecords(ctx: Ctx, input: { kind: RecordKind; after?: string | undefined }) {
  const now = ctx.clock();
  const rows = await readVisitRecords(ctx.db, ctx.viewer, input.kind, idCursor(input.after));
  if (!rows) throw new Problem('visits/staff-only');
  return {
    now: now.toISOString(),
    ...pageOf(
      rows,
      (row) => row.id,
      (row) => recordOf(ctx, row, now),
    ),
  };
}
