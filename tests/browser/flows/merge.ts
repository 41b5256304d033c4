import assert from 'node:assert/strict';
import { sql } from 'drizzle-orm';
import type { Actor, Stage } from '../stage.ts';
import { type Flow, newestTicket, personId, STAFF_TICKET, TICKET } from '../walk.ts';

/** One report of the same lift, also where somebody was told that a neighbour had reported it. */
async function reportsLift(stage: Stage, one: Actor, words: string): Promise<{ id: string; number: string }> {
  await one.opens('/tickets/report/index');
  await one.tap('place-public');
  await one.write('where', '3栋2单元的电梯');
  await one.tap('category-lift');
  await one.write('words', words);
  await one.page.waitForTimeout(1_500);
  if (await one.at('report-apart').isVisible()) await one.tap('report-apart');
  await one.tap('submit');
  await one.sees('收到了');
  return newestTicket(stage);
}

async function untilStatusOf(stage: Stage, id: string, status: string): Promise<void> {
  const [row] = await stage.house.db.execute<{ status: string }>(sql`select status from tickets where id = ${id}`);
  if (row?.status === status) return;
  await new Promise((resolve) => setTimeout(resolve, 150));
  await untilStatusOf(stage, id, status);
}

/** 派给赵建国, who accepts, arrives and mends. */
async function mends(stage: Stage, agent: Actor, technician: Actor, id: string): Promise<void> {
  await agent.opens(`${STAFF_TICKET}${id}`);
  await agent.page.reload();
  await agent.at('merged').waitFor();
  await agent.page.waitForLoadState('networkidle');
  await agent.tap(`technician-${await personId(stage, technician.name)}`);
  await agent.tap('do-dispatch');
  await untilStatusOf(stage, id, 'dispatched');
  await technician.opens(`${STAFF_TICKET}${id}`);
  await technician.sees('还有 1 件并在这里');
  await technician.tap('do-accept');
  await technician.at('do-accept').waitFor({ state: 'hidden' });
  await technician.tap('do-arrive');
  await untilStatusOf(stage, id, 'on_site');
  await technician.tap('do-finish');
  await technician.photo('add-photo');
  await technician.write('result', '换了门机皮带，上下试了十趟');
  await technician.page.waitForTimeout(500);
  await technician.tap('submit');
  await untilStatusOf(stage, id, 'finished');
}

/** What of the page shown is wider than the page. */
const spills = (one: Actor): Promise<string[]> =>
  one.page.evaluate(`[...document.querySelectorAll('.card, .cell, .pick, .strip, .btns .grow')]
    .filter((element) => element.getBoundingClientRect().width > 0 && element.getBoundingClientRect().right > window.innerWidth + 1)
    .map((element) => element.textContent)`);

/** 这不是同一件, on their own ticket; nothing comes apart by it. */
async function disputes(resident: Actor): Promise<void> {
  await resident.tap('go-disputeMerge');
  await resident.write('dispute-words', '我说的是1单元的电梯');
  await resident.shot('20j-dispute-x14');
  assert.deepEqual(await spills(resident), []);
  await resident.tap('do-disputeMerge');
  await resident.at('disputed').waitFor();
  await resident.sees('前答复您');
  await resident.shot('20k-disputed-x14');
  assert.deepEqual(await spills(resident), []);
}

/** It stands among what is to be done, and is answered: it is the same, and why. */
async function answers(agent: Actor, merged: { id: string; number: string }): Promise<void> {
  await agent.opens('/pages/home/index');
  await agent.page.reload();
  await agent.at(`ticket-${merged.id}`).waitFor();
  await agent.sees('看是不是同一件');
  await agent.shot('20l-workbench');
  await agent.opens(`${STAFF_TICKET}${merged.id}`);
  await agent.page.reload();
  await agent.at('disputed').waitFor();
  await agent.shot('20n-disputed-staff');
  await agent.tap('go-keepMerged');
  await agent.write('keep-merged-words', '去看过，两户说的都是2单元这一部');
  await agent.shot('20o-keep-merged-staff');
  await agent.tap('do-keepMerged');
  await agent.at('disputed').waitFor({ state: 'hidden' });
}

