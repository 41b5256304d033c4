import { DEPARTMENTS, ROLES } from '../kernel/people.ts';
import { words } from '../kernel/words.ts';
import { z } from '../kernel/zod.ts';
import { TRADES, type Trade } from '../repairs/dispatching.ts';
import { SCOPES, type Scope } from '../staff/posts.ts';
import { id, idParams, instant, route } from './route.ts';

const role = z.enum(Object.keys(ROLES) as [keyof typeof ROLES, ...(keyof typeof ROLES)[]], { error: '请选岗位' });
const department = z.enum(Object.keys(DEPARTMENTS) as [keyof typeof DEPARTMENTS, ...(keyof typeof DEPARTMENTS)[]], { error: '请选部门' });
const trade = z.enum(Object.keys(TRADES) as [Trade, ...Trade[]], { error: '请选会做的活' });
const scope = z.enum(Object.keys(SCOPES) as [Scope, ...Scope[]], { error: '请选管哪些' });
const phone = z.string({ error: '请填手机号' }).regex(/^1\d{10}$/, '请填 11 位手机号');
const day = z.iso.date({ error: '请选日子' });
/** To whom what they hold goes; nobody: back to be given anew. */
const handTo = id.nullable();

export const StaffPost = z
  .object({
    id,
    role,
    department: department.nullable(),
    trades: z.array(z.string()),
    from: instant,
    until: instant.nullable(),
    deputyFor: z.string().nullable().describe('代谁'),
    mayEnd: z.boolean().describe('由您来定'),
  })
  .meta({ id: 'StaffPost' });
export type StaffPost = z.infer<typeof StaffPost>;

export const StaffLeave = z
  .object({ id, from: instant, until: instant, deputyName: z.string().nullable(), mayEnd: z.boolean() })
  .meta({ id: 'StaffLeave' });

export const StaffMember = z
  .object({
    id,
    name: z.string(),
    posts: z.array(StaffPost),
    leaves: z.array(StaffLeave),
    boundAt: instant.nullable(),
    invitedUntil: instant.nullable(),
    mayInvite: z.boolean(),
    mayBookLeave: z.boolean(),
  })
  .meta({ id: 'StaffMember' });
export type StaffMember = z.infer<typeof StaffMember>;

export const StaffOffice = z
  .object({
    id,
    name: z.string(),
    isHeadOffice: z.boolean(),
    roles: z.array(role).describe('您可以在这里任命的岗位'),
    people: z.array(StaffMember),
  })
  .meta({ id: 'StaffOffice' });
export type StaffOffice = z.infer<typeof StaffOffice>;

export const HeldByName = z
  .object({
    matters: z.array(z.object({ id: z.string(), label: z.string() })),
    unseen: z.int().describe('还有几件您看不到内容，一样交出去'),
    takers: z.array(z.object({ id, name: z.string() })).describe('同一处同一岗位的同事，可以接过去'),
    climbsTo: z.array(z.string()).nullable().describe('这个岗位没有别人了，以后由谁顶上；空的是还有别人'),
  })
  .meta({ id: 'HeldByName' });
export type HeldByName = z.infer<typeof HeldByName>;

const Appointed = z.object({
  id,
  personId: id,
  name: z.string(),
  code: z.string().nullable().describe('邀请码，只显示这一次；已经绑好微信的没有'),
  goodUntil: instant.nullable(),
});

const filling = {
  officeId: id,
  role,
  department: department.optional(),
  trades: z.array(trade).max(8).default([]),
  scope: scope.optional(),
};

/** What goes to another colleague than the rest. */
const hands = z
  .array(z.strictObject({ id: z.string().max(40), to: handTo }))
  .max(500)
  .default([]);

export const staffPostRoutes = {
  staffPosts: route({
    method: 'GET',
    path: '/staff-posts',
    summary: '同事名册：您管的小区、总部，谁在什么岗位、谁请假（A1）',
    response: z.object({ offices: z.array(StaffOffice) }),
  }),
  appoint: route({
    method: 'POST',
    path: '/staff-posts',
    summary: '任命：写姓名、号码、岗位；没绑微信的给一个邀请码（A1）',
    limit: 'issue',
    body: z.strictObject({ ...filling, name: words(20, 2), phone, from: day }),
    response: Appointed,
  }),
  heldByPost: route({
    method: 'GET',
    path: '/staff-posts/{id}/held',
    summary: '这个岗位的人手上还有什么，可以交给谁；没有别人的，以后由谁顶上（Z15）',
    params: idParams,
    response: HeldByName,
  }),
  endPost: route({
    method: 'POST',
    path: '/staff-posts/{id}/end',
    summary: '离任：从现在起，或者做到哪一天；手上的交给同事，或者退回重新安排（A3）',
    limit: 'issue',
    params: idParams,
    body: z.strictObject({ lastDay: day.nullable(), handTo, hands }),
    response: z.object({ id, until: instant, handedOn: z.int() }),
  }),
  movePost: route({
    method: 'POST',
    path: '/staff-posts/{id}/move',
    summary: '换岗：原来的岗位到此为止，换到另一个小区或岗位，手上的交出去（A3）',
    limit: 'issue',
    params: idParams,
    body: z.strictObject({ ...filling, handTo, hands }),
    response: z.object({ id, until: instant, handedOn: z.int() }),
  }),
  bookLeave: route({
    method: 'POST',
    path: '/staff-posts/leaves',
    summary: '请假：哪天到哪天，谁代；没有人代的，由上一级顶上（Z15）',
    limit: 'issue',
    body: z.strictObject({ officeId: id, personId: id, from: day, until: day, deputyId: id.nullable(), handsOn: z.boolean(), handTo }),
    response: z.object({ id, handedOn: z.int() }),
  }),
  endLeave: route({
    method: 'POST',
    path: '/staff-posts/leaves/{id}/end',
    summary: '提前销假：从现在起岗位还是本人的（Z15）',
    limit: 'issue',
    params: idParams,
    body: z.strictObject({}),
    response: z.object({ id, endedAt: instant }),
  }),
};
