import { sql } from 'drizzle-orm';
import { lookAfterDraws } from '../../../api/draws/drawing.ts';
import { sweep } from '../../../api/ledger/sweep.ts';
import { readDraw } from '../../../db/queries/draws.ts';
import { readViewer } from '../../../db/queries/viewer.ts';
import { isoDay } from '../../../shared/kernel/time.ts';
import type { DrawQuestions } from '../draw-deeds.ts';
import type { World } from '../world.ts';

export const drawQuestions = ({ house, now }: World): DrawQuestions => ({
  looksAfterDraws: async () => {
    await sweep(house);
    await lookAfterDraws(house);
  },
  draws: async (kind) => {
    const rows = await house.db.execute<{ id: string; quality: string }>(sql`
      select d.id, (select p.id from people p where p.name = '吴桐') as quality from draws d join offices o on o.id = d.office_id and o.letters = 'WT'
      where d.draw = ${kind} order by d.from_at`);
    return Promise.all(
      rows.map(async ({ id, quality }) => {
        const viewer = await readViewer(house.db, quality, now(), now());
        const { draw, lines } = (await readDraw(house.db, viewer!, id))!;
        return {
          draw: draw.draw,
          from: isoDay(draw.from),
          finished: draw.finished,
          leftOut: draw.leftOut,
          size: draw.size,
          lines: lines.map(({ number, drawn, standing }) => ({ number, drawn, standing })),
        };
      }),
    );
  },
});
