import { type SQL, sql } from 'drizzle-orm';

/** The service number of an office at an instant: the newest that has begun, else what the office began with (P5). */
export const serviceNumber = (office: SQL, at: SQL | string): SQL => sql`coalesce((
  select n.number from hotlines n where n.office_id = ${office}.id and n.purpose = 'service' and n.from_on <= (${at}::timestamptz at time zone 'Asia/Shanghai')::date
  order by n.from_on desc, n.id desc limit 1), ${office}.hotline)`;
