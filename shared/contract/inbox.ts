import { z } from '../kernel/zod.ts';
import { id, instant, page, pageQuery, route } from './route.ts';

export const News = z
  .object({
    id,
    at: instant,
    text: z.string(),
    ticketId: id.nullable(),
    ticketNumber: z.string().nullable(),
    publicationId: id.nullable().describe('说的是哪一张通知'),
    bulletinId: id.nullable().describe('说的是公司的通报'),
    dutyId: id.nullable().describe('说的是定期要做的哪一轮'),
    errandId: id.nullable().describe('说的是哪一张单子'),
    needsId: id.nullable().describe('说的是问我的哪一份员工需求普查'),
    mailboxId: id.nullable().describe('说的是总裁信箱里的哪一封信'),
    surveyId: id.nullable().describe('说的是发到我家的哪一份调查'),
    questionnaire: z.boolean().describe('说的是小区自己的问卷'),
    hotline: z.boolean().describe('说的是小区、公司的电话'),
    setting: z.boolean().describe('说的是小区自己的规矩'),
    letterId: id.nullable().describe('说的是哪一次调查的公开信'),
    praise: z.string().nullable().describe('表扬的原话，给受表扬的人看'),
    title: z.string(),
    where: z.string(),
    urgent: z.boolean(),
    read: z.boolean(),
  })
  .meta({ id: 'News' });
export type News = z.infer<typeof News>;

export const inboxRoutes = {
  inbox: route({ method: 'GET', path: '/inbox', summary: '我的消息，新的在前', query: pageQuery, response: page(News).extend({ now: instant }) }),
  readInbox: route({
    method: 'POST',
    path: '/inbox/read',
    summary: '看过了：这条和更早的都算已读',
    body: z.strictObject({ upTo: id }),
    response: z.object({ unread: z.int() }),
  }),
};
