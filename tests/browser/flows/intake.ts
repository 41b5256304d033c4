import assert from 'node:assert/strict';
import { sql } from 'drizzle-orm';
import { type Flow, findsRow, newestTicket, personId, untilStatus } from '../walk.ts';

/** Records how often somebody taps, so that the screens' promise of few taps stays one. */
const MOST_TAPS = { file: 5, dispatch: 1 } as const;

export const INTAKE_FLOWS: readonly Flow[] = [
  {
    title: '客服替来电的人记一件 → 派给排在最前的师傅 → 师傅退回 → 客服派另一位',
    walk: async (stage) => {
      const agent = await stage.enter('林晓芸');
      await agent.shot('07-workbench-intake');
      let taps = 0;
      const tap = async (id: string) => {
        taps += 1;
        await agent.tap(id);
      };
      await tap('go-intake');
      await agent.at('home-query').waitFor();
      await agent.write('home-query', '3-2-502');
      await agent.at('home-chosen').waitFor();
      await agent.shot('intake-home');
      await tap(`person-${await personId(stage, '王秀兰')}`);
      await tap('channel-hotline_service');
      await tap('category-burst_pipe');
      await agent.write('words', '厨房水管爆了，一直喷水');
      await agent.sees('2 小时内上门');
      await agent.shot('intake-form');
      await tap('submit');
      assert.equal(taps, MOST_TAPS.file);
      await agent.at('do-dispatch').waitFor();
      const ticket = await newestTicket(stage);
      await agent.sees(/水电 · 手上 \d 件/);
      await agent.sees('建议');
      await agent.sees('首问：林晓芸');
      await agent.shot('08a-dispatch-why');
      await agent.tap('do-dispatch');
      await untilStatus(stage, 'dispatched');
      const [sent] = await stage.house.db.execute<{ name: string }>(
        sql`select p.name from tickets t join people p on p.id = t.assignee_id where t.id = ${ticket.id}`,
      );
      await agent.tap('tab-talk').catch(() => undefined);

      const technician = await stage.enter(sent!.name);
      await technician.shot('09a-jobs-intake');
      await technician.opens(`/staff/ticket/index?id=${ticket.id}`);
      await technician.tap('more');
      await technician.tap('choose-handBack');
      await technician.tap('reason-hands_full');
      await technician.write('hand-back-words', '4 栋那件还没完，下午才有空');
      await technician.shot('hand-back');
      await technician.tap('do-handBack');
      await untilStatus(stage, 'received');

      await agent.opens('/pages/home/index');
      await agent.page.reload();
      await findsRow(agent, ticket.id);
      await agent.tap(`ticket-${ticket.id}`);
      await agent.sees('师傅退回：手上忙不过来');
      await agent.sees('刚退回过');
      await agent.shot('08a-handed-back');
      await agent.tap('do-dispatch');
      await untilStatus(stage, 'dispatched');
      const [next] = await stage.house.db.execute<{ name: string }>(
        sql`select p.name from tickets t join people p on p.id = t.assignee_id where t.id = ${ticket.id}`,
      );
      assert.notEqual(next!.name, sent!.name);
      await agent.opens('/staff/register/index');
      await agent.sees('服务热线');
      await agent.shot('register-channel');

      const resident = await stage.enter('王秀兰', { large: true });
      await resident.opens(`/tickets/detail/index?id=${ticket.id}`);
      await resident.sees('服务热线');
      await resident.shot('05-taken-down-x14');

      const walking = await stage.enter('钱大勇');
      await walking.tap('go-intake');
      await walking.write('home-query', '4-3-602');
      await walking.at('home-chosen').waitFor();
      await walking.write('name', '周文静');
      await walking.tap('category-doors');
      await walking.shot('intake-on-the-way');
      await walking.tap('submit');
      await walking.sees('首问：钱大勇');
      await walking.shot('intake-first-contact');
    },
  },
];
