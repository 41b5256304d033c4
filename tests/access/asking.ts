import { createApp } from '../../api/app.ts';
import type { Database } from '../../db/connect.ts';
import { writesSince } from '../support/writes.ts';
import type { Cast } from './cast.ts';

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
  /^\/(tickets|intake|service-orders|service-orders\/oral|remarks|remarks\/taken|complaints|complaints\/taken|inbox\/read|tickets\/[^/]+\/(photos|voices|say|note|look|reveal|follow|change|urge|dispute-merge)|(photos|voices)\/[^/]+\/finalise|session\/(sign-out-everywhere|wechat\/unbind)|sign-in\/[\w-]+|bindings\/[^/]+\/(accept|decline)|colleagues\/[^/]+\/invite|staff-posts(\/[^/]+(\/[\w-]+)*)?|households\/[^/]+\/\w[\w-]*|own-homes\/join|own-homes\/[^/]+\/\w[\w-]*|own-record\/forget|registers\/[^/]+\/exports|errands|errands\/letters|errands\/[^/]+\/\w[\w-]*|analysis\/actions|keepers|exchanges|exchanges\/[^/]+\/(amend|distribute|set-aside|photos)|duties\/[^/]+\/(open|record)|surveys(\/[^/]+\/\w[\w-]*)?|needs-surveys\/[^/]+\/\w[\w-]*|mailbox(\/[^/]+(\/\w[\w-]*)?)?|questionnaires|consents|company\/offices(\/[^/]+\/\w+)?)$/;

/** Asked with GET, and counted all the same. */
const COUNTED_GET = /^\/(sign-in\/estates|households|intake\/homes|bindings\/[^/]+\/roster)/;

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
export async function askAndUndo(cast: Cast, name: string | null, method: string, path: string, body?: unknown): Promise<Measured> {
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

export async function personOf(cast: Cast, name: string): Promise<string> {
  const known = ids.get(cast) ?? new Map<string, string>();
  ids.set(cast, known);
  if (!known.has(name)) known.set(name, await cast.story.personId(name));
  return known.get(name)!;
}
