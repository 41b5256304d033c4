import { z } from '../kernel/zod.ts';
import { id, instant, route } from './route.ts';

/** The demo's own routes: seeded people sign in without WeChat, and the clock can be moved. Mounted by host/demo only. */
export const DEMO_API = {
  demoPeople: route({
    method: 'GET',
    path: '/demo/people',
    summary: '演示：可以登录的人',
    open: true,
    response: z.object({
      isNew: z.boolean().describe('这里还没有公司'),
      groups: z.array(z.object({ label: z.string(), people: z.array(z.object({ id, name: z.string(), what: z.string() })) })),
    }),
  }),
  demoSignIn: route({
    method: 'POST',
    path: '/demo/sign-in',
    summary: '演示：以某人的身份登录',
    open: true,
    body: z.strictObject({ personId: id }),
    response: z.object({ token: z.string() }),
  }),
  demoPass: route({
    method: 'POST',
    path: '/demo/pass',
    summary: '演示：扮演微信，担保这个号码',
    open: true,
    body: z.strictObject({ phone: z.string({ error: '请填手机号' }).regex(/^1\d{10}$/, '请填 11 位手机号') }),
    response: z.object({ pass: z.string(), code: z.string() }),
  }),
  demoClock: route({
    method: 'POST',
    path: '/demo/clock',
    summary: '演示：把时间往后拨，并马上检查一遍承诺',
    open: true,
    body: z.strictObject({
      minutes: z
        .int()
        .min(1)
        .max(7 * 24 * 60),
    }),
    response: z.object({ now: instant }),
  }),
};
