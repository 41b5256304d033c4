import type { LifecycleRow } from '../kernel/lifecycle.ts';
import { actionsFor, permit } from '../kernel/lifecycle.ts';
import type { Relation } from '../kernel/people.ts';
import { Problem } from '../kernel/problem.ts';
import { type Status, type TicketEventName, type TicketKind, type TicketState, UNDER_WAY } from './ticket.ts';

export const ACTIONS = [
  'handOver',
  'takeOn',
  'dispatch',
  'reassign',
  'accept',
  'arrive',
  'finish',
  'answerClaim',
  'confirm',
  'confirmPublic',
  'reopen',
  'say',
  'call',
  'visit',
  'agree',
  'explainMiss',
  'reclassify',
  'reveal',
  'note',
  'returnVisit',
  'handBack',
  'directorCall',
  'unfollow',
  'share',
  'tryVisit',
  'endVisit',
  'flag',
  'checkDefect',
  'quote',
  'price',
  'acceptQuote',
  'refuseQuote',
  'recordAnswer',
  'withdrawQuote',
  'settle',
  'nobodyHome',
  'proposeDate',
  'acceptDate',
  'declineDate',
  'recordDate',
  'cancel',
  'change',
  'urge',
  'rework',
  'nameFacility',
  'spend',
  'announce',
  'merge',
  'unmerge',
  'disputeMerge',
  'keepMerged',
  'arrange',
  'rearrange',
  'offerPrice',
  'complete',
  'providerVisit',
  'qualityVisit',
] as const;

export type Action = (typeof ACTIONS)[number];

/** A row, and who reads what is written with it: residents too, so that it is checked first, or colleagues and nobody else. */
export interface TicketRow extends LifecycleRow<TicketState, Action, Status, TicketEventName> {
  readBy: 'everybody' | 'colleagues';
}

const isSupervised = (ticket: TicketState) => ticket.supervised;
const isHandedOver = (ticket: TicketState) => ticket.happened.handed_over !== undefined;
const isTakenOn = (ticket: TicketState) => ticket.happened.taken_on !== undefined;
const isWithTheHead = (ticket: TicketState) => isHandedOver(ticket) && !isTakenOn(ticket);
const isPublic = (ticket: TicketState) => ticket.place === 'public';
const isPublicAgain = (ticket: TicketState) => isPublic(ticket) && ticket.round > 1;
const isOnlyMine = (ticket: TicketState) => ticket.onlyMine === true;
const isWithTheAgent = (ticket: TicketState) => !isHandedOver(ticket);
const isAccepted = (ticket: TicketState) => ticket.happened.accepted !== undefined;
const hasClaims = (ticket: TicketState) => ticket.claims.length > 0;
const isReturnVisited = (ticket: TicketState) => ticket.happened.return_visited !== undefined;
const wasRatedLow = (ticket: TicketState) => ticket.happened.rated_low !== undefined || ticket.happened.co_rated_low !== undefined;
/** Closed without a word of whoever reported it: by silence, or by the supervisor's own eyes (Z1, Z3). */
const wasSilent = ({ happened }: TicketState) =>
  happened.confirmed === undefined && (happened.confirmed_by_silence !== undefined || happened.confirmed_by_head !== undefined);
/** Z3: the head has seen it mended, and whoever reported it has not said what they think. */
const isSeenOnly = (ticket: TicketState, now: Date) =>
  ticket.happened.confirmed_by_head !== undefined && ticket.happened.confirmed === undefined && isReopenable(ticket, now);
/** C8: closed because nobody accepted it, which accepts nothing. */
const isUnheard = ({ happened }: TicketState) => happened.closed_unheard !== undefined && happened.confirmed === undefined;
/** R9, C8: done, and nobody of the home has said that it is; in a call it may be put on record. */
export const isUnconfirmed = (ticket: TicketState) => ticket.status === 'finished' || isUnheard(ticket);
const isLargeDefect = (ticket: TicketState) => ticket.largeDefect === true;
/** What was worked on once is not taken back any more. */
const isFirstRound = (ticket: TicketState) => ticket.round === 1;
const wasBegun = ({ onSite }: TicketState) => onSite.before || onSite.now;
const isRework = (ticket: TicketState) => ticket.round > 1 || ticket.reworkOf !== null;
/** V8, S9: whoever answered and was content is not called any more. */
const isCallOver = (ticket: TicketState) => isReturnVisited(ticket) || (ticket.status === 'closed' && !wasRatedLow(ticket) && !wasSilent(ticket));
const isReworkNotVisited = (ticket: TicketState) => isRework(ticket) && ticket.happened.visited === undefined;

/** On the dot is in time; a date that was never set lets nothing lapse. */
const isWithin = (until: Date | undefined, now: Date) => until === undefined || now <= until;
/** Z1: nobody answered yet, and the days of silence are not over, whether or not anybody looked. */
const isUnanswered = (ticket: TicketState, now: Date) => isWithin(ticket.until.silence, now);
const isReopenable = (ticket: TicketState, now: Date) => ticket.until.reopen !== undefined && now <= ticket.until.reopen;
const isUnansweredOrReopenable = (ticket: TicketState, now: Date) => isUnanswered(ticket, now) || isReopenable(ticket, now);
/** R6: too late for another round, and still warranted. */
const isWarranted = (ticket: TicketState, now: Date) =>
  !isReopenable(ticket, now) && ticket.until.warranty !== undefined && now <= ticket.until.warranty;

