import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';
import { writeMissingTerms } from './missing-terms.ts';

export type Database = ReturnType<typeof drizzle>;
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0];
/** Where a query runs: inside a transaction or beside one. */
export type Tx = Database | Transaction;

export interface Connection {
  db: Database;
  close(): Promise<void>;
}

/**
 * One pool of connections. Small and short-lived, because suspended function instances leak clients.
 * @param watch is told the text of every statement sent (tests count round trips with it)
 */
export function connect(url: string, options: { max?: number; watch?: (statement: string) => void } = {}): Connection {
  const client = postgres(url, {
    max: options.max ?? 3,
    prepare: false,
    idle_timeout: 5,
    max_lifetime: 300,
    onnotice: () => {},
    ...(options.watch ? { debug: (_: number, statement: string) => options.watch?.(statement) } : {}),
  });
  return { db: drizzle(client), close: () => client.end({ timeout: 5 }) };
}

/** Brings the schema up to date, as the role that owns it. At deployment, never at cold start. */
export async function migrateDatabase(ownerUrl: string, migrationsFolder: string): Promise<void> {
  const { db, close } = connect(ownerUrl, { max: 1 });
  try {
    await migrate(db, { migrationsFolder });
    await writeMissingTerms(db);
  } finally {
    await close();
  }
}
