import { words } from '../kernel/words.ts';
import { z } from '../kernel/zod.ts';
import type { Limited } from '../limits/limits.ts';
import { REPAIR_CATEGORIES } from '../repairs/categories.ts';
import { REPAIR_PROMISES } from '../repairs/promises.ts';
import { AGREEABLE, MISS_CAUSES, type MissCause } from '../tickets/decide.ts';
import { ACTIONS } from '../tickets/lifecycle.ts';
import { RATING_TAGS, type RatingTag } from '../tickets/ratings.ts';
import { TICKET_EVENTS } from '../tickets/ticket.ts';
import { id, idParams, instant, page, pageQuery, route } from './route.ts';
import { Voice } from './voices.ts';

/** A report and each result of a round show so many at most. */
export const MAX_PHOTOS = 9;
export const MAX_MESSAGE_PHOTOS = 9;
export const MAX_PHOTO_BYTES = 8 * 1024 * 1024;

export const Colleague = z.object({ id, name: z.string(), title: z.string(), phone: z.string().nullable() }).meta({ id: 'Colleague' });
export type Colleague = z.infer<typeof Colleague>;

export const PromiseView = z
  .object({
    what: z.string(),
    label: z.string(),
    round: z.int(),
    openedBy: id,
    clause: z.string(),
    ruleSince: z.string(),
    allowance: z.string(),
    warnAtPercent: z.number(),
    owedBy: z.string().describe('姓名，没派人时是岗位'),
    owedTo: z.enum(['residents', 'company']),
    startedAt: instant,
    firstDueBy: instant,
    dueBy: instant,
    keptAt: instant.nullable(),
    withdrawnAt: instant.nullable(),
    missed: z.boolean(),
    missCause: z.string().nullable().describe('超时的原因，说法'),
    explain: z.string(),
  })
  .meta({ id: 'Promise' });
export type PromiseView = z.infer<typeof PromiseView>;

export const TicketCard = z
  .object({
    id,
    number: z.string(),
    officeId: id,
    officeName: z.string(),
    kind: z.literal('repair'),
    title: z.string().describe('类别，住户的说法'),
    words: z.string().describe('住户的话，最多 60 字'),
    category: z.string(),
    urgency: z.enum(['urgent', 'general']),
    place: z.enum(['home', 'public']),
    where: z.string(),
    status: z.enum(['received', 'dispatched', 'on_site', 'finished', 'closed', 'cancelled']),
    round: z.int(),
    receivedAt: instant,
    finishedAt: instant.nullable(),
    assigneeName: z.string().nullable(),
    /** The most pressing open promise the viewer may see. */
    next: z.object({ what: z.string(), label: z.string(), startedAt: instant, dueBy: instant, warnAtPercent: z.number() }).nullable(),
    /** Whether it is this resident's turn (confirm or say 没修好). */
    yourTurn: z.boolean(),
    /** Whether somebody else said something since this viewer last looked. */
    unread: z.boolean(),
  })
  .meta({ id: 'TicketCard' });
export type TicketCard = z.infer<typeof TicketCard>;

const held = z.string().nullable().describe('还没给别的住户看：说法');

export const Photo = z.object({ id, purpose: z.enum(['report', 'result', 'message']), url: z.string(), round: z.int(), held }).meta({ id: 'Photo' });
export type Photo = z.infer<typeof Photo>;

export const ContactView = z
  .object({
    id,
    at: instant,
    channel: z.string(),
    kind: z.enum(['message', 'call', 'visit', 'letter', 'note', 'confirmation', 'handover', 'opinion']),
    direction: z.enum(['in', 'out', 'internal']),
    byName: z.string(),
    byTitle: z.string().nullable(),
    mine: z.boolean(),
    body: z.string(),
    voice: Voice.nullable().describe('一起说的语音；来往登记里不放'),
    outcome: z.string().nullable(),
    held,
    photos: z.array(Photo),
  })
  .meta({ id: 'Contact' });
export type ContactView = z.infer<typeof ContactView>;

