import { KEPT_CHANNEL_CODES } from '../duties/channels.ts';
import { words } from '../kernel/words.ts';
import { z } from '../kernel/zod.ts';
import { id, idParams, instant, page, pageQuery, route } from './route.ts';
import { PromiseView } from './ticket-views.ts';

const keptChannel = z.enum(KEPT_CHANNEL_CODES, { error: '请选一个渠道' });

const Named = z.object({ id, name: z.string() });

export const KeptChannelView = z
  .object({
    channel: keptChannel,
    label: z.string(),
    keeper: Named.extend({ left: z.boolean().describe('不在这个小区上班了，由服务中心负责人代') }).nullable(),
    off: z.boolean().describe('这个小区没有这个渠道'),
    since: instant.nullable(),
    byName: z.string().nullable(),
  })
  .meta({ id: 'KeptChannel' });
export type KeptChannelView = z.infer<typeof KeptChannelView>;

export const KeepingOfficeView = z
  .object({
    id,
    name: z.string(),
    mayName: z.boolean(),
    everyDays: z.int().describe('几天看一轮'),
    staff: z.array(Named.extend({ post: z.string() })),
    channels: z.array(KeptChannelView),
  })
  .meta({ id: 'KeepingOffice' });
export type KeepingOfficeView = z.infer<typeof KeepingOfficeView>;

export const DutyLine = z
  .object({
    id,
    officeName: z.string(),
    duty: z.enum(['round', 'ask_agents', 'sum_up', 'look_through', 'unit_review']),
    part: z.string(),
    title: z.string(),
    clause: z.string(),
    from: instant,
    until: instant,
    holder: Named,
    isMine: z.boolean(),
    standing: z.enum(['owed', 'opened', 'done', 'done_late', 'missed', 'off']),
    inARow: z.int().nullable().describe('连着第几次没做'),
    doneAt: instant.nullable(),
    items: z.int().nullable(),
    promise: PromiseView,
  })
  .meta({ id: 'DutyLine' });
export type DutyLine = z.infer<typeof DutyLine>;

/** What became of something found in a round: the ticket as it stands now. */
export const RoundTicket = z.object({ id, number: z.string(), kind: z.string(), status: z.string() }).meta({ id: 'RoundTicket' });

/** What a unit was handed or told, and what became of it (D9). */
export const ReceivedLine = z
  .object({ id, label: z.string(), words: z.string(), giverName: z.string(), givenAt: instant, standing: z.string(), late: z.boolean() })
  .meta({ id: 'ReceivedLine' });
export type ReceivedLine = z.infer<typeof ReceivedLine>;

export const DutyDetail = DutyLine.extend({
  asks: z.string(),
  takenAs: z.string().nullable().describe('里面的话用哪个渠道记下来'),
  openedAt: instant.nullable(),
  openedByName: z.string().nullable(),
  doneByName: z.string().nullable(),
  words: z.string().nullable(),
  tickets: z.array(RoundTicket).describe('这一轮里记下来的，现在怎样'),
  received: z.int().describe('这段时间部门收到的信息有几件（D9）'),
  actions: z.array(z.enum(['openRound', 'recordRound', 'recordDuty'])),
}).meta({ id: 'DutyDetail' });
export type DutyDetail = z.infer<typeof DutyDetail>;

/** More notes than any box holds. */
const MOST_ITEMS = 999;

export const dutyRoutes = {
  keepers: route({
    method: 'GET',
    path: '/keepers',
    summary: '不会响的渠道各由谁看（I13）',
    response: z.object({ offices: z.array(KeepingOfficeView) }),
  }),
  nameKeeper: route({
    method: 'POST',
    path: '/keepers',
    summary: '指定一个渠道的负责人，或记下这个小区没有这个渠道；以前的都留着',
    body: z.strictObject({ officeId: id, channel: keptChannel, keeperId: id.nullable() }),
    response: z.object({ channel: keptChannel }),
  }),
  duties: route({
    method: 'GET',
    path: '/duties',
    summary: '定期要做的事：还没做的，或者做完的和没做的（I13、D9、D10、C9）',
    query: pageQuery.extend({ show: z.enum(['owed', 'past']).default('owed') }),
    response: page(DutyLine).extend({ mine: z.int().describe('我现在要做的几件') }),
  }),
  duty: route({ method: 'GET', path: '/duties/{id}', summary: '一轮：什么时候打开、有几条、后来怎样', params: idParams, response: DutyDetail }),
  dutyReceived: route({
    method: 'GET',
    path: '/duties/{id}/received',
    summary: '这段时间部门收到的信息，各是怎么处理的（D9）',
    params: idParams,
    query: pageQuery,
    response: page(ReceivedLine),
  }),
  openRound: route({
    method: 'POST',
    path: '/duties/{id}/open',
    summary: '现在打开意见箱，开始看这一轮',
    params: idParams,
    body: z.strictObject({}),
    response: DutyDetail,
  }),
  recordRound: route({
    method: 'POST',
    path: '/duties/{id}/record',
    summary: '记下这一轮：几条、怎么处理的；没有也是结果',
    params: idParams,
    body: z.strictObject({
      items: z.int({ error: '请写一个数' }).min(0, '不能是负的').max(MOST_ITEMS, `最多 ${MOST_ITEMS} 条`).default(0),
      words: words(1_000),
    }),
    response: DutyDetail,
  }),
};
