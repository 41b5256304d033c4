import { endSessions } from '../../db/queries/viewer.ts';
import type { Ctx } from '../context.ts';

/** Signs this person out of every phone, this one too, at once: no token from before is good for another request. */
export async function signOutEverywhere(ctx: Ctx): Promise<{ signedOutAt: string }> {
  const now = ctx.clock();
  await endSessions(ctx.db, ctx.viewer, now);
  return { signedOutAt: now.toISOString() };
}