export const MERGE_FLOWS: readonly Flow[] = [
  {
    title: '几户报的是同一件：客服并到一起，各人的编号和话都在；后报的也能说没修好；并错了拆开',
    walk: async (stage) => {
      const first = await stage.enter('王秀兰');
      const survivor = await reportsLift(stage, first, '我婆婆困过一回，门老是关不上');
      stage.passes(10);
      const second = await stage.enter('马建军', { large: true });
      const merged = await reportsLift(stage, second, '电梯门开开关关，夜里很响');

      const agent = await stage.enter('林晓芸');
      await agent.opens(`${STAFF_TICKET}${merged.id}`);
      await agent.tap('more');
      await agent.tap('choose-merge');
      await agent.at(`duplicate-${survivor.id}`).waitFor();
      await agent.tap(`duplicate-${survivor.id}`);
      await agent.at('foresees').waitFor();
      await agent.sees(`留 ${survivor.number}（先报的）`);
      await agent.shot('20a-merge-sheet');
      assert.deepEqual(await spills(agent), []);
      await agent.tap('do-merge');
      await agent.sees(`已经并到 ${survivor.number} 一起办`);
      await agent.shot('20b-merged-staff');
      await agent.tap('survivor');
      await agent.sees('还有 1 件并在这里');
      await agent.sees('夜里很响');
      await agent.shot('20c-survivor-staff');

      await second.opens('/pages/progress/index');
      await second.sees('和别家一起办');
      await second.shot('20d-list-x14');
      await second.tap(`ticket-${survivor.id}`);
      await second.sees('一起处理');
      await second.sees('夜里很响');
      await second.shot('20e-own-x14');
      assert.deepEqual(await spills(second), []);

      await disputes(second);
      await answers(agent, merged);
      await second.opens(`${TICKET}${merged.id}`);
      await second.page.reload();
      await second.sees('两户说的都是2单元这一部');
      await second.at('go-disputeMerge').waitFor();
      await second.shot('20m-answered-x14');
      assert.deepEqual(await spills(second), []);

      const technician = await stage.enter('赵建国');
      await mends(stage, agent, technician, survivor.id);

      await second.opens(`${TICKET}${merged.id}`);
      await second.page.reload();
      await second.at('go-survivor-confirm').waitFor();
      await second.shot('20f-own-finished-x14');
      await second.tap('to-survivor');
      await second.sees('您报的并在这里一起处理');
      assert.equal(await second.page.getByText('我婆婆').filter({ visible: true }).count(), 0);
      assert.equal(await second.page.getByText('王秀兰').filter({ visible: true }).count(), 0);
      await second.shot('20g-survivor-resident-x14');
      assert.deepEqual(await spills(second), []);
      await second.opens(`${TICKET}${merged.id}`);
      await second.tap('go-survivor-confirm');
      await second.tap('not-fixed');
      await second.write('words', '还是响，门也关不严');
      await second.shot('20h-not-fixed-x14');
      await second.tap('submit');
      await untilStatusOf(stage, survivor.id, 'received');

      await first.opens(`${TICKET}${survivor.id}`);
      await first.page.reload();
      await first.sees('一起报的住户说没修好');
      assert.equal(await first.page.getByText('还是响').filter({ visible: true }).count(), 0);

      await agent.opens(`${STAFF_TICKET}${merged.id}`);
      await agent.page.reload();
      await agent.tap('more');
      await agent.tap('choose-unmerge');
      await agent.shot('20i-unmerge-sheet');
      await agent.tap('do-unmerge');
      await untilStatusOf(stage, merged.id, 'received');
      await agent.at('survivor').waitFor({ state: 'hidden' });
      await agent.tap('tab-history');
      await agent.sees(`从 ${survivor.number} 拆出来，单独办`);
      await second.opens(`${TICKET}${merged.id}`);
      await second.page.reload();
      await second.sees('已收到');
    },
  },
];
