import { inForce } from '../kernel/rules.ts';

/** What counts as a matter that comes again within a month. */
export interface RepeatRow {
  /** So often at the same home, at the same facility, or of the same category in the same building by different homes. */
  times: number;
  /** From so many homes on it is one matter of many. */
  households: number;
  clause: string;
  since: string;
}

// A row that has been in force is never edited: add its successor below it.
// prettier-ignore
export const REPEATS: readonly RepeatRow[] = [
  { times: 2, households: 3, clause: 'C9', since: '2026-01-01' }, // [ours], as readings 35 has it
];

/** The row as it stands on a day. */
export const repeatsOn = (day: string): RepeatRow => inForce(REPEATS, day, () => 'repeats')[0]!;

/** By what matters are found to come again. */
export const REPEATED_BY = { home: '同一户', facility: '同一处设施', category: '同一栋楼、同一类' } as const;
export type RepeatedBy = keyof typeof REPEATED_BY;
