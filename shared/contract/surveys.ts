import { AGAINST_NAMES, DOOR_NAMES } from '../complaints/complaint.ts';
import { words } from '../kernel/words.ts';
import { z } from '../kernel/zod.ts';
import { CONTACT_KINDS } from '../surveys/contact.ts';
import { COVERAGES, type Coverage } from '../surveys/survey.ts';
import { TOLD_WAYS } from '../surveys/telling.ts';
import { Done } from './errands.ts';
import { id, idParams, instant, page, pageQuery, route } from './route.ts';
import { Done as TicketDone } from './tickets.ts';

const coverage = z.enum(Object.keys(COVERAGES) as [Coverage, ...Coverage[]], { error: '请选发给谁' });
export const options = z.array(z.object({ code: z.string(), label: z.string() }));

/** One question as it is asked. */
export const QuestionView = z
  .object({
    code: z.string(),
    kind: z.enum(['satisfaction', 'single', 'multiple', 'matrix', 'scale', 'words']),
    text: z.string(),
    options: options.describe('可选的答案；分行打分的，是各行'),
    most: z.int().nullable().describe('最多写几个字'),
    showIf: z.object({ code: z.string(), among: z.array(z.union([z.int(), z.string()])) }).nullable(),
    folded: z.boolean(),
  })
  .meta({ id: 'QuestionView' });
export type QuestionView = z.infer<typeof QuestionView>;

/** One survey of one home, as its residents find it. */
export const SurveyLine = z
  .object({
    id,
    title: z.string(),
    officeName: z.string(),
    homeId: id,
    homeLabel: z.string(),
    stand: z.enum(['open', 'answered', 'over', 'published']),
    says: z.string(),
    closesAt: instant.nullable(),
    contact: id.nullable().describe('答完以后请我们联系的那一件，还没办完的'),
    mayAsk: z.boolean().describe('答过了，可以请我们联系'),
  })
  .meta({ id: 'SurveyLine' });
export type SurveyLine = z.infer<typeof SurveyLine>;

const rate = z.object({
  valid: z.int(),
  satisfied: z.int(),
  percent: z.number().nullable(),
  margin: z.int().nullable().describe('误差约上下几个百分点'),
  before: z.number().nullable().describe('上一次的满意率'),
});

/** What a survey came to. */
export const SurveyResults = z
  .object({
    id,
    title: z.string(),
    officeName: z.string(),
    says: z.string().describe('到哪一步了'),
    unit: z.enum(['户', '人']).describe('问的是住户还是同事'),
    issued: z.int(),
    returned: z.int(),
    least: z.int().describe('至少要收回百分之几'),
    tooLate: z.int().describe('截止以后录入得太少、没有计入统计的纸表，免得认出是谁'),
    below: z.boolean().describe('收回的没到要求，不能代表全部（Z5）'),
    whole: rate,
    fields: z.array(
      rate.extend({
        code: z.string(),
        label: z.string(),
        grades: z.array(z.object({ label: z.string(), count: z.int().nullable() })).describe('每一档几户；认得出是谁的不显示'),
        why: z
          .array(z.object({ label: z.string(), count: z.int() }))
          .nullable()
          .describe('不满意的说哪里；没有问的，空着'),
      }),
    ),
    buildings: z.array(z.object({ name: z.string(), valid: z.int(), percent: z.number().nullable() })),
    hidden: z.int().describe('有几栋答的太少，不单独显示'),
    choices: z
      .array(z.object({ code: z.string(), text: z.string(), valid: z.int(), options: z.array(z.object({ label: z.string(), count: z.int() })) }))
      .describe('另外问的，各选了多少户'),
    leastShown: z.int().describe('答的不到几户就不单独显示'),
    analysis: z.string().nullable(),
    lettered: z.boolean().describe('公开信贴出来了（S5）'),
    beforeLabel: z.string().nullable().describe('和哪一次比'),
  })
  .meta({ id: 'SurveyResults' });
export type SurveyResults = z.infer<typeof SurveyResults>;

/** What outside providers are told of a survey of special services, and who of them was (S10). */
export const SurveyTelling = z
  .object({
    text: z.string().nullable().describe('给服务方的结果；公布以前没有，答的太少也没有'),
    why: z.enum(['nobody', 'few']).nullable().describe('不用告诉的，为什么：都是本小区的人做的，或者答的太少'),
    leastShown: z.int(),
    mayTell: z.boolean(),
    providers: z.array(
      z.object({
        id,
        name: z.string(),
        told: z
          .object({ at: instant, how: z.enum(TOLD_WAYS), byName: z.string(), words: z.string() })
          .nullable()
          .describe('什么时候、谁、怎么告诉的，说了什么'),
      }),
    ),
  })
  .meta({ id: 'SurveyTelling' });
export type SurveyTelling = z.infer<typeof SurveyTelling>;

/** A grade, a choice, several, a grade for each line, or words. */
export const answer = z.union([z.int().min(0).max(10), words(300, 0), z.array(words(40)).max(20), z.record(words(40), z.int().min(1).max(5))], {
  error: '这一题的答案不对',
});

