import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { lookAfterSurveys } from '../../api/surveys/caretaking.ts';
import { openWeChat } from '../../api/wechat/client.ts';
import { sceneOf, surveyInScene } from '../../shared/surveys/scene.ts';
import { storyOfEach } from '../support/api-story.ts';
import { refusal } from '../support/story.ts';
import { openStandIn, PAGE_CODE, type StandIn, WECHAT } from '../support/wechat.ts';

const s = storyOfEach({ at: '2026-05-04 10:00', reportsNothing: false });
let standIn: StandIn;
let id = '';
beforeAll(async () => {
  standIn = await openStandIn(() => s.world.now());
});
afterAll(() => standIn.close());

const surveyOf = async (survey: string) =>
  (
    await s.world.house.db.execute<{ id: string }>(sql`select e.id from errands e join offices o on o.id = e.office_id
    where e.kind = 'survey' and e.facts->>'survey' = ${survey} and o.letters = 'WT'`)
  )[0]!.id;

beforeEach(async () => {
  const { house } = s.world;
  const officeId = await s.officeId('WT');
  await (await s.client('周敏')).nameKeeper({ officeId, channel: 'suggestion_box', keeperId: await s.personId('何静') });
  s.at('2026-06-01 08:00');
  await lookAfterSurveys(house);
  id = await surveyOf('half_year');
  const { appId, appSecret } = WECHAT;
  house.wechat = openWeChat({ appId, appSecret, clock: house.clock, report: house.report, address: standIn.address, patienceMilliseconds: 800 });
  standIn.trouble('every', 0, 0);
  standIn.codes.length = 0;
});

const code = async (name: string, of = id) => (await s.client(name)).surveyCode({ id: of });
const PICTURE = `data:image/jpeg;base64,${PAGE_CODE.toString('base64')}`;
const kept = () => s.count(sql`select count(*) as n from survey_codes`);

describe('手册 S3 意见表上的二维码', () => {
  test('向微信要一次，以后都用这一张；码里只有是哪一次调查，没有房号、没有人', async () => {
    expect(await code('周敏')).toMatchObject({ way: 'wechat', picture: PICTURE, scene: id.replaceAll('-', '') });
    for (const name of ['林晓芸', '郑涛']) expect(await code(name)).toMatchObject({ way: 'wechat', picture: PICTURE });
    expect(standIn.codes).toEqual([{ page: 'surveys/answer/index', scene: sceneOf(id) }]);
    expect(surveyInScene(standIn.codes[0]!.scene)).toBe(id);
    expect(await kept()).toBe(1);
    expect(s.world.reports).toEqual([]);
  });

  test('两个人同时打开，留一张', async () => {
    const both = await Promise.all(['周敏', '林晓芸', '何静'].map((name) => code(name)));
    expect(both.map(({ picture }) => picture)).toEqual([PICTURE, PICTURE, PICTURE]);
    expect(await kept()).toBe(1);
  });

  test('微信不给、不通、回得慢：不给码，什么也不记，下一次再要就有', async () => {
    for (const trouble of [41030, 45009, 'timeout', 'lost', 'gateway'] as const) {
      standIn.trouble('getwxacodeunlimit', trouble);
      expect([trouble, await code('周敏')]).toMatchObject([trouble, { way: 'away', picture: null }]);
    }
    standIn.trouble('stable_token', 'timeout');
    standIn.endTokens();
    expect(await kept()).toBe(0);
    expect(await code('周敏')).toMatchObject({ way: 'away' });
    expect(await code('周敏')).toMatchObject({ way: 'wechat', picture: PICTURE });
    expect(JSON.stringify(s.world.reports)).not.toContain(WECHAT.appSecret);
  });

  test('没有接微信的，给网页用的号；住户、别的小区不给；公司的调查只给品质管理部', async () => {
    s.world.house.wechat = null;
    expect(await code('周敏')).toMatchObject({ way: 'address', picture: null, scene: sceneOf(id) });
    for (const name of ['王秀兰', '宋雨']) expect(await refusal(code(name))).toBe('seen/not-found');
    const spot = await surveyOf('spot');
    expect(await refusal(code('周敏', spot))).toBe('surveys/company-only');
    expect(await code('吴桐', spot)).toMatchObject({ way: 'address' });
  });

  test('截止了的不给', async () => {
    await (await s.client('周敏')).issueSurvey({ id, coverage: 'census' });
    await code('周敏');
    for (const at of ['2026-06-12 00:01', '2026-06-17 00:01', '2026-06-23 00:01']) {
      s.at(at);
      await lookAfterSurveys(s.world.house);
    }
    expect(await code('周敏')).toMatchObject({ way: 'over', picture: null });
  });
});

test('a scene is thirty-two digits, and says one survey or none', () => {
  const one = '01900000-0000-7000-8000-00000000abcd';
  expect(sceneOf(one)).toHaveLength(32);
  expect(surveyInScene(sceneOf(one))).toBe(one);
  expect(surveyInScene(sceneOf(one).toUpperCase())).toBe(one);
  for (const wrong of ['', 'x', sceneOf(one).slice(1), `${sceneOf(one)}0`, sceneOf(one).replace('a', 'g'), one])
    expect(surveyInScene(wrong)).toBeNull();
  // As the phone hands it over, and as nobody's code reads.
  expect(surveyInScene(`%30${sceneOf(one).slice(1)}`)).toBe(one);
  for (const broken of ['%', '%E0%A4%A', '%00', `${sceneOf(one)}%`]) expect(surveyInScene(broken)).toBeNull();
});
