/** Why a home of a sample is replaced, and for nothing else (Z5). */
export const REPLACED_BECAUSE = { vacant: '空着，没有人住', moved: '搬走了' } as const;
export type ReplacedBecause = keyof typeof REPLACED_BECAUSE;
