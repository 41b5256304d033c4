/** What kinds of question an estate may add to those of the bank (S8). */
export const OWN_KINDS = { satisfaction: '五档', single: '选一个', multiple: '可以多选', scale: '0 到 10 分', words: '写几句话' } as const;
export type OwnKind = keyof typeof OWN_KINDS;
export const OWN_KIND_NAMES = Object.keys(OWN_KINDS) as [OwnKind, ...OwnKind[]];

/** So many of its own an estate adds at most, and so many answers stand to be chosen from. */
export const MOST_OWN = 10;
export const MOST_OPTIONS = 8;

/** Whether somebody chooses from what is written there. */
export const isChosenFrom = (kind: OwnKind): boolean => kind === 'single' || kind === 'multiple';
