import { inForce } from '../kernel/rules.ts';
import type { RepairPlace, Urgency } from '../tickets/ticket.ts';

/** One tile of the report form: what a resident says, and which line of R1 or R2 that is. */
export interface RepairCategory {
  code: string;
  label: string;
  icon: string;
  places: readonly RepairPlace[];
  clause: 'R1' | 'R2';
  item: string;
  urgency: Urgency;
  /** A question whose "yes" makes it urgent, with the line of R1 that says so. */
  worse?: { question: string; item: string };
  /** A large defect: checked on the spot after the repair (R10), whatever its urgency (readings 8). */
  isLargeDefect?: true;
  /** Named by colleagues only: residents choose among nine tiles at most. */
  isForColleagues?: true;
  field: 'buildings' | 'equipment';
  /** Months of warranty, where they differ from the estate's (R6). */
  warrantyMonths?: number;
  since: string;
}

// R1 and R2 as rows. A row that has been in force is never edited: add its successor.
// biome-ignore format: a table reads best as one
export const REPAIR_CATEGORIES: readonly RepairCategory[] = [
  { code: 'burst_pipe',   label: '漏水爆管', icon: 'burst',  places: ['home', 'public'], clause: 'R1', item: '③', urgency: 'urgent',  field: 'equipment', since: '2026-01-01' },
  { code: 'power',        label: '停电跳闸', icon: 'bolt',   places: ['home', 'public'], clause: 'R1', item: '②', urgency: 'urgent',  field: 'equipment', since: '2026-01-01' },
  { code: 'drain',        label: '下水堵了', icon: 'drain',  places: ['home', 'public'], clause: 'R1', item: '④', urgency: 'urgent',  field: 'equipment', since: '2026-01-01' },
  { code: 'lift',         label: '电梯坏了', icon: 'lift',   places: ['public'],         clause: 'R1', item: '⑤', urgency: 'urgent',  field: 'equipment', since: '2026-01-01' },
  { code: 'tap',          label: '水龙头',   icon: 'tap',    places: ['home'],           clause: 'R2', item: '②', urgency: 'general', worse: { question: '漏得厉害，关不住？', item: '③' }, field: 'equipment', since: '2026-01-01' },
  { code: 'sanitary',     label: '马桶洁具', icon: 'toilet', places: ['home'],           clause: 'R2', item: '②', urgency: 'general', worse: { question: '一直往外漏水？', item: '④' }, field: 'equipment', since: '2026-01-01' },
  { code: 'doors',        label: '门窗',     icon: 'window', places: ['home', 'public'], clause: 'R2', item: '①', urgency: 'general', field: 'buildings', since: '2026-01-01' },
  { code: 'roof',         label: '屋顶渗水', icon: 'roof',   places: ['home', 'public'], clause: 'R2', item: '③', urgency: 'general', isLargeDefect: true, field: 'buildings', since: '2026-01-01' },
  { code: 'bathroom_leak', label: '卫生间渗漏', icon: 'roof', places: ['home'],       clause: 'R2', item: '②', urgency: 'general', isLargeDefect: true, isForColleagues: true, field: 'buildings', since: '2026-01-01' },
  { code: 'outer_wall', label: '外墙开裂', icon: 'roof', places: ['home', 'public'],  clause: 'R2', item: '④', urgency: 'general', isLargeDefect: true, isForColleagues: true, field: 'buildings', since: '2026-01-01' },
  { code: 'rail',         label: '栏杆扶手', icon: 'rail',   places: ['home', 'public'], clause: 'R1', item: '⑥', urgency: 'urgent',  field: 'buildings', since: '2026-01-01' },
  { code: 'lighting',     label: '灯不亮',   icon: 'lamp',   places: ['public'],         clause: 'R2', item: '④', urgency: 'general', field: 'equipment', since: '2026-01-01' },
  { code: 'other',        label: '其他',     icon: 'dots',   places: ['home', 'public'], clause: 'R2', item: '④', urgency: 'general', field: 'buildings', since: '2026-01-01' },
];

const NEWEST = '9999-12-31';

/** The category of a code as it stood on a day (by default its newest row, for a name to show); undefined for a code nobody knows. */
export function categoryOf(code: string, day = NEWEST): RepairCategory | undefined {
  return inForce(REPAIR_CATEGORIES, day, (category) => category.code).find((category) => category.code === code);
}

/** Every category of a place, as colleagues name them. */
export function allCategoriesFor(place: RepairPlace, day = NEWEST): RepairCategory[] {
  return inForce(REPAIR_CATEGORIES, day, (category) => category.code).filter((category) => category.places.includes(place));
}

/** The tiles for a place, in the order they are shown; nine at most, the last is 其他. */
export function categoriesFor(place: RepairPlace, day = NEWEST): RepairCategory[] {
  return allCategoriesFor(place, day).filter((category) => !category.isForColleagues);
}

/**
 * Urgent or general, and the line that says so: the category's own (R1, R2), its worse case, or danger of any kind (R1⑦; R1① for what is shared).
 */
export function urgencyOf(category: RepairCategory, place: RepairPlace, worse: boolean, danger: boolean): { urgency: Urgency; clause: string } {
  if (category.urgency === 'urgent') return { urgency: 'urgent', clause: `R1${category.item}` };
  if (category.worse && worse) return { urgency: 'urgent', clause: `R1${category.worse.item}` };
  if (danger) return { urgency: 'urgent', clause: place === 'public' ? 'R1①' : 'R1⑦' };
  return { urgency: 'general', clause: `R2${category.item}` };
}
