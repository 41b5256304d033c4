import { type Due, dueBy, type Figure, figure, runsFrom, sayAllowance, shareOfSpan } from './due.ts';
import { Problem } from './problem.ts';
import type { Addressee } from './routing.ts';
import { inForce } from './rules.ts';
import type { Settings } from './settings.ts';
import { isoDay, type OpeningHours } from './time.ts';

/** Who owes a promise: whoever holds the matter, or a role. */
export type OwedBy = 'assignee' | Exclude<Addressee, 'owner' | 'formerAssignee' | 'firstContact' | 'praised' | 'handler' | 'letIn' | 'residents'>;
/** A rung of the ladder: warned, missed, told to whoever stands above. */
export type Step =
  | 'warned'
  | 'missed'
  | `told_${Exclude<Addressee, 'owner' | 'assignee' | 'formerAssignee' | 'firstContact' | 'praised' | 'handler' | 'letIn' | 'residents'>}`;

/** One rung: the share of the allowance that must have passed, counted from its start; missed is the due time itself. */
export type Ladder = readonly { step: Step; after: 'start' | 'due'; percent: Figure }[];

/** One rule of the manual. A row that has been in force is never edited; its successor stands below it. */
export interface PromiseRow<Facts = unknown, What extends string = string, Did extends string = string> {
  /** Names the rule; a successor has the same name and a later date. */
  rule: string;
  what: What;
  label: string;
  clause: string;
  since: string;
  /** Event that opens the promise → event its clock starts from; `received` means where this round began. */
  opens: Partial<Record<Did, Did>>;
  when?: (facts: Facts) => boolean;
  due: Due;
  keeps: readonly Did[];
  /** What keeps it says which round it is about, and keeps what that round owes, however long another has been under way. */
  keptByRound?: true;
  drops: readonly Did[];
  /** `handler`: whatever role handles the subject, and whatever role it is handed to next. */
  owedBy: OwedBy | 'handler';
  owedTo: 'residents' | 'company';
  ladder: Ladder;
}

/** A later date agreed with the resident in time (I7), or another that merging brought (Z3); the first date stays beside it. */
export interface Term {
  dueBy: Date;
  agreedAt: Date;
  agreedWith: string | null;
  channel: string;
}

export interface TakenStep {
  step: Step;
  at: Date;
}

/** One line of the ledger. Its key is subject, what, round and the id of the event that opened it. */
export interface Promised {
  subject: string;
  what: string;
  round: number;
  openedBy: string;
  rule: string;
  clause: string;
  ruleSince: string;
  allowance: string;
  ladder: readonly { step: Step; after: 'start' | 'due'; percent: number }[];
  owedByRole: OwedBy;
  owedBy: string | null;
  owedTo: 'residents' | 'company';
  startedAt: Date;
  madeAt: Date;
  firstDueBy: Date;
  dueBy: Date;
  keptAt: Date | null;
  keptBy: string | null;
  withdrawnAt: Date | null;
  withdrawnWhy: string | null;
  /** Why it was missed, as the office put it on record (R3). */
  missCause: string | null;
  nextLookAt: Date | null;
  terms: readonly Term[];
  steps: readonly TakenStep[];
}

/** What the ledger must know of an event. Ids and facts only, never names or words. */
export interface LedgerEvent<Did extends string = string> {
  id: string;
  subject: string;
  did: Did;
  at: Date;
  by: string | null;
  facts: Record<string, unknown>;
}

/** What the ledger must know of its subject after the event. */
export interface Subject {
  round: number;
  roundBeganAt: Date;
  assignee: string | null;
  /** The role that handles it now, where its rows say `handler`. */
  handler?: OwedBy;
  /** When each keeping event first happened in this round. */
  happened: Readonly<Record<string, Date | null | undefined>>;
}

/** The rules and figures a ledger is settled under. */
export interface Book<Facts> {
  rows: readonly PromiseRow<Facts>[];
  settings: Settings;
  openingHours: OpeningHours;
}

const isOpen = (promise: Promised) => promise.keptAt === null && promise.withdrawnAt === null;

/**
 * Late stays late, whether or not anybody looked; on the dot is on time.
 * A promise withdrawn after its due time was missed all the same: nobody withdraws their way out of a miss.
 */
export function isMissed(promise: Pick<Promised, 'keptAt' | 'withdrawnAt' | 'dueBy'>, now: Date): boolean {
  return (promise.keptAt ?? promise.withdrawnAt ?? now) > promise.dueBy;
}

