import { isSamePlace } from '../tickets/followers.ts';
import type { TicketState } from '../tickets/ticket.ts';

/** What a likely duplicate is known by. */
export interface Likeness {
  id: string;
  state: Pick<TicketState, 'category' | 'place' | 'receivedAt'>;
  homeId: string | null;
  where: string;
}

/** How alike two reports are: 2 the same thing in the same place, 1 one of them, 0 neither. */
export function likenessOf(one: Likeness, other: Likeness): 0 | 1 | 2 {
  const isHere =
    one.state.place === other.state.place && (one.state.place === 'home' ? one.homeId === other.homeId : isSamePlace(one.where, other.where, ''));
  const isSame = one.state.category === other.state.category;
  return isHere && isSame ? 2 : isHere || isSame ? 1 : 0;
}

/** Z3: likely duplicates, the likeliest first, then whichever was received nearest to it. */
export function rankAlike<One extends Likeness>(one: Likeness, others: readonly One[]): One[] {
  const apart = (other: Likeness) => Math.abs(other.state.receivedAt.getTime() - one.state.receivedAt.getTime());
  return others
    .filter((other) => other.id !== one.id && likenessOf(one, other) > 0)
    .sort((a, b) => likenessOf(one, b) - likenessOf(one, a) || apart(a) - apart(b));
}
