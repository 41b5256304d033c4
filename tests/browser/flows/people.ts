import assert from 'node:assert/strict';
import { sql } from 'drizzle-orm';
import { dispatch, type Flow, newestTicket, personId, report, untilStatus } from '../walk.ts';

export const PEOPLE_FLOWS: readonly Flow[] = [
  {
    title: '同事：主任任命一位师傅，邀请码只显示一次；他看得到派给他的活；离任时活交给同事，他看不到了；请假写谁代',
    walk: async (stage) => {
      const director = await stage.enter('郑涛');
      await director.at('go-register').waitFor();
      await director.opens('/pages/me/index');
      await director.tap('go-people');
      await director.sees('赵建国');
      await director.shot('18g-people');
      await director.tap('appoint');
      await director.write('new-name', '马建军');
      await director.write('new-phone', '13800006006');
      await director.tap('role-technician');
      await director.tap('do-appoint');
      await director.sees('请选会做哪些活');
      await director.tap('trade-general');
      await director.shot('18h-appoint');
      await director.tap('do-appoint');
      await director.at('invitation-code').waitFor();
      await director.sees('给马建军的邀请码');
      await director.shot('18i-code');
      await director.tap('close-code');
      await director.sees('邀请码还没有用');

      const resident = await stage.enter('王秀兰');
      await report(resident, 'doors', '柜门掉下来了');
      await resident.tap('submit');
      await resident.sees('收到了');
      const { id, number } = await newestTicket(stage);
      const agent = await stage.enter('林晓芸');
      const newcomer = await personId(stage, '马建军');
      await dispatch(stage, agent, id, '马建军', null);
      await untilStatus(stage, 'dispatched');
      const technician = await stage.enter('马建军');
      await technician.sees('今天的活');
      await technician.sees('3栋2单元502');

      await director.tap(`member-${newcomer}`);
      await director.tap('end-technician');
      await director.sees(number);
      await director.tap(`hand-${await personId(stage, '钱大勇')}`);
      await director.shot('18j-end');
      await director.tap('do-end');
      await director.at(`member-${newcomer}`).waitFor({ state: 'detached' });
      const [held] = await stage.house.db.execute<{ name: string }>(
        sql`select p.name from tickets t join people p on p.id = t.assignee_id where t.id = ${id}`,
      );
      assert.equal(held?.name, '钱大勇');
      await technician.page.reload();
      await technician.at('go-report').waitFor();

      await director.tap(`member-${await personId(stage, '林晓芸')}`);
      await director.tap('book-leave');
      await director.tap(`deputy-${await personId(stage, '何静')}`);
      await director.shot('18k-leave');
      await director.tap('do-leave');
      await director.sees('请假，何静代');
      const deputy = await stage.enter('何静');
      await deputy.at('go-register').waitFor();
      await deputy.opens('/pages/me/index');
      await deputy.sees('客服（代林晓芸）');
      await deputy.shot('18l-posts');
      await deputy.tap('as-resident');
      const wide = await director.page.evaluate<number>('document.documentElement.scrollWidth');
      assert(wide <= 390, `colleagues are ${wide} wide`);
      await director.tap(`member-${await personId(stage, '林晓芸')}`);
      await director.tap('end-leave');
      await director.at('end-leave').waitFor({ state: 'detached' });
    },
  },
];
