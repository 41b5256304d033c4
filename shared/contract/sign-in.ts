import { words } from '../kernel/words.ts';
import { z } from '../kernel/zod.ts';
import { sayTerm } from '../sign-in/terms.ts';
import { hotline } from './company.ts';
import { id, instant, route } from './route.ts';

/** What WeChat gave the phone: good once, read by WeChat alone, never kept. */
const code = z.string({ error: '微信没有给出登录信息，请再点一次' }).regex(/^[\w+/=.:-]{1,256}$/, '微信给的登录信息不对，请再点一次');
/** Says which WeChat is asking, for as long as its term. */
const pass = z.string({ error: '请重新点“用微信登录”' }).regex(/^[\w-]{1,200}\.[\w-]{1,600}\.[\w-]{1,200}$/, '请重新点“用微信登录”');
const phone = z.string({ error: '请填手机号' }).regex(/^1\d{10}$/, '请填 11 位手机号');

/** What became of the last request to the service centre. */
export const Asked = z
  .object({
    state: z.enum(['waiting', 'declined']),
    officeName: z.string(),
    hotline: z.string(),
    askedAt: instant,
    reason: z.string().nullable().describe('服务中心没有同意的原因'),
  })
  .meta({ id: 'Asked' });
export type Asked = z.infer<typeof Asked>;

export const SignedIn = z
  .object({
    token: z.string().nullable().describe('认识这个微信：登录好了'),
    pass: z
      .string()
      .nullable()
      .describe(`还不认识这个微信：${sayTerm('pass')}内可以绑定`),
    asked: Asked.nullable().describe('之前请服务中心核对的结果'),
    isNew: z.boolean().describe('这里还没有公司：先用码建'),
  })
  .meta({ id: 'SignedIn' });
export type SignedIn = z.infer<typeof SignedIn>;

const Bound = z.object({
  token: z.string().nullable().describe('绑上了'),
  pass: z.string().nullable().describe('号码可能换了人，没有绑：用这张条子填表，由服务中心核对'),
});

export const signInRoutes = {
  wechatSignIn: route({
    method: 'POST',
    path: '/sign-in/wechat',
    summary: `用微信登录；不认识的微信拿到一张 ${sayTerm('pass')}内有效的条子，用来绑定`,
    open: true,
    limit: 'signIn',
    body: z.strictObject({
      code,
      silently: z.boolean().default(false).describe('令牌到期，自己接上；退出过所有设备的不接'),
      person: id.optional().describe('自己接上时：手机上原来是谁，换了人不接'),
    }),
    response: SignedIn,
  }),
  bindByPhone: route({
    method: 'POST',
    path: '/sign-in/phone',
    summary: '手机号一键绑定：微信担保的号码，登记过的住户直接绑上；号码可能换了人的，由服务中心核对（A1）',
    open: true,
    limit: 'bind',
    body: z.strictObject({ pass, code }),
    response: Bound,
  }),
  askToBind: route({
    method: 'POST',
    path: '/sign-in/ask',
    summary: '自己填的号码：交服务中心核对，不会自己绑上；再填一次，以新的为准',
    open: true,
    limit: 'ask',
    body: z.strictObject({ pass, officeId: id, name: words(20), home: words(40), phone }),
    response: z.object({ asked: Asked }),
  }),
  redeemInvitation: route({
    method: 'POST',
    path: '/sign-in/invitation',
    summary: '同事、家人凭邀请码绑定：只能用一次，微信担保的号码要是发给的那个',
    open: true,
    limit: 'invite',
    body: z.strictObject({ pass, invitation: words(60), code }),
    response: Bound,
  }),
  setUp: route({
    method: 'POST',
    path: '/sign-in/set-up',
    summary: '建公司：部署时给的码，只能用一次；第一个人就是总经理',
    open: true,
    limit: 'setUp',
    body: z.strictObject({ pass, setUpCode: words(60), companyName: words(30), hotline, name: words(20), code }),
    response: z.object({ token: z.string() }),
  }),
  estates: route({
    method: 'GET',
    path: '/sign-in/estates',
    summary: '有哪些小区，填表时选',
    open: true,
    limit: 'signIn',
    response: z.object({ items: z.array(z.object({ id, name: z.string() })) }),
  }),
  ownWechat: route({
    method: 'GET',
    path: '/session/wechat',
    summary: '我绑定的微信',
    response: z.object({ boundAt: instant.nullable() }),
  }),
  unbind: route({
    method: 'POST',
    path: '/session/wechat/unbind',
    summary: '解绑微信，所有设备都退出',
    limit: 'signOut',
    body: z.strictObject({}),
    response: z.object({ unboundAt: instant }),
  }),
};
