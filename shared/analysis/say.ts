import type { About } from '../actions/action.ts';
import { MISS_CAUSES } from '../tickets/agreements.ts';
import { FIELDS } from '../tickets/fields.ts';
import { KIND_LABELS } from '../tickets/ticket.ts';
import { sayTitle } from '../tickets/title.ts';
import { sayMonth } from './months.ts';

/** A building nobody said. */
export const NO_BUILDING = 'none';

export const sayCause = (name: string): string => (name === 'not_said' ? '还没写原因' : (MISS_CAUSES as Record<string, string>)[name]) ?? name;
export const sayField = (name: string): string => (FIELDS as Record<string, string>)[name] ?? name;
export const sayBuilding = (building: string): string => (building === NO_BUILDING ? '没说哪一栋' : `${building}栋`);

/** A figure of a month's analysis as one would call it: 3月 · 报修 · 12栋. */
export function sayAbout(month: string, { kind, field, category, cause, building, homeId, facilityId }: About, now: Date): string {
  const parts = [
    sayMonth(month, now),
    kind && !category && (KIND_LABELS as Record<string, string>)[kind],
    field && sayField(field),
    category && sayTitle('repair', category),
    cause && `迟了：${sayCause(cause)}`,
    building && sayBuilding(building),
    homeId && '同一户',
    facilityId && '同一处设施',
  ];
  return parts.filter(Boolean).join(' · ');
}
