import type { Holder } from './people.ts';
import { type Book, keyFacts, type LedgerEvent, nextSteps, type Promised, type Step, type Subject, settle } from './promises.ts';
import { holdersOf } from './routing.ts';
import type { Settings } from './settings.ts';
import type { OpeningHours } from './time.ts';

/** One thing that happened to a subject, as the history keeps it: ids and facts, never names, numbers or words. */
export interface SubjectEvent<Did extends string = string> extends LedgerEvent<Did> {
  seq: number;
  recordedAt: Date;
}

/** A subject and its ledger, as the events so far left them. */
export interface Story<State = unknown> {
  state: State;
  ledger: Promised[];
}

/** Who hears of an event: the colleagues by name, and whether the residents do. */
export interface Hearers {
  people: string[];
  residents: boolean;
  /** Residents who cannot be reached otherwise are called (R8). */
  mustKnow: boolean;
}

/**
 * What a kind of subject is to the ledger: how its events fold, what it is promised under, who hears.
 * A ticket is one; whatever else owes something by a date (a draw of return visits, a meeting, a report) is another entry of the same shape.
 */
export interface SubjectRules<State = unknown, Did extends string = string> {
  follow(state: State | null, event: SubjectEvent<Did>): State;
  subjectOf(state: State): Subject;
  bookFor(state: State, settings: Settings, openingHours: OpeningHours): Book<State>;
  hearersOf(event: SubjectEvent<Did>, story: Story<State>, staff: readonly Holder[], byResident: boolean): Hearers;
  /**
   * The instant from which the clock alone moves it, and how: no deadline, nobody owes it. Frozen in the state, so that looking late or twice
   * changes nothing.
   */
  movesByItself?(state: State): { at: Date; did: string; facts?: Record<string, unknown> } | null;
}

/** What one event makes of a subject and its ledger. `record`, the replay and the pure scenarios all ask here. */
export function unfold<State, Did extends string>(
  rules: Pick<SubjectRules<State, Did>, 'follow' | 'subjectOf'>,
  before: Story<State> | null,
  event: SubjectEvent<Did>,
  bookFor: (state: State) => Book<State>,
): Story<State> {
  const state = rules.follow(before?.state ?? null, event);
  return { state, ledger: settle(before?.ledger ?? [], event, rules.subjectOf(state), state, bookFor(state)) };
}

/** A step the clock owes: the event that records it. */
export interface StepDue {
  did: 'warned' | 'missed' | 'told';
  step: Step;
  what: string;
  facts: Record<string, unknown>;
}

/** The event that records a rung. */
export const eventOf = (step: Step): StepDue['did'] => (step === 'warned' || step === 'missed' ? step : 'told');

/**
 * The steps that are due at `now`. The sweep takes them, and so does every deed before it happens:
 * whoever arrives late a minute before the sweep looks has missed it all the same, and the supervisor hears.
 */
export function stepsDue(ledger: readonly Promised[], now: Date): StepDue[] {
  return ledger.flatMap((promise) =>
    nextSteps(promise, now).map((step) => ({ did: eventOf(step), step, what: promise.what, facts: { ...keyFacts(promise), step } })),
  );
}

/** What the clock owes a subject at `now`: the steps of its promises, and what it comes to by itself. */
export function dueByClock<State>(
  rules: Pick<SubjectRules<State>, 'movesByItself'>,
  story: Story<State>,
  now: Date,
): { did: string; what: string; step: string; facts: Record<string, unknown> }[] {
  const move = rules.movesByItself?.(story.state) ?? null;
  const moves = move && move.at <= now ? [{ did: move.did, what: move.did, step: move.did, facts: move.facts ?? {} }] : [];
  return [...stepsDue(story.ledger, now), ...moves];
}

/** The soonest due time still owed; the workbench stands in this order. */
export function nextDueBy(ledger: readonly Promised[]): Date | null {
  const owed = ledger.filter((promise) => !promise.keptAt && !promise.withdrawnAt).map((promise) => promise.dueBy.getTime());
  return owed.length > 0 ? new Date(Math.min(...owed)) : null;
}

/** Who owes a promise now: the person while they work here, else the role's holders, and where nobody is assigned the agents (Z18). */
export function owersOf(promise: Promised, staff: readonly Holder[]): string[] {
  if (promise.owedBy && staff.some((holder) => holder.person === promise.owedBy)) return [promise.owedBy];
  return holdersOf(promise.owedByRole === 'assignee' ? 'agent' : promise.owedByRole, staff);
}
