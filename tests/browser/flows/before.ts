import assert from 'node:assert/strict';
import { sql } from 'drizzle-orm';
import { DAY, isoDay } from '../../../shared/kernel/time.ts';
import type { Actor, Stage } from '../stage.ts';
import { dispatch, type Flow, newestTicket, STAFF_TICKET, TICKET } from '../walk.ts';

async function receivedFacts(stage: Stage, id: string): Promise<Record<string, unknown>> {
  const [row] = await stage.house.db.execute<{ facts: Record<string, unknown> }>(
    sql`select facts from events where subject = ${id} and did = 'received'`,
  );
  return row!.facts;
}

/** The same actor, counting what is tapped. */
function counting(one: Actor): { actor: Actor; taps: () => number } {
  let taps = 0;
  const tap = async (id: string) => {
    taps += 1;
    await one.tap(id);
  };
  return { actor: { ...one, tap }, taps: () => taps };
}

/** What of the page shown is wider than the page. */
const spills = (one: Actor): Promise<string[]> =>
  one.page.evaluate(`[...document.querySelectorAll('.sheet .grow, .sheet .chip, .cell, .strip, .alike .grow')]
    .filter((element) => element.getBoundingClientRect().width > 0 && element.getBoundingClientRect().right > window.innerWidth + 1)
    .map((element) => element.textContent)`);

async function seesLift(one: Actor): Promise<void> {
  await one.opens('/tickets/report/index');
  await one.tap('place-public');
  await one.write('where', '3栋2单元的电梯');
  await one.tap('category-lift');
  await one.at('alike').waitFor();
}

