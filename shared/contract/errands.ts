import { ERRAND_KINDS } from '../errands/errand.ts';
import { LETTER_COPIES, LETTER_FROM_NAMES } from '../errands/letter.ts';
import { words } from '../kernel/words.ts';
import { z } from '../kernel/zod.ts';
import { CHECKED_HOWS, MOST_ASKED } from '../surveys/deeds.ts';
import { optionalWords } from './command.ts';
import { ActionFigure } from './figures.ts';
import { id, idParams, instant, page, pageQuery, route } from './route.ts';
import { preparing, shot } from './shots.ts';
import { Photo, PromiseView } from './ticket-views.ts';

const kind = z.enum(Object.keys(ERRAND_KINDS) as [keyof typeof ERRAND_KINDS, ...(keyof typeof ERRAND_KINDS)[]], { error: '没有这种单子' });
const slip = z.enum(['handover', 'urgent', 'referral', 'work_letter'], { error: '请选写哪一种单' });
const status = z.enum(['given', 'taken', 'returned', 'closed', 'withdrawn']);
const department = z.enum(['serviceCentre', 'engineering', 'security', 'environment', 'quality', 'hr', 'finance', 'office'], {
  error: '请选一个部门',
});

const line = {
  id,
  kind,
  label: z.string().describe('叫什么单'),
  status,
  standing: z.string().describe('到哪一步了，说法'),
  officeName: z.string(),
  to: z.string().describe('交给哪个部门、谁'),
  holderName: z.string(),
  giverName: z.string(),
  words: z.string().describe('什么事'),
  ticketNumber: z.string().nullable(),
  matter: z
    .object({ title: z.string(), where: z.string() })
    .nullable()
    .describe('说的是哪一件、在哪里：打得开这一件的，和接单的人（投诉和只给自己看的除外）'),
  lead: z.boolean().describe('由它牵头（I3）'),
  givenAt: instant,
  answerBy: instant.nullable(),
  promisedBy: instant.nullable(),
  dueBy: instant.nullable().describe('最近的一个时间'),
};

/** One errand in a list. */
export const ErrandLine = z.object(line).meta({ id: 'ErrandLine' });
export type ErrandLine = z.infer<typeof ErrandLine>;

/** One errand with what happened, what is owed and what this viewer may do. */
export const ErrandDetail = z
  .object({
    ...line,
    letter: z
      .object({ from: z.string(), sender: z.string(), receivedOn: z.string(), important: z.boolean(), copies: z.array(z.string()) })
      .nullable()
      .describe('是来信的：谁来的、哪天收到、抄送给谁（I14）'),
    photos: z.array(Photo).describe('纸上的拍下来'),
    mayPhotograph: z.boolean(),
    round: z.int(),
    ticketId: id.nullable().describe('说的是哪一件，您能打开的'),
    letterId: id.nullable().describe('说的是哪一次调查的公开信（S5）'),
    exchangeId: id.nullable().describe('说的是哪一条信息（D8）'),
    promises: z.array(PromiseView),
    history: z.array(
      z.object({
        did: z.string(),
        text: z.string(),
        at: instant,
        byName: z.string().nullable(),
        byPost: z.string().nullable(),
        words: z.string().nullable(),
        until: instant.nullable(),
      }),
    ),
    actions: z.array(z.object({ action: z.string(), label: z.string() })),
    about: z.object({ label: z.string(), figure: ActionFigure }).nullable().describe('针对月度分析里的哪个数（C9）'),
    version: z.int(),
  })
  .meta({ id: 'ErrandDetail' });
export type ErrandDetail = z.infer<typeof ErrandDetail>;

/** Whom a slip can go to. */
const UnitView = z.object({ department, label: z.string(), headName: z.string(), headId: id, atHeadOffice: z.boolean(), kinds: z.array(slip) });
export type UnitView = z.infer<typeof UnitView>;

export const Done = z.object({ id, status, version: z.int() });

const copies = z.array(z.enum(LETTER_COPIES, { error: '请选抄送给谁' })).max(LETTER_COPIES.length, '请重新选抄送给谁');

/** A letter as it is registered (I14). */
const Letter = z.strictObject({
  officeId: id.optional(),
  ticketId: id.optional().describe('已经记成的那一件'),
  from: z.enum(LETTER_FROM_NAMES, { error: '请选是谁来的信' }),
  sender: words(40).describe('来信的单位或人'),
  receivedOn: z.iso.date({ error: '请选哪一天收到的' }),
  subject: words(500).describe('什么事'),
  holder: z.uuid({ error: '请选谁来负责' }).describe('谁负责答复'),
  answerBy: instant.optional().describe('什么时候前答复；空着按公司的天数'),
  important: z.boolean().default(false),
  copies: copies.default([]).describe('重要的抄送给谁'),
});

/** An action on one errand: its row says who may. */
const act = <const Path extends string, Body extends z.ZodObject>(path: Path, summary: string, body: Body) =>
  route({ method: 'POST', path: `/errands/{id}/${path}` as `/${string}`, summary, params: idParams, body, response: Done });

const how = z.enum(CHECKED_HOWS, { error: '请选怎么问的' });
const asked = z.int({ error: '请写问了几户' }).min(1, '至少问一户').max(MOST_ASKED, `最多写 ${MOST_ASKED} 户`).describe('问了几户');

