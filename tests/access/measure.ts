import { sql } from 'drizzle-orm';
import { createApp } from '../../api/app.ts';
import type { Database } from '../../db/connect.ts';
import { API, type Api } from '../../shared/contract/index.ts';
import type { Route } from '../../shared/contract/route.ts';
import type { TicketCard, TicketDetail } from '../../shared/contract/tickets.ts';
import { REPAIR_PROMISES } from '../../shared/repairs/promises.ts';
import { A_PHOTO, A_VOICE } from '../support/http-story.ts';
import { writesSince } from '../support/writes.ts';
import { ASKERS, type Cast, INTERNAL, LETTERS, type Letter, TICKETS } from './cast.ts';

/** One answer, and what was written for it before all of it was taken back. */
export interface Measured {
  status: number;
  code: string | null;
  // biome-ignore lint/suspicious/noExplicitAny: an answer's body, read by whoever knows its route
  body: any;
  wrote: string[];
}

class Undo extends Error {}

/** Runs work in a transaction that never lasts; says what it would have written. */
async function undone<T>(db: Database, work: (tx: Database) => Promise<T>, wrote: (lines: string[]) => void): Promise<T> {
  let result: { value: T } | undefined;
  await db
    .transaction(async (tx) => {
      result = { value: await work(tx as unknown as Database) };
      // Nothing is ever committed here, so every line there is was written by this work.
      wrote(await writesSince(tx, 0));
      throw new Undo();
    })
    .catch((error) => {
      if (!(error instanceof Undo)) throw error;
    });
  return result!.value;
}

/** A window on one world: an app on whose database no transaction lasts. What writes beside a transaction is undone as a whole, by `inside`. */
interface Window {
  app: ReturnType<typeof createApp>;
  inside(db: Database | null): void;
  wrote: string[];
}
const windows: Window[] = [];
function openWindow(cast: Cast): Window {
  const { house } = cast.story.world;
  let within: Database | null = null;
  const window: Window = {
    app: null as never,
    inside: (given) => {
      within = given;
    },
    wrote: [],
  };
  const passing = new Proxy(house.db, {
    get: (db, name) => {
      if (within) return within[name as keyof Database];
      if (name === 'transaction') return (work: (tx: Database) => Promise<unknown>) => undone(db, work, (lines) => window.wrote.push(...lines));
      return db[name as keyof Database];
    },
  });
  window.app = createApp({ ...house, db: passing, later: () => {} });
  return window;
}
/** These write beside a transaction. A route that does and is not named here moves the tables, and the test of the digests names the table. */
const WRITES_BESIDE =
  /^\/(tickets|inbox\/read|tickets\/[^/]+\/(photos|voices|say|note|look|reveal)|(photos|voices)\/[^/]+\/finalise|session\/(sign-out-everywhere|wechat\/unbind)|sign-in\/\w+|bindings\/[^/]+\/(accept|decline)|colleagues\/[^/]+\/invite|consents)$/;
/** Asked with GET, and counted all the same. */
const COUNTED_GET = /^\/(sign-in\/estates|bindings\/[^/]+\/roster)/;

/** Trying is counted, whatever came of it. */
const COUNTED_ANYWAY = / limit_uses$/;

const tokens = new Map<string, string>();
async function headersOf(cast: Cast, name: string | null, method: string): Promise<Record<string, string>> {
  if (name && !tokens.has(name)) tokens.set(name, await cast.story.world.house.tokens.sign(await personOf(cast, name)));
  return {
    ...(name ? { authorization: `Bearer ${tokens.get(name)}` } : {}),
    ...(method === 'POST' ? { 'content-type': 'application/json', 'idempotency-key': 'access-matrix' } : {}),
  };
}

