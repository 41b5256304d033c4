import { sql } from 'drizzle-orm';
import type { Tx } from '../connect.ts';

/**
 * Takes a key made at the tap. Waits for another transaction that holds the same key.
 * @returns null when it is new; otherwise what it has already done, and for which body
 */
export async function takeKey(
  tx: Tx,
  line: { officeId: string; personId: string; route: string; key: string; digest: string; subject: string; at: Date },
): Promise<{ subject: string; digest: string } | null> {
  const taken = await tx.execute<{ subject: string }>(sql`
    insert into idempotency_keys (office_id, person_id, route, key, digest, subject, at)
    values (${line.officeId}, ${line.personId}, ${line.route}, ${line.key}, ${line.digest}, ${line.subject}, ${line.at.toISOString()})
    on conflict do nothing returning subject`);
  if (taken.length > 0) return null;
  const [known] = await tx.execute<{ subject: string; digest: string }>(
    sql`select subject, digest from idempotency_keys where person_id = ${line.personId} and route = ${line.route} and key = ${line.key}`,
  );
  return known ?? null;
}
