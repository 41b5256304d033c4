import assert from 'node:assert/strict';
import { sql } from 'drizzle-orm';
import type { Actor, Stage } from '../stage.ts';
import { dispatch, type Flow, leavesCard, newestTicket, proposesDate, report, STAFF_TICKET, TICKET, untilStatus } from '../walk.ts';

async function untilQuote(stage: Stage, id: string, stand: string): Promise<void> {
  for (let left = 50; left > 0; left -= 1) {
    const [row] = await stage.house.db.execute<{ stand: string | null }>(
      sql`select facts #>> '{quote,stand}' as stand from tickets where id = ${id}`,
    );
    if (row?.stand === stand) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.fail(`the quote never was ${stand}`);
}

async function reported(stage: Stage, resident: Actor): Promise<string> {
  await report(resident, 'tap', '厨房水龙头一直滴水，拧紧也没用。');
  await resident.tap('submit');
  await resident.sees('收到了');
  return (await newestTicket(stage)).id;
}

async function goesThere(stage: Stage, technician: Actor, id: string): Promise<void> {
  await technician.opens(`${STAFF_TICKET}${id}`);
  await technician.page.reload();
  await technician.tap('do-arrive');
  await untilStatus(stage, 'on_site');
}

export const MONEY_FLOWS: readonly Flow[] = [
  {
    title: '师傅报价，一项价目表上没有 → 主管定价 → 住户同意 → 修好写上用量 → 确认时看到总价 → 客服结算',
    walk: async (stage) => {
      const resident = await stage.enter('王秀兰');
      await resident.tap('go-prices');
      await resident.sees('换水龙头');
      await resident.write('find-price', '水龙头');
      await resident.sees('单冷水龙头');
      await resident.shot('p1-prices');
      await resident.opens('/pages/home/index');
      const id = await reported(stage, resident);
      const agent = await stage.enter('林晓芸');
      await dispatch(stage, agent, id, '赵建国', null);
      const technician = await stage.enter('赵建国');
      await goesThere(stage, technician, id);
      await technician.tap('more');
      await technician.shot('09c-more');
      await technician.tap('choose-quote');
      await technician.write('find-price', '水龙头');
      await technician.tap('price-换水龙头');
      await technician.tap('price-单冷水龙头');
      await technician.tap('off-list');
      await technician.write('off-list-label', '老式陶瓷阀芯');
      await technician.shot('09d-off-list');
      await technician.tap('add-off-list');
      await technician.sees('主管定好价，住户才看到');
      await technician.page.evaluate('window.scrollTo(0, 0)');
      await technician.shot('09d-quote');
      await technician.tap('submit');
      await untilQuote(stage, id, 'pricing');

      const head = await stage.enter('陈立');
      await head.opens(`${STAFF_TICKET}${id}`);
      await head.sees('等主管定价');
      await head.tap('go-price');
      await head.write('line-price-2', '45');
      await head.shot('08g-price');
      await head.tap('do-price');
      await untilQuote(stage, id, 'offered');
      await head.sees('等住户回话');
      await head.shot('08g-priced');

      await resident.opens('/pages/home/index');
      await resident.page.reload();
      await resident.at(`answer-${id}`).waitFor();
      await resident.shot('01c-home-quote');
      await resident.tap(`answer-${id}`);
      await resident.sees('143 元');
      await resident.sees('等您回话');
      await resident.shot('05d-quote');
      const large = await stage.enter('李德明', { large: true });
      await large.opens(`${TICKET}${id}`);
      await large.page.reload();
      await large.sees('请您看报价');
      await large.shot('05d-quote-x14');
      await large.tap('refuse-quote');
      await large.sees('接着修不收费的');
      await large.shot('05d-refuse-x14');
      await large.opens('/tickets/prices/index');
      await large.sees('换水龙头');
      await large.shot('p1-prices-x14');
      await resident.tap('accept-quote');
      await untilQuote(stage, id, 'accepted');
      await resident.sees('您家同意的报价');
      await resident.shot('05d-agreed');

      await technician.opens(`/staff/finish/index?id=${id}`);
      await technician.page.reload();
      await technician.sees('143 元');
      await technician.tap('less-used-2');
      await technician.sees('98 元');
      await technician.photo('add-photo');
      await technician.write('result', '换了水龙头，阀芯不用换。');
      await technician.page.waitForTimeout(500);
      await technician.shot('09b-finish-cost');
      await technician.tap('submit');
      await untilStatus(stage, 'finished');

      await resident.opens(`/tickets/confirm/index?id=${id}`);
      await resident.page.reload();
      await resident.sees('98 元');
      await resident.shot('06c-confirm-cost');
      await large.opens(`/tickets/confirm/index?id=${id}`);
      await large.sees('98 元');
      await large.shot('06c-confirm-cost-x14');
      await resident.tap('fixed');
      await resident.tap('score-5');
      await resident.tap('submit');
      await untilStatus(stage, 'closed');
      await agent.opens(`${STAFF_TICKET}${id}`);
      await agent.page.reload();
      await agent.tap('go-settle');
      await agent.tap('do-settle');
      await agent.sees('结算完');
      await agent.shot('08h-settled');

      await head.opens('/staff/prices/index');
      await head.tap('new-price');
      await head.write('price-name', '换纱窗');
      await head.write('price-yuan', '55');
      await head.shot('p1-new-price');
      await head.tap('save-price');
      await head.write('find-price', '纱窗');
      await head.sees('55 元');
      await head.shot('p1-keeping');
    },
  },
  {
    title: '家里没人留卡片 → 客服定新的时间 → 住户接受',
    walk: async (stage) => {
      const resident = await stage.enter('周文静');
      const id = await reported(stage, resident);
      const agent = await stage.enter('林晓芸');
      await dispatch(stage, agent, id, '孙磊', null);
      const technician = await stage.enter('孙磊');
      await goesThere(stage, technician, id);
      await leavesCard(stage, technician, '敲了十分钟没人，卡片放在门缝里。', async () => {
        await technician.photo('add-photo');
        await technician.page.waitForTimeout(800);
        await technician.shot('09e-nobody-home');
      });
      await proposesDate(agent, id, '师傅今天来您家没人，明天中午以前再来，您看行吗？', '08i-propose');
      await resident.opens(`${TICKET}${id}`);
      await resident.page.reload();
      await resident.sees('敲了十分钟没人');
      await resident.page.evaluate('window.scrollTo(0, 0)');
      await resident.shot('05f-new-date');
      await resident.tap('accept-date');
      await resident.sees('您家接受新的时间');
      await resident.shot('05f-accepted');
    },
  },
];
