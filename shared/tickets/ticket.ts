import { type Complaint, LEVELS } from '../complaints/complaint.ts';
import type { DrawnCall } from '../draws/told.ts';
import type { Subject } from '../kernel/promises.ts';
import type { SubjectEvent } from '../kernel/subject.ts';
import type { FromSurvey } from '../surveys/contact.ts';

export type Status = 'received' | 'dispatched' | 'on_site' | 'finished' | 'closed' | 'cancelled';
/** Somebody is still to mend it. */
export const UNDER_WAY: readonly Status[] = ['received', 'dispatched', 'on_site'];
export type Urgency = 'urgent' | 'general';
export type RepairPlace = 'home' | 'public';
/** The kinds of tickets there are, as people call them. */
export const KIND_LABELS = {
  repair: '报修',
  special_service: '特约服务',
  suggestion: '建议',
  praise: '表扬',
  enquiry: '咨询',
  complaint: '投诉',
} as const;
export type TicketKind = keyof typeof KIND_LABELS;
export const KIND_NAMES = Object.keys(KIND_LABELS) as [TicketKind, ...TicketKind[]];

/** Everything that can happen to a ticket. */
export const TICKET_EVENTS = [
  'received',
  'said',
  'handed_over',
  'taken_on',
  'dispatched',
  'accepted',
  'arrived',
  'finished',
  'claimed',
  'claim_upheld',
  'claim_declined',
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
  'handed_back',
  'director_called',
  'changed',
  'urged',
  'unreached',
  'reached',
  'asked',
  'answered',
  'noted',
  'rated_low',
  'return_visited',
  'weekly_visited',
  'provider_visited',
  'quality_visited',
  'call_spared',
  'visit_named',
  'visit_brought',
  'shared',
  'followed',
  'unfollowed',
  'drawn',
  'drawn_by_quality',
  'visit_tried',
  'visit_ended',
  'flagged',
  'unflagged',
  'defect_checked',
  'price_asked',
  'quoted',
  'priced',
  'quote_accepted',
  'quote_refused',
  'quote_withdrawn',
  'settled',
  'facility_named',
  'spent',
  'nobody_home',
  'date_proposed',
  'date_accepted',
  'date_declined',
  'date_lapsed',
  'confirmed_by_silence',
  'confirmed_by_head',
  'closed_unheard',
  'sorted',
  'replied',
  'answer_promised',
  'studied',
  'adopted',
  'carried_out',
  'declined',
  'objected',
  'answered_above',
  'thanked',
  'became_complaint',
  'escalated',
  'let_in',
  'interim_replied',
  'formally_replied',
  'plan_set',
  'step_done',
  'cause_recorded',
  'reviewed',
  'called_major',
  'major_reported',
  'bulletin_issued',
  'no_contact',
  'committee_told',
  'concluded',
  'cancelled',
  'merged',
  'unmerged',
  'merge_disputed',
  'merge_upheld',
  'took_in',
  'let_go',
  'carried_over',
  'owed_apart',
  'done_there',
  'co_rated',
  'co_rated_low',
  'walled',
  'warned',
  'missed',
  'told',
] as const;

export type TicketEventName = (typeof TICKET_EVENTS)[number];

/** One thing that happened, as the history keeps it: ids and facts, never names, numbers or words. */
export type TicketEvent = SubjectEvent<TicketEventName>;

/** A time a technician names for what they did without a signal, which the supervisor has not looked at yet. */
export interface Claim {
  claimed: string;
  claimedAt: string;
  registeredAt: string;
}

/** A quote as its events left it; its lines are read beside it. */
export interface Quoted {
  id: string;
  version: number;
  stand: 'pricing' | 'offered' | 'accepted' | 'refused' | 'withdrawn';
  labourFen: number;
  partsFen: number;
  /** A housemate refused it and would end the matter; the reporter decides (I7). */
  wouldEnd?: true;
}

/** Where a ticket went that was merged into another, where it stood then, and whether its household is still owed a time of its own (Z3). */
export interface Merged {
  into: string;
  number: string;
  stood: Status;
  owes?: true;
}

/** A ticket that was merged into this one: the times it had, and what this one was before it made it urgent. */
export interface TookIn {
  ticket: string;
  number: string;
  theirs: Readonly<Record<string, string>>;
  /** Whether it was itself urgent when it came. */
  urgent: boolean;
  before: Before | null;
  /** Which it was merged into before, innermost first, where those were merged here with it; and what it had made urgent there. */
  through: readonly { ticket: string; before: Before | null }[];
}

