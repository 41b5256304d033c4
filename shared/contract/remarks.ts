import { words } from '../kernel/words.ts';
import { z } from '../kernel/zod.ts';
import { REMARK_KINDS } from '../remarks/decide.ts';
import { SORTED_FIELDS } from '../tickets/fields.ts';
import { command, optionalWords } from './command.ts';
import { checkFromWhom, fromWhom } from './intake.ts';
import { id, idParams, instant, route } from './route.ts';
import { Done } from './tickets.ts';
import { saidSomehow, spoken } from './voices.ts';

const kind = z.enum(REMARK_KINDS, { error: '请点一下是建议、表扬还是咨询' });

/** What a resident has to say that nobody has to mend. */
export const Remark = z
  .strictObject({
    kind,
    homeId: id.describe('从哪个房屋说'),
    words: optionalWords(500),
    spoken,
    onlyMine: z.boolean().default(false).describe('只有我看：同住的人看不到；以后可以放开'),
  })
  .refine(...saidSomehow);

/** The same, taken down by a colleague. */
export const TakenRemark = z
  .strictObject({ kind, ...fromWhom, words: words(500) })
  .superRefine(checkFromWhom)
  .refine(({ kind, unnamed }) => !unnamed || kind === 'suggestion', { path: ['kind'], message: '没说是谁的，只能记建议或者投诉' });

const answer = words(500).describe('住户看得到');

/** Suggestions, praise and enquiries, from the word to the answer (I3, I10–I12). */
export const remarkRoutes = {
  speak: route({
    method: 'POST',
    path: '/remarks',
    summary: '有话想说：建议、表扬、咨询（I3）',
    key: true,
    limit: 'report',
    body: Remark,
    response: Done,
  }),
  takeRemark: route({
    method: 'POST',
    path: '/remarks/taken',
    summary: '替来电、到访的住户记一件建议、表扬或咨询（I1、I4）',
    key: true,
    limit: 'intake',
    body: TakenRemark,
    response: Done,
  }),
  sort: command(
    'sort',
    '归类：是建议、表扬还是咨询，关于哪一块服务（I3、I18）',
    z.strictObject({ kind, field: z.enum(SORTED_FIELDS, { error: '请点一下关于哪一块' }) }),
  ),
  reply: command('reply', '答复咨询（I12）', z.strictObject({ words: answer })),
  promiseAnswer: command('promise-answer', '一时答不全，约好什么时候答复（I12）', z.strictObject({ dueBy: instant, words: answer })),
  study: command('study', '建议要研究，定下什么时候答复（I10）', z.strictObject({ dueBy: instant, words: answer })),
  adopt: command('adopt', '采纳建议，定下什么时候做成（I10）', z.strictObject({ dueBy: instant, words: answer })),
  carryOut: command('carry-out', '采纳的做成了（I10）', z.strictObject({ words: answer })),
  decline: command(
    'decline',
    '不采纳：按哪条规定、为什么，能做到的是什么（I11）',
    z.strictObject({ words: answer, rule: words(100).describe('按哪条规定'), instead: optionalWords(200).describe('能做到的是什么') }),
  ),
  object: command('object', '住户不认同不采纳，请上面看看（I11）', z.strictObject({ words: words(500) })),
  answerAbove: command('answer-above', '品质管理部答复（I11）', z.strictObject({ words: answer })),
  praisable: route({
    method: 'GET',
    path: '/tickets/{id}/colleagues',
    summary: '表扬可以转告的同事',
    params: idParams,
    response: z.object({ items: z.array(z.object({ id, name: z.string(), title: z.string() })) }),
  }),
  thank: command(
    'thank',
    '回谢，转告表扬的是谁和他的主管',
    z.strictObject({ words: answer, praised: z.array(id).max(5, '一次最多选 5 位').default([]) }),
  ),
};
