import { makePgArray, parsePgArray } from 'drizzle-orm/pg-core';
import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { isCutOff } from './gone.ts';

export type Database = ReturnType<typeof drizzle>;
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0];
/** Where a query runs: inside a transaction or beside one. */
export type Tx = Database | Transaction;

export interface Connection {
  db: Database;
  close(): Promise<void>;
}

type Client = Pick<postgres.Sql, 'unsafe'> & { begin?: unknown; savepoint?: unknown };

/**
 * Runs what a transaction does, and leaves it to the driver to end one whose connection is gone: it rejects when the connection closes, but would first
 * send `rollback` into a socket that is no more, which ends the process or spoils the connection that comes after it.
 */
async function ended(work: Promise<unknown>): Promise<unknown> {
  try {
    return await work;
  } catch (error) {
    if (isCutOff(error)) return new Promise(() => {});
    throw error;
  }
}

/**
 * Keeps transactions from speaking on a connection that is gone, and, where asked, has every statement prepared once a connection, inside
 * transactions too: drizzle asks postgres.js to prepare nothing.
 */
function careful<C extends Client>(client: C, prepare: boolean): C {
  const open = client as unknown as Record<string, (...taken: unknown[]) => unknown>;
  const { unsafe } = open;
  if (prepare) open.unsafe = (text, parameters, options) => unsafe!(text, parameters, { ...(options as object), prepare: true });
  for (const name of ['begin', 'savepoint']) {
    const frame = open[name];
    if (!frame) continue;
    open[name] = (...taken) =>
      frame(...taken.map((one) => (typeof one === 'function' ? (inner: Client) => ended(Promise.resolve(one(careful(inner, prepare)))) : one)));
  }
  return client;
}

const arrays = (oid: number, element: (text: string) => unknown) => ({
  to: oid,
  from: [oid],
  serialize: (given: unknown) => (typeof given === 'string' ? given : makePgArray(given as unknown[])),
  parse: (text: string) => parsePgArray(text).map((one) => element(one as string)),
});

/** The arrays this house reads and writes. The driver would ask each new connection for all there are, and end the process if that one dies meanwhile. */
const ARRAYS = { integers: arrays(1007, Number), texts: arrays(1009, String), uuids: arrays(2951, String) };

/**
 * One pool of connections. Small and short-lived, because suspended function instances leak clients.
 * @param prepare statements are prepared: on a direct connection, or through a pooler that keeps them apart (PgBouncer from 1.21 on)
 * @param watch is told every statement sent, and its parameters (tests count round trips with it, the bench counts pages)
 */
export function connect(
  url: string,
  options: { max?: number; prepare?: boolean; watch?: (statement: string, parameters: unknown[]) => void } = {},
): Connection {
  const client = postgres(url, {
    max: options.max ?? 3,
    prepare: options.prepare ?? false,
    idle_timeout: 5,
    max_lifetime: 300,
    connect_timeout: 10,
    // The driver's own pause grows to 20 s: long after Postgres is back.
    backoff: (retries: number) => Math.min(0.02 * 2 ** retries, 1) * (0.5 + Math.random() / 2),
    onnotice: () => {},
    fetch_types: false,
    types: ARRAYS,
    ...(options.watch ? { debug: (_: number, statement: string, parameters: unknown[]) => options.watch?.(statement, parameters) } : {}),
  });
  return { db: drizzle(careful(client, options.prepare ?? false)), close: () => client.end({ timeout: 5 }) };
}
