import assert from 'node:assert/strict';
import { sql } from 'drizzle-orm';
import { homesOf, OFFICES, type OfficeLetters } from '../../../db/seeds/company.ts';
import { isoDay, MINUTE, shanghaiTime } from '../../../shared/kernel/time.ts';
import { SURVEYS } from '../../../shared/surveys/rows.ts';
import type { Actor, Stage } from '../stage.ts';
import { DAY, type Flow, personId } from '../walk.ts';
import { letterGoesItsWay } from './surveys-letter.ts';

/** What is answered at a tap each. */
export const FIELDS = [
  'buildings',
  'equipment',
  'environment',
  'greening',
  'security',
  'fire',
  'vehicles',
  'special',
  'on_request',
  'communication',
] as const;
const MOST_TAPS = 12;
const FIRST_HOME = '4栋3单元602';
const SECOND_HOME = '4栋3单元601';

/** The first morning of the next month a survey comes round in. */
function nextSurvey(now: Date): Date {
  const [year, month] = isoDay(now).split('-').map(Number) as [number, number];
  const months = SURVEYS[0]!.months;
  const next = months.find((one) => one > month);
  return shanghaiTime(`${next ? year : year + 1}-${String(next ?? months[0]).padStart(2, '0')}-01 08:00`);
}

/** Lets the time come round; one survey of each estate that has begun is then open. */
export async function comesRound(stage: Stage, letters: OfficeLetters): Promise<string> {
  const now = stage.house.clock();
  stage.passes(Math.ceil((nextSurvey(now).getTime() - now.getTime()) / MINUTE));
  for (let left = 20; left > 0; left -= 1) {
    await stage.looksAfter();
    const [row] = await stage.house.db.execute<{ id: string }>(
      sql`select e.id from errands e join offices o on o.id = e.office_id where e.kind = 'survey' and e.facts->>'survey' = 'half_year' and o.letters = ${letters} and e.status = 'given' order by e.id desc limit 1`,
    );
    if (row) return row.id;
  }
  throw new Error('no survey came round');
}

/** The rest of the estate's homes: the stage knows those of the people with names alone. */
export async function neighboursMoveIn(stage: Stage, letters: OfficeLetters): Promise<void> {
  const estate = OFFICES.find((one) => one.letters === letters)!;
  const rows = homesOf(estate).map((home) => ({ id: stage.house.newId(), ...home }));
  await stage.house.db.execute(sql`insert into homes (id, office_id, building, unit, room, label, key_customer)
    select n.id, o.id, n.building, n.unit, n.room, n.label, false
    from offices o, jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n(id uuid, building int, unit int, room text, label text)
    where o.letters = ${letters} and not exists (select 1 from homes h where h.office_id = o.id and h.label = n.label)`);
}

/** Somebody has two homes here. */
async function buysSecond(stage: Stage): Promise<void> {
  const [second] = await stage.house.db.execute<{ id: string; office_id: string }>(
    sql`select id, office_id from homes where label = ${SECOND_HOME} and office_id = (select id from offices where letters = 'WT')`,
  );
  await stage.house.db.execute(sql`insert into residences (id, office_id, home_id, person_id, "as", from_at)
    values (${stage.house.newId()}, ${second!.office_id}, ${second!.id}, ${await personId(stage, '周文静')}, 'owner', ${stage.house.clock().toISOString()})`);
}

/** An estate begins to be run by the manual: its director names who keeps a channel. */
export async function begins(stage: Stage, director: string, keeper: string): Promise<void> {
  const one = await stage.enter(director);
  await one.opens('/staff/keepers/index');
  await one.tap('channel-suggestion_box');
  await one.tap(`keeper-${await personId(stage, keeper)}`);
  await one.at('channel-suggestion_box').getByText(keeper).waitFor();
}

