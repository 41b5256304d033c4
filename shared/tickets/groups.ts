import type { Relation } from '../kernel/people.ts';
import type { Status, TicketEventName, TicketKind } from './ticket.ts';

/** Whoever is sent begins anew. */
export const AGAIN: readonly TicketEventName[] = ['accepted', 'arrived'];

/** Whoever found nobody comes again. */
export const AGAIN_AT_THE_DOOR: readonly TicketEventName[] = ['arrived'];

/** An opinion is given once; what was asked before it no longer counts as asking about it. */
export const ASKED_BEFORE: readonly TicketEventName[] = ['return_visited', 'weekly_visited'];
export const NEW_DATES: readonly TicketEventName[] = ['agreed', 'rescheduled', 'visit_rescheduled'];
export const WHO_SPEAKS: readonly Relation[] = ['resident', 'assignee', 'firstContact', 'agent', 'head', 'director', 'quality'];

/** Nobody decides on their own matter or their home's, nor on their own work. */
export const OWN: readonly Relation[] = ['reporter', 'household', 'fellow'];

/** Whose work or whose own it is: nobody settles that themselves. */
export const HANDS_AND_OWN: readonly Relation[] = ['assignee', ...OWN];
export const REPAIR: readonly TicketKind[] = ['repair'];
export const SERVICE: readonly TicketKind[] = ['special_service'];

/** Somebody is sent. */
export const WORKED: readonly TicketKind[] = [...REPAIR, ...SERVICE];
export const SUGGESTION: readonly TicketKind[] = ['suggestion'];
export const PRAISE: readonly TicketKind[] = ['praise'];
export const ENQUIRY: readonly TicketKind[] = ['enquiry'];

/** A word that deserves an answer; what it came as may be put right (I3). */
export const REMARKS: readonly TicketKind[] = [...SUGGESTION, ...PRAISE, ...ENQUIRY];

/** What every kind of ticket but a complaint allows alike. */
export const EVERY: readonly TicketKind[] = [...WORKED, ...REMARKS];
export const COMPLAINT: readonly TicketKind[] = ['complaint'];
export const SENT: readonly Status[] = ['dispatched', 'on_site'];
export const ANY: readonly Status[] = ['received', 'dispatched', 'on_site', 'finished', 'closed'];

/** Nobody is at work yet. */
export const BEFORE_WORK: readonly Status[] = ['received', 'dispatched'];
