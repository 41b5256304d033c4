import type { OwedBy, Promised, Step } from '../kernel/promises.ts';
import type { Addressee, Route } from '../kernel/routing.ts';
import type { TicketEventName, TicketKind, Urgency } from './ticket.ts';

/** What a notice row may ask of an event. */
export interface NoticeCase {
  did: TicketEventName;
  kind: TicketKind;
  urgency: Urgency;
  /** Whether the engineers' head dispatches here (D2). */
  supervised: boolean;
  /** Whether other reports are being dealt with in it (Z3). */
  together: boolean;
  byResident: boolean;
  opinion: string | null;
  /** Whether the resident confirmed in the visit itself. */
  confirms: boolean;
  /** Why it was taken back or agreed on, where that was said. */
  why: string | null;
  step: Step | null;
  owedByRole: OwedBy | null;
  owedTo: 'residents' | 'company' | null;
}

/** A notice of a ticket. `mustKnow`: a resident whom nothing reaches is called (R8). */
export type NoticeRow = Route<NoticeCase> & { mustKnow?: true };

/** An event of a complaint. */
const of = (given: NoticeCase, name: string) => given.kind === 'complaint' && given.did === name;
const did = (name: TicketEventName) => (given: NoticeCase) => given.did === name;
const step = (name: Step, owedByRole?: OwedBy, owedTo?: 'residents' | 'company') => (given: NoticeCase) =>
  given.step === name && (owedByRole ? given.owedByRole === owedByRole : true) && (owedTo ? given.owedTo === owedTo : true);
const to = (...addressees: Addressee[]) => addressees;

/** An answer that is the last word until the resident says otherwise. */
const ANSWERS: readonly TicketEventName[] = ['replied', 'carried_out', 'declined', 'answered_above'];
const ON_THE_WAY: readonly TicketEventName[] = ['answer_promised', 'studied', 'adopted'];

