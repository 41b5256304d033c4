import { AGAINST_NAMES, COMMITTEE_POSTS, DOOR_NAMES, UNNAMED_ANSWER_NAMES } from '../complaints/complaint.ts';
import { words } from '../kernel/words.ts';
import { z } from '../kernel/zod.ts';
import { command, optionalWords } from './command.ts';
import { checkFromWhom, fromWhom, Intake } from './intake.ts';
import { id, idParams, instant, route } from './route.ts';
import { Done } from './tickets.ts';
import { saidSomehow, spoken } from './voices.ts';

const against = z.array(z.enum(AGAINST_NAMES)).max(AGAINST_NAMES.length, '请重新选针对谁').default([]);

/** What changes who handles a complaint. */
const circumstances = {
  against: against.describe('针对谁：当时任这个岗位的人就看不到这件投诉'),
  compensation: z.boolean().default(false).describe('涉及赔偿（C3）'),
  danger: z.boolean().default(false).describe('有人受伤或有危险'),
  media: z.boolean().default(false).describe('媒体在问'),
};

const door = z.enum(DOOR_NAMES, { error: '请选交给小区还是交给公司' }).default('office');

/** A complaint, as whoever makes it says it. Among residents it is its author's own. */
export const Complained = z
  .strictObject({
    homeId: id.describe('从哪个房屋说'),
    words: optionalWords(500),
    spoken,
    door,
    ...circumstances,
    ticketId: id.optional().describe('投诉哪一件的师傅：那一件派的师傅就是被投诉的人'),
  })
  .refine(...saidSomehow);

/** The same, taken down by a colleague. */
export const TakenComplaint = z
  .strictObject({
    ...fromWhom,
    words: words(500),
    door,
    ...circumstances,
    accused: z.array(id).max(200, '一次最多选 200 位').default([]).describe('具体是谁'),
  })
  .superRefine(checkFromWhom);

const answer = words(1000).describe('住户看得到');
const inside = words(500).describe('只给同事看');

/** A colleague a complaint may be against, by name. */
export const Accusable = z
  .object({
    id,
    name: z.string(),
    post: z.string(),
    against: z.array(z.enum(AGAINST_NAMES)),
    mayBeLetIn: z.boolean().describe('公司领导可以请来看的小区同事'),
  })
  .meta({ id: 'Accusable' });

/** Complaints, from the word to the end (C1–C11). */
export const complaintRoutes = {
  complain: route({
    method: 'POST',
    path: '/complaints',
    summary: '投诉：交给小区，或者直接交给公司（C1）',
    key: true,
    limit: 'report',
    body: Complained,
    response: Done,
  }),
  takeComplaint: route({
    method: 'POST',
    path: '/complaints/taken',
    summary: '替来电、到访的住户记一件投诉（I1、I4、C1）',
    key: true,
    limit: 'intake',
    body: TakenComplaint,
    response: Done,
  }),
  accusable: route({
    method: 'GET',
    path: '/tickets/{id}/accusable',
    summary: '这件投诉可能针对的人：小区和公司的同事（C3）',
    params: idParams,
    response: z.object({ items: z.array(Accusable) }),
  }),
  becomeComplaint: command('become-complaint', '这其实是投诉：转为投诉，前面的话都留着（I3）', z.strictObject({ door, ...circumstances })),
  point: command(
    'point',
    '针对谁、什么情形：写明以后，被投诉的人就看不到，谁来处理重新定（C3）',
    z.strictObject({ ...circumstances, accused: z.array(id).max(200, '一次最多选 200 位').default([]) }),
  ),
  escalate: command('escalate', '解决不了，上报（C2）', z.strictObject({ words: inside })),
  letIn: command('let-in', '公司领导请小区的一位同事看（C3）', z.strictObject({ person: id })),
  interim: command('interim', '还没办完，先书面回一封，说好什么时候正式答复（C5）', z.strictObject({ dueBy: instant, words: answer })),
  formalReply: command('formal-reply', '正式书面答复（C5）', z.strictObject({ words: answer })),
  setPlan: command(
    'set-plan',
    '纠正方案，一步一步，各有时间（C4）',
    z.strictObject({
      steps: z
        .array(z.strictObject({ words: words(200), dueBy: instant }))
        .min(1, '至少写一步')
        .max(10, '最多 10 步'),
    }),
  ),
  stepDone: command('step-done', '方案做完一步（C4）', z.strictObject({ words: inside })),
  recordCause: command('record-cause', '根本原因和预防措施（C6）', z.strictObject({ cause: words(500), prevention: words(500) })),
  review: command('review', '会审：谁参加、怎么定的（C11）', z.strictObject({ took: words(200).describe('谁参加'), words: inside })),
  callMajor: command('call-major', '品质管理部定为重大投诉（C7）', z.strictObject({ words: inside })),
  reportMajor: command(
    'report-major',
    '纠正措施报告，和不写是谁投诉的通报稿（C7）',
    z.strictObject({ report: words(1000), bulletin: words(500).describe('通报稿：不要写投诉人是谁') }),
  ),
  issueBulletin: command(
    'issue-bulletin',
    '把通报发给全体同事；里面不能有投诉人的姓名、号码、房号和编号（C7）',
    z.strictObject({ bulletin: words(500).describe('通报：不要写投诉人是谁') }),
  ),
  tellCommittee: command(
    'tell-committee',
    '告诉了业委会有这件投诉公司领导的投诉：只说有这件事，不说内容（Z9）',
    z.strictObject({
      toldAt: instant.optional().describe('什么时候告诉的；空着就是现在'),
      channel: Intake.shape.channel.describe('怎么告诉的'),
      whom: z.enum(COMMITTEE_POSTS, { error: '请选告诉了业委会的谁' }).describe('职务，不记姓名'),
    }),
  ),
  answerUnnamed: command(
    'answer-unnamed',
    '没留姓名的：记在哪里公开答复了，或者无从答复（C10）',
    z.strictObject({ how: z.enum(UNNAMED_ANSWER_NAMES, { error: '请选怎么答复的' }), words: inside }),
  ),
  recordNoContact: command('record-no-contact', '没留姓名的：品质管理部记没法回访（V4）', z.strictObject({ words: inside })),
  conclude: command('conclude', '结案：住户满意、原因和方案都办完（C8）', z.strictObject({})),
  fileUnheard: command('file-unheard', '几次联系不上，先归档，不算解决（C8）', z.strictObject({})),
};
