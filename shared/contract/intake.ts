import { CHANNELS, type Channel } from '../intake/channels.ts';
import { words } from '../kernel/words.ts';
import { z } from '../kernel/zod.ts';
import { optionalWords } from './command.ts';
import { id, instant, route } from './route.ts';
import { MAX_QUERY } from './search.ts';
import { Done, Report } from './tickets.ts';

const codes = [...new Set(CHANNELS.map((row) => row.code))] as [Channel, ...Channel[]];
export const MAX_NAME = 20;

export const IntakeHome = z
  .object({
    id,
    label: z.string(),
    officeId: id,
    officeName: z.string(),
    keyCustomer: z.boolean(),
    own: z.boolean().describe('自己家：请用住户的身份报'),
    residents: z.array(z.object({ id, name: z.string(), as: z.enum(['owner', 'occupant', 'contact']), phone: z.string().describe('号码打码') })),
  })
  .meta({ id: 'IntakeHome' });
export type IntakeHome = z.infer<typeof IntakeHome>;

export const Intake = z
  .strictObject({
    ...Report.omit({ reworkOf: true }).shape,
    personId: id.optional().describe('这一户的哪一位；别的人就写名字'),
    name: optionalWords(MAX_NAME).describe('别的人怎么称呼；号码不记'),
    channel: z.enum(codes, { error: '请点一下从哪里来的' }),
    saidAt: instant.optional().describe('什么时候说的；空着就是现在'),
  })
  .refine((given) => given.personId !== undefined || given.name !== '', { path: ['name'], message: '请点一位住户，或者写下怎么称呼' });

/** Whom something taken down is from: one of a home, or somebody who did not say who they are, at an estate (readings 21). */
export const fromWhom = {
  homeId: id.optional().describe('哪一户；没说是谁的空着'),
  personId: Intake.shape.personId,
  name: Intake.shape.name,
  unnamed: z.boolean().default(false).describe('没说自己是谁：不记住户、不记号码，也不回访'),
  officeId: id.optional().describe('没说是谁的，是哪个小区的'),
  channel: Intake.shape.channel,
  saidAt: Intake.shape.saidAt,
};

interface FromWhom {
  homeId?: string | undefined;
  personId?: string | undefined;
  name: string;
  unnamed: boolean;
  officeId?: string | undefined;
}

/** What is missing of whom it is from, or what is too much, field by field. */
export function checkFromWhom({ homeId, personId, name, unnamed, officeId }: FromWhom, context: z.RefinementCtx): void {
  const wrong = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message });
  if (unnamed && officeId === undefined) wrong('officeId', '请选是哪个小区的');
  if (unnamed && (homeId !== undefined || personId !== undefined || name !== '')) wrong('unnamed', '没说是谁的，不记哪一户、也不记称呼');
  if (!unnamed && homeId === undefined) wrong('homeId', '请选哪一户');
  if (!unnamed && personId === undefined && name === '') wrong('name', '请点一位住户，或者写下怎么称呼');
}

export const intakeRoutes = {
  intakeHomes: route({
    method: 'GET',
    path: '/intake/homes',
    summary: '记一件：按房号、姓名、手机后四位找本小区的房屋；只有服务中心、主管和主任看得到住户',
    query: z.strictObject({ q: words(MAX_QUERY, 2).optional().describe('空着只列能记的小区') }),
    limit: 'homes',
    response: z.object({
      items: z.array(IntakeHome),
      offices: z.array(z.object({ id, name: z.string() })).describe('能记的小区：没说是谁的，记到小区'),
    }),
  }),
  intake: route({
    method: 'POST',
    path: '/intake',
    summary: '替来电、到访的住户记一件（I1、I2、I4）',
    key: true,
    limit: 'intake',
    body: Intake,
    response: Done,
  }),
};
