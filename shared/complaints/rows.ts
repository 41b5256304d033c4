import type { Relation } from '../kernel/people.ts';
import type { TicketRow } from '../tickets/actions.ts';
import { isReopenable, isUnnamed } from '../tickets/conditions.ts';
import { ANY, COMPLAINT, OWN, REMARKS } from '../tickets/groups.ts';
import type { Status, TicketEventName, TicketState } from '../tickets/ticket.ts';
import {
  hasStepsLeft,
  isCauseKnown,
  isHandledAbove,
  isHandledAtOffice,
  isSatisfied,
  mayBeAsked,
  owesCommittee,
  owesNoContact,
  owesOfficeCall,
  wasAnnounced,
  wasReported,
} from './conditions.ts';
import { isMajor } from './major.ts';

/** Not over. */
const OPEN: readonly Status[] = ['received', 'finished'];
/** Not taken back. */
const TOLD_OF: readonly Status[] = [...OPEN, 'closed'];
const isAt =
  (...levels: readonly string[]) =>
  (ticket: TicketState) =>
    levels.includes(ticket.complaint?.level ?? '');
const mayGoUp = isAt('office', 'director', 'quality', 'managementRepresentative');
const hasLeftOffice = ({ complaint }: TicketState) => complaint?.custody === 'company';
const isUnreachable = (ticket: TicketState) => ticket.happened.visit_ended !== undefined && !isSatisfied(ticket);
/** C4: what the quality department handled, or leadership, it has visited itself; or nobody could be reached, or there is nobody. */
const isVisited = (ticket: TicketState) =>
  isHandledAtOffice(ticket) ||
  [ticket.happened.quality_visited, ticket.happened.visit_ended, ticket.happened.no_contact].some((at) => at !== undefined);
const isReported = (ticket: TicketState) => !isMajor(ticket) || wasReported(ticket);
const isReady = (ticket: TicketState) => isCauseKnown(ticket) && !hasStepsLeft(ticket) && isReported(ticket);
/** C8: whoever complained is content. */
const mayConclude = (ticket: TicketState) => isSatisfied(ticket) && isVisited(ticket) && isReady(ticket);
/** C10, readings 21: nobody said who they are, so that nobody can be. */
const mayConcludeUnnamed = (ticket: TicketState) => isUnnamed(ticket) && isVisited(ticket) && isReady(ticket);
const mayBeFiled = (ticket: TicketState) => isUnreachable(ticket) && isReady(ticket);
const isFiledUnheard = ({ happened }: TicketState) => happened.closed_unheard !== undefined;
const isReopenableOrFiled = (ticket: TicketState, now: Date) => isFiledUnheard(ticket) || isReopenable(ticket, now);

/** Whoever handles it, and whoever it may have come through. */
const HANDLER: readonly Relation[] = ['handler'];
const COLLEAGUES: readonly Relation[] = ['handler', 'firstContact', 'agent', 'head', 'director', 'quality', 'leadership'];
const TALKS: readonly Relation[] = ['author', 'handler', 'firstContact', 'agent', 'director', 'quality', 'leadership'];
/** The office carries the plan out; once it has left the office, whoever handles it sees to it. */
const CARRIES_OUT: readonly Relation[] = ['agent', 'head', 'director', 'handler'];
/** An answer is given anew to what was asked anew. */
const ASKED: readonly TicketEventName[] = ['confirmed', 'return_visited', 'quality_visited', 'visit_ended', 'no_contact'];

