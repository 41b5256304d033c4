import { sql } from 'drizzle-orm';
import type { WeChat } from '../../api/wechat/wechat.ts';
import { shanghaiTime } from '../../shared/kernel/time.ts';
import { type HttpStory, httpStory } from '../support/http-story.ts';
import { holdNeeds, type Needs, sendOutNeeds } from '../support/needs.ts';
import type { Told } from '../support/story.ts';
import { holdSurveys } from '../support/surveys.ts';
import { COMPLAINED, type Complained, complainOf } from './cast-complaints.ts';
import { drawOf } from './cast-draws.ts';
import { keepTheBox } from './cast-duties.ts';
import { type Errand, giveErrands } from './cast-errands.ts';
import { type Exchange, noteExchanges } from './cast-exchanges.ts';
import { SPOKEN, type Spoken, speakUp } from './cast-remarks.ts';

/** Who asks: the column's name, the person, and what they are. */
// biome-ignore format: a table reads best as one
export const ASKERS = [
  ['none', null,     'nobody: no token'],
  ['off',  '登出的人', 'agent of WT signed out everywhere'],
  ['rep',  '王秀兰', 'reporter of A–G, I, K, N–Q, S–X and Z, owner of 3栋2单元502 (WT)'],
  ['hse',  '李德明', 'household: lives in 502 too'],
  ['out',  '搬走的人', 'lived in 502 when they were reported, moved out since'],
  ['new',  '搬来的人', 'moved into 502 and 5栋1单元1002 since'],
  ['gone', '吴晓雯', 'reporter of L, has moved out of 5栋1单元1002 since'],
  ['nbr',  '周文静', 'lives in another home of WT, reporter of E'],
  ['two',  '陈一鸣', 'owns another home in WT and one in HT'],
  ['hrep', '许若琳', 'reporter of H and J, owner of 6栋1单元902 (HT)'],
  ['hnbr', '高志远', 'lives in another home of HT'],
  ['fol',  '跟着的人', 'follows every ticket (a neighbour who tapped 我家也是)'],
  ['tec',  '赵建国', 'technician of WT: assignee of B, C, F, K, L, M, N, P, S, V and X'],
  ['was',  '孙磊',   'technician of WT: B was taken from him, G came back from him'],
  ['tec2', '钱大勇', 'another technician of WT'],
  ['htec', '冯刚',   'technician of HT'],
  ['agt',  '林晓芸', 'agent of WT'],
  ['agtr', '何静',   'agent of WT who lives there, reporter of M'],
  ['sch',  '周敏',   'head of the service centre of WT'],
  ['eng',  '陈立',   'engineering supervisor of WT'],
  ['fld',  '丁强',   'field supervisor of WT'],
  ['sec',  '郭卫东', 'head of security of WT'],
  ['dir',  '郑涛',   'director of WT'],
  ['hagt', '宋雨',   'agent of HT'],
  ['heng', '梁宏',   'engineering supervisor of HT'],
  ['hdir', '谢军',   'director of HT'],
  ['qua',  '吴桐',   'quality department'],
  ['cmp',  '袁媛',   'complaints officer'],
  ['ret',  '邓丽',   'return-visit caller'],
  ['hr',   '韩梅',   'HR'],
  ['fin',  '曹阳',   'finance'],
  ['mrep', '彭浩',   'management representative'],
  ['lead', '曾勇',   'leadership'],
  ['gm',   '蔡建华', 'general manager'],
  ['dis',  '离职的人', 'agent of WT, dismissed this morning'],
  ['soon', '下周来的人', 'agent of WT from next week'],
] as const;

type Usual = 'A' | 'B' | 'C' | 'D' | 'F' | 'G' | 'H' | 'K' | 'L' | 'M';
/** What waits for something of its own: seen by everybody, and measured by the commands it waits for. */
type Waiting = 'E' | 'J' | 'N' | 'P' | 'S' | 'T' | 'U' | 'V' | 'X' | 'Y';
export type Letter = Usual | Waiting | Spoken | Complained;

/** The tickets, in the states that tell. */
const USUAL: Record<Usual, string> = {
  A: 'home 502, received',
  B: 'home 502, dispatched (taken from one technician, given to another)',
  C: 'home 502, finished, with photos',
  D: 'public lift, reported from 502, received',
  F: 'home 502, technician on site',
  G: 'home 502, came back (round 2), nobody sent yet',
  H: 'home 902 in the other estate, handed over to its supervisor',
  K: 'home 502, closed',
  L: 'home 1002, finished; its reporter has moved out',
  M: 'an agent’s own home, dispatched',
};

