import { words } from '../kernel/words.ts';
import { z } from '../kernel/zod.ts';
import { REPLACED_BECAUSE, type ReplacedBecause } from '../surveys/replaced.ts';
import { id, idParams, instant, route } from './route.ts';
import { answer, options, QuestionView } from './surveys.ts';

const BUILDING_MOST = 9_999;
const building = z.int({ error: '请选楼栋' }).min(1, '请选楼栋').max(BUILDING_MOST, '请选楼栋');
const reason = z.enum(Object.keys(REPLACED_BECAUSE) as [ReplacedBecause, ...ReplacedBecause[]], { error: '请选原因：只有空着、搬走可以换' });

/** How far the sheets on paper are. */
export const SurveySheets = z
  .object({
    ticked: z.int().describe('勾了几户'),
    typed: z.int().describe('录入了几份'),
    missing: z.int().describe('勾了还没录入的'),
    toTick: z.int().describe('没截止以前，再勾几户才能接着录入；现在就能录入的是 0'),
  })
  .meta({ id: 'SurveySheets' });
export type SurveySheets = z.infer<typeof SurveySheets>;

/** A home that was asked, as a colleague finds it. */
export const SurveyHomeLine = z
  .object({
    id,
    label: z.string(),
    stand: z.enum(['open', 'answered', 'ticked', 'yours']).describe('还没交、已计入、您以前勾的、您今天勾的；别人勾的和手机上答的分不出来'),
  })
  .meta({ id: 'SurveyHomeLine' });
export type SurveyHomeLine = z.infer<typeof SurveyHomeLine>;

const ofHome = z.strictObject({ homeId: id });

export const surveyPaperRoutes = {
  surveyPaper: route({
    method: 'GET',
    path: '/surveys/{id}/paper',
    summary: '纸表和电话：勾了几户、录入几份、还差几份，换过哪几户（S3、Z5）',
    params: idParams,
    response: SurveySheets.extend({
      now: instant,
      title: z.string(),
      officeName: z.string(),
      closesAt: instant.nullable(),
      actions: z.array(z.string()).describe('您现在能做的'),
      part: z.enum(['ticks', 'types']).nullable().describe('您这次勾户，还是录入'),
      buildings: z.array(z.object({ building: z.int(), homes: z.int(), left: z.int().describe('还没交的') })),
      replaced: z.array(z.object({ label: z.string(), instead: z.string(), reason: z.string(), at: instant, byName: z.string() })),
    }),
  }),
  surveyHomes: route({
    method: 'GET',
    path: '/surveys/{id}/homes',
    summary: '一栋楼里发到的户，谁家交了、谁家还没有；从来没有答了什么',
    params: idParams,
    query: z.strictObject({ building: z.coerce.number({ error: '请选楼栋' }).int('请选楼栋').min(1, '请选楼栋').max(BUILDING_MOST, '请选楼栋') }),
    response: z.object({ now: instant, items: z.array(SurveyHomeLine) }),
  }),
  surveySheet: route({
    method: 'GET',
    path: '/surveys/{id}/sheet',
    summary: '意见表问什么，录入和打印用',
    params: idParams,
    response: z.object({
      now: instant,
      id,
      title: z.string(),
      officeName: z.string(),
      hotline: z.string(),
      edition: z.iso.date(),
      closesAt: instant.nullable(),
      sampled: z.boolean().describe('只抽了一部分住户'),
      buildings: z.array(z.int()),
      grades: options,
      sections: z.array(z.object({ field: z.string(), label: z.string(), questions: z.array(QuestionView) })),
    }),
  }),
  surveyCode: route({
    method: 'GET',
    path: '/surveys/{id}/code',
    summary: '意见表和海报上的二维码：扫一扫就在手机上答；码里只有是哪一次调查（S3）',
    params: idParams,
    response: z.object({
      now: instant,
      scene: z.string().describe('码里写的：哪一次调查'),
      way: z.enum(['wechat', 'address', 'away', 'over']).describe('小程序码、网页地址、现在取不到、已经截止'),
      picture: z.string().nullable().describe('小程序码'),
    }),
  }),
  tickSheet: route({
    method: 'POST',
    path: '/surveys/{id}/tick',
    summary: '一户的纸表交回来了，勾上这一户（S3）',
    params: idParams,
    body: ofHome,
    response: SurveySheets.extend({ already: z.boolean().describe('这一户已计入') }),
  }),
  takeBackTick: route({
    method: 'POST',
    path: '/surveys/{id}/untick',
    summary: '勾错了，当天取消（S3）',
    params: idParams,
    body: ofHome,
    response: SurveySheets,
  }),
  typeSheet: route({
    method: 'POST',
    path: '/surveys/{id}/sheets',
    summary: '录入一份纸表：只有答了什么，没有哪一户（S3）',
    key: true,
    params: idParams,
    body: z.strictObject({ edition: z.iso.date(), building: building.nullable().describe('纸表上写了才填'), answers: z.record(words(40), answer) }),
    response: SurveySheets,
  }),
  replaceHome: route({
    method: 'POST',
    path: '/surveys/{id}/replace',
    summary: '抽到的户空着、搬走了，换成次序里的下一户（Z5）',
    params: idParams,
    body: z.strictObject({ homeId: id, reason }),
    response: z.object({ label: z.string().describe('换成哪一户') }),
  }),
};
