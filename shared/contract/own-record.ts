import { RESIDES_AS, type ResidesAs } from '../households/households.ts';
import { z } from '../kernel/zod.ts';
import { id, instant, route } from './route.ts';

const residesAs = z.enum(Object.keys(RESIDES_AS) as [ResidesAs, ...ResidesAs[]]);

/** What is known here of whoever asks. */
export const OwnRecord = z
  .object({
    name: z.string(),
    phone: z.string().describe('号码打码'),
    boundAt: instant.nullable(),
    homes: z.array(z.object({ id, officeName: z.string(), label: z.string(), as: residesAs, from: instant, until: instant.nullable() })),
    consents: z.int().describe('答过几次收不收微信消息'),
    looks: z.int().describe('号码被看过几次'),
    tickets: z.int().describe('报过几件事'),
    words: z.int().describe('写过几句话'),
    photos: z.int().describe('传过几张照片'),
    open: z.array(z.object({ id, number: z.string() })).describe('还没办完的：办完才能清除'),
    isColleague: z.boolean().describe('在这里上班的，请人事行政部办'),
    file: z.string().describe('导出的文件在哪里'),
    fileName: z.string(),
  })
  .meta({ id: 'OwnRecord' });
export type OwnRecord = z.infer<typeof OwnRecord>;

export const ownRecordRoutes = {
  ownRecord: route({ method: 'GET', path: '/own-record', summary: '我的资料：这里知道我什么（A1、Z10）', response: OwnRecord }),
  forgetMe: route({
    method: 'POST',
    path: '/own-record/forget',
    summary: '清除我的姓名和号码，所有设备都退出；还有没办完的就先办完（Z10）',
    limit: 'signOut',
    body: z.strictObject({}),
    response: z.object({ forgottenAt: instant }),
  }),
};
