import { sql } from 'drizzle-orm';
import type { Transaction, Tx } from '../connect.ts';
import { endSessions, type Viewer } from './viewer.ts';

/** The WeChat of whoever asks, if theirs is bound: their own words are checked under it. */
export async function openidOfViewer(tx: Tx, viewer: Viewer): Promise<string | null> {
  const [row] = await tx.execute<{ openid: string }>(sql`select openid from wechat_accounts where person_id = ${viewer.id} and unbound_at is null`);
  return row?.openid ?? null;
}

/** Since when this viewer's WeChat is bound; null where none is. */
export async function boundSince(tx: Tx, viewer: Viewer): Promise<Date | null> {
  const [row] = await tx.execute<{ bound_at: string }>(
    sql`select bound_at from wechat_accounts where person_id = ${viewer.id} and unbound_at is null`,
  );
  return row ? new Date(row.bound_at) : null;
}

/** Unbinds this viewer's WeChat and ends every session of theirs. */
export async function unbindViewer(tx: Transaction, viewer: Viewer, now: Date): Promise<void> {
  await endSessions(tx, viewer, now);
  await tx.execute(sql`update wechat_accounts set unbound_at = ${now.toISOString()} where person_id = ${viewer.id} and unbound_at is null`);
}

/** Unbinds the WeChat of somebody who has to come in by their own number from now on, and ends every session of theirs. */
export async function unbindPerson(tx: Transaction, _viewer: Viewer, personId: string, now: Date): Promise<void> {
  await tx.execute(sql`update people set signed_out_before = greatest(signed_out_before, ${now.toISOString()}) where id = ${personId}`);
  await tx.execute(sql`update wechat_accounts set unbound_at = ${now.toISOString()} where person_id = ${personId} and unbound_at is null`);
}
