import { listBulletins } from '../../db/queries/bulletins.ts';
import { sayPost } from '../../shared/kernel/people.ts';
import { Problem } from '../../shared/kernel/problem.ts';
import type { Ctx } from '../context.ts';
import { idCursor, pageOf } from '../http/pages.ts';

/** What every colleague was told after a major complaint, newest first; it opens no complaint to anybody (C7). @throws Problem `bulletins/staff-only` */
export async function bulletins(ctx: Ctx, input: { after?: string | undefined }) {
  const rows = await listBulletins(ctx.db, ctx.viewer, idCursor(input.after));
  if (!rows) throw new Problem('bulletins/staff-only');
  const page = pageOf(
    rows,
    (row) => row.id,
    (row) => ({ id: row.id, at: row.at.toISOString(), words: row.words, byPost: row.role === null ? '' : sayPost(row.role, row.department) }),
  );
  return { now: ctx.clock().toISOString(), ...page };
}
