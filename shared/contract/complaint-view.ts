import { AGAINST_NAMES, DOOR_NAMES, LEVELS } from '../complaints/complaint.ts';
import { z } from '../kernel/zod.ts';
import { id, instant } from './route.ts';

/** What a complaint has that other tickets have not, as one viewer may see it. */
export const ComplaintView = z
  .object({
    level: z.enum(Object.keys(LEVELS) as [keyof typeof LEVELS, ...(keyof typeof LEVELS)[]]),
    levelText: z.string().describe('谁在处理：公司领导'),
    explain: z.string().describe('为什么到这里：到公司领导：涉及赔偿，C3'),
    door: z.enum(DOOR_NAMES),
    against: z.array(z.enum(AGAINST_NAMES)),
    againstText: z.string(),
    accused: z.array(z.object({ id, name: z.string() })).describe('被投诉的人；只给同事'),
    compensation: z.boolean(),
    danger: z.boolean(),
    media: z.boolean(),
    isMajor: z.boolean(),
    households: z.int().nullable().describe('同一栋楼、同一块，这些天里有几户投诉；可能是重大的才有，只给能定的人'),
    hasLeftOffice: z.boolean().describe('已经离开小区，小区的同事看不到（C3）'),
    letIn: z.array(z.object({ id, name: z.string() })).describe('公司领导请来看的小区同事'),
    plan: z
      .array(z.object({ id, words: z.string(), dueBy: instant, done: z.boolean(), who: z.string(), doneAt: instant.nullable() }))
      .describe('纠正方案，每一步由谁做、做完的是谁做完的；只给同事（C4）'),
    shutText: z.string().describe('谁看不到这件投诉，说给投诉的人；别人这里是空的（C3）'),
    cause: z
      .object({ cause: z.string(), prevention: z.string(), byName: z.string(), at: instant })
      .nullable()
      .describe('根本原因和预防措施；只给同事'),
    committee: z
      .object({ at: instant, how: z.string(), whom: z.string() })
      .nullable()
      .describe('什么时候、怎么、告诉了业委会的谁：只说有这件投诉（Z9）；只给同事'),
    owesCommittee: z.boolean().describe('还要告诉业委会有这件投诉；只给同事'),
    seenBy: z.array(z.object({ name: z.string(), how: z.string(), at: instant })).describe('被挡在外面以前看过、导出过的人；只给公司领导'),
  })
  .meta({ id: 'Complaint' });
export type ComplaintView = z.infer<typeof ComplaintView>;
