import { type Holder, RELATION_HOLDERS } from '../kernel/people.ts';
import { holdersOf } from '../kernel/routing.ts';
import type { TicketState } from '../tickets/ticket.ts';
import { type Complaint, LEVELS, type Level } from './complaint.ts';

type Walled = Pick<TicketState, 'complaint'>;

/** Whether a complaint is walled from a person complained about, in whatever role (C3). */
export const isAccused = ({ complaint }: Walled, person: string): boolean => complaint?.accused.includes(person) ?? false;

/** Whether it has left the office, and this colleague of the office was not let in by name. */
export const hasLeftFor = ({ complaint }: Walled, person: string): boolean => complaint?.custody === 'company' && !complaint.letIn.includes(person);

/**
 * Who is left to see, hear, owe and stand in: nobody complained about, and of the office nobody once it has left, but whom leadership let in. Whoever is left out
 * is skipped, and what would be theirs climbs (C3). Nobody handles what they, or
 * whoever they live with, complain of.
 */
export function staffBefore(state: Walled, staff: readonly Holder[]): readonly Holder[] {
  if (!state.complaint) return staff;
  // Whoever has a post here too does not see by another what this one shuts to them.
  const left = staff.filter((holder) => !holder.atHeadOffice && hasLeftFor(state, holder.person)).map((holder) => holder.person);
  const { author, atHome = [] } = state.complaint;
  // Whoever stands in for somebody complained about has of it what they have by themselves (Z15).
  const isWalled = (holder: Holder) => isAccused(state, holder.person) || (holder.deputyFor !== undefined && isAccused(state, holder.deputyFor));
  return staff.filter((holder) => holder.person !== author && !atHome.includes(holder.person) && !isWalled(holder) && !left.includes(holder.person));
}

type AtLevel = (holder: Holder) => boolean;

/** Which posts a level is. */
const AT_LEVEL: Readonly<Record<Level, AtLevel>> = {
  office: (holder) => !holder.atHeadOffice && RELATION_HOLDERS.agent(holder),
  director: (holder) => !holder.atHeadOffice && RELATION_HOLDERS.director(holder),
  quality: (holder) => holder.role === 'quality' || holder.role === 'complaintsOfficer',
  managementRepresentative: (holder) => holder.role === 'managementRepresentative',
  leadership: (holder) => holder.role === 'leadership' || holder.role === 'generalManager',
};

/** C4: who carries out what is left of its plan: the director, or whoever that climbs to; nobody once nothing is left. */
export function carriersOf(state: Walled, staff: readonly Holder[]): string[] {
  const hasStepsLeft = state.complaint?.plan.some((step) => !step.done) ?? false;
  return hasStepsLeft ? holdersOf('director', staffBefore(state, staff)) : [];
}

/** Who may handle it: whoever holds its level, of those who are left; a level nobody is left at climbs. @param staff as `staffBefore` leaves them */
export function handlersOf({ level }: Pick<Complaint, 'level'>, staff: readonly Holder[]): string[] {
  const there = staff.filter(AT_LEVEL[level]).map((holder) => holder.person);
  return there.length > 0 ? [...new Set(there)] : holdersOf(LEVELS[level].role, staff);
}
