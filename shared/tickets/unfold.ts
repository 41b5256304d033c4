import type { Holder } from '../kernel/people.ts';
import { type Book, keyFacts, nextSteps, type Promised, pointsAt, type Step, settle } from '../kernel/promises.ts';
import { holdersOf, routeOf } from '../kernel/routing.ts';
import { isoDay } from '../kernel/time.ts';
import { NOTICES } from './notices.ts';
import { follow, subjectOf, type TicketEvent, type TicketEventName, type TicketState } from './ticket.ts';

/** A ticket and its ledger, as the events so far left them. */
export interface TicketStory {
  state: TicketState;
  ledger: Promised[];
}

/** What one event makes of a ticket and its ledger. `record`, the replay and the pure scenarios all ask here. */
export function unfold(before: TicketStory | null, event: TicketEvent, book: Book<TicketState>): TicketStory {
  const state = follow(before?.state ?? null, event);
  return { state, ledger: settle(before?.ledger ?? [], event, subjectOf(state), state, book) };
}

const STEP_EVENT: Record<Step, TicketEventName> = { warned: 'warned', missed: 'missed', told_director: 'told', told_quality: 'told' };

/** A step the clock owes: the event that records it. */
export interface StepDue {
  did: TicketEventName;
  step: Step;
  what: string;
  facts: Record<string, unknown>;
}

/**
 * The steps that are due at `now`. The sweep takes them, and so does every deed before it happens:
 * whoever arrives late a minute before the sweep looks has missed it all the same, and the supervisor hears.
 */
export function stepsDue(ledger: readonly Promised[], now: Date): StepDue[] {
  return ledger.flatMap((promise) =>
    nextSteps(promise, now).map((step) => ({ did: STEP_EVENT[step], step, what: promise.what, facts: { ...keyFacts(promise), step } })),
  );
}

/** The soonest due time still owed; the workbench stands in this order. */
export function nextDueBy(ledger: readonly Promised[]): Date | null {
  const owed = ledger.filter((promise) => !promise.keptAt && !promise.withdrawnAt).map((promise) => promise.dueBy.getTime());
  return owed.length > 0 ? new Date(Math.min(...owed)) : null;
}

/** Who owes a promise now: the person, the role's holders, and where nobody is assigned the agents (Z18). */
export function owersOf(promise: Promised, staff: readonly Holder[]): string[] {
  if (promise.owedBy) return [promise.owedBy];
  return holdersOf(promise.owedByRole === 'head' ? 'head' : 'agent', staff);
}

/** Who hears of an event: the colleagues by name, and whether the residents do. Whoever did it is never told. */
export function hearersOf(
  event: TicketEvent,
  story: TicketStory,
  staff: readonly Holder[],
  byResident: boolean,
): { people: string[]; residents: boolean } {
  const promise = story.ledger.find((one) => pointsAt(event, one));
  const row = routeOf(
    NOTICES,
    {
      did: event.did,
      urgency: story.state.urgency,
      byResident,
      opinion: (event.facts.opinion as string | undefined) ?? null,
      step: (event.facts.step as never) ?? null,
      owedByRole: promise?.owedByRole ?? null,
      owedTo: promise?.owedTo ?? null,
    },
    isoDay(event.at),
  );
  if (!row) return { people: [], residents: false };
  const people = row.to.flatMap((addressee) => {
    if (addressee === 'residents') return [];
    if (addressee === 'assignee') return story.state.assignee ? [story.state.assignee] : [];
    if (addressee === 'formerAssignee') return story.state.formerAssignee ? [story.state.formerAssignee] : [];
    if (addressee === 'owner') return promise ? owersOf(promise, staff) : [];
    return holdersOf(addressee, staff);
  });
  return {
    people: [...new Set(people)].filter((person) => person !== event.by),
    residents: row.to.includes('residents') && promise?.owedTo !== 'company',
  };
}