/** Common parts are free, and so is mending again what was not mended (R6, R11). */
const mayBeCharged = (ticket: TicketState) => ticket.place === 'home' && !isRework(ticket);
const waitsForPrice = (ticket: TicketState) => ticket.quote?.stand === 'pricing';
const isOffered = (ticket: TicketState) => ticket.quote?.stand === 'offered';
/** I7: somebody of the home refused the price and would have it ended; whoever reported it may, though somebody is there. */
const isEndAsked = ({ quote }: TicketState) => quote?.stand === 'refused' && quote.wouldEnd === true;
const isQuoteUnanswered = (ticket: TicketState) => isOffered(ticket) || waitsForPrice(ticket);
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
const isOutside = (ticket: TicketState) => ticket.provider !== null;
/** R12, I7: at another price than the one that was ordered nothing is begun. */
const mayNotBegin = (ticket: TicketState) => ticket.kind === 'special_service' && isQuoteUnanswered(ticket);
const mayBeOffered = (ticket: TicketState) => mayBeCharged(ticket) && !isOffered(ticket);
const isProviderVisited = (ticket: TicketState) => ticket.happened.provider_visited !== undefined;
const isOutsideVisited = (ticket: TicketState) => !isOutside(ticket) || isProviderVisited(ticket);
const isQualityVisited = (ticket: TicketState) => ticket.happened.quality_visited !== undefined;
const owesDirectorsCall = (ticket: TicketState) => ticket.keyCustomer && ticket.happened.director_called === undefined;

const isMerged = (ticket: TicketState) => ticket.merged !== null;
/** Z3: whoever’s own was merged said it is another matter, and nobody has answered yet. */
export const isDisputed = (ticket: TicketState) => isMerged(ticket) && ticket.happened.merge_disputed !== undefined;
/** S9: a household whose own was merged gave a low score, and was not called since; taken apart, it waits for its call all the same. */
const wasCoRatedLow = ({ happened }: TicketState) => happened.co_rated_low !== undefined;
/** I7: what was promised to this household alone is still owed, and may be agreed on with it. */
const isOwedApart = ({ merged }: TicketState) => merged?.owes === true;
const isSecretAndMerged = (ticket: TicketState) => isMerged(ticket) && isOnlyMine(ticket);
/** Others wait for it too: nobody takes it back for them. */
const hasTakenIn = (ticket: TicketState) => ticket.tookIn.length > 0;
const isNotTakenBack = (ticket: TicketState) => hasTakenIn(ticket) || wasBegun(ticket);

/** Whoever is sent begins anew. */
const AGAIN: readonly TicketEventName[] = ['accepted', 'arrived'];

/** Whoever hands it back was not sent any more either. */
const WAS_SENT: readonly TicketEventName[] = ['dispatched', ...AGAIN];

/** Whoever found nobody comes again. */
const AGAIN_AT_THE_DOOR: readonly TicketEventName[] = ['arrived'];

/** What was said to the last date is no answer to the next. */
const ANSWERED: readonly TicketEventName[] = ['date_declined', 'date_lapsed'];

/** An opinion is given once; what was asked before it no longer counts as asking about it. */
const ASKED_BEFORE: readonly TicketEventName[] = ['return_visited'];

/** Taken apart, it was not merged any more. */
const WAS_MERGED: readonly TicketEventName[] = ['merged', 'merge_disputed', 'merge_upheld'];

/** Answered, it may be disputed again. */
const WAS_DISPUTED: readonly TicketEventName[] = ['merge_disputed'];

const NEW_DATES: readonly TicketEventName[] = ['agreed', 'rescheduled', 'visit_rescheduled'];
const NEW_NAMES: readonly TicketEventName[] = ['reclassified', 'recategorised'];
const WHO_SPEAKS: readonly Relation[] = ['resident', 'assignee', 'firstContact', 'agent', 'head', 'director', 'quality'];
const COLLEAGUES: readonly Relation[] = ['assignee', 'firstContact', 'agent', 'head', 'director', 'quality'];
/** Nobody decides on their own matter or their home's, nor on their own work. */
const OWN: readonly Relation[] = ['reporter', 'household', 'fellow'];
/** Whose work or whose own it is: nobody settles that themselves. */
export const HANDS_AND_OWN: readonly Relation[] = ['assignee', ...OWN];

/** Whoever waits for it with others is not shown whom they would send away. */
const HANDS_AND_FELLOW: readonly Relation[] = ['assignee', 'fellow'];

const REPAIR: readonly TicketKind[] = ['repair'];
const SERVICE: readonly TicketKind[] = ['special_service'];
/** What every kind of ticket allows alike. */
const EVERY: readonly TicketKind[] = [...REPAIR, ...SERVICE];
const SENT: readonly Status[] = ['dispatched', 'on_site'];
const WORKED_ON: readonly Status[] = ['on_site', 'finished', 'closed'];
const ANY: readonly Status[] = ['received', 'dispatched', 'on_site', 'finished', 'closed'];
/** Nobody is at work yet. */
const BEFORE_WORK: readonly Status[] = ['received', 'dispatched'];
/** Dealt with elsewhere, or again by itself. */
const MERGED_OR_APART: readonly Status[] = ['cancelled', ...UNDER_WAY];
/** Also what was taken back: a breach before it keeps its cause. */
const EVER: readonly Status[] = [...ANY, 'cancelled'];

