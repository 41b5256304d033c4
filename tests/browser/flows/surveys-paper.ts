import assert from 'node:assert/strict';
import { sql } from 'drizzle-orm';
import { isoDay, MINUTE, shanghaiTime } from '../../../shared/kernel/time.ts';
import { scan } from '../scan.ts';
import type { Actor, Stage } from '../stage.ts';
import { DAY, type Flow } from '../walk.ts';
import { begins, comesRound, FIELDS, neighboursMoveIn } from './surveys.ts';

/** So many homes are ticked before the first of their sheets is typed. */
const LOT = 5;
/** Who scans a code before they have signed in. */
const SCANS = '许若琳';

/** The next morning at nine: what is taken back must be taken back the same day. */
function nextMorning(stage: Stage): void {
  const now = stage.house.clock();
  const at = shanghaiTime(`${isoDay(new Date(now.getTime() + DAY * MINUTE))} 09:00`);
  stage.passes(Math.ceil((at.getTime() - now.getTime()) / MINUTE));
}

const homesAsked = async (stage: Stage, id: string, most: number) =>
  (
    await stage.house.db.execute<{ id: string; label: string; building: number }>(
      sql`select h.id, h.label, l.building from survey_homes l join homes h on h.id = l.home_id where l.survey_id = ${id} and l.drawn
        and not exists (select 1 from participations p where p.survey_id = l.survey_id and p.home_id = l.home_id) order by l.building, h.label limit ${most}`,
    )
  ).map((row) => row);

async function ticks(one: Actor, homeId: string): Promise<void> {
  await one.tap(`home-${homeId}`);
  await one.tap('do-tick');
  await one.at('done').getByText('勾上了').waitFor();
}

async function types(one: Actor, grade: number): Promise<void> {
  for (const field of FIELDS) await one.tap(`${field}-${grade}`);
  await one.tap('submit-sheet');
}

/** How many pages what is shown takes on paper. */
async function pagesOf({ page }: Actor): Promise<number> {
  const margin = '12mm';
  const pdf = await page.pdf({ format: 'A4', margin: { top: margin, bottom: margin, left: margin, right: margin } });
  return (pdf.toString('latin1').match(/\/Type \/Page\b/g) ?? []).length;
}

/** A code is scanned: by whoever is asked and not signed in yet, by whoever is not asked, and one that is none. */
async function scans(stage: Stage, address: string, id: string): Promise<void> {
  const [asked] = await homesAsked(stage, id, 1);
  await stage.house.db.execute(sql`insert into residences (id, office_id, home_id, person_id, "as", from_at)
    select ${stage.house.newId()}, h.office_id, h.id, p.id, 'owner', ${stage.house.clock().toISOString()} from homes h, people p
    where h.id = ${asked!.id} and p.name = ${SCANS}`);
  const other = await stage.enter('王秀兰', { large: true });
  const hash = new URL(address).hash.slice(1);
  await other.opens(hash);
  await other.sees('这次调查没有发到您家');
  await other.shot('s4i3-not-asked-x14');
  await other.opens('/surveys/answer/index?scene=abc');
  await other.sees('这个二维码认不出来');
  const colleague = await stage.enter('赵建国');
  await colleague.opens('/surveys/answer/index?scene=abc');
  await colleague.sees('这个二维码认不出来');
  const phone = await stage.enter(SCANS);
  await phone.page.evaluate('localStorage.clear()');
  const one = await stage.reopen(phone);
  await one.opens(hash);
  await one.sees('点一个人，就以他的身份进来');
  await one.page.getByText(SCANS, { exact: true }).first().click();
  await one.tap('buildings-4');
  await one.shot('s4i4-scanned');
  await one.at('progress').getByText('已答 1 / 10').waitFor();
  await one.at('locked').getByText(asked!.label).waitFor();
}