export const TicketDetail = TicketCard.extend({
  now: instant,
  version: z.int(),
  asStaff: z.boolean(),
  /** Whom to ask: the technician, before that the service centre. */
  responsible: Colleague.nullable(),
  reporter: z.object({ name: z.string(), phone: z.string().describe('号码打码'), as: z.string() }).nullable(),
  steps: z.array(z.object({ label: z.string(), at: z.string(), state: z.enum(['done', 'now', 'ahead']) })),
  actions: z.array(z.object({ action: z.enum(ACTIONS), label: z.string() })),
  promises: z.array(PromiseView),
  history: z.array(z.object({ id, did: z.enum(TICKET_EVENTS), at: instant, text: z.string() })).describe('新的在前'),
  thread: z.array(ContactView).describe('旧的在前'),
  photos: z.array(Photo),
  result: z.string().nullable().describe('师傅最近一次写的结果'),
  /** The content as confirmed back to the resident before work (I9). */
  confirmedContent: z.string().nullable(),
  suggestedContent: z.string(),
  /** The score of the confirmation that closed it last. */
  rating: z.object({ score: z.int(), text: z.string(), words: z.string() }).nullable(),
}).meta({ id: 'TicketDetail' });
export type TicketDetail = z.infer<typeof TicketDetail>;

/** What every command answers. */
export const Done = z.object({ id, number: z.string(), status: TicketCard.shape.status, version: z.int() }).meta({ id: 'Done' });
export type Done = z.infer<typeof Done>;

const optionalWords = (max: number) => words(max, 0).default('');
const promiseNames = [...new Set(REPAIR_PROMISES.map((row) => row.what))] as [string, ...string[]];
const tags = Object.keys(RATING_TAGS) as [RatingTag, ...RatingTag[]];
const causes = Object.keys(MISS_CAUSES) as [MissCause, ...MissCause[]];
const categoryCodes = REPAIR_CATEGORIES.map((category) => category.code) as [string, ...string[]];
const messagePhotos = z.array(id).max(MAX_MESSAGE_PHOTOS, `最多 ${MAX_MESSAGE_PHOTOS} 张照片`).default([]);
const channel = z.enum(['phone', 'mini_program', 'face_to_face'], { error: '请选怎么联系的' });

export const Report = z.strictObject({
  place: z.enum(['home', 'public'], { error: '请选我家里还是公共地方' }),
  homeId: id.describe('从哪个房屋报'),
  where: optionalWords(40).describe('公共地方的位置'),
  category: z.enum(categoryCodes, { error: '请点一下哪里坏了' }),
  worse: z.boolean().default(false),
  danger: z.boolean().default(false),
  words: optionalWords(500),
});

export const Workbench = z
  .object({
    now: instant,
    counts: z.object({ overdue: z.int(), withinHour: z.int(), today: z.int(), waitingForResident: z.int(), open: z.int() }),
    countsStopAt: z.int().nullable().describe('数到这里为止：100 就是“99+”；空着就是实数'),
    items: z.array(TicketCard),
    next: z.string().nullable(),
  })
  .meta({ id: 'Workbench' });
export type Workbench = z.infer<typeof Workbench>;

const command = <const Path extends string, Body extends z.ZodObject>(path: Path, summary: string, body: Body, limit?: Limited) =>
  route({
    method: 'POST',
    path: `/tickets/{id}/${path}` as `/${string}`,
    summary,
    params: idParams,
    body,
    response: Done,
    ...(limit ? { limit } : {}),
  });

