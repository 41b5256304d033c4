import assert from 'node:assert/strict';
import { sql } from 'drizzle-orm';
import type { Stage } from '../stage.ts';
import type { Flow } from '../walk.ts';

async function untilArrived(stage: Stage, many: number): Promise<void> {
  for (let left = 200; left > 0; left -= 1) {
    const [row] = await stage.house.db.execute<{ n: number }>(
      sql`select count(*)::int as n from photos where purpose = 'paper' and finalised_at is not null`,
    );
    if (row!.n === many) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  assert.fail(`never ${many} photos of paper`);
}

async function entersLarge(stage: Stage, name: string) {
  const actor = await stage.enter(name);
  await actor.opens('/pages/me/index');
  await actor.tap('large');
  return actor;
}

const wide = (page: { evaluate<T>(script: string): Promise<T> }) => page.evaluate<number>('document.documentElement.scrollWidth');

/** What came on paper, photographed with what is registered of it. */
export const PAPER_FLOWS: readonly Flow[] = [
  {
    title:
      '纸上的拍下来：客服登记来信、拍照，一张没传上、退出再来接着传 → 负责的人看得到、点开看、补一张；师傅登记外来信息、拍照 → 品质管理部看得到（大字）',
    walk: async (stage) => {
      const agent = await stage.enter('林晓芸');
      await agent.opens('/errands/letter/index');
      await agent.tap('from-authority');
      await agent.write('sender', '梧桐街道办事处');
      await agent.write('subject', '请自查消防通道，3 月 10 日前书面答复。');
      await agent.photo('add-photo', 2);
      await agent.sees('2 / 9 张');
      await agent.at('add-photo').scrollIntoViewIfNeeded();
      await agent.shot('i14f-write-photos');
      await agent.page.locator('[id^="holder-"]', { hasText: '郭卫东' }).click();
      let isUp = false;
      let tried = 0;
      await agent.page.route('**/api/files', async (route) => {
        tried += 1;
        if (isUp || tried === 1) await route.continue();
        else await route.abort('connectionreset');
      });
      await agent.tap('submit');
      await agent.sees('点一下再传');
      await untilArrived(stage, 1);
      await agent.at('papers').scrollIntoViewIfNeeded();
      await agent.shot('i14g-one-failed');
      isUp = true;
      await agent.page.reload();
      await untilArrived(stage, 2);
      await agent.page.locator('#papers .shot .picture').filter({ visible: true }).nth(1).waitFor();
      await agent.page.waitForTimeout(1_000);
      await agent.at('papers').scrollIntoViewIfNeeded();
      await agent.shot('i14h-photos');

      const head = await entersLarge(stage, '郭卫东');
      await head.opens('/errands/list/index');
      await head.page.locator('[id^="errand-"]', { hasText: '消防通道' }).first().click();
      await head.page.locator('#papers .shot .picture').filter({ visible: true }).nth(1).waitFor();
      assert((await wide(head.page)) <= 390, 'the letter is too wide');
      await head.at('papers').scrollIntoViewIfNeeded();
      await head.shot('i14i-photos-x14');
      await head.page.locator('#papers .shot:visible').first().click();
      await head.page.waitForTimeout(1_000);
      await head.shot('i14j-looked-at-x14');
      await head.page.reload();
      await head.photo('add-photo');
      await untilArrived(stage, 3);

      const technician = await entersLarge(stage, '赵建国');
      await technician.opens('/exchange/write/index');
      await technician.tap('kind-supplier');
      await technician.write('source', '迅达门禁有限公司');
      await technician.write('title', '门禁主机下月停产');
      await technician.write('exchange-content', '停产以后配件还供五年。');
      await technician.photo('add-photo');
      await technician.sees('1 / 9 张');
      await technician.at('add-photo').scrollIntoViewIfNeeded();
      assert((await wide(technician.page)) <= 390, 'the form is too wide');
      await technician.shot('d6h-write-photos-x14');
      await technician.tap('submit');
      await technician.sees('等品质管理部传达');
      await untilArrived(stage, 4);

      const quality = await entersLarge(stage, '吴桐');
      await quality.opens('/exchange/list/index');
      await quality.page.getByText('门禁主机下月停产').filter({ visible: true }).first().click();
      await quality.page.locator('#papers .shot .picture').filter({ visible: true }).first().waitFor();
      assert((await wide(quality.page)) <= 390, 'the entry is too wide');
      await quality.shot('d6i-photos-x14');
    },
  },
];
