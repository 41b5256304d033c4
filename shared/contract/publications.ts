import { words } from '../kernel/words.ts';
import { z } from '../kernel/zod.ts';
import { ISSUES, type Issue } from '../publications/work-notices.ts';
import { optionalWords } from './command.ts';
import { id, idParams, instant, page, pageQuery, route } from './route.ts';

const issues = Object.keys(ISSUES) as [Issue, ...Issue[]];
/** A building, or one unit of it; more than any estate has would be a mistake. */
const area = z.strictObject({ building: z.int().min(1).max(999), unit: z.int().min(1).max(99).nullable().default(null) });
const MOST_AREAS = 60;

const notice = {
  work: words(60).describe('做什么'),
  place: words(60).describe('在哪里'),
  from: instant.describe('从'),
  until: instant.describe('到'),
  doneBy: words(40).describe('施工单位或班组'),
  effect: words(200).describe('住户会遇到什么：停水、吵'),
  areas: z.array(area).max(MOST_AREAS, `最多 ${MOST_AREAS} 处`).describe('发给哪些楼、哪些单元；空着就是全小区'),
};

/** A version of a notice, as it reads. */
export const NoticeVersion = z
  .object({
    round: z.int(),
    what: z.enum(issues),
    label: z.string(),
    work: z.string(),
    place: z.string(),
    from: instant,
    until: instant,
    doneBy: z.string(),
    effect: z.string(),
    areas: z.array(z.object({ building: z.int(), unit: z.int().nullable() })),
    audience: z.string().describe('发给谁'),
    why: z.string().describe('更正或撤回的原因'),
  })
  .meta({ id: 'NoticeVersion' });
export type NoticeVersion = z.infer<typeof NoticeVersion>;

const count = { homes: z.int(), people: z.int().describe('登记在册、看得到的人') };

/** A publication: what holds now, and every time it went out. */
export const Publication = z
  .object({
    id,
    officeId: id,
    officeName: z.string(),
    ticket: z.object({ id, number: z.string() }).nullable().describe('哪一件公共维修；只给同事'),
    stand: z.enum(['waiting', 'returned', 'out', 'withdrawn']),
    current: NoticeVersion.nullable().describe('现在作数的；还没发出的只有同事看得到'),
    issues: z
      .array(NoticeVersion.extend({ issuedAt: instant, byName: z.string().nullable(), approverName: z.string().nullable(), ...count }))
      .describe('每一次发出，旧的在前；谁写的、谁批的只给同事'),
    /** What was handed in last and is not out; colleagues only. */
    pending: NoticeVersion.extend({
      approvalId: id,
      step: z.int(),
      authorName: z.string(),
      at: instant,
      dueBy: instant.nullable(),
      reason: z.string().nullable().describe('退回的原因'),
    }).nullable(),
    mayDecide: z.boolean(),
    mayWrite: z.boolean().describe('可以更正、撤回，或者改了再送'),
  })
  .meta({ id: 'Publication' });
export type Publication = z.infer<typeof Publication>;

const Kept = z.object({ id, status: z.enum(['waiting', 'approved', 'returned']), round: z.int() });

export const publicationRoutes = {
  publications: route({
    method: 'GET',
    path: '/publications',
    summary: '工程通知：住户看发到自己家的，同事看本小区的，新的在前（R7、P2）',
    query: pageQuery.extend({ as: z.enum(['resident', 'staff']).default('resident') }),
    response: page(Publication).extend({ now: instant, writes: z.array(z.object({ id, name: z.string() })).describe('可以给哪些小区写通知') }),
  }),
  publication: route({
    method: 'GET',
    path: '/publications/{id}',
    summary: '一张工程通知，和它的更正、撤回',
    params: idParams,
    response: Publication.extend({ now: instant }),
  }),
  buildings: route({
    method: 'GET',
    path: '/buildings',
    summary: '一个小区有哪些楼、哪些单元，写通知时选',
    query: z.strictObject({ officeId: id }),
    response: z.object({ items: z.array(z.object({ building: z.int(), units: z.array(z.int()) })) }),
  }),
  previewNotice: route({
    method: 'POST',
    path: '/publications/preview',
    summary: '发出以前先看：会发给几户、几个人（P2）；什么也不存',
    body: z.strictObject({ officeId: id, publicationId: id.optional(), areas: notice.areas }),
    response: z.object({ audience: z.string(), ...count }),
  }),
  submitNotice: route({
    method: 'POST',
    path: '/publications',
    summary: '工程主管写一张工程通知送主任审；发出去的要改，也是再送一次（R7、P2）',
    body: z.strictObject({
      officeId: id,
      ticketId: id.optional().describe('哪一件公共维修'),
      publicationId: id.optional().describe('更正哪一张'),
      ...notice,
      why: optionalWords(200).describe('更正的原因'),
    }),
    response: Kept,
  }),
  withdrawNotice: route({
    method: 'POST',
    path: '/publications/{id}/withdraw',
    summary: '撤回一张发出去的通知，也要主任批准；批准以前原来的还作数（P2）',
    params: idParams,
    body: z.strictObject({ why: words(200) }),
    response: Kept,
  }),
};
