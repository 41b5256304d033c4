import assert from 'node:assert/strict';
import { DAY, type Flow } from '../walk.ts';

/** The numbers an office is rung by (P5). A day passes here. */
export const HOTLINE_FLOWS: readonly Flow[] = [
  {
    title: '换电话：主任提一个拨不了的被退、再提一个值班电话 → 管理者代表批准 → 第二天住户在办事指南里看得到、点得到',
    walk: async (stage) => {
      const director = await stage.enter('郑涛');
      await director.opens('/settings/phones/index');
      await director.tap('change-0-duty');
      await director.write('number', '打给小郑');
      await director.write('reason', '夜里也要有人接');
      await director.tap('propose-number');
      await director.at('refusal').waitFor();
      await director.shot('p5a-refused');
      await director.write('number', '0571-0000 0119');
      await director.tap('propose-number');
      await director.at('proposal-duty').waitFor();
      await director.shot('p5b-proposed');

      const leader = await stage.enter('彭浩');
      await leader.opens('/pages/messages/index');
      await leader.page.getByText('小区电话').first().click();
      await leader.at('proposal-duty').waitFor();
      await leader.shot('p5c-decides');
      await leader.tap('approve-duty');
      await leader.at('proposal-duty').waitFor({ state: 'hidden' });
      stage.passes(DAY);

      const resident = await stage.enter('王秀兰');
      await resident.opens('/pages/me/index');
      await resident.tap('large');
      await resident.opens('/publications/guide/index');
      await resident.tap('go-phones');
      await resident.at('phone-0-duty').getByText('0571-0000 0119').waitFor();
      await resident.at('call-0-duty').waitFor();
      assert.equal(await resident.at('change-0-duty').isVisible(), false, 'a resident changes nothing');
      await resident.shot('p5d-resident-x14');
    },
  },
];
