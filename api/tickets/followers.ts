import { beginFollowing, endFollowing, holdFollowable, readAlike } from '../../db/queries/followers.ts';
import { readHomeContext, readTicketFile, relationsToFile } from '../../db/queries/ticket-files.ts';
import type { Done } from '../../shared/contract/tickets.ts';
import { isOwnTo } from '../../shared/kernel/people.ts';
import { Problem } from '../../shared/kernel/problem.ts';
import { settingsAt } from '../../shared/kernel/settings.ts';
import { HOUR } from '../../shared/kernel/time.ts';
import { isPromisedToFollowers, isSamePlace, publicPlace } from '../../shared/tickets/followers.ts';
import { labelOf } from '../../shared/tickets/promise-words.ts';
import { sayTitle } from '../../shared/tickets/title.ts';
import { type Ctx, transact } from '../context.ts';
import { deedOn, record } from '../ledger/record.ts';
import { workLater } from '../outbox/worker.ts';
import { command } from './command.ts';

/** Who follows, at most so many answers a question. */
const SHOWN = 3;

/**
 * Whether somebody reported the same public place already, and it is not mended yet: no name, no words, no photo of theirs.
 * @throws Problem `home/not-yours`
 */
export async function alike(ctx: Ctx, input: { homeId: string; category: string; where: string }) {
  const now = ctx.clock();
  const office = await readHomeContext(ctx.db, ctx.viewer, input.homeId, now);
  if (!office) throw new Problem('home/not-yours');
  const since = new Date(now.getTime() - settingsAt(office.settings, now).alikeWithinHours * HOUR);
  const lines = await readAlike(ctx.db, ctx.viewer, office.officeId, input.category, since);
  const same = lines.filter((line) => isSamePlace(input.where, line.where, office.unitLabel)).slice(0, SHOWN);
  return {
    now: now.toISOString(),
    items: same.map((line) => {
      const next = line.ledger.filter((one) => isPromisedToFollowers(one.what)).sort((a, b) => a.dueBy.getTime() - b.dueBy.getTime())[0];
      return {
        id: line.id,
        title: sayTitle(line.state.kind, line.state.category),
        place: publicPlace(line.where),
        receivedAt: line.state.receivedAt.toISOString(),
        following: line.follows,
        next: next ? { label: labelOf(next.what, next.clause), dueBy: next.dueBy.toISOString() } : null,
      };
    }),
  };
}

/**
 * Follows a report of a public place that a neighbour made; asked twice, it is once. Staff see that one more household waits for it.
 * @throws Problem `seen/not-found`, `ticket/not-yours` for what is not a public place's or one's own, `ticket/action-refused` once it is mended
 */
export async function follow(ctx: Ctx, input: { id: string }): Promise<Done> {
  const done = await transact(ctx, async (tx) => {
    const now = ctx.clock();
    const isThere = await holdFollowable(tx, ctx.viewer, input.id);
    if (!isThere) throw new Problem((await readTicketFile(tx, ctx.viewer, input.id, now)) ? 'ticket/not-yours' : 'seen/not-found');
    const isNew = await beginFollowing(tx, ctx.viewer, input.id, now);
    const file = (await readTicketFile(tx, ctx.viewer, input.id, now))!;
    if (isOwnTo(relationsToFile(ctx.viewer, file))) throw new Problem('ticket/not-yours', '这一件就是您报的');
    const answer = { id: file.id, number: file.number, status: file.state.status };
    if (!isNew) return { ...answer, version: file.version };
    if (!['received', 'dispatched', 'on_site'].includes(file.state.status))
      throw new Problem('ticket/action-refused', '这一件已经修好了，还有问题请另外报');
    const [after] = await record(ctx, tx, [
      deedOn('ticket', file, ctx.viewer.id, [{ did: 'followed', facts: {}, by: ctx.viewer.id, byResident: true }]),
    ]);
    return { ...answer, version: after!.version };
  });
  workLater(ctx);
  return done;
}

/** Takes back following. @throws Problem `ticket/action-refused` where nothing is followed */
export const unfollow = command<{ id: string }>('unfollow', async (reading, input, tx, ctx) => {
  if (!(await endFollowing(tx, ctx.viewer, input.id, reading.now))) throw new Problem('ticket/action-refused', '您现在没有跟着这一件');
  return { did: 'unfollowed', facts: {} };
});
