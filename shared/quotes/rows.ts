import type { TicketRow } from '../tickets/actions.ts';
import { isOffered, isQuoteUnanswered, mayBeCharged, waitsForPrice } from '../tickets/conditions.ts';
import { AGAIN_AT_THE_DOOR, HANDS_AND_OWN, OWN, REPAIR, SENT, WORKED } from '../tickets/groups.ts';
import { type TicketEventName, type TicketState, UNDER_WAY } from '../tickets/ticket.ts';

const owesSettling = ({ charged }: TicketState) => charged !== null && charged.labourFen + charged.partsFen > 0 && !charged.isSettled;

/** Z14: the date that was named passed without an answer, or was declined, and nobody has been there since: another may be named. */
export function mayNameAnother({ proposal, happened, door }: TicketState, now: Date): boolean {
  if (proposal !== null) return new Date(proposal) < now;
  if (happened.arrived !== undefined) return false;
  return happened.date_lapsed !== undefined || (happened.date_declined !== undefined && door.tries === 0);
}
const isAtHome = ({ place }: TicketState) => place === 'home';
const needsNewDate = (ticket: TicketState, now: Date) => ticket.door.tries > 0 || mayNameAnother(ticket, now);

/** Nobody answers a date that has passed. */
const hasDateAhead = ({ proposal }: TicketState, now: Date) => proposal !== null && now <= new Date(proposal);

/** What was said to the last date is no answer to the next. */
const ANSWERED: readonly TicketEventName[] = ['date_declined', 'date_lapsed'];

/** Who may do what next: the rows of prices, and of finding nobody home. */
// biome-ignore format: a table reads best as one
export const QUOTE_ROWS: readonly TicketRow[] = [
  { action: 'quote',                                               label: '报价',           kinds: REPAIR, from: SENT,                      to: null,         does: ['quoted', 'price_asked'],            by: ['assignee', 'head'], notBy: OWN,         needs: mayBeCharged,                                     readBy: 'everybody',  clause: 'R5',  since: '2026-01-01' },
  { action: 'price',                                               label: '定价',           kinds: REPAIR, from: SENT,                      to: null,         does: ['priced'],                           by: ['head'],          notBy: HANDS_AND_OWN, needs: waitsForPrice,                                    readBy: 'everybody',  clause: 'R5',  since: '2026-01-01' },
  { action: 'acceptQuote',                                         label: '同意报价',       kinds: WORKED, from: SENT,                      to: null,         does: ['quote_accepted'],                   by: ['resident'],      notBy: ['assignee'],  needs: isOffered,                                        readBy: 'everybody',  clause: 'I7',  since: '2026-01-01' },
  { action: 'refuseQuote',                                         label: '不同意报价',     kinds: WORKED, from: SENT,                      to: null,         does: ['quote_refused'],                    by: ['resident'],      notBy: ['assignee'],  needs: isOffered,                                        readBy: 'everybody',  clause: 'I7',  since: '2026-01-01' },
  { action: 'recordAnswer',                                        label: '记住户的答复',   kinds: WORKED, from: SENT,                      to: null,         does: ['quote_accepted', 'quote_refused'],  by: ['agent', 'head'], notBy: HANDS_AND_OWN, needs: isOffered,                                        readBy: 'everybody',  clause: 'I7',  since: '2026-01-01' },
  { action: 'withdrawQuote',                                       label: '撤回报价',       kinds: REPAIR, from: SENT,                      to: null,         does: ['quote_withdrawn'],                  by: ['assignee', 'head'], notBy: OWN,        needs: isQuoteUnanswered,                                     readBy: 'everybody',  clause: 'R5',  since: '2026-01-01' },
  { action: 'settle',                                              label: '结算完',         kinds: WORKED, from: ['closed'],                to: null,         does: ['settled'],                          by: ['agent'],         notBy: HANDS_AND_OWN, needs: owesSettling,                                     readBy: 'everybody',  clause: 'R14', since: '2026-01-01' },
  { action: 'nobodyHome',                                          label: '家里没人',       kinds: WORKED, from: SENT,                      to: 'dispatched', does: ['nobody_home'],       clears: AGAIN_AT_THE_DOOR, by: ['assignee'],   notBy: OWN,           needs: isAtHome,                                         readBy: 'everybody',  clause: 'Z14', since: '2026-01-01' },
  { action: 'proposeDate',                                         label: '定新的时间',     kinds: WORKED, from: SENT,                      to: null,         does: ['date_proposed'],     clears: ANSWERED, by: ['agent', 'head'], notBy: HANDS_AND_OWN, needs: needsNewDate,                                     readBy: 'everybody',  clause: 'Z14', since: '2026-01-01' },
  { action: 'acceptDate',                                          label: '接受新的时间',   kinds: WORKED, from: UNDER_WAY,                 to: null,         does: ['date_accepted'],                    by: ['resident'],      notBy: ['assignee'],  needs: hasDateAhead,                                     readBy: 'everybody',  clause: 'Z14', since: '2026-01-01' },
  { action: 'declineDate',                                         label: '另约时间',       kinds: WORKED, from: UNDER_WAY,                 to: null,         does: ['date_declined'],                    by: ['resident'],      notBy: ['assignee'],  needs: hasDateAhead,                                       readBy: 'everybody',  clause: 'Z14', since: '2026-01-01' },
  { action: 'recordDate',                                          label: '记新时间的答复', kinds: WORKED, from: UNDER_WAY,                 to: null,         does: ['date_accepted', 'date_declined'],   by: ['agent', 'head'], notBy: HANDS_AND_OWN, needs: hasDateAhead,                                     readBy: 'everybody',  clause: 'Z14', since: '2026-01-01' },
];
