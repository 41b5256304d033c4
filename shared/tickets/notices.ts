import type { OwedBy, Promised, Step } from '../kernel/promises.ts';
import type { Addressee, Route } from '../kernel/routing.ts';
import type { TicketEventName, Urgency } from './ticket.ts';

/** What a notice row may ask of an event. */
export interface NoticeCase {
  did: TicketEventName;
  urgency: Urgency;
  byResident: boolean;
  opinion: string | null;
  step: Step | null;
  owedByRole: OwedBy | null;
  owedTo: 'residents' | 'company' | null;
}

/** A notice of a ticket. `mustKnow`: a resident whom nothing reaches is called (R8). */
export type NoticeRow = Route<NoticeCase> & { mustKnow?: true };

const did = (name: TicketEventName) => (given: NoticeCase) => given.did === name;
const step = (name: Step, owedByRole?: OwedBy, owedTo?: 'residents' | 'company') => (given: NoticeCase) =>
  given.step === name && (owedByRole ? given.owedByRole === owedByRole : true) && (owedTo ? given.owedTo === owedTo : true);
const to = (...addressees: Addressee[]) => addressees;

// Who hears of what: the first row that fits. Whoever did it is never told about it.
// biome-ignore format: a table reads best as one
export const NOTICES: readonly NoticeRow[] = [
  { name: 'received urgent', when: (given) => given.did === 'received' && given.urgency === 'urgent', to: to('agent', 'head'), clause: 'R8',  since: '2026-01-01' },
  { name: 'received', when: did('received'),                                to: to('agent'),                                             clause: 'R8',  since: '2026-01-01' },
  { name: 'handed_over', when: did('handed_over'),                             to: to('head'),                             clause: 'D1',  since: '2026-01-01' },
  { name: 'taken_on', when: did('taken_on'),                                to: to('agent'),                                             clause: 'D2',  since: '2026-01-01' },
  { name: 'dispatched', when: did('dispatched'),                              to: to('assignee', 'residents'),                             clause: 'R8',  since: '2026-01-01' },
  { name: 'accepted', when: did('accepted'),                                to: to('residents'),                                         clause: 'R8',  since: '2026-01-01' },
  { name: 'arrived', when: did('arrived'),                                 to: to('residents'),                                         clause: 'R3',  since: '2026-01-01' },
  { name: 'finished', when: did('finished'),                                to: to('residents', 'agent'),                                clause: 'R9',  since: '2026-01-01', mustKnow: true },
  { name: 'confirmed dissatisfied', when: (given) => given.did === 'confirmed' && given.opinion === 'dissatisfied', to: to('assignee', 'agent', 'head', 'serviceCentreHead'), clause: 'R9', since: '2026-01-01' },
  { name: 'confirmed', when: did('confirmed'),                               to: to('assignee', 'agent'),                                 clause: 'R9',  since: '2026-01-01' },
  { name: 'reopened', when: did('reopened'),                                to: to('formerAssignee', 'head', 'agent'),  clause: 'R11', since: '2026-01-01' },
  { name: 'said by resident', when: (given) => (given.did === 'said' || given.did === 'reassured') && given.byResident, to: to('assignee', 'agent'), clause: 'I2', since: '2026-01-01' },
  { name: 'said', when: (given) => given.did === 'said' || given.did === 'reassured', to: to('residents'),                           clause: 'I2',  since: '2026-01-01' },
  { name: 'agreed', when: (given) => given.did === 'agreed' || given.did === 'rescheduled' || given.did === 'visit_rescheduled', to: to('assignee', 'residents', 'agent'),  clause: 'I7',  since: '2026-01-01', mustKnow: true },
  { name: 'asked', when: did('asked'),                                   to: to('assignee', 'agent'),                                 clause: 'I15', since: '2026-01-01' },
  { name: 'answered', when: did('answered'),                                to: to('residents'),                                         clause: 'I15', since: '2026-01-01' },
  { name: 'rated_low', when: did('rated_low'),                               to: to('serviceCentreHead'),                                     clause: 'S9',  since: '2026-01-01' },
  { name: 'reclassified', when: did('reclassified'),                            to: to('assignee', 'residents', 'agent'),                    clause: 'R1',  since: '2026-01-01' },
  { name: 'warned', when: step('warned'),                                 to: to('owner'),                                             clause: 'Z18', since: '2026-01-01' },
  { name: 'missed head', when: step('missed', 'head'),                         to: to('owner', 'director'),                                 clause: 'Z18', since: '2026-01-01' },
  { name: 'missed agent company', when: step('missed', 'agent', 'company'),             to: to('owner', 'serviceCentreHead'),                        clause: 'Z18', since: '2026-01-01' },
  { name: 'missed agent', when: step('missed', 'agent'),                        to: to('owner', 'serviceCentreHead', 'residents'),           clause: 'Z18', since: '2026-01-01', mustKnow: true },
  { name: 'missed service centre head', when: step('missed', 'serviceCentreHead'), to: to('owner', 'director', 'residents'),      clause: 'Z18', since: '2026-01-01', mustKnow: true },
  { name: 'missed', when: step('missed'),                                 to: to('owner', 'head', 'residents'),       clause: 'Z18', since: '2026-01-01', mustKnow: true },
  { name: 'unreached', when: did('unreached'),                                to: to('agent'),                                             clause: 'R8',  since: '2026-01-01' },
  { name: 'told_director', when: step('told_director'),                          to: to('director'),                                          clause: 'Z18', since: '2026-01-01' },
  { name: 'told_quality', when: step('told_quality'),                           to: to('quality'),                                           clause: 'Z18', since: '2026-01-01' },
];

/** Whether a call is due because nothing had reached the resident (R8). */
export const isCallDue = (ledger: readonly Pick<Promised, 'what' | 'keptAt' | 'withdrawnAt'>[]): boolean =>
  ledger.some((promise) => promise.what === 'phone_call' && !promise.keptAt && !promise.withdrawnAt);
