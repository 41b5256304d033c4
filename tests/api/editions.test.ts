import { beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { lookAfterSurveys } from '../../api/surveys/caretaking.ts';
import type { Questionnaire } from '../../shared/surveys/questionnaires.ts';
import { storyOfEach } from '../support/api-story.ts';
import { withSecond } from '../support/editions.ts';
import { refusal } from '../support/story.ts';

const s = storyOfEach({ at: '2026-05-04 10:00' });
const FIRST = '2026-01-01';
const HOMES = ['王秀兰', '方国栋', '周文静', '马建军', '吴晓雯'] as const;
let officeId = '';

/** From now on the company has these editions, as if it had been deployed anew. */
const asks = (editions: readonly Questionnaire[]) => Object.assign(s.world.house, { questionnaires: editions });

beforeEach(async () => {
  officeId = await s.officeId('WT');
  await (await s.client('周敏')).nameKeeper({ officeId, channel: 'suggestion_box', keeperId: await s.personId('何静') });
});

async function opened(month: string): Promise<string> {
  s.at(`${month}-01 08:00`);
  await lookAfterSurveys(s.world.house);
  const [row] = await s.world.house.db.execute<{ id: string }>(
    sql`select id from errands where facts->>'survey' = 'half_year' and facts->>'month' = ${month} and office_id = ${officeId}`,
  );
  await (await s.client('周敏')).issueSurvey({ id: row!.id, coverage: 'census' });
  return row!.id;
}

async function answers(name: string, id: string, given: Record<string, unknown>, edition?: string) {
  const client = await s.client(name);
  const asked = await client.survey({ id });
  return client.answerSurvey({ id, homeId: asked.homes[0]!.id, edition: edition ?? asked.edition, answers: given as never });
}

/** The deadline and its one extension pass, and what came out is published. */
async function published(id: string, month: string) {
  for (const day of ['12 00:01', '17 00:01']) {
    s.at(`${month}-${day}`);
    await lookAfterSurveys(s.world.house);
  }
  await (await s.client('周敏')).analyseSurvey({ id, words: '看过了' });
  return (await s.client('周敏')).surveyResults({ id });
}

const codesAsked = async (id: string) =>
  (await (await s.client('王秀兰')).survey({ id })).sections.flatMap(({ questions }) => questions.map(({ code }) => code));

describe('手册 S1 问卷换了新的一版，旧的一版原样留着', () => {
  test('调查还在收，公司出了新的一版：这一次照旧的问、照旧的答；答新的退回，下一次才问新的', async () => {
    const id = await opened('2026-06');
    const before = await codesAsked(id);
    asks(withSecond('2026-06-03'));
    s.at('2026-06-04 09:00');
    expect((await (await s.client('王秀兰')).survey({ id })).edition).toBe(FIRST);
    expect(await codesAsked(id)).toEqual(before);
    expect(await refusal(answers('王秀兰', id, { buildings: 5 }, '2026-06-03'))).toBe('surveys/other-edition');
    expect(await refusal(answers('王秀兰', id, { lifts: 5 }))).toBe('request/invalid');
    const agent = await s.client('林晓芸');
    const sheet = { id, building: null, answers: { buildings: 5 } };
    expect(await refusal(agent.typeSheet({ ...sheet, edition: '2026-06-03' }))).toBe('surveys/other-edition');
    expect(await answers('王秀兰', id, { greening: 2 })).toMatchObject({ already: false });
    await published(id, '2026-06');
    const next = await opened('2026-11');
    expect((await (await s.client('王秀兰')).survey({ id: next })).edition).toBe('2026-06-03');
    expect(await codesAsked(next)).toEqual(expect.arrayContaining(['lifts']));
    expect(await codesAsked(next)).not.toContain('greening');
    expect(await refusal(answers('王秀兰', next, { buildings: 5 }, FIRST))).toBe('surveys/other-edition');
    expect(await refusal(answers('王秀兰', next, { greening: 5 }))).toBe('request/invalid');
    const question = (await (await s.client('王秀兰')).survey({ id: next })).sections[0]!.questions[0]!;
    expect(question).toMatchObject({ code: 'buildings', text: expect.stringContaining('楼里楼外都算') });
  });

  test('两版不一样，上半年的数照样排在旁边：同一个编号是同一题；总的是当时公布的那个数；新问的没有上一次', async () => {
    const june = await opened('2026-06');
    for (const [index, name] of HOMES.entries()) await answers(name, june, { buildings: index < 3 ? 4 : 2, greening: 1 });
    const first = await published(june, '2026-06');
    expect(first.whole).toMatchObject({ valid: 10, percent: 30, before: null });
    asks(withSecond('2026-08-01'));
    const november = await opened('2026-11');
    for (const name of HOMES) await answers(name, november, { buildings: 4, lifts: 2 });
    const second = await published(november, '2026-11');
    expect(second.beforeLabel).toBe('2026 年上半年');
    expect(second.whole).toMatchObject({ valid: 10, percent: 50, before: 30 });
    const of = (code: string) => second.fields.find((one) => one.code === code);
    expect(of('buildings')).toMatchObject({ percent: 100, before: 60 });
    expect(of('lifts')).toMatchObject({ label: '电梯', percent: 0, before: null });
    expect(of('greening')).toBeUndefined();
    // What was published of June stays what it was, whatever is asked since.
    expect(await (await s.client('周敏')).surveyResults({ id: june })).toMatchObject({ whole: first.whole, fields: first.fields });
    const bank = (await (await s.client('林晓芸')).questionnaires({})).bank.map(({ code }) => code);
    expect([bank.includes('lifts'), bank.includes('greening')]).toEqual([true, false]);
  });
});
