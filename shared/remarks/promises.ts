import { days, named, serviceMinutes } from '../kernel/due.ts';
import type { PromiseRow } from '../kernel/promises.ts';
import { CALL_ENDS, CLIMB, CLIMB_FROM_QUALITY, GONE, REPAIR_PROMISES, type RepairPromise } from '../repairs/promises.ts';
import { type ContactPromise, REMARK_CONTACT_PROMISES } from '../surveys/contact-promises.ts';
import type { TicketEventName, TicketState } from '../tickets/ticket.ts';

export type RemarkPromise = RepairPromise | ContactPromise | 'enquiry_answered' | 'decided' | 'carried_out' | 'answered_above';

const isEnquiry = ({ kind }: TicketState) => kind === 'enquiry';
const isSuggestion = ({ kind }: TicketState) => kind === 'suggestion';
/** V8: there is somebody to be asked. */
const isNamed = ({ unnamed }: TicketState) => !unnamed;
/** Whoever took it down on the telephone answered at once that it was taken (I4). */
const cameOnline = ({ firstContact }: TicketState) => firstContact === null;

/** What it came as was put right (I3): what hangs on that begins anew, from receipt. */
const ENDS = [...GONE, 'sorted', 'became_complaint'] as const;
const RECEIPT = { received: 'received', sorted: 'received' } as const;
/** The first thing anybody of the office says or does about it, where residents read it. */
const FIRST_WORDS = [
  'answered',
  'reassured',
  'replied',
  'answer_promised',
  'studied',
  'adopted',
  'declined',
  'carried_out',
  'thanked',
  'interim_replied',
  'formally_replied',
] as const;
/** What is an answer, and may be asked after (V8). */
const ANSWERED = { replied: 'replied', carried_out: 'carried_out', declined: 'declined', answered_above: 'answered_above' } as const;

/** What every kind of ticket owes alike and a remark does too: calls, answers, the follow-up of a low score, the director's word with a key customer. */
const EVERY_TICKETS: readonly string[] = ['called_again', 'phone_call', 'first_reply', 'follow_up', 'director_contact'];

// One row per rule. A row that has been in force is never edited: add its successor below it.
// biome-ignore format: a table reads best as one
const OWN_PROMISES: readonly PromiseRow<TicketState, RemarkPromise, TicketEventName>[] = [
  { rule: 'first word', what: 'first_reply',              label: '回复留言',       clause: 'I15', since: '2026-01-01', opens: { received: 'received' },  when: cameOnline,   due: serviceMinutes('firstReplyMinutes'), keeps: FIRST_WORDS,           drops: ['cancelled'], owedBy: 'handler', owedTo: 'residents', ladder: CLIMB },
  { rule: 'enquiry_answered', what: 'enquiry_answered',   label: '答复',           clause: 'I12', since: '2026-01-01', opens: { ...RECEIPT, reopened: 'reopened' }, when: isEnquiry, due: days('enquiryAnswerDays'), keeps: ['replied'],                 drops: [...ENDS, 'answer_promised'], owedBy: 'agent', owedTo: 'residents', ladder: CLIMB }, // one day [ours]
  { rule: 'enquiry_answered as promised', what: 'enquiry_answered', label: '答复', clause: 'I12', since: '2026-01-01', opens: { answer_promised: 'answer_promised' },        due: named,                        keeps: ['replied'],                 drops: [...ENDS, 'answer_promised'], owedBy: 'agent', owedTo: 'residents', ladder: CLIMB },
  { rule: 'decided', what: 'decided',                     label: '答复采不采纳',   clause: 'I10', since: '2026-01-01', opens: RECEIPT,                   when: isSuggestion, due: days('suggestionAnswerDays'), keeps: ['adopted', 'declined'],     drops: [...ENDS, 'studied'], owedBy: 'agent', owedTo: 'residents', ladder: CLIMB }, // seven days [ours]
  { rule: 'decided after a study', what: 'decided',       label: '研究好，答复您', clause: 'I10', since: '2026-01-01', opens: { studied: 'studied' },                        due: named,                        keeps: ['adopted', 'declined'],     drops: [...ENDS, 'studied'], owedBy: 'director', owedTo: 'residents', ladder: CLIMB },
  { rule: 'carried_out', what: 'carried_out',             label: '把采纳的做成',   clause: 'I10', since: '2026-01-01', opens: { adopted: 'adopted' },                        due: named,                        keeps: ['carried_out'],             drops: [...ENDS, 'declined'], owedBy: 'director', owedTo: 'residents', ladder: CLIMB },
  { rule: 'answered_above', what: 'answered_above',       label: '上级答复',       clause: 'I11', since: '2026-01-01', opens: { objected: 'objected' },                      due: days('objectionAnswerDays'),  keeps: ['answered_above'],          drops: [...GONE, 'became_complaint'], owedBy: 'quality', owedTo: 'residents', ladder: CLIMB_FROM_QUALITY }, // three days [ours]
  { rule: 'remark return_visit', what: 'return_visit',    label: '电话回访',       clause: 'V8',  since: '2026-01-01', opens: ANSWERED, when: isNamed, due: days('returnVisitDays'),      keeps: ['confirmed', 'reopened', 'objected', 'return_visited'], drops: [...CALL_ENDS, 'call_spared', 'became_complaint'], owedBy: 'agent', owedTo: 'company', ladder: CLIMB },
];

/** What a suggestion, praise and an enquiry are promised. One book, so that what a remark came as can be put right. */
export const REMARK_PROMISES: readonly PromiseRow<TicketState, RemarkPromise, TicketEventName>[] = [
  ...OWN_PROMISES,
  ...REMARK_CONTACT_PROMISES,
  ...REPAIR_PROMISES.filter((row) => EVERY_TICKETS.includes(row.rule)),
];