/** Tickets in which somebody has a word or a price to give: only the routes that speak of it are measured on them. */
const WAITING: Record<Waiting, string> = {
  E: 'another home, only its reporter’s, merged into N',
  J: 'home 902 in the other estate, received',
  N: 'home 502, a quote and a new date wait for the resident, a claimed arrival for the supervisor',
  P: 'home 502, a card was left at the door, a part waits for the supervisor’s price',
  S: 'home 502 (a key customer’s then), closed, with a charge that is not settled',
  T: 'home 502, a special service, ordered',
  U: 'home 502, a special service, an outside provider is there',
  V: 'home 502, a special service, done by a technician, waits to be accepted',
  X: 'public light, reported from 502, a large defect, finished, with what it used',
  Y: 'another home, merged into N, its reporter says it is another matter',
};

export const TICKETS: Record<Letter, string> = { ...USUAL, ...WAITING, ...SPOKEN, ...COMPLAINED };

/** The tickets every route is measured on. */
export const LETTERS = Object.keys(USUAL) as Usual[];

/** And those only some are. */
export const EVERY_LETTER = Object.keys(TICKETS) as Letter[];

/** The words only colleagues may read, said on every ticket. */
export const INTERNAL = '内部：只给同事看';

export interface Cast {
  story: HttpStory;
  tickets: Record<Letter, Told>;
  /** What was reported is held, on every ticket: the check a colleague decides. */
  checks: Record<Usual, string>;
  /** Photos on their way: their bytes have arrived, and nobody has said so yet. */
  uploads: { report: { id: string; key: string }; result: { id: string; key: string }; voice: { id: string; key: string } };
  /** A finished result photo of F. */
  resultPhoto: string;
  /** A finished photo of X by its supervisor. */
  defectPhoto: string;
  /** The newest quote of each ticket that has one. */
  quotes: Partial<Record<Letter, string>>;
  /** Requests of strangers that wait for a service centre. */
  bindings: Record<string, string>;
  /** A message template of WT that waits for its director. */
  approval: string;
  /** Work notices of WT for building 3: one that is out, one that waits. */
  notices: { out: string; waiting: string };
  /** What colleagues of WT owe each other. */
  errands: Record<Errand, string>;
  /** The round of WT's suggestion box. */
  round: string;
  /** Surveys of WT: one that is out, one whose results are published, and what the open letter of that promised, done; and the company’s spot sample that is out. */
  surveys: { open: string; over: string; deed: string; spot: string; special: string | null };
  /** What colleagues need: surveys, and letters to the general manager. */
  needs: Needs;
  /** A draw of WT: of C, K and L, and nobody was called. */
  draw: string;
  /** What is worth knowing at WT, and the notice of one at its engineering department. */
  exchanges: Record<Exchange, string>;
  notice: string;
}

const TOLD_AT = '2026-03-02 09:00';
const ASKED_AT = '2026-03-06 10:00';

async function settleIn(story: HttpStory): Promise<void> {
  const { house } = story.world;
  const at = (text: string) => shanghaiTime(text).toISOString();
  const home = async (person: string, label: string, from: string, until: string | null) =>
    house.db.execute(sql`insert into residences (id, office_id, home_id, person_id, "as", from_at, until_at)
      select ${house.newId()}, office_id, id, ${await story.personId(person)}, 'owner', ${at(from)}, ${until && at(until)} from homes where label = ${label}`);
  const post = async (person: string, from: string, until: string | null) =>
    house.db.execute(sql`insert into appointments (id, office_id, person_id, role, department, from_at, until_at)
      select ${house.newId()}, id, ${await story.personId(person)}, 'agent', 'serviceCentre', ${at(from)}, ${until && at(until)} from offices where letters = 'WT'`);
  for (const name of ['登出的人', '搬走的人', '搬来的人', '跟着的人', '离职的人', '下周来的人'])
    await house.db.execute(sql`insert into people (id, name) values (${house.newId()}, ${name})`);
  await home('搬走的人', '3栋2单元502', '2020-01-01 00:00', '2026-03-04 12:00');
  await home('搬来的人', '3栋2单元502', '2026-03-04 12:00', null);
  await home('搬来的人', '5栋1单元1002', '2026-03-04 12:00', null);
  await home('跟着的人', '4栋3单元602', '2020-01-01 00:00', null);
  await post('登出的人', '2020-01-01 00:00', null);
  await post('离职的人', '2020-01-01 00:00', '2026-03-06 08:00');
  await post('下周来的人', '2026-03-13 08:00', null);
}

