import { beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { workOutbox } from '../../api/outbox/worker.ts';
import { lookAfterSurveys } from '../../api/surveys/caretaking.ts';
import { connect, type Database } from '../../db/connect.ts';
import { addHouseholds } from '../support/households.ts';
import { allows, approvesAll, binds, storyOfMessages, TEMPLATE_IDS, WANG } from '../support/messages.ts';
import { refusal } from '../support/story.ts';

const { s, standIn, shown } = storyOfMessages();
const EDITION = '2026-01-01';
let officeId = '';
let survey = '';

const rows = <T extends Record<string, unknown>>(query: ReturnType<typeof sql>) => s.world.house.db.execute<T>(query);
const looks = () => lookAfterSurveys(s.world.house);
const works = () => workOutbox(s.world.house);

/** The survey of June comes to 梧桐里. */
beforeEach(async () => {
  s.at('2026-05-04 10:00');
  officeId = await s.officeId('WT');
  await (await s.client('周敏')).nameKeeper({ officeId, channel: 'suggestion_box', keeperId: await s.personId('何静') });
  s.at('2026-06-01 09:00');
  await looks();
  const [row] = await rows<{ id: string }>(sql`select id from errands where kind = 'survey' and office_id = ${officeId}`);
  survey = row!.id;
});

const issues = async () => {
  await (await s.client('周敏')).issueSurvey({ id: survey, coverage: 'census' });
  await works();
};

async function answers(name: string, words?: string) {
  const client = await s.client(name);
  const homeId = (await client.survey({ id: survey })).homes[0]!.id;
  await client.answerSurvey({ id: survey, homeId, edition: EDITION, answers: { buildings: 4, ...(words ? { words } : {}) } });
  return homeId;
}

const asks = async (name: string, homeId: string, key?: string, kind: 'suggestion' | 'complaint' = 'suggestion') =>
  (await s.client(name)).askContact({ id: survey, homeId, kind, words: '想说说楼道的灯' }, key ? { key } : undefined);

const toldOf = async (name: string) =>
  (await (await s.client(name)).inbox({})).items.filter((one) => one.surveyId === survey).map(({ text }) => text);

const KEY = 'aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaa1';
const tickets = async () =>
  Number((await rows<{ n: number }>(sql`select count(*)::int as n from tickets where facts #>> '{fromSurvey,id}' = ${survey}`))[0]!.n);

describe('手册 S1、S3 调查发出来，截止前提醒', () => {
  test('消息里有一条，点开就是那份调查；同意过的微信也告诉一次，只有编号、固定的词和时间', async () => {
    await binds(s, WANG, '李德明');
    await approvesAll(s);
    await allows(s, standIn, WANG, 'progress', 2);
    await issues();
    await works();
    expect(await toldOf(WANG)).toEqual(['满意率调查发到您家了，一户答一份']);
    expect(await toldOf('许若琳')).toEqual([]);
    expect(shown()).toEqual([
      {
        openid: expect.any(String),
        templateId: TEMPLATE_IDS.progress,
        page: `surveys/answer/index?id=${survey}`,
        fields: { character_string1: '260601-000', phrase2: '有新进展', time3: '2026年6月1日 09:00' },
      },
    ]);
    expect(shown('李德明')).toEqual([]);
  });

  test('工作做到一半断了，再做一遍：谁也不听两次；夜里的提醒等到早上，那时答了就不发', async () => {
    await binds(s, WANG);
    await approvesAll(s);
    await allows(s, standIn, WANG, 'progress', 3);
    await issues();
    await works();
    const doneAgain = () => rows(sql`update outbox set done_at = null, lease_until = null where job in ('tell_survey', 'tell')`);
    await doneAgain();
    await works();
    await works();
    expect(await toldOf(WANG)).toHaveLength(1);
    expect(shown()).toHaveLength(1);
    s.at('2026-06-09 00:10');
    await looks();
    await works();
    await works();
    expect(await toldOf(WANG)).toHaveLength(2);
    expect(shown()).toHaveLength(1);
    s.at('2026-06-09 07:00');
    await answers(WANG);
    s.at('2026-06-09 08:30');
    await works();
    await doneAgain();
    await works();
    expect(shown()).toHaveLength(1);
    expect(await toldOf(WANG)).toHaveLength(2);
  });

  test('时钟两个一起看、断了再看：提醒只记一次，说几户；同事看得到几户，看不到是谁', async () => {
    await issues();
    await answers(WANG);
    expect(await (await s.client('周敏')).surveyProgress({ id: survey })).toMatchObject({ reminded: null });
    s.at('2026-06-09 08:00');
    await Promise.all([looks(), looks(), looks()]);
    await works();
    await works();
    const reminded = await rows<{ n: number }>(sql`select count(*)::int as n from events where subject = ${survey} and did = 'reminded'`);
    expect(Number(reminded[0]!.n)).toBe(1);
    const progress = await (await s.client('周敏')).surveyProgress({ id: survey });
    expect(progress.reminded).toBe(progress.issued! - 1);
    expect(await toldOf(WANG)).toHaveLength(1);
    expect(await toldOf('吴晓雯')).toEqual(['满意率调查快截止了，您家还没有答', '满意率调查发到您家了，一户答一份']);
    const errand = await (await s.client('周敏')).errand({ id: survey });
    expect(JSON.stringify(errand)).toContain(`提醒还没答的住户，${progress.reminded} 户`);
  });

  test('只发到抽中的几户：没抽中的不告诉', async () => {
    await (await s.client('周敏')).issueSurvey({ id: survey, coverage: 'sample' });
    await works();
    const told = await rows<{ n: number; drawn: number }>(sql`select count(*)::int as n, count(*) filter (where exists (select 1 from residences r
      join survey_homes l on l.home_id = r.home_id and l.survey_id = ${survey} and l.drawn where r.person_id = i.person_id))::int as drawn from inbox i where i.subject_kind = 'survey'`);
    expect(Number(told[0]!.n)).toBeGreaterThan(0);
    expect(told[0]!.drawn).toBe(told[0]!.n);
  });
});

describe('手册 Z16、V6 请我们联系', () => {
  test('点两下、换个钥匙、家里两个人一起点：一户只有一件', async () => {
    await issues();
    const homeId = await answers(WANG);
    const [one, two] = await Promise.all([asks(WANG, homeId, KEY), asks(WANG, homeId, KEY)]);
    expect(one!.id).toBe(two!.id);
    expect(await refusal(asks(WANG, homeId))).toBe('surveys/contact-asked');
    expect(await refusal(asks('李德明', homeId))).toBe('surveys/contact-asked');
    expect(await tickets()).toBe(1);
    const other = await answers('吴晓雯');
    const both = await Promise.allSettled([1, 2, 3].map(() => asks('吴晓雯', other)));
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await tickets()).toBe(2);
  });

  test('名单上、答过的那一页上看得到请过没有；投诉家里别人看不到', async () => {
    await issues();
    const homeId = await answers(WANG);
    const line = async (name: string) => (await (await s.client(name)).surveys({})).items[0]!;
    expect(await line(WANG)).toMatchObject({ contact: null, mayAsk: true });
    const made = await asks(WANG, homeId, undefined, 'complaint');
    expect(await line(WANG)).toMatchObject({ contact: made.id, mayAsk: false });
    expect(await line('李德明')).toMatchObject({ contact: null, mayAsk: true });
    expect((await (await s.client(WANG)).survey({ id: survey })).homes[0]!.contact).toBe(made.id);
  });

  test('在回访的名单里：客服的、主任登门的、品质管理部的，各看各的；登记里写明是问卷', async () => {
    await issues();
    const plain = await asks(WANG, await answers(WANG));
    const key = await asks('方国栋', await answers('方国栋'));
    const home = await answers('周文静');
    const accusing = await (await s.client('周文静')).askContact({
      id: survey,
      homeId: home,
      kind: 'complaint',
      words: '主任答应的没做',
      against: ['director'],
    });
    const owed = async (name: string) =>
      (await (await s.client(name)).visits({})).items.filter(({ what }) => what === 'survey_visit').map(({ ticketId }) => ticketId);
    expect(await owed('林晓芸')).toEqual([plain.id]);
    expect(await owed('郑涛')).toEqual([key.id]);
    expect(await owed('吴桐')).toEqual([accusing.id]);
    expect(await owed('邓丽').catch(() => [])).toEqual([]);
    const [line] = (await (await s.client('林晓芸')).ticketVisits({ id: plain.id })).items;
    expect(line).toMatchObject({ why: '答完满意率调查，请我们联系', clause: 'V6', said: '想说说楼道的灯', isRepaired: false });
    const taken = (await (await s.client('林晓芸')).register({})).items.find((one) => one.ticketId === plain.id);
    expect(taken).toMatchObject({ channel: 'survey', direction: 'in' });
    s.at('2026-06-02 10:00');
    await (await s.client('林晓芸')).visit({ id: plain.id, words: '想换声控灯', channel: 'phone' });
    expect(await owed('林晓芸')).toEqual([]);
  });
});

