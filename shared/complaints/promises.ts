import { days, named } from '../kernel/due.ts';
import type { PromiseRow } from '../kernel/promises.ts';
import { REMARK_PROMISES, type RemarkPromise } from '../remarks/promises.ts';
import { CLIMB, CLIMB_FROM_QUALITY } from '../repairs/promises.ts';
import { COMPLAINT_CONTACT_PROMISES } from '../surveys/contact-promises.ts';
import { isUnnamed } from '../tickets/conditions.ts';
import type { TicketEventName, TicketState } from '../tickets/ticket.ts';
import {
  hasStepsLeft,
  isCauseKnown,
  isComplaint,
  isSatisfied,
  owesCommittee,
  owesFinalVisit,
  owesOfficeCall,
  wasAnnounced,
  wasReported,
} from './conditions.ts';
import { isMajor } from './major.ts';

export type ComplaintPromise =
  | RemarkPromise
  | 'formal_reply'
  | 'plan_step'
  | 'cause_recorded'
  | 'major_reported'
  | 'quality_visit'
  | 'concluded'
  | 'bulletin_issued'
  | 'committee_told';

const isUnanswered = (ticket: TicketState) => isComplaint(ticket) && ticket.status === 'received';
const owesCause = (ticket: TicketState) => !isCauseKnown(ticket);
const isContent = (ticket: TicketState) => isComplaint(ticket) && isSatisfied(ticket);
const isAnsweredUnnamed = (ticket: TicketState) => isUnnamed(ticket) && ticket.status === 'finished';
const isOutOfReach = (ticket: TicketState) => isComplaint(ticket) && ticket.status === 'finished' && !isSatisfied(ticket) && !isUnnamed(ticket);
const owesBulletin = (ticket: TicketState) => isMajor(ticket) && !wasAnnounced(ticket);
const owesReport = (ticket: TicketState) => isMajor(ticket) && !wasReported(ticket);

const RECEIPT = { received: 'received', became_complaint: 'received', reopened: 'reopened' } as const;
/** C2, C3: another handles it now; what was missed stays missed, and is owed anew by whoever has it. */
const HANDED = { escalated: 'escalated', walled: 'walled' } as const;
const ENDS = ['cancelled', 'reopened'] as const;
/** An answer of whoever had it before no longer stands, nor what followed from it. */
const OVERTURNED = [...ENDS, 'walled', 'closed_unheard'] as const;
/** V4, V8: once it is answered; whoever handles it anew has it asked anew. */
const CALLED = { formally_replied: 'formally_replied', walled: 'walled' } as const;

