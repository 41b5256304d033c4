import { type SQL, sql } from 'drizzle-orm';
import type { Purpose } from '../../shared/hotlines/hotlines.ts';

/** An office's number at an instant, as it was set last; null where none was, or it ended (P5). */
const numberOf = (office: SQL, purpose: Purpose, at: string): SQL => sql`(
  select n.number from hotlines n where n.office_id = ${office}.id and n.purpose = ${purpose} and n.from_on <= (${at}::timestamptz at time zone 'Asia/Shanghai')::date
  order by n.from_on desc, n.id desc limit 1)`;

/** The service number of an office at an instant: the newest that has begun, else what the office began with (P5). */
export const serviceNumber = (office: SQL, at: string): SQL => sql`coalesce(${numberOf(office, 'service', at)}, ${office}.hotline)`;

/** Whom to ring in a danger: the duty number, or the service number where there is none (P5). */
export const dutyNumber = (office: SQL, at: string): SQL => sql`coalesce(${numberOf(office, 'duty', at)}, ${serviceNumber(office, at)})`;
