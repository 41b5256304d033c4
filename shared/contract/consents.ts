import { z } from '../kernel/zod.ts';
import { ANSWERS, type Answer } from '../messages/consents.ts';
import { TEMPLATE_NAMES } from '../messages/templates.ts';
import { route } from './route.ts';

/** WeChat asks about so many templates at once. */
const MOST_ANSWERS = 3;
const name = z.enum(TEMPLATE_NAMES, { error: '没有这个模板' });
const answers = Object.keys(ANSWERS) as [Answer, ...Answer[]];

/** One template somebody may allow, as the phone asks about it. */
export const Consent = z
  .object({
    name,
    templateId: z.string().describe('微信后台的模板编号'),
    label: z.string(),
    left: z.int().describe('还能收几条'),
    always: z.boolean().describe('选了“总是保持”，再问不会弹窗'),
    refused: z.boolean().describe('最近一次说了不要'),
  })
  .meta({ id: 'Consent' });
export type Consent = z.infer<typeof Consent>;

const Consents = z.object({ items: z.array(Consent) });

export const consentRoutes = {
  consents: route({ method: 'GET', path: '/consents', summary: '微信消息：可以问我要不要收哪几种，还剩几条', response: Consents }),
  answerConsents: route({
    method: 'POST',
    path: '/consents',
    summary: '记下微信弹窗里我怎么选的；拒绝了什么也不影响',
    limit: 'consent',
    body: z.strictObject({
      answers: z
        .array(z.strictObject({ name, answer: z.enum(answers, { error: '不认识的选择' }), always: z.boolean().default(false) }))
        .min(1, '至少一项')
        .max(MOST_ANSWERS, `一次最多 ${MOST_ANSWERS} 项`),
    }),
    response: Consents,
  }),
};
