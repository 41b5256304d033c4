import { isUnnamed } from '../tickets/conditions.ts';
import type { TicketState } from '../tickets/ticket.ts';
import { isAtOffice } from './escalation.ts';

// What rows of actions and of promises ask alike: whatever is owed may be done, and whatever may be done is owed.

export const isComplaint = ({ kind }: TicketState) => kind === 'complaint';
export const isHandledAtOffice = ({ complaint }: TicketState) => complaint !== null && isAtOffice(complaint);
export const isHandledAbove = ({ complaint }: TicketState) => complaint !== null && !isAtOffice(complaint);
export const hasStepsLeft = ({ complaint }: TicketState) => complaint?.plan.some((step) => !step.done) ?? false;
export const isSatisfied = ({ happened }: TicketState) => happened.confirmed !== undefined;
export const isCauseKnown = ({ happened }: TicketState) => happened.cause_recorded !== undefined;
export const wasAnnounced = ({ happened }: TicketState) => happened.bulletin_issued !== undefined;
export const wasReported = ({ happened }: TicketState) => happened.major_reported !== undefined;

/** Z9: who handles it owes the owners' committee that they know of it. */
export const owesCommittee = ({ complaint }: TicketState) => (complaint?.against.includes('leadership') ?? false) && !complaint?.committee;

/** V8: the office's own call, once it is answered, of whoever has not said that they are content. */
export const owesOfficeCall = (ticket: TicketState) =>
  isHandledAtOffice(ticket) &&
  ticket.status === 'finished' &&
  ticket.happened.return_visited === undefined &&
  !isSatisfied(ticket) &&
  !isUnnamed(ticket);

/** V4: the quality department's own, once what is handled above the office is answered; of one nobody put a name to, a record that there is nobody to ask. */
export const owesFinalVisit = (ticket: TicketState) =>
  isHandledAbove(ticket) && ticket.status === 'finished' && ticket.happened.quality_visited === undefined && ticket.happened.no_contact === undefined;

/** V4: there is somebody to be asked. */
export const mayBeAsked = (ticket: TicketState) => owesFinalVisit(ticket) && !isUnnamed(ticket);

/** V4, readings 21: there is nobody. */
export const owesNoContact = (ticket: TicketState) => owesFinalVisit(ticket) && isUnnamed(ticket);
