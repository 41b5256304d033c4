import { words } from '../kernel/words.ts';
import { z } from '../kernel/zod.ts';
import { MOST_OPTIONS, MOST_OWN, OWN_KIND_NAMES } from '../surveys/own-kinds.ts';
import { Done } from './errands.ts';
import { id, instant, route } from './route.ts';
import { QuestionView } from './surveys.ts';

const status = z.enum(['waiting', 'approved', 'returned']);

/** One questionnaire an estate wrote itself, as colleagues read it. */
export const OwnQuestionnaire = z
  .object({
    id,
    officeId: id,
    officeName: z.string(),
    title: z.string(),
    sections: z.array(z.object({ field: z.string(), label: z.string(), questions: z.array(QuestionView) })),
    status,
    round: z.int(),
    step: z.int(),
    waitsFor: z.string().nullable().describe('等谁审'),
    authorName: z.string(),
    submittedAt: instant,
    dueBy: instant.nullable().describe('审核最晚什么时候'),
    decidedByName: z.string().nullable(),
    reason: z.string().nullable().describe('退回的原因'),
    maySubmit: z.boolean(),
    mayDecide: z.boolean(),
    mayOpen: z.boolean().describe('审过了，可以开一次调查'),
  })
  .meta({ id: 'OwnQuestionnaire' });
export type OwnQuestionnaire = z.infer<typeof OwnQuestionnaire>;

const own = z.strictObject({
  kind: z.enum(OWN_KIND_NAMES, { error: '请选这是哪一种题' }),
  text: words(100).describe('问什么'),
  options: z
    .array(words(20))
    .max(MOST_OPTIONS, { error: `可选的答案最多 ${MOST_OPTIONS} 个` })
    .default([]),
});

export const questionnaireRoutes = {
  questionnaires: route({
    method: 'GET',
    path: '/questionnaires',
    summary: '小区自己的问卷：问什么、审到哪一步，还有题库；同事可看（S8）',
    response: z.object({
      now: instant,
      items: z.array(OwnQuestionnaire),
      offices: z.array(z.object({ id, name: z.string(), mayWrite: z.boolean(), mayOpenCompanys: z.boolean() })),
      bank: z.array(z.object({ code: z.string(), label: z.string(), text: z.string() })),
    }),
  }),
  submitQuestionnaire: route({
    method: 'POST',
    path: '/questionnaires',
    summary: '交一份小区自己的问卷：品质管理部审内容，管理者代表批准（S8）；退回的改了再交是新的一版',
    key: true,
    body: z.strictObject({
      officeId: id,
      questionnaireId: id.optional().describe('改哪一份；不填就是新的一份'),
      title: words(30).describe('问卷叫什么'),
      chosen: z.array(words(40)).max(20).describe('题库里选的'),
      own: z
        .array(own)
        .max(MOST_OWN, { error: `自己写的题最多 ${MOST_OWN} 题` })
        .describe('自己写的'),
    }),
    response: z.object({ id, status, round: z.int() }),
  }),
  openSurvey: route({
    method: 'POST',
    path: '/surveys',
    summary: '开一次调查：公司的季度、年度调查由品质管理部开；审过的小区问卷由服务中心开（S8）',
    key: true,
    body: z.strictObject({
      officeId: id,
      survey: z.enum(['quarter', 'year', 'own'], { error: '请选哪一种调查' }),
      questionnaireId: id.optional(),
    }),
    response: Done,
  }),
};
