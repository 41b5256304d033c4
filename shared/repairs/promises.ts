import { days, hours, minutes, named, serviceMinutes } from '../kernel/due.ts';
import type { Ladder, PromiseRow } from '../kernel/promises.ts';
import type { TicketEventName, TicketState } from '../tickets/ticket.ts';

const isUrgent = (ticket: TicketState) => ticket.urgency === 'urgent';
const isGeneral = (ticket: TicketState) => ticket.urgency === 'general';
const needsChecks = (ticket: TicketState) => ticket.largeDefect && ticket.happened.finished !== undefined;
/**
 * R7: what this round took is owed on record, unless somebody wrote it down while they were at it. 没修好 takes nothing back: what was used is used, so that
 * the round keeps its own due time, and only its own record settles it.
 */
const owesCost = ({ place, happened }: TicketState) => place === 'public' && happened.spent === undefined;
const wasCharged = ({ charged }: TicketState) => charged !== null && charged.labourFen + charged.partsFen > 0 && !charged.isSettled;
/** A defect that came back within its warranty (R6): R11 holds for it too (readings 12). */
const cameBack = (ticket: TicketState) => Boolean(ticket.reworkOf);
const cameBackInGeneral = (ticket: TicketState) => cameBack(ticket) && isGeneral(ticket);
const agentDispatches = (ticket: TicketState) => isUrgent(ticket) && !ticket.supervised;
const isSupervisedAndUrgent = (ticket: TicketState) => isUrgent(ticket) && ticket.supervised;
/** What has left the office is visited by the company itself (C4), and is none of the director's (C3). */
const isKeyCustomers = ({ keyCustomer, complaint }: TicketState) => keyCustomer && complaint?.custody !== 'company';

/** What ends every promise of a ticket, and what ends those that hang on its urgency. */
export const GONE = ['cancelled', 'merged'] as const;
const ENDS = [...GONE, 'reclassified'] as const;
/** A merged ticket keeps its own thread: what was asked or promised in it is answered there (Z3). */
const TALK_ENDS = ['cancelled'] as const;
/** What makes a call to somebody nothing had reached unnecessary: they read it, or acted on it. */
const REACHED = [...GONE, 'reached', 'confirmed', 'reopened'] as const;
/** A call that nobody answered often enough may be ended (Z13). */
export const CALL_ENDS = [...GONE, 'visit_ended'] as const;
/** Another round has a schedule of its own (R10). */
const CHECKS_END = [...GONE, 'reopened', 'unflagged'] as const;
/** The schedule runs from the repair, or from when it was called a large defect after it. */
const REPAIRED = { finished: 'finished', flagged: 'flagged' } as const;
/** What opens a promise that runs from where the round began. */
const RECEIPT = { received: 'received', reclassified: 'received' } as const;
const EACH_ROUND = { ...RECEIPT, reopened: 'reopened' } as const;

/** Warned, missed and told one level up, then two, then the company (Z18). */
export const CLIMB: Ladder = [
  { step: 'warned', after: 'start', percent: 'warnAtPercent' },
  { step: 'missed', after: 'due', percent: 0 },
  { step: 'told_director', after: 'due', percent: 'directorAfterPercent' },
  { step: 'told_quality', after: 'due', percent: 'qualityAfterPercent' },
];
/** What the company's own people owe has nobody above it but those who hear of the miss itself: the quality department of its callers, the management representative of it. */
export const CLIMB_FROM_QUALITY: Ladder = CLIMB.filter((rung) => rung.step === 'warned' || rung.step === 'missed');
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
  | 'named_visit'
  | 'special_visit'
  | 'phone_call'
  | 'first_reply'
  | 'return_visit'
  | 'follow_up'
  | 'director_contact'
  | 'defect_check_first'
  | 'defect_check_second'
  | 'defect_check_third'
  | 'priced'
  | 'settled'
  | 'another_date'
  | 'merge_answer'
  | 'cost_recorded'
  | 'weekly_visit'
  | 'quality_visit';

