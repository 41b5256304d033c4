import assert from 'node:assert/strict';
import { sql } from 'drizzle-orm';
import { DAY, MINUTE } from '../../../shared/kernel/time.ts';
import type { Stage } from '../stage.ts';
import { dispatch, type Flow, mend, newestTicket, report } from '../walk.ts';

/** So many days, each looked after. */
async function days(stage: Stage, count: number): Promise<void> {
  for (let day = 0; day < count; day += 1) {
    stage.passes(DAY / MINUTE);
    await stage.looksAfter();
  }
}

/** The newest week's draw of 梧桐里 that asks somebody, and whom it asks first. */
async function newestDraw(stage: Stage): Promise<{ id: string; ticket: string }> {
  const [row] = await stage.house.db.execute<{ id: string; ticket: string }>(sql`
    select d.id, l.ticket_id as ticket from draws d join draw_lines l on l.draw_id = d.id and l.place = 0 join offices o on o.id = d.office_id
    where o.letters = 'WT' and d.draw = 'weekly' order by d.from_at desc limit 1`);
  assert(row, 'nothing was drawn');
  return row;
}

/** What the company draws, who calls, and that anybody can draw it again. */
export const DRAW_FLOWS: readonly Flow[] = [
  {
    title: '抽样回访：每周从修好的里面抽，公司的回访专人打电话；怎么抽的、抽到谁、问得怎样，都看得到',
    walk: async (stage) => {
      const resident = await stage.enter('周文静');
      await report(resident, 'doors', '厨房门关不严');
      await resident.tap('submit');
      await resident.sees('收到了');
      await days(stage, 8);
      await stage.morning();
      await resident.opens('/pages/home/index');
      await resident.page.reload();
      await report(resident, 'sanitary', '马桶一直漏水');
      await resident.tap('submit');
      await resident.sees('收到了');
      const { id } = await newestTicket(stage);
      const agent = await stage.enter('林晓芸');
      const technician = await stage.enter('赵建国');
      await dispatch(stage, agent, id, '赵建国', null);
      await mend(stage, technician, id, null);
      await days(stage, 7);
      await stage.morning();
      const draw = await newestDraw(stage);

      const caller = await stage.enter('邓丽');
      await caller.at('go-visits').waitFor();
      await caller.shot('17a-caller-home');
      await caller.tap('go-visits');
      await caller.at(`visit-${draw.ticket}-weekly_visit`).waitFor();
      await caller.shot('17b-drawn-queue');
      await caller.tap(`visit-${draw.ticket}-weekly_visit`);
      await caller.at('visit-opening').waitFor();
      await caller.sees('这周抽到了您家');
      await caller.shot('17c-drawn-form');
      await caller.tap('reached-no');
      await caller.sees('还差 3 次');
      await caller.tap('do-try');
      await caller.at('visit-tries').waitFor();
      await caller.tap('reached-yes');
      for (const name of ['quality', 'attitude', 'result']) await caller.tap(`answer-${name}-satisfied`);
      await caller.tap('do-visit');
      await caller.at('do-visit').waitFor({ state: 'hidden' });
      await caller.opens('/visits/queue/index');
      await caller.page.reload();
      await caller.tap('tab-draws');
      await caller.at(`draw-${draw.id}`).waitFor();
      await caller.sees('满意、基本满意');
      await caller.shot('17d-draws');
      await caller.tap(`draw-${draw.id}`);
      await caller.at('draw-seed').waitFor();
      await caller.sees('问到了：满意');
      await caller.shot('17e-draw');
      await caller.at('draw-lines').scrollIntoViewIfNeeded();
      await caller.shot('17f-draw-lines');

      await agent.opens('/visits/queue/index');
      await agent.page.reload();
      await agent.at('tab-owed').waitFor();
      assert.equal(await agent.at(`visit-${draw.ticket}-weekly_visit`).count(), 0, 'the estate is offered a call of the company');
      const quality = await stage.enter('吴桐');
      await quality.opens('/pages/me/index');
      await quality.tap('large');
      await quality.opens('/visits/queue/index');
      await quality.at('tab-draws').waitFor();
      await quality.shot('17g-queue-x14');
      await quality.tap('tab-draws');
      await quality.at(`draw-${draw.id}`).waitFor();
      await quality.shot('17h-draws-x14');
      await quality.tap(`draw-${draw.id}`);
      await quality.at('draw-seed').waitFor();
      await quality.shot('17i-draw-x14');
    },
  },
];
