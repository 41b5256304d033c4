import type { Relation } from '../kernel/people.ts';
import type { TicketRow } from './actions.ts';
import { hasTakenIn, isOnlyMine, isUnnamed, mayNotBegin, wasBegun } from './conditions.ts';
import { AGAIN, ANY, BEFORE_WORK, EVERY, HANDS_AND_OWN, NEW_DATES, OWN, REMARKS, REPAIR, WHO_SPEAKS, WORKED } from './groups.ts';
import { type Status, type TicketEventName, type TicketKind, type TicketState, UNDER_WAY } from './ticket.ts';

const isAccepted = (ticket: TicketState) => ticket.happened.accepted !== undefined;
const hasClaims = (ticket: TicketState) => ticket.claims.length > 0;

/** What was worked on once is not taken back any more. */
const isFirstRound = (ticket: TicketState) => ticket.round === 1;

/** I7: somebody of the home refused the price and would have it ended; whoever reported it may, though somebody is there. */
const isEndAsked = ({ quote }: TicketState) => quote?.stand === 'refused' && quote.wouldEnd === true;
const isNotTakenBack = (ticket: TicketState) => hasTakenIn(ticket) || wasBegun(ticket);

/** Whoever hands it back was not sent any more either. */
const WAS_SENT: readonly TicketEventName[] = ['dispatched', ...AGAIN];
/** What may be kept to oneself may be shown to the household later. */
const SHAREABLE: readonly TicketKind[] = [...REPAIR, ...REMARKS];
const COLLEAGUES: readonly Relation[] = ['assignee', 'firstContact', 'agent', 'head', 'director', 'quality'];

/** Also what was taken back: a breach before it keeps its cause. */
const EVER: readonly Status[] = [...ANY, 'cancelled'];

