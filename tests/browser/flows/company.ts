import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { sheetOf } from '../../../api/registers/sheet.ts';
import { ROSTER_COLUMNS } from '../../../shared/company/roster.ts';
import { type Actor, openStage, type Stage } from '../stage.ts';
import { dispatch, type Flow, mend, newestTicket, report } from '../walk.ts';

/** A roster on disk, as somebody would have filled it in. */
async function rosterOf(rows: string[][]): Promise<string> {
  const file = path.join(mkdtempSync(path.join(os.tmpdir(), 'huiyin-roster-')), '银杏园住户名单.xlsx');
  writeFileSync(file, await sheetOf('住户名单', ROSTER_COLUMNS, rows));
  return file;
}

async function chooses(one: Actor, button: string, file: string): Promise<void> {
  const [chooser] = await Promise.all([one.page.waitForEvent('filechooser'), one.tap(button)]);
  await chooser.setFiles(file);
}

/** The first user: a code that is none is refused, the one that was printed makes them general manager. */
async function setsUp(stage: Stage): Promise<Actor> {
  const manager = await stage.arrive('蔡建华');
  await manager.at('set-up').waitFor();
  await manager.write('setUpCode', '0'.repeat(26));
  await manager.write('companyName', '回音物业');
  await manager.write('hotline', '0571-0000 0100');
  await manager.write('name', '蔡建华');
  await manager.write('phone', '13900000001');
  await manager.tap('vouched-number');
  await manager.at('refusal').waitFor();
  await manager.shot('su1-refused');
  await manager.write('setUpCode', await stage.offerSetUp());
  await manager.tap('vouched-number');
  await manager.page.waitForURL(/pages\/home/);
  await manager.sees('先把公司建起来：建第一个小区');
  await manager.shot('su2-home');
  return manager;
}

async function buildsEstate(manager: Actor): Promise<void> {
  await manager.tap('go-company');
  await manager.at('step-estate').waitFor();
  await manager.shot('su3-steps');
  await manager.tap('add-estate');
  await manager.write('name', '银杏园');
  await manager.write('letters', '银杏');
  await manager.write('hotline', '0571-0000 0130');
  await manager.tap('submit');
  await manager.at('refusal').getByText('代号').first().waitFor();
  await manager.write('letters', 'YX');
  await manager.write('occupiedSince', '2020-05-01');
  await manager.shot('su4-estate');
  await manager.tap('submit');
  await manager.at('go-homes').waitFor();
  await manager.sees('还没有房号');
  await manager.tap('go-homes');
  await manager.write('building', '3');
  await manager.write('toFloor', '6');
  await manager.tap('look');
  await manager.at('plan').getByText('会加 12 户').waitFor();
  await manager.shot('su5-plan');
  await manager.tap('do-lay-out');
  await manager.at('laid-out').waitFor();
  await manager.tap('finished');
  await manager.at('buildings').getByText('3 栋').waitFor();
}

async function readsRoster(manager: Actor): Promise<void> {
  await manager.tap('go-roster');
  await manager.shot('su6-columns');
  const known = ['3', '1', '502', '王秀兰', '13800000001', '业主', '2020-06-01', ''];
  await chooses(manager, 'choose-sheet', await rosterOf([known, ['3', '1', '', '李德明', '138', '业主', '', '']]));
  await manager.at('wrong').getByText('第 3 行 · 房号').waitFor();
  await manager.shot('su7-wrong');
  await chooses(manager, 'choose-again', await rosterOf([known, ['5', '', '101', '李德明', '13800000002', '使用人', '', '是']]));
  await manager.at('plan').getByText('新增房屋').waitFor();
  await manager.shot('su8-plan');
  await manager.tap('do-import');
  await manager.at('written').waitFor();
  await manager.shot('su9-written');
  await manager.tap('finished');
  await manager.at('past').getByText('导入名单 2 行').waitFor();
  await manager.shot('su10-office');
}

/** A post is filled; whoever fills it reads the code, once. */
async function appoints(
  one: Actor,
  office: string | null,
  { name, phone, role, trade }: { name: string; phone: string; role: string; trade?: string },
) {
  await one.opens('/people/posts/index');
  if (office) await one.page.locator('[id^="office-"]:visible').filter({ hasText: office }).first().click();
  await one.tap('appoint');
  await one.write('new-name', name);
  await one.write('new-phone', phone);
  await one.tap(`role-${role}`);
  if (trade) await one.tap(`trade-${trade}`);
  await one.tap('do-appoint');
  await one.at('invitation-code').waitFor();
  await one.tap('close-code');
}

/** The first repair: reported, dispatched and in the technician's hands. */
async function repairsFirst(stage: Stage): Promise<void> {
  const resident = await stage.enter('王秀兰');
  await report(resident, 'doors', '阳台门关不严');
  await resident.tap('submit');
  await resident.sees('YX-BX-');
  await resident.shot('su12-first-repair');
  const { id, number } = await newestTicket(stage);
  assert.match(number, /^YX-BX-/);
  await dispatch(stage, await stage.enter('林晓芸'), id, '赵建国', 'su13');
  await mend(stage, await stage.enter('赵建国'), id, null);
}

export const COMPANY_FLOWS: readonly Flow[] = [
  {
    title: '从空的数据库到第一件报修：用码建公司 → 建小区、排房号 → 导入名单，错一行一行都不写 → 定主任，主任定客服、师傅 → 住户报修，派人，修好',
    walk: async () => {
      const stage = await openStage(process.env.CHROMIUM ?? '/usr/bin/chromium', true);
      try {
        const manager = await setsUp(stage);
        await buildsEstate(manager);
        await readsRoster(manager);
        await appoints(manager, '银杏园', { name: '郑涛', phone: '13900000002', role: 'director' });
        await manager.shot('su11-people');
        const director = await stage.enter('郑涛');
        await appoints(director, null, { name: '林晓芸', phone: '13900000003', role: 'agent' });
        await appoints(director, null, { name: '赵建国', phone: '13900000004', role: 'technician', trade: 'general' });
        await repairsFirst(stage);
        await manager.opens('/company/list/index');
        await manager.page.reload();
        await manager.at('step-company').getByText('这一步').waitFor();
        await manager.shot('su14-steps');
      } finally {
        await stage.close();
      }
    },
  },
];
