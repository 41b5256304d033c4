import assert from 'node:assert/strict';
import { sql } from 'drizzle-orm';
import { DAY as A_DAY, isoDay, MINUTE, shanghaiTime } from '../../../shared/kernel/time.ts';
import { rowOfSurvey } from '../../../shared/surveys/rows.ts';
import { BY_TWO, CLEANING, HELPERS } from '../../support/service-uses.ts';
import type { Actor, Stage } from '../stage.ts';
import { DAY, type Flow, homeOf, sends, sendsOn } from '../walk.ts';
import { drawn, hasBegun } from './surveys-others.ts';

/** Six households order a service on their phones, and the agent writes who did it. */
async function servicesAreDone(stage: Stage): Promise<void> {
  const [line] = await stage.house.db.execute<{ id: string; item_id: string }>(
    sql`select s.id, s.item_id from services s join offices o on o.id = s.office_id where o.letters = 'WT' and s.name = '空调清洗' order by s.id desc limit 1`,
  );
  const visitBy = new Date(stage.house.clock().getTime() + A_DAY).toISOString();
  for (const [name, who] of BY_TWO) {
    const order = { homeId: await homeOf(stage, name), itemId: line!.item_id, lineId: line!.id, quantity: 1, words: '' };
    const { id } = await sends(stage, name, '/service-orders', order);
    await sendsOn(stage, '林晓芸', id, 'arrange', { ...who, visitBy, content: '和住户核对过' });
    await sendsOn(stage, '林晓芸', id, 'arrive', {});
    await sendsOn(stage, '林晓芸', id, 'complete', { result: '做好了，住户看过' });
  }
}

/** Lets the next of its months come; the survey of special services of 梧桐里 is then open. */
async function nextQuarter(stage: Stage): Promise<string> {
  const now = stage.house.clock();
  const [year, month] = isoDay(now).split('-').map(Number) as [number, number];
  const { months } = rowOfSurvey('special');
  const next = months.find((one) => one > month);
  const first = shanghaiTime(`${next ? year : year + 1}-${String(next ?? months[0]).padStart(2, '0')}-01 08:00`);
  stage.passes(Math.ceil((first.getTime() - now.getTime()) / MINUTE));
  for (let left = 20; left > 0; left -= 1) {
    await stage.looksAfter();
    const [row] = await stage.house.db.execute<{ id: string }>(sql`select e.id from errands e join offices o on o.id = e.office_id
      where e.kind = 'survey' and e.facts->>'survey' = 'special' and o.letters = 'WT' and e.status = 'given' order by e.id desc limit 1`);
    if (row) return row.id;
  }
  throw new Error('no survey of special services came round');
}

/** What one household says on the phone. */
async function asks(quality: Actor, home: string, shot: string | null = null): Promise<void> {
  await quality.tap(`call-${home}`);
  await quality.tap('service_on_time-2');
  await quality.tap('service_quality-5');
  await quality.tap('service_attitude-4');
  await quality.tap('service_again-yes');
  if (shot) await quality.shot(shot);
  await quality.tap('submit-call');
  await quality.at(`call-${home}`).getByText('答过了').waitFor();
}

/** Users of special services are drawn and called; what came out is told to each provider, and it is over (S10). */
async function tellsProviders(stage: Stage): Promise<void> {
  await hasBegun(stage);
  await servicesAreDone(stage);
  const id = await nextQuarter(stage);
  await stage.morning();
  const quality = await stage.enter('吴桐');
  await quality.opens(`/surveys/staff/index?id=${id}`);
  await quality.at('not-issued').getByText('用过特约服务的 6 户').waitFor();
  await quality.tap('open-issueSurvey');
  await quality.tap('do-issueSurvey');
  await quality.at('drawn').getByText('随机抽 6 户').waitFor();
  await quality.at('telling-none').waitFor();
  await quality.shot('s10a-out');
  await quality.tap('go-calls');
  const [first, ...others] = await drawn(stage, id);
  await asks(quality, first!, 's10b-asking');
  for (const home of others) await asks(quality, home);
  stage.passes(11 * DAY);
  await stage.looksAfter();
  await stage.morning();
  await quality.opens(`/surveys/staff/index?id=${id}`);
  await quality.at('fields').getByText('价格公道').waitFor();
  await quality.write('analysis-words', '做得好，来得晚的多：请上门前先打电话，晚了说一声。');
  await quality.shot('s10c-analyse');
  await quality.tap('do-analyseSurvey');
  await quality.at('telling-text').getByText('总的：满意').waitFor();
  await quality.at('survey-standing').getByText('还要告诉 2 家').waitFor();
  await quality.at('telling-text').scrollIntoViewIfNeeded();
  await quality.shot('s10d-due');
  const head = await stage.enter('周敏');
  await head.opens(`/surveys/staff/index?id=${id}`);
  await head.at('telling-text').waitFor();
  assert.equal(await head.at('open-tellProvider').isVisible(), false, 'the estate tells the providers itself');
  await quality.tap('open-tellProvider');
  await quality.tap('do-tellProvider');
  await quality.at('refusal').waitFor();
  await quality.page.getByText(CLEANING).filter({ visible: true }).last().click();
  await quality.tap('how-phone');
  await quality.write('tellProvider-words', '说了来得晚的多；对方答应上门前先打电话。');
  await quality.shot('s10e-tell');
  await quality.tap('do-tellProvider');
  await quality.at('providers').getByText('告诉了').first().waitFor();
  await quality.at('survey-standing').getByText('还要告诉 1 家').waitFor();
  const other = await stage.enter('程颖');
  await other.opens('/pages/me/index');
  await other.tap('large');
  await other.opens(`/surveys/staff/index?id=${id}`);
  await other.tap('open-tellProvider');
  await other.at('do-tellProvider').waitFor();
  await other.page.getByText(HELPERS).filter({ visible: true }).last().waitFor();
  await other.tap('how-meeting');
  await other.write('tellProvider-words', '一起看了结果，都听了。');
  await other.shot('s10f-tell-x14');
  await other.tap('do-tellProvider');
  await other.at('survey-standing').getByText('办完了').waitFor();
  await other.at('providers').scrollIntoViewIfNeeded();
  await other.shot('s10g-told-x14');
  const resident = await stage.enter('王秀兰');
  await resident.opens(`/surveys/results/index?id=${id}`);
  await resident.at('analysis').getByText('上门前先打电话').waitFor();
  await resident.tap('field-service_on_time');
  await resident.at('grades-service_on_time').getByText('不满意').first().waitFor();
  await resident.shot('s10h-resident');
}

/** What users of special services say, and who is told (S10). A quarter passes here. */
export const SPECIAL_SURVEY_FLOWS: readonly Flow[] = [
  { title: '特约服务客户调查：抽用过的住户 → 打电话问 → 到期写分析 → 把结果一家一家告诉服务方，记下来，办完', walk: tellsProviders },
];
