import type { Relation } from '../kernel/people.ts';
import type { TicketRow } from '../tickets/actions.ts';
import { isPublic, isReopenable } from '../tickets/conditions.ts';
import { AGAIN, ANY, ASKED_BEFORE, BEFORE_WORK, HANDS_AND_OWN, OWN, REPAIR } from '../tickets/groups.ts';
import { type TicketEventName, type TicketState, UNDER_WAY } from '../tickets/ticket.ts';

const isSupervised = (ticket: TicketState) => ticket.supervised;
const isHandedOver = (ticket: TicketState) => ticket.happened.handed_over !== undefined;
const isTakenOn = (ticket: TicketState) => ticket.happened.taken_on !== undefined;
const isWithTheHead = (ticket: TicketState) => isHandedOver(ticket) && !isTakenOn(ticket);
const isWithTheAgent = (ticket: TicketState) => !isHandedOver(ticket);

/** Z3: the head has seen it mended, and whoever reported it has not said what they think. */
const isSeenOnly = (ticket: TicketState, now: Date) =>
  ticket.happened.confirmed_by_head !== undefined && ticket.happened.confirmed === undefined && isReopenable(ticket, now);
const isLargeDefect = (ticket: TicketState) => ticket.largeDefect === true;

/** On the dot is in time; a date that was never set lets nothing lapse. */
const isWithin = (until: Date | undefined, now: Date) => until === undefined || now <= until;

/** Z1: nobody answered yet, and the days of silence are not over, whether or not anybody looked. */
const isUnanswered = (ticket: TicketState, now: Date) => isWithin(ticket.until.silence, now);
const isUnansweredOrReopenable = (ticket: TicketState, now: Date) => isUnanswered(ticket, now) || isReopenable(ticket, now);

/** R6: too late for another round, and still warranted. */
const isWarranted = (ticket: TicketState, now: Date) =>
  !isReopenable(ticket, now) && ticket.until.warranty !== undefined && now <= ticket.until.warranty;

const NEW_NAMES: readonly TicketEventName[] = ['reclassified', 'recategorised'];

/** Whoever waits for it with others is not shown whom they would send away. */
const HANDS_AND_FELLOW: readonly Relation[] = ['assignee', 'fellow'];

