import { days, hours, minutes, named, serviceMinutes } from '../kernel/due.ts';
import type { Ladder, PromiseRow } from '../kernel/promises.ts';
import type { TicketEventName, TicketState } from '../tickets/ticket.ts';

const isUrgent = (ticket: TicketState) => ticket.urgency === 'urgent';
const isGeneral = (ticket: TicketState) => ticket.urgency === 'general';
const agentDispatches = (ticket: TicketState) => isUrgent(ticket) && !ticket.supervised;
const agentPassesOn = (ticket: TicketState) => isUrgent(ticket) && ticket.supervised;

/** What ends every promise of a ticket, and what ends those that hang on its urgency. */
const GONE = ['cancelled', 'merged', 'walled'] as const;
const ENDS = [...GONE, 'reclassified'] as const;
/** What makes a call to somebody nothing had reached unnecessary: they read it, or acted on it. */
const REACHED = [...GONE, 'reached', 'confirmed', 'reopened'] as const;
/** What opens a promise that runs from where the round began. */
const RECEIPT = { received: 'received', reclassified: 'received', walled: 'received' } as const;
const EACH_ROUND = { ...RECEIPT, reopened: 'reopened' } as const;

/** Warned, missed and told one level up, then two, then the company (Z18). */
const CLIMB: Ladder = [
  { step: 'warned', after: 'start', percent: 'warnAtPercent' },
  { step: 'missed', after: 'due', percent: 0 },
  { step: 'told_director', after: 'due', percent: 'directorAfterPercent' },
  { step: 'told_quality', after: 'due', percent: 'qualityAfterPercent' },
];
/** What the supervisor owes is told to the director when it is missed, so the middle rung falls away. */
const CLIMB_FROM_HEAD: Ladder = CLIMB.filter((rung) => rung.step !== 'told_director');

export type RepairPromise =
  | 'on_site'
  | 'repaired'
  | 'dispatched'
  | 'passed_on'
  | 'taken_on'
  | 'finished_as_promised'
  | 'called_again'
  | 'new_visit'
  | 'new_date'
  | 'special_visit'
  | 'phone_call'
  | 'first_reply'
  | 'return_visit'
  | 'follow_up';

