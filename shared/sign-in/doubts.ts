import { type Dated, inForce } from '../kernel/rules.ts';
import { isoDay } from '../kernel/time.ts';

/** Why a number WeChat vouches for does not say by itself that it is still the resident's: numbers are recycled. */
export type Doubt = 'bound_before' | 'home_bound' | 'moved_out';

export interface DoubtRow extends Dated {
  doubt: Doubt;
  /** As the service centre reads it. */
  label: string;
  clause: string;
}

// When a vouched number asks the service centre instead of binding by itself. A row in force is never edited; its successor stands below it.
// biome-ignore format: a table reads best as one
export const DOUBTS: readonly DoubtRow[] = [
  { doubt: 'bound_before', label: '登记这个号码的住户绑过别的微信', clause: 'A1', since: '2026-01-01' },
  { doubt: 'home_bound',   label: '同一户里别人已经绑了微信',       clause: 'A1', since: '2026-01-01' },
  { doubt: 'moved_out',    label: '登记这个号码的住户已经搬走',     clause: 'A1', since: '2026-01-01' },
];

/** What is known of whoever a number is registered for, as the WeChat that asks finds it. */
export interface NumberCase {
  /** This very WeChat is theirs already. */
  isBoundHere: boolean;
  /** They were bound to another WeChat, at any time that is still on record. */
  wasBoundElsewhere: boolean;
  /** Somebody else who lives in one of their homes now is bound to another WeChat. */
  isHomeBound: boolean;
  /** They live in none of our homes now. */
  livesNowhere: boolean;
}

/** What speaks against binding by the number alone; nothing where this WeChat is theirs already (A1). */
export function doubtsOf(found: NumberCase, now: Date): Doubt[] {
  if (found.isBoundHere) return [];
  const holds: Record<Doubt, boolean> = { bound_before: found.wasBoundElsewhere, home_bound: found.isHomeBound, moved_out: found.livesNowhere };
  return inForce(DOUBTS, isoDay(now), (row) => row.doubt)
    .filter((row) => holds[row.doubt])
    .map((row) => row.doubt);
}

export const sayDoubt = (doubt: Doubt): string => DOUBTS.find((row) => row.doubt === doubt)!.label;
