import { beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { lookAfterSurveys } from '../../api/surveys/caretaking.ts';
import { storyOfEach } from '../support/api-story.ts';
import { addHouseholds } from '../support/households.ts';
import { refusal } from '../support/story.ts';

const s = storyOfEach({ at: '2026-07-06 10:00' });
let officeId = '';

beforeEach(async () => {
  const [row] = await s.world.house.db.execute<{ id: string }>(sql`select id from offices where letters = 'WT'`);
  officeId = row!.id;
});

const PARKING = {
  title: '停车位怎么分',
  chosen: ['vehicles'],
  own: [
    { kind: 'single' as const, text: '愿意按月轮换车位吗', options: ['愿意', '不愿意', '看情况'] },
    { kind: 'satisfaction' as const, text: '车位怎么分的，您满意吗', options: [] },
    { kind: 'words' as const, text: '还有什么办法', options: [] },
  ],
};

const writes = async (name = '林晓芸', draft: Partial<typeof PARKING> & { questionnaireId?: string } = {}) =>
  (await s.client(name)).submitQuestionnaire({ officeId, ...PARKING, ...draft });

const agrees = async (name: string, id: string, round: number, step: number) =>
  (await s.client(name)).decideApproval({ id, round, step, verdict: 'approved' });

/** A questionnaire both have agreed to. */
async function agreed(): Promise<string> {
  const { id } = await writes();
  await agrees('吴桐', id, 1, 0);
  await agrees('彭浩', id, 1, 1);
  return id;
}

describe('手册 S8 小区自己的问卷', () => {
  test('写了、审了、开了、答了、公布了：题库的题带着追问，另外问的各选了多少户，写的话只给同事', async () => {
    const names = await addHouseholds(s.world, 'WT', 12);
    const id = await agreed();
    const survey = await (await s.client('周敏')).openSurvey({ officeId, survey: 'own', questionnaireId: id });
    await (await s.client('周敏')).issueSurvey({ id: survey.id, coverage: 'census' });
    const asked = await (await s.client(names[0]!)).survey({ id: survey.id });
    expect(asked.title).toBe('2026 年 7 月小区问卷调查');
    expect(asked.sections.flatMap(({ questions }) => questions.map(({ code }) => code))).toEqual([
      'vehicles',
      'vehicles_why',
      'own_1',
      'own_2',
      'words_3',
    ]);
    for (const [index, name] of names.entries()) {
      const client = await s.client(name);
      const { homes, edition } = await client.survey({ id: survey.id });
      const answers = { vehicles: 4, own_1: index < 6 ? 'o1' : index < 11 ? 'o2' : 'o3', own_2: 5, ...(index === 0 ? { words_3: '按楼栋分' } : {}) };
      await client.answerSurvey({ id: survey.id, homeId: homes[0]!.id, edition, answers });
    }
    for (const at of ['2026-07-17 00:01', '2026-07-22 00:01']) {
      s.at(at);
      await lookAfterSurveys(s.world.house);
    }
    const results = await (await s.client('周敏')).surveyResults({ id: survey.id });
    expect(results.fields).toMatchObject([
      { label: '车辆和道路', valid: 12, percent: 100 },
      { label: '车位怎么分的，您满意吗', valid: 12, percent: 100 },
    ]);
    // One household’s own answer could be told from the others and their sum: the smallest of them goes with it.
    expect(results.choices).toEqual([{ code: 'own_1', text: '愿意按月轮换车位吗', valid: 12, options: [{ label: '愿意', count: 6 }] }]);
    expect((await (await s.client('周敏')).surveyWords({ id: survey.id })).items).toEqual([{ words: '按楼栋分' }]);
    expect(await (await s.client('周敏')).analyseSurvey({ id: survey.id, words: '先试一个月' })).toMatchObject({ status: 'closed' });
    expect(await (await s.client(names[3]!)).surveyResults({ id: survey.id })).toMatchObject({ analysis: '先试一个月' });
  }, 60_000);

  test('没审过的、别的小区的、不是问卷的、不归他开的，都开不了；同一个月只开一次', async () => {
    const { id } = await writes();
    const head = await s.client('周敏');
    const opens = { officeId, survey: 'own' as const, questionnaireId: id };
    expect(await refusal(head.openSurvey(opens))).toBe('surveys/not-approved');
    expect(await refusal(head.openSurvey({ officeId, survey: 'own' }))).toBe('request/invalid');
    expect(await refusal(head.openSurvey({ ...opens, questionnaireId: officeId }))).toBe('seen/not-found');
    await agrees('吴桐', id, 1, 0);
    await agrees('彭浩', id, 1, 1);
    expect(await refusal((await s.client('唐慧')).openSurvey(opens))).toBe('seen/not-found');
    expect(await refusal((await s.client('王秀兰')).openSurvey(opens))).toBe('seen/not-found');
    expect(await refusal((await s.client('吴桐')).openSurvey(opens))).toBe('ticket/not-yours');
    const [other] = await s.world.house.db.execute<{ id: string }>(sql`select id from offices where letters = 'HT'`);
    expect(await refusal((await s.client('唐慧')).openSurvey({ ...opens, officeId: other!.id }))).toBe('seen/not-found');
    const both = [head, await s.client('林晓芸')].map((one) => one.openSurvey(opens).catch(({ code }) => code));
    const twice = await Promise.all(both);
    expect(twice.filter((one) => one === 'surveys/opened-already')).toHaveLength(1);
    expect(await s.count(sql`select count(*) as n from errands where kind = 'survey'`)).toBe(1);
  });

  test('别的小区的人看不到、改不了；写的每一版都留着；列表说得出等谁审、谁能做什么', async () => {
    const { id } = await writes();
    expect(await refusal(writes('宋雨'))).toBe('seen/not-found');
    expect(await refusal(writes('林晓芸', { questionnaireId: officeId }))).toBe('seen/not-found');
    expect((await (await s.client('宋雨')).questionnaires({})).items).toEqual([]);
    expect(await refusal((await s.client('王秀兰')).questionnaires({}))).toBe('templates/staff-only');
    expect((await (await s.client('吴桐')).questionnaires({})).items).toMatchObject([
      { id, waitsFor: '品质管理部', mayDecide: true, maySubmit: false, mayOpen: false },
    ]);
    await (await s.client('吴桐')).decideApproval({ id, round: 1, step: 0, verdict: 'returned', words: '先问要不要分' });
    expect((await (await s.client('林晓芸')).questionnaires({})).items).toMatchObject([
      { id, status: 'returned', reason: '先问要不要分', maySubmit: true, mayDecide: false },
    ]);
    expect(await writes('周敏', { questionnaireId: id, title: '要不要分车位' })).toEqual({ id, status: 'waiting', round: 2 });
    const versions = await s.world.house.db.execute<{ title: string }>(sql`select body->>'title' as title from questionnaires order by round`);
    expect(versions.map(({ title }) => title)).toEqual(['停车位怎么分', '要不要分车位']);
    const told = await (await s.client('程颖')).inbox({});
    expect(told.items.map(({ title, text }) => [title, text])).toContainEqual(['调查问卷', '有一份文字等您审核']);
  });
});