/** Asks the real app inside one transaction and rolls it back, so that the next one asks the same world. */
async function askAndUndo(cast: Cast, name: string | null, method: string, path: string, body?: unknown): Promise<Measured> {
  const { db } = cast.story.world.house;
  const window = windows.pop() ?? openWindow(cast);
  const headers = await headersOf(cast, name, method);
  window.wrote = [];
  const ask = async () =>
    window.app.fetch(new Request(`http://house/api${path}`, { method, headers, ...(method === 'POST' ? { body: JSON.stringify(body) } : {}) }));
  const askInside = (tx: Database) => {
    window.inside(tx);
    return ask().finally(() => window.inside(null));
  };
  const answer = await ((method === 'POST' ? WRITES_BESIDE : COUNTED_GET).test(path)
    ? undone(db, askInside, (lines) => window.wrote.push(...lines))
    : ask());
  const said = (await answer.json()) as { code?: string };
  const measured = {
    status: answer.status,
    code: answer.status === 200 ? null : (said.code ?? null),
    body: said,
    wrote: window.wrote.filter((line) => !COUNTED_ANYWAY.test(line)),
  };
  windows.push(window);
  return measured;
}

const ids = new WeakMap<Cast, Map<string, string>>();
async function personOf(cast: Cast, name: string): Promise<string> {
  const known = ids.get(cast) ?? new Map<string, string>();
  ids.set(cast, known);
  if (!known.has(name)) known.set(name, await cast.story.personId(name));
  return known.get(name)!;
}

/** A line of the table before it is measured: a route, what it is asked about, and how its cell is read from an answer. */
interface Line {
  about: string;
  cell(cast: Cast, name: string | null): Promise<string>;
}

type Body = (cast: Cast, letter: Letter) => unknown | Promise<unknown>;

const refused: { measured: Measured; where: string }[] = [];
/** Everything refused while measuring; a refusal writes nothing. */
export const refusals: readonly { measured: Measured; where: string }[] = refused;
const done: { where: string; letter: Letter; action: string; name: string | null; status: number }[] = [];
/** Every command tried, and whether it was permitted. */
export const commandsTried: readonly (typeof done)[number][] = done;
const details: { letter: Letter; name: string | null; body: TicketDetail }[] = [];
/** Every whole ticket somebody saw. */
export const detailsSeen: readonly (typeof details)[number][] = details;

function outcome(where: string, measured: Measured, ok: string): string {
  if (measured.status === 200) return ok;
  refused.push({ measured, where });
  return String(measured.status);
}

/** A command answers `ok` if it stored something, `same` if it stored nothing. */
const stored = (measured: Measured) => (measured.wrote.length > 0 ? 'ok' : 'same');

function onEachTicket(route: keyof Api, body: Body): Line[] {
  return LETTERS.map((letter) => ({
    about: letter,
    cell: async (cast, name) => {
      const path = API[route].path.replace('{id}', cast.tickets[letter].id);
      const measured = await askAndUndo(cast, name, 'POST', path, await body(cast, letter));
      const where = `${route} ${letter} ${name}`;
      done.push({ where, letter, action: route, name, status: measured.status });
      return outcome(where, measured, stored(measured));
    },
  }));
}

/** All pages of a list, once an asker. */
// biome-ignore lint/suspicious/noExplicitAny: items of whatever list it is
async function wholeList(cast: Cast, name: string | null, path: string): Promise<{ first: Measured; items: any[] }> {
  const first = await askAndUndo(cast, name, 'GET', path);
  const items = [...(first.body.items ?? [])];
  for (let { next } = first.body; next; ) {
    const page = await askAndUndo(cast, name, 'GET', `${path}${path.includes('?') ? '&' : '?'}after=${next}`);
    items.push(...page.body.items);
    next = page.body.next;
  }
  return { first, items };
}

const COMPANY_ONLY = new Set(
  REPAIR_PROMISES.filter((row) => !REPAIR_PROMISES.some((other) => other.what === row.what && other.owedTo === 'residents')).map(
    (row) => row.what as string,
  ),
);

