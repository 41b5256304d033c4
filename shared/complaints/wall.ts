import type { Holder } from '../kernel/people.ts';
import type { TicketState } from '../tickets/ticket.ts';

type Walled = Pick<TicketState, 'complaint'>;

/** Whether a complaint is walled from a person complained about, in whatever role (C3). */
export const isAccused = ({ complaint }: Walled, person: string): boolean => complaint?.accused.includes(person) ?? false;

/** Whether it has left the office, and this colleague of the office was not let in by name. */
export const hasLeftFor = ({ complaint }: Walled, person: string): boolean => complaint?.custody === 'company' && !complaint.letIn.includes(person);

/**
 * Who is left to see, hear, owe and stand in: nobody complained about, and of the office nobody once it has left, but whom leadership let in. Whoever is left out
 * is skipped, and what would be theirs climbs (C3).
 */
export function staffBefore(state: Walled, staff: readonly Holder[]): readonly Holder[] {
  if (!state.complaint) return staff;
  return staff.filter((holder) => !isAccused(state, holder.person) && (holder.atHeadOffice || !hasLeftFor(state, holder.person)));
}
