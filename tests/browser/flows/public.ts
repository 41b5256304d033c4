import assert from 'node:assert/strict';
import { sql } from 'drizzle-orm';
import type { Actor, Stage } from '../stage.ts';
import { dispatch, type Flow, newestTicket, STAFF_TICKET, untilStatus } from '../walk.ts';

const LIFT = '3栋2单元电梯';

async function reportsLift(stage: Stage, resident: Actor): Promise<string> {
  await resident.tap('go-report');
  await resident.tap('place-public');
  await resident.write('where', LIFT);
  await resident.tap('category-lift');
  await resident.write('words', '电梯门关不上，一直在叫。');
  await resident.tap('submit');
  await resident.sees('收到了');
  return (await newestTicket(stage)).id;
}

async function mends(stage: Stage, technician: Actor, id: string): Promise<void> {
  await technician.opens('/pages/home/index');
  await technician.page.reload();
  await technician.at(`ticket-${id}`).waitFor();
  await technician.opens(`${STAFF_TICKET}${id}`);
  await technician.tap('do-arrive');
  await untilStatus(stage, 'on_site');
  await technician.tap('more');
  await technician.tap('choose-nameFacility');
  await technician.shot('f1-facility');
  await technician.tap('do-nameFacility');
  await technician.sees(`设施：${LIFT}`);
  await technician.tap('do-finish');
  await technician.photo('add-photo');
  await technician.write('result', '换了门机皮带，试了二十次都关得上。');
  await technician.tap('spent-other');
  await technician.write('off-list-label', '门机皮带');
  await technician.write('off-list-unit', '根');
  await technician.write('off-list-yuan', '45');
  await technician.shot('f2-spent-other');
  await technician.tap('add-off-list');
  await technician.tap('more-line-0');
  await technician.tap('spent-list');
  await technician.write('find-spent', '换水龙头');
  await technician.tap('price-换水龙头');
  await technician.shot('f2-spent-list');
  await technician.tap('spent-done');
  await technician.sees('公司出，住户不付钱');
  await technician.at('spent-sum').scrollIntoViewIfNeeded();
  await technician.shot('f2-finish');
  await technician.tap('submit');
  await untilStatus(stage, 'finished');
}

async function writesNotice(head: Actor, id: string): Promise<void> {
  await head.opens(`${STAFF_TICKET}${id}`);
  await head.page.reload();
  await head.sees(`设施：${LIFT}`);
  await head.at('public-facts').scrollIntoViewIfNeeded();
  await head.shot('f3-staff-ticket');
  await head.tap('more');
  await head.tap('choose-announce');
  await head.tap('look');
  await head.sees('请选从什么时候；请选到什么时候；请写谁来做；请写住户会遇到什么');
  await head.sees('写好的都还在');
  await head.shot('f4-refused');
  await head.write('work', '3栋2单元电梯换门机');
  await head.tap('from-0');
  await head.tap('until-1');
  await head.write('done-by', '电梯厂家和工程部水电班');
  await head.page.getByText('电梯停用', { exact: true }).filter({ visible: true }).first().click();
  await head.tap('building-3');
  await head.tap('unit-2');
  await head.sees('发给：3栋2单元');
  await head.shot('f4-write');
  await head.tap('look');
  await head.sees('主任批准以后，发给3栋2单元');
  await head.shot('f4-preview');
  await head.tap('submit');
  await head.sees('还没发出');
  await head.shot('f4-waiting');
}

/** Opens the newest message, and lets go out what waits. */
async function approves(director: Actor, shot: string): Promise<void> {
  await director.opens('/pages/messages/index');
  await director.page.reload();
  await director.page.getByText('有一份文字等您审核').filter({ visible: true }).first().click();
  await director.at('audience').waitFor();
  await director.shot(shot);
  await director.tap('approve');
  await director.at('approve').waitFor({ state: 'hidden' });
}

