import { readAccusable } from '../../db/queries/complaints.ts';
import { readTicketFile, relationsToFile } from '../../db/queries/ticket-files.ts';
import { postsOf } from '../../shared/complaints/complaint.ts';
import { mayBeLetIn } from '../../shared/complaints/decide.ts';
import { sayName, sayPost } from '../../shared/kernel/people.ts';
import { Problem } from '../../shared/kernel/problem.ts';
import type { Ctx } from '../context.ts';

/** C3: who may be meant, each with their post, for whoever handles it or leadership; whoever may not name anybody reads no list. @throws Problem `seen/not-found`, `ticket/not-yours` */
export async function accusable(ctx: Ctx, { id }: { id: string }) {
  const file = await readTicketFile(ctx.db, ctx.viewer, id, ctx.clock());
  if (!file) throw new Problem('seen/not-found');
  const relations = relationsToFile(ctx.viewer, file);
  if (!relations.includes('handler') && !relations.includes('leadership')) throw new Problem('ticket/not-yours');
  const rows = (await readAccusable(ctx.db, ctx.viewer, id)) ?? [];
  const items = rows.map((row) => ({
    id: row.id,
    name: sayName(row.name),
    post: sayPost(row.role, row.department),
    against: postsOf([row.id], file.staff),
    mayBeLetIn: file.staff.some((holder) => holder.person === row.id && mayBeLetIn(holder)),
  }));
  return { items: items.sort((one, other) => one.post.localeCompare(other.post, 'zh')) };
}