/** Who may do what next: the rows of whatever kind of ticket it is. */
// biome-ignore format: a table reads best as one
export const TICKET_ROWS: readonly TicketRow[] = [
  { action: 'accept',                                              label: '接下',           kinds: WORKED, from: ['dispatched'],            to: null,         does: ['accepted'],                         by: ['assignee'],                                                             unless: isAccepted,   readBy: 'everybody',  clause: 'R8',  since: '2026-01-01' },
  { action: 'arrive',                                              label: '我到了',         kinds: WORKED, from: ['dispatched'],            to: 'on_site',    does: ['arrived'],                          by: ['assignee'],                                                        unless: mayNotBegin,                readBy: 'everybody',  clause: 'R3',  since: '2026-01-01' },
  { action: 'answerClaim',                                         label: '确认师傅记的时间', kinds: WORKED, from: ANY,                       to: null,         does: ['claim_upheld', 'claim_declined'],   by: ['head'],          notBy: HANDS_AND_OWN, needs: hasClaims,                                      readBy: 'colleagues', clause: 'R3',  since: '2026-01-01' },
  { action: 'say',                                                 label: '留言',           kinds: EVERY,  from: ANY,                       to: null,         does: ['said', 'asked', 'answered', 'reassured'], by: WHO_SPEAKS, unless: isUnnamed, readBy: 'everybody',  clause: 'I2',  since: '2026-01-01' },
  { action: 'call',                                                label: '记一次电话',     kinds: EVERY,  from: ANY,                       to: null,         does: ['called'],                           by: ['agent', 'head'], notBy: OWN, unless: isUnnamed, readBy: 'everybody',  clause: 'R8',  since: '2026-01-01' },
  { action: 'agree',                                               label: '和住户约时间',   kinds: EVERY,  from: UNDER_WAY,                 to: null,         does: NEW_DATES,                            by: ['agent', 'head'], notBy: HANDS_AND_OWN, unless: isUnnamed, readBy: 'everybody',  clause: 'I7',  since: '2026-01-01' },
  { action: 'explainMiss',                                         label: '记超时原因',     kinds: EVERY,  from: EVER,                      to: null,         does: ['explained'],                        by: ['agent', 'head'], notBy: OWN,                                                                  readBy: 'everybody',  clause: 'R3',  since: '2026-01-01' },
  { action: 'reveal',      name: 'reveal to whoever follows it',   label: '看号码',         kinds: EVERY,  from: ANY,                       to: null,         does: [],                                   by: ['agent', 'head'], notBy: OWN, unless: isUnnamed, readBy: 'everybody',  clause: 'A1',  since: '2026-01-01' },
  { action: 'reveal',      name: 'reveal to whoever holds it',     label: '看号码',         kinds: WORKED, from: ['dispatched', 'on_site'], to: null,         does: [],                                   by: ['assignee'],      notBy: OWN,                                                                  readBy: 'everybody',  clause: 'A1',  since: '2026-01-01' },
  { action: 'note',                                                label: '记给同事',       kinds: EVERY,  from: EVER,                      to: null,         does: ['noted'],                            by: COLLEAGUES,        notBy: OWN,                                                                  readBy: 'colleagues', clause: 'I2',  since: '2026-01-01' },
  // Never the other way: what the household has seen cannot be unseen.
  { action: 'share',                                               label: '让家里人也看到', kinds: SHAREABLE, from: ANY,                       to: null,         does: ['shared'],                           by: ['resident'],                            needs: isOnlyMine,                                     readBy: 'everybody',  clause: 'I5',  since: '2026-01-01' },
  { action: 'unfollow',                                            label: '不再跟着',       kinds: EVERY,  from: ANY,                       to: null,         does: ['unfollowed'],                       by: ['follower'],      notBy: OWN,                                                                  readBy: 'everybody',  clause: 'I5',  since: '2026-01-01' },
  { action: 'cancel',      name: 'cancel by the reporter',         label: '撤回',           kinds: EVERY,  from: BEFORE_WORK,               to: 'cancelled',  does: ['cancelled'],                        by: ['author'],        notBy: ['assignee'],  needs: isFirstRound,           unless: isNotTakenBack, readBy: 'everybody',  clause: 'R4',  since: '2026-01-01' },
  { action: 'cancel',      name: 'cancel on a resident’s word',    label: '替住户撤回',     kinds: EVERY,  from: BEFORE_WORK,               to: 'cancelled',  does: ['cancelled'],                        by: ['agent'],         notBy: HANDS_AND_OWN, needs: isFirstRound,           unless: isNotTakenBack, readBy: 'everybody',  clause: 'R4',  since: '2026-01-01' },
  { action: 'cancel',      name: 'cancel after a housemate’s refusal', label: '不修了',     kinds: WORKED, from: UNDER_WAY,                 to: 'cancelled',  does: ['cancelled'],                        by: ['author'],        notBy: ['assignee'],  needs: isEndAsked,               unless: hasTakenIn,   readBy: 'everybody',  clause: 'I7',  since: '2026-01-01' },
  { action: 'cancel',      name: 'cancel on a resident’s word after a housemate’s refusal', label: '替住户撤回', kinds: WORKED, from: UNDER_WAY,   to: 'cancelled', does: ['cancelled'],              by: ['agent'],         notBy: HANDS_AND_OWN, needs: isEndAsked,               unless: hasTakenIn,   readBy: 'everybody',  clause: 'I7',  since: '2026-01-01' },
  { action: 'urge',                                                label: '催一下',         kinds: EVERY,  from: UNDER_WAY,                 to: null,         does: ['urged'],                            by: ['resident'],      notBy: ['assignee'],                                                         readBy: 'everybody',  clause: 'I7',  since: '2026-01-01' },
  { action: 'handBack',                                            label: '退回',           kinds: WORKED, from: ['dispatched', 'on_site'], to: 'received',   does: ['handed_back'],       clears: WAS_SENT, by: ['assignee'],                                                                                   readBy: 'colleagues', clause: 'R8',  since: '2026-01-01' },
];
