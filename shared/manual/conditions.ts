import { once } from '../kernel/once.ts';
import type { Step } from '../kernel/promises.ts';
import { eventOf } from '../kernel/subject.ts';
import { follow } from '../tickets/follow.ts';
import { KINDS } from '../tickets/kinds.ts';
import type { NoticeCase } from '../tickets/notices.ts';
import { OPINIONS } from '../tickets/ratings.ts';
import { TICKET_EVENTS, type TicketEvent, type TicketEventName, type TicketKind, type TicketState } from '../tickets/ticket.ts';

type Values = Record<string, readonly unknown[]>;
/** One combination of facts a rule may be tried on. */
export type Case<V extends Values> = { [K in keyof V]: V[K][number] };

/** No rule asks for more facts at once than these, less one; whatever it does not ask for is still tried both ways beside them. */
const MOST_APART = 3;

/**
 * Combinations of these facts, the first value of each being the plain one.
 * @param apart how many may differ from the plain case; left out: all
 */
export function casesOf<const V extends Values>(values: V, apart = Number.POSITIVE_INFINITY): Case<V>[] {
  const all = Object.entries(values).reduce<{ facts: Record<string, unknown>; apart: number }[]>(
    (cases, [fact, options]) =>
      cases.flatMap((one) =>
        options
          .map((value, index) => ({ facts: { ...one.facts, [fact]: value }, apart: one.apart + (index === 0 ? 0 : 1) }))
          .filter((next) => next.apart <= apart),
      ),
    [{ facts: {}, apart: 0 }],
  );
  return all.map((one) => one.facts) as Case<V>[];
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

/** A table of cases by its facts: the values of each, and of every case the place of its value among them. */
interface Indexed {
  facts: string[];
  values: string[][];
  places: number[][];
}

const known = new WeakMap<readonly Tried[], Indexed>();

/** Counted once a table: each rule is tried on every case. */
function indexed(cases: readonly Tried[]): Indexed {
  const found = known.get(cases);
  if (found) return found;
  const facts = Object.keys(cases[0]!.facts);
  const said = facts.map((fact) => cases.map((one) => String((one.facts as Record<string, unknown>)[fact])));
  const values = said.map((all) => [...new Set(all)]);
  const made = { facts, values, places: cases.map((_, at) => values.map((all, fact) => all.indexOf(said[fact]![at]!))) };
  known.set(cases, made);
  return made;
}

/** What a rule's function asks for, found by trying it on every case: each fact of which it does not let every value through. */
export function conditionsOf<One extends Tried>(cases: readonly One[], passes: (one: One) => boolean): Condition[] {
  const { facts, values, places } = indexed(cases);
  const passing = places.filter((_, at) => passes(cases[at]!));
  if (passing.length === 0) return [];
  const through = values.map((all) => all.map(() => false));
  for (const one of passing)
    one.forEach((place, fact) => {
      through[fact]![place] = true;
    });
  return facts
    .map((fact, at) => ({ fact, values: values[at]!.filter((_, place) => through[at]![place]) }))
    .filter(({ values: some }, at) => some.length < values[at]!.length);
}

/** What a ticket may be, the plain value of each first. */
const ticketValues = () =>
  ({
    kind: ['repair', 'special_service', 'suggestion', 'praise', 'enquiry'],
    urgency: ['urgent', 'general'],
    supervised: [false, true],
    reopened: [false, true],
    handedOver: [false, true],
    takenOn: [false, true],
    accepted: [false, true],
    visited: [false, true],
    ratedLow: [false, true],
    returned: [false, true],
    drawnWeekly: [false, true],
    drawnMonthly: [false, true],
    claimed: [false, true],
    largeDefect: [false, true],
    place: ['home', 'public'],
    quote: ['none', 'pricing', 'offered', 'accepted', 'refused', 'endAsked'],
    charged: [false, true],
    settled: [false, true],
    begun: [false, true],
    triedAtDoor: [false, true],
    newDate: [false, true],
    outside: [false, true],
    providerVisited: [false, true],
    qualityVisited: [false, true],
    cameBack: [false, true],
    merged: [false, true],
    disputed: [false, true],
    tookIn: [false, true],
    keyCustomer: [false, true],
    spent: [false, true],
    takenDown: [false, true],
    unnamed: [false, true],
    adopted: [false, true],
    declined: [false, true],
    objected: [false, true],
    contact: [false] as readonly boolean[],
    still: ['reopenable', 'unanswered', 'warranted', 'over', 'silent', 'unheard', 'seen'],
  }) as const;

/** What was asked for after a survey is a remark, and tried by itself: what it asks for beside that stands as near to the plain case as any (V6). */
const ticketFacts = () => [
  ...casesOf(ticketValues(), MOST_APART),
  ...casesOf({ ...ticketValues(), kind: ['suggestion', 'enquiry'] as const, contact: [true] as readonly boolean[] }, MOST_APART - 1),
];
export type TicketFacts = ReturnType<typeof ticketFacts>[number];

/** Late enough for every row to be in force. */
const LATE = new Date('2999-12-31T00:00:00Z');
/** The instant rules are tried at. */
export const TRIED_AT = LATE;

const before = new Date(LATE.getTime() - 1);
/** What of the dates that finishing freezes is still ahead; one more has passed in each. */
const STILL = {
  reopenable: { reopen: LATE, silence: LATE, warranty: LATE },
  unanswered: { reopen: before, silence: LATE, warranty: LATE },
  warranted: { reopen: before, silence: before, warranty: LATE },
  over: { reopen: before, silence: before, warranty: before },
  silent: { reopen: before, warranty: LATE },
  unheard: { reopen: before },
  seen: { reopen: LATE, warranty: LATE },
} as const;

export const happened = (did: TicketEventName, facts: Record<string, unknown> = {}) =>
  ({ id: did, subject: '', did, at: LATE, recordedAt: LATE, by: null, seq: 0, facts }) as TicketEvent;

/** A ticket of this case, as its events would have left it. */
function ticketOf(one: TicketFacts): TicketState {
  const received = happened('received', {
    kind: one.kind,
    urgency: one.urgency,
    supervised: one.supervised,
    place: one.place,
    keyCustomer: one.keyCustomer,
    ...(one.contact ? { fromSurvey: 'a survey' } : {}),
    unnamed: one.unnamed,
    ...(one.takenDown ? { firstContact: 'somebody' } : {}),
    reworkOf: one.cameBack ? 'another' : null,
  });
  const marks: [boolean, TicketEventName, Record<string, unknown>?][] = [
    [one.charged, 'finished', { labourFen: 100 }],
    [one.reopened, 'reopened'],
    [one.begun, 'arrived'],
    [one.begun, 'handed_back'],
    [one.handedOver, 'handed_over'],
    [one.takenOn, 'taken_on'],
    [one.accepted, 'accepted'],
    // Its checks begin once it is repaired.
    [one.largeDefect, 'finished'],
    [one.largeDefect, 'flagged'],
    [one.visited, 'visited'],
    [one.ratedLow, 'rated_low'],
    [one.returned, 'return_visited'],
    [one.claimed, 'claimed'],
    [one.settled, 'settled'],
    [one.spent, 'spent'],
    [one.quote === 'pricing', 'price_asked'],
    [one.quote !== 'none' && one.quote !== 'pricing', 'quoted'],
    [one.quote === 'accepted', 'quote_accepted'],
    [one.quote === 'refused', 'quote_refused'],
    [one.quote === 'endAsked', 'quote_refused', { wouldEnd: true }],
    [one.newDate, 'date_proposed', { proposed: LATE.toISOString() }],
    [one.triedAtDoor, 'nobody_home'],
    [one.tookIn, 'took_in', { ticket: 'another', theirs: {} }],
    [one.merged, 'merged', { into: 'another' }],
    [one.disputed, 'merge_disputed'],
    [one.adopted, 'adopted'],
    [one.declined, 'declined'],
    [one.objected, 'objected'],
    [one.drawnWeekly, 'drawn'],
    [one.drawnMonthly, 'drawn_by_quality'],
    [one.still === 'silent', 'confirmed_by_silence'],
    [one.still === 'unheard', 'closed_unheard'],
    [one.still === 'seen', 'confirmed_by_head'],
  ];
  const state = marks.filter(([is]) => is).reduce((so, [, did, facts]) => follow(so, happened(did, facts)), follow(null, received));
  // What only a special service knows.
  const visited = { ...(one.providerVisited ? { provider_visited: LATE } : {}), ...(one.qualityVisited ? { quality_visited: LATE } : {}) };
  return { ...state, until: STILL[one.still], provider: one.outside ? 'another' : null, happened: { ...state.happened, ...visited } };
}

/** What rows of promises and actions may ask of a ticket. Thousands of them: made for the first who asks, so that no door waits for them. */
const ticketCases = once(() => ticketFacts().map((facts) => ({ facts, ticket: ticketOf(facts) })));

const casesByKinds = new Map<string, ReturnType<typeof ticketCases>>();

/** Those of these kinds: a rule of one kind is not tried on another. */
export function ticketCasesOf(kinds: readonly TicketKind[]): ReturnType<typeof ticketCases> {
  const key = [...kinds].sort().join();
  const known = casesByKinds.get(key) ?? ticketCases().filter(({ facts }) => (kinds as readonly string[]).includes(facts.kind));
  casesByKinds.set(key, known);
  return known;
}

/** The rungs of every ladder there is, and the event that records each. */
const STEPS = Object.fromEntries(
  Object.values(KINDS).flatMap((kind) => kind.promises.flatMap((row) => row.ladder.map(({ step }) => [step, eventOf(step)]))),
) as Record<Step, TicketEventName>;

const opinions: readonly (string | null)[] = Object.keys(OPINIONS);
// What was done is one of them.
const deeds = () =>
  casesOf(
    {
      what: TICKET_EVENTS.filter((did) => !Object.values(STEPS).includes(did)) as readonly string[],
      urgency: ['urgent', 'general'],
      supervised: [false, true],
      together: [false, true],
      byResident: [false, true],
      isComplaint: [false, true],
      opinion: opinions,
      confirms: [false, true],
      why: [null, 'quote_refused', 'date_accepted'] as readonly (string | null)[],
    },
    MOST_APART + 1,
  );
const steps = () =>
  casesOf({
    what: Object.keys(STEPS) as readonly string[],
    owedByRole: [
      'assignee',
      'agent',
      'head',
      'serviceCentreHead',
      'director',
      'quality',
      'complaintsOfficer',
      'managementRepresentative',
      'leadership',
    ],
    owedTo: ['residents', 'company'],
  });

/** What rows of notices may ask: of something somebody did, or of a step of a promise. */
export const noticeCases = once((): readonly (readonly { facts: { what: string }; given: NoticeCase }[])[] => [
  deeds().map((facts) => {
    const { what, isComplaint, ...given } = facts;
    const kind = isComplaint ? 'complaint' : 'repair';
    return { facts, given: { did: what as TicketEventName, kind, ...given, step: null, owedByRole: null, owedTo: null } as NoticeCase };
  }),
  steps().map((facts) => {
    const { what, ...given } = facts;
    return {
      facts,
      given: {
        did: STEPS[what as Step],
        urgency: 'general',
        supervised: false,
        together: false,
        byResident: false,
        kind: 'repair',
        opinion: null,
        confirms: false,
        why: null,
        step: what,
        ...given,
      } as NoticeCase,
    };
  }),
]);