// Who may do what next. Where an action has two rows, the first that fits counts.
// biome-ignore format: a table reads best as one
export const LIFECYCLE: readonly TicketRow[] = [
  { action: 'handOver',                                            label: '转给工程主管',   kinds: REPAIR, from: ['received'],              to: null,         does: ['handed_over'],                      by: ['agent'],                               needs: isSupervised,             unless: isHandedOver, readBy: 'colleagues', clause: 'D1',  since: '2026-01-01' },
  { action: 'takeOn',                                              label: '接下并答应时间', kinds: REPAIR, from: ['received'],              to: null,         does: ['taken_on'],                         by: ['head'],                                needs: isWithTheHead,                                  readBy: 'everybody',  clause: 'D2',  since: '2026-01-01' },
  { action: 'dispatch',    name: 'dispatch by agent',              label: '派师傅',         kinds: REPAIR, from: ['received'],              to: 'dispatched', does: ['dispatched'],        clears: AGAIN, by: ['agent'],                                                                unless: isSupervised, readBy: 'everybody',  clause: 'I16', since: '2026-01-01' },
  { action: 'dispatch',    name: 'dispatch by head once taken on', label: '派师傅',         kinds: REPAIR, from: ['received'],              to: 'dispatched', does: ['dispatched'],        clears: AGAIN, by: ['head'],                                needs: isTakenOn,                                      readBy: 'everybody',  clause: 'D2',  since: '2026-01-01' },
  { action: 'dispatch',    name: 'dispatch by head',               label: '派师傅',         kinds: REPAIR, from: ['received'],              to: 'dispatched', does: ['dispatched'],        clears: AGAIN, by: ['head'],                                needs: isWithTheAgent,           unless: isSupervised, readBy: 'everybody',  clause: 'R8',  since: '2026-01-01' },
  { action: 'reassign',    name: 'reassign by agent',              label: '改派别人',       kinds: REPAIR, from: ['dispatched', 'on_site'], to: 'dispatched', does: ['dispatched'],        clears: AGAIN, by: ['agent'],         notBy: HANDS_AND_FELLOW,                                 unless: isSupervised, readBy: 'everybody',  clause: 'I16', since: '2026-01-01' },
  { action: 'reassign',    name: 'reassign by head',               label: '改派别人',       kinds: REPAIR, from: ['dispatched', 'on_site'], to: 'dispatched', does: ['dispatched'],        clears: AGAIN, by: ['head'],          notBy: HANDS_AND_FELLOW,                                                       readBy: 'everybody',  clause: 'R8',  since: '2026-01-01' },
  { action: 'accept',                                              label: '接下',           kinds: EVERY,  from: ['dispatched'],            to: null,         does: ['accepted'],                         by: ['assignee'],                                                             unless: isAccepted,   readBy: 'everybody',  clause: 'R8',  since: '2026-01-01' },
  { action: 'arrive',                                              label: '我到了',         kinds: EVERY,  from: ['dispatched'],            to: 'on_site',    does: ['arrived'],                          by: ['assignee'],                                                        unless: mayNotBegin,                readBy: 'everybody',  clause: 'R3',  since: '2026-01-01' },
  { action: 'finish',                                              label: '修好了',         kinds: REPAIR, from: ['on_site'],               to: 'finished',   does: ['finished'],                         by: ['assignee'],                                                                                   readBy: 'everybody',  clause: 'R3',  since: '2026-01-01' },
  { action: 'answerClaim',                                         label: '确认师傅记的时间', kinds: EVERY,  from: ANY,                       to: null,         does: ['claim_upheld', 'claim_declined'],   by: ['head'],          notBy: HANDS_AND_OWN, needs: hasClaims,                                      readBy: 'colleagues', clause: 'R3',  since: '2026-01-01' },
  { action: 'confirm',                                             label: '确认修好',       kinds: REPAIR, from: ['finished'],              to: 'closed',     does: ['confirmed', 'rated_low'], clears: ASKED_BEFORE, by: ['resident'],      notBy: ['assignee'],  needs: isUnanswered,                                   readBy: 'everybody',  clause: 'R9',  since: '2026-01-01' },
  { action: 'confirm',     name: 'confirm what the head has seen',  label: '确认修好',       kinds: REPAIR, from: ['closed'],                to: 'closed',     does: ['confirmed', 'rated_low'], clears: ASKED_BEFORE, by: ['resident'],      notBy: ['assignee'],  needs: isSeenOnly,                                     readBy: 'everybody',  clause: 'Z3',  since: '2026-01-01' },
  { action: 'reopen',      name: 'reopen before it is confirmed',  label: '没修好',         kinds: REPAIR, from: ['finished'],              to: 'received',   does: ['reopened'],                         by: ['resident', 'fellow'], notBy: ['assignee'],  needs: isUnansweredOrReopenable,                       readBy: 'everybody',  clause: 'R11', since: '2026-01-01' },
  { action: 'reopen',      name: 'reopen after it was confirmed',  label: '没修好',         kinds: REPAIR, from: ['closed'],                to: 'received',   does: ['reopened'],                         by: ['resident', 'fellow'], notBy: ['assignee'],  needs: isReopenable,                                   readBy: 'everybody',  clause: 'Z1',  since: '2026-01-01' },
  { action: 'say',                                                 label: '留言',           kinds: EVERY,  from: ANY,                       to: null,         does: ['said', 'asked', 'answered', 'reassured'], by: WHO_SPEAKS,                                                                                     readBy: 'everybody',  clause: 'I2',  since: '2026-01-01' },
  { action: 'call',                                                label: '记一次电话',     kinds: EVERY,  from: ANY,                       to: null,         does: ['called'],                           by: ['agent', 'head'], notBy: OWN,                                                                  readBy: 'everybody',  clause: 'R8',  since: '2026-01-01' },
  { action: 'visit',                                               label: '记特殊回访',     kinds: REPAIR, from: ANY,                       to: null,         does: ['visited'],                          by: ['agent'],         notBy: HANDS_AND_OWN, needs: isReworkNotVisited,                             readBy: 'everybody',  clause: 'R11', since: '2026-01-01' },
  { action: 'agree',                                               label: '和住户约时间',   kinds: EVERY,  from: UNDER_WAY,                 to: null,         does: NEW_DATES,                            by: ['agent', 'head'], notBy: HANDS_AND_OWN,                                                        readBy: 'everybody',  clause: 'I7',  since: '2026-01-01' },
  { action: 'explainMiss',                                         label: '记超时原因',     kinds: EVERY,  from: EVER,                      to: null,         does: ['explained'],                        by: ['agent', 'head'], notBy: OWN,                                                                  readBy: 'everybody',  clause: 'R3',  since: '2026-01-01' },
  { action: 'reclassify',                                          label: '改类别',         kinds: REPAIR, from: UNDER_WAY,                 to: null,         does: NEW_NAMES,                            by: ['agent', 'head'], notBy: HANDS_AND_OWN,                                                        readBy: 'colleagues', clause: 'R1',  since: '2026-01-01' },
  { action: 'reveal',      name: 'reveal to whoever follows it',   label: '看号码',         kinds: EVERY,  from: ANY,                       to: null,         does: [],                                   by: ['agent', 'head'], notBy: OWN,                                                                  readBy: 'everybody',  clause: 'A1',  since: '2026-01-01' },
  { action: 'reveal',      name: 'reveal to whoever holds it',     label: '看号码',         kinds: EVERY,  from: ['dispatched', 'on_site'], to: null,         does: [],                                   by: ['assignee'],      notBy: OWN,                                                                  readBy: 'everybody',  clause: 'A1',  since: '2026-01-01' },
  { action: 'note',                                                label: '记给同事',       kinds: EVERY,  from: EVER,                      to: null,         does: ['noted'],                            by: COLLEAGUES,        notBy: OWN,                                                                  readBy: 'colleagues', clause: 'I2',  since: '2026-01-01' },
  // Never the other way: what the household has seen cannot be unseen.
  { action: 'share',                                               label: '让家里人也看到', kinds: REPAIR, from: ANY,                       to: null,         does: ['shared'],                           by: ['resident'],                            needs: isOnlyMine,                                     readBy: 'everybody',  clause: 'I5',  since: '2026-01-01' },
  { action: 'unfollow',                                            label: '不再跟着',       kinds: EVERY,  from: ANY,                       to: null,         does: ['unfollowed'],                       by: ['follower'],      notBy: OWN,                                                                  readBy: 'everybody',  clause: 'I5',  since: '2026-01-01' },
  { action: 'returnVisit', name: 'return visit without an answer', label: '记回访',         kinds: EVERY,  from: ['finished'],              to: null,         does: ['return_visited'],                   by: ['agent'],         notBy: HANDS_AND_OWN,                                  unless: isReturnVisited, readBy: 'everybody',  clause: 'V8', since: '2026-01-01' },
  { action: 'returnVisit', name: 'return visit after a low score', label: '记回访',         kinds: REPAIR, from: ['closed'],                to: null,         does: ['return_visited'],                   by: ['agent'],         notBy: HANDS_AND_OWN, needs: wasRatedLow,              unless: isReturnVisited, readBy: 'everybody',  clause: 'S9', since: '2026-01-01' },
  { action: 'returnVisit', name: 'return visit after silence',     label: '记回访',         kinds: REPAIR, from: ['closed'],                to: null,         does: ['return_visited'],                   by: ['agent'],         notBy: HANDS_AND_OWN, needs: wasSilent,                unless: isReturnVisited, readBy: 'everybody',  clause: 'V8', since: '2026-01-01' },
  { action: 'tryVisit', name: 'tryVisit after not fixed', label: '没打通', kinds: REPAIR, from: ANY, to: null, does: ['visit_tried'], by: ['agent'], notBy: HANDS_AND_OWN, needs: isReworkNotVisited, readBy: 'everybody',  clause: 'Z13', since: '2026-01-01' },
  { action: 'tryVisit', name: 'tryVisit after the repair', label: '没打通', kinds: EVERY,  from: ['finished', 'closed'], to: null, does: ['visit_tried'], by: ['agent'], notBy: HANDS_AND_OWN, unless: isCallOver, readBy: 'everybody',  clause: 'Z13', since: '2026-01-01' },
  { action: 'endVisit', name: 'endVisit after not fixed', label: '联系不上，不再打', kinds: REPAIR, from: ANY, to: null, does: ['visit_ended'], by: ['agent'], notBy: HANDS_AND_OWN, needs: isReworkNotVisited, readBy: 'everybody',  clause: 'Z13', since: '2026-01-01' },
  { action: 'endVisit', name: 'endVisit after the repair', label: '联系不上，不再打', kinds: EVERY,  from: ['finished', 'closed'], to: null, does: ['visit_ended'], by: ['agent'], notBy: HANDS_AND_OWN, unless: isCallOver, readBy: 'everybody',  clause: 'Z13', since: '2026-01-01' },
  { action: 'confirmPublic',                                       label: '看过了，修好了', kinds: REPAIR, from: ['finished'],              to: 'closed',     does: ['confirmed_by_head'],                by: ['head'],          notBy: HANDS_AND_OWN, needs: isPublic,                                       readBy: 'colleagues', clause: 'Z3',  since: '2026-01-01' },
  { action: 'flag',                                                label: '大缺陷',         kinds: REPAIR, from: ANY,                       to: null,         does: ['flagged', 'unflagged'],             by: ['head'],          notBy: OWN,                                                                  readBy: 'colleagues', clause: 'R10', since: '2026-01-01' },
  { action: 'checkDefect',                                         label: '记大缺陷检查',   kinds: REPAIR, from: ['finished', 'closed'],    to: null,         does: ['defect_checked'],                   by: ['head'],          notBy: HANDS_AND_OWN, needs: isLargeDefect,                                  readBy: 'everybody',  clause: 'R10', since: '2026-01-01' },
  { action: 'quote',                                               label: '报价',           kinds: REPAIR, from: SENT,                      to: null,         does: ['quoted', 'price_asked'],            by: ['assignee', 'head'], notBy: OWN,         needs: mayBeCharged,                                     readBy: 'everybody',  clause: 'R5',  since: '2026-01-01' },
  { action: 'price',                                               label: '定价',           kinds: REPAIR, from: SENT,                      to: null,         does: ['priced'],                           by: ['head'],          notBy: HANDS_AND_OWN, needs: waitsForPrice,                                    readBy: 'everybody',  clause: 'R5',  since: '2026-01-01' },
  { action: 'acceptQuote',                                         label: '同意报价',       kinds: EVERY,  from: SENT,                      to: null,         does: ['quote_accepted'],                   by: ['resident'],      notBy: ['assignee'],  needs: isOffered,                                        readBy: 'everybody',  clause: 'I7',  since: '2026-01-01' },
  { action: 'refuseQuote',                                         label: '不同意报价',     kinds: EVERY,  from: SENT,                      to: null,         does: ['quote_refused'],                    by: ['resident'],      notBy: ['assignee'],  needs: isOffered,                                        readBy: 'everybody',  clause: 'I7',  since: '2026-01-01' },
  { action: 'recordAnswer',                                        label: '记住户的答复',   kinds: EVERY,  from: SENT,                      to: null,         does: ['quote_accepted', 'quote_refused'],  by: ['agent', 'head'], notBy: HANDS_AND_OWN, needs: isOffered,                                        readBy: 'everybody',  clause: 'I7',  since: '2026-01-01' },
  { action: 'withdrawQuote',                                       label: '撤回报价',       kinds: REPAIR, from: SENT,                      to: null,         does: ['quote_withdrawn'],                  by: ['assignee', 'head'], notBy: OWN,        needs: isQuoteUnanswered,                                     readBy: 'everybody',  clause: 'R5',  since: '2026-01-01' },
  { action: 'settle',                                              label: '结算完',         kinds: EVERY,  from: ['closed'],                to: null,         does: ['settled'],                          by: ['agent'],         notBy: HANDS_AND_OWN, needs: owesSettling,                                     readBy: 'everybody',  clause: 'R14', since: '2026-01-01' },
  { action: 'nobodyHome',                                          label: '家里没人',       kinds: EVERY,  from: SENT,                      to: 'dispatched', does: ['nobody_home'],       clears: AGAIN_AT_THE_DOOR, by: ['assignee'],   notBy: OWN,           needs: isAtHome,                                         readBy: 'everybody',  clause: 'Z14', since: '2026-01-01' },
  { action: 'proposeDate',                                         label: '定新的时间',     kinds: EVERY,  from: SENT,                      to: null,         does: ['date_proposed'],     clears: ANSWERED, by: ['agent', 'head'], notBy: HANDS_AND_OWN, needs: needsNewDate,                                     readBy: 'everybody',  clause: 'Z14', since: '2026-01-01' },
  { action: 'acceptDate',                                          label: '接受新的时间',   kinds: EVERY,  from: UNDER_WAY,                 to: null,         does: ['date_accepted'],                    by: ['resident'],      notBy: ['assignee'],  needs: hasDateAhead,                                     readBy: 'everybody',  clause: 'Z14', since: '2026-01-01' },
  { action: 'declineDate',                                         label: '另约时间',       kinds: EVERY,  from: UNDER_WAY,                 to: null,         does: ['date_declined'],                    by: ['resident'],      notBy: ['assignee'],  needs: hasDateAhead,                                       readBy: 'everybody',  clause: 'Z14', since: '2026-01-01' },
  { action: 'recordDate',                                          label: '记新时间的答复', kinds: EVERY,  from: UNDER_WAY,                 to: null,         does: ['date_accepted', 'date_declined'],   by: ['agent', 'head'], notBy: HANDS_AND_OWN, needs: hasDateAhead,                                     readBy: 'everybody',  clause: 'Z14', since: '2026-01-01' },
  { action: 'cancel',      name: 'cancel by the reporter',         label: '撤回',           kinds: EVERY,  from: BEFORE_WORK,               to: 'cancelled',  does: ['cancelled'],                        by: ['author'],        notBy: ['assignee'],  needs: isFirstRound,           unless: isNotTakenBack, readBy: 'everybody',  clause: 'R4',  since: '2026-01-01' },
  { action: 'cancel',      name: 'cancel on a resident’s word',    label: '替住户撤回',     kinds: EVERY,  from: BEFORE_WORK,               to: 'cancelled',  does: ['cancelled'],                        by: ['agent'],         notBy: HANDS_AND_OWN, needs: isFirstRound,           unless: isNotTakenBack, readBy: 'everybody',  clause: 'R4',  since: '2026-01-01' },
  { action: 'cancel',      name: 'cancel after a housemate’s refusal', label: '不修了',     kinds: EVERY, from: UNDER_WAY,                 to: 'cancelled',  does: ['cancelled'],                        by: ['author'],        notBy: ['assignee'],  needs: isEndAsked,               unless: hasTakenIn,   readBy: 'everybody',  clause: 'I7',  since: '2026-01-01' },
  { action: 'cancel',      name: 'cancel on a resident’s word after a housemate’s refusal', label: '替住户撤回', kinds: EVERY, from: UNDER_WAY,   to: 'cancelled', does: ['cancelled'],              by: ['agent'],         notBy: HANDS_AND_OWN, needs: isEndAsked,               unless: hasTakenIn,   readBy: 'everybody',  clause: 'I7',  since: '2026-01-01' },
  { action: 'change',                                              label: '改一改、补充',   kinds: REPAIR, from: BEFORE_WORK,               to: null,         does: ['changed', ...NEW_NAMES],            by: ['author'],        notBy: ['assignee'],                                                         readBy: 'everybody',  clause: 'I9',  since: '2026-01-01' },
  { action: 'urge',                                                label: '催一下',         kinds: EVERY,  from: UNDER_WAY,                 to: null,         does: ['urged'],                            by: ['resident'],      notBy: ['assignee'],                                                         readBy: 'everybody',  clause: 'I7',  since: '2026-01-01' },
  { action: 'rework',                                              label: '又坏了，免费返修', kinds: REPAIR, from: ['closed'],              to: null,         does: [],                                   by: ['resident'],      notBy: ['assignee'],  needs: isWarranted,                                    readBy: 'everybody',  clause: 'R6',  since: '2026-01-01' },
  { action: 'nameFacility',                                        label: '是哪一处设施',   kinds: REPAIR, from: ANY,                       to: null,         does: ['facility_named'],                   by: ['assignee', 'agent', 'head'], notBy: OWN, needs: isPublic,                                      readBy: 'everybody',  clause: 'R7',  since: '2026-01-01' },
  { action: 'spend',                                               label: '记用工用料',     kinds: REPAIR, from: WORKED_ON,                 to: null,         does: ['spent'],                            by: ['assignee', 'head'], notBy: OWN,        needs: isPublic,                                        readBy: 'colleagues', clause: 'R7',  since: '2026-01-01' },
  { action: 'spend',       name: 'spend of the round before',      label: '记用工用料',     kinds: REPAIR, from: BEFORE_WORK,               to: null,         does: ['spent'],                            by: ['head'],          notBy: OWN,        needs: isPublicAgain,                                   readBy: 'colleagues', clause: 'R7',  since: '2026-01-01' },
  { action: 'announce',                                            label: '发工程通知',     kinds: REPAIR, from: ANY,                       to: null,         does: [],                                   by: ['head'],                                needs: isPublic,                                       readBy: 'everybody',  clause: 'R7',  since: '2026-01-01' },
  { action: 'handBack',                                            label: '退回',           kinds: EVERY,  from: ['dispatched', 'on_site'], to: 'received',   does: ['handed_back'],       clears: WAS_SENT, by: ['assignee'],                                                                                   readBy: 'colleagues', clause: 'R8',  since: '2026-01-01' },
  { action: 'directorCall',                                        label: '主任联系住户',   kinds: EVERY,  from: ['closed'],                to: null,         does: ['director_called'],                  by: ['director'],      notBy: OWN,           needs: owesDirectorsCall,                              readBy: 'everybody',  clause: 'I4',  since: '2026-01-01' },
  { action: 'merge',                                               label: '并到一起',       kinds: REPAIR, from: UNDER_WAY,                 to: null,         does: ['merged', 'took_in', 'carried_over'],                by: ['agent', 'head'], notBy: HANDS_AND_OWN,                                                        readBy: 'everybody',  clause: 'Z3',  since: '2026-01-01' },
  { action: 'unmerge',                                             label: '拆开，单独办',   kinds: REPAIR, from: ['cancelled'],             to: null,         does: ['unmerged', 'let_go'], clears: WAS_MERGED, by: ['agent', 'head'], notBy: HANDS_AND_OWN, needs: isMerged,                                  readBy: 'everybody',  clause: 'Z3',  since: '2026-01-01' },
  // A merged ticket keeps its own thread, and its reporter a number to be called at.
  { action: 'say',         name: 'say in a merged one',            label: '留言',           kinds: REPAIR, from: ['cancelled'],             to: null,         does: ['said', 'asked', 'answered', 'reassured'], by: WHO_SPEAKS,                    needs: isMerged,                                       readBy: 'everybody',  clause: 'Z3',  since: '2026-01-01' },
  { action: 'call',        name: 'call about a merged one',        label: '记一次电话',     kinds: REPAIR, from: ['cancelled'],             to: null,         does: ['called'],                           by: ['agent', 'head'], notBy: OWN,           needs: isMerged,                                       readBy: 'everybody',  clause: 'Z3',  since: '2026-01-01' },
  { action: 'reveal',      name: 'reveal of a merged one',         label: '看号码',         kinds: REPAIR, from: ['cancelled'],             to: null,         does: [],                                   by: ['agent', 'head'], notBy: OWN,           needs: isMerged,                                       readBy: 'everybody',  clause: 'A1',  since: '2026-01-01' },
  { action: 'share',       name: 'share a merged one',             label: '让家里人也看到', kinds: REPAIR, from: ['cancelled'],             to: null,         does: ['shared'],                           by: ['resident'],                            needs: isSecretAndMerged,                              readBy: 'everybody',  clause: 'Z3',  since: '2026-01-01' },
  { action: 'confirm',     name: 'rate what one’s own was merged into', label: '确认修好',  kinds: REPAIR, from: ['finished', 'closed'],    to: null,         does: ['co_rated', 'co_rated_low'], clears: ASKED_BEFORE, by: ['fellow'],        notBy: ['resident', 'assignee'], needs: isReopenable,                         readBy: 'everybody',  clause: 'Z3',  since: '2026-01-01' },
  { action: 'returnVisit', name: 'return visit after a low score of a merged one', label: '记回访', kinds: REPAIR, from: MERGED_OR_APART, to: null, does: ['return_visited'], by: ['agent'], notBy: HANDS_AND_OWN, needs: wasCoRatedLow, unless: isReturnVisited, readBy: 'everybody', clause: 'S9', since: '2026-01-01' },
  { action: 'tryVisit', name: 'tryVisit after a low score of a merged one', label: '没打通', kinds: REPAIR, from: MERGED_OR_APART, to: null, does: ['visit_tried'], by: ['agent'], notBy: HANDS_AND_OWN, needs: wasCoRatedLow, unless: isReturnVisited, readBy: 'everybody', clause: 'Z13', since: '2026-01-01' },
  { action: 'endVisit', name: 'endVisit after a low score of a merged one', label: '联系不上，不再打', kinds: REPAIR, from: MERGED_OR_APART, to: null, does: ['visit_ended'], by: ['agent'], notBy: HANDS_AND_OWN, needs: wasCoRatedLow, unless: isReturnVisited, readBy: 'everybody', clause: 'Z13', since: '2026-01-01' },
  { action: 'agree',       name: 'agree with whoever is owed apart', label: '和住户约时间', kinds: REPAIR, from: ['cancelled'],           to: null,         does: NEW_DATES,                            by: ['agent', 'head'], notBy: HANDS_AND_OWN, needs: isOwedApart,                                    readBy: 'everybody', clause: 'I7',  since: '2026-01-01' },
  { action: 'disputeMerge',                                        label: '这不是同一件',   kinds: REPAIR, from: ['cancelled'],             to: null,         does: ['merge_disputed'],                   by: ['resident'],      notBy: ['assignee'],  needs: isMerged,                 unless: isDisputed,   readBy: 'everybody',  clause: 'Z3',  since: '2026-01-01' },
  { action: 'keepMerged',                                          label: '是同一件',       kinds: REPAIR, from: ['cancelled'],             to: null,         does: ['merge_upheld'],      clears: WAS_DISPUTED, by: ['agent', 'head'], notBy: HANDS_AND_OWN, needs: isDisputed,                            readBy: 'everybody',  clause: 'Z3',  since: '2026-01-01' },
  { action: 'arrange',                                             label: '安排人、定时间', kinds: SERVICE, from: ['received'],             to: 'dispatched', does: ['dispatched'],        clears: AGAIN, by: ['agent'],         notBy: OWN,                                                                  readBy: 'everybody',  clause: 'R12', since: '2026-01-01' },
  { action: 'rearrange',                                           label: '换人办',         kinds: SERVICE, from: SENT,                     to: 'dispatched', does: ['dispatched'],        clears: AGAIN, by: ['agent'],         notBy: OWN,                                                                  readBy: 'everybody',  clause: 'R12', since: '2026-01-01' },
  { action: 'offerPrice',  name: 'offer another price',            label: '改价格',         kinds: SERVICE, from: SENT,                     to: null,         does: ['quoted'],                           by: ['agent', 'assignee'], notBy: OWN,       needs: mayBeOffered,                                     readBy: 'everybody',  clause: 'I7',  since: '2026-01-01' },
  { action: 'withdrawQuote', name: 'withdraw another price',       label: '撤回新价格',     kinds: SERVICE, from: SENT,                     to: null,         does: ['quote_withdrawn'],                  by: ['agent', 'assignee'], notBy: OWN,       needs: isOffered,                                        readBy: 'everybody',  clause: 'I7',  since: '2026-01-01' },
  { action: 'arrive',      name: 'arrival of an outside provider', label: '登记到场',       kinds: SERVICE, from: ['dispatched'],           to: 'on_site',    does: ['arrived'],                          by: ['agent'],         notBy: OWN,           needs: isOutside, unless: mayNotBegin,                   readBy: 'everybody',  clause: 'R13', since: '2026-01-01' },
  { action: 'nobodyHome',  name: 'nobody home to an outside provider', label: '家里没人',  kinds: SERVICE, from: SENT,                     to: 'dispatched', does: ['nobody_home'], clears: AGAIN_AT_THE_DOOR, by: ['agent'],  notBy: OWN,           needs: isOutside,                                        readBy: 'everybody',  clause: 'Z14', since: '2026-01-01' },
  { action: 'complete',                                            label: '做好了',         kinds: SERVICE, from: ['on_site'],              to: 'finished',   does: ['finished'],                         by: ['assignee'],                                                                                   readBy: 'everybody',  clause: 'R13', since: '2026-01-01' },
  { action: 'complete',    name: 'complete by an outside provider', label: '登记做好了',    kinds: SERVICE, from: ['on_site'],              to: 'finished',   does: ['finished'],                         by: ['agent'],         notBy: OWN,           needs: isOutside,                                        readBy: 'everybody',  clause: 'R13', since: '2026-01-01' },
  { action: 'confirm',     name: 'acceptance of a service',        label: '验收',           kinds: SERVICE, from: ['finished'],             to: 'closed',     does: ['confirmed'],    clears: ASKED_BEFORE, by: ['resident'],     notBy: ['assignee'],                                                         readBy: 'everybody',  clause: 'C8',  since: '2026-01-01' },
  { action: 'reopen',      name: 'not done well, before acceptance', label: '没做好',       kinds: SERVICE, from: ['finished'],             to: 'received',   does: ['reopened'],                         by: ['resident'],      notBy: ['assignee'],                                                         readBy: 'everybody',  clause: 'R13', since: '2026-01-01' },
  { action: 'reopen',      name: 'not done well, after acceptance', label: '没做好',        kinds: SERVICE, from: ['closed'],               to: 'received',   does: ['reopened'],                         by: ['resident'],      notBy: ['assignee'],  needs: isReopenable,                                     readBy: 'everybody',  clause: 'R13', since: '2026-01-01' },
  { action: 'confirm',     name: 'acceptance once heard of again', label: '验收',           kinds: SERVICE, from: ['closed'],               to: 'closed',     does: ['confirmed'],    clears: ASKED_BEFORE, by: ['resident'],     notBy: ['assignee'],  needs: isUnheard,                                        readBy: 'everybody',  clause: 'C8',  since: '2026-01-01' },
  { action: 'reopen',      name: 'not done well, once heard of again', label: '没做好',     kinds: SERVICE, from: ['closed'],               to: 'received',   does: ['reopened'],                         by: ['resident'],      notBy: ['assignee'],  needs: isUnheard,                                        readBy: 'everybody',  clause: 'C8',  since: '2026-01-01' },
  { action: 'returnVisit', name: 'heard of again on the telephone', label: '记回访',       kinds: SERVICE, from: ['closed'],               to: null,         does: ['return_visited'],                   by: ['agent'],         notBy: HANDS_AND_OWN, needs: isUnheard,                                      readBy: 'everybody',  clause: 'C8',  since: '2026-01-01' },
  { action: 'providerVisit',                                       label: '记服务方回访',   kinds: SERVICE, from: ['finished', 'closed'],   to: null,         does: ['provider_visited'],                 by: ['assignee'],                             unless: isProviderVisited,                               readBy: 'everybody',  clause: 'V5',  since: '2026-01-01' },
  { action: 'providerVisit', name: 'visit of an outside provider', label: '记服务方回访',   kinds: SERVICE, from: ['finished', 'closed'],   to: null,         does: ['provider_visited'],                 by: ['agent'],         notBy: OWN,           unless: isOutsideVisited,                                readBy: 'everybody',  clause: 'V5',  since: '2026-01-01' },
  { action: 'providerVisit', name: 'visit for a technician who left', label: '记服务方回访',   kinds: SERVICE, from: ['finished', 'closed'],   to: null,         does: ['provider_visited'],                 by: ['agentInstead'],  notBy: OWN,           unless: isProviderVisited,                               readBy: 'everybody',  clause: 'V5',  since: '2026-01-01' },
  { action: 'qualityVisit',                                        label: '记品质回访',     kinds: SERVICE, from: ['finished', 'closed'],   to: null,         does: ['quality_visited'],                  by: ['quality'],       notBy: HANDS_AND_OWN, unless: isQualityVisited,                                readBy: 'everybody',  clause: 'V5',  since: '2026-01-01' },
  { action: 'tryVisit',    name: 'tryVisit of the provider',       label: '没打通',         kinds: SERVICE, from: ['finished', 'closed'],   to: null,         does: ['visit_tried'],                      by: ['assignee'],                             unless: isProviderVisited,                               readBy: 'everybody',  clause: 'Z13', since: '2026-01-01' },
  { action: 'tryVisit',    name: 'tryVisit of quality',            label: '没打通',         kinds: SERVICE, from: ['finished', 'closed'],   to: null,         does: ['visit_tried'],                      by: ['quality'],       notBy: HANDS_AND_OWN, unless: isQualityVisited,                                readBy: 'everybody',  clause: 'Z13', since: '2026-01-01' },
  { action: 'tryVisit',    name: 'tryVisit of an outside provider', label: '没打通',        kinds: SERVICE, from: ['finished', 'closed'],   to: null,         does: ['visit_tried'],                      by: ['agent'],         notBy: HANDS_AND_OWN, unless: isOutsideVisited,                                readBy: 'everybody',  clause: 'Z13', since: '2026-01-01' },
  { action: 'tryVisit',    name: 'tryVisit for a technician who left', label: '没打通',        kinds: SERVICE, from: ['finished', 'closed'],   to: null,         does: ['visit_tried'],                      by: ['agentInstead'],  notBy: HANDS_AND_OWN, unless: isProviderVisited,                               readBy: 'everybody',  clause: 'Z13', since: '2026-01-01' },
  { action: 'endVisit',    name: 'endVisit of the provider',       label: '联系不上，不再打', kinds: SERVICE, from: ['finished', 'closed'], to: null,         does: ['visit_ended'],                      by: ['assignee'],                             unless: isProviderVisited,                               readBy: 'everybody',  clause: 'Z13', since: '2026-01-01' },
  { action: 'endVisit',    name: 'endVisit of quality',            label: '联系不上，不再打', kinds: SERVICE, from: ['finished', 'closed'], to: null,         does: ['visit_ended'],                      by: ['quality'],       notBy: HANDS_AND_OWN, unless: isQualityVisited,                                readBy: 'everybody',  clause: 'Z13', since: '2026-01-01' },
  { action: 'endVisit',    name: 'endVisit of an outside provider', label: '联系不上，不再打', kinds: SERVICE, from: ['finished', 'closed'], to: null,        does: ['visit_ended'],                      by: ['agent'],         notBy: HANDS_AND_OWN, unless: isOutsideVisited,                                readBy: 'everybody',  clause: 'Z13', since: '2026-01-01' },
  { action: 'endVisit',    name: 'endVisit for a technician who left', label: '联系不上，不再打', kinds: SERVICE, from: ['finished', 'closed'], to: null,        does: ['visit_ended'],                      by: ['agentInstead'],  notBy: HANDS_AND_OWN, unless: isProviderVisited,                               readBy: 'everybody',  clause: 'Z13', since: '2026-01-01' },
];

