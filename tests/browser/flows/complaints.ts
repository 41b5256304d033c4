import assert from 'node:assert/strict';
import { sql } from 'drizzle-orm';
import type { Actor, Stage } from '../stage.ts';
import { type Flow, newestTicket, personId, STAFF_TICKET, TICKET, untilStatus } from '../walk.ts';

/** Opens one of the forms behind 更多. */
async function chooses(actor: Actor, id: string, action: string): Promise<void> {
  await actor.opens(`${STAFF_TICKET}${id}`);
  await actor.page.reload();
  await actor
    .at('more')
    .or(actor.at(`go-${action}`))
    .first()
    .waitFor();
  if (await actor.at(`go-${action}`).isVisible()) return actor.tap(`go-${action}`);
  await actor.tap('more');
  await actor.tap(`choose-${action}`);
}

/** The newest ticket, once so many of its photos are there. */
async function untilPhotos(stage: Stage, many: number) {
  for (let left = 200; left > 0; left -= 1) {
    const ticket = await newestTicket(stage).catch(() => null);
    const [row] = await stage.house.db.execute<{ n: number }>(
      sql`select count(*)::int as n from photos where ticket_id = ${ticket?.id ?? null} and finalised_at is not null`,
    );
    if (ticket && row!.n === many) return ticket;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return assert.fail('the photo never followed');
}

/** Complaints, from the word to the end. */
export const COMPLAINT_FLOWS: readonly Flow[] = [
  {
    title: '投诉照片：没有信号时写好、拍好 → 存在手机里，拿回来改都还在 → 有信号只发一次，照片跟上 → 本人和客服看得到；客服记一件，信拍下来一起交',
    walk: async (stage) => {
      const resident = await stage.enter('马建军', { large: true });
      const { page, context } = resident;
      const words = '保洁三天没来，楼道里都是灰。';
      const shown = () => page.locator('.shot .picture').filter({ visible: true }).first().waitFor();
      await resident.opens('/tickets/complain/index');
      await resident.write('complain-words', words);
      await resident.photo('add-photo');
      await shown();
      await page.reload();
      await shown();
      assert.equal(await resident.at('complain-words').locator('textarea').inputValue(), words);
      await resident.shot('c1g-photo-x14');
      const { number: before } = await newestTicket(stage).catch(() => ({ number: '' }));
      // The server cannot be reached, the pages themselves can.
      await context.route('**/api/**', (route) => route.abort());
      await resident.tap('submit');
      await resident.at('offline').getByText('待发').waitFor();
      await resident.tap('offline');
      await resident.at('held-complain').getByText('照片 1 张，随后发').waitFor();
      await resident.shot('c1h-held-x14');
      await resident.tap('take-held');
      await resident.tap('change-held');
      await resident.at('complain-words').waitFor();
      assert.equal(await resident.at('complain-words').locator('textarea').inputValue(), words);
      await shown();
      await resident.tap('submit');
      await resident.at('offline').getByText('待发').waitFor();
      assert.equal((await newestTicket(stage).catch(() => ({ number: '' }))).number, before);
      await context.unroute('**/api/**');
      const { id, number } = await untilPhotos(stage, 1);
      assert.match(number, /^WT-TS-\d{6}-\d{4}$/);
      await resident.opens(`${TICKET}${id}`);
      await page.reload();
      await resident.sees(number);
      await shown();
      await page.locator('.shot .picture').filter({ visible: true }).first().scrollIntoViewIfNeeded();
      await resident.shot('c1i-detail-x14');

      const agent = await stage.enter('林晓芸');
      await agent.opens(`${STAFF_TICKET}${id}`);
      await agent.page.locator('.shot .picture').filter({ visible: true }).first().waitFor();
      await agent.shot('c1j-agent');
      await agent.opens('/staff/complaint/index');
      await agent.at('home-query').waitFor();
      await agent.write('home-query', '3-2-502');
      await agent.at('home-chosen').waitFor();
      await agent.tap(`person-${await personId(stage, '王秀兰')}`);
      await agent.tap('channel-hotline_service');
      await agent.write('words', '来信：地板泡坏了，要求赔。');
      await agent.photo('add-photo');
      await agent.page.locator('.shot .picture').filter({ visible: true }).first().waitFor();
      await agent.page.reload();
      await agent.at('home-chosen').waitFor();
      await agent.page.locator('.shot .picture').filter({ visible: true }).first().waitFor();
      await agent.tap('flag-compensation');
      await agent.at('words').scrollIntoViewIfNeeded();
      await agent.shot('c1k-letter');
      await agent.tap('submit');
      await agent.at('number').waitFor();
      const taken = await untilPhotos(stage, 1);
      assert.notEqual(taken.id, id);
      await agent.opens(`${STAFF_TICKET}${taken.id}`);
      await agent.sees('没找到这一件');
      const leader = await stage.enter('曾勇');
      await leader.opens(`${STAFF_TICKET}${taken.id}`);
      await leader.page.locator('.shot .picture').filter({ visible: true }).first().waitFor();
      await leader.shot('c1l-leader');
    },
  },
  {
    title: '投诉：住户写 → 客服写明是谁 → 主任书面答复、记原因 → 住户满意 → 结案；被投诉的客服看不到',
    walk: async (stage) => {
      const resident = await stage.enter('王秀兰');
      await resident.opens('/pages/home/index');
      await resident.tap('go-speak');
      await resident.write('speak-words', '前台态度差，问了半天没人管。');
      await resident.at('sounds-like-complaint').waitFor();
      await resident.shot('c1a-speak');
      await resident.tap('to-complain');
      await resident.sees('让您不满意了');
      await resident.sees('小区服务中心处理');
      await resident.shot('c1b-complain');
      await resident.tap('against-director');
      await resident.sees('公司领导处理');
      await resident.sees('小区的人都看不到');
      await resident.shot('c1c-director');
      await resident.tap('against-director');
      await resident.tap('submit');
      await resident.at('complaint').waitFor();
      await resident.shot('c1d-received');
      const { id, number } = await newestTicket(stage);
      assert.match(number, /^WT-TS-\d{6}-\d{4}$/);

      const agent = await stage.enter('林晓芸');
      await chooses(agent, id, 'point');
      await agent.tap('against-agent');
      await agent.tap(`accused-${await personId(stage, '何静')}`);
      await agent.shot('c3a-point');
      await agent.tap('do-point');
      await agent.sees('到主任：投诉小区的员工');
      await agent.shot('c3b-pointed');

      const accused = await stage.enter('何静');
      await accused.opens(`${STAFF_TICKET}${id}`);
      await accused.sees('没找到这一件');
      await accused.shot('c3c-accused');

      const director = await stage.enter('郑涛');
      await chooses(director, id, 'formalReply');
      await director.tap('see-letter');
      await director.tap('do-formalReply');
      await director.sees('“一、我们查明：”后面还没有写');
      await director.shot('c5a-letter');
      await director.write('formalReply-words', '王女士您好：我们查明，中午前台只有一个人，没有交接；已经道歉，安排两人轮班。');
      await director.tap('see-letter');
      await director.at('letter-preview').waitFor();
      await director.shot('c5b-preview');
      await director.tap('do-formalReply');
      await untilStatus(stage, 'finished');
      await chooses(director, id, 'recordCause');
      await director.write('recordCause-cause', '中午只有一个人在前台，没有交接。');
      await director.write('recordCause-prevention', '中午两人轮班，交接写在本子上。');
      await director.tap('do-recordCause');
      await director.sees('根本原因');

      await resident.opens(`/tickets/answer/index?id=${id}`);
      await resident.sees('两人轮班');
      await resident.tap('good');
      await resident.tap('score-5');
      await resident.shot('c8a-satisfied');
      const said = resident.page.waitForResponse((answer) => answer.url().endsWith('/confirm'));
      await resident.tap('submit');
      await said;
      await resident.opens(`${TICKET}${id}`);
      await resident.sees('您说满意');
      await chooses(director, id, 'conclude');
      await director.tap('do-conclude');
      await untilStatus(stage, 'closed');
      await director.shot('c8b-concluded');
    },
  },
  {
    title: '投诉主任：住户交 → 公司领导看到、请一位同事看 → 主任和客服看不到；品质管理部的投诉：定方案、上报、回访',
    walk: async (stage) => {
      const resident = await stage.enter('周文静');
      await resident.opens('/tickets/complain/index');
      await resident.write('complain-words', '主任答应的事一直不办。');
      await resident.tap('against-director');
      await resident.tap('submit');
      await resident.at('complaint').waitFor();
      await resident.sees('公司领导在处理');
      await resident.shot('c3d-detail');
      await resident.tap('other');
      await resident.tap('other-point');
      await resident.tap('flag-compensation');
      await resident.shot('c3f-point');
      await resident.tap('do-point');
      await resident.sees('记下了您说的情形');
      const { id } = await newestTicket(stage);

      const leader = await stage.enter('曾勇');
      await leader.opens(`${STAFF_TICKET}${id}`);
      await leader.sees('到公司领导：涉及赔偿');
      await leader.shot('c3e-leadership');
      await chooses(leader, id, 'letIn');
      await leader.tap(`person-${await personId(stage, '周敏')}`);
      await leader.tap('do-letIn');
      await leader.sees('请来看的：周敏');
      for (const name of ['郑涛', '林晓芸']) {
        const other = await stage.enter(name);
        await other.opens(`${STAFF_TICKET}${id}`);
        await other.sees('没找到这一件');
      }

      await resident.opens('/tickets/complain/index');
      await resident.write('complain-words', '账目算不清楚，请公司查。');
      await resident.tap('to-company');
      await resident.sees('品质管理部处理');
      await resident.tap('submit');
      await resident.at('complaint').waitFor();
      const there = (await newestTicket(stage)).id;
      const quality = await stage.enter('吴桐');
      await chooses(quality, there, 'setPlan');
      await quality.write('step-0', '财务核对上季度的账');
      await quality.tap('moment-1');
      await quality.shot('c4a-plan');
      await quality.tap('do-setPlan');
      await quality.at('plan').waitFor();
      await quality.shot('c4b-planned');
      const officer = await stage.enter('袁媛');
      await chooses(officer, there, 'interim');
      await officer.tap('moment-1');
      await officer.write('interim-words', '周女士您好：账目正在核对，先告诉您查到哪里。');
      await officer.tap('see-letter');
      await officer.tap('do-interim');
      await officer.tap('tab-history');
      await officer.sees('先书面回了一封');
      const director = await stage.enter('郑涛');
      await chooses(director, there, 'stepDone');
      await director.write('stepDone-words', '核对完了，差额已更正。');
      await director.tap('do-stepDone');
      await chooses(quality, there, 'escalate');
      await quality.write('escalate-words', '要动财务制度，请领导定。');
      await quality.tap('do-escalate');
      await quality.sees('到公司领导');
      await quality.shot('c2a-escalated');
    },
  },
  {
    title: '替来电的住户记一件投诉：编号就是回执；涉及赔偿的，记完就看不到了',
    walk: async (stage) => {
      const agent = await stage.enter('林晓芸');
      await agent.opens('/staff/complaint/index');
      await agent.at('home-query').waitFor();
      await agent.write('home-query', '3-2-502');
      await agent.at('home-chosen').waitFor();
      await agent.shot('c1e-take');
      await agent.tap(`person-${await personId(stage, '王秀兰')}`);
      await agent.tap('channel-hotline_service');
      await agent.write('words', '漏水泡了地板，要求赔。');
      await agent.tap('flag-compensation');
      await agent.sees('到公司领导：涉及赔偿');
      await agent.tap('submit');
      await agent.at('number').waitFor();
      await agent.shot('c1f-receipt');
      const { id } = await newestTicket(stage);
      await agent.opens(`${STAFF_TICKET}${id}`);
      await agent.sees('没找到这一件');
    },
  },
  {
    title: '没留姓名的投诉：客服从意见箱记下 → 公开答复、记原因 → 结案；投诉公司领导的，品质管理部告诉业委会',
    walk: async (stage) => {
      const agent = await stage.enter('林晓芸');
      await agent.opens('/staff/complaint/index?channel=suggestion_box');
      await agent.tap('whose-unnamed');
      await agent.at('unnamed-note').waitFor();
      await agent.write('words', '楼道里的电动车天天充电，没人管。');
      await agent.shot('c10a-unnamed');
      await agent.tap('submit');
      await agent.sees('没留姓名，没有人可以告诉');
      await agent.shot('c10b-receipt');
      await agent.tap('open');
      await agent.sees('没留姓名');
      await agent.tap('go-answerUnnamed');
      await agent.write('answerUnnamed-words', '在 3 栋公告栏贴了：电动车请到车棚充电，每晚有人巡查。');
      await agent.shot('c10c-answer');
      await agent.tap('do-answerUnnamed');
      await untilStatus(stage, 'finished');
      const { id } = await newestTicket(stage);
      await chooses(agent, id, 'recordCause');
      await agent.write('recordCause-cause', '车棚插座坏了一半。');
      await agent.write('recordCause-prevention', '车棚每月查一次插座。');
      await agent.tap('do-recordCause');
      await agent.sees('根本原因');
      await chooses(agent, id, 'conclude');
      await agent.tap('do-conclude');
      await untilStatus(stage, 'closed');
      await agent.shot('c10d-closed');

      const officer = await stage.enter('袁媛');
      await officer.opens('/staff/complaint/index?channel=letter');
      await officer.tap('whose-unnamed');
      await officer.page.locator('[id^="estate-"]').first().click();
      await officer.write('words', '领导答应修的东门一直没修。');
      await officer.tap('against-leadership');
      await officer.tap('submit');
      await officer.tap('open');
      await officer.at('owes-committee').waitFor();
      await officer.shot('z9a-owed');
      await officer.tap('more');
      await officer.tap('choose-tellCommittee');
      await officer.shot('z9b-tell');
      await officer.tap('do-tellCommittee');
      await officer.at('committee').waitFor();
      await officer.shot('z9c-told');
      const other = await newestTicket(stage);
      await chooses(officer, other.id, 'answerUnnamed');
      await officer.tap('how-nobody');
      await officer.write('answerUnnamed-words', '不知道是谁，东门已经排了施工。');
      await officer.tap('do-answerUnnamed');
      await untilStatus(stage, 'finished');
      await officer.opens('/visits/queue/index');
      await officer.sees('没留姓名，没有人可问');
      await officer.shot('v4a-queue');
    },
  },
];
