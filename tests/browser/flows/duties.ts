import assert from 'node:assert/strict';
import { sql } from 'drizzle-orm';
import { type Flow, newestTicket, personId } from '../walk.ts';

const WEEK = 7 * 24 * 60;

/** The rounds through the channels that do not ring: named, owed, opened, put down (I13). Days pass here. */
export const DUTY_FLOWS: readonly Flow[] = [
  {
    title: '看渠道：主任指定谁开意见箱 → 下一周客服看到、打开、记一张、记下这一轮 → 主任看到做过了',
    walk: async (stage) => {
      const director = await stage.enter('郑涛');
      await director.tap('go-rounds');
      await director.sees('现在没有要做的');
      await director.shot('i13a-none');
      await director.tap('go-keepers');
      await director.sees('每 7 天看一轮');
      await director.shot('i13b-keepers');
      await director.tap('channel-suggestion_box');
      await director.at('no-channel').waitFor();
      await director.shot('i13c-keeper-sheet');
      await director.tap(`keeper-${await personId(stage, '林晓芸')}`);
      await director.at('no-channel').waitFor({ state: 'hidden' });
      await director.at('channel-suggestion_box').getByText('林晓芸').waitFor();
      await director.tap('channel-forum');
      await director.tap('no-channel');
      await director.at('channel-forum').getByText('没有这个渠道').waitFor();
      await director.shot('i13d-named');

      stage.passes(WEEK);
      await stage.looksAfter();
      await stage.morning();
      const keeper = await stage.enter('林晓芸');
      await keeper.at('go-duties').waitFor();
      await keeper.shot('i13e-workbench');
      await keeper.tap('go-duties');
      await keeper.sees('开意见箱');
      await keeper.shot('i13f-owed');
      await keeper.page.locator('[id^="duty-"]:visible').first().click();
      await keeper.at('open-round').waitFor();
      await keeper.shot('i13g-round');
      await keeper.tap('open-round');
      await keeper.at('record-round').waitFor();
      await keeper.at('nothing-in-it').waitFor();
      await keeper.shot('i13h-opened');

      await keeper.tap('take-remark');
      await keeper.write('home-query', '3-2-502');
      await keeper.at('home-chosen').waitFor();
      await keeper.tap(`person-${await personId(stage, '王秀兰')}`);
      await keeper.write('words', '建议在单元门口装一个放雨伞的架子');
      await keeper.at('submit').scrollIntoViewIfNeeded();
      await keeper.shot('i13i-note');
      await keeper.tap('submit');
      await keeper.sees('雨伞');
      const { id } = await newestTicket(stage);
      await keeper.page.goBack();
      await keeper.at(`found-${id}`).waitFor();
      await keeper.sees('记下来的 1 件');
      await keeper.tap('record-round');
      await keeper.at('refusal').waitFor();
      await keeper.shot('i13j-refused');
      await keeper.tap('more-items');
      const found = '两张。一张建议装伞架，记成建议了；一张是广告，扔了。';
      await keeper.write('round-words', found);
      // Half-written, the app is closed and opened again.
      await keeper.page.reload();
      await keeper.at('record-round').waitFor();
      assert.equal(await keeper.at('round-words').locator('textarea').inputValue(), found);
      await keeper.tap('record-round');
      await keeper.at('put-down').getByText('2 条').waitFor();
      assert.equal(await keeper.at('record-round').isVisible(), false, 'what was put down is to do once more');
      await keeper.shot('i13k-kept');

      await director.opens('/pages/me/index');
      await director.tap('large');
      await director.opens('/staff/duties/index');
      await director.page.reload();
      await director.sees('同事的');
      await director.shot('i13l-owed-x14');
      await director.tap('tab-past');
      await director.sees('2 条');
      await director.shot('i13m-past-x14');
      await director.page.locator('[id^="duty-"]:visible').first().click();
      await director.at(`found-${id}`).waitFor();
      await director.shot('i13n-round-x14');
      await director.opens('/staff/keepers/index');
      await director.tap('channel-email');
      await director.at('no-channel').waitFor();
      await director.shot('i13o-keepers-x14');
    },
  },
  {
    title: '地下室没信号：开了意见箱记下这一轮、写一张单子，都先存在手机里，信号回来各发一次',
    walk: async (stage) => {
      const director = await stage.enter('郑涛');
      await director.opens('/staff/keepers/index');
      await director.tap('channel-suggestion_box');
      await director.tap(`keeper-${await personId(stage, '林晓芸')}`);
      await director.at('channel-suggestion_box').getByText('林晓芸').waitFor();
      stage.passes(WEEK);
      await stage.looksAfter();
      await stage.morning();
      const counted = async (query: ReturnType<typeof sql>) => Number((await stage.house.db.execute<{ n: number }>(query))[0]!.n);
      const done = () =>
        counted(
          sql`select count(*)::int as n from events v join errands e on e.id = v.subject where v.did = 'done' and e.facts->>'part' = 'suggestion_box'`,
        );
      const given = () => counted(sql`select count(*)::int as n from contacts where kind = 'errand' and body = '地下二层的灯不亮'`);

      const keeper = await stage.enter('林晓芸');
      await keeper.opens('/errands/write/index');
      await keeper.at('unit-engineering').waitFor();
      await keeper.opens('/staff/duties/index');
      await keeper.page.locator('[id^="duty-"]:visible').filter({ hasText: '开意见箱' }).first().click();
      await keeper.tap('open-round');
      await keeper.at('nothing-in-it').waitFor();

      // Down in the basement nothing answers; the pages themselves lie on the phone.
      await keeper.context.route('**/api/**', (route) => route.abort());
      await keeper.write('round-words', '');
      await keeper.tap('nothing-in-it');
      await keeper.at('waited').getByText('等信号').waitFor();
      assert.equal(await keeper.at('record-round').isVisible(), false, 'what waits on the phone is to do once more');
      await keeper.shot('i13p-waits');
      await keeper.opens('/errands/write/index');
      await keeper.tap('unit-engineering');
      await keeper.write('content', '地下二层的灯不亮');
      await keeper.tap('moment-1');
      await keeper.tap('submit');
      await keeper.sees('记在手机里了');
      await keeper.opens('/tickets/queue/index');
      await keeper.at('held-recordRound').waitFor();
      await keeper.at('held-giveErrand').getByText('地下二层的灯不亮').waitFor();
      await keeper.shot('i13q-queue');
      assert.deepEqual([await done(), await given()], [0, 0]);

      await keeper.context.unroute('**/api/**');
      await keeper.opens('/tickets/queue/index');
      await keeper
        .at('send-now')
        .click({ timeout: 3_000 })
        .catch(() => undefined);
      for (let left = 100; left > 0 && (await done()) + (await given()) < 2; left -= 1) await new Promise((resolve) => setTimeout(resolve, 200));
      await keeper.page.waitForTimeout(1_000);
      assert.deepEqual([await done(), await given()], [1, 1]);
      await keeper.shot('i13r-sent');
      await keeper.opens('/errands/list/index');
      await keeper.tap('errands-given');
      await keeper.sees('地下二层的灯不亮');
    },
  },
];