/** Whether what is written with an action goes to colleagues and nobody else: all its rows say the same. */
export const staysInside = (action: Action): boolean => LIFECYCLE.find((row) => row.action === action)?.readBy === 'colleagues';

/** The rows open to these relations now: one button each. */
export function ticketActions(state: TicketState, relations: readonly Relation[], now: Date): TicketRow[] {
  return actionsFor<TicketState, TicketRow>(LIFECYCLE, state, relations, now);
}

/** The same of a special service. */
const SERVICE_HOLDS: Partial<Record<Status, string>> = {
  received: '还没安排',
  dispatched: '已经约好人',
  on_site: '人已经到了',
  finished: '已经做好，等住户验收',
};

/** Where a ticket stands, as whoever was too late reads it. */
const HOLDS: Record<Status, string> = {
  received: '还没派人',
  dispatched: '已派人',
  on_site: '师傅已经到了',
  finished: '已经修好，等住户确认',
  closed: '已经办完了',
  cancelled: '已经撤回了',
};

/** Where a ticket stands, in words that follow its number or 这一件. */
export const sayHolds = (state: Pick<TicketState, 'status' | 'merged'>): string =>
  state.merged ? `已经并到 ${state.merged.number} 一起办了` : HOLDS[state.status];

/** Why a report is not taken back, where its status alone does not say so. */
function whyNotTakenBack(state: TicketState): string | null {
  if (hasTakenIn(state)) return '别的住户也在等这一件';
  return BEFORE_WORK.includes(state.status) && wasBegun(state) ? '已经有人上门动过手；有话请留言' : null;
}

/** @throws Problem `ticket/not-yours` or `ticket/action-refused`, saying where the ticket stands */
export function permitTicket(action: Action, state: TicketState, relations: readonly Relation[], now: Date): TicketRow {
  try {
    return permit<TicketState, TicketRow>(LIFECYCLE, action, state, relations, now);
  } catch (refused) {
    if (refused instanceof Problem && refused.code === 'ticket/action-refused')
      throw new Problem(
        refused.code,
        `${refused.detail}，${(action === 'cancel' && whyNotTakenBack(state)) || `这一件${(state.kind === 'special_service' && SERVICE_HOLDS[state.status]) || sayHolds(state)}`}`,
      );
    throw refused;
  }
}
