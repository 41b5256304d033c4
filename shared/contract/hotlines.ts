import { PURPOSE_NAMES } from '../hotlines/hotlines.ts';
import { words } from '../kernel/words.ts';
import { z } from '../kernel/zod.ts';
import { id, instant, route } from './route.ts';

const purpose = z.enum(PURPOSE_NAMES, { error: '请选哪一种电话' });
const day = z.iso.date({ error: '请选从哪天起' }).refine((text) => text >= '2000-01-01' && text <= '2100-12-31', '日期不在合理范围');

/** One of an office's numbers: what it is, what comes next, what it was. */
export const Hotline = z
  .object({
    purpose,
    label: z.string(),
    what: z.string().describe('打来说什么'),
    number: z.string().nullable(),
    since: z.string().nullable(),
    next: z.object({ number: z.string().nullable(), from: z.string() }).nullable(),
    before: z.array(z.object({ number: z.string().nullable(), from: z.string().nullable() })),
    waiting: z.boolean().describe('有一个新的等公司批'),
  })
  .meta({ id: 'Hotline' });
export type Hotline = z.infer<typeof Hotline>;

/** A number that somebody proposed, and where it stands. */
export const HotlineProposal = z
  .object({
    approvalId: id,
    officeId: id,
    officeName: z.string(),
    purpose,
    label: z.string(),
    number: z.string().nullable(),
    now: z.string().nullable(),
    from: z.string(),
    reason: z.string(),
    status: z.enum(['waiting', 'returned']),
    round: z.int(),
    step: z.int(),
    authorName: z.string(),
    at: instant,
    dueBy: instant.nullable(),
    decidedByName: z.string().nullable(),
    words: z.string().nullable(),
    mayDecide: z.boolean(),
  })
  .meta({ id: 'HotlineProposal' });
export type HotlineProposal = z.infer<typeof HotlineProposal>;

export const HotlineOffice = z
  .object({ id, name: z.string(), isCompany: z.boolean(), mayPropose: z.boolean(), hotlines: z.array(Hotline) })
  .meta({ id: 'HotlineOffice' });
export type HotlineOffice = z.infer<typeof HotlineOffice>;

export const hotlineRoutes = {
  hotlines: route({
    method: 'GET',
    path: '/hotlines',
    summary: '服务、投诉、值班电话：小区的、公司的，以前的也在；住户和同事都看得到（P5）',
    response: z.object({
      now: instant,
      firstDay: z.string(),
      hours: z.string(),
      offices: z.array(HotlineOffice),
      proposals: z.array(HotlineProposal),
    }),
  }),
  proposeHotline: route({
    method: 'POST',
    path: '/hotlines/propose',
    summary: '主任提换一个号码，公司的由品质管理部提；管理者代表批准才换（P5）；空着是不再用',
    body: z.strictObject({ officeId: id, purpose, number: words(20).nullable(), from: day, reason: words(200) }),
    response: z.object({ id, status: z.enum(['waiting', 'approved', 'returned']), round: z.int() }),
  }),
};
