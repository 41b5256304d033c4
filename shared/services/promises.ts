import { days, minutes, named } from '../kernel/due.ts';
import type { PromiseRow } from '../kernel/promises.ts';
import { CALL_ENDS, CLIMB, CLIMB_FROM_QUALITY, GONE, REPAIR_PROMISES, type RepairPromise } from '../repairs/promises.ts';
import type { TicketEventName, TicketState } from '../tickets/ticket.ts';

export type ServicePromise = RepairPromise | 'arranged' | 'service_done' | 'provider_visit';

/** What every kind of ticket owes alike: another time agreed, answers, calls, the visit of the service centre, the account, and the date after nobody was home. */
const EVERY_TICKETS: readonly string[] = [
  'called_again',
  'new_visit',
  'new_visit accepted',
  'new_date',
  'another_date',
  'phone_call',
  'first_reply',
  'return_visit',
  'settled',
  'director_contact',
];

/** Another round is visited for itself. */
const VISITS_END = [...CALL_ENDS, 'reopened'] as const;

// One row per rule. A row that has been in force is never edited: add its successor below it.
// biome-ignore format: a table reads best as one
const OWN_PROMISES: readonly PromiseRow<TicketState, ServicePromise, TicketEventName>[] = [
  { rule: 'arranged', what: 'arranged',             label: '安排人、定时间',   clause: 'R12', since: '2026-01-01', opens: { received: 'received', reopened: 'reopened' }, due: minutes('serviceArrangeMinutes'), keeps: ['dispatched', 'arrived', 'finished'], drops: GONE, owedBy: 'agent', owedTo: 'residents', ladder: CLIMB },
  { rule: 'service named_visit', what: 'named_visit', label: '按约好的时间上门', clause: 'R13', since: '2026-01-01', opens: { visit_named: 'visit_named' }, due: named,                         keeps: ['arrived', 'finished'], drops: GONE, owedBy: 'assignee', owedTo: 'residents', ladder: CLIMB },
  { rule: 'service_done', what: 'service_done',     label: '做完',             clause: 'R13', since: '2026-01-01', opens: { arrived: 'arrived' },         due: minutes('serviceDoneMinutes'),    keeps: ['finished'],            drops: GONE, owedBy: 'assignee', owedTo: 'residents', ladder: CLIMB },
  { rule: 'provider_visit', what: 'provider_visit', label: '服务方回访',       clause: 'V5',  since: '2026-01-01', opens: { finished: 'finished' },       due: days('providerVisitDays'),        keeps: ['provider_visited'],    drops: VISITS_END, owedBy: 'assignee', owedTo: 'company', ladder: CLIMB },
  { rule: 'quality_visit', what: 'quality_visit',   label: '品质管理部回访',   clause: 'V5',  since: '2026-01-01', opens: { finished: 'finished' },       due: days('qualityVisitDays'),         keeps: ['quality_visited'],     drops: VISITS_END, owedBy: 'quality',  owedTo: 'company', ladder: CLIMB_FROM_QUALITY },
];

/** What a special service is promised: its own rows, and what every ticket is. */
export const SERVICE_PROMISES: readonly PromiseRow<TicketState, ServicePromise, TicketEventName>[] = [
  ...OWN_PROMISES,
  ...REPAIR_PROMISES.filter((row) => EVERY_TICKETS.includes(row.rule)),
];
