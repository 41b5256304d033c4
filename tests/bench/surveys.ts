// What a survey came to, among as many answers as a company gathers in years: over the route, against the same count in plain SQL.
import postgres from 'postgres';
import { createApp } from '../../api/app.ts';
import { explain, openExplainer } from './explain.ts';
import { benchTokens, openWatchedHouse } from './house.ts';
import { BORN, idOf, officeId, personId, STAFF } from './ids.ts';
import type { Stage, Urls } from './stage.ts';
import type { Row } from './table.ts';

/** Campaigns side by side: the first estate's two newest half-years, and others'. */
const CAMPAIGNS = 10;
const BUILDINGS = 20;
/** Each lot the clock moves stands together. */
const LOT = 40;
const TIMES = 7;
const AT_MOST = 2;

const surveyId = (nth: number) => idOf(BORN, 'ticket', 900_000_000 + nth);
/** The campaign that is looked at, and the one it is held against. */
const LOOKED_AT = 0;
const BEFORE = 1;

const GRADED = ['buildings', 'equipment', 'environment', 'greening', 'security', 'fire', 'vehicles', 'special', 'on_request', 'communication'];

/** Fills campaigns with answers, in lots of which each is one campaign's, as the clock moves them. @param answers of each campaign */
async function fillSurveys(urls: Urls, campaigns: number, answers: number): Promise<void> {
  const sql = postgres(urls.admin, { max: 1, onnotice: () => {}, connection: { session_replication_role: 'replica' } as never });
  for (let nth = 0; nth < campaigns; nth += 1) {
    const month = nth === BEFORE ? '2025-06' : '2025-11';
    const office = officeId(nth === BEFORE ? LOOKED_AT : nth);
    const head = personId(nth === BEFORE ? LOOKED_AT : nth, STAFF.desk);
    const facts = {
      survey: 'half_year',
      month,
      edition: '2026-01-01',
      coverage: 'census',
      homes: answers,
      issued: answers,
      returned: answers,
      least: 75,
      analysed: true,
    };
    const at = `${month}-12T00:00:00.000Z`;
    await sql`insert into errands (id, office_id, kind, status, round, given_at, round_began_at, giver_id, holder_id, department, at_head_office, key, facts, happened, version)
      values (${surveyId(nth)}, ${office}, 'survey', 'closed', 1, ${at}, ${at}, ${head}, ${head}, 'serviceCentre', false, ${`half_year/${month}`}, ${sql.json(facts)}, ${sql.json({ given: at, collected: at, analysed: at })}, 5)`;
  }
  const grades = GRADED.map(
    (code, at) => `'${code}', case when (n * 37 + ${at * 11}) % 100 < 80 then 4 + n % 2 when n % 7 > 0 then 1 + n % 3 end`,
  ).join(', ');
  await sql.unsafe(`insert into survey_answers (office_id, survey_id, id, building, body)
    select case when c in (${LOOKED_AT}, ${BEFORE}) then '${officeId(LOOKED_AT)}'::uuid else '${officeId(2)}'::uuid end, (array[${Array.from({ length: campaigns }, (_, nth) => `'${surveyId(nth)}'::uuid`).join(', ')}])[c + 1],
      gen_random_uuid(), 1 + n % ${BUILDINGS}, jsonb_strip_nulls(jsonb_build_object(${grades}, 'equipment_why', case when n % 5 = 0 then '["lift", "slow"]'::jsonb end,
        'recommend', case when n % 3 = 0 then n % 11 end, 'words', case when n % 40 = 7 then '电梯等得久' || n end))
    from generate_series(0, ${Math.ceil(answers / LOT) - 1}) lot, generate_series(0, ${campaigns - 1}) c, generate_series(lot * ${LOT}, least((lot + 1) * ${LOT}, ${answers}) - 1) n`);
  await sql.unsafe('vacuum analyze survey_answers, errands');
  await sql.end();
}

const median = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]!;

/** One grouped count of the survey by building, and one of the survey before: what anybody would write. */
const PLAIN = `select building, e.key, e.value, count(*) from survey_answers a, jsonb_each(a.body) e where survey_id = $1 and e.key <> 'words' group by 1, 2, 3`;

interface Measured {
  pages: number;
  plainPages: number;
  ms: number;
  plainMs: number;
  again: number;
}

async function measure(urls: Urls): Promise<Measured> {
  const { house, sent } = await openWatchedHouse(urls.app);
  const app = createApp(house);
  const token = await (await benchTokens()).sign(personId(LOOKED_AT, STAFF.director));
  const sql = openExplainer(urls.app);
  const asks = async () => {
    const began = performance.now();
    const answer = await app.fetch(
      new Request(`http://house/api/surveys/${surveyId(LOOKED_AT)}/results`, { headers: { authorization: `Bearer ${token}` } }),
    );
    const text = await answer.text();
    if (answer.status !== 200) throw new Error(`${answer.status} ${text}`);
    return performance.now() - began;
  };
  const both = [surveyId(LOOKED_AT), surveyId(BEFORE)];
  const plainly = async () => {
    const began = performance.now();
    for (const id of both) await sql.unsafe(PLAIN, [id]);
    return performance.now() - began;
  };
  try {
    await asks();
    await plainly();
    sent();
    await asks();
    let pages = 0;
    for (const statement of sent()) pages += (await explain(sql, statement)).pages.executing;
    let plainPages = 0;
    for (const id of both) plainPages += (await explain(sql, { text: PLAIN, parameters: [id] })).pages.executing;
    const [ours, theirs, again]: [number[], number[], number[]] = [[], [], []];
    for (let time = 0; time < TIMES; time += 1) {
      ours.push(await asks());
      theirs.push(await plainly());
      again.push(await plainly());
    }
    return { pages, plainPages, ms: median(ours), plainMs: median(theirs), again: median(again) };
  } finally {
    await sql.end();
    await house.close();
  }
}

/** @param urls a company without surveys @param answers of all campaigns together */
export async function surveyRows(stage: Stage, urls: Urls, answers: number): Promise<Row[]> {
  const each = Math.floor(answers / CAMPAIGNS);
  const run = async (campaigns: number) => {
    const copy = await stage.copy(urls, `${urls.name}_surveys_${campaigns}`);
    await fillSurveys(copy, campaigns, each);
    const measured = await measure(copy);
    await stage.drop(copy);
    return measured;
  };
  const alone = await run(2);
  const among = await run(CAMPAIGNS);
  const ratio = among.ms / among.plainMs;
  return [
    {
      part: 'surveys',
      what: `results of one survey of ${each} answers and the one before, among ${answers}`,
      figures: { ms: Math.round(among.ms), 'plain ms': Math.round(among.plainMs), ratio, pages: among.pages, 'plain pages': among.plainPages },
      verdict: ratio <= AT_MOST ? 'held' : 'broken',
      why: `at most ${AT_MOST} × the same count in plain SQL`,
    },
    {
      part: 'surveys',
      what: 'the same, the two alone in the table',
      figures: {
        ms: Math.round(alone.ms),
        'plain ms': Math.round(alone.plainMs),
        ratio: alone.ms / alone.plainMs,
        pages: alone.pages,
        'plain pages': alone.plainPages,
      },
      // A lot may end on a page it shares with another campaign's.
      verdict: among.pages <= AT_MOST * alone.pages ? 'held' : 'broken',
      why: `among the others at most ${AT_MOST} × the pages`,
    },
    { part: 'surveys', what: 'A/A: plain SQL, twice', figures: { ratio: among.again / among.plainMs }, verdict: 'shown', why: '' },
  ];
}
