import assert from 'node:assert/strict';
import { sql } from 'drizzle-orm';
import { A_VOICE } from '../../support/http-story.ts';
import { dispatch, type Flow, newestTicket, personId, report, STAFF_TICKET, TICKET, untilStatus } from '../walk.ts';

export const PAGE_FLOWS: readonly Flow[] = [
  {
    title: '九张照片，一张半路断了再传；语音听得到；大字版不横向溢出',
    walk: async (stage) => {
      const resident = await stage.enter('王秀兰');
      await report(resident, 'burst_pipe', '厨房水槽下面的水管爆了，一直喷水。');
      await resident.photo('add-photo', 9);
      await resident.sees('9 / 9 张');
      await resident.page.getByText('9 / 9 张').filter({ visible: true }).scrollIntoViewIfNeeded();
      await resident.shot('03a-nine');
      let sent = 0;
      let isTapped = false;
      await resident.page.route('**/api/files', async (route) => {
        sent += 1;
        // The fifth is cut off, and so is every try of its own accord until somebody taps.
        if (sent === 5 || (sent > 9 && !isTapped)) await route.abort('connectionreset');
        else await route.continue();
      });
      await resident.tap('submit');
      await resident.sees('传好 8 张，1 张没传上，点一下再传');
      const ticket = await newestTicket(stage);
      const photos = () =>
        stage.house.db.execute<{ position: number; done: boolean }>(
          sql`select position, finalised_at is not null as done from photos where ticket_id = ${ticket.id} and purpose = 'report' order by position`,
        );
      assert.equal((await photos()).filter((one) => one.done).length, 8);
      const failed = resident.page.getByText('没传上', { exact: true }).filter({ visible: true });
      await failed.scrollIntoViewIfNeeded();
      await resident.shot('04-one-failed');
      isTapped = true;
      await failed.click();
      await resident.sees('照片 9 张都传好了');
      assert.deepEqual(
        [...(await photos())],
        Array.from({ length: 9 }, (_, position) => ({ position, done: true })),
      );
      await resident.shot('04-nine');

      const token = await stage.house.tokens.sign(await personId(stage, '王秀兰'));
      const ask = async (to: string, body: object) => {
        const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
        const answer = await fetch(`${stage.address}/api${to}`, { method: 'POST', headers, body: JSON.stringify(body) });
        return (await answer.json()) as { voiceId: string; upload: { url: string; fields: Record<string, string> } };
      };
      const { voiceId, upload } = await ask(`/tickets/${ticket.id}/voices`, { with: 'report', type: 'audio/mpeg', bytes: 72, seconds: 12 });
      const form = new FormData();
      for (const [field, value] of Object.entries(upload.fields)) form.set(field, value);
      form.set('file', new Blob(Array.from({ length: 40 }, () => A_VOICE)), 'voice.mp3');
      assert.equal((await fetch(`${stage.address}${upload.url}`, { method: 'POST', body: form })).status, 204);
      await ask(`/voices/${voiceId}/finalise`, {});
      await resident.tap('see-progress');
      await resident.sees('语音 12 秒');
      await resident.at(`voice-${voiceId}`).scrollIntoViewIfNeeded();
      await resident.shot('05b-voice');
      const target = await resident.at(`voice-${voiceId}`).boundingBox();
      assert(target && target.height >= 44, 'the button is too small to hit');
      const heard = resident.page.waitForResponse((answer) => answer.url().includes('/api/files/') && answer.request().resourceType() === 'media');
      await resident.tap(`voice-${voiceId}`);
      assert([200, 206].includes((await heard).status()));
      assert.equal(await resident.page.locator('[id="record"]').count(), 0);

      const agent = await stage.enter('林晓芸');
      await dispatch(stage, agent, ticket.id, '赵建国', null);
      await agent.opens(`${STAFF_TICKET}${ticket.id}`);
      await agent.sees('语音 12 秒');
      await agent.shot('08a-voice');
      const technician = await stage.enter('赵建国');
      await technician.opens('/pages/me/index');
      await technician.tap('large');
      await technician.opens(`${STAFF_TICKET}${ticket.id}`);
      await technician.tap('do-accept');
      await technician.at('do-accept').waitFor({ state: 'hidden' });
      await technician.tap('do-arrive');
      await untilStatus(stage, 'on_site');
      await technician.tap('do-finish');
      await technician.photo('add-photo', 5);
      await technician.sees('5 / 9 张');
      assert((await technician.page.evaluate<number>('document.documentElement.scrollWidth')) <= 390, 'the finish page is too wide');
      await technician.page.waitForTimeout(1_000);
      await technician.shot('x14-09b-finish');
      await technician.page.locator('.drop:visible').first().click();
      await technician.write('result', '换了一根不锈钢软管。');
      // One is cut off on its way, and sent again by itself.
      await technician.page.route('**/api/files', (route) => route.abort('connectionreset'), { times: 1 });
      await technician.tap('submit');
      await untilStatus(stage, 'finished', 400);
      const [result] = await stage.house.db.execute<{ n: number }>(
        sql`select count(*)::int as n from photos where ticket_id = ${ticket.id} and purpose = 'result' and finalised_at is not null`,
      );
      assert.equal(result?.n, 4);
    },
  },
  {
    title: '大字版 ×1.4：住户每一页都不横向溢出',
    walk: async (stage) => {
      const resident = await stage.enter('王秀兰', { large: true });
      await resident.at('large').getByText('标准字').waitFor();
      const { id } = (
        await stage.house.db.execute<{ id: string }>(
          sql`select t.id from tickets t join people p on p.id = t.reporter_id where p.name = '王秀兰' order by t.id limit 1`,
        )
      )[0]!;
      for (const [name, hash] of [
        ['home', '/pages/home/index'],
        ['report', '/tickets/report/index'],
        ['ticket', `${TICKET}${id}`],
        ['progress', '/pages/progress/index'],
        ['messages', '/pages/messages/index'],
        ['me', '/pages/me/index'],
        ['who-saw-my-number', '/tickets/reveals/index'],
      ] as const) {
        await resident.opens(hash);
        await resident.page.waitForTimeout(600);
        const wide = await resident.page.evaluate<number>('document.documentElement.scrollWidth');
        const large = (await resident.page.locator('.x14').count()) > 0;
        assert(large, `${name} does not grow`);
        assert(wide <= 390, `${name} is ${wide} wide`);
        await resident.shot(`x14-${name}`);
      }
    },
  },
];
