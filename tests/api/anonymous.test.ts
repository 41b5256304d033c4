import { beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { lookAfterSurveys } from '../../api/surveys/caretaking.ts';
import { storyOfEach } from '../support/api-story.ts';
import { addHouseholds } from '../support/households.ts';
import { joined, writtenWith } from '../support/joining.ts';

const HOUSEHOLDS = 200;
const EDITION = '2026-01-01';
const s = storyOfEach({ at: '2026-05-04 10:00' });
let survey = '';
let names: string[] = [];

beforeEach(async () => {
  const { house } = s.world;
  const [office] = await house.db.execute<{ id: string }>(sql`select id from offices where letters = 'WT'`);
  await (await s.client('周敏')).nameKeeper({ officeId: office!.id, channel: 'suggestion_box', keeperId: await s.personId('何静') });
  names = await addHouseholds(s.world, 'WT', HOUSEHOLDS);
  s.at('2026-06-01 08:00');
  await lookAfterSurveys(house);
  const [row] = await house.db.execute<{ id: string }>(
    sql`select id from errands where kind = 'survey' and facts->>'survey' = 'half_year' and office_id = ${office!.id}`,
  );
  survey = row!.id;
  await (await s.client('周敏')).issueSurvey({ id: survey, coverage: 'census' });
});

/** Somebody answers, and says in words which home it was: what the one who looks must not find out. */
async function answers(name: string) {
  const client = await s.client(name);
  const homeId = (await client.survey({ id: survey })).homes[0]!.id;
  return client.answerSurvey({ id: survey, homeId, edition: EDITION, answers: { buildings: 4, words: homeId } });
}

const counted = async () => {
  const [row] = await s.world.house.db.execute<{ homes: number; inbox: number; answers: number }>(
    sql`select (select count(*)::int from participations) as homes, (select count(*)::int from survey_inbox) as inbox, (select count(*)::int from survey_answers) as answers`,
  );
  return row!;
};

describe('手册 S1 不记名，也不能答两次', () => {
  test('两百户一起答，有的点两下，有的再试一次：一户一份，一份不少；每次只写两行', async () => {
    const asked = names.flatMap((name, index) => (index % 3 === 0 ? [name, name] : [name]));
    const first = await Promise.all(asked.map(answers));
    expect(first.filter((one) => !one.already)).toHaveLength(HOUSEHOLDS);
    for (const name of names.slice(0, 20)) expect(await answers(name)).toEqual({ counted: true, already: true });
    expect(await counted()).toEqual({ homes: HOUSEHOLDS, inbox: HOUSEHOLDS, answers: 0 });
    expect(await writtenWith(s.world, 'home')).toEqual(['participations', 'survey_inbox']);
  }, 120_000);

  test('时钟搬走以后，按写的时间、按位置、按编号，都对不上是哪一户；没搬以前对得上，证明这样查得出来', async () => {
    for (const [index, name] of names.entries()) {
      await answers(name);
      if (index === 9) expect(await joined(s.world, 'home', 'survey_inbox')).toEqual({ byTransaction: 10, byPlace: 9, byId: 0 });
      if (index % 25 === 24) await lookAfterSurveys(s.world.house);
    }
    expect(await counted()).toMatchObject({ homes: HOUSEHOLDS, inbox: 20 });
    s.at('2026-06-12 00:01');
    await lookAfterSurveys(s.world.house);
    expect(await counted()).toEqual({ homes: HOUSEHOLDS, inbox: 0, answers: HOUSEHOLDS });
    expect(await writtenWith(s.world, 'home')).toEqual(['participations']);
    const found = await joined(s.world, 'home', 'survey_answers');
    expect(found.byTransaction).toBe(0);
    // By chance one of each lot of twenty stands behind the one it came after; three times that would be no chance.
    expect(found.byPlace).toBeLessThan(30);
    expect(found.byId).toBeLessThan(10);
    const [ids] = await s.world.house.db.execute<{ n: number }>(sql`select count(*)::int as n from survey_answers where id::text !~ '^.{14}4'`);
    expect(ids!.n).toBe(0);
  }, 120_000);
});