async function untilTold(stage: Stage, count: number): Promise<void> {
  for (let left = 50; left > 0; left -= 1) {
    const [row] = await stage.house.db.execute<{ n: number }>(
      sql`select count(distinct event_id)::int as n from inbox where subject_kind = 'publication'`,
    );
    if (row!.n >= count) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.fail('nobody was told');
}

async function putsRight(stage: Stage, head: Actor, director: Actor, resident: Actor): Promise<void> {
  await head.opens('/publications/list/index?as=staff');
  await head.page.reload();
  await head.shot('f6-staff-list');
  await head.page.getByText('3栋2单元电梯换门机').filter({ visible: true }).first().click();
  await head.tap('correct');
  await head.tap('from-1');
  await head.tap('until-1');
  await head.write('why', '厂家改到后天来');
  await head.tap('look');
  await head.tap('submit');
  await head.sees('更正：还没发出');
  await head.shot('f6-correction');
  await approves(director, 'f6-approve-correction');
  await untilTold(stage, 2);
  await resident.opens('/pages/messages/index');
  await resident.page.reload();
  await resident.sees('小区通知有更正，请看看');
  await resident.shot('f7-messages');
  await resident.page.getByText('小区通知有更正').filter({ visible: true }).first().click();
  await resident.sees('厂家改到后天来');
  await resident.shot('f7-corrected');
  await head.page.reload();
  await head.tap('withdraw');
  await head.write('withdraw-why', '配件没到，先不修了');
  await head.shot('f8-withdraw');
  await head.tap('do-withdraw');
  await head.sees('撤回：还没发出');
  await approves(director, 'f8-approve-withdrawal');
  await untilTold(stage, 3);
  await resident.page.reload();
  await resident.sees('这一张撤回了');
  await resident.shot('f8-withdrawn');
}

/** Public facilities: named, mended with what it took, told to the house with a second person's yes. */
export const PUBLIC_FLOWS: readonly Flow[] = [
  {
    title: '公共设施报修 → 起名字 → 修好写用料 → 工程通知主任批准才发 → 更正、撤回 → 费用点得开',
    walk: async (stage) => {
      const resident = await stage.enter('周文静');
      const id = await reportsLift(stage, resident);
      const agent = await stage.enter('林晓芸');
      await dispatch(stage, agent, id, '赵建国', null);
      const technician = await stage.enter('赵建国');
      await mends(stage, technician, id);

      const again = await stage.enter('王秀兰');
      await again.tap('go-report');
      await again.tap('place-public');
      await again.tap('facility-0');
      await again.shot('f1-chips');
      await again.opens('/pages/home/index');

      const head = await stage.enter('陈立');
      await writesNotice(head, id);
      const director = await stage.enter('郑涛');
      await approves(director, 'f5-approve');
      await untilTold(stage, 1);
      await again.page.reload();
      await again.at('go-notices').scrollIntoViewIfNeeded();
      await again.shot('f5-home');
      await again.tap('go-notices');
      await again.sees('3栋2单元电梯换门机');
      await again.shot('f5-list');
      await again.page.getByText('3栋2单元电梯换门机').filter({ visible: true }).first().click();
      await again.sees('电梯厂家和工程部水电班');
      await again.shot('f5-notice');
      await resident.opens('/publications/list/index?as=resident');
      await resident.sees('还没有通知');
      const large = await stage.enter('李德明', { large: true });
      await large.opens('/publications/list/index?as=resident');
      await large.page.getByText('3栋2单元电梯换门机').filter({ visible: true }).first().click();
      await large.sees('电梯厂家和工程部水电班');
      await large.shot('f5-notice-x14');
      await putsRight(stage, head, director, again);

      await head.opens('/staff/registers/index');
      await head.tap('go-costs');
      await head.sees(LIFT);
      await head.shot('f9-costs');
      await head.tap('figure-0');
      await head.sees('门机皮带 × 2 根');
      await head.shot('f9-behind');
      await head.tap(`cost-${id}`);
      await head.sees(`设施：${LIFT}`);
    },
  },
];