/** Z2's three figures, never added, and what is still open or fell away. */
export function outcomeOf(promise: Promised, now: Date): 'kept' | 'kept_as_agreed' | 'missed' | 'open' | 'withdrawn' {
  if (isMissed(promise, now)) return 'missed';
  if (promise.withdrawnAt) return 'withdrawn';
  if (!promise.keptAt) return 'open';
  return promise.keptAt <= promise.firstDueBy ? 'kept' : 'kept_as_agreed';
}

const stepAt = (promise: Promised, rung: Promised['ladder'][number]): Date => {
  const missedAt = promise.dueBy.getTime() + 1;
  if (rung.step === 'missed') return new Date(missedAt);
  const from = rung.after === 'start' ? promise.startedAt.getTime() : promise.dueBy.getTime();
  const span = rung.after === 'start' ? promise.dueBy.getTime() - from : promise.firstDueBy.getTime() - promise.startedAt.getTime();
  const at = from + (span * rung.percent) / 100;
  // What was promised for a day that had passed already is told of once it is missed, never before.
  return new Date(rung.after === 'due' ? Math.max(missedAt, at) : at);
};

const stepsAhead = (promise: Promised) =>
  isOpen(promise)
    ? promise.ladder
        .filter((rung) => !promise.steps.some((taken) => taken.step === rung.step))
        .map((rung) => ({ step: rung.step, at: stepAt(promise, rung) }))
    : [];

/** The steps to take at `now`, in order, each once ever; warning of what is already late is pointless and left out. */
export function nextSteps(promise: Promised, now: Date): Step[] {
  return stepsAhead(promise)
    .filter((rung) => rung.at <= now && !(rung.step === 'warned' && now > promise.dueBy))
    .sort((a, b) => a.at.getTime() - b.at.getTime())
    .map((rung) => rung.step);
}

/** When the sweep must look again: the earliest step not taken; none when nothing is left to say. */
export function nextLookAt(promise: Promised): Date | null {
  const missed = promise.steps.some((taken) => taken.step === 'missed');
  const ahead = stepsAhead(promise).filter((rung) => !(rung.step === 'warned' && missed));
  return ahead.reduce<Date | null>((soonest, rung) => (soonest === null || rung.at < soonest ? rung.at : soonest), null);
}

const looked = (promise: Promised): Promised => ({ ...promise, nextLookAt: nextLookAt(promise) });

const rowOf = <Facts>(rows: readonly PromiseRow<Facts>[], promise: Promised) =>
  rows.find((row) => row.rule === promise.rule && row.since === promise.ruleSince);

/** How an event points at one promise, and finds its label again. */
export function keyFacts(promise: Promised): { what: string; clause: string; round: number; openedBy: string } {
  const { what, clause, round, openedBy } = promise;
  return { what, clause, round, openedBy };
}

/** Whether an event points at this promise. */
export function pointsAt(event: Pick<LedgerEvent, 'facts'>, promise: Promised): boolean {
  return event.facts.what === promise.what && event.facts.round === promise.round && event.facts.openedBy === promise.openedBy;
}

function withdraw(promise: Promised, event: LedgerEvent): Promised {
  return { ...promise, withdrawnAt: event.at, withdrawnWhy: event.did };
}

function agree(promise: Promised, event: LedgerEvent): Promised {
  if (isMissed(promise, event.at)) throw new Problem('promise/nothing-to-agree', '已经过了答应的时间，只能另约新的时间');
  const by = new Date(String(event.facts.dueBy));
  const term: Term = { dueBy: by, agreedAt: event.at, agreedWith: (event.facts.agreedWith as string) ?? null, channel: String(event.facts.channel) };
  return { ...promise, dueBy: by, terms: [...promise.terms, term] };
}

/** The event gives what is owed another due time, not by agreement: two matters became one, or are two again (Z3). What was missed stays missed. */
function dueAnew(promise: Promised, event: LedgerEvent, by: string): Promised {
  if (isMissed(promise, event.at)) return promise;
  const dueBy = new Date(by);
  return { ...promise, dueBy, terms: [...promise.terms, { dueBy, agreedAt: event.at, agreedWith: null, channel: 'merged' }] };
}

const duesIn = ({ facts }: LedgerEvent) => (facts.dues as Record<string, string> | undefined) ?? {};

