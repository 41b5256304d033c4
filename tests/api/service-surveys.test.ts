import { describe, expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { lookAfterSurveys } from '../../api/surveys/caretaking.ts';
import { officesWithSurveys } from '../../db/queries/surveys.ts';
import { asSystem } from '../../db/queries/viewer.ts';
import { shanghaiTime } from '../../shared/kernel/time.ts';
import { storyOfEach } from '../support/api-story.ts';
import { BY_TWO, CLEANING, HELPERS, uses } from '../support/service-uses.ts';
import { parts } from '../support/sheets.ts';
import { refusal } from '../support/story.ts';

const s = storyOfEach({ at: '2026-05-04 10:00' });
const EDITION = '2026-01-01';
const SAID = '师傅把地板弄湿了';

/** 梧桐里 runs by the manual; these homes had a service done in May, and June has come. */
async function june(homes = BY_TWO): Promise<string> {
  const officeId = await s.officeId('WT');
  await (await s.client('周敏')).nameKeeper({ officeId, channel: 'suggestion_box', keeperId: await s.personId('何静') });
  for (const [name, who] of homes) await uses(s, name, who);
  s.at('2026-06-01 08:00');
  await lookAfterSurveys(s.world.house);
  return officeId;
}

async function theSurvey(): Promise<string> {
  const [row] = await s.world.house.db.execute<{ id: string }>(sql`select id from errands where kind = 'survey' and facts->>'survey' = 'special'`);
  return row!.id;
}

/** Everybody it went to was asked on the phone, and its deadline has passed. */
async function answered(): Promise<string> {
  await june();
  const id = await theSurvey();
  const quality = await s.client('吴桐');
  await quality.issueSurvey({ id, coverage: 'sample' });
  for (const { homeId } of (await quality.surveyCalls({ id })).homes)
    await quality.answerByPhone({
      ...{ id, homeId, edition: EDITION },
      answers: { service_on_time: 4, service_quality: 5, service_attitude: 2, service_again: 'yes', words: SAID },
    });
  s.at('2026-06-12 00:01');
  await lookAfterSurveys(s.world.house);
  return id;
}

/** The same, published. */
async function published(): Promise<string> {
  const id = await answered();
  s.at('2026-06-12 09:00');
  await (await s.client('吴桐')).analyseSurvey({ id, words: '态度要改' });
  return id;
}

const idOf = async (provider: string, id: string) =>
  (await (await s.client('吴桐')).surveyTelling({ id })).providers.find(({ name }) => name === provider)!.id;

describe('手册 S10 用过特约服务的住户，每季打电话问', () => {
  test('没有人用过的小区，时间再来几次也不看；有人用过的只看到开了为止', async () => {
    const looked = (from = '2026-03-01', until = '2026-06-01') => {
      const used = { from: shanghaiTime(`${from} 00:00`), until: shanghaiTime(`${until} 00:00`) };
      return officesWithSurveys(s.world.house.db, asSystem('sweep'), { homes: [{ key: 'special/2026-06', used }], colleagues: [] }, s.world.now());
    };
    const officeId = await june([]);
    expect(await looked()).toEqual([]);
    await uses(s, '王秀兰', { provider: CLEANING }, '2026-05-31');
    expect(await looked('2026-03-01', '2026-05-31')).toEqual([]);
    s.at('2026-06-01 08:00');
    expect(await looked()).toEqual([officeId]);
    await lookAfterSurveys(s.world.house);
    expect(await looked()).toEqual([]);
  });

  test('说没做好、正在再做的，也是用过的；问哪几户和哪几家，抽的时候就定下来', async () => {
    await june([]);
    const ticket = await uses(s, '王秀兰', { provider: CLEANING }, '2026-05-29');
    s.at('2026-06-01 08:00');
    await lookAfterSurveys(s.world.house);
    await s.resident('王秀兰').saysNotFixed(ticket);
    const id = await theSurvey();
    const quality = await s.client('吴桐');
    expect(await quality.surveyProgress({ id })).toMatchObject({ homes: 1, sampleSize: 1, usedWhen: '3 月到 5 月', tells: true });
    await quality.issueSurvey({ id, coverage: 'sample' });
    expect(await quality.surveyTelling({ id })).toMatchObject({ text: null, why: null, mayTell: false, providers: [{ name: CLEANING, told: null }] });
    await uses(s, '陈一鸣', { provider: HELPERS }, '2026-06-02');
    expect(await quality.surveyTelling({ id })).toMatchObject({ providers: [{ name: CLEANING }] });
    expect(await (await s.client('王秀兰')).survey({ id })).toMatchObject({ title: '2026 年第二季度特约服务客户调查', homes: [{ answered: false }] });
    expect(await refusal((await s.client('陈一鸣')).survey({ id }))).toBe('seen/not-found');
  });

  test('用的人搬走了，不问新搬来的、不给看新住户的号码；家里还有人住着的照问', async () => {
    await june([]);
    for (const name of ['陈一鸣', '王秀兰']) await uses(s, name, { provider: CLEANING });
    const [home] = await s.world.house.db.execute<{ id: string }>(
      sql`select home_id as id from residences where person_id = ${await s.personId('陈一鸣')}`,
    );
    const moved = sql`update residences set until_at = ${shanghaiTime('2026-05-25 09:00').toISOString()} where `;
    await s.world.house.db.execute(sql`${moved} home_id = ${home!.id}`);
    await s.world.house.db.execute(sql`insert into residences (id, office_id, home_id, person_id, "as", from_at)
      values (gen_random_uuid(), ${await s.officeId('WT')}, ${home!.id}, ${await s.personId('唐慧')}, 'occupant', ${shanghaiTime('2026-05-25 10:00').toISOString()})`);
    // At 王秀兰's others live still when she has gone.
    await s.world.house.db.execute(sql`${moved} person_id = ${await s.personId('王秀兰')}`);
    s.at('2026-06-01 08:00');
    await lookAfterSurveys(s.world.house);
    const id = await theSurvey();
    const quality = await s.client('吴桐');
    expect(await quality.surveyProgress({ id })).toMatchObject({ homes: 1 });
    await quality.issueSurvey({ id, coverage: 'sample' });
    expect((await quality.surveyCalls({ id })).homes.map(({ label }) => label)).toEqual(['3栋2单元502']);
    expect((await (await s.client('唐慧')).surveys({})).items).toEqual([]);
    expect(await refusal(quality.surveyCallNumber({ id, homeId: home!.id, nth: 0 }))).toBe('seen/not-found');
  });

  test('用过的都搬走了，就没有这一次', async () => {
    await june([]);
    await uses(s, '陈一鸣', { provider: CLEANING });
    const looks = async () => {
      s.at('2026-06-01 08:00');
      await lookAfterSurveys(s.world.house);
      return s.count(sql`select count(*) as n from errands where facts->>'survey' = 'special'`);
    };
    await s.world.house.db.execute(
      sql`update residences set until_at = ${shanghaiTime('2026-05-25 09:00').toISOString()} where home_id in (select home_id from residences where person_id = ${await s.personId('陈一鸣')})`,
    );
    expect(await looks()).toBe(0);
    await s.world.house.db.execute(sql`update residences set until_at = null where person_id = ${await s.personId('陈一鸣')}`);
    expect(await looks()).toBe(1);
  });
});

describe('手册 S10 结果告诉服务方', () => {
  test('给服务方的只有满意率和我们的意见：没有房号、姓名，没有住户写的话；公布以前没有', async () => {
    const id = await answered();
    const quality = await s.client('吴桐');
    expect(await quality.surveyTelling({ id })).toMatchObject({ text: null, why: null, mayTell: false });
    expect(await refusal((await s.client('王秀兰')).surveyResults({ id }))).toBe('surveys/not-yet');
    await quality.analyseSurvey({ id, words: '态度要改' });
    const { text, mayTell } = await quality.surveyTelling({ id });
    expect(mayTell).toBe(true);
    expect(text!.split('\n').slice(1)).toEqual([
      '问的是 3 月到 5 月用过特约服务的住户：问了 6 户，6 户答了。不分是谁来做的，合在一起算。',
      '总的：满意 66.7%',
      '准时：6 户答，满意 100%',
      '做得好：6 户答，满意 100%',
      '态度：6 户答，满意 0%',
      '价格公道：答的不到 5 户，不单独说',
      '下次还会用吗？会 6 户',
      '我们的意见：态度要改',
    ]);
    expect(await (await s.client('王秀兰')).surveyResults({ id })).toMatchObject({ analysis: '态度要改', whole: { percent: 66.7 } });
  });

  test('看得到的是同事；记的是品质管理部，不归小区的人；填不对的说得出是哪一样', async () => {
    const id = await published();
    const providerId = await idOf(CLEANING, id);
    const told = { id, providerId, how: 'phone' as const, words: '答应改' };
    expect(await (await s.client('周敏')).surveyTelling({ id })).toMatchObject({ mayTell: false });
    for (const name of ['王秀兰', '唐慧']) {
      expect(await refusal((await s.client(name)).surveyTelling({ id }))).toBe('seen/not-found');
      expect(await refusal((await s.client(name)).tellProvider(told))).toBe('seen/not-found');
    }
    for (const name of ['周敏', '郑涛', '林晓芸', '彭浩'])
      expect([name, await refusal((await s.client(name)).tellProvider(told))]).toEqual([name, 'ticket/not-yours']);
    const quality = await s.client('吴桐');
    for (const wrong of [{ how: 'pigeon' }, { words: '' }, { words: '\u0000' }, { providerId: id }, { providerId: 'x' }])
      expect([wrong, await refusal(quality.tellProvider({ ...told, ...wrong } as never))]).toEqual([wrong, 'request/invalid']);
    const [spot] = await s.world.house.db.execute<{ id: string }>(sql`select id from errands where facts->>'survey' = 'spot' limit 1`);
    expect(await refusal(quality.surveyTelling({ id: spot!.id }))).toBe('seen/not-found');
    expect(await refusal(quality.tellProvider({ ...told, id: spot!.id }))).toBe('ticket/action-refused');
    expect(await s.count(sql`select count(*) as n from events where did in ('provider_told', 'all_told')`)).toBe(0);
  });

  test('连点两下、两个人同时：一家记一次；最后一家记好，就办完', async () => {
    const id = await published();
    const [one, other] = [await s.client('吴桐'), await s.client('程颖')];
    const told = { id, how: 'phone' as const, words: '答应改' };
    const first = { ...told, providerId: await idOf(CLEANING, id) };
    const twice = await Promise.allSettled([one.tellProvider(first), other.tellProvider(first)]);
    expect(twice.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const key = { key: '5c3f6d2e-5d5b-4f43-9a7e-6d1b1f0c9a11' };
    const last = { ...told, providerId: await idOf(HELPERS, id) };
    const [done, again] = [await one.tellProvider(last, key), await one.tellProvider(last, key)];
    expect([done.status, again]).toEqual(['closed', done]);
    expect(await s.count(sql`select count(*) as n from events where did = 'provider_told'`)).toBe(1);
    expect(await s.count(sql`select count(*) as n from events where did = 'all_told'`)).toBe(1);
    expect(await s.count(sql`select count(*) as n from promises where what = 'survey_told' and kept_at is not null`)).toBe(1);
    expect(await one.surveyTelling({ id })).toMatchObject({
      mayTell: false,
      providers: [{ told: { words: '答应改' } }, { told: { words: '答应改' } }],
    });
  });

  test('两家同时各记一家：都在，办完', async () => {
    const id = await published();
    const [one, other] = [await s.client('吴桐'), await s.client('程颖')];
    const told = { id, how: 'meeting' as const, words: '都听了' };
    await Promise.all([
      one.tellProvider({ ...told, providerId: await idOf(CLEANING, id) }),
      other.tellProvider({ ...told, providerId: await idOf(HELPERS, id) }),
    ]);
    expect(await one.errand({ id })).toMatchObject({ status: 'closed' });
  });

  test('特约服务意见调查记录：哪一季、抽了几户、几户答了、满意率、哪一家、什么时候、怎么告诉的；没有房号', async () => {
    const id = await published();
    const quality = await s.client('吴桐');
    await quality.tellProvider({ id, providerId: await idOf(CLEANING, id), how: 'letter', words: '=寄了一封信' });
    const span = { from: shanghaiTime('2026-06-01 00:00').toISOString(), until: shanghaiTime('2026-07-01 00:00').toISOString() };
    const { file, rows } = await quality.exportRegister({ register: 'service_surveys', officeId: await s.officeId('WT'), ...span });
    expect(rows).toBe(2);
    const words = Object.values(parts(new Uint8Array(await (await s.fetch('吴桐', file)).arrayBuffer()))).join('');
    for (const one of [
      '2026 年第二季度',
      '66.7',
      '态度要改',
      CLEANING,
      '告诉了',
      '2026-06-12 09:00',
      '书面',
      '吴桐',
      '=寄了一封信',
      HELPERS,
      '还没告诉',
    ])
      expect([one, words.includes(one)]).toEqual([one, true]);
    expect(words).not.toContain(SAID);
    expect(words).not.toMatch(/\d栋/);
  });
});
