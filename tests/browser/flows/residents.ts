import assert from 'node:assert/strict';
import { sql } from 'drizzle-orm';
import type { Actor, Stage } from '../stage.ts';
import { type Flow, homeOf, newestTicket, personId, report, sends } from '../walk.ts';

const numberOf = async (stage: Stage, name: string) => {
  const [row] = await stage.house.db.execute<{ id: string; cipher: string }>(sql`select id, phone_cipher as cipher from people where name = ${name}`);
  return stage.house.numbers.open(row!.cipher, row!.id)!;
};

const stayOf = async (stage: Stage, name: string, homeId: string) => {
  const [row] = await stage.house.db.execute<{ id: string }>(
    sql`select id from residences where home_id = ${homeId} and person_id = ${await personId(stage, name)} and until_at is null`,
  );
  return row!.id;
};

async function tells(resident: Actor, stage: Stage, words: string): Promise<string> {
  await resident.opens('/pages/home/index');
  await resident.page.reload();
  await report(resident, 'doors', words);
  await resident.tap('submit');
  await resident.sees('收到了');
  return (await newestTicket(stage)).number;
}

const shows = async (one: Actor, number: string) => {
  await one.opens('/pages/progress/index');
  await one.page.reload();
  await one
    .at('done')
    .or(one.page.getByText(number))
    .first()
    .waitFor()
    .catch(() => undefined);
  await one.page.waitForLoadState('networkidle');
  return one.page.getByText(number).filter({ visible: true }).first().isVisible();
};

export const RESIDENT_FLOWS: readonly Flow[] = [
  {
    title: '住户登记：业主请家人进来，凭码进家，看得到以后的事；服务中心登记搬走，新的就看不到了',
    walk: async (stage) => {
      const home = await homeOf(stage, '王秀兰');
      const owner = await stage.enter('王秀兰');
      await owner.opens('/pages/me/index');
      await owner.tap(`home-${home}`);
      await owner.sees('住在这里的人');
      await owner.shot('19a-family');
      await owner.tap('go-invite-family');
      await owner.write('family-name', '周文静');
      await owner.write('family-phone', '1380000');
      await owner.tap('do-invite-family');
      await owner.sees('请填 11 位手机号');
      await owner.write('family-phone', await numberOf(stage, '周文静'));
      await owner.shot('19b-family-invite');
      await owner.tap('do-invite-family');
      const code = (await owner.at('family-code').textContent()) ?? '';
      await owner.shot('19c-family-code');
      await owner.tap('close-family-code');
      await owner.sees('还没用的邀请码');

      const stranger = await stage.enter('马建军');
      await stranger.opens('/residents/mine/index');
      await stranger.tap('go-join');
      await stranger.write('join-code', code);
      await stranger.tap('do-join');
      await stranger.sees('这个邀请码不是发给这个手机号的');

      const family = await stage.enter('周文静');
      await family.opens('/pages/me/index');
      await family.tap('go-own-record');
      await family.tap('go-join');
      await family.write('join-code', code);
      await family.shot('19d-join');
      await family.tap('do-join');
      await family.at('joined').waitFor();
      await family.tap('close-joined');
      await family.sees('3栋2单元502');
      await family.shot('19e-own-record');
      const first = await tells(owner, stage, '门锁卡住了');
      assert.equal(await shows(family, first), true, 'whoever joined does not see what the home reports');

      const agent = await stage.enter('林晓芸');
      await agent.opens('/pages/me/index');
      await agent.tap('go-households');
      await agent.sees('先找到这一户');
      await agent.write('household-query', '3-2-502');
      await agent.page.keyboard.press('Enter');
      await agent.tap(`household-${home}`);
      await agent.sees('现在住这里');
      await agent.shot('19f-household');
      await agent.tap(`stay-${await stayOf(stage, '周文静', home)}`);
      await agent.tap('choose-out');
      await agent.shot('19g-move-out');
      await agent.tap('do-move-out');
      await agent.sees('以前住过');
      await agent.sees('登记搬走');
      const second = await tells(owner, stage, '门锁又卡住了');
      assert.equal(await shows(family, first), true, 'what was reported while they lived there is gone');
      assert.equal(await shows(family, second), false, 'whoever moved out sees what came after');

      await agent.tap('go-add');
      await agent.write('add-name', '租客小周');
      await agent.write('add-phone', '13900000091');
      await agent.shot('19h-move-in');
      await agent.tap('do-add');
      await agent.sees('租客小周');
      await agent.shot('19i-household-after');
      const large = await stage.enter('唐慧');
      await large.opens('/pages/me/index');
      await large.tap('large');
      await large.opens('/residents/list/index');
      await large.sees('先找到这一户');
      await large.write('household-query', '9-1-1501');
      await large.page.keyboard.press('Enter');
      await large.sees('高志远');
      await large.shot('x15-households');
      const wide = await large.page.evaluate<number>('document.documentElement.scrollWidth');
      assert(wide <= 390, `households are ${wide} wide`);
    },
  },
  {
    title: '我的资料：看得到、导得出；还有没办完的不能清，办完了清掉，所有手机都退出',
    walk: async (stage) => {
      const { id } = await sends(stage, '高志远', '/tickets', {
        homeId: await homeOf(stage, '高志远'),
        place: 'home',
        category: 'doors',
        words: '门坏了',
      });
      const resident = await stage.enter('高志远');
      await resident.opens('/residents/mine/index');
      await resident.sees('登记的号码');
      await resident.shot('19j-own-record');
      const file = resident.page.waitForEvent('download');
      await resident.tap('take-record');
      assert.match((await file).suggestedFilename(), /^我的资料_.*\.xlsx$/);
      await resident.at(`open-${id}`).waitFor();
      assert.equal(await resident.at('go-forget').isVisible(), false, 'what is open does not stand in the way');
      await sends(stage, '高志远', `/tickets/${id}/cancel`, { why: 'mended' });
      await resident.page.reload();
      await resident.tap('go-forget');
      await resident.shot('19k-forget');
      await resident.tap('do-forget');
      await resident.page.waitForURL(/pages\/sign-in/);
      const [row] = await stage.house.db.execute<{ n: number }>(sql`select count(*)::int as n from people where name = '高志远'`);
      assert.equal(row!.n, 0, 'the name is still there');
    },
  },
];
