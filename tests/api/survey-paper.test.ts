import { beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { createApp } from '../../api/app.ts';
import { workOutbox } from '../../api/outbox/worker.ts';
import { lookAfterSurveys } from '../../api/surveys/caretaking.ts';
import { storyOfEach } from '../support/api-story.ts';
import { addHouseholds } from '../support/households.ts';
import { refusal } from '../support/story.ts';
import { mortal } from '../year/mortal.ts';

const EDITION = '2026-01-01';
const s = storyOfEach({ at: '2026-05-04 10:00' });
let id = '';

const rows = <T extends Record<string, unknown>>(query: ReturnType<typeof sql>) => s.world.house.db.execute<T>(query);
const counts = async () =>
  (
    await rows<{
      homes: number;
      inbox: number;
      answers: number;
      ticks: number;
      sheets: number;
    }>(sql`select (select count(*)::int from participations) as homes,
      (select count(*)::int from survey_inbox) as inbox, (select count(*)::int from survey_answers) as answers,
      (select count(*)::int from survey_ticks where taken_back_at is null) as ticks, (select coalesce(sum(sheets), 0)::int from survey_typings) as sheets`)
  )[0]!;

/** The homes of 梧桐里 that were asked, by building and door. */
const asked = async () =>
  (
    await rows<{ id: string }>(
      sql`select h.id from survey_homes l join homes h on h.id = l.home_id where l.survey_id = ${id} and l.drawn order by h.building, h.label, h.id`,
    )
  ).map((row) => row.id);

const tick = async (name: string, homeId: string) => (await s.client(name)).tickSheet({ id, homeId });
const types = async (name: string, answers: Record<string, unknown> = { buildings: 4 }, options?: { key: string }, building: number | null = null) =>
  (await s.client(name)).typeSheet({ id, edition: EDITION, building, answers: answers as never }, options);

/** The first homes that were asked, ticked one after another. */
async function ticksFirst(many: number): Promise<string[]> {
  const homes = (await asked()).slice(0, many);
  for (const one of homes) await tick('林晓芸', one);
  return homes;
}

async function begins(coverage: 'census' | 'sample', more = 0): Promise<void> {
  const { house } = s.world;
  const [office] = await rows<{ id: string }>(sql`select id from offices where letters = 'WT'`);
  await (await s.client('周敏')).nameKeeper({ officeId: office!.id, channel: 'suggestion_box', keeperId: await s.personId('何静') });
  if (more > 0) await addHouseholds(s.world, 'WT', more);
  s.at('2026-06-01 08:00');
  await lookAfterSurveys(house);
  id = (await rows<{ id: string }>(sql`select id from errands where kind = 'survey' and office_id = ${office!.id}`))[0]!.id;
  await (await s.client('周敏')).issueSurvey({ id, coverage });
}

describe('手册 S3 纸表：一人勾户，一人录入', () => {
  beforeEach(() => begins('census'));

  test('勾了算交回，录入的没有房号；两个人各做各的，录入的不比勾的多', async () => {
    const homes = await asked();
    expect(await refusal(types('何静'))).toBe('surveys/none-left');
    expect(await tick('林晓芸', homes[0]!)).toEqual({ ticked: 1, typed: 0, missing: 1, toTick: 4, already: false });
    expect(await tick('林晓芸', homes[0]!)).toMatchObject({ ticked: 1, already: true });
    await ticksFirst(5);
    expect(await refusal(types('林晓芸'))).toBe('surveys/two-people');
    expect(await types('何静')).toEqual({ ticked: 5, typed: 1, missing: 4, toTick: 0 });
    for (let sheet = 1; sheet < 5; sheet += 1) await types('何静');
    expect(await refusal(types('何静'))).toBe('surveys/none-left');
    expect(await refusal(tick('何静', homes[5]!))).toBe('surveys/two-people');
    expect(await counts()).toEqual({ homes: 5, inbox: 5, answers: 0, ticks: 5, sheets: 5 });
    expect(await (await s.client('周敏')).surveyProgress({ id })).toMatchObject({ returned: 5 });
    expect(await (await s.client('周敏')).surveyPaper({ id })).toMatchObject({ ticked: 5, typed: 5, missing: 0, part: null });
    expect(await (await s.client('何静')).surveyPaper({ id })).toMatchObject({ part: 'types' });
  });

  test('没截止以前，勾够五户才录入一批：只有一份的时候录入，就知道是谁家的；截止以后剩下的都能录入', async () => {
    const homes = await ticksFirst(4);
    expect(await refusal(types('何静'))).toBe('surveys/too-few-ticked');
    expect(await counts()).toMatchObject({ inbox: 0, sheets: 0 });
    expect(await (await s.client('何静')).surveyPaper({ id })).toMatchObject({ ticked: 4, missing: 4, toTick: 1 });
    await ticksFirst(6);
    for (let sheet = 0; sheet < 5; sheet += 1) await types('何静');
    expect(await refusal(types('何静'))).toBe('surveys/too-few-ticked');
    expect(await (await s.client('何静')).surveyPaper({ id })).toMatchObject({ ticked: 6, typed: 5, missing: 1, toTick: 4 });
    // What is of five homes does not become of four.
    await (await s.client('林晓芸')).takeBackTick({ id, homeId: (await asked())[5]! });
    expect(await refusal((await s.client('林晓芸')).takeBackTick({ id, homeId: homes[0]! }))).toBe('surveys/tick-stays');
    await ticksFirst(6);
    s.at('2026-06-12 00:01');
    expect(await refusal(types('何静'))).toBe('surveys/too-few-ticked');
    await lookAfterSurveys(s.world.house);
    expect(await types('何静')).toEqual({ ticked: 6, typed: 6, missing: 0, toTick: 0 });
  });

  test('哪一户交的是纸表，只有勾的人看得到；别人看着和手机上答的一样', async () => {
    const resident = await s.client('王秀兰');
    const homeId = (await resident.survey({ id })).homes[0]!.id;
    await tick('林晓芸', homeId);
    const standTo = async (name: string) =>
      (await (await s.client(name)).surveyHomes({ id, building: 3 })).items.find((one) => one.id === homeId)!.stand;
    for (const name of ['何静', '周敏', '郑涛']) expect([name, await standTo(name)]).toEqual([name, 'answered']);
    expect(await standTo('林晓芸')).toBe('yours');
    s.at('2026-06-02 09:00');
    expect([await standTo('林晓芸'), await standTo('何静')]).toEqual(['ticked', 'answered']);
  });

  test('手机上答过的勾不了，勾了的手机上不能再答；住户勾不了', async () => {
    const resident = await s.client('王秀兰');
    const homeId = (await resident.survey({ id })).homes[0]!.id;
    expect(await refusal(resident.tickSheet({ id, homeId }))).toBe('seen/not-found');
    await tick('林晓芸', homeId);
    expect(await resident.answerSurvey({ id, homeId, edition: EDITION, answers: { buildings: 5 } })).toEqual({ counted: true, already: true });
    const other = (await (await s.client('方国栋')).survey({ id })).homes[0]!.id;
    await (await s.client('方国栋')).answerSurvey({ id, homeId: other, edition: EDITION, answers: { buildings: 5 } });
    expect(await tick('林晓芸', other)).toMatchObject({ already: true, ticked: 1 });
    expect(await counts()).toMatchObject({ homes: 2, inbox: 1, ticks: 1 });
    const [line] = (await (await s.client('林晓芸')).surveyHomes({ id, building: 3 })).items.filter((one) => one.id === homeId);
    expect(line).toMatchObject({ stand: 'yours' });
  });

  test('勾错了当天自己能取消，取消了住户还能答；别人的、隔天的、已经录入的取消不了', async () => {
    const [first, second] = (await asked()) as [string, string];
    const agent = await s.client('林晓芸');
    await tick('林晓芸', first);
    expect(await refusal((await s.client('陈立')).takeBackTick({ id, homeId: first }))).toBe('ticket/not-yours');
    expect(await refusal((await s.client('周敏')).takeBackTick({ id, homeId: first }))).toBe('surveys/not-your-tick');
    expect(await agent.takeBackTick({ id, homeId: first })).toEqual({ ticked: 0, typed: 0, missing: 0, toTick: 5 });
    expect(await refusal(agent.takeBackTick({ id, homeId: first }))).toBe('surveys/not-your-tick');
    expect(await counts()).toMatchObject({ homes: 0, ticks: 0 });
    await ticksFirst(6);
    await types('何静');
    await agent.takeBackTick({ id, homeId: first });
    expect(await refusal(agent.takeBackTick({ id, homeId: second }))).toBe('surveys/tick-stays');
    await tick('林晓芸', first);
    s.at('2026-06-02 00:00');
    expect(await refusal(agent.takeBackTick({ id, homeId: first }))).toBe('surveys/tick-stays');
  });

  test('同一下点两次只录入一份；没有的题、没发过的楼、旧的问题说得清楚，什么也不记', async () => {
    await ticksFirst(5);
    const once = { key: 'tap-0001' };
    expect(await types('何静', { buildings: 4 }, once)).toMatchObject({ typed: 1 });
    expect(await types('何静', { buildings: 4 }, once)).toMatchObject({ typed: 1 });
    expect(await refusal(types('何静', { buildings: 9 }))).toBe('request/invalid');
    expect(await refusal(types('何静', { buildings: 4 }, undefined, 77))).toBe('request/invalid');
    expect(await refusal((await s.client('何静')).typeSheet({ id, edition: '2025-01-01', building: null, answers: { buildings: 4 } }))).toBe(
      'surveys/other-edition',
    );
    expect(await counts()).toMatchObject({ inbox: 1, sheets: 1 });
    // What is kept of the tap says nothing of the sheet.
    const [kept] = await rows<{ n: number }>(sql`select count(*)::int as n from idempotency_keys where route = 'errand typeSheet' and digest <> ''`);
    expect(kept!.n).toBe(0);
  });

  test('两个人同时勾一户、住户正好也在答：只算一份，一份答案', async () => {
    const homes = (await asked()).slice(0, 4);
    const resident = await s.client('王秀兰');
    const homeId = (await resident.survey({ id })).homes[0]!.id;
    const all = [...new Set([homeId, ...homes])];
    const answers = resident.answerSurvey({ id, homeId, edition: EDITION, answers: { buildings: 5 } });
    const ticks = all.flatMap((one) => [tick('林晓芸', one), tick('周敏', one)]);
    const told = await Promise.all(ticks);
    const { already } = await answers;
    const now = await counts();
    expect(now).toMatchObject({ homes: all.length, ticks: all.length - (already ? 0 : 1), inbox: already ? 0 : 1 });
    expect(told.filter((one) => !one.already)).toHaveLength(now.ticks);
  });

  test('两个人同时录入最后一份：只录得进一份', async () => {
    await ticksFirst(5);
    for (let sheet = 0; sheet < 4; sheet += 1) await types('何静');
    const told = await Promise.all([refusal(types('何静')).catch(() => 'done'), refusal(types('周敏')).catch(() => 'done')]);
    expect(told.sort()).toEqual(['done', 'surveys/none-left']);
    expect(await counts()).toMatchObject({ inbox: 5, sheets: 5 });
  });

  test('截止以后不再勾，勾过的还能录入，写了分析就不能了；都算进结果', async () => {
    const homes = await asked();
    for (const one of homes.slice(0, 6)) await tick('林晓芸', one);
    await types('何静');
    s.at('2026-06-12 00:01');
    await lookAfterSurveys(s.world.house);
    expect(await refusal(tick('林晓芸', homes[6]!))).toBe('ticket/action-refused');
    expect(await refusal((await s.client('林晓芸')).takeBackTick({ id, homeId: homes[0]! }))).toBe('ticket/action-refused');
    expect(await counts()).toMatchObject({ homes: 6, inbox: 0, answers: 1 });
    for (let sheet = 0; sheet < 5; sheet += 1) await types('何静', { buildings: 5 });
    await lookAfterSurveys(s.world.house);
    // Fewer than ten wait for one another: nobody learns of a few by what changed.
    expect(await counts()).toMatchObject({ inbox: 5, answers: 1 });
    await (await s.client('周敏')).analyseSurvey({ id, words: '先换灯' });
    expect(await counts()).toMatchObject({ inbox: 0, answers: 6 });
    expect(await refusal(types('何静'))).toBe('ticket/action-refused');
    expect(await (await s.client('周敏')).surveyResults({ id })).toMatchObject({ returned: 6, tooLate: 0, whole: { valid: 6, percent: 100 } });
  });
});

describe('手册 S3 截止以后录入的纸表，十份起才搬，留下五份', () => {
  test('一次搬的不少于五份，最后剩下的也不少于五份', async () => {
    await begins('census', 20);
    for (const one of (await asked()).slice(0, 21)) await tick('林晓芸', one);
    s.at('2026-06-12 00:01');
    await lookAfterSurveys(s.world.house);
    for (let sheet = 0; sheet < 9; sheet += 1) await types('何静');
    await lookAfterSurveys(s.world.house);
    expect(await counts()).toMatchObject({ inbox: 9, answers: 0 });
    await types('何静');
    await lookAfterSurveys(s.world.house);
    expect(await counts()).toMatchObject({ inbox: 5, answers: 5 });
  });
});

describe('手册 S3、S4 截止以后录入的不到五份，不计入统计：看前后差多少，就知道那几份答了什么', () => {
  test.each([1, 4])(
    '截止以后录入 %i 份：结果和先前一样，照交回算，写明几份没有计入',
    async (late) => {
      await begins('census', 20);
      await ticksFirst(20 + late);
      for (let sheet = 0; sheet < 20; sheet += 1) await types('何静', { buildings: 4 }, undefined, 3);
      s.at('2026-06-12 00:01');
      await lookAfterSurveys(s.world.house);
      const head = await s.client('周敏');
      const before = await head.surveyResults({ id });
      expect(before).toMatchObject({ returned: 20 + late, tooLate: 0, whole: { valid: 20, percent: 100 } });
      for (let sheet = 0; sheet < late; sheet += 1) await types('何静', { buildings: 1, words: '只有我写' });
      await head.analyseSurvey({ id, words: '先换灯' });
      expect(await counts()).toMatchObject({ homes: 20 + late, inbox: 0, answers: 20, sheets: 20 + late });
      const after = await head.surveyResults({ id });
      expect(after).toMatchObject({ returned: 20 + late, tooLate: late });
      const { whole, fields, buildings, choices } = before;
      expect(after).toMatchObject({ whole, fields, buildings, choices });
      expect(await head.surveyWords({ id })).toMatchObject({ items: [], withheld: null });
      const resident = await s.client('王秀兰');
      expect(await resident.surveyResults({ id })).toMatchObject({ tooLate: late });
    },
    60_000,
  );

  test('截止以后录入的有五份，就都计入', async () => {
    await begins('census', 20);
    await ticksFirst(25);
    for (let sheet = 0; sheet < 20; sheet += 1) await types('何静');
    s.at('2026-06-12 00:01');
    await lookAfterSurveys(s.world.house);
    for (let sheet = 0; sheet < 5; sheet += 1) await types('何静');
    await (await s.client('周敏')).analyseSurvey({ id, words: '先换灯' });
    expect(await counts()).toMatchObject({ inbox: 0, answers: 25 });
    expect(await (await s.client('周敏')).surveyResults({ id })).toMatchObject({ tooLate: 0, whole: { valid: 25 } });
  }, 60_000);
});

describe('手册 Z5 抽到的户空着、搬走了，才换成下一户', () => {
  beforeEach(() => begins('sample', 40));

  const places = () =>
    rows<{ id: string; building: number; place: number; drawn: boolean }>(
      sql`select home_id as id, building, place, drawn from survey_homes where survey_id = ${id} order by building, place`,
    );
  const replace = async (name: string, homeId: string, reason: string = 'vacant') =>
    (await s.client(name)).replaceHome({ id, homeId, reason: reason as never });

  test('换成同一栋次序里的下一户，再换再往下；换走的不再问，记着谁换的、为什么', async () => {
    const before = await places();
    const gone = before.find((one) => one.drawn && before.filter((other) => other.building === one.building && !other.drawn).length > 2)!;
    const behind = before.filter((one) => one.building === gone.building && !one.drawn);
    expect(await refusal(replace('林晓芸', gone.id, 'refused'))).toBe('request/invalid');
    await replace('林晓芸', gone.id);
    const after = await places();
    expect(after.filter((one) => one.drawn)).toHaveLength(before.filter((one) => one.drawn).length);
    expect(after.find((one) => one.id === gone.id)!.drawn).toBe(false);
    expect(after.find((one) => one.id === behind[0]!.id)!.drawn).toBe(true);
    expect(await refusal(replace('林晓芸', gone.id))).toBe('seen/not-found');
    s.at('2026-06-01 09:00');
    await replace('林晓芸', behind[0]!.id, 'moved');
    expect((await places()).find((one) => one.id === behind[1]!.id)!.drawn).toBe(true);
    // Whoever was replaced does not come back.
    expect((await places()).find((one) => one.id === gone.id)!.drawn).toBe(false);
    const { replaced } = await (await s.client('周敏')).surveyPaper({ id });
    expect(replaced.map(({ reason, byName }) => [reason, byName])).toEqual([
      ['空着，没有人住', '林晓芸'],
      ['搬走了', '林晓芸'],
    ]);
  });

  test('交了的不换，住户正在答的也不换；全部住户的调查没有可换的；都抽到了就没有下一户', async () => {
    const [first] = (await asked()) as [string];
    await tick('林晓芸', first);
    expect(await refusal(replace('周敏', first))).toBe('surveys/counted');
    for (let left = (await places()).filter((one) => !one.drawn).length; left > 0; left -= 1) {
      const [open] = await rows<{ id: string }>(
        sql`select home_id as id from survey_homes where survey_id = ${id} and drawn and home_id <> ${first} order by building, place limit 1`,
      );
      await replace('周敏', open!.id);
    }
    const [last] = await rows<{ id: string }>(
      sql`select home_id as id from survey_homes where survey_id = ${id} and drawn and home_id <> ${first} limit 1`,
    );
    expect(await refusal(replace('周敏', last!.id))).toBe('surveys/nobody-left');
  }, 60_000);

  test('换上来的那一户，和当初发到的一样收到一次消息；再跑一遍、同一天再换别家都不重复，换走的不再收到', async () => {
    const { house } = s.world;
    await workOutbox(house);
    const told = () =>
      rows<{ name: string }>(
        sql`select p.name from inbox i join people p on p.id = i.person_id where i.subject = ${id} and i.subject_kind = 'survey' order by p.name`,
      );
    const livesIn = async (homeId: string) =>
      (
        await rows<{ name: string }>(
          sql`select p.name from residences r join people p on p.id = r.person_id where r.home_id = ${homeId} order by p.name`,
        )
      ).map((row) => row.name);
    const before = (await told()).map((row) => row.name);
    const all = await places();
    const behindOf = (building: number) => all.filter((one) => one.building === building && !one.drawn);
    const gone = all.find((one) => one.drawn && behindOf(one.building).length > 1)!;
    const [next, another] = behindOf(gone.building) as [(typeof all)[number], (typeof all)[number]];
    expect(before).not.toEqual(expect.arrayContaining(await livesIn(next.id)));
    await replace('林晓芸', gone.id);
    await workOutbox(house);
    const after = (await told()).map((row) => row.name);
    const theirs = await livesIn(next.id);
    expect(theirs.length).toBeGreaterThan(0);
    expect(after).toEqual([...before, ...theirs].sort());
    const resident = await s.client(theirs[0]!);
    expect((await resident.inbox({})).items.filter((line) => line.surveyId === id)).toHaveLength(1);
    await rows(sql`update outbox set done_at = null, lease_until = null where job in ('tell_survey', 'tell')`);
    await workOutbox(house);
    expect((await told()).map((row) => row.name)).toEqual(after);
    // Replaced before anybody was told: only whoever stands in at last is.
    await replace('林晓芸', next.id, 'moved');
    await workOutbox(house);
    expect((await told()).map((row) => row.name)).toEqual([...after, ...(await livesIn(another.id))].sort());
  });

  test('截止以后不换', async () => {
    const [first] = (await asked()) as [string];
    s.at('2026-06-12 00:00');
    expect(await refusal(replace('周敏', first))).toBe('surveys/closed');
  });
});

/** Does something until it is told done, each time killed one statement later; after each the world is asked whether it is whole. */
async function untilDone(name: string, path: string, body: unknown, isWhole: () => Promise<void>): Promise<number> {
  const { house } = s.world;
  const token = await house.tokens.sign(await s.personId(name));
  for (let left = 1; left < 120; left += 1) {
    let asked = 0;
    const dies = () => {
      asked += 1;
      return asked === left;
    };
    const app = createApp({ ...house, report: () => {}, db: mortal(house.db, dies) });
    const answer = await app.fetch(
      new Request(`http://house/api/surveys/${id}${path}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': 'one-tap-0001' },
        body: JSON.stringify(body),
      }),
    );
    await isWhole();
    // Where the answer alone was lost, the next tap finds it done.
    if (answer.status < 500) return left;
  }
  throw new Error('never done');
}

describe('手册 S3、Z5 在任意两句之间断掉', () => {
  test('勾、录入、取消：要么整个记下，要么没有；再点一次还是一份', async () => {
    await begins('census');
    const [homeId] = (await asked()) as [string];
    const ticked = await untilDone('林晓芸', '/tick', { homeId }, async () => {
      const { homes, ticks } = await counts();
      expect(homes).toBe(ticks);
    });
    expect(ticked).toBeGreaterThan(8);
    expect(await counts()).toMatchObject({ homes: 1, ticks: 1 });
    await ticksFirst(5);
    const sheet = { edition: EDITION, building: null, answers: { buildings: 4 } };
    await untilDone('何静', '/sheets', sheet, async () => {
      const { inbox, sheets } = await counts();
      expect(inbox).toBe(sheets);
    });
    expect(await counts()).toMatchObject({ inbox: 1, sheets: 1 });
    const sixth = (await asked())[5]!;
    await tick('林晓芸', sixth);
    await untilDone('林晓芸', '/untick', { homeId: sixth }, async () => {
      const { homes, ticks } = await counts();
      expect(homes).toBe(ticks);
    });
    expect(await counts()).toMatchObject({ homes: 5, ticks: 5 });
  }, 60_000);

  test('换一户：问的户数一直不变', async () => {
    await begins('sample', 40);
    const drawn = () => s.count(sql`select count(*) as n from survey_homes where survey_id = ${id} and drawn`);
    const before = await drawn();
    const [homeId] = (await asked()) as [string];
    await untilDone('林晓芸', '/replace', { homeId, reason: 'vacant' }, async () => {
      expect(await drawn()).toBe(before);
      const swapped = await s.count(
        sql`select count(*) as n from survey_replacements r join survey_homes l on l.survey_id = r.survey_id and l.home_id = r.instead_id and l.drawn`,
      );
      expect(swapped).toBe(await s.count(sql`select count(*) as n from survey_replacements`));
    });
    expect(await s.count(sql`select count(*) as n from survey_replacements`)).toBe(1);
  }, 60_000);
});
