/** Z2: the three figures of timeliness, never added; and what is late now, and what was agreed in time. */
export const FIGURES = {
  kept: '按最初的时间做到',
  agreed: '按约好的新时间做到',
  missed: '超时',
  open: '现在超时',
  extended: '提前约了新时间',
} as const;

export type Figure = keyof typeof FIGURES;

/** Under so many only counts are shown, never a share [ours]. */
export const SHARES = { from: 10, clause: 'Z2', since: '2026-01-01' } as const;

/** A share in per cent with one digit; null where there are too few to say one. */
export const shareOf = (part: number, whole: number): number | null => (whole < SHARES.from ? null : Math.round((part / whole) * 1000) / 10);

/** The days a director may look back over. */
export const LOOK_BACK_DAYS = [7, 30, 90] as const;