async function leave(story: HttpStory): Promise<void> {
  const { db } = story.world.house;
  const gone = shanghaiTime('2026-03-04 12:00').toISOString();
  await db.execute(sql`update residences set until_at = ${gone} where person_id = ${await story.personId('吴晓雯')}`);
  // Later than any token of this world, so that whoever is signed out stays so.
  await db.execute(sql`update people set signed_out_before = '2027-01-01T00:00:00Z' where name = '登出的人'`);
}

/** The date that was proposed on N. */
export const PROPOSED = '2026-03-07 10:00';

const DRIP = { category: 'tap', words: '水龙头滴水' };

/** What waits is told at once; that of a key customer while its home is one. */
async function tellWaiting(story: HttpStory): Promise<Record<Waiting, Told>> {
  const { db } = story.world.house;
  const rep = story.resident('王秀兰');
  const makeKey = (isKey: boolean) => db.execute(sql`update homes set key_customer = ${isKey} where label = '3栋2单元502'`);
  await makeKey(true);
  const S = await rep.reports(DRIP);
  await makeKey(false);
  return {
    S,
    N: await rep.reports(DRIP),
    P: await rep.reports(DRIP),
    E: await story.resident('周文静').reports({ ...DRIP, onlyMine: true }),
    Y: await story.resident('周文静').reports(DRIP),
    J: await story.resident('许若琳').reports(DRIP),
    T: await rep.orders('空调清洗'),
    U: await rep.orders('空调清洗'),
    V: await rep.orders('安装灯具'),
    X: await rep.reports({ category: 'lighting', place: 'public', where: '3栋2单元楼道', words: '楼道灯不亮' }),
  };
}

/** The first days: who lived in 502 until the fourth saw a price agreed on and charged (S), and saw others begin. */
async function beginWaiting(story: HttpStory, { E, N, P, S, U, V, X, Y }: Record<Waiting, Told>): Promise<void> {
  const [agent, tec] = [story.agent('林晓芸'), story.technician('赵建国')];
  for (const ticket of [E, Y]) await agent.merges(ticket, N);
  await story.resident('周文静').disputesMerge(Y, '不是一处');
  for (const ticket of [N, P, S, X]) await agent.dispatches(ticket, '赵建国');
  await agent.arranges(U, { provider: '洁亮家电清洗' }, '2026-03-03 14:00');
  await agent.arranges(V, { technician: '赵建国' }, '2026-03-03 15:00');
  story.at('2026-03-03 10:00');
  await tec.arrives(S);
  await tec.quotes(S, [{ item: '换水龙头' }, { item: '单冷水龙头' }]);
  await story.resident('王秀兰').acceptsQuote(S);
  await tec.finishes(S);
  await story.resident('王秀兰').confirms(S);
  await agent.arrives(U);
  await tec.arrives(V);
  await tec.completes(V);
  await tec.arrives(X);
  await tec.finishes(X);
  await tec.spends(X, [{ label: '感应灯', kind: 'material', priceFen: 4_800 }]);
  await story.head('陈立').flags(X, true);
  story.at('2026-03-04 09:00');
  await story.person('吴桐').tries(V, 'quality_visit');
}

/** The last day before anybody asks. */
async function waitOn(story: HttpStory, { N, P, V }: Record<Waiting, Told>): Promise<void> {
  const tec = story.technician('赵建国');
  story.at('2026-03-05 10:00');
  await tec.arrives(N, '2026-03-04 20:00');
  await tec.quotes(N, [{ item: '换水龙头' }, { item: '单冷水龙头' }]);
  await tec.arrives(P);
  await tec.quotes(P, [{ label: '进口阀芯' }]);
  for (const ticket of [N, P]) await tec.findsNobody(ticket, 'card');
  await story.head('陈立').proposes(N, PROPOSED);
  story.at('2026-03-05 12:00');
  await story.person('吴桐').tries(V, 'quality_visit');
  story.at('2026-03-05 19:00');
  await story.person('吴桐').tries(V, 'quality_visit');
}

