import type { TicketRow } from '../tickets/actions.ts';
import { isPublic } from '../tickets/conditions.ts';
import { ANY, BEFORE_WORK, OWN, REPAIR } from '../tickets/groups.ts';
import type { Status, TicketState } from '../tickets/ticket.ts';

const isPublicAgain = (ticket: TicketState) => isPublic(ticket) && ticket.round > 1;
const WORKED_ON: readonly Status[] = ['on_site', 'finished', 'closed'];

/** Who may do what next: the rows of common parts. */
// biome-ignore format: a table reads best as one
export const FACILITY_ROWS: readonly TicketRow[] = [
  { action: 'nameFacility',                                        label: '是哪一处设施',   kinds: REPAIR, from: ANY,                       to: null,         does: ['facility_named'],                   by: ['assignee', 'agent', 'head'], notBy: OWN, needs: isPublic,                                      readBy: 'everybody',  clause: 'R7',  since: '2026-01-01' },
  { action: 'spend',                                               label: '记用工用料',     kinds: REPAIR, from: WORKED_ON,                 to: null,         does: ['spent'],                            by: ['assignee', 'head'], notBy: OWN,        needs: isPublic,                                        readBy: 'colleagues', clause: 'R7',  since: '2026-01-01' },
  { action: 'spend',       name: 'spend of the round before',      label: '记用工用料',     kinds: REPAIR, from: BEFORE_WORK,               to: null,         does: ['spent'],                            by: ['head'],          notBy: OWN,        needs: isPublicAgain,                                   readBy: 'colleagues', clause: 'R7',  since: '2026-01-01' },
  { action: 'announce',                                            label: '发工程通知',     kinds: REPAIR, from: ANY,                       to: null,         does: [],                                   by: ['head'],                                needs: isPublic,                                       readBy: 'everybody',  clause: 'R7',  since: '2026-01-01' },
];
