import { words } from '../kernel/words.ts';
import { z } from '../kernel/zod.ts';
import { id, idParams, instant, route } from './route.ts';
import { answer, options, QuestionView } from './surveys.ts';

/** So many people of a home are called, one after another. */
const MOST_OF_A_HOME = 19;

/** One home that is asked by phone. */
export const CallView = z
  .object({
    homeId: id,
    label: z.string(),
    stand: z.enum(['waiting', 'answered', 'out_of_reach']),
    standsIn: z.boolean().describe('前面有联系不上的，按抽好的次序补上的'),
    tries: z.int().describe('打过几次没人接'),
  })
  .meta({ id: 'CallView' });
export type CallView = z.infer<typeof CallView>;

export const surveyCallRoutes = {
  surveyCalls: route({
    method: 'GET',
    path: '/surveys/{id}/calls',
    summary: '公司的调查打电话问哪几户、问什么：只给品质管理部，不归小区的人问（S12）',
    params: idParams,
    response: z.object({
      now: instant,
      title: z.string(),
      officeName: z.string(),
      edition: z.iso.date(),
      open: z.boolean(),
      closesAt: instant.nullable(),
      waiting: z.int(),
      answered: z.int(),
      outOfReach: z.int(),
      homes: z.array(CallView).describe('等着问的在前，最多一百户'),
      grades: options,
      sections: z.array(z.object({ field: z.string(), label: z.string(), questions: z.array(QuestionView) })),
    }),
  }),
  answerByPhone: route({
    method: 'POST',
    path: '/surveys/{id}/phone-answers',
    summary: '替电话里的住户填答卷：只记哪一户答过，不记谁填的、答了什么（S12）',
    params: idParams,
    body: z.strictObject({ homeId: id, edition: z.iso.date(), answers: z.record(words(40), answer) }),
    response: z.object({ counted: z.literal(true), already: z.boolean() }),
  }),
  surveyCallNumber: route({
    method: 'POST',
    path: '/surveys/{id}/number',
    summary: '看一户的号码，打电话问调查：还等着问的、没截止的，一次一位住户，看过都记下来（S12、A1）',
    limit: 'reveal',
    params: idParams,
    body: z.strictObject({
      homeId: id,
      nth: z
        .int({ error: '请重新打开这一户' })
        .min(0, '请重新打开这一户')
        .max(MOST_OF_A_HOME, '请重新打开这一户')
        .default(0)
        .describe('这一户的第几位，从零数'),
    }),
    response: z.object({ name: z.string(), phone: z.string(), more: z.boolean().describe('这一户还有别的住户登记了号码') }),
  }),
  trySurveyCall: route({
    method: 'POST',
    path: '/surveys/{id}/tries',
    summary: '打过没人接；打够了次数，换抽好的下一户（Z13）',
    params: idParams,
    body: z.strictObject({ homeId: id }),
    response: z.object({ missing: z.string().nullable().describe('还差什么才算联系不上') }),
  }),
};
