import { COMPLAINT_ROWS } from '../complaints/rows.ts';
import { FACILITY_ROWS } from '../facilities/rows.ts';
import { actionsFor, permit } from '../kernel/lifecycle.ts';
import type { Relation } from '../kernel/people.ts';
import { Problem } from '../kernel/problem.ts';
import { MERGING_ROWS } from '../merging/rows.ts';
import { QUOTE_ROWS } from '../quotes/rows.ts';
import { REMARK_ROWS } from '../remarks/rows.ts';
import { REPAIR_ROWS } from '../repairs/rows.ts';
import { SERVICE_ROWS } from '../services/rows.ts';
import { VISIT_ROWS } from '../visits/rows.ts';
import type { Action, TicketRow } from './actions.ts';
import { hasTakenIn, wasBegun } from './conditions.ts';
import { BEFORE_WORK } from './groups.ts';
import { TICKET_ROWS } from './rows.ts';
import type { TicketState } from './ticket.ts';
import { WORDINGS } from './wordings.ts';

/** Who may do what next. Where an action has several rows, the first that fits counts. */
export const LIFECYCLE: readonly TicketRow[] = [
  ...REPAIR_ROWS,
  ...TICKET_ROWS,
  ...VISIT_ROWS,
  ...QUOTE_ROWS,
  ...FACILITY_ROWS,
  ...MERGING_ROWS,
  ...SERVICE_ROWS,
  ...REMARK_ROWS,
  ...COMPLAINT_ROWS,
];

/** Whether what is written with an action goes to colleagues and nobody else: all its rows say the same. */
export const staysInside = (action: Action): boolean => LIFECYCLE.find((row) => row.action === action)?.readBy === 'colleagues';

/** The rows open to these relations now: one button each. */
export function ticketActions(state: TicketState, relations: readonly Relation[], now: Date): TicketRow[] {
  return actionsFor<TicketState, TicketRow>(LIFECYCLE, state, relations, now);
}

/** Where a ticket stands, in words that follow its number or 这一件. */
export const sayHolds = (state: Pick<TicketState, 'kind' | 'status' | 'merged'>): string =>
  state.merged ? `已经并到 ${state.merged.number} 一起办了` : WORDINGS[state.kind].holds[state.status];

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
      throw new Problem(refused.code, `${refused.detail}，${(action === 'cancel' && whyNotTakenBack(state)) || `这一件${sayHolds(state)}`}`);
    throw refused;
  }
}