/** In which of these lists a ticket is, by each list's letter; + where an item tells what only colleagues know. */
function inLists(
  route: keyof Api,
  about: string,
  lists: Record<string, string>,
  // biome-ignore lint/suspicious/noExplicitAny: items of whatever list it is
  isAbout: (item: any, ticketId: string) => boolean,
  // biome-ignore lint/suspicious/noExplicitAny: items of whatever list it is
  tells: (item: any) => boolean,
): Line[] {
  // biome-ignore lint/suspicious/noExplicitAny: items of whatever list it is
  const answers = new Map<string, Promise<{ first: Measured; items: any[] }>>();
  return LETTERS.map((letter) => ({
    about: `${about}${letter}`,
    cell: async (cast, name) => {
      let found = '';
      for (const [sign, path] of Object.entries(lists)) {
        const key = `${name} ${path}`;
        if (!answers.has(key)) answers.set(key, wholeList(cast, name, path));
        const { first, items } = await answers.get(key)!;
        if (first.status !== 200) return outcome(`${route} ${name}`, first, '');
        const mine = items.filter((item) => isAbout(item, cast.tickets[letter].id));
        if (mine.length > 0) found += sign + (mine.some(tells) ? '+' : '');
      }
      return found === '' ? '·' : found;
    },
  }));
}

const isCard = (card: TicketCard, id: string) => card.id === id;
const tellsOfCompany = (card: TicketCard) => card.next !== null && COMPANY_ONLY.has(card.next.what);

/** What a whole ticket shows: S as colleague, R as resident; w internal words, p promises owed to the company, n a number in clear, f photo links, h words that are held. */
function readDetail(detail: TicketDetail): string {
  const text = JSON.stringify(detail);
  const signs = [
    detail.asStaff ? 'S' : 'R',
    text.includes(INTERNAL) ? 'w' : '',
    detail.promises.some((promise) => promise.owedTo === 'company') ? 'p' : '',
    detail.reporter && /\d{7}/.test(detail.reporter.phone) ? '!' : '',
    detail.photos.length > 0 ? 'f' : '',
    detail.thread.some((said) => said.held !== null) ? 'h' : '',
  ];
  return signs.join('');
}

async function officeOf(cast: Cast, letters: string): Promise<string> {
  const [row] = await cast.story.world.house.db.execute<{ id: string }>(sql`select id from offices where letters = ${letters}`);
  return row!.id;
}

async function replyOf(cast: Cast): Promise<string> {
  const [row] = await cast.story.world.house.db.execute<{ id: string }>(
    sql`select r.reply_id as id from canned_replies r join offices o on o.id = r.office_id where o.letters = 'WT' order by r.id limit 1`,
  );
  return row!.id;
}

const technicianFor = (cast: Cast, letter: Letter) => personOf(cast, letter === 'H' ? '董平' : '钱大勇');
const assigneeOf = async (cast: Cast, letter: Letter) => {
  const [row] = await cast.story.world.house.db.execute<{ id: string | null }>(
    sql`select assignee_id as id from tickets where id = ${cast.tickets[letter].id}`,
  );
  return row?.id ?? (await personOf(cast, '赵建国'));
};
const TOMORROW = '2026-03-07T02:00:00.000Z';
const SOON = '2026-03-06T02:10:00.000Z';

const single = (about: string, ask: (cast: Cast, name: string | null) => Promise<Measured>, ok: (measured: Measured) => string): Line => ({
  about,
  cell: async (cast, name) => {
    const measured = await ask(cast, name);
    return outcome(`${about} ${name}`, measured, measured.status === 200 ? ok(measured) : '');
  },
});

const reportFrom = (about: string, label: string, place: 'home' | 'public'): Line =>
  single(
    about,
    async (cast, name) =>
      askAndUndo(cast, name, 'POST', '/tickets', {
        place,
        homeId: await cast.story.homeId(label),
        category: 'burst_pipe',
        where: place === 'public' ? '楼下' : '',
        words: '水管爆了',
      }),
    stored,
  );