/** What the neighbours answered: most are content, with the lifts and with being answered fewer. The homes in `but` have not. */
async function neighboursAnswer(stage: Stage, id: string, but: readonly string[], count: number): Promise<void> {
  const { db } = stage.house;
  const homes = await db.execute<{ office_id: string; home_id: string; building: number }>(
    sql`select l.office_id, l.home_id, l.building from survey_homes l join homes h on h.id = l.home_id
      where l.survey_id = ${id} and l.drawn and h.label not in (${sql.join(
        but.map((label) => sql`${label}`),
        sql`, `,
      )}) order by l.building, l.place limit ${count}`,
  );
  const content: Partial<Record<(typeof FIELDS)[number], number>> = { equipment: 74, communication: 78, greening: 83 };
  const rows = homes.map(({ office_id, home_id, building }, at) => {
    const body: Record<string, unknown> = {};
    FIELDS.forEach((field, index) => {
      const isContent = (at * 37 + index * 11) % 100 < (content[field] ?? 91);
      body[field] = isContent ? 4 + (at % 2) : 2;
      if (!isContent && field === 'equipment') body.equipment_why = at % 3 === 0 ? ['lift', 'slow'] : ['lift'];
    });
    if (at % 40 === 7) body.words = `电梯等得久，早上上班要等三四趟（第 ${at} 位）`;
    return { office_id, home_id, building, body };
  });
  const json = JSON.stringify(rows);
  await db.execute(sql`insert into participations (office_id, survey_id, home_id, answered_on)
    select l.office_id, ${id}, l.home_id, ${isoDay(stage.house.clock())} from jsonb_to_recordset(${json}::jsonb) as l(office_id uuid, home_id uuid)`);
  await db.execute(sql`insert into survey_inbox (office_id, survey_id, building, body)
    select l.office_id, ${id}, l.building, l.body from jsonb_to_recordset(${json}::jsonb) as l(office_id uuid, building int, body jsonb)`);
}

/** Somebody who counts how often they tap. */
function counting(one: Actor) {
  let taps = 0;
  return {
    tap: async (id: string) => {
      await one.tap(id);
      taps += 1;
    },
    taps: () => taps,
  };
}

const drafts = (one: Actor) =>
  one.page.evaluate(
    "Object.keys(localStorage).filter((name) => name.startsWith('huiyin.draft.survey') && JSON.parse(localStorage[name]).data)",
  ) as Promise<string[]>;

async function issues(stage: Stage, id: string): Promise<Actor> {
  const head = await stage.enter('周敏');
  await head.opens('/errands/list/index');
  await head.tap(`errand-${id}`);
  await head.at('not-issued').waitFor();
  await head.shot('s1a-given');
  await head.tap('open-issueSurvey');
  await head.at('do-issueSurvey').getByText('发给 300 户').waitFor();
  await head.tap('coverage-sample');
  await head.at('do-issueSurvey').getByText('发给 45 户').waitFor();
  await head.shot('s1b-issue');
  await head.tap('coverage-census');
  await head.tap('do-issueSurvey');
  await head.at('issued').waitFor();
  await head.at('missing').getByText('还差 225 户').waitFor();
  await head.shot('s1c-issued');
  return head;
}

/** The elder of 502 answers from her home page: one tap a field, and one of them is not well. */
async function answers(stage: Stage): Promise<Actor> {
  const elder = await stage.enter('王秀兰');
  const homeId = (await stage.house.db.execute<{ id: string }>(sql`select id from homes where label = '3栋2单元502' limit 1`))[0]!.id;
  await elder.at(`survey-${homeId}`).waitFor();
  await elder.shot('s1d-home');
  const { tap, taps } = counting(elder);
  await tap(`survey-${homeId}`);
  await elder.at('progress').getByText('已答 0 / 10').waitFor();
  await elder.shot('s1e-empty');
  for (const field of FIELDS.slice(0, 3)) await tap(`${field}-4`);
  await elder.at('progress').getByText('已答 3 / 10').waitFor();
  // She leaves and comes back: what she answered is there.
  await elder.page.reload();
  await elder.at('progress').getByText('已答 3 / 10').waitFor();
  assert.equal(await elder.at('equipment_why-lift').isVisible(), false, 'what is asked of the unsatisfied is asked of everybody');
  for (const field of FIELDS.slice(3, 9)) await tap(`${field}-5`);
  await tap('communication-2');
  await elder.at('communication_why-late').waitFor();
  await elder.at('communication_why-late').scrollIntoViewIfNeeded();
  await elder.shot('s1f-why');
  assert.equal((await drafts(elder)).length, 1);
  await tap('submit');
  await elder.at('counted').getByText('交上了，谢谢您').waitFor();
  assert(taps() <= MOST_TAPS, `${taps()} taps`);
  assert.deepEqual(await drafts(elder), []);
  await elder.shot('s1g-thanks');
  await elder.tap('go-home');
  await elder.at('go-report').waitFor();
  await elder.page.waitForLoadState('networkidle');
  assert.equal(await elder.at(`survey-${homeId}`).isVisible(), false, 'what is answered is asked again');
  return elder;
}