// One row per rule. A row that has been in force is never edited: add its successor below it.
// biome-ignore format: a table reads best as one
const OWN_PROMISES: readonly PromiseRow<TicketState, ComplaintPromise, TicketEventName>[] = [
  { rule: 'formal_reply',                  what: 'formal_reply',   label: '书面答复',               clause: 'C5', since: '2026-01-01', opens: RECEIPT,                                  when: isComplaint,   due: days('formalReplyDays'),     keeps: ['formally_replied', 'interim_replied'], drops: ['cancelled'], owedBy: 'handler', owedTo: 'residents', ladder: CLIMB },
  { rule: 'formal_reply by whoever is next', what: 'formal_reply', label: '书面答复',               clause: 'C5', since: '2026-01-01', opens: HANDED,                                   when: isUnanswered,  due: days('formalReplyDays'),     keeps: ['formally_replied', 'interim_replied'], drops: ['cancelled'], owedBy: 'handler', owedTo: 'residents', ladder: CLIMB },
  { rule: 'formal_reply as named',         what: 'formal_reply',   label: '按说好的时间书面答复',   clause: 'C5', since: '2026-01-01', opens: { interim_replied: 'interim_replied' },                        due: named,                       keeps: ['formally_replied', 'interim_replied'], drops: ['cancelled'], owedBy: 'handler', owedTo: 'residents', ladder: CLIMB },
  { rule: 'plan_step',                     what: 'plan_step',      label: '做完纠正方案的这一步',   clause: 'C4', since: '2026-01-01', opens: { plan_set: 'plan_set', step_done: 'step_done' }, when: hasStepsLeft, due: named,                keeps: ['step_done'],        drops: [...ENDS, 'plan_set'], owedBy: 'director', owedTo: 'company', ladder: CLIMB.filter((rung) => rung.step !== 'told_director') },
  { rule: 'cause_recorded',                what: 'cause_recorded', label: '记原因和预防措施',       clause: 'C6', since: '2026-01-01', opens: { formally_replied: 'formally_replied' }, when: owesCause,     due: days('complaintCauseDays'),  keeps: ['cause_recorded'],   drops: ENDS, owedBy: 'handler', owedTo: 'company', ladder: CLIMB }, // three days [ours]
  { rule: 'major_reported',                what: 'major_reported', label: '纠正措施报告、通报稿',     clause: 'C7', since: '2026-01-01', opens: { formally_replied: 'formally_replied', called_major: 'called_major', walled: 'walled' }, when: owesReport, due: days('majorReportDays'), keeps: ['major_reported'], drops: ENDS, owedBy: 'quality', owedTo: 'company', ladder: CLIMB_FROM_QUALITY }, // seven days [ours]
  { rule: 'return_visit of a complaint',   what: 'return_visit',   label: '电话回访',               clause: 'V8', since: '2026-01-01', opens: CALLED, when: owesOfficeCall, due: days('returnVisitDays'),     keeps: ['confirmed', 'return_visited'], drops: [...ENDS, 'visit_ended', 'walled'], owedBy: 'agent', owedTo: 'company', ladder: CLIMB },
  { rule: 'final visit of a complaint',    what: 'quality_visit',  label: '品质管理部回访',         clause: 'V4', since: '2026-01-01', opens: CALLED, when: owesFinalVisit, due: days('qualityVisitDays'),    keeps: ['quality_visited', 'no_contact'], drops: [...ENDS, 'visit_ended', 'walled'], owedBy: 'quality', owedTo: 'company', ladder: CLIMB_FROM_QUALITY },
  { rule: 'concluded',                     what: 'concluded',      label: '结案',                   clause: 'C8', since: '2026-01-01', opens: { confirmed: 'confirmed', walled: 'walled' }, when: isContent,     due: days('concludeDays'),        keeps: ['concluded'],        drops: OVERTURNED, owedBy: 'handler', owedTo: 'company', ladder: CLIMB }, // seven days [ours]
  { rule: 'concluded without a name',      what: 'concluded',      label: '结案',                   clause: 'C10', since: '2026-01-01', opens: { formally_replied: 'formally_replied', walled: 'walled' }, when: isAnsweredUnnamed, due: days('concludeDays'), keeps: ['concluded'],    drops: OVERTURNED, owedBy: 'handler', owedTo: 'company', ladder: CLIMB }, // nobody can say that they are content [ours]
  { rule: 'concluded out of reach',        what: 'concluded',      label: '联系不上，归档',         clause: 'C8', since: '2026-01-01', opens: { visit_ended: 'visit_ended' },           when: isOutOfReach,  due: days('concludeDays'),        keeps: ['concluded', 'closed_unheard'], drops: [...ENDS, 'walled', 'confirmed'], owedBy: 'handler', owedTo: 'company', ladder: CLIMB }, // seven days [ours]
  { rule: 'bulletin_issued',               what: 'bulletin_issued', label: '发通报',                clause: 'C7', since: '2026-01-01', opens: { major_reported: 'major_reported' },     when: owesBulletin,  due: days('majorReportDays'),     keeps: ['bulletin_issued'],  drops: ENDS, owedBy: 'quality', owedTo: 'company', ladder: CLIMB_FROM_QUALITY }, // seven days more [ours]
  { rule: 'committee_told',                what: 'committee_told', label: '告诉业委会有这件投诉',   clause: 'Z9', since: '2026-01-01', opens: { received: 'received', became_complaint: 'became_complaint', walled: 'walled' }, when: owesCommittee, due: days('committeeToldDays'), keeps: ['committee_told'], drops: ['cancelled', 'walled'], owedBy: 'handler', owedTo: 'company', ladder: CLIMB_FROM_QUALITY }, // three days [ours]
];

/** What a remark owes is closed here where it became a complaint: it is withdrawn, not lost. */
const WAS_A_REMARK: readonly PromiseRow<TicketState, ComplaintPromise, TicketEventName>[] = REMARK_PROMISES;

/** What a complaint is promised. */
export const COMPLAINT_PROMISES: readonly PromiseRow<TicketState, ComplaintPromise, TicketEventName>[] = [
  ...OWN_PROMISES,
  ...COMPLAINT_CONTACT_PROMISES,
  ...WAS_A_REMARK,
];