/** Who may do what next: the rows of a complaint. */
// biome-ignore format: a table reads best as one
export const COMPLAINT_ROWS: readonly TicketRow[] = [
  { action: 'becomeComplaint',                                     label: '转为投诉',         kinds: REMARKS,   from: OPEN,         to: 'received', does: ['became_complaint'],                   by: ['agent', 'head', 'director', 'author'],                                               readBy: 'colleagues', clause: 'I3',  since: '2026-01-01' },
  { action: 'point',                                               label: '针对谁、什么情形', kinds: COMPLAINT, from: OPEN,         to: null,       does: ['walled'],                             by: ['author', 'handler'],                                                                 readBy: 'colleagues', clause: 'C3',  since: '2026-01-01' },
  { action: 'escalate',                                            label: '上报',             kinds: COMPLAINT, from: ['received'], to: null,       does: ['escalated'],                          by: HANDLER,             notBy: OWN, needs: mayGoUp,                                   readBy: 'colleagues', clause: 'C2',  since: '2026-01-01' },
  { action: 'letIn',                                               label: '请小区的同事看',   kinds: COMPLAINT, from: OPEN,         to: null,       does: ['let_in'],                             by: ['leadership'],      notBy: OWN, needs: hasLeftOffice,                             readBy: 'colleagues', clause: 'C3',  since: '2026-01-01' },
  { action: 'interim',                                             label: '先书面回一封',     kinds: COMPLAINT, from: ['received'], to: null,       does: ['interim_replied'],                    by: HANDLER,             notBy: OWN, unless: isUnnamed, readBy: 'everybody',  clause: 'C5',  since: '2026-01-01' },
  { action: 'formalReply',                                         label: '正式答复',         kinds: COMPLAINT, from: ['received'], to: 'finished', does: ['formally_replied'],   clears: ASKED,  by: HANDLER,             notBy: OWN, unless: isUnnamed, readBy: 'everybody',  clause: 'C5',  since: '2026-01-01' },
  { action: 'setPlan',                                             label: '定纠正方案',       kinds: COMPLAINT, from: OPEN,         to: null,       does: ['plan_set'],                           by: ['quality'],         notBy: OWN, needs: isHandledAbove,                             readBy: 'colleagues', clause: 'C4',  since: '2026-01-01' },
  { action: 'stepDone',                                            label: '做完一步',         kinds: COMPLAINT, from: OPEN,         to: null,       does: ['step_done'],                          by: CARRIES_OUT,         notBy: OWN, needs: hasStepsLeft,                              readBy: 'colleagues', clause: 'C4',  since: '2026-01-01' },
  { action: 'recordCause',                                         label: '记原因和预防措施', kinds: COMPLAINT, from: OPEN,         to: null,       does: ['cause_recorded'],                     by: HANDLER,             notBy: OWN,                                                   readBy: 'colleagues', clause: 'C6',  since: '2026-01-01' },
  { action: 'review',                                              label: '记会审',           kinds: COMPLAINT, from: OPEN,         to: null,       does: ['reviewed'],                           by: ['quality', 'leadership', 'handler'], notBy: OWN,                                  readBy: 'colleagues', clause: 'C11', since: '2026-01-01' },
  { action: 'callMajor',                                           label: '定为重大投诉',     kinds: COMPLAINT, from: OPEN,         to: null,       does: ['called_major'],                       by: ['quality'],         notBy: OWN, unless: isMajor,                                  readBy: 'colleagues', clause: 'C7',  since: '2026-01-01' },
  { action: 'reportMajor',                                         label: '纠正措施报告、通报稿', kinds: COMPLAINT, from: OPEN,       to: null,       does: ['major_reported'],                     by: ['quality'],         notBy: OWN, needs: isMajor, unless: wasReported,             readBy: 'colleagues', clause: 'C7',  since: '2026-01-01' },
  { action: 'issueBulletin',                                       label: '发通报',           kinds: COMPLAINT, from: ANY,          to: null,       does: ['bulletin_issued'],                    by: ['quality', 'leadership'], notBy: OWN, needs: wasReported, unless: wasAnnounced,   readBy: 'colleagues', clause: 'C7',  since: '2026-01-01' },
  { action: 'confirm',     name: 'satisfied with a complaint',     label: '满意',             kinds: COMPLAINT, from: ['finished'], to: null,       does: ['confirmed'],                          by: ['author'],                      unless: isSatisfied,                              readBy: 'everybody',  clause: 'C8',  since: '2026-01-01' },
  { action: 'reopen',      name: 'complaint not solved',           label: '还没解决',         kinds: COMPLAINT, from: ['finished'], to: 'received', does: ['reopened'],                           by: ['author'],                                                                            readBy: 'everybody',  clause: 'C8',  since: '2026-01-01' },
  { action: 'reopen',      name: 'complaint not solved after all', label: '还没解决',         kinds: COMPLAINT, from: ['closed'],   to: 'received', does: ['reopened'],                           by: ['author'],                      needs: isReopenableOrFiled,                       readBy: 'everybody',  clause: 'C8',  since: '2026-01-01' },
  { action: 'conclude',                                            label: '结案',             kinds: COMPLAINT, from: ['finished'], to: 'closed',   does: ['concluded'],                          by: HANDLER,             notBy: OWN, needs: mayConclude,                               readBy: 'everybody',  clause: 'C8',  since: '2026-01-01' },
  { action: 'conclude',    name: 'conclude without a name',        label: '结案',             kinds: COMPLAINT, from: ['finished'], to: 'closed',   does: ['concluded'],                          by: HANDLER,             notBy: OWN, needs: mayConcludeUnnamed,                         readBy: 'everybody',  clause: 'C10', since: '2026-01-01' },
  { action: 'fileUnheard',                                         label: '联系不上，先归档', kinds: COMPLAINT, from: ['finished'], to: 'closed',   does: ['closed_unheard'],                     by: HANDLER,             notBy: OWN, needs: mayBeFiled,                                readBy: 'everybody',  clause: 'C8',  since: '2026-01-01' },
  { action: 'tellCommittee',                                       label: '记告诉了业委会',   kinds: COMPLAINT, from: TOLD_OF,      to: null,       does: ['committee_told'],                     by: HANDLER,             notBy: OWN, needs: owesCommittee,                             readBy: 'colleagues', clause: 'Z9',  since: '2026-01-01' },
  { action: 'answerUnnamed',                                       label: '记怎么答复的',     kinds: COMPLAINT, from: ['received'], to: 'finished', does: ['formally_replied'],   clears: ASKED,  by: HANDLER,             notBy: OWN, needs: isUnnamed,                                 readBy: 'colleagues', clause: 'C10', since: '2026-01-01' },
  { action: 'recordNoContact',                                     label: '记没法回访',       kinds: COMPLAINT, from: ['finished'], to: null,       does: ['no_contact'],                         by: ['quality'],         notBy: OWN, needs: owesNoContact,                             readBy: 'colleagues', clause: 'V4',  since: '2026-01-01' },
  { action: 'say',         name: 'say in a complaint',             label: '留言',             kinds: COMPLAINT, from: ANY,          to: null,       does: ['said', 'asked', 'answered', 'reassured'], by: TALKS, unless: isUnnamed, readBy: 'everybody',  clause: 'I2',  since: '2026-01-01' },
  { action: 'note',        name: 'note in a complaint',            label: '记给同事',         kinds: COMPLAINT, from: ANY,          to: null,       does: ['noted'],                              by: COLLEAGUES,          notBy: OWN,                                                   readBy: 'colleagues', clause: 'I2',  since: '2026-01-01' },
  { action: 'call',        name: 'call in a complaint',            label: '记一次电话',       kinds: COMPLAINT, from: ANY,          to: null,       does: ['called'],                             by: ['handler', 'agent', 'quality'], notBy: OWN, unless: isUnnamed, readBy: 'everybody',  clause: 'C6',  since: '2026-01-01' },
  { action: 'reveal',      name: 'reveal to whoever handles it',   label: '看号码',           kinds: COMPLAINT, from: ANY,          to: null,       does: [],                                     by: ['handler', 'agent', 'quality'], notBy: OWN, unless: isUnnamed, readBy: 'everybody',  clause: 'A1',  since: '2026-01-01' },
  { action: 'explainMiss', name: 'why a complaint was late',       label: '记超时原因',       kinds: COMPLAINT, from: ANY,          to: null,       does: ['explained'],                          by: HANDLER,             notBy: OWN,                                                   readBy: 'everybody',  clause: 'C5',  since: '2026-01-01' },
  { action: 'urge',        name: 'urge a complaint',               label: '催一下',           kinds: COMPLAINT, from: ['received'], to: null,       does: ['urged'],                              by: ['author'],                                                                            readBy: 'everybody',  clause: 'I7',  since: '2026-01-01' },
  { action: 'cancel',      name: 'taken back by the complainant',  label: '撤回',             kinds: COMPLAINT, from: ['received'], to: 'cancelled', does: ['cancelled'],                         by: ['author'],                                                                            readBy: 'everybody',  clause: 'C8',  since: '2026-01-01' },
  { action: 'returnVisit', name: 'return visit of a complaint',    label: '记回访',           kinds: COMPLAINT, from: ['finished'], to: null,       does: ['return_visited'],                     by: ['agent'],           notBy: OWN, needs: owesOfficeCall,                            readBy: 'everybody',  clause: 'V8',  since: '2026-01-01' },
  { action: 'qualityVisit', name: 'final visit of a complaint',    label: '记品质回访',       kinds: COMPLAINT, from: ['finished'], to: null,       does: ['quality_visited'],                    by: ['quality'],         notBy: OWN, needs: mayBeAsked,                          readBy: 'everybody',  clause: 'V4',  since: '2026-01-01' },
  { action: 'tryVisit',    name: 'tryVisit of a complaint',        label: '没打通',           kinds: COMPLAINT, from: ['finished'], to: null,       does: ['visit_tried'],                        by: ['agent'],           notBy: OWN, needs: owesOfficeCall,                            readBy: 'everybody',  clause: 'Z13', since: '2026-01-01' },
  { action: 'tryVisit',    name: 'tryVisit of a complaint by quality', label: '没打通',       kinds: COMPLAINT, from: ['finished'], to: null,       does: ['visit_tried'],                        by: ['quality'],         notBy: OWN, needs: mayBeAsked,                          readBy: 'everybody',  clause: 'Z13', since: '2026-01-01' },
  { action: 'endVisit',    name: 'endVisit of a complaint',        label: '联系不上，不再打', kinds: COMPLAINT, from: ['finished'], to: null,       does: ['visit_ended'],                        by: ['agent'],           notBy: OWN, needs: owesOfficeCall,                            readBy: 'everybody',  clause: 'Z13', since: '2026-01-01' },
  { action: 'endVisit',    name: 'endVisit of a complaint by quality', label: '联系不上，不再打', kinds: COMPLAINT, from: ['finished'], to: null,   does: ['visit_ended'],                        by: ['quality'],         notBy: OWN, needs: mayBeAsked,                          readBy: 'everybody',  clause: 'Z13', since: '2026-01-01' },
];
