// Counts the pages a statement touches, as Postgres counts them.
import postgres from 'postgres';
import type { Statement } from './house.ts';

export interface Pages {
  executing: number;
  planning: number;
}

const asSent = (value: unknown) => value;

/** A connection that sends parameters as they were captured: what was JSON text stays so. */
export const openExplainer = (url: string) =>
  postgres(url, {
    max: 1,
    prepare: false,
    onnotice: () => {},
    types: {
      json: { to: 114, from: [114], serialize: asSent, parse: (text: string) => JSON.parse(text) },
      jsonb: { to: 3802, from: [3802], serialize: asSent, parse: asSent },
      instant: { to: 1184, from: [1184], serialize: asSent, parse: asSent },
    },
  }) as unknown as postgres.Sql;

interface Buffers {
  'Node Type'?: string;
  'Shared Hit Blocks'?: number;
  'Shared Read Blocks'?: number;
  Plans?: Buffers[];
}

/** A root counts its children, but for writing CTEs that nobody reads from: Postgres runs those after it. */
function touched(node: Buffers | undefined): number {
  const own = (node?.['Shared Hit Blocks'] ?? 0) + (node?.['Shared Read Blocks'] ?? 0);
  const writes = (node?.Plans ?? []).filter((child) => child['Node Type'] === 'ModifyTable').reduce((sum, child) => sum + touched(child), 0);
  return node?.['Node Type'] === 'Result' ? Math.max(own, writes) : own;
}

/** The plan of one statement with its parameters as they were sent, as `explain (analyze, buffers)` has it. It is executed. */
export async function explain(sql: postgres.Sql | postgres.TransactionSql, statement: Statement): Promise<{ pages: Pages; plan: unknown }> {
  const [row] = await sql.unsafe(`explain (analyze, buffers, format json) ${statement.text}`, statement.parameters as never[]);
  const [plan] = row!['QUERY PLAN'] as { Plan: Buffers; Planning?: Buffers }[];
  return { pages: { executing: touched(plan!.Plan), planning: touched(plan!.Planning) }, plan };
}
