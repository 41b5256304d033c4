import { CONTACT_ROWS } from '../surveys/contact-rows.ts';
import type { TicketRow } from '../tickets/actions.ts';
import { isReturnVisited, isRework, isUnnamed } from '../tickets/conditions.ts';
import { ANY, COMPLAINT, EVERY, HANDS_AND_OWN, OWN, REPAIR } from '../tickets/groups.ts';
import type { TicketState } from '../tickets/ticket.ts';

const wasRatedLow = (ticket: TicketState) => ticket.happened.rated_low !== undefined || ticket.happened.co_rated_low !== undefined;

/** Closed without a word of whoever reported it: by silence, or by the supervisor's own eyes (Z1, Z3). */
const wasSilent = ({ happened }: TicketState) =>
  happened.confirmed === undefined && (happened.confirmed_by_silence !== undefined || happened.confirmed_by_head !== undefined);

/** Drawn, and not asked yet (V1, V2). */
const isDrawn = ({ drawnFor }: TicketState) => drawnFor.includes('weekly_visit');
const isDrawnByQuality = ({ drawnFor }: TicketState) => drawnFor.includes('quality_visit');

const isDrawnAtAll = (ticket: TicketState) => isDrawn(ticket) || isDrawnByQuality(ticket);

/** V8: whoever was asked is not asked again, nobody is whom nobody knows, and whoever was drawn is asked by the company instead (Z12). */
const isNotCalled = (ticket: TicketState) => isReturnVisited(ticket) || isUnnamed(ticket) || isDrawn(ticket);

/** V8, S9: whoever answered and was content is not called any more. */
const isCallOver = (ticket: TicketState) => isNotCalled(ticket) || (ticket.status === 'closed' && !wasRatedLow(ticket) && !wasSilent(ticket));
const isReworkNotVisited = (ticket: TicketState) => isRework(ticket) && ticket.happened.visited === undefined;
const owesDirectorsCall = ({ keyCustomer, complaint, happened }: TicketState) =>
  keyCustomer && complaint?.custody !== 'company' && happened.director_called === undefined;

/** I4: a key customer hears from the director, whatever it was about. */
const WITH_COMPLAINTS = [...EVERY, ...COMPLAINT];

