import { words } from '../kernel/words.ts';
import { z } from '../kernel/zod.ts';
import { OPINIONS, type Opinion } from '../tickets/ratings.ts';
import { CALL_VISITS, FINDINGS, type Finding, VISITS } from '../visits/script.ts';
import { command } from './command.ts';
import { MAX_MESSAGE_PHOTOS } from './photos.ts';
import { id, idParams, instant, page, pageQuery, route } from './route.ts';
import { Photo, TicketCard } from './ticket-views.ts';

const opinions = Object.keys(OPINIONS) as [Opinion, ...Opinion[]];
const findings = Object.keys(FINDINGS) as [Finding, ...Finding[]];
const opinion = z.enum(opinions, { error: '请选满意、基本满意或不满意' });

/** The three questions of a visit by phone; while it is still being mended they may be left open. */
export const answers = { quality: opinion.optional(), attitude: opinion.optional(), result: opinion.optional() };

export const VisitLine = z
  .object({
    ticketId: id,
    number: z.string(),
    officeName: z.string(),
    what: z.enum(VISITS),
    label: z.string(),
    clause: z.string(),
    round: z.int(),
    openedBy: id,
    why: z.string().describe('为什么要这次回访'),
    said: z.string().nullable().describe('住户那时说的话'),
    startedAt: instant,
    dueBy: instant,
    warnAtPercent: z.number(),
    kind: TicketCard.shape.kind,
    title: z.string().describe('修的、做的是什么'),
    urgency: z.enum(['urgent', 'general']),
    where: z.string(),
    unnamed: z.boolean().describe('没留姓名：没有人可问，到那一件里记没法回访'),
    residentName: z.string(),
    residentPhone: z.string().describe('号码打码'),
    doneBy: z.string().nullable().describe('谁修的'),
    doneAt: instant.nullable(),
    result: z.string().nullable().describe('师傅写的做了什么'),
    isRepaired: z.boolean().describe('还在修的，不满意也不再重开一次'),
    isUnconfirmed: z.boolean().describe('修好了，住户还没确认：电话里说修好了就办完'),
    opening: z.string().nullable().describe('电话里先说的话；到现场看的没有'),
    tries: z.array(z.object({ at: instant, byName: z.string() })).describe('没打通的，旧的在前'),
    notBefore: instant.nullable().describe('抽到的，这户一周内打过电话：这个时间以后再打（Z12）'),
    missing: z.string().nullable().describe('还差什么才能算联系不上；空着就可以'),
  })
  .meta({ id: 'VisitLine' });
export type VisitLine = z.infer<typeof VisitLine>;

export const VisitCaller = z
  .object({ personId: id, name: z.string(), reached: z.int(), tries: z.int(), ended: z.int().describe('记为联系不上的') })
  .meta({ id: 'VisitCaller' });
export type VisitCaller = z.infer<typeof VisitCaller>;

export const RECORDS = {
  return: '回访',
  special: '特殊回访',
  defect: '大缺陷检查',
  provider: '服务方回访',
  quality: '品质回访',
  weekly: '每周抽样',
  ended: '联系不上',
} as const;
export type RecordKind = keyof typeof RECORDS;
const kinds = Object.keys(RECORDS) as [RecordKind, ...RecordKind[]];

export const VisitRecord = z
  .object({
    id,
    at: instant,
    ticketId: id,
    number: z.string(),
    officeName: z.string(),
    where: z.string(),
    title: z.string(),
    residentName: z.string(),
    byName: z.string(),
    channel: z.string().nullable(),
    quality: opinion.nullable(),
    attitude: opinion.nullable(),
    result: opinion.nullable(),
    finding: z.enum(findings).nullable(),
    words: z.string().nullable(),
    outcome: z.string().nullable(),
    reopened: z.boolean().describe('因此重新办'),
    photos: z.array(Photo),
  })
  .meta({ id: 'VisitRecord' });
export type VisitRecord = z.infer<typeof VisitRecord>;

const what = z.enum(CALL_VISITS, { error: '请选是哪一次回访' });

export const visitRoutes = {
  visits: route({
    method: 'GET',
    path: '/visits',
    summary: '我欠着的回访和检查，先到期的在前（V3、V8、S9、R10）',
    query: pageQuery,
    response: page(VisitLine).extend({ now: instant, counts: z.object({ open: z.int(), today: z.int(), late: z.int() }) }),
  }),
  ticketVisits: route({
    method: 'GET',
    path: '/tickets/{id}/visits',
    summary: '这一件还欠着的回访和检查（V3、V8、S9、R10）',
    params: idParams,
    response: z.object({ now: instant, items: z.array(VisitLine) }),
  }),
  visitCallers: route({
    method: 'GET',
    path: '/visits/tries',
    summary: '这个月每个人打通几次、没打通几次、记为联系不上几次（Z13）',
    response: z.object({ now: instant, items: z.array(VisitCaller) }),
  }),
  visitRecords: route({
    method: 'GET',
    path: '/visits/records',
    summary: '回访记录、特殊回访、大缺陷专项记录，新的在前（V3、V8、R10）',
    query: pageQuery.extend({ kind: z.enum(kinds).default('return') }),
    response: page(VisitRecord).extend({ now: instant }),
  }),
  tryVisit: command('visit-tries', '回访没打通，时间由服务器记（Z13）', z.strictObject({ what })),
  endVisit: command('visit-ends', '几次都没打通，记为联系不上（Z13）', z.strictObject({ what })),
  confirmPublic: command('inspection', '公共地方的，主管到现场看过，确认修好（Z3）', z.strictObject({ words: words(200) })),
  flag: command('flag', '主管标为大缺陷，或者取消（R10）', z.strictObject({ isLarge: z.boolean(), words: words(200) })),
  checkDefect: command(
    'defect-checks',
    '大缺陷修好后到现场检查（R10）',
    z.strictObject({
      finding: z.enum(findings, { error: '请选看到的情况' }),
      words: words(500),
      photoIds: z.array(id).min(1, '请至少拍一张现场的照片').max(MAX_MESSAGE_PHOTOS, `最多 ${MAX_MESSAGE_PHOTOS} 张照片`),
    }),
  ),
};