export const BEFORE_FLOWS: readonly Flow[] = [
  {
    title: '报修之前：三下报一件；有危险先打电话，报修照样交；说两句就听得出是哪一类；希望的时间和只有我看',
    walk: async (stage) => {
      const { actor: quick, taps } = counting(await stage.enter('马建军'));
      await quick.tap('go-report');
      await quick.tap('category-doors');
      await quick.tap('submit');
      await quick.sees('收到了');
      assert.equal(taps(), 3, 'a repair in three taps, one required field');

      const frightened = await stage.enter('方国栋');
      await frightened.tap('go-report');
      await frightened.at('danger-strip').waitFor();
      await frightened.shot('03a-report-whole');
      await frightened.tap('danger-strip');
      await frightened.sees('人先离开');
      await frightened.tap('danger-fire');
      await frightened.sees('打火警 119');
      await frightened.tap('danger-gas');
      await frightened.sees('不开灯、不点火');
      await frightened.shot('03b-danger');
      await frightened.at('call-danger').waitFor();
      await frightened.tap('danger-close');
      await frightened.sees('煤气味，先打电话');
      await frightened.sees('2 小时内上门');
      await frightened.tap('submit');
      await frightened.sees('收到了');
      const danger = await newestTicket(stage);
      assert.deepEqual([(await receivedFacts(stage, danger.id)).dangerKind, (await receivedFacts(stage, danger.id)).urgency], ['gas', 'urgent']);

      const talker = await stage.enter('王秀兰', { large: true });
      await talker.opens('/tickets/report/index');
      await talker.tap('danger-strip');
      await talker.tap('danger-live_wire');
      await talker.shot('03b-danger-x14');
      assert.deepEqual(await spills(talker), []);
      await talker.tap('danger-live_wire');
      await talker.tap('danger-close');
      await talker.write('words', '马桶堵了，水往上冒');
      await talker.sees('听您说的是');
      await talker.sees('2 小时内上门');
      await talker.at('heard').scrollIntoViewIfNeeded();
      await talker.shot('03d-heard-x14');
      await talker.tap('category-doors');
      await talker.tap('take-heard');
      await talker.tap('wish');
      const tomorrow = isoDay(new Date(stage.house.clock().getTime() + DAY));
      await talker.at(`wish-${tomorrow}-afternoon`).waitFor();
      await talker.shot('03e-wish-x14');
      assert.deepEqual(await spills(talker), []);
      await talker.tap(`wish-${tomorrow}-afternoon`);
      await talker.sees('明天下午');
      await talker.tap('only-mine');
      await talker.at('only-mine').scrollIntoViewIfNeeded();
      await talker.shot('03f-extras-x14');
      // Half-written, the page is opened anew: what was chosen is there.
      await talker.page.reload();
      await talker.sees('明天下午');
      await talker.sees('放开了收不回');
      await talker.tap('submit');
      await talker.sees('收到了');
      const own = await newestTicket(stage);
      assert.equal((await receivedFacts(stage, own.id)).category, 'drain');
      assert.equal((await receivedFacts(stage, own.id)).onlyMine, true);

      const housemate = await stage.enter('李德明');
      await housemate.opens(`${TICKET}${own.id}`);
      await housemate.sees(/没找到这一件/);

      const agent = await stage.enter('林晓芸');
      await agent.opens(`${STAFF_TICKET}${danger.id}`);
      await agent.sees('煤气味');
      await agent.shot('08i-danger');
      await agent.opens(`${STAFF_TICKET}${own.id}`);
      await agent.sees('住户希望');
      await agent.at('by-wish').scrollIntoViewIfNeeded();
      await agent.shot('08h-wish');
      await dispatch(stage, agent, own.id, '赵建国', null);
      await talker.opens(`${TICKET}${own.id}`);
      await talker.page.reload();
      await talker.sees('按您说的时间上门');
      await talker.at('wish').scrollIntoViewIfNeeded();
      await talker.shot('05h-wish-x14');
      assert.deepEqual(await spills(talker), []);
      await talker.tap('share');
      await talker.at('share').waitFor({ state: 'hidden' });
      await housemate.page.reload();
      await housemate.sees('按您说的时间上门');
    },
  },
  {
    title: '报修之前，公共地方有人报过：跟着那一件，看得到进展，看不到是谁报的；不想跟就不跟，也可以另外报',
    walk: async (stage) => {
      const first = await stage.enter('王秀兰');
      await first.tap('go-report');
      await first.tap('place-public');
      await first.write('where', '3栋2单元502门口的电梯');
      await first.tap('category-lift');
      await first.write('words', '电梯停在五楼不动，我是502的');
      await first.tap('submit');
      await first.sees('收到了');
      const lift = await newestTicket(stage);
      stage.passes(20);

      const neighbour = await stage.enter('周文静');
      await seesLift(neighbour);
      await neighbour.sees(/20 分钟前有人报过/);
      await neighbour.shot('16g-alike');
      assert.equal(await neighbour.page.getByText('502').count(), 0);
      await neighbour.tap('follow');
      await neighbour.at('following').waitFor();
      await neighbour.sees('我们答应您');
      await neighbour.shot('16h-following');
      assert.equal(
        await neighbour.page
          .getByText(/502|五楼/)
          .filter({ visible: true })
          .count(),
        0,
      );
      await neighbour.opens('/pages/home/index');
      await neighbour.page.reload();
      await neighbour.sees('跟着的');

      const agent = await stage.enter('林晓芸');
      await agent.opens(`${STAFF_TICKET}${lift.id}`);
      await agent.sees('又有 1 户跟着这一件');
      await agent.shot('08j-followed');

      const large = await stage.enter('陈一鸣', { large: true });
      await seesLift(large);
      await large.shot('16g-alike-x14');
      assert.deepEqual(await spills(large), []);
      await large.tap('report-apart');
      await large.at('submit').waitFor();
      await large.tap('submit');
      await large.sees('收到了');
      assert.notEqual((await newestTicket(stage)).id, lift.id);

      await neighbour.opens(`${TICKET}${lift.id}`);
      await neighbour.tap('unfollow');
      await neighbour.page.waitForURL(/pages\/progress/);
      await neighbour.opens(`${TICKET}${lift.id}`);
      await neighbour.page.reload();
      await neighbour.sees(/没找到这一件/);
    },
  },
];
