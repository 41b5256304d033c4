import type { TicketFile } from '../../db/queries/ticket-files.ts';
import type { Relation } from '../../shared/kernel/people.ts';
import type { Action, TicketRow } from '../../shared/tickets/actions.ts';
import { permitTicket } from '../../shared/tickets/lifecycle.ts';
import { ANOTHER_TICKET } from '../../shared/tickets/telling.ts';

/**
 * `permitTicket` as this viewer may hear of it: what a housemate keeps to themselves has no number in a refusal either.
 * @throws Problem `ticket/not-yours` or `ticket/action-refused`, saying where the ticket stands
 */
export function permitFile(
  action: Action,
  { state, secrets }: Pick<TicketFile, 'state' | 'secrets'>,
  relations: readonly Relation[],
  now: Date,
): TicketRow {
  const { merged } = state;
  const told = merged && secrets.includes(merged.into) ? { ...state, merged: { ...merged, number: ANOTHER_TICKET } } : state;
  return permitTicket(action, told, relations, now);
}