export const errandRoutes = {
  errandUnits: route({
    method: 'GET',
    path: '/errands/units',
    summary: '能写哪几种单、交给哪些部门、负责人是谁',
    query: z.strictObject({ officeId: id.optional(), ticketId: id.optional() }),
    response: z.object({ now: instant, offices: z.array(z.object({ id, name: z.string() })), units: z.array(UnitView), mayWrite: z.array(slip) }),
  }),
  errands: route({
    method: 'GET',
    path: '/errands',
    summary: '单子：等我办的、我写的、还没完的、办完的',
    query: pageQuery.extend({ which: z.enum(['mine', 'given', 'open', 'over']).default('mine'), kind: kind.optional() }),
    response: page(ErrandLine).extend({ now: instant, owed: z.int().describe('等我办、等我收下的有几张；数到 100 为止') }),
  }),
  errandsOfTicket: route({
    method: 'GET',
    path: '/tickets/{id}/errands',
    summary: '这一件转给了哪些部门，同事可看（D1）',
    params: idParams,
    query: pageQuery,
    response: page(ErrandLine).extend({ now: instant, mayWrite: z.boolean() }),
  }),
  errand: route({
    method: 'GET',
    path: '/errands/{id}',
    summary: '一张单子：什么事、到哪一步、欠着什么',
    params: idParams,
    response: ErrandDetail.extend({ now: instant }),
  }),
  giveErrand: route({
    method: 'POST',
    path: '/errands',
    summary: '写一张单交给部门（D1、D5）；紧急的先打电话，再写单（I8）',
    key: true,
    limit: 'intake',
    body: z.strictObject({
      kind: slip,
      officeId: id.optional(),
      ticketId: id.optional(),
      department,
      content: words(500),
      answerBy: instant,
      lead: z.boolean().default(false),
      calledPerson: id.optional(),
      calledAt: instant.optional(),
    }),
    response: Done,
  }),
  registerLetter: route({
    method: 'POST',
    path: '/errands/letters',
    summary: '登记来信：谁来的、哪天收到、什么事、谁负责、什么时候前答复；重要的抄送部门和领导（I14）',
    key: true,
    limit: 'intake',
    body: Letter,
    response: Done,
  }),
  photographLetter: preparing('/errands/{id}/photos', '准备传一张来信的照片（I14）', z.strictObject(shot)),
  answerLetter: act('answer-letter', '来信怎么答复的（I14）', z.strictObject({ words: words(500) })),
  fileLetter: act('file', '来信不用答复，写明为什么，存档（I14）', z.strictObject({ words: words(500) })),
  copyLetter: act('copy', '来信抄送部门和领导（I14）', z.strictObject({ copies: copies.min(1, '请选抄送给谁') })),
  takeErrand: act('take', '接下并答应时间（D2）', z.strictObject({ promisedBy: instant, words: optionalWords(500) })),
  progressErrand: act('progress', '说一声进展（D3）', z.strictObject({ words: words(500), expectedBy: instant.optional() })),
  giveBackErrand: act('give-back', '办好了，交回结果（D3）', z.strictObject({ words: words(500) })),
  sendBackErrand: act('send-back', '没办好，请再办（D4）', z.strictObject({ words: words(500), answerBy: instant })),
  receiveErrand: act('receive', '收下结果（D4）', z.strictObject({ words: optionalWords(500) })),
  verifyErrand: act('verify', '验证过了：看到了什么（D5）', z.strictObject({ words: words(500) })),
  withdrawErrand: act('withdraw', '撤回，写明为什么', z.strictObject({ words: words(500) })),
  answerNotice: act(
    'answer',
    '传达的外来信息：传到人了没有、怎么处理的（D8）',
    z.strictObject({ how: z.enum(['told', 'acted', 'not_ours'], { error: '请选怎么处理的' }), words: words(500) }),
  ),
  leadErrand: act('lead', '由这个部门牵头（I3）', z.strictObject({})),
  tellResident: act(
    'tell',
    '把结果或进展告诉住户（D7）',
    z.strictObject({ how: z.enum(['message', 'phone', 'face_to_face', 'letter'], { error: '请选怎么告诉的' }), words: words(500) }),
  ),
  reachErrand: act('reach', '相关的人都联系上了，定了怎么办（I8）', z.strictObject({ words: words(500) })),
  registerErrand: act('register', '品质管理部登记（I8）', z.strictObject({})),
  handErrandOn: act('hand-on', '换个人做，时间不变（C9、I14）', z.strictObject({ holder: z.uuid({ error: '请选谁来做' }) })),
  reportErrand: act('report', '报给管理者代表（I8）', z.strictObject({ words: words(500) })),
  writeReport: act('write-report', '纠正和预防措施报告（I8）', z.strictObject({ cause: words(500), correction: words(500), prevention: words(500) })),
  deedHolds: act(
    'holds',
    '公开信里答应的做好了，品质管理部问过住户，都满意（S7）',
    z.strictObject({ how, asked, words: words(500).describe('问了谁、看到什么，只给同事看') }),
  ),
  deedFails: act(
    'fails',
    '公开信里答应的，住户还不满意，另定日子再做（S7）',
    z.strictObject({
      how,
      asked,
      unhappy: z.int({ error: '请写几户不满意' }).min(1, '至少一户').max(MOST_ASKED, `最多写 ${MOST_ASKED} 户`).describe('几户不满意'),
      words: words(500).describe('哪里不满意，只给同事看'),
      answerBy: instant.describe('什么时候前再做好'),
    }),
  ),
};
