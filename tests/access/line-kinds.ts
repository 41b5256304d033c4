import { sql } from 'drizzle-orm';
import { API, type Api } from '../../shared/contract/index.ts';
import type { TicketCard, TicketDetail } from '../../shared/contract/ticket-views.ts';
import { EVERY_PROMISE } from '../../shared/tickets/kinds.ts';
import { A_PHOTO } from '../support/http-story.ts';
import { askAndUndo, type Measured, personOf } from './asking.ts';
import { type Cast, EVERY_LETTER, INTERNAL, LETTERS, type Letter } from './cast.ts';

/** A line of the table before it is measured: a route, what it is asked about, and how its cell is read from an answer. */
export interface Line {
  about: string;
  cell(cast: Cast, name: string | null): Promise<string>;
}

type Body = (cast: Cast, letter: Letter) => unknown | Promise<unknown>;

const refused: { measured: Measured; where: string }[] = [];

/** Everything refused while measuring; a refusal writes nothing. */
export const refusals: readonly { measured: Measured; where: string }[] = refused;

export const done: { where: string; letter: Letter; action: string; name: string | null; status: number; code: string | null }[] = [];

/** Every command tried, and whether it was permitted. */
export const commandsTried: readonly (typeof done)[number][] = done;

export const details: { letter: Letter; name: string | null; body: TicketDetail }[] = [];

/** Every whole ticket somebody saw. */
export const detailsSeen: readonly (typeof details)[number][] = details;

export function outcome(where: string, measured: Measured, ok: string): string {
  if (measured.status === 200) return ok;
  refused.push({ measured, where });
  return String(measured.status);
}

/** A command answers `ok` if it stored something, `same` if it stored nothing. */
export const stored = (measured: Measured) => (measured.wrote.length > 0 ? 'ok' : 'same');

/** G came back: its special visit is owed; V is a service: quality calls too; the others are called after the repair. */
export const visitOwedOn = (letter: Letter) => (letter === 'G' ? 'special_visit' : letter === 'V' ? 'quality_visit' : 'return_visit');

/** @param also of the tickets that wait for something, those this route is about */
export const onEachTicket = (route: keyof Api, body: Body, also: readonly Letter[] = []): Line[] => onTickets(route, [...LETTERS, ...also], body);

