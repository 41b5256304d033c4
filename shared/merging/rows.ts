import type { TicketRow } from '../tickets/actions.ts';
import { isOnlyMine, isReopenable } from '../tickets/conditions.ts';
import { ASKED_BEFORE, HANDS_AND_OWN, OWN, REPAIR, WHO_SPEAKS } from '../tickets/groups.ts';
import { type TicketEventName, type TicketState, UNDER_WAY } from '../tickets/ticket.ts';

const isMerged = (ticket: TicketState) => ticket.merged !== null;

/** Z3: whoever’s own was merged said it is another matter, and nobody has answered yet. */
export const isDisputed = (ticket: TicketState) => isMerged(ticket) && ticket.happened.merge_disputed !== undefined;
const isSecretAndMerged = (ticket: TicketState) => isMerged(ticket) && isOnlyMine(ticket);

/** Taken apart, it was not merged any more. */
const WAS_MERGED: readonly TicketEventName[] = ['merged', 'merge_disputed', 'merge_upheld'];

/** Answered, it may be disputed again. */
const WAS_DISPUTED: readonly TicketEventName[] = ['merge_disputed'];

/** Who may do what next: the rows of reports made one. */
// biome-ignore format: a table reads best as one
export const MERGING_ROWS: readonly TicketRow[] = [
  { action: 'merge',                                               label: '并到一起',       kinds: REPAIR, from: UNDER_WAY,                 to: null,         does: ['merged', 'took_in', 'carried_over'],                by: ['agent', 'head'], notBy: HANDS_AND_OWN,                                                        clause: 'Z3',  since: '2026-01-01' },
  { action: 'unmerge',                                             label: '拆开，单独办',   kinds: REPAIR, from: ['cancelled'],             to: null,         does: ['unmerged', 'let_go'], clears: WAS_MERGED, by: ['agent', 'head'], notBy: HANDS_AND_OWN, needs: isMerged,                                  clause: 'Z3',  since: '2026-01-01' },
  // A merged ticket keeps its own thread, and its reporter a number to be called at.
  { action: 'say',         name: 'say in a merged one',            label: '留言',           kinds: REPAIR, from: ['cancelled'],             to: null,         does: ['said', 'asked', 'answered', 'reassured'], by: WHO_SPEAKS,                    needs: isMerged,                                       clause: 'Z3',  since: '2026-01-01' },
  { action: 'call',        name: 'call about a merged one',        label: '记一次电话',     kinds: REPAIR, from: ['cancelled'],             to: null,         does: ['called'],                           by: ['agent', 'head'], notBy: OWN,           needs: isMerged,                                       clause: 'Z3',  since: '2026-01-01' },
  { action: 'reveal',      name: 'reveal of a merged one',         label: '看号码',         kinds: REPAIR, from: ['cancelled'],             to: null,         does: [],                                   by: ['agent', 'head'], notBy: OWN,           needs: isMerged,                                       clause: 'A1',  since: '2026-01-01' },
  { action: 'share',       name: 'share a merged one',             label: '让家里人也看到', kinds: REPAIR, from: ['cancelled'],             to: null,         does: ['shared'],                           by: ['resident'],                            needs: isSecretAndMerged,                              clause: 'Z3',  since: '2026-01-01' },
  { action: 'confirm',     name: 'rate what one’s own was merged into', label: '确认修好',  kinds: REPAIR, from: ['finished', 'closed'],    to: null,         does: ['co_rated', 'co_rated_low'], clears: ASKED_BEFORE, by: ['fellow'],        notBy: ['resident', 'assignee'], needs: isReopenable,                         clause: 'Z3',  since: '2026-01-01' },
  { action: 'disputeMerge',                                        label: '这不是同一件',   kinds: REPAIR, from: ['cancelled'],             to: null,         does: ['merge_disputed'],                   by: ['resident'],      notBy: ['assignee'],  needs: isMerged,                 unless: isDisputed,   clause: 'Z3',  since: '2026-01-01' },
  { action: 'keepMerged',                                          label: '是同一件',       kinds: REPAIR, from: ['cancelled'],             to: null,         does: ['merge_upheld'],      clears: WAS_DISPUTED, by: ['agent', 'head'], notBy: HANDS_AND_OWN, needs: isDisputed,                            clause: 'Z3',  since: '2026-01-01' },
];
