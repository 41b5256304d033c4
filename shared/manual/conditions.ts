import type { Step } from '../kernel/promises.ts';
import { eventOf } from '../kernel/subject.ts';
import { OPINIONS } from '../tickets/decide.ts';
import { KINDS } from '../tickets/kinds.ts';
import type { NoticeCase } from '../tickets/notices.ts';
import { follow, TICKET_EVENTS, type TicketEvent, type TicketEventName, type TicketState } from '../tickets/ticket.ts';

type Values = Record<string, readonly unknown[]>;
/** One combination of facts a rule may be tried on. */
export type Case<V extends Values> = { [K in keyof V]: V[K][number] };

/** Every combination of these facts. */
function casesOf<const V extends Values>(values: V): Case<V>[] {
  return Object.entries(values).reduce<Record<string, unknown>[]>(
    (cases, [fact, all]) => cases.flatMap((one) => all.map((value) => ({ ...one, [fact]: value }))),
    [{}],
  ) as Case<V>[];
}

/** A fact a rule depends on, and the values it lets through. */
export interface Condition {
  fact: string;
  values: string[];
}

/** What a rule is tried on, and the facts it may depend on. */
interface Tried {
  facts: object;
}

/** What a rule's function asks for, found by trying it on every case: each fact of which it does not let every value through. */
export function conditionsOf<One extends Tried>(cases: readonly One[], passes: (one: One) => boolean): Condition[] {
  const valuesIn = (some: readonly One[], fact: string) => [...new Set(some.map((one) => String((one.facts as Record<string, unknown>)[fact])))];
  const passing = cases.filter(passes);
  if (passing.length === 0) return [];
  return Object.keys(cases[0]!.facts)
    .map((fact) => ({ fact, values: valuesIn(passing, fact) }))
    .filter(({ fact, values }) => values.length < valuesIn(cases, fact).length);
}

const ticketFacts = casesOf({
  urgency: ['urgent', 'general'],
  supervised: [false, true],
  reopened: [false, true],
  handedOver: [false, true],
  takenOn: [false, true],
  accepted: [false, true],
  visited: [false, true],
  ratedLow: [false, true],
  returned: [false, true],
});
export type TicketFacts = (typeof ticketFacts)[number];

/** Late enough for every row to be in force. */
const LATE = new Date('2999-12-31T00:00:00Z');

const happened = (did: TicketEventName, facts: Record<string, unknown> = {}) =>
  ({ id: did, subject: '', did, at: LATE, recordedAt: LATE, by: null, seq: 0, facts }) as TicketEvent;

/** A ticket of this case, as its events would have left it. */
function ticketOf(one: TicketFacts): TicketState {
  const received = happened('received', { kind: 'repair', urgency: one.urgency, supervised: one.supervised });
  const marks: [boolean, TicketEventName][] = [
    [one.reopened, 'reopened'],
    [one.handedOver, 'handed_over'],
    [one.takenOn, 'taken_on'],
    [one.accepted, 'accepted'],
    [one.visited, 'visited'],
    [one.ratedLow, 'rated_low'],
    [one.returned, 'return_visited'],
  ];
  return marks.filter(([is]) => is).reduce((state, [, did]) => follow(state, happened(did)), follow(null, received));
}

/** What rows of promises and actions may ask of a ticket. */
export const TICKET_CASES = ticketFacts.map((facts) => ({ facts, ticket: ticketOf(facts) }));

/** The rungs of every ladder there is, and the event that records each. */
const STEPS = Object.fromEntries(
  Object.values(KINDS).flatMap((kind) => kind.promises.flatMap((row) => row.ladder.map(({ step }) => [step, eventOf(step)]))),
) as Record<Step, TicketEventName>;

const opinions: readonly (string | null)[] = Object.keys(OPINIONS);
const deeds = casesOf({
  what: TICKET_EVENTS.filter((did) => !Object.values(STEPS).includes(did)) as readonly string[],
  urgency: ['urgent', 'general'],
  byResident: [false, true],
  opinion: opinions,
});
const steps = casesOf({
  what: Object.keys(STEPS) as readonly string[],
  owedByRole: ['assignee', 'agent', 'head', 'serviceCentreHead'],
  owedTo: ['residents', 'company'],
});

/** What rows of notices may ask: of something somebody did, or of a step of a promise. */
export const NOTICE_CASES: readonly (readonly { facts: { what: string }; given: NoticeCase }[])[] = [
  deeds.map((facts) => {
    const { what, ...given } = facts;
    return { facts, given: { did: what as TicketEventName, ...given, step: null, owedByRole: null, owedTo: null } as NoticeCase };
  }),
  steps.map((facts) => {
    const { what, ...given } = facts;
    return { facts, given: { did: STEPS[what as Step], urgency: 'general', byResident: false, opinion: null, step: what, ...given } as NoticeCase };
  }),
];
