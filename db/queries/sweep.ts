import { sql } from 'drizzle-orm';
import type { Tx } from '../connect.ts';
import type { System } from './viewer.ts';

/** Offices that have something to look at now, each found by one probe of the index. */
export async function officesToLookAt(tx: Tx, _system: System, now: Date): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    select o.id from offices o where exists (select 1 from promises p where p.office_id = o.id and p.next_look_at <= ${now.toISOString()}) order by o.id`);
  return rows.map((row) => row.id);
}

/** The table each kind of subject stands in. */
const TABLES = { ticket: 'tickets', removal: 'removals', approval: 'approvals' } as const;

/** Locks the subjects of an office behind its next `limit` looks, but for some; what another sweep holds is left to it. */
export async function lockSubjects(
  tx: Tx,
  _system: System,
  kind: keyof typeof TABLES,
  officeId: string,
  now: Date,
  limit: number,
  except: readonly string[],
): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    select t.id from ${sql.identifier(TABLES[kind])} t
    where t.office_id = ${officeId} and t.id in (
      select p.subject from promises p where p.office_id = ${officeId} and p.next_look_at <= ${now.toISOString()} and p.subject_kind = ${kind} and not (p.subject = any(${`{${except.join(',')}}`}::uuid[])) order by p.next_look_at limit ${limit})
    for update skip locked`);
  return rows.map((row) => row.id);
}

/** The soonest look of all, from one probe an office: promises are written too often to keep an index for this alone. */
const SOONEST = sql`(select min(soonest.next_look_at) from offices o cross join lateral (
  select p.next_look_at from promises p where p.office_id = o.id and p.next_look_at is not null order by p.next_look_at limit 1) soonest)`;

/** The next instant anything is to be looked at; the demo and the year's clock jump there. */
export async function nextLook(tx: Tx, _system: System): Promise<Date | null> {
  const [row] = await tx.execute<{ at: string | null }>(sql`select ${SOONEST} as at`);
  return row?.at ? new Date(row.at) : null;
}

/** Ages in seconds of the oldest look and the oldest message that are overdue. */
export async function readAges(tx: Tx, now: Date): Promise<{ oldestLookSeconds: number; oldestOutboxSeconds: number }> {
  const at = now.toISOString();
  const [row] = await tx.execute<{ look: number; outbox: number }>(sql`
    select coalesce(greatest(extract(epoch from ${at}::timestamptz - ${SOONEST})::int, 0), 0) as look,
      coalesce(extract(epoch from ${at}::timestamptz - (select min(b.due_at) from outbox b where b.done_at is null and b.due_at <= ${at}))::int, 0) as outbox`);
  return { oldestLookSeconds: row?.look ?? 0, oldestOutboxSeconds: row?.outbox ?? 0 };
}
