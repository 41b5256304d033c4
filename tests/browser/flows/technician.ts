import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { sql } from 'drizzle-orm';
import { dispatch, type Flow, newestTicket, report, TICKET } from '../walk.ts';

export const TECHNICIAN_FLOWS: readonly Flow[] = [
  {
    title: '师傅没信号：地下室里接下、到场、拍照修好，信号回来按顺序各发一次，时间照师傅记的；主任看迟了什么，客服导出登记表',
    walk: async (stage) => {
      const resident = await stage.enter('王秀兰');
      await report(resident, 'burst_pipe', '地下室水管爆了。');
      await resident.tap('submit');
      await resident.sees(/WT-BX-/);
      const ticket = await newestTicket(stage);
      const agent = await stage.enter('林晓芸');
      await dispatch(stage, agent, ticket.id, '赵建国', null);
      const technician = await stage.enter('赵建国');
      await technician.at('do-accept').waitFor();
      await technician.shot('09a-jobs');

      // Down in the basement nothing answers; the pages themselves lie on the phone.
      await technician.context.route('**/api/**', (route) => route.abort());
      await technician.tap('do-accept');
      await technician.sees('没有信号，照常干活');
      await technician.at('do-accept').waitFor({ state: 'hidden' });
      await technician.tap('do-arrive');
      await technician.at('do-finish').waitFor();
      await technician.shot('09c-jobs-arrived');
      await technician.tap('do-finish');
      await technician.photo('add-photo');
      await technician.page.locator('.shot .picture').first().waitFor();
      await technician.write('result', '换了一根不锈钢软管，试水 20 分钟不漏。');
      await technician.shot('09b-finish-offline');
      await technician.tap('submit');
      await technician.sees('等信号发出');
      await technician.page.waitForTimeout(3_000);
      await technician.shot('09c-jobs-offline');
      assert.equal((await newestTicket(stage)).status, 'dispatched');

      // Meanwhile the time to come passes, and the promise is told as missed; another home waits too.
      const neighbour = await stage.enter('陈一鸣');
      await report(neighbour, 'burst_pipe', '厨房也在漏。');
      await neighbour.tap('submit');
      await neighbour.sees(/WT-BX-/);
      stage.passes(180);
      await stage.looksAfter();

      await technician.context.unroute('**/api/**');
      await technician.tap('offline');
      // It may have gone by itself already.
      await technician
        .at('send-now')
        .click({ timeout: 3_000 })
        .catch(() => undefined);
      const status = async () =>
        (await stage.house.db.execute<{ status: string }>(sql`select status from tickets where id = ${ticket.id}`))[0]!.status;
      for (let left = 150; left > 0 && (await status()) !== 'finished'; left -= 1) await new Promise((resolve) => setTimeout(resolve, 200));
      assert.equal(await status(), 'finished');
      await technician.sees(/已发出|都发出去了/);
      await technician.shot('09d-queue-sent');
      const events = await stage.house.db.execute<{ did: string; late: number; kept: boolean }>(sql`
        select did, extract(epoch from recorded_at - at)::int / 60 as late from events
        where subject = ${ticket.id} and did in ('accepted', 'arrived', 'finished', 'claimed') order by seq`);
      assert.deepEqual(
        events.map((one) => one.did),
        ['accepted', 'arrived', 'finished'],
      );
      for (const one of events) assert(one.late >= 179 && one.late <= 185, `${one.did} stands ${one.late} minutes before it was registered`);
      const [visit] = await stage.house.db.execute<{ kept: boolean; steps: string[] }>(sql`
        select p.kept_at <= p.due_by as kept, array(select s.step from promise_steps s where s.subject = p.subject and s.what = p.what) as steps
        from promises p where p.subject = ${ticket.id} and p.what = 'on_site'`);
      assert.equal(visit!.kept, true);
      assert(visit!.steps.includes('missed'), 'the step that was taken stays');
      await technician.opens('/pages/home/index');
      await technician.sees('今天做好 1 件');
      await technician.shot('09a-done-today');

      const large = await stage.enter('王秀兰', { large: true });
      await large.opens(`${TICKET}${ticket.id}`);
      await large.sees(/才登记/);
      await large.shot('05h-registered-later-x14');

      const head = await stage.enter('陈立');
      await head.tap('go-board');
      await head.sees('还没派人');
      await head.shot('17-board');
      const director = await stage.enter('郑涛');
      await director.tap('go-late');
      await director.sees('三个数分开看');
      await director.shot('14a-late');
      await director.tap('figure-missed');
      await director.sees('还没做到');
      await director.shot('14b-behind');

      await agent.opens('/staff/registers/index');
      const downloaded = agent.page.waitForEvent('download');
      await agent.tap('export-household_repairs');
      const file = await downloaded;
      assert.match(file.suggestedFilename(), /^住户报修记录表_梧桐里_.*\.xlsx$/);
      const bytes = readFileSync((await file.path())!);
      assert.equal(bytes.subarray(0, 2).toString(), 'PK');
      await agent.sees('导出了');
      await agent.shot('18-registers');
      const [row] = await stage.house.db.execute<{ n: number }>(sql`select count(*)::int as n from exports`);
      assert.equal(row!.n, 1);
    },
  },
];
