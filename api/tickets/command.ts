import type { Transaction } from '../../db/connect.ts';
import { codeOf } from '../../db/gone.ts';
import { takeKey } from '../../db/queries/keys.ts';
import { lastCallTo } from '../../db/queries/thread.ts';
import {
  readFellowFiles,
  readOwingCalls,
  readTicketFile,
  relationsToFile,
  type TicketFile,
  waitForTicket,
  waitForTickets,
} from '../../db/queries/ticket-files.ts';
import { heldBecause } from '../../shared/content/checks.ts';
import { API } from '../../shared/contract/index.ts';
import type { Done } from '../../shared/contract/tickets.ts';
import { writtenIn } from '../../shared/contract/written.ts';
import { isOwnTo, isStaffTo, type Relation } from '../../shared/kernel/people.ts';
import { Problem, refuseReused } from '../../shared/kernel/problem.ts';
import { settingsAt } from '../../shared/kernel/settings.ts';
import { DAY } from '../../shared/kernel/time.ts';
import { type Deed, followsForOwn, mattersToFellows } from '../../shared/merging/fellows.ts';
import type { Action } from '../../shared/tickets/actions.ts';
import { CALLED_ONCE_IN_DAYS, CALLS, owedCallBy, spared } from '../../shared/tickets/calls.ts';
import type { Decision, Fact, Given } from '../../shared/tickets/decision.ts';
import { staysInside } from '../../shared/tickets/lifecycle.ts';
import { isCallDue } from '../../shared/tickets/notices.ts';
import { checkWritten } from '../content/words.ts';
import { type Ctx, transact } from '../context.ts';
import { deedOn, Moved, record, type SaidWithIt } from '../ledger/record.ts';
import { REACHED } from '../messages/reach.ts';
import { workLater } from '../outbox/worker.ts';
import { permitFile } from './permit.ts';

const TRIES = 5;

/** What happens to another ticket in the same breath, and what is said there. */
export interface Beside {
  file: TicketFile;
  events: readonly Fact[];
  said?: SaidWithIt[];
}

/** What a command decides: the event, and the words that came with it. */
export interface Outcome extends Decision {
  said?: SaidWithIt[];
  beside?: readonly Beside[];
}

/** What a decision may look at, besides the domain's own givens. */
export interface Reading extends Given {
  file: TicketFile;
  relations: Relation[];
  asStaff: boolean;
  /** Whether what was written waits for a colleague to look at it. */
  isHeld: boolean;
}

type Holds<Input> = (tx: Transaction, ctx: Ctx, input: Input) => Promise<readonly string[]>;
type Decide<Input> = (reading: Reading, input: Input, tx: Transaction, ctx: Ctx) => Outcome | Promise<Outcome>;

/** Postgres let one of two go who waited for each other's tickets. */
const isDeadlock = (error: unknown): boolean => codeOf(error) === '40P01';

/** Runs a transaction again where somebody else saved the ticket between its read and its save. */
export async function retryMoved<T>(work: (isRetry: boolean) => Promise<T>): Promise<T> {
  for (let left = TRIES; left > 0; left -= 1) {
    try {
      return await work(left < TRIES);
    } catch (error) {
      if (!(error instanceof Moved) && !isDeadlock(error)) throw error;
    }
  }
  throw new Problem('ticket/busy');
}

/** A word spoken in the app, the commonest contact there is. */
export function spoken(reading: Reading, body: string, extra: Partial<SaidWithIt> = {}): SaidWithIt {
  return {
    channel: 'mini_program',
    kind: 'message',
    direction: reading.asStaff ? 'out' : 'in',
    audience: 'followers',
    place: reading.file.place,
    participants: [reading.file.reporterId],
    body,
    outcome: null,
    ...extra,
  };
}

/** Z12: when the home was last called, where that may forbid what was only drawn. */
export async function calledBefore({ file, state, now }: Reading, tx: Transaction, ctx: Ctx): Promise<Date | null> {
  if (state.drawnFor.length === 0) return null;
  return lastCallTo(tx, ctx.viewer, file, CALLS, new Date(now.getTime() - CALLED_ONCE_IN_DAYS * DAY));
}

/** Z12: the home was called now; another ticket of it need not call again. */
function sparing(other: TicketFile, by: string, now: Date) {
  const events = spared(owedCallBy(other.ledger), now).map((one) => ({ ...one, by, byResident: false }));
  return events.length > 0 ? [deedOn('ticket', other, null, events)] : [];
}

