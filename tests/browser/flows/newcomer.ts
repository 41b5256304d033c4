import assert from 'node:assert/strict';
import type { Actor, Stage } from '../stage.ts';
import { DAY, type Flow, homeOf, STAFF_TICKET, sends, sendsOn, TICKET } from '../walk.ts';

const MONTH = 31 * DAY;

const inHours = (stage: Stage, hours: number) => new Date(stage.house.clock().getTime() + hours * 3_600_000).toISOString();

const complains = async (stage: Stage, name: string, door: 'office' | 'company', against: readonly string[] = []) =>
  sends(stage, name, '/complaints', {
    homeId: await homeOf(stage, name),
    words: '说好的事一直没有回音',
    door,
    against,
    compensation: false,
    danger: false,
    media: false,
  });

/** Nothing on the page shown is cut at its right, but in a box that scrolls by itself; and the page itself is no wider than the phone. */
async function isWhole({ page }: Actor, what: string): Promise<void> {
  const cut = await page.evaluate<string[]>(`[...document.querySelectorAll('.taro_page:not(.taro_page_shade) .nw')].filter((one) => {
    const box = one.getBoundingClientRect();
    if (!box.width) return false;
    for (let outer = one.parentElement; outer; outer = outer.parentElement) {
      const clips = getComputedStyle(outer).overflowX;
      if (clips === 'visible') continue;
      if (clips !== 'hidden' && outer.scrollWidth > outer.clientWidth) return false;
      if (box.right > outer.getBoundingClientRect().right + 1) return true;
    }
    return box.right > document.documentElement.clientWidth + 1;
  }).map((one) => one.textContent)`);
  assert.deepEqual(cut, [], `${what}: cut`);
  assert((await page.evaluate<number>('document.documentElement.scrollWidth')) <= 390, `${what} is too wide`);
}

/** A slip: who it waits for, which matter, where. */
async function slips(stage: Stage): Promise<void> {
  const head = await stage.enter('罗芳');
  await head.opens('/errands/list/index');
  await head.at('errands-mine').waitFor();
  const { id } = await sends(stage, '王秀兰', '/tickets', {
    homeId: await homeOf(stage, '王秀兰'),
    place: 'home',
    category: 'doors',
    words: '门关不严',
  });
  const answerBy = inHours(stage, 6);
  const slip = { kind: 'handover', ticketId: id, department: 'environment', content: '门口的树枝顶着门，请修一下', answerBy, lead: false };
  await sends(stage, '林晓芸', '/errands', slip);
  await head.opens('/pages/home/index');
  await head.page.reload();
  await head.at('go-owed-errands').waitFor();
  await head.at('no-tickets').waitFor();
  await head.sees(/待办 \d+ 件/);
  assert.equal(await head.page.getByText('没有欠着的事').filter({ visible: true }).count(), 0);
  await head.shot('n1a-head-home');
  await head.tap('go-owed-errands');
  const mine = head.page.locator('[id^="errand-"]:visible').filter({ hasText: '树枝' }).first();
  for (const words of ['等您接下', '门窗', '3栋2单元502']) await mine.getByText(words).waitFor();
  await head.shot('n1b-slips');
  await mine.click();
  await head.at('about-ticket').getByText('3栋2单元502').waitFor();
  await head.sees(/欠着什么/);
  await head.shot('n1c-slip');
  const agent = await stage.enter('林晓芸');
  await agent.opens('/errands/list/index');
  await agent.tap('errands-given');
  await agent.page.locator('[id^="errand-"]:visible').filter({ hasText: '树枝' }).first().click();
  await agent.tap('go-ticket');
  await agent.sees('门关不严');
  // Written too little of: what is missing comes into view, wherever one stands.
  await agent.opens('/errands/write/index');
  await agent.at('content').waitFor();
  await agent.page.evaluate("document.querySelector('.taro_page:not(.taro_page_shade) .page').lastElementChild.scrollIntoView()");
  await agent.tap('submit');
  await agent.at('refusal').waitFor();
  await agent.page.waitForTimeout(500);
  const box = await agent.at('refusal').boundingBox();
  assert(box && box.y >= 0 && box.y + box.height <= 760, `the refusal is out of sight: ${JSON.stringify(box)}`);
  await agent.shot('n1d-refused');
  await agent.opens(`${STAFF_TICKET}${stage.house.newId()}`);
  await agent.sees('可能编号不对');
  await agent.shot('n1e-not-found');
}

