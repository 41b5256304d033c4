import { sql } from 'drizzle-orm';
import type { Tx } from '../connect.ts';
import type { Viewer } from './viewer.ts';

/** The WeChat of whoever asks, if theirs is bound: their own words are checked under it. */
export async function openidOfViewer(tx: Tx, viewer: Viewer): Promise<string | null> {
  const [row] = await tx.execute<{ openid: string }>(sql`select openid from wechat_accounts where person_id = ${viewer.id} and unbound_at is null`);
  return row?.openid ?? null;
}
