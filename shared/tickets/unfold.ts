import { staffBefore } from '../complaints/wall.ts';
import type { Holder } from '../kernel/people.ts';
import { pointsAt } from '../kernel/promises.ts';
import { type Addressee, holdersOf, routeOf } from '../kernel/routing.ts';
import { type Hearers, owersOf, type Story, type SubjectRules } from '../kernel/subject.ts';
import { isoDay } from '../kernel/time.ts';
import { follow } from './follow.ts';
import { bookFor } from './kinds.ts';
import { NOTICES } from './notices.ts';
import { movesByItself, subjectOf, type TicketEvent, type TicketEventName, type TicketState } from './ticket.ts';

/** A ticket and its ledger, as the events so far left them. */
export type TicketStory = Story<TicketState>;

/**
 * Who hears of an event: the colleagues by name, and whether the residents do. Whoever did it is never told; whom a complaint is walled from, neither.
 */
export function hearersOf(event: TicketEvent, story: TicketStory, everybody: readonly Holder[], byResident: boolean): Hearers {
  const staff = staffBefore(story.state, everybody);
  const promise = story.ledger.find((one) => pointsAt(event, one));
  const row = routeOf(
    NOTICES,
    {
      did: event.did,
      kind: story.state.kind,
      urgency: story.state.urgency,
      supervised: story.state.supervised,
      together: story.state.tookIn.length > 0,
      byResident,
      opinion: (event.facts.opinion as string | undefined) ?? null,
      confirms: event.facts.confirms === true,
      why: (event.facts.why as string | undefined) ?? null,
      step: (event.facts.step as never) ?? null,
      owedByRole: promise?.owedByRole ?? null,
      owedTo: promise?.owedTo ?? null,
    },
    isoDay(event.at),
  );
  if (!row) return { people: [], residents: false, mustKnow: false };
  // Whoever left the company hears nothing; the engineers' head hears in their place.
  const stillHere = (person: string | null) =>
    person === null ? [] : staff.some((holder) => holder.person === person) ? [person] : holdersOf('head', staff);
  const people = row.to.flatMap((addressee) => {
    if (addressee === 'residents') return [];
    if (addressee === 'assignee') return stillHere(story.state.assignee);
    if (addressee === 'formerAssignee') return stillHere(story.state.formerAssignee);
    if (addressee === 'firstContact') return staff.some((holder) => holder.person === story.state.firstContact) ? [story.state.firstContact!] : [];
    if (addressee === 'praised') return story.state.praised.filter((person) => staff.some((holder) => holder.person === person));
    if (addressee === 'handler') return holdersOf(subjectOf(story.state).handler as Addressee, staff);
    if (addressee === 'letIn') return staff.some((holder) => holder.person === event.facts.person) ? [String(event.facts.person)] : [];
    if (addressee === 'owner') return promise ? owersOf(promise, staff) : [];
    return holdersOf(addressee, staff);
  });
  return {
    people: [...new Set(people)].filter((person) => person !== event.by),
    residents: row.to.includes('residents') && promise?.owedTo !== 'company',
    mustKnow: row.mustKnow === true,
  };
}

/** A ticket as the ledger knows it. */
export const TICKET_RULES: SubjectRules<TicketState, TicketEventName> = {
  follow,
  subjectOf,
  bookFor: (state, settings, openingHours) => bookFor(state.kind, settings, openingHours),
  hearersOf,
  movesByItself,
};
