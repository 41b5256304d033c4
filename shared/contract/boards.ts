import { z } from '../kernel/zod.ts';
import { MISS_CAUSES, type MissCause } from '../tickets/agreements.ts';
import { KIND_LABELS, type TicketKind } from '../tickets/ticket.ts';
import { FIGURES, type Figure, LOOK_BACK_DAYS } from '../tickets/timeliness.ts';
import { id, instant, page, pageQuery, route } from './route.ts';
import { TicketCard } from './ticket-views.ts';

export const BoardTechnician = z
  .object({
    id,
    name: z.string(),
    late: z.int(),
    doneToday: z.int(),
    onSite: z.object({ ticketId: id, where: z.string() }).nullable().describe('现在在哪'),
    tickets: z.array(TicketCard).describe('手上的，先到期的在前'),
  })
  .meta({ id: 'BoardTechnician' });
export type BoardTechnician = z.infer<typeof BoardTechnician>;

const figures = Object.keys(FIGURES) as [Figure, ...Figure[]];
const causes = Object.keys(MISS_CAUSES) as [MissCause, ...MissCause[]];
const NOT_SAID = 'not_said';
const kinds = Object.keys(KIND_LABELS) as [TicketKind, ...TicketKind[]];
/** Which kind of tickets is looked at. */
const kind = z
  .enum(['all', ...kinds], { error: '请选全部、报修或特约服务' })
  .default('all')
  .describe('哪一种：全部、报修、特约服务');
export type KindAsked = z.infer<typeof kind>;
const span = z.object({
  kind,
  days: z
    .enum(LOOK_BACK_DAYS.map(String) as ['7', '30', '90'], { error: `请选 ${LOOK_BACK_DAYS.join('、')} 天中的一个` })
    .default('30')
    .describe('往前看几天'),
});

/** One promise behind a figure. */
export const LateLine = z
  .object({
    ticketId: id,
    number: z.string(),
    title: z.string(),
    where: z.string(),
    officeName: z.string(),
    label: z.string(),
    clause: z.string(),
    ownerName: z.string().nullable(),
    firstDueBy: instant,
    dueBy: instant,
    keptAt: instant.nullable(),
    cause: z.string().nullable().describe('超时的原因，说法'),
    agreed: z.object({ byName: z.string(), at: instant, from: instant, to: instant }).nullable().describe('最近一次约的：谁、什么时候、从几点到几点'),
  })
  .meta({ id: 'LateLine' });
export type LateLine = z.infer<typeof LateLine>;

export const Late = z
  .object({
    now: instant,
    from: instant,
    places: z.array(z.string()),
    judged: z.int().describe('这段时间到期或做到的'),
    figures: z.record(z.enum(figures), z.object({ count: z.int(), percent: z.number().nullable().describe('太少就不算百分比') })),
    labels: z.array(
      z.object({ label: z.string(), clause: z.string(), kept: z.int(), agreed: z.int(), missed: z.int(), percent: z.number().nullable() }),
    ),
    causes: z.array(z.object({ cause: z.enum([...causes, NOT_SAID]), label: z.string(), count: z.int() })),
    lateNow: z.array(LateLine).describe('现在超时的，越久越靠前'),
  })
  .meta({ id: 'Late' });
export type Late = z.infer<typeof Late>;

export const boardRoutes = {
  board: route({
    method: 'GET',
    path: '/board',
    summary: '班组：没派人的，每位师傅手上几件、在哪、迟几件、今天做好几件（R8）',
    query: z.strictObject({ kind }),
    response: z.object({
      now: instant,
      places: z.array(z.string()),
      unassigned: z.array(TicketCard),
      technicians: z.array(BoardTechnician),
      onlyFirst: z.int().nullable().describe('太多了，只列出先到期的这么多件；都列出就是 null'),
    }),
  }),
  late: route({ method: 'GET', path: '/late', summary: '什么迟了、为什么：三个数分开（Z2）', query: span, response: Late }),
  lateLines: route({
    method: 'GET',
    path: '/late/lines',
    summary: '一个数后面是哪几件（Z2）',
    query: pageQuery.extend({
      ...span.shape,
      figure: z.enum(figures, { error: '请选一个数' }),
      cause: z.enum([...causes, NOT_SAID]).optional(),
    }),
    response: page(LateLine).extend({ now: instant }),
  }),
};
