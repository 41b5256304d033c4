import assert from 'node:assert/strict';
import { sql } from 'drizzle-orm';
import type { Stage } from '../stage.ts';
import { DAY, type Flow } from '../walk.ts';

const officeId = async (stage: Stage, letters: string) =>
  (await stage.house.db.execute<{ id: string }>(sql`select id from offices where letters = ${letters}`))[0]!.id;

/** Figures that no other flow leans on. */
const COMPANYS = 'slipProgressDays';
const OWN = 'concludeDays';

/** The company's figures and an estate's own (A4). Days pass here. */
export const SETTING_FLOWS: readonly Flow[] = [
  {
    title: '公司的规矩：领导改一个，明天起 → 主任提小区自己的，太松被退 → 品质管理部写上怎么看、记下 → 第二天都算数，谁改过看得到',
    walk: async (stage) => {
      const leader = await stage.enter('曾勇');
      await leader.opens('/pages/me/index');
      await leader.at('go-settings').scrollIntoViewIfNeeded();
      await leader.tap('go-settings');
      await leader.at('find-figure').waitFor();
      await leader.shot('a4a-company');
      await leader.opens(`/settings/one/index?office=${await officeId(stage, 'ZB')}&key=${COMPANYS}`);
      await leader.at('save-setting').waitFor();
      await leader.write('value', '99');
      await leader.write('reason', '部门说了进展，住户才放心');
      await leader.tap('save-setting');
      await leader.at('refusal').waitFor();
      await leader.shot('a4b-too-many');
      await leader.write('value', '2');
      await leader.tap('save-setting');
      await leader.at('history').getByText('部门说了进展').waitFor();
      await leader.at('figure-value').getByText('3 天').waitFor();
      await leader.shot('a4c-coming');

      const director = await stage.enter('郑涛');
      const own = `/settings/one/index?office=${await officeId(stage, 'WT')}&key=${OWN}`;
      await director.opens(own);
      await director.at('save-setting').waitFor();
      await director.write('value', '7');
      await director.write('reason', '业主大会说一周太久');
      await director.tap('save-setting');
      await director.at('refusal').getByText('小区只能更严').waitFor();
      await director.shot('a4d-not-stricter');
      await director.write('value', '5');
      await director.tap('save-setting');
      await director.at(`proposal-${OWN}`).waitFor();
      assert.equal(await director.at('save-setting').isVisible(), false, 'one waits, and another may be handed in');
      await director.shot('a4e-proposed');

      const quality = await stage.enter('吴桐');
      await quality.opens('/settings/list/index');
      await quality.at(`proposal-${OWN}`).waitFor();
      await quality.tap(`approve-${OWN}`);
      await quality.tap(`do-approve-${OWN}`);
      await quality.at('refusal').waitFor();
      await quality.write(`approve-words-${OWN}`, '比公司的严，人手够');
      await quality.shot('a4f-record');
      await quality.tap(`do-approve-${OWN}`);
      await quality.at(`proposal-${OWN}`).waitFor({ state: 'hidden' });
      stage.passes(DAY);

      const technician = await stage.enter('赵建国');
      await technician.opens('/pages/me/index');
      await technician.tap('large');
      await technician.opens('/settings/list/index');
      await technician.tap('figures-set');
      await technician.at(`figure-${OWN}`).getByText('5 天').waitFor();
      await technician.at(`figure-${COMPANYS}`).getByText('2 天').waitFor();
      await technician.shot('a4g-set-x14');
      await technician.opens(own);
      await technician.at('history').getByText('比公司的严').waitFor();
      assert.equal(await technician.at('save-setting').isVisible(), false, 'a technician sets nothing');
      await technician.shot('a4h-history-x14');
      await technician.opens('/settings/changes/index');
      await technician.at('changes').getByText('部门说了进展').waitFor();
      await technician.shot('a4i-changes-x14');

      const news = await stage.enter('郑涛');
      await news.opens('/pages/messages/index');
      await news.page.getByText('小区自己的规矩').first().click();
      await news.at('find-figure').waitFor();
    },
  },
];
