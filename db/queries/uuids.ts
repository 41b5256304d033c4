import { type SQL, sql } from 'drizzle-orm';

/** Ids as one parameter, for `= any(…)`. */
export const uuids = (ids: readonly string[]): SQL => sql`${`{${ids.join(',')}}`}::uuid[]`;