const finalise = (about: string, which: 'report' | 'result'): Line =>
  single(
    about,
    async (cast, name) => {
      const { house, now } = cast.story.world;
      const { id, key } = cast.uploads[which];
      const folder = house.storage as import('../../api/storage/folder.ts').FolderStorage;
      await folder.receive(folder.presign(key, { type: 'image/jpeg', maxBytes: 100 }, now()).fields, A_PHOTO, now());
      return askAndUndo(cast, name, 'POST', `/photos/${id}/finalise`, {});
    },
    stored,
  );

const aPass = (cast: Cast) => cast.story.world.house.passes.sign({ kind: 'stranger', openid: 'o-stranger' });
const aForm = async (cast: Cast) => ({ officeId: await officeOf(cast, 'WT'), name: '马建军', home: '1-2-702', phone: '13900000001' });

const bindings: Record<string, string> = {};
/** A line each of a stranger's request at WT, of one with the number of the agent who lives there, and of one at HT. */
const onBindings = (line: (id: () => string, about: string) => Line): Line[] =>
  (['of WT', 'of WT with an agent’s own number', 'of HT'] as const).map((about) => {
    const made = line(() => bindings[about]!, about);
    return {
      ...made,
      cell: (cast, name) => {
        Object.assign(bindings, cast.bindings);
        return made.cell(cast, name);
      },
    };
  });
const sightOf = (item: { mayAnswer: boolean } | undefined) => (item ? (item.mayAnswer ? 'in+' : 'in') : '·');