// One row per rule. A row that has been in force is never edited: add its successor below it.
// biome-ignore format: a table reads best as one
export const REPAIR_PROMISES: readonly PromiseRow<TicketState, RepairPromise, TicketEventName>[] = [
  { rule: 'on_site urgent', what: 'on_site',              label: '上门',           clause: 'R3',  since: '2026-01-01', opens: RECEIPT,                       when: isUrgent,        due: hours(2),                         keeps: ['arrived', 'finished'],    drops: ENDS, owedBy: 'assignee', owedTo: 'residents', ladder: CLIMB },
  { rule: 'repaired urgent', what: 'repaired',             label: '修好',           clause: 'R3',  since: '2026-01-01', opens: EACH_ROUND,                    when: isUrgent,        due: hours(24),                        keeps: ['finished'],               drops: ENDS, owedBy: 'assignee', owedTo: 'residents', ladder: CLIMB },
  { rule: 'repaired general', what: 'repaired',             label: '修好',           clause: 'R3',  since: '2026-01-01', opens: EACH_ROUND,                    when: isGeneral,       due: hours(72),                        keeps: ['finished'],               drops: ENDS, owedBy: 'assignee', owedTo: 'residents', ladder: CLIMB },
  { rule: 'dispatched', what: 'dispatched',           label: '派人',           clause: 'R8',  since: '2026-01-01', opens: EACH_ROUND,                    when: agentDispatches, due: minutes('urgentDispatchMinutes'), keeps: ['dispatched', 'arrived', 'finished'], drops: ENDS, owedBy: 'agent', owedTo: 'company', ladder: CLIMB },
  { rule: 'passed_on', what: 'passed_on',            label: '转给工程部',     clause: 'R8',  since: '2026-01-01', opens: EACH_ROUND,                    when: agentPassesOn,   due: minutes('urgentDispatchMinutes'), keeps: ['handed_over', 'dispatched', 'arrived', 'finished'], drops: ENDS, owedBy: 'agent', owedTo: 'company', ladder: CLIMB },
  { rule: 'taken_on', what: 'taken_on',             label: '接下并答应时间', clause: 'D2',  since: '2026-01-01', opens: { handed_over: 'handed_over' },                       due: named,                            keeps: ['taken_on', 'finished'],   drops: GONE, owedBy: 'head',     owedTo: 'company',   ladder: CLIMB_FROM_HEAD },
  { rule: 'finished_as_promised', what: 'finished_as_promised', label: '按主管答应的时间修好', clause: 'D2', since: '2026-01-01', opens: { taken_on: 'taken_on' },                         due: named,                            keeps: ['finished'],               drops: GONE, owedBy: 'head',     owedTo: 'company',   ladder: CLIMB_FROM_HEAD },
  { rule: 'called_again', what: 'called_again',         label: '当天再打一次电话', clause: 'R8', since: '2026-01-01', opens: { reassured: 'reassured' },                          due: days(0),                          keeps: ['called'],                 drops: GONE, owedBy: 'agent',    owedTo: 'residents', ladder: CLIMB },
  { rule: 'new_visit', what: 'new_visit',             label: '另约的上门',     clause: 'I7',  since: '2026-01-01', opens: { visit_rescheduled: 'visit_rescheduled' },                       due: named,                            keeps: ['arrived', 'finished'],               drops: GONE, owedBy: 'assignee', owedTo: 'residents', ladder: CLIMB },
  { rule: 'new_date', what: 'new_date',             label: '另约的修好',     clause: 'I7',  since: '2026-01-01', opens: { rescheduled: 'rescheduled' },                       due: named,                            keeps: ['finished'],               drops: GONE, owedBy: 'assignee', owedTo: 'residents', ladder: CLIMB },
  { rule: 'on_site rework', what: 'on_site',              label: '返工上门',       clause: 'R11', since: '2026-01-01', opens: { reopened: 'reopened' },                             due: hours(2),                         keeps: ['arrived', 'finished'],    drops: GONE, owedBy: 'assignee', owedTo: 'residents', ladder: CLIMB }, // "at once" [ours]
  { rule: 'special_visit', what: 'special_visit',        label: '特殊回访',       clause: 'R11', since: '2026-01-01', opens: { reopened: 'reopened' },                             due: hours(24),                        keeps: ['visited'],                drops: GONE, owedBy: 'agent',    owedTo: 'residents', ladder: CLIMB },
  { rule: 'phone_call', what: 'phone_call',           label: '打电话告诉住户', clause: 'R8', since: '2026-01-01', opens: { unreached: 'unreached' },                           due: hours(2),                         keeps: ['called', 'visited', 'return_visited'], drops: REACHED, owedBy: 'agent', owedTo: 'company', ladder: CLIMB }, // two hours [ours]
  { rule: 'first_reply', what: 'first_reply',          label: '回复留言',       clause: 'I15', since: '2026-01-01', opens: { asked: 'asked' },                                   due: serviceMinutes('firstReplyMinutes'), keeps: ['answered', 'reassured'], drops: GONE, owedBy: 'agent', owedTo: 'residents', ladder: CLIMB },
  { rule: 'return_visit', what: 'return_visit',         label: '电话回访',       clause: 'V8',  since: '2026-01-01', opens: { finished: 'finished' },                             due: days('returnVisitDays'),          keeps: ['confirmed', 'reopened', 'return_visited'], drops: [...GONE, 'call_spared'], owedBy: 'agent', owedTo: 'company', ladder: CLIMB },
  { rule: 'follow_up', what: 'follow_up',            label: '低分后联系住户', clause: 'S9',  since: '2026-01-01', opens: { rated_low: 'rated_low' },                           due: minutes('followUpMinutes'),       keeps: ['return_visited'],         drops: GONE, owedBy: 'serviceCentreHead', owedTo: 'residents', ladder: CLIMB_FROM_HEAD },
];
