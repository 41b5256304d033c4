import { type SQL, sql } from 'drizzle-orm';

/** Ids as one parameter, for `= any(…)`. */
export const uuids = (ids: readonly string[]): SQL => sql`${`{${ids.join(',')}}`}::uuid[]`;

/** The lowest id anything recorded at an instant can have: ids tell the time they were made at. */
export const lowestId = (at: Date) => {
  const hex = at.getTime().toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
};
