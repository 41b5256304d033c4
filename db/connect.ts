import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';

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
 * Has every statement prepared once a connection, inside transactions too: drizzle hands postgres.js plain text, which it would not prepare by
 * itself.
 */
function preparing<C extends Client>(client: C): C {
  const open = client as unknown as Record<string, (...taken: unknown[]) => unknown>;
  const { unsafe } = open;
  open.unsafe = (text, parameters, options) => unsafe!(text, parameters, { prepare: true, ...(options as object) });
  for (const name of ['begin', 'savepoint']) {
    const frame = open[name];
    if (!frame) continue;
    open[name] = (...taken) => frame(...taken.map((one) => (typeof one === 'function' ? (inner: Client) => one(preparing(inner)) : one)));
  }
  return client;
}

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
    ...(options.watch ? { debug: (_: number, statement: string, parameters: unknown[]) => options.watch?.(statement, parameters) } : {}),
  });
  return { db: drizzle(options.prepare ? preparing(client) : client), close: () => client.end({ timeout: 5 }) };
}