export const ticketRoutes = {
  report: route({ method: 'POST', path: '/tickets', summary: '报修（R1–R3）', key: true, limit: 'report', body: Report, response: Done }),
  tickets: route({
    method: 'GET',
    path: '/tickets',
    summary: '我能看到的事，新的在前',
    query: pageQuery.extend({
      show: z.enum(['open', 'your_turn', 'done']).default('open'),
      as: z.enum(['resident', 'staff']).optional().describe('一次只用一个身份看；不写就都看'),
    }),
    response: page(TicketCard).extend({ now: instant }),
  }),
  workbench: route({ method: 'GET', path: '/workbench', summary: '工作台：该办的事，先到期的在前', query: pageQuery, response: Workbench }),
  ticket: route({ method: 'GET', path: '/tickets/{id}', summary: '一件事的全部', params: idParams, response: TicketDetail }),
  technicians: route({
    method: 'GET',
    path: '/tickets/{id}/technicians',
    summary: '可以派的师傅，建议的在前',
    params: idParams,
    response: z.object({ items: z.array(z.object({ id, name: z.string(), openTickets: z.int(), cameLastTime: z.boolean() })) }),
  }),
  handOver: command('hand-over', '转给工程主管（D1）', z.strictObject({ content: words(500), answerBy: instant.optional() })),
  takeOn: command('take-on', '主管接下并答应时间（D2）', z.strictObject({ completeBy: instant })),
  dispatch: command('dispatch', '派师傅（R8、I16），把内容和住户核对（I9）', z.strictObject({ technicianId: id, content: words(500) })),
  reassign: command(
    'reassign',
    '改派别的师傅',
    z.strictObject({ technicianId: id, insteadOf: id.describe('看到的现在这位，别人先改了就不改'), content: words(500) }),
  ),
  accept: command('accept', '师傅接下', z.strictObject({})),
  arrive: command('arrive', '师傅登记到场（R3）', z.strictObject({})),
  finish: command(
    'finish',
    '师傅登记修好，附结果照片（R3）',
    z.strictObject({ result: words(500), photoIds: z.array(id).min(1, '请至少拍一张修好后的照片').max(MAX_PHOTOS, `最多 ${MAX_PHOTOS} 张照片`) }),
  ),
  confirm: command(
    'confirm',
    '住户确认并打分，只打一次（R9、S9）',
    z.strictObject({
      score: z.literal([1, 2, 3, 4, 5], { error: '请点一下星星' }),
      tags: z.array(z.enum(tags)).max(5).default([]),
      words: optionalWords(500),
    }),
  ),
  reopen: command('reopen', '住户说没修好（R11）', z.strictObject({ words: words(500) })),
  say: command(
    'say',
    '留言或答复；upset：住户着急，当天再打一次电话（R8）',
    z
      .strictObject({
        words: optionalWords(500),
        upset: z.boolean().default(false),
        photoIds: messagePhotos,
        voiceId: id.optional().describe('有语音或照片就可以不写字'),
      })
      .refine((given) => given.words !== '' || given.voiceId !== undefined || given.photoIds.length > 0, {
        path: ['words'],
        message: '请写几个字，或者放一张照片',
      }),
    'say',
  ),
  note: command('note', '记给同事，住户看不到（I2）', z.strictObject({ words: optionalWords(500), photoIds: messagePhotos }), 'say'),
  returnVisit: command('return-visit', '记回访（V8），或低分以后的联系（S9）', z.strictObject({ words: words(500), outcome: words(100), channel })),
  look: route({
    method: 'POST',
    path: '/tickets/{id}/look',
    summary: '开着这一件：看到哪一句了，还有哪位同事也开着；开着时每半分钟报一次',
    params: idParams,
    body: z.strictObject({ readTo: id.nullable().default(null).describe('看到的最后一句；没看沟通就空着') }),
    response: z.object({ version: z.int(), others: z.array(z.object({ id, name: z.string(), title: z.string() })) }),
  }),
  call: command('call', '记一次电话（R8）', z.strictObject({ words: words(500), outcome: optionalWords(100) })),
  visit: command('visit', '记特殊回访（R11）', z.strictObject({ words: words(500), outcome: words(100), channel })),
  agree: command('agree', '和住户约时间（I7）', z.strictObject({ what: z.enum(AGREEABLE), dueBy: instant, channel, why: words(200) })),
  explainMiss: command(
    'explain-miss',
    '记超时原因（R3）',
    z.strictObject({ what: z.enum(promiseNames), round: z.int().min(1).max(1000), cause: z.enum(causes, { error: '请选一个原因' }) }),
  ),
  reclassify: command(
    'reclassify',
    '改类别（R1、R2）',
    z.strictObject({
      category: z.enum(categoryCodes, { error: '请选一个类别' }),
      worse: z.boolean().default(false),
      danger: z.boolean().default(false),
      why: optionalWords(200),
    }),
  ),
  addPhoto: route({
    method: 'POST',
    path: '/tickets/{id}/photos',
    summary: '准备传一张照片；文字早已存好',
    limit: 'photo',
    params: idParams,
    body: z.strictObject({
      purpose: z.enum(['report', 'result', 'message']),
      type: z.enum(['image/jpeg', 'image/png'], { error: '只收 JPG 或 PNG 照片' }),
      bytes: z.int().min(1).max(MAX_PHOTO_BYTES, '照片不能超过 8 MB'),
      position: z
        .int()
        .min(0)
        .max(MAX_PHOTOS - 1)
        .default(0)
        .describe('选的时候排第几，从 0 起；先传到的不抢在前面'),
    }),
    response: z.object({
      photoId: id,
      there: z.boolean().describe('早已传好，不用再传'),
      upload: z.object({ url: z.string(), fields: z.record(z.string(), z.string()) }),
    }),
  }),
  finalisePhoto: route({
    method: 'POST',
    path: '/photos/{id}/finalise',
    summary: '照片传完了，核对后可见',
    params: idParams,
    body: z.strictObject({}),
    response: z.object({ photo: Photo }),
  }),
};