/** How every route of the contract is asked; a route without its lines here is a failing test. */
export const LINES: Record<keyof Api, Line[]> = {
  health: [
    single(
      '',
      (cast, name) => askAndUndo(cast, name, 'GET', '/health'),
      () => 'ok',
    ),
  ],
  session: [
    single(
      '',
      (cast, name) => askAndUndo(cast, name, 'GET', '/session'),
      () => 'ok',
    ),
  ],
  report: [
    reportFrom('from home 502', '3栋2单元502', 'home'),
    reportFrom('public, from 502', '3栋2单元502', 'public'),
    reportFrom('from home 1002', '5栋1单元1002', 'home'),
    reportFrom('from home 902 (HT)', '6栋1单元902', 'home'),
  ],
  tickets: [
    ...inLists('tickets', '', { o: '/tickets?show=open', y: '/tickets?show=your_turn', d: '/tickets?show=done' }, isCard, tellsOfCompany),
    ...inLists('tickets', 'as resident ', { o: '/tickets?as=resident', d: '/tickets?as=resident&show=done' }, isCard, tellsOfCompany),
    ...inLists('tickets', 'as staff ', { o: '/tickets?as=staff', d: '/tickets?as=staff&show=done' }, isCard, tellsOfCompany),
  ],
  workbench: inLists('workbench', '', { in: '/workbench' }, isCard, tellsOfCompany),
  register: inLists(
    'register',
    '',
    { in: '/contacts' },
    (line, id) => line.ticketId === id,
    (line) => line.body.includes(INTERNAL),
  ),
  inbox: inLists(
    'inbox',
    '',
    { in: '/inbox' },
    (news, id) => news.ticketId === id,
    (news) => news.text.includes(INTERNAL),
  ),
  readInbox: [
    single(
      'all of one’s own',
      (cast, name) => askAndUndo(cast, name, 'POST', '/inbox/read', { upTo: 'ffffffff-ffff-7fff-bfff-ffffffffffff' }),
      stored,
    ),
  ],
  ticket: LETTERS.map((letter) => ({
    about: letter,
    cell: async (cast, name) => {
      const measured = await askAndUndo(cast, name, 'GET', `/tickets/${cast.tickets[letter].id}`);
      if (measured.status === 200) details.push({ letter, name, body: measured.body });
      return outcome(`ticket ${letter} ${name}`, measured, measured.status === 200 ? readDetail(measured.body) : '');
    },
  })),
  technicians: LETTERS.map((letter) =>
    single(
      letter,
      (cast, name) => askAndUndo(cast, name, 'GET', `/tickets/${cast.tickets[letter].id}/technicians`),
      (measured) => (measured.body.items?.length ? 'list' : 'none'),
    ),
  ),
  search: LETTERS.map((letter) =>
    single(
      letter,
      (cast, name) => askAndUndo(cast, name, 'GET', `/search?q=${cast.tickets[letter].number}`),
      (measured) => ((measured.body.items ?? []).length > 0 ? 'in' : '·'),
    ),
  ),
  reveal: onEachTicket('reveal', () => ({ reason: 'appointment' })),
  reveals: inLists(
    'reveals',
    '',
    { in: '/reveals' },
    (line, id) => line.ticketId === id,
    () => false,
  ),
  ownReveals: inLists(
    'ownReveals',
    '',
    { in: '/reveals/mine' },
    (line, id) => line.ticketId === id,
    () => false,
  ),
  manual: [
    single(
      'of one’s own office',
      (cast, name) => askAndUndo(cast, name, 'GET', '/manual'),
      () => 'ok',
    ),
    single(
      'of HT',
      async (cast, name) => askAndUndo(cast, name, 'GET', `/manual?officeId=${await officeOf(cast, 'HT')}`),
      () => 'ok',
    ),
  ],
  manualClause: [
    single(
      'R3',
      (cast, name) => askAndUndo(cast, name, 'GET', '/manual/R3'),
      () => 'ok',
    ),
  ],
  templates: [
    single(
      '',
      (cast, name) => askAndUndo(cast, name, 'GET', '/templates'),
      // Of how many estates, and what may be done about them: s handed in, d decided.
      ({ body }) => {
        const items: { officeId: string; maySubmit: boolean; mayDecide: boolean }[] = body.items ?? [];
        const may = (items.some((item) => item.maySubmit) ? 's' : '') + (items.some((item) => item.mayDecide) ? 'd' : '');
        return `${new Set(items.map((item) => item.officeId)).size}${may}`;
      },
    ),
  ],
  submitTemplate: ['WT', 'HT'].map((letters) =>
    single(
      `of ${letters}`,
      async (cast, name) => askAndUndo(cast, name, 'POST', '/templates/submit', { officeId: await officeOf(cast, letters), name: 'progress' }),
      stored,
    ),
  ),
  decideApproval: [
    single(
      'of WT',
      async (cast, name) => askAndUndo(cast, name, 'POST', `/approvals/${cast.approval}/decide`, { round: 1, step: 0, verdict: 'approved' }),
      stored,
    ),
  ],
  consents: [
    single(
      '',
      (cast, name) => askAndUndo(cast, name, 'GET', '/consents'),
      () => 'ok',
    ),
  ],
  answerConsents: [
    single('', (cast, name) => askAndUndo(cast, name, 'POST', '/consents', { answers: [{ name: 'progress', answer: 'accept' }] }), stored),
  ],
  signOutEverywhere: [single('of oneself', (cast, name) => askAndUndo(cast, name, 'POST', '/session/sign-out-everywhere', {}), stored)],
  // Nobody plays WeChat here: whoever asks by it is told to open the mini-program. tests/api/sign-in.test.ts goes on from there.
  wechatSignIn: [single('', (cast, name) => askAndUndo(cast, name, 'POST', '/sign-in/wechat', { code: 'a-code' }), stored)],
  bindByPhone: [
    single('', async (cast, name) => askAndUndo(cast, name, 'POST', '/sign-in/phone', { pass: await aPass(cast), code: 'a-code' }), stored),
  ],
  askToBind: [
    single(
      'with a pass',
      async (cast, name) => askAndUndo(cast, name, 'POST', '/sign-in/ask', { pass: await aPass(cast), ...(await aForm(cast)) }),
      stored,
    ),
    single('without one', async (cast, name) => askAndUndo(cast, name, 'POST', '/sign-in/ask', { pass: 'a.b.c', ...(await aForm(cast)) }), stored),
  ],
  redeemInvitation: [
    single(
      '',
      async (cast, name) =>
        askAndUndo(cast, name, 'POST', '/sign-in/invitation', { pass: await aPass(cast), invitation: '0'.repeat(26), code: 'a-code' }),
      stored,
    ),
  ],
  estates: [
    single(
      '',
      (cast, name) => askAndUndo(cast, name, 'GET', '/sign-in/estates'),
      () => 'ok',
    ),
  ],
  ownWechat: [
    single(
      '',
      (cast, name) => askAndUndo(cast, name, 'GET', '/session/wechat'),
      () => 'ok',
    ),
  ],
  unbind: [single('of oneself', (cast, name) => askAndUndo(cast, name, 'POST', '/session/wechat/unbind', {}), stored)],
  bindingRequests: onBindings((id, about) =>
    single(
      about,
      (cast, name) => askAndUndo(cast, name, 'GET', '/bindings'),
      (measured) => sightOf(measured.body.items?.find((item: { id: string }) => item.id === id())),
    ),
  ),
  bindingRoster: onBindings((id, about) =>
    single(
      about,
      (cast, name) => askAndUndo(cast, name, 'GET', `/bindings/${id()}/roster?q=3-2-502`),
      (measured) => (measured.body.items?.length > 0 ? 'list' : 'none'),
    ),
  ),
  acceptBinding: onBindings((id, about) =>
    single(
      about,
      async (cast, name) =>
        askAndUndo(cast, name, 'POST', `/bindings/${id()}/accept`, {
          personId: await personOf(cast, about === 'of HT' ? '高志远' : '马建军'),
          proof: 'papers',
          words: '看过租约',
        }),
      stored,
    ),
  ),
  declineBinding: onBindings((id, about) =>
    single(about, (cast, name) => askAndUndo(cast, name, 'POST', `/bindings/${id()}/decline`, { words: '请带证件来' }), stored),
  ),
  colleagues: [
    single(
      '',
      (cast, name) => askAndUndo(cast, name, 'GET', '/colleagues'),
      (measured) => String(measured.body.items?.length),
    ),
  ],
  invite: ['林晓芸', '郑涛', '冯刚', '韩梅'].map((whom) =>
    single(whom, async (cast, name) => askAndUndo(cast, name, 'POST', `/colleagues/${await personOf(cast, whom)}/invite`, {}), stored),
  ),
  handOver: onEachTicket('handOver', () => ({ content: '请看看', answerBy: SOON })),
  takeOn: onEachTicket('takeOn', () => ({ completeBy: TOMORROW })),
  dispatch: onEachTicket('dispatch', async (cast, letter) => ({ technicianId: await technicianFor(cast, letter), content: '去看看' })),
  reassign: onEachTicket('reassign', async (cast, letter) => ({
    technicianId: await technicianFor(cast, letter),
    insteadOf: await assigneeOf(cast, letter),
    content: '换一位',
  })),
  accept: onEachTicket('accept', () => ({})),
  arrive: onEachTicket('arrive', () => ({})),
  finish: onEachTicket('finish', (cast) => ({ result: '修好了', photoIds: [cast.resultPhoto] })),
  confirm: onEachTicket('confirm', () => ({ score: 4 })),
  reopen: onEachTicket('reopen', () => ({ words: '还在漏' })),
  say: onEachTicket('say', () => ({ words: '在吗' })),
  note: onEachTicket('note', () => ({ words: INTERNAL })),
  returnVisit: onEachTicket('returnVisit', () => ({ words: '问过修得怎么样', outcome: '满意', channel: 'phone' })),
  look: LETTERS.map((letter) =>
    single(
      letter,
      (cast, name) => askAndUndo(cast, name, 'POST', `/tickets/${cast.tickets[letter].id}/look`, {}),
      // A colleague's look says that they are there; a resident's leaves no trace.
      stored,
    ),
  ),
  replies: [
    single(
      '',
      (cast, name) => askAndUndo(cast, name, 'GET', '/canned-replies'),
      (measured) => (measured.body.offices.some((one: { mayWrite: boolean }) => one.mayWrite) ? 'writes' : 'reads'),
    ),
  ],
  saveReply: ['WT', 'HT'].map((letters) =>
    single(
      letters,
      async (cast, name) =>
        askAndUndo(cast, name, 'POST', '/canned-replies', { officeId: await officeOf(cast, letters), title: '收到', body: '{称呼}您好，收到了' }),
      stored,
    ),
  ),
  withdrawReply: [
    single('one of WT', async (cast, name) => askAndUndo(cast, name, 'POST', `/canned-replies/${await replyOf(cast)}/withdraw`, {}), stored),
  ],
  ticketReplies: LETTERS.map((letter) =>
    single(
      letter,
      (cast, name) => askAndUndo(cast, name, 'GET', `/tickets/${cast.tickets[letter].id}/canned-replies`),
      () => 'list',
    ),
  ),
  call: onEachTicket('call', () => ({ words: '打过电话' })),
  visit: onEachTicket('visit', () => ({ words: '去看过', outcome: '好了', channel: 'phone' })),
  agree: onEachTicket('agree', () => ({ what: 'repaired', dueBy: TOMORROW, channel: 'phone', why: '缺配件' })),
  explainMiss: onEachTicket('explainMiss', () => ({ what: 'repaired', round: 1, cause: 'parts' })),
  reclassify: onEachTicket('reclassify', (_, letter) => ({ category: letter === 'D' ? 'lift' : 'burst_pipe', why: '改一下' })),
  addPhoto: LETTERS.flatMap((letter) =>
    (['report', 'result', 'message'] as const).map((purpose) =>
      single(
        `${purpose} ${letter}`,
        (cast, name) => askAndUndo(cast, name, 'POST', `/tickets/${cast.tickets[letter].id}/photos`, { purpose, type: 'image/jpeg', bytes: 26 }),
        stored,
      ),
    ),
  ),
  addVoice: LETTERS.flatMap((letter) =>
    (['report', 'message'] as const).map((words) =>
      single(
        `with ${words} ${letter}`,
        (cast, name) =>
          askAndUndo(cast, name, 'POST', `/tickets/${cast.tickets[letter].id}/voices`, { with: words, type: 'audio/mpeg', bytes: 26, seconds: 5 }),
        stored,
      ),
    ),
  ),
  finaliseVoice: [
    single(
      'voice of A by its reporter',
      async (cast, name) => {
        const { house, now } = cast.story.world;
        const { id, key } = cast.uploads.voice;
        const folder = house.storage as import('../../api/storage/folder.ts').FolderStorage;
        await folder.receive(folder.presign(key, { type: 'audio/mpeg', maxBytes: 100 }, now()).fields, A_VOICE, now());
        return askAndUndo(cast, name, 'POST', `/voices/${id}/finalise`, {});
      },
      stored,
    ),
  ],
  checks: inLists(
    'checks',
    '',
    { in: '/checks' },
    (line, id) => line.ticketId === id,
    () => false,
  ),
  decideCheck: LETTERS.map((letter) =>
    single(letter, (cast, name) => askAndUndo(cast, name, 'POST', `/checks/${cast.checks[letter]}/decision`, { decision: 'released' }), stored),
  ),
  finalisePhoto: [finalise('report photo of A by its reporter', 'report'), finalise('result photo of F by its technician', 'result')],
};

