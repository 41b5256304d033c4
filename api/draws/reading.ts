import { type DrawRead, listDraws, readDraw, readDrawFigures } from '../../db/queries/draws.ts';
import type { DrawCard, DrawDetail } from '../../shared/contract/draws.ts';
import { sayDraw } from '../../shared/draws/drawing.ts';
import { DRAWS, type Draw } from '../../shared/draws/rows.ts';
import { Problem } from '../../shared/kernel/problem.ts';
import { DAY } from '../../shared/kernel/time.ts';
import type { Ctx } from '../context.ts';
import { idCursor, pageOf } from '../http/pages.ts';
import { iso } from '../tickets/card-view.ts';

/** The figures of so many days stand beside the draws [ours]. */
const FIGURES_OF_DAYS = 90;

function sayRow(draw: Draw): { label: string; clause: string } {
  const row = DRAWS.find((one) => one.draw === draw);
  return { label: row?.label ?? '', clause: row?.clause ?? '' };
}

function cardOf(draw: DrawRead): DrawCard {
  return {
    id: draw.id,
    officeName: draw.officeName,
    ...sayRow(draw.draw),
    from: iso(draw.from),
    until: iso(draw.until),
    drawnAt: iso(draw.at),
    says: sayDraw(draw, draw.percent),
    finished: draw.finished,
    leftOut: draw.leftOut,
    size: draw.size,
    asked: draw.asked,
    satisfied: draw.satisfied,
    unreached: draw.unreached,
    gone: draw.gone,
    open: draw.open,
  };
}

/** The draws of what somebody oversees, newest first (V1, V2). @throws Problem `draws/staff-only` */
export async function draws(ctx: Ctx, { after }: { after?: string | undefined }) {
  const found = await listDraws(ctx.db, ctx.viewer, idCursor(after));
  if (!found) throw new Problem('draws/staff-only');
  const now = ctx.clock();
  const figures = after ? [] : await readDrawFigures(ctx.db, ctx.viewer, new Date(now.getTime() - FIGURES_OF_DAYS * DAY));
  return {
    now: iso(now),
    ...pageOf(found, ({ id }) => id, cardOf),
    figures: figures.map(({ draw, ...rest }) => ({ ...rest, ...sayRow(draw) })),
  };
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
