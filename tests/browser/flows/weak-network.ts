import assert from 'node:assert/strict';
import { sql } from 'drizzle-orm';
import { type Flow, newestTicket, report, TICKET } from '../walk.ts';

export const WEAK_NETWORK_FLOWS: readonly Flow[] = [
  {
    title: '弱网：报修先存在手机里，关掉再打开还在，信号回来只发一次，照片跟上；两句留言按顺序到',
    walk: async (stage) => {
      const counted = async (query: ReturnType<typeof sql>) => Number((await stage.house.db.execute<{ n: number }>(query))[0]!.n);
      const until = async (what: string, holds: () => Promise<boolean>) => {
        for (let left = 100; left > 0; left -= 1) {
          if (await holds()) return;
          await new Promise((resolve) => setTimeout(resolve, 200));
        }
        assert.fail(what);
      };
      const resident = await stage.enter('王秀兰');
      const before = await counted(sql`select count(*)::int as n from tickets`);
      const said = '地下室水管爆了，这里没有信号。';
      await report(resident, 'burst_pipe', said);
      await resident.photo('add-photo');
      await resident.page.locator('.shot .picture').first().waitFor();

      // Half-written, the app is killed and opened again: words, category and photo are there.
      await resident.page.reload();
      await resident.sees('2 小时内上门');
      assert.equal(await resident.at('words').locator('textarea').inputValue(), said);
      await resident.page.locator('.shot .picture').first().waitFor();

      await resident.context.setOffline(true);
      await resident.at('offline').waitFor();
      await resident.tap('submit');
      await resident.sees('先存在手机里了');
      await resident.sees('上门时间从那时算起');
      await resident.at('call-hotline').waitFor();
      await resident.shot('16c-kept');
      await resident.tap('send-now');
      await resident.sees('先存在手机里了');
      assert.equal(await counted(sql`select count(*)::int as n from tickets`), before);

      // The page is killed: a new one over the same phone's storage finds it waiting. The server cannot be reached, the page itself can.
      await resident.context.route('**/api/**', (route) => route.abort());
      await resident.context.setOffline(false);
      await resident.page.close();
      const reopened = await stage.reopen(resident);
      await reopened.opens('/pages/home/index');
      await reopened.at('offline').getByText('待发').waitFor();
      await reopened.shot('01c-home-offline');
      await reopened.opens('/pages/progress/index');
      await reopened.at('offline').getByText('待发').waitFor();
      await reopened.shot('16c-progress-offline');
      assert.equal(await counted(sql`select count(*)::int as n from tickets`), before);
      await reopened.tap('offline');
      await reopened.sees('等信号');
      await reopened.shot('16c-queue');
      await reopened.context.unroute('**/api/**');
      await reopened.tap('send-now');
      await reopened.sees(/已收到|已发出/);
      const ticket = await newestTicket(stage);
      await reopened.sees(new RegExp(ticket.number));
      await reopened.shot('16c-queue-sent');
      assert.equal(await counted(sql`select count(*)::int as n from tickets`), before + 1);
      await until(
        'the photo never followed',
        async () => (await counted(sql`select count(*)::int as n from photos where ticket_id = ${ticket.id} and finalised_at is not null`)) === 1,
      );

      // Two words without a signal, killed between them, arrive in order, once.
      await reopened.opens(`${TICKET}${ticket.id}`);
      await reopened.at('write').waitFor();
      await reopened.context.setOffline(true);
      for (const words of ['第一句：总阀在楼道里。', '第二句：我在家等。']) {
        await reopened.tap('write');
        await reopened.write('message', words);
        await reopened.tap('send');
        await reopened.sees(words);
      }
      await reopened.at('waited').getByText('等信号').waitFor();
      await reopened.shot('05g-waited');
      await reopened.context.setOffline(false);
      await reopened.page.locator('#waited').first().waitFor({ state: 'detached', timeout: 40_000 });
      await reopened.sees('第二句：我在家等。');
      const bodies = await stage.house.db.execute<{ body: string }>(
        sql`select body from contacts where ticket_id = ${ticket.id} and body like '第%句%' order by at, id`,
      );
      assert.deepEqual(
        bodies.map((one) => one.body),
        ['第一句：总阀在楼道里。', '第二句：我在家等。'],
      );
      await reopened.opens('/pages/home/index');
      await reopened.at('offline').waitFor({ state: 'hidden' });
    },
  },
  {
    title: '弱网：两个页面同时开着，答复丢在路上：只有一件；换人登录不替别人发；退出先问一声',
    walk: async (stage) => {
      const counted = async (query: ReturnType<typeof sql>) => Number((await stage.house.db.execute<{ n: number }>(query))[0]!.n);
      const resident = await stage.enter('陈一鸣');
      const before = await counted(sql`select count(*)::int as n from tickets`);
      // The report arrives, its answer is lost.
      await resident.context.route('**/api/tickets', async (route) => {
        if (route.request().method() !== 'POST') return route.continue();
        await route.fetch();
        await route.abort();
      });
      await report(resident, 'doors', '门锁打不开，答复丢了。');
      await resident.tap('submit');
      await resident.sees('先存在手机里了');
      assert.equal(await counted(sql`select count(*)::int as n from tickets`), before + 1);
      await resident.tap('take-back');
      await resident.sees('可能已经收到了');
      await resident.shot('16c-take-back');
      await resident.tap('stay-held');

      await resident.opens('/pages/me/index');
      await resident.tap('sign-out');
      await resident.sees('还有 1 件没发出去');
      await resident.shot('me-sign-out-asks');
      await resident.tap('leave-kept');
      await resident.page.waitForURL(/pages\/sign-in/);
      await resident.context.unroute('**/api/tickets');
      const tried: string[] = [];
      resident.context.on('request', (sent) => {
        if (sent.method() === 'POST' && sent.url().endsWith('/api/tickets')) tried.push(sent.headers()['idempotency-key'] ?? '');
      });
      await resident.page.getByText('王秀兰', { exact: true }).first().click();
      await resident.at('go-report').waitFor();
      await resident.page.waitForTimeout(2_000);
      assert.deepEqual(tried, [], 'somebody else’s words were sent');
      await resident.opens('/tickets/report/index');
      assert.equal(await resident.at('words').locator('textarea').inputValue(), '');
      await resident.opens('/tickets/queue/index');
      await resident.sees('都发出去了');

      // Its own author comes back, on two pages at once.
      await resident.opens('/pages/me/index');
      await resident.page.reload();
      await resident.tap('sign-out');
      await resident.page.waitForURL(/pages\/sign-in/);
      await resident.page.getByText('陈一鸣', { exact: true }).first().click();
      const second = await stage.reopen(resident);
      await second.opens('/tickets/queue/index');
      await second.sees(/已发出|都发出去了/);
      await second.page.waitForTimeout(1_000);
      assert(tried.length >= 1);
      assert.equal(new Set(tried).size, 1, 'another key was made');
      assert.equal(await counted(sql`select count(*)::int as n from tickets`), before + 1);
    },
  },
];
