import assert from 'node:assert/strict';
import { sql } from 'drizzle-orm';
import { askForBindings } from '../../../host/demo/bindings.ts';
import { type Flow, newestTicket, personId, report, STAFF_TICKET } from '../walk.ts';

export const IDENTITY_FLOWS: readonly Flow[] = [
  {
    title: '看号码：客服写原因才看得到，主任查得到，住户自己看得到；退出所有设备，别的手机也出去了',
    walk: async (stage) => {
      const resident = await stage.enter('王秀兰');
      await report(resident, 'doors', '门锁卡住了');
      await resident.tap('submit');
      await resident.sees('收到了');
      const { id, number } = await newestTicket(stage);
      const agent = await stage.enter('林晓芸');
      await agent.opens(`${STAFF_TICKET}${id}`);
      await agent.sees('1** **** 6000');
      await agent.shot('08h-number-masked');
      await agent.tap('reveal');
      await agent.tap('do-reveal');
      await agent.sees('请选为什么要看号码');
      await agent.tap('reason-other');
      await agent.tap('do-reveal');
      await agent.sees('选了“其他”，请写一下为什么要看');
      await agent.write('reveal-words', '钥匙落在服务中心了');
      await agent.shot('08i-number-why');
      await agent.tap('do-reveal');
      await agent.sees('138 0000 6000');
      await agent.at('call-revealed').waitFor();
      await agent.shot('08j-number');
      await agent.tap('hide-revealed');
      await agent.at('revealed').waitFor({ state: 'hidden' });
      await agent.opens('/staff/reveals/index');
      await agent.sees('这份记录只给主任、品质管理部和公司领导看');

      const director = await stage.enter('郑涛');
      await director.opens('/pages/me/index');
      await director.page.reload();
      await director.tap('go-reveals');
      await director.sees('看了王秀兰的号码');
      await director.sees('其他：钥匙落在服务中心了');
      await director.sees(number);
      await director.shot('14c-reveals');

      await resident.opens('/pages/me/index');
      await resident.page.reload();
      await resident.at('go-own-reveals').waitFor();
      await resident.shot('me');
      await resident.tap('go-own-reveals');
      await resident.sees('林晓芸');
      await resident.sees('客服');
      await resident.sees('其他：钥匙落在服务中心了');
      await resident.shot('17-who-saw-my-number');

      const lost = await stage.enter('王秀兰');
      await lost.opens('/tickets/reveals/index');
      await lost.sees('林晓芸');
      await resident.opens('/pages/me/index');
      await resident.page.reload();
      await resident.tap('sign-out-everywhere');
      await resident.at('stay-in').click();
      await resident.tap('sign-out-everywhere');
      await resident.shot('17b-sign-out-everywhere');
      await resident.tap('do-sign-out-everywhere');
      await resident.page.waitForURL(/pages\/sign-in/);
      await lost.opens('/pages/progress/index');
      await lost.page.reload();
      await lost.page.waitForURL(/pages\/sign-in/);
      const again = await stage.enter('王秀兰');
      await again.opens('/tickets/reveals/index');
      await again.sees('林晓芸');
    },
  },
  {
    title: '绑定核对：客服找到本人再同意，号码不一样要写怎么核对的，对不上的写原因；主任邀请同事',
    walk: async (stage) => {
      await askForBindings(stage.house);
      const requestOf = async (name: string) =>
        (await stage.house.db.execute<{ id: string }>(sql`select id from binding_requests where name = ${name}`))[0]!.id;
      const answers = async () =>
        (
          await stage.house.db.execute<{ n: string }>(
            sql`select name || ' ' || answer as n from binding_requests where answer is not null order by answered_at`,
          )
        ).map((row) => row.n);
      const answered = async (count: number) => {
        for (let left = 50; left > 0 && (await answers()).length < count; left -= 1) await new Promise((resolve) => setTimeout(resolve, 100));
      };
      const agent = await stage.enter('林晓芸');
      await agent.sees('绑定核对 3');
      await agent.shot('07d-workbench-bindings');
      const head = await agent.page.evaluate<number>("document.querySelector('.staff-head .grow').getBoundingClientRect().height");
      assert(head > 0 && head < 60, `the head of the workbench is ${head} high, more than two lines`);
      await agent.tap('go-bindings');
      await agent.sees('马建军');
      await agent.shot('18a-bindings');
      await agent.tap(`binding-${await requestOf('马建军')}`);
      await agent.sees('号码对得上');
      await agent.tap(`person-${await personId(stage, '马建军')}`);
      await agent.shot('18b-binding-accept');
      await agent.tap('do-accept-binding');
      await answered(1);
      await agent.tap(`binding-${await requestOf('周文静')}`);
      await agent.sees('住户里没有找到');
      await agent.tap('look-1');
      await agent.tap(`person-${await personId(stage, '周文静')}`);
      await agent.tap('do-accept-binding');
      await agent.at('refusal').waitFor();
      await agent.tap('proof-papers');
      await agent.write('proof-words', '当面看了身份证和房产证');
      await agent.shot('18c-binding-proof');
      await agent.tap('do-accept-binding');
      await answered(2);
      await agent.tap(`binding-${await requestOf('方国梁')}`);
      await agent.tap('choose-decline');
      await agent.write('decline-words', '姓名和房号对不上，请带证件来服务中心');
      await agent.shot('18d-binding-decline');
      await agent.tap('do-decline');
      await agent.sees('没有等着核对的');
      assert.deepEqual(await answers(), ['马建军 accepted', '周文静 accepted', '方国梁 declined']);

      const director = await stage.enter('郑涛');
      await director.at('go-register').waitFor();
      await director.opens('/pages/me/index');
      await director.tap('go-invite');
      await director.tap(`invite-${await personId(stage, '赵建国')}`);
      await director.tap('do-invite');
      await director.at('invitation-code').waitFor();
      await director.shot('18e-invitation');
      await director.tap('close-code');
      await director.sees(/邀请码 .* 前有效/);
      const large = await stage.enter('唐慧');
      await large.at('go-register').waitFor();
      await large.opens('/pages/me/index');
      await large.tap('large');
      await large.opens('/staff/bindings/index');
      await large.sees('高志远');
      await large.tap(`binding-${await requestOf('高志远')}`);
      await large.sees('号码对得上');
      await large.shot('x14-binding');
      const wide = await large.page.evaluate<number>('document.documentElement.scrollWidth');
      assert(wide <= 390, `bindings are ${wide} wide`);
    },
  },
];
