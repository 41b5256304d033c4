import { sql } from 'drizzle-orm';
import type { Tx } from '../connect.ts';
import type { Json } from './json.ts';
import type { System, Viewer } from './viewer.ts';

/** How often an answer was given to a question, and how many answered the question. */
export interface Tally {
  code: string;
  value: string;
  count: number;
  valid: number;
}

/** The same of one building, or of those whose building is not kept. */
interface CountedAt {
  building: number | null;
  code: string;
  /** Null counts whoever answered the question. */
  value: string | null;
  count: number;
}

/** Everything a survey's answers come to, counted in one reading of them. */
export interface Tallies {
  whole: Tally[];
  ofBuilding(building: number): Tally[];
}

/** Counts of several buildings as one. */
function talliesIn(lines: readonly CountedAt[]): Tally[] {
  const valid = new Map<string, number>();
  const given = new Map<string, Omit<Tally, 'valid'>>();
  for (const { code, value, count } of lines) {
    if (value === null) valid.set(code, (valid.get(code) ?? 0) + count);
    else given.set(`${code} ${value}`, { code, value, count: (given.get(`${code} ${value}`)?.count ?? 0) + count });
  }
  return [...given.values()].map((one) => ({ ...one, valid: valid.get(one.code) ?? 0 }));
}

/**
 * How often each answer was given to each question but those of words. The answers are counted as they stand, whatever shape they have, in one pass; only what differs is taken apart.
 * @param words the codes of the questions that are answered in words
 */
export async function readTallies(tx: Tx, _viewer: Viewer | System, { id, words }: { id: string; words: readonly string[] }): Promise<Tallies> {
  const rows = await tx.execute<Json>(sql`
    with said as materialized (select a.building, e.key as code, e.value, count(*) as n from survey_answers a cross join lateral jsonb_each(a.body) e
      where a.survey_id = ${id} and e.key <> all(${`{${words.join(',')}}`}::text[]) group by 1, 2, 3)
    select said.building, said.code, given.value, sum(said.n)::int as count from said
      cross join lateral (select said.value #>> '{}' as value where jsonb_typeof(said.value) in ('number', 'string')
        union all select o.value from jsonb_array_elements_text(case jsonb_typeof(said.value) when 'array' then said.value else '[]' end) o
        union all select l.key || '/' || (l.value #>> '{}') from jsonb_each(case jsonb_typeof(said.value) when 'object' then said.value else '{}' end) l
        union all select null) given
    group by 1, 2, 3 order by 1, 2, 3`);
  const lines = rows.map(
    ({ building, code, value, count }): CountedAt => ({
      building: building === null ? null : Number(building),
      code: String(code),
      value: value === null ? null : String(value),
      count: Number(count),
    }),
  );
  return { whole: talliesIn(lines), ofBuilding: (building) => talliesIn(lines.filter((line) => line.building === building)) };
}
