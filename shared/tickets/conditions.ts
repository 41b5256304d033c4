import type { TicketState } from './ticket.ts';

export const isPublic = (ticket: TicketState) => ticket.place === 'public';
export const isOnlyMine = (ticket: TicketState) => ticket.onlyMine === true;
/** Nobody said who they are: nobody can be asked, called or told. */
export const isUnnamed = ({ unnamed }: TicketState) => unnamed;
/** Asked how it was, by the service centre or by the company itself (V1, V8). */
export const isReturnVisited = ({ happened }: TicketState) => happened.return_visited !== undefined || happened.weekly_visited !== undefined;

/** C8: closed because nobody accepted it, which accepts nothing. */
export const isUnheard = ({ happened }: TicketState) => happened.closed_unheard !== undefined && happened.confirmed === undefined;

/** R9, C8: done, and nobody of the home has said that it is; in a call it may be put on record. */
export const isUnconfirmed = (ticket: TicketState) => ticket.status === 'finished' || isUnheard(ticket);
export const wasBegun = ({ onSite }: TicketState) => onSite.before || onSite.now;
export const isRework = (ticket: TicketState) => ticket.round > 1 || ticket.reworkOf !== null;
export const isReopenable = (ticket: TicketState, now: Date) => ticket.until.reopen !== undefined && now <= ticket.until.reopen;

/** Common parts are free, and so is mending again what was not mended (R6, R11). */
export const mayBeCharged = (ticket: TicketState) => ticket.place === 'home' && !isRework(ticket);
export const waitsForPrice = (ticket: TicketState) => ticket.quote?.stand === 'pricing';
export const isOffered = (ticket: TicketState) => ticket.quote?.stand === 'offered';
export const isQuoteUnanswered = (ticket: TicketState) => isOffered(ticket) || waitsForPrice(ticket);

/** R12, I7: at another price than the one that was ordered nothing is begun. */
export const mayNotBegin = (ticket: TicketState) => ticket.kind === 'special_service' && isQuoteUnanswered(ticket);

/** Others wait for it too: nobody takes it back for them. */
export const hasTakenIn = (ticket: TicketState) => ticket.tookIn.length > 0;
