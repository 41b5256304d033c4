import assert from 'node:assert/strict';

import type { Actor, Stage } from '../stage.ts';
import { DAY, personId } from '../walk.ts';

const DEED = '早上七点到九点两部电梯都开';

/** The head writes the letter: what is frequent stands above it, and each promise has somebody and a day (S5). */
async function writes(stage: Stage, head: Actor): Promise<void> {
  await head.tap('go-letter-turn');
  await head.at('frequent').getByText('电梯').first().waitFor();
  await head.at('letter-due').waitFor();
  await head.shot('s2a-due');
  await head.tap('go-write');
  await head.at('letter-words').waitFor();
  await head.write('letter-words', '各位业主、住户：谢谢您的意见。说得最多的是电梯等得久。');
  await head.tap('submit-letter');
  await head.at('refusal').waitFor();
  await head.tap('add-deed');
  await head.tap('keep-deed');
  await head.sees('做什么、哪一天、谁来做，都要写');
  await head.write('deed-words', DEED);
  await head.tap('due-7');
  await head.tap(`colleague-${await personId(stage, '陈立')}`);
  await head.shot('s2b-deed');
  await head.tap('keep-deed');
  await head.at('edit-deed-0').getByText(DEED).waitFor();
  await head.shot('s2c-write');
  // She leaves and comes back: what she wrote is there.
  await head.page.reload();
  await head.at('edit-deed-0').getByText(DEED).waitFor();
  await head.tap('submit-letter');
  await head.at('letter-standing').getByText('等管理者代表看').waitFor();
  await head.shot('s2d-waiting');
}

/** The management representative sends it back once, then agrees; where it was delayed shows (Z7). */
async function decides(stage: Stage, id: string, head: Actor): Promise<void> {
  const leader = await stage.enter('彭浩');
  await leader.opens('/pages/messages/index');
  await leader.page.getByText('公开信').first().click();
  await leader.tap('go-letter-turn');
  await leader.at('approve').waitFor();
  await leader.shot('s2e-decide');
  await leader.tap('return');
  await leader.write('return-words', '写清楚哪几栋');
  await leader.tap('do-return');
  await leader.at('letter-standing').getByText('退回').waitFor();

  stage.passes(DAY);
  await stage.morning();
  await head.page.reload();
  await head.at('returned').getByText('写清楚哪几栋').waitFor();
  await head.shot('s2f-returned');
  await head.tap('go-write');
  await head.write('letter-words', '各位业主、住户：谢谢您的意见。说得最多的是3栋、5栋的电梯等得久。');
  await head.tap('submit-letter');
  await head.at('letter-standing').getByText('等管理者代表看').waitFor();

  await leader.opens(`/surveys/letter/index?id=${id}`);
  await leader.tap('approve');
  await leader.at('kept').waitFor();
  await leader.at('steps').getByText('用了').first().waitFor();
  await leader.at('steps').scrollIntoViewIfNeeded();
  await leader.shot('s2g-posted');
}

/** A neighbour reads it, and what became of it; in the large type too (S7). */
async function reads(stage: Stage, id: string): Promise<void> {
  const supervisor = await stage.enter('陈立');
  await supervisor.opens('/errands/list/index');
  await supervisor.page.getByText(DEED).first().click();
  await supervisor.tap('open-giveBack');
  await supervisor.write('giveBack-words', '两部电梯早上都开了，物业办公室里贴了时间。');
  await supervisor.tap('do-giveBack');
  await supervisor.at('errand-standing').getByText('等品质管理部').waitFor();
  await supervisor.shot('s2h-done');

  const quality = await stage.enter('吴桐');
  await quality.opens('/errands/list/index');
  await quality.page.getByText(DEED).first().click();
  await quality.tap('open-deedHolds');
  await quality.tap('do-deedHolds');
  await quality.at('refusal').waitFor();
  await quality.write('asked', '4');
  await quality.write('deedHolds-words', '四户都说不用等了');
  await quality.shot('s2i-asks');
  await quality.tap('do-deedHolds');
  await quality.at('errand-standing').getByText('做到了').waitFor();

  const tenant = await stage.enter('吴晓雯', { large: true });
  await tenant.opens(`/surveys/results/index?id=${id}`);
  await tenant.at('go-letter').scrollIntoViewIfNeeded();
  await tenant.tap('go-letter');
  await tenant.at('kept').getByText('做到 1 件').waitFor();
  assert.equal(await tenant.page.getByText('陈立').isVisible(), false, 'residents read who does it');
  await tenant.shot('s2j-kept-x14');
  await tenant.opens('/pages/me/index');
  await tenant.tap('large');
}

/** From the analysis to the letter that is kept. */
export async function letterGoesItsWay(stage: Stage, id: string, head: Actor): Promise<void> {
  await writes(stage, head);
  await decides(stage, id, head);
  await reads(stage, id);
}
