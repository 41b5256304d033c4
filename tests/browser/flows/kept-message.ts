import assert from 'node:assert/strict';
import { sql } from 'drizzle-orm';
import type { Actor, Stage } from '../stage.ts';
import { dispatch, type Flow, newestTicket, report, STAFF_TICKET, untilStatus } from '../walk.ts';

/** One photo arrives, then the signal goes, and the message is kept with another: taken back to be changed it still has both, and both are sent with it. */
async function takesBack(stage: Stage, technician: Actor, id: string): Promise<void> {
  const said = async () =>
    (
      await stage.house.db.execute<{ n: number; photos: number }>(sql`
        select count(distinct c.id)::int as n, count(p.id)::int as photos from contacts c left join photos p on p.contact_id = c.id and p.finalised_at is not null
        where c.ticket_id = ${id} and c.body like '两张照片%'`)
    )[0]!;
  await technician.photo('add-photo');
  await technician.at('upload-1').locator('.done-mark').waitFor();
  await technician.context.route('**/api/**', (route) => route.abort());
  await technician.photo('add-photo');
  await technician.sees('没传上');
  await technician.write('message', '两张照片，您先看看。');
  await technician.tap('send');
  await technician.at('waited').waitFor();
  await technician.tap('waited');
  await technician.sees('照片 2 张');
  await technician.tap('take-held');
  await technician.tap('change-held');
  await technician.page.waitForURL(/staff\/ticket/);
  await technician.context.unroute('**/api/**');
  await technician.page.reload();
  await technician.tap('tab-talk');
  await technician.at('upload-2').locator('.done-mark').waitFor();
  await technician.at('upload-1').locator('.done-mark').waitFor();
  await technician.at('upload-1').locator('.picture[src], .picture img[src]').first().waitFor();
  await technician.shot('19e-message-taken-back');
  await technician.write('message', '两张照片，您看第二张。');
  await technician.tap('send');
  for (let left = 100; left > 0 && (await said()).n === 0; left -= 1) await new Promise((resolve) => setTimeout(resolve, 200));
  assert.deepEqual(await said(), { n: 1, photos: 2 });
}

/** A message with its photo, written where there is no signal; and a public place filed by the name it has. */
export const KEPT_MESSAGE_FLOWS: readonly Flow[] = [
  {
    title: '没信号写的留言带照片：存在手机里，收回来照片还在，信号回来一起发一次；客服记公共地方点一下设施名',
    walk: async (stage) => {
      const resident = await stage.enter('王秀兰');
      await report(resident, 'burst_pipe', '厨房水管漏了。');
      await resident.tap('submit');
      await resident.sees(/WT-BX-/);
      const ticket = await newestTicket(stage);
      const agent = await stage.enter('林晓芸');
      await dispatch(stage, agent, ticket.id, '赵建国', null);
      await untilStatus(stage, 'dispatched');
      const technician = await stage.enter('赵建国');
      await technician.opens(`${STAFF_TICKET}${ticket.id}`);
      await technician.tap('tab-talk');
      await technician.at('message').waitFor();

      await technician.context.route('**/api/**', (route) => route.abort());
      await technician.write('message', '阀门是坏的，您看照片。');
      await technician.photo('add-photo');
      await technician.sees('没传上');
      await technician.shot('19a-message-photo-failed');
      await technician.tap('send');
      await technician.sees('照片 1 张');
      await technician.shot('19b-message-kept');
      const said = async () =>
        (
          await stage.house.db.execute<{ n: number; photos: number }>(sql`
            select count(distinct c.id)::int as n, count(p.id)::int as photos from contacts c left join photos p on p.contact_id = c.id and p.finalised_at is not null
            where c.ticket_id = ${ticket.id} and c.body = '阀门是坏的，您看照片。'`)
        )[0]!;
      assert.deepEqual(await said(), { n: 0, photos: 0 });

      await technician.context.unroute('**/api/**');
      await technician.tap('waited');
      await technician
        .at('send-now')
        .click({ timeout: 3_000 })
        .catch(() => undefined);
      for (let left = 100; left > 0 && (await said()).photos === 0; left -= 1) await new Promise((resolve) => setTimeout(resolve, 200));
      assert.deepEqual(await said(), { n: 1, photos: 1 });
      await technician.opens(`${STAFF_TICKET}${ticket.id}`);
      await technician.tap('tab-talk');
      await technician.sees('阀门是坏的');
      await technician.shot('19c-message-sent');
      await takesBack(stage, technician, ticket.id);

      const [office] = await stage.house.db.execute<{ office_id: string; reporter_id: string }>(
        sql`select office_id, reporter_id from tickets where id = ${ticket.id}`,
      );
      await stage.house.db.execute(sql`insert into facilities (id, office_id, name, building, unit, named_by, named_at)
        values (${stage.house.newId()}, ${office!.office_id}, '3栋2单元电梯', 3, 2, ${office!.reporter_id}, now()) on conflict do nothing`);
      await agent.opens('/pages/home/index');
      await agent.tap('go-intake');
      await agent.write('home-query', '3-2-502');
      await agent.at('home-chosen').waitFor();
      await agent.tap('place-public');
      await agent.at('facility-0').waitFor();
      await agent.shot('19d-intake-facilities');
      await agent.tap('facility-0');
      assert.notEqual(await agent.at('where').locator('input').inputValue(), '');
    },
  },
];
