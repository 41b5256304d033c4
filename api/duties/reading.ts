import type { Transaction } from '../../db/connect.ts';
import {
  countOwnDuties,
  type DutyRead,
  listDuties,
  listReceived,
  readDuty,
  readReceivedIds,
  readRoundTickets,
  readTakenDown,
} from '../../db/queries/duties.ts';
import { type KeepingOffice, readKeepingOffices } from '../../db/queries/keepers.ts';
import type { DutyDetail, DutyLine, KeepingOfficeView, ReceivedLine } from '../../shared/contract/duties.ts';
import { keptChannelOf, keptChannelsOn } from '../../shared/duties/channels.ts';
import { DUTY_PROMISES, DUTY_ROWS, dutyFacts, dutyStanding, dutyTitle } from '../../shared/duties/duty.ts';
import { isKept, keeperOf, mayNameKeepers } from '../../shared/duties/keepers.ts';
import { DUTIES } from '../../shared/duties/rows.ts';
import { ERRAND_KINDS, type ErrandState } from '../../shared/errands/errand.ts';
import { relationsToErrand } from '../../shared/errands/relations.ts';
import { sayErrandStanding } from '../../shared/errands/say.ts';
import { actionsFor } from '../../shared/kernel/lifecycle.ts';
import { sayName, sayPost } from '../../shared/kernel/people.ts';
import { Problem } from '../../shared/kernel/problem.ts';
import { settingsAt } from '../../shared/kernel/settings.ts';
import { isoDay } from '../../shared/kernel/time.ts';
import type { Ctx } from '../context.ts';
import { badCursor, idCursor, pageOf } from '../http/pages.ts';
import { promiseView } from '../ledger/promise-view.ts';
import { iso, isoOrNull } from '../tickets/card-view.ts';

/** @throws Problem `duties/staff-only` for whoever works nowhere */
export function asColleague(ctx: Ctx): void {
  if (ctx.viewer.appointments.length === 0) throw new Problem('duties/staff-only');
}

function channelsOf(office: KeepingOffice, now: Date): KeepingOfficeView['channels'] {
  const nameOf = (person: string) => sayName(office.names[person] ?? '');
  return keptChannelsOn(isoDay(now)).map(({ code, label }) => {
    const keeper = keeperOf(office.lines, code, now);
    const at = office.lines.map((line) => line.channel === code && line.from <= now).lastIndexOf(true);
    const line = office.lines[at];
    const left = !office.staff.some((holder) => holder.person === keeper && !holder.atHeadOffice);
    return {
      channel: code,
      label,
      keeper: keeper === null ? null : { id: keeper, name: nameOf(keeper), left },
      off: !isKept(office.lines, code, now),
      since: line ? iso(line.from) : null,
      byName: line ? nameOf(office.writers[at]!) : null,
    };
  });
}

/** Who keeps which channel of the estates somebody works for (I13). @throws Problem `duties/staff-only` */
export async function keepers(ctx: Ctx): Promise<{ offices: KeepingOfficeView[] }> {
  asColleague(ctx);
  const now = ctx.clock();
  const offices = await readKeepingOffices(ctx.db, ctx.viewer, now);
  return {
    offices: offices.map((office) => {
      const here = office.staff.filter((holder) => !holder.atHeadOffice);
      return {
        id: office.officeId,
        name: office.name,
        mayName: here.some((post) => post.person === ctx.viewer.id && mayNameKeepers(post)),
        everyDays: settingsAt(office.settings, now).roundEveryDays,
        staff: here
          .filter((post, index) => here.findIndex((other) => other.person === post.person) === index)
          .map((post) => ({ id: post.person, name: sayName(office.names[post.person] ?? ''), post: sayPost(post.role, post.department) })),
        channels: channelsOf(office, now),
      };
    }),
  };
}

function promiseOf(read: DutyRead, now: Date): DutyLine['promise'] {
  const promise = read.ledger[0];
  if (!promise) throw new Error('a duty owes what it was opened for');
  const label = DUTY_PROMISES.find((row) => row.rule === promise.rule)?.label ?? promise.what;
  return promiseView(promise, { label, owedBy: sayName(read.holderName) }, now);
}

function lineOf(ctx: Ctx, read: DutyRead, now: Date): DutyLine {
  const { state, facts } = read;
  return {
    id: read.id,
    officeName: read.officeName,
    duty: facts.duty,
    part: facts.part,
    title: dutyTitle(facts),
    clause: read.ledger[0]?.clause ?? '',
    from: facts.from,
    until: facts.until,
    holder: { id: state.holder, name: sayName(read.holderName) },
    isMine: state.holder === ctx.viewer.id,
    standing: dutyStanding(state, now),
    inARow: facts.inARow ?? null,
    doneAt: isoOrNull(state.happened.done ?? null),
    items: facts.items ?? null,
    promise: promiseOf(read, now),
  };
}

