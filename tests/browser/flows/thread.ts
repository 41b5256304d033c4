import assert from 'node:assert/strict';
import { dispatch, type Flow, findsRow, newestTicket, report, STAFF_TICKET, TICKET } from '../walk.ts';

/** What is new to somebody, and who else has it open. */
export const THREAD_FLOWS: readonly Flow[] = [
  {
    title: '住户留言，客服列表上有一点，看过就没了；主管也打开，客服看得到',
    walk: async (stage) => {
      const resident = await stage.enter('方国栋');
      await report(resident, 'doors', '书房门有响声。');
      await resident.tap('submit');
      await resident.sees(/WT-BX-/);
      const ticket = await newestTicket(stage);
      const agent = await stage.enter('林晓芸');
      await dispatch(stage, agent, ticket.id, '赵建国', null);
      const dot = agent.at(`ticket-${ticket.id}`).locator('.unread-dot');
      const looksAtList = async () => {
        await agent.opens('/pages/home/index');
        await agent.page.reload();
        await findsRow(agent, ticket.id);
      };
      await looksAtList();
      assert.equal(await dot.count(), 0);

      await resident.opens(`${TICKET}${ticket.id}`);
      await resident.tap('write');
      await resident.write('message', '白天家里有人。');
      await resident.tap('send');
      await resident.sees('白天家里有人。');
      await looksAtList();
      await dot.waitFor();
      await agent.shot('26a-unread');

      const head = await stage.enter('陈立');
      await head.opens(`${STAFF_TICKET}${ticket.id}`);
      await head.at('tab-talk').waitFor();
      await head.page.waitForLoadState('networkidle');
      const read = agent.page.waitForResponse(
        (answer) => answer.url().includes('/look') && answer.request().postData()?.includes('"readTo":"') === true,
      );
      await agent.opens(`${STAFF_TICKET}${ticket.id}`);
      await agent.at('others').getByText('陈立也开着这一件').waitFor();
      await agent.tap('tab-talk');
      await agent.sees('白天家里有人。');
      await read;
      await agent.shot('26b-others');
      await looksAtList();
      assert.equal(await dot.count(), 0);
    },
  },
];
