import assert from 'node:assert/strict';
import { sql } from 'drizzle-orm';
import { dispatch, type Flow, mend, newestTicket, personId, report, STAFF_TICKET, TICKET, untilStatus } from '../walk.ts';

export const REPAIR_FLOWS: readonly Flow[] = [
  {
    title: '住户报修带照片 → 客服派人 → 师傅接下、到场、修好 → 住户说没修好 → 第二轮 → 确认',
    walk: async (stage) => {
      const resident = await stage.enter('王秀兰');
      await resident.shot('01-home');
      await report(resident, 'burst_pipe', '厨房水槽下面的水管爆了，一直喷水，总阀我关不动。');
      await resident.photo('add-photo');
      await resident.sees('2 小时内上门');
      await resident.shot('03a-report');
      await resident.tap('submit');
      await resident.sees('收到了');
      const ticket = await newestTicket(stage);
      assert.match(ticket.number, /^WT-BX-\d{6}-\d{3}$/);
      await resident.sees(ticket.number);
      await resident.shot('04-submitted');
      for (let left = 50; left > 0; left -= 1) {
        const [row] = await stage.house.db.execute<{ n: number }>(
          sql`select count(*)::int as n from photos where ticket_id = ${ticket.id} and finalised_at is not null`,
        );
        if (row?.n === 1) break;
        assert(left > 1, 'the photo never arrived');
        await resident.page.waitForTimeout(200);
      }

      const agent = await stage.enter('林晓芸');
      await dispatch(stage, agent, ticket.id, '赵建国', '07');
      await resident.tap('see-progress');
      await resident.sees('赵建国');
      assert.equal(await resident.page.getByText('我们要做的').count(), 0, 'what was reported is said twice');
      await resident.shot('05a-ticket');
      await resident.tap('write');
      await resident.write('message', '总阀关上了，谢谢。');
      await resident.tap('send');
      await resident.sees('总阀关上了，谢谢。');
      await agent.opens(`${STAFF_TICKET}${ticket.id}`);
      await agent.page.reload();
      await agent.tap('tab-talk');
      await agent.tap('mode-note');
      await agent.write('note', '502 的总阀也旧了，修完一起换');
      await agent.shot('08b-note');
      await agent.tap('mode-say');
      await agent.tap('canned');
      await agent.shot('08b-canned');
      await agent.tap('reply-1');
      await agent.shot('08b-talk');
      await agent.tap('send');
      await agent.sees('赵建国师傅正在过来');
      await agent.tap('mode-note');
      await agent.tap('send-note');
      await agent.sees('只有同事看得到');
      await resident.page.reload();
      await resident.sees('赵建国师傅正在过来');
      assert.equal(await resident.page.getByText('修完一起换').count(), 0);

      const technician = await stage.enter('赵建国');
      await mend(stage, technician, ticket.id, '09');
      await resident.opens('/pages/home/index');
      await resident.page.reload();
      await resident.at(`confirm-${ticket.id}`).waitFor();
      await resident.shot('01b-home-your-turn');
      await resident.tap(`confirm-${ticket.id}`);
      await resident.tap('not-fixed');
      await resident.write('words', '接头那里还在滴。');
      await resident.shot('06b-not-fixed');
      await resident.tap('submit');
      await untilStatus(stage, 'received');
      assert.equal((await newestTicket(stage)).round, 2);

      await agent.opens(`${STAFF_TICKET}${ticket.id}`);
      await agent.page.reload();
      await agent.tap('more');
      await agent.tap('choose-visit');
      await agent.write('visit-words', '打电话问过，接头还在滴');
      await agent.shot('08f-visit');
      await agent.tap('do-visit');
      await agent.at('do-visit').waitFor({ state: 'hidden' });
      await agent.sees('特殊回访');
      await dispatch(stage, agent, ticket.id, '赵建国', null);
      await mend(stage, technician, ticket.id, null, true);
      await resident.opens(`/tickets/confirm/index?id=${ticket.id}`);
      await resident.tap('fixed');
      await resident.tap('score-5');
      await resident.tap('tag-lasting');
      await resident.tap('score-2');
      await resident.tap('tag-not_lasting');
      await resident.sees('服务中心负责人会联系您');
      await resident.shot('06a-confirm');
      await resident.tap('submit');
      await untilStatus(stage, 'closed');
      // The page goes home by itself once it is told; opened before that, the next one would be left again.
      await resident.at('submit').waitFor({ state: 'hidden' });
      await resident.opens(`${TICKET}${ticket.id}`);
      await resident.page.reload();
      await resident.sees('您家确认修好了');
      await resident.sees('2 星，不满意；修得不牢');
      await resident.shot('05e-closed');
      const head = await stage.enter('周敏');
      await head.opens(`${STAFF_TICKET}${ticket.id}`);
      await head.page.reload();
      await head.tap('more');
      await head.tap('choose-returnVisit');
      for (const name of ['quality', 'attitude', 'result']) await head.tap(`answer-${name}-acceptable`);
      await head.write('visit-words', '打电话问过，接头还有一点滴');
      await head.tap('do-visit');
      await head.at('do-visit').waitFor({ state: 'hidden' });
      await head.tap('tab-talk');
      await head.sees('打电话问过，接头还有一点滴');
      await head.opens('/staff/replies/index');
      await head.tap('new-reply');
      await head.write('reply-title', '问好');
      await head.write('reply-body', '{称呼}您好');
      await head.tap('save-reply');
      await head.sees('问好');
      await head.shot('18-replies');
      await agent.opens('/staff/register/index');
      await agent.sees('接头那里还在滴。');
      await agent.shot('08d-register');
    },
  },
  {
    title: '没人到场：+2 小时，提醒、超时、逐级上报，每个人的消息里都有',
    walk: async (stage) => {
      const resident = await stage.enter('陈一鸣');
      await report(resident, 'power', '客厅跳闸，推上去又跳');
      await resident.tap('submit');
      await resident.sees('收到了');
      const { id } = await newestTicket(stage);
      const agent = await stage.enter('何静');
      await agent.sees('派人');
      const technician = await stage.enter('孙磊');
      await dispatch(stage, agent, id, '孙磊', null);
      await agent.opens('/pages/me/index');
      await agent.tap('demo-forward');
      await agent.page.waitForTimeout(1500);
      await agent.opens(`${STAFF_TICKET}${id}`);
      await agent.page.reload();
      await agent.sees(/已超时/);
      await agent.shot('08c-ledger-missed');
      await agent.tap('more');
      await agent.tap('choose-explainMiss');
      await agent.tap('missed-on_site-1');
      await agent.tap('cause-hands');
      await agent.tap('do-explainMiss');
      await agent.sees(/师傅忙不过来/);
      await technician.opens('/pages/messages/index');
      await technician.page.reload();
      await technician.sees('上门快到时间了');
      await technician.sees('没按时做到：上门');
      const head = await stage.enter('陈立');
      await head.opens('/pages/messages/index');
      await head.sees('没按时做到：上门');
      await agent.opens('/pages/me/index');
      await agent.tap('demo-forward');
      await agent.page.waitForTimeout(1500);
      const director = await stage.enter('郑涛');
      await director.opens('/pages/messages/index');
      await director.sees('过了时间还没做到：上门，请您过问');
      await director.shot('messages-director');
      const quality = await stage.enter('吴桐');
      await quality.opens('/pages/messages/index');
      await quality.sees('过了时间还没做到：上门，请您过问');
      await resident.opens(`${TICKET}${id}`);
      await resident.page.reload();
      await resident.page.getByText('看全部经过').filter({ visible: true }).first().click();
      await resident.sees('上门超时，已报给工程主管');
      await resident.shot('05f-late');
    },
  },
  {
    title: '由主管派人的小区：客服转给工程主管，主管接下并答应时间，再派人',
    walk: async (stage) => {
      const resident = await stage.enter('许若琳');
      await report(resident, 'doors', '阳台移门推不动');
      await resident.tap('submit');
      await resident.sees('收到了');
      const { id } = await newestTicket(stage);
      const agent = await stage.enter('宋雨');
      await agent.opens(`${STAFF_TICKET}${id}`);
      await agent.write('content', '阳台移门推不动，看轨道和滑轮');
      await agent.tap('do-handOver');
      await agent.sees('梁宏').catch(() => undefined);
      const head = await stage.enter('梁宏');
      await head.opens(`${STAFF_TICKET}${id}`);
      await head.tap('moment-1');
      await head.shot('08e-take-on');
      await head.tap('do-takeOn');
      await head.tap(`technician-${await personId(stage, '冯刚')}`);
      await head.tap('do-dispatch');
      await untilStatus(stage, 'dispatched');
      await resident.opens(`${TICKET}${id}`);
      await resident.page.reload();
      await resident.sees('冯刚');
      await resident.sees(/答应 .* 前修好/);
    },
  },
  {
    title: '填错和抢先：少填有提示、内容不丢；别人先派了，看得到现在的情况',
    walk: async (stage) => {
      const resident = await stage.enter('吴晓雯');
      await resident.tap('go-report');
      await resident.write('words', '写了一半');
      await resident.tap('submit');
      await resident.at('refusal').waitFor();
      await resident.shot('16f-field-error');
      assert.equal(await resident.at('words').locator('textarea').inputValue(), '写了一半');
      await resident.tap('category-doors');
      await resident.tap('submit');
      await resident.sees('收到了');
      const { id } = await newestTicket(stage);
      const slow = await stage.enter('林晓芸');
      await slow.opens(`${STAFF_TICKET}${id}`);
      await slow.at('do-dispatch').waitFor();
      const quick = await stage.enter('何静');
      await dispatch(stage, quick, id, '钱大勇', null);
      await slow.tap('do-dispatch');
      await slow.at('beaten').waitFor();
      await slow.shot('16d-beaten');
      await slow.tap('see-now');
      await slow.sees('钱大勇');
      await slow.tap('more');
      await slow.tap('choose-reassign');
      await slow.tap(`instead-${await personId(stage, '孙磊')}`);
      await slow.shot('08g-reassign');
      await slow.tap('do-reassign');
      await slow.sees('孙磊');
      await resident.opens(`${TICKET}00000000-0000-7000-8000-000000000000`);
      await resident.sees(/没找到这一件/);
      await resident.shot('16e-not-found');
    },
  },
];
