import type { Subject } from '../kernel/promises.ts';
import { inForce } from '../kernel/rules.ts';
import type { SubjectEvent } from '../kernel/subject.ts';
import { isoDay } from '../kernel/time.ts';
import { LIFECYCLE } from './lifecycle.ts';

export type Status = 'received' | 'dispatched' | 'on_site' | 'finished' | 'closed' | 'cancelled';
export type Urgency = 'urgent' | 'general';
export type RepairPlace = 'home' | 'public';
export type TicketKind = 'repair';

/** Everything that can happen to a ticket. `cancelled`, `merged` and `walled` are kept for the features that say them. */
export const TICKET_EVENTS = [
  'received',
  'said',
  'handed_over',
  'taken_on',
  'dispatched',
  'accepted',
  'arrived',
  'finished',
  'confirmed',
  'reopened',
  'reassured',
  'called',
  'visited',
  'agreed',
  'rescheduled',
  'visit_rescheduled',
  'explained',
  'reclassified',
  'recategorised',
  'unreached',
  'reached',
  'asked',
  'answered',
  'noted',
  'rated_low',
  'return_visited',
  'call_spared',
  'cancelled',
  'merged',
  'walled',
  'warned',
  'missed',
  'told',
] as const;

export type TicketEventName = (typeof TICKET_EVENTS)[number];

/** One thing that happened, as the history keeps it: ids and facts, never names, numbers or words. */
export type TicketEvent = SubjectEvent<TicketEventName>;

/** Where a ticket stands: the sum of its events, and nothing else. */
export interface TicketState {
  kind: TicketKind;
  status: Status;
  urgency: Urgency;
  category: string;
  place: RepairPlace;
  danger: boolean;
  /** Whether the office's supervisor dispatches; frozen at receipt (D2, I16). */
  supervised: boolean;
  round: number;
  assignee: string | null;
  formerAssignee: string | null;
  receivedAt: Date;
  roundBeganAt: Date;
  /** When each thing a row of the lifecycle leads to last happened in this round, and still counts. */
  happened: Happened;
  /** When each of them first happened in this round, whatever came after: what was done in time stays done in time. */
  first: Happened;
}

export type Happened = Readonly<Partial<Record<TicketEventName, Date>>>;

/** What only tickets of a kind have; kept together, so that a fact more is a line here and in its type. */
export const KIND_FACTS = { repair: ['urgency', 'category', 'danger', 'supervised'] } as const satisfies Record<
  TicketKind,
  readonly (keyof TicketState)[]
>;

const begin = (event: TicketEvent): TicketState => ({
  kind: event.facts.kind as TicketKind,
  status: 'received',
  urgency: event.facts.urgency as Urgency,
  category: event.facts.category as string,
  place: event.facts.place as RepairPlace,
  danger: event.facts.danger === true,
  supervised: event.facts.supervised === true,
  round: 1,
  assignee: null,
  formerAssignee: null,
  receivedAt: event.at,
  roundBeganAt: event.at,
  happened: {},
  first: {},
});

/** The row that leads to this event, as it stood when it happened: says where the ticket goes and what no longer counts. */
const rowBehind = (state: TicketState, event: TicketEvent) =>
  inForce(
    LIFECYCLE.filter((row) => row.kinds.includes(state.kind) && row.does.includes(event.did)),
    isoDay(event.at),
    (row) => row.name ?? row.action,
  )[0];

const without = (happened: Happened, names: readonly TicketEventName[]): Happened =>
  Object.fromEntries(Object.entries(happened).filter(([did]) => !names.includes(did as TicketEventName)));

/** What an event says of the ticket, beside where it goes. */
function told(state: TicketState, event: TicketEvent): Partial<TicketState> {
  switch (event.did) {
    case 'dispatched':
      return { assignee: event.facts.assignee as string };
    case 'reopened':
      return { round: state.round + 1, roundBeganAt: event.at, assignee: null, formerAssignee: state.assignee, happened: {}, first: {} };
    case 'reclassified':
    case 'recategorised':
      return { urgency: event.facts.urgency as Urgency, category: event.facts.category as string, danger: event.facts.danger === true };
    case 'cancelled':
    case 'merged':
      return { status: 'cancelled' };
    default:
      return {};
  }
}

/** The state after an event. The first event of a ticket is `received`. */
export function follow(state: TicketState | null, event: TicketEvent): TicketState {
  if (state === null) {
    if (event.did !== 'received') throw new Error(`a ticket begins with received, not ${event.did}`);
    return begin(event);
  }
  const row = rowBehind(state, event);
  const moved: TicketState = row
    ? {
        ...state,
        status: row.to ?? state.status,
        happened: { ...without(state.happened, row.clears ?? []), [event.did]: event.at },
        first: { [event.did]: event.at, ...state.first },
      }
    : state;
  return { ...moved, ...told(state, event) };
}

/** What the ledger asks of a ticket. */
export function subjectOf(state: TicketState): Subject {
  return {
    round: state.round,
    roundBeganAt: state.roundBeganAt,
    assignee: state.assignee,
    happened: state.first,
  };
}
