import { beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { lookAfterSurveys } from '../../api/surveys/caretaking.ts';
import { connect } from '../../db/connect.ts';
import { storyOfEach } from '../support/api-story.ts';
import { refusal } from '../support/story.ts';

const s = storyOfEach({ at: '2026-05-04 10:00' });
const EDITION = '2026-01-01';
let officeId = '';

beforeEach(async () => {
  const [row] = await s.world.house.db.execute<{ id: string }>(sql`select id from offices where letters = 'WT'`);
  officeId = row!.id;
  await (await s.client('周敏')).nameKeeper({ officeId, channel: 'suggestion_box', keeperId: await s.personId('何静') });
  s.at('2026-06-01 08:00');
  await lookAfterSurveys(s.world.house);
});

const theSpot = async (): Promise<string> => {
  const [row] = await s.world.house.db.execute<{ id: string }>(
    sql`select id from errands where kind = 'survey' and facts->>'survey' = 'spot' and office_id = ${officeId}`,
  );
  return row!.id;
};

/** Tables that hold a row of the transaction that wrote the newest participation, as whoever holds a copy of the database finds them. */
async function writtenWithAnswer(): Promise<string[]> {
  const { db, close } = connect(s.world.urls.owner, { max: 1 });
  try {
    const tables = await db.execute<{ name: string }>(sql`select tablename as name from pg_tables where schemaname = 'public' order by 1`);
    const found: string[] = [];
    for (const { name } of tables) {
      const [row] = await db.execute<{ n: number }>(
        sql`select count(*)::int as n from ${sql.identifier(name)} where xmin in (select p.xmin from participations p)`,
      );
      if (Number(row!.n) > 0) found.push(name);
    }
    return found;
  } finally {
    await close();
  }
}

describe('手册 S12 品质管理部打电话问', () => {
  test('电话里填的和住户自己填的一样，只写两行，不写谁填的；没接的另记一行', async () => {
    const id = await theSpot();
    const quality = await s.client('吴桐');
    await quality.issueSurvey({ id, coverage: 'sample' });
    const homeId = await s.homeId('3栋2单元502');
    expect(await quality.trySurveyCall({ id, homeId })).toMatchObject({ missing: expect.stringContaining('还差 2 次') });
    expect(await quality.answerByPhone({ id, homeId, edition: EDITION, answers: { security: 4, words: '门岗很好' } })).toEqual({
      counted: true,
      already: false,
    });
    expect(await writtenWithAnswer()).toEqual(['participations', 'survey_inbox']);
    expect(await quality.answerByPhone({ id, homeId, edition: EDITION, answers: { security: 1 } })).toEqual({ counted: true, already: true });
    expect(await refusal(quality.trySurveyCall({ id, homeId }))).toBe('surveys/closed');
    const [row] = await s.world.house.db.execute(sql`select body from survey_inbox`);
    expect(row).toEqual({ body: { security: 4, words: '门岗很好' } });
    expect(await (await s.client('王秀兰')).survey({ id })).toMatchObject({ title: '2026 年 6 月日常管理满意度抽查', homes: [{ answered: true }] });
  });

  test('没发、别的小区的、旧的问题、选不到的、小区的人、截止以后，都说得清楚，什么也不记', async () => {
    const id = await theSpot();
    const quality = await s.client('吴桐');
    const homeId = await s.homeId('3栋2单元502');
    const given = { id, homeId, edition: EDITION, answers: { security: 4 } };
    expect(await quality.surveyCalls({ id })).toMatchObject({ homes: [], waiting: 0, open: false });
    expect(await refusal(quality.answerByPhone(given))).toBe('seen/not-found');
    expect(await refusal(quality.issueSurvey({ id, coverage: 'census' }))).toBe('request/invalid');
    await quality.issueSurvey({ id, coverage: 'sample' });
    for (const name of ['周敏', '郑涛', '林晓芸']) {
      expect(await refusal((await s.client(name)).surveyCalls({ id }))).toBe('surveys/company-only');
      expect(await refusal((await s.client(name)).answerByPhone(given))).toBe('surveys/company-only');
      expect(await refusal((await s.client(name)).trySurveyCall({ id, homeId }))).toBe('surveys/company-only');
    }
    expect(await refusal((await s.client('王秀兰')).surveyCalls({ id }))).toBe('seen/not-found');
    expect(await refusal((await s.client('唐慧')).answerByPhone(given))).toBe('seen/not-found');
    expect(await refusal(quality.answerByPhone({ ...given, edition: '2025-01-01' }))).toBe('surveys/other-edition');
    expect(await refusal(quality.answerByPhone({ ...given, homeId: id }))).toBe('seen/not-found');
    for (const wrong of [{ security: 6 }, { buildings: 4 }, {}])
      expect(await refusal(quality.answerByPhone({ ...given, answers: wrong as never }))).toBe('request/invalid');
    // The half-yearly one is the estate’s own to hand out: nobody of the company fills it in.
    const [half] = await s.world.house.db.execute<{ id: string }>(
      sql`select id from errands where facts->>'survey' = 'half_year' and office_id = ${officeId}`,
    );
    expect(await refusal(quality.surveyCalls({ id: half!.id }))).toBe('surveys/company-only');
    s.at('2026-06-12 00:00');
    expect(await refusal(quality.answerByPhone(given))).toBe('surveys/closed');
    expect(await s.count(sql`select (select count(*) from participations) + (select count(*) from survey_tries) as n`)).toBe(0);
  });

  test('小区的人碰不到公司的纸表：看不到问了哪几户，不勾、不取消、不录入、不换户；品质管理部也只打电话', async () => {
    const id = await theSpot();
    const quality = await s.client('吴桐');
    await quality.issueSurvey({ id, coverage: 'sample' });
    const homeId = await s.homeId('3栋2单元502');
    const tries = async (name: string) => {
      const one = await s.client(name);
      const sheet = { id, edition: EDITION, building: null, answers: { security: 4 } };
      return [
        refusal(one.tickSheet({ id, homeId })),
        refusal(one.takeBackTick({ id, homeId })),
        refusal(one.typeSheet(sheet)),
        refusal(one.replaceHome({ id, homeId, reason: 'vacant' })),
      ];
    };
    const looks = async (name: string) => {
      const one = await s.client(name);
      return [refusal(one.surveyPaper({ id })), refusal(one.surveyHomes({ id, building: 3 })), refusal(one.surveySheet({ id }))];
    };
    for (const name of ['周敏', '郑涛', '林晓芸', '何静'])
      expect([name, new Set(await Promise.all([...(await tries(name)), ...(await looks(name))]))]).toEqual([name, new Set(['surveys/company-only'])]);
    expect(new Set(await Promise.all(await tries('吴桐')))).toEqual(new Set(['ticket/action-refused']));
    expect(await quality.surveyPaper({ id })).toMatchObject({ actions: [], ticked: 0 });
    expect(await quality.surveySheet({ id })).toMatchObject({ title: '2026 年 6 月日常管理满意度抽查' });
    expect(
      await s.count(
        sql`select (select count(*) from participations) + (select count(*) from survey_ticks) + (select count(*) from survey_inbox) as n`,
      ),
    ).toBe(0);
  });

  test('打电话以前看号码：只给打电话的人，一次一位，先记后看；住户看得到谁看过，小区主任看得到有人看过、看不到是谁家（A1）', async () => {
    const id = await theSpot();
    const quality = await s.client('吴桐');
    await quality.issueSurvey({ id, coverage: 'sample' });
    const homeId = await s.homeId('3栋2单元502');
    const given = { id, homeId, nth: 0 };
    const looks = () => s.count(sql`select count(*) as n from reveals`);
    expect(JSON.stringify(await quality.surveyCalls({ id }))).not.toMatch(/1380000\d{4}|\d{4}\*|王秀兰/);
    for (const name of ['周敏', '郑涛', '林晓芸']) expect(await refusal((await s.client(name)).surveyCallNumber(given))).toBe('surveys/company-only');
    for (const name of ['王秀兰', '唐慧']) expect(await refusal((await s.client(name)).surveyCallNumber(given))).toBe('seen/not-found');
    expect(await refusal(quality.surveyCallNumber({ ...given, homeId: id }))).toBe('seen/not-found');
    expect(await looks()).toBe(0);
    expect(await quality.surveyCallNumber(given)).toMatchObject({ name: '王秀兰', phone: '13800006000' });
    await Promise.all(Array.from({ length: 4 }, () => quality.surveyCallNumber(given)));
    expect(await looks()).toBe(1);
    s.at('2026-06-01 08:10');
    await quality.surveyCallNumber(given);
    expect(await looks()).toBe(2);
    const line = { byName: '吴桐', reason: '打电话问满意度调查', ticketId: null, ticketNumber: null, survey: '2026 年 6 月日常管理满意度抽查' };
    expect((await (await s.client('王秀兰')).ownReveals({})).items[0]).toMatchObject(line);
    expect((await quality.reveals({})).items).toMatchObject([{ ...line, whoseName: '王秀兰', officeName: '梧桐里' }, line]);
    expect((await (await s.client('郑涛')).reveals({})).items).toMatchObject([{ ...line, whoseName: null }, line]);
    expect((await (await s.client('谢军')).reveals({})).items).toEqual([]);
    // 3-2-502 has so many with a number, and no more.
    const people = await s.count(
      sql`select count(*) as n from residences r join people p on p.id = r.person_id where r.home_id = ${homeId} and p.phone_cipher is not null`,
    );
    expect((await quality.surveyCallNumber({ ...given, nth: people - 1 })).more).toBe(false);
    expect(await refusal(quality.surveyCallNumber({ ...given, nth: people }))).toBe('number/not-known');
  });

  test('答过的、联系不上的、截止的、没发的，没登记号码的，都不给看，也不记', async () => {
    const id = await theSpot();
    const quality = await s.client('吴桐');
    const homeId = await s.homeId('3栋2单元502');
    const given = { id, homeId, nth: 0 };
    expect(await refusal(quality.surveyCallNumber(given))).toBe('seen/not-found');
    await quality.issueSurvey({ id, coverage: 'sample' });
    const [half] = await s.world.house.db.execute<{ id: string }>(
      sql`select id from errands where facts->>'survey' = 'half_year' and office_id = ${officeId}`,
    );
    expect(await refusal(quality.surveyCallNumber({ ...given, id: half!.id }))).toBe('surveys/company-only');
    const homes = (await quality.surveyCalls({ id })).homes.map((one) => one.homeId).filter((one) => one !== homeId);
    for (const at of ['2026-06-02 09:00', '2026-06-03 15:00', '2026-06-04 19:00']) {
      s.at(at);
      await quality.trySurveyCall({ id, homeId: homes[0]! });
    }
    expect(await refusal(quality.surveyCallNumber({ ...given, homeId: homes[0]! }))).toBe('surveys/out-of-reach');
    await quality.answerByPhone({ id, homeId: homes[1]!, edition: EDITION, answers: { security: 4 } });
    expect(await refusal(quality.surveyCallNumber({ ...given, homeId: homes[1]! }))).toBe('surveys/closed');
    s.at('2026-06-12 00:00');
    expect(await refusal(quality.surveyCallNumber(given))).toBe('surveys/closed');
    s.at('2026-06-11 09:00');
    await s.world.house.db.execute(sql`update people set phone_cipher = null, phone_last4 = null where name = '王秀兰'`);
    const [rest] = await s.world.house.db.execute<{ n: number }>(
      sql`select count(*)::int as n from residences r join people p on p.id = r.person_id where r.home_id = ${homeId} and p.phone_cipher is not null`,
    );
    expect(await refusal(quality.surveyCallNumber({ ...given, nth: rest!.n }))).toBe('number/not-known');
    expect(await s.count(sql`select count(*) as n from reveals`)).toBe(0);
  });

  test('四户答的，写的话一句也不给看，说得出为什么（Z4）', async () => {
    const id = await theSpot();
    const quality = await s.client('吴桐');
    await quality.issueSurvey({ id, coverage: 'sample' });
    const homes = (await quality.surveyCalls({ id })).homes.map((one) => one.homeId);
    for (const homeId of homes.slice(0, 4))
      await quality.answerByPhone({ id, homeId, edition: EDITION, answers: { security: 4, words: '门岗很好' } });
    for (const at of ['2026-06-12 00:01', '2026-06-17 00:01']) {
      s.at(at);
      await lookAfterSurveys(s.world.house);
    }
    for (const name of ['吴桐', '周敏'])
      expect(await (await s.client(name)).surveyWords({ id })).toMatchObject({
        items: [],
        next: null,
        withheld: '答的不到 5 户，写的话不给看，免得认出是谁',
      });
  });
});
