import { visibleErrands } from '../../db/queries/errands.ts';
import { type ColleagueRow, readColleagues } from '../../db/queries/invitations.ts';
import {
  type LeaveRow,
  lookAtPost,
  type OfficeRow,
  type PostRow,
  readHeld,
  readLeavesOf,
  readOffices,
  readPostsOf,
} from '../../db/queries/staff-posts.ts';
import type { HeldByName, StaffMember, StaffOffice } from '../../shared/contract/staff-posts.ts';
import { keptChannelOf } from '../../shared/duties/channels.ts';
import { ERRAND_KINDS, type ErrandKind } from '../../shared/errands/errand.ts';
import { Problem } from '../../shared/kernel/problem.ts';
import { invitesAt } from '../../shared/sign-in/invitations.ts';
import { fillsAny } from '../../shared/staff/fillers.ts';
import { fills, levelsAt } from '../../shared/staff/levels.ts';
import { books, climbsTo } from '../../shared/staff/posts.ts';
import type { Ctx } from '../context.ts';

/** Whoever asks, by the posts that are their own: a deputy does not appoint, and ends nobody (Z15). */
export const askerOf = ({ viewer }: Ctx) => ({ id: viewer.id, posts: viewer.appointments.filter((one) => one.deputyFor === undefined) });

export const headOfficesOf = (offices: readonly OfficeRow[]): string[] => offices.filter((one) => one.isHeadOffice).map((one) => one.id);

function memberOf(
  ctx: Ctx,
  posts: readonly PostRow[],
  leaves: readonly LeaveRow[],
  known: ColleagueRow | undefined,
  headOffices: string[],
): StaffMember {
  const [first] = posts as [PostRow];
  const by = askerOf(ctx);
  const own = posts.filter((post) => !post.deputyForId);
  const mayBook = books(by, first.personId, own, headOffices);
  return {
    id: first.personId,
    name: first.personName,
    posts: posts.map((post) => ({
      id: post.id,
      role: post.role,
      department: post.department,
      trades: post.trades,
      from: post.from.toISOString(),
      until: post.until?.toISOString() ?? null,
      deputyFor: post.deputyForName,
      mayEnd: post.personId !== by.id && !post.deputyForId && !post.endedAt && fills(by.posts, post, headOffices),
    })),
    leaves: leaves.map(({ id, from, until, deputyName }) => ({
      id,
      from: from.toISOString(),
      until: until.toISOString(),
      deputyName,
      mayEnd: mayBook,
    })),
    boundAt: known?.boundAt?.toISOString() ?? null,
    invitedUntil: known?.invitedUntil?.toISOString() ?? null,
    mayInvite: known !== undefined && invitesAt(by, known, headOffices) !== null,
    mayBookLeave: mayBook,
  };
}

/** Who works where, of the offices whose posts this viewer fills. @throws Problem `staff-posts/not-yours` */
export async function staffPosts(ctx: Ctx): Promise<{ offices: StaffOffice[] }> {
  if (!fillsAny(askerOf(ctx).posts)) throw new Problem('staff-posts/not-yours');
  const offices = await readOffices(ctx.db, ctx.viewer);
  const headOffices = headOfficesOf(offices);
  const by = askerOf(ctx);
  const filled = offices.flatMap((office) => {
    const roles = levelsAt(office.isHeadOffice ? 'headOffice' : 'estate')
      .map((row) => row.role)
      .filter((role) => fills(by.posts, { officeId: office.id, role }, headOffices));
    return roles.length > 0 ? [{ ...office, roles }] : [];
  });
  const ids = filled.map((one) => one.id);
  const posts = await readPostsOf(ctx.db, ctx.viewer, ids);
  const leaves = await readLeavesOf(ctx.db, ctx.viewer, ids);
  const known = new Map((await readColleagues(ctx.db, ctx.viewer)).map((one) => [one.id, one]));
  return {
    offices: filled.map((office) => {
      const here = posts.filter((post) => post.officeId === office.id);
      const people = [...new Set(here.map((post) => post.personId))];
      return {
        ...office,
        people: people.map((person) =>
          memberOf(
            ctx,
            here.filter((post) => post.personId === person),
            leaves.filter((leave) => leave.officeId === office.id && leave.personId === person),
            known.get(person),
            headOffices,
          ),
        ),
      };
    }),
  };
}

/** What somebody holds by name, and whom it can go to. @throws Problem `seen/not-found`, `staff-posts/not-yours` */
export async function heldByPost(ctx: Ctx, input: { id: string }): Promise<HeldByName> {
  const post = await lookAtPost(ctx.db, ctx.viewer, input.id);
  const offices = await readOffices(ctx.db, ctx.viewer);
  const headOffices = headOfficesOf(offices);
  const by = askerOf(ctx);
  if (!post) throw new Problem('seen/not-found');
  const isOwn = post.personId === by.id;
  if (!fills(by.posts, post, headOffices) && !(isOwn && books(by, by.id, [post], headOffices))) throw new Problem('staff-posts/not-yours');
  const whose = { personId: post.personId, officeId: post.officeId, isHeadOffice: headOffices.includes(post.officeId) };
  const held = await readHeld(ctx.db, ctx.viewer, whose, visibleErrands(ctx.viewer));
  const around = await readPostsOf(ctx.db, ctx.viewer, [...new Set([post.officeId, ...headOffices])]);
  const now = ctx.clock();
  const staff = around
    .filter((one) => one.personId !== post.personId && one.from <= now)
    .map((one) => ({ person: one.personId, role: one.role, department: one.department, atHeadOffice: headOffices.includes(one.officeId) }));
  const isTaker = (one: PostRow) => one.officeId === post.officeId && one.role === post.role && one.personId !== post.personId && one.from <= now;
  const takers = new Map(around.filter(isTaker).map((one) => [one.personId, one.personName]));
  const say = {
    ticket: (name: string) => name,
    errand: (name: string) => ERRAND_KINDS[name as ErrandKind],
    channel: (name: string) => keptChannelOf(name)?.label ?? name,
  };
  return {
    matters: held.lines.map(({ id, kind, name }) => ({ id, label: say[kind](name) })),
    unseen: held.unseen,
    takers: [...takers].map(([id, name]) => ({ id, name })),
    climbsTo: climbsTo({ role: post.role, department: post.department, atHeadOffice: whose.isHeadOffice }, staff),
  };
}
