import { readTogether } from '../../db/queries/merging.ts';
import type { TicketLine } from '../../db/queries/ticket-lines.ts';
import type { TicketWhole } from '../../db/queries/ticket-whole.ts';
import { isTooLateToUnmerge } from '../../shared/merging/decide.ts';
import type { Action } from '../../shared/tickets/actions.ts';
import { HANDS_AND_OWN } from '../../shared/tickets/groups.ts';
import type { Ctx } from '../context.ts';

const isTheirs = ({ relations }: Pick<TicketLine, 'relations'>) => relations.some((one) => HANDS_AND_OWN.includes(one));

/**
 * Z3: what a colleague may not settle of a merged ticket for what they are to the others: nothing from the other side of what is theirs or hidden from them, and
 * nothing apart that would bring such a one along, or is mended by now.
 * @param survivor what it was merged into, as they see it
 */
export async function barredFrom({ db, viewer }: Ctx, { id, officeId, state }: TicketWhole, survivor: TicketLine | null): Promise<Action[]> {
  if (!survivor || isTheirs(survivor)) return ['unmerge', 'keepMerged'];
  if (isTooLateToUnmerge(state, survivor.state)) return ['unmerge'];
  const along = survivor.state.tookIn.filter((one) => one.through.some((hop) => hop.ticket === id)).map((one) => one.ticket);
  const seen = along.length === 0 ? [] : await readTogether(db, viewer, officeId, along);
  return seen.length < along.length || seen.some(isTheirs) ? ['unmerge'] : [];
}
