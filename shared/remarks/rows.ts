import type { Relation } from '../kernel/people.ts';
import type { TicketRow } from '../tickets/actions.ts';
import { isReopenable } from '../tickets/conditions.ts';
import { ASKED_BEFORE, ENQUIRY, OWN, PRAISE, REMARKS, SUGGESTION } from '../tickets/groups.ts';
import type { TicketEventName, TicketState } from '../tickets/ticket.ts';

const isAdopted = ({ happened }: TicketState) => happened.adopted !== undefined;
const isObjected = ({ happened }: TicketState) => happened.objected !== undefined;
/** Adopted is decided already; what the household does not accept is decided above the office (I11). */
const isDecided = (ticket: TicketState) => isAdopted(ticket) || isObjected(ticket);
const wasDeclinedHere = (ticket: TicketState) => ticket.happened.declined !== undefined && !isObjected(ticket);
/** Nobody answered yet, and the days of silence are not over (Z1). */
const isUnanswered = ({ until }: TicketState, now: Date) => until.silence === undefined || now <= until.silence;
const isUnansweredOrReopenable = (ticket: TicketState, now: Date) => isUnanswered(ticket, now) || isReopenable(ticket, now);

/** Whoever answers for the office. */
const OFFICE: readonly Relation[] = ['agent', 'head', 'director'];
const FOLLOWS_UP: readonly Relation[] = ['agent', 'director'];
/** Another decision takes the place of the one before. */
const DECIDED: readonly TicketEventName[] = ['adopted', 'studied'];

/** Who may do what next: the rows of suggestions, praise and enquiries. */
// biome-ignore format: a table reads best as one
export const REMARK_ROWS: readonly TicketRow[] = [
  { action: 'sort',                                                label: '归类',           kinds: REMARKS,    from: ['received'],           to: null,         does: ['sorted'],                           by: OFFICE,            notBy: OWN,                                                                  readBy: 'colleagues', clause: 'I3',  since: '2026-01-01' },
  { action: 'reply',                                               label: '答复',           kinds: ENQUIRY,    from: ['received'],           to: 'finished',   does: ['replied'],                          by: OFFICE,            notBy: OWN,                                                                  readBy: 'everybody',  clause: 'I12', since: '2026-01-01' },
  { action: 'promiseAnswer',                                       label: '约好什么时候答复', kinds: ENQUIRY,  from: ['received'],           to: null,         does: ['answer_promised'],                  by: OFFICE,            notBy: OWN,                                                                  readBy: 'everybody',  clause: 'I12', since: '2026-01-01' },
  { action: 'study',                                               label: '要研究，定答复时间', kinds: SUGGESTION, from: ['received'],       to: null,         does: ['studied'],                          by: FOLLOWS_UP,        notBy: OWN,                                             unless: isDecided,   readBy: 'everybody',  clause: 'I10', since: '2026-01-01' },
  { action: 'adopt',                                               label: '采纳',           kinds: SUGGESTION, from: ['received'],           to: null,         does: ['adopted'],                          by: FOLLOWS_UP,        notBy: OWN,                                             unless: isDecided,   readBy: 'everybody',  clause: 'I10', since: '2026-01-01' },
  { action: 'carryOut',                                            label: '做成了',         kinds: SUGGESTION, from: ['received'],           to: 'finished',   does: ['carried_out'],                      by: FOLLOWS_UP,        notBy: OWN,           needs: isAdopted,                                      readBy: 'everybody',  clause: 'I10', since: '2026-01-01' },
  { action: 'decline',                                             label: '不采纳，说明理由', kinds: SUGGESTION, from: ['received'],         to: 'finished',   does: ['declined'],          clears: DECIDED, by: FOLLOWS_UP,       notBy: OWN,                                             unless: isObjected,  readBy: 'everybody',  clause: 'I11', since: '2026-01-01' },
  { action: 'object',                                              label: '不认同，请上面看看', kinds: SUGGESTION, from: ['finished'],       to: 'received',   does: ['objected'],                         by: ['resident'],                            needs: wasDeclinedHere,                                readBy: 'everybody',  clause: 'I11', since: '2026-01-01' },
  { action: 'answerAbove',                                         label: '上级答复',       kinds: SUGGESTION, from: ['received'],           to: 'finished',   does: ['answered_above'],                   by: ['quality'],       notBy: OWN,           needs: isObjected,                                     readBy: 'everybody',  clause: 'I11', since: '2026-01-01' },
  { action: 'thank',                                               label: '回谢',           kinds: PRAISE,     from: ['received'],           to: 'closed',     does: ['thanked'],                          by: OFFICE,            notBy: OWN,                                                                  readBy: 'everybody',  clause: 'I3',  since: '2026-01-01' },
  { action: 'confirm',     name: 'content with an answer',         label: '知道了',         kinds: REMARKS,    from: ['finished'],           to: 'closed',     does: ['confirmed', 'rated_low'], clears: ASKED_BEFORE, by: ['resident'],                         needs: isUnanswered,                              readBy: 'everybody',  clause: 'R9',  since: '2026-01-01' },
  { action: 'reopen',      name: 'not answered, before it is confirmed', label: '还没说清楚', kinds: ENQUIRY, from: ['finished'],            to: 'received',   does: ['reopened'],                         by: ['resident'],                            needs: isUnansweredOrReopenable,                       readBy: 'everybody',  clause: 'I12', since: '2026-01-01' },
  { action: 'reopen',      name: 'not answered, after it was confirmed', label: '还没说清楚', kinds: ENQUIRY, from: ['closed'],              to: 'received',   does: ['reopened'],                         by: ['resident'],                            needs: isReopenable,                                   readBy: 'everybody',  clause: 'I12', since: '2026-01-01' },
];
