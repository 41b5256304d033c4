import { type SQL, sql } from 'drizzle-orm';

/** Whether appointments `a` is in force at an instant. */
export const isInForce = (at: string, a: SQL = sql`a`): SQL => sql`(${a}.from_at <= ${at} and (${a}.until_at is null or ${a}.until_at > ${at}))`;

/** Whether whoever holds appointments `a` is on leave from its office (Z15). */
export const isAway = (at: string, a: SQL = sql`a`): SQL =>
  sql`exists (select 1 from leaves away where away.office_id = ${a}.office_id and away.person_id = ${a}.person_id and away.from_at <= ${at} and coalesce(away.ended_at, away.until_at) > ${at})`;

/** Whether appointments `a` is held now, for whoever is looked for to do or to hear something: in force, and nobody on leave (Z15). */
export const isHeld = (at: string, a: SQL = sql`a`): SQL => sql`(${isInForce(at, a)} and not ${isAway(at, a)})`;
