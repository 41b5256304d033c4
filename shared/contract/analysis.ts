import { MONTH } from '../analysis/months.ts';
import { REPEATED_BY, type RepeatedBy } from '../analysis/repeats.ts';
import { LEVELS, type Level } from '../complaints/complaint.ts';
import { z } from '../kernel/zod.ts';
import { MISS_CAUSES, type MissCause } from '../tickets/agreements.ts';
import { FIELD_NAMES } from '../tickets/fields.ts';
import { KIND_NAMES } from '../tickets/ticket.ts';
import { id, instant, page, pageQuery, route } from './route.ts';
import { TicketCard } from './ticket-views.ts';

const NOT_SAID = 'not_said';
/** A building nobody said. */
export const NO_BUILDING = 'none';
const causes = [...(Object.keys(MISS_CAUSES) as [MissCause, ...MissCause[]]), NOT_SAID] as const;
const levels = Object.keys(LEVELS) as [Level, ...Level[]];
const repeatedBy = Object.keys(REPEATED_BY) as [RepeatedBy, ...RepeatedBy[]];

const month = z.string({ error: '请选月份' }).regex(MONTH, '月份格式不对');
const building = z.string().regex(/^(\d{1,3}|none)$/, '没有这一栋');
const category = z.string().min(1).max(60);

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
      kind: z.enum(KIND_NAMES).optional(),
      field: z.enum(FIELD_NAMES).optional(),
      category: category.optional(),
      cause: z.enum(causes).optional().describe('为什么迟'),
      level: z.enum(levels).optional().describe('投诉由哪一级处理'),
      building: building.optional(),
      week: z.enum(['1', '2', '3', '4', '5', '6']).optional().describe('这个月的第几周'),
      homeId: id.optional(),
      facilityId: id.optional(),
    }),
    response: page(TicketCard).extend({ now: instant }),
  }),
};
