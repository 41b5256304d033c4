import { DEPARTMENTS, ROLES } from '../kernel/people.ts';
import { z } from '../kernel/zod.ts';
import { id, instant, route } from './route.ts';

const roleNames = Object.keys(ROLES) as [keyof typeof ROLES, ...(keyof typeof ROLES)[]];
const departmentNames = Object.keys(DEPARTMENTS) as [keyof typeof DEPARTMENTS, ...(keyof typeof DEPARTMENTS)[]];

export const Home = z
  .object({
    id,
    officeId: id,
    officeName: z.string(),
    label: z.string(),
    as: z.enum(['owner', 'occupant', 'contact']),
    hotline: z.string().nullable().describe('这个小区的服务中心'),
    duty: z.string().nullable().describe('这个小区有危险时打的电话'),
  })
  .meta({ id: 'Home' });
export type Home = z.infer<typeof Home>;

export const Session = z
  .object({
    now: instant,
    token: z.string(),
    person: z.object({ id, name: z.string() }),
    homes: z.array(Home),
    appointments: z.array(
      z.object({
        officeId: id,
        officeName: z.string(),
        role: z.enum(roleNames),
        department: z.enum(departmentNames).nullable(),
        deputyFor: z.string().optional().describe('代谁（Z15）'),
      }),
    ),
    /** The estate's service centre, to call. */
    hotline: z.string().nullable(),
    duty: z.string().nullable().describe('有危险时打的值班电话；没有另外的，就是服务电话'),
    unread: z.int(),
  })
  .meta({ id: 'Session' });
export type Session = z.infer<typeof Session>;

export const sessionRoutes = {
  session: route({ method: 'GET', path: '/session', summary: '我是谁：姓名、房屋、岗位、未读数；令牌快到期时换新的', response: Session }),
  signOutEverywhere: route({
    method: 'POST',
    path: '/session/sign-out-everywhere',
    summary: '退出所有设备，这一部也退出',
    limit: 'signOut',
    body: z.strictObject({}),
    response: z.object({ signedOutAt: instant }),
  }),
};
