import { words } from '../kernel/words.ts';
import { z } from '../kernel/zod.ts';
import { AGREEABLE, MISS_CAUSES, type MissCause } from '../tickets/agreements.ts';
import { HAND_BACK_REASONS, type HandBackReason } from '../tickets/hand-back.ts';
import { EVERY_PROMISE } from '../tickets/kinds.ts';
import { CANCEL_REASONS, type CancelReason } from '../tickets/own.ts';
import { RATING_TAGS, type RatingTag } from '../tickets/ratings.ts';
import { channel, command, optionalWords } from './command.ts';
import { spentLines } from './facilities.ts';
import { MAX_MESSAGE_PHOTOS, MAX_PHOTOS } from './photos.ts';
import { used } from './quotes.ts';
import { id, instant } from './route.ts';
import { categoryCodes } from './tickets.ts';
import { answers } from './visits.ts';

const promiseNames = [...new Set(EVERY_PROMISE.map((row) => row.what))] as [string, ...string[]];
const tags = Object.keys(RATING_TAGS) as [RatingTag, ...RatingTag[]];
const causes = Object.keys(MISS_CAUSES) as [MissCause, ...MissCause[]];
const handBackReasons = [...new Set(HAND_BACK_REASONS.map((row) => row.code))] as [HandBackReason, ...HandBackReason[]];
const cancelReasons = Object.keys(CANCEL_REASONS) as [CancelReason, ...CancelReason[]];
const messagePhotos = z.array(id).max(MAX_MESSAGE_PHOTOS, `最多 ${MAX_MESSAGE_PHOTOS} 张照片`).default([]);

/** When it was done by the phone's clock, where there was no signal (R3). */
const claimedAt = instant.optional();

/** A message says something: words, a photo or a voice note. */
export const saysSomething: [
  (given: { words: string; photoIds: readonly string[]; voiceId?: string | undefined }) => boolean,
  { path: string[]; message: string },
] = [
  (given) => given.words !== '' || given.photoIds.length > 0 || given.voiceId !== undefined,
  { path: ['words'], message: '请写几个字，或者放一张照片' },
];

/** What is done with a repair from receipt to the return visit. */
export const ticketCommands = {
  handOver: command('hand-over', '转给工程主管（D1）', z.strictObject({ content: words(500), answerBy: instant.optional() })),
  takeOn: command('take-on', '主管接下并答应时间（D2）', z.strictObject({ completeBy: instant })),
  dispatch: command(
    'dispatch',
    '派师傅（R8、I16），把内容和住户核对（I9）',
    z.strictObject({ technicianId: id, content: words(500), visitBy: instant.optional().describe('住户说的时间：另记一条承诺（I9）') }),
  ),
  reassign: command(
    'reassign',
    '改派别的师傅',
    z.strictObject({ technicianId: id, insteadOf: id.describe('看到的现在这位，别人先改了就不改'), content: words(500) }),
  ),
  handBack: command(
    'hand-back',
    '师傅退回，写明原因；答应住户的时间照算（R8）',
    z.strictObject({ reason: z.enum(handBackReasons, { error: '请选一个原因' }), words: optionalWords(200) }),
  ),
  directorCall: command(
    'director-call',
    '重要客户的事办完，主任再联系一次（I4）',
    z.strictObject({ words: words(500), outcome: optionalWords(100), channel }),
  ),
  accept: command('accept', '师傅接下', z.strictObject({ claimedAt })),
  arrive: command('arrive', '师傅登记到场（R3）', z.strictObject({ claimedAt })),
  finish: command(
    'finish',
    '师傅登记修好，附结果照片和用了多少（R3、R14）',
    z.strictObject({
      result: words(500),
      photoIds: z.array(id).min(1, '请至少拍一张修好后的照片').max(MAX_PHOTOS, `最多 ${MAX_PHOTOS} 张照片`),
      used: used.describe('住户同意的每一项用了多少；不写就是全用了'),
      spent: spentLines.optional().describe('公共地方的：用了多少工、多少料'),
      claimedAt,
    }),
  ),
  answerClaim: command(
    'answer-claim',
    '主管确认或不确认师傅没信号时记的时间（R3）',
    z.strictObject({ upheld: z.boolean({ error: '请选确认还是不确认' }), words: optionalWords(200) }),
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
      .refine(...saysSomething),
    'say',
  ),
  note: command(
    'note',
    '记给同事，住户看不到（I2）',
    z.strictObject({ words: optionalWords(500), photoIds: messagePhotos }).refine(...saysSomething),
    'say',
  ),
  returnVisit: command(
    'return-visit',
    '记回访（V8），或低分以后的联系（S9）；不满意就重开（V7）',
    z.strictObject({
      ...answers,
      words: optionalWords(500),
      outcome: optionalWords(60),
      channel,
      fixed: z.boolean().optional().describe('住户在电话里确认修好，这件事就办完（R9）'),
    }),
  ),
  call: command('call', '记一次电话（R8）', z.strictObject({ words: words(500), outcome: optionalWords(100) })),
  visit: command(
    'visit',
    '记特殊回访（R11）；修好了还不满意就重开（V7）',
    z.strictObject({ ...answers, words: optionalWords(500), outcome: optionalWords(60), channel }),
  ),
  cancel: command(
    'cancel',
    '撤回，师傅到场以前（R4）；客服撤回时写明住户怎么说的（I2）',
    z.strictObject({ why: z.enum(cancelReasons, { error: '请选一个原因' }).optional(), words: optionalWords(200), channel: channel.optional() }),
  ),
  change: command(
    'change',
    '改类别、补充，可以加照片，师傅到场以前（I9）；只能改得更急，改成不急的要同事看过',
    z.strictObject({
      category: z.enum(categoryCodes, { error: '请选一个类别' }).optional(),
      worse: z.boolean().default(false),
      danger: z.boolean().default(false),
      words: optionalWords(500),
      photoIds: messagePhotos,
    }),
    'say',
  ),
  urge: command('urge', '催一下（I7）：办的人都收到，答应的时间不变', z.strictObject({}), 'say'),
  agree: command('agree', '和住户约时间（I7）', z.strictObject({ what: z.enum(AGREEABLE), dueBy: instant, channel, why: words(200) })),
  share: command('share', '只有我看的，让家里人也看到', z.strictObject({})),
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
};
