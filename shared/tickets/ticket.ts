import type { LedgerEvent, Subject } from '../kernel/promises.ts';

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
  'cancelled',
  'merged',
  'walled',
  'warned',
  'missed',
  'told',
] as const;

export type TicketEventName = (typeof TICKET_EVENTS)[number];

/** One thing that happened, as the history keeps it: ids and facts, never names, numbers or words. */
export interface TicketEvent extends LedgerEvent<TicketEventName> {
  seq: number;
  recordedAt: Date;
}

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
  handedOverAt: Date | null;
  takenOnAt: Date | null;
  dispatchedAt: Date | null;
  acceptedAt: Date | null;
  arrivedAt: Date | null;
  finishedAt: Date | null;
  visitedAt: Date | null;
  closedAt: Date | null;
}

const NEW_ROUND = {
  handedOverAt: null,
  takenOnAt: null,
  dispatchedAt: null,
  acceptedAt: null,
  arrivedAt: null,
  finishedAt: null,
  visitedAt: null,
  closedAt: null,
} as const;

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
  ...NEW_ROUND,
});

/** The state after an event. The first event of a ticket is `received`. */
export function follow(state: TicketState | null, event: TicketEvent): TicketState {
  if (state === null) {
    if (event.did !== 'received') throw new Error(`a ticket begins with received, not ${event.did}`);
    return begin(event);
  }
  switch (event.did) {
    case 'handed_over':
      return { ...state, handedOverAt: event.at };
    case 'taken_on':
      return { ...state, takenOnAt: event.at };
    case 'dispatched':
      return { ...state, status: 'dispatched', dispatchedAt: event.at, assignee: event.facts.assignee as string, acceptedAt: null, arrivedAt: null };
    case 'accepted':
      return { ...state, acceptedAt: event.at };
    case 'arrived':
      return { ...state, status: 'on_site', acceptedAt: state.acceptedAt ?? event.at, arrivedAt: event.at };
    case 'finished':
      return { ...state, status: 'finished', finishedAt: event.at };
    case 'confirmed':
      return { ...state, status: 'closed', closedAt: event.at };
    case 'reopened':
      return {
        ...state,
        ...NEW_ROUND,
        status: 'received',
        round: state.round + 1,
        roundBeganAt: event.at,
        assignee: null,
        formerAssignee: state.assignee,
      };
    case 'visited':
      return { ...state, visitedAt: event.at };
    case 'reclassified':
    case 'recategorised':
      return { ...state, urgency: event.facts.urgency as Urgency, category: event.facts.category as string, danger: event.facts.danger === true };
    case 'cancelled':
    case 'merged':
      return { ...state, status: 'cancelled', closedAt: event.at };
    default:
      return state;
  }
}

/** What the ledger asks of a ticket. */
export function subjectOf(state: TicketState): Subject {
  return {
    round: state.round,
    roundBeganAt: state.roundBeganAt,
    assignee: state.assignee,
    happened: {
      handed_over: state.handedOverAt,
      taken_on: state.takenOnAt,
      dispatched: state.dispatchedAt,
      arrived: state.arrivedAt,
      finished: state.finishedAt,
      visited: state.visitedAt,
    },
  };
}
