import { ROLES, type Role } from '../kernel/people.ts';
import { words } from '../kernel/words.ts';
import { z } from '../kernel/zod.ts';
import { REPAIR_CATEGORIES } from '../repairs/categories.ts';
import { dangerCodes } from '../repairs/dangers.ts';
import { PRESENCE } from '../tickets/presence.ts';
import { id, idParams, instant, page, pageQuery, route } from './route.ts';
import { preparing, shot } from './shots.ts';
import { Photo, TicketCard, TicketDetail } from './ticket-views.ts';

/** What every command answers. */
export const Done = z.object({ id, number: z.string(), status: TicketCard.shape.status, version: z.int() }).meta({ id: 'Done' });
export type Done = z.infer<typeof Done>;

const optionalWords = (max: number) => words(max, 0).default('');

/** Every category a report may name. */
export const categoryCodes = REPAIR_CATEGORIES.map((category) => category.code) as [string, ...string[]];

export const Report = z.strictObject({
  place: z.enum(['home', 'public'], { error: '请选我家里还是公共地方' }),
  homeId: id.describe('从哪个房屋报'),
  where: optionalWords(40).describe('公共地方的位置'),
  facilityId: id.optional().describe('公共设施里起过名字的一处'),
  category: z.enum(categoryCodes, { error: '请点一下哪里坏了' }),
  worse: z.boolean().default(false),
  danger: z.boolean().default(false),
  dangerKind: z.enum(dangerCodes).optional().describe('点了哪种危险（R1⑦）；点了就是急修，也不用再写别的'),
  words: optionalWords(500),
  onlyMine: z.boolean().default(false).describe('只有我看：同住的人看不到；以后可以放开'),
  wishFrom: instant.optional().describe('希望上门的时间，从（I9）'),
  wishUntil: instant.optional().describe('到'),
  reworkOf: id.optional().describe('保修期内又坏了的那一件，免费返修（R6）'),
});

/** Which part of a workbench: each is what one of its counts counts. */
export const BENCH_SHOWS = ['all', 'overdue', 'within_hour', 'today', 'waiting'] as const;

export const Workbench = z
  .object({
    now: instant,
    counts: z.object({ overdue: z.int(), withinHour: z.int(), today: z.int(), waitingForResident: z.int(), open: z.int() }),
    countsStopAt: z.int().nullable().describe('数到这里为止：100 就是“99+”；空着就是实数'),
    items: z.array(TicketCard),
    next: z.string().nullable(),
  })
  .meta({ id: 'Workbench' });
export type Workbench = z.infer<typeof Workbench>;

export const ticketRoutes = {
  report: route({ method: 'POST', path: '/tickets', summary: '报修（R1–R3）', key: true, limit: 'report', body: Report, response: Done }),
  tickets: route({
    method: 'GET',
    path: '/tickets',
    summary: '我能看到的事，新的在前',
    query: pageQuery.extend({
      show: z.enum(['open', 'your_turn', 'done']).default('open'),
      as: z.enum(['resident', 'staff']).optional().describe('一次只用一个身份看；不写就都看'),
    }),
    response: page(TicketCard).extend({ now: instant }),
  }),
  workbench: route({
    method: 'GET',
    path: '/workbench',
    summary: '工作台：该办的事，先到期的在前',
    query: pageQuery.extend({
      show: z.enum(BENCH_SHOWS).default('all').describe('只看一部分；数还是全部的数'),
      officeId: id.optional().describe('有几个岗位的，只看这一处的'),
      role: z
        .enum(Object.keys(ROLES) as [Role, ...Role[]])
        .optional()
        .describe('有几个岗位的，只看这个岗位的'),
    }),
    response: Workbench,
  }),
  doneToday: route({
    method: 'GET',
    path: '/jobs/done-today',
    summary: '师傅今天做好的，新的在前',
    response: z.object({ now: instant, items: z.array(TicketCard) }),
  }),
  ticket: route({ method: 'GET', path: '/tickets/{id}', summary: '一件事的全部', params: idParams, response: TicketDetail }),
  technicians: route({
    method: 'GET',
    path: '/tickets/{id}/technicians',
    summary: '可以派的师傅，建议的在前',
    params: idParams,
    response: z.object({
      items: z.array(
        z.object({
          id,
          name: z.string(),
          openTickets: z.int(),
          cameLastTime: z.boolean(),
          why: z.string().describe('为什么排在这里，说法'),
          suits: z.boolean().describe('是不是做得了这一类'),
        }),
      ),
    }),
  }),
  look: route({
    method: 'POST',
    path: '/tickets/{id}/look',
    summary: `开着这一件：看到哪一句了，还有哪位同事也开着；开着时每 ${PRESENCE.beatSeconds} 秒报一次`,
    params: idParams,
    body: z.strictObject({ readTo: id.nullable().default(null).describe('看到的最后一句；没看沟通就空着') }),
    response: z.object({ version: z.int(), others: z.array(z.object({ id, name: z.string(), title: z.string() })) }),
  }),
  addPhoto: preparing(
    '/tickets/{id}/photos',
    '准备传一张照片；文字早已存好；替人记的，记的同事把信、纸条补上（I4）',
    z.strictObject({ purpose: z.enum(['report', 'result', 'message']), ...shot }),
  ),
  finalisePhoto: route({
    method: 'POST',
    path: '/photos/{id}/finalise',
    summary: '照片传完了，核对后可见',
    params: idParams,
    body: z.strictObject({}),
    response: z.object({ photo: Photo }),
  }),
};
