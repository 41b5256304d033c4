import { MONTH } from '../analysis/months.ts';
import { words } from '../kernel/words.ts';
import { z } from '../kernel/zod.ts';
import { MISS_CAUSES, type MissCause } from '../tickets/agreements.ts';
import { FIELD_NAMES } from '../tickets/fields.ts';
import { KIND_NAMES } from '../tickets/ticket.ts';
import { id } from './route.ts';

export const NOT_SAID = 'not_said';
export const month = z.string({ error: '请选月份' }).regex(MONTH, '月份格式不对');
export const building = z.string().regex(/^(\d{1,3}|none)$/, '没有这一栋');
const causes = [...(Object.keys(MISS_CAUSES) as [MissCause, ...MissCause[]]), NOT_SAID] as const;

/** What a figure of a month's analysis counts, apart from its month and estate. */
export const counts = {
  kind: z.enum(KIND_NAMES).optional(),
  field: z.enum(FIELD_NAMES).optional(),
  category: words(60).optional(),
  cause: z.enum(causes).optional().describe('为什么迟'),
  building: building.optional(),
  homeId: id.optional(),
  facilityId: id.optional(),
};

/** The figure a corrective action answers: opens its tickets (C9). */
export const ActionFigure = z.object({ month, officeId: id, ...counts });
