import assert from 'node:assert/strict';
import { sql } from 'drizzle-orm';
import { isoDay, MINUTE, shanghaiTime } from '../../../shared/kernel/time.ts';
import type { Actor, Stage } from '../stage.ts';
import { DAY, type Flow } from '../walk.ts';
import { begins, neighboursMoveIn } from './surveys.ts';

/** 梧桐里 is run by the manual: its director names who keeps a channel, where nobody has yet. */
export async function hasBegun(stage: Stage): Promise<void> {
  const [row] = await stage.house.db.execute(
    sql`select 1 from channel_keepers k join offices o on o.id = k.office_id where o.letters = 'WT' limit 1`,
  );
  if (!row) await begins(stage, '郑涛', '林晓芸');
  await neighboursMoveIn(stage, 'WT');
}

/** Lets the first of the next month come; the company's spot sample of 梧桐里 is then open. */
async function nextMonth(stage: Stage): Promise<string> {
  const now = stage.house.clock();
  const [year, month] = isoDay(now).split('-').map(Number) as [number, number];
  const first = shanghaiTime(`${month === 12 ? year + 1 : year}-${String((month % 12) + 1).padStart(2, '0')}-01 08:00`);
  stage.passes(Math.ceil((first.getTime() - now.getTime()) / MINUTE));
  for (let left = 20; left > 0; left -= 1) {
    await stage.looksAfter();
    const [row] = await stage.house.db.execute<{ id: string }>(sql`select e.id from errands e join offices o on o.id = e.office_id
      where e.kind = 'survey' and e.facts->>'survey' = 'spot' and o.letters = 'WT' and e.status = 'given' order by e.id desc limit 1`);
    if (row) return row.id;
  }
  throw new Error('no spot sample came round');
}

/** The homes a survey was drawn for, by what the page calls them. */
export const drawn = async (stage: Stage, id: string) =>
  (
    await stage.house.db.execute<{ home: string }>(
      sql`select home_id as home from survey_homes where survey_id = ${id} and drawn order by building, place`,
    )
  ).map(({ home }) => home);

/** Somebody with a number lives in a home from now on. */
async function movesIn(stage: Stage, name: string, homeId: string): Promise<void> {
  await stage.house.db.execute(sql`insert into residences (id, office_id, home_id, person_id, "as", from_at)
    select ${stage.house.newId()}, h.office_id, h.id, p.id, 'owner', ${stage.house.clock().toISOString()} from homes h, people p where h.id = ${homeId} and p.name = ${name}`);
}

/** An agent who works for two estates says for which one a questionnaire is (S8). */
async function writesForAnother(stage: Stage, agent: Actor): Promise<void> {
  const { db } = stage.house;
  const now = stage.house.clock().toISOString();
  const post = stage.house.newId();
  await db.execute(sql`insert into appointments (id, office_id, person_id, role, department, from_at)
    select ${post}, o.id, p.id, a.role, a.department, ${now} from offices o, people p join appointments a on a.person_id = p.id where o.letters = 'HT' and p.name = ${agent.name} limit 1`);
  const [other] = await db.execute<{ id: string }>(sql`select id from offices where letters = 'HT'`);
  await agent.opens('/surveys/office/index');
  await agent.at('write-for').waitFor();
  await agent.tap(`for-${other!.id}`);
  await agent.at('write-questionnaire').getByText('给海棠湾写一份问卷').waitFor();
  await agent.shot('s5m-for-which');
  await agent.tap('write-questionnaire');
  await agent.page.waitForURL(new RegExp(`office=${other!.id}`));
  await db.execute(sql`update appointments set until_at = ${now} where id = ${post}`);
}