/** Sheets on paper: ticked by one, typed by another; a vacant home replaced; the table taken out (S3, S4, Z5). */
export const SURVEY_PAPER_FLOWS: readonly Flow[] = [
  {
    title: '意见表在纸上：抽到的空着换一户 → 一位同事勾户、勾错取消 → 另一位录入 → 到期公布，导出满意率表',
    walk: async (stage) => {
      await begins(stage, '谢军', '宋雨');
      await neighboursMoveIn(stage, 'HT');
      const id = await comesRound(stage, 'HT');
      nextMorning(stage);
      await stage.morning();
      const head = await stage.enter('唐慧');
      await head.opens(`/surveys/staff/index?id=${id}`);
      await head.tap('open-issueSurvey');
      await head.tap('coverage-sample');
      await head.tap('do-issueSurvey');
      await head.at('go-paper').waitFor();
      await head.shot('s4a-staff');
      await head.tap('go-paper');
      await head.at('homes').waitFor();
      await head.shot('s4b-paper');

      const [vacant, mistaken, ...rest] = await homesAsked(stage, id, 8);
      await head.tap(`home-${vacant!.id}`);
      await head.tap('reason-vacant');
      await head.shot('s4c-replace');
      await head.tap('do-replace');
      await head.at('done').getByText('换成了').waitFor();
      await head.at('replaced').getByText(vacant!.label).waitFor();
      await head.at('replaced').scrollIntoViewIfNeeded();
      await head.shot('s4d-replaced');
      await ticks(head, mistaken!.id);
      await head.tap(`home-${mistaken!.id}`);
      await head.shot('s4e-untick');
      await head.tap('do-untick');
      await head.at('done').getByText('取消了').waitFor();
      await head.at('find-home').locator('input').fill(rest[0]!.label.slice(-3));
      await head.shot('s4f-find');
      await head.at('find-home').locator('input').fill('');
      const ofFirst = rest.filter((home) => home.building === rest[0]!.building).slice(0, LOT);
      assert.equal(ofFirst.length, LOT, 'the first building has too few homes that were drawn');
      for (const home of ofFirst.slice(0, LOT - 1)) await ticks(head, home.id);
      await head.at('to-tick').getByText('再勾 1 户').waitFor();
      await head.at('to-tick').scrollIntoViewIfNeeded();
      await head.shot('s4f2-to-tick');
      await ticks(head, ofFirst[LOT - 1]!.id);
      await head.at('part').getByText('这次您勾户').waitFor();
      await head.at('untyped').getByText(`还差 ${LOT} 份没录入`).waitFor();
      await head.shot('s4g-ticked');
      assert.equal(await head.at('go-type').isVisible(), false, 'whoever ticks may type');

      await head.tap('go-print');
      await head.at('print-sheet').waitFor();
      await head.at('code').waitFor();
      await head.shot('s4h-sheet');
      const address = await scan(head.page, head.at('code'));
      assert.equal(address, `${stage.address}/#/surveys/answer/index?scene=${id.replaceAll('-', '')}`);
      assert((await pagesOf(head)) > 1, 'the sheet is cut at one page');
      await head.page.emulateMedia({ media: 'print' });
      await head.shot('s4i-print');
      await head.page.emulateMedia({ media: 'screen' });
      await head.tap('paper-poster');
      await head.at('print-poster').waitFor();
      assert.equal(await scan(head.page, head.at('code')), address);
      await head.shot('s4i2-poster');
      await head.at('print-poster').getByText('没发到的不用答').waitFor();
      assert.equal(await pagesOf(head), 1, 'the poster does not fit on a page');
      await scans(stage, address, id);

      const agent = await stage.enter('宋雨');
      await agent.opens('/pages/me/index');
      await agent.tap('large');
      await agent.opens(`/surveys/paper/index?id=${id}`);
      await agent.at('homes').waitFor();
      await agent.shot('s4j-paper-x14');
      await agent.tap('go-type');
      await agent.at('filled').getByText('已填 0 / 10').waitFor();
      await agent.tap('submit-sheet');
      await agent.at('refusal').getByText('请至少答一题').waitFor();
      for (let left = LOT - 1; left > 0; left -= 1) {
        await types(agent, 4);
        await agent.at('typed').getByText(`还差 ${left} 份`).waitFor();
      }
      await agent.shot('s4k-typed-x14');
      await agent.tap(`building-${ofFirst[0]!.building}`);
      await types(agent, 2);
      await agent.at('typed').getByText('勾了的都录入了').waitFor();
      await types(agent, 5);
      await agent.at('refusal').getByText('请先勾户').waitFor();
      await agent.shot('s4l-none-left-x14');
      await agent.opens(`/surveys/paper/index?id=${id}`);
      await agent.at('part').getByText('这次您录入').waitFor();
      await agent.at('untyped').getByText('都录入了').waitFor();

      stage.passes(17 * DAY);
      await stage.looksAfter();
      await stage.morning();
      await stage.looksAfter();
      await stage.morning();
      await head.opens(`/surveys/results/index?id=${id}&as=staff`);
      await head.at('export-table').waitFor();
      await head.at('export-table').scrollIntoViewIfNeeded();
      await head.shot('s4m-results');
      const [file] = await Promise.all([head.page.waitForEvent('download'), head.tap('export-table')]);
      assert.match(file.suggestedFilename(), /^客户满意率统计表_海棠湾_.*\.xlsx$/);
    },
  },
];