/** What a ticket was before another made it urgent, and when it did; tickets older than that instant do not know it. */
export interface Before {
  category: string;
  danger: boolean;
  largeDefect: boolean;
  since?: string;
}

/** Where a ticket stands: the sum of its events, and nothing else. */
export interface TicketState {
  kind: TicketKind;
  status: Status;
  urgency: Urgency;
  /** What it is about: a repair's category, or the published name of a service. */
  category: string;
  place: RepairPlace;
  /** Which public facility, once it is known (R7). */
  facility: string | null;
  danger: boolean;
  /** Whether among residents its author alone sees it. */
  onlyMine: boolean;
  /** Checked on the spot after the repair (R10): by its category, or because the supervisor said so. */
  largeDefect: boolean;
  /** Whether the office's supervisor dispatches; frozen at receipt (D2, I16). */
  supervised: boolean;
  /** Whether it is a key customer's home; frozen at receipt (I4). */
  keyCustomer: boolean;
  /** The colleague who took it first, and follows it to the end (I4); null until somebody has. */
  firstContact: string | null;
  round: number;
  assignee: string | null;
  formerAssignee: string | null;
  /** Times that wait for the supervisor's yes. */
  claims: readonly Claim[];
  receivedAt: Date;
  roundBeganAt: Date;
  /** The newest quote of this round, and the last one that was accepted. */
  quote: Quoted | null;
  agreedQuote: Quoted | null;
  /** What its rounds came to, and whether that was booked (R14); nothing before the first was finished. */
  charged: { labourFen: number; partsFen: number; isSettled: boolean } | null;
  /** How many months what was fitted is answered for, as it was quoted; 0 where nothing was (R6). */
  partsMonths: number;
  /** Whether somebody was on site in this round and left again, and whether somebody is: whoever stood at a closed door was not (R4). */
  onSite: { before: boolean; now: boolean };
  /** Tries to find somebody at home since a new date was last named (Z14). */
  door: { tries: number; card: boolean };
  /** The new date that waits for the resident. */
  proposal: string | null;
  /** When each thing a row of the lifecycle leads to last happened in this round, and still counts. */
  happened: Happened;
  /** When each of them first happened in this round, whatever came after: what was done in time stays done in time. */
  first: Happened;
  /** The last instant of what finishing set going, frozen then; none before. */
  until: Until;
  /** When residents urged, in every round, oldest first (I7). */
  urges: readonly Date[];
  /** The ticket whose defect came back within its warranty (R6). */
  reworkOf: string | null;
  /** Where it is being dealt with, if not here (Z3). */
  merged: Merged | null;
  /** What is being dealt with here too, oldest first, and who of them has rated this round. */
  tookIn: readonly TookIn[];
  ratedBy: readonly string[];
  /** What was ordered, where it is a special service: the published line it was ordered from, and how many (R12). */
  service: Ordered | null;
  /** The outside provider who was asked, where it is nobody of the estate. */
  provider: string | null;
  /** The colleagues a praise is about, once that is known. */
  praised: readonly string[];
  /** The calls it was drawn for and still owes (V1, V2). */
  drawnFor: readonly DrawnCall[];
  /** Whether whoever said it did not say who they are: nobody is asked, called or told. */
  unnamed: boolean;
  /** The survey after which its household asked for contact (Z16); null for everything else. */
  fromSurvey: FromSurvey | null;
  /** Who handles it and why, whom it is walled from, and what is done about it, where it is a complaint. */
  complaint: Complaint | null;
}

export interface Ordered {
  item: string;
  line: string;
  quantity: number;
}

/**
 * 没修好 goes on in this ticket; silence has not confirmed it yet (Z1); it is warranted (R6); it still waits to be accepted (C8); the office has to solve it itself
 * (C2).
 */
export type Until = Readonly<Partial<Record<'reopen' | 'silence' | 'warranty' | 'unheard' | 'office', Date>>>;

export type Happened = Readonly<Partial<Record<TicketEventName, Date>>>;

/** What a suggestion, praise and an enquiry have alike: what it came as may be put right (I3). */
const REMARK_FACTS = [
  'urgency',
  'category',
  'onlyMine',
  'keyCustomer',
  'firstContact',
  'until',
  'urges',
  'praised',
  'unnamed',
  'fromSurvey',
] as const;

