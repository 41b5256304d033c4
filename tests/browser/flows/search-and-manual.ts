import assert from 'node:assert/strict';
import { sql } from 'drizzle-orm';
import type { Actor } from '../stage.ts';
import { type Flow, newestTicket, report, STAFF_TICKET } from '../walk.ts';

export const FINDING_FLOWS: readonly Flow[] = [
  {
    title: '找一件事：几个字、房号、姓名，找不到也说清楚；大字版不横向溢出',
    walk: async (stage) => {
      const resident = await stage.enter('马建军');
      await report(resident, 'tap', '阳台龙头的铜接头滴水');
      await resident.tap('submit');
      await resident.sees('收到');
      const ticket = await newestTicket(stage);
      const agent = await stage.enter('林晓芸');
      await agent.at('go-search').waitFor();
      await agent.shot('07c-workbench-search');
      await agent.tap('go-search');
      await agent.sees('至少两个字');
      for (const query of ['铜接头', '1-2-702', '马建军', ticket.number]) {
        await agent.write('query', query);
        await agent.at(`ticket-${ticket.id}`).waitFor();
      }
      await agent.write('query', '铜接头');
      await agent.at('looked-for').getByText('按说过的话').waitFor();
      await agent.shot('17a-search');
      await agent.write('query', '热气球');
      await agent.sees('没有找到');
      await agent.shot('17b-search-empty');
      await agent.write('query', '😀😀');
      await agent.sees('请至少写两个字或数字');
      await agent.write('query', '铜接头');
      await agent.at(`ticket-${ticket.id}`).waitFor();
      await agent.context.setOffline(true);
      await agent.write('query', '龙头的');
      await agent.sees('现在连不上');
      await agent.shot('17c-search-offline');
      await agent.context.setOffline(false);
      await agent.tap('again');
      await agent.tap(`ticket-${ticket.id}`);
      // The number stands in the list too.
      await agent.at('tab-talk').waitFor();
      await agent.opens('/pages/home/index');
      await agent.tap('go-search');
      await agent.tap('recent-0');
      await agent.at(`ticket-${ticket.id}`).waitFor();
      const large = await stage.enter('陈立');
      await large.opens('/pages/me/index');
      await large.tap('large');
      await large.opens('/staff/search/index');
      await large.shot('x14-search-empty');
      await large.write('query', '铜接头');
      await large.at(`ticket-${ticket.id}`).waitFor();
      const wide = await large.page.evaluate<number>('document.documentElement.scrollWidth');
      assert(wide <= 390, `search is ${wide} wide`);
      await large.shot('x14-search');
    },
  },
  {
    title: '公司手册：主任从我的进去，找一条，看原话、数字、谁可以办、在哪一页；从一条承诺也能到',
    walk: async (stage) => {
      await stage.house.db.execute(
        sql`insert into settings (id, office_id, key, value, from_at, set_at) select ${stage.house.newId()}, id, 'warnAtPercent', '60'::jsonb, now() - interval '3 days', now() from offices where letters = 'WT'`,
      );
      const director = await stage.enter('郑涛');
      await director.sees(/· 没办完的 \d+ 件/);
      await director.opens('/pages/me/index');
      await director.tap('go-manual');
      // The first to open it waits until every rule is tried.
      await director.page.getByText('报修和特约服务').filter({ visible: true }).first().waitFor({ timeout: 60_000 });
      await director.shot('17a-manual');
      await director.write('find', '没有这几个字');
      await director.sees('手册里没找到');
      await director.shot('17b-manual-none');
      await director.write('find', '电梯');
      await director.at('clause-I2').waitFor({ state: 'hidden' });
      await director.tap('clause-R1');
      await director.sees(/急修项目分为/);
      await director.tap('whole-manual');
      await director.write('find', '');
      await director.tap('clause-Z18');
      await director.sees('公司是 75%');
      await director.shot('17d-clause-own');
      await director.opens('/staff/clause/index?clause=R3');
      await director.sees(/应在2小时内赶到现场/);
      await director.shot('17c-clause');
      const wide = async (large: boolean, actor: Actor, hash: string) => {
        await actor.opens(hash);
        await actor.page.waitForTimeout(800);
        assert.equal((await actor.page.locator('.x14').count()) > 0, large);
        assert((await actor.page.evaluate<number>('document.documentElement.scrollWidth')) <= 390, `${hash} is too wide`);
      };
      await wide(false, director, '/staff/manual/index');
      const quality = await stage.enter('吴桐');
      await quality.sees(/全公司没办完的 \d+\+? 件/);
      await quality.opens('/pages/me/index');
      await quality.tap('large');
      for (const [name, hash] of [
        ['manual', '/staff/manual/index'],
        ['clause', '/staff/clause/index?clause=R8'],
      ] as const) {
        await wide(true, quality, hash);
        await quality.shot(`x14-${name}`);
      }
      await quality.opens('/staff/manual/index?on=2026-01-01');
      await quality.sees('2026年1月1日');
      const resident = await stage.enter('王秀兰');
      await resident.at('go-report').waitFor();
      await report(resident, 'doors', '门关不严');
      await resident.tap('submit');
      await resident.sees('收到了');
      await resident.opens('/staff/manual/index');
      await resident.sees('这一页只给同事看');
      await resident.shot('17e-refused');
      const agent = await stage.enter('林晓芸');
      await agent.sees(/· 没办完的 \d+ 件/);
      await agent.opens(`${STAFF_TICKET}${(await newestTicket(stage)).id}`);
      await agent.tap('promise-repaired');
      await agent.shot('17g-rule-sheet');
      await agent.tap('open-clause');
      await agent.sees('公司文件的原话');
      await agent.page.route('**/api/manual**', (route) => route.abort());
      await agent.opens('/staff/manual/index');
      await agent.sees('现在连不上');
      await agent.shot('17f-offline');
    },
  },
];
