import { beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { lookAfterSurveys } from '../../api/surveys/caretaking.ts';
import { PEOPLE } from '../../db/seeds/company.ts';
import { shanghaiTime } from '../../shared/kernel/time.ts';
import { storyOfEach } from '../support/api-story.ts';
import { joined, writtenWith } from '../support/joining.ts';
import { refusal } from '../support/story.ts';

const MORE = 60;
const EDITION = '2026-01-01';
const s = storyOfEach({ at: '2026-05-04 10:00' });
let survey = '';
let homes = '';
let names: string[] = [];

/** So many more technicians of WT than the named company has, or nobody could hide among them. */
async function hire(): Promise<string[]> {
  const { house } = s.world;
  const hired = Array.from({ length: MORE }, (_, index) => `同事${index + 1}`);
  await house.db.execute(sql`with people as (insert into people (id, name) select gen_random_uuid(), n from unnest(${`{${hired.join(',')}}`}::text[]) n returning id)
    insert into appointments (id, office_id, person_id, role, department, from_at)
    select gen_random_uuid(), ${await s.officeId('WT')}, id, 'technician', 'engineering', ${shanghaiTime('2026-01-02 08:00').toISOString()} from people`);
  return hired;
}

beforeEach(async () => {
  const { house } = s.world;
  await (await s.client('周敏')).nameKeeper({ officeId: await s.officeId('WT'), channel: 'suggestion_box', keeperId: await s.personId('何静') });
  names = [...(await hire()), ...PEOPLE.filter(({ roles }) => (roles ?? []).length > 0).map(({ name }) => name)];
  s.at('2026-06-01 08:00');
  await lookAfterSurveys(house);
  const one = async (kind: string) =>
    (await house.db.execute<{ id: string }>(sql`select id from errands where kind = ${kind} order by facts->>'survey' limit 1`))[0]!.id;
  homes = await one('survey');
  await (await s.client('周敏')).issueSurvey({ id: homes, coverage: 'census' });
  s.at('2026-09-01 08:00');
  await lookAfterSurveys(house);
  survey = await one('needs');
  await (await s.client('韩梅')).issueNeeds({ id: survey });
});

/** Somebody answers, and says in words who it was: what the one who looks must not find out. */
const answers = async (name: string) =>
  (await s.client(name)).answerNeedsSurvey({ id: survey, edition: EDITION, answers: { hours: 4, words: await s.personId(name) } });

const counted = async () => {
  const [row] = await s.world.house.db.execute<{ people: number; inbox: number; answers: number }>(
    sql`select (select count(*)::int from colleague_participations) as people, (select count(*)::int from survey_inbox) as inbox, (select count(*)::int from survey_answers) as answers`,
  );
  return row!;
};

describe('手册 S11 员工需求普查不记名，也不能答两次', () => {
  test('全公司一起答，有的点两下：一人一份，一份不少；每次只写两行', async () => {
    const asked = names.flatMap((name, index) => (index % 3 === 0 ? [name, name] : [name]));
    const first = await Promise.all(asked.map(answers));
    expect(first.filter((one) => !one.already)).toHaveLength(names.length);
    expect(await counted()).toEqual({ people: names.length, inbox: names.length, answers: 0 });
    expect(await writtenWith(s.world, 'colleague')).toEqual(['colleague_participations', 'survey_inbox']);
  }, 120_000);

  test('时钟搬走以后，按写的时间、按位置、按编号，都对不上是谁；没搬以前对得上，证明这样查得出来', async () => {
    for (const [index, name] of names.entries()) {
      await answers(name);
      if (index === 9) expect(await joined(s.world, 'colleague', 'survey_inbox')).toEqual({ byTransaction: 10, byPlace: 9, byId: 0 });
      if (index % 45 === 44) await lookAfterSurveys(s.world.house);
    }
    s.at('2026-09-12 00:01');
    await lookAfterSurveys(s.world.house);
    expect(await counted()).toEqual({ people: names.length, inbox: 0, answers: names.length });
    expect(await writtenWith(s.world, 'colleague')).toEqual(['colleague_participations']);
    const found = await joined(s.world, 'colleague', 'survey_answers');
    expect(found.byTransaction).toBe(0);
    expect(found.byPlace).toBeLessThan(15);
    expect(found.byId).toBeLessThan(10);
  }, 120_000);

  test('住户的调查不能从同事这边答，同事的普查不能从住户那边答，也没有纸表、电话、公开信', async () => {
    const agent = await s.client('何静');
    const [home] = (await agent.survey({ id: homes })).homes;
    expect(await refusal(agent.answerNeedsSurvey({ id: homes, edition: EDITION, answers: { hours: 4 } }))).toBe('seen/not-found');
    expect(await refusal(agent.needsSurvey({ id: homes }))).toBe('seen/not-found');
    expect(await refusal(agent.answerSurvey({ id: survey, homeId: home!.id, edition: EDITION, answers: { words: '说一句' } }))).toBe(
      'seen/not-found',
    );
    const hr = await s.client('韩梅');
    expect(await refusal(hr.surveyPaper({ id: survey }))).toBe('seen/not-found');
    expect(await refusal(hr.surveyCalls({ id: survey }))).toBe('seen/not-found');
    expect(await refusal(hr.openLetter({ id: survey }))).toBe('seen/not-found');
    expect(await refusal(hr.surveyProgress({ id: survey }))).toBe('seen/not-found');
    expect(await refusal(hr.issueSurvey({ id: survey, coverage: 'census' }))).toMatch(/seen|ticket/);
    expect(await refusal((await s.client('吴桐')).issueNeeds({ id: homes }))).toMatch(/seen|ticket/);
  });

  test('四个人答的，一个数、一句话也不给看；结果只有全公司的，没有各小区的', async () => {
    for (const name of names.slice(0, 4)) await answers(name);
    expect(await refusal((await s.client('韩梅')).surveyResults({ id: survey }))).toBe('surveys/not-yet');
    s.at('2026-09-12 00:01');
    await lookAfterSurveys(s.world.house);
    const hr = await s.client('韩梅');
    const found = await hr.surveyResults({ id: survey });
    expect([found.whole.percent, found.fields.map(({ percent }) => percent), found.buildings, found.hidden]).toEqual([
      null,
      found.fields.map(() => null),
      [],
      0,
    ]);
    expect(await hr.surveyWords({ id: survey })).toMatchObject({ items: [], withheld: expect.stringContaining('5 人') });
    expect(await refusal((await s.client('赵建国')).surveyResults({ id: survey }))).toBe('surveys/not-yet');
    await hr.analyseNeeds({ id: survey, words: '答的人少，明年再问' });
    expect(await (await s.client('郑涛')).surveyResults({ id: survey })).toMatchObject({ buildings: [], unit: '人' });
    expect(await refusal((await s.client('郑涛')).surveyWords({ id: survey }))).toBe('surveys/staff-only');
    expect(await refusal((await s.client('王秀兰')).surveyResults({ id: survey }))).toBe('seen/not-found');
  });

  test('走了的同事不算还没答的，提醒的人数里没有他', async () => {
    const [gone, ...others] = names;
    for (const name of others.slice(1)) await answers(name);
    await s.world.house.db.execute(
      sql`update appointments set until_at = ${s.world.now().toISOString()} where person_id = ${await s.personId(gone!)}`,
    );
    s.at('2026-09-10 08:00');
    await lookAfterSurveys(s.world.house);
    expect(await (await s.client('韩梅')).needsProgress({ id: survey })).toMatchObject({ reminded: 1 });
  }, 60_000);
});
