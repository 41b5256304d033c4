import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../connect.ts';
import { uuids } from './uuids.ts';
import type { System } from './viewer.ts';

/** The table each kind of subject stands in. */
const TABLES = { ticket: 'tickets', removal: 'removals', approval: 'approvals', errand: 'errands' } as const;

export type OwingKind = keyof typeof TABLES;

/** The tables of what comes to an end by itself, each with an index of its own. */
const ALONE = { ticket: sql`tickets`, errand: sql`errands` } as const;
type AloneKind = keyof typeof ALONE;
const aloneOf = (kind: OwingKind) => (ALONE as Partial<Record<OwingKind, SQL>>)[kind];
const eachAlone = (part: (kind: AloneKind, table: SQL) => SQL): SQL =>
  sql.join(
    (Object.keys(ALONE) as AloneKind[]).map((kind) => part(kind, ALONE[kind])),
    sql` `,
  );

/** Offices that have something of a kind to look at now, each found by one probe of the index; a kind that owes nothing anywhere is not asked for. */
export async function officesToLookAt(
  tx: Tx,
  _system: System,
  now: Date,
  kinds: readonly OwingKind[],
): Promise<{ officeId: string; kind: OwingKind }[]> {
  const at = now.toISOString();
  const rows = await tx.execute<{ id: string; kind: OwingKind }>(sql`
    with owing as materialized (select k.kind from jsonb_array_elements_text(${JSON.stringify(kinds)}::jsonb) k(kind)
      where exists (select 1 from promises p where p.subject_kind = k.kind and p.next_look_at <= ${at})
        ${eachAlone((kind, table) => sql`or k.kind = ${kind} and exists (select 1 from ${table} t where t.next_look_at <= ${at})`)})
    select o.id, owing.kind from owing cross join offices o
    where exists (select 1 from promises p where p.subject_kind = owing.kind and p.office_id = o.id and p.next_look_at <= ${at})
      ${eachAlone((kind, table) => sql`or owing.kind = ${kind} and exists (select 1 from ${table} t where t.office_id = o.id and t.next_look_at <= ${at})`)} order by o.id, owing.kind desc`);
  return rows.map((row) => ({ officeId: row.id, kind: row.kind }));
}

/** Subjects of an office to look at now, and whether there may be more. */
export interface Owing {
  ids: string[];
  isLast: boolean;
}

/** Locks the subjects of an office behind its next `limit` looks, but for some; what another sweep holds is left to it. */
export async function lockSubjects(
  tx: Tx,
  _system: System,
  kind: OwingKind,
  officeId: string,
  now: Date,
  limit: number,
  except: readonly string[],
): Promise<Owing> {
  const table = aloneOf(kind);
  const alone =
    table !== undefined
      ? sql` union all (select m.id from ${table} m where m.office_id = ${officeId} and m.next_look_at <= ${now.toISOString()} and not (m.id = any(${uuids(except)})) order by m.next_look_at limit ${limit})`
      : sql``;
  const rows = await tx.execute<{ id: string; looks: number }>(sql`
    with picked as materialized (
      (select p.subject from promises p where p.office_id = ${officeId} and p.next_look_at <= ${now.toISOString()} and p.subject_kind = ${kind} and not (p.subject = any(${uuids(except)})) order by p.next_look_at limit ${limit})${alone})
    select t.id, (select count(*)::int from picked) as looks
    from (select distinct subject from picked) owing join ${sql.identifier(TABLES[kind])} t on t.id = owing.subject
    for update of t skip locked`);
  return { ids: rows.map((row) => row.id), isLast: rows.length > 0 && rows[0]!.looks < limit };
}

/**
 * The soonest look of all, of promises and of what comes to an end by itself, from one probe an office and kind: promises are written too often to keep an index for this
 * alone.
 */
const SOONEST = sql`(select min(soonest.next_look_at) from offices o cross join unnest(array[${sql.join(
  Object.keys(TABLES).map((kind) => sql`${kind}`),
  sql`, `,
)}]::text[]) k(kind) cross join lateral (
  (select p.next_look_at from promises p where p.office_id = o.id and p.subject_kind = k.kind and p.next_look_at is not null order by p.next_look_at limit 1)
  ${eachAlone((kind, table) => sql`union all (select t.next_look_at from ${table} t where k.kind = ${kind} and t.office_id = o.id and t.next_look_at is not null order by t.next_look_at limit 1)`)}) soonest)`;

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
