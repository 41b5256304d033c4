import type { sql } from 'drizzle-orm';
import type { Database } from '../../db/connect.ts';

/** What is wrong, and on which ticket. */
export interface Wrong {
  ticketId: string | null;
  what: string;
}

export type Row = Record<string, unknown>;

/** The rows of a statement, unread. */
export const rowsOf = (db: Database, statement: ReturnType<typeof sql>): Promise<Row[]> => db.execute<Row>(statement) as unknown as Promise<Row[]>;