describe('手册 Z4 不记名的话，一次调查登记一条', () => {
  test('写好分析时登记有几户写了话，不写是谁、写了什么；没有人写就不登记', async () => {
    await issues();
    for (const [name, words] of [
      [WANG, '楼道的灯不亮'],
      ['吴晓雯', '垃圾桶少'],
      ['马建军', undefined],
    ] as const)
      await answers(name, words);
    const noted = async () =>
      (await (await s.client('林晓芸')).register({})).items.filter(({ channel, ticketId }) => channel === 'survey' && ticketId === null);
    s.at('2026-06-12 00:01');
    await looks();
    s.at('2026-06-17 00:01');
    await looks();
    expect(await noted()).toEqual([]);
    await (await s.client('周敏')).analyseSurvey({ id: survey, words: '先换灯' });
    const lines = await noted();
    expect(lines).toMatchObject([{ direction: 'in', kind: 'note', body: '2026 年上半年满意率调查：有几户写了话，都不记名。' }]);
    expect(JSON.stringify(lines)).not.toMatch(/不亮|垃圾桶|502|王秀兰/);
    const results = await (await s.client(WANG)).surveyResults({ id: survey });
    expect(results.analysis).toBe('先换灯');
  });
});

/** What whoever holds a copy of the database can ask of it: the owner of everything. */
async function asOwner<T>(ask: (db: Database) => Promise<T>): Promise<T> {
  const { db, close } = connect(s.world.urls.owner, { max: 1 });
  return ask(db).finally(close);
}

