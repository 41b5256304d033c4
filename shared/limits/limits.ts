import type { LimitRow } from '../kernel/limits.ts';
import { inForce } from '../kernel/rules.ts';
import { isoDay } from '../kernel/time.ts';

// biome-ignore format: by who is counted
export const LIMITED = [
  'report', 'intake', 'homes', 'follow', 'say', 'photo', 'voice', 'reveal', 'signOut', 'consent', 'roster', 'answerBinding', 'issue', 'export', 'unsigned', 'company', 'import', 'household', 'family', 'joinHome', 'ownFile',
  'signIn', 'bind', 'ask', 'invite', 'setUp',
  'bindOne', 'askOne', 'inviteOne',
] as const;
export type Limited = (typeof LIMITED)[number];

// Far above what people do in earnest, far below what a script does. A row in force is never edited; its successor stands below it.
// biome-ignore format: a table reads best as one
export const LIMITS: readonly (LimitRow & { what: Limited })[] = [
  { what: 'report', per: 'person', count: 30,  minutes: 60, clause: '[ours]', since: '2026-01-01' },
  { what: 'intake', per: 'person', count: 120, minutes: 60, clause: '[ours]', since: '2026-01-01' },
  { what: 'homes',  per: 'person', count: 600, minutes: 60, clause: 'A1',     since: '2026-01-01' },
  { what: 'follow', per: 'person', count: 30,  minutes: 60, clause: '[ours]', since: '2026-01-01' },
  { what: 'say',    per: 'person', count: 60,  minutes: 10, clause: '[ours]', since: '2026-01-01' },
  { what: 'photo',  per: 'person', count: 120, minutes: 60, clause: '[ours]', since: '2026-01-01' },
  { what: 'voice',  per: 'person', count: 60,  minutes: 60, clause: '[ours]', since: '2026-01-01' },
  { what: 'reveal', per: 'person', count: 30,  minutes: 60, clause: 'A1',     since: '2026-01-01' },
  { what: 'consent', per: 'person', count: 60, minutes: 60, clause: '[ours]', since: '2026-01-01' },
  { what: 'signOut', per: 'person', count: 10, minutes: 60, clause: '[ours]', since: '2026-01-01' },
  { what: 'roster', per: 'person', count: 120, minutes: 60, clause: 'A1', since: '2026-01-01' },
  { what: 'answerBinding', per: 'person', count: 120, minutes: 60, clause: 'A1', since: '2026-01-01' },
  { what: 'issue', per: 'person', count: 60, minutes: 60, clause: '[ours]', since: '2026-01-01' },
  { what: 'export', per: 'person', count: 30, minutes: 60, clause: 'A1', since: '2026-01-01' },
  { what: 'company', per: 'person', count: 120, minutes: 60, clause: '[ours]', since: '2026-01-01' },
  { what: 'import', per: 'person', count: 60, minutes: 60, clause: 'A1', since: '2026-01-01' },
  { what: 'household', per: 'person', count: 120, minutes: 60, clause: 'A1', since: '2026-01-01' },
  { what: 'family', per: 'person', count: 20, minutes: 60, clause: 'A1', since: '2026-01-01' },
  { what: 'joinHome', per: 'person', count: 10, minutes: 60, clause: 'A1', since: '2026-01-01' },
  { what: 'ownFile', per: 'person', count: 5, minutes: 60, clause: 'A1', since: '2026-01-01' },
  // Of letters without a name nobody is counted: all together are.
  { what: 'unsigned', per: 'company', count: 60, minutes: 60, clause: 'S11', since: '2026-01-01' },
  // Thousands of phones may share one address of a mobile network.
  { what: 'signIn', per: 'address', count: 1200, minutes: 10, clause: '[ours]', since: '2026-01-01' },
  { what: 'bind',   per: 'address', count: 120,  minutes: 60, clause: '[ours]', since: '2026-01-01' },
  { what: 'ask',    per: 'address', count: 60,   minutes: 60, clause: '[ours]', since: '2026-01-01' },
  { what: 'invite', per: 'address', count: 60,   minutes: 60, clause: '[ours]', since: '2026-01-01' },
  { what: 'setUp',  per: 'address', count: 20,   minutes: 60, clause: '[ours]', since: '2026-01-01' },
  // Each number WeChat vouches for costs money.
  { what: 'bindOne',   per: 'wechat', count: 10, minutes: 60, clause: '[ours]', since: '2026-01-01' },
  { what: 'askOne',    per: 'wechat', count: 10, minutes: 60, clause: '[ours]', since: '2026-01-01' },
  { what: 'inviteOne', per: 'wechat', count: 10, minutes: 60, clause: '[ours]', since: '2026-01-01' },
];

/** The row in force at an instant. No row in force is a mistake of ours, never a licence. */
export function limitOn(what: Limited, now: Date): LimitRow {
  const row = inForce(LIMITS, isoDay(now), (one) => one.what).find((one) => one.what === what);
  if (!row) throw new Error(`no limit on ${what} is in force`);
  return row;
}