/** The quality department draws ten homes, asks them on the phone, and writes how opinions were handled (S12). */
async function spotSample(stage: Stage): Promise<void> {
  await hasBegun(stage);
  const id = await nextMonth(stage);
  await stage.morning();
  const head = await stage.enter('周敏');
  await head.opens(`/surveys/staff/index?id=${id}`);
  await head.at('not-issued').waitFor();
  assert.equal(await head.at('open-issueSurvey').isVisible(), false, 'the estate draws whom it is asked about');
  const quality = await stage.enter('吴桐');
  await quality.opens(`/surveys/staff/index?id=${id}`);
  await quality.tap('open-issueSurvey');
  await quality.at('do-issueSurvey').getByText('发给 10 户').waitFor();
  await quality.shot('s5a-draw');
  await quality.tap('do-issueSurvey');
  await quality.at('drawn').getByText('随机抽 10 户').waitFor();
  await quality.tap('go-calls');
  await quality.at('calls-counted').getByText('还有 10 户等着问').waitFor();
  await quality.shot('s5b-calls');
  const homes = await drawn(stage, id);
  await movesIn(stage, '王秀兰', homes[0]!);
  await quality.tap(`call-${homes[0]}`);
  await quality.tap('call-home');
  await quality.shot('s5c0-before-number');
  await quality.tap('look-number');
  await quality.at('revealed').waitFor();
  await quality.shot('s5c1-number');
  const theirs = await stage.enter('王秀兰', { large: true });
  await theirs.opens('/tickets/reveals/index');
  await theirs.sees('打电话问满意度调查');
  await theirs.shot('s5c2-own-looks-x14');
  await quality.tap('hide-revealed');
  await quality.tap('environment-4');
  await quality.tap('security-5');
  await quality.tap('communication-2');
  await quality.at('communication_why-late').waitFor();
  await quality.tap('communication_why-late');
  await quality.shot('s5c-asking');
  await quality.tap('submit-call');
  await quality.at('calls-counted').getByText('还有 9 户等着问，1 户答过了').waitFor();
  await quality.tap(`call-${homes[1]}`);
  await quality.tap('nobody');
  await quality.at('tried').getByText('还差 2 次').waitFor();
  await quality.shot('s5d-nobody');
  await quality.tap('nobody');
  for (const home of homes.slice(2)) {
    await quality.tap(`call-${home}`);
    await quality.tap('environment-4');
    await quality.tap('security-4');
    await quality.tap('submit-call');
    await quality.at(`call-${home}`).getByText('答过了').waitFor();
  }
  const director = await stage.enter('郑涛');
  await director.opens('/staff/reveals/index');
  await director.sees('一位住户');
  await director.sees('打电话问满意度调查');
  await director.shot('s5d2-looks');
  stage.passes(11 * DAY);
  await stage.looksAfter();
  await stage.morning();
  await quality.opens(`/surveys/staff/index?id=${id}`);
  await quality.at('few').getByText('只问了 10 户').waitFor();
  await quality.write('analysis-words', '上个月的意见都有回音；两件回话晚了，请服务中心当天回。');
  await quality.shot('s5e-analyse');
  await quality.tap('do-analyseSurvey');
  await quality.at('survey-standing').getByText('办完了').waitFor();
  await quality.shot('s5f-over');
}

const newestPaper = async (stage: Stage) =>
  (
    await stage.house.db.execute<{ id: string }>(sql`select id from approvals where document = 'questionnaire' order by submitted_at desc limit 1`)
  )[0]!.id;

/** The service centre writes its own questionnaire, both agree to it, and it goes out (S8). */
async function ownQuestionnaire(stage: Stage): Promise<void> {
  await hasBegun(stage);
  const agent = await stage.enter('林晓芸');
  await agent.opens('/errands/list/index');
  await agent.tap('go-surveys');
  await agent.tap('write-questionnaire');
  await agent.tap('submit-questionnaire');
  await agent.at('refusal').waitFor();
  await agent.write('title', '停车位怎么分');
  await agent.tap('bank-vehicles');
  await agent.tap('add-own');
  await agent.write('own-text-1', '愿意按月轮换车位吗');
  await agent.write('own-options-1', '愿意\n不愿意');
  await agent.at('preview').getByText('愿意、不愿意').waitFor();
  await agent.shot('s5g-writing');
  await agent.at('preview').scrollIntoViewIfNeeded();
  await agent.shot('s5h-preview');
  await agent.tap('submit-questionnaire');
  await agent.sees('等审');
  const id = await newestPaper(stage);
  const quality = await stage.enter('吴桐');
  await quality.opens('/surveys/office/index');
  await quality.at('companys').waitFor();
  await quality.tap(`approve-${id}`);
  await quality.at(`approve-${id}`).waitFor({ state: 'hidden' });
  await quality.at(`paper-${id}`).scrollIntoViewIfNeeded();
  await quality.shot('s5i-checked');
  const leader = await stage.enter('彭浩');
  await leader.opens('/surveys/office/index');
  await leader.at(`return-${id}`).scrollIntoViewIfNeeded();
  await leader.shot('s5j-decide');
  await leader.tap(`approve-${id}`);
  await leader.at(`approve-${id}`).waitFor({ state: 'hidden' });
  const head = await stage.enter('周敏');
  await head.opens('/surveys/office/index');
  await head.tap(`open-own-${id}`);
  await head.tap('open-issueSurvey');
  await head.tap('do-issueSurvey');
  await head.at('issued').waitFor();
  const [survey] = await stage.house.db.execute<{ id: string }>(sql`select id from errands where facts->>'survey' = 'own' order by id desc limit 1`);
  const elder = await stage.enter('王秀兰', { large: true });
  await elder.opens(`/surveys/answer/index?id=${survey!.id}`);
  await elder.tap('vehicles-4');
  await elder.tap('own_1-o1');
  await elder.shot('s5k-answer-x14');
  await elder.tap('submit');
  await elder.at('counted').getByText('交上了，谢谢您').waitFor();
  const other = await stage.enter('程颖');
  await other.opens('/surveys/office/index');
  await other.tap('open-year');
  await other.at('survey-standing').waitFor();
  await other.shot('s5l-year');
  await writesForAnother(stage, agent);
}

/** The company's own surveys, and those an estate writes itself (S8, S12). A month passes here. */
export const OTHER_SURVEY_FLOWS: readonly Flow[] = [
  { title: '公司和小区的调查：每月抽查，品质管理部抽十户 → 打电话问 → 没人接记下来 → 到期写意见办得怎么样，办完', walk: spotSample },
  { title: '公司和小区的调查：客服写问卷 → 品质管理部审 → 管理者代表批准 → 发给住户答；公司开一次年度调查', walk: ownQuestionnaire },
];
