import type { Every } from '../kernel/cadences.ts';
import type { Role } from '../kernel/people.ts';
import { type Dated, inForce } from '../kernel/rules.ts';
import type { SettingKey } from '../kernel/settings.ts';
import { isoDay } from '../kernel/time.ts';
import type { TicketEventName } from '../tickets/ticket.ts';
import type { DrawnCall } from './told.ts';

/** What the company draws by itself, whoever would rather ask somebody else. */
export type Draw = 'weekly' | 'monthly';

export interface DrawRow extends Dated {
  draw: Draw;
  label: string;
  /** Drawn once a period is over, of the repairs finished in it. */
  every: Every;
  percent: SettingKey & ('weeklyVisitPercent' | 'monthlyVisitPercent');
  /** What happens to a repair that is drawn, and the call that opens. */
  did: TicketEventName & ('drawn' | 'drawn_by_quality');
  what: DrawnCall;
  /** Who calls. */
  by: Extract<Role, 'returnVisitCaller' | 'quality'>;
  clause: string;
}

// The draws. A row that has been in force is never edited; its successor stands below it.
// biome-ignore format: a table reads best as one
export const DRAWS: readonly DrawRow[] = [
  { draw: 'weekly',  label: '每周抽样回访',           every: 'week',  percent: 'weeklyVisitPercent',  did: 'drawn',            what: 'weekly_visit',  by: 'returnVisitCaller', clause: 'V1', since: '2026-01-01' },
  { draw: 'monthly', label: '品质管理部每月抽样回访', every: 'month', percent: 'monthlyVisitPercent', did: 'drawn_by_quality', what: 'quality_visit', by: 'quality',           clause: 'V2', since: '2026-01-01' },
];

/** The draws as they stand at an instant. */
export const drawsAt = (now: Date): DrawRow[] => inForce(DRAWS, isoDay(now), (row) => row.draw);

/** The draw that opens a call. */
export const drawOf = (what: string, now: Date): DrawRow | undefined => drawsAt(now).find((row) => row.what === what);
