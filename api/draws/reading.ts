import { type DrawRead, listDraws, readDraw } from '../../db/queries/draws.ts';
import type { DrawCard, DrawDetail } from '../../shared/contract/draws.ts';
import { sayDraw } from '../../shared/draws/drawing.ts';
import { DRAWS } from '../../shared/draws/rows.ts';
import { Problem } from '../../shared/kernel/problem.ts';
import type { Ctx } from '../context.ts';
import { idCursor, pageOf } from '../http/pages.ts';
import { iso } from '../tickets/card-view.ts';

function cardOf(draw: DrawRead): DrawCard {
  const row = DRAWS.find((one) => one.draw === draw.draw);
  return {
    id: draw.id,
    officeName: draw.officeName,
    label: row?.label ?? '',
    clause: row?.clause ?? '',
    from: iso(draw.from),
    until: iso(draw.until),
    drawnAt: iso(draw.at),
    says: sayDraw(draw, draw.percent),
    size: draw.size,
    asked: draw.asked,
    unreached: draw.unreached,
    open: draw.open,
  };
}

/** The draws of what somebody oversees, newest first (V1, V2). @throws Problem `draws/staff-only` */
export async function draws(ctx: Ctx, { after }: { after?: string | undefined }) {
  const found = await listDraws(ctx.db, ctx.viewer, idCursor(after));
  if (!found) throw new Problem('draws/staff-only');
  return { now: iso(ctx.clock()), ...pageOf(found, ({ id }) => id, cardOf) };
}

/** Z6: one draw with its frame, its order and its seed, so that anybody can draw it again. @throws Problem `seen/not-found` */
export async function draw(ctx: Ctx, { id }: { id: string }): Promise<DrawDetail> {
  const found = await readDraw(ctx.db, ctx.viewer, id);
  if (!found) throw new Problem('seen/not-found');
  return {
    ...cardOf(found.draw),
    now: iso(ctx.clock()),
    seed: found.draw.seed,
    percent: found.draw.percent,
    lines: found.lines.map((line) => ({
      place: line.place + 1,
      number: line.number,
      ticketId: line.opens ? line.ticketId : null,
      drawn: line.drawn,
      standing: line.standing,
      result: line.result,
    })),
  };
}