/** Without a signal it stays on the phone, and is handed in by hand; in the large type too. */
async function answersLater(stage: Stage, id: string): Promise<void> {
  const tenant = await stage.enter('吴晓雯', { large: true });
  await tenant.opens('/pages/me/index');
  await tenant.tap('go-surveys');
  await tenant.sees('等您答');
  await tenant.shot('s1h-list-x14');
  await tenant.page.locator(`[id^="survey-${id}"]:visible`).first().click();
  await tenant.at('progress').waitFor();
  await tenant.tap('buildings-1');
  await tenant.at('buildings_why-leak').waitFor();
  await tenant.tap('buildings_why-leak');
  await tenant.tap('skip-equipment');
  await tenant.tap('more-recommend');
  await tenant.tap('recommend-7');
  await tenant.write('words', '楼道的灯换得慢');
  await tenant.shot('s1i-more-x14');
  await tenant.at('q-buildings').scrollIntoViewIfNeeded();
  await tenant.shot('s1j-answer-x14');
  await tenant.context.route('**/api/**', (route) => route.abort());
  await tenant.tap('submit');
  await tenant.at('unsent').waitFor();
  await tenant.shot('s1k-unsent-x14');
  await tenant.context.unroute('**/api/**');
  const counted = async () =>
    Number((await stage.house.db.execute<{ n: number }>(sql`select count(*)::int as n from participations where survey_id = ${id}`))[0]!.n);
  const before = await counted();
  await tenant.page.waitForTimeout(2_500);
  assert.equal(await counted(), before, 'an answer went by itself');
  await tenant.tap('submit');
  await tenant.at('counted').waitFor();
  assert.equal(await counted(), before + 1);
  assert.deepEqual(await drafts(tenant), []);
  await tenant.shot('s1l-thanks-x14');
}

/** Whoever has two homes here answers for each; with nothing filled in there is nothing to hand in. */
async function answersForTwo(stage: Stage): Promise<void> {
  const owner = await stage.enter('周文静');
  const cards = owner.page.locator('[id^="survey-"]:visible');
  await cards.nth(1).waitFor();
  assert.equal(await cards.count(), 2);
  await cards.filter({ hasText: FIRST_HOME }).click();
  await owner.at('locked').getByText(FIRST_HOME).waitFor();
  await owner.tap('submit');
  await owner.at('refusal').getByText('请至少答一题').waitFor();
  await owner.shot('s1w-two-homes');
  await owner.tap('security-3');
  await owner.tap('submit');
  await owner.at('counted').waitFor();
  await owner.at('next-home').scrollIntoViewIfNeeded();
  await owner.shot('s1x-next');
  await owner.tap('next-home');
  await owner.at('locked').getByText(SECOND_HOME).waitFor();
  await owner.at('progress').getByText('已答 0 / 10').waitFor();
  await owner.tap('fire-5');
  await owner.tap('submit');
  await owner.at('counted').waitFor();
  await owner.at('go-home').waitFor();
}