/** A plan's step: whose, by when, and its one button. */
async function plans(stage: Stage): Promise<void> {
  const { id } = await complains(stage, '马建军', 'company');
  const steps = [
    { words: '核对上季度的账', dueBy: inHours(stage, 30) },
    { words: '贴出来', dueBy: inHours(stage, 60) },
  ];
  await sendsOn(stage, '吴桐', id, 'set-plan', { steps });
  const director = await stage.enter('郑涛');
  await director.sees(/没办完的 \d+ 件/);
  await director.opens(`${STAFF_TICKET}${id}`);
  await director.at('plan').getByText('主任 郑涛').first().waitFor();
  await director.at('plan').scrollIntoViewIfNeeded();
  await director.shot('n2a-plan');
  await director.tap('go-stepDone');
  await director.write('stepDone-words', '核对完了');
  await director.tap('do-stepDone');
  await director.at('plan').getByText(/做完/).first().waitFor();
  await director.at('plan').scrollIntoViewIfNeeded();
  await director.shot('n2b-step-done');
}

/** Who does not see it, said to whoever complained; what was said before is still chosen. */
async function walls(stage: Stage): Promise<void> {
  const { id } = await complains(stage, '周文静', 'office', ['director']);
  const resident = await stage.enter('周文静');
  await resident.opens(`${TICKET}${id}`);
  await resident.at('shut').getByText('主任看不到这件投诉').waitFor();
  await resident.shot('n3a-shut');
  await resident.tap('other');
  await resident.tap('other-point');
  await resident.at('against-director').waitFor();
  assert.match((await resident.at('against-director').getAttribute('class')) ?? '', /\bon\b/);
  await resident.tap('against-director');
  assert.match((await resident.at('against-director').getAttribute('class')) ?? '', /\bon\b/, 'what was said is taken back');
  await resident.shot('n3b-point');
}

/** A month: of all estates first which one; from the duty straight to its month; another's round says whose it is. */
async function months(stage: Stage): Promise<void> {
  const names = await stage.enter('郑涛');
  await names.opens('/staff/keepers/index');
  await names.tap('channel-suggestion_box');
  await names.page.locator('[id^="keeper-"]:visible').filter({ hasText: '林晓芸' }).first().click();
  await names.at('channel-suggestion_box').getByText('林晓芸').waitFor();
  stage.passes(MONTH);
  await stage.looksAfter();
  await stage.morning();
  const director = await stage.enter('郑涛');
  await director.opens('/staff/duties/index');
  await director.page.locator('[id^="duty-"]:visible').filter({ hasText: '看当月分析' }).first().click();
  await director.at('go-analysis').waitFor();
  await director.shot('n4a-look-through');
  const asked = (await director.at('go-analysis').textContent())?.match(/(\d+)月/)?.[1];
  await director.tap('go-analysis');
  await director
    .at('month-name')
    .getByText(new RegExp(`^(\\d+年)?${asked}月`))
    .waitFor();
  await director.shot('n4b-its-month');

  const quality = await stage.enter('吴桐');
  await quality.sees(/全公司没办完的 \d+\+? 件/);
  await quality.shot('n4c-quality-home');
  await quality.opens('/staff/duties/index');
  await quality.page.locator('[id^="duty-"]:visible').filter({ hasText: '开意见箱' }).first().click();
  await quality.at('whose-round').getByText('林晓芸').waitFor();
  await quality.shot('n4d-whose-round');
  await quality.opens('/staff/analysis/index');
  await quality.tap('month-before');
  await quality.tap('figure-total');
  await quality.at('choose-estate').waitFor();
  await quality.shot('n4e-choose-estate');
  await quality.at('choose-estate').getByText('梧桐里').click();
  await quality.at('give-action').waitFor();
  await quality.opens('/pages/me/index');
  await quality.tap('large');
  for (const [name, hash] of [
    ['home', '/pages/home/index'],
    ['slips', '/errands/list/index'],
    ['analysis', '/staff/analysis/index'],
  ] as const) {
    await quality.opens(hash);
    await quality.page.waitForTimeout(800);
    await isWhole(quality, name);
    await quality.shot(`n5-${name}-x14`);
  }
  await quality.tap('month-before');
  await quality.at('analysis-heat').scrollIntoViewIfNeeded();
  const heat = await quality
    .at('analysis-heat')
    .evaluate<number, { scrollWidth: number; clientWidth: number }>((one) => one.scrollWidth - one.clientWidth);
  assert(heat <= 1, `the weeks are ${heat} wider than their box`);
  await quality.shot('n5-heat-x14');
}

/** What whoever is new here stumbles over: whose turn it is, which matter, who does it, and where it goes on. */
export const NEWCOMER_FLOWS: readonly Flow[] = [
  {
    title:
      '新来的同事：首页说的和列出来的一样；单子说得出哪一件；方案的一步有人、有时间、有按钮；谁看不到、这一轮是谁的、去哪个月的分析，都写着；大字不切号码',
    walk: async (stage) => {
      await slips(stage);
      await plans(stage);
      await walls(stage);
      await months(stage);
    },
  },
];
