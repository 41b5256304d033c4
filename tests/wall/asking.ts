import { sql } from 'drizzle-orm';
import { API } from '../../shared/contract/index.ts';
import type { Route } from '../../shared/contract/route.ts';
import type { z } from '../../shared/kernel/zod.ts';
import { openidOf } from '../support/messages.ts';
import { parts } from '../support/sheets.ts';
import type { Tale } from './tale.ts';

/** What nobody has, in the world without the complaint; what the complaint's own id is held against. */
export const NOBODYS = '01900000-0000-7000-8000-000000000000';

/** Every id there is to ask by, the complaint's own things left out; the same in number and order in every world. */
interface Known {
  offices: string[];
  homes: string[];
  tickets: string[];
  beside: string[];
  exports: string[];
  roster: string[];
  errands: string[];
  duties: string[];
  exchanges: string[];
  draws: string[];
}

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

async function knownIn({ story, apart }: Tale): Promise<Known> {
  const ids = async (query: ReturnType<typeof sql>) => (await story.world.house.db.execute<{ id: string }>(query)).map((row) => row.id);
  return {
    offices: await ids(sql`select id from offices order by letters`),
    homes: await ids(sql`select id from homes where label in ('3栋2单元502', '2栋3单元402', '6栋1单元902') order by id`),
    tickets: await ids(sql`select id from tickets where id <> ${apart.id} order by id`),
    beside: await ids(
      sql`(select id from contacts where ticket_id <> ${apart.id} order by id limit 2) union all (select id from photos where ticket_id <> ${apart.id} order by id limit 2)`,
    ),
    exports: await ids(sql`select id from exports order by id`),
    roster: await ids(sql`select id from binding_requests order by id`),
    errands: await ids(sql`select id from errands where kind <> 'duty' and ticket_id is distinct from ${apart.id} and kind <> 'action' order by id`),
    duties: await ids(sql`select id from errands where kind = 'duty' and facts->>'part' in ('suggestion_box', 'estate') order by key, office_id`),
    draws: await ids(sql`select id from draws order by id`),
    exchanges: await ids(sql`select distinct entry_id as id from exchanges order by id`),
  };
}

/** The complaint's home, its author, what stood in it, and how its number begins. */
const QUERIES = ['3栋2单元502', '502', '王秀兰', '收钱', '投诉', 'WT-TS', 'WT-TS-260302', '合页'];

/** What a field of a query is asked with, where the contract does not list it; a field this does not know is a failing test. */
const FIELDS: Record<string, (known: Known) => readonly (string | undefined)[]> = {
  officeId: ({ offices }) => offices,
  homeId: ({ homes }) => homes,
  ticketId: ({ tickets }) => tickets,
  q: () => QUERIES,
  where: () => [undefined],
  from: () => ['2026-02-28T16:00:00.000Z'],
  until: () => ['2026-03-31T16:00:00.000Z'],
  on: () => [undefined],
  key: () => ['slipProgressDays'],
  figure: () => ['all', 'unnamed', 'missing'],
  category: () => ['doors', 'burst_pipe'],
  month: () => ['2026-03', '2026-02', undefined],
  building: () => ['2', '3', 'none'],
  facilityId: ({ homes }) => homes.slice(0, 1),
};

/** And an id in a path. */
function pathsOf(route: Route, known: Known): string[] {
  if (!route.path.includes('{')) return [route.path];
  if (route.path.includes('{clause}')) return ['C3', 'V8'].map((clause) => route.path.replace('{clause}', clause));
  const ids = route.path.startsWith('/tickets/')
    ? [...known.tickets, ...known.beside]
    : route.path.startsWith('/households/') || route.path.startsWith('/own-homes/')
      ? known.homes
      : route.path.startsWith('/bindings/')
        ? known.roster
        : route.path.startsWith('/errands/')
          ? [...known.errands, ...known.beside]
          : route.path.startsWith('/exchanges/')
            ? known.exchanges
            : route.path.startsWith('/duties/')
              ? [...known.duties, ...known.errands]
              : route.path.startsWith('/draws/')
                ? [...known.draws, ...known.beside]
                : known.beside;
  return ids.map((id) => route.path.replace('{id}', id));
}

/** A field's values: those the contract lists, or those of `FIELDS`. */
function valuesOf(name: string, schema: z.ZodType, known: Known): readonly (string | undefined)[] {
  // biome-ignore lint/suspicious/noExplicitAny: zod's definitions are read, not relied on
  let one = schema as any;
  let isOptional = false;
  while (['optional', 'default', 'nullable', 'pipe'].includes(one.def.type)) {
    isOptional ||= one.def.type !== 'pipe';
    one = one.def.innerType ?? one.def.in;
  }
  const asked = FIELDS[name]?.(known) ?? (one.def.type === 'enum' ? (one.options as string[]) : null);
  if (!asked) throw new Error(`teach tests/wall what to ask of ${name}`);
  return isOptional ? [undefined, ...asked] : asked;
}

