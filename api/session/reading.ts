import { countUnread } from '../../db/queries/inbox.ts';
import { homesNow } from '../../db/queries/viewer.ts';
import type { Session } from '../../shared/contract/session.ts';
import type { Ctx } from '../context.ts';

/** Who is asking, with homes, roles and a token that will do for a while. */
export async function session(ctx: Ctx): Promise<Session> {
  const now = ctx.clock();
  return {
    now: now.toISOString(),
    token: await ctx.tokens.sign(ctx.viewer.id, ctx.signedInAt),
    person: { id: ctx.viewer.id, name: ctx.viewer.name },
    homes: homesNow(ctx.viewer, now).map((home) => ({
      id: home.homeId,
      officeId: home.officeId,
      officeName: home.officeName,
      label: home.label,
      as: home.as,
      hotline: home.hotline,
      duty: home.duty,
    })),
    appointments: ctx.viewer.appointments.map(({ officeId, officeName, role, department, deputyForName }) => ({
      officeId,
      officeName,
      role,
      department,
      ...(deputyForName === undefined ? {} : { deputyFor: deputyForName }),
    })),
    hotline: ctx.viewer.hotline,
    duty: ctx.viewer.duty,
    unread: await countUnread(ctx.db, ctx.viewer),
  };
}