// Who hears of what: the first row that fits. Whoever did it is never told about it.
// biome-ignore format: a table reads best as one
export const NOTICES: readonly NoticeRow[] = [
  { name: 'complaint received for somebody', when: (given) => of(given, 'received') && !given.byResident, to: to('handler', 'residents'), clause: 'C1', since: '2026-01-01' },
  { name: 'complaint received', when: (given) => of(given, 'received'), to: to('handler'), clause: 'C1', since: '2026-01-01' },
  { name: 'became a complaint', when: did('became_complaint'), to: to('handler', 'residents'), clause: 'I3', since: '2026-01-01' },
  { name: 'walled', when: did('walled'), to: to('handler', 'residents'), clause: 'C3', since: '2026-01-01' },
  { name: 'escalated', when: did('escalated'), to: to('handler', 'director', 'residents'), clause: 'C2', since: '2026-01-01' },
  { name: 'let in', when: did('let_in'), to: to('letIn'), clause: 'C3', since: '2026-01-01' },
  { name: 'written to about a complaint', when: (given) => given.did === 'interim_replied' || given.did === 'formally_replied', to: to('residents'), clause: 'C5', since: '2026-01-01', mustKnow: true },
  { name: 'plan set', when: did('plan_set'), to: to('director', 'agent', 'handler'), clause: 'C4', since: '2026-01-01' },
  { name: 'plan step done', when: did('step_done'), to: to('handler', 'quality'), clause: 'C4', since: '2026-01-01' },
  { name: 'reviewed', when: did('reviewed'), to: to('handler'), clause: 'C11', since: '2026-01-01' },
  { name: 'called major', when: did('called_major'), to: to('handler', 'managementRepresentative'), clause: 'C7', since: '2026-01-01' },
  { name: 'concluded', when: did('concluded'), to: to('residents'), clause: 'C8', since: '2026-01-01', mustKnow: true },
  { name: 'complainant answered', when: (given) => ['confirmed', 'reopened', 'urged', 'cancelled'].some((name) => of(given, name)), to: to('handler'), clause: 'C8', since: '2026-01-01' },
  { name: 'complainant wrote', when: (given) => (of(given, 'said') || of(given, 'asked') || of(given, 'reassured')) && given.byResident, to: to('handler'), clause: 'I2', since: '2026-01-01' },
  { name: 'complaint filed unheard', when: (given) => of(given, 'closed_unheard'), to: to('residents', 'handler'), clause: 'C8', since: '2026-01-01', mustKnow: true },
  { name: 'received urgent for somebody', when: (given) => given.did === 'received' && given.urgency === 'urgent' && !given.byResident, to: to('agent', 'head', 'residents'), clause: 'I4', since: '2026-01-01' },
  { name: 'received for somebody', when: (given) => given.did === 'received' && !given.byResident, to: to('agent', 'residents'), clause: 'I4', since: '2026-01-01' },
  { name: 'received urgent', when: (given) => given.did === 'received' && given.urgency === 'urgent', to: to('agent', 'head'), clause: 'R8',  since: '2026-01-01' },
  { name: 'received', when: did('received'),                                to: to('agent'),                                             clause: 'R8',  since: '2026-01-01' },
  { name: 'handed_over', when: did('handed_over'),                             to: to('head'),                             clause: 'D1',  since: '2026-01-01' },
  { name: 'taken_on', when: did('taken_on'),                                to: to('agent'),                                             clause: 'D2',  since: '2026-01-01' },
  { name: 'dispatched', when: did('dispatched'),                              to: to('assignee', 'residents', 'firstContact'),             clause: 'R8',  since: '2026-01-01' },
  { name: 'accepted', when: did('accepted'),                                to: to('residents'),                                         clause: 'R8',  since: '2026-01-01' },
  { name: 'arrived', when: did('arrived'),                                 to: to('residents'),                                         clause: 'R3',  since: '2026-01-01' },
  { name: 'claimed', when: did('claimed'),                                 to: to('head'),                                              clause: 'R3',  since: '2026-01-01' },
  { name: 'claim answered', when: (given) => given.did === 'claim_upheld' || given.did === 'claim_declined', to: to('assignee', 'agent'), clause: 'R3',  since: '2026-01-01' },
  { name: 'finished', when: did('finished'),                                to: to('residents', 'agent', 'firstContact'),                                clause: 'R9',  since: '2026-01-01', mustKnow: true },
  { name: 'confirmed dissatisfied', when: (given) => given.did === 'confirmed' && given.opinion === 'dissatisfied', to: to('assignee', 'agent', 'head', 'firstContact'), clause: 'R9', since: '2026-01-01' },
  { name: 'confirmed for several', when: (given) => given.did === 'confirmed' && given.together, to: to('assignee', 'agent', 'firstContact', 'residents'), clause: 'Z3', since: '2026-01-01' },
  { name: 'confirmed for somebody', when: (given) => given.did === 'confirmed' && !given.byResident, to: to('assignee', 'agent', 'firstContact', 'residents'), clause: 'R9', since: '2026-01-01' },
  { name: 'confirmed', when: did('confirmed'),                               to: to('assignee', 'agent', 'firstContact'),                                 clause: 'R9',  since: '2026-01-01' },
  { name: 'reopened for several', when: (given) => given.did === 'reopened' && given.together, to: to('formerAssignee', 'head', 'agent', 'firstContact', 'residents'), clause: 'Z3', since: '2026-01-01' },
  { name: 'reopened', when: did('reopened'),                                to: to('formerAssignee', 'head', 'agent', 'firstContact'),  clause: 'R11', since: '2026-01-01' },
  { name: 'said by resident', when: (given) => (given.did === 'said' || given.did === 'reassured') && given.byResident, to: to('assignee', 'agent'), clause: 'I2', since: '2026-01-01' },
  { name: 'said', when: (given) => given.did === 'said' || given.did === 'reassured', to: to('residents'),                           clause: 'I2',  since: '2026-01-01' },
  // Where a new date was accepted, date_accepted tells of it, once.
  { name: 'agreed by a date accepted', when: (given) => given.did === 'agreed' && given.why === 'date_accepted', to: to(), clause: 'Z14', since: '2026-01-01' },
  { name: 'agreed', when: (given) => given.did === 'agreed' || given.did === 'rescheduled' || given.did === 'visit_rescheduled', to: to('assignee', 'residents', 'agent', 'firstContact'),  clause: 'I7',  since: '2026-01-01', mustKnow: true },
  { name: 'asked', when: did('asked'),                                   to: to('assignee', 'agent'),                                 clause: 'I15', since: '2026-01-01' },
  { name: 'answered', when: did('answered'),                                to: to('residents'),                                         clause: 'I15', since: '2026-01-01' },
  { name: 'rated_low', when: (given) => given.did === 'rated_low' || given.did === 'co_rated_low',                       to: to('serviceCentreHead'),                                     clause: 'S9',  since: '2026-01-01' },
  { name: 'handed_back', when: did('handed_back'),                             to: to('agent', 'head'),                                     clause: 'R8',  since: '2026-01-01' },
  // One of several was asked: what they answered is theirs, and no other household's.
  { name: 'visited dissatisfied, one of several', when: (given) => given.did === 'visited' && given.together && given.opinion === 'dissatisfied', to: to('assignee', 'head'), clause: 'V7', since: '2026-01-01' },
  { name: 'visited, one of several', when: (given) => (given.did === 'visited' || given.did === 'return_visited' || given.did === 'weekly_visited') && given.together && !given.confirms, to: to(), clause: 'Z3', since: '2026-01-01' },
  { name: 'visited dissatisfied', when: (given) => given.did === 'visited' && given.opinion === 'dissatisfied', to: to('assignee', 'head', 'residents'), clause: 'V7',  since: '2026-01-01' },
  // What is on record as their answer is theirs to know, and to object to; where they confirmed by it, confirmed tells of both, once.
  { name: 'visited and confirmed', when: (given) => (given.did === 'return_visited' || given.did === 'weekly_visited') && given.confirms, to: to(), clause: 'R9', since: '2026-01-01' },
  { name: 'visited', when: did('visited'),                                 to: to('residents'),                                         clause: 'V3',  since: '2026-01-01' },
  { name: 'return_visited', when: did('return_visited'),                   to: to('residents'),                                         clause: 'V8',  since: '2026-01-01' },
  { name: 'visited for a service', when: (given) => given.did === 'provider_visited' || given.did === 'quality_visited', to: to('residents'), clause: 'V5', since: '2026-01-01' },
  { name: 'drawn', when: did('drawn'),                                   to: to('returnVisitCaller'),                                         clause: 'V1',  since: '2026-01-01' },
  { name: 'drawn_by_quality', when: did('drawn_by_quality'),             to: to('quality'),                                           clause: 'V2',  since: '2026-01-01' },
  { name: 'visit_ended', when: did('visit_ended'),                             to: to('serviceCentreHead'),                                 clause: 'Z13', since: '2026-01-01' },
  { name: 'flagged', when: did('flagged'),                                 to: to('agent'),                                             clause: 'R10', since: '2026-01-01' },
  { name: 'reclassified', when: did('reclassified'),                            to: to('assignee', 'residents', 'agent'),                    clause: 'R1',  since: '2026-01-01' },
  { name: 'price_asked', when: did('price_asked'),                           to: to('head'),                                              clause: 'R5',  since: '2026-01-01' },
  { name: 'quoted', when: did('quoted'),                                 to: to('residents'),                                         clause: 'I7',  since: '2026-01-01', mustKnow: true },
  { name: 'priced', when: did('priced'),                                 to: to('assignee', 'residents'),                             clause: 'R5',  since: '2026-01-01', mustKnow: true },
  { name: 'quote_accepted', when: did('quote_accepted'),                 to: to('assignee', 'residents'),                             clause: 'I7',  since: '2026-01-01' },
  { name: 'quote_refused', when: did('quote_refused'),                   to: to('assignee', 'agent', 'head', 'residents'),            clause: 'I7',  since: '2026-01-01' },
  { name: 'quote_withdrawn', when: did('quote_withdrawn'),               to: to('residents'),                                         clause: 'R5',  since: '2026-01-01' },
  { name: 'nobody_home', when: did('nobody_home'),                       to: to('residents', 'agent', 'head'),                        clause: 'Z14', since: '2026-01-01', mustKnow: true },
  { name: 'date_proposed', when: did('date_proposed'),                   to: to('assignee', 'residents'),                             clause: 'Z14', since: '2026-01-01', mustKnow: true },
  { name: 'date_accepted', when: did('date_accepted'),                   to: to('assignee', 'agent', 'head', 'residents', 'firstContact'), clause: 'Z14', since: '2026-01-01' },
  // What is on record as their answer is theirs to know, and to object to.
  { name: 'date_declined by word of mouth', when: (given) => given.did === 'date_declined' && !given.byResident, to: to('assignee', 'agent', 'head', 'residents', 'firstContact'), clause: 'Z14', since: '2026-01-01' },
  { name: 'date_declined', when: did('date_declined'),                   to: to('assignee', 'agent', 'head'),                         clause: 'Z14', since: '2026-01-01' },
  { name: 'date_lapsed', when: did('date_lapsed'),                       to: to('assignee', 'agent', 'head', 'residents'),            clause: 'Z14', since: '2026-01-01' },
  { name: 'recategorised by resident', when: (given) => given.did === 'recategorised' && given.byResident, to: to('assignee', 'agent'), clause: 'I9', since: '2026-01-01' },
  { name: 'changed', when: did('changed'),                                 to: to('assignee', 'agent'),                                 clause: 'I9',  since: '2026-01-01' },
  { name: 'urged', when: did('urged'),                                   to: to('assignee', 'agent', 'head'),                         clause: 'I7',  since: '2026-01-01' },
  // Whoever refused a price ended it with that: quote_refused tells of both, once.
  { name: 'cancelled by a refusal', when: (given) => given.did === 'cancelled' && given.why === 'quote_refused', to: to(), clause: 'I7', since: '2026-01-01' },
  { name: 'cancelled with the head', when: (given) => given.did === 'cancelled' && given.supervised, to: to('assignee', 'agent', 'head', 'residents'), clause: 'R4', since: '2026-01-01' },
  { name: 'cancelled', when: did('cancelled'),                               to: to('assignee', 'agent', 'residents'),                    clause: 'R4',  since: '2026-01-01' },
  { name: 'merged', when: (given) => given.did === 'merged' || given.did === 'unmerged', to: to('assignee', 'residents', 'agent'),    clause: 'Z3',  since: '2026-01-01' },
  { name: 'merge_disputed', when: did('merge_disputed'),                   to: to('agent', 'head'),                                     clause: 'Z3',  since: '2026-01-01' },
  { name: 'merge_upheld', when: did('merge_upheld'),                       to: to('residents'),                                         clause: 'Z3',  since: '2026-01-01' },
  { name: 'took_in', when: (given) => given.did === 'took_in' || given.did === 'let_go', to: to('assignee', 'firstContact'),          clause: 'Z3',  since: '2026-01-01' },
  { name: 'confirmed_by_silence', when: did('confirmed_by_silence'),                    to: to('residents', 'agent'),                                clause: 'Z1',  since: '2026-01-01' },
  { name: 'confirmed_by_head', when: did('confirmed_by_head'),                          to: to('assignee', 'residents', 'agent'),                    clause: 'Z3',  since: '2026-01-01' },
  { name: 'closed_unheard', when: did('closed_unheard'),                                to: to('residents', 'agent', 'serviceCentreHead'),          clause: 'C8',  since: '2026-01-01' },
  { name: 'answered for good', when: (given) => ANSWERS.includes(given.did), to: to('residents', 'firstContact'), clause: 'I12', since: '2026-01-01', mustKnow: true },
  { name: 'answer on its way', when: (given) => ON_THE_WAY.includes(given.did), to: to('residents', 'director', 'firstContact'), clause: 'I10', since: '2026-01-01' },
  { name: 'sorted', when: did('sorted'), to: to('agent'), clause: 'I3', since: '2026-01-01' },
  { name: 'objected', when: did('objected'), to: to('quality', 'director', 'agent'), clause: 'I11', since: '2026-01-01' },
  { name: 'thanked', when: did('thanked'), to: to('praised', 'director', 'residents'), clause: 'I3', since: '2026-01-01' },
  { name: 'warned', when: step('warned'),                                 to: to('owner'),                                             clause: 'Z18', since: '2026-01-01' },
  { name: 'missed head', when: step('missed', 'head'),                         to: to('owner', 'director'),                                 clause: 'Z18', since: '2026-01-01' },
  { name: 'missed director', when: step('missed', 'director'),                 to: to('owner'),                                             clause: 'Z18', since: '2026-01-01' },
  { name: 'missed agent company', when: step('missed', 'agent', 'company'),             to: to('owner', 'serviceCentreHead'),                        clause: 'Z18', since: '2026-01-01' },
  { name: 'missed agent', when: step('missed', 'agent'),                        to: to('owner', 'serviceCentreHead', 'residents'),           clause: 'Z18', since: '2026-01-01', mustKnow: true },
  { name: 'missed service centre head', when: step('missed', 'serviceCentreHead'), to: to('owner', 'director', 'residents'),      clause: 'Z18', since: '2026-01-01', mustKnow: true },
  { name: 'missed quality', when: step('missed', 'quality'),                   to: to('owner', 'managementRepresentative'),                 clause: 'Z18', since: '2026-01-01' },
  { name: 'missed complaints officer', when: step('missed', 'complaintsOfficer'), to: to('owner', 'quality', 'residents'),   clause: 'Z18', since: '2026-01-01', mustKnow: true },
  { name: 'missed management representative', when: step('missed', 'managementRepresentative'), to: to('owner', 'leadership', 'residents'), clause: 'Z18', since: '2026-01-01', mustKnow: true },
  { name: 'missed leadership', when: step('missed', 'leadership'),             to: to('owner', 'generalManager', 'residents'),              clause: 'Z18', since: '2026-01-01', mustKnow: true },
  { name: 'missed', when: step('missed'),                                 to: to('owner', 'head', 'residents'),       clause: 'Z18', since: '2026-01-01', mustKnow: true },
  { name: 'unreached', when: did('unreached'),                                to: to('agent'),                                             clause: 'R8',  since: '2026-01-01' },
  { name: 'told_director', when: step('told_director'),                          to: to('director'),                                          clause: 'Z18', since: '2026-01-01' },
  { name: 'told_quality', when: step('told_quality'),                           to: to('quality'),                                           clause: 'Z18', since: '2026-01-01' },
];

/** Whether a call is due because nothing had reached the resident (R8). */
export const isCallDue = (ledger: readonly Pick<Promised, 'what' | 'keptAt' | 'withdrawnAt'>[]): boolean =>
  ledger.some((promise) => promise.what === 'phone_call' && !promise.keptAt && !promise.withdrawnAt);