async function openWaiting(story: HttpStory): Promise<Record<Waiting | Spoken | Complained, Told>> {
  story.at('2026-03-02 10:00');
  const waiting = await tellWaiting(story);
  const tickets = { ...waiting, ...(await speakUp(story)), ...(await complainOf(story)) };
  await beginWaiting(story, waiting);
  await waitOn(story, waiting);
  for (const [letter, ticket] of Object.entries(tickets))
    await story.person({ J: '宋雨', d: '曾勇', l: '吴桐' }[letter] ?? '林晓芸').notes(ticket, INTERNAL);
  return tickets;
}

async function newestQuotes(story: HttpStory, tickets: Cast['tickets']): Promise<Cast['quotes']> {
  const rows = await story.world.house.db.execute<{ id: string; ticket_id: string }>(sql`select id, ticket_id from quotes order by version`);
  const newest = new Map(rows.map((row) => [row.ticket_id, row.id]));
  return Object.fromEntries(EVERY_LETTER.flatMap((letter) => (newest.has(tickets[letter].id) ? [[letter, newest.get(tickets[letter].id)!]] : [])));
}

/** The world the access table is measured over: the tickets, everybody who may ask, four days later. */
export async function openCast(): Promise<Cast> {
  const story = await httpStory();
  await settleIn(story);
  story.at(TOLD_AT);
  const tell = async (letter: Usual): Promise<Told> => {
    const reporter = { H: '许若琳', L: '吴晓雯', M: '何静' }[letter as string] ?? '王秀兰';
    const agent = letter === 'H' ? '宋雨' : '林晓芸';
    const ticket = await story
      .person(reporter)
      .reports(
        letter === 'D'
          ? { category: 'lift', place: 'public', where: '3栋2单元电梯', words: '电梯坏了' }
          : { category: 'burst_pipe', words: '水管爆了' },
      );
    await story.agent(agent).reclassifies(ticket, { category: letter === 'D' ? 'lift' : 'burst_pipe', why: INTERNAL });
    return ticket;
  };
  const tickets = {} as Record<Letter, Told>;
  // A WeChat that nobody here is known to: what was reported is held.
  story.world.house.wechat = {} as WeChat;
  for (const letter of LETTERS) tickets[letter] = await tell(letter);
  story.world.house.wechat = null;

  const { B, C, F, G, H, K, L, M } = tickets;
  await story.agent('林晓芸').dispatches(B, '孙磊');
  await story.agent('林晓芸').reassigns(B, '赵建国', '孙磊');
  await story.agent('林晓芸').dispatches(M, '赵建国');
  await story.agent('林晓芸').dispatches(G, '孙磊');
  for (const ticket of [C, F, K, L]) await story.agent('林晓芸').dispatches(ticket, '赵建国');
  story.at('2026-03-02 09:30');
  for (const ticket of [C, F, K, L]) await story.technician('赵建国').arrives(ticket);
  await story.technician('孙磊').arrives(G);
  await story.photo('王秀兰', C, 'report');
  for (const ticket of [C, K, L]) await story.technician('赵建国').finishes(ticket);
  await story.technician('孙磊').finishes(G);
  await story.resident('王秀兰').saysNotFixed(G);
  await story.resident('王秀兰').confirms(K);
  await story.agent('宋雨').handsOver(H, INTERNAL);
  Object.assign(tickets, await openWaiting(story));
  // Nobody follows what only its reporter sees.
  for (const letter of EVERY_LETTER.filter((one) => one !== 'E' && !(one in COMPLAINED)))
    await story.world.house.db.execute(sql`insert into followers (office_id, ticket_id, person_id, via, own_ticket, from_at)
      select office_id, id, ${await story.personId('跟着的人')}, 'hint', id, received_at from tickets where id = ${tickets[letter].id}`);

  story.at(ASKED_AT);
  await leave(story);
  await story.looksAfter();
  for (const letter of ['A', 'L'] as const) await (await story.client('林晓芸')).reveal({ id: tickets[letter].id, reason: 'appointment' });
  const resultPhoto = await story.photo('赵建国', F, 'result');
  const defectPhoto = await story.photo('陈立', tickets.X, 'message');
  const prepare = async (name: string, ticket: Told, purpose: 'report' | 'result') => {
    const { photoId, upload } = await (await story.client(name)).addPhoto({ id: ticket.id, purpose, type: 'image/jpeg', bytes: 26 });
    return { id: photoId, key: upload.fields.key! };
  };
  const spoken = await (await story.client('王秀兰')).addVoice({ id: tickets.A.id, with: 'report', type: 'audio/mpeg', bytes: 72, seconds: 5 });
  const uploads = {
    report: await prepare('王秀兰', tickets.A, 'report'),
    result: await prepare('赵建国', F, 'result'),
    voice: { id: spoken.voiceId, key: spoken.upload.fields.key! },
  };
  const checks = {} as Cast['checks'];
  for (const letter of LETTERS) {
    const [check] = await story.world.house.db.execute<{ id: string }>(sql`select id from checks where ticket_id = ${tickets[letter].id}`);
    checks[letter] = check!.id;
  }
  const [wt] = await story.world.house.db.execute<{ id: string }>(sql`select id from offices where letters = 'WT'`);
  const { id: approval } = await (await story.client('林晓芸')).submitTemplate({ officeId: wt!.id, name: 'colleagues' });
  const notices = await writeNotices(story, wt!.id);
  const quotes = await newestQuotes(story, tickets);
  const errands = await giveErrands(story, tickets, wt!.id);
  const round = await keepTheBox(story, wt!.id);
  const draw = await drawOf(
    story,
    wt!.id,
    (['C', 'K', 'L'] as const).map((letter) => ({ ticketId: tickets[letter].id, number: tickets[letter].number })),
  );
  const noted = await noteExchanges(story, wt!.id);
  // What is out is sent out last: whoever looks at a later month closes it.
  const needs = await holdNeeds(story);
  const surveys = await holdSurveys(story, wt!.id);
  await sendOutNeeds(story, needs);
  return {
    story,
    tickets,
    errands,
    round,
    surveys,
    needs,
    draw,
    ...noted,
    checks,
    uploads,
    resultPhoto,
    defectPhoto,
    quotes,
    approval,
    notices,
    bindings: await askToBind(story),
  };
}