describe('手册 Z16 对不上答卷', () => {
  test('答完马上请我们联系的，按写的时间、位置、编号都对不上哪一份答卷；那一件里没有答过的话', async () => {
    const names = await addHouseholds(s.world, 'WT', 60);
    await issues();
    for (const name of names) {
      const homeId = (await (await s.client(name)).survey({ id: survey })).homes[0]!.id;
      await answers(name, homeId);
      await asks(name, homeId);
    }
    const shares = (table: string) =>
      asOwner(async (db) =>
        Number(
          (
            await db.execute<{ n: number }>(
              sql`select count(*)::int as n from ${sql.identifier(table)} where xmin in (select xmin from participations union select xmin from survey_inbox)`,
            )
          )[0]!.n,
        ),
      );
    for (const table of ['tickets', 'events', 'contacts', 'idempotency_keys', 'limit_uses', 'inbox', 'outbox', 'promises', 'survey_answers'])
      expect([table, await shares(table)]).toEqual([table, 0]);
    s.at('2026-06-12 00:01');
    await looks();
    const found = await asOwner(async (db) => {
      const [row] = await db.execute<{ by_transaction: number; by_place: number; by_words: number }>(sql`
        with asked as (select t.home_id::text as home, t.xmin as x, row_number() over (order by t.id) as nth from tickets t where t.facts #>> '{fromSurvey,id}' = ${survey}),
          given as (select a.home, a.nth, lag(a.nth) over (order by s.ctid) as before, s.xmin = a.x as together from survey_answers s join asked a on a.home = s.body->>'words')
        select count(*) filter (where together)::int as by_transaction, count(*) filter (where nth = before + 1)::int as by_place,
          (select count(*)::int from tickets t join survey_answers s on t.facts::text like '%' || (s.body->>'words') || '%') as by_words from given`);
      return row!;
    });
    expect(found.by_transaction).toBe(0);
    expect(found.by_words).toBe(0);
    // By chance one of sixty stands behind the one it came after; more than a tenth would be none.
    expect(found.by_place).toBeLessThan(7);
  }, 120_000);
});
