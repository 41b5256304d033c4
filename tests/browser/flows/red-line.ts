import assert from 'node:assert/strict';
import type { Actor } from '../stage.ts';
import { type Flow, newestTicket, report, STAFF_TICKET, TICKET } from '../walk.ts';

export const RED_LINE_FLOWS: readonly Flow[] = [
  {
    title: '提醒停了：同事的页面最上面有一条红线，截止时间照常，住户看不到也不多问；又走起来，红线自己没了',
    walk: async (stage) => {
      let asked: string[] = [];
      const listen = ({ name, page }: Actor) => page.on('request', (sent) => sent.url().endsWith('/api/health') && asked.push(name));
      const resident = await stage.enter('陈一鸣');
      listen(resident);
      await report(resident, 'power', '卧室跳闸，推上去又跳');
      await resident.tap('submit');
      await resident.sees('收到了');
      const { id } = await newestTicket(stage);
      stage.passes(180);
      const agent = await stage.enter('林晓芸');
      await agent.at('stand-still').getByText('提醒暂停，截止时间照常').waitFor();
      await agent.at(`ticket-${id}`).getByText(/应/).waitFor();
      await agent.shot('07d-stand-still');
      listen(agent);
      await agent.page.reload();
      for (const hash of [`${STAFF_TICKET}${id}`, '/staff/register/index', '/staff/search/index']) {
        await agent.opens(hash);
        await agent.at('stand-still').waitFor();
      }
      // The line of the page before looks the same: this page is up when its own words are.
      await agent.sees(/至少两个字/);
      await agent.opens(`${STAFF_TICKET}${id}`);
      await agent.sees(/已超时/);
      await agent.shot('08k-stand-still');
      const director = await stage.enter('郑涛');
      await director.opens('/pages/me/index');
      await director.tap('large');
      await director.opens('/staff/reveals/index');
      await director.at('stand-still').waitFor();
      assert((await director.page.evaluate<number>('document.documentElement.scrollWidth')) <= 390, 'the red line is too wide');
      await director.shot('x14-stand-still');
      await resident.opens('/pages/home/index');
      await resident.page.reload();
      await resident.at('go-report').waitFor();
      await resident.opens(`${TICKET}${id}`);
      await resident.sees(/已超时/);
      await resident.at('stand-still').waitFor({ state: 'hidden' });
      assert(asked.includes('林晓芸'));
      assert(!asked.includes('陈一鸣'), 'a resident’s phone asked for the health');

      await stage.looksAfter();
      stage.passes(2);
      asked = [];
      await agent.opens('/pages/home/index');
      await agent.at('go-register').waitFor();
      await agent.opens(`${STAFF_TICKET}${id}`);
      await agent.at('stand-still').waitFor({ state: 'hidden' });
      await agent.sees(/已超时/);
      for (const hash of ['/staff/register/index', '/staff/search/index', '/pages/home/index']) await agent.opens(hash);
      await agent.at('stand-still').waitFor({ state: 'hidden' });
      assert(asked.length <= 2, `five pages asked for the health ${asked.length} times within a minute`);
    },
  },
];
