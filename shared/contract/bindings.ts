import { DEPARTMENTS, ROLES } from '../kernel/people.ts';
import { words } from '../kernel/words.ts';
import { z } from '../kernel/zod.ts';
import { PROOFS, type Proof } from '../sign-in/bindings.ts';
import { id, idParams, instant, page, pageQuery, route } from './route.ts';

const proofs = Object.keys(PROOFS) as [Proof, ...Proof[]];
const roleNames = Object.keys(ROLES) as [keyof typeof ROLES, ...(keyof typeof ROLES)[]];
const departmentNames = Object.keys(DEPARTMENTS) as [keyof typeof DEPARTMENTS, ...(keyof typeof DEPARTMENTS)[]];

/** A stranger's WeChat that asks to be known as a resident. */
export const BindingRequest = z
  .object({
    id,
    officeName: z.string(),
    name: z.string(),
    home: z.string(),
    phone: z.string().describe('只有后四位'),
    last4: z.string(),
    vouched: z.boolean().describe('号码是微信担保的，不是自己填的'),
    askedAt: instant,
    mayAnswer: z.boolean().describe('主任只看不办；自己家的由别的同事办'),
  })
  .meta({ id: 'BindingRequest' });
export type BindingRequest = z.infer<typeof BindingRequest>;

/** Somebody on the roster who may be the one asking. */
export const RosterLine = z
  .object({
    id,
    name: z.string(),
    homes: z.array(z.string()),
    phone: z.string(),
    isRegisteredNumber: z.boolean().describe('填的号码就是登记的号码'),
    isBound: z.boolean().describe('已经绑过别的微信，同意以后换成新的'),
    doubts: z.array(z.enum(['bound_before', 'home_bound', 'moved_out'])).describe('为什么光凭号码不能同意：号码会换人'),
  })
  .meta({ id: 'RosterLine' });
export type RosterLine = z.infer<typeof RosterLine>;

/** A colleague who may be invited. */
export const ColleagueLine = z
  .object({
    id,
    name: z.string(),
    posts: z.array(z.object({ officeName: z.string(), role: z.enum(roleNames), department: z.enum(departmentNames).nullable() })),
    boundAt: instant.nullable(),
    invitedUntil: instant.nullable().describe('还没有用的邀请码到什么时候'),
  })
  .meta({ id: 'ColleagueLine' });
export type Colleague = z.infer<typeof ColleagueLine>;

export const bindingRoutes = {
  bindingRequests: route({
    method: 'GET',
    path: '/bindings',
    summary: '等着核对的绑定，先来的在前：服务中心办，主任可以看（A1）',
    query: pageQuery,
    response: page(BindingRequest),
  }),
  bindingRoster: route({
    method: 'GET',
    path: '/bindings/{id}/roster',
    summary: '为一条绑定在本小区住户里找人：姓名、房号、手机后四位',
    limit: 'roster',
    params: idParams,
    query: z.strictObject({ q: words(40, 2) }),
    response: z.object({ items: z.array(RosterLine) }),
  }),
  acceptBinding: route({
    method: 'POST',
    path: '/bindings/{id}/accept',
    summary: '同意绑定给这位住户；号码和登记的不一样，或者可能换了人，要写怎么核对的（A1）',
    limit: 'answerBinding',
    params: idParams,
    body: z.strictObject({ personId: id, proof: z.enum(proofs, { error: '请选怎么核对的本人' }).optional(), words: words(100, 0).default('') }),
    response: z.object({ id, answeredAt: instant }),
  }),
  declineBinding: route({
    method: 'POST',
    path: '/bindings/{id}/decline',
    summary: '不同意绑定，写原因，对方看得到',
    limit: 'answerBinding',
    params: idParams,
    body: z.strictObject({ words: words(100) }),
    response: z.object({ id, answeredAt: instant }),
  }),
  colleagues: route({
    method: 'GET',
    path: '/colleagues',
    summary: '可以邀请的同事：主任看本小区，品质管理部、人事行政部和公司领导看总部和各小区主任',
    response: z.object({ items: z.array(ColleagueLine) }),
  }),
  invite: route({
    method: 'POST',
    path: '/colleagues/{id}/invite',
    summary: '给同事发邀请码，只显示这一次；再发一个，前一个就作废',
    limit: 'issue',
    params: idParams,
    body: z.strictObject({}),
    response: z.object({ code: z.string(), name: z.string(), goodUntil: instant }),
  }),
};