/** Who may do what next: the rows of return visits. */
// biome-ignore format: a table reads best as one
export const VISIT_ROWS: readonly TicketRow[] = [
  { action: 'returnVisit', name: 'return visit that was drawn',    label: '记回访',         kinds: REPAIR, from: ANY,                       to: null,         does: ['weekly_visited'],                   by: ['caller', 'quality'], notBy: HANDS_AND_OWN, needs: isDrawn,                                     readBy: 'everybody',  clause: 'V1',  since: '2026-01-01' },
  { action: 'tryVisit', name: 'tryVisit of what was drawn',        label: '没打通',         kinds: REPAIR, from: ANY,                       to: null,         does: ['visit_tried'],                      by: ['caller', 'quality'], notBy: HANDS_AND_OWN, needs: isDrawn,                                     readBy: 'everybody',  clause: 'Z13', since: '2026-01-01' },
  { action: 'endVisit', name: 'endVisit of what was drawn',        label: '联系不上，换下一件', kinds: REPAIR, from: ANY,                     to: null,         does: ['visit_ended'],                      by: ['caller', 'quality'], notBy: HANDS_AND_OWN, needs: isDrawn,                                     readBy: 'everybody',  clause: 'Z13', since: '2026-01-01' },
  { action: 'qualityVisit', name: 'quality visit that was drawn',  label: '记品质回访',     kinds: REPAIR, from: ANY,                       to: null,         does: ['quality_visited'],                  by: ['quality'],       notBy: HANDS_AND_OWN, needs: isDrawnByQuality,                               readBy: 'everybody',  clause: 'V2',  since: '2026-01-01' },
  { action: 'tryVisit', name: 'tryVisit of what quality drew',     label: '没打通',         kinds: REPAIR, from: ANY,                       to: null,         does: ['visit_tried'],                      by: ['quality'],       notBy: HANDS_AND_OWN, needs: isDrawnByQuality,                               readBy: 'everybody',  clause: 'Z13', since: '2026-01-01' },
  { action: 'endVisit', name: 'endVisit of what quality drew',     label: '联系不上，换下一件', kinds: REPAIR, from: ANY,                     to: null,         does: ['visit_ended'],                      by: ['quality'],       notBy: HANDS_AND_OWN, needs: isDrawnByQuality,                               readBy: 'everybody',  clause: 'Z13', since: '2026-01-01' },
  { action: 'visit',                                               label: '记特殊回访',     kinds: REPAIR, from: ANY,                       to: null,         does: ['visited'],                          by: ['agent'],         notBy: HANDS_AND_OWN, needs: isReworkNotVisited,                             readBy: 'everybody',  clause: 'R11', since: '2026-01-01' },
  { action: 'returnVisit', name: 'return visit without an answer', label: '记回访',         kinds: EVERY,  from: ['finished'],              to: null,         does: ['return_visited'],                   by: ['agent'],         notBy: HANDS_AND_OWN,                                  unless: isNotCalled, readBy: 'everybody',  clause: 'V8', since: '2026-01-01' },
  { action: 'returnVisit', name: 'return visit after a low score', label: '记回访',         kinds: REPAIR, from: ['closed'],                to: null,         does: ['return_visited'],                   by: ['agent'],         notBy: HANDS_AND_OWN, needs: wasRatedLow,              unless: isReturnVisited, readBy: 'everybody',  clause: 'S9', since: '2026-01-01' },
  { action: 'returnVisit', name: 'return visit after silence',     label: '记回访',         kinds: REPAIR, from: ['closed'],                to: null,         does: ['return_visited'],                   by: ['agent'],         notBy: HANDS_AND_OWN, needs: wasSilent,                unless: isReturnVisited, readBy: 'everybody',  clause: 'V8', since: '2026-01-01' },
  { action: 'tryVisit', name: 'tryVisit after not fixed', label: '没打通', kinds: REPAIR, from: ANY, to: null, does: ['visit_tried'], by: ['agent'], notBy: HANDS_AND_OWN, needs: isReworkNotVisited, readBy: 'everybody',  clause: 'Z13', since: '2026-01-01' },
  { action: 'tryVisit', name: 'tryVisit after the repair', label: '没打通', kinds: EVERY,  from: ['finished', 'closed'], to: null, does: ['visit_tried'], by: ['agent'], notBy: HANDS_AND_OWN, unless: isCallOver, readBy: 'everybody',  clause: 'Z13', since: '2026-01-01' },
  { action: 'endVisit', name: 'endVisit after not fixed', label: '联系不上，不再打', kinds: REPAIR, from: ANY, to: null, does: ['visit_ended'], by: ['agent'], notBy: HANDS_AND_OWN, needs: isReworkNotVisited, readBy: 'everybody',  clause: 'Z13', since: '2026-01-01' },
  { action: 'endVisit', name: 'endVisit after the repair', label: '联系不上，不再打', kinds: EVERY,  from: ['finished', 'closed'], to: null, does: ['visit_ended'], by: ['agent'], notBy: HANDS_AND_OWN, unless: isCallOver, readBy: 'everybody',  clause: 'Z13', since: '2026-01-01' },
  { action: 'reveal',   name: 'reveal of what was drawn',          label: '看号码',         kinds: REPAIR, from: ANY,                       to: null,         does: [],                                   by: ['caller', 'quality'], notBy: OWN,          needs: isDrawnAtAll,         unless: isUnnamed,    readBy: 'everybody',  clause: 'A1',  since: '2026-01-01' },
  { action: 'directorCall',                                        label: '主任联系住户',   kinds: WITH_COMPLAINTS, from: ['closed'],                to: null,         does: ['director_called'],                  by: ['director'],      notBy: OWN,           needs: owesDirectorsCall,                              readBy: 'everybody',  clause: 'I4',  since: '2026-01-01' },
  ...CONTACT_ROWS,
];
