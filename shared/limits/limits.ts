import type { LimitRow } from '../kernel/limits.ts';
import { inForce } from '../kernel/rules.ts';
import { isoDay } from '../kernel/time.ts';

export const LIMITED = ['report', 'say', 'photo', 'reveal', 'signOut', 'consent'] as const;
export type Limited = (typeof LIMITED)[number];

// Far above what people do in earnest, far below what a script does. A row in force is never edited; its successor stands below it.
// biome-ignore format: a table reads best as one
export const LIMITS: readonly (LimitRow & { what: Limited })[] = [
  { what: 'report', per: 'person', count: 30,  minutes: 60, clause: '[ours]', since: '2026-01-01' },
  { what: 'say',    per: 'person', count: 60,  minutes: 10, clause: '[ours]', since: '2026-01-01' },
  { what: 'photo',  per: 'person', count: 120, minutes: 60, clause: '[ours]', since: '2026-01-01' },
  { what: 'reveal', per: 'person', count: 30,  minutes: 60, clause: 'A1',     since: '2026-01-01' },
  { what: 'consent', per: 'person', count: 60, minutes: 60, clause: '[ours]', since: '2026-01-01' },
  { what: 'signOut', per: 'person', count: 10, minutes: 60, clause: '[ours]', since: '2026-01-01' },
];

/** The row in force at an instant. No row in force is a mistake of ours, never a licence. */
export function limitOn(what: Limited, now: Date): LimitRow {
  const row = inForce(LIMITS, isoDay(now), (one) => one.what).find((one) => one.what === what);
  if (!row) throw new Error(`no limit on ${what} is in force`);
  return row;
}
