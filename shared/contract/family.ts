import { RESIDES_AS, type ResidesAs } from '../households/households.ts';
import { words } from '../kernel/words.ts';
import { z } from '../kernel/zod.ts';
import { aNumber } from './households.ts';
import { id, idParams, instant, route } from './route.ts';

const residesAs = z.enum(Object.keys(RESIDES_AS) as [ResidesAs, ...ResidesAs[]]);

/** Somebody who lives in one's own home. */
export const Housemate = z
  .object({
    id,
    name: z.string(),
    as: residesAs,
    since: instant,
    isMe: z.boolean(),
    isInvited: z.boolean(),
    maySendOff: z.boolean(),
  })
  .meta({ id: 'Housemate' });
export type Housemate = z.infer<typeof Housemate>;

export const OwnHome = z
  .object({
    id,
    officeName: z.string(),
    label: z.string(),
    organisation: z.string().nullable(),
    residents: z.array(Housemate),
    invitations: z.array(z.object({ id, name: z.string(), phone: z.string(), goodUntil: instant })).describe('还没用的邀请码'),
    mayInvite: z.boolean(),
    left: z.int().describe('还能请几位'),
  })
  .meta({ id: 'OwnHome' });
export type OwnHome = z.infer<typeof OwnHome>;

export const familyRoutes = {
  ownHome: route({ method: 'GET', path: '/own-homes/{id}', summary: '我家：谁住在这里，发出去的邀请码', params: idParams, response: OwnHome }),
  inviteFamily: route({
    method: 'POST',
    path: '/own-homes/{id}/invite',
    summary: '请家人进来：发一个邀请码，只显示这一次，只能用一次，只有这个号码能用；再发一个，前一个就作废',
    limit: 'family',
    params: idParams,
    body: z.strictObject({ name: words(20), phone: aNumber }),
    response: z.object({ code: z.string(), name: z.string(), goodUntil: instant }),
  }),
  withdrawFamily: route({
    method: 'POST',
    path: '/own-homes/{id}/withdraw',
    summary: '收回还没用的邀请码',
    limit: 'family',
    params: idParams,
    body: z.strictObject({ invitationId: id }),
    response: z.object({ id }),
  }),
  sendOff: route({
    method: 'POST',
    path: '/own-homes/{id}/send-off',
    summary: '请进来的家人不住这里了：之前报的他还看得到，之后的看不到',
    limit: 'family',
    params: idParams,
    body: z.strictObject({ stayId: id }),
    response: z.object({ id }),
  }),
  joinHome: route({
    method: 'POST',
    path: '/own-homes/join',
    summary: '登录了的人凭邀请码进家：登记的号码要是发给的那个',
    limit: 'joinHome',
    body: z.strictObject({ invitation: words(60) }),
    response: z.object({ homeId: id, label: z.string() }),
  }),
};
