import { REPEATED_BY, type RepeatedBy } from '../analysis/repeats.ts';
import { LEVELS, type Level } from '../complaints/complaint.ts';
import { words } from '../kernel/words.ts';
import { z } from '../kernel/zod.ts';
import { Done, ErrandLine } from './errands.ts';
import { building, counts, month } from './figures.ts';
import { id, instant, page, pageQuery, route } from './route.ts';
import { TicketCard } from './ticket-views.ts';

const levels = Object.keys(LEVELS) as [Level, ...Level[]];
const repeatedBy = Object.keys(REPEATED_BY) as [RepeatedBy, ...RepeatedBy[]];

/** One thing that is counted, with its share of the whole; under ten there is none. */
export const AnalysisBar = z
  .object({ name: z.string(), label: z.string(), count: z.int(), percent: z.number().nullable().describe('太少就不算百分比') })
  .meta({ id: 'AnalysisBar' });
export type AnalysisBar = z.infer<typeof AnalysisBar>;

/** A row of the heat table: an estate, or a building of the one estate that was chosen. */
export const AnalysisPlace = z
  .object({ officeId: id, building: building.nullable(), label: z.string(), count: z.int(), weeks: z.array(z.int()).describe('每一周几件') })
  .meta({ id: 'AnalysisPlace' });
export type AnalysisPlace = z.infer<typeof AnalysisPlace>;

export const AnalysisRepeat = z
  .object({
    by: z.enum(repeatedBy),
    label: z.string(),
    officeId: id,
    officeName: z.string(),
    count: z.int(),
    households: z.int(),
    several: z.boolean().describe('好几户说的是同一件'),
    homeId: id.nullable(),
    facilityId: id.nullable(),
    category: z.string().nullable(),
    building: building.nullable(),
  })
  .meta({ id: 'AnalysisRepeat' });
export type AnalysisRepeat = z.infer<typeof AnalysisRepeat>;

export const Analysis = z
  .object({
    now: instant,
    month,
    previous: month,
    next: month.nullable().describe('下个月；还没到就没有'),
    offices: z.array(z.object({ id, name: z.string() })).describe('可以看的小区'),
    officeId: id.nullable(),
    onlyComplaints: z.boolean().describe('只数投诉'),
    total: z.int(),
    weeks: z.array(z.object({ label: z.string(), count: z.int() })),
    kinds: z.array(AnalysisBar),
    fields: z.array(AnalysisBar),
    categories: z.array(AnalysisBar).describe('报修，按类别'),
    causes: z.array(AnalysisBar).describe('迟了的，按原因'),
    levels: z.array(AnalysisBar).describe('投诉，按哪一级处理'),
    places: z.array(AnalysisPlace),
    repeats: z.array(AnalysisRepeat),
  })
  .meta({ id: 'Analysis' });
export type Analysis = z.infer<typeof Analysis>;

const asked = { month: month.optional().describe('空着就是这个月'), officeId: id.optional().describe('空着就是看得到的所有小区') };

export const analysisRoutes = {
  analysis: route({
    method: 'GET',
    path: '/analysis',
    summary: '月度分析：收到的按种类、哪一块、类别、原因、哪栋楼哪周数，反复出现的列出来（C9）',
    query: z.strictObject(asked),
    response: Analysis,
  }),
  analysisTickets: route({
    method: 'GET',
    path: '/analysis/tickets',
    summary: '月度分析里一个数后面是哪几件（C9）',
    query: pageQuery.extend({
      ...asked,
      ...counts,
      level: z.enum(levels).optional().describe('投诉由哪一级处理'),
      week: z.enum(['1', '2', '3', '4', '5', '6']).optional().describe('这个月的第几周'),
    }),
    response: page(TicketCard).extend({ now: instant }),
  }),
  analysisActions: route({
    method: 'GET',
    path: '/analysis/actions',
    summary: '针对这个月定的纠正措施，和能请谁去做（C9）',
    query: pageQuery.extend({ month, officeId: id.optional() }),
    response: page(ErrandLine).extend({
      now: instant,
      mayGive: z.boolean().describe('可以给这个小区定措施'),
      people: z.array(z.object({ id, name: z.string(), post: z.string() })).describe('能请去做的同事'),
    }),
  }),
  giveAction: route({
    method: 'POST',
    path: '/analysis/actions',
    summary: '针对一个数定一条纠正措施：谁做、做什么、什么时候做好（C9）',
    key: true,
    limit: 'intake',
    body: z.strictObject({ month, officeId: id, about: z.strictObject(counts), holder: id, content: words(500), dueBy: instant }),
    response: Done,
  }),
};
