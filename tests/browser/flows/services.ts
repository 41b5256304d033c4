import assert from 'node:assert/strict';
import type { Actor, Stage } from '../stage.ts';
import { dispatch, type Flow, leavesCard, mend, newestTicket, proposesDate, STAFF_TICKET, TICKET, untilStatus } from '../walk.ts';

async function answersWell(actor: Actor, words: string): Promise<void> {
  for (const name of ['quality', 'attitude', 'result']) await actor.tap(`answer-${name}-satisfied`);
  await actor.write('visit-words', words);
}

/** Ordered, at the door, nobody home, and a new date named that waits for the household. */
async function waitsForDate(stage: Stage, resident: Actor, agent: Actor): Promise<string> {
  await resident.tap('go-services');
  await resident.tap('service-安装灯具');
  await resident.write('order-words', '餐厅的吊灯。');
  await resident.tap('submit');
  await resident.sees('安排人、定时间');
  const { id } = await newestTicket(stage);
  await agent.opens(`/staff/arrange/index?id=${id}`);
  await agent.page.getByText('钱大勇').filter({ visible: true }).first().click();
  await agent.tap('moment-1');
  await agent.tap('submit');
  await untilStatus(stage, 'dispatched');
  const technician = await stage.enter('钱大勇');
  await technician.opens(`${STAFF_TICKET}${id}`);
  await technician.tap('do-arrive');
  await untilStatus(stage, 'on_site');
  await leavesCard(stage, technician);
  await proposesDate(agent, id, '师傅来您家没人，明天再来，您看行吗？');
  return id;
}

/** A kind chosen, and still chosen once whoever chose it comes back. */
async function looksAtServices(one: Actor, page: string, shot: string): Promise<void> {
  await one.opens(page);
  await one.at('kind-all').waitFor();
  await one.tap('kind-special_service');
  await one.page.waitForTimeout(500);
  await one.shot(shot);
  await one.opens('/pages/home/index');
  await one.opens(page);
  await one.at('kind-special_service').waitFor();
  assert.equal(await one.at('kind-special_service').getAttribute('aria-checked'), 'true', 'which kind was looked at is forgotten');
}