/** Who may do what next: the rows of a repair. */
// biome-ignore format: a table reads best as one
export const REPAIR_ROWS: readonly TicketRow[] = [
  { action: 'handOver',                                            label: '转给工程主管',   kinds: REPAIR, from: ['received'],              to: null,         does: ['handed_over'],                      by: ['agent'],                               needs: isSupervised,             unless: isHandedOver, readBy: 'colleagues', clause: 'D1',  since: '2026-01-01' },
  { action: 'takeOn',                                              label: '接下并答应时间', kinds: REPAIR, from: ['received'],              to: null,         does: ['taken_on'],                         by: ['head'],                                needs: isWithTheHead,                                  readBy: 'everybody',  clause: 'D2',  since: '2026-01-01' },
  { action: 'dispatch',    name: 'dispatch by agent',              label: '派师傅',         kinds: REPAIR, from: ['received'],              to: 'dispatched', does: ['dispatched'],        clears: AGAIN, by: ['agent'],                                                                unless: isSupervised, readBy: 'everybody',  clause: 'I16', since: '2026-01-01' },
  { action: 'dispatch',    name: 'dispatch by head once taken on', label: '派师傅',         kinds: REPAIR, from: ['received'],              to: 'dispatched', does: ['dispatched'],        clears: AGAIN, by: ['head'],                                needs: isTakenOn,                                      readBy: 'everybody',  clause: 'D2',  since: '2026-01-01' },
  { action: 'dispatch',    name: 'dispatch by head',               label: '派师傅',         kinds: REPAIR, from: ['received'],              to: 'dispatched', does: ['dispatched'],        clears: AGAIN, by: ['head'],                                needs: isWithTheAgent,           unless: isSupervised, readBy: 'everybody',  clause: 'R8',  since: '2026-01-01' },
  { action: 'reassign',    name: 'reassign by agent',              label: '改派别人',       kinds: REPAIR, from: ['dispatched', 'on_site'], to: 'dispatched', does: ['dispatched'],        clears: AGAIN, by: ['agent'],         notBy: HANDS_AND_FELLOW,                                 unless: isSupervised, readBy: 'everybody',  clause: 'I16', since: '2026-01-01' },
  { action: 'reassign',    name: 'reassign by head',               label: '改派别人',       kinds: REPAIR, from: ['dispatched', 'on_site'], to: 'dispatched', does: ['dispatched'],        clears: AGAIN, by: ['head'],          notBy: HANDS_AND_FELLOW,                                                       readBy: 'everybody',  clause: 'R8',  since: '2026-01-01' },
  { action: 'finish',                                              label: '修好了',         kinds: REPAIR, from: ['on_site'],               to: 'finished',   does: ['finished'],                         by: ['assignee'],                                                                                   readBy: 'everybody',  clause: 'R3',  since: '2026-01-01' },
  { action: 'confirm',                                             label: '确认修好',       kinds: REPAIR, from: ['finished'],              to: 'closed',     does: ['confirmed', 'rated_low'], clears: ASKED_BEFORE, by: ['resident'],      notBy: ['assignee'],  needs: isUnanswered,                                   readBy: 'everybody',  clause: 'R9',  since: '2026-01-01' },
  { action: 'confirm',     name: 'confirm what the head has seen',  label: '确认修好',       kinds: REPAIR, from: ['closed'],                to: 'closed',     does: ['confirmed', 'rated_low'], clears: ASKED_BEFORE, by: ['resident'],      notBy: ['assignee'],  needs: isSeenOnly,                                     readBy: 'everybody',  clause: 'Z3',  since: '2026-01-01' },
  { action: 'reopen',      name: 'reopen before it is confirmed',  label: '没修好',         kinds: REPAIR, from: ['finished'],              to: 'received',   does: ['reopened'],                         by: ['resident', 'fellow'], notBy: ['assignee'],  needs: isUnansweredOrReopenable,                       readBy: 'everybody',  clause: 'R11', since: '2026-01-01' },
  { action: 'reopen',      name: 'reopen after it was confirmed',  label: '没修好',         kinds: REPAIR, from: ['closed'],                to: 'received',   does: ['reopened'],                         by: ['resident', 'fellow'], notBy: ['assignee'],  needs: isReopenable,                                   readBy: 'everybody',  clause: 'Z1',  since: '2026-01-01' },
  { action: 'reclassify',                                          label: '改类别',         kinds: REPAIR, from: UNDER_WAY,                 to: null,         does: NEW_NAMES,                            by: ['agent', 'head'], notBy: HANDS_AND_OWN,                                                        readBy: 'colleagues', clause: 'R1',  since: '2026-01-01' },
  { action: 'confirmPublic',                                       label: '看过了，修好了', kinds: REPAIR, from: ['finished'],              to: 'closed',     does: ['confirmed_by_head'],                by: ['head'],          notBy: HANDS_AND_OWN, needs: isPublic,                                       readBy: 'colleagues', clause: 'Z3',  since: '2026-01-01' },
  { action: 'flag',                                                label: '大缺陷',         kinds: REPAIR, from: ANY,                       to: null,         does: ['flagged', 'unflagged'],             by: ['head'],          notBy: OWN,                                                                  readBy: 'colleagues', clause: 'R10', since: '2026-01-01' },
  { action: 'checkDefect',                                         label: '记大缺陷检查',   kinds: REPAIR, from: ['finished', 'closed'],    to: null,         does: ['defect_checked'],                   by: ['head'],          notBy: HANDS_AND_OWN, needs: isLargeDefect,                                  readBy: 'everybody',  clause: 'R10', since: '2026-01-01' },
  { action: 'change',                                              label: '改一改、补充',   kinds: REPAIR, from: BEFORE_WORK,               to: null,         does: ['changed', ...NEW_NAMES],            by: ['author'],        notBy: ['assignee'],                                                         readBy: 'everybody',  clause: 'I9',  since: '2026-01-01' },
  { action: 'rework',                                              label: '又坏了，免费返修', kinds: REPAIR, from: ['closed'],              to: null,         does: [],                                   by: ['resident'],      notBy: ['assignee'],  needs: isWarranted,                                    readBy: 'everybody',  clause: 'R6',  since: '2026-01-01' },
];