// One row per rule. A row that has been in force is never edited: add its successor below it.
// biome-ignore format: a table reads best as one
export const REPAIR_PROMISES: readonly PromiseRow<TicketState, RepairPromise, TicketEventName>[] = [
  { rule: 'on_site urgent', what: 'on_site',              label: '上门',           clause: 'R3',  since: '2026-01-01', opens: RECEIPT,                       when: isUrgent,        due: hours(2),                         keeps: ['arrived', 'finished'],    drops: ENDS, owedBy: 'assignee', owedTo: 'residents', ladder: CLIMB },
  { rule: 'repaired urgent', what: 'repaired',             label: '修好',           clause: 'R3',  since: '2026-01-01', opens: EACH_ROUND,                    when: isUrgent,        due: hours(24),                        keeps: ['finished'],               drops: ENDS, owedBy: 'assignee', owedTo: 'residents', ladder: CLIMB },
  { rule: 'repaired general', what: 'repaired',             label: '修好',           clause: 'R3',  since: '2026-01-01', opens: EACH_ROUND,                    when: isGeneral,       due: hours(72),                        keeps: ['finished'],               drops: ENDS, owedBy: 'assignee', owedTo: 'residents', ladder: CLIMB },
  { rule: 'dispatched', what: 'dispatched',           label: '派人',           clause: 'R8',  since: '2026-01-01', opens: EACH_ROUND,                    when: agentDispatches, due: minutes('urgentDispatchMinutes'), keeps: ['dispatched', 'arrived', 'finished'], drops: ENDS, owedBy: 'agent', owedTo: 'company', ladder: CLIMB },
  { rule: 'passed_on', what: 'passed_on',            label: '转给工程部',     clause: 'R8',  since: '2026-01-01', opens: EACH_ROUND,                    when: isSupervisedAndUrgent, due: minutes('urgentDispatchMinutes'), keeps: ['handed_over', 'dispatched', 'arrived', 'finished'], drops: ENDS, owedBy: 'agent', owedTo: 'company', ladder: CLIMB },
  { rule: 'taken_on', what: 'taken_on',             label: '接下并答应时间', clause: 'D2',  since: '2026-01-01', opens: { handed_over: 'handed_over' },                       due: named,                            keeps: ['taken_on', 'finished'],   drops: GONE, owedBy: 'head',     owedTo: 'company',   ladder: CLIMB_FROM_HEAD },
  { rule: 'finished_as_promised', what: 'finished_as_promised', label: '按主管答应的时间修好', clause: 'D2', since: '2026-01-01', opens: { taken_on: 'taken_on' },                         due: named,                            keeps: ['finished'],               drops: GONE, owedBy: 'head',     owedTo: 'company',   ladder: CLIMB_FROM_HEAD },
  { rule: 'called_again', what: 'called_again',         label: '当天再打一次电话', clause: 'R8', since: '2026-01-01', opens: { reassured: 'reassured' },                          due: days(0),                          keeps: ['called'],                 drops: TALK_ENDS, owedBy: 'handler',    owedTo: 'residents', ladder: CLIMB },
  { rule: 'new_visit', what: 'new_visit',             label: '另约的上门',     clause: 'I7',  since: '2026-01-01', opens: { visit_rescheduled: 'visit_rescheduled' },                       due: named,                            keeps: ['arrived', 'finished'],               drops: GONE, owedBy: 'assignee', owedTo: 'residents', ladder: CLIMB },
  { rule: 'new_date', what: 'new_date',             label: '另约的修好',     clause: 'I7',  since: '2026-01-01', opens: { rescheduled: 'rescheduled' },                       due: named,                            keeps: ['finished'],               drops: GONE, owedBy: 'assignee', owedTo: 'residents', ladder: CLIMB },
  { rule: 'named_visit', what: 'named_visit',          label: '按您说的时间上门', clause: 'I9', since: '2026-01-01', opens: { visit_named: 'visit_named' },                     due: named,                            keeps: ['arrived', 'finished'],    drops: GONE, owedBy: 'assignee', owedTo: 'residents', ladder: CLIMB },
  { rule: 'named_visit of another', what: 'named_visit', label: '按约定的时间上门', clause: 'Z3', since: '2026-01-01', opens: { visit_brought: 'visit_brought' },                 due: named,                            keeps: ['arrived', 'finished'],    drops: GONE, owedBy: 'assignee', owedTo: 'residents', ladder: CLIMB }, // whoever else is waited with did not name it
  { rule: 'on_site rework', what: 'on_site',              label: '返工上门',       clause: 'R11', since: '2026-01-01', opens: { reopened: 'reopened' },                             due: hours(2),                         keeps: ['arrived', 'finished'],    drops: GONE, owedBy: 'assignee', owedTo: 'residents', ladder: CLIMB }, // "at once" [ours]
  { rule: 'special_visit', what: 'special_visit',        label: '特殊回访',       clause: 'R11', since: '2026-01-01', opens: { reopened: 'reopened' },                             due: hours(24),                        keeps: ['visited'],                drops: CALL_ENDS, owedBy: 'agent',    owedTo: 'residents', ladder: CLIMB },
  { rule: 'on_site warranty', what: 'on_site',              label: '返工上门',       clause: 'R11', since: '2026-01-01', opens: RECEIPT,                       when: cameBackInGeneral, due: hours(2),                        keeps: ['arrived', 'finished'],    drops: ENDS, owedBy: 'assignee', owedTo: 'residents', ladder: CLIMB }, // what is urgent has R3's two hours
  { rule: 'special_visit warranty', what: 'special_visit',  label: '特殊回访',       clause: 'R11', since: '2026-01-01', opens: { received: 'received' },      when: cameBack,        due: hours(24),                        keeps: ['visited'],                drops: CALL_ENDS, owedBy: 'agent',    owedTo: 'residents', ladder: CLIMB },
  { rule: 'phone_call', what: 'phone_call',           label: '打电话告诉住户', clause: 'R8', since: '2026-01-01', opens: { unreached: 'unreached' },                           due: hours(2),                         keeps: ['called', 'visited', 'return_visited', 'weekly_visited'], drops: REACHED, owedBy: 'handler', owedTo: 'company', ladder: CLIMB }, // two hours [ours]
  { rule: 'first_reply', what: 'first_reply',          label: '回复留言',       clause: 'I15', since: '2026-01-01', opens: { asked: 'asked' },                                   due: serviceMinutes('firstReplyMinutes'), keeps: ['answered', 'reassured'], drops: TALK_ENDS, owedBy: 'handler', owedTo: 'residents', ladder: CLIMB },
  { rule: 'return_visit', what: 'return_visit',         label: '电话回访',       clause: 'V8',  since: '2026-01-01', opens: { finished: 'finished' },                             due: days('returnVisitDays'),          keeps: ['confirmed', 'reopened', 'return_visited'], drops: [...CALL_ENDS, 'call_spared'], owedBy: 'agent', owedTo: 'company', ladder: CLIMB },
  { rule: 'follow_up', what: 'follow_up',            label: '低分后联系住户', clause: 'S9',  since: '2026-01-01', opens: { rated_low: 'rated_low', co_rated_low: 'co_rated_low' }, due: minutes('followUpMinutes'),       keeps: ['return_visited', 'visited'], drops: [...TALK_ENDS, 'visit_ended'], owedBy: 'serviceCentreHead', owedTo: 'residents', ladder: CLIMB_FROM_HEAD },
  { rule: 'defect_check_first', what: 'defect_check_first', label: '大缺陷第一次检查', clause: 'R10', since: '2026-01-01', opens: REPAIRED,                    when: needsChecks,     due: days('defectFirstCheckDays'),     keeps: ['defect_checked'],         drops: CHECKS_END, owedBy: 'head', owedTo: 'company', ladder: CLIMB_FROM_HEAD },
  { rule: 'defect_check_second', what: 'defect_check_second', label: '大缺陷第二次检查', clause: 'R10', since: '2026-01-01', opens: REPAIRED,                  when: needsChecks,     due: days('defectSecondCheckDays'),    keeps: ['defect_checked'],         drops: CHECKS_END, owedBy: 'head', owedTo: 'company', ladder: CLIMB_FROM_HEAD },
  { rule: 'defect_check_third', what: 'defect_check_third', label: '大缺陷第三次检查', clause: 'R10', since: '2026-01-01', opens: REPAIRED,                    when: needsChecks,     due: days('defectThirdCheckDays'),     keeps: ['defect_checked'],         drops: CHECKS_END, owedBy: 'head', owedTo: 'company', ladder: CLIMB_FROM_HEAD },
  { rule: 'priced', what: 'priced',               label: '定价',           clause: 'R5',  since: '2026-01-01', opens: { price_asked: 'price_asked' },                       due: minutes('quotePriceMinutes'),     keeps: ['priced', 'quoted'],       drops: [...GONE, 'quote_withdrawn', 'finished'], owedBy: 'head', owedTo: 'company', ladder: CLIMB_FROM_HEAD },
  { rule: 'settled', what: 'settled',              label: '结算',           clause: 'R14', since: '2026-01-01', opens: { confirmed: 'confirmed', confirmed_by_silence: 'confirmed_by_silence' }, when: wasCharged,      due: days('settleDays'),               keeps: ['settled'],                drops: [...GONE, 'reopened'], owedBy: 'agent', owedTo: 'company', ladder: CLIMB },
  { rule: 'new_visit accepted', what: 'new_visit',  label: '另约的上门',     clause: 'Z14', since: '2026-01-01', opens: { date_accepted: 'date_accepted' },                   due: named,                            keeps: ['arrived', 'finished'],    drops: GONE, owedBy: 'assignee', owedTo: 'residents', ladder: CLIMB },
  { rule: 'another_date', what: 'another_date',     label: '另约时间',       clause: 'Z14', since: '2026-01-01', opens: { date_lapsed: 'date_lapsed' },                       due: minutes('anotherDateMinutes'),    keeps: ['date_proposed', 'agreed', 'rescheduled', 'visit_rescheduled', 'arrived', 'finished'], drops: GONE, owedBy: 'agent', owedTo: 'company', ladder: CLIMB }, // two hours [ours]
  { rule: 'dispatched again', what: 'dispatched',           label: '派人',           clause: 'R8',  since: '2026-01-01', opens: { handed_back: 'handed_back' },                       when: agentDispatches, due: minutes('urgentDispatchMinutes'), keeps: ['dispatched', 'arrived', 'finished'], drops: ENDS, owedBy: 'agent', owedTo: 'company', ladder: CLIMB },
  { rule: 'dispatched again by head', what: 'dispatched',   label: '派人',           clause: 'R8',  since: '2026-01-01', opens: { handed_back: 'handed_back' },                       when: isSupervisedAndUrgent, due: minutes('urgentDispatchMinutes'), keeps: ['dispatched', 'arrived', 'finished'], drops: ENDS, owedBy: 'head', owedTo: 'company', ladder: CLIMB_FROM_HEAD },
  { rule: 'merge_answer', what: 'merge_answer',     label: '看是不是同一件', clause: 'Z3',  since: '2026-01-01', opens: { merge_disputed: 'merge_disputed' },                 due: minutes('mergeAnswerMinutes'),    keeps: ['unmerged', 'merge_upheld'], drops: TALK_ENDS, owedBy: 'agent', owedTo: 'residents', ladder: CLIMB }, // two hours [ours]
  { rule: 'cost_recorded', what: 'cost_recorded',   label: '记用工用料',     clause: 'R7',  since: '2026-01-01', opens: { finished: 'finished' },                             when: owesCost,        due: days('publicCostDays'),           keeps: ['spent'], keptByRound: true, drops: GONE, owedBy: 'head', owedTo: 'company', ladder: CLIMB_FROM_HEAD }, // three days [ours]
  { rule: 'weekly_visit', what: 'weekly_visit',     label: '抽样回访',       clause: 'V1',  since: '2026-01-01', opens: { drawn: 'drawn' },                                   due: days('weeklyVisitDays'),          keeps: ['weekly_visited'],         drops: CALL_ENDS, owedBy: 'returnVisitCaller', owedTo: 'company', ladder: CLIMB_FROM_QUALITY },
  { rule: 'quality_visit of a repair', what: 'quality_visit', label: '品质管理部抽样回访', clause: 'V2', since: '2026-01-01', opens: { drawn_by_quality: 'drawn_by_quality' },     due: days('monthlyVisitDays'),         keeps: ['quality_visited'],        drops: CALL_ENDS, owedBy: 'quality', owedTo: 'company', ladder: CLIMB_FROM_QUALITY },
  { rule: 'director_contact', what: 'director_contact',     label: '主任再联系一次', clause: 'I4',  since: '2026-01-01', opens: { confirmed: 'confirmed', confirmed_by_silence: 'confirmed_by_silence', confirmed_by_head: 'confirmed_by_head' }, when: isKeyCustomers,  due: days('directorContactDays'),      keeps: ['director_called'],        drops: [...GONE, 'reopened', 'walled'], owedBy: 'director', owedTo: 'company', ladder: CLIMB_FROM_HEAD },
];
