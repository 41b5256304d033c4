import { words } from '../kernel/words.ts';
import { z } from '../kernel/zod.ts';
import { Done } from './errands.ts';
import { id, idParams, instant, page, pageQuery, route } from './route.ts';
import { answer, options, QuestionView } from './surveys.ts';

const got = z.object({ need: z.string(), gets: z.string() });

/** A document the company answered needs by, as every colleague reads it (S11). */
export const CompanyDocument = z
  .object({
    id,
    title: z.string(),
    words: z.string(),
    gets: z.array(got).describe('每一样需求怎么办'),
    at: instant,
    answers: z.string().describe('答复的是什么'),
  })
  .meta({ id: 'CompanyDocument' });
export type CompanyDocument = z.infer<typeof CompanyDocument>;

/** What a company document says. */
export const documentBody = {
  title: words(60).describe('文件的题目'),
  words: words(2_000).describe('文件写什么；全体同事看得到，不写是谁提的'),
};

/** One survey of colleagues' needs, as a colleague finds it. */
export const NeedsSurveyLine = z
  .object({ id, title: z.string(), stand: z.enum(['open', 'answered', 'over', 'published']), says: z.string(), closesAt: instant.nullable() })
  .meta({ id: 'NeedsSurveyLine' });
export type NeedsSurveyLine = z.infer<typeof NeedsSurveyLine>;

const act = <const Path extends string, Body extends z.ZodObject>(path: Path, summary: string, body: Body) =>
  route({ method: 'POST', path: `/needs-surveys/{id}/${path}` as `/${string}`, summary, params: idParams, body, key: true, response: Done });

export const needsRoutes = {
  needsSurveys: route({
    method: 'GET',
    path: '/needs-surveys',
    summary: '问我的员工需求普查：要答的、答过的、公布了的（S11）',
    query: pageQuery,
    response: page(NeedsSurveyLine).extend({ now: instant }),
  }),
  needsSurvey: route({
    method: 'GET',
    path: '/needs-surveys/{id}',
    summary: '一份员工需求普查：问什么',
    params: idParams,
    response: z.object({
      now: instant,
      id,
      title: z.string(),
      officeName: z.string(),
      edition: z.iso.date(),
      closesAt: instant.nullable(),
      answered: z.boolean(),
      open: z.boolean(),
      published: z.boolean().describe('结果公布了'),
      grades: options,
      sections: z.array(z.object({ field: z.string(), label: z.string(), questions: z.array(QuestionView) })),
    }),
  }),
  answerNeedsSurvey: route({
    method: 'POST',
    path: '/needs-surveys/{id}/answers',
    summary: '答员工需求普查：一人一份，只记答过了，不记谁答了什么',
    params: idParams,
    body: z.strictObject({ edition: z.iso.date(), answers: z.record(words(40), answer) }),
    response: z.object({ counted: z.literal(true), already: z.boolean().describe('您已经计入过') }),
  }),
  needsProgress: route({
    method: 'GET',
    path: '/needs-surveys/{id}/progress',
    summary: '员工需求普查发了多少人、交回多少人；没截止以前没有结果',
    params: idParams,
    response: z.object({
      now: instant,
      title: z.string(),
      people: z.int().describe('公司现在有多少同事；发出以后是发了多少人'),
      issued: z.int().nullable(),
      returned: z.int().nullable(),
      closesAt: instant.nullable(),
      reminded: z.int().nullable(),
      least: z.int().describe('几个人说到同一样，公司用文件答复'),
      common: z.array(z.object({ label: z.string(), count: z.int() })).describe('普遍的需求，说的人多的在前；截止以后才有'),
      document: CompanyDocument.nullable(),
    }),
  }),
  issueNeeds: act('issue', '把员工需求普查发给全体同事（S11）', z.strictObject({})),
  analyseNeeds: act('analyse', '写分析，公布结果（S11）', z.strictObject({ words: words(1_000).describe('同事看得到') })),
  answerNeeds: act(
    'document',
    '用公司文件答复普遍的需求，全体同事看得到（S11）',
    z.strictObject({
      ...documentBody,
      gets: z
        .array(z.strictObject({ need: words(40), gets: words(200) }))
        .max(40, '一份文件最多答复 40 样')
        .describe('每一样普遍的需求怎么办'),
    }),
  ),
  companyDocuments: route({
    method: 'GET',
    path: '/company-documents',
    summary: '您提了，公司这样答：用来答复需求的公司文件，全体同事可看（S11）',
    query: pageQuery,
    response: page(CompanyDocument).extend({ now: instant }),
  }),
};