/** Half-yearly: issued, answered, closed by the clock, analysed, read (S1–S4, S6). Months pass here. */
export const SURVEY_FLOWS: readonly Flow[] = [
  {
    title: '满意率调查：负责人发给住户 → 住户十二下答完 → 到期收回 → 写分析公布 → 公开信、做到没有 → 住户看到结果',
    walk: async (stage) => {
      await begins(stage, '郑涛', '林晓芸');
      await neighboursMoveIn(stage, 'WT');
      await buysSecond(stage);
      const id = await comesRound(stage, 'WT');
      await stage.morning();

      const head = await issues(stage, id);
      await answers(stage);
      const husband = await stage.enter('李德明');
      await husband.opens(`/surveys/answer/index?id=${id}`);
      await husband.at('counted').getByText('已计入，谢谢您').waitFor();
      await husband.shot('s1m-counted');
      await answersLater(stage, id);
      await answersForTwo(stage);
      await neighboursAnswer(stage, id, ['3栋2单元502', '5栋1单元1002', FIRST_HOME, SECOND_HOME], 236);
      await head.page.reload();
      await head.at('missing').getByText('够了').waitFor();
      assert.equal(await head.at('go-results').isVisible(), false, 'there are results while it runs');
      await head.shot('s1n-enough');

      stage.passes(11 * DAY);
      await stage.looksAfter();
      await stage.morning();
      // As a message leads there.
      await head.opens(`/errands/one/index?id=${id}`);
      await head.at('analysis-words').waitFor();
      await head.at('whole').waitFor();
      await head.shot('s1o-analyse');
      await head.tap('do-analyseSurvey');
      await head.at('refusal').waitFor();
      await head.write('analysis-words', '最不满意的是电梯和回话。12 月起早上七点到九点两部都开，回话由客服当天回。');
      await head.tap('do-analyseSurvey');
      await head.at('go-letter-turn').waitFor();
      await head.shot('s1p-published');
      await letterGoesItsWay(stage, id, head);
      await head.opens(`/surveys/staff/index?id=${id}`);
      await head.at('open-sendSurveyUp').waitFor();
      await head.tap('go-results');
      await head.at('words').getByText('楼道的灯换得慢').waitFor();
      await head.shot('s1q-results-staff');
      await head.page.goBack();
      await head.tap('open-sendSurveyUp');
      await head.tap('do-sendSurveyUp');
      await head.at('open-sendSurveyUp').waitFor({ state: 'hidden' });

      const elder = await stage.enter('王秀兰');
      await elder.opens('/pages/me/index');
      await elder.tap('go-surveys');
      await elder.page.locator(`[id^="survey-${id}"]:visible`).first().click();
      await elder.at('whole').waitFor();
      await elder.at('analysis').getByText('最不满意的是电梯').waitFor();
      assert.equal(await elder.at('words').isVisible(), false, 'residents read what others wrote');
      await elder.shot('s1r-results');
      await elder.tap('field-equipment');
      await elder.at('why-equipment').getByText('电梯').waitFor();
      await elder.at('field-equipment').scrollIntoViewIfNeeded();
      await elder.shot('s1s-why');
      await elder.opens('/pages/me/index');
      await elder.tap('large');
      await elder.opens(`/surveys/results/index?id=${id}`);
      await elder.page.reload();
      await elder.at('whole').waitFor();
      await elder.shot('s1t-results-x14');
      await elder.at('buildings').scrollIntoViewIfNeeded();
      await elder.shot('s1u-buildings-x14');

      const leader = await stage.enter('彭浩');
      await leader.opens(`/surveys/staff/index?id=${id}`);
      await leader.tap('open-reviewSurvey');
      await leader.write('reviewSurvey-words', '同意，电梯的事月底再看一次');
      await leader.tap('do-reviewSurvey');
      await leader.at('survey-standing').getByText('办完了').waitFor();
      await leader.shot('s1v-reviewed');
    },
  },
  {
    title: '满意率调查没收够：抽一部分住户 → 延一次还是不够 → 照样公布，说明不能代表全部，人少的楼不显示',
    walk: async (stage) => {
      await begins(stage, '谢军', '宋雨');
      await neighboursMoveIn(stage, 'HT');
      const id = await comesRound(stage, 'HT');
      await stage.morning();
      const head = await stage.enter('唐慧');
      await head.opens(`/surveys/staff/index?id=${id}`);
      await head.tap('open-issueSurvey');
      await head.tap('coverage-sample');
      await head.tap('do-issueSurvey');
      await head.at('drawn').getByText('按楼栋比例抽 30%：90 户').waitFor();
      await head.shot('s1y-sample');
      await neighboursAnswer(stage, id, ['6栋1单元902'], 20);

      stage.passes(11 * DAY);
      await stage.looksAfter();
      await stage.morning();
      await head.page.reload();
      await head.at('survey-standing').getByText('延过一次').waitFor();
      await head.at('missing').getByText('还差 48 户').waitFor();
      stage.passes(6 * DAY);
      await stage.looksAfter();
      await stage.morning();
      await head.page.reload();
      await head.at('below').waitFor();
      await head.at('hidden').scrollIntoViewIfNeeded();
      await head.shot('s1z-hidden');
      await head.write('analysis-words', '这次收回的少，下次上门发。');
      await head.tap('do-analyseSurvey');
      await head.at('go-results').waitFor();
      await head.at('missing').getByText('差 48 户，没到要求').waitFor();
      await head.tap('go-results');
      await head.at('below').getByText('不能代表全部').waitFor();
      await head.at('whole').scrollIntoViewIfNeeded();
      await head.shot('s1za-below');
    },
  },
];