const LEGEND = `# Who may do and see what: every route of the contract, measured over the real app. Made by: UPDATE_ACCESS=1 npm test -- tests/access
# Read every changed cell before committing it: a diff here is somebody gaining or losing sight.
#
# ok     done, and it stored something          same  done, and nothing had to be stored
# 401    nobody      403  seen, never theirs      404  not seen      409  theirs, not now      422  theirs, but this body not
# lists       · not in the list; bindings: in, + and may be answered; tickets: o in 在办, y in 等您确认, d in 办完; workbench, register, inbox: in; + an item tells what only colleagues know
# ticket      S whole, as a colleague   R as a resident   w with internal words   p with promises owed to the company   ! with the reporter's number in clear   f with photo links   h with words that are held
# technicians list  some   none  an empty list
`;

const pad = (text: string, width: number) => text + ' '.repeat(Math.max(0, width - [...text].length));

/** Cells of the whole table by line, `route about` → one cell an asker. */
export type Table = Map<string, string[]>;

/** Measures every line for every asker, a few at a time. */
export async function measure(cast: Cast, routes: readonly (keyof Api)[] = Object.keys(LINES) as (keyof Api)[]): Promise<Table> {
  const table: Table = new Map();
  const work: (() => Promise<void>)[] = [];
  for (const route of routes)
    for (const line of LINES[route]) {
      const cells: string[] = [];
      table.set(`${route} ${line.about}`.trim(), cells);
      ASKERS.forEach(([, name], index) => {
        work.push(async () => {
          cells[index] = await line.cell(cast, name);
        });
      });
    }
  const workers = Array.from({ length: 4 }, async () => {
    for (let job = work.shift(); job; job = work.shift()) await job();
  });
  await Promise.all(workers);
  return table;
}