/** What an event undoes is owed again: what would have been due meanwhile has as long left as it had when it ended; missed stays missed (Z3). */
function owedAgain(promise: Promised, endedAt: Date, event: LedgerEvent, subject: Subject): Promised {
  const owedBy = promise.owedByRole === 'assignee' ? subject.assignee : promise.owedBy;
  const back = { ...promise, owedBy, keptAt: null, keptBy: null, withdrawnAt: null, withdrawnWhy: null };
  const anew = duesIn(event)[promise.what];
  const due = anew === undefined ? promise.dueBy : new Date(anew);
  const left = due.getTime() - endedAt.getTime();
  const isAhead = due > event.at;
  if (left < 0 || (isAhead && due.getTime() === promise.dueBy.getTime())) return back;
  const dueBy = isAhead ? due : new Date(event.at.getTime() + left);
  const channel = isAhead ? 'merged' : event.did;
  return { ...back, dueBy, terms: [...promise.terms, { dueBy, agreedAt: event.at, agreedWith: null, channel }] };
}

/** How an event names one of several promises. */
export interface Named {
  what: string;
  openedBy: string;
}

const names = (list: unknown, promise: Promised): boolean =>
  ((list as readonly Named[] | undefined) ?? []).some((one) => one.what === promise.what && one.openedBy === promise.openedBy);

/** Whether an event gives back what was withdrawn for what it undoes: all of it, or what it names alone. */
const givesBack = ({ facts }: LedgerEvent, promise: Promised): boolean =>
  facts.undoes === promise.withdrawnWhy && (facts.only === undefined || names(facts.only, promise));

/**
 * What was owed only because of a mistake was never owed: it falls away, at its due time at the latest, and counts neither as kept nor as missed. What was said of it
 * meanwhile stays in the history (Z3, A3).
 */
function annul(promise: Promised, event: LedgerEvent): Promised {
  const withdrawnAt = new Date(Math.min(event.at.getTime(), promise.dueBy.getTime()));
  return { ...promise, keptAt: null, keptBy: null, withdrawnAt, withdrawnWhy: 'let_go' };
}

/** R3: an act the supervisor has believed counts from when it is said to have happened; steps taken meanwhile stay beside it. */
function keptAsClaimed<Facts>(promise: Promised, row: PromiseRow<Facts> | undefined, event: LedgerEvent): Promised {
  const { claimed, claimedAt, registeredAt } = event.facts as Record<string, string>;
  if (!row?.keeps.includes(claimed!) || promise.keptAt?.toISOString() !== registeredAt) return promise;
  const at = new Date(claimedAt!);
  return { ...promise, keptAt: at > promise.startedAt ? at : promise.startedAt };
}
/** Whether an event names one promise, and it is not this one nor what it settles beside: then it neither keeps nor drops this one. */
const isAboutAnother = (event: LedgerEvent, promise: Promised) =>
  event.facts.openedBy !== undefined && !pointsAt(event, promise) && event.facts.settles !== promise.what;

/** What was done: the event itself, or what was done where it is being dealt with (Z3). */
const actOf = ({ did, facts }: LedgerEvent): string => (did === 'done_there' ? String(facts.act) : did);

function apply<Facts>(promise: Promised, event: LedgerEvent, subject: Subject, book: Book<Facts>): Promised {
  if (pointsAt(event, promise)) {
    if (event.did === 'agreed' && isOpen(promise)) return agree(promise, event);
    if (event.did === 'explained') return { ...promise, missCause: String(event.facts.cause) };
    if (event.did === 'warned' || event.did === 'missed' || event.did === 'told')
      return { ...promise, steps: [...promise.steps, { step: event.facts.step as Step, at: event.at }] };
  }
  const row = rowOf(book.rows, promise);
  if (event.did === 'claim_upheld' || event.facts.upholds === true) return keptAsClaimed(promise, row, event);
  if (names(event.facts.annuls, promise)) return annul(promise, event);
  if (promise.withdrawnAt && givesBack(event, promise)) return owedAgain(promise, promise.withdrawnAt, event, subject);
  if (promise.keptAt && names(event.facts.unkeeps, promise)) return owedAgain(promise, promise.keptAt, event, subject);
  if (!isOpen(promise) || isAboutAnother(event, promise)) return promise;
  const anew = duesIn(event)[promise.what];
  if (anew !== undefined) return dueAnew(promise, event, anew);
  // A breach stands whatever the matter is called afterwards; only its end can withdraw it, and it was missed all the same.
  const standsAsMissed = event.did === 'reclassified' && isMissed(promise, event.at);
  if (row?.drops.includes(event.did) && !standsAsMissed && !names(event.facts.stays, promise)) return withdraw(promise, event);
  const isOfAnotherRound = row?.keptByRound === true && event.facts.round !== promise.round;
  if (row?.keeps.includes(actOf(event)) && !isOfAnotherRound) return { ...promise, keptAt: event.at, keptBy: event.by };
  if (promise.owedByRole === 'assignee' && promise.owedBy !== subject.assignee) return { ...promise, owedBy: subject.assignee };
  // Handed on in time it is the next one's; a miss stays with whoever held it.
  if (row?.owedBy === 'handler' && promise.owedByRole !== handlerOf(subject) && !isMissed(promise, event.at))
    return { ...promise, owedByRole: handlerOf(subject) };
  return promise;
}