/** Special services: published, ordered, arranged, at another price, done, accepted, visited twice. */
export const SERVICE_FLOWS: readonly Flow[] = [
  {
    title: '特约服务：公布 → 住户订 → 客服安排、改价格 → 住户同意 → 做好 → 验收 → 服务方和品质各回访一次',
    walk: async (stage) => {
      const director = await stage.enter('郑涛');
      await director.opens('/staff/services/index');
      await director.sees('空调清洗');
      await director.tap('new-service');
      await director.write('service-name', '洗油烟机');
      await director.write('service-cost', '30');
      await director.write('service-labour', '90');
      await director.write('service-unit', '台');
      await director.tap('by-outside');
      await director.tap('provider-洁亮家电清洗');
      await director.shot('r12a-publish');
      await director.tap('save-service');
      await director.sees('洗油烟机');
      await director.shot('r12b-list-staff');

      const resident = await stage.enter('周文静');
      await resident.at('go-services').waitFor();
      await resident.tap('go-services');
      await resident.sees('洗油烟机');
      await resident.shot('r12c-list');
      await resident.tap('service-洗油烟机');
      await resident.tap('more-quantity');
      await resident.sees('一共 240 元');
      await resident.tap('wish');
      await resident.shot('r12d-wish');
      await resident.tap('wish-close');
      await resident.write('order-words', '两台都在厨房，油比较重。');
      await resident.shot('r12e-order');
      await resident.tap('submit');
      await resident.sees('安排人、定时间');
      const { id, number } = await newestTicket(stage);
      assert.match(number, /-TY-/);
      await resident.shot('r12f-ordered');

      const agent = await stage.enter('林晓芸');
      await agent.opens(`${STAFF_TICKET}${id}`);
      await agent.sees('特约');
      await agent.shot('r12g-staff');
      await agent.tap('go-arrange');
      await agent.at('provider-洁亮家电清洗').waitFor();
      await agent.tap('moment-1');
      await agent.tap('change-price');
      await agent.write('new-labour', '220');
      await agent.write('new-cost', '60');
      await agent.write('new-why', '有一台是老式的，要拆下来洗');
      await agent.page.waitForTimeout(300);
      await agent.shot('r12h-arrange');
      await agent.tap('submit');
      await untilStatus(stage, 'dispatched');

      await resident.opens('/pages/home/index');
      await resident.page.reload();
      await resident.at(`answer-${id}`).waitFor();
      await resident.shot('r12i-home');
      await resident.tap(`answer-${id}`);
      await resident.sees('280 元');
      await resident.shot('r12j-price');
      await resident.tap('accept-quote');
      await resident.sees('您家同意的价格');

      await agent.opens(`${STAFF_TICKET}${id}`);
      await agent.page.reload();
      await agent.sees('登记到场');
      await agent.tap('do-arrive');
      await untilStatus(stage, 'on_site');
      await agent.tap('go-complete');
      await agent.write('result', '两台都拆洗了，试过不滴油。');
      await agent.shot('r13a-complete');
      await agent.tap('submit');
      await untilStatus(stage, 'finished');

      await resident.opens('/pages/home/index');
      await resident.page.reload();
      await resident.at(`confirm-${id}`).waitFor();
      await resident.tap(`confirm-${id}`);
      await resident.sees('280 元');
      await resident.tap('fixed');
      await resident.tap('score-2');
      await resident.sees('不满意就还没办完');
      await resident.shot('r13b-low');
      await resident.tap('score-5');
      await resident.shot('r13c-accept');
      await resident.tap('submit');
      await untilStatus(stage, 'closed');
      const large = await stage.enter('周文静', { large: true });
      for (const [page, shot] of [
        ['/tickets/services/index', 'r12c-list-x14'],
        [`${TICKET}${id}`, 'r13d-detail-x14'],
      ] as const) {
        await large.opens(page);
        await large.sees('洗油烟机');
        await large.shot(shot);
      }

      await agent.opens('/visits/queue/index');
      await agent.page.reload();
      await agent.at(`visit-${id}-provider_visit`).waitFor();
      await agent.tap(`visit-${id}-provider_visit`);
      await agent.at('visit-opening').waitFor();
      await agent.sees('做得怎么样');
      await answersWell(agent, '洗得干净，很满意');
      await agent.shot('v5a-provider');
      await agent.tap('do-visit');
      await agent.sees('回访');

      const quality = await stage.enter('吴桐');
      await quality.opens('/visits/queue/index');
      await quality.at(`visit-${id}-quality_visit`).waitFor();
      await quality.shot('v5b-queue');
      await quality.tap(`visit-${id}-quality_visit`);
      await quality.at('visit-opening').waitFor();
      await answersWell(quality, '价钱和说好的一样');
      await quality.shot('v5c-quality');
      await quality.tap('do-visit');
      await quality.page.waitForTimeout(500);
      await quality.opens(`${STAFF_TICKET}${id}`);
      await quality.tap('tab-history');
      await quality.sees('做了品质回访');
      await quality.shot('v5d-history');
    },
  },
  {
    title:
      '特约服务本小区师傅来做：家里没人留卡片 → 定新的时间 → 住户接受 → 师傅没信号照样到场、做好 → 住户没信号照样验收；口头定单导得出，通知叫小区通知',
    walk: async (stage) => {
      const resident = await stage.enter('王秀兰');
      await resident.tap('go-services');
      await resident.tap('service-安装灯具');
      await resident.write('order-words', '客厅的吸顶灯。');
      await resident.tap('submit');
      await resident.sees('安排人、定时间');
      const { id } = await newestTicket(stage);
      const agent = await stage.enter('林晓芸');
      await agent.opens(`/staff/arrange/index?id=${id}`);
      await agent.page.getByText('钱大勇').filter({ visible: true }).first().click();
      await agent.tap('moment-1');
      await agent.tap('submit');
      await untilStatus(stage, 'dispatched');

      const technician = await stage.enter('钱大勇');
      await technician.at('do-arrive').waitFor();
      await technician.tap('do-arrive');
      await untilStatus(stage, 'on_site');
      await technician.opens(`${STAFF_TICKET}${id}`);
      await leavesCard(stage, technician, '敲门没人，卡片放在门缝里。', () => technician.shot('z14a-nobody'));
      await proposesDate(agent, id, '师傅来您家没人，明天再来，您看行吗？');
      await resident.opens(`${TICKET}${id}`);
      await resident.page.reload();
      await resident.sees('敲门没人');
      await resident.page.evaluate('window.scrollTo(0, 0)');
      await resident.shot('z14b-date');
      await resident.tap('accept-date');
      await resident.sees('您家接受新的时间');

      await technician.opens('/pages/home/index');
      await technician.page.reload();
      await technician.at('do-arrive').waitFor();
      await technician.context.route('**/api/**', (route) => route.abort());
      await technician.tap('do-arrive');
      await technician.at('go-complete').waitFor();
      assert.equal(await technician.at('do-finish').count(), 0, 'a service is not finished as a repair is');
      await technician.shot('r13e-jobs-offline');
      await technician.tap('go-complete');
      await technician.write('result', '装好了，开关试过三次。');
      await technician.shot('r13f-complete-offline');
      await technician.tap('submit');
      await technician.sees('等信号发出');
      assert.equal((await newestTicket(stage)).status, 'dispatched');
      await technician.context.unroute('**/api/**');
      await technician.tap('offline');
      await technician
        .at('send-now')
        .click({ timeout: 3_000 })
        .catch(() => undefined);
      await untilStatus(stage, 'finished', 300);

      await resident.opens('/pages/home/index');
      await resident.page.reload();
      await resident.tap(`confirm-${id}`);
      await resident.sees('装好了，开关试过三次');
      await resident.context.setOffline(true);
      await resident.tap('fixed');
      await resident.tap('score-5');
      await resident.tap('submit');
      await resident.at('offline').waitFor();
      await resident.shot('r13g-accept-offline');
      assert.equal((await newestTicket(stage)).status, 'finished');
      await resident.context.setOffline(false);
      await untilStatus(stage, 'closed', 300);

      await agent.opens('/staff/registers/index');
      await agent.sees('特约服务口头定单');
      await agent.at('export-oral_orders').scrollIntoViewIfNeeded();
      await agent.shot('r12k-register');
      await resident.opens('/publications/list/index?as=resident');
      await resident.page.waitForTimeout(500);
      assert.equal(await resident.page.title(), '小区通知');
    },
  },
  {
    title: '电话里答复新的时间，客服记下来；班组和守诺情况分报修、特约服务看；公共维修没记费用的登记表上看得到，没有花费也记一笔',
    walk: async (stage) => {
      const resident = await stage.enter('周文静');
      const agent = await stage.enter('林晓芸');
      const id = await waitsForDate(stage, resident, agent);
      await agent.tap('more');
      await agent.tap('choose-recordDate');
      await agent.tap('do-recordDate');
      await agent.sees('请选可以还是要另约');
      await agent.tap('date-answer-yes');
      await agent.write('date-words', '周阿姨电话里说可以，明天在家。');
      await agent.shot('z14c-record-date');
      await agent.tap('do-recordDate');
      await agent.at('do-recordDate').waitFor({ state: 'hidden' });
      await agent.tap('tab-history');
      await agent.sees('林晓芸记下（电话）：住户接受新的时间');
      await agent.shot('z14d-history');
      const large = await stage.enter('周文静', { large: true });
      await large.opens(`${TICKET}${id}`);
      await large.sees('林晓芸记下（电话）：您家接受新的时间');
      await large.shot('z14e-told-x14');

      const head = await stage.enter('陈立');
      await looksAtServices(head, '/staff/board/index', 'z2a-board-services');
      const director = await stage.enter('郑涛');
      await looksAtServices(director, '/staff/late/index', 'z2b-late-services');
      await director.tap('figure-kept');
      await director.sees('只看特约服务');
      await director.shot('z2c-behind-services');

      await resident.opens('/pages/home/index');
      await resident.tap('go-report');
      await resident.tap('place-public');
      await resident.write('where', '4栋3单元楼道');
      await resident.tap('category-lift');
      await resident.write('words', '电梯按钮不亮。');
      await resident.tap('submit');
      await resident.sees('收到了');
      const lift = (await newestTicket(stage)).id;
      await dispatch(stage, agent, lift, '赵建国', null);
      await mend(stage, await stage.enter('赵建国'), lift, null);
      // Not mended: what the first round took is owed on record all the same.
      await resident.opens(`/tickets/confirm/index?id=${lift}`);
      await resident.tap('not-fixed');
      await resident.write('words', '按钮还是不亮。');
      await resident.tap('submit');
      await untilStatus(stage, 'received');
      await head.opens('/staff/registers/index');
      await head.tap('go-costs');
      await head.at('cost-missing').waitFor();
      await head.shot('r7a-missing');
      await head.tap('cost-missing');
      await head.at(`cost-${lift}`).waitFor();
      await head.shot('r7b-behind');
      await head.tap(`cost-${lift}`);
      await head.tap('more');
      await head.tap('choose-spend');
      await head.sees('没有花费，记下');
      await head.at('which-round').getByText('第 1 次修的').waitFor();
      await head.shot('r7c-none');
      await head.tap('submit');
      await head.page.waitForTimeout(800);
      await head.opens('/staff/registers/index');
      await head.page.reload();
      await head.tap('go-costs');
      await head.at('cost-all').waitFor();
      assert.equal(await head.at('cost-missing').count(), 0, 'what was recorded is still missing');
    },
  },
];
