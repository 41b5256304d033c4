import type { LifecycleRow } from '../kernel/lifecycle.ts';
import { actionsFor, permit } from '../kernel/lifecycle.ts';
import type { Relation } from '../kernel/people.ts';
import { isoDay } from '../kernel/time.ts';
import type { Status, TicketEventName, TicketKind, TicketState } from './ticket.ts';

export const ACTIONS = [
  'handOver',
  'takeOn',
  'dispatch',
  'reassign',
  'accept',
  'arrive',
  'finish',
  'confirm',
  'reopen',
  'say',
  'call',
  'visit',
  'agree',
  'explainMiss',
  'reclassify',
  'reveal',
  'note',
  'returnVisit',
] as const;

export type Action = (typeof ACTIONS)[number];
export type TicketRow = LifecycleRow<TicketState, Action, Status, TicketEventName>;

const isSupervised = (ticket: TicketState) => ticket.supervised;
const isHandedOver = (ticket: TicketState) => ticket.happened.handed_over !== undefined;
const isTakenOn = (ticket: TicketState) => ticket.happened.taken_on !== undefined;
const isWithTheHead = (ticket: TicketState) => isHandedOver(ticket) && !isTakenOn(ticket);
const isWithTheAgent = (ticket: TicketState) => !isHandedOver(ticket);
const isAccepted = (ticket: TicketState) => ticket.happened.accepted !== undefined;
const isReturnVisited = (ticket: TicketState) => ticket.happened.return_visited !== undefined;
const wasRatedLow = (ticket: TicketState) => ticket.happened.rated_low !== undefined;
const wasReopenedAndNotVisited = (ticket: TicketState) => ticket.round > 1 && ticket.happened.visited === undefined;

/** Whoever is sent begins anew. */
const AGAIN: readonly TicketEventName[] = ['accepted', 'arrived'];

/** An opinion is given once; what was asked before it no longer counts as asking about it. */
const ASKED_BEFORE: readonly TicketEventName[] = ['return_visited'];

const NEW_DATES: readonly TicketEventName[] = ['agreed', 'rescheduled', 'visit_rescheduled'];
const NEW_NAMES: readonly TicketEventName[] = ['reclassified', 'recategorised'];
const WHO_SPEAKS: readonly Relation[] = ['resident', 'assignee', 'agent', 'head', 'director', 'quality'];
const COLLEAGUES: readonly Relation[] = ['assignee', 'agent', 'head', 'director', 'quality'];
/** Nobody decides on their own matter or their home's, nor on their own work. */
const OWN: readonly Relation[] = ['reporter', 'household'];
const HANDS_AND_OWN: readonly Relation[] = ['assignee', ...OWN];

const REPAIR: readonly TicketKind[] = ['repair'];
const UNDER_WAY: readonly Status[] = ['received', 'dispatched', 'on_site'];
const ANY: readonly Status[] = ['received', 'dispatched', 'on_site', 'finished', 'closed'];

