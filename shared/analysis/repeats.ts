/**
 * What comes again within a month: so often at the same home, at the same facility, or of one category in one building by several homes; from so many homes on it
 * is one matter of many [ours, as readings 35 has it].
 */
export const REPEATS = { times: 2, households: 3, clause: 'C9', since: '2026-01-01' } as const;

/** By what matters are found to come again. */
export const REPEATED_BY = { home: '同一户', facility: '同一处设施', category: '同一栋楼、同一类' } as const;
export type RepeatedBy = keyof typeof REPEATED_BY;