/** Every way a query is asked: each field through all its values, the others as they come first. */
function queriesOf(route: Route, known: Known): string[] {
  const fields = Object.entries(route.query?.shape ?? {}).filter(([name]) => name !== 'after');
  const values = fields.map(([name, schema]) => [name, valuesOf(name, schema as z.ZodType, known)] as const);
  const first = Object.fromEntries(values.map(([name, of]) => [name, of[0]]));
  const all = [first, ...values.flatMap(([name, of]) => of.slice(1).map((value) => ({ ...first, [name]: value })))];
  return all.map((given) =>
    Object.entries(given)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => `${name}=${encodeURIComponent(value!)}`)
      .join('&'),
  );
}

const GETS = (Object.values(API) as Route[]).filter((route) => route.method === 'GET');

/** Everything that is asked with GET, of every route of the contract. */
function asksOf(known: Known): string[] {
  return GETS.flatMap((route) => {
    const queries = queriesOf(route, known);
    return pathsOf(route, known).flatMap((path) => queries.map((query) => (query ? `${path}?${query}` : path)));
  });
}

/** Routes of a ticket, asked of the complaint's own id. */
const OF_IT = GETS.filter((route) => route.path.includes('{id}')).map((route) => route.path);

type Ask = (method: string, path: string, body?: unknown) => Promise<{ status: number; text: string }>;

/** Asks as somebody, with a session begun now. */
export async function asking({ story }: Tale, name: string): Promise<Ask> {
  const token = await story.world.house.tokens.sign(await story.personId(name));
  return async (method, path, body) => {
    const answer = await story.world.app.fetch(
      new Request(`http://house/api${path}`, {
        method,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': `wall-${method}-once` },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    );
    // A sheet is packed with the hour it was made at; its words are what is compared.
    const isSheet = answer.headers.get('content-type')?.includes('spreadsheetml');
    return { status: answer.status, text: isSheet ? JSON.stringify(parts(new Uint8Array(await answer.arrayBuffer()))) : await answer.text() };
  };
}

/** Every page of what is asked. */
async function pages(ask: Ask, path: string): Promise<string[]> {
  const lines: string[] = [];
  for (let after: string | null = ''; after !== null; ) {
    const { status, text } = await ask('GET', `${path}${after ? `${path.includes('?') ? '&' : '?'}after=${encodeURIComponent(after)}` : ''}`);
    lines.push(`${status} ${text}`);
    const next: unknown = status === 200 && text.startsWith('{') ? JSON.parse(text).next : null;
    after = typeof next === 'string' ? next : null;
  }
  return lines;
}

/** Ids by the order they are met in: what stood in the template stays, the complaint's is called so, others are counted. */
function settled(lines: string[], tale: Tale): string[] {
  const names = new Map<string, string>([[tale.apart.id, 'apart']]);
  return lines.map((line) =>
    line
      .replaceAll(UUID, (id) => {
        if (tale.standing.has(id)) return id;
        if (!names.has(id)) names.set(id, `id-${names.size}`);
        return names.get(id)!;
      })
      .replaceAll(/signature=[0-9a-f]+/g, 'signature=…'),
  );
}

/** So many requests at a time: what is asked changes nothing, and stands in the order it was asked in. */
const AT_ONCE = 5;

async function allPages(ask: Ask, asks: readonly { says: string; path: string }[]): Promise<string[]> {
  const answers: string[][] = [];
  const left = asks.entries();
  const worker = async () => {
    for (const [index, { says, path }] of left) answers[index] = (await pages(ask, path)).map((page) => `${says} ${page}`);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return answers.flat();
}

/** All that somebody receives: every GET of the contract in every way, the files they took out, and what their phone showed. */
export async function receivedBy(tale: Tale, name: string): Promise<string[]> {
  const known = await knownIn(tale);
  const ask = await asking(tale, name);
  const ofIt = (path: string) => `${path.replace('{id}', tale.apart.id)}${path.includes('roster') ? `?q=${encodeURIComponent('王秀')}` : ''}`;
  const answers = await allPages(ask, [
    ...asksOf(known).map((path) => ({ says: `GET ${path}`, path })),
    ...OF_IT.map((path) => ({ says: `GET ${path} of it`, path: ofIt(path) })),
    ...known.exports.map((id) => ({ says: `file ${id}`, path: `/exports/${id}/file` })),
  ]);
  const shown = tale.standIn.shown.filter((one) => one.openid === openidOf(name));
  return settled([...answers, ...shown.map((message) => `message ${JSON.stringify(message)}`)], tale);
}

/** The lines that are not the same in both, each as it was and as it is. */
export function differences(was: readonly string[], is: readonly string[]): string[] {
  const [before, after] = [new Set(was), new Set(is)];
  return [...was.filter((line) => !after.has(line)).map((line) => `- ${line}`), ...is.filter((line) => !before.has(line)).map((line) => `+ ${line}`)];
}
