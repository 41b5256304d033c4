import type { TicketRow } from '../tickets/actions.ts';
import { isOnlyMine, isReopenable, isReturnVisited } from '../tickets/conditions.ts';
import { ASKED_BEFORE, HANDS_AND_OWN, NEW_DATES, OWN, REPAIR, WHO_SPEAKS } from '../tickets/groups.ts';
import { type Status, type TicketEventName, type TicketState, UNDER_WAY } from '../tickets/ticket.ts';

const isMerged = (ticket: TicketState) => ticket.merged !== null;

/** Z3: whoever’s own was merged said it is another matter, and nobody has answered yet. */
export const isDisputed = (ticket: TicketState) => isMerged(ticket) && ticket.happened.merge_disputed !== undefined;

/** S9: a household whose own was merged gave a low score, and was not called since; taken apart, it waits for its call all the same. */
const wasCoRatedLow = ({ happened }: TicketState) => happened.co_rated_low !== undefined;
/** I7: what was promised to this household alone is still owed, and may be agreed on with it. */
const isOwedApart = ({ merged }: TicketState) => merged?.owes === true;

const isSecretAndMerged = (ticket: TicketState) => isMerged(ticket) && isOnlyMine(ticket);

/** Taken apart, it was not merged any more. */
const WAS_MERGED: readonly TicketEventName[] = ['merged', 'merge_disputed', 'merge_upheld'];

/** Answered, it may be disputed again. */
const WAS_DISPUTED: readonly TicketEventName[] = ['merge_disputed'];

/** Dealt with elsewhere, or again by itself. */
const MERGED_OR_APART: readonly Status[] = ['cancelled', ...UNDER_WAY];

/** Who may do what next: the rows of reports made one. */
// biome-ignore format: a table reads best as one
export const MERGING_ROWS: readonly TicketRow[] = [
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
];