const cursorAt = (at: Date, id: string) => `${at.toISOString()}_${id}`;
const cursorOf = ({ state, id }: DutyRead) => cursorAt(state.answerBy!, id);

function readCursor(after: string | undefined): { at: Date; id: string } | null {
  if (after === undefined) return null;
  const [text = '', id] = after.split('_');
  const at = new Date(text);
  if (!/^20\d\d-[\d:T.-]+Z$/.test(text) || Number.isNaN(at.getTime())) throw badCursor();
  return { at, id: idCursor(id ?? '') as string };
}

/** What comes round again: still owed, soonest due first; or what is over, misses among it. @throws Problem `duties/staff-only` */
export async function duties(ctx: Ctx, input: { show: 'owed' | 'past'; after?: string | undefined }) {
  asColleague(ctx);
  const now = ctx.clock();
  const rows = await listDuties(ctx.db, ctx.viewer, input.show, readCursor(input.after), now);
  const mine = await countOwnDuties(ctx.db, ctx.viewer);
  return { mine, ...pageOf(rows, cursorOf, (row) => lineOf(ctx, row, now)) };
}

/** What was found in a round: once it is put down, what it put down; while it is open, what has been taken down by this way since. */
export async function foundIn(
  ctx: Ctx,
  tx: Ctx['db'] | Transaction,
  { officeId, state }: { officeId: string; state: ErrandState },
): Promise<readonly string[]> {
  const { duty: what, part, tickets } = dutyFacts(state);
  const takenAs = what === 'round' ? keptChannelOf(part)?.takenAs : null;
  if (tickets) return tickets;
  if (!takenAs || !state.happened.opened || state.status !== 'taken') return [];
  return readTakenDown(tx, ctx.viewer, officeId, takenAs, state.happened.opened, ctx.clock());
}

/** What a unit got and what became of each, a page of it, the oldest first (D9). @throws Problem `seen/not-found`, `duties/staff-only` */
export async function dutyReceived(ctx: Ctx, input: { id: string; after?: string | undefined }) {
  asColleague(ctx);
  const now = ctx.clock();
  const after = readCursor(input.after);
  const read = await readDuty(ctx.db, ctx.viewer, input.id, now);
  if (!read) throw new Problem('seen/not-found');
  const lines = read.facts.duty === 'unit_review' ? await listReceived(ctx.db, ctx.viewer, read, after) : [];
  return pageOf(
    lines,
    ({ state, id }) => cursorAt(state.givenAt, id),
    ({ id, state, giverName, words }): ReceivedLine => ({
      id,
      label: ERRAND_KINDS[state.kind],
      words,
      giverName: sayName(giverName),
      givenAt: iso(state.givenAt),
      standing: sayErrandStanding(state, now),
      late: ['given', 'taken'].includes(state.status) && (state.promisedBy ?? state.answerBy ?? now) < now,
    }),
  );
}

/** One period of a duty: when it was opened, what was in it, what that became. @throws Problem `seen/not-found`, `duties/staff-only` */
export async function duty(ctx: Ctx, input: { id: string }): Promise<DutyDetail> {
  asColleague(ctx);
  const now = ctx.clock();
  const read = await readDuty(ctx.db, ctx.viewer, input.id, now);
  if (!read) throw new Problem('seen/not-found');
  const { state, facts } = read;
  const tickets = await readRoundTickets(ctx.db, ctx.viewer, read.officeId, await foundIn(ctx, ctx.db, read));
  const relations = relationsToErrand(ctx.viewer.id, state, read.staff);
  return {
    ...lineOf(ctx, read, now),
    asks: DUTIES.find((row) => row.duty === facts.duty)?.asks ?? '',
    takenAs: facts.duty === 'round' ? (keptChannelOf(facts.part)?.takenAs ?? null) : null,
    openedAt: isoOrNull(state.happened.opened ?? null),
    openedByName: read.openedByName === null ? null : sayName(read.openedByName),
    doneByName: read.doneByName === null ? null : sayName(read.doneByName),
    words: read.words,
    tickets: [...tickets],
    received: facts.duty === 'unit_review' ? (await readReceivedIds(ctx.db, ctx.viewer, read)).length : 0,
    actions: actionsFor(DUTY_ROWS, state, relations, now).map((row) => row.action),
  };
}
