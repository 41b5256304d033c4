import { beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { lookAfterSurveys } from '../../api/surveys/caretaking.ts';
import { storyOfEach } from '../support/api-story.ts';
import { addHouseholds } from '../support/households.ts';
import { asOwner, type Where } from '../support/joining.ts';

const SHEETS = 120;
const LATE = 15;
const EDITION = '2026-01-01';
const s = storyOfEach({ at: '2026-05-04 10:00' });
let survey = '';
let homes: string[] = [];

beforeEach(async () => {
  const { house } = s.world;
  const [office] = await house.db.execute<{ id: string }>(sql`select id from offices where letters = 'WT'`);
  await (await s.client('周敏')).nameKeeper({ officeId: office!.id, channel: 'suggestion_box', keeperId: await s.personId('何静') });
  await addHouseholds(s.world, 'WT', SHEETS);
  s.at('2026-06-01 08:00');
  await lookAfterSurveys(house);
  survey = (await house.db.execute<{ id: string }>(sql`select id from errands where kind = 'survey' and office_id = ${office!.id}`))[0]!.id;
  await (await s.client('周敏')).issueSurvey({ id: survey, coverage: 'census' });
  const rows = await house.db.execute<{ id: string }>(
    sql`select home_id as id from survey_homes where survey_id = ${survey} order by building, home_id limit ${SHEETS}`,
  );
  homes = rows.map(({ id }) => id);
});

/** So many are ticked before the first of them is typed. */
const LOT = 5;
/** The worst there is: each lot is typed right after its homes were ticked, in the order of the pile; and a sheet says in words which home it is of. */
async function pileOf(from: number, until: number): Promise<void> {
  const [one, another] = [await s.client('林晓芸'), await s.client('何静')];
  for (let lot = from; lot < until; lot += LOT) {
    for (const homeId of homes.slice(lot, lot + LOT)) await one.tickSheet({ id: survey, homeId });
    for (const [nth, homeId] of homes.slice(lot, lot + LOT).entries()) {
      const key = `sheet-${String(lot + nth).padStart(4, '0')}`;
      await another.typeSheet({ id: survey, edition: EDITION, building: null, answers: { buildings: 4, words: homeId } }, { key });
    }
  }
}

/** How many sheets are told to their home: whoever was ticked right after somebody stands right after them, by the place in the file or by the id. */
const joined = (where: Where) =>
  asOwner(s.world, async (db) => {
    const inOrder = async (order: string) => {
      const [row] = await db.execute<{ n: number }>(sql`
        with k as (select home_id::text as home, row_number() over (order by id) as nth from survey_ticks where taken_back_at is null),
          a as (select k.nth, lag(k.nth) over (order by ${sql.raw(order)}) as before from (select *, ctid as place from ${sql.raw(where)}) t join k on k.home = t.body->>'words')
        select count(*)::int as n from a where nth = before + 1`);
      return Number(row!.n);
    };
    return { byPlace: await inOrder('t.place'), byId: where === 'survey_answers' ? await inOrder('t.id') : 0 };
  });

/** Tables that hold a row written in the same transaction as an answer, but itself. */
const writtenWith = (where: Where) =>
  asOwner(s.world, async (db) => {
    const tables = await db.execute<{ name: string }>(
      sql`select tablename as name from pg_tables where schemaname = 'public' and tablename <> ${where} order by 1`,
    );
    const found: string[] = [];
    for (const { name } of tables) {
      const [row] = await db.execute<{ n: number }>(
        sql`select count(*)::int as n from ${sql.identifier(name)} where xmin in (select a.xmin from ${sql.raw(where)} a)`,
      );
      if (Number(row!.n) > 0) found.push(name);
    }
    return found;
  });

/** Rows anywhere, but among the answers, in which a number of one sheet stands: a digest of it, or the sheet itself. */
const digests = () =>
  asOwner(s.world, async (db) => {
    const [row] = await db.execute<{ n: number }>(
      sql`select count(*)::int as n from idempotency_keys where route like '%typeSheet%' and digest <> ''`,
    );
    return Number(row!.n);
  });

describe('手册 S1 纸表也不记名：勾的户和录入的纸表对不上', () => {
  test('照着一叠纸五户一批勾、一份一份录，搬走以后按写的时间、位置、编号都对不上；没搬以前对得上，证明这样查得出来', async () => {
    await pileOf(0, 10);
    expect(await joined('survey_inbox')).toEqual({ byPlace: 9, byId: 0 });
    // The counter and the tap's key stand beside the last sheet until the clock moves it; the ticks and who took part never do.
    expect(await writtenWith('survey_inbox')).toEqual(['idempotency_keys', 'survey_typings']);
    for (let from = 10; from < SHEETS - LATE; from += 20) {
      await pileOf(from, Math.min(from + 20, SHEETS - LATE));
      await lookAfterSurveys(s.world.house);
    }
    // The last fifteen come back in time, and are typed after it closed.
    const [one, another] = [await s.client('林晓芸'), await s.client('何静')];
    for (const homeId of homes.slice(SHEETS - LATE)) await one.tickSheet({ id: survey, homeId });
    s.at('2026-06-12 00:01');
    await lookAfterSurveys(s.world.house);
    s.at('2026-06-17 00:01');
    await lookAfterSurveys(s.world.house);
    for (const [nth, homeId] of homes.slice(SHEETS - LATE).entries()) {
      await another.typeSheet(
        { id: survey, edition: EDITION, building: null, answers: { buildings: 4, words: homeId } },
        { key: `late-${String(nth).padStart(4, '0')}` },
      );
      await lookAfterSurveys(s.world.house);
    }
    await (await s.client('周敏')).analyseSurvey({ id: survey, words: '先换灯' });
    const [counted] = await s.world.house.db.execute<{ inbox: number; answers: number }>(
      sql`select (select count(*)::int from survey_inbox) as inbox, (select count(*)::int from survey_answers) as answers`,
    );
    expect(counted).toEqual({ inbox: 0, answers: SHEETS });
    const found = await joined('survey_answers');
    // By chance one of each lot stands behind the one it came after; three times that would be no chance.
    expect(found.byPlace).toBeLessThan(25);
    expect(found.byId).toBeLessThan(10);
    expect(await digests()).toBe(0);
    // No lot is so small that it tells of a few: what is moved at once is five at least.
    const lots = await asOwner(s.world, (db) =>
      db.execute<{ n: number }>(sql`select count(*)::int as n from survey_answers group by xmin::text order by 1`),
    );
    expect(Number(lots[0]!.n)).toBeGreaterThanOrEqual(5);
  }, 120_000);

  test('搬走以后，答案和勾的户、录入的数、点的那一下，没有一行是一起写的', async () => {
    await pileOf(0, 40);
    await lookAfterSurveys(s.world.house);
    expect(await writtenWith('survey_answers')).toEqual(['survey_inbox']);
    s.at('2026-06-12 00:01');
    await lookAfterSurveys(s.world.house);
    s.at('2026-06-17 00:01');
    await lookAfterSurveys(s.world.house);
    // The survey's own step is written as it is closed, with all that was left.
    const beside = await writtenWith('survey_answers');
    expect(beside.filter((name) => ['survey_ticks', 'survey_typings', 'idempotency_keys', 'participations'].includes(name))).toEqual([]);
  }, 120_000);

  test('没写楼栋的一份纸表，混在别的楼栋没有留下的里面，不会只有它没有楼栋', async () => {
    const { house } = s.world;
    const rows = await house.db.execute<{ name: string; home: string; building: number }>(sql`
      select p.name, h.id as home, h.building from survey_homes l join homes h on h.id = l.home_id join residences r on r.home_id = h.id join people p on p.id = r.person_id
      where l.survey_id = ${survey} and h.building >= 20 order by h.building, p.name`);
    const of = (building: number, many: number) => rows.filter((row) => Number(row.building) === building).slice(0, many);
    for (const { name, home } of [...of(20, 26), ...of(21, 10)])
      await (await s.client(name)).answerSurvey({ id: survey, homeId: home, edition: EDITION, answers: { buildings: 5 } });
    for (const { home } of [...of(20, 30).slice(26), ...of(22, 1)]) await (await s.client('林晓芸')).tickSheet({ id: survey, homeId: home });
    for (const building of [20, 20, 20, 20, null])
      await (await s.client('何静')).typeSheet({ id: survey, edition: EDITION, building, answers: { buildings: building === null ? 1 : 5 } });
    s.at('2026-06-12 00:01');
    await lookAfterSurveys(house);
    s.at('2026-06-17 00:01');
    await lookAfterSurveys(house);
    const lots = await asOwner(s.world, (db) =>
      db.execute<{ building: number | null; n: number }>(
        sql`select building, count(*)::int as n from survey_answers group by xmin::text, building order by building nulls last`,
      ),
    );
    expect(lots.reduce((sum, { n }) => sum + n, 0)).toBe(41);
    expect(lots.filter(({ n }) => n < 5)).toEqual([]);
  }, 60_000);
});
