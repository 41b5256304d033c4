import { days } from '../kernel/due.ts';
import type { Ladder, PromiseRow } from '../kernel/promises.ts';
import { CALL_ENDS, CLIMB, CLIMB_FROM_QUALITY } from '../repairs/promises.ts';
import type { TicketEventName, TicketState } from '../tickets/ticket.ts';
import { owesSurveyVisitOf, type surveyVisitBy } from './contact.ts';

export type ContactPromise = 'survey_visit';

const owedByThe = (by: ReturnType<typeof surveyVisitBy>, isComplaint: boolean) => (ticket: TicketState) =>
  (ticket.kind === 'complaint') === isComplaint && owesSurveyVisitOf(by)(ticket);

/** What the director owes is told to them when it is missed, so the middle rung falls away. */
const CLIMB_FROM_DIRECTOR: Ladder = CLIMB.filter((rung) => rung.step !== 'told_director');

/** Whoever has a complaint from now on owes its visit anew; what was missed stays missed (C2, C3). */
const COMPLAINED = { received: 'received', became_complaint: 'received', walled: 'walled', escalated: 'escalated' } as const;
const HANDED_ON = ['cancelled', 'visit_ended', 'walled', 'escalated'] as const;
const REMARK_ENDS = [...CALL_ENDS, 'became_complaint'] as const;

// V6: every household that asked for contact is visited, key customers in person. A row in force is never edited; its successor stands below it.
// biome-ignore format: a table reads best as one
export const REMARK_CONTACT_PROMISES: readonly PromiseRow<TicketState, ContactPromise, TicketEventName>[] = [
  { rule: 'survey_visit',                            what: 'survey_visit', label: '调查后的回访', clause: 'V6', since: '2026-01-01', opens: { received: 'received' }, when: owedByThe('agent', false),    due: days('surveyVisitDays'), keeps: ['visited', 'return_visited'], drops: REMARK_ENDS, owedBy: 'agent',    owedTo: 'residents', ladder: CLIMB },
  { rule: 'survey_visit in person',                  what: 'survey_visit', label: '调查后的回访', clause: 'V6', since: '2026-01-01', opens: { received: 'received' }, when: owedByThe('director', false), due: days('surveyVisitDays'), keeps: ['visited'],                   drops: REMARK_ENDS, owedBy: 'director', owedTo: 'residents', ladder: CLIMB_FROM_DIRECTOR },
];

// The same of a complaint, of whoever has it.
// biome-ignore format: a table reads best as one
export const COMPLAINT_CONTACT_PROMISES: readonly PromiseRow<TicketState, ContactPromise, TicketEventName>[] = [
  { rule: 'survey_visit of a complaint',             what: 'survey_visit', label: '调查后的回访', clause: 'V6', since: '2026-01-01', opens: COMPLAINED,               when: owedByThe('agent', true),     due: days('surveyVisitDays'), keeps: ['visited', 'return_visited'], drops: HANDED_ON,   owedBy: 'agent',    owedTo: 'residents', ladder: CLIMB },
  { rule: 'survey_visit of a complaint in person',   what: 'survey_visit', label: '调查后的回访', clause: 'V6', since: '2026-01-01', opens: COMPLAINED,               when: owedByThe('director', true),  due: days('surveyVisitDays'), keeps: ['visited'],                   drops: HANDED_ON,   owedBy: 'director', owedTo: 'residents', ladder: CLIMB_FROM_DIRECTOR },
  { rule: 'survey_visit of what has left the office', what: 'survey_visit', label: '调查后的回访', clause: 'V6', since: '2026-01-01', opens: COMPLAINED,              when: owedByThe('quality', true),   due: days('surveyVisitDays'), keeps: ['visited'],                   drops: HANDED_ON,   owedBy: 'quality',  owedTo: 'residents', ladder: CLIMB_FROM_QUALITY },
];
