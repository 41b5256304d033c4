import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { createApp } from '../../api/app.ts';
import type { WeChat } from '../../api/wechat/wechat.ts';
import { API } from '../../shared/contract/index.ts';
import type { Route } from '../../shared/contract/route.ts';
import { PROBLEMS, type ProblemBody } from '../../shared/kernel/problem.ts';
import { drawOf } from '../access/cast-draws.ts';
import { keepTheBox } from '../access/cast-duties.ts';
import { noteExchanges } from '../access/cast-exchanges.ts';
import { type Pool, type Shot, shots } from '../support/arbitraries.ts';
import { type HttpStory, httpStory } from '../support/http-story.ts';
import { holdNeeds, sendOutNeeds } from '../support/needs.ts';
import { CLEANING, uses } from '../support/service-uses.ts';
import type { Told } from '../support/story.ts';
import { holdSurveys } from '../support/surveys.ts';
import { watchWrites, writesSince, writesSoFar } from '../support/writes.ts';

/** Requests until a fresh world is opened, so that no thread grows to thousands of words. */
const A_WORLD = 4_000;
/** Written before a request is decided on, by design: a running number that nobody took leaves a gap, and a gap means nothing; trying is counted, whatever comes of it. */
const BY_DESIGN = new Set(['insert counters', 'update counters', 'insert limit_uses', 'update limit_uses']);
/** After so many shots nobody is out of tries or signed out any more: what refuses everything would hide everything behind it. */
const A_BREATH = 25;
const PEOPLE = [
  '王秀兰',
  '李德明',
  '陈一鸣',
  '许若琳',
  '林晓芸',
  '何静',
  '宋雨',
  '赵建国',
  '冯刚',
  '陈立',
  '梁宏',
  '郑涛',
  '吴桐',
  '袁媛',
  '曾勇',
  '韩梅',
  '蔡建华',
];
const HAN = /[\u4e00-\u9fff]/;
const UNSEEN = /(?![\n\r\t])[\p{Cc}\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;
/** Whoever reads it reads something. */
const isSeen = (text: string) => /[^\p{White_Space}\p{Default_Ignorable_Code_Point}\u17b4\u17b5]/u.test(text);

export interface Target {
  story: HttpStory;
  app: { fetch(request: Request): Response | Promise<Response> };
  pool: Pool;
  tokens: Map<string, string>;
}

/** A complaint at each level, one that was answered, and a suggestion that may become one. */
async function complaintsIn(story: HttpStory): Promise<string[]> {
  const author = story.resident('王秀兰');
  const told = [
    await author.complains({}, '没人管'),
    await author.complains({ against: ['technician'] }),
    await author.complains({ door: 'company' }),
    await author.complains({ compensation: true }),
    await author.complains({}, '垃圾没人收'),
    await author.speaks('suggestion', '门岗没人，应该管管'),
  ];
  await story.agent('林晓芸').formallyReplies(told[4]!);
  return told.map((ticket) => ticket.id);
}

/** What colleagues owe each other of a ticket, some way along. */
async function errandsIn(story: HttpStory, { id }: Told): Promise<string[]> {
  const agent = await story.client('林晓芸');
  const give = async (department: 'environment' | 'finance', kind: 'handover' | 'referral') =>
    (
      await agent.giveErrand(
        { kind, ticketId: id, department, content: '请看看', answerBy: '2026-03-02T08:00:00.000Z', lead: false },
        { key: crypto.randomUUID() },
      )
    ).id;
  const errands = [await give('environment', 'handover'), await give('environment', 'handover'), await give('finance', 'referral')];
  await (await story.client('罗芳')).giveBackErrand({ id: errands[1]!, words: '好了' });
  return errands;
}

/** The rounds of every channel of an estate, 何静's own first, and what the estate owes every month. */
async function dutiesIn(story: HttpStory): Promise<string[]> {
  const round = await keepTheBox(story, await story.officeId('WT'));
  const rows = await story.world.house.db.execute<{ id: string }>(
    sql`select id from errands where kind = 'duty' and status = 'given' and id <> ${round} order by key`,
  );
  return [round, ...rows.map((row) => row.id)];
}

/** A small company in mid-work, watched, with everything a shot may name. */
export async function openTarget(): Promise<Target> {
  const story = await httpStory();
  const { db, tokens: signer } = story.world.house;
  await uses(story, '王秀兰', { provider: CLEANING }, '2026-03-01');
  story.at('2026-03-02 09:00');
  const tickets: Told[] = [];
  for (let index = 0; index < 4; index += 1) tickets.push(await story.resident('王秀兰').reports({ category: 'doors', words: '门坏了' }));
  tickets.push(await story.resident('王秀兰').reports({ category: 'lift', place: 'public', where: '2栋电梯' }));
  for (let index = 0; index < 2; index += 1) tickets.push(await story.resident('许若琳').reports({ category: 'burst_pipe', words: '爆了' }));
  const [first, second, third] = tickets as [Told, Told, Told];
  for (const ticket of [first, second, third]) await story.agent('林晓芸').dispatches(ticket, '赵建国');
  for (const ticket of [second, third]) await story.technician('赵建国').arrives(ticket);
  await story.technician('赵建国').finishes(third);
  await story.photo('赵建国', second, 'result');
  await story.photo('王秀兰', second, 'report');
  await story.agent('宋雨').handsOver(tickets[5]!, '请看看');
  const complaints = await complaintsIn(story);
  const errands = await errandsIn(story, first);
  const duties = await dutiesIn(story);
  const { exchanges, notice } = await noteExchanges(story, await story.officeId('WT'));
  // What is out is sent out last: whoever looks at a later month closes it.
  const needs = await holdNeeds(story);
  const surveys = await holdSurveys(story, await story.officeId('WT'));
  await sendOutNeeds(story, needs);
  // A WeChat that nobody here is known to: what is said now is held.
  story.world.house.wechat = {} as WeChat;
  for (let index = 0; index < 12; index += 1) await story.resident('王秀兰').says(tickets[index % 7 < 5 ? index % 5 : 0]!, `第 ${index} 句`);
  story.world.house.wechat = null;
  story.at('2026-03-02 11:30');
  const idsOf = async (statement: ReturnType<typeof sql>) => (await db.execute<{ id: string }>(statement)).map((row) => row.id);
  const [last] = await idsOf(sql`select id from contacts order by id desc limit 1`);
  const pool: Pool = {
    tickets: [...tickets.map((ticket) => ticket.id), complaints[0]!, complaints[4]!],
    complaints,
    errands: [...errands, notice, surveys.deed],
    duties,
    exchanges: Object.values(exchanges),
    surveys: [surveys.open, surveys.over, surveys.spot, surveys.special!],
    needs: [needs.open, needs.over],
    letters: [needs.letter, needs.talked],
    draws: [await drawOf(story, await story.officeId('WT'), [{ ticketId: third.id, number: third.number }])],
    homes: await idsOf(sql`select h.id from homes h where exists (select 1 from residences r where r.home_id = h.id) order by h.label limit 6`),
    technicians: [await story.personId('赵建国'), await story.personId('孙磊'), await story.personId('冯刚'), await story.personId('林晓芸')],
    photos: await idsOf(sql`select id from photos order by id`),
    checks: await idsOf(sql`select id from checks order by id`),
    news: await idsOf(sql`select id from inbox order by id limit 20`),
    // Another list's, another person's, and ones that were made up.
    cursors: [
      first.id,
      tickets[5]!.id,
      last!,
      `2026-03-02T03:00:00.000Z_${first.id}`,
      `-_${first.id}`,
      `2026-03-02T03:00:00.000Z_${first.id}_more`,
      'MQ==',
      first.id.toUpperCase(),
    ],
    people: PEOPLE,
  };
  const tokens = new Map<string, string>();
  for (const name of PEOPLE) tokens.set(name, await signer.sign(await story.personId(name)));
  await watchWrites(story.world);
  return { story, app: createApp(story.world.house), pool, tokens };
}

function requestOf(target: Target, shot: Shot): Request {
  const headers = new Headers();
  if (shot.who) headers.set('authorization', `Bearer ${target.tokens.get(shot.who)}`);
  for (const [name, value] of shot.headers) {
    if (name === 'authorization') headers.set(name, value);
    else headers.append(name, value);
  }
  const bodiless = shot.method === 'GET' || shot.method === 'HEAD' || shot.method === 'get';
  return new Request(`http://house/api${shot.target}`, {
    method: shot.method,
    headers,
    ...(bodiless || shot.body === null ? {} : { body: shot.body as unknown as ArrayBuffer }),
  });
}

/** What is wrong with a refusal: its shape, its code, its language, a field nobody named. */
function faultsOfRefusal(answer: Response, text: string, isHead: boolean): string[] {
  if (!answer.headers.get('content-type')?.startsWith('application/problem+json')) return [`refused with ${answer.headers.get('content-type')}`];
  if (isHead) return text === '' ? [] : ['a body for HEAD'];
  const body = JSON.parse(text) as ProblemBody;
  const known = PROBLEMS[body.code];
  if (!known) return [`unknown code ${body.code}`];
  const faults: string[] = [];
  if (known.status !== answer.status || body.status !== answer.status) faults.push(`${body.code} with status ${answer.status}`);
  if (body.title !== known.title || !HAN.test(body.title)) faults.push(`title ${body.title}`);
  if (answer.status === 422 && !body.errors?.length) faults.push(`422 ${body.code} names no field`);
  for (const { field, message } of body.errors ?? []) {
    if (typeof field !== 'string' || field === '') faults.push(`422 names an empty field: ${message}`);
    if (!HAN.test(message)) faults.push(`says “${message}” of ${field}`);
  }
  return faults;
}

/** Named like words, chosen from a list: kept as that choice reads, or not as words at all. Whatever else is named like words must be kept as it was said. */
const CHOSEN = new Set(['cancel why', 'returnVisit result', 'visit result']);

/** The fields of a command that may hold words. */
const FIELDS_OF_WORDS = ['words', 'content', 'result', 'outcome', 'why'];

/** The texts an accepted command was given, as the app should have kept them; worked out here, not by the app. */
function wordsSent(shot: Shot): string[] {
  const schema = shot.route ? (API[shot.route] as Route).body : undefined;
  if (!schema || typeof shot.body !== 'string') return [];
  const sent = JSON.parse(shot.body) as Record<string, unknown>;
  return FIELDS_OF_WORDS.filter((field) => field in schema.shape && !CHOSEN.has(`${shot.route} ${field}`) && typeof sent[field] === 'string')
    .map((field) => (sent[field] as string).replace(UNSEEN, '').normalize('NFC').trim())
    .filter(isSeen);
}

/** Where an accepted command should have kept its words: an entry's are its own, of a contact beside it is only the title. */
const keptAt = (route: Shot['route'], id: string) =>
  route === 'noteExchange'
    ? sql`select words as body, outcome from exchanges where entry_id = ${id} order by version desc limit 1`
    : sql`select body, outcome from contacts where ticket_id = ${id} or event_id in (select id from events where subject = ${id})
        or event_id in (select e.id from events e join errands t on t.id = e.subject where t.facts->>'entry' = ${id}) order by id desc limit 1`;

/** Fires one shot and says what was wrong with what came back; nothing is wrong with a good refusal. */
export async function fire(target: Target, shot: Shot): Promise<{ status: number; code: string; faults: string[] }> {
  const { world } = target.story;
  const { db } = world.house;
  const so = await writesSoFar(db);
  const reported = world.reports.length;
  const answer = await target.app.fetch(requestOf(target, shot));
  const text = await answer.text();
  await world.settleLater();
  const faults: string[] = [];
  const isHead = shot.method === 'HEAD';
  const code = answer.status < 400 || isHead ? '' : String((JSON.parse(text || '{}') as { code?: string }).code ?? '');
  if (answer.status >= 500) faults.push(`answered ${answer.status} ${code}`);
  if (answer.status >= 400) {
    faults.push(...faultsOfRefusal(answer, text, isHead));
    const wrote = (await writesSince(db, so)).filter((line) => !BY_DESIGN.has(line));
    if (wrote.length > 0) faults.push(`refused, and yet: ${wrote.join(', ')}`);
  } else if (shot.route && !isHead) {
    const route: Route = API[shot.route];
    const asked = shot.target.split('?')[0]!;
    const same = new RegExp(`^${route.path.replace('{id}', '[^/]+')}$`).test(asked) && shot.method.toUpperCase() === route.method;
    if (same && !route.response.safeParse(JSON.parse(text)).success) faults.push('an answer that is not as the contract has it');
    const words = same && (await writesSince(db, so)).includes('insert contacts') ? wordsSent(shot) : [];
    if (words.length > 0) {
      const { id } = JSON.parse(text) as { id: string };
      const rows = await db.execute<{ body: string; outcome: string | null }>(keptAt(shot.route, id));
      const kept = rows.flatMap((row) => [row.body, row.outcome]);
      // What came of a visit stands after what was answered to its questions, whole; what a review came to, after who took part.
      const isKept = (said: string) =>
        kept.some((one) => one === said || one?.endsWith(`；${said}`) || (shot.route === 'review' && one?.endsWith(`\n${said}`)));
      for (const said of words) if (!isKept(said)) faults.push(`${JSON.stringify(said)} was kept as ${JSON.stringify(kept)}`);
    }
  }
  if (world.reports.length > reported) faults.push(`reported: ${world.reports.slice(reported).join('\n').slice(0, 600)}`);
  return { status: answer.status, code, faults };
}

async function breathe({ story }: Target): Promise<void> {
  const { db } = story.world.house;
  await db.execute(sql`update limit_uses set uses = 0`);
  await db.execute(sql`update people set signed_out_before = null where signed_out_before is not null`);
}

/** How many requests ended how, by route. */
export type Tally = Map<string, number>;

/**
 * Fires `count` requests, in worlds of a few thousand each, one after the other.
 * @param survey takes every distinct fault with its first shot, instead of ending at the first
 * @throws with the seed, the shot and what was wrong
 */
export async function fuzz(count: number, seed: number, open: () => Promise<Target> = openTarget, survey?: Map<string, Shot>): Promise<Tally> {
  const tally: Tally = new Map();
  let tallied = 0;
  for (let fired = 0, round = 0; fired < count; fired += A_WORLD, round += 1) {
    const target = await open();
    try {
      await fc.assert(
        fc.asyncProperty(shots(target.pool), async (shot) => {
          if (tallied % A_BREATH === 0) await breathe(target);
          tallied += 1;
          const { status, code, faults } = await fire(target, shot);
          const line = `${shot.route ?? 'stray'} ${status} ${code}`;
          tally.set(line, (tally.get(line) ?? 0) + 1);
          if (faults.length === 0) return;
          if (!survey) throw new Error(faults.join('\n'));
          for (const fault of faults) if (!survey.has(fault)) survey.set(fault, shot);
        }),
        { numRuns: Math.min(A_WORLD, count - fired), seed: seed + round, endOnFailure: process.env.FUZZ_SHRINK !== '1', includeErrorInReport: true },
      );
    } catch (error) {
      throw new Error(`FUZZ_SEED=${seed} FUZZ_REQUESTS=${count}, world ${round}: ${(error as Error).message.slice(0, 4_000)}`, { cause: error });
    } finally {
      await target.story.close();
    }
  }
  return tally;
}
