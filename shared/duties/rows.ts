import type { CadenceRow } from '../kernel/cadences.ts';
import { inForce } from '../kernel/rules.ts';
import { isoDay } from '../kernel/time.ts';

/** What comes round again, whether or not anybody asks for it. */
export type Duty = 'round' | 'ask_agents' | 'sum_up' | 'look_through' | 'unit_review';

/**
 * What of an office each owes one: each channel an estate keeps, each of its departments with a head of its own but the service centre, the estate itself; each unit with
 * a head, of an estate or of the company.
 */
export type Per = 'channel' | 'department' | 'estate' | 'unit';

export interface DutyRow extends CadenceRow<Duty, Per> {
  /** Whose it is: the channel's keeper, the department's head, the service centre's head for the agents, the director. */
  by: 'keeper' | 'departmentHead' | 'serviceCentreHead' | 'director';
  /** What whoever does it is asked to write down. */
  asks: string;
}

// The duties that come round. A row that has been in force is never edited; its successor stands below it.
// biome-ignore format: a table reads best as one
export const DUTIES: readonly DutyRow[] = [
  { duty: 'round',        label: '查看渠道',         every: { days: 'roundEveryDays' }, per: 'channel',    atLeast: 1, grace: 0,               catchUp: 'latest', by: 'keeper',            asks: '里面有什么、怎么处理的；没有的写“没有”',     clause: 'I13', since: '2026-01-01' },
  { duty: 'ask_agents',   label: '向客服征求意见',   every: 'month',                    per: 'department', atLeast: 1, grace: 'dutyGraceDays', catchUp: 'each',   by: 'departmentHead',    asks: '问了谁、客服对本部门有什么意见、怎么改',       clause: 'D10', since: '2026-01-01' },
  { duty: 'sum_up',       label: '客服汇总建议',     every: 'month',                    per: 'estate',     atLeast: 1, grace: 'dutyGraceDays', catchUp: 'each',   by: 'serviceCentreHead', asks: '这个月住户说得最多的是什么、客服建议怎么做',   clause: 'D10', since: '2026-01-01' },
  { duty: 'unit_review',  label: '例会上看收到的信息', every: 'month',                  per: 'unit',       atLeast: 1, grace: 'dutyGraceDays', catchUp: 'latest', by: 'departmentHead',    asks: '会上看了哪几件、各是怎么处理的、还有什么要做', clause: 'D9',  since: '2026-01-01' },
  { duty: 'look_through', label: '看当月分析',       every: 'month',                    per: 'estate',     atLeast: 1, grace: 'dutyGraceDays', catchUp: 'each',   by: 'director',          asks: '主要原因是什么、定了什么措施、谁去做',         clause: 'C9',  since: '2026-01-01' },
];

/** The duties as they stand at an instant. */
export const dutiesAt = (now: Date): DutyRow[] => inForce(DUTIES, isoDay(now), (row) => row.duty);

/** A duty by its name, as it stands at an instant. */
export const dutyAt = (duty: string, now: Date): DutyRow | undefined => dutiesAt(now).find((row) => row.duty === duty);

/** Whose miss it is: above a unit of the company stands nobody of an estate. */
export type MissedBy = DutyRow['by'] | 'companyHead';

/** Z8: who hears of a row of misses, a level once each: of the first, of the second in a row, … Later ones show their count to whoever looks. */
export interface MissRow {
  by: MissedBy;
  tells: readonly ('serviceCentreHead' | 'director' | 'quality' | 'managementRepresentative')[];
  clause: 'Z8';
  since: string;
}

// biome-ignore format: a table reads best as one
export const MISSES: readonly MissRow[] = [
  { by: 'keeper',            tells: ['serviceCentreHead', 'director', 'quality'], clause: 'Z8', since: '2026-01-01' },
  { by: 'departmentHead',    tells: ['director', 'quality'],                      clause: 'Z8', since: '2026-01-01' },
  { by: 'serviceCentreHead', tells: ['director', 'quality'],                      clause: 'Z8', since: '2026-01-01' },
  { by: 'companyHead',       tells: ['managementRepresentative'],                 clause: 'Z8', since: '2026-01-01' },
  { by: 'director',          tells: ['quality', 'managementRepresentative'],      clause: 'Z8', since: '2026-01-01' },
];

/** Whom the n-th miss in a row of somebody's duty tells; nobody where everybody above has been told. */
export function toldOf(by: MissedBy, inARow: number, day: string): MissRow['tells'][number] | undefined {
  return inForce(MISSES, day, (row) => row.by).find((row) => row.by === by)?.tells[inARow - 1];
}
