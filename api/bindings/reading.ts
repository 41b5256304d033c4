import { answeredOffices, bindingOffices, findOnRoster, readBindingRequest, readBindingRequests } from '../../db/queries/bindings.ts';
import { readColleagues, readHeadOffices } from '../../db/queries/invitations.ts';
import type { Colleague, RosterLine } from '../../shared/contract/bindings.ts';
import { Problem } from '../../shared/kernel/problem.ts';
import { invitesAt } from '../../shared/sign-in/invitations.ts';
import { fillsAny } from '../../shared/staff/fillers.ts';
import type { Ctx } from '../context.ts';
import { idCursor, pageOf } from '../http/pages.ts';
import { maskNumber } from '../identity/numbers.ts';
import { askerOf } from '../staff-posts/reading.ts';

/** Requests that wait for the service centre (A1). @throws Problem `binding/not-yours` */
export async function bindingRequests(ctx: Ctx, input: { after?: string | undefined }) {
  if (bindingOffices(ctx.viewer).length === 0) throw new Problem('binding/not-yours');
  const answers = answeredOffices(ctx.viewer);
  return pageOf(
    await readBindingRequests(ctx.db, ctx.viewer, idCursor(input.after)),
    (row) => row.id,
    (row) => ({
      id: row.id,
      officeName: row.officeName,
      name: row.name,
      home: row.home,
      phone: maskNumber(row.last4),
      last4: row.last4,
      vouched: row.vouched,
      askedAt: row.askedAt.toISOString(),
      mayAnswer: answers.includes(row.officeId) && !row.isOwn,
    }),
  );
}

/** Residents who may be the one asking; colleagues and one's own home are left out. @throws Problem `seen/not-found`, `binding/not-yours` */
export async function bindingRoster(ctx: Ctx, input: { id: string; q: string }): Promise<{ items: RosterLine[] }> {
  const request = await readBindingRequest(ctx.db, ctx.viewer, input.id);
  if (!request) throw new Problem('seen/not-found');
  if (!answeredOffices(ctx.viewer).includes(request.officeId)) throw new Problem('binding/not-yours');
  const found = await findOnRoster(ctx.db, ctx.viewer, request, input.q);
  return {
    items: found
      .filter((one) => !one.isColleague && !one.isOwnHome)
      .map(({ id, name, homes, last4, phoneIndex, isBound, doubts }) => ({
        id,
        name,
        homes,
        phone: maskNumber(last4),
        isRegisteredNumber: phoneIndex === request.phoneIndex,
        isBound,
        doubts,
      })),
  };
}

/** Colleagues this viewer may invite. @throws Problem `invitation/not-yours` */
export async function colleagues(ctx: Ctx): Promise<{ items: Colleague[] }> {
  if (!fillsAny(askerOf(ctx).posts)) throw new Problem('invitation/not-yours');
  const headOffices = await readHeadOffices(ctx.db, ctx.viewer);
  const all = await readColleagues(ctx.db, ctx.viewer);
  return {
    items: all
      .filter((one) => invitesAt(askerOf(ctx), one, headOffices) !== null)
      .map((one) => ({
        id: one.id,
        name: one.name,
        posts: one.posts.map(({ officeName, role, department }) => ({
          officeName,
          role,
          department: department as Colleague['posts'][number]['department'],
        })),
        boundAt: one.boundAt?.toISOString() ?? null,
        invitedUntil: one.invitedUntil?.toISOString() ?? null,
      })),
  };
}