/** What a household that has answered says by name, to be contacted: a matter of its own (Z16). */
export const AskContact = z.strictObject({
  homeId: id.describe('从哪个房屋说'),
  kind: z.enum(CONTACT_KINDS, { error: '请点一下是建议、想问的事还是投诉' }),
  words: words(500),
  door: z.enum(DOOR_NAMES, { error: '请选交给小区还是交给公司' }).default('office').describe('投诉：交给小区，还是直接交给公司'),
  against: z.array(z.enum(AGAINST_NAMES)).max(AGAINST_NAMES.length, '请重新选针对谁').default([]).describe('投诉：针对谁，他就看不到'),
  compensation: z.boolean().default(false).describe('投诉：涉及赔偿（C3）'),
  danger: z.boolean().default(false).describe('投诉：有人受伤或有危险'),
});

const act = <const Path extends string, Body extends z.ZodObject>(path: Path, summary: string, body: Body) =>
  route({ method: 'POST', path: `/surveys/{id}/${path}` as `/${string}`, summary, params: idParams, body, response: Done });

export const surveyRoutes = {
  surveys: route({
    method: 'GET',
    path: '/surveys',
    summary: '发到我家的满意率调查：要答的、答过的、公布了的（S1）',
    query: pageQuery,
    response: page(SurveyLine).extend({ now: instant }),
  }),
  survey: route({
    method: 'GET',
    path: '/surveys/{id}',
    summary: '一份满意率调查：问什么、哪一套房子答',
    params: idParams,
    response: z.object({
      now: instant,
      id,
      title: z.string(),
      officeName: z.string(),
      edition: z.iso.date(),
      closesAt: instant.nullable(),
      homes: z.array(z.object({ id, label: z.string(), answered: z.boolean(), contact: id.nullable() })),
      open: z.boolean(),
      grades: options,
      sections: z.array(z.object({ field: z.string(), label: z.string(), questions: z.array(QuestionView) })),
    }),
  }),
  answerSurvey: route({
    method: 'POST',
    path: '/surveys/{id}/answers',
    summary: '答满意率调查：一户一份，只记答过了，不记谁答了什么',
    params: idParams,
    body: z.strictObject({ homeId: id, edition: z.iso.date(), answers: z.record(words(40), answer) }),
    response: z.object({ counted: z.literal(true), already: z.boolean().describe('这一户已经计入过') }),
  }),
  askContact: route({
    method: 'POST',
    path: '/surveys/{id}/contact',
    summary: '答完调查，请我们联系：记名，和答卷不连在一起（V6、Z16）',
    key: true,
    limit: 'report',
    params: idParams,
    body: AskContact,
    response: TicketDone,
  }),
  surveyResults: route({
    method: 'GET',
    path: '/surveys/{id}/results',
    summary: '满意率调查的结果：公布以后住户看得到，截止以后同事看得到',
    params: idParams,
    response: SurveyResults.extend({ now: instant }),
  }),
  surveyWords: route({
    method: 'GET',
    path: '/surveys/{id}/words',
    summary: '住户在调查里说了什么，不记名，不按先后，同事可看（Z4）',
    params: idParams,
    query: pageQuery,
    response: page(z.object({ words: z.string() })).extend({
      now: instant,
      withheld: z.string().nullable().describe('答的太少，写的话不给看：为什么'),
    }),
  }),
  surveyProgress: route({
    method: 'GET',
    path: '/surveys/{id}/progress',
    summary: '发了多少户、交回多少户，怎么抽的；没截止以前没有结果',
    params: idParams,
    response: z.object({
      now: instant,
      title: z.string(),
      homes: z.int(),
      issued: z.int().nullable(),
      returned: z.int().nullable(),
      least: z.int(),
      samplePercent: z.int().describe('抽样的话抽百分之几'),
      sampleSize: z.int(),
      usedWhen: z.string().nullable().describe('只问用过特约服务的：哪几个月做的；问全部住户的，空着'),
      tells: z.boolean().describe('结果要告诉服务方的（S10）'),
      goesUp: z.boolean().describe('要写公开信、交上去评审的'),
      mayCall: z.boolean(),
      byPhone: z.boolean().describe('品质管理部打电话问的'),
      most: z.int().nullable().describe('抽几户，不按百分之几的'),
      seed: z.string().nullable(),
      coverage: coverage.nullable(),
      closesAt: instant.nullable(),
      reminded: z.int().nullable().describe('上一次提醒了多少户还没答的；没提醒过就空着'),
    }),
  }),
  surveyTelling: route({
    method: 'GET',
    path: '/surveys/{id}/telling',
    summary: '特约服务调查：要告诉哪几家服务方，给他们看什么，告诉了没有（S10）',
    params: idParams,
    response: SurveyTelling.extend({ now: instant }),
  }),
  tellProvider: act(
    'tell',
    '把结果告诉一家服务方，记下怎么告诉的、说了什么（S10）',
    z.strictObject({
      providerId: id.describe('哪一家'),
      how: z.enum(TOLD_WAYS, { error: '请选怎么告诉的' }),
      words: words(500).describe('说了什么，对方答应了什么'),
    }),
  ),
  issueSurvey: act('issue', '把意见表发给住户：全部，或者抽一部分（S2）', z.strictObject({ coverage })),
  analyseSurvey: act(
    'analyse',
    '写统计分析，公布结果；有特别严重的意见，要写公开信（S4、S5）',
    z.strictObject({
      words: words(1_000).describe('主要的意见和打算怎么做，住户看得到'),
      serious: z.boolean().default(false).describe('有特别严重的意见'),
    }),
  ),
  sendSurveyUp: act('send-up', '把统计和分析交给品质管理部（S6）', z.strictObject({})),
  reviewSurvey: act('review', '管理者代表评审（S6）', z.strictObject({ words: words(500).describe('评审意见') })),
};
