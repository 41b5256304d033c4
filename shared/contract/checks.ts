import { CHECK_STANDS, type CheckStand, DECISIONS, type Decision, WITHHOLD_REASONS, type WithholdReason } from '../content/checks.ts';
import { z } from '../kernel/zod.ts';
import { id, idParams, instant, page, pageQuery, route } from './route.ts';
import { Photo } from './ticket-views.ts';

const stands = Object.keys(CHECK_STANDS) as [CheckStand, ...CheckStand[]];
const decisions = Object.keys(DECISIONS) as [Decision, ...Decision[]];
const reasons = Object.keys(WITHHOLD_REASONS) as [WithholdReason, ...WithholdReason[]];

/** Words or a picture that waits for a colleague, or that one has decided on. */
export const CheckLine = z
  .object({
    id,
    at: instant,
    ticketId: id.nullable(),
    paper: z
      .object({ of: z.enum(['errand', 'exchange']), id })
      .nullable()
      .describe('不是单子的：哪封来信、哪条信息'),
    ticketNumber: z.string().describe('单号；不是单子的，叫什么'),
    officeName: z.string(),
    byName: z.string(),
    byTitle: z.string().describe('岗位，住户就是“住户”'),
    mine: z.boolean(),
    said: z.string().nullable().describe('说了什么；照片没有'),
    photo: Photo.nullable(),
    stand: z.enum(stands),
    decision: z.enum(decisions).nullable(),
    reason: z.string().nullable().describe('为什么不展示，说法'),
    decidedBy: z.string().nullable(),
    decidedAt: instant.nullable(),
    mayDecide: z.boolean(),
  })
  .meta({ id: 'CheckLine' });
export type CheckLine = z.infer<typeof CheckLine>;

export const checkRoutes = {
  checks: route({
    method: 'GET',
    path: '/checks',
    summary: '待看的话和照片，先来的在前；看过的，新的在前（I2）',
    query: pageQuery.extend({ show: z.enum(['waiting', 'decided']).default('waiting') }),
    response: page(CheckLine).extend({ now: instant }),
  }),
  decideCheck: route({
    method: 'POST',
    path: '/checks/{id}/decision',
    summary: '放行，或者不给别的住户看并写明为什么（I2）',
    params: idParams,
    body: z.strictObject({
      decision: z.enum(decisions, { error: '请选放行或不展示' }),
      reason: z.enum(reasons, { error: '请选为什么不展示' }).optional(),
    }),
    response: z.object({ id, decision: z.enum(decisions) }),
  }),
};
