import { words } from '../kernel/words.ts';
import { z } from '../kernel/zod.ts';
import { id, idParams, instant, route } from './route.ts';

/** So many things one letter promises at most: more than anybody reads is no promise. */
const MOST_DEEDS = 10;

const deed = z.strictObject({
  words: words(200).describe('做什么'),
  holder: z.uuid({ error: '请选谁来做' }),
  dueOn: z.iso.date({ error: '请选最晚哪一天' }).describe('最晚哪一天'),
});

/** One thing a letter promised, as residents read it. */
export const LetterDeed = z
  .object({
    words: z.string(),
    holder: id.nullable().describe('谁来做；只给同事'),
    holderName: z.string().nullable().describe('谁来做；只给同事'),
    dueOn: z.iso.date(),
    stand: z.enum(['written', 'doing', 'late', 'done', 'kept']),
    says: z.string(),
    said: z.string().nullable().describe('做了什么'),
    errandId: id.nullable().describe('只给同事'),
  })
  .meta({ id: 'LetterDeed' });
export type LetterDeed = z.infer<typeof LetterDeed>;

/** The open letter of a survey: what it says, what it promised, and what became of it. */
export const OpenLetter = z
  .object({
    id,
    title: z.string(),
    officeName: z.string(),
    stand: z.enum(['none', 'waiting', 'returned', 'posted']),
    says: z.string(),
    words: z.string().nullable(),
    postedAt: instant.nullable(),
    deeds: z.array(LetterDeed),
    kept: z.int().describe('答应的有几件做到了'),
    /** What follows is for colleagues. */
    frequent: z.array(z.object({ label: z.string(), count: z.int().nullable().describe('几户说到；少的不写数') })).describe('说的人多的不满意'),
    fewer: z.int().describe('答的人少，另有几样说到的不写是什么'),
    least: z.int().describe('几户说到算多'),
    dueBy: instant.nullable().describe('公开信最晚什么时候贴出'),
    steps: z
      .array(z.object({ round: z.int(), at: instant, byName: z.string(), says: z.string(), words: z.string(), took: z.string() }))
      .describe('送审、退回、批准的经过，旧的在前'),
    pending: z
      .object({ approvalId: id, round: z.int(), step: z.int(), dueBy: instant.nullable(), reason: z.string().nullable().describe('退回的原因') })
      .nullable(),
    people: z.array(z.object({ id, name: z.string(), post: z.string() })).describe('可以由谁来做'),
    mayWrite: z.boolean(),
    mayDecide: z.boolean(),
  })
  .meta({ id: 'OpenLetter' });
export type OpenLetter = z.infer<typeof OpenLetter>;

export const openLetterRoutes = {
  openLetter: route({
    method: 'GET',
    path: '/surveys/{id}/letter',
    summary: '一次调查的公开信：说了什么、答应了什么、做到没有；贴出以后小区的住户都看得到（S5、S7）',
    params: idParams,
    response: OpenLetter.extend({ now: instant }),
  }),
  submitLetter: route({
    method: 'POST',
    path: '/surveys/{id}/letter',
    summary: '写公开信，送管理者代表审；退回的改了再送（S5、Z7）',
    params: idParams,
    body: z.strictObject({
      words: words(1_500).describe('写给住户的话'),
      deeds: z.array(deed, { error: '请写答应做什么' }).min(1, '请至少答应做一件事').max(MOST_DEEDS, `一封信最多答应 ${MOST_DEEDS} 件`),
    }),
    response: z.object({ id, status: z.enum(['waiting', 'approved', 'returned']), round: z.int() }),
  }),
};