/** A work notice that says all it must. */
export const A_NOTICE = {
  work: '检修给水泵',
  place: '3栋2单元泵房',
  from: '2026-03-09T01:00:00.000Z',
  until: '2026-03-09T04:00:00.000Z',
  doneBy: '工程部水电班',
  effect: '停水三小时',
  areas: [{ building: 3, unit: null }],
};

async function writeNotices(story: HttpStory, officeId: string): Promise<Cast['notices']> {
  const supervisor = await story.client('陈立');
  const { id: out } = await supervisor.submitNotice({ officeId, ...A_NOTICE });
  const { pending } = await (await story.client('郑涛')).publication({ id: out });
  await (await story.client('郑涛')).decideApproval({ id: pending!.approvalId, round: 1, step: 0, verdict: 'approved' });
  const { id: waiting } = await supervisor.submitNotice({ officeId, ...A_NOTICE });
  return { out, waiting };
}

async function askToBind(story: HttpStory): Promise<Record<string, string>> {
  const { house } = story.world;
  const bindings: Record<string, string> = {};
  const [agent] = await house.db.execute<{ cipher: string; id: string }>(sql`select id, phone_cipher as cipher from people where name = '何静'`);
  const asked = {
    'of WT': ['WT', '13900000001'],
    'of WT with an agent’s own number': ['WT', house.numbers.open(agent!.cipher, agent!.id)],
    'of HT': ['HT', '13900000002'],
  } as const;
  for (const [about, [letters, phone]] of Object.entries(asked)) {
    const pass = await house.passes.sign({ kind: 'stranger', openid: `o ${about}` });
    const [office] = await house.db.execute<{ id: string }>(sql`select id from offices where letters = ${letters}`);
    const body = JSON.stringify({ pass, officeId: office!.id, name: '来绑定的人', home: '1-2-702', phone });
    const answer = await story.fetch(null, '/sign-in/ask', { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    if (answer.status !== 200) throw new Error(`asking to bind answered ${answer.status}`);
    const [row] = await house.db.execute<{ id: string }>(sql`select id from binding_requests where openid = ${`o ${about}`}`);
    bindings[about] = row!.id;
  }
  return bindings;
}