/** What only tickets of a kind have; kept together, so that a fact more is a line here and in its type. */
export const KIND_FACTS = {
  repair: [
    'urgency',
    'category',
    'facility',
    'danger',
    'onlyMine',
    'largeDefect',
    'drawnFor',
    'supervised',
    'keyCustomer',
    'firstContact',
    'claims',
    'quote',
    'agreedQuote',
    'charged',
    'partsMonths',
    'onSite',
    'door',
    'proposal',
    'until',
    'urges',
    'merged',
    'tookIn',
    'ratedBy',
  ],
  special_service: [
    'urgency',
    'category',
    'keyCustomer',
    'firstContact',
    'claims',
    'quote',
    'agreedQuote',
    'charged',
    'onSite',
    'door',
    'proposal',
    'until',
    'urges',
    'service',
    'provider',
  ],
  suggestion: REMARK_FACTS,
  praise: REMARK_FACTS,
  enquiry: REMARK_FACTS,
  complaint: [...REMARK_FACTS, 'complaint'],
} as const satisfies Record<TicketKind, readonly (keyof TicketState)[]>;

/** What a ticket of another kind, or older than a fact, stands at: nothing of it has happened. */
export const NOTHING_YET = {
  facility: null,
  danger: false,
  supervised: false,
  onlyMine: false,
  largeDefect: false,
  drawnFor: [],
  keyCustomer: false,
  firstContact: null,
  claims: [],
  quote: null,
  agreedQuote: null,
  charged: null,
  partsMonths: 0,
  onSite: { before: false, now: false },
  door: { tries: 0, card: false },
  proposal: null,
  merged: null,
  tookIn: [],
  ratedBy: [],
  service: null,
  provider: null,
  praised: [],
  unnamed: false,
  fromSurvey: null,
  complaint: null,
} as const satisfies Partial<Record<(typeof KIND_FACTS)[TicketKind][number], unknown>>;

/** What an event says of the ticket beside where it goes: each noun answers for its own facts. */
export type Told = Readonly<Partial<Record<TicketEventName, (state: TicketState, event: TicketEvent) => Partial<TicketState>>>>;

/**
 * What only the resident can go on with while the work is under way; the clock runs on (I7, Z14).
 * @param now left out: as the ticket was moved last; nobody is waited for past a date they did not answer
 */
export function waitsFor({ status, quote, proposal }: Pick<TicketState, 'status' | 'quote' | 'proposal'>, now?: Date): 'quote' | 'date' | null {
  if (!UNDER_WAY.includes(status)) return null;
  if (quote?.stand === 'offered') return 'quote';
  return proposal && !(now && new Date(proposal) < now) ? 'date' : null;
}

/** What the ledger asks of a ticket. */
export function subjectOf(state: TicketState): Subject {
  return {
    round: state.round,
    roundBeganAt: state.roundBeganAt,
    // Where it was merged to, others work on it: what its household is still owed of its own is the agents' (Z18).
    assignee: state.merged ? null : state.assignee,
    handler: state.complaint ? LEVELS[state.complaint.level].role : 'agent',
    happened: state.first,
  };
}

/**
 * When the clock alone moves a ticket: a repair nobody answered is confirmed by silence once its last day is over (Z1); a service nobody
 * accepted is closed as not accepted (C8); a new date nobody answered lapses when it has passed (Z14); a complaint the office did not solve goes to the quality
 * department (C2).
 */
export function movesByItself(
  state: TicketState,
): { at: Date; did: 'confirmed_by_silence' | 'closed_unheard' | 'date_lapsed' | 'escalated'; facts?: Record<string, unknown> } | null {
  const { silence, unheard, office } = state.until;
  const passed = (until: Date) => new Date(until.getTime() + 1);
  if (state.proposal && UNDER_WAY.includes(state.status)) return { at: passed(new Date(state.proposal)), did: 'date_lapsed' };
  if (office && state.status === 'received') return { at: passed(office), did: 'escalated' };
  if (state.status !== 'finished') return null;
  // Of what nobody put a name to nobody was silent.
  if (silence) return { at: passed(silence), did: 'confirmed_by_silence', ...(state.unnamed ? { facts: { unnamed: true } } : {}) };
  return unheard ? { at: passed(unheard), did: 'closed_unheard' } : null;
}
