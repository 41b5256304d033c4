import type { Complaint } from '../complaints/complaint.ts';
import { COMPLAINT_TOLD } from '../complaints/told.ts';
import { DRAW_TOLD } from '../draws/told.ts';
import { FACILITY_TOLD } from '../facilities/told.ts';
import { once } from '../kernel/once.ts';
import { inForce } from '../kernel/rules.ts';
import { isoDay } from '../kernel/time.ts';
import { MERGING_TOLD } from '../merging/told.ts';
import { DOOR_TOLD, MONEY_TOLD } from '../quotes/told.ts';
import { REMARK_TOLD } from '../remarks/told.ts';
import { SERVICE_TOLD } from '../services/told.ts';
import { SURVEY_TOLD } from '../surveys/contact.ts';
import type { TicketRow } from './actions.ts';
import { CLAIMS_TOLD } from './claims.ts';
import { datesIn } from './follow-dates.ts';
import { LIFECYCLE } from './lifecycle.ts';
import {
  type Happened,
  NOTHING_YET,
  type Ordered,
  type RepairPlace,
  type TicketEvent,
  type TicketEventName,
  type TicketKind,
  type TicketState,
  type Told,
  type Until,
  type Urgency,
} from './ticket.ts';

const begin = (event: TicketEvent): TicketState => ({
  ...NOTHING_YET,
  kind: event.facts.kind as TicketKind,
  status: 'received',
  urgency: event.facts.urgency as Urgency,
  category: event.facts.category as string,
  place: event.facts.place as RepairPlace,
  facility: (event.facts.facility as string | undefined) ?? null,
  danger: event.facts.danger === true,
  onlyMine: event.facts.onlyMine === true,
  largeDefect: event.facts.largeDefect === true,
  supervised: event.facts.supervised === true,
  keyCustomer: event.facts.keyCustomer === true,
  unnamed: event.facts.unnamed === true,
  firstContact: (event.facts.firstContact as string | undefined) ?? null,
  round: 1,
  assignee: null,
  formerAssignee: null,
  receivedAt: event.at,
  roundBeganAt: event.at,
  happened: {},
  first: {},
  until: event.facts.kind === 'complaint' ? datesIn(event.facts) : {},
  urges: [],
  reworkOf: (event.facts.reworkOf as string | undefined) ?? null,
  service: (event.facts.service as Ordered | undefined) ?? null,
  fromSurvey: typeof event.facts.fromSurvey === 'string' ? { id: event.facts.fromSurvey, owes: true } : null,
  complaint: (event.facts.complaint as Complaint | undefined) ?? null,
});

/** Answered, or by silence: nothing is left to wait for. */
const untilAnswered = (state: TicketState, event: TicketEvent): Until => {
  const { silence: _, unheard: __, ...rest } = { ...state.until, ...datesIn(event.facts) };
  return rest;
};

/** C8: the household is waited for from now on: they were heard of, or found out of reach. */
const heardOf = (state: TicketState, { facts }: TicketEvent) => ({ until: { ...state.until, ...datesIn(facts) } });

/** The clock ended it. */
const overByItself = (state: TicketState, event: TicketEvent) => ({
  status: 'closed' as const,
  until: untilAnswered(state, event),
  happened: { ...state.happened, [event.did]: event.at },
});

const left = ({ onSite }: TicketState) => ({ onSite: { before: onSite.before || onSite.now, now: false } });

/** Who works on it, who was there, and who took it first (I4). */
const HANDS_TOLD: Told = {
  handed_over: ({ firstContact }, { by }) => ({ firstContact: firstContact ?? by }),
  dispatched: (state, { by, facts }) => ({
    assignee: (facts.assignee as string | null | undefined) ?? null,
    firstContact: state.firstContact ?? by,
    ...left(state),
  }),
  arrived: ({ onSite }) => ({ onSite: { ...onSite, now: true } }),
  nobody_home: ({ onSite }) => ({ onSite: { ...onSite, now: false } }),
  handed_back: (state) => ({ assignee: null, formerAssignee: state.assignee, ...left(state) }),
  reopened: ({ assignee }) => ({ assignee: null, formerAssignee: assignee, onSite: NOTHING_YET.onSite }),
};

const reclassified: Told[TicketEventName] = ({ largeDefect }, { facts }) => ({
  urgency: facts.urgency as Urgency,
  category: facts.category as string,
  danger: facts.danger === true,
  largeDefect: largeDefect || facts.largeDefect === true,
});

/** What it is about, and who among residents sees it. */
const MATTER_TOLD: Told = {
  reclassified,
  recategorised: reclassified,
  flagged: () => ({ largeDefect: true }),
  unflagged: () => ({ largeDefect: false }),
  urged: ({ urges }, { at }) => ({ urges: [...urges, at] }),
  shared: () => ({ onlyMine: false }),
};

/** How a round ends, and how another begins (Z1, R6). */
const ROUND_TOLD: Told = {
  finished: (_, { facts }) => ({ until: datesIn(facts) }),
  confirmed: (state, event) => ({ until: untilAnswered(state, event) }),
  confirmed_by_head: (state, event) => ({ until: untilAnswered(state, event) }),
  confirmed_by_silence: overByItself,
  closed_unheard: overByItself,
  visit_ended: heardOf,
  said: heardOf,
  asked: heardOf,
  provider_visited: heardOf,
  quality_visited: heardOf,
  return_visited: heardOf,
  weekly_visited: heardOf,
  reopened: ({ round }, { at }) => ({ round: round + 1, roundBeganAt: at, happened: {}, first: {}, until: {} }),
  cancelled: () => ({ status: 'cancelled' }),
};

/** Another noun with facts of its own is another line. */
const NOUNS: readonly Told[] = [
  HANDS_TOLD,
  MATTER_TOLD,
  ROUND_TOLD,
  CLAIMS_TOLD,
  MONEY_TOLD,
  DOOR_TOLD,
  FACILITY_TOLD,
  MERGING_TOLD,
  SERVICE_TOLD,
  REMARK_TOLD,
  COMPLAINT_TOLD,
  DRAW_TOLD,
  SURVEY_TOLD,
];

/** The rows that lead to each event of a kind, of every day: each event asks for them. */
const rowsBehind = once(() => {
  const found = new Map<string, TicketRow[]>();
  for (const row of LIFECYCLE)
    for (const kind of row.kinds) for (const did of row.does) found.set(`${kind} ${did}`, [...(found.get(`${kind} ${did}`) ?? []), row]);
  return found;
});

/** The row that leads to this event, as it stood when it happened: says where the ticket goes and what no longer counts. */
function rowBehind(state: TicketState, event: TicketEvent): TicketRow | undefined {
  const rows = rowsBehind().get(`${state.kind} ${event.did}`);
  return rows && inForce(rows, isoDay(event.at), (row) => row.name ?? row.action)[0];
}

const without = (happened: Happened, names: readonly TicketEventName[]): Happened =>
  Object.fromEntries(Object.entries(happened).filter(([did]) => !names.includes(did as TicketEventName)));

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
  return Object.assign({ ...moved }, ...NOUNS.map((told) => told[event.did]?.(moved, event)));
}
