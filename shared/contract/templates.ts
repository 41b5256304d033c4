import { words } from '../kernel/words.ts';
import { z } from '../kernel/zod.ts';
import { TEMPLATE_NAMES } from '../messages/templates.ts';
import { id, idParams, instant, route } from './route.ts';

const name = z.enum(TEMPLATE_NAMES, { error: '没有这个模板' });
const status = z.enum(['waiting', 'approved', 'returned']);

/** One message template of one estate, as colleagues read it. */
export const Template = z
  .object({
    officeId: id,
    officeName: z.string(),
    name,
    label: z.string(),
    readers: z.string().describe('发给谁看'),
    text: z.string().describe('每一栏会写什么，全部写出来'),
    status: z.enum(['not_submitted', ...status.options]),
    approvalId: id.nullable(),
    round: z.int(),
    step: z.int(),
    authorName: z.string().nullable(),
    submittedAt: instant.nullable(),
    dueBy: instant.nullable().describe('审核最晚什么时候'),
    decidedByName: z.string().nullable(),
    decidedAt: instant.nullable(),
    reason: z.string().nullable().describe('退回的原因'),
    isConnected: z.boolean().describe('微信后台的模板编号已经填好'),
    maySubmit: z.boolean(),
    mayDecide: z.boolean(),
  })
  .meta({ id: 'Template' });
export type Template = z.infer<typeof Template>;

const Decided = z.object({ id, status, round: z.int(), step: z.int() });

export const templateRoutes = {
  templates: route({
    method: 'GET',
    path: '/templates',
    summary: '微信消息模板：会写什么、审到哪一步（P3），同事可看',
    response: z.object({ now: instant, items: z.array(Template) }),
  }),
  submitTemplate: route({
    method: 'POST',
    path: '/templates/submit',
    summary: '把一个模板送给主任审核（P3）',
    body: z.strictObject({ officeId: id, name }),
    response: Decided,
  }),
  decideApproval: route({
    method: 'POST',
    path: '/approvals/{id}/decide',
    summary: '批准，或者退回并写明原因；送审的人自己不能审（Z7）',
    params: idParams,
    body: z.strictObject({
      round: z.int().min(1).max(10_000),
      step: z.int().min(0).max(20),
      verdict: z.enum(['approved', 'returned'], { error: '请选批准或退回' }),
      words: words(200, 0).default(''),
    }),
    response: Decided,
  }),
};
