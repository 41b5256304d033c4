import { words } from '../kernel/words.ts';
import { z } from '../kernel/zod.ts';
import { MAILBOX_NEED_NAMES } from '../mailbox/kinds.ts';
import { Done } from './errands.ts';
import { CompanyDocument, documentBody } from './needs.ts';
import { id, idParams, instant, page, pageQuery, route } from './route.ts';
import { PromiseView } from './ticket-views.ts';

const need = z.enum(MAILBOX_NEED_NAMES, { error: '请点一下是哪一类' });

const line = {
  id,
  need: z.string().describe('哪一类'),
  signed: z.boolean(),
  writerName: z.string().nullable().describe('署名的人；不署名的没有'),
  standing: z.string(),
  status: z.enum(['given', 'taken', 'returned', 'closed', 'withdrawn']),
  at: instant,
  dueBy: instant.nullable(),
};

/** A letter to the general manager, in a list. */
export const MailboxLine = z
  .object({ ...line, words: z.string(), answer: z.string().nullable().describe('怎么答的：文件的题目，或者谈了说好什么') })
  .meta({ id: 'MailboxLine' });
export type MailboxLine = z.infer<typeof MailboxLine>;

/** One letter, to whoever wrote it and the general manager. */
export const MailboxLetter = z
  .object({
    ...line,
    words: z.string(),
    talkOn: z.string().nullable(),
    agreed: z.array(z.string()).describe('每次谈了说好什么'),
    moves: z.array(z.object({ to: z.string(), why: z.string() })).describe('每次改约到哪一天，为什么'),
    silentAt: instant.nullable().describe('到什么时候没有回话就办完'),
    document: CompanyDocument.nullable(),
    mine: z.boolean().describe('是我写的'),
    promises: z.array(PromiseView),
    actions: z.array(z.object({ action: z.string(), label: z.string() })),
    latestTalkOn: z.string().describe('最晚约到哪一天'),
    version: z.int(),
  })
  .meta({ id: 'MailboxLetter' });
export type MailboxLetter = z.infer<typeof MailboxLetter>;

const act = <const Path extends string, Body extends z.ZodObject>(path: Path, summary: string, body: Body) =>
  route({ method: 'POST', path: `/mailbox/{id}/${path}` as `/${string}`, summary, params: idParams, body, key: true, response: Done });

const letter = { need, words: words(1_000).describe('写给总经理的话') };

export const mailboxRoutes = {
  mailbox: route({
    method: 'GET',
    path: '/mailbox',
    summary: '总裁信箱：我署名写的；总经理看全部（S11）',
    query: pageQuery.extend({ which: z.enum(['mine', 'all'], { error: '看自己写的，还是看全部' }).default('mine') }),
    response: page(MailboxLine).extend({ now: instant, waiting: z.int(), isGeneralManager: z.boolean(), answerDays: z.int() }),
  }),
  writeToMailbox: route({
    method: 'POST',
    path: '/mailbox',
    summary: '署名写给总经理：只有总经理和写的人看得到（S11）',
    key: true,
    limit: 'report',
    body: z.strictObject(letter),
    response: Done,
  }),
  writeUnsigned: route({
    method: 'POST',
    path: '/mailbox/unsigned',
    summary: '不署名写给总经理：不记是谁写的，只能用公司文件答复（S11）',
    key: true,
    body: z.strictObject(letter),
    response: z.object({ sent: z.literal(true) }),
  }),
  needsRegister: route({
    method: 'GET',
    path: '/mailbox/needs',
    summary: '总裁信箱·员工需求普查登记：每年的普查和怎么答的，总经理可看（S11）',
    response: z.object({
      now: instant,
      items: z.array(
        z.object({ id, title: z.string(), standing: z.string(), issued: z.int(), returned: z.int(), common: z.int(), answer: z.string().nullable() }),
      ),
    }),
  }),
  mailboxLetter: route({
    method: 'GET',
    path: '/mailbox/{id}',
    summary: '一封信：写的人和总经理可看',
    params: idParams,
    response: MailboxLetter.extend({ now: instant }),
  }),
  arrangeTalk: act('talk', '约一天当面谈（S11）', z.strictObject({ talkOn: z.iso.date({ error: '请选哪一天' }) })),
  moveTalk: act(
    'move',
    '改约一天，写明为什么，写信的人看得到（S11）',
    z.strictObject({ talkOn: z.iso.date({ error: '请选哪一天' }), why: words(200).describe('为什么改') }),
  ),
  recordTalk: act('held', '谈过了，记下说好的（S11）', z.strictObject({ agreed: words(500).describe('谈了说好什么') })),
  answerByDocument: act('document', '用公司文件答复，不写是谁提的、原话怎么说（S11）', z.strictObject(documentBody)),
  confirmTalk: act('confirm', '写信的人说谈过了（S11）', z.strictObject({})),
  denyTalk: act('deny', '写信的人说没有谈过，接着答复（S11）', z.strictObject({})),
  takeBackLetter: act('withdraw', '写信的人撤回（S11）', z.strictObject({})),
};