/** Z3: what happened to what several wait for, as one household whose own was merged is owed something by itself. */
function forOwn(file: TicketFile, own: TicketFile, events: readonly Deed[], by: string, now: Date) {
  const theirs = followsForOwn(file.state, own, events, now).map((one) => ({ ...one, by, byResident: false }));
  return theirs.length > 0 ? [deedOn('ticket', own, by, theirs)] : [];
}

/**
 * One action on one ticket: what was written is checked, then read, permit, decide, record, in one transaction. Words WeChat has doubts about are
 * held, never refused. A tap sent twice with the same key happens once.
 * @param holds the tickets that are held to the end from the start, where a deed is about several
 * @throws Problem `seen/not-found`, `ticket/not-yours`, `ticket/action-refused`, and whatever the decision refuses
 */
export function command<Input extends { id: string }>(action: Exclude<Action, 'rework' | 'announce'>, decide: Decide<Input>, holds?: Holds<Input>) {
  return async (ctx: Ctx, input: Input): Promise<Done> => {
    const checked = staysInside(action) ? null : await checkWritten(ctx, writtenIn(API[action].body, input));
    const done = await retryMoved((isRetry) =>
      transact(ctx, async (tx) => {
        const now = ctx.clock();
        // Whoever was beaten once waits for their turn instead of racing again.
        if (holds) await waitForTickets(tx, ctx.viewer, await holds(tx, ctx, input));
        else if (isRetry) await waitForTicket(tx, ctx.viewer, input.id);
        const file = await readTicketFile(tx, ctx.viewer, input.id, now);
        if (!file) throw new Problem('seen/not-found');
        if (ctx.key) {
          const line = { officeId: file.officeId, personId: ctx.viewer.id, route: action, ...ctx.key, subject: file.id, at: now };
          const known = await takeKey(tx, line);
          if (known && (known.subject !== file.id || known.digest !== ctx.key.digest)) throw refuseReused();
          if (known) return { id: file.id, number: file.number, status: file.state.status, version: file.version };
        }
        const relations = relationsToFile(ctx.viewer, file);
        const row = permitFile(action, file, relations, now);
        const asStaff = isStaffTo(relations);
        const settings = settingsAt(file.settings, now);
        const held = heldBecause(checked, settings, asStaff);
        const reading: Reading = { file, relations, asStaff, isHeld: held !== null, state: file.state, ledger: file.ledger, now, settings };
        const { did, facts, at, also = [], said = [], beside = [] } = await decide(reading, input, tx, ctx);
        if (!row.does.includes(did)) throw new Error(`${action} does not lead to ${did}`);
        // What only colleagues read is read by those who would look at it.
        const judge = (one: SaidWithIt) => (one.audience === 'staff' ? one : { ...one, held });
        // Whoever acts here, or was just spoken with, has heard: what they were to be called about, they know.
        const hasHeard = isOwnTo(relations) || said.some((one) => one.kind === 'call' && one.direction === 'in');
        const heard = hasHeard && isCallDue(file.ledger) ? [REACHED] : [];
        const byThem = <One extends Fact>(one: One) => ({ ...one, by: ctx.viewer.id, byResident: !asStaff });
        // Nobody learns from a call that fell away that a complaint was talked about (C3).
        const isCall = CALLS.includes(did) && file.state.kind !== 'complaint';
        // Back to work is an answer to V8 itself (V7).
        const own = isCall && did !== 'return_visited' && !also.some((next) => next.did === 'reopened') ? spared(owedCallBy(file.ledger), now) : [];
        const happened = [{ did, facts, ...(at ? { at } : {}) }, ...also, ...own];
        const events = happened.map(byThem);
        const fellows = mattersToFellows(happened) ? await readFellowFiles(tx, ctx.viewer, file, now) : [];
        const others = isCall ? await readOwingCalls(tx, ctx.viewer, file, now) : [];
        const [after] = await record(ctx, tx, [
          deedOn('ticket', file, ctx.viewer.id, [...heard, ...events], said.map(judge)),
          ...beside.map((other) => deedOn('ticket', other.file, ctx.viewer.id, other.events.map(byThem), (other.said ?? []).map(judge))),
          ...fellows.flatMap((own) => forOwn(file, own, happened, ctx.viewer.id, now)),
          ...others.flatMap((other) => sparing(other, ctx.viewer.id, now)),
        ]);
        return { id: file.id, number: file.number, status: after!.story.state.status, version: after!.version };
      }),
    );
    workLater(ctx);
    return done;
  };
}
