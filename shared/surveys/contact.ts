import type { Relation } from '../kernel/people.ts';
import { refuseField } from '../kernel/problem.ts';
import type { Decision, Fact } from '../tickets/decision.ts';
import type { TicketState, Told } from '../tickets/ticket.ts';

/** What somebody who asks for contact after a survey may have to say. */
export const CONTACT_KINDS = ['suggestion', 'enquiry', 'complaint'] as const;
export type ContactKind = (typeof CONTACT_KINDS)[number];

/** After which survey somebody asked for contact, and whether their visit is still to be made. Never what they answered (Z16). */
export interface FromSurvey {
  id: string;
  owes: boolean;
}

type Asking = Pick<TicketState, 'fromSurvey' | 'keyCustomer' | 'complaint'>;

/** V6: who makes the visit: of a complaint that has left the office the quality department, of a key customer's matter the director, else the agents. */
export function surveyVisitBy({ keyCustomer, complaint }: Omit<Asking, 'fromSurvey'>): Relation & ('agent' | 'director' | 'quality') {
  if (complaint?.custody === 'company') return 'quality';
  return keyCustomer ? 'director' : 'agent';
}

/** V6: a visit is still to be made, and by them. */
export const owesSurveyVisitOf = (by: ReturnType<typeof surveyVisitBy>) => (ticket: Asking) =>
  ticket.fromSurvey?.owes === true && surveyVisitBy(ticket) === by;

/** The same beginning, with the survey it follows. */
export const asksContact = (decision: Decision, survey: string): Decision => ({ ...decision, facts: { ...decision.facts, fromSurvey: survey } });

const over = ({ fromSurvey }: TicketState): Partial<TicketState> => (fromSurvey ? { fromSurvey: { ...fromSurvey, owes: false } } : {});

/** What becomes of the visit that is owed: made, spared by the service centre's own call, or nobody could be reached (Z13). */
export const SURVEY_TOLD: Told = {
  visited: over,
  return_visited: (state) => (surveyVisitBy(state) === 'agent' ? over(state) : {}),
  visit_ended: (state, { facts }) => (facts.what === 'survey_visit' ? over(state) : {}),
};

/**
 * V6: what a household that asked for contact says when it is visited; a key customer in person.
 * @throws Problem `request/invalid` for no words, or for a key customer who was only called
 */
export function decideSurveyVisit({ state }: { state: TicketState }, { words, channel }: { words: string; channel: string }): Fact {
  if (words === '') throw refuseField('words', '请写下住户怎么说');
  if (state.keyCustomer && channel !== 'face_to_face') throw refuseField('channel', '重要客户要登门拜访，打电话不算');
  return { did: 'visited', facts: {} };
}
