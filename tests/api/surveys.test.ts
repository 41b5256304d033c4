import { beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { lookAfterSurveys } from '../../api/surveys/caretaking.ts';
import { storyOfEach } from '../support/api-story.ts';
import { addHouseholds } from '../support/households.ts';
import { refusal } from '../support/story.ts';

const s = storyOfEach({ at: '2026-05-04 10:00' });
let officeId = '';

const rows = <T extends Record<string, unknown>>(query: ReturnType<typeof sql>) => s.world.house.db.execute<T>(query);

beforeEach(async () => {
  const [row] = await rows<{ id: string }>(sql`select id from offices where letters = 'WT'`);
  officeId = row!.id;
  await (await s.client('周敏')).nameKeeper({ officeId, channel: 'suggestion_box', keeperId: await s.personId('何静') });
  s.at('2026-06-01 08:00');
  await lookAfterSurveys(s.world.house);
});

const theSurvey = async (): Promise<string> => {
  const found = await rows<{ id: string }>(
    sql`select id from errands where kind = 'survey' and facts->>'survey' = 'half_year' and office_id = ${officeId}`,
  );
  expect(found).toHaveLength(1);
  return found[0]!.id;
};

/** Somebody's home as the survey finds it. */
const homeOf = async (name: string, id: string) => (await (await s.client(name)).survey({ id })).homes[0]!.id;

const answers = async (name: string, id: string, given: Record<string, unknown>) =>
  (await s.client(name)).answerSurvey({ id, homeId: await homeOf(name, id), edition: '2026-01-01', answers: given as never });

const SEVEN = {
  buildings: 4,
  equipment: 5,
  environment: 2,
  environment_why: ['stairs', 'bins'],
  security: 4,
  communication: 3,
  recommend: 8,
  words: '垃圾桶少了一个',
};

describe('手册 S1–S4 半年一次的满意率调查', () => {
  test('六月一号到小区，三天内发；发出去住户才看得到，截止以前谁也看不到结果', async () => {
    const id = await theSurvey();
    await lookAfterSurveys(s.world.house);
    await theSurvey();
    expect((await (await s.client('王秀兰')).surveys({})).items).toEqual([]);
    const before = await (await s.client('周敏')).surveyProgress({ id });
    expect(before).toMatchObject({ issued: null, returned: null, least: 75 });
    expect(await refusal((await s.client('林晓芸')).issueSurvey({ id, coverage: 'census' }))).toBe('ticket/not-yours');
    expect(await (await s.client('周敏')).issueSurvey({ id, coverage: 'census' })).toMatchObject({ status: 'taken' });
    const [line] = (await (await s.client('王秀兰')).surveys({})).items;
    expect(line).toMatchObject({ stand: 'open', title: '2026 年上半年满意率调查', closesAt: '2026-06-11T16:00:00.000Z' });
    expect(await answers('王秀兰', id, SEVEN)).toEqual({ counted: true, already: false });
    expect(await answers('王秀兰', id, { ...SEVEN, buildings: 1 })).toEqual({ counted: true, already: true });
    expect(await (await s.client('周敏')).surveyProgress({ id })).toMatchObject({ returned: 1, issued: before.homes });
    expect(await refusal((await s.client('周敏')).surveyResults({ id }))).toBe('surveys/not-yet');
    expect(await refusal((await s.client('周敏')).surveyWords({ id }))).toBe('surveys/not-yet');
    expect(await refusal((await s.client('王秀兰')).surveyResults({ id }))).toBe('surveys/not-yet');
  });

  test('到期不够就延一次，再到期照实算；写好分析，住户才看得到', async () => {
    const id = await theSurvey();
    await (await s.client('周敏')).issueSurvey({ id, coverage: 'census' });
    await answers('王秀兰', id, SEVEN);
    s.at('2026-06-12 00:01');
    await lookAfterSurveys(s.world.house);
    expect((await (await s.client('王秀兰')).survey({ id })).closesAt).toBe('2026-06-16T16:00:00.000Z');
    s.at('2026-06-17 00:01');
    await lookAfterSurveys(s.world.house);
    await lookAfterSurveys(s.world.house);
    expect(await refusal((await s.client('王秀兰')).surveyResults({ id }))).toBe('surveys/not-yet');
    const results = await (await s.client('周敏')).surveyResults({ id });
    // One household’s answers are nobody’s to read.
    expect(results).toMatchObject({ returned: 1, below: true, whole: { valid: 0, satisfied: 0, percent: null } });
    expect(results.fields.find(({ code }) => code === 'environment')).toMatchObject({ valid: 0, satisfied: 0, percent: null, why: [] });
    expect(await (await s.client('周敏')).surveyWords({ id })).toMatchObject({ items: [], withheld: expect.stringContaining('答的不到 5 户') });
    await (await s.client('周敏')).analyseSurvey({ id, words: '环境卫生最低，添垃圾桶' });
    expect(await (await s.client('王秀兰')).surveyResults({ id })).toMatchObject({ analysis: '环境卫生最低，添垃圾桶', says: '结果公布了' });
    expect(await refusal((await s.client('王秀兰')).surveyWords({ id }))).toBe('surveys/staff-only');
    await (await s.client('周敏')).sendSurveyUp({ id });
    expect(await (await s.client('彭浩')).reviewSurvey({ id, words: '按这个做' })).toMatchObject({ status: 'closed' });
  });

  test('满五户答了，写的话才给同事看（Z4）', async () => {
    const id = await theSurvey();
    await (await s.client('周敏')).issueSurvey({ id, coverage: 'census' });
    for (const name of ['王秀兰', '方国栋', '周文静', '马建军']) await answers(name, id, { buildings: 4 });
    s.at('2026-06-12 00:01');
    await lookAfterSurveys(s.world.house);
    await answers('吴晓雯', id, SEVEN);
    s.at('2026-06-17 00:01');
    await lookAfterSurveys(s.world.house);
    const head = await s.client('周敏');
    expect(await head.surveyWords({ id })).toMatchObject({ items: [{ words: '垃圾桶少了一个' }], withheld: null });
  });

  test('别人家的、没有的题、选不到的答案、旧的问题、截止以后，都说得清楚，什么也不记', async () => {
    const id = await theSurvey();
    await (await s.client('周敏')).issueSurvey({ id, coverage: 'census' });
    const homeId = await homeOf('王秀兰', id);
    const other = await s.client('唐慧');
    const mine = await s.client('王秀兰');
    expect(await refusal(other.answerSurvey({ id, homeId, edition: '2026-01-01', answers: { buildings: 5 } }))).toBe('seen/not-found');
    expect(await refusal(mine.answerSurvey({ id, homeId, edition: '2025-01-01', answers: { buildings: 5 } }))).toBe('surveys/other-edition');
    for (const wrong of [{ buildings: 6 }, { nothing: 1 }, { environment: 1, environment_why: ['lift'] }, { recommend: 5.5 }, {}, { words: ' ' }])
      expect(await refusal(mine.answerSurvey({ id, homeId, edition: '2026-01-01', answers: wrong as never }))).toBe('request/invalid');
    s.at('2026-06-12 00:00');
    expect(await refusal(mine.answerSurvey({ id, homeId, edition: '2026-01-01', answers: { buildings: 5 } }))).toBe('surveys/closed');
    expect(await s.count(sql`select (select count(*) from participations) + (select count(*) from survey_inbox) as n`)).toBe(0);
  });

  test('一栋里打了分的不到五户，不单独列：别的户只写话、只说推荐，也替它遮不住', async () => {
    const names = await addHouseholds(s.world, 'WT', 65);
    const id = await theSurvey();
    await (await s.client('周敏')).issueSurvey({ id, coverage: 'census' });
    // Of the second new building fifteen answered, and one of them graded.
    for (const [index, name] of names.entries())
      await answers(name, id, index < 50 ? { security: 5 } : index === 50 ? { security: 1 } : { recommend: 5 });
    s.at('2026-06-12 00:01');
    await lookAfterSurveys(s.world.house);
    expect(await (await s.client('周敏')).surveyResults({ id })).toMatchObject({ returned: 65, whole: { valid: 51 }, buildings: [], hidden: 2 });
  }, 60_000);

  test('一栋里五户都打了分，就单独列', async () => {
    const names = await addHouseholds(s.world, 'WT', 65);
    const id = await theSurvey();
    await (await s.client('周敏')).issueSurvey({ id, coverage: 'census' });
    for (const [index, name] of names.entries()) await answers(name, id, index < 55 ? { security: index < 50 ? 5 : 1 } : { recommend: 5 });
    s.at('2026-06-12 00:01');
    await lookAfterSurveys(s.world.house);
    const { buildings, hidden } = await (await s.client('周敏')).surveyResults({ id });
    expect([buildings.map(({ valid, percent }) => [valid, percent]), hidden]).toEqual([
      [
        [50, 100],
        [5, 0],
      ],
      0,
    ]);
  }, 60_000);
});