/** A command on these tickets, for routes that are about no other. */
export function onTickets(route: keyof Api, letters: readonly Letter[], body: Body): Line[] {
  return letters.map((letter) => ({
    about: letter,
    cell: async (cast, name) => {
      const path = API[route].path.replace('{id}', cast.tickets[letter].id);
      const measured = await askAndUndo(cast, name, 'POST', path, await body(cast, letter));
      const where = `${route} ${letter} ${name}`;
      done.push({ where, letter, action: route, name, status: measured.status, code: measured.code });
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
  EVERY_PROMISE.filter((row) => !EVERY_PROMISE.some((other) => other.what === row.what && other.owedTo === 'residents')).map(
    (row) => row.what as string,
  ),
);

/** A sum of money, as a figure or in words. */
const speaksOfMoney = (shown: unknown) => /Fen":[1-9]|[1-9][\d.]* 元/.test(JSON.stringify(shown));

/** In which of these lists a ticket is, by each list's letter; + where an item tells what only colleagues know, m where it speaks of money. */
export function inLists(
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
  return EVERY_LETTER.map((letter) => ({
    about: `${about}${letter}`,
    cell: async (cast, name) => {
      let found = '';
      for (const [sign, path] of Object.entries(lists)) {
        const key = `${name} ${path}`;
        if (!answers.has(key)) answers.set(key, wholeList(cast, name, path));
        const { first, items } = await answers.get(key)!;
        if (first.status !== 200) return outcome(`${route} ${name}`, first, '');
        const mine = items.filter((item) => isAbout(item, cast.tickets[letter].id));
        if (mine.length > 0) found += sign + (mine.some(tells) ? '+' : '') + (speaksOfMoney(mine) ? 'm' : '');
      }
      return found === '' ? '·' : found;
    },
  }));
}

export const isCard = (card: TicketCard, id: string) => card.id === id;

export const tellsOfCompany = (card: TicketCard) => card.next !== null && COMPANY_ONLY.has(card.next.what);

/** What a whole ticket shows: S as colleague, R as resident; w internal words, p promises owed to the company, ! a number in clear, f photo links, h words that are held, m a sum of money. */
export function readDetail(detail: TicketDetail): string {
  const text = JSON.stringify(detail);
  const signs = [
    detail.asStaff ? 'S' : 'R',
    text.includes(INTERNAL) ? 'w' : '',
    detail.promises.some((promise) => promise.owedTo === 'company') ? 'p' : '',
    detail.reporter && /\d{7}/.test(detail.reporter.phone) ? '!' : '',
    detail.photos.length > 0 ? 'f' : '',
    detail.thread.some((said) => said.held !== null) ? 'h' : '',
    speaksOfMoney(detail) ? 'm' : '',
  ];
  return signs.join('');
}

export async function officeOf(cast: Cast, letters: string): Promise<string> {
  const [row] = await cast.story.world.house.db.execute<{ id: string }>(sql`select id from offices where letters = ${letters}`);
  return row!.id;
}

export async function replyOf(cast: Cast): Promise<string> {
  const [row] = await cast.story.world.house.db.execute<{ id: string }>(
    sql`select r.reply_id as id from canned_replies r join offices o on o.id = r.office_id where o.letters = 'WT' order by r.id limit 1`,
  );
  return row!.id;
}

export const technicianFor = (cast: Cast, letter: Letter) => personOf(cast, letter === 'H' ? '董平' : '钱大勇');

export const assigneeOf = async (cast: Cast, letter: Letter) => {
  const [row] = await cast.story.world.house.db.execute<{ id: string | null }>(
    sql`select assignee_id as id from tickets where id = ${cast.tickets[letter].id}`,
  );
  return row?.id ?? (await personOf(cast, '赵建国'));
};

export async function priceOf(cast: Cast): Promise<string> {
  const [row] = await cast.story.world.house.db.execute<{ id: string }>(
    sql`select p.item_id as id from prices p join offices o on o.id = p.office_id where o.letters = 'WT' order by p.id limit 1`,
  );
  return row!.id;
}

/** A service of the estate this home is of, as it is offered. */
export async function serviceOf(cast: Cast, home = '3栋2单元502'): Promise<{ itemId: string; lineId: string }> {
  const [row] = await cast.story.world.house.db.execute<{ id: string; item_id: string }>(
    sql`select s.id, s.item_id from services s join homes h on h.office_id = s.office_id where h.label = ${home} order by s.id limit 1`,
  );
  return { itemId: row!.item_id, lineId: row!.id };
}

const NO_QUOTE = '00000000-0000-7000-8000-000000000000';

/** The newest quote of this ticket; one that is nobody’s where it has none. */
export const quoteOf = (cast: Cast, letter: Letter) => cast.quotes[letter] ?? NO_QUOTE;

export const TOMORROW = '2026-03-07T02:00:00.000Z';

export const SOON = '2026-03-06T02:10:00.000Z';

export const single = (about: string, ask: (cast: Cast, name: string | null) => Promise<Measured>, ok: (measured: Measured) => string): Line => ({
  about,
  cell: async (cast, name) => {
    const measured = await ask(cast, name);
    return outcome(`${about} ${name}`, measured, measured.status === 200 ? ok(measured) : '');
  },
});

export const aloneAt = (about: string, path: string, ok: (measured: Measured) => string): Line[] => [
  single(about, (cast, name) => askAndUndo(cast, name, 'GET', path), ok),
];

export const reportFrom = (about: string, label: string, place: 'home' | 'public'): Line =>
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

export const costsAt = async (cast: Cast, path: string, letters: string) =>
  `${path}?officeId=${await officeOf(cast, letters)}&from=2026-03-01T00:00:00.000Z&until=${TOMORROW}`;

export const finalise = (about: string, which: 'report' | 'result'): Line =>
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

export const aPass = (cast: Cast) => cast.story.world.house.passes.sign({ kind: 'stranger', openid: 'o-stranger' });

export const aForm = async (cast: Cast) => ({ officeId: await officeOf(cast, 'WT'), name: '马建军', home: '1-2-702', phone: '13900000001' });

export const bindings: Record<string, string> = {};

/** A line each of a stranger's request at WT, of one with the number of the agent who lives there, and of one at HT. */
export const onBindings = (line: (id: () => string, about: string) => Line): Line[] =>
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

export const sightOf = (item: { mayAnswer: boolean } | undefined) => (item ? (item.mayAnswer ? 'in+' : 'in') : '·');