/** The role a subject is handled by. */
const handlerOf = ({ handler }: Subject): OwedBy => handler ?? 'assignee';

const startOf = <Facts>(row: PromiseRow<Facts>, event: LedgerEvent, subject: Subject) =>
  row.opens[event.did] === 'received' ? subject.roundBeganAt : event.at;

/** The rules this event opens, each as it stood on the day its clock starts. */
function rowsOpenedBy<Facts>(event: LedgerEvent, subject: Subject, facts: Facts, book: Book<Facts>): PromiseRow<Facts>[] {
  return book.rows.filter(
    (row) =>
      row.opens[event.did] !== undefined &&
      (row.when?.(facts) ?? true) &&
      inForce(book.rows, isoDay(startOf(row, event, subject)), (one) => one.rule).includes(row),
  );
}

function open<Facts>(row: PromiseRow<Facts>, event: LedgerEvent, subject: Subject, book: Book<Facts>): Promised {
  const startedAt = runsFrom(row.due, startOf(row, event, subject), book.openingHours);
  const namedBy = event.facts.dueBy === undefined ? undefined : new Date(String(event.facts.dueBy));
  const due = dueBy(row.due, startedAt, book.settings, book.openingHours, namedBy);
  const share = (rung: Ladder[number]) =>
    shareOfSpan(row.due, startedAt, due, rung.after, figure(rung.percent, book.settings), book.settings, book.openingHours);
  const keeping = row.keeps.map((did) => subject.happened[did]).filter((at): at is Date => at instanceof Date && at >= startedAt && at < event.at);
  return {
    subject: event.subject,
    what: row.what,
    round: subject.round,
    openedBy: event.id,
    rule: row.rule,
    clause: row.clause,
    ruleSince: row.since,
    allowance: sayAllowance(row.due, book.settings),
    ladder: row.ladder.map((rung) => ({ ...rung, percent: share(rung) })),
    owedByRole: row.owedBy === 'handler' ? handlerOf(subject) : row.owedBy,
    owedBy: row.owedBy === 'assignee' ? subject.assignee : null,
    owedTo: row.owedTo,
    startedAt,
    madeAt: event.at,
    firstDueBy: due,
    dueBy: due,
    keptAt: keeping.length > 0 ? new Date(Math.min(...keeping.map((at) => at.getTime()))) : null,
    keptBy: null,
    withdrawnAt: null,
    withdrawnWhy: null,
    missCause: null,
    nextLookAt: null,
    terms: [],
    steps: [],
  };
}

/**
 * What an event does to a subject's ledger: withdraws, keeps, agrees, takes steps, hands over, opens. Pure; what the tables hold is its answer.
 * Untouched promises come back as the same objects, so a caller can tell what changed.
 * @param subject the subject after the event
 * @param facts what rows' `when` may ask, after the event
 * @throws Problem `promise/nothing-to-agree` for a date agreed after the due time (I7)
 */
export function settle<Facts>(ledger: readonly Promised[], event: LedgerEvent, subject: Subject, facts: Facts, book: Book<Facts>): Promised[] {
  const moved = ledger.map((promise) => {
    const next = apply(promise, event, subject, book);
    return next === promise ? promise : looked(next);
  });
  // What runs from receipt is promised once a round; what runs from its own event may be promised again once the last one is done with or missed.
  const standing = (row: PromiseRow<Facts>) =>
    moved.some(
      (promise) =>
        promise.what === row.what &&
        promise.round === subject.round &&
        promise.withdrawnAt === null &&
        (row.opens[event.did] === 'received' || (isOpen(promise) && !isMissed(promise, event.at))),
    );
  const opened = rowsOpenedBy(event, subject, facts, book).filter((row) => !standing(row));
  return [...moved, ...opened.map((row) => looked(open(row, event, subject, book)))];
}
