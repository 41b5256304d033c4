import { maySearch, searchTickets } from '../../db/queries/search.ts';
import { Problem } from '../../shared/kernel/problem.ts';
import { readQuery } from '../../shared/tickets/search.ts';
import type { Ctx } from '../context.ts';
import { idCursor } from '../http/pages.ts';
import { cardOf } from '../tickets/card-view.ts';

/**
 * Finds tickets for a colleague, newest first.
 * @throws Problem `search/staff-only` for residents, `request/invalid` for fewer than two characters or digits
 */
export async function search(ctx: Ctx, input: { q: string; after?: string | undefined }) {
  if (!maySearch(ctx.viewer)) throw new Problem('search/staff-only');
  const readings = readQuery(input.q);
  const { lines, next } = await searchTickets(ctx.db, ctx.viewer, readings, idCursor(input.after));
  const now = ctx.clock();
  return { now: now.toISOString(), lookedFor: readings.map((reading) => reading.said), items: lines.map((line) => cardOf(line, now)), next };
}