/** The table as it is committed. */
export function printTable(table: Table): string {
  const widths = ASKERS.map(([code], index) => Math.max(code.length, ...[...table.values()].map((cells) => [...(cells[index] ?? '')].length)));
  const label = Math.max(...[...table.keys()].map((key) => [...key].length));
  const row = (key: string, cells: readonly string[]) =>
    `${pad(key, label)}  ${cells.map((cell, index) => pad(cell, widths[index]!)).join(' ')}`.trimEnd();
  const head = row(
    '',
    ASKERS.map(([code]) => code),
  );
  const lines: string[] = [];
  let route = '';
  for (const [key, cells] of table) {
    const [of = ''] = key.split(' ');
    if (of !== route) lines.push('', `## ${(API[of as keyof Api] as Route).method} ${(API[of as keyof Api] as Route).path}`, head);
    route = of;
    lines.push(row(key, cells));
  }
  return [
    LEGEND,
    ...ASKERS.map(([code, , what]) => `# ${pad(code, 5)} ${what}`),
    '#',
    ...Object.entries(TICKETS).map(([letter, what]) => `# ${letter}     ${what}`),
    ...lines,
    '',
  ].join('\n');
}

/** The cells of a committed table. */
export function readTable(text: string): Table {
  const table: Table = new Map();
  for (const line of text.split('\n')) {
    const fields = line.split(/ +/);
    if (line === '' || line.startsWith('#') || line.startsWith(' ')) continue;
    table.set(fields.slice(0, -ASKERS.length).join(' '), fields.slice(-ASKERS.length));
  }
  return table;
}

/** Every cell that is not as it was, one line each. */
export function differences(was: Table, is: Table): string[] {
  const keys = [...new Set([...was.keys(), ...is.keys()])];
  return keys.flatMap((key) => {
    const [before, after] = [was.get(key), is.get(key)];
    if (!before) return [`${key}: not in the table yet`];
    if (!after) return [`${key}: in the table, but no line of LINES any more`];
    return ASKERS.flatMap(([code], index) => (before[index] === after[index] ? [] : [`${key}, ${code}: was ${before[index]}, is ${after[index]}`]));
  });
}