// Who may do what next. Where an action has two rows, the first that fits counts.
// biome-ignore format: a table reads best as one
export const LIFECYCLE: readonly TicketRow[] = [
  { action: 'handOver',                                            label: '转给工程主管',   kinds: REPAIR, from: ['received'],              to: null,         does: ['handed_over'],                      by: ['agent'],                               needs: isSupervised,             unless: isHandedOver, clause: 'D1',  since: '2026-01-01' },
  { action: 'takeOn',                                              label: '接下并答应时间', kinds: REPAIR, from: ['received'],              to: null,         does: ['taken_on'],                         by: ['head'],                                needs: isWithTheHead,                                  clause: 'D2',  since: '2026-01-01' },
  { action: 'dispatch',    name: 'dispatch by agent',              label: '派师傅',         kinds: REPAIR, from: ['received'],              to: 'dispatched', does: ['dispatched'],        clears: AGAIN, by: ['agent'],                                                                unless: isSupervised, clause: 'I16', since: '2026-01-01' },
  { action: 'dispatch',    name: 'dispatch by head once taken on', label: '派师傅',         kinds: REPAIR, from: ['received'],              to: 'dispatched', does: ['dispatched'],        clears: AGAIN, by: ['head'],                                needs: isTakenOn,                                      clause: 'D2',  since: '2026-01-01' },
  { action: 'dispatch',    name: 'dispatch by head',               label: '派师傅',         kinds: REPAIR, from: ['received'],              to: 'dispatched', does: ['dispatched'],        clears: AGAIN, by: ['head'],                                needs: isWithTheAgent,           unless: isSupervised, clause: 'R8',  since: '2026-01-01' },
  { action: 'reassign',    name: 'reassign by agent',              label: '改派别人',       kinds: REPAIR, from: ['dispatched', 'on_site'], to: 'dispatched', does: ['dispatched'],        clears: AGAIN, by: ['agent'],         notBy: ['assignee'],                                   unless: isSupervised, clause: 'I16', since: '2026-01-01' },
  { action: 'reassign',    name: 'reassign by head',               label: '改派别人',       kinds: REPAIR, from: ['dispatched', 'on_site'], to: 'dispatched', does: ['dispatched'],        clears: AGAIN, by: ['head'],          notBy: ['assignee'],                                                         clause: 'R8',  since: '2026-01-01' },
  { action: 'accept',                                              label: '接下',           kinds: REPAIR, from: ['dispatched'],            to: null,         does: ['accepted'],                         by: ['assignee'],                                                             unless: isAccepted,   clause: 'R8',  since: '2026-01-01' },
  { action: 'arrive',                                              label: '我到了',         kinds: REPAIR, from: ['dispatched'],            to: 'on_site',    does: ['arrived'],                          by: ['assignee'],                                                                                   clause: 'R3',  since: '2026-01-01' },
  { action: 'finish',                                              label: '修好了',         kinds: REPAIR, from: ['on_site'],               to: 'finished',   does: ['finished'],                         by: ['assignee'],                                                                                   clause: 'R3',  since: '2026-01-01' },
  { action: 'confirm',                                             label: '确认修好',       kinds: REPAIR, from: ['finished'],              to: 'closed',     does: ['confirmed', 'rated_low'], clears: ASKED_BEFORE, by: ['resident'],      notBy: ['assignee'],                                                         clause: 'R9',  since: '2026-01-01' },
  { action: 'reopen',                                              label: '没修好',         kinds: REPAIR, from: ['finished'],              to: 'received',   does: ['reopened'],                         by: ['resident'],      notBy: ['assignee'],                                                         clause: 'R11', since: '2026-01-01' },
  { action: 'say',                                                 label: '留言',           kinds: REPAIR, from: ANY,                       to: null,         does: ['said', 'asked', 'answered', 'reassured'], by: WHO_SPEAKS,                                                                                     clause: 'I2',  since: '2026-01-01' },
  { action: 'call',                                                label: '记一次电话',     kinds: REPAIR, from: ANY,                       to: null,         does: ['called'],                           by: ['agent', 'head'], notBy: OWN,                                                                  clause: 'R8',  since: '2026-01-01' },
  { action: 'visit',                                               label: '记特殊回访',     kinds: REPAIR, from: ANY,                       to: null,         does: ['visited'],                          by: ['agent'],         notBy: HANDS_AND_OWN, needs: wasReopenedAndNotVisited,                       clause: 'R11', since: '2026-01-01' },
  { action: 'agree',                                               label: '和住户约时间',   kinds: REPAIR, from: UNDER_WAY,                 to: null,         does: NEW_DATES,                            by: ['agent', 'head'], notBy: HANDS_AND_OWN,                                                        clause: 'I7',  since: '2026-01-01' },
  { action: 'explainMiss',                                         label: '记超时原因',     kinds: REPAIR, from: ANY,                       to: null,         does: ['explained'],                        by: ['agent', 'head'], notBy: OWN,                                                                  clause: 'R3',  since: '2026-01-01' },
  { action: 'reclassify',                                          label: '改类别',         kinds: REPAIR, from: UNDER_WAY,                 to: null,         does: NEW_NAMES,                            by: ['agent', 'head'], notBy: HANDS_AND_OWN,                                                        clause: 'R1',  since: '2026-01-01' },
  { action: 'reveal',      name: 'reveal to whoever follows it',   label: '看号码',         kinds: REPAIR, from: ANY,                       to: null,         does: [],                                   by: ['agent', 'head'], notBy: OWN,                                                                  clause: 'A1',  since: '2026-01-01' },
  { action: 'reveal',      name: 'reveal to whoever holds it',     label: '看号码',         kinds: REPAIR, from: ['dispatched', 'on_site'], to: null,         does: [],                                   by: ['assignee'],      notBy: OWN,                                                                  clause: 'A1',  since: '2026-01-01' },
  { action: 'note',                                                label: '记给同事',       kinds: REPAIR, from: ANY,                       to: null,         does: ['noted'],                            by: COLLEAGUES,        notBy: OWN,                                                                  clause: 'I2',  since: '2026-01-01' },
  { action: 'returnVisit', name: 'return visit without an answer', label: '记回访',         kinds: REPAIR, from: ['finished'],              to: null,         does: ['return_visited'],                   by: ['agent'],         notBy: HANDS_AND_OWN,                                  unless: isReturnVisited, clause: 'V8', since: '2026-01-01' },
  { action: 'returnVisit', name: 'return visit after a low score', label: '记回访',         kinds: REPAIR, from: ['closed'],                to: null,         does: ['return_visited'],                   by: ['agent'],         notBy: HANDS_AND_OWN, needs: wasRatedLow,              unless: isReturnVisited, clause: 'S9', since: '2026-01-01' },
];

/** The rows open to these relations now: one button each. */
export function ticketActions(state: TicketState, relations: readonly Relation[], now: Date): TicketRow[] {
  return actionsFor<TicketState, TicketRow>(LIFECYCLE, state, relations, isoDay(now));
}

/** @throws Problem `ticket/not-yours` or `ticket/action-refused` */
export function permitTicket(action: Action, state: TicketState, relations: readonly Relation[], now: Date): TicketRow {
  return permit<TicketState, TicketRow>(LIFECYCLE, action, state, relations, isoDay(now));
}
