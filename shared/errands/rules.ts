import { actionFacts } from '../actions/action.ts';
import { hearersOfDuty } from '../duties/duty.ts';
import type { Holder } from '../kernel/people.ts';
import { type Promised, pointsAt } from '../kernel/promises.ts';
import { type Addressee, holdersOf } from '../kernel/routing.ts';
import { type Hearers, owersOf, type Story, type SubjectRules } from '../kernel/subject.ts';
import { lettersMove, readersOf } from '../mailbox/mailbox.ts';
import { ALL_HEAR } from '../surveys/needs.ts';
import { type ErrandEvent, type ErrandEventName, type ErrandState, errandSubject, followErrand } from './errand.ts';
import { copiedTo, type LetterCopy } from './letter.ts';
import { ERRAND_PROMISES } from './promises.ts';
import { receiversOf } from './relations.ts';

export type ErrandStory = Story<ErrandState>;

/** Who is to hear of what somebody held who left: whoever heads the department; of what went to a person, who gave it and the director. */
const inTheirPlace = (state: ErrandState, staff: readonly Holder[]): string[] =>
  state.unit ? receiversOf(state, staff) : [state.giver, ...holdersOf('director', staff)];

/** Whom a step of the ladder, or a miss, tells. */
function climbs(event: ErrandEvent, promise: Promised | undefined, state: ErrandState, staff: readonly Holder[]): string[] {
  if (!promise) return [];
  // Of a letter to the general manager nobody else hears that it is late, or that there is one (S11).
  if (state.kind === 'mailbox') return event.did === 'missed' ? readersOf(state, staff) : holdersOf('generalManager', staff);
  // Whoever held it and left is followed by whoever heads the department now.
  const hasLeft = promise.owedBy !== null && !staff.some((holder) => holder.person === promise.owedBy);
  const owers = hasLeft ? inTheirPlace(state, staff) : owersOf(promise, staff);
  if (event.did === 'warned') return owers;
  if (event.did === 'missed') return [...owers, state.giver];
  return holdersOf(String(event.facts.step).slice('told_'.length) as Addressee, staff);
}

/** Who hears of an event of an errand: whoever it is now with, and whoever waits for it. Never whoever did it; residents of a survey's homes alone. */
function hearersOf(event: ErrandEvent, { state, ledger }: ErrandStory, staff: readonly Holder[]): Hearers {
  const promise = ledger.find((one) => pointsAt(event, one));
  const theirs = () => receiversOf(state, staff);
  // Nobody gave a survey, the calendar did: it is with whoever holds it, too.
  const withThem = () => [state.holder, ...theirs()];
  // What is owed by the service centre it hears of, whoever wrote the slip.
  const giverOrAgents = () => [state.giver, ...(holdersOf('agent', staff).includes(state.giver) ? [] : holdersOf('agent', staff))];
  const given = () => {
    if (state.kind === 'outside') return holdersOf('quality', staff);
    if (state.kind === 'survey' || state.kind === 'needs') return withThem();
    return state.kind === 'urgent' ? [...theirs(), ...holdersOf('quality', staff), ...holdersOf('director', staff)] : theirs();
  };
  const whole = () => [state.giver, ...theirs()];
  const hear: Record<ErrandEventName, () => readonly string[]> = {
    given,
    // Whoever is to tell the resident hears what there is to tell (D3).
    taken: () => (state.facts.toTell === 1 ? giverOrAgents() : [state.giver]),
    progressed: () => (state.ticketId === null ? [state.giver] : giverOrAgents()),
    returned:
      state.kind === 'deed'
        ? () => [state.giver, ...holdersOf('quality', staff)]
        : state.kind === 'action'
          ? () => [state.giver, ...holdersOf(actionFacts(state).checkedBy, staff)]
          : giverOrAgents,
    sent_back: theirs,
    received_back: theirs,
    verified: theirs,
    withdrawn: theirs,
    lead_changed: theirs,
    resident_told: () => [],
    reached: () => [...whole(), ...holdersOf('quality', staff)],
    registered: () => [state.giver],
    reported: () => holdersOf('managementRepresentative', staff),
    report_written: () => [state.giver, ...holdersOf('quality', staff), ...holdersOf('managementRepresentative', staff)],
    opened: () => [],
    done: () => [],
    lapsed: () => [],
    counted: () => [],
    handed_on: () => [state.holder],
    distributed: () => [state.giver],
    set_aside: () => [state.giver],
    answered: state.kind === 'letter' ? () => [state.giver] : () => [],
    filed: () => [state.giver],
    copied: () => copiedTo(event.facts.copies as readonly LetterCopy[], staff),
    issued: () => [],
    extended: withThem,
    reminded: () => [],
    collected: withThem,
    analysed: () => (state.kind === 'needs' ? holdersOf('generalManager', staff) : holdersOf('director', staff)),
    lettered: () => [...withThem(), ...holdersOf('director', staff), ...holdersOf('quality', staff)],
    provider_told: () => [],
    all_told: () => holdersOf('director', staff),
    talk_named: () => [state.giver],
    talk_moved: () => [state.giver],
    confirmed_by_silence: () => [state.giver],
    concluded: () => (state.kind === 'needs' ? holdersOf('generalManager', staff) : holdersOf('director', staff)),
    sent_up: () => [...holdersOf('quality', staff), ...holdersOf('managementRepresentative', staff)],
    reviewed: withThem,
    warned: () => climbs(event, promise, state, staff),
    missed: () => climbs(event, promise, state, staff),
    told: () => climbs(event, promise, state, staff),
  };
  // Whoever handed something on to the company works at an estate, and reads it while they work somewhere.
  const stillHere = (person: string) =>
    staff.some((holder) => holder.person === person) || ((state.kind === 'outside' || state.kind === 'mailbox') && person === state.giver);
  const heard = () => {
    if (state.kind === 'duty') return hearersOfDuty(event, state, staff);
    return state.kind === 'mailbox' && promise === undefined ? readersOf(state, staff) : hear[event.did]();
  };
  return {
    people: [...new Set(heard())].filter((person) => person !== event.by && stillHere(person)),
    // Colleagues who were asked hear the same of theirs (S11). Its homes hear that it is out, and whoever has not answered that it soon is over; the whole estate of its letter (S1, S3, S5).
    residents:
      (state.kind === 'survey' && (event.did === 'issued' || event.did === 'reminded' || event.did === 'lettered')) ||
      (state.kind === 'needs' && ALL_HEAR.includes(event.did)),
    mustKnow: false,
  };
}

/** An errand as the ledger knows it. */
export const ERRAND_RULES: SubjectRules<ErrandState, ErrandEventName> = {
  follow: followErrand,
  subjectOf: errandSubject,
  bookFor: (_, settings, openingHours) => ({ rows: ERRAND_PROMISES, settings, openingHours }),
  hearersOf,
  movesByItself: lettersMove,
};
